"""Every content line in exactly one named region."""

from collections.abc import Sequence

from archiver.parsers.lines import Line, Region


class Regions:
    """The region of every line, by line number; a line gets its region once."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._names: dict[int, str] = {line.number: "" for line in lines}

    def give(self, lines: Sequence[Line], name: str) -> None:
        """Name the region of those lines that have none yet."""
        for line in lines:
            if not self._names.get(line.number):
                self._names[line.number] = name

    def all(self) -> tuple[Region, ...]:
        """The regions in the order of the page, neighbours of one name joined."""
        runs: list[tuple[str, list[int]]] = []
        for number, given in self._names.items():
            name = given or "leftover"
            if runs and runs[-1][0] == name:
                runs[-1][1].append(number)
            else:
                runs.append((name, [number]))
        return tuple(Region(name, tuple(numbers)) for name, numbers in runs)

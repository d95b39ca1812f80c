"""The versioned table of organs: what 安监局 is short for, when it existed, what became of it.

The table is ``organs.csv`` beside this module. ``abbr`` is the canonical short form and the core of
the unit's key; ``aliases`` and ``full`` list other surfaces (``;`` between them), with ``X`` where
the place stands inside a name. ``levels`` says where the name is usual, ``valid_from`` and
``valid_to`` are years (counties follow national reforms by a year or two), ``lineage`` joins a body
with its predecessors and successors, ``becomes`` names these as ``abbr:kind:year``.
"""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib.resources import files
from typing import Literal, cast, get_args

System = Literal[
    "party",
    "congress",
    "cppcc",
    "gov",
    "union",
    "mass",
    "court",
    "procuratorate",
    "military",
    "enterprise",
    "institution",
    "community",
    "adhoc",
    "media",
]
LinkKind = Literal["renamed", "merged", "split", "absorbed"]

_COLUMNS = [
    *("abbr", "aliases", "full", "levels", "system"),
    *("valid_from", "valid_to", "lineage", "becomes", "source"),
]
_ALWAYS = (0, 9999)


class OrganTableError(ValueError):
    """A table that cannot be used: which file, line and column, and why."""


@dataclass(frozen=True, slots=True)
class Link:
    """What became of an organ: ``abbr`` of the successor, how, and the year nationally."""

    abbr: str
    kind: LinkKind
    year: int


@dataclass(frozen=True, slots=True)
class Organ:
    """One row of the table: a body under one name for one span of years (inclusive)."""

    abbr: str
    aliases: tuple[str, ...]
    full: tuple[str, ...]
    levels: str
    system: System
    valid_from: int
    valid_to: int
    lineage: str
    becomes: tuple[Link, ...]
    source: str

    @property
    def surfaces(self) -> Iterator[str]:
        """Every way the table writes it, the canonical one first."""
        yield self.abbr
        yield from self.aliases
        yield from self.full


class OrganTable:
    """Finds organs by any of their surfaces; of namesakes, the one valid in the year."""

    def __init__(self, organs: tuple[Organ, ...]) -> None:
        self.organs = organs

    @cached_property
    def _plain(self) -> dict[str, list[Organ]]:
        found: dict[str, list[Organ]] = {}
        for organ in self.organs:
            for surface in dict.fromkeys(organ.surfaces):
                if "X" not in surface:
                    found.setdefault(surface, []).append(organ)
        return found

    @cached_property
    def _around(self) -> dict[str, dict[str, list[Organ]]]:
        """Surfaces with the place inside, by what stands before it, then by what stands after."""
        found: dict[str, dict[str, list[Organ]]] = {}
        for organ in self.organs:
            for surface in organ.surfaces:
                head, inside, tail = surface.partition("X")
                if inside:
                    found.setdefault(head, {}).setdefault(tail.replace("X", ""), []).append(organ)
        return found

    @cached_property
    def _lengths(self) -> dict[str, list[int]]:
        """How long the names with one first character are, longest first."""
        lengths: dict[str, set[int]] = {}
        for name in self._plain:
            lengths.setdefault(name[0], set()).add(len(name))
        return {first: sorted(of, reverse=True) for first, of in lengths.items()}

    @cached_property
    def _heads(self) -> dict[str, list[str]]:
        by_first: dict[str, list[str]] = {}
        for head in sorted(self._around, key=len, reverse=True):
            by_first.setdefault(head[0], []).append(head)
        return by_first

    def prefix(self, core: str, year: int | None) -> Iterator[tuple[Organ, str]]:
        """Organs whose name ``core`` begins with, longest name first, each with what is left.

        A surface of one character (委, 总) must be all of it.
        """
        for length in self._lengths.get(core[:1], ()):
            organs = self._plain.get(core[:length]) if length <= len(core) else None
            if organs and (length > 1 or len(core) == 1):
                yield _of_year(organs, year), core[length:]

    @cached_property
    def by_abbr(self) -> dict[str, Organ]:
        """Every organ by its canonical short form, which is the core of a unit's key."""
        return {organ.abbr: organ for organ in self.organs}

    def heads(self, text: str) -> Iterator[str]:
        """What may stand before the place (中共, 共青团, 政协), longest first."""
        for head in self._heads.get(text[:1], ()):
            if text.startswith(head):
                yield head

    def around(self, head: str, tail: str, year: int | None) -> Iterator[tuple[Organ, str]]:
        """Organs written ``head`` place ``tail``, longest tail first, with what is left of it."""
        tails = self._around.get(head, {})
        for known in sorted(tails, key=len, reverse=True):
            if known and tail.startswith(known):
                yield _of_year(tails[known], year), tail[len(known) :]


def _of_year(organs: list[Organ], year: int | None) -> Organ:
    if year is None:
        return organs[-1]
    return min(organs, key=lambda o: max(o.valid_from - year, year - o.valid_to, 0))


@lru_cache(maxsize=1)
def organ_table() -> OrganTable:
    """The table of the package."""
    text = (files(__package__) / "organs.csv").read_text("utf-8")
    return OrganTable(read_organs(text, "organs.csv"))


def read_organs(text: str, name: str) -> tuple[Organ, ...]:
    """The rows of a table; ``name`` is what error messages call it.

    Raises OrganTableError, naming line and column, for a wrong heading, a missing or unknown value,
    a successor that is not in the table, and two rows that use one surface in the same years.
    """
    reader = csv.reader(io.StringIO(text, newline=""))
    if next(reader, []) != _COLUMNS:
        raise OrganTableError(f"{name}, line 1: the columns must be {','.join(_COLUMNS)}.")
    organs: list[Organ] = []
    spans: dict[str, list[tuple[Organ, int]]] = {}
    for cells in reader:
        row = _Row(name, reader.line_num, cells)
        organ = row.organ()
        for surface in {s.replace("X", "") for s in organ.surfaces}:
            for other, line in spans.setdefault(surface, []):
                if organ.valid_from <= other.valid_to and other.valid_from <= organ.valid_to:
                    raise row.error(
                        "valid_from", f"the years of {surface} overlap with those of line {line}"
                    )
            spans[surface].append((organ, reader.line_num))
        organs.append(organ)
    known = {organ.abbr for organ in organs}
    for line, organ in enumerate(organs, 2):
        for link in organ.becomes:
            if link.abbr not in known:
                raise OrganTableError(
                    f"{name}, line {line}, column becomes: {link.abbr} is not in the table."
                )
    return tuple(organs)


@dataclass(frozen=True, slots=True)
class _Row:
    name: str
    line: int
    cells: list[str]

    def error(self, column: str, why: str) -> OrganTableError:
        return OrganTableError(f"{self.name}, line {self.line}, column {column}: {why}.")

    def organ(self) -> Organ:
        if len(self.cells) != len(_COLUMNS):
            raise OrganTableError(
                f"{self.name}, line {self.line}: {len(self.cells)} cells instead of "
                f"{len(_COLUMNS)}; quote a cell that contains a comma."
            )
        cell = dict(zip(_COLUMNS, self.cells, strict=True))
        for column in ("abbr", "full", "levels", "system", "lineage", "source"):
            if not cell[column] and column != "full":
                raise self.error(column, "a value is missing")
        if cell["system"] not in get_args(System):
            raise self.error("system", f"{cell['system']} is none of {', '.join(get_args(System))}")
        if not set(cell["levels"]) <= set("省市县"):
            raise self.error("levels", f"{cell['levels']} may only hold 省, 市 and 县")
        first = self._year(cell["valid_from"], "valid_from", _ALWAYS[0])
        last = self._year(cell["valid_to"], "valid_to", _ALWAYS[1])
        if last < first:
            raise self.error("valid_to", f"{last} is before valid_from {first}")
        return Organ(
            abbr=cell["abbr"],
            aliases=_parts(cell["aliases"]),
            full=_parts(cell["full"]),
            levels=cell["levels"],
            system=cast(System, cell["system"]),
            valid_from=first,
            valid_to=last,
            lineage=cell["lineage"],
            becomes=tuple(map(self._link, _parts(cell["becomes"]))),
            source=cell["source"],
        )

    def _year(self, text: str, column: str, default: int) -> int:
        if not text:
            return default
        if not (text.isascii() and text.isdigit() and len(text) == 4):
            raise self.error(column, f"{text} is not a year of four digits")
        return int(text)

    def _link(self, text: str) -> Link:
        abbr, kind, year = [*text.split(":"), "", ""][:3]
        if kind not in get_args(LinkKind):
            raise self.error("becomes", f"{text} is not of the form abbr:kind:year")
        return Link(abbr, cast(LinkKind, kind), self._year(year, "becomes", _ALWAYS[0]))


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split(";") if part)

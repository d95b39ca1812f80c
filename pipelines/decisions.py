"""What persons decided about printed units: kept in a file of its own, applied to every page."""

import csv
import io
import os
from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass, fields
from pathlib import Path
from typing import cast, get_args

from archiver.chinese.units import compact
from archiver.records import Contributor, UnitVerdict
from pipelines.csv_rows import CsvRow, read_rows


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision: in ``context`` (a series or site) ``printed`` means ``key``.

    ``was`` is the key the rules had given, empty for none. ``key`` and ``name`` are filled for
    ``correct`` and ``same as`` only. ``who`` and ``when`` (ISO 8601) say whose decision it is.
    """

    printed: str
    context: str
    was: str
    decision: UnitVerdict
    key: str
    name: str
    who: str
    when: str


_COLUMNS = tuple(field.name for field in fields(Decision))


class Decisions:
    """Decisions by printed name, context and former key; a later one replaces an earlier."""

    def __init__(self, decisions: Iterable[Decision] = ()) -> None:
        self._exact: dict[tuple[str, str, str], Decision] = {}
        for decision in decisions:
            self._exact[compact(decision.printed), decision.context, decision.was] = decision
        self._by_name: dict[tuple[str, str], list[Decision]] = {}
        for (printed, context, _), decision in self._exact.items():
            self._by_name.setdefault((printed, context), []).append(decision)

    def __iter__(self) -> Iterator[Decision]:
        for _, decision in sorted(self._exact.items()):
            yield decision

    def __bool__(self) -> bool:
        return bool(self._exact)

    def __or__(self, later: "Decisions") -> "Decisions":
        return Decisions([*self, *later])

    def find(self, printed: str, context: str, was: str | None) -> Decision | None:
        """The decision for a name that the rules resolve to ``was``.

        When the rules give another key than they did then, the name's only decision still holds.
        """
        name = compact(printed)
        if exact := self._exact.get((name, context, was or "")):
            return exact
        others = self._by_name.get((name, context), [])
        return others[0] if len(others) == 1 else None

    def made(self, printed: str, context: str, key: str | None) -> Decision | None:
        """The decision behind a name that is stored with ``key``."""
        for decision in self._by_name.get((compact(printed), context), []):
            if (decision.key or decision.was) == (key or ""):
                return decision
        return self.find(printed, context, key)

    def apply(self, contributor: Contributor, context: str) -> Contributor:
        """``contributor``, resolved by the rules, as a person decided it."""
        printed = contributor.unit
        decision = printed and self.find(printed, context, contributor.key)
        if not decision:
            return contributor
        facts: dict[str, str | None] = {"decision": decision.decision}
        if decision.decision == "not a unit":
            facts |= {"name": None, "division": None, "key": None, "basis": "none"}
        elif decision.decision != "accept":
            division = decision.key.partition(":")[0]
            facts |= {"key": decision.key, "division": division, "name": decision.name}
        return contributor.model_copy(update=facts)


def read_decisions(file: Path) -> Decisions:
    """The decisions kept in ``file``; none when it is not there. Raises ArchiverError."""
    if not file.exists():
        return Decisions()
    return Decisions(map(_decision, read_rows(file, _COLUMNS)))


def write_decisions(file: Path, decisions: Decisions) -> None:
    """Keep ``decisions`` in ``file``: written aside first, so that the old ones are never lost."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(_COLUMNS)
    writer.writerows(map(astuple, decisions))
    aside = file.with_name(file.name + ".new")
    with aside.open("wb") as out:
        out.write(text.getvalue().encode())
        out.flush()
        os.fsync(out.fileno())
    aside.replace(file)


def verdict(row: CsvRow) -> UnitVerdict:
    """The decision in a row's cell; raises ArchiverError for a word that is none."""
    word = row["decision"].lower()
    if word not in get_args(UnitVerdict):
        allowed = ", ".join(get_args(UnitVerdict))
        raise row.error("decision", f"{row['decision']!r} is none of {allowed}")
    return cast(UnitVerdict, word)


def _decision(row: CsvRow) -> Decision:
    cells = {column: row[column] for column in _COLUMNS if column != "decision"}
    return Decision(**cells, decision=verdict(row))

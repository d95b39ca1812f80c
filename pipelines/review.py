"""The review file: printed units for a person to decide on, and the way back."""

import csv
import io
import re
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from archiver.chinese.places import gazetteer
from archiver.chinese.units import compact, lineage
from archiver.chinese.units.organs import System
from archiver.errors import ArchiverError
from archiver.store import Store
from archiver.store.entries import UnitMention
from pipelines.csv_rows import CsvRow, read_rows
from pipelines.deciding import decide_page
from pipelines.decisions import Decision, Decisions, verdict
from pipelines.units import resolve_page

COLUMNS = (
    *("printed", "context", "articles", "first", "last", "name", "key", "basis"),
    *("decision", "right_key", "right_name", "who", "when"),
)
_IDENTITY = ("printed", "context", "key")
_READ = (*_IDENTITY, "decision", "right_key", "right_name", "who", "when")
_KEY = re.compile(rf"(\d{{6}}):(?:{'|'.join(get_args(System))}):\S+")


@dataclass(frozen=True, slots=True)
class UnitLine:
    """A unit, or a printed name that is none yet, and what it sent.

    ``printed`` are its printed forms, ``contexts`` the series or sites they stand in, ``first``
    and ``last`` the identities of its first and last record by date. ``lineage`` joins it with the
    bodies that reforms made of it. ``decision`` is what a person decided about it.
    """

    printed: tuple[str, ...]
    contexts: tuple[str, ...]
    name: str | None
    division: str | None
    key: str | None
    lineage: str | None
    basis: str
    articles: int
    first: str
    last: str
    decision: Decision | None

    @property
    def unresolved(self) -> bool:
        """Whether neither rule nor person knows what it is."""
        return self.key is None and self.decision is None


def units(mentions: Iterable[UnitMention], decisions: Decisions) -> list[UnitLine]:
    """One line for each unit, after one for each unresolved name in its context."""
    return _lines(mentions, decisions, lambda m: m.key or (compact(m.printed), m.context))


def printed_names(mentions: Iterable[UnitMention], decisions: Decisions) -> list[UnitLine]:
    """One line for each printed name in one context, and for each unit it resolves to there."""
    return _lines(mentions, decisions, lambda m: (compact(m.printed), m.context, m.key))


def _lines(
    mentions: Iterable[UnitMention],
    decisions: Decisions,
    group_of: Callable[[UnitMention], Hashable],
) -> list[UnitLine]:
    groups: dict[Hashable, list[UnitMention]] = {}
    for mention in mentions:
        groups.setdefault(group_of(mention), []).append(mention)
    lines = [_line(group, decisions) for group in groups.values()]
    return sorted(lines, key=lambda x: (not x.unresolved, -x.articles, x.key or "", x.printed))


def _line(group: list[UnitMention], decisions: Decisions) -> UnitLine:
    """``group`` comes in the order of days."""
    one = group[0]
    return UnitLine(
        printed=tuple(dict.fromkeys(mention.printed for mention in group)),
        contexts=tuple(dict.fromkeys(mention.context for mention in group)),
        name=one.name,
        division=one.division,
        key=one.key,
        lineage=lineage(one.key) if one.key else None,
        basis=one.basis,
        articles=len({(mention.identity, mention.article) for mention in group}),
        first=one.identity,
        last=group[-1].identity,
        decision=decisions.made(one.printed, one.context, one.key),
    )


def write_review(file: Path, lines: Iterable[UnitLine]) -> None:
    """A CSV file that spreadsheets open as UTF-8; ``key`` is what the rules gave."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    for line in lines:
        made = line.decision
        key = made.was if made else line.key or ""
        facts = (line.articles, line.first, line.last, line.name or "", key, line.basis)
        decided = (made.decision, made.key, made.name, made.who, made.when) if made else ("",) * 5
        writer.writerow((line.printed[0], line.contexts[0], *facts, *decided))
    try:
        file.write_bytes(text.getvalue().encode("utf-8-sig"))
    except OSError as error:
        raise ArchiverError(f"cannot write {file}: {error.strerror}") from error


def read_review(
    file: Path, lines: Iterable[UnitLine], who: Callable[[], str], when: str
) -> Decisions:
    """The decisions in a review file; rows without a decision say nothing.

    ``lines`` are the printed names now held: a row must be one of them, and the unit of ``same
    as`` one that they resolve to.
    ``who`` and ``when`` fill cells left empty. Raises ArchiverError for the first row that cannot
    be followed, so that nothing is applied by half.
    """
    held = list(lines)
    names = {line.key: line.name or line.printed[0] for line in held if line.key}
    known = {(compact(line.printed[0]), line.contexts[0]) for line in held}
    made = []
    for row in read_rows(file, _READ):
        if not row["decision"]:
            continue
        if (compact(row["printed"]), row["context"]) not in known:
            raise row.error(
                "printed", f"{row['printed']} is not printed in {row['context'] or 'no context'}"
            )
        decision = verdict(row)
        key, name = "", ""
        if decision in ("correct", "same as"):
            key = _right_key(row, names if decision == "same as" else None)
            name = row["right_name"] or names.get(key) or row["printed"]
        made.append(
            Decision(
                printed=row["printed"],
                context=row["context"],
                was=row["key"],
                decision=decision,
                key=key,
                name=name,
                who=row["who"] or who(),
                when=row["when"] or when,
            )
        )
    return Decisions(made)


def _right_key(row: CsvRow, known: dict[str, str] | None) -> str:
    key = row["right_key"]
    match = _KEY.fullmatch(key)
    if not match:
        raise row.error("right_key", f"{key!r} is no unit key; write it like 430724:union:总工会")
    if gazetteer(None).get(match[1]) is None:
        raise row.error("right_key", f"{match[1]} is no GB/T 2260 code")
    if known is not None and key not in known:
        raise row.error("right_key", f"no unit has the key {key}; use 'correct' for a new one")
    return key


def apply_decisions(store: Store, decisions: Decisions) -> int:
    """Store every page that decisions speak of as they say; how many pages that changed."""
    names = {compact(decision.printed) for decision in decisions}
    printed = {m.printed for m in store.unit_mentions() if compact(m.printed) in names}
    count = 0
    for stored in store.pages_naming(printed):
        page = decide_page(resolve_page(stored.page, stored.profile), decisions, stored.site)
        if page != stored.page:
            store.save(page, stored.capture, stored.site)
            count += 1
    return count

"""What a crawl tells beside its counts: what became of the site since the crawl before.

Told from the store and the archive's index alone, so a crawl that was stopped and went on tells
the same as one that never stopped.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from archiver.archive import Index
from archiver.records.crawl import MOST_NOTES, ColumnEntries, CrawlReport, Extent, Gap, Note, Reason
from archiver.store import Store
from archiver.store.coverage import runs

_GONE = ("http_404", "http_410", "soft_404")
_MOVED = (301, 302, 303, 307, 308)
UNLINKED = "unlinked"


@dataclass(frozen=True, slots=True)
class Asked:
    """What the spider knows: how much was asked for, what the lists gave, what gave no page.

    ``missed`` says why an address gave no page; None when it gave one or was not asked for.
    """

    crawl: str
    site: str
    extent: Extent
    columns: tuple[ColumnEntries, ...] = ()
    was_listed: Callable[[str], bool] = lambda _: False
    was_asked: Callable[[str], bool] = lambda _: False
    missed: Callable[[str], str | None] = lambda _: None
    failed: tuple[Note, ...] = ()


@dataclass(slots=True)
class Findings:
    """The parts of a report that are no counts; ``counts`` are those of its parts."""

    extent: Extent = "part"
    columns: tuple[ColumnEntries, ...] = ()
    gaps: tuple[Gap, ...] = ()
    changed: tuple[Note, ...] = ()
    vanished: tuple[Note, ...] = ()
    failed: tuple[Note, ...] = ()
    alarms: tuple[Note, ...] = ()
    encodings: dict[str, int] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)
    doubts: list[Reason] = field(default_factory=list)


def find(store: Store, index: Index, asked: Asked) -> Findings:
    """Compare a crawl that has just ended with those before it."""
    found = Findings(extent=asked.extent, failed=asked.failed)
    found.encodings = store.encodings(asked.crawl)
    if told := index.times_told_to_wait(asked.crawl):
        found.counts["told_to_wait"] = told
    found.counts["new"] = sum(1 for _ in store.new_pages(asked.crawl))
    changes = (
        Note(url=page.url, title=page.title, why="content")
        for page in store.changed_pages(asked.crawl)
    )
    found.changed, found.counts["changed"] = _first(changes)
    poisoned = store.poisoned_pages(asked.crawl)
    alarms = (Note(url=page.url, title=page.title, why=status) for page, status in poisoned)
    found.alarms, found.counts["alarms"] = _first(alarms)
    _find_vanished(found, store, index, asked)
    _find_columns(found, store.last_report(asked.site, asked.crawl), asked)
    _find_gaps(found, store, asked)
    return found


def _first(notes: Iterable[Note]) -> tuple[tuple[Note, ...], int]:
    """The first notes, and how many there are."""
    rest = iter(notes)
    kept = tuple(islice(rest, MOST_NOTES))
    return kept, len(kept) + sum(1 for _ in rest)


def _find_vanished(found: Findings, store: Store, index: Index, asked: Asked) -> None:
    """Pages that the last whole crawl read: gone, or linked by nothing any more."""
    last = store.last_report(asked.site, asked.crawl, ("whole",))
    if last is None or asked.extent == "new":
        return
    notes = list(_vanished(store, index, asked, last.crawl))
    gone = [note for note in notes if note.why != UNLINKED]
    unlinked = [note for note in notes if note.why == UNLINKED]
    found.vanished = tuple([*gone, *unlinked][:MOST_NOTES])
    found.counts |= {"vanished": len(gone), "unlinked": len(unlinked)}
    if gone:
        text = "page that was there at the last crawl and is not any more"
        found.doubts.append(Reason(code="vanished", text=text, count=len(gone)))


def _vanished(store: Store, index: Index, asked: Asked, last: str) -> Iterator[Note]:
    for page in store.absent_pages(asked.site, asked.crawl, last):
        why = _why_absent(index, asked, page.url)
        if why is not None:
            yield Note(url=page.url, title=page.title, why=why)


def _why_absent(index: Index, asked: Asked, url: str) -> str | None:
    """``http_404``, ``soft_404``, ``moved``, ``unlinked``; None when it may still be there."""
    if (why := asked.missed(url)) is not None:
        return why if why in _GONE else None
    answers = index.answers(f"GET {url}", asked.crawl)
    if answers:
        return "moved" if answers[-1].capture.status in _MOVED else None
    return UNLINKED if asked.extent == "whole" and not asked.was_asked(url) else None


def _find_columns(found: Findings, last: CrawlReport | None, asked: Asked) -> None:
    """Every column with what it gave before; lost ones stay in the list with nothing."""
    before = {column.url: column for column in last.columns} if last else {}
    giving = {column.name for column in asked.columns if column.entries}
    columns = {
        column.url: _compared(column, before[column.url], asked) if column.url in before else column
        for column in asked.columns
    }
    for url, column in before.items():
        if url in columns:
            continue
        if asked.extent == "part":
            columns[url] = column
        elif not (asked.was_listed(url) or column.name in giving):
            columns[url] = column.model_copy(update={"entries": 0, "before": column.entries})
    found.columns = tuple(column for _, column in sorted(columns.items()))
    lost = [column for column in found.columns if column.before and not column.entries]
    if lost:
        names = "、".join(column.name or column.url for column in lost)
        text = f"column that gave entries at the last crawl and gives none now ({names})"
        found.counts["lost_columns"] = len(lost)
        found.doubts.append(Reason(code="lost_columns", text=text, count=len(lost)))


def _compared(column: ColumnEntries, last: ColumnEntries, asked: Asked) -> ColumnEntries:
    """With what it gave before; a list that was not asked to its end still has the rest."""
    rest = last.entries if column.entries and asked.extent != "whole" else 0
    return column.model_copy(update={"entries": max(column.entries, rest), "before": last.entries})


def _find_gaps(found: Findings, store: Store, asked: Asked) -> None:
    """Numbers that are missing in the site's series; new ones are those no crawl reported."""
    last = store.last_report(asked.site, asked.crawl, ("whole", "new"))
    known = {
        (gap.series, gap.year, number)
        for gap in (last.gaps if last else ())
        for number in gap.numbers
    }
    found.gaps = tuple(_gaps(store, asked.site, known))
    new = sum(len(gap.numbers) for gap in found.gaps if gap.new)
    found.counts["gaps"] = sum(len(gap.numbers) for gap in found.gaps)
    if new and asked.extent != "part":
        text = f"number missing in a series ({_told(found.gaps)})"
        found.doubts.append(Reason(code="new_gaps", text=text, count=new))


def _gaps(store: Store, site: str, known: set[tuple[str, int, int]]) -> Iterator[Gap]:
    for series in store.coverage(store.series_of(site)):
        for year in series.years:
            for new in (True, False):
                numbers = tuple(
                    number
                    for number in year.missing
                    if ((series.key, year.year, number) not in known) is new
                )
                if numbers:
                    yield Gap(
                        series=series.key,
                        name=series.name,
                        year=year.year,
                        numbers=numbers,
                        new=new,
                    )


def _told(gaps: Sequence[Gap]) -> str:
    return "; ".join(f"{gap.name} {gap.year}: {runs(gap.numbers)}" for gap in gaps if gap.new)

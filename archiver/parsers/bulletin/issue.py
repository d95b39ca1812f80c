"""The Issue record: what masthead, 目录 and tail say, as the page prints it."""

from collections.abc import Mapping, Sequence

from archiver.parsers.bulletin.contents.entries import Entry
from archiver.parsers.bulletin.contents.toc import Toc
from archiver.parsers.bulletin.masthead.fields import Masthead
from archiver.parsers.bulletin.tail import Tail
from archiver.parsers.printed import as_printed
from archiver.records import Issue, TocEntry


def build_issue(
    head: Masthead,
    toc: Toc | None,
    tail: Tail,
    led: Mapping[int, int],
    notes: Sequence[str],
    confidence: float,
) -> Issue:
    """``led`` maps the number of a 目录 entry to the order of the article it led to."""
    number = head.numbering
    printed = [date for date in (head.date, tail.date, head.month) if date]
    date = next((date for date in printed if date.start), printed[0] if printed else None)
    year = head.year or (date.start.year if date and date.start else None)
    series = "".join(as_printed(head.text, head.series or "").split())
    return Issue(
        series=series or None,
        year=year,
        number=number.number if number else None,
        number_end=number.number_end if number else None,
        total_number=number.total if number else None,
        special=number.special if number else None,
        label=as_printed(head.text, number.label) if number else None,
        editor=_names(head.text, head.editors.text) or tail.printer,
        date=date,
        secrecy=as_printed(head.text, head.secrecy) if head.secrecy else None,
        toc=tuple(_entry(toc, n, led.get(n)) for n in range(len(toc.entries))) if toc else (),
        recipients=tuple(tail.recipients),
        credits={**head.editors.credits, **tail.credits},
        editor_note="\n".join(notes) or None,
        confidence=confidence,
    )


def _names(text: str, names: str | None) -> str | None:
    if names is None:
        return None
    return "、".join("".join(as_printed(text, name).split()) for name in names.split("、"))


def _entry(toc: Toc, number: int, article: int | None) -> TocEntry:
    entry: Entry = toc.entries[number]
    here = toc.text(entry.line, entry.line + 4)
    section = entry.section
    return TocEntry(
        section=as_printed(toc.text(toc.start, entry.line + 1), section) if section else None,
        title=as_printed(here, entry.title),
        subtitle=as_printed(here, entry.subtitle) if entry.subtitle else None,
        contributor=as_printed(here, entry.contributor) if entry.contributor else None,
        article=article,
    )

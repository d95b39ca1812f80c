"""A crawl's report as a person reads it."""

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.text import Text

from archiver.cli.console import out
from archiver.counting import counted
from archiver.records.crawl import MOST_NOTES, CrawlReport, Note
from archiver.store.coverage import runs

_COLOUR = {"ok": "green", "suspicious": "yellow", "failed": "red"}
_SHOWN = {
    "pages": "pages",
    "issues": "issue pages",
    "articles": "articles",
    "documents": "documents",
    "contributors": "contributors",
    "dates": "dates",
}
_SINCE = {"new": "new", "changed": "changed", "vanished": "gone", "unlinked": "no longer linked"}
_EXTENT = {
    "whole": "",
    "new": ", only what was not held",
    "part": ", a part of the site",
}
_MOST_LINES = 12
_MOST_COLUMNS = 24


def show_report(report: CrawlReport) -> None:
    """Print verdict, what was found, what the site became, and every reason for doubt."""
    out().print(Group(*_lines(report)))


def _lines(report: CrawlReport) -> Iterator[RenderableType]:
    colour = _COLOUR[report.verdict]
    seconds = (report.finished - report.started).total_seconds()
    yield Text.assemble(
        (report.site, "bold"),
        " ",
        (report.verdict, f"bold {colour}"),
        f" in {seconds:.1f} s{_EXTENT[report.extent]}",
    )
    found = ", ".join(counted(report.counts.get(name, 0), text) for name, text in _SHOWN.items())
    yield Text(f"  read: {found}")
    since = [f"{report.counts[key]} {text}" for key, text in _SINCE.items() if key in report.counts]
    if since:
        yield Text(f"  pages with content: {', '.join(since)}")
    if report.encodings:
        told = ", ".join(f"{name} {number}" for name, number in report.encodings.items())
        yield Text(f"  encodings: {told}")
    for reason in report.reasons:
        number = f": {reason.count}" if reason.code in report.counts else ""
        code = (f" ({reason.code})", "dim")
        yield _behind_bullet(Text.assemble(f"{reason.text}{number}", code), colour)
    yield from _columns(report)
    yield from _gaps(report)
    for heading, notes in (
        ("gone or no longer linked", report.vanished),
        ("changed", report.changed),
        ("no page from", report.failed),
        ("not what they claim to be", report.alarms),
    ):
        yield from _notes(heading, notes)


def _columns(report: CrawlReport) -> Iterator[RenderableType]:
    if not report.columns:
        return
    entries = [
        f"{column.name or column.url} {column.entries}"
        + (f" (before {column.before})" if column.before not in (None, column.entries) else "")
        for column in report.columns
    ]
    more = f", … and {len(entries) - _MOST_COLUMNS} more" if len(entries) > _MOST_COLUMNS else ""
    yield Text(f"  entries in lists: {', '.join(entries[:_MOST_COLUMNS])}{more}")


def _gaps(report: CrawlReport) -> Iterator[RenderableType]:
    for gap in report.gaps:
        new = "" if gap.new else " (known)"
        yield Text(f"  missing: {gap.name} {gap.year}, {runs(gap.numbers)}{new}")


def _notes(heading: str, notes: tuple[Note, ...]) -> Iterator[RenderableType]:
    if not notes:
        return
    yield Text(f"  {heading}:")
    for note in notes[:_MOST_LINES]:
        yield Text(f"    {note.why}  {note.url}  {note.title or ''}".rstrip())
    if len(notes) > _MOST_LINES:
        yield Text(f"    … and more: --json names up to {MOST_NOTES}")


def _behind_bullet(text: Text, colour: str) -> RenderableType:
    return Text.assemble("  ", ("•", colour), " ", text)

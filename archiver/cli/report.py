"""A crawl's report as a person reads it."""

from archiver.cli.console import out
from archiver.records.crawl import CrawlReport

_COLOUR = {"ok": "green", "suspicious": "yellow", "failed": "red"}
_SHOWN = {
    "pages": "pages",
    "issues": "issue pages",
    "articles": "articles",
    "documents": "documents",
    "contributors": "contributors",
    "dates": "dates",
}


def show_report(report: CrawlReport) -> None:
    """Print verdict, what was found, and every reason for doubt."""
    console = out()
    seconds = (report.finished - report.started).total_seconds()
    found = ", ".join(f"{report.counts.get(name, 0)} {text}" for name, text in _SHOWN.items())
    colour = _COLOUR[report.verdict]
    console.print(f"[bold]{report.site}[/] [bold {colour}]{report.verdict}[/] in {seconds:.1f} s")
    console.print(f"  read: {found}")
    for reason in report.reasons:
        number = f": {reason.count}" if reason.code in report.counts else ""
        console.print(f"  [{colour}]•[/] {reason.text}{number} [dim]({reason.code})[/]")

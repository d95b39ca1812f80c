"""How a running crawl looks: live lines in a terminal, nothing elsewhere."""

from types import TracebackType
from typing import Self
from urllib.parse import unquote, urlsplit

from rich.console import Console
from rich.live import Live
from rich.table import Table
from rich.text import Text

from archiver.cli.console import err
from archiver.counting import counted
from spiders.progress import SiteProgress


class LiveView:
    """One line a site, redrawn in place."""

    interval = 0.25

    def __init__(self, console: Console) -> None:
        self._live = Live(console=console, refresh_per_second=8, transient=True)
        self._sites: dict[str, SiteProgress] = {}

    def __enter__(self) -> Self:
        self._live.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._live.stop()

    def show(self, progress: SiteProgress) -> None:
        """Redraw with the numbers of one site as they are now."""
        self._sites[progress.site] = progress
        table = Table.grid(padding=(0, 2), expand=False)
        for one in self._sites.values():
            mark = "[green]✓[/]" if one.finished else "[cyan]●[/]"
            line = Text("  ".join(_numbers(one)), no_wrap=True)
            table.add_row(mark, Text(one.site, style="bold"), line, _where(one))
        self._live.update(table)


class Quiet:
    """Nothing, for pipes and cron: the report says it all in the end, and the log meanwhile."""

    interval = 60.0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        return None

    def show(self, progress: SiteProgress) -> None:
        """Show nothing."""


def view() -> LiveView | Quiet:
    """The view that suits standard error."""
    console = err()
    return LiveView(console) if console.is_terminal else Quiet()


def _where(progress: SiteProgress) -> Text:
    """The address being asked for, without its host: the line says which site it is."""
    parts = urlsplit(progress.current)
    path = unquote(parts.path, errors="replace") + (f"?{parts.query}" if parts.query else "")
    return Text(path, style="dim", no_wrap=True, overflow="ellipsis")


def _numbers(progress: SiteProgress) -> list[str]:
    numbers = [
        counted(progress.pages, "pages"),
        counted(progress.issues, "issues"),
        counted(progress.articles, "articles"),
        f"{progress.new} new",
        f"{progress.rate:.1f} pages/s",
        f"{progress.waiting} waiting",
    ]
    if progress.errors:
        numbers.append(counted(progress.errors, "errors"))
    if (left := progress.seconds_left) is not None:
        numbers.append(f"{_duration(left)} left")
    return numbers


def _duration(seconds: float) -> str:
    minutes = round(seconds / 60)
    if minutes < 1:
        return "less than a minute"
    return f"{minutes} min" if minutes < 60 else f"{minutes // 60} h {minutes % 60} min"

"""The lists of a site and what their pages gave: a list that falls silent is to be noticed."""

from dataclasses import dataclass, field
from typing import NamedTuple

from archiver.addresses import page_identity
from archiver.records.crawl import ColumnEntries
from spiders.scope import mark_of


@dataclass(frozen=True, slots=True)
class Column:
    """A list by the address of its first page and by its name in the navigation."""

    url: str
    name: str


@dataclass(frozen=True, slots=True)
class Lead:
    """What led to a request: its place in the order, and the list it is or goes on.

    ``is_further``: a further page of its column; ``barren``: so many pages before it gave nothing;
    ``depth``: so many links from a start page, the chain of a list or of neighbours not counted.
    """

    order: int
    column: Column | None = None
    is_further: bool = False
    barren: int = 0
    depth: int = 0


class Listed(NamedTuple):
    """What one page of a list gave; ``total`` is how many entries it says there are in all."""

    column: Column
    url: str
    entries: int
    total: int | None = None


@dataclass(slots=True)
class _Tally:
    name: str
    entries: int = 0
    total: int | None = None
    pages: int = 0
    waiting: int = 0

    @property
    def left(self) -> int | None:
        """How many entries are still to be listed; None when nothing says it.

        By the total that the list prints, else by its pages, when more than a next one is known.
        """
        if not self.waiting:
            return 0
        if self.total is not None:
            return max(0, self.total - self.entries)
        return self.waiting * self.entries // max(1, self.pages) if self.waiting > 1 else None


@dataclass(slots=True)
class Columns:
    """Counts entries a column; every further page of a list counts for its first one."""

    _columns: dict[str, _Tally] = field(default_factory=dict)
    _pages: set[bytes] = field(default_factory=set)

    def add(self, listed: Listed) -> None:
        """Count what a page lists."""
        tally = self._columns.setdefault(
            page_identity(listed.column.url), _Tally(listed.column.name)
        )
        tally.entries += listed.entries
        tally.pages += 1
        tally.total = max(filter(None, (tally.total, listed.total)), default=None)
        if listed.entries:
            self._pages.add(mark_of(listed.url))

    def wait(self, column: Column, pages: int) -> None:
        """Note that further pages of a list are asked for; a negative number that they came."""
        if (listed := self._columns.get(page_identity(column.url))) is not None:
            listed.waiting += pages

    @property
    def unlisted(self) -> int | None:
        """How many entries are still to come by what the lists say; None when that is unknown."""
        left = [one.left for one in self._columns.values()]
        return None if None in left else sum(filter(None, left))

    def told(self) -> tuple[ColumnEntries, ...]:
        """Every column that was read as a list, by address."""
        return tuple(
            ColumnEntries(url=url, name=listed.name, entries=listed.entries)
            for url, listed in sorted(self._columns.items())
        )

    def read(self, url: str) -> bool:
        """Whether the page at ``url`` was read as part of a list that has entries."""
        return mark_of(url) in self._pages

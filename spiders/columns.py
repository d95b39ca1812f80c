"""The lists of a site and what their pages gave: a list that falls silent is to be noticed."""

from dataclasses import dataclass, field

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

    ``is_further``: a further page of its column; ``barren``: so many pages before it gave nothing.
    """

    order: int
    column: Column | None = None
    is_further: bool = False
    barren: int = 0


@dataclass(slots=True)
class _Tally:
    name: str
    entries: int = 0
    total: int | None = None
    waiting: int = 0


@dataclass(slots=True)
class Columns:
    """Counts entries a column; every further page of a list counts for its first one."""

    _columns: dict[str, _Tally] = field(default_factory=dict)
    _pages: set[bytes] = field(default_factory=set)

    def add(self, column: Column, url: str, entries: int, total: int | None = None) -> None:
        """Count what the page at ``url`` lists; ``total``: how many it says there are in all."""
        listed = self._columns.setdefault(page_identity(column.url), _Tally(column.name))
        listed.entries += entries
        listed.total = max(filter(None, (listed.total, total)), default=None)
        if entries:
            self._pages.add(mark_of(url))

    def wait(self, column: Column, pages: int) -> None:
        """Note that further pages of a list are asked for; a negative number that they came."""
        if (listed := self._columns.get(page_identity(column.url))) is not None:
            listed.waiting += pages

    @property
    def unlisted(self) -> int | None:
        """How many entries are still to come by what the lists say; None when that is unknown."""
        left = 0
        for one in self._columns.values():
            if one.waiting and one.total is None:
                return None
            left += max(0, (one.total or 0) - one.entries) if one.waiting else 0
        return left

    def told(self) -> tuple[ColumnEntries, ...]:
        """Every column that was read as a list, by address."""
        return tuple(
            ColumnEntries(url=url, name=listed.name, entries=listed.entries)
            for url, listed in sorted(self._columns.items())
        )

    def read(self, url: str) -> bool:
        """Whether the page at ``url`` was read as part of a list that has entries."""
        return mark_of(url) in self._pages

"""What every format is fed by: the selected records of one store, in one order."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from archiver.records import Page
from archiver.store import Store
from archiver.store.asking import Selection
from archiver.store.entries import Entry
from archiver.store.persons import masked, persons_of
from archiver.store.released import ReleasedTable
from archiver.store.rows import Row


@dataclass(frozen=True, slots=True)
class Stream:
    """The records of ``selection``; with ``omit_persons`` names of persons are made illegible.

    Only names that a record itself gives as those of persons (contributors, authors, credits) are
    known; each is replaced wherever it stands in that record, character by character, so that
    offsets stay right.
    """

    store: Store
    selection: Selection
    omit_persons: bool = False

    def tables(self) -> Iterator[tuple[ReleasedTable, Iterator[Row]]]:
        """All tables, each with its rows; read a table's rows before the next."""
        for table, rows in self.store.released(self.selection):
            omit = self.omit_persons and table.columns[0].name == "record"
            yield table, self._masked_rows(table, rows) if omit else rows

    def rows(self, name: str) -> Iterator[dict[str, Any]]:
        """The rows of one table, by column."""
        columns, rows = next(
            (table.columns, rows) for table, rows in self.tables() if table.name == name
        )
        names = [column.name for column in columns]
        return (dict(zip(names, row, strict=True)) for row in rows)

    def issues(self) -> Iterator[Entry]:
        """All issues whole, by series, year and number."""
        for entry in self.store.issue_entries(self.selection):
            yield (
                Entry(entry.identity, _mask(entry.page), entry.evidence)
                if (self.omit_persons)
                else entry
            )

    def texts(self) -> Iterator[tuple[str, int, list[str]]]:
        """Record, article and paragraphs of every article."""
        names = _Names(self.store.persons(self.selection) if self.omit_persons else iter(()))
        for record, article, paragraphs in self.store.texts(self.selection):
            known = names.of(record)
            yield record, article, [masked(paragraph, known) for paragraph in paragraphs]

    def _masked_rows(self, table: ReleasedTable, rows: Iterator[Row]) -> Iterator[Row]:
        names = _Names(self.store.persons(self.selection))
        places = [
            place
            for place, column in enumerate(table.columns)
            if column.type == "string" and not (column.required or column.refers_to)
        ]
        if table.name == "files":
            rows = map(_without_text, rows)
        for row in rows:
            known = names.of(row[0])
            if not known:
                yield row
                continue
            cells: list[Any] = list(row)
            for place in places:
                if cells[place] is not None:
                    cells[place] = masked(cells[place], known)
            yield tuple(cells)


def _without_text(row: Row) -> Row:
    """A row of files without its last column: whom a file names is not known."""
    return (*row[:-1], None)


class _Names:
    """The names of one record after the other; both sides are ordered by record."""

    def __init__(self, names: Iterator[tuple[str, list[str]]]) -> None:
        self._names = names
        self._next = next(names, None)

    def of(self, record: str) -> list[str]:
        while self._next is not None and self._next[0] < record:
            self._next = next(self._names, None)
        return self._next[1] if self._next is not None and self._next[0] == record else []


def _mask(page: Page) -> Page:
    return Page.model_validate_json(masked(page.model_dump_json(), persons_of(page)))

"""``coverage.csv``: for every series and year, what is held and what is missing."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from archiver.store.coverage import Coverage, runs
from archiver.store.released import ReleasedColumn, ReleasedTable
from exports.csv_tables import write_table

TABLE = ReleasedTable(
    "coverage",
    (
        ReleasedColumn("series", "string", "series", required=True),
        ReleasedColumn("name", "string"),
        ReleasedColumn("numbered", "string"),
        ReleasedColumn("cadence", "string"),
        ReleasedColumn("year", "integer", required=True),
        ReleasedColumn("held", "integer"),
        ReleasedColumn("missing", "integer"),
        ReleasedColumn("held_numbers", "string"),
        ReleasedColumn("missing_numbers", "string"),
        ReleasedColumn("joined", "string"),
        ReleasedColumn("outside_numbering", "integer"),
        ReleasedColumn("unnumbered", "integer"),
        ReleasedColumn("expected", "integer"),
    ),
    ("series", "year"),
    None,
)


def write(series: Iterable[Coverage], folder: Path) -> None:
    """Write ``folder/coverage.csv``."""
    write_table(TABLE, _rows(series), folder / "coverage.csv")


def _rows(series: Iterable[Coverage]) -> Iterator[tuple[Any, ...]]:
    for one in series:
        for year in one.years:
            yield (
                one.key,
                one.name,
                one.scheme,
                one.cadence,
                year.year,
                len(year.held),
                len(year.missing),
                runs(year.held),
                runs(year.missing),
                " ".join(f"{first}-{last}" for first, last in year.joined),
                len(year.outside),
                len(year.unnumbered),
                year.expected,
            )

"""``coverage.csv``: for every series and year, what is held and what is missing."""

import csv
from collections.abc import Iterable
from pathlib import Path

from archiver.store.coverage import Coverage, runs
from exports.csv_tables import harmless

_HEADER = (
    "series",
    "name",
    "numbered",
    "cadence",
    "year",
    "held",
    "missing",
    "held_numbers",
    "missing_numbers",
    "joined",
    "outside_numbering",
    "unnumbered",
    "expected",
)


def write(series: Iterable[Coverage], folder: Path) -> None:
    """Write ``folder/coverage.csv``."""
    with (folder / "coverage.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(_HEADER)
        for one in series:
            for year in one.years:
                writer.writerow(
                    (
                        harmless(one.key),
                        harmless(one.name),
                        one.scheme,
                        one.cadence or "",
                        year.year,
                        len(year.held),
                        len(year.missing),
                        runs(year.held),
                        runs(year.missing),
                        " ".join(f"{first}-{last}" for first, last in year.joined),
                        len(year.outside),
                        len(year.unnumbered),
                        "" if year.expected is None else year.expected,
                    )
                )

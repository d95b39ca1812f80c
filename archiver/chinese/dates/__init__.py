"""Dates as Chinese bulletins print them, resolved to EDTF and to plain days.

``find_dates`` reads running text, ``read_date`` a line that carries one date. Both are pure: no
clock, no network; what a text does not say stays unknown.
"""

from archiver.chinese.dates.anchor import EARLIEST_YEAR, LATEST_YEAR, Anchor, AnchorSource
from archiver.chinese.dates.find import find_dates, find_dates_in
from archiver.chinese.dates.single import read_date

__all__ = [
    "EARLIEST_YEAR",
    "LATEST_YEAR",
    "Anchor",
    "AnchorSource",
    "find_dates",
    "find_dates_in",
    "read_date",
]

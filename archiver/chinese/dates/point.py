"""A point of the calendar as printed: everything but, perhaps, the year."""

from collections.abc import Callable
from dataclasses import dataclass

from archiver.chinese.dates import spans
from archiver.chinese.dates.spans import Span
from archiver.chinese.numerals import read_number

Build = Callable[[int], Span | None]
"""The span in a given year; None when it does not exist in that year."""


# A page may have thousands: compiled, an __init__ that is written out takes a fifth of the time.
@dataclass(slots=True, init=False)
class Point:
    """A printed point: ``build`` gives its span once ``year`` is known.

    ``period`` marks the words that stay in the anchor's year even when they lie ahead (下半年,
    年底); ``lost`` a word whose reference point is missing; ``crosses`` a range over the end of a
    year, for which ``build`` wants the year of its end; ``movable`` a day that differs from
    year to year; ``several`` what cannot begin a range.
    """

    start: int
    stop: int
    build: Build
    year: int | None
    flags: tuple[str, ...]
    period: bool
    lost: bool
    relative: bool
    movable: bool
    festival: bool
    month: int | None
    bare_year: bool
    lunar_month: int | None
    crosses: bool
    several: bool

    def __init__(
        self,
        start: int,
        stop: int,
        build: Build,
        year: int | None = None,
        flags: tuple[str, ...] = (),
        period: bool = False,
        lost: bool = False,
        relative: bool = False,
        movable: bool = False,
        festival: bool = False,
        month: int | None = None,
        bare_year: bool = False,
        lunar_month: int | None = None,
        crosses: bool = False,
        several: bool = False,
    ) -> None:
        self.start = start
        self.stop = stop
        self.build = build
        self.year = year
        self.flags = flags
        self.period = period
        self.lost = lost
        self.relative = relative
        self.movable = movable
        self.festival = festival
        self.month = month
        self.bare_year = bare_year
        self.lunar_month = lunar_month
        self.crosses = crosses
        self.several = several


def number(text: str) -> int:
    """The value of a day or month; 0 when it is no number. 元月 is the first month."""
    text = text.strip()
    return 1 if text == "元" else read_number(text) or 0


def lost(start: int, stop: int, flag: str = "relative") -> Point:
    """A word that counts from something unknown."""
    return Point(start, stop, lambda _: spans.VAGUE, flags=(flag,), lost=True, relative=True)

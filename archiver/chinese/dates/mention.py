"""A mention of a date in a text."""

from dataclasses import dataclass

from archiver.chinese.dates.spans import Span


@dataclass(slots=True, init=False)  # as Point
class Mention:
    """A mention with its meaning; positions are those of the folded text.

    ``printed_year`` is the year it names, which ``scopes`` over the rest of the sentence or not;
    ``compared_year`` is that of 去年同期, whose meaning is the sentence's own period, shifted.
    """

    start: int
    stop: int
    span: Span
    flags: tuple[str, ...]
    printed_year: int | None
    printed_month: int | None
    scopes: bool
    compared_year: int | None
    comparison: bool

    def __init__(
        self,
        start: int,
        stop: int,
        span: Span,
        flags: tuple[str, ...] = (),
        printed_year: int | None = None,
        printed_month: int | None = None,
        scopes: bool = False,
        compared_year: int | None = None,
        comparison: bool = False,
    ) -> None:
        self.start = start
        self.stop = stop
        self.span = span
        self.flags = flags
        self.printed_year = printed_year
        self.printed_month = printed_month
        self.scopes = scopes
        self.compared_year = compared_year
        self.comparison = comparison

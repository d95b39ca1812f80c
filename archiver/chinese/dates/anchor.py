"""What a date without a year is measured against."""

import datetime
from dataclasses import dataclass
from typing import Final, Literal

AnchorSource = Literal["article", "issue", "issue_year", "published", "url", "none"]


@dataclass(frozen=True, slots=True)
class Anchor:
    """The day (or only the year) a text was written, and where that was printed.

    ``source`` ``url`` marks a weak anchor: a date in an address is often that of a migration, so
    everything inferred from it carries the flag ``anchor_weak``.
    """

    day: datetime.date | None = None
    year: int | None = None
    source: AnchorSource = "none"

    def __post_init__(self) -> None:
        if self.day is not None and self.year is None:
            object.__setattr__(self, "year", self.day.year)


NO_ANCHOR: Final = Anchor()
EARLIEST_YEAR, LATEST_YEAR = 1800, 2200


def as_anchor(anchor: Anchor | datetime.date | None) -> Anchor:
    """``anchor`` itself, or the one a plain day means; none outside the years of bulletins."""
    if anchor is None:
        return NO_ANCHOR
    if not isinstance(anchor, Anchor):
        anchor = Anchor(day=anchor, source="issue")
    known = anchor.year is not None and EARLIEST_YEAR <= anchor.year <= LATEST_YEAR
    return anchor if known else NO_ANCHOR

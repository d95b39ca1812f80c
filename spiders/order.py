"""What is asked for first: the lists' first pages, then the newest entries, old ones last.

The order is that of Scrapy's priorities, one for each month, so that its queues stay few. A
further page of a list comes with the month of the oldest entry on the page before it: what it
lists is older. Where lists print no dates, pages of a list and their entries come in its order.
"""

import datetime
from collections.abc import Iterable

START = 900
COLUMN = 800
PARTS = 950
"""Parts of a page that has been begun: it can be stored as soon as they are there."""

_NEWEST = 700
_FIRST_YEAR = 1980


def entry(day: datetime.date | None, page: int) -> int:
    """The priority of a link that is printed with ``day`` on a page of priority ``page``."""
    return _month(day) if day is not None else _below(page)


def further_page(days: Iterable[datetime.date | None], page: int) -> int:
    """The priority of the next pages of a list whose page ``page`` prints ``days``."""
    oldest = min(filter(None, days), default=None)
    return _month(oldest) if oldest is not None else _below(page)


def _month(day: datetime.date) -> int:
    return max(0, min((day.year - _FIRST_YEAR) * 12 + day.month, _NEWEST - 1))


def _below(page: int) -> int:
    return max(0, min(page, _NEWEST) - 1)

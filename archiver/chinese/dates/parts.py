"""Parts of a month and of a year: 上旬, 月底, 年初."""

import datetime
from functools import lru_cache
from typing import Final

from archiver.chinese.dates import spans
from archiver.chinese.dates.spans import Span

_DEKADS: Final = {"上": (1, 10), "中": (11, 20), "下": (21, 31)}


@lru_cache(maxsize=4096)
def part_of_month(month: int, part: str, year: int) -> Span | None:
    """上旬, 中上旬, 上半月, 初, 中, 底 of a month."""
    longest = spans.days_in(year, month)
    if part.endswith("旬"):
        thirds = [_DEKADS[c] for c in part if c in _DEKADS]
        first = min(a for a, _ in thirds)
        last = min(max(b for _, b in thirds), longest)
        return spans.between(
            datetime.date(year, month, first), datetime.date(year, month, last), precision="dekad"
        )
    if part.endswith("半月"):
        first, last = (1, 15) if part[0] == "上" else (16, longest)
        return spans.between(datetime.date(year, month, first), datetime.date(year, month, last))
    if part.endswith("初"):
        return spans.around(datetime.date(year, month, 1), 0, 4)
    if part.endswith("中"):
        return spans.around(datetime.date(year, month, 15), 2, 2)
    return spans.around(datetime.date(year, month, longest), 4, 0)


@lru_cache(maxsize=512)
def part_of_year(part: str, year: int) -> Span:
    """年初, 年中 or 年底 of a year."""
    if "初" in part and part[-1] == "初" and part[0] != "岁":
        point, first, last = 1, 1, 2
    elif part[-1] == "中":
        point, first, last = 6, 6, 7
    else:
        point, first, last = 12, 11, 12
    return spans.about(spans.month(year, point), spans.month(year, first), spans.month(year, last))

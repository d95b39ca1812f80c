"""Several numbers that share one unit: 16、17日, 6—8日, 3、5月份, 1—5月, 一至三季度."""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Final

from archiver.chinese.dates import spans, words
from archiver.chinese.dates.point import Build, number
from archiver.chinese.dates.spans import Span

_SHARED_PART: Final = re.compile(rf"({words.NUMBER}|元)|({words.RANGE})")


@lru_cache(maxsize=2048)
def read_shared(
    printed: str, unit: Callable[[int, int], Span | None], highest: int
) -> tuple[Build, int, bool] | None:
    """The numbers of ``printed``, none over ``highest``, as units.

    Gives the builder, the last number, and whether the range runs over the end of a year (only
    months can): then the builder wants the year of its end.
    """
    scripts = {part.isdecimal() for part in re.findall(words.NUMBER, printed)}
    if len(scripts) > 1:
        # 一、5月份: the first numeral counts paragraphs.
        return None
    pairs: list[tuple[int, int]] = []
    joined = False
    for part in _SHARED_PART.finditer(printed):
        if part[2]:
            joined = True
            continue
        value = number(part[1])
        neighbours = _neighbours(part[1])
        if neighbours is not None and not joined:
            pairs.append(neighbours)
            continue
        if not 1 <= value <= highest:
            return None
        if joined and pairs:
            pairs[-1] = (pairs[-1][0], value)
        else:
            pairs.append((value, value))
        joined = False
    crosses = len(pairs) == 1 and pairs[0][0] > pairs[0][1] and highest == 12
    ordered = [n for pair in pairs for n in pair]
    if not crosses and ordered != sorted(ordered):
        return None

    @lru_cache(maxsize=32)
    def build(year: int) -> Span | None:
        parts = []
        for first, last in pairs:
            a, b = unit(first, year - crosses), unit(last, year)
            if a is None or b is None:
                return None
            parts.append(a if first == last else spans.interval(a, b))
        return spans.members(parts) if len(parts) > 1 else parts[0]

    return build, pairs[-1][1], crosses


def _neighbours(printed: str) -> tuple[int, int] | None:
    """五六月份: two neighbouring numbers said in one breath."""
    if len(printed) != 2 or "十" in printed or printed.isdecimal():
        return None
    first, second = number(printed[0]), number(printed[1])
    return (first, second) if 1 <= first < second == first + 1 <= 9 else None

"""How alike two titles are, cheaply: keys, containment, shared bigrams."""

from functools import lru_cache
from typing import Final

from archiver.chinese.fold import comparison_key
from archiver.parsers.bulletin.shapes import without_ordinal

SAME: Final = 0.8
LIKELY: Final = 0.62


@lru_cache(maxsize=4096)
def title_key(text: str) -> str:
    """The comparison key of a title without list marks and ordinals in front."""
    return comparison_key(without_ordinal(text))


@lru_cache(maxsize=4096)
def _bigrams(key: str) -> frozenset[str]:
    return frozenset(key[i : i + 2] for i in range(len(key) - 1))


def similarity(one: str, other: str) -> float:
    """0 to 1 for two keys: 1 when equal, high when one holds the other, else shared bigrams.

    Keys that differ in an ordinal only (上 and 下, 一 and 二, 1 and 2) are different titles.
    """
    if one == other:
        return 1.0
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    if len(short) < 4 or len(short) * 5 < len(long):
        return 0.0
    if len(short) * 3 < len(long):
        return SAME if len(short) >= 6 and long.startswith(short) else 0.0
    if _differ_in_ordinal(one, other):
        return 0.0
    if len(short) >= 6 and short in long:
        return 0.8 + 0.15 * len(short) / len(long)
    first, second = _bigrams(short), _bigrams(long)
    shared = len(first & second)
    dice = 2 * shared / (len(first) + len(second))
    covered = 0.9 * shared / len(first) if len(short) >= 8 else 0.0
    return max(dice, covered)


_ORDINALS: Final = frozenset("一二三四五六七八九十上中下续123456789")


def _differ_in_ordinal(one: str, other: str) -> bool:
    if len(one) != len(other):
        return False
    at = next((at for at, sign in enumerate(one) if sign != other[at]), 0)
    return one[at + 1 :] == other[at + 1 :] and one[at] in _ORDINALS and other[at] in _ORDINALS

"""When two articles are the same text: copies on other sites and mirrors, a few words changed.

Finding candidates: a shingle is the four characters behind any of one half of all characters (two
copies take the same ones, in half the time). The range of their hashes is cut into ``BANDS`` ×
``_ROWS`` places, each of which keeps one hash, or that of the next place where it has none
(one-permutation min-wise hashing). Which one it keeps is decided by what stands before the shingle
and only then by the hash: so a long text needs but a few of its shingles, and keeps nearly what a
look at all of them would. Texts that agree in all rows of any band are candidates. With
6 in 100 characters changed every fourth shingle is lost, two texts share 0.58 of theirs, and 22
bands of 3 find 99 in 100 such pairs, while unrelated texts, which share about 0.01, hardly ever
meet. Each band costs every text a row at a random place of the index: more of them would find
little more.

Judging a candidate: the shingles are compared in their order, for bulletins are full of the same
phrases, but only copies have them in the same order. Then the numbers: reports of two months or
two counties are written on one template and differ in little else. Last the titles, unless nearly
all is the same.
"""

import re
import struct
import zlib
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from functools import cache
from typing import Final

from archiver.store.identity import words

_SHINGLE: Final = 5
BANDS, _ROWS = 22, 3
_PLACES: Final = BANDS * _ROWS
# What a shingle follows: characters whose low bytes are in these ranges, the first range first.
_BEFORE: Final = ((0x40, 0x47), (0x48, 0x4F), (0x50, 0x5F), (0x60, 0x7F), (0x80, 0xBF))
_ENOUGH: Final = (
    56  # places with a hash of their own: what more shingles add costs more than it finds
)
# Characters; below that two different notices can share every word.
SHORTEST: Final = 60
_SAME, _SAME_UNDER_ANY_TITLE, _SAME_TITLE, _SAME_NUMBERS = 0.4, 0.8, 0.5, 0.4
_FEW_NUMBERS: Final = 5
_NUMBER: Final = re.compile(r"[0-9]{2,}")


def bands(text: str) -> list[int]:
    """The sketch of the words of a text: 32-bit numbers, one a band; none for very short texts."""
    if len(text) < SHORTEST:
        return []
    kept: dict[int, int] = {}
    for shingles in _rounds():
        codes = sorted(map(zlib.crc32, map(str.encode, shingles.findall(text))), reverse=True)
        # The last of a place is its smallest; what an earlier round found goes before it.
        kept = {code * _PLACES >> 32: code for code in codes} | kept
        if len(kept) >= _ENOUGH:
            break
    if not kept:
        return []
    code, rows = kept[min(kept)], []
    for place in reversed(range(_PLACES)):
        code = kept.get(place, code)
        rows.append(code)
    packed, size = struct.pack(f"<{_PLACES}I", *rows), 4 * _ROWS
    return [
        zlib.crc32(packed[start : start + size], start) for start in range(0, len(packed), size)
    ]


@cache
def _rounds() -> list[re.Pattern[str]]:
    """Expressions that find shingles, round by round; only what reads and stores needs them."""
    sets = ("".join(_run(high, *lows) for high in range(256)) for lows in _BEFORE)
    return [re.compile(f"[{characters}](?=(....))") for characters in sets]


def _run(high: int, first: int, last: int) -> str:
    return f"{chr(high << 8 | first)}-{chr(high << 8 | last)}"


def similarity(text: str, other: str) -> float:
    """The share of their shingles that two texts have in common in the same order.

    The longest run of common shingles that ascends in both texts, against all of both.
    """
    mine, others = _places(text), _places(other)
    ascending: list[int] = []
    for shingle in mine:
        place = others.get(shingle)
        if place is not None:
            index = bisect_left(ascending, place)
            ascending[index : index + 1] = [place]
    common = len(ascending)
    return common / (len(mine) + len(others) - common or 1)


def resemblance(text: str, other: str) -> float | None:
    """The similarity of two texts if one may be a copy of the other, else None."""
    found = similarity(text, other)
    return round(found, 4) if found >= _SAME and _numbers_agree(text, other) else None


def are_copies(resemblance: float, titles: Iterable[str], others: Iterable[str]) -> bool:
    """Whether two resembling texts are copies, given the titles each is found under."""
    if resemblance >= _SAME_UNDER_ANY_TITLE:
        return True
    mine, theirs = [_pairs(words(title)) for title in titles], [_pairs(words(t)) for t in others]
    return any(_titles_agree(one, other) for one in mine for other in theirs)


def _places(text: str) -> dict[str, int]:
    """Each shingle of ``text`` with the place where it is first found, in order."""
    places: dict[str, int] = {}
    for start in range(len(text) - _SHINGLE + 1):
        places.setdefault(text[start : start + _SHINGLE], start)
    return places


def _numbers_agree(text: str, other: str) -> bool:
    mine, others = Counter(_NUMBER.findall(text)), Counter(_NUMBER.findall(other))
    fewer = min(mine.total(), others.total())
    return fewer < _FEW_NUMBERS or (mine & others).total() >= _SAME_NUMBERS * fewer


def _titles_agree(mine: set[str], others: set[str]) -> bool:
    return len(mine & others) >= _SAME_TITLE * min(len(mine), len(others))


def _pairs(text: str) -> set[str]:
    return {text[start : start + 2] for start in range(len(text) - 1)}

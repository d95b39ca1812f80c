"""When two articles are the same text: copies on other sites and mirrors, a few words changed.

Finding candidates: of a text's overlapping five-character shingles those that begin with one half
of all characters are hashed (two copies take the same ones, in half the time); from each of
``BANDS`` × ``_ROWS`` marks along the range of hashes the next one is kept (one-permutation min-wise
hashing). Texts that agree in all rows of any band are candidates. With 6 in 100 characters changed
every fourth shingle is lost, two texts share 0.58 of theirs, and 22 bands of 3 find 99 in 100 such
pairs, while unrelated texts, which share about 0.01, hardly ever meet. Each band costs every text a
row at a random place of the index: more of them would find little more.

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
from itertools import compress

from archiver.store.identity import words

_SHINGLE = 5
BANDS, _ROWS = 22, 3
_MARKS = [mark * (1 << 32) // (BANDS * _ROWS) for mark in range(BANDS * _ROWS)]
# By the low byte of its first character: whether a shingle is taken.
_TAKEN = bytes(zlib.crc32(bytes([low])) >> 7 & 1 for low in range(256))
# Characters; below that two different notices can share every word.
SHORTEST = 60
_SAME, _SAME_UNDER_ANY_TITLE, _SAME_TITLE, _SAME_NUMBERS = 0.4, 0.8, 0.5, 0.4
_FEW_NUMBERS = 5
_NUMBER = re.compile(r"[0-9]{2,}")


def bands(text: str) -> list[int]:
    """The sketch of the words of a text: 32-bit numbers, one a band; none for very short texts."""
    if len(text) < SHORTEST:
        return []
    data, width = text.encode("utf-16-le"), 2 * _SHINGLE
    starts = compress(range(0, len(data) - width + 1, 2), data[::2].translate(_TAKEN))
    codes = sorted(map(zlib.crc32, [data[start : start + width] for start in starts]))
    count = len(codes)
    if not count:
        return []
    # Less the count an index is that of the same element, and past the end that of the first.
    kept = [codes[bisect_left(codes, mark) - count] for mark in _MARKS]
    packed, size = struct.pack(f"<{len(kept)}I", *kept), 4 * _ROWS
    return [
        zlib.crc32(packed[start : start + size], start) for start in range(0, len(packed), size)
    ]


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

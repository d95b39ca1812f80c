"""The leaf of a calendar that a link begins or ends with: 28 over 2024-03, in elements of its own.

Lists link whole rows so; the day is printed in the row, and is no part of the title.
"""

import re
from collections.abc import Sequence
from typing import Final

_DIGITS: Final = "0123456789"
_ENDS: Final = _DIGITS + "年月日)] /"
_SCRAP: Final = re.compile(r"[\s\d年月日./,()\[\]-]*")
_YEAR: Final = r"(?:19|20)\d\d"
_LEAF: Final = re.compile(
    rf"[(\[]?(?:\d\d?日?[\s/-]+{_YEAR}[-./年]\s?\d\d?月?|{_YEAR}[-./年]\s?\d\d?月?[\s/-]+\d\d?日?"
    rf"|\d\d[-./月]\d\d日?[\s/]+{_YEAR}年?|{_YEAR}年?[\s/-]+\d\d?[-./月]\d\d?日?"
    rf"|{_YEAR}[-./年]\d\d?[-./月]\d\d?日?|\d\d?日?[\s/]+\d\d?月(?:[\s,/]+{_YEAR}年?)?|\d\d[-/]\d\d)"
    r"[)\]]?"
)


def without_day(parts: Sequence[str]) -> Sequence[str]:
    """The texts of a link's elements without those that make up a day at its beginning or end."""
    if parts[-1][-1:] in _ENDS or parts[-1].isspace():
        first = len(parts)
        while first and _SCRAP.fullmatch(parts[first - 1]):
            first -= 1
        if first and _is_day(parts[first:]):
            return parts[:first]
    last = 0
    while last < len(parts) and _SCRAP.fullmatch(parts[last]):
        last += 1
    return parts[last:] if last < len(parts) and _is_day(parts[:last]) else parts


def _is_day(parts: Sequence[str]) -> bool:
    return _LEAF.fullmatch(" ".join(" ".join(parts).split())) is not None

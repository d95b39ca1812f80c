"""How many entries a list says it has: 共253条, 共 12 页 … 180 条记录, ``totalRecord:253``."""

import re
from typing import Final

from spiders.paging.words import places

_GAP: Final = rb"(?:<[^<>]{0,80}>|&nbsp;|\s){0,6}"
_LONGEST_GAP: Final = 6 * 82
_SCRIPT: Final = re.compile(
    rb"total(?:Record|Count|Row)s?['\"]?\s*[:=]\s*['\"]?(\d{1,6})\b", re.IGNORECASE
)
_PAGES_BEFORE: Final = re.compile(rb"\d%b\Z" % _GAP)


class _Printed:
    """The ways in which lists print their total, in one encoding.

    Words are found first, then what stands around them: of a page's many bytes few are looked at.
    """

    def __init__(self, encoding: str) -> None:
        self._before = [word.encode(encoding) for word in ("共", "共有", "总数", "总计", "合计")]
        self._pages, entry = "页".encode(encoding), "条".encode(encoding)
        units = b"|".join(word.encode(encoding) for word in ("条", "篇", "项", "则", "个记录"))
        colon = "：".encode(encoding)
        self._total = re.compile(rb"(?::|%b)?%b(\d{1,6})%b(?:%b)" % (colon, _GAP, _GAP, units))
        self._after_pages = re.compile(rb"%b(\d{1,6})%b%b" % (_GAP, _GAP, entry))

    def total(self, body: bytes) -> bytes | None:
        """The number behind such a word."""
        found = (self._total.match(body, end) for _, end in places(body, self._before))
        return next((match[1] for match in found if match), None)

    def total_after_pages(self, body: bytes) -> bytes | None:
        """共 8页253条: the number of pages may stand between."""
        for begin, end in places(body, [self._pages]):
            match = self._after_pages.match(body, end)
            if match and _PAGES_BEFORE.search(body, max(0, begin - _LONGEST_GAP - 1), begin):
                return match[1]
        return None


_ENCODINGS: Final = [_Printed(encoding) for encoding in ("utf-8", "gbk")]


def total_entries(body: bytes) -> int | None:
    """The number a list page prints or counts with; None when it says none."""
    for ways in zip(*((one.total, one.total_after_pages) for one in _ENCODINGS), strict=True):
        for way in ways:
            if (found := way(body)) is not None:
                return int(found)
    script = _SCRIPT.search(body) if b"total" in body.lower() else None
    return int(script[1]) if script else None

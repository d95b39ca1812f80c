"""How many entries a list says it has: 共253条, 共 12 页 … 180 条记录, ``totalRecord:253``."""

import re

_GAP = rb"(?:<[^<>]{0,80}>|&nbsp;|\s){0,6}"
_SCRIPT = re.compile(
    rb"total(?:Record|Count|Row)s?['\"]?\s*[:=]\s*['\"]?(\d{1,6})\b", re.IGNORECASE
)


def _printed(encoding: str) -> re.Pattern[bytes]:
    before = b"|".join(word.encode(encoding) for word in ("共", "共有", "总数", "总计", "合计"))
    units = b"|".join(word.encode(encoding) for word in ("条", "篇", "项", "则", "个记录"))
    colon = b"|".join(sign.encode(encoding) for sign in (":", "："))
    return re.compile(rb"(?:%b)(?:%b)?%b(\d{1,6})%b(?:%b)" % (before, colon, _GAP, _GAP, units))


# 共 8页253条: the number of pages may stand between.
def _after_pages(encoding: str) -> re.Pattern[bytes]:
    page, entry = "页".encode(encoding), "条".encode(encoding)
    return re.compile(rb"\d{1,5}%b%b%b(\d{1,6})%b%b" % (_GAP, page, _GAP, _GAP, entry))


_PATTERNS = (
    *(_printed(encoding) for encoding in ("utf-8", "gbk")),
    *(_after_pages(encoding) for encoding in ("utf-8", "gbk")),
    _SCRIPT,
)


def total_entries(body: bytes) -> int | None:
    """The number a list page prints or counts with; None when it says none."""
    for pattern in _PATTERNS:
        if found := pattern.search(body):
            return int(found[1])
    return None

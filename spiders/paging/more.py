"""Columns that a page leads to only by 更多 beside their newest entries, in words or pictures."""

import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import urljoin

from spiders.paging.ask import Ask

_ANCHOR = re.compile(rb"<a\s([^<>]{1,400})>((?:[^<]|<(?!/?a[\s>])){0,300}?)</a", re.IGNORECASE)
_HREF = re.compile(rb"\bhref\s*=\s*[\"']?([^\"'\s>]{1,500})", re.IGNORECASE)
_PICTURE = re.compile(rb"<img\s[^<>]{0,300}\b(?:src|alt|title)\s*=[^<>]{0,200}more", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]{0,300}>")
_SIGNS = re.compile(r"[\s>»›→+.…·\[\]【】()（）＞]+")
_HIDDEN = re.compile(rb"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_WORDS = frozenset(("更多", "more", "查看更多", "更多内容", "更多信息", "更多文章"))
_ENCODINGS = ("utf-8", "gbk")
MARKS = (b"more", *("更多".encode(name) for name in _ENCODINGS))
# What whatever says 更多 or more has in it, be it a picture or written as a character reference.
_SHOWS = re.compile(b"(?i:more)|&#|" + b"|".join("更".encode(name) for name in _ENCODINGS))


def columns(body: bytes, url: str) -> Iterator[Ask]:
    """The addresses behind every 更多, each once; those of hidden links are left out."""
    found: dict[str, None] = {}
    for attributes, inside in _ANCHOR.findall(body):
        if not _SHOWS.search(inside) or not _says_more(inside):
            continue
        href = _HREF.search(attributes)
        if href and not _HIDDEN.search(attributes):
            found[unescape(_text(href[1]))] = None
    for address in found:
        if not address.lower().startswith(("javascript:", "mailto:", "#")):
            yield Ask(urljoin(url, address), is_column=True)


def _says_more(inside: bytes) -> bool:
    text = _SIGNS.sub("", unescape(_TAG.sub("", _text(inside)))).lower()
    return text in _WORDS or (not text and bool(_PICTURE.search(inside)))


def _text(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("gb18030", "replace")

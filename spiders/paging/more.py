"""Columns that a page leads to only by 更多 beside their newest entries, in words or pictures."""

import re
from collections.abc import Iterator
from html import unescape
from typing import Final
from urllib.parse import urljoin

from spiders.paging.ask import Ask
from spiders.paging.words import places

_ANCHOR: Final = re.compile(
    rb"<a\s([^<>]{1,400})>((?:[^<]|<(?!/?a[\s>])){0,300}?)</a", re.IGNORECASE
)
_BEGIN: Final = re.compile(rb"<[aA]\s")
_LONGEST: Final = 720  # bytes of an anchor
_HREF: Final = re.compile(rb"\bhref\s*=\s*[\"']?([^\"'\s>]{1,500})", re.IGNORECASE)
_PICTURE: Final = re.compile(
    rb"<img\s[^<>]{0,300}\b(?:src|alt|title)\s*=[^<>]{0,200}more", re.IGNORECASE
)
_TAG: Final = re.compile(r"<[^<>]{0,300}>")
_SIGNS: Final = re.compile(r"[\s>»›→+.…·\[\]【】()（）＞]+")
_HIDDEN: Final = re.compile(rb"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_WORDS: Final = frozenset(("更多", "more", "查看更多", "更多内容", "更多信息", "更多文章"))
_ENCODINGS: Final = ("utf-8", "gbk")
MARKS: Final = (b"more", *("更多".encode(name) for name in _ENCODINGS))
# What whatever says 更多 or more has in it, be it a picture or written as a character reference.
_SHOWN: Final = (b"more", b"&#", *("更".encode(name) for name in _ENCODINGS))


def columns(body: bytes, url: str) -> Iterator[Ask]:
    """The addresses behind every 更多, each once; those of hidden links are left out."""
    found: dict[str, None] = {}
    for attributes, inside in _anchors(body):
        if not _says_more(inside):
            continue
        href = _HREF.search(attributes)
        if href and not _HIDDEN.search(attributes):
            found[unescape(_text(href[1]))] = None
    for address in found:
        if not address.lower().startswith(("javascript:", "mailto:", "#")):
            yield Ask(urljoin(url, address), is_column=True)


def _anchors(body: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Attributes and content of the anchors that may show 更多; few do, and only those are read."""
    end = 0
    for shown, _ in places(body.lower(), _SHOWN):
        near = max(end, shown - _LONGEST)
        begins = _BEGIN.findall(body, near, shown)
        if not begins:
            continue
        anchor = _ANCHOR.match(body, body.rfind(begins[-1], near, shown))
        if anchor and anchor.start(2) <= shown < anchor.end(2):
            end = anchor.end()
            yield anchor[1], anchor[2]


def _says_more(inside: bytes) -> bool:
    text = _SIGNS.sub("", unescape(_TAG.sub("", _text(inside)))).lower()
    return text in _WORDS or (not text and bool(_PICTURE.search(inside)))


def _text(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("gb18030", "replace")

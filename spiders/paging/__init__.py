"""Further list pages that a page announces in script, form or 更多 instead of in named links.

One module per way that sites do it; each is a pure function from the bytes of a page and its
address to what is to be asked for. Most of their marks are ASCII, so pages are not decoded. Few
pages show any of a way's ``MARKS`` (in small letters), and only those are searched for more.
"""

from collections.abc import Callable, Iterator
from typing import Final

from spiders.paging import counted, functions, jcms, more, postback
from spiders.paging.ask import Ask

WAYS: Final[tuple[tuple[tuple[bytes, ...], Callable[[bytes, str], Iterator[Ask]]], ...]] = (
    (counted.MARKS, counted.list_pages),
    (functions.MARKS, functions.list_pages),
    (postback.MARKS, postback.list_pages),
    (jcms.MARKS, jcms.list_pages),
    (more.MARKS, more.columns),
)

_PAGE: Final = b"page"
_AROUND: Final = 10
"""Bytes; no mark has more before or behind the word."""


def announced(body: bytes, url: str) -> Iterator[Ask]:
    """What ``body`` says there is beyond itself, in order, without the page itself."""
    small = body.lower()
    near = _near_page(small)
    for marks, way in WAYS:
        if not any(mark in (near if _PAGE in mark else small) for mark in marks):
            continue
        for ask in way(body, url):
            if ask.form or ask.url != url:
                yield ask


def _near_page(small: bytes) -> bytes:
    """What stands around each ``page``: most marks hold the word, and one look finds it."""
    parts = (part[:_AROUND] + b" " + part[-_AROUND:] for part in small.split(_PAGE))
    return _PAGE.join(parts)


__all__ = ["Ask", "announced"]

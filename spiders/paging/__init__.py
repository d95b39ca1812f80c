"""Further list pages that a page announces in script, form or 更多 instead of in named links.

One module per way that sites do it; each is a pure function from the bytes of a page and its
address to what is to be asked for. Most of their marks are ASCII, so pages are not decoded.
"""

from collections.abc import Callable, Iterator

from spiders.paging import counted, functions, jcms, more, postback
from spiders.paging.ask import Ask

WAYS: tuple[Callable[[bytes, str], Iterator[Ask]], ...] = (
    counted.list_pages,
    functions.list_pages,
    postback.list_pages,
    jcms.list_pages,
    more.columns,
)


def announced(body: bytes, url: str) -> Iterator[Ask]:
    """What ``body`` says there is beyond itself, in order, without the page itself."""
    for way in WAYS:
        for ask in way(body, url):
            if ask.form or ask.url != url:
                yield ask


__all__ = ["Ask", "announced"]

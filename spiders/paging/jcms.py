"""大汉 JCMS lists: records in a data store within the page, the others by post to a proxy."""

import re
from collections.abc import Iterator
from typing import Final
from urllib.parse import urljoin

from lxml import etree, html

from archiver.parsers.counted import MOST_PAGES
from spiders.paging.ask import Ask

MARKS: Final = (b"<datastore>", b"totalrecord")

_TOTAL: Final = re.compile(rb"totalRecord\s*:\s*(\d{1,6})")
_GROUP: Final = re.compile(rb"groupSize\s*:\s*(\d{1,4})")
_PER_PAGE: Final = re.compile(rb"perPage\s*:\s*(\d{1,4})")
_PROXY: Final = re.compile(rb"proxyUrl\s*:\s*[\"']([^\"']{1,200})[\"']")
_PARAMETERS: Final = re.compile(rb"ajaxParam\s*:\s*\{([^{}]{0,2000})\}")
# Words stand in quotes of either kind; numbers mostly in none.
_PARAMETER: Final = re.compile(rb"(\w{1,40})[\"']?\s*:\s*([\"']?)([^\"',}]{0,200})\2")
_DATA_STORE: Final = re.compile(rb"<datastore>.{0,2000000}?</datastore>", re.DOTALL)


def list_pages(body: bytes, url: str) -> Iterator[Ask]:
    """The items of a data store, and the posts that give its further records."""
    for store in _DATA_STORE.findall(body):
        yield from _items(store, url)
    total, proxy, fields = _TOTAL.search(body), _PROXY.search(body), _PARAMETERS.search(body)
    if not (total and proxy and fields):
        return
    size = _number(_GROUP.search(body), 1) * _number(_PER_PAGE.search(body), 15)
    form = tuple(
        (name.decode("latin-1"), value.decode("utf-8", "replace").strip())
        for name, _, value in _PARAMETER.findall(fields[1])
    )
    for first in range(1, min(int(total[1]), MOST_PAGES * size) + 1, size):
        last = min(first + size - 1, int(total[1]))
        place = f"{proxy[1].decode('latin-1')}?startrecord={first}&endrecord={last}"
        yield Ask(urljoin(url, f"{place}&perpage={_number(_PER_PAGE.search(body), 15)}"), form)


def _items(store: bytes, url: str) -> Iterator[Ask]:
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True)
    root = etree.fromstring(store.decode("utf-8", "replace"), parser)
    for record in root.iter("record") if root is not None else ():
        if record.text and record.text.strip():
            for _, name, href, _ in html.fragment_fromstring(record.text, "div").iterlinks():
                if name == "href":
                    yield Ask(urljoin(url, href), is_entry=True)


def _number(found: re.Match[bytes] | None, otherwise: int) -> int:
    return max(int(found[1]), 1) if found else otherwise

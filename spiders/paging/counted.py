"""Pages that a script counts: TRS WCM's ``createPageHTML`` and ``countPage``."""

import re
from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

from spiders.paging.ask import MOST_PAGES, Ask

MARKS = (b"createpagehtml", b"countpage")

# createPageHTML(50, 0, "index", "htm") counts from 0: page k lies at index_k.htm. A later variant
# names the element first, createPageHTML('page_div', total, current, 'name', 'shtml', 1000), and
# counts from 1: page k lies at name_k.shtml.
_FROM_0 = re.compile(
    rb"createPageHTML\(\s*(\d{1,5})\s*,\s*\d{1,5}\s*,\s*[\"']([\w-]{1,60})[\"']\s*,"
    rb"\s*[\"'](\w{1,8})[\"']"
)
_FROM_1 = re.compile(
    rb"createPageHTML\(\s*[\"'][^\"']{0,60}[\"']\s*,\s*(\d{1,5})\s*,\s*\d{1,5}\s*,"
    rb"\s*[\"']([\w-]{1,60})[\"']\s*,\s*[\"'](\w{1,8})[\"']"
)
# var countPage = 5, beside a loop that writes index_1.htm … index_4.htm.
_COUNT = re.compile(rb"\bcountPage\s*=\s*(\d{1,5})")


def list_pages(body: bytes, url: str) -> Iterator[Ask]:
    """Address of every page the scripts count."""
    for pattern, first, beyond in ((_FROM_0, 1, 0), (_FROM_1, 2, 1)):
        for total, name, extension in pattern.findall(body):
            for number in range(first, min(int(total), MOST_PAGES) + beyond):
                yield Ask(urljoin(url, f"{name.decode()}_{number}.{extension.decode()}"))
    count = _COUNT.search(body)
    if count and b"createPageHTML(" not in body:
        stem, dot, extension = urlsplit(url).path.rpartition("/")[2].rpartition(".")
        stem = re.sub(r"_\d{1,5}$", "", stem)
        for number in range(1, min(int(count[1]), MOST_PAGES)):
            if stem and dot:
                yield Ask(urljoin(url, f"{stem}_{number}.{extension}"))

"""The list pages that a page announces in script or form instead of in links.

Every way yields absolute addresses; the caller drops those it has already asked for. The patterns
are ASCII and run on the bytes as received, so no decoding is needed.
"""

import re
from collections.abc import Iterator
from urllib.parse import urljoin

# TRS WCM: createPageHTML(50, 0, "index", "htm") counts from 0; page k lies at index_k.htm. A later
# variant names the element first: createPageHTML('page_div', total, current, 'name', 'shtml', 1000)
# and counts from 1; page k lies at name_k.shtml.
_TRS_FROM_0 = re.compile(
    rb"createPageHTML\(\s*(\d{1,5})\s*,\s*\d{1,5}\s*,\s*[\"']([\w-]{1,60})[\"']\s*,"
    rb"\s*[\"'](\w{1,8})[\"']"
)
_TRS_FROM_1 = re.compile(
    rb"createPageHTML\(\s*[\"'][^\"']{0,60}[\"']\s*,\s*(\d{1,5})\s*,\s*\d{1,5}\s*,"
    rb"\s*[\"']([\w-]{1,60})[\"']\s*,\s*[\"'](\w{1,8})[\"']"
)
_MOST_PAGES = 2000


def announced_pages(body: bytes, url: str) -> Iterator[str]:
    """Addresses of further list pages that scripts of ``body`` count out, in order."""
    if b"createPageHTML" not in body:
        return
    for pattern, last in ((_TRS_FROM_0, -1), (_TRS_FROM_1, 0)):
        for total, name, extension in pattern.findall(body):
            first = 1 if last else 2
            for number in range(first, min(int(total), _MOST_PAGES) + 1 + last):
                yield urljoin(url, f"{name.decode()}_{number}.{extension.decode()}")

"""Chains of pages that lead nowhere: calendars, endless paging, folders within folders."""

import re
from urllib.parse import parse_qsl, urlsplit

from archiver.records.page import PageKind

LONGEST_BARREN_CHAIN = 20
"""So many pages in a row may give nothing new; a list of known items may be as long."""

MOST_REPEATS = 10
"""The same bytes under more addresses than this are followed no further: each would lead on."""

MOST_CHALLENGES = 10
"""After so many challenges in a row nothing else will come, and asking on would be rude."""

_NUMBER = re.compile(r"\d+")
_REPEATED = re.compile(r"(/[^/]+)\1+(?=/|$)")
_CONTENT = ("issue", "article", "document")


class Repeats:
    """Answers that came under other addresses before, known by 8 bytes of their digests."""

    def __init__(self) -> None:
        self._times: dict[int, int] = {}

    def too_many(self, digest: str) -> bool:
        """Whether the bytes of ``digest`` (hex) have come too often now."""
        mark = int(digest[:16], 16)
        times = self._times[mark] = self._times.get(mark, 0) + 1
        return times > MOST_REPEATS


def leads_on(kind: PageKind, url: str, links: list[str]) -> bool:
    """Whether the page of ``kind`` at ``url`` gives anything but more pages like itself."""
    own = skeleton(url)
    return kind in _CONTENT or any(skeleton(link) != own for link in links)


def skeleton(url: str) -> str:
    """``url`` with its numbers and repeated folders taken out: equal for pages of one list."""
    parts = urlsplit(url)
    path = _REPEATED.sub(r"\1", _NUMBER.sub("0", parts.path.rstrip("/")))
    names = sorted({name for name, _ in parse_qsl(parts.query, keep_blank_values=True)})
    return f"{parts.netloc}{path}?{'&'.join(names)}"

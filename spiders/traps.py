"""Chains of pages that lead nowhere: calendars, endless paging, folders within folders."""

import re
from collections import Counter
from urllib.parse import parse_qsl, urlsplit

from archiver.records.page import PageKind

LONGEST_BARREN_CHAIN = 20
"""So many pages in a row may give nothing new; a list of known items may be as long."""

MOST_BARREN = 200
"""So many pages alike may give nothing new, with none between them that does: chains may branch."""

MOST_REPEATS = 10
"""The same words under more addresses than this are followed no further: each would lead on."""

MOST_CHALLENGES = 10
"""After so many challenges in a row nothing else will come, and asking on would be rude."""

_NUMBER = re.compile(r"\d+")
_REPEATED = re.compile(r"(/[^/]+)\1+(?=/|$)")
_CONTENT = ("issue", "article", "document")


class Repeats:
    """Pages that said the same under other addresses, known by 8 bytes of their digests."""

    def __init__(self) -> None:
        self._times: dict[int, int] = {}

    def too_many(self, digest: str) -> bool:
        """Whether what has ``digest`` (hex) has come too often now."""
        mark = int(digest[:16], 16)
        times = self._times[mark] = self._times.get(mark, 0) + 1
        return times > MOST_REPEATS


class Barren:
    """Counts pages that give nothing new among those that are alike."""

    def __init__(self) -> None:
        self._alike: Counter[str] = Counter()

    def too_many(self, url: str, *, is_barren: bool) -> bool:
        """Whether too many pages like that at ``url`` gave nothing, this one included."""
        alike = skeleton(url)
        if not is_barren:
            self._alike.pop(alike, None)
            return False
        self._alike[alike] += 1
        return self._alike[alike] > MOST_BARREN


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

"""Which links of a page are asked for: the site's hosts and columns, each page once."""

import datetime
import hashlib
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final, NamedTuple
from urllib.parse import quote, urljoin, urlsplit

from archiver.addresses import page_identity
from archiver.records import Link, Page, SiteProfile
from archiver.records.page import LinkBlock

MOST_DOORS: Final = 3
_LONGEST_URL: Final = 2000
_KEPT: Final = "%!$&'()*+,/:;=?@~"
# Most addresses are written so; every link of every page is asked about.
_USUAL: Final = re.compile(r"https?://([a-z0-9.-]+)(?::[0-9]+)?/")


class Target(NamedTuple):
    """An address on the site, 8 bytes by which it is known, and the link that leads there."""

    url: str
    mark: bytes
    title: str = ""
    block: LinkBlock | None = None
    day: datetime.date | None = None


def as_asked(url: str, encoding: str) -> str:
    """``url`` as a browser asks for it: its query in the ``encoding`` of the page that links it.

    Names of columns stand in queries, and servers know them in the encoding of their pages only;
    paths are UTF-8 everywhere.
    """
    if url.isascii():
        return url
    before, mark, query = url.partition("#")[0].partition("?")
    written = quote(query, _KEPT, encoding, "replace")
    return f"{before}{mark}{written}"


def _absolute(base: str, url: str, encoding: str) -> str:
    return as_asked(url if _USUAL.match(url) else urljoin(base, url), encoding)


class Bounds:
    """What a crawl of one site may ask for.

    ``since`` is the oldest day of interest: links printed with an older date are left out.
    """

    def __init__(self, profile: SiteProfile, since: datetime.date | None = None) -> None:
        self._hosts = frozenset(host.lower() for host in profile.hosts)
        self._columns = frozenset(profile.columns)
        self._since = since

    def target(self, url: str, identity: str = "") -> Target | None:
        """``url`` as something to ask for; None when it is not on the site.

        ``identity`` tells several questions to one address apart (the fields of a form).
        """
        if len(url) > _LONGEST_URL or not self.allows(url):
            return None
        return Target(url, mark_of(identity or url))

    def targets(self, page: Page, base: str) -> Iterator[Target]:
        """``page``'s links and attachments that are on the site and of interest, each once."""
        linked: dict[str, Link] = {}
        door = self.is_door(page)
        for link in page.links:
            # An entry of the list may stand in the sidebar, too.
            known = link.url in linked and link.block != "listing"
            if link.url and not known and self._wanted(link, door=door):
                linked[link.url] = link
        for url, link in linked.items():
            if target := self.target(_absolute(base, url, page.encoding)):
                day = link.date.start if link.date else None
                yield target._replace(title=link.title, block=link.block, day=day)
        for file in page.attachments:
            url = _absolute(base, file.url, page.encoding)
            if file.url not in linked and (target := self.target(url)):
                yield target

    def is_door(self, page: Page, *more: str) -> bool:
        """Whether ``page`` only leads into the site (进入网站), whatever its columns are called.

        ``more`` are the names of what it leads to without links.
        """
        links = {link.url: link.title for link in page.links}
        few = len(links) + len(more) <= MOST_DOORS
        return page.kind == "other" and few and self._columns.isdisjoint([*links.values(), *more])

    def allows(self, url: str) -> bool:
        """Whether ``url`` is a web address on one of the site's hosts."""
        if found := _USUAL.match(url):
            return found[1] in self._hosts
        try:
            parts = urlsplit(url)
            return parts.scheme in ("http", "https") and (parts.hostname or "") in self._hosts
        except ValueError:
            return False

    def _wanted(self, link: Link, *, door: bool) -> bool:
        named = link.block != "navigation" or not self._columns or link.title in self._columns
        if not named and not door:
            return False
        day = link.date.start if link.date and self._since else None
        return day is None or self._since is None or day >= self._since


class Scope:
    """What a crawl has already asked for.

    Remembers 8 bytes of a hash per address, so a million known addresses stay below 100 MB.
    """

    def __init__(self, bounds: Bounds) -> None:
        self._bounds = bounds
        self._seen: set[bytes] = set()

    def new(self, url: str, identity: str = "") -> bool:
        """Whether ``url`` is on the site and not yet asked for; remembers it."""
        target = self._bounds.target(url, identity)
        return target is not None and bool(self.new_of([target]))

    def new_of(self, targets: Iterable[Target]) -> list[Target]:
        """Those ``targets`` that are not yet asked for; remembers them."""
        new = []
        for target in targets:
            if target.mark not in self._seen:
                self._seen.add(target.mark)
                new.append(target)
        return new

    def remember(self, marks: Iterable[bytes]) -> None:
        """Take ``marks`` for asked."""
        self._seen.update(marks)

    def asked(self, url: str) -> bool:
        """Whether ``url`` was asked for."""
        return mark_of(url) in self._seen


@lru_cache(1024)  # of the links of a page most stand on every page
def mark_of(url: str) -> bytes:
    """8 bytes by which an address is known, however it is spelled."""
    return hashlib.blake2b(page_identity(url).encode(), digest_size=8).digest()

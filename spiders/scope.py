"""Which links of a page are asked for: the site's hosts and columns, each page once."""

import datetime
import hashlib
from collections.abc import Iterable, Iterator
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit

from archiver.addresses import page_identity
from archiver.records import Link, Page, SiteProfile

_LONGEST_URL = 2000


class Target(NamedTuple):
    """An address on the site, and 8 bytes by which it is known."""

    url: str
    mark: bytes


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
        name = page_identity(identity or url).encode()
        return Target(url, hashlib.blake2b(name, digest_size=8).digest())

    def targets(self, page: Page, base: str) -> Iterator[Target]:
        """``page``'s links and attachments that are on the site and of interest, each once."""
        linked = [link.url for link in page.links if link.url and self._wanted(link)]
        for url in dict.fromkeys([*linked, *(file.url for file in page.attachments)]):
            if target := self.target(urljoin(base, url)):
                yield target

    def allows(self, url: str) -> bool:
        """Whether ``url`` is a web address on one of the site's hosts."""
        try:
            parts = urlsplit(url)
            return parts.scheme in ("http", "https") and (parts.hostname or "") in self._hosts
        except ValueError:
            return False

    def _wanted(self, link: Link) -> bool:
        if link.block == "navigation" and self._columns and link.title not in self._columns:
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

    def new_of(self, targets: Iterable[Target]) -> list[str]:
        """The addresses of those ``targets`` that are not yet asked for; remembers them."""
        new = []
        for url, mark in targets:
            if mark not in self._seen:
                self._seen.add(mark)
                new.append(url)
        return new

"""Which links of a page are asked for: the site's hosts and columns, each page once."""

import datetime
import hashlib
from collections.abc import Iterable, Iterator
from urllib.parse import urljoin, urlsplit

from archiver.addresses import page_identity
from archiver.records import Link, Page, SiteProfile

_LONGEST_URL = 2000


class Scope:
    """What a crawl of one site may ask for, and what it has already asked for.

    ``since`` is the oldest day of interest: links printed with an older date are left out.
    Remembers 8 bytes of a hash per address, so a million known addresses stay below 100 MB.
    """

    def __init__(self, profile: SiteProfile, since: datetime.date | None = None) -> None:
        self._hosts = frozenset(host.lower() for host in profile.hosts)
        self._columns = frozenset(profile.columns)
        self._since = since
        self._seen: set[bytes] = set()

    def new(self, url: str, identity: str = "") -> bool:
        """Whether ``url`` is on the site and not yet asked for; remembers it.

        ``identity`` tells several questions to one address apart (the fields of a form).
        """
        if len(url) > _LONGEST_URL or not self.allows(url):
            return False
        mark = hashlib.blake2b(page_identity(identity or url).encode(), digest_size=8).digest()
        if mark in self._seen:
            return False
        self._seen.add(mark)
        return True

    def allows(self, url: str) -> bool:
        """Whether ``url`` is a web address on one of the site's hosts."""
        try:
            parts = urlsplit(url)
            return parts.scheme in ("http", "https") and (parts.hostname or "") in self._hosts
        except ValueError:
            return False

    def new_links(self, page: Page, base: str) -> Iterator[str]:
        """Absolute addresses of ``page``'s links and attachments that are to be asked for."""
        for link in page.links:
            if link.url and self._wanted(link):
                yield from self.new_only([urljoin(base, link.url)])
        yield from self.new_only(urljoin(base, file.url) for file in page.attachments)

    def new_only(self, urls: Iterable[str]) -> Iterator[str]:
        """Those of ``urls`` that are to be asked for."""
        return (url for url in urls if self.new(url))

    def _wanted(self, link: Link) -> bool:
        if link.block == "navigation" and self._columns and link.title not in self._columns:
            return False
        day = link.date.start if link.date and self._since else None
        return day is None or self._since is None or day >= self._since

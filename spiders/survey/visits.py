"""What a survey of a site saw."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import urlsplit

from archiver.records import Link, Page
from spiders.paging import Ask, announced
from spiders.paging.wordless import led_to


@dataclass(frozen=True)
class Visit:
    """One address that was asked for: the page it gave, or why it gave none.

    ``name`` is the text of the link that led there, ``url`` where the answer came from (after
    redirects; the refused one where they left the site).
    """

    asked: str
    url: str
    name: str = ""
    page: Page | None = None
    body: bytes = b""
    why: str = ""

    @property
    def entries(self) -> list[Link]:
        """What the page lists, if it is a list."""
        if self.page is None or self.page.kind != "listing":
            return []
        return [link for link in self.page.links if link.block == "listing"]

    @property
    def links(self) -> list[Link]:
        """What the page leads to, by a link or otherwise; what has no name has an empty title."""
        if self.page is None:
            return []
        links = list(self.page.links)
        if not self.page.has_text:
            linked = {link.url for link in links}
            links += [
                Link(url=ask.url, title=ask.name, block="navigation")
                for ask in self._wordless
                if ask.url not in linked
            ]
        return links

    @property
    def frames(self) -> list[str]:
        """The addresses of the page's frames, or where its script sends the reader on."""
        return [ask.url for ask in self._wordless if ask.is_frame]

    @cached_property
    def _wordless(self) -> list[Ask]:
        """What the page leads to without an ordinary link; it is taken apart for that once."""
        if self.page is None:
            return []
        is_list = self.page.kind == "listing"
        return list(led_to(self.body, self.page.encoding, self.url, is_list=is_list))

    @property
    def listed(self) -> bool:
        """Whether the page lists anything, in itself or by a script."""
        return bool(self.entries) or any(ask.is_entry for ask in announced(self.body, self.url))


@dataclass(slots=True)
class Survey:
    """The visits to start pages, columns and entries of columns, in the order of the answers."""

    starts: list[Visit] = field(default_factory=list)
    columns: list[Visit] = field(default_factory=list)
    entries: list[Visit] = field(default_factory=list)

    def pages(self) -> Iterator[Page]:
        """Every page that was read, start pages first."""
        return (visit.page for visit in self.visits() if visit.page is not None)

    def visits(self) -> Iterator[Visit]:
        """All visits, start pages first."""
        yield from self.starts
        yield from self.columns
        yield from self.entries

    def linked(self) -> list[Link]:
        """The links of the start pages, each address and name once."""
        links = [link for visit in self.starts for link in visit.links]
        return list({(link.url, link.title): link for link in links if link.url}.values())

    def linked_hosts(self) -> dict[str, str]:
        """Hosts that links of the start pages lead to, with the name of one such link."""
        hosts: dict[str, str] = {}
        for link in self.linked():
            host = host_of(link.url or "")
            if host and link.block in ("navigation", "listing", "notices"):
                hosts.setdefault(host, link.title)
        return hosts


def host_of(url: str) -> str:
    """The host of a web address; empty for anything else."""
    try:
        parts = urlsplit(url)
        return (parts.hostname or "").lower() if parts.scheme in ("http", "https") else ""
    except ValueError:
        return ""

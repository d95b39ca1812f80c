"""What travels from the spider through the pipelines."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from archiver.records.attached import AttachedFile
from archiver.records.capture import Capture
from archiver.records.page import Page
from archiver.records.site import SiteProfile


@dataclass(frozen=True, slots=True)
class Prepared:
    """What the store writes of a page whatever its capture, made by the store's ``prepare``.

    ``record`` is the page as JSON and ``digest`` its SHA-256 (hex); ``columns`` repeat parts of it
    by name; ``rows`` are those of each content table, without the version they belong to;
    ``units`` the keys of all contributors, sorted; ``sketches`` number, digest and sketch of
    each article that copies are looked for of.
    """

    record: str
    digest: str
    columns: dict[str, Any]
    rows: dict[str, list[tuple[Any, ...]]]
    units: list[str]
    sketches: list[tuple[int, str, list[int]]]


@dataclass(slots=True)
class CrawledPage:
    """One parsed page with the capture it was read from; the steps may change ``page``.

    ``prepared`` is what the store would make of it, if somebody had the time for it before;
    ``counts`` is what the steps added to the crawl's statistics for it.
    """

    page: Page = field(repr=False)
    capture: Capture
    site: SiteProfile = field(repr=False)
    prepared: Prepared | None = field(default=None, repr=False)
    counts: Counter[str] = field(default_factory=Counter, repr=False)
    is_stored: bool = False

    def change(self, page: Page) -> None:
        """Put ``page`` in the place of the one there is."""
        if page != self.page:
            self.page, self.prepared = page, None


@dataclass(slots=True)
class CrawledFile:
    """One linked file with the capture it was read from."""

    file: AttachedFile = field(repr=False)
    capture: Capture
    counts: Counter[str] = field(default_factory=Counter, repr=False)
    is_stored: bool = False

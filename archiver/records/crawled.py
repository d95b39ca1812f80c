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

    It stands for the page, which is many times as dear to hand from process to process. ``record``
    is the page as JSON, without ``parser``, and ``digest`` its SHA-256 (hex); ``columns`` repeat
    parts of it by name, ``issue`` those of its issue; ``series`` is the row of the issue's series;
    ``rows`` are those of each content table, without the version they belong to; ``units`` the
    keys of all contributors, sorted; ``sketches`` number, digest and sketch of each article that
    copies are looked for of.
    """

    url: str | None
    parser: str
    record: str
    digest: str
    columns: dict[str, Any]
    issue: dict[str, Any] | None
    series: tuple[str, str | None, str] | None
    rows: dict[str, list[tuple[Any, ...]]]
    units: list[str]
    sketches: list[tuple[int, str, list[int]]]

    @property
    def page(self) -> Page:
        """The page, read from its record again: half a millisecond."""
        return Page.of_record(self.record, self.parser)


@dataclass(slots=True)
class CrawledPage:
    """One parsed page with the capture it was read from; the steps may change what it says.

    ``says`` is what the page adds to the counts of a crawl, ``counts`` what the steps added to the
    crawl's statistics for it.
    """

    prepared: Prepared = field(repr=False)
    says: Counter[str] = field(repr=False)
    capture: Capture
    site: SiteProfile = field(repr=False)
    counts: Counter[str] = field(default_factory=Counter, repr=False)
    is_stored: bool = False


@dataclass(slots=True)
class CrawledFile:
    """One linked file with the capture it was read from, and the addresses that led there."""

    file: AttachedFile = field(repr=False)
    capture: Capture
    via: tuple[str, ...] = ()
    counts: Counter[str] = field(default_factory=Counter, repr=False)
    is_stored: bool = False

"""What queries give back."""

from dataclasses import dataclass
from typing import Any

from archiver.records import Capture, IntegrityStatus, Page, Record, SiteProfile
from archiver.store.witnesses import QUARANTINED


class Evidence(Record):
    """A page that carries the record, and the first capture it was read from so.

    ``preferred`` marks the one whose reading the record shows.
    """

    url: str
    integrity: IntegrityStatus
    preferred: bool
    capture: Capture


@dataclass(frozen=True, slots=True)
class Entry:
    """A record: an issue, or a page without issue, as its preferred witness gives it.

    ``identity`` is the issue's key, or the page's address where there is none.
    """

    identity: str
    page: Page
    evidence: tuple[Evidence, ...]

    @property
    def quarantined(self) -> bool:
        """Whether the content is kept but not to be handed out unasked."""
        return self.page.integrity.status in QUARANTINED


@dataclass(frozen=True, slots=True)
class IssueLine:
    """An issue in a list."""

    identity: str
    series: str | None
    year: int | None
    number: int | None
    label: str | None
    date: str | None
    articles: int
    witnesses: int
    integrity: str


@dataclass(frozen=True, slots=True)
class PrintedUnit:
    """A contributing unit as printed and as resolved, with what it sent.

    ``first`` and ``last`` are the identities of the first and last record, by date.
    """

    printed: str
    name: str | None
    division: str | None
    key: str | None
    basis: str
    articles: int
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class UnitMention:
    """One contribution of a unit; ``context`` is the key of its series, or of the site.

    ``day`` is the day its record bears, empty when it bears none.
    """

    printed: str
    context: str
    name: str | None
    division: str | None
    key: str | None
    basis: str
    day: str
    identity: str
    article: int


@dataclass(frozen=True, slots=True)
class StoredPage:
    """A live page with what is needed to store it anew."""

    page: Page
    site: str
    profile: SiteProfile | None
    capture: Capture


@dataclass(frozen=True, slots=True)
class CopyLine:
    """An article whose text is found elsewhere too.

    ``similarity`` is that with the preferred one of its group: 1 for the same words, None when
    they resemble each other only by way of a third.
    """

    identity: str
    article: int
    title: str | None
    url: str
    integrity: str
    text_digest: str
    similarity: float | None = None


@dataclass(frozen=True, slots=True)
class SiteLine:
    """A site with what is held of it and how its last crawl ended."""

    key: str
    name: str | None
    division: str | None
    pages: int
    issues: int
    last_crawl: str | None
    started: str | None
    finished: str | None
    verdict: str | None
    reasons: list[dict[str, Any]]
    counts: dict[str, Any]


@dataclass(frozen=True, slots=True)
class FindingLine:
    """A sign of tampering and the page it is on."""

    url: str
    integrity: str
    rule: str
    place: str
    text: str

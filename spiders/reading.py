"""What a crawl has read of an answer: all that is stored of it and all that it leads to."""

import datetime
import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from archiver.parsers.joining import Joining
from archiver.parsers.nowhere import is_doubtful, wording
from archiver.parsers.page import Source, parse_parts
from archiver.parsers.standin import StandIn, stand_in
from archiver.records import Page, SiteProfile
from archiver.records.crawled import Prepared
from archiver.records.page import PageKind
from archiver.store.reading import prepare
from pipelines.check import count_page
from pipelines.steps import complete
from spiders.paging import Ask, announced, jump
from spiders.paging.totals import total_entries
from spiders.paging.wordless import led_to
from spiders.scope import Bounds, Target, as_asked

_LONG = re.compile(r"[^/?&=;.]{12,}")  # a session's number is as long, an item's is shorter
_LONG_VALUE = re.compile(r"(?<==)[^/?&=;.]{12,}")  # a picture without words may lie at a long name


@dataclass(frozen=True, slots=True)
class PageRead:
    """What is stored of a page, and what a crawl has to know of it.

    ``says`` is what it adds to the counts; ``stand_in`` what it is when it is not the page that was
    asked for; ``is_in_parts``: others belong to it; ``targets`` and ``asks`` are what it leads to
    within the crawl's bounds, ``total`` how many entries the list says it has. ``digest`` is that
    of its texts and entries, whatever long numbers their addresses have; ``wording`` that of a page
    which may be what the site says of every address.
    """

    prepared: Prepared
    says: Counter[str]
    kind: PageKind
    title: str | None
    stand_in: StandIn | None
    is_in_parts: bool
    digest: str
    targets: tuple[Target, ...] = ()
    asks: tuple[Ask, ...] = ()
    total: int | None = None
    wording: str | None = None


def read_page(source: Source, profile: SiteProfile, since: datetime.date | None) -> PageRead:
    """Read one answer from the site of ``profile``."""
    assert source.url is not None
    page = complete(parse_parts([source], site=profile), profile)
    bounds = Bounds(profile, since)
    targets = tuple(bounds.targets(page, source.url))
    asks = tuple(
        ask._replace(url=as_asked(ask.url, page.encoding))
        for ask in _asks(source.body, source.url, page, targets, bounds)
    )
    is_list = page.kind == "listing" or any(ask.is_entry for ask in asks)
    total = total_entries(source.body) if is_list else None
    is_in_parts = Joining.begin(source, page, profile) is not None
    return _told(page, is_in_parts, targets, asks, total)


def _asks(
    body: bytes, url: str, page: Page, targets: Sequence[Target], bounds: Bounds
) -> Iterator[Ask]:
    """What the page announces; of one without a text of its own, also what it shows by no link."""
    found = list(announced(body, url))
    if not page.has_text:
        is_list = page.kind == "listing"
        linked = {target.url for target in targets}
        shown = led_to(body, page.encoding, url, is_list=is_list)
        asks = [ask for ask in shown if ask.url not in linked]
        if bounds.is_door(page, *(ask.name for ask in asks)):
            asks = [ask._replace(is_column=False, is_frame=True) for ask in asks]
        found += asks
    yield from found
    goes_on = any(target.block == "pagination" for target in targets) or any(
        not (ask.is_entry or ask.is_column or ask.is_frame) for ask in found
    )
    if page.kind == "listing" and not goes_on:
        yield from jump.list_pages(body, url)


def read_wording(source: Source, profile: SiteProfile) -> str:
    """Read what a site says of an address that cannot exist."""
    return wording(parse_parts([source], site=profile))


def read_joined(joining: Joining, profile: SiteProfile) -> PageRead:
    """Read an issue whose parts are all there; they have been followed already."""
    page = complete(joining.page(), profile)
    return _told(page)


def _told(
    page: Page,
    is_in_parts: bool = False,
    targets: tuple[Target, ...] = (),
    asks: tuple[Ask, ...] = (),
    total: int | None = None,
) -> PageRead:
    return PageRead(
        prepared=prepare(page),
        says=count_page(page),
        kind=page.kind,
        title=page.title,
        stand_in=stand_in(page),
        is_in_parts=is_in_parts,
        digest=_digest(page, asks),
        targets=targets,
        asks=asks,
        total=total,
        wording=wording(page) if is_doubtful(page) else None,
    )


def _digest(page: Page, asks: Sequence[Ask]) -> str:
    """Of what the page says and, where it has no words of its own, of all it leads to."""
    said = [page.kind, page.title or "", *(file.name for file in page.attachments)]
    said += [paragraph.text for article in page.articles for paragraph in article.paragraphs]
    is_wordless = page.kind == "other"
    session = _LONG_VALUE if is_wordless else _LONG
    for link in page.links:
        if link.block == "listing" or is_wordless:
            said += link.title, link.date.text if link.date else "", session.sub("", link.url or "")
    if is_wordless:
        said += [session.sub("", ask.url) for ask in asks]
    return hashlib.sha256("\n".join(said).encode()).hexdigest()

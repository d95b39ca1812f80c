"""From an archived answer to a page, as the crawl took it: what is read, and with which parts."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from scrapy.http import Headers, HtmlResponse
from scrapy.responsetypes import responsetypes
from scrapy.utils.response import get_meta_refresh

from archiver.archive import Answer, Index, Reader
from archiver.archive.read import CONTENT_LIMIT
from archiver.errors import ArchiverError
from archiver.parsers.encoding.sniff import not_a_page
from archiver.parsers.joining import Joining
from archiver.parsers.nowhere import is_doubtful, nowhere, wording
from archiver.parsers.page import Source, parse_parts
from archiver.parsers.standin import stand_in
from archiver.records import Capture, Page, SiteProfile
from archiver.records.crawled import CrawledFile, CrawledPage
from archiver.store.reading import prepare
from pipelines.attached import read_attached
from pipelines.check import count_page
from pipelines.steps import complete

_HTML = ("text/html", "application/xhtml", "text/plain")
_REDIRECTS = (301, 302, 303, 307, 308)
_MOST_REDIRECTS = 5
_REFRESH_WITHIN_SECONDS = 100
_LOOKED_AT = 4 * 4096  # Scrapy looks at 4096 characters, of up to four bytes each


def is_page(content_type: str | None, body: bytes) -> bool:
    """Whether an answer is a page; others may be files."""
    return _says_page(content_type) and not not_a_page(body)


def _says_page(content_type: str | None) -> bool:
    return (content_type or "text/html").lower().startswith(_HTML)


@dataclass(frozen=True, slots=True)
class Read:
    """What a capture was read as; ``parts`` are addresses that are read as parts of it only."""

    crawled: CrawledPage | CrawledFile
    parts: tuple[str, ...] = ()


class ArchivedPages:
    """Reads the captures of crawls again, without network, the way the spider read them."""

    def __init__(self, reader: Reader, index: Index) -> None:
        self._reader, self._index = reader, index
        self._nowhere: dict[tuple[str, str], str | None] = {}

    def read(self, capture: Capture, site: SiteProfile) -> Read | None:
        """The page or file of a capture; None when it is neither or only led elsewhere.

        Raises ArchiverError when the archive cannot give the bytes, ValueError when they cannot
        be decoded.
        """
        if capture.url == nowhere(capture.url):
            return None
        if (urlsplit(capture.url).hostname or "") not in site.hosts:
            return None  # archives of other tools hold pictures, fonts and adverts of other hosts
        if capture.status in _REDIRECTS and not capture.truncated:
            return self._moved_file(capture)
        answer = self._answer(capture)
        if answer is None:
            return None
        source = self._source(answer)
        if source is None:
            file = read_attached(answer.content(), capture.url)
            return Read(CrawledFile(file, capture)) if file else None
        page = parse_parts([source], site=site)
        if stand_in(page) is not None or self._is_nothing(page, capture, site):
            return None
        joining = Joining.begin(source, page, site)
        if joining is None:
            return Read(_crawled(page, capture, site))
        self._give_parts(joining, capture.crawl)
        page = joining.page()
        parts = () if joining.has_entries else joining.given
        return Read(_crawled(page, capture, site), parts)

    def _moved_file(self, capture: Capture) -> Read | None:
        """The file that a redirect led to; None when it led to a page, or nowhere."""
        end = self._end_of_redirects(capture.url, capture.crawl)
        answer = self._answer(end) if end else None
        if end is None or answer is None or self._source(answer) is not None:
            return None
        file = read_attached(answer.content(), end.url)
        return Read(CrawledFile(file, end, (capture.url,))) if file else None

    def _is_nothing(self, page: Page, capture: Capture, site: SiteProfile) -> bool:
        """Whether the crawl was told the same of an address that cannot exist."""
        if capture.url in map(str, site.start) or not is_doubtful(page):
            return False
        asked = nowhere(capture.url)
        key = asked, capture.crawl
        if key not in self._nowhere:
            source = self._got(asked, capture.crawl)
            said = wording(parse_parts([source], site=site)) if source else None
            self._nowhere[key] = said
        return self._nowhere[key] == wording(page)

    def _answer(self, capture: Capture) -> Answer | None:
        """The answer the spider was given; None for what never reached it."""
        if capture.truncated or capture.method != "GET" or capture.url.endswith("/robots.txt"):
            return None
        answer = self._reader.answer(capture)
        if answer.status is None or not 200 <= answer.status < 300:
            return None
        # Archives of other tools hold films, too.
        film = len(answer.data) > CONTENT_LIMIT and not _says_page(answer.content_type)
        return None if film else answer

    def _source(self, answer: Answer) -> Source | None:
        """The bytes of a page; None when it is none, or leads elsewhere."""
        body = answer.content()
        if not is_page(answer.content_type, body) or _leads_on(answer, body):
            return None
        return Source(body, answer.capture.url, answer.content_type)

    def _give_parts(self, joining: Joining, crawl: str) -> None:
        """Give a joining all it wants of what the crawl got."""
        wanted = list(joining.wanted)
        while wanted:
            url = wanted.pop(0)
            # What the archive cannot give the crawl could not have: the page says so.
            wanted += joining.add(url, self._got(url, crawl))

    def _got(self, url: str, crawl: str) -> Source | None:
        """The page that a crawl got for an address; None when it got none."""
        try:
            capture = self._end_of_redirects(url, crawl)
            answer = self._answer(capture) if capture else None
            return self._source(answer) if answer else None
        except (ArchiverError, ValueError):
            return None

    def _end_of_redirects(self, url: str, crawl: str) -> Capture | None:
        """What the same crawl got for an address in the end; None when it got nothing."""
        for _ in range(_MOST_REDIRECTS + 1):
            entries = self._index.answers(f"GET {url}", crawl)
            if not entries:
                return None
            capture = entries[-1].capture
            if capture.status not in _REDIRECTS:
                return capture
            url = self._reader.answer(capture).location or ""
        return None


def _crawled(page: Page, capture: Capture, site: SiteProfile) -> CrawledPage:
    page = complete(page, site)
    return CrawledPage(prepare(page), count_page(page), capture, site)


def may_refresh(body: bytes) -> bool:
    """Whether a page may lead on by itself (``<meta http-equiv="refresh">``): told undecoded."""
    head = body[:_LOOKED_AT]
    return b"refresh" in head.lower() or b"\0" in head  # in UTF-16 every letter has a zero byte


def _leads_on(answer: Answer, body: bytes) -> bool:
    """Whether the crawl followed a meta refresh instead of reading the page."""
    if not may_refresh(body):
        return False
    headers = Headers(dict(answer.headers))
    kind = responsetypes.from_args(headers=headers, url=answer.capture.url, body=body)
    if not issubclass(kind, HtmlResponse):
        return False
    interval, url = get_meta_refresh(
        HtmlResponse(answer.capture.url, headers=headers, body=body), ignore_tags=["noscript"]
    )
    return bool(url) and interval is not None and interval < _REFRESH_WITHIN_SECONDS

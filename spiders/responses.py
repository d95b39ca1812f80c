"""What an answer is, told from its header and its first bytes."""

from itertools import takewhile

from scrapy.http import Response

from archiver.parsers.page import Source, parse
from archiver.records import Page
from pipelines.answers import is_page


def content_type_of(response: Response) -> str | None:
    """The Content-Type as sent."""
    return (response.headers.get("Content-Type") or b"").decode("latin-1") or None


def is_a_page(response: Response) -> bool:
    """Whether an answer is a page; others may be files."""
    return is_page(content_type_of(response), response.body)


def source_of(response: Response) -> Source:
    """An answer as the parsers take it."""
    return Source(response.body, response.url, content_type_of(response))


def page_of(response: Response) -> Page:
    """An answer read here and now; a crawl's pages are read in other processes."""
    return parse(response.body, url=response.url, content_type=content_type_of(response))


def redirects_of(response: Response) -> tuple[str, ...]:
    """The addresses whose answers led here by their status alone, as from a page's refresh on."""
    meta = response.meta
    ways = list(zip(meta.get("redirect_urls", ()), meta.get("redirect_reasons", ()), strict=True))
    by_status = takewhile(lambda way: isinstance(way[1], int), reversed(ways))
    return tuple(url for url, _ in by_status)

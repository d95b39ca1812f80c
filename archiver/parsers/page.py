"""One page from bytes to record: decode, print as lines, find the content, take it apart."""

from collections.abc import Sequence
from dataclasses import dataclass

from archiver.errors import ArchiverError
from archiver.parsers import PARSER_VERSION
from archiver.parsers.content import content_range
from archiver.parsers.decode import decode
from archiver.parsers.html import Markup, read_html
from archiver.parsers.lines import Line, Region, lines_from_text
from archiver.records import Article, Page, Paragraph, SiteProfile

MAX_BYTES = 32 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Reading:
    """A Page with the lines it was read from and the region every line belongs to."""

    page: Page
    lines: tuple[Line, ...]
    regions: tuple[Region, ...]


def parse(
    body: bytes,
    *,
    url: str | None = None,
    content_type: str | None = None,
    site: SiteProfile | None = None,
) -> Page:
    """Read one page; the same bytes always give the same Page."""
    return read(body, url=url, content_type=content_type, site=site).page


def read(
    body: bytes,
    *,
    url: str | None = None,
    content_type: str | None = None,
    site: SiteProfile | None = None,
) -> Reading:
    """Read one page and tell, beside the Page, which lines became what."""
    if len(body) > MAX_BYTES:
        raise ArchiverError(
            f"{url or 'the page'} has {len(body):,} bytes; pages over {MAX_BYTES:,} are not read"
        )
    decoded = decode(body, content_type, site.encoding if site else None)
    if "<" in decoded.text:
        markup = read_html(decoded.text)
    else:
        markup = Markup(lines_from_text(decoded.text))
    span = content_range(markup, [False] * len(markup.lines))
    content = [markup.lines[n] for n in span]
    page = Page(
        url=url,
        kind="article" if content else "other",
        encoding=decoded.encoding,
        title=markup.title,
        articles=_articles(markup.title, content),
        parser=PARSER_VERSION,
        flags=decoded.flags + markup.flags,
    )
    regions = (
        Region("chrome", tuple(n for n in range(len(markup.lines)) if n not in span)),
        Region("content", tuple(span)),
    )
    return Reading(page, markup.lines, regions)


def _articles(title: str | None, content: Sequence[Line]) -> tuple[Article, ...]:
    if not content:
        return ()
    paragraphs = tuple(Paragraph(text=line.text.strip()) for line in content)
    return (Article(order=1, title=title, paragraphs=paragraphs),)

"""One page from bytes to record: decode, print as lines, find the content, take it apart."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

from archiver.chinese.fold import fold
from archiver.errors import ArchiverError
from archiver.parsers import PARSER_VERSION
from archiver.parsers.chrome.classify import classify
from archiver.parsers.declared import published_on
from archiver.parsers.document import with_issuer
from archiver.parsers.encoding.decode import Decoded, decode
from archiver.parsers.files import files_of
from archiver.parsers.footer import site_facts
from archiver.parsers.hrefs import absolute
from archiver.parsers.integrity.advertisers import without_advertisers, without_poison
from archiver.parsers.integrity.evidence import gather
from archiver.parsers.integrity.judging import judge
from archiver.parsers.integrity.trades import is_poisoned
from archiver.parsers.kind import outweighs
from archiver.parsers.layout.layout import Layout, lay_out
from archiver.parsers.lines import Line, Region
from archiver.parsers.links import page_links
from archiver.parsers.lists.items import Item
from archiver.parsers.lists.listing import LinkList, link_lists
from archiver.parsers.lists.main import MainList, main_list
from archiver.parsers.markup.html import Markup, read_html, read_text
from archiver.parsers.naming import named_in, title_of
from archiver.parsers.standin import StandIn, answered_instead
from archiver.parsers.text import NOTICE, Text, notice, regions_of, take_apart
from archiver.parsers.traditional import Prints, prints_of, simplified
from archiver.records import Attachment, Date, Integrity, Page, SiteFacts, SiteProfile

MAX_BYTES: Final = 32 * 1024 * 1024
_LITTLE: Final = 80  # characters: less text than this beside a file is no content


@dataclass(frozen=True, slots=True)
class Reading:
    """A Page with the lines it was read from and the region every line belongs to."""

    page: Page
    lines: tuple[Line, ...]
    _layout: Layout
    _text: Text

    @property
    def regions(self) -> tuple[Region, ...]:
        """Every line of the page in exactly one region, in order."""
        return regions_of(self._layout, self._text)


@dataclass(slots=True)
class _Found:
    """What a page's bytes hold, before it is judged and put down."""

    decoded: Decoded
    layout: Layout
    lists: list[LinkList]
    published: Date | None
    listing: Sequence[Item]
    text: Text
    standing: tuple[StandIn, ...]  # a flag for what is not the page that was asked for
    printed: Markup  # the page as it is written: it may have been read in simplified characters
    lines: Sequence[Line]  # so printed, with those of further parts
    prints: Prints | None


class Source(NamedTuple):
    """The bytes of one address, with what the server said of them."""

    body: bytes
    url: str | None = None
    content_type: str | None = None


def parse(
    body: bytes,
    *,
    url: str | None = None,
    content_type: str | None = None,
    site: SiteProfile | None = None,
) -> Page:
    """Read one page; the same bytes always give the same Page."""
    return read(Source(body, url, content_type), site=site).page


def parse_parts(sources: Sequence[Source], *, site: SiteProfile | None = None) -> Page:
    """Read a page that a site has cut into several as if it were whole.

    The first part says what the page is; the content of the others is read on behind its own.
    """
    first, *others = sources
    return read(first, others, site=site).page


def read(
    source: Source, others: Sequence[Source] = (), *, site: SiteProfile | None = None
) -> Reading:
    """Read one page and tell, beside the Page, which lines became what."""
    decoded, printed = _markup(source, site)
    markup = simplified(printed)
    lists, main, layout = _laid_out(markup)
    published = published_on(markup, [*layout.infos.values(), *layout.told])
    listing = _listing(layout, main, published)
    lines, shown = list(markup.lines), list(printed.lines)
    for other in others:
        more, as_shown = _content_behind(lines, other, site)
        lines += more
        shown += as_shown
        layout.content += more
    text = take_apart(layout, lists, listing, published, source.url)
    standing = _standing(decoded.text, markup, text, published, source.url)
    if standing:
        text = notice(layout, gone=text.gone)
    prints = None if lines == shown else prints_of(markup, printed, lines, shown)
    found = _Found(
        decoded, layout, lists, published, listing, text, standing, printed, shown, prints
    )
    page = _page(found, source, site)
    return Reading(prints.page(page) if prints else page, tuple(shown), layout, text)


def _page(found: _Found, source: Source, site: SiteProfile | None) -> Page:
    """The record of what was found."""
    layout, text = found.layout, found.text
    markup = layout.markup
    base = absolute(markup.base or "", source.url) or source.url
    listing = found.listing if text.kind == "listing" else ()
    files = () if text.kind == "listing" else files_of(layout, base)
    named = named_in(layout, text)
    poisoned = {role: name for role, name in named.items() if name and is_poisoned(fold(name))}
    articles, advertisers = without_advertisers(text.articles)
    facts, integrity = _judged(found, source, site, poisoned, advertisers)
    return Page(
        url=source.url,
        kind=text.kind,
        encoding=found.decoded.encoding,
        title=title_of(layout, text, source.url),
        published=found.published,
        source=None if "source" in poisoned else named["source"],
        author=None if "author" in poisoned else named["author"],
        issue=text.issue,
        articles=articles,
        document=with_issuer(text.document, (facts.owner, facts.organiser)),
        links=page_links(markup, layout.kinds, found.lists, listing, base),
        attachments=files,
        site=facts,
        integrity=integrity,
        parser=PARSER_VERSION,
        flags=(
            *found.decoded.flags,
            *markup.flags,
            *_held_elsewhere(layout, text, files),
            *found.standing,
        ),
    )


def _markup(source: Source, site: SiteProfile | None) -> tuple[Decoded, Markup]:
    """Text and lines of one address."""
    if len(source.body) > MAX_BYTES:
        raise ArchiverError(
            f"{source.url or 'the page'} has {len(source.body):,} bytes; "
            f"pages over {MAX_BYTES:,} are not read"
        )
    decoded = decode(source.body, source.content_type, site.encoding if site else None)
    plain = "<" not in decoded.text or (source.content_type or "").startswith("text/plain")
    markup = read_text(decoded.text) if plain else read_html(decoded.text)
    return decoded, markup


def _laid_out(markup: Markup) -> tuple[list[LinkList], MainList, Layout]:
    """The lists of a page, the one it may be there for, and its lines told apart."""
    kinds = classify(markup)
    lists = link_lists(markup, kinds)
    main = main_list(markup, kinds, lists)
    return lists, main, lay_out(markup, kinds, lists, main)


def _listing(layout: Layout, main: MainList, published: Date | None) -> Sequence[Item]:
    """The items of the list that the page is there for, if it is one."""
    if published is not None or layout.bare or layout.is_index:
        return ()
    head = max(layout.headline.lines, default=-1)
    heavier = outweighs(main, layout.markup, layout.content, layout.kinds, head)
    return main.items if heavier else ()


def _content_behind(
    lines: Sequence[Line], source: Source, site: SiteProfile | None
) -> tuple[list[Line], list[Line]]:
    """The content lines of a further part, numbered on behind ``lines``: as read, as printed."""
    _, printed = _markup(source, site)
    content = _laid_out(simplified(printed))[-1].content
    shown = [printed.lines[line.number] for line in content]
    return _numbered_on(lines, content), _numbered_on(lines, shown)


def _numbered_on(lines: Sequence[Line], content: Sequence[Line]) -> list[Line]:
    """``content`` with the numbers of lines, blocks and tables that follow those of ``lines``."""
    blocks = 1 + max((line.block for line in lines), default=0)
    tables = 1 + max((line.table for line in lines if line.table is not None), default=0)
    return [
        replace(
            line,
            number=number,
            block=line.block + blocks,
            table=None if line.table is None else line.table + tables,
        )
        for number, line in enumerate(content, len(lines))
    ]


def _standing(
    sent: str, markup: Markup, text: Text, published: Date | None, url: str | None
) -> tuple[StandIn, ...]:
    """A flag for what is not the page that was asked for."""
    if text.gone:
        return ("soft_404",)
    if published is not None:
        return ()
    instead = answered_instead(sent, markup, text.kind, url)
    return (instead,) if instead else ()


def _judged(
    found: _Found,
    source: Source,
    site: SiteProfile | None,
    poisoned: Mapping[str, str],
    advertisers: Sequence[str],
) -> tuple[SiteFacts, Integrity]:
    """What the footer says of the site, and whether the page is what it claims to be."""
    layout = found.layout
    lines = zip(found.printed.lines, layout.kinds, strict=True)
    footer = [line for line, kind in lines if kind == "footer"]
    facts = site_facts(footer)
    headline = layout.headline.text
    seen = gather(
        found.printed,
        facts,
        found.prints.of(headline) if found.prints and headline else headline,
        [found.lines[line.number] for line in layout.content] if found.prints else layout.content,
        source.url,
        site,
        poisoned,
        found.decoded.text,
        footer,
        advertisers,
    )
    integrity = judge(seen)
    return without_poison(facts, integrity), integrity


def _held_elsewhere(layout: Layout, text: Text, files: Sequence[Attachment]) -> tuple[str, ...]:
    """A flag for a page whose content is not text: pictures of it, or files to load."""
    if text.kind == "listing" or any(region.name == NOTICE for region in text.regions):
        return ()
    size = sum(len(p.text) for article in text.articles for p in article.paragraphs)
    if files and size < _LITTLE:
        return ("attachment_only",)
    below = max(layout.headline.lines, default=-1)
    pictures = any(image.line > below for image in layout.markup.images)
    return ("image_only",) if layout.headline.lines and pictures and not size else ()

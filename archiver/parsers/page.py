"""One page from bytes to record: decode, print as lines, find the content, take it apart."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

from archiver.chinese.fold import comparison_key, fold, one_line
from archiver.errors import ArchiverError
from archiver.parsers import PARSER_VERSION
from archiver.parsers.attachment import attachments
from archiver.parsers.bulletin import read_article, segment
from archiver.parsers.bulletin.shapes import is_sentence
from archiver.parsers.chrome.classify import classify
from archiver.parsers.declared import declared, published_on
from archiver.parsers.document import is_document_title, is_formal, read_document
from archiver.parsers.encoding.decode import Decoded, decode
from archiver.parsers.footer import site_facts
from archiver.parsers.hrefs import absolute
from archiver.parsers.info.info import first_value
from archiver.parsers.integrity.evidence import gather, without_advertisers, without_poison
from archiver.parsers.integrity.judging import judge
from archiver.parsers.integrity.trades import is_poisoned
from archiver.parsers.kind import (
    is_empty,
    is_failure,
    is_home,
    is_notice_of_absence,
    is_portal,
    is_refusal,
    is_static,
    outweighs,
    says_gone,
    tells_of_issue,
)
from archiver.parsers.layout.content import is_file_line
from archiver.parsers.layout.layout import Layout, lay_out
from archiver.parsers.lines import Line, Region
from archiver.parsers.links import page_links
from archiver.parsers.lists.items import Item
from archiver.parsers.lists.listing import LinkList, link_lists
from archiver.parsers.lists.main import main_list
from archiver.parsers.markup.coarse import COARSE
from archiver.parsers.markup.containers import container_of
from archiver.parsers.markup.html import Image, Markup, read_html, read_text
from archiver.parsers.standin import StandIn, asks_for_login, is_gone, refused
from archiver.records import Article, Attachment, Date, Document, Issue, Page, SiteProfile
from archiver.records.page import PageKind

MAX_BYTES: Final = 32 * 1024 * 1024
_LEVELS: Final = 3  # so many blocks around the content's own are near it
_NOTICE: Final = "notice"  # the region of what a server says in the place of a page
_IN_ENGLISH: Final = re.compile(r"(?<=^[一-鿿]{4})\s*[A-Z][A-Za-z &]{2,30}$")  # 工作动态 News
_LITTLE: Final = 80  # characters: less text than this beside a file is no content


@dataclass(frozen=True, slots=True)
class Reading:
    """A Page with the lines it was read from and the region every line belongs to."""

    page: Page
    lines: tuple[Line, ...]
    _layout: Layout
    _text: "_Text"

    @property
    def regions(self) -> tuple[Region, ...]:
        """Every line of the page in exactly one region, in order."""
        return _regions(self._layout, self._text)


@dataclass(slots=True)
class _Text:
    """What the content holds."""

    kind: PageKind
    issue: Issue | None = None
    articles: tuple[Article, ...] = ()
    document: Document | None = None
    regions: tuple[Region, ...] = ()
    gone: bool = False
    first: int = 0  # the line of a listing's first item


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
    decoded, markup = _markup(source, site)
    base = absolute(markup.base or "", source.url) or source.url
    kinds = classify(markup)
    lists = link_lists(markup, kinds)
    main = main_list(markup, kinds, lists)
    layout = lay_out(markup, kinds, lists, main)
    infos = [*layout.infos.values(), *layout.told]
    published = published_on(markup, infos)
    listing: Sequence[Item] = ()
    head = max(layout.headline.lines, default=-1)
    if (
        published is None
        and not (layout.bare or layout.is_index)
        and outweighs(main, markup, layout.content, kinds, head)
    ):
        listing = main.items
    lines = list(markup.lines)
    for other in others:
        more = _content_behind(lines, other, site)
        lines += more
        layout.content += more
    text = _read_text(layout, lists, listing, published, source.url)
    standing = _stand_in(decoded.text, markup, text, published, source.url)
    if standing:
        text = _notice(layout, gone=text.gone)
    chosen = listing if text.kind == "listing" else ()
    footer = [markup.lines[n] for n, kind in enumerate(kinds) if kind == "footer"]
    facts = site_facts(footer)
    # What stands below an issue's last article names the source of that alone.
    said = list(layout.infos.values()) if text.issue else infos
    named = {
        role: first_value(said, role) or first_value(infos, role) or declared(markup, name)
        for role, name in (("source", "contentsource"), ("author", "author"))
    }
    poisoned = {role: name for role, name in named.items() if name and is_poisoned(fold(name))}
    headline = layout.headline.text
    articles, advertisers = without_advertisers(text.articles)
    seen = gather(
        markup,
        facts,
        headline,
        layout.content,
        source.url,
        site,
        poisoned,
        decoded.text,
        footer,
        advertisers,
    )
    integrity = judge(seen)
    files = (
        ()
        if text.kind == "listing"
        else attachments(_attached(layout), markup.files, base, _pictured(layout))
    )
    page = Page(
        url=source.url,
        kind=text.kind,
        encoding=decoded.encoding,
        title=_title(layout, text),
        published=published,
        source=None if "source" in poisoned else named["source"],
        author=None if "author" in poisoned else named["author"],
        issue=text.issue,
        articles=articles,
        document=text.document,
        links=page_links(markup, layout.kinds, lists, chosen, base),
        attachments=files,
        site=without_poison(facts, integrity),
        integrity=integrity,
        parser=PARSER_VERSION,
        flags=(
            *decoded.flags,
            *markup.flags,
            *_held_elsewhere(layout, text, files),
            *standing,
        ),
    )
    return Reading(page, tuple(lines), layout, text)


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


def _content_behind(lines: Sequence[Line], source: Source, site: SiteProfile | None) -> list[Line]:
    """The content lines of a further part, numbered on behind ``lines``."""
    _, markup = _markup(source, site)
    kinds = classify(markup)
    lists = link_lists(markup, kinds)
    content = lay_out(markup, kinds, lists, main_list(markup, kinds, lists)).content
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


def _title(layout: Layout, text: _Text) -> str | None:
    """The headline; an issue that the page's title does not name is called as it calls itself."""
    title = layout.headline.text
    issue = text.issue
    if text.kind == "listing":
        if column := layout.list_column():
            title = column
        elif not layout.headline.lines:
            title = layout.column() or layout.list_heading(text.first) or title
        return title and _IN_ENGLISH.sub("", title)
    if issue is None or layout.headline.lines or not issue.series:
        return title
    if comparison_key(issue.series) in comparison_key(title or ""):
        return title
    first = layout.content[0].text if layout.content else ""
    if issue.label and comparison_key(issue.label) in comparison_key(first):
        return one_line(first)
    return f"{issue.series}{issue.label or ''}"


def _held_elsewhere(layout: Layout, text: _Text, files: Sequence[Attachment]) -> tuple[str, ...]:
    """A flag for a page whose content is not text: pictures of it, or files to load."""
    if text.kind == "listing" or any(region.name == _NOTICE for region in text.regions):
        return ()
    size = sum(len(p.text) for article in text.articles for p in article.paragraphs)
    if files and size < _LITTLE:
        return ("attachment_only",)
    below = max(layout.headline.lines, default=-1)
    pictures = any(image.line > below for image in layout.markup.images)
    return ("image_only",) if layout.headline.lines and pictures and not size else ()


def _stand_in(
    source: str, markup: Markup, text: _Text, published: Date | None, url: str | None
) -> tuple[StandIn, ...]:
    """A flag for what is not the page that was asked for."""
    if text.gone:
        return ("soft_404",)
    if published is not None or text.kind not in ("other", "article"):
        return ()
    printed = "\n".join(line.folded for line in markup.lines)
    if refused(source, printed):
        return ("challenge",)
    if asks_for_login(source, printed, url):
        return ("login_wall",)
    gone = text.kind == "other" and is_gone(source, printed, markup.title)
    return ("soft_404",) if gone else ()


def _attached(layout: Layout) -> list[Line]:
    """The content and what stands near below it: files are often listed beside the text."""
    lines = list(layout.content)
    blocks, markup = layout.markup.blocks, layout.markup
    last = lines[-1].number if lines else max(layout.headline.lines, default=-1)
    block = container_of(markup, last) if 0 <= last < len(markup.lines) else -1
    for _ in range(_LEVELS):
        block = blocks[block].parent if block >= 0 else -1
    stop = blocks[block].last if block >= 0 else len(markup.lines)
    for line, kind in zip(
        markup.lines[last + 1 : stop], layout.kinds[last + 1 : stop], strict=True
    ):
        if kind in ("adjacent", "related", "footer"):
            break
        lines.append(line)
    return lines


def _pictured(layout: Layout) -> list[Image]:
    """Pictures beside the content that are links: the icons of files."""
    lines = _attached(layout)
    first = lines[0].number if lines else max(layout.headline.lines, default=-1) + 1
    last = lines[-1].number + 1 if lines else first
    return [i for i in layout.markup.images if i.href and first <= i.line <= last]


def _read_text(
    layout: Layout,
    lists: Sequence[LinkList],
    listing: Sequence[Item],
    published: Date | None,
    url: str | None,
) -> _Text:
    """Take the content apart: as an issue, else as one document or article."""
    title = layout.headline.text
    if listing:
        regions = (Region("listing", tuple(line.number for line in layout.content)),)
        portal = is_portal(lists, url)
        gone = not portal and says_gone(layout.beside(listing))
        return _Text(
            "other" if portal or gone else "listing",
            regions=regions,
            gone=gone,
            first=listing[0].line,
        )
    coarse = COARSE in layout.markup.flags
    issue_title = None if tells_of_issue(title) else title
    found = None if coarse else segment(layout.content, page_title=issue_title)
    if found is not None:
        return _Text("issue", found.issue, found.articles, regions=found.regions)
    return _read_single(layout, title, published, url)


def _notice(layout: Layout, *, gone: bool) -> _Text:
    """What a server says in the place of a page is no article of it."""
    notice = Region(_NOTICE, tuple(line.number for line in layout.content))
    return _Text("other", regions=(notice,), gone=gone)


def _read_single(
    layout: Layout, title: str | None, published: Date | None, url: str | None
) -> _Text:
    content = layout.content
    if is_notice_of_absence(title, content):
        return _notice(layout, gone=True)
    failed = is_failure(title, content) or is_failure(layout.markup.title, ())
    if published is None and (failed or is_empty(title, content)):
        return _notice(layout, gone=says_gone(content))
    if content and all(map(is_file_line, content)):
        files = Region("files", tuple(line.number for line in content))
        text = _read_single(replace(layout, content=[]), title, published, url)
        return replace(text, regions=(*text.regions, files))
    reading = read_article(content, title=title)
    regions = tuple(
        Region(f"article 1 {role}", (line.number,))
        for line, role in zip(content, reading.roles, strict=True)
    )
    named = is_document_title(title) and (layout.headline.lines or layout.infos or published)
    if not reading.paragraphs and not named:
        return _Text("other", regions=regions, gone=published is None and says_gone(content))
    article = Article(
        order=1,
        title=title,
        subtitle=reading.subtitle or layout.subtitle(),
        contributors=tuple(reading.contributors),
        credits=reading.credits,
        editor_note=reading.editor_note,
        paragraphs=tuple(reading.paragraphs),
        confidence=_confidence(bool(reading.paragraphs), layout.markup),
    )
    formal = read_document(title, content, list(layout.infos.values()), layout.above())
    if is_document_title(title) or is_formal(formal):
        return _Text("document", None, (article,), formal, regions)
    home = not layout.headline.lines and is_home(title, url)
    said = (
        home
        or is_static(title)
        or is_refusal(content)
        or not any(is_sentence(line) for line in content)
    )
    kind: PageKind = "other" if published is None and said else "article"
    gone = kind == "other" and says_gone(content)
    return _Text(kind, None, (article,), None, regions, gone)


def _confidence(has_text: bool, markup: Markup) -> float:
    if COARSE in markup.flags:
        return 0.3
    return 0.9 if has_text else 0.5


def _regions(layout: Layout, text: _Text) -> tuple[Region, ...]:
    """Every line of the page in exactly one region, in order, neighbours of one name joined."""
    names: dict[int, str] = {line.number: "" for line in layout.markup.lines}
    for region in text.regions:
        names.update(dict.fromkeys(region.lines, region.name))
    for number in layout.infos:
        names[number] = names[number] or "info"
    for number in layout.headline.lines:
        names[number] = names[number] or "headline"
    runs: list[tuple[str, list[int]]] = []
    for number, given in names.items():
        kind = layout.kinds[number] if number < len(layout.kinds) else "text"
        name = given or ("aside" if kind == "text" else kind)
        if runs and runs[-1][0] == name:
            runs[-1][1].append(number)
        else:
            runs.append((name, [number]))
    return tuple(Region(name, tuple(numbers)) for name, numbers in runs)

"""One page from bytes to record: decode, print as lines, find the content, take it apart."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from archiver.errors import ArchiverError
from archiver.parsers import PARSER_VERSION
from archiver.parsers.attachment import attachments
from archiver.parsers.bulletin import read_article, segment
from archiver.parsers.bulletin.contributors import read_labelled
from archiver.parsers.chrome import LineKind, classify
from archiver.parsers.content import content_range, trimmed
from archiver.parsers.decode import decode
from archiver.parsers.document import document_type, is_formal, read_document
from archiver.parsers.evidence import gather, without_poison
from archiver.parsers.footer import site_facts
from archiver.parsers.headline import Headline, find_headline
from archiver.parsers.html import Markup, read_html, read_text
from archiver.parsers.info import Info, date_of, first_value, published_of, read_info
from archiver.parsers.integrity import judge
from archiver.parsers.kind import is_portal, is_sentence, is_static, listed_items, outweighs
from archiver.parsers.lines import Line, Region
from archiver.parsers.listing import Item, LinkList, absolute, card_lines, link_lists, page_links
from archiver.records import Article, Attachment, Date, Document, Issue, Page, SiteProfile
from archiver.records.page import PageKind

MAX_BYTES = 32 * 1024 * 1024
_NEAR = 3  # so many short lines may stand between headline and information line
_LITTLE = 80  # characters: less text than this beside a file is no content
_LINKS = 4  # a line with so many links is navigation
_SHORT = 40  # characters
_LIST = 24.0  # weight of a list whose dates are those of its items
_PUBLISHED_META = ("pubdate", "firstpublishedtime", "article:published_time", "publishdate")


@dataclass(frozen=True, slots=True)
class Reading:
    """A Page with the lines it was read from and the region every line belongs to."""

    page: Page
    lines: tuple[Line, ...]
    regions: tuple[Region, ...]


@dataclass(slots=True)
class _Layout:
    """The page's lines told apart: chrome by kind, headline, information lines, content."""

    markup: Markup
    kinds: list[LineKind]
    infos: dict[int, Info]
    headline: Headline
    content: list[Line]


@dataclass(slots=True)
class _Text:
    """What the content holds."""

    kind: PageKind
    issue: Issue | None = None
    articles: tuple[Article, ...] = ()
    document: Document | None = None
    regions: tuple[Region, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
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
    encoding, flags, markup = _markup(source, site)
    base = absolute(markup.base or "", source.url) or source.url
    kinds = classify(markup)
    lists = link_lists(markup, kinds)
    items = listed_items(markup, lists)
    layout = _lay_out(markup, kinds, lists, items)
    infos = list(layout.infos.values())
    published = _published(markup, infos)
    listing: Sequence[Item] = ()
    if published is None and outweighs(items, markup, layout.content, kinds):
        listing = items
    lines = list(markup.lines)
    for other in others:
        more = _content_behind(lines, other, site)
        lines += more
        layout.content += more
    text = _read_text(layout, lists, listing, published, source.url)
    chosen = listing if text.kind == "listing" else ()
    facts = site_facts([markup.lines[n] for n, kind in enumerate(kinds) if kind == "footer"])
    seen = gather(markup, facts, layout.headline.text, layout.content, source.url, site)
    integrity = judge(seen)
    files = attachments(_attached(layout), base)
    page = Page(
        url=source.url,
        kind=text.kind,
        encoding=encoding,
        title=layout.headline.text,
        published=published,
        source=first_value(infos, "source"),
        author=first_value(infos, "author"),
        issue=text.issue,
        articles=text.articles,
        document=text.document,
        links=page_links(markup, layout.kinds, lists, chosen, base),
        attachments=files,
        site=without_poison(facts, integrity),
        integrity=integrity,
        parser=PARSER_VERSION,
        flags=flags + _held_elsewhere(layout, text, files),
    )
    return Reading(page, tuple(lines), _regions(layout, text))


def _markup(source: Source, site: SiteProfile | None) -> tuple[str, tuple[str, ...], Markup]:
    """Encoding, flags and lines of one address."""
    if len(source.body) > MAX_BYTES:
        raise ArchiverError(
            f"{source.url or 'the page'} has {len(source.body):,} bytes; "
            f"pages over {MAX_BYTES:,} are not read"
        )
    decoded = decode(source.body, source.content_type, site.encoding if site else None)
    plain = "<" not in decoded.text or (source.content_type or "").startswith("text/plain")
    markup = read_text(decoded.text) if plain else read_html(decoded.text)
    return decoded.encoding, decoded.flags + markup.flags, markup


def _content_behind(lines: Sequence[Line], source: Source, site: SiteProfile | None) -> list[Line]:
    """The content lines of a further part, numbered on behind ``lines``."""
    _, _, markup = _markup(source, site)
    kinds = classify(markup)
    lists = link_lists(markup, kinds)
    content = _lay_out(markup, kinds, lists, listed_items(markup, lists)).content
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


def _lay_out(
    markup: Markup, kinds: list[LineKind], lists: Sequence[LinkList], items: Sequence[Item]
) -> _Layout:
    heavy = [item for group in lists if group.weight >= _LIST for item in group.items]
    listed = card_lines(markup, (*heavy, *items))
    found = _infos(markup, kinds, listed)
    certain = {number for number, info in found.items() if info.is_certain}
    span = content_range(markup, kinds, certain)
    headline = find_headline(markup, kinds, certain, span)
    above = _infos_above(markup, kinds, found, headline, span)
    head = {*above, *headline.lines}
    if head and max(head) >= span.stop and not markup.lines[max(head)].table:
        span = range(0)
    content = trimmed(markup, span, kinds, head)
    if above and content and _is_far(markup, kinds, max(head), content[0]):
        content = []
    infos = above
    if published_of(list(above.values())) is None:
        infos = above | {n: found[n] for n in certain if kinds[n] != "link"}
    own = [markup.lines[n] for n in content if n not in infos]
    return _Layout(markup, kinds, infos | _take_tail_infos(own), headline, own)


def _is_far(markup: Markup, kinds: Sequence[LineKind], head: int, first: int) -> bool:
    """Whether link lists or a footer stand between the headline and what looks like text."""
    return any(
        kinds[n] in ("footer", "related", "adjacent") or len(markup.lines[n].anchors) >= _LINKS
        for n in range(head + 1, first)
    )


def _infos(markup: Markup, kinds: Sequence[LineKind], listed: AbstractSet[int]) -> dict[int, Info]:
    """All lines that could be the page's information line; the dates of list items are not."""
    found: dict[int, Info] = {}
    within: dict[int, Info] = {}
    for line, kind in zip(markup.lines, kinds, strict=True):
        if kind not in ("text", "tools", "link", "footer"):
            continue
        info = read_info(line)
        if info is None or (kind == "link" and not info.pairs):
            continue
        (within if line.number in listed else found)[line.number] = info
    labelled = {n: info for n, info in within.items() if info.is_certain and info.pairs}
    return found | labelled if len(labelled) == 1 else found


def _take_tail_infos(content: list[Line]) -> dict[int, Info]:
    """Label lines below the text that name no contributor of it: 本文来源, 责任编辑 of the site."""
    infos: dict[int, Info] = {}
    while content and len(infos) < _NEAR:
        info = read_info(content[-1])
        if info is None or not info.pairs or info.bare or read_labelled(content[-1].folded):
            break
        infos[content.pop().number] = info
    return infos


def _infos_above(
    markup: Markup,
    kinds: Sequence[LineKind],
    found: Mapping[int, Info],
    headline: Headline,
    span: range,
) -> dict[int, Info]:
    """The information lines above the text: before the headline, or just below it."""
    at = headline.lines[0] if headline.lines else span.start
    infos = {n: info for n, info in found.items() if n < at and info.is_certain}
    passed = 0
    for line in markup.lines[at:]:
        n = line.number
        if n in found and (found[n].is_certain or (not passed and found[n].pairs)):
            infos[n] = found[n]
        elif n not in headline.lines and kinds[n] == "text":
            passed += 1
            if passed > _NEAR or len(line.folded) > _SHORT:
                break
    return infos


def _held_elsewhere(layout: _Layout, text: _Text, files: Sequence[Attachment]) -> tuple[str, ...]:
    """A flag for a page whose content is not text: pictures of it, or files to load."""
    if text.kind == "listing":
        return ()
    size = sum(len(p.text) for article in text.articles for p in article.paragraphs)
    if files and size < _LITTLE:
        return ("attachment_only",)
    below = max(layout.headline.lines, default=-1)
    pictures = any(image.line > below for image in layout.markup.images)
    return ("image_only",) if layout.headline.lines and pictures and not size else ()


def _attached(layout: _Layout) -> list[Line]:
    """The content and what follows it up to the next chrome: files are often listed below."""
    lines = list(layout.content)
    at = lines[-1].number + 1 if lines else max(layout.headline.lines, default=-1) + 1
    for line, kind in zip(layout.markup.lines[at:], layout.kinds[at:], strict=True):
        if kind in ("adjacent", "related", "footer"):
            break
        lines.append(line)
    return lines


def _published(markup: Markup, infos: Sequence[Info]) -> Date | None:
    for name in _PUBLISHED_META:
        found = date_of(markup.meta.get(name, ""))
        if found:
            return found
    return published_of(infos)


def _read_text(
    layout: _Layout,
    lists: Sequence[LinkList],
    listing: Sequence[Item],
    published: Date | None,
    url: str | None,
) -> _Text:
    """Take the content apart: as an issue, else as one document or article."""
    title = layout.headline.text
    if listing:
        regions = (Region("listing", tuple(line.number for line in layout.content)),)
        return _Text("other" if is_portal(lists, url) else "listing", regions=regions)
    found = segment(layout.content, page_title=title)
    if found is not None:
        return _Text("issue", found.issue, found.articles, regions=found.regions)
    return _read_single(layout, title, published)


def _read_single(layout: _Layout, title: str | None, published: Date | None) -> _Text:
    content = layout.content
    reading = read_article(content, title=title)
    regions = tuple(
        Region(f"article 1 {role}", (line.number,))
        for line, role in zip(content, reading.roles, strict=True)
    )
    if not reading.paragraphs:
        return _Text("other", regions=regions)
    article = Article(
        order=1,
        title=title,
        subtitle=reading.subtitle,
        contributors=tuple(reading.contributors),
        credits=reading.credits,
        editor_note=reading.editor_note,
        paragraphs=tuple(reading.paragraphs),
        confidence=0.9,
    )
    formal = read_document(title, content, list(layout.infos.values()))
    if document_type(title) or is_formal(formal.document):
        return _Text("document", None, (article,), formal.document, regions)
    said = is_static(title) or not any(is_sentence(line) for line in content)
    kind: PageKind = "other" if published is None and said else "article"
    return _Text(kind, None, (article,), None, regions)


def _regions(layout: _Layout, text: _Text) -> tuple[Region, ...]:
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

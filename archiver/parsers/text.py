"""What the content of a page holds: a list, an issue, a document, an article, or a notice."""

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import Final

from archiver.chinese.fold import comparison_key, fold
from archiver.parsers.bulletin import Segmentation, read_article, segment
from archiver.parsers.bulletin.compiled import is_imprint, may_be_compiled
from archiver.parsers.bulletin.numbering import read_numbering
from archiver.parsers.bulletin.segment import compilation
from archiver.parsers.bulletin.shapes import is_sentence
from archiver.parsers.bulletin.words import OFTEN
from archiver.parsers.declared import marked_subtitle
from archiver.parsers.document import is_document_title, is_formal, read_document
from archiver.parsers.headline.headline import Headline
from archiver.parsers.kind import (
    is_empty,
    is_failure,
    is_form,
    is_home,
    is_notice_of_absence,
    is_portal,
    is_refusal,
    is_static,
    says_gone,
    tells_of_issue,
)
from archiver.parsers.layout.content import is_file_line
from archiver.parsers.layout.infolines import NEAR
from archiver.parsers.layout.layout import Layout
from archiver.parsers.layout.named import named_beside
from archiver.parsers.layout.pictured import in_pictured_columns, pictured_head, printed_only
from archiver.parsers.lines import Line, Region
from archiver.parsers.lists.items import Item
from archiver.parsers.lists.listing import LinkList
from archiver.parsers.markup.coarse import COARSE
from archiver.parsers.markup.html import Markup
from archiver.parsers.printed import credits_as_printed, names_as_printed
from archiver.records import Article, Date, Document, Issue
from archiver.records.page import PageKind

_REMARK: Final = re.compile(rf"\s*\({OFTEN}\)$")  # behind a number: 第4期(季刊)
NOTICE: Final = "notice"
"""The region of what a server says in the place of a page."""


@dataclass(slots=True)
class Text:
    """What the content holds."""

    kind: PageKind
    issue: Issue | None = None
    articles: tuple[Article, ...] = ()
    document: Document | None = None
    regions: tuple[Region, ...] = ()
    gone: bool = False
    first: int = 0  # the line of a listing's first item


def take_apart(
    layout: Layout,
    lists: Sequence[LinkList],
    listing: Sequence[Item],
    published: Date | None,
    url: str | None,
) -> Text:
    """Take the content apart: as a ``listing``, an issue, else as one document or article."""
    if listing:
        return _read_listing(layout, lists, listing, url)
    title = layout.headline.text
    issue_title = None if tells_of_issue(title) else title
    coarse = COARSE in layout.markup.flags
    day = published.start if published else None
    found = None if coarse else segment(layout.content, page_title=issue_title, published=day)
    if found is not None:
        if not found.issue.toc and (box := layout.contents_box()):
            again = segment(layout.content, page_title=issue_title, beside=box, published=day)
            found = again or found
        articles = in_pictured_columns(layout.markup, found.articles, found.regions)
        return Text("issue", found.issue, articles, regions=found.regions)
    found = None if coarse else _headed_otherwise(layout, issue_title, day)
    if found is not None:
        if _is_within(title, found.issue, found.articles):
            layout.headline = Headline(title)
        return Text("issue", found.issue, found.articles, regions=printed_only(found.regions))
    return _read_single(layout, title, published, url)


def _headed_otherwise(
    layout: Layout, title: str | None, day: datetime.date | None
) -> Segmentation | None:
    """An issue whose head is a picture, or which only its texts tell."""
    head = pictured_head(layout.markup, layout.content)
    found = segment([*head, *layout.content], page_title=title, published=day) if head else None
    over = layout.over() if found is None else []
    # What stands over the content must tell more than the content, of which that was asked.
    if over and (any(map(is_imprint, over)) or not may_be_compiled(layout.content)):
        return compilation([*over, *layout.content])
    return found


def _is_within(title: str | None, issue: Issue, articles: Sequence[Article]) -> bool:
    """Whether a headline is who edits an issue, or its first text: no title of the page."""
    key = comparison_key(title or "")
    editor = comparison_key(issue.editor or "")
    texts = {comparison_key(article.title or "") for article in articles}
    return bool(key) and (key in texts or bool(editor and editor in key))


def notice(layout: Layout, *, gone: bool) -> Text:
    """What a server says in the place of a page is no article of it."""
    said = Region(NOTICE, tuple(line.number for line in layout.content))
    return Text("other", regions=(said,), gone=gone)


def _read_listing(
    layout: Layout, lists: Sequence[LinkList], listing: Sequence[Item], url: str | None
) -> Text:
    regions = (Region("listing", tuple(line.number for line in layout.content)),)
    portal = is_portal(lists, url)
    gone = not portal and says_gone(layout.beside(listing))
    kind: PageKind = "other" if portal or gone else "listing"
    return Text(kind, regions=regions, gone=gone, first=listing[0].line)


def _read_single(
    layout: Layout, title: str | None, published: Date | None, url: str | None
) -> Text:
    """A page of one text, unless the server only says that there is none."""
    content = layout.content
    if is_notice_of_absence(title, content):
        return notice(layout, gone=True)
    failed = is_failure(title, content) or is_failure(layout.markup.title, ())
    if published is None and (failed or is_empty(title, content)):
        return notice(layout, gone=says_gone(content))
    if content and all(map(is_file_line, content)):
        files = Region("files", tuple(line.number for line in content))
        text = _read_single(replace(layout, content=[]), title, published, url)
        return replace(text, regions=(*text.regions, files))
    return _read_article(layout, title, published, url)


def _read_article(
    layout: Layout, title: str | None, published: Date | None, url: str | None
) -> Text:
    content = layout.content
    reading = read_article(content, title=title)
    regions = tuple(
        Region(f"article 1 {role}", (line.number,))
        for line, role in zip(content, reading.roles, strict=True)
    )
    named = is_document_title(title) and (layout.headline.lines or layout.infos or published)
    if not (reading.paragraphs or named or (published and layout.is_shown())):
        return Text("other", regions=regions, gone=published is None and says_gone(content))
    for byline in named_beside(layout):
        reading.add_new(byline)
    own = [line.text for line in content]
    article = Article(
        order=1,
        title=title,
        subtitle=reading.subtitle or layout.subtitle() or marked_subtitle(layout.markup),
        contributors=names_as_printed(reading.contributors, own),
        credits=credits_as_printed(reading.credits, own),
        editor_note=reading.editor_note,
        paragraphs=tuple(reading.paragraphs),
        confidence=_confidence(bool(reading.paragraphs), title, layout.markup),
    )
    infos = list(layout.infos.values())
    formal = read_document(title, content, infos, layout.above(), _below(layout))
    if is_document_title(title) or is_formal(formal):
        return Text("document", None, (article,), formal, regions)
    kind: PageKind = "other" if published is None and _is_said(layout, title, url) else "article"
    gone = kind == "other" and says_gone(content)
    return Text(kind, None, (article,), None, regions, gone)


def _below(layout: Layout) -> list[Line]:
    """The text lines right under the content, before anything of the site."""
    first = layout.content[-1].number + 1 if layout.content else len(layout.kinds)
    below = layout.markup.lines[first : first + NEAR]
    return list(takewhile(lambda line: layout.kinds[line.number] == "text", below))


def _is_said(layout: Layout, title: str | None, url: str | None) -> bool:
    """Whether a text without a date is what a site says of itself, or no running text at all."""
    home = not layout.headline.lines and is_home(title, url)
    return (
        home
        or is_static(title)
        or is_refusal(layout.content)
        or is_form(layout.content)
        or not any(map(is_sentence, layout.content))
    )


def _confidence(has_text: bool, title: str | None, markup: Markup) -> float:
    if COARSE in markup.flags:
        return 0.3
    if not has_text:
        return 0.5
    return 0.6 if _ends_in_number(title) and not tells_of_issue(title) else 0.9


def _ends_in_number(title: str | None) -> bool:
    """Whether a headline is called like an issue: one text below 机关党建第七期 may be several."""
    folded = _REMARK.sub("", fold(title or "")).rstrip(" )")
    numbering = read_numbering(folded)
    return numbering is not None and folded.endswith(numbering.label) and folded[-1] in "期辑刊"


def regions_of(layout: Layout, text: Text) -> tuple[Region, ...]:
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

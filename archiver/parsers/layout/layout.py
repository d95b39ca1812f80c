"""The lines of a page told apart: chrome, headline, information lines, content."""

import re
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Final

from archiver.chinese.fold import comparison_key, one_line
from archiver.parsers.bulletin.shapes import is_prose, subtitle_text
from archiver.parsers.chrome.linekind import LineKind, without_way_back
from archiver.parsers.headline.headline import Headline
from archiver.parsers.headline.parts import column_of
from archiver.parsers.headline.signs import is_marked_subtitle
from archiver.parsers.headline.titletag import names_site, parts_of
from archiver.parsers.info.info import Info, published_of
from archiver.parsers.layout.content import bare_container, content_range
from archiver.parsers.layout.contentsbox import contents_box
from archiver.parsers.layout.heads import COLUMN, find_heads, issue_heading
from archiver.parsers.layout.infolines import (
    HEADLINE_LINES,
    NEAR,
    behind_headline,
    calendar_leaf,
    certain_infos,
    infos_above,
    possible_infos,
)
from archiver.parsers.layout.issuehead import (
    HEAD_LINES,
    NUMBERED,
    end_of_index,
    infos_within,
    is_head_around_info,
    own_head,
)
from archiver.parsers.layout.letters import without_label
from archiver.parsers.layout.span import (
    below_crumb,
    below_head,
    with_imprint,
    with_opening,
    with_tail,
)
from archiver.parsers.layout.tailinfos import (
    counted_below,
    filed_on,
    infos_below,
    says_signing,
    take_tail_infos,
    told_in,
)
from archiver.parsers.layout.trimming import FILES_HEAD, before_files, trimmed
from archiver.parsers.lines import Line
from archiver.parsers.lists.items import Item
from archiver.parsers.lists.listing import LinkList, card_lines
from archiver.parsers.lists.main import MainList
from archiver.parsers.markup.html import Markup

_LINKS: Final = 4  # a line with so many links is navigation
_SHORT: Final = 40  # characters
_LIST: Final = 24.0  # weight of a list whose dates are those of its items
_BOX: Final = 200  # characters
_HAN: Final = re.compile("^(?!.*(?:更多|[:：。]))[^\\d]*[一-鿿]{2}")
_ABSTRACT: Final = 10  # characters
_PLAYER: Final = re.compile(
    r"\.(?:mp4|flv|m3u8|wmv|mp3|avi|webm)\b|player|/video|youku|v\.qq|bilibili", re.IGNORECASE
)


@dataclass(slots=True)
class Layout:
    """The page's lines told apart: chrome by kind, headline, information lines, content."""

    markup: Markup
    kinds: list[LineKind]
    infos: dict[int, Info]
    headline: Headline
    content: list[Line]
    bare: bool  # whether the element for the text holds none
    told: list[Info]  # what lines of the content say of the page
    is_index: bool  # whether it is the 目录 of an issue, each entry linking to a page

    def subtitle(self) -> str | None:
        """A 副题 that stands right under the headline, outside the content."""
        below = max(self.headline.lines, default=-2) + 1
        if below < 0 or below >= len(self.markup.lines) or below in self.infos:
            return None
        line = self.markup.lines[below]
        marked = is_marked_subtitle(line, self.markup.blocks)
        if line in self.content or not (marked or subtitle_text(line.folded)):
            return None
        return line.text.strip().lstrip("-—–―─－━").strip()

    def column(self) -> str | None:
        """The last name of the breadcrumb: the column a list page shows."""
        return column_of(self.markup, self.kinds)

    def list_column(self, first: int) -> str | None:
        """The column of a list, where the title tag knows it and not the headline found.

        So is what the title tag begins with, where that is printed over the ``first`` item.
        """
        tag = comparison_key(self.markup.title or "")
        begun = parts_of(self.markup.title)[:1]
        above = self.markup.lines[max(first - NEAR, 0) : first]
        if begun and not names_site(begun[0]) and any(begun == [line.folded] for line in above):
            return begun[0]
        if not self.headline.lines or comparison_key(self.headline.text or "") in tag:
            return None
        column = self.column()
        return column if column and comparison_key(column) in tag else None

    def is_headed(self, first: int) -> bool:
        """Whether the headline stands over the ``first`` item of a list, and is none itself."""
        return bool(self.headline.lines) and self.headline.lines[0] < first

    def list_heading(self, first: int) -> str | None:
        """What is printed over a list, on a page whose title only names the site.

        Where that is a column of the menu, it goes before a title that the page does not print.
        ``first`` is the line of the list's first item.
        """
        unnamed = names_site(self.headline.text) or bool(self.headline.lines)
        menu = {anchor.text.strip() for line in self.markup.lines for anchor in line.anchors}
        for line in reversed(self.markup.lines[max(first - NEAR, 0) : first]):
            short = len(line.folded) <= COLUMN and not line.anchors
            if short and self.kinds[line.number] == "text" and _HAN.search(line.folded):
                return one_line(line.text) if unnamed or line.text.strip() in menu else None
        return None

    def is_shown(self) -> bool:
        """Whether a film or a sound under a headline stands in the place of a text."""
        shown = self.markup.players > 0 or any(map(_PLAYER.search, self.markup.files))
        return shown and bool(self.headline.lines)

    def beside(self, items: Sequence[Item]) -> list[Line]:
        """The text lines of the page that are no items of a list."""
        listed = {item.line for item in items}
        return [
            line
            for line in self.markup.lines
            if self.kinds[line.number] == "text" and line.number not in listed
        ]

    def contents_box(self) -> list[Line]:
        """The lines of a 目录 that stands outside the content."""
        return contents_box(self.markup, self.kinds, self.content)

    def over(self) -> list[Line]:
        """The lines right over the content, the headline too, up to the content system's."""
        stop = first = self.content[0].number if self.content else 0
        told = {n for n, info in self.infos.items() if info.pairs}
        while first > max(stop - HEAD_LINES, 0) and self.kinds[first - 1] == "text":
            if first - 1 in told:
                break
            first -= 1
        return list(self.markup.lines[first:stop])

    def above(self) -> list[Line]:
        """The text lines over the content, the nearest last."""
        stop = self.content[0].number if self.content else 0
        lines = self.markup.lines[max(stop - HEAD_LINES, 0) : stop]
        return [line for line in lines if self.kinds[line.number] == "text"]


def lay_out(
    markup: Markup, kinds: list[LineKind], lists: Sequence[LinkList], main: MainList
) -> Layout:
    """Find masthead, headline, information lines and content."""
    listed = _listed(markup, lists, main)
    found = possible_infos(markup, kinds, listed)
    certain = certain_infos(found)
    span = below_crumb(markup, kinds, certain, content_range(markup, kinds, certain))
    headline, masthead = find_heads(markup, kinds, found, certain, span)
    if masthead is None and len(headline.lines) == 1:
        first = headline.lines[0]
        if is_head_around_info(markup, found, certain, first):
            headline, masthead = Headline(headline.text), first
    top = masthead if masthead is not None else issue_heading(headline)
    index = None if top is None else end_of_index(markup, top, main.items)
    if masthead is not None:
        span = with_tail(markup, kinds, range(masthead, max(span.stop, index or 0)))
    elif index is not None:
        span = with_tail(markup, kinds, range(headline.lines[-1] + 1, max(span.stop, index)))
    else:
        span = below_head(markup, kinds, certain, headline, span)
    above = infos_above(markup, kinds, found, headline, span, listed)
    head_lines = range(0)
    if masthead is not None:  # its own date is no content system's
        head_lines = own_head(markup, masthead)
        above = {n: info for n, info in above.items() if n < masthead}
        if not _is_dated(above):
            above |= infos_within(markup, found, certain, head_lines[:HEAD_LINES])
    head = {n for n in (*above, *headline.lines) if masthead is None or n < masthead}
    if head and masthead is None:
        span = with_imprint(markup, kinds, headline, max(head) + 1, span)
        span = with_opening(markup, kinds, max(head) + 1, span)
    content, bare = _content(markup, kinds, span, head, above)
    if not _is_dated(above):
        above |= calendar_leaf(markup, headline, listed)
        content = [n for n in content if n not in above]
    infos = above | (infos_below(kinds, found, content[-1]) if content and masthead is None else {})
    if not _is_dated(above):
        infos |= {
            n: found[n]
            for n in certain
            if kinds[n] != "link"
            and n not in head_lines
            and not (masthead is not None and n > masthead and says_signing(found[n]))
        }
    own_line = len(headline.lines) == 1 and headline.lines[0] not in listed
    if own_line and (rest := behind_headline(markup.lines[headline.lines[0]], headline)):
        infos = {headline.lines[0]: rest} | infos
    own = [without_way_back(without_label(markup.lines[n])) for n in content if n not in infos]
    infos |= take_tail_infos(own, issue=masthead is not None)
    if not _is_dated(infos) and masthead is None:
        infos |= counted_below(own)
    if masthead is None:
        own = own[: before_files(markup, own)]
    headline, own = _without_repeats(own, headline, issue=masthead is not None)
    told = [*told_in(own), *filed_on(markup, kinds)]
    return Layout(markup, kinds, infos, headline, own, bare, told, index is not None)


def _content(
    markup: Markup,
    kinds: Sequence[LineKind],
    span: range,
    head: AbstractSet[int],
    above: Mapping[int, Info],
) -> tuple[list[int], bool]:
    """Numbers of the content's lines, and whether the element for the text holds none."""
    content = trimmed(markup, span, kinds, head)
    if above and head and content and _is_far(markup, kinds, max(head), content):
        content = []
    if head and not any(is_prose(markup.lines[n]) for n in content):
        bare = bare_container(markup, kinds, max(head) + 1, _is_dated(above))
        if bare is not None:
            return list(bare), True
    return content, False


def _is_dated(infos: Mapping[int, Info]) -> bool:
    return published_of(list(infos.values())) is not None


def _listed(markup: Markup, lists: Sequence[LinkList], main: MainList) -> set[int]:
    """Numbers of the lines of list items, whose dates are not the page's."""
    heavy = [
        item
        for group in lists
        if group.weight >= _LIST and len(group.items) >= NEAR
        for item in group.items
    ]
    items = main.items
    is_list = len(items) >= NEAR or (len(items) > 1 and all(item.date for item in items))
    is_list = is_list or main.is_only_entry
    return card_lines(markup, (*heavy, *(items if is_list else ())))


def _repeats(content: Sequence[Line], headline: Headline) -> Sequence[Line]:
    """The first lines of the content, if together they only say the broken headline again."""
    key = comparison_key(headline.text or "")
    if len(content) < HEADLINE_LINES or len(content[0].folded) > _SHORT:
        return ()
    if not headline.lines or NUMBERED.search(headline.text or ""):
        return ()
    said = ""
    for at, line in enumerate(content[:HEADLINE_LINES], 1):
        said += comparison_key(line.folded)
        if said == key and at > 1:
            return content[:at]
    return ()


def _without_repeats(
    content: list[Line], headline: Headline, *, issue: bool
) -> tuple[Headline, list[Line]]:
    """The content without an empty box of files, the headline again, and a beginning cut off.

    The lines that say the headline again are the headline's.
    """
    while content and not content[-1].anchors and FILES_HEAD.fullmatch(content[-1].folded):
        content.pop()
    repeated = () if issue else _repeats(content, headline)
    headline = Headline(headline.text, (*headline.lines, *(line.number for line in repeated)))
    content = content[len(repeated) :]
    return headline, content[_is_abstract(content) :]


def _is_abstract(content: Sequence[Line]) -> bool:
    """Whether the first line is only the beginning of the next, cut off."""
    if len(content) < 2 or not content[0].folded.endswith(("..", "…")):
        return False
    begun = content[0].folded.rstrip(".… ")
    return len(begun) >= _ABSTRACT and any(
        line.folded.startswith(begun) for line in content[1:HEADLINE_LINES]
    )


def _is_far(markup: Markup, kinds: Sequence[LineKind], head: int, content: Sequence[int]) -> bool:
    """Whether link lists stand between the headline and what is no running text, or little of it.

    What stands in a box behind the related pages is the site's.
    """
    size = sum(len(markup.lines[n].folded) for n in content)
    if size <= _BOX and "related" in kinds[head + 1 : content[0]]:
        return True
    if any(is_prose(markup.lines[n]) for n in content[:NEAR]):
        return False
    between = (n for n in range(head + 1, content[0]) if kinds[n] != "tools")
    return any(len(markup.lines[n].anchors) >= _LINKS for n in between)

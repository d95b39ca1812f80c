"""The lines of a page told apart: chrome, headline, information lines, content."""

import re
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import takewhile
from typing import Final

from archiver.chinese.fold import comparison_key, one_line
from archiver.parsers.bulletin.shapes import is_prose, subtitle_text
from archiver.parsers.chrome import LineKind
from archiver.parsers.headline.headline import Headline, find_headline
from archiver.parsers.headline.parts import column_of
from archiver.parsers.headline.titletag import is_nameless, names_site
from archiver.parsers.info import Info, published_of
from archiver.parsers.layout.content import bare_container, content_range, trimmed
from archiver.parsers.layout.infolines import (
    HEADLINE_LINES,
    NEAR,
    behind_headline,
    calendar_leaf,
    certain_infos,
    infos_above,
    infos_below,
    is_stamped,
    is_told,
    possible_infos,
    take_tail_infos,
    told_in,
)
from archiver.parsers.layout.issuehead import (
    HEAD_LINES,
    NUMBERED,
    WINDOW,
    end_of_index,
    find_masthead,
)
from archiver.parsers.layout.letters import letter_above, without_label
from archiver.parsers.lines import Line
from archiver.parsers.lists.items import Item
from archiver.parsers.lists.listing import LinkList, card_lines
from archiver.parsers.lists.main import MainList
from archiver.parsers.markup.html import Markup

_HEADINGS: Final = ("h1", "h2", "h3")
_LINKS: Final = 4  # a line with so many links is navigation
_SHORT: Final = 40  # characters
_LIST: Final = 24.0  # weight of a list whose dates are those of its items
_ABOVE: Final = 12  # so many lines above the content block a masthead may stand
_EMPTY_BOX: Final = re.compile(  # of no file
    r"(?:相关|可下载)?附\s?件(?:下载|列表)?\s*:?|(?:相关(?:文件|下载)|文件下载|下载附件)\s*:?"
)
_COLUMN: Final = 12  # characters
_BOX: Final = 200  # characters
_HAN: Final = re.compile("^(?!.*(?:更多|[:：。]))[^\\d]*[一-鿿]{2}")
_ABSTRACT: Final = 10  # characters
_AGAIN: Final = 16  # characters: texts that begin alike for longer say the same
_SUMMARY: Final = re.compile(
    r"(?:^|[ _-])(?:summary|abstract|intro|introduction|desc|description|lead|zhaiyao|daodu|zy)"
    r"\d?(?:$|[ _-])"
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
        if line in self.content or subtitle_text(line.folded) is None:
            return None
        return line.text.strip().lstrip("-—–―─－━").strip()

    def column(self) -> str | None:
        """The last name of the breadcrumb: the column a list page shows."""
        return column_of(self.markup, self.kinds)

    def list_column(self) -> str | None:
        """The column of a list, where the title tag knows it and not the headline found."""
        tag = comparison_key(self.markup.title or "")
        if not self.headline.lines or comparison_key(self.headline.text or "") in tag:
            return None
        column = self.column()
        return column if column and comparison_key(column) in tag else None

    def list_heading(self, first: int) -> str | None:
        """What is printed over a list, on a page whose title only names the site.

        ``first`` is the line of the list's first item.
        """
        if not names_site(self.headline.text):
            return None
        for line in reversed(self.markup.lines[max(first - NEAR, 0) : first]):
            short = len(line.folded) <= _COLUMN and not line.anchors
            if short and self.kinds[line.number] == "text" and _HAN.search(line.folded):
                return one_line(line.text)
        return None

    def beside(self, items: Sequence[Item]) -> list[Line]:
        """The text lines of the page that are no items of a list."""
        listed = {item.line for item in items}
        return [
            line
            for line in self.markup.lines
            if self.kinds[line.number] == "text" and line.number not in listed
        ]

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
    span = content_range(markup, kinds, certain)
    span = _below_crumb(markup, kinds, certain, span)
    headline, masthead = _heads(markup, kinds, found, certain, span)
    index = None if masthead is None else end_of_index(markup, masthead, main.items)
    if masthead is not None:
        span = range(masthead, max(span.stop, index or 0))
    elif headline.lines:
        letter = letter_above(markup, kinds, headline.lines[-1], span.start)
        span = span if letter is None else range(letter, span.stop)
    if masthead is None:
        span = _below_head(markup, kinds, certain, headline, span)
    above = infos_above(markup, kinds, found, headline, span, listed)
    if masthead is not None:  # its own date is no content system's
        above = {n: info for n, info in above.items() if n < masthead}
    head = {n for n in (*above, *headline.lines) if masthead is None or n < masthead}
    if head and masthead is None:
        span = _with_opening(markup, kinds, max(head) + 1, span)
    content = trimmed(markup, span, kinds, head)
    if above and head and content and _is_far(markup, kinds, max(head), content):
        content = []
    bare = None
    if head and not any(is_prose(markup.lines[n]) for n in content):
        told = published_of(list(above.values())) is not None
        bare = bare_container(markup, kinds, max(head) + 1, told)
        content = content if bare is None else list(bare)
    if published_of(list(above.values())) is None:
        above |= calendar_leaf(markup, headline, listed)
        content = [n for n in content if n not in above]
    infos = above | (infos_below(kinds, found, content[-1]) if content and masthead is None else {})
    if published_of(list(above.values())) is None:
        own_head = _own_head(markup, masthead)
        infos |= {n: found[n] for n in certain if kinds[n] != "link" and n not in own_head}
    if len(headline.lines) == 1 and (
        rest := behind_headline(markup.lines[headline.lines[0]], headline)
    ):
        infos = {headline.lines[0]: rest} | infos
    own = [without_label(markup.lines[n]) for n in content if n not in infos]
    infos |= take_tail_infos(own, issue=masthead is not None)
    while own and not own[-1].anchors and _EMPTY_BOX.fullmatch(own[-1].folded):
        own.pop()
    repeated = _repeats(own, headline) if masthead is None else ()
    headline = Headline(headline.text, (*headline.lines, *(line.number for line in repeated)))
    own = own[len(repeated) + _is_abstract(own[len(repeated) :]) :]
    return Layout(
        markup, kinds, infos, headline, own, bare is not None, told_in(own), index is not None
    )


def _own_head(markup: Markup, masthead: int | None) -> range:
    """The lines of an issue's 报头, whose date is its own: from its first to the text."""
    if masthead is None:
        return range(0)
    head = takewhile(lambda line: not is_prose(line), markup.lines[masthead : masthead + WINDOW])
    return range(masthead, masthead + sum(1 for _ in head))


def _below_head(
    markup: Markup,
    kinds: Sequence[LineKind],
    certain: AbstractSet[int],
    headline: Headline,
    span: range,
) -> range:
    """The content block; not one above the page's head, where menus and forms have their texts."""
    at = headline.lines[0] if headline.lines else min(certain, default=-1)
    if span.stop > at or not (headline.lines or "breadcrumb" in kinds[span.stop : at]):
        return span
    dated = not certain.isdisjoint(range(at, at + 1 + NEAR))
    if not dated and any(is_prose(markup.lines[n]) for n in span):
        return span
    return _content_below(markup, kinds, certain, at)


def _content_below(
    markup: Markup, kinds: Sequence[LineKind], certain: AbstractSet[int], at: int
) -> range:
    """The content block among the lines below one; none where these hold no text."""
    if not any(kinds[n] == "text" and n not in certain for n in range(at + 1, len(kinds))):
        return range(at + 1, at + 1)
    below = content_range(markup, kinds, {*certain, *range(at + 1)})
    return range(max(below.start, at + 1), below.stop)


def _below_crumb(
    markup: Markup, kinds: Sequence[LineKind], certain: AbstractSet[int], span: range
) -> range:
    """The content block; no box of links above the breadcrumb, nor of contacts over a heading."""
    inside = next((n for n in span if kinds[n] == "breadcrumb" and markup.lines[n].anchors), None)
    if inside is not None and (
        not certain.isdisjoint(range(inside + 1, inside + 1 + 2 * NEAR))
        or _is_head_of_site(markup, kinds, range(span.start, inside))
    ):
        return range(inside + 1, span.stop)
    crumb = next((n for n in range(span.stop, len(kinds)) if kinds[n] == "breadcrumb"), None)
    if crumb is None or any(is_prose(markup.lines[n]) for n in span):
        return span
    linked = sum(kinds[n] == "link" for n in span) * 2 > len(span)
    headed = any(line.tag in _HEADINGS for line in markup.lines[crumb + 1 : crumb + 1 + NEAR])
    if not linked and not headed:
        return span
    return _content_below(markup, kinds, certain, crumb)


def _is_head_of_site(markup: Markup, kinds: Sequence[LineKind], above: range) -> bool:
    """Whether only menus and scraps stand above the breadcrumb in the block around the content."""
    linked = sum(kinds[n] == "link" for n in above)
    few = len(above) <= NEAR or linked * 2 > len(above)
    return few and not any(kinds[n] == "text" and is_prose(markup.lines[n]) for n in above)


def _with_opening(markup: Markup, kinds: Sequence[LineKind], first: int, span: range) -> range:
    """The content block with the paragraphs over it that follow the head, set in other elements.

    What its element calls an abstract, or what the text says again, is none.
    """
    between = markup.lines[first : span.start]
    if not 0 < len(between) <= HEAD_LINES:
        return span
    own = all(kinds[line.number] == "text" and not line.anchors for line in between)
    opening = [line for line in between if is_prose(line) and "。" in line.folded]
    if not own or any(_names_abstract(markup, line) for line in between):
        return span
    if not opening:
        return range(first, span.stop) if _holds_text(markup, first, span) else span
    starts = {line.folded[:_AGAIN] for line in markup.lines[span.start : span.stop]}
    return span if opening[0].folded[:_AGAIN] in starts else range(first, span.stop)


def _holds_text(markup: Markup, first: int, span: range) -> bool:
    """Whether the element for the text begins with a line above what was taken for the text."""
    block = markup.lines[first].block
    while block >= 0 and markup.blocks[block].first == first:
        if markup.blocks[block].last >= span.stop:
            return True
        block = markup.blocks[block].parent
    return False


def _names_abstract(markup: Markup, line: Line) -> bool:
    """Whether one of the two elements around a line is named as an abstract."""
    own = line.block
    around = (own, markup.blocks[own].parent) if own >= 0 else ()
    return any(n >= 0 and _SUMMARY.search(markup.blocks[n].mark) for n in around)


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


def _heads(
    markup: Markup,
    kinds: Sequence[LineKind],
    found: Mapping[int, Info],
    certain: AbstractSet[int],
    span: range,
) -> tuple[Headline, int | None]:
    """The page's headline, and the first line of an issue's printed head below it."""
    dated = {
        n for n, info in found.items() if n and info.bare and markup.lines[n - 1].tag in _HEADINGS
    }
    headline = _headed(markup, kinds, find_headline(markup, kinds, certain | dated, span))
    masthead = find_masthead(markup, kinds, found, max(span.start - _ABOVE, 0), span.stop)
    if masthead is not None:
        told = not is_told(found, range(masthead)) and (
            is_told(found, range(masthead + 1, masthead + 1 + NEAR))
            or is_stamped(markup, masthead + 1)
        )
        inner = find_masthead(markup, kinds, found, masthead + 1, span.stop)
        if any(map(is_prose, markup.lines[masthead + 1 : inner])):
            inner = None  # the head comes again on every printed page
        again = inner is not None and (
            headline.lines == (masthead,) or _is_within(markup, inner, masthead)
        )
        if told or again:
            # The page's own title names the issue; the printed head, if any, stands below.
            headline = Headline(_headline_text(markup, headline, masthead), (masthead,))
            masthead = inner
        elif headline.lines == (masthead,):
            headline = Headline(headline.text)
        elif headline.lines and headline.lines[0] > masthead:
            headline = find_headline(markup, kinds, certain, span, masthead)
    return headline, masthead


def _headed(markup: Markup, kinds: Sequence[LineKind], headline: Headline) -> Headline:
    """The headline; else the column that breadcrumb and a line beside it name.

    So are pages headed whose title tag only names the site.
    """
    if headline.lines or not names_site(headline.text):
        return headline
    column = column_of(markup, kinds)
    if column is None or len(column) > _COLUMN or is_nameless(column):
        return headline
    crumb = kinds.index("breadcrumb")
    near = markup.lines[max(crumb - NEAR, 0) : crumb + 1 + NEAR]
    printed = [n.number for n in near if n.folded == column and kinds[n.number] == "text"]
    return Headline(column, (printed[-1],)) if printed else headline


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


def _is_abstract(content: Sequence[Line]) -> bool:
    """Whether the first line is only the beginning of the next, cut off."""
    if len(content) < 2 or not content[0].folded.endswith(("..", "…")):
        return False
    begun = content[0].folded.rstrip(".… ")
    return len(begun) >= _ABSTRACT and any(
        line.folded.startswith(begun) for line in content[1:HEADLINE_LINES]
    )


def _is_within(markup: Markup, number: int, other: int) -> bool:
    """Whether one line says again what is a part of another, as a head does of the page's title."""
    key = comparison_key(markup.lines[number].folded)
    return len(key) >= 4 and key in comparison_key(markup.lines[other].folded)


def _headline_text(markup: Markup, headline: Headline, line: int) -> str | None:
    return headline.text if line in headline.lines else one_line(markup.lines[line].text)


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

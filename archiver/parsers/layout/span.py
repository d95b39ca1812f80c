"""The content block beside a page's head: below it, and with the paragraphs set over it."""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import Final

from archiver.parsers.bulletin.contents.toc import find_heading
from archiver.parsers.bulletin.masthead.masthead import read_masthead
from archiver.parsers.bulletin.shapes import is_prose
from archiver.parsers.bulletin.tail import says_recipients
from archiver.parsers.chrome.linekind import LineKind
from archiver.parsers.headline.headline import Headline
from archiver.parsers.layout.content import content_range
from archiver.parsers.layout.heads import HEADINGS, issue_heading
from archiver.parsers.layout.infolines import NEAR
from archiver.parsers.layout.issuehead import HEAD_LINES
from archiver.parsers.layout.letters import letter_above
from archiver.parsers.lines import Line
from archiver.parsers.markup.containers import container_of
from archiver.parsers.markup.html import Markup

_AGAIN: Final = 16  # characters: texts that begin alike for longer say the same
_SUMMARY: Final = re.compile(
    r"(?:^|[ _-])(?:summary|abstract|intro|introduction|desc|description|lead|zhaiyao|daodu|zy)"
    r"\d?(?:$|[ _-])"
)


def below_head(
    markup: Markup,
    kinds: Sequence[LineKind],
    certain: AbstractSet[int],
    headline: Headline,
    span: range,
) -> range:
    """The content block; not one above the page's head, where menus and forms have their texts.

    It begins with the letter that a reply below answers.
    """
    if headline.lines:
        letter = letter_above(markup, kinds, headline.lines[-1], span.start)
        span = span if letter is None else range(letter, span.stop)
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


def below_crumb(
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
    headed = any(line.tag in HEADINGS for line in markup.lines[crumb + 1 : crumb + 1 + NEAR])
    if not linked and not headed:
        return span
    return _content_below(markup, kinds, certain, crumb)


def _is_head_of_site(markup: Markup, kinds: Sequence[LineKind], above: range) -> bool:
    """Whether only menus and scraps stand above the breadcrumb in the block around the content."""
    linked = sum(kinds[n] == "link" for n in above)
    few = len(above) <= NEAR or linked * 2 > len(above)
    return few and not any(kinds[n] == "text" and is_prose(markup.lines[n]) for n in above)


def with_imprint(
    markup: Markup, kinds: Sequence[LineKind], headline: Headline, first: int, span: range
) -> range:
    """The content block of an issue that the page's headline names, with the rest of its head.

    Who edits it and its day may stand under the headline in other elements, a 目录 below them.
    """
    if issue_heading(headline) is None:
        return span
    between = markup.lines[first : span.start]
    own = between[: find_heading(between)]
    if not 0 < len(own) <= HEAD_LINES or any(kinds[line.number] != "text" for line in own):
        return span
    head = read_masthead(own, headline.text, len(own))
    told = head is not None and head.end > 0 and (bool(head.editors) or head.date is not None)
    return range(first, span.stop) if told else span


def with_opening(markup: Markup, kinds: Sequence[LineKind], first: int, span: range) -> range:
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


def with_tail(markup: Markup, kinds: Sequence[LineKind], span: range) -> range:
    """The block of an issue with who it goes to, where that stands below in another element.

    Where head and text are rows of one table, so are who sent the last article in and who it goes
    to.
    """
    stop = span.stop
    block = container_of(markup, span.start)
    while block >= 0 and markup.blocks[block].last <= stop:
        block = markup.blocks[block].parent
    rest = range(stop, markup.blocks[block].last) if block >= 0 else range(0)
    if (
        len(rest) <= HEAD_LINES
        and all(kinds[n] == "text" for n in rest)
        and any(says_recipients(markup.lines[n]) for n in rest)
    ):
        stop = rest.stop
    while stop < len(kinds) and kinds[stop] == "text" and says_recipients(markup.lines[stop]):
        stop += 1
    return range(span.start, stop)


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

"""Which lines belong to the site around the content, each judged alone and beside the others."""

import re
from itertools import pairwise
from typing import Final

from archiver.chinese.fold import fold
from archiver.parsers.chrome.imprint import (
    mark_below_way_back,
    mark_footer_blocks,
    mark_last_lines,
    spread_footer,
)
from archiver.parsers.chrome.linekind import HOME, LineKind, kind_of
from archiver.parsers.chrome.neighbours import is_neighbour
from archiver.parsers.chrome.posts import lines_below_post, writer_lines
from archiver.parsers.chrome.sitewords import comment_lines, declaration_lines
from archiver.parsers.markup.html import Markup

_COUNT_LENGTH: Final = 6
_STEPS: Final = 6  # names of a breadcrumb
_BELOW: Final = 3  # so many lines below it stands the name of its column
_LOOSE: Final = ("text", "pagination")
_COUNT: Final = re.compile(r"[(（\[]?\d{1,4}(?:%|票)?[)）\]]?$")
_CLOCK: Final = re.compile(
    r"(?:星期.\s*)?(?:19|20)\d\d\s?[-年/.]\s?\d{1,2}\s?[-月/.]\s?\d{1,2}日?.{0,16}"
)
_BULLET_ITEM: Final = re.compile(r"[·•▪■◆►>»-]\s*\S.{5,60}$")


def classify(markup: Markup) -> list[LineKind]:
    """The kind of every line; ``text`` is whatever is not recognisably chrome."""
    kinds = [kind_of(line) for line in markup.lines]
    for line in markup.lines:
        if kinds[line.number] == "link" and is_neighbour(markup, line):
            kinds[line.number] = "adjacent"
    _mark_clock(markup, kinds)
    _mark_bullets(markup, kinds)
    _mark_counts(markup, kinds)
    _mark_rows(markup, kinds)
    for number in declaration_lines(markup, kinds):
        kinds[number] = "tools"
    _mark_steps(markup, kinds)
    mark_last_lines(markup, kinds)
    mark_below_way_back(markup, kinds)
    mark_footer_blocks(markup, kinds)
    writer = writer_lines(markup)
    for number in writer:
        kinds[number] = "login"
    for number in (*comment_lines(markup, kinds), *lines_below_post(markup, writer)):
        kinds[number] = "related"
    spread_footer(markup, kinds)
    return kinds


def _mark_clock(markup: Markup, kinds: list[LineKind]) -> None:
    """The day and its weekday over the menu of the site: when it was asked for, not published.

    The menu begins with the home page; the links beside the day of a newspaper do not.
    """
    first = next((line for line in markup.lines if line.anchors), None)
    if first is None or first.anchors[0].text.strip() not in HOME:
        return
    said = [line for line in markup.lines[: first.number] if kinds[line.number] == "text"]
    if len(said) == 1 and "星期" in said[0].folded and _CLOCK.fullmatch(said[0].folded):
        kinds[said[0].number] = "counter"


def _mark_bullets(markup: Markup, kinds: list[LineKind]) -> None:
    """In a text without markup, a list with bullets above everything else is one of links."""
    if any(line.anchors for line in markup.lines):
        return
    for line in markup.lines:
        if kinds[line.number] == "text":
            if not _BULLET_ITEM.match(line.folded) or line.folded.endswith("。"):
                break
            kinds[line.number] = "link"


def _mark_counts(markup: Markup, kinds: list[LineKind]) -> None:
    """The count beside a tool: 顶一下 (0) 0%."""
    for n, line in enumerate(markup.lines):
        behind = len(line.folded) <= _COUNT_LENGTH and n > 0 and kinds[n - 1] == "tools"
        if behind and kinds[n] in _LOOSE and _COUNT.match(line.folded):
            kinds[n] = "tools"


def _mark_rows(markup: Markup, kinds: list[LineKind]) -> None:
    """Short links between two tools in one row are tools too: 打印, 留言, 论坛, 纠错."""
    tools = [n for n, kind in enumerate(kinds) if kind == "tools"]
    for one, two in pairwise(tools):
        between = range(one + 1, two)
        if (
            0 < len(between) <= _BELOW
            and all(kinds[n] == "link" for n in between)
            and all(len(markup.lines[n].folded) <= _COUNT_LENGTH for n in between)
            and _row_of(markup, one) == _row_of(markup, two)
        ):
            for n in between:
                kinds[n] = "tools"


def _row_of(markup: Markup, number: int) -> int:
    block = markup.lines[number].block
    return markup.blocks[block].parent if block >= 0 else -1


def _mark_steps(markup: Markup, kinds: list[LineKind]) -> None:
    """A breadcrumb without signs: names from the home page to the column headed below or titled."""
    if "breadcrumb" in kinds:
        return
    for n, line in enumerate(markup.lines):
        if kinds[n] not in ("link", "text") or not line.folded.startswith(HOME):
            continue
        steps = line.folded.split()
        if not 1 < len(steps) <= _STEPS or steps[0] not in HOME:
            continue
        if len(line.anchors) == len(steps) == 2:
            continue  # as likely the whole menu
        last, below = steps[-1], markup.lines[n + 1 : n + 1 + _BELOW]
        if fold(markup.title or "").startswith(last) or any(last == b.folded for b in below):
            kinds[n] = "breadcrumb"

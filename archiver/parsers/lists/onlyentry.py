"""A column with a single entry: no list yet, and easily taken for the page of that entry."""

from collections.abc import Sequence
from typing import Final

from archiver.chinese.fold import comparison_key
from archiver.parsers.attachment import is_file
from archiver.parsers.bulletin.shapes import is_prose
from archiver.parsers.chrome.linekind import LineKind
from archiver.parsers.headline.parts import names_column
from archiver.parsers.lines import Line
from archiver.parsers.lists.items import Item
from archiver.parsers.lists.listing import card_lines
from archiver.parsers.markup.html import Markup

_NEAR: Final = 3  # so many lines over and below the entry are looked at
_NAME: Final = 8  # characters of the name of a column


def is_only_entry(markup: Markup, kinds: Sequence[LineKind], items: Sequence[Item]) -> bool:
    """Whether the one item of a page is the only entry of the column that is named right above it.

    It has a date, or the pages of the list are numbered below it. A headline that links to its own
    page has its text below; a file below a headline is that of a notice.
    """
    if len(items) != 1 or is_file(items[0].href, items[0].title):
        return False
    item = items[0]
    if len(markup.lines[item.line].anchors) > 1:  # tools beside an information line
        return False
    own = comparison_key(item.title) in comparison_key(markup.title or "")
    if own and len(item.title) > _NAME:
        return False
    below = range(max(card_lines(markup, items)) + 1, len(markup.lines))[:_NEAR]
    if not item.date and "pagination" not in [kinds[n] for n in below]:
        return False
    if any(kinds[n] == "text" and is_prose(markup.lines[n]) for n in below):
        return False
    return _is_under_column(markup, kinds, markup.lines[item.line])


def _is_under_column(markup: Markup, kinds: Sequence[LineKind], entry: Line) -> bool:
    """Whether the breadcrumb or the name of a column stands right above the entry."""
    for line in reversed(markup.lines[max(entry.number - _NEAR, 0) : entry.number]):
        kind = kinds[line.number]
        if kind == "breadcrumb":
            return True
        heads = line.table is not None and line.table == entry.table
        if kind != "tools" and not heads:
            return kind == "text" and _may_name_column(markup, line)
    return False


def _may_name_column(markup: Markup, line: Line) -> bool:
    short = not line.anchors and len(line.folded) <= _NAME
    return short and names_column(markup, line.folded)

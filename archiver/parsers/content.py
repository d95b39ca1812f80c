"""Where on the page the content stands."""

import re
from collections.abc import Sequence
from itertools import accumulate

from archiver.parsers.html import Markup
from archiver.parsers.lines import Line

# Ids and classes content systems give to the element that holds an article's text.
_HINTS_NAMES = """
    zoom trs_editor trs_editor_view ucap-content vsb_content artibody article_content article-
    content articlecontent content bt_content fontzoom mycontent news_content newscontent
    detail-content xl_content pages_content ivs_content printarea contentbody article_body
    article-body custom_unionstyle text td_doccontent endtext ozoom founder-content
    v_news_content con_content newstext conttext maincontent contenttext
"""
_HINTS = frozenset(_HINTS_NAMES.split())
_HINT_START = re.compile(r"(?:^| )(?:vsb_content|zoom|trs_)")
_MOST = 0.6


def content_range(markup: Markup, chrome: Sequence[bool]) -> range:
    """The lines that hold the content; ``chrome`` marks lines that are none for sure."""
    own = [0 if skip else own_length(line) for line, skip in zip(markup.lines, chrome, strict=True)]
    sums = [0, *accumulate(own)]
    best, most = range(len(markup.lines)), 0
    for block in markup.blocks:
        size = sums[block.last] - sums[block.first]
        if size >= most and size and _is_hinted(block.mark):
            best, most = range(block.first, block.last), size
    if most * 2 >= sums[-1]:
        return best
    for block in markup.blocks:
        if sums[block.last] - sums[block.first] >= _MOST * sums[-1]:
            best = range(block.first, block.last)
    return best


def own_length(line: Line) -> int:
    """Characters of a line that are not link text."""
    return len(line.folded) - sum(len(anchor.text) for anchor in line.anchors)


def _is_hinted(mark: str) -> bool:
    return not _HINTS.isdisjoint(mark.split()) or bool(_HINT_START.search(mark))

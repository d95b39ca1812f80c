"""Where on the page the content stands: the block that holds it, and its first and last line."""

import re
from collections.abc import Collection, Sequence
from itertools import accumulate

from archiver.parsers.chrome import LineKind, link_length
from archiver.parsers.html import Markup
from archiver.parsers.lines import Line

# Ids and classes content systems give to the element that holds an article's text.
_HINTS_NAMES = """
    zoom trs_editor trs_editor_view ucap-content vsb_content artibody article_content
    article-content articlecontent content bt_content fontzoom mycontent news_content newscontent
    detail-content xl_content pages_content ivs_content printarea contentbody article_body
    article-body custom_unionstyle text td_doccontent endtext ozoom founder-content v_news_content
    con_content newstext conttext maincontent contenttext
"""
_HINTS = frozenset(_HINTS_NAMES.split())
_HINT_START = re.compile(r"(?:^| )(?:vsb_content|zoom|trs_)")
_MOST = 0.6  # of the page's own text: the innermost block with that much holds the content
_PART = 0.15  # of the text so far: a wider block that adds more is still content
_PROSE = re.compile(r"[。，；,;：:！？!?]")


def content_range(markup: Markup, kinds: Sequence[LineKind], after: Collection[int]) -> range:
    """The lines of the content block; ``after`` are lines (headline, info) it must not be above."""
    weights = [
        _weight(line) if kind == "text" and line.number not in after else 0
        for line, kind in zip(markup.lines, kinds, strict=True)
    ]
    sums = [0, *accumulate(weights)]
    total = sums[-1]
    hinted = _hinted(markup, sums)
    if hinted is not None and (sums[hinted.stop] - sums[hinted.start]) * 2 >= total:
        return hinted
    inner = -1
    for number, block in enumerate(markup.blocks):
        if total and sums[block.last] - sums[block.first] >= _MOST * total:
            inner = number
    if inner < 0:
        return range(len(markup.lines))
    return _widened(markup, kinds, sums, inner)


def _hinted(markup: Markup, sums: Sequence[int]) -> range | None:
    """The innermost block with a content system's name that holds nearly as much as the largest."""
    found: list[tuple[int, range]] = []
    for block in markup.blocks:
        size = sums[block.last] - sums[block.first]
        if size and (not _HINTS.isdisjoint(block.mark.split()) or _HINT_START.search(block.mark)):
            found.append((size, range(block.first, block.last)))
    most = max((size for size, _ in found), default=0)
    return next((span for size, span in reversed(found) if size >= 0.8 * most), None)


def _widened(markup: Markup, kinds: Sequence[LineKind], sums: Sequence[int], number: int) -> range:
    """The block or an ancestor, as long as that adds text and no chrome."""
    block = markup.blocks[number]
    while block.parent >= 0:
        wider = markup.blocks[block.parent]
        added = [*range(wider.first, block.first), *range(block.last, wider.last)]
        inside = sums[block.last] - sums[block.first]
        gained = sums[wider.last] - sums[wider.first] - inside
        chrome = sum(kinds[n] in ("link", "login", "footer", "counter", "related") for n in added)
        if chrome and gained < _PART * inside:
            break
        block = wider
    return range(block.first, block.last)


def _weight(line: Line) -> int:
    """Own text of a line; short scraps without punctuation count little."""
    own = len(line.folded) - link_length(line)
    return own if own >= 20 or _PROSE.search(line.folded) else own // 4


def trimmed(
    span: range, kinds: Sequence[LineKind], head: Collection[int]
) -> tuple[list[int], list[int]]:
    """Numbers of the content lines of ``span``, and of the lines in it that are chrome.

    The content starts below the headline and the information lines and ends above the links to the
    neighbours, lists of related pages and the footer; tools in between are left out.
    """
    start = max((n + 1 for n in head if n in span), default=span.start)
    stop = span.stop
    for n in range(start, span.stop):
        if kinds[n] in ("adjacent", "related") or (kinds[n] == "pagination" and n > start):
            rest = any(kinds[m] == "text" for m in range(n, span.stop))
            before = any(kinds[m] == "text" for m in range(start, n))
            if before or not rest:
                stop = n
                break
    while stop > start and kinds[stop - 1] not in ("text", "link"):
        stop -= 1
    content = [n for n in range(start, stop) if kinds[n] in ("text", "link")]
    kept = set(content)
    return content, [n for n in span if n not in kept]

"""Which block of the page holds the content."""

import re
from collections.abc import Collection, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import Final

from archiver.parsers.attachment import is_file
from archiver.parsers.chrome.linekind import LineKind, link_length
from archiver.parsers.lines import Block, Line
from archiver.parsers.markup.html import Markup

# Ids and classes that content systems give to the element with an article's text: names that are
# used for nothing else, and names that templates also give to wider blocks.
_OWN_NAME: Final = re.compile(
    r"(?:^| )(?:vsb_content|v_news_content|zoom|trs_|ucap-content|artibody|fontzoom"
    r"|wp_articlecontent|custom_unionstyle|td_doccontent|endtext|ozoom|founder-content"
    r"|ivs_content|xl_content|mycontent)"
)
_NAME: Final = re.compile(
    r"(?:^| )(?:content|text|maincontent|bt_content|con_content|printarea"
    r"|\w{0,12}(?:article|arti|art|news|detail|pages?|info|doc|wz|post|show|main|view)"
    r"[-_]?(?:content|text|body|con|cont|txt|detail))(?:$| )"
)
_MOST: Final = 0.6  # of the page's own text: the innermost block with that much holds the content
_HALF: Final = 0.5
_SOME: Final = 0.1
_PART: Final = 0.15  # of the text so far: a wider block that adds more is still content
_FILE_WORDS: Final = 8  # characters beside links to files: 附件1:
_FEW_FILES: Final = 2
_LONG: Final = 20
_TABLE: Final = ("table", "tbody", "thead", "tr", "td", "th")
_BESIDE: Final = 3  # so many lines between a table and a paragraph may be headings
PROSE: Final = re.compile(r"[。，；,;：:！？!?]")

_Sized = tuple[int, range]  # how much text the lines of a block hold


def content_range(markup: Markup, kinds: Sequence[LineKind], head: Collection[int]) -> range:
    """The lines of the content block; ``head`` are information lines, which weigh nothing."""
    weights = [
        _weight(line) if kind == "text" and line.number not in head else 0
        for line, kind in zip(markup.lines, kinds, strict=True)
    ]
    sums = [0, *accumulate(weights)]
    ranked = _ranked(markup, sums)
    for rank, share in ((2, _SOME), (1, _HALF)):
        named = _largest(ranked[rank])
        if named is not None and sums[named.stop] - sums[named.start] >= share * sums[-1]:
            return named
    inner = -1
    for number, block in enumerate(markup.blocks):
        if sums[-1] and sums[block.last] - sums[block.first] >= _MOST * sums[-1]:
            inner = number
    if inner < 0:
        return range(len(markup.lines))
    span = _widened(markup, sums, _around_table(markup, kinds, inner))
    return _with_sheets(markup, kinds, inner, span)


def _around_table(markup: Markup, kinds: Sequence[LineKind], number: int) -> int:
    """The block around a table that stands between the paragraphs of a text, else the block."""
    blocks, table = markup.blocks, number
    while table >= 0 and blocks[table].tag in _TABLE:
        around = blocks[table].parent
        if around >= 0 and blocks[around].tag not in _TABLE:
            first, last = blocks[table].first, blocks[table].last
            beside = (
                *range(max(first - _BESIDE, blocks[around].first), first),
                *range(last, min(last + _BESIDE, blocks[around].last)),
            )
            in_text = any(
                kinds[n] == "text"
                and is_running(markup.lines[n])
                and not _in_table(markup, n, around)
                for n in beside
            )
            return around if in_text else number
        table = around
    return number


def _in_table(markup: Markup, number: int, around: int) -> bool:
    """Whether a line within a block stands in a table there."""
    block = markup.lines[number].block
    while block > around:
        if markup.blocks[block].tag in _TABLE:
            return True
        block = markup.blocks[block].parent
    return False


def bare_container(
    markup: Markup, kinds: Sequence[LineKind], first: int, dated: bool
) -> range | None:
    """The lines of a content element below the page's head that holds files at most.

    ``first`` is the line below the head; tools may stand between. A page that is not ``dated`` may
    be a list: of downloads, or of what stands below in the element around.
    """
    while first < len(markup.lines) and kinds[first] == "tools":
        first += 1
    for block in markup.blocks:
        if block.first != first or not block.mark or not _rank(block.mark):
            continue
        own = range(block.first, block.last)
        around = markup.blocks[block.parent].last if block.parent >= 0 else block.last
        below = (n for n in range(block.last, around) if kinds[n] in ("text", "link"))
        sure = dated or (len(own) <= _FEW_FILES and not any(below))
        if sure and all(is_file_line(markup.lines[n]) for n in own):
            return own
    return None


def is_file_line(line: Line) -> bool:
    """Whether a line is a link to a file and nothing else."""
    printed = sum(len(anchor.text) for anchor in line.anchors)
    files = bool(line.anchors) and all(is_file(a.href, a.text) for a in line.anchors)
    return files and printed + _FILE_WORDS >= len(line.folded)


@lru_cache(maxsize=4096)
def _rank(mark: str) -> int:
    """2 for names only the content's element has, 1 for names it often has, else 0."""
    return 2 if _OWN_NAME.search(mark) else 1 if _NAME.search(mark) else 0


def _ranked(markup: Markup, sums: Sequence[int]) -> tuple[list[_Sized], ...]:
    """The blocks with text, by the rank of their names."""
    ranked: tuple[list[_Sized], ...] = ([], [], [])
    for block in markup.blocks:
        if (
            block.mark
            and (size := sums[block.last] - sums[block.first])
            and (rank := _rank(block.mark))
        ):
            ranked[rank].append((size, range(block.first, block.last)))
    return ranked


def _largest(found: Sequence[_Sized]) -> range | None:
    """The innermost block that holds nearly as much as the largest."""
    most = max((size for size, _ in found), default=0)
    return next((span for size, span in reversed(found) if size >= 0.8 * most), None)


def _widened(markup: Markup, sums: Sequence[int], number: int) -> range:
    """The block or an ancestor, as long as that adds a good part; a paragraph always has one."""
    block = wider = markup.blocks[number]
    in_row = False
    while wider.parent >= 0:
        alone = wider.tag in ("td", "tr")
        wider = markup.blocks[wider.parent]
        inside = sums[block.last] - sums[block.first]
        gained = sums[wider.last] - sums[wider.first] - inside
        is_paragraph = block.tag == "p" or block.last - block.first == 1
        if not gained and alone and not is_paragraph:
            in_row = True
            continue
        if gained < _PART * inside and not is_paragraph:
            break
        if in_row and not _has_text_beside(markup, sums, block, wider):
            break  # of the rows of a table some may be articles, others forms
        block = wider
    return range(block.first, block.last)


def _has_text_beside(markup: Markup, sums: Sequence[int], block: Block, wider: Block) -> bool:
    """Whether sentences stand in the wider block around a block."""
    beside = (*range(wider.first, block.first), *range(block.last, wider.last))
    return any(sums[n + 1] > sums[n] and "。" in markup.lines[n].folded for n in beside)


def _with_sheets(markup: Markup, kinds: Sequence[LineKind], number: int, span: range) -> range:
    """The lines of the block and of the sheets behind it.

    What was printed is put on a page sheet by sheet, in elements alike that hold nothing but text;
    the last may hold little. Tables without a name are alike when each has a title over text.
    """
    blocks, stop = markup.blocks, span.stop
    while number >= 0 and blocks[number].last <= stop:
        sheet = blocks[number]
        may_go_on = (sheet.mark or sheet.tag == "table") and sheet.last == stop
        for block in blocks[number + 1 :] if may_go_on else ():
            if block.first > stop:
                break
            if block.parent != sheet.parent or block.last <= stop:
                continue
            if (block.tag, block.mark) != (sheet.tag, sheet.mark):
                break
            if any(kinds[n] != "text" for n in range(block.first, block.last)):
                break
            if not sheet.mark and not _has_title(markup, block):
                break
            stop = block.last
        number = sheet.parent
    return range(span.start, stop)


def _has_title(markup: Markup, block: Block) -> bool:
    """Whether a short line without a sentence stands over running text in a block."""
    lines = markup.lines[block.first : block.first + 2]
    if len(lines) < 2 or block.last < block.first + 2:
        return False
    return not PROSE.search(lines[0].folded) and is_running(lines[1])


def _weight(line: Line) -> int:
    """Own text of a line; short scraps without punctuation count little."""
    own = len(line.folded) - link_length(line)
    return own if own >= 20 or PROSE.search(line.folded) else own // 4


def is_running(line: Line) -> bool:
    """Whether a line is long and has a sign that sentences have."""
    return len(line.folded) >= _LONG and bool(PROSE.search(line.folded))

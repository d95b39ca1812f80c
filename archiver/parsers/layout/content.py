"""Where on the page the content stands: the block that holds it, and its first and last line."""

import re
from collections.abc import Collection, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import Final

from archiver.parsers.attachment import is_file
from archiver.parsers.bulletin.shapes import HEADING_TAGS
from archiver.parsers.chrome.linekind import LineKind, link_length
from archiver.parsers.lines import Line
from archiver.parsers.markup.containers import container_of
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
_INSERTED: Final = 12  # lines that a box within the text takes at most
_TABLE: Final = ("table", "tbody", "thead", "tr", "td", "th")
_BESIDE: Final = 3  # so many lines between a table and a paragraph may be headings
_SEVERAL: Final = 3  # titles of other pages
_MENU: Final = 5  # links of a menu
_COLUMN: Final = 8  # characters of the name of a column
_ENDS: Final = ("adjacent", "related")
_PROSE: Final = re.compile(r"[。，；,;：:！？!?]")

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
                and _is_running(markup.lines[n])
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
    block = markup.blocks[number]
    while block.parent >= 0:
        wider = markup.blocks[block.parent]
        inside = sums[block.last] - sums[block.first]
        gained = sums[wider.last] - sums[wider.first] - inside
        is_paragraph = block.tag == "p" or block.last - block.first == 1
        if gained < _PART * inside and not is_paragraph:
            break
        block = wider
    return range(block.first, block.last)


def _with_sheets(markup: Markup, kinds: Sequence[LineKind], number: int, span: range) -> range:
    """The lines of the block and of the sheets behind it.

    What was printed is put on a page sheet by sheet, in elements alike that hold nothing but text;
    the last may hold little.
    """
    blocks, stop = markup.blocks, span.stop
    while number >= 0 and blocks[number].last <= stop:
        sheet = blocks[number]
        for block in blocks[number + 1 :] if sheet.mark and sheet.last == stop else ():
            if block.first > stop:
                break
            if block.parent != sheet.parent or block.last <= stop:
                continue
            if (block.tag, block.mark) != (sheet.tag, sheet.mark):
                break
            if any(kinds[n] != "text" for n in range(block.first, block.last)):
                break
            stop = block.last
        number = sheet.parent
    return range(span.start, stop)


def _weight(line: Line) -> int:
    """Own text of a line; short scraps without punctuation count little."""
    own = len(line.folded) - link_length(line)
    return own if own >= 20 or _PROSE.search(line.folded) else own // 4


def trimmed(
    markup: Markup, span: range, kinds: Sequence[LineKind], head: Collection[int]
) -> list[int]:
    """Numbers of the content lines of ``span``.

    The content starts below the headline and the information lines and ends above the links to the
    neighbours, lists of related pages and the footer. In between everything is text but tools.
    """
    start = max((n + 1 for n in head if n in span), default=span.start)
    texts = [n for n in range(start, span.stop) if kinds[n] == "text"]
    texts = [n for n in texts if _is_running(markup.lines[n])] or texts
    if start == span.start and texts and _is_running(markup.lines[texts[0]]):
        start = _below_menu(markup, kinds, range(start, texts[0]))
    stop, own = span.stop, False
    for n in range(start, span.stop):
        own = own or kinds[n] == "text"
        below = bool(texts) and texts[0] > n  # the text comes below
        if below and head:
            below = not own and "。" in markup.lines[texts[0]].folded
        if kinds[n] not in _ENDS or below:
            continue
        if not _goes_on(markup, kinds, n, span.stop):
            stop = n
            break
    while stop > start and kinds[stop - 1] not in ("text", "link"):
        stop -= 1
    stop = _before_links(markup, kinds, start, stop)
    stop = _before_headings(markup, start, stop)
    opening = ("text", "link", "related") if head else ("text",)
    while start < stop and kinds[start] not in opening:
        start += 1
    inserted = _inserted(kinds, range(start, stop)) | _links_behind(markup, kinds, start, stop)
    return [n for n in range(start, stop) if kinds[n] != "tools" and n not in inserted]


def _below_menu(markup: Markup, kinds: Sequence[LineKind], above: range) -> int:
    """The first line under the menus that stand ``above`` the running text."""
    start, run = above.start, 0
    for n in above:
        run = run + 1 if kinds[n] == "link" and len(markup.lines[n].folded) <= _COLUMN else 0
        start = n + 1 if run >= _MENU else start
    return start


def _before_headings(markup: Markup, start: int, stop: int) -> int:
    """Headings at the end, under which nothing stands, are cut off.

    Where running text stands in the same element, it is not one for headings.
    """
    tag = markup.lines[stop - 1].tag if stop > start else ""
    if tag not in HEADING_TAGS:
        return stop
    if any(line.tag == tag and _is_running(line) for line in markup.lines[start:stop]):
        return stop
    while stop > start + 1 and markup.lines[stop - 1].tag in HEADING_TAGS:
        stop -= 1
    return stop


def _inserted(kinds: Sequence[LineKind], span: range) -> set[int]:
    """Lists of related pages in the middle of the text: their heading and their links."""
    inserted: set[int] = set()
    for n in span:
        if kinds[n] in _ENDS or (kinds[n] == "link" and n - 1 in inserted):
            inserted.add(n)
    return inserted


def _links_behind(markup: Markup, kinds: Sequence[LineKind], start: int, stop: int) -> set[int]:
    """Titles of other pages set apart behind the last sentence, with a credit below at most."""
    last = stop - 1
    while last >= max(start, stop - _BESIDE) and kinds[last] == "text":
        if _is_running(markup.lines[last]):
            return set()
        last -= 1
    first = last + 1
    while first > start and _is_title(markup.lines[first - 1], kinds[first - 1]):
        first -= 1
    if last + 1 - first < _SEVERAL or first == start or not markup.lines[first].blank_before:
        return set()
    return set(range(first, last + 1)) if markup.lines[first - 1].folded[-1] == "。" else set()


def _is_title(line: Line, kind: LineKind) -> bool:
    """Whether a line is a link to another page, as long as titles are."""
    return (
        kind == "link"
        and len(line.anchors) == 1
        and len(line.folded) > _COLUMN
        and not is_file(line.anchors[0].href, line.anchors[0].text)
    )


def _goes_on(markup: Markup, kinds: Sequence[LineKind], at: int, stop: int) -> bool:
    """Whether the text goes on, in its own block, behind a mention of a related page."""
    own = {container_of(markup, n) for n in range(max(at - 3, 0), at) if kinds[n] == "text"}
    return any(
        kinds[n] == "text" and container_of(markup, n) in own and _is_running(markup.lines[n])
        for n in range(at + 1, min(at + _INSERTED, stop))
    )


def _is_running(line: Line) -> bool:
    return len(line.folded) >= _LONG and bool(_PROSE.search(line.folded))


def _before_links(markup: Markup, kinds: Sequence[LineKind], start: int, stop: int) -> int:
    """Links below running text are its files, or stand in its own block; others are lists."""
    last = next((n for n in range(stop - 1, start - 1, -1) if kinds[n] == "text"), None)
    if last is None or last == stop - 1:
        return stop
    own = container_of(markup, last)
    if not _PROSE.search(markup.lines[last].folded) and not any(
        _is_running(line) and container_of(markup, line.number) == own
        for line in markup.lines[start:last]
    ):
        return stop
    announced = last + 1 if markup.lines[last].folded[-1] == ":" else -1
    while stop - 1 > last:
        line = markup.lines[stop - 1]
        if kinds[stop - 1] == "link" and stop - 1 == announced:
            break
        files = any(is_file(anchor.href, anchor.text) for anchor in line.anchors)
        files = files or line.folded.startswith("附件")
        if kinds[stop - 1] == "link" and (files or container_of(markup, stop - 1) == own):
            break
        stop -= 1
    return stop

"""The first and last line of the content in its block, and what was put between its lines."""

import re
from collections.abc import Collection, Sequence
from typing import Final

from archiver.parsers.attachment import is_file
from archiver.parsers.bulletin.shapes import HEADING_TAGS
from archiver.parsers.chrome.linekind import LineKind
from archiver.parsers.layout.content import PROSE, is_file_line, is_running
from archiver.parsers.lines import Line
from archiver.parsers.markup.containers import container_of, near_end
from archiver.parsers.markup.html import Markup

_INSERTED: Final = 12  # lines that a box within the text takes at most
_SEVERAL: Final = 3  # titles of other pages
_CREDIT: Final = 3  # lines that a credit below them takes at most
_MENU: Final = 5  # links of a menu
_COLUMN: Final = 8  # characters of the name of a column
_UP: Final = re.compile(r"(?:/|(?:\.\./)+)(?:(?:index|default)\.\w{2,5})?")  # to the site's home
FILES_HEAD: Final = re.compile(
    r"(?:相关|可下载)?附\s?件(?:下载|列表)?\s*:?|(?:相关(?:文件|下载)|文件下载|下载附件)\s*:?"
)
"""What stands over links to files, in a box that may hold none."""
_TEXT_AND_HEAD: Final = 2  # lines, at least
_ENDS: Final = ("adjacent", "related")


def trimmed(
    markup: Markup, span: range, kinds: Sequence[LineKind], head: Collection[int]
) -> list[int]:
    """Numbers of the content lines of ``span``.

    The content starts below the headline and the information lines and ends above the links to the
    neighbours, lists of related pages and the footer. In between everything is text but tools.
    """
    start = max((n + 1 for n in head if n in span), default=span.start)
    texts = [n for n in range(start, span.stop) if kinds[n] == "text"]
    texts = [n for n in texts if is_running(markup.lines[n])] or texts
    if start == span.start and texts and is_running(markup.lines[texts[0]]):
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
    text = texts[0] if texts and is_running(markup.lines[texts[0]]) else start
    inserted |= _menus(markup, kinds, range(start, stop), text)
    return [n for n in range(start, stop) if kinds[n] != "tools" and n not in inserted]


def _below_menu(markup: Markup, kinds: Sequence[LineKind], above: range) -> int:
    """The first line under the menus that stand ``above`` the running text."""
    start, run = above.start, 0
    for n in above:
        run = run + 1 if kinds[n] == "link" and len(markup.lines[n].folded) <= _COLUMN else 0
        start = n + 1 if run >= _MENU else start
    return start


def _menus(markup: Markup, kinds: Sequence[LineKind], span: range, text: int) -> set[int]:
    """Lines of names of columns, all linked, above the running ``text``.

    Where one of them leads home, two are a menu, and wherever they stand.
    """
    return {
        n
        for n in span
        if kinds[n] == "link"
        and len(anchors := markup.lines[n].anchors) > 1
        and ((n < text and len(anchors) >= _SEVERAL) or any(_UP.fullmatch(a.href) for a in anchors))
        and all(len(a.text) <= _COLUMN and not is_file(a.href, a.text) for a in anchors)
        and not any(anchor.href.startswith("#") for anchor in anchors)  # 目录
    }


def _before_headings(markup: Markup, start: int, stop: int) -> int:
    """Headings at the end, under which nothing stands, are cut off.

    Where running text stands in the same element, it is not one for headings.
    """
    tag = markup.lines[stop - 1].tag if stop > start else ""
    if tag not in HEADING_TAGS:
        return stop
    if any(line.tag == tag and is_running(line) for line in markup.lines[start:stop]):
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
    while last >= max(start, stop - _CREDIT) and kinds[last] == "text":
        if is_running(markup.lines[last]):
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
        kinds[n] == "text" and container_of(markup, n) in own and is_running(markup.lines[n])
        for n in range(at + 1, min(at + _INSERTED, stop))
    )


def _before_links(markup: Markup, kinds: Sequence[LineKind], start: int, stop: int) -> int:
    """Links below running text are its files, or stand in its own block; others are lists."""
    last = next((n for n in range(stop - 1, start - 1, -1) if kinds[n] == "text"), None)
    if last is None or last == stop - 1:
        return stop
    own = container_of(markup, last)
    if not PROSE.search(markup.lines[last].folded) and not any(
        is_running(line) and container_of(markup, line.number) == own
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


def before_files(markup: Markup, content: Sequence[Line]) -> int:
    """Where a box of files below the text begins: 附件下载 over links, in an element of its own."""
    at = len(content)
    while at and is_file_line(content[at - 1]):
        at -= 1
    if at == len(content) or at < _TEXT_AND_HEAD:
        return len(content)
    above, head = content[at - 2].number, content[at - 1]
    if not FILES_HEAD.fullmatch(head.folded) or content[-1].number >= near_end(markup, above):
        return len(content)
    own = container_of(markup, above) == container_of(markup, head.number)
    return len(content) if own else at - 1

"""The walk over an lxml tree that turns a page into raw lines, blocks and hidden passages."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from archiver.parsers.printer import SOURCE_BLANKS, Printer, RawLine, State, collapsed
from archiver.parsers.script import Scripts, is_cloaked, redirect_targets
from archiver.parsers.style import FONT_SIZES, align_of, hidden_names, read_style

_BLOCKS_NAMES = """
    address article aside blockquote body caption center dd dir div dl dt fieldset figcaption
    figure footer form h1 h2 h3 h4 h5 h6 header html legend li main menu nav ol p pre section
    table tbody td tfoot th thead tr ul
"""
_BLOCKS = frozenset(_BLOCKS_NAMES.split())
_SKIPPED_NAMES = """
    style noscript select option textarea iframe object applet svg math xml template button
    canvas audio video noframes frameset datalist
"""
_FRAMES = ("iframe", "object")
_SKIPPED = frozenset(_SKIPPED_NAMES.split())
_PASSED_BY = _SKIPPED | {"script", etree.Comment, etree.ProcessingInstruction}
_BOLD = frozenset(["b", "strong", "h1", "h2", "h3", "h4", "h5", "h6", "th"])
_SCALES = {"h1": 2.0, "h2": 1.5, "h3": 1.17, "h4": 1.0, "big": 1.2, "small": 0.83}
_TAG = re.compile(r"<[^<>]*>?")
_OPENS_HIDDEN = re.compile(
    r"<\w+[^<>]*(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE
)
_SENTENCES = 3
_INLINE = 3  # elements between a link and its picture
_LONG_CELL = 60  # characters


@dataclass(slots=True)
class Block:
    """A block element: the half-open range of lines it holds; ``mark`` is its id and classes."""

    tag: str
    mark: str
    parent: int
    first: int
    last: int = -1


@dataclass(frozen=True, slots=True)
class Image:
    """A picture; ``line`` is the number of lines before it, ``href`` where it is a link to."""

    src: str
    alt: str
    line: int
    href: str = ""


@dataclass(slots=True)
class _Table:
    first: int
    block: int
    holds_table: bool = False
    rows: list[list[tuple[int, int]]] = field(default_factory=list)


class Walker:
    """One pass over the tree: lines, hidden lines, blocks, images, meta tags, title."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.images: list[Image] = []
        self.meta: dict[str, str] = {}
        self.marks: list[str] = []
        self.redirects: list[str] = []
        self.cloaked = False
        self.faded: set[str] = set()  # classes and ids that the page's own style hides
        self.files: list[str] = []  # what frames and embedded objects show
        self.title: str | None = None
        self.base: str | None = None
        self.skipped = 0  # weight of text that is left out on purpose
        self.depth = 0
        self.coded = 0  # weight of scripts, comments and attributes
        self._shown = Printer()
        self._unseen = Printer()
        self._scripts = Scripts()
        self._states = [State()]
        self._open = [-1]
        self._tables: list[_Table] = []
        self._written_hidden = False
        self._alone: list[Any] = []  # open inline elements that a style makes blocks
        self._unread: Any = None  # an open element whose text is none of the page

    @property
    def lines(self) -> list[RawLine]:
        """The visible lines."""
        return self._shown.lines

    @property
    def hidden(self) -> list[RawLine]:
        """The lines no reader of the page sees."""
        return self._unseen.lines

    def walk(self, root: Any) -> None:
        """Read the tree below ``root``."""
        opened: list[Any] = [None]
        for element in root.iter():
            parent = element.getparent()
            while opened[-1] is not parent:
                self._close(opened.pop())
            opened.append(element)
            if self._unread is None:
                self._start(element)
        while opened[-1] is not None:
            self._close(opened.pop())
        self._end_line()

    def _pass_by(self, element: Any, tag: Any) -> None:
        """What is no text of the page: scripts, comments, styles, frames, fields of forms."""
        if tag == "script":
            self._script(element)
        elif tag is etree.Comment:
            self.coded += weight_of(element.text or "")
            if "enpproperty" in (element.text or ""):
                self.marks.append(element.text)
        elif tag in _SKIPPED:
            self._unread = element
            if tag == "style":
                self.faded |= hidden_names(element.text or "")
            if tag == "noscript":  # shown to machines only
                self._unseen.write(collapsed("".join(element.itertext())), State())
            if tag in _FRAMES and (source := element.get("src") or element.get("data")):
                self.files.append(source.strip())
            self.skipped += sum(map(weight_of, element.itertext()))

    def _printer(self) -> Printer:
        return self._unseen if self._states[-1].hidden or self._written_hidden else self._shown

    def _write(self, text: str) -> None:
        state = self._states[-1]
        printer = self._unseen if state.hidden or self._written_hidden else self._shown
        if state.preformatted and "\n" in text:
            *rows, text = text.split("\n")
            for row in rows:
                printer.write(row, state)
                self._end_line(hard=True)
        elif not printer.parts and not text.strip(SOURCE_BLANKS):
            return
        printer.write(collapsed(text), state)

    def _end_line(self, *, hard: bool = False) -> None:
        block = self._open[-1]
        tag = self.blocks[block].tag if block >= 0 else ""
        if self._shown.parts or (hard and self._printer() is self._shown):
            self._shown.end_line(tag, block, hard=hard)
        if self._unseen.parts:
            self._unseen.end_line(tag, block)

    def _start(self, element: Any) -> None:
        tag = element.tag
        state = self._states[-1]
        if tag in _PASSED_BY:
            self._states.append(state)
            self._pass_by(element, tag)
            return
        names = element.keys()
        if tag in _RULES or (names and not _SAYS.isdisjoint(names)):
            style = element.get("style")
            state = _state_of(element, tag, style, state)
            if state.hidden and style and read_style(style).veiled and _holds_prose(element):
                state = state._replace(hidden=self._states[-1].hidden)
            if style and tag not in _BLOCKS and read_style(style).stands_alone:
                self._end_line()
                self._alone.append(element)
        if tag in _BLOCKS:
            if self._shown.parts or self._unseen.parts:
                self._end_line()
            if not state.hidden:
                self._open_block(tag, _mark_of(element) if names else "")
        self._states.append(state)
        if len(self._states) > self.depth:
            self.depth += 1
        if tag in _HANDLERS:
            _HANDLERS[tag](self, element)
        if tag != "title" and (text := element.text):
            self._write(text)

    def _close(self, element: Any) -> None:
        if self._unread is not None:
            if element is not self._unread:
                return
            self._unread = None
        state = self._states.pop()
        tag = element.tag
        if tag in _BLOCKS:
            if self._shown.parts or self._unseen.parts:
                self._end_line()
            if not state.hidden:
                self._close_block(tag)
        elif tag == "a":
            (self._unseen if state.hidden or self._written_hidden else self._shown).close_anchor()
        if self._alone and self._alone[-1] is element:
            self._alone.pop()
            self._end_line()
        if text := element.tail:
            self._write(text)

    def _open_block(self, tag: str, mark: str) -> None:
        first = len(self._shown.lines)
        self._open.append(len(self.blocks))
        self.blocks.append(Block(tag, mark, self._open[-2], first))
        if tag == "table":
            if self._tables:
                self._tables[-1].holds_table = True
            self._tables.append(_Table(first, self._open[-1]))
        elif tag == "tr" and self._tables:
            self._tables[-1].rows.append([])

    def _close_block(self, tag: str) -> None:
        block = self.blocks[self._open.pop()]
        block.last = len(self._shown.lines)
        if not self._tables:
            return
        if tag in ("td", "th") and self._tables[-1].rows:
            self._tables[-1].rows[-1].append((block.first, block.last))
        elif tag == "table":
            self._merge_rows(self._tables.pop())
            block.last = len(self._shown.lines)

    def _merge_rows(self, table: _Table) -> None:
        """One line a row if this is a table of data and not one of layout."""
        lines = self._shown.lines
        if table.holds_table or not _holds_data(table, lines):
            return
        rows: list[RawLine] = []
        for row in table.rows:
            cells = [" ".join(line.text.strip() for line in lines[a:b]) for a, b in row]
            text = "\t".join(cells).rstrip()
            if text:
                inside = lines[row[0][0] : row[-1][1]]
                rows.append(inside[0])
                rows[-1].text, rows[-1].table, rows[-1].block = text, table.block, table.block
                rows[-1].indent, rows[-1].bold = 0, all(line.bold for line in inside)
                rows[-1].anchors = tuple(a for line in inside for a in line.anchors)
        del self.blocks[table.block + 1 :]
        # A caption stands before the first row and is in none.
        captions = lines[table.first : table.rows[0][0][0] if table.rows[0] else table.first]
        for line in captions:
            line.block = min(line.block, table.block)
        lines[table.first :] = captions + rows

    def _script(self, element: Any) -> None:
        code = element.text or ""
        self.coded += weight_of(code)
        if targets := redirect_targets(code):
            self.redirects += targets
            self.cloaked = self.cloaked or is_cloaked(code)
        written = self._scripts.run(code)
        if not written:
            return
        if _OPENS_HIDDEN.search(written) and "</" not in written:
            self._written_hidden = True
        elif self._written_hidden and written.lstrip().startswith("</"):
            self._end_line()
            self._written_hidden = False
        else:
            self._write(_TAG.sub(" ", written))

    def _anchor(self, element: Any) -> None:
        href = element.get("href")
        if href is not None:
            title = element.get("title")
            self.coded += weight_of(title or "")
            self._printer().open_anchor(href.strip(), title)

    def _image(self, element: Any) -> None:
        source = element.get("src")
        if source and not self._states[-1].hidden:
            link = _link_around(element)
            alt = element.get("alt") or ""
            href = "" if link is None else link.get("href").strip()
            alt = alt if link is None else link.get("title") or alt
            self.images.append(Image(source.strip(), alt, len(self._shown.lines), href))

    def _line_break(self, _element: Any) -> None:
        self._end_line(hard=True)

    def _rule(self, _element: Any) -> None:
        self._end_line()
        self._shown.rule = True

    def _title(self, element: Any) -> None:
        self.skipped += weight_of(element.text or "")
        if self.title is None:
            self.title = " ".join((element.text or "").split()) or None

    def _meta(self, element: Any) -> None:
        name = element.get("name") or element.get("property")
        content = element.get("content")
        if content and (element.get("http-equiv") or "").lower() == "refresh":
            _, _, target = content.partition("=")
            if target:
                self.redirects.append(target.strip(" '\""))
        if name and content:
            self.meta.setdefault(name.strip().lower(), content.strip())

    def _embedded(self, element: Any) -> None:
        if source := element.get("src"):
            self.files.append(source.strip())

    def _icon(self, element: Any) -> None:
        """An icon of a font: what stands on its sides is not one word."""
        if element.text is None and len(element) == 0 and element.get("class") is not None:
            self._write(" ")

    def _base(self, element: Any) -> None:
        self.base = self.base or element.get("href")


_HANDLERS: dict[str, Callable[[Walker, Any], None]] = {
    "a": Walker._anchor,
    "img": Walker._image,
    "i": Walker._icon,
    "br": Walker._line_break,
    "hr": Walker._rule,
    "title": Walker._title,
    "meta": Walker._meta,
    "base": Walker._base,
    "embed": Walker._embedded,
}
_WHITE = ("#ffffff", "#fff", "white")
_SAYS = frozenset(["style", "align", "hidden", "bgcolor"])
_RULES = _BOLD | _SCALES.keys() | {"font", "center", "pre", "table", "marquee"}


def _mark_of(element: Any) -> str:
    return f"{element.get('id', '')} {element.get('class', '')}".lower().strip()


def _state_of(element: Any, tag: str, style: str | None, state: State) -> State:
    """The state inside an element: tag, old attributes, then style; a table starts left again."""
    align, bold, size, indent = state.align, state.bold, state.size, state.indent
    hidden, preformatted, pale = state.hidden, state.preformatted, state.pale
    if ground := element.get("bgcolor"):
        pale = pale and ground.lower() in _WHITE
    if tag == "center":
        align = "center"
    elif tag == "table":
        align, indent = "left", 0.0
    elif tag == "pre":
        preformatted = True
    elif tag == "font":
        size = _font_size(element.get("size"), size)
        pale = pale if (color := element.get("color")) is None else color.lower() in _WHITE
    elif tag == "marquee":
        hidden = hidden or "1" in (element.get("width"), element.get("height"))
    if tag in _BOLD:
        bold = True
    if tag in _SCALES:
        size *= _SCALES[tag]
    if tag in _BLOCKS and tag != "table":
        align = align_of(element.get("align") or "") or align
    if element.get("hidden") is not None:
        hidden = True
    if style:
        said = read_style(style)
        align = said.align or align
        bold = bold if said.bold is None else said.bold
        size = said.size or size * (said.scale or 1.0)
        indent = indent if said.indent is None else said.indent
        hidden = hidden or said.hidden
        preformatted = preformatted or said.preformatted
        pale = pale if said.pale is None else said.pale
    return State(align, bold, size, indent, hidden, preformatted, pale)


def _link_around(element: Any) -> Any:
    """The link that a picture stands in, within a few inline elements; None without one."""
    for _ in range(_INLINE):
        element = element.getparent()
        if element is None or element.tag in _BLOCKS:
            return None
        if element.tag == "a" and element.get("href") is not None:
            return element
    return None


def _holds_prose(element: Any) -> bool:
    """A text of several sentences: some pages keep theirs unseen until a script has loaded."""
    text = "".join(element.itertext())
    return text.count("。") >= _SENTENCES and sum(1 for _ in element.iter("a")) <= _SENTENCES


def _font_size(value: str | None, size: float) -> float:
    """Pixels of ``<font size=N>``, ``+N`` and ``-N`` counting from 3."""
    match = re.match(r"\s*([+-]?)(\d)", value or "")
    if match is None:
        return size
    step = int(match[2]) * (-1 if match[1] == "-" else 1) + (3 if match[1] else 0)
    return FONT_SIZES[min(max(step, 1), 7) - 1]


def _holds_data(table: _Table, lines: list[RawLine]) -> bool:
    """At least two rows of two filled cells, mostly short, not made of links, no dominant cell."""
    sizes = [
        [sum(len(line.text.strip()) for line in lines[a:b]) for a, b in row] for row in table.rows
    ]
    filled = [size for row in sizes for size in row if size]
    if sum(sum(size > 0 for size in row) >= 2 for row in sizes) < 2:
        return False
    short = sum(size <= _LONG_CELL for size in filled)
    linked = sum(len(a.text) for line in lines[table.first :] for a in line.anchors)
    total = sum(filled)
    return short * 2 >= len(filled) and linked * 2 < total and max(filled) * 10 < total * 7


def weight_of(text: str) -> int:
    """How much Chinese a text holds: bytes beyond one a character in UTF-8, blanks not counted."""
    if text.isascii():
        return 0
    beyond = len(text.encode("utf-8", "replace")) - len(text)
    return beyond - 2 * text.count("\u3000") - text.count("\xa0")

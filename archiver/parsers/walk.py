"""The walk over a page that turns it into raw lines, blocks, pictures and hidden passages."""

import re
from collections.abc import Callable, Mapping

from archiver.parsers.lines import Block, Image
from archiver.parsers.printer import SOURCE_BLANKS, Printer, RawLine
from archiver.parsers.script import Scripts, is_cloaked, redirect_targets
from archiver.parsers.states import RULES, SAYS, State, state_inside
from archiver.parsers.style import hidden_names, read_style
from archiver.parsers.tables import Tables
from archiver.parsers.tags import BLOCKS, FRAMES, UNREAD
from archiver.parsers.tagstream import DEPTH, TooDeepError, feed
from archiver.parsers.veils import veiled_prose

_TAG = re.compile(r"<[^<>]*>?")
_OPENS_HIDDEN = re.compile(
    r"<\w+[^<>]*(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE
)
_INLINE = 3  # elements between a link and its picture

Attributes = Mapping[str, str]

_NOTHING: Attributes = {}


class Walker:
    """One pass over a page: lines, hidden lines, blocks, images, meta tags, title."""

    def __init__(self, page: str) -> None:
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
        self.skipped: list[str] = []  # text that is left out on purpose
        self.coded: list[str] = []  # scripts, comments and attributes
        self._page = page
        self._texts: list[str] = []  # pieces of the text that goes on
        self.data = self._texts.append
        self._shown = Printer()
        self._unseen = Printer()
        self._scripts = Scripts()
        self._tables = Tables(self._shown.lines, self.blocks)
        self._state = State()
        self._elements = 0  # that have begun
        self._open: list[tuple[str, Attributes, State]] = []  # elements, the state around each
        self._around = [-1]  # blocks that are open
        self._unread = 0  # open elements from one whose text is none of the page
        self._icon = 0  # the last element that may be one
        self._alone: list[int] = []  # depths of inline elements that a style makes blocks
        self._written_hidden = False
        self._veiled: frozenset[int] | None = None

    @property
    def lines(self) -> list[RawLine]:
        """The visible lines."""
        return self._shown.lines

    @property
    def hidden(self) -> list[RawLine]:
        """The lines no reader of the page sees."""
        return self._unseen.lines

    def walk(self) -> bool:
        """Read the page; False when it is nested too deep, and read down to there only."""
        return feed(self._page, self)

    def start(self, tag: str, attributes: Attributes) -> None:
        """An element begins."""
        self._elements += 1
        if self._unread:
            self._unread += 1
            if self._unread > DEPTH:
                raise TooDeepError
            return
        if self._texts:
            self._print_text()
        if tag in _WHOLE:
            self._unread = 1
            if tag in FRAMES and (source := attributes.get("src") or attributes.get("data")):
                self.files.append(source.strip())
            return
        opened = self._open
        if not attributes:
            attributes = _NOTHING  # lxml's own empty mapping is slow
        if len(opened) > DEPTH:
            raise TooDeepError
        opened.append((tag, attributes, self._state))
        if tag in RULES or not SAYS.isdisjoint(attributes):
            self._change_state(tag, attributes)
        if tag in BLOCKS:
            if self._shown.parts or self._unseen.parts:
                self._end_line()
            if not self._state.hidden:
                self._open_block(tag, attributes)
        if tag in _HANDLERS:
            _HANDLERS[tag](self, attributes)

    def end(self, tag: str) -> None:
        """The element that began last ends."""
        if self._unread:
            self._unread -= 1
            if not self._unread:
                text = "".join(self._texts)
                self._texts.clear()
                if text:
                    _WHOLE[tag](self, text)
            return
        if self._texts:
            self._print_text()
        elif self._icon == self._elements and tag == "i":
            self._printer().write(" ", self._state)
        state = self._state
        self._state = self._open.pop()[2]
        if tag in BLOCKS:
            if self._shown.parts or self._unseen.parts:
                self._end_line()
            if not state.hidden:
                self._close_block()
        elif tag == "a":
            (self._unseen if state.hidden or self._written_hidden else self._shown).close_anchor()
        if self._alone and self._alone[-1] == len(self._open):
            self._alone.pop()
            self._end_line()

    def comment(self, text: str) -> None:
        """What is no text of the page, but may mark where its parts are."""
        if not self._unread:
            self.coded.append(text)
            if "enpproperty" in text:
                self.marks.append(text)

    def close(self) -> None:
        """The page has ended, or is read no further."""
        if self._unread:
            self._unread = 0
            self._texts.clear()
        while self._open:
            self.end(self._open[-1][0])
        if self._texts:
            self._print_text()
        self._end_line()

    def _change_state(self, tag: str, attributes: Attributes) -> None:
        outer = self._state
        self._state = state_inside(tag, attributes, outer)
        style = attributes.get("style")
        if not style:
            return
        self.coded.append(style)
        said = read_style(style)
        if said.veiled and self._is_prose():
            self._state = self._state._replace(hidden=outer.hidden)
        if said.stands_alone and tag not in BLOCKS:
            self._end_line()
            self._alone.append(len(self._open) - 1)

    def _is_prose(self) -> bool:
        """Whether the element that has just begun is a veiled text; few pages have any."""
        if self._veiled is None:
            self._veiled = veiled_prose(self._page)
        return self._elements in self._veiled

    def _printer(self) -> Printer:
        return self._unseen if self._state.hidden or self._written_hidden else self._shown

    def _print_text(self) -> None:
        texts = self._texts
        text = texts[0] if len(texts) == 1 else "".join(texts)
        texts.clear()
        state = self._state
        printer = self._unseen if state.hidden or self._written_hidden else self._shown
        if state.preformatted:
            *rows, last = text.split("\n")
            for row in rows:
                printer.write(row, state)
                self._end_line(hard=True)
            if last:
                printer.write(last, state)
            return
        if not printer.parts and not text.strip(SOURCE_BLANKS):
            return
        printer.write(text, state)

    def _end_line(self, *, hard: bool = False) -> None:
        block = self._around[-1]
        tag = self.blocks[block].tag if block >= 0 else ""
        if self._shown.parts or (hard and self._printer() is self._shown):
            self._shown.end_line(tag, block, hard=hard)
        if self._unseen.parts:
            self._unseen.end_line(tag, block)

    def _open_block(self, tag: str, attributes: Attributes) -> None:
        block = len(self.blocks)
        mark = _mark_of(attributes) if attributes else ""
        self.blocks.append(Block(tag, mark, self._around[-1], len(self._shown.lines)))
        self._around.append(block)
        if tag == "table" or (tag == "tr" and self._tables.open):
            self._tables.begin(block)

    def _close_block(self) -> None:
        block = self.blocks[self._around.pop()]
        block.last = len(self._shown.lines)
        if self._tables.open:
            self._tables.end(block)

    def _script(self, code: str) -> None:
        self.coded.append(code)
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
            self._texts.append(_TAG.sub(" ", written))

    def _anchor(self, attributes: Attributes) -> None:
        href = attributes.get("href")
        if href is not None:
            title = attributes.get("title")
            if title:
                self.coded.append(title)
            self._printer().open_anchor(href.strip(), title)

    def _image(self, attributes: Attributes) -> None:
        source = attributes.get("src")
        if source and not self._state.hidden:
            link = self._link_around()
            alt = attributes.get("alt", "")
            self.coded.append(alt)
            alt = link.get("title") or alt
            href = link.get("href", "").strip()
            self.images.append(Image(source.strip(), alt, len(self._shown.lines), href))

    def _link_around(self) -> Attributes:
        """The link that a picture stands in, within a few inline elements; empty without one."""
        for tag, attributes, _ in self._open[-2 : -2 - _INLINE : -1]:
            if tag in BLOCKS:
                break
            if tag == "a" and "href" in attributes:
                return attributes
        return {}

    def _line_break(self, _attributes: Attributes) -> None:
        self._end_line(hard=True)

    def _rule(self, _attributes: Attributes) -> None:
        self._end_line()
        self._shown.rule = True

    def _meta(self, attributes: Attributes) -> None:
        name = attributes.get("name") or attributes.get("property")
        content = attributes.get("content")
        if content and (attributes.get("http-equiv") or "").lower() == "refresh":
            _, _, target = content.partition("=")
            if target:
                self.redirects.append(target.strip(" '\""))
        if name and content:
            self.coded.append(content)
            self.meta.setdefault(name.strip().lower(), content.strip())

    def _embedded(self, attributes: Attributes) -> None:
        if source := attributes.get("src"):
            self.files.append(source.strip())

    def _maybe_icon(self, attributes: Attributes) -> None:
        """An icon of a font: what stands on its sides is not one word."""
        if "class" in attributes:
            self._icon = self._elements

    def _base(self, attributes: Attributes) -> None:
        self.base = self.base or attributes.get("href")

    def _title(self, text: str) -> None:
        self.skipped.append(text)
        if self.title is None:
            self.title = " ".join(text.split()) or None

    def _style(self, sheet: str) -> None:
        self.skipped.append(sheet)
        self.faded |= hidden_names(sheet)

    def _without_script(self, text: str) -> None:
        """What is shown to machines only."""
        self.skipped.append(text)
        self._unseen.write(text, State())

    def _left_out(self, text: str) -> None:
        self.skipped.append(text)


def _mark_of(attributes: Attributes) -> str:
    names = attributes.get("class", "")
    if "id" in attributes:
        names = f"{attributes['id']} {names}"
    return names.lower().strip()


_HANDLERS: dict[str, Callable[[Walker, Attributes], None]] = {
    "a": Walker._anchor,
    "img": Walker._image,
    "i": Walker._maybe_icon,
    "br": Walker._line_break,
    "hr": Walker._rule,
    "meta": Walker._meta,
    "base": Walker._base,
    "embed": Walker._embedded,
}
_WHOLE: dict[str, Callable[[Walker, str], None]] = {
    **dict.fromkeys(UNREAD, Walker._left_out),
    "script": Walker._script,
    "style": Walker._style,
    "title": Walker._title,
    "noscript": Walker._without_script,
}

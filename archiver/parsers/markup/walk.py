"""The walk over a page that turns it into raw lines, blocks, pictures and hidden passages."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from archiver.parsers.lines import Block, Image
from archiver.parsers.markup.beside import TOLD, WHOLE, Attributes, Beside
from archiver.parsers.markup.nesting import Nesting
from archiver.parsers.markup.printer import SOURCE_BLANKS, Printer, may_be_dated
from archiver.parsers.markup.rawline import RawLine
from archiver.parsers.markup.script import SCRIPTED, Scripts, opens_hidden, text_of
from archiver.parsers.markup.sheet import Element, add_rules, new_sheet, style_of
from archiver.parsers.markup.states import RULES, SAYS, State, state_inside
from archiver.parsers.markup.style import read_style
from archiver.parsers.markup.tags import BLOCKS
from archiver.parsers.markup.tagstream import DEPTH, TagStream, TooDeepError
from archiver.parsers.markup.veils import veiled_prose

# Characters of what stands before a link: elements side by side are several words.
_NAMES: Final = 24
_MARKS: Final = frozenset(("name", "id"))  # of a place of the page, which prints nothing
_APART: Final = "\u3000\u3000"  # as between words that stand side by side
_INLINE: Final = 3  # elements between a link and its picture
_NOTHING: Final[Attributes] = {}
_idle: list[tuple["_Walker", TagStream]] = []  # more than one where threads read at a time


@dataclass(slots=True)
class Walk:
    """What one pass over a page finds; a page that is too deep is read down to there only."""

    lines: list[RawLine]
    hidden: list[RawLine]
    blocks: list[Block]
    images: list[Image]
    beside: Beside
    size: int  # of the page in UTF-8
    references: int  # characters that the page gives by their number
    too_deep: bool


def walk(page: str) -> Walk:
    """Read a page tag by tag."""
    try:
        walker, stream = _idle.pop()
    except IndexError:
        walker = _Walker()
        stream = TagStream(walker)
    encoded = page.encode("utf-8", "replace")
    walker.begin(encoded)
    too_deep = not stream.feed(encoded)
    walker.shown.end()
    shown, unseen, blocks = walker.shown.lines, walker.unseen.lines, walker.nesting.blocks
    references = encoded.count(b"&#")  # counted much faster than in text
    walked = Walk(
        shown, unseen, blocks, walker.images, walker.beside, len(encoded), references, too_deep
    )
    _idle.append((walker, stream))
    return walked


class _Walker:
    def __init__(self) -> None:
        self._texts: list[str] = []  # pieces of the text that goes on
        self.data = self._texts.append
        self.begin(b"")

    def begin(self, encoded: bytes) -> None:
        """Forget the last page and be ready for another."""
        self.images: list[Image] = []
        self.beside = Beside()
        self.shown = Printer()
        self.unseen = Printer()
        self._encoded = encoded
        self._texts.clear()
        self._printer = self.shown
        self._state = State()
        self._scripts = Scripts()
        self.nesting = Nesting(self.shown.lines)
        self._elements = 0  # that have begun
        self._open: list[Element] = []
        self._unread = 0  # open elements from one whose text is none of the page
        self._linked = 0  # the last that began before a link ended
        self._icon = 0  # the last element that may be one
        self._alone: list[int] = []  # depths of inline elements that a style makes blocks
        self._spread: list[int] = []  # depths of elements that a style sets apart what they hold
        self._written_hidden = False
        self._veiled: frozenset[int] | None = None
        self._sheet = new_sheet(encoded)

    def start(self, tag: str, attributes: Attributes) -> None:
        """An element begins."""
        self._elements += 1
        if self._unread:
            self._unread += 1
            if self._unread > DEPTH:
                raise TooDeepError
            return
        if not attributes:
            attributes = _NOTHING  # lxml's own empty mapping is slow
        if tag in WHOLE:
            if tag in TOLD:
                TOLD[tag](self.beside, attributes)
                if tag == "iframe" and self._state.hidden and "src" in attributes:
                    self.beside.unseen.append(attributes["src"].strip())
            if self._texts:
                self._print()
            self._unread = 1
            return
        if len(self._open) > DEPTH:
            raise TooDeepError
        if self._spread and self._spread[-1] == len(self._open) - 1 and tag not in BLOCKS:
            self._texts.append(_APART)
        self._open.append((tag, attributes, self._state))
        if tag in RULES or (attributes and not SAYS.isdisjoint(attributes)):
            self._change_state(tag, attributes, style_of(attributes, self._sheet, self._open))
        elif self._sheet and "class" in attributes:
            style = style_of(attributes, self._sheet, self._open)
            if style:
                self._change_state(tag, attributes, style)
        if tag in BLOCKS:
            if self._texts:
                self._print()
            if self.shown.parts or self.unseen.parts:
                self._end_line()
            if not self._state.hidden:
                self.nesting.begin(tag, attributes)
        elif tag in _HANDLERS:
            _HANDLERS[tag](self, attributes)
        elif tag in TOLD:
            TOLD[tag](self.beside, attributes)

    def end(self, tag: str) -> None:
        """The element that began last ends."""
        if self._unread:
            self._unread -= 1
            if not self._unread:
                self._end_whole(tag)
            return
        if tag in BLOCKS:
            if self._texts:
                self._print()
            if self.shown.parts or self.unseen.parts:
                self._end_line()
            if not self._state.hidden:
                self.nesting.end()
        elif tag == "a":
            if self._texts:
                self._print()
            self._printer.close_anchor()
            self._linked = self._elements
        elif tag == "i" and self._icon == self._elements and not self._texts:
            self._texts.append(" ")
        _, _, outer = self._open.pop()
        if self._spread and self._spread[-1] == len(self._open):
            self._spread.pop()
        if outer is not self._state:
            self._turn(outer)
        if self._alone and self._alone[-1] == len(self._open):
            self._alone.pop()
            self._end_line()

    def comment(self, text: str) -> None:
        """What is no text of the page."""
        if not self._unread:
            self.beside.comment(text)

    def close(self) -> None:
        """The page has ended, or is read no further."""
        if self._unread:
            self._unread = 0
            self._texts.clear()
        while self._open:
            self.end(self._open[-1][0])
        self._end_line()

    def _end_whole(self, tag: str) -> None:
        text = "".join(self._texts)
        self._texts.clear()
        if text:
            WHOLE[tag](self.beside, text)
            if tag == "style":
                add_rules(self._sheet, text)
            elif tag == "script":
                self._run(text)
            elif tag == "noscript":  # shown to machines only
                self.unseen.write(text, State())

    def _change_state(self, tag: str, attributes: Attributes, style: str | None) -> None:
        outer = self._state
        state = state_inside(tag, attributes, style, outer)
        if style:
            said = read_style(style)
            if said.veiled and self._is_prose():
                state = state._replace(hidden=outer.hidden)
            if said.stands_alone and tag not in BLOCKS:
                self._end_line()
                self._alone.append(len(self._open) - 1)
            if said.spreads:
                self._spread.append(len(self._open) - 1)
        self._turn(state)

    def _is_prose(self) -> bool:
        """Whether the element that has just begun is a veiled text; few pages have any."""
        if self._veiled is None:
            self._veiled = veiled_prose(self._encoded)
        return self._elements in self._veiled

    def _turn(self, state: State) -> None:
        """Another state begins."""
        if self._texts:
            self._print()
        self._state = state
        self._printer = self.unseen if state.unseen or self._written_hidden else self.shown

    def _print(self) -> None:
        """Print the text since the state changed last, or a link or a line began or ended."""
        state = self._state
        text = self._texts.pop()
        if self._texts:
            pieces = (*self._texts, text)
            self._texts.clear()
            text = "".join(pieces)
            if not state.preformatted and (len(text) <= _NAMES or may_be_dated(text)):
                for text in pieces[:-1]:
                    self._printer.write(text, state)
                text = pieces[-1]
        if state.preformatted:
            *rows, last = text.split("\n")
            for row in rows:
                self._printer.write(row, state)
                self._end_line(hard=True)
            if last:
                self._printer.write(last, state)
        elif self._printer.parts or text.strip(SOURCE_BLANKS):
            self._printer.write(text, state)

    def _end_line(self, *, hard: bool = False) -> None:
        if self._texts:
            self._print()
        shown, unseen = self.shown, self.unseen
        block, tag = self.nesting.innermost()
        if shown.parts or (hard and self._printer is shown):
            shown.end_line(tag, block, hard=hard)
        if unseen.parts:
            unseen.end_line(tag, block)

    def _run(self, code: str) -> None:
        """What a script writes is text where it stands; tags that hide are all that is obeyed."""
        written = self._scripts.run(code)
        if not written:
            return
        if opens_hidden(written):
            self._written_hidden = True
            self._turn(self._state)
        elif self._written_hidden and written.lstrip().startswith("</"):
            self._end_line()
            self._written_hidden = False
            self._turn(self._state)
        else:
            self._texts.append(text_of(written))

    def _anchor(self, attributes: Attributes) -> None:
        href = attributes.get("href")
        if href is None and "onclick" in attributes:
            href = ""
        beside = self._linked == self._elements - 1 and not self._texts
        if href is None and beside and _MARKS.isdisjoint(attributes):
            self._texts.append(_APART)  # links that a script follows
        if href is not None:
            title = attributes.get("title")
            if title:
                self.beside.coded.append(title)
            if self._texts:
                self._print()
            href = href.strip()
            if "rel" in attributes and self._printer is self.shown:
                self.beside.turn(len(self.shown.lines), attributes["rel"], href)
            if "onclick" in attributes and href[:1] in SCRIPTED:
                href = f"javascript:{attributes['onclick']}"
            self._printer.open_anchor(href, title, attributes.get("aria-label"))

    def _image(self, attributes: Attributes) -> None:
        source = attributes.get("src")
        if source and not self._state.hidden:
            link = self._link_around()
            alt = link.get("title") or attributes.get("alt", "")
            href = link.get("href", "").strip()
            block, _ = self.nesting.innermost()
            self.images.append(Image(source.strip(), alt, len(self.shown.lines), href, block))

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
        self.shown.rule = True

    def _time(self, attributes: Attributes) -> None:
        """A time stands for itself; another may stand beside it without a blank."""
        if self._texts:
            self._texts.append(" ")
        if "datetime" in attributes and not self._state.hidden:
            self.beside.times.append((len(self.shown.lines), attributes["datetime"]))

    def _span(self, attributes: Attributes) -> None:
        """ASP.NET prints each field of a page in a span with its name: lblTitle, lblSource."""
        if "id" in attributes and not self._state.hidden:
            self.beside.named.append((len(self.shown.lines), attributes["id"].lower()))

    def _maybe_icon(self, attributes: Attributes) -> None:
        """An icon of a font: what stands on its sides is not one word."""
        if "class" in attributes:
            if self._texts:
                self._print()
            self._icon = self._elements


_HANDLERS: Final[dict[str, Callable[[_Walker, Attributes], None]]] = {
    "a": _Walker._anchor,
    "img": _Walker._image,
    "i": _Walker._maybe_icon,
    "br": _Walker._line_break,
    "hr": _Walker._rule,
    "time": _Walker._time,
    "span": _Walker._span,
}

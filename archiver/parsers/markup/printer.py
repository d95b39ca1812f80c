"""Text as it is printed: white space, line ends, links within a line."""

import re
from typing import Final

from archiver.parsers.lines import Anchor, indent_of
from archiver.parsers.markup.leaf import without_day
from archiver.parsers.markup.rawline import RawLine
from archiver.parsers.markup.states import State
from archiver.parsers.markup.unprinted import UnprintedLinks

SOURCE_BLANKS: Final = " \t\r\n\f"  # white space of HTML; NBSP and U+3000 are printed
_BLANKS: Final = re.compile(r"[ \t\r\n\f][ \t\r\n\f]*")  # found faster than with +
_UNSEEN: Final = "\u200b\u200c\u200d\u200e\u200f\ufeff\xad\u2060"
_INK: Final = re.compile(f"[^\\s{_UNSEEN}]")  # a character that is seen
_WIDE: Final = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef“”‘’—…·"
_WRAP_IN_CHINESE: Final = re.compile(rf"\n(?<=[{_WIDE}]\n)(?=[{_WIDE}])")
_SHORT: Final = 100  # characters: longer lines are read as one, whatever elements they have


_TITLES: Final = 3  # two may be the neighbours of a page, side by side
_TITLE: Final = 12  # characters
_LABEL: Final = 8  # characters of what an element may say of the next with its blanks


def may_be_dated(text: str) -> bool:
    """Whether its elements may tell of a short text what it says of a page: it may hold a year."""
    return len(text) <= _SHORT and ("20" in text or "19" in text)


class Printer:
    """Collects text until a line ends."""

    def __init__(self) -> None:
        self.lines: list[RawLine] = []
        self.rule = False
        self.parts: list[str] = []
        self._state: State | None = None  # of the first part that is not blank
        self._bold: list[int] = []  # which parts are
        self._blank = 0
        self._anchors: list[Anchor] = []
        self._anchor: tuple[str, str | None, str | None, int] | None = None
        self._elements = 0
        self._anchor_from = 0
        self._is_anchored = False  # whether the link that is open has printed anything
        self._unprinted = UnprintedLinks()

    def write(self, text: str, state: State) -> None:
        """Add text to the line that is open."""
        if self._state is None and not text.isspace():
            self._state = state
        if state.bold:
            self._bold.append(len(self.parts))
        self.parts.append(text)

    def open_anchor(self, href: str, title: str | None, label: str | None = None) -> None:
        """What is written from here on is the text of a link; ``label`` is read out for it."""
        if self._anchor is not None:
            self.close_anchor()
        self._is_anchored = False
        self._elements += 1
        self._anchor = (href, title, label, self._elements)
        self._anchor_from = len(self.parts)

    def close_anchor(self) -> None:
        """The link's text has ended; one without text may be that of a line beside it."""
        if self._anchor is not None:
            self._end_anchor_text()
            if not self._is_anchored:
                href, title, label, element = self._anchor
                name = (title or label or "").strip()
                self._unprinted.add(Anchor(href, name, title, element), self.lines)
            self._anchor = None

    def end(self) -> None:
        """The page has ended."""
        self._unprinted.end()

    def _end_anchor_text(self) -> None:
        parts = self.parts[self._anchor_from :]
        text = _printed([*without_day(parts)] if len(parts) > 1 else parts).strip()
        if text and self._anchor is not None:
            href, title, _, element = self._anchor
            self._anchors.append(Anchor(href, text, title, element))
            self._is_anchored = True
        self._anchor_from = 0

    def end_line(self, tag: str, block: int, *, hard: bool = False) -> None:
        """End the line; ``hard`` (a ``<br>``) counts as an empty line when nothing was printed."""
        if not self.parts:
            self._blank += hard
            return
        if self._anchor is not None:
            self._end_anchor_text()
        kept = self._state is not None and self._state.preformatted
        text = "".join(self.parts).rstrip(" \r") if kept else _printed(self.parts)
        if text[:1] in _UNSEEN or text[-1:] in _UNSEEN:  # what editors and copying leave
            text = text.strip(_UNSEEN)
        if not (text[:1].isalnum() or _INK.search(text)):
            self._blank += hard or bool(text)
        elif len(self._anchors) >= _TITLES and _are_titles(self._anchors, text):
            self._add_titles(tag, block)
        else:
            self._add_line(text, tag, block)
        self.parts.clear()
        self._state = None
        if self._bold:
            self._bold.clear()
        if self._anchors:
            self._anchors.clear()

    def _add_titles(self, tag: str, block: int) -> None:
        """Long titles with nothing between them are lines of their own, as a style sheet says."""
        state, bold = self._state or State(), bool(self._bold)
        for anchor in self._anchors:
            line = RawLine(anchor.text, state, bold, tag, self._blank, self.rule, block, (anchor,))
            self.lines.append(line)
            self._blank, self.rule = 0, False

    def _add_line(self, text: str, tag: str, block: int) -> None:
        state = self._state or State()
        bold, lead = self._emphasis() if self._bold else (False, 0)
        indent = indent_of(text) if text[0].isspace() else 0
        if state.indent > 0:
            indent += round(state.indent * 2)
        anchors = tuple(self._anchors)
        line = RawLine(text, state, bold, tag, self._blank, self.rule, block, anchors, indent, lead)
        parts = self.parts
        # The first element of a short line may say what stands in the next: 来源, 某某报.
        if len(parts) > 1 and (
            (1 < len(parts[0]) <= _LABEL and len(text) <= _SHORT and parts[0][-1] not in ":：")
            or may_be_dated(text)
        ):
            line.pieces = tuple(parts)
        if self._unprinted.waiting is not None:
            self._unprinted.offer(line)
        self.lines.append(line)
        self._blank = 0
        self.rule = False

    def _emphasis(self) -> tuple[bool, int]:
        """Whether nearly all of the line is bold, and how many characters lead in bold."""
        parts = [_collapsed(part) for part in self.parts]
        bold = sum(len(parts[number]) for number in self._bold)
        whole = len("".join(parts).strip())
        plain = self._bold[0]
        for number in self._bold:
            plain += number == plain
        lead = len(_printed(self.parts[:plain]).strip()) if plain < len(parts) else 0
        return bold * 5 >= whole * 4, lead


def _are_titles(anchors: list[Anchor], text: str) -> bool:
    """Whether links of a length that no menu has, to several places, are all a line holds."""
    if any(len(anchor.text) < _TITLE for anchor in anchors):
        return False
    if len({anchor.href for anchor in anchors}) < len(anchors):
        return False
    linked = "".join(anchor.text for anchor in anchors)
    return "".join(linked.split()) == "".join(text.split())


def _printed(parts: list[str]) -> str:
    """White space as browsers show it; a source line break inside Chinese text is no blank."""
    text = (parts[0] if len(parts) == 1 else "".join(parts)).strip(SOURCE_BLANKS)
    if text.isalnum():  # as the titles of most links are: no blanks to look for
        return text
    if "\n" in text or "\t" in text or "\r" in text or "\f" in text or "  " in text:
        text = _collapsed(text)
        if "\n" in text:
            text = _WRAP_IN_CHINESE.sub("", text).replace("\n", " ")
    return text


def _collapsed(text: str) -> str:
    """Runs of source white space as one blank, or one ``\\n`` when the run begins a source line."""
    return _BLANKS.sub(_blank, text)


def _blank(run: re.Match[str]) -> str:
    return "\n" if run[0].lstrip("\r")[:1] == "\n" else " "

"""Text as it is printed: white space, line ends, links within a line."""

import re
from dataclasses import dataclass
from typing import NamedTuple

from archiver.parsers.lines import Align, Anchor, indent_of

BODY_SIZE = 16.0  # pixels, where nothing else is said
SOURCE_BLANKS = " \t\r\n\f"  # white space of HTML; NBSP and U+3000 are printed
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_INK = re.compile("[^\\s\u200b-\u200f\ufeff\xad\u2060]")  # a character that is seen
_RUN = re.compile(r"[ \n]{2,}")
_WIDE = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef“”‘’—…·"
_WRAP_IN_CHINESE = re.compile(rf"(?<=[{_WIDE}])\n(?=[{_WIDE}])")


class State(NamedTuple):
    """What applies to the text at one place of the tree."""

    align: Align = "left"
    bold: bool = False
    size: float = BODY_SIZE
    indent: float = 0.0
    hidden: bool = False
    preformatted: bool = False
    pale: bool = False


@dataclass(slots=True)
class RawLine:
    """A line before numbering; ``size`` is in pixels."""

    text: str
    state: State
    bold: bool
    tag: str
    blank_before: int
    rule_before: bool
    block: int
    anchors: tuple[Anchor, ...]
    indent: int = 0
    lead: int = 0
    table: int | None = None


class Printer:
    """Collects text until a line ends."""

    def __init__(self) -> None:
        self.lines: list[RawLine] = []
        self.rule = False
        self._blank = 0
        self.parts: list[str] = []
        self._anchors: list[Anchor] = []
        self._anchor: tuple[str, str | None, int] | None = None
        self._elements = 0
        self._anchor_from = 0
        self._bold = 0
        self._lead: int | None = None  # parts before the first that is not bold
        self._state: State | None = None

    def write(self, text: str, state: State) -> None:
        """Add text to the line that is open."""
        self.parts.append(text)
        if self._state is None and not text.isspace():
            self._state = state
        if state.bold:
            self._bold += len(text)
        elif self._bold and self._lead is None:
            self._lead = len(self.parts) - 1

    def open_anchor(self, href: str, title: str | None) -> None:
        """What is written from here on is the text of a link."""
        self.close_anchor()
        self._elements += 1
        self._anchor = (href, title, self._elements)
        self._anchor_from = len(self.parts)

    def close_anchor(self) -> None:
        """The link's text has ended; one without text leaves no trace."""
        if self._anchor is not None:
            self._end_of_anchor_text(*self._anchor)
            self._anchor = None

    def _end_of_anchor_text(self, href: str, title: str | None, element: int) -> None:
        parts = self.parts[self._anchor_from :]
        text = _printed(parts[0] if len(parts) == 1 else "".join(parts)).strip()
        if text:
            self._anchors.append(Anchor(href, text, title, element))
        self._anchor_from = 0

    def end_line(self, tag: str, block: int, *, hard: bool = False) -> None:
        """End the line; ``hard`` (a ``<br>``) counts as an empty line when nothing was printed."""
        if not self.parts:
            self._blank += hard
            return
        if self._anchor is not None:
            self._end_of_anchor_text(*self._anchor)
        raw = "".join(self.parts)
        lead = len(_printed("".join(self.parts[: self._lead])).strip()) if self._lead else 0
        text = _printed(raw)
        self.parts.clear()
        if not _INK.search(text):
            self._blank += hard or bool(text)
        else:
            state = self._state or State()
            bold = self._bold > 0 and self._bold * 5 >= len(raw.strip()) * 4
            self.lines.append(
                RawLine(
                    text,
                    state,
                    bold,
                    tag,
                    self._blank,
                    self.rule,
                    block,
                    tuple(self._anchors),
                    (indent_of(text) if text[0].isspace() else 0)
                    + (round(state.indent * 2) if state.indent > 0 else 0),
                    lead,
                )
            )
            self._blank = 0
            self.rule = False
        if self._anchors:
            self._anchors.clear()
        self._bold = 0
        self._lead = None
        self._state = None


def _printed(text: str) -> str:
    """White space as browsers show it; a source line break inside Chinese text is no blank."""
    text = text.strip(" \n")
    if "\n" in text or "  " in text:
        text = _RUN.sub(lambda run: "\n" if run[0][0] == "\n" else " ", text)
        if "\n" in text:
            text = _WRAP_IN_CHINESE.sub("", text).replace("\n", " ")
    return text


def collapsed(text: str) -> str:
    """Runs of source white space as one blank, or one ``\\n`` when the run begins a source line."""
    if "\n" in text or "\t" in text or "\r" in text or "  " in text:
        if not text.strip(SOURCE_BLANKS):  # most are the indents between tags
            return _blank(text)
        return _BLANKS.sub(lambda run: _blank(run[0]), text)
    return text


def _blank(run: str) -> str:
    return "\n" if run.lstrip("\r")[:1] == "\n" else " "

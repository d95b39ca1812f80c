"""The form in which every parser sees a page: ordered lines with what the markup said of them."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

from archiver.chinese.fold import fold

Align = Literal["left", "center", "right"]


class Anchor(NamedTuple):
    """A link inside a line: ``href`` as written, ``text`` as printed, ``title`` attribute.

    ``element`` numbers the ``<a>`` on the page: one link may print several lines.
    """

    href: str
    text: str
    title: str | None = None
    element: int = 0


# Of what a page has hundreds, __init__ is written out: compiled, it takes a fifth of the time.
@dataclass(slots=True, init=False)
class Line:
    """One printed line of the page.

    ``text`` is as printed, outer and inner blanks kept; ``folded`` is ``fold(text)`` without outer
    blanks. ``indent`` counts leading blanks (U+3000 as 2, a tab as 4, others as 1; ``text-indent``
    in em as 2 each). ``blank_before`` counts empty lines since the previous line, ``rule_before``
    an ``<hr>``. ``block`` numbers the innermost block element, ``table`` the data table it is a row
    of (cells joined by TAB). ``size`` is the font size relative to the page's body text (1.0), when
    known. ``running`` marks a line of a paragraph broken at a width. ``lead`` counts the first
    characters, without outer blanks, that are bold where the rest is not. ``pieces`` are the texts
    of the elements that a short line with a year is made of, when there are several; of a row
    those of the lines in its cells, where a cell has several: a TAB ends the last of each cell.
    ``below_picture`` marks a line that begins right below a picture.
    """

    number: int
    text: str
    folded: str
    indent: int
    align: Align
    bold: bool
    size: float
    tag: str
    blank_before: int
    rule_before: bool
    block: int
    table: int | None
    anchors: tuple[Anchor, ...]
    running: bool
    lead: int
    pieces: tuple[str, ...]
    below_picture: bool

    def __init__(
        self,
        number: int,
        text: str,
        folded: str,
        indent: int = 0,
        align: Align = "left",
        bold: bool = False,
        size: float = 1.0,
        tag: str = "",
        blank_before: int = 0,
        rule_before: bool = False,
        block: int = 0,
        table: int | None = None,
        anchors: tuple[Anchor, ...] = (),
        running: bool = False,
        lead: int = 0,
        pieces: tuple[str, ...] = (),
        below_picture: bool = False,
    ) -> None:
        self.number = number
        self.text = text
        self.folded = folded
        self.indent = indent
        self.align = align
        self.bold = bold
        self.size = size
        self.tag = tag
        self.blank_before = blank_before
        self.rule_before = rule_before
        self.block = block
        self.table = table
        self.anchors = anchors
        self.running = running
        self.lead = lead
        self.pieces = pieces
        self.below_picture = below_picture

    def reworded(
        self, text: str, folded: str, anchors: tuple[Anchor, ...], pieces: tuple[str, ...]
    ) -> "Line":
        """The same line with other texts; ``dataclasses.replace`` takes seven times as long."""
        return Line(
            self.number,
            text,
            folded,
            self.indent,
            self.align,
            self.bold,
            self.size,
            self.tag,
            self.blank_before,
            self.rule_before,
            self.block,
            self.table,
            anchors,
            self.running,
            self.lead,
            pieces,
            self.below_picture,
        )


class Image(NamedTuple):
    """A picture; ``line`` is the number of lines before it, ``href`` where it is a link to.

    ``block`` numbers the innermost block element around it.
    """

    src: str
    alt: str
    line: int
    href: str = ""
    block: int = -1


@dataclass(slots=True, init=False)
class Block:
    """A block element: the half-open range of lines it holds; ``mark`` is its id and classes."""

    tag: str
    mark: str
    parent: int
    first: int
    last: int

    def __init__(self, tag: str, mark: str, parent: int, first: int, last: int = -1) -> None:
        self.tag = tag
        self.mark = mark
        self.parent = parent
        self.first = first
        self.last = last


@dataclass(frozen=True, slots=True)
class Region:
    """A named run of lines; every non-blank content line belongs to exactly one region."""

    name: str
    lines: tuple[int, ...] = ()


def lines_from_text(text: str) -> tuple[Line, ...]:
    """Lines of a plain text, with indent and blank lines as the only features."""
    lines: list[Line] = []
    blank = 0
    for raw in text.splitlines():
        if not raw or raw.isspace():
            blank += 1
            continue
        folded = fold(raw).strip()
        if not folded:
            blank += 1
            continue
        lines.append(Line(len(lines), raw, folded, indent=indent_of(raw), blank_before=blank))
        blank = 0
    return tuple(lines)


def indent_of(text: str) -> int:
    """Width of the leading blanks: U+3000 counts 2, a tab 4, every other blank 1."""
    blanks = text[: len(text) - len(text.lstrip())]
    return len(blanks) + blanks.count("\u3000") + 3 * blanks.count("\t")

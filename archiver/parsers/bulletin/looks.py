"""How lines look on a page, and what sets one apart from running text."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from archiver.parsers.bulletin.shapes import HEADING_TAGS, is_prose
from archiver.parsers.lines import Line

Style = tuple[str, bool, float, int]
"""Alignment, weight, size and indent of a line."""
DEEP: Final = 4
"""Columns by which a line is set in deeper than a paragraph begins."""

_RIGHT: Final = 8  # columns: so deep no paragraph begins
_ROUNDED: Final = 0.05  # of the size of the text


@dataclass(frozen=True, slots=True)
class Body:
    """The look of running text on this page, against which titles stand out."""

    align: str
    bold: bool
    size: float
    indent: int


def style_of(line: Line) -> Style:
    """How a line is printed: lines of one kind are printed alike."""
    return line.align, line.bold, round(line.size, 1), line.indent


def are_alike(one: Line, other: Line) -> bool:
    """Whether two lines have one style; most that have not differ in what is sooner compared."""
    if one.align != other.align or one.bold != other.bold or one.indent != other.indent:
        return False
    return one.size == other.size or round(one.size, 1) == round(other.size, 1)


def is_larger(one: Line, other: Line) -> bool:
    """Whether a line is set in a larger size, and not only in one rounded otherwise."""
    return one.size > other.size + _ROUNDED


def is_stronger(one: Line, other: Line) -> bool:
    """Whether a line is larger than another, or bold where that is not."""
    return (one.bold and not other.bold) or is_larger(one, other)


def is_set_apart(line: Line) -> bool:
    """Whether a line stands to the right of the page, as who signs does."""
    return line.align == "right" or line.indent >= _RIGHT


def body_look(lines: Sequence[Line]) -> Body:
    """The commonest look of the prose lines."""
    looks = Counter(style_of(line) for line in lines if is_prose(line))
    if not looks:
        return Body("left", False, 1.0, 0)
    align, bold, size, indent = looks.most_common(1)[0][0]
    return Body(align, bold, size, indent)


def look_of(line: Line, body: Body) -> tuple[object, ...]:
    """What sets a short line apart from the text: position, weight, size, heading tag."""
    align = (
        "center"
        if line.align == "center" and body.align != "center"
        else "deep"
        if line.indent >= max(DEEP, body.indent + 2)
        else "plain"
    )
    return (
        align,
        line.bold and not body.bold,
        line.size > body.size * 1.08,
        line.tag in HEADING_TAGS,
    )


def is_plain(look: tuple[object, ...]) -> bool:
    """True when nothing sets the line apart."""
    return look == ("plain", False, False, False)


def emphasis(look: tuple[object, ...]) -> float:
    """How much a look sets a line apart, 0 to 0.45."""
    align, bold, bigger, tagged = look
    value = 0.3 * (align == "center") + 0.15 * (align == "deep")
    return min(0.45, value + 0.2 * bool(bold) + 0.25 * bool(bigger) + 0.3 * bool(tagged))

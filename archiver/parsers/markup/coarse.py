"""Pages of far more lines or tags than any text has are read coarsely: in fewer, longer lines.

What is known of a line costs some kilobytes and microseconds, what a tree knows of a tag some
hundred bytes. Pages that are printed have a line to a hundred or more characters of their source.
A page with many times that is a dump, or made to exhaust its reader; its whole text is kept, and
what the markup says of single lines is not looked at.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Final, TypeVar

from archiver.parsers.lines import Block
from archiver.parsers.markup.rawline import RawLine
from archiver.parsers.markup.walk import Walk

T = TypeVar("T")

COARSE: Final = "read_coarsely"
"""The flag of such a page."""

_ANY: Final = 1_500  # a page of any size may have so many lines
_SOURCE: Final = 64  # a longer one, a line for so many bytes of its source
_MOST: Final = 40_000  # lines
_TAGS: Final = 250_000  # with more, the tree alone would be too large
_LARGE: Final = 50_000  # characters
_SHORTEST: Final = 5  # characters: what a tag and its text take up at least, page by page
_WIDTH: Final = 1_000  # characters of a coarse line
_PIECE: Final = 65_536  # characters split into lines at a time


def is_overgrown(text: str) -> bool:
    """Whether a page holds too many tags for a tree, or hardly anything but tags."""
    if len(text) < _LARGE:
        return False
    tags = text.count("<")
    return tags > _TAGS or tags * _SHORTEST > len(text)


def too_many(lines: int, size: int) -> bool:
    """Whether a page whose source has ``size`` bytes in UTF-8 has too many lines."""
    return lines > _ANY and lines > min(size // _SOURCE, _MOST)


def rows(text: str) -> Iterator[str]:
    """The lines of a text that are not blank, without having all of them at once."""
    at = 0
    while at < len(text):
        stop = text.find("\n", at + _PIECE) + 1 or len(text)
        yield from (row for row in text[at:stop].splitlines() if row and not row.isspace())
        at = stop


def filled(texts: Iterable[str]) -> Iterator[str]:
    """Lines joined with blanks until they are long."""
    return (" ".join(text.strip() for text in run) for run in _runs(texts, len))


def coarsen(walked: Walk) -> None:
    """Fewer lines in one block; links and hidden text are kept, pictures and tables are not."""
    for lines in (walked.lines, walked.hidden):
        lines[:] = map(_joined, _runs(lines, lambda line: len(line.text)))
    walked.blocks[:] = [Block("body", "", -1, 0, len(walked.lines))]
    walked.images.clear()


def _runs(lines: Iterable[T], length: Callable[[T], int]) -> Iterator[list[T]]:
    """As many lines that follow each other as make a long one."""
    run: list[T] = []
    size = 0
    for line in lines:
        run.append(line)
        size += length(line)
        if size >= _WIDTH:
            yield run
            run, size = [], 0
    if run:
        yield run


def _joined(run: list[RawLine]) -> RawLine:
    text = " ".join(line.text.strip() for line in run)
    anchors = tuple(anchor for line in run for anchor in line.anchors)
    return RawLine(text, run[0].state, False, "", 0, False, 0, anchors)

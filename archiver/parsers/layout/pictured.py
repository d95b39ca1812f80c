"""The 报头 that is a picture: what its ``alt`` says stands for the lines that it shows."""

from collections.abc import Iterable, Sequence
from typing import Final

from archiver.chinese.fold import fold
from archiver.parsers.bulletin.numbering import read_numbering
from archiver.parsers.lines import Line, Region
from archiver.parsers.markup.html import Markup

_BETWEEN: Final = 2  # lines


def pictured_head(markup: Markup, content: Sequence[Line]) -> list[Line]:
    """The parts of what a picture over the content says, if that numbers an issue.

    Their numbers are below 0, for they are no lines of the page. Behind them stands what is printed
    between: the first title may have been taken for that of the page.
    """
    first = content[0].number if content else len(markup.lines)
    for image in markup.images:
        over = 0 <= first - image.line <= _BETWEEN and not image.href
        said = fold(image.alt).split() if over else []
        numbering = read_numbering(" ".join(said))
        if len(said) > 1 and numbering is not None and numbering.number is not None:
            parts = enumerate(said, -len(said))
            head = [Line(number, part, part, align="center") for number, part in parts]
            return [*head, *markup.lines[image.line : first]]
    return []


def printed_only(regions: Iterable[Region]) -> tuple[Region, ...]:
    """The regions without lines that are no lines of the page."""
    printed = (Region(one.name, tuple(n for n in one.lines if n >= 0)) for one in regions)
    return tuple(one for one in printed if one.lines)

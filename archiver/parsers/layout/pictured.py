"""What pictures print of an issue, as their ``alt`` says it: its 报头, the names of columns."""

from collections.abc import Iterable, Sequence
from typing import Final

from archiver.chinese.fold import fold
from archiver.parsers.bulletin.numbering import read_numbering
from archiver.parsers.bulletin.shapes import section_name
from archiver.parsers.lines import Line, Region
from archiver.parsers.markup.html import Markup
from archiver.records import Article

_BETWEEN: Final = 2  # lines
_COLUMNS: Final = 2  # pictures over titles that name columns, though no list of words knows them


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


def in_pictured_columns(
    markup: Markup, articles: tuple[Article, ...], regions: Iterable[Region]
) -> tuple[Article, ...]:
    """The articles with the columns that pictures name, each right over the first title of it.

    Where a line or the 目录 names columns, no picture does.
    """
    if any(article.section for article in articles):
        return articles
    named = {
        image.line: name
        for image in markup.images
        if image.alt and not image.href and (name := section_name(f"【{fold(image.alt).strip()}】"))
    }
    firsts: dict[str, int] = {}
    for region in regions if named else ():
        if region.name.startswith("article "):
            firsts.setdefault(region.name.split()[1], region.lines[0])
    over = [named[first] for first in firsts.values() if first in named]
    if len(over) < _COLUMNS and not any(map(section_name, over)):
        return articles
    column: str | None = None
    found = []
    for article in articles:
        column = named.get(firsts.get(str(article.order), -1), column)
        found.append(article.model_copy(update={"section": column}))
    return tuple(found)

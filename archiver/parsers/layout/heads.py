"""What names a page: its headline, or the printed head of an issue below it."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Final

from archiver.chinese.fold import comparison_key, fold, one_line
from archiver.parsers.bulletin.contents.toc import find_heading
from archiver.parsers.bulletin.masthead.series import read_title
from archiver.parsers.bulletin.shapes import is_prose
from archiver.parsers.chrome.linekind import LineKind
from archiver.parsers.headline.headline import Headline, find_headline
from archiver.parsers.headline.parts import column_of
from archiver.parsers.headline.titletag import is_nameless, names_site
from archiver.parsers.info.info import Info
from archiver.parsers.layout.infolines import NEAR, is_stamped, is_told
from archiver.parsers.layout.issuehead import find_masthead
from archiver.parsers.lines import Line
from archiver.parsers.markup.html import Markup

HEADINGS: Final = ("h1", "h2", "h3")
_ABOVE: Final = 12  # so many lines above the content block a masthead may stand
_LISTED: Final = 40  # and so many its 目录
COLUMN: Final = 12  # characters


def find_heads(
    markup: Markup,
    kinds: Sequence[LineKind],
    found: Mapping[int, Info],
    certain: AbstractSet[int],
    span: range,
) -> tuple[Headline, int | None]:
    """The page's headline, and the first line of an issue's printed head below it."""
    dated = _dated_under_headings(markup, found)
    listed = _listed_name(markup, found)
    name = one_line(listed.text) if listed else None
    headline = find_headline(markup, kinds, certain | dated, span, listed=name)
    if listed and headline.text == name and listed.number in found:  # printed in the table alone
        headline = Headline(name, (listed.number,))
    headline = _headed(markup, kinds, headline)
    masthead = find_masthead(markup, kinds, found, _top(markup, span.start), span.stop)
    if masthead is not None:
        told = not is_told(found, range(masthead)) and (
            is_told(found, range(masthead + 1, masthead + 1 + NEAR))
            or is_stamped(markup, masthead + 1)
        )
        inner = find_masthead(markup, kinds, found, masthead + 1, span.stop)
        if any(map(is_prose, markup.lines[masthead + 1 : inner])):
            inner = None  # the head comes again on every printed page
        again = inner is not None and (
            headline.lines == (masthead,) or _is_within(markup, inner, masthead)
        )
        if told or again:
            # The page's own title names the issue; the printed head, if any, stands below.
            headline = Headline(_headline_text(markup, headline, masthead), (masthead,))
            masthead = inner
        elif headline.lines == (masthead,):
            above = find_headline(markup, kinds, certain, span, masthead)
            fuller = above.lines and _is_within(markup, masthead, above.lines[0], longer=True)
            headline = above if fuller else Headline(headline.text)
        elif headline.lines and headline.lines[0] > masthead:
            headline = find_headline(markup, kinds, certain, span, masthead)
    elif not headline.lines:
        headline = _over_contents(markup, headline)
    return headline, masthead


def _over_contents(markup: Markup, headline: Headline) -> Headline:
    """The line over a 目录 that names an issue, where the title tag has but the name of it."""
    heading = find_heading(markup.lines)
    for line in markup.lines[max((heading or 0) - NEAR, 0) : heading or 0]:
        named = read_title(line.folded)
        key = comparison_key(headline.text or "")
        if named is not None and named.is_complete and key == comparison_key(named.series or ""):
            return Headline(one_line(line.text), (line.number,))
    return headline


def issue_heading(headline: Headline) -> int | None:
    """The line of a headline that names an issue, under whatever name: 《港城工会》2014年第6期."""
    named = read_title(fold(headline.text or "")) if headline.lines else None
    return headline.lines[0] if named is not None and named.is_complete else None


def _top(markup: Markup, start: int) -> int:
    """The first line that may open the head of an issue whose text begins at ``start``.

    Between the two a 目录 may stand, as in a column beside the text.
    """
    top = max(start - _ABOVE, 0)
    between = markup.lines[max(start - _LISTED, 0) : start] if top else ()
    heading = find_heading(between)
    return top if heading is None else min(top, max(between[heading].number - _ABOVE, 0))


def _dated_under_headings(markup: Markup, found: Mapping[int, Info]) -> set[int]:
    """The first lines of runs under a heading in which a day stands: 来源:… over 2008年6月25日."""
    first: set[int] = set()
    begin = 0
    for n in sorted(found):
        if n - 1 not in found:
            begin = n
        if found[n].bare is not None and begin and markup.lines[begin - 1].tag in HEADINGS:
            first.add(begin)
    return first


def _listed_name(markup: Markup, found: Mapping[int, Info]) -> Line | None:
    """The line that prints what a table of labels names the page, one outside of it first."""
    names = {value for info in found.values() for role, value in info.pairs if role == "name"}
    name = names.pop().strip() if len(names) == 1 else ""
    told = name and name[-1] not in ":："  # no other label, as in a form
    printed = [line for line in markup.lines if told and line.text.strip() == name]
    return min(printed, key=lambda line: line.number in found, default=None)


def _headed(markup: Markup, kinds: Sequence[LineKind], headline: Headline) -> Headline:
    """The headline; else the column that breadcrumb and a line beside it name.

    So are pages headed whose title tag only names the site.
    """
    if headline.lines or not names_site(headline.text):
        return headline
    column = column_of(markup, kinds)
    if column is None or len(column) > COLUMN or is_nameless(column):
        return headline
    crumb = kinds.index("breadcrumb")
    near = markup.lines[max(crumb - NEAR, 0) : crumb + 1 + NEAR]
    printed = [n.number for n in near if n.folded == column and kinds[n.number] == "text"]
    return Headline(column, (printed[-1],)) if printed else headline


def _is_within(markup: Markup, number: int, other: int, *, longer: bool = False) -> bool:
    """Whether one line says again what is a part of another, as a head does of the page's title.

    With ``longer`` the other says more.
    """
    key = comparison_key(markup.lines[number].folded)
    whole = comparison_key(markup.lines[other].folded)
    return len(key) >= 4 and key in whole and not (longer and key == whole)


def _headline_text(markup: Markup, headline: Headline, line: int) -> str | None:
    return headline.text if line in headline.lines else one_line(markup.lines[line].text)

"""The page's own headline, without the site's name and without the column."""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Final

from archiver.chinese.fold import comparison_key, fold, one_line
from archiver.chinese.units import is_unit_name
from archiver.parsers.bulletin.masthead.masthead import is_number_alone
from archiver.parsers.chrome.linekind import LineKind
from archiver.parsers.declared import marked_title
from archiver.parsers.headline.parts import (
    beginning,
    column_of,
    grown,
    prints_column,
    prints_over_menu,
    title_of,
    without_column,
    wrapped,
)
from archiver.parsers.headline.signs import PROSE_LENGTH, SITE_LENGTH, WHOLE, Signs
from archiver.parsers.headline.titletag import (
    is_column,
    is_nameless,
    names_site,
    own_parts,
    parts_of,
)
from archiver.parsers.headline.unnamed import (
    COLUMN_NAME,
    LONGEST,
    NUMBERED,
    below_column,
    is_title,
    over_day,
)
from archiver.parsers.info.papers import is_number
from archiver.parsers.lines import Line
from archiver.parsers.markup.html import Markup

_META: Final = "articletitle"
_TAG: Final = re.compile(r"<\s?/?\s?(?:br|p|b|font|span|strong|h\d)\b[^<>]{0,200}>", re.IGNORECASE)
_HOME: Final = ("首页", "主页", "网站首页", "网站主页", "返回首页")
_ABOVE_MENU, _BELOW_TEXT = 2.5, 1.5  # what counts against a headline
_WORD_LENGTH: Final = 3
_ROOT: Final = re.compile(
    r"(?:https?://[^/]+)?(?:\.{0,2}/)*(?:(?:index|default)\.\w{2,5})?", re.IGNORECASE
)
_NAMED: Final = 2.0  # evidence it takes to go before what the title tag says
_UNNAMED: Final = 0.6
_LINKED: Final = 4.0
_PARTS: Final = ("h2", "h3", "h4", "h5")
_ALIKE: Final = 2


@dataclass(frozen=True, slots=True)
class Headline:
    """The headline as printed, and the numbers of the lines that print it."""

    text: str | None
    lines: tuple[int, ...] = ()


def find_headline(
    markup: Markup,
    kinds: Sequence[LineKind],
    infos: AbstractSet[int],
    span: range,
    masthead: int | None = None,
    listed: str | None = None,
) -> Headline:
    """The line that is most surely the headline; else what ``<title>`` says without the site.

    ``infos`` are the numbers of information lines, ``span`` the lines of the content block,
    ``masthead`` the line an issue begins with: what stands below is no headline of the page.
    ``listed`` is what a table of labels calls it.
    """
    title = _tag_title(markup)
    declared = one_line(_TAG.sub(" ", markup.meta.get(_META, ""))) or marked_title(markup) or listed
    parts = parts_of(title)
    named = own_parts(parts)
    if named[:1] == parts[1:] and prints_column(markup, kinds, parts):
        named = parts[:1]
    over_menu = prints_over_menu(markup, kinds, parts)
    named = [] if over_menu else named
    signs = _signs_of(markup, title, parts, named, comparison_key(declared or ""), infos)
    signs.sites.update(map(comparison_key, parts if over_menu else ()))
    best, best_score = _best(markup, kinds, infos, span, signs, fold(title or ""), masthead)
    enough = _NAMED if _is_sure(infos, signs, named, best) else _UNNAMED
    below = below_column(markup, kinds, infos, signs, best)
    if below is not None and (masthead is None or below.number < masthead):
        best, best_score = below, _NAMED
    if best_score < enough and (over := over_day(markup, kinds, signs, named, span)):
        best, best_score = over, _NAMED
    if best is not None and _heads_a_part(markup, infos, signs, best):
        best = None
    if best is None or best_score < enough:
        if declared or title:
            site = parts[0] if len(parts) > 1 and names_site(parts[0]) else title
            return Headline(declared or (named[0] if named else site))
        if best is None or best.number not in signs.above_prose:
            return _first_line(markup, kinds)
    says_more = named and comparison_key(named[0]) != comparison_key(best.folded)
    if masthead is None and is_number_alone(best):
        if series := _series_over(markup, best, parts):
            name = one_line(f"{series.text.strip()}{best.text.strip()}")
            return Headline(declared or name, (series.number, best.number))
        if says_more:
            return Headline(declared or named[0])
    lines = grown(markup, wrapped(markup, best, signs.title_key, infos), signs.parts)
    printed = title_of(lines)
    if len(lines) > 1:  # the title tag tells where blanks stood between them
        printed = next((p for p in named if comparison_key(p) == comparison_key(printed)), printed)
    elif whole := signs.opening(best):
        printed = beginning(printed, whole)
    elif not signs.names(best):
        printed = without_column(markup, printed)
    return Headline(declared or printed, tuple(line.number for line in lines))


def _series_over(markup: Markup, number: Line, parts: Sequence[str]) -> Line | None:
    """The line over the number of an issue, where ``<title>`` names both: 某县工人 | 10月刊."""
    above = markup.lines[number.number - 1] if number.number else None
    if above is None or above.anchors:
        return None
    names = {comparison_key(part) for part in parts}
    return above if {comparison_key(line.folded) for line in (above, number)} <= names else None


def _tag_title(markup: Markup) -> str | None:
    """What ``<title>`` says, unless that is what editors call a page without a name."""
    marked = (markup.title or "").replace("&quot;", '"')  # some systems escape it twice
    printed = _TAG.sub(" ", marked).strip()
    return None if is_nameless(printed) else printed


def _signs_of(
    markup: Markup,
    title: str | None,
    parts: Sequence[str],
    named: Sequence[str],
    declared: str,
    infos: AbstractSet[int],
) -> Signs:
    """The signs of a page whose title tag has these ``parts``, of its own those ``named``."""
    keys = [comparison_key(part) for part in named]
    # What stands before a column names the site; titles may end like names of bodies.
    first = parts[:1] if named and is_column(named[0]) and is_unit_name(fold(parts[0])) else []
    sites = {comparison_key(p) for p in (*parts[-1:], *first)} - set(keys) if keys else set()
    begun = [comparison_key(part.rstrip(".…")) for part in named if part.endswith(("..", "…"))]
    begun = [key for key in begun if len(key) >= WHOLE]
    title_key = comparison_key(title or "") if named else ""
    return Signs.of(markup, title_key, declared, infos, keys, sites, begun)


def _best(
    markup: Markup,
    kinds: Sequence[LineKind],
    infos: AbstractSet[int],
    span: range,
    signs: Signs,
    title: str,
    masthead: int | None,
) -> tuple[Line | None, float]:
    """The line that most signs speak for, and how much; ``title`` is the folded one of the tag."""
    best, best_score = None, 0.0
    prose = (n for n in span if len(markup.lines[n].folded) >= PROSE_LENGTH and kinds[n] == "text")
    text = next((n for n in prose if n not in infos), len(kinds))
    menu = _last_menu(markup, kinds, text if text < len(kinds) else span.start)
    for line, kind in zip(markup.lines[:masthead], kinds[:masthead], strict=True):
        if line.number in infos or len(line.folded) > LONGEST:
            continue
        if kind != "text" and not _may_lead_to_itself(line, kinds, infos, signs, title):
            continue
        if not signs.speak_for(line) or _is_red_head(markup, line):
            continue
        score = signs.score(line)
        if kind == "link" and not (line.number + 1 in infos or score >= _LINKED):
            continue
        distance = abs(line.number - span.start)
        score -= min(distance, 60) * 0.02 + 2.0 * (line.number >= span.stop)
        score -= _ABOVE_MENU * (line.number < menu) + _BELOW_TEXT * (line.number > text)
        if score > best_score:
            best, best_score = line, score
    return best, best_score


def _is_red_head(markup: Markup, line: Line) -> bool:
    """Whether a line is the office that issues a paper, printed over its number in red."""
    below = markup.lines[line.number + 1 : line.number + 2]
    return bool(below) and is_number(below[0].folded) and is_unit_name(line.folded)


def _may_lead_to_itself(
    line: Line,
    kinds: Sequence[LineKind],
    infos: AbstractSet[int],
    signs: Signs,
    title: str,
) -> bool:
    """Whether a line is a link to its own page, as a headline may be; most are something else."""
    told = line.folded[:4] in title or line.number + 1 in infos
    if kinds[line.number] != "link" or len(line.anchors) != 1 or not told:
        return False
    if _ROOT.fullmatch(line.anchors[0].href):  # the name of the site
        return False
    is_last_of_list = line.number and kinds[line.number - 1] == "link"
    return not is_last_of_list or signs.names(line)


def _is_sure(
    infos: AbstractSet[int],
    signs: Signs,
    named: Sequence[str],
    best: Line | None,
) -> bool:
    """Whether the title tag names the page so well that a printed line must have good signs."""
    if not named or names_site(named[0]):
        return False
    if best is None:
        return True
    told = not infos.isdisjoint((best.number + 1, best.number + 2))
    if told and len(best.folded) > _WORD_LENGTH:
        return False
    short = len(named[0]) <= COLUMN_NAME
    return not (short and best.number in signs.above_prose and is_title(best, signs))


def _heads_a_part(markup: Markup, infos: AbstractSet[int], signs: Signs, best: Line) -> bool:
    """Whether a short heading is one of several alike: of persons, of offices, of services."""
    if len(best.folded) > SITE_LENGTH or best.tag not in _PARTS or best.number + 1 in infos:
        return False
    if signs.names(best) or comparison_key(best.folded) == signs.declared:
        return False
    alike = (
        line.number
        for line in markup.lines[best.number :]
        if line.tag == best.tag and not line.anchors and not NUMBERED.search(line.folded)
    )
    return sum(not signs.above_prose.isdisjoint((n, n + 1)) for n in alike) > _ALIKE


def _last_menu(markup: Markup, kinds: Sequence[LineKind], stop: int) -> int:
    """The last line before the content that leads home: what stands above it is the site's."""
    for n in range(stop - 1, -1, -1):
        if kinds[n] == "breadcrumb" or any(a.text in _HOME for a in markup.lines[n].anchors):
            return n
    return -1


def _first_line(markup: Markup, kinds: Sequence[LineKind]) -> Headline:
    """Without any title, the column of the breadcrumb, else the first line if it is short."""
    if column := column_of(markup, kinds):
        return Headline(column)
    first = next((n for n, kind in enumerate(kinds) if kind == "text"), None)
    if first is None or len(markup.lines[first].folded) > LONGEST // 2:
        return Headline(None)
    return Headline(one_line(markup.lines[first].text))

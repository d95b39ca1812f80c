"""The information lines of a page: which of the lines that could be one are the page's own."""

import re
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from typing import Final

from archiver.chinese.fold import fold
from archiver.chinese.units import is_unit_name
from archiver.parsers.bulletin.names.contributors import read_labelled, read_parenthesised
from archiver.parsers.bulletin.names.labelled import is_empty_label
from archiver.parsers.bulletin.shapes import is_prose, subtitle_text
from archiver.parsers.chrome.linekind import LineKind
from archiver.parsers.headline.headline import Headline
from archiver.parsers.info.days import date_of
from archiver.parsers.info.elements import read_apart, read_loose_apart
from archiver.parsers.info.info import Info, published_of
from archiver.parsers.info.labelled import read_info
from archiver.parsers.info.unlabelled import read_loose_info
from archiver.parsers.layout.labelbox import boxes
from archiver.parsers.lines import Line
from archiver.parsers.lists.dates import split_date
from archiver.parsers.markup.html import Markup

NEAR: Final = 3
"""So many short lines may stand between headline and information line."""
HEADLINE_LINES: Final = 3
"""So many lines a headline may be broken into."""
_SHORT: Final = 40  # characters
_SAID: Final = 24  # characters
_TIME: Final = 60  # characters
_YEAR: Final = re.compile(r"(?:19|20)\d\d\s?[-年/.]")
_SOURCE: Final = re.compile(r"(?!.*\d{4})[(\[【]?(?:信息|稿件|文章|新闻|内容|本文)?来\s*源\s*:")
_REPORTER: Final = re.compile(r"(?:19|20)\d\d.{4,9}\s+(?:记者|通讯员)\s*[:一-鿿]")
_FILED: Final = re.compile(r"(?:[本此]条目|本文)?(?:发布|发表)[于在]")
_CLOCK: Final = re.compile(r"\d:\d\d")  # no issue is dated to the minute
_LEAF: Final = re.compile(r"[\d\s年月日./:-]{1,20}")  # a piece of a date, and nothing else


def possible_infos(
    markup: Markup, kinds: Sequence[LineKind], listed: AbstractSet[int]
) -> dict[int, Info]:
    """All lines that could be the page's information line; the dates of list items are not."""
    found: dict[int, Info] = {}
    within: dict[int, Info] = {}
    for line, kind in zip(markup.lines, kinds, strict=True):
        if kind not in ("text", "tools", "link", "footer"):
            continue
        apart = line.pieces and kind not in ("link", "footer")
        info = read_apart(line) if apart else read_info(line)
        if info is None or (kind == "link" and not info.pairs):
            continue
        (within if line.number in listed else found)[line.number] = info
    labelled = {n: info for n, info in within.items() if info.is_certain and info.pairs}
    found.update(boxes(markup, kinds))
    _tell_times(markup, kinds, listed, found)
    repeated = _repeated(markup, found | within)
    if len(labelled) == 1 and not _is_repeated(markup, next(iter(labelled)), listed):
        found |= labelled
    return {n: info for n, info in found.items() if n not in repeated}


def _tell_times(
    markup: Markup, kinds: Sequence[LineKind], listed: AbstractSet[int], found: dict[int, Info]
) -> None:
    """The first day that an element gives to machines, where readers see less: 10月19日, 3天前."""
    for n, given in markup.times:
        if n < len(kinds) and n not in listed and kinds[n] in ("text", "tools"):
            line = markup.lines[n]
            info = found.get(n) or read_loose_apart(line) or Info(())
            day = published_of([info]) or date_of(given)
            if day and len(line.folded) <= _TIME:
                found[n] = replace(info, day=day)
            return


def filed_on(markup: Markup, kinds: Sequence[LineKind]) -> list[Info]:
    """The day on the line that says below a post where it is filed: 发布于2015年4月13日."""
    for n, given in markup.times:
        if n < len(kinds) and kinds[n] == "related" and _FILED.match(markup.lines[n].folded):
            return [Info((), day=date_of(given))]
    return []


def certain_infos(found: Mapping[int, Info]) -> set[int]:
    """The lines that are surely information lines: such as they are, and labels beside them."""
    certain = {n for n, info in found.items() if info.is_certain}
    for n in tuple(certain):
        for step in (-1, 1):
            beside = n + step
            while beside in found and beside not in certain and _is_source(found[beside]):
                certain.add(beside)
                beside += step
    return certain


def infos_below(kinds: Sequence[LineKind], found: Mapping[int, Info], last: int) -> dict[int, Info]:
    """The information lines right below the text, whose last line is ``last``."""
    infos: dict[int, Info] = {}
    for n in range(last + 1, min(last + 1 + NEAR, len(kinds))):
        if kinds[n] not in ("text", "tools"):
            break
        if n in found and found[n].pairs:
            infos[n] = found[n]
    return infos


def _is_repeated(markup: Markup, number: int, listed: AbstractSet[int]) -> bool:
    """Whether another line of the list begins with the same label, before a lead perhaps."""
    label, colon, _ = markup.lines[number].folded.partition(":")
    others = (markup.lines[n] for n in listed if n < len(markup.lines) and n != number)
    return bool(colon) and any(line.folded.startswith(label + colon) for line in others)


def _repeated(markup: Markup, found: Mapping[int, Info]) -> set[int]:
    """Information lines of a list's items: the same labels again and again, below links."""
    runs: dict[tuple[str, ...], list[int]] = {}
    for n, info in found.items():
        linked = any(line.anchors for line in markup.lines[max(n - NEAR, 0) : n + 1])
        if info.is_certain and linked:
            runs.setdefault(tuple(role for role, _ in info.pairs), []).append(n)
    return {n for run in runs.values() if len(run) >= NEAR for n in run}


def infos_above(
    markup: Markup,
    kinds: Sequence[LineKind],
    found: Mapping[int, Info],
    headline: Headline,
    span: range,
    listed: AbstractSet[int],
) -> dict[int, Info]:
    """The information lines above the text: before the headline, or just below it."""
    at = headline.lines[0] if headline.lines else span.start
    loose_at = range(at + 1, at + 1 + NEAR) if headline.lines else range(0)
    infos = {
        n: info
        for n, info in found.items()
        if n < at
        and (info.is_certain or (n >= at - NEAR and (_names_source(info) or _is_beside(found, n))))
    }
    passed = 0
    told = stamped = False  # a labelled day stands above, or one as machines print it
    for line in markup.lines[at:]:
        n = line.number
        if n in found and (found[n].is_certain or (not passed and _may_be_own(line, found[n]))):
            infos[n] = found[n]
            stamped = stamped or (found[n].is_certain and found[n].bare is not None)
            told = told or any(role == "published" for role, _ in found[n].pairs)
        elif (
            not passed
            and n in loose_at
            and not told
            and (loose := _loose(line, listed))
            and not (stamped and _is_written(loose))
        ):
            infos[n] = loose
            stamped = stamped or not _is_written(loose)
        elif n - 1 in infos and _is_source_below(line, infos[n - 1]):
            infos[n] = Info((("source", line.text.strip()),))
        elif n not in headline.lines and kinds[n] == "text" and not _is_subtitle(line, at):
            passed += 1
            if passed > NEAR or is_prose(line) or _is_said(line) or line.folded[-1] == "。":
                break
    return infos


def _is_source_below(line: Line, info: Info) -> bool:
    """Whether a line is a body alone under the day alone, as lists of such facts print it."""
    return info.bare is not None and not (info.pairs or line.anchors) and is_unit_name(line.folded)


def _loose(line: Line, listed: AbstractSet[int]) -> Info | None:
    if line.number in listed or read_info(line) is not None:
        return None
    return read_loose_apart(line)


def _is_written(info: Info) -> bool:
    """Whether the day is written with 年: under the content system's day, the text's own."""
    return info.bare is not None and "年" in info.bare


def _may_be_own(line: Line, info: Info) -> bool:
    """Whether a line right below the headline is the content system's, if it may be."""
    return bool(info.pairs) or line.folded[0] not in "(["


def _is_said(line: Line) -> bool:
    """Whether a line of a table holds a sentence: what somebody wrote, answered below it."""
    return len(line.folded) >= _SAID and line.table is not None and line.folded[-1] in "。?!"


def _is_subtitle(line: Line, headline: int) -> bool:
    """Whether a line right below the headline goes on with it: ——记某某."""
    return line.number - headline <= HEADLINE_LINES and subtitle_text(line.folded) is not None


def _is_beside(found: Mapping[int, Info], number: int) -> bool:
    """Whether a day alone on its line has a label of the content system on the next."""
    beside = (found[n] for n in (number - 1, number + 1) if n in found)
    return found[number].bare is not None and any(info.pairs for info in beside)


def _names_source(info: Info) -> bool:
    return any(role == "source" for role, _ in info.pairs)


def _is_source(info: Info) -> bool:
    """Whether labels tell from where, from whom or from when a text is."""
    return any(role in ("source", "author", "published") for role, _ in info.pairs)


def behind_headline(line: Line, headline: Headline) -> Info | None:
    """What stands behind the headline on its own line."""
    title = fold(headline.text or "")
    rest = line.folded[len(title) :] if title and line.folded.startswith(title) else ""
    if not _YEAR.search(rest):
        return None
    tail = replace(line, text=rest, folded=rest.strip(), lead=0)
    return read_info(tail) or read_loose_info(tail)


def calendar_leaf(markup: Markup, headline: Headline, listed: AbstractSet[int]) -> dict[int, Info]:
    """A date beside the headline whose day and year stand apart: ``26`` over ``2019-08``."""
    if not headline.lines:
        return {}
    first, last = headline.lines[0], headline.lines[-1]
    for side in (range(first - 1, first - 1 - NEAR, -1), range(last + 1, last + 1 + NEAR)):
        near = [markup.lines[n] for n in side if 0 <= n < len(markup.lines) and n not in listed]
        leaf = [line for line in near if not line.anchors and _LEAF.fullmatch(line.folded)]
        leaf.sort(key=lambda line: line.number)
        day = split_date([line.folded for line in leaf])
        if day is not None:
            return {line.number: Info((), day=day) for line in leaf}
    return {}


def take_tail_infos(content: list[Line], *, issue: bool) -> dict[int, Info]:
    """Label lines below the text that name no contributor of it: 本文来源, 责任编辑 of the site.

    A label that nobody filled in (撰稿人:) is the site's, and so is the source above it. Below an
    ``issue``, so is the day of the last change, and 印发日期 the issue's own; elsewhere a list's
    last item may end with its day.
    """
    infos: dict[int, Info] = {}
    stamped = False
    while content and len(infos) < NEAR:
        line = content[-1]
        stamped = stamped or is_empty_label(line.folded)
        info = Info(()) if is_empty_label(line.folded) else read_info(line)
        if info is None or info.bare:
            break
        if says_signing(info) if issue else any(role == "published" for role, _ in info.pairs):
            break
        byline = read_labelled(line.folded) or read_parenthesised(line.folded)
        if not stamped and (not info.pairs or byline):
            break
        infos[content.pop().number] = info
    return infos


def says_signing(info: Info) -> bool:
    """Whether a line says when a text was made, and nothing else."""
    return not info.in_box and {role for role, _ in info.pairs} == {"signed"}


def told_in(content: Sequence[Line]) -> list[Info]:
    """The day of a byline above the text, and the source named below it."""
    told = [info for line in content[:2] if (info := _byline_day(line))]
    for line in content[-NEAR:]:
        if len(line.folded) <= _SHORT and _SOURCE.match(line.folded) and (info := read_info(line)):
            pairs = tuple(pair for pair in info.pairs if pair[0] == "source")
            told.append(Info(pairs))
    return told


def _byline_day(line: Line) -> Info | None:
    """某某日报 2014年5月6日 记者 某某: the names are the text's own, the day is the page's."""
    if len(line.folded) > _SHORT or not _REPORTER.search(line.folded):
        return None
    return read_loose_info(line)


def is_told(found: Mapping[int, Info], lines: range) -> bool:
    """Whether the content system says on one of ``lines`` when or whence it took the page."""
    told = {"published", "source"}
    return any(
        info.is_certain and any(role in told for role, _ in info.pairs)
        for n, info in found.items()
        if n in lines
    )


def is_stamped(markup: Markup, number: int) -> bool:
    """Whether a line holds a date as a content system prints it, and hardly more."""
    if number >= len(markup.lines):
        return False
    line = markup.lines[number]
    info = read_loose_info(line)
    if info is None or info.bare is None:
        return False
    return "年" not in info.bare or _CLOCK.search(line.folded) is not None

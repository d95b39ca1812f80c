"""The information lines of a page: which of the lines that could be one are the page's own."""

import re
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from typing import Final

from archiver.chinese.fold import fold
from archiver.chinese.units import is_unit_name
from archiver.parsers.bulletin.dating import read_full_date
from archiver.parsers.bulletin.masthead.editors import begins_with_label
from archiver.parsers.bulletin.shapes import is_prose, subtitle_text
from archiver.parsers.chrome.linekind import LineKind
from archiver.parsers.chrome.posts import writer_lines
from archiver.parsers.document import is_document_title
from archiver.parsers.headline.headline import Headline
from archiver.parsers.info.days import date_of
from archiver.parsers.info.elements import ended, read_apart, read_loose_apart
from archiver.parsers.info.info import Info, published_of
from archiver.parsers.info.labelled import read_info
from archiver.parsers.info.unlabelled import read_loose_info
from archiver.parsers.layout.labelbox import boxes
from archiver.parsers.lines import Line
from archiver.parsers.lists.dates import split_date
from archiver.parsers.lists.items import poster_of
from archiver.parsers.markup.html import Markup

NEAR: Final = 3
"""So many short lines may stand between headline and information line."""
HEADLINE_LINES: Final = 3
"""So many lines a headline may be broken into."""
_SAID: Final = 24  # characters
_TIME: Final = 60  # characters
_YEAR: Final = re.compile(r"(?:19|20)\d\d\s?[-年/.]")
_CLOCK: Final = re.compile(r"\d:\d\d(?::\d\d)?")  # no issue is dated to the minute
_COUNTED: Final = re.compile("点击|浏览|阅读|人气|访问|查看")
_WHENCE: Final = ("source", "author")
_STROKE: Final = re.compile(r"[文图]\s?/")  # 文/图 何静
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
        if line.pieces and not apart and info.pairs:  # below a post: its day and writer are links
            info = read_apart(line) or info
        info = ended(info, line) if line.pieces and info.pairs else info
        (within if line.number in listed else found)[line.number] = info
    labelled = {
        n: info
        for n, info in within.items()
        if info.is_certain and info.pairs and (kinds[n] != "link" or _is_labelled(markup.lines[n]))
    }
    found.update(boxes(markup, kinds))
    _tell_times(markup, kinds, listed, found)
    _tell_generic(markup, found)
    _tell_posted(markup, found)
    # The posts of a board have the same labels too: the first of them is the page's.
    repeated = set() if writer_lines(markup) else _repeated(markup, found | within)
    if len(labelled) == 1 and not _is_repeated(markup, next(iter(labelled)), listed):
        found |= labelled
    return {n: info for n, info in found.items() if n not in repeated}


def _is_labelled(line: Line) -> bool:
    """Whether a line of links has a label: no item of a list, 2021-03-02 09:00县总工会开会."""
    return ":" in _CLOCK.sub("", line.folded)


def _tell_generic(markup: Markup, found: dict[int, Info]) -> None:
    """日期 beside the source, or below who wrote the text, is no day of a meeting."""
    for n, info in found.items():
        if not info.is_generic or markup.lines[n].folded[:2] not in ("日期", "[日"):
            continue
        beside = (found[at] for at in (n - 1, n + 1) if at in found)
        if any(map(_names_source, beside)) or (n and _STROKE.match(markup.lines[n - 1].folded)):
            found[n] = replace(info, is_generic=False)


def _tell_posted(markup: Markup, found: dict[int, Info]) -> None:
    """The day alone below 作者 and a link to all that he posted is that of the post."""
    for n, info in list(found.items()):
        above = found.get(n - 1)
        if above and info.bare and not info.pairs and poster_of(markup.lines[n - 1]):
            found[n] = replace(info, pairs=above.pairs)


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
    at = _first_printing(markup, kinds, headline.lines[0]) if headline.lines else span.start
    head = (at, *headline.lines) if headline.lines else ()
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
        if told and _is_imprint(line):
            break
        if n in found and (
            found[n].is_certain
            or (
                not passed
                and _may_be_own(line, found[n])
                and not ((told or stamped) and _is_written(found[n]))
            )
            or (n - 1 in infos and _is_source(found[n]))
        ):
            infos[n] = found[n]
            stamped = stamped or (found[n].is_certain and found[n].bare is not None)
            told = told or any(role == "published" for role, _ in found[n].pairs)
        elif (
            not passed
            and n in loose_at
            and not told
            and (loose := _loose(line, listed))
            and not (line.folded[0] == "(" and is_document_title(headline.text))  # signs it
            and not (stamped and _is_written(loose))
        ):
            infos[n] = loose
            stamped = stamped or not _is_written(loose)
        elif n - 1 in infos and _is_source_below(line, infos[n - 1]):
            infos[n] = Info((("source", line.text.strip()),))
        elif n not in head and kinds[n] == "text" and not _is_subtitle(line, at):
            # A bar between two cells is nothing, and who wrote the text stands over its day.
            passed += len(line.folded) > 1 and not _STROKE.match(line.folded)
            if passed > NEAR or is_prose(line) or _is_said(line) or line.folded[-1] == "。":
                break
    return infos


def _first_printing(markup: Markup, kinds: Sequence[LineKind], head: int) -> int:
    """The line over ``head`` that says the same: a paper prints its title again in its text."""
    said = markup.lines[head].folded
    above = range(max(head - 2 * NEAR, 0), head)
    return next((n for n in above if kinds[n] == "text" and markup.lines[n].folded == said), head)


def _is_imprint(line: Line) -> bool:
    """编发:县总工会 日期:2009年5月22日: who edits an issue, no content system says."""
    return begins_with_label(line.folded) and read_full_date(line.folded) is not None


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
    return any(role in ("source", "author", "撰稿", "published") for role, _ in info.pairs)


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


def is_told(found: Mapping[int, Info], lines: range) -> bool:
    """Whether the content system says on one of ``lines`` when or whence it took the page."""
    told = {"published", "source"}
    return any(
        info.is_certain and any(role in told for role, _ in info.pairs)
        for n, info in found.items()
        if n in lines
    )


def is_sites(line: Line, info: Info) -> bool:
    """Whether a line with a day is the content system's, and no editor's with that of an issue."""
    roles = {role for role, _ in info.pairs}
    if "published" in roles:
        return True
    said = _CLOCK.search(line.folded) or _COUNTED.search(line.folded)
    return info.bare is not None and (not roles.isdisjoint(_WHENCE) or said is not None)


def is_stamped(markup: Markup, number: int) -> bool:
    """Whether a line holds a date as a content system prints it, and hardly more."""
    if number >= len(markup.lines):
        return False
    line = markup.lines[number]
    info = read_loose_info(line)
    if info is None or info.bare is None:
        return False
    return "年" not in info.bare or _CLOCK.search(line.folded) is not None

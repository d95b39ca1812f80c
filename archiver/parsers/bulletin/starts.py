"""The title lines of an issue: from the 目录, from evidence, or both."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from archiver.chinese.fold import one_line
from archiver.parsers.bulletin import headings
from archiver.parsers.bulletin.align import align
from archiver.parsers.bulletin.alike import column_words
from archiver.parsers.bulletin.boundaries import is_boundary
from archiver.parsers.bulletin.columns import CORE, begins_items, counts_on
from archiver.parsers.bulletin.contributors import read_under_title
from archiver.parsers.bulletin.headings import Candidate
from archiver.parsers.bulletin.items import line_key
from archiver.parsers.bulletin.looks import Body, emphasis, is_plain, look_of
from archiver.parsers.bulletin.neighbours import join_rest, take_neighbours
from archiver.parsers.bulletin.shapes import (
    ends_sentence,
    heading_kind,
    is_first,
    is_prose,
    marker_of,
    section_name,
    subtitle_text,
    without_ordinal,
)
from archiver.parsers.bulletin.similarity import title_key
from archiver.parsers.bulletin.titles import LONGEST_WRAP, Start, title_of
from archiver.parsers.bulletin.toc import Toc
from archiver.parsers.lines import Line

_NAMES_ACTOR: Final = re.compile(  # 柳林镇女工刺绣闯出新天地: a title tells who did what
    r"(?:[一-龥]{1,6}[县市区乡镇]|[省市县区](?:[一-龥]{1,5}[局委办院校]|总工会|工会))[一-龥“”]{6,24}$"
)


_FLUSH: Final = 2  # titles, at least
_CLAUSE: Final = 3  # characters, at least
_QUOTES: Final = str.maketrans("", "", "“”‘’\"'")
_GENRE: Final = re.compile("(?:纪实|侧记|综述|见闻|掠影|巡礼|速写|札记|散记|小记|启示|调查|经验)$")


@dataclass(frozen=True, slots=True)
class _Gaps:
    """Empty lines between lines: ``rare`` ones, and ``meant``: none stands before a paragraph."""

    any: bool
    rare: bool
    meant: bool


def find_starts(lines: Sequence[Line], toc: Toc | None, body: Body) -> tuple[list[Start], bool]:
    """(starts in reading order, whether the order of the 目录 is kept)."""
    found = headings.candidates(lines, body)
    if toc is None or not toc.entries:
        starts = _by_evidence(lines, found, body)
        starts += _beside(starts, _numbered_in_columns(lines, starts, body))
        starts += column_words(lines, starts, body)
        return _merged(lines, sorted(starts, key=lambda s: s.at), body), True
    plausible = [False] * len(lines)
    for candidate in found:
        plausible[candidate.at] = True
    matches, kept = align(toc.entries, lines, plausible)
    matches = [m for m in matches if not _opens_items(lines, m.at)]
    starts = []
    for match in matches:
        entry = toc.entries[match.entry]
        boundary = is_boundary(lines, match.at) or lines[match.at].blank_before > 0
        if _names_subtitle(lines, match.at, plausible):
            title = title_of(lines, match.at - 1, 1, None)
            above = Start(match.at - 1, 1, title, match.score, boundary, match.entry)
            starts.append(above)
            continue
        title = title_of(lines, match.at, match.span, entry)
        starts.append(Start(match.at, match.span, title, match.score, boundary, match.entry))
    if len(matches) * 2 < len(toc.entries) or not matches:
        starts += _beside(starts, _merged(lines, _by_evidence(lines, found, body), body))
    else:
        starts += _beside(starts, _merged(lines, _omitted(lines, found, starts, body), body))
    starts.sort(key=lambda s: s.at)
    named = {title_key(e.section) for e in toc.entries if e.section}
    taken = {k for k, line in enumerate(lines) if named and line_key(line.folded[:40]) in named}
    taken |= {s.at for s in starts}
    for start in starts:
        take_neighbours(lines, start, toc.entries, taken, body)
    return starts, kept


def _names_subtitle(lines: Sequence[Line], at: int, plausible: Sequence[bool]) -> bool:
    """The 目录 gives ——副题 alone, and its 主题 stands above it in the body."""
    return at > 0 and plausible[at - 1] and subtitle_text(lines[at].folded) is not None


def _opens_items(lines: Sequence[Line], at: int) -> bool:
    """简讯三则 over △ items is their column, though the 目录 lists it like a title."""
    if at + 1 >= len(lines):
        return False
    if section_name(lines[at].folded) is None:
        return CORE.search(lines[at].folded) is not None and begins_items(lines, at + 1)
    return is_prose(lines[at + 1]) and marker_of(lines[at + 1].folded) is not None


def _by_evidence(lines: Sequence[Line], found: list[Candidate], body: Body) -> list[Start]:
    """Titles without a 目录: lines that look like the first title, or that begin after an end."""
    if not found:
        return _numbered(lines, body)
    if any(heading_kind(line.folded) for line in lines[:2]):
        counted = _numbered(lines, body)
        ends = sum(is_boundary(lines, start.at) for start in counted[1:])
        if ends and ends * 2 >= len(counted) - 1:
            return counted  # what else is short are verses and the like
    first = _first_title(lines, found)
    plain = is_plain(first.look)
    gaps = _gaps(lines)
    ends = any(c.boundary and not section_name(lines[c.at - 1].folded) for c in found[1:])
    accepted = [
        c
        for c in found
        if c in (first, found[0])
        or _share_mark(lines, c, first)
        or (_stands_apart(lines, c, gaps, ends) if plain else _stands_out(c, first))
    ]
    accepted = _without_subheads(lines, accepted, first, body)
    return [
        Start(c.at, 1, title_of(lines, c.at, 1, None), c.score, c.boundary, marked=c.marked)
        for c in accepted
    ]


def _without_subheads(
    lines: Sequence[Line], found: list[Candidate], first: Candidate, body: Body
) -> list[Candidate]:
    """Where several titles stand flush left, lines of their look as deep as the text head parts."""
    flush = [c for c in found if c.look == first.look and lines[c.at].indent + 2 <= body.indent]
    if len(flush) < _FLUSH or first not in flush or first.look[0] != "plain":
        return found
    return [
        c for c in found if c.boundary or c.look != first.look or lines[c.at].indent != body.indent
    ]


def _stands_out(candidate: Candidate, first: Candidate) -> bool:
    """It looks like the first title, or stronger; or it begins after the end of an article."""
    stronger = emphasis(candidate.look) > emphasis(first.look)
    return (
        candidate.look == first.look or stronger or (candidate.boundary and candidate.score >= 0.6)
    )


def _gaps(lines: Sequence[Line]) -> _Gaps:
    apart = [at for at, line in enumerate(lines) if line.blank_before]
    inner = [at for at in apart if at]
    return _Gaps(
        any=bool(apart),
        rare=len(apart) * 3 <= len(lines) * 2,
        meant=bool(inner) and not any(is_prose(lines[at]) for at in inner),
    )


def _stands_apart(lines: Sequence[Line], candidate: Candidate, gaps: _Gaps, ends: bool) -> bool:
    """Where titles look like text: after an end, behind a gap that is rare, or a lone short line.

    ``ends`` says whether articles end visibly.
    """
    gap = lines[candidate.at].blank_before
    looks = not is_plain(candidate.look)
    apart = candidate.boundary or candidate.outdented or gap >= 2
    if candidate.score >= 0.5 and (apart or (gap > 0 and (looks or gaps.rare))):
        return True
    lone = candidate.at > 0 and ends_sentence(lines[candidate.at - 1].folded)
    if lone and gap and gaps.meant and candidate.score >= 0.3:
        return True
    if lone and headings.has_author(lines, candidate.at):
        return True
    if lone and not gaps.any and _NAMES_ACTOR.match(lines[candidate.at].folded):
        return True
    return not ends and candidate.score >= 0.3 and (not gaps.any or (gap > 0 and lone))


def _numbered(lines: Sequence[Line], body: Body) -> list[Start]:
    """Where nothing else is a title, numbered lines that look like titles are: 1、… 2、…"""
    counted = [
        at
        for at, line in enumerate(lines)
        if heading_kind(line.folded)
        and not _heads_counted(lines, at)
        and headings.leads_to_text(lines, at)
    ]
    looks = [look_of(lines[at], body) for at in counted]
    found = [at for at, look in zip(counted, looks, strict=True) if not is_plain(look)]
    if not found:
        found = [at for at in counted if lines[at].indent + 2 <= body.indent]
    if len(found) < 2 or found[0] > 1:
        return []
    titles = [one_line(without_ordinal(lines[at].text.strip())) for at in found]
    return [
        Start(at, 1, title, 0.5, boundary=False) for at, title in zip(found, titles, strict=True)
    ]


def _heads_counted(lines: Sequence[Line], at: int) -> bool:
    """一、重要活动 over (一)…: a column of numbered titles."""
    below = lines[at + 1].folded if at + 1 < len(lines) else ""
    return heading_kind(below) is not None and section_name(lines[at].folded) is not None


def _numbered_in_columns(lines: Sequence[Line], starts: list[Start], body: Body) -> list[Start]:
    """1. … 2. … directly below the name of a column: its titles, unless one without number is."""
    out: list[Start] = []
    titles = {start.at for start in starts}
    for at in range(len(lines) - 1):
        if section_name(lines[at].folded) is None:
            continue
        if not is_first(lines[at + 1].folded) and not counts_on(lines, at + 1):
            continue
        look = look_of(lines[at + 1], body)
        kind = heading_kind(lines[at + 1].folded)
        found: list[int] = []
        for k in range(at + 1, len(lines)):
            if section_name(lines[k].folded):
                break
            if k in titles:
                found = []
                break
            alike = heading_kind(lines[k].folded) == kind and look_of(lines[k], body) == look
            if alike and headings.leads_to_text(lines, k):
                found.append(k)
        if kind and not is_plain(look):
            out += [
                Start(k, 1, one_line(without_ordinal(lines[k].text.strip())), 0.6, k == at + 1)
                for k in found
            ]
    return out


def _share_mark(lines: Sequence[Line], one: Candidate, other: Candidate) -> bool:
    """● before both: titles of one list."""
    mark = marker_of(lines[one.at].folded)
    return mark is not None and mark == marker_of(lines[other.at].folded)


def _first_title(lines: Sequence[Line], found: list[Candidate]) -> Candidate:
    """The first candidate, or the stronger one right below it: the first is its 引题 then."""
    one = found[0]
    if len(found) == 1 or found[1].at != one.at + 1:
        return one
    above, below = lines[one.at], lines[found[1].at]
    stronger = (below.bold and not above.bold) or below.size > above.size + 0.05
    return found[1] if stronger else one


def _omitted(
    lines: Sequence[Line], found: list[Candidate], starts: list[Start], body: Body
) -> list[Start]:
    """Titles that the 目录 leaves out: they look like its titles and begin after an end."""
    looks = {look_of(lines[s.at], body) for s in starts}
    return [
        Start(c.at, 1, title_of(lines, c.at, 1, None), c.score, True, marked=c.marked)
        for c in found
        if c.look in looks and c.score >= 0.55 and (c.boundary or any(c.look[1:]))
    ]


def _beside(starts: list[Start], extra: list[Start]) -> list[Start]:
    """``extra`` without what lies on or against a start."""
    taken = {k for s in starts for k in range(s.at - 1, s.at + s.span + 2)}
    return [s for s in extra if s.at not in taken]


def _merged(lines: Sequence[Line], starts: list[Start], body: Body) -> list[Start]:
    """Adjacent title lines made one: a wrapped title, or a title with 引题 or 副题."""
    out: list[Start] = []
    for start in starts:
        last = out[-1] if out else None
        if last is None or last.at + last.span + last.below != start.at:
            out.append(start)
            continue
        one, two = lines[last.at], lines[start.at]
        if _names_author(one, two, body):
            continue
        if last.span == 1 and _is_couplet_over(one, two):
            start.above, start.boundary, start.subtitle = 1, last.boundary, last.title
            start.score = max(last.score, start.score)
            out[-1] = start
            continue
        same = look_of(one, body) == look_of(two, body) and abs(one.size - two.size) < 0.05
        if same and two.blank_before == 0 and last.span < LONGEST_WRAP and not last.below:
            last.span += 1
            last.title = title_of(lines, last.at, last.span, None)
        elif two.size > one.size + 0.05 or (two.bold and not one.bold):
            start.above, start.boundary = last.span, last.boundary
            start.subtitle = last.title
            out[-1] = start
        else:
            last.below += 1
            last.subtitle = start.title
        out[-1].score = max(last.score, start.score)
    taken = {s.at for s in out}
    for start in out:
        join_rest(lines, start, taken, body)
        take_neighbours(lines, start, (), taken, body)
    return out


def _names_author(title: Line, line: Line, body: Body) -> bool:
    """A name below a title that is stronger; where both look alike, a unit with a person."""
    stronger = (title.bold, title.size) > (line.bold, line.size + 0.05)
    if not stronger and any(look_of(line, body)[1:]):
        return False
    byline = read_under_title(line.folded)
    return byline is not None and (stronger or any(c.person for c in byline.contributors))


def _is_couplet_over(line: Line, title: Line) -> bool:
    """确权发证到户 矛盾化解到底: two clauses of one length over a title of one are its 引题."""
    clauses = line.folded.translate(_QUOTES).split()
    couplet = len(clauses) == 2 and len(clauses[0]) == len(clauses[1]) >= _CLAUSE
    if not couplet or " " in title.folded:
        return False
    return (
        title.size > line.size - 0.05
        and title.bold >= line.bold
        and not _GENRE.search(title.folded)
    )

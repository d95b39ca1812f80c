"""The title lines that no 目录 names: by their look, by gaps and ends."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from archiver.parsers.bulletin.looks import Body, emphasis, is_plain, is_stronger
from archiver.parsers.bulletin.names.contributors import read_under_title
from archiver.parsers.bulletin.shapes import (
    ends_sentence,
    heading_kind,
    is_prose,
    marker_of,
    section_name,
)
from archiver.parsers.bulletin.titles import headings
from archiver.parsers.bulletin.titles.boundaries import follows_end, is_boundary
from archiver.parsers.bulletin.titles.counted import counted_titles
from archiver.parsers.bulletin.titles.headings import Candidate
from archiver.parsers.bulletin.titles.telling import is_few_words, signs_of_news, tells_news
from archiver.parsers.bulletin.titles.titles import Start, title_of
from archiver.parsers.lines import Line

_FLUSH: Final = 2  # titles, at least
_TAGGED: Final = 2
_TELLING: Final = 2  # titles
_SIGNS: Final = 2
_SHALLOW: Final = 4  # columns


@dataclass(frozen=True, slots=True)
class _Gaps:
    """Empty lines between lines: ``rare`` ones, ``meant``: none stands between two paragraphs, and
    ``even``: they part nothing, for they stand before every line or before none."""

    any: bool
    rare: bool
    meant: bool
    even: bool


def titles_by_look(lines: Sequence[Line], found: list[Candidate], body: Body) -> list[Start]:
    """Titles without a 目录: lines that look like the first title, or that begin after an end."""
    if not found:
        return counted_titles(lines, body)
    if any(heading_kind(line.folded) for line in lines[:2]):
        counted = counted_titles(lines, body)
        behind_ends = sum(is_boundary(lines, start.at) for start in counted[1:])
        if behind_ends and behind_ends * 2 >= len(counted) - 1:
            return counted  # what else is short are verses and the like
    first = _first_title(lines, found)
    gaps = _gaps(lines) if is_plain(first.look) else None
    ends = any(c.boundary and not section_name(lines[c.at - 1].folded) for c in found[1:])
    accepted = [
        c
        for c in found
        if c in (first, found[0])
        or _share_mark(lines, c, first)
        or (_stands_apart(lines, c, gaps, ends) if gaps else _stands_out(c, first))
        or _begins_behind_names(lines, c)
    ]
    accepted = _without_inner(accepted, first)
    accepted = _without_first_heads(lines, accepted, first)
    accepted = _without_subheads(lines, accepted, first, body)
    accepted = _without_shallow(lines, accepted, first)
    if gaps:
        if gaps.even and not ends:
            accepted = _without_parts(lines, accepted, found)
        accepted = _with_tagged(lines, accepted, found)
    else:
        accepted = _with_second_look(lines, accepted, found, first)
    return [
        Start(c.at, 1, title_of(lines, c.at, 1, None), c.score, c.boundary, marked=c.marked)
        for c in accepted
    ]


def _with_second_look(
    lines: Sequence[Line], accepted: list[Candidate], found: list[Candidate], first: Candidate
) -> list[Candidate]:
    """Further lines of one look, set apart too but less, where most of them say what is news.

    Below a column lines with the look or mark of its first title need not be set apart.
    """
    looks: dict[tuple[object, ...], list[Candidate]] = {}
    taken = {c.at for c in accepted}
    columns = {_shown(lines, c): c.at for c in accepted if _heads_column(lines, c.at)}
    for c in found:
        shown = _shown(lines, c)
        other = c.look != first.look and not is_plain(c.look)
        other = other or columns.get(shown, c.at) < c.at
        if c.at not in taken and other and ends_sentence(lines[c.at - 1].folded):
            looks.setdefault(shown, []).append(c)
    more = []
    for shown, alike in looks.items():
        signs = sum(signs_of_news(lines, c.at) for c in alike)
        if signs >= max(len(alike), _SIGNS) or (shown in columns and alike[0].marked):
            more += alike
    return sorted(accepted + more, key=lambda c: c.at) if more else accepted


def _shown(lines: Sequence[Line], candidate: Candidate) -> tuple[object, ...]:
    return (*candidate.look, marker_of(lines[candidate.at].folded), lines[candidate.at].indent)


def _heads_column(lines: Sequence[Line], at: int) -> bool:
    return at > 0 and section_name(lines[at - 1].folded) is not None


def _with_tagged(
    lines: Sequence[Line], accepted: list[Candidate], found: list[Candidate]
) -> list[Candidate]:
    """Templates give titles an element of their own: what stands in one like them is one."""
    tags = {lines[c.at].tag for c in accepted}
    if len(accepted) < _TAGGED or len(tags) > 1:
        return accepted
    if any(line.tag in tags and is_prose(line) for line in lines):
        return accepted
    taken = {c.at for c in accepted}
    return [c for c in found if c.at in taken or lines[c.at].tag in tags]


def _without_parts(
    lines: Sequence[Line], accepted: list[Candidate], found: list[Candidate]
) -> list[Candidate]:
    """Where nothing but brevity shows titles, several lines of few words in a row head the parts
    of the text whose title stands above them."""
    if sum(tells_news(lines, c.at) for c in accepted) < _TELLING:
        return accepted
    few = [not c.outdented and is_few_words(lines, c.at) for c in found[1:]]
    again = [one and two for one, two in pairwise([False, *few, False])]
    parts = {c.at for c, near in zip(found[1:], pairwise(again), strict=True) if any(near)}
    return [c for c in accepted if c.at not in parts]


def _without_inner(found: list[Candidate], first: Candidate) -> list[Candidate]:
    """Where an article ends above each further title, lines of another look that stand above none
    of them, and never where an article ends, head parts of the text, however they stand out."""
    titles = [c for c in found if c.look == first.look and c.at > first.at]
    if not titles or not all(c.boundary for c in titles):
        return found
    begin = {first.look, *(c.look for c in found if c.boundary)}
    above = {c.at - 1 for c in titles}
    return [c for c in found if c.look in begin or c.at < first.at or c.at in above]


def _without_first_heads(
    lines: Sequence[Line], found: list[Candidate], first: Candidate
) -> list[Candidate]:
    """Between who wrote a text, under its title, and the text, a line of another look heads its
    first part."""
    out: list[Candidate] = []
    for c in found:
        last = out[-1] if out else None
        under = last is not None and last.look == first.look != c.look and c.at == last.at + 2
        if not under or read_under_title(lines[c.at - 1].folded) is None:
            out.append(c)
    return out


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


def _without_shallow(
    lines: Sequence[Line], found: list[Candidate], first: Candidate
) -> list[Candidate]:
    """Where blanks set the titles in, lines set in less head parts, however long the lines are.

    The titles are the first and those that begin after the end of an article.
    """
    titles = [c for c in found if c.look == first.look and (c is first or c.boundary)]
    if first.look[0] != "deep" or len(titles) < _FLUSH:
        return found
    indent = min(lines[c.at].indent for c in titles)
    middle = min(map(_middle, (lines[c.at] for c in titles)))
    return [
        c
        for c in found
        if c.boundary
        or c.look != first.look
        or lines[c.at].indent + _SHALLOW > indent
        or _middle(lines[c.at]) >= middle
    ]


def _middle(line: Line) -> int:
    """The column of the middle of a line; a Chinese character takes two."""
    return line.indent + len(line.folded)


def _stands_out(candidate: Candidate, first: Candidate) -> bool:
    """It looks like the first title, or stronger; or it begins after the end of an article."""
    stronger = emphasis(candidate.look) > emphasis(first.look)
    return (
        candidate.look == first.look or stronger or (candidate.boundary and candidate.score >= 0.6)
    )


def _begins_behind_names(lines: Sequence[Line], candidate: Candidate) -> bool:
    """Between names behind a text and another text stands a title, whatever it looks like."""
    at = candidate.at
    text = at + 1 < len(lines) and is_prose(lines[at + 1])
    return text and candidate.score >= 0.5 and follows_end(lines, at)


def _gaps(lines: Sequence[Line]) -> _Gaps:
    apart = [at for at, line in enumerate(lines) if line.blank_before]
    inner = [at for at in apart if at]
    before_text = [at for at in inner if is_prose(lines[at])]
    close = any(is_prose(one) and is_prose(two) for one, two in pairwise(lines))
    return _Gaps(
        any=bool(apart),
        rare=len(apart) * 3 <= len(lines) * 2,
        meant=bool(inner)
        and (close or not before_text)
        and not any(is_prose(lines[at - 1]) for at in before_text),
        even=not apart or len(inner) >= len(lines) - 1,
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
    if lone and gaps.even and tells_news(lines, candidate.at):
        return True
    return not ends and candidate.score >= 0.3 and (not gaps.any or (gap > 0 and lone))


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
    return found[1] if is_stronger(below, above) else one

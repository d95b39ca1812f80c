"""The title lines of an issue: from the 目录, from evidence, or both."""

import re
from collections.abc import Sequence
from typing import Final

from archiver.parsers.bulletin.contents.items import line_key
from archiver.parsers.bulletin.contents.toc import Toc
from archiver.parsers.bulletin.looks import Body, is_larger, is_stronger, look_of
from archiver.parsers.bulletin.names.contributors import read_under_title
from archiver.parsers.bulletin.shapes import is_prose, marker_of, section_name, subtitle_text
from archiver.parsers.bulletin.similarity import title_key
from archiver.parsers.bulletin.titles import headings
from archiver.parsers.bulletin.titles.align import align
from archiver.parsers.bulletin.titles.alike import column_words
from archiver.parsers.bulletin.titles.boundaries import is_boundary
from archiver.parsers.bulletin.titles.columnnames import CORE
from archiver.parsers.bulletin.titles.counted import numbered_in_columns
from archiver.parsers.bulletin.titles.headings import Candidate
from archiver.parsers.bulletin.titles.leads import begins_items
from archiver.parsers.bulletin.titles.neighbours import join_rest, take_neighbours
from archiver.parsers.bulletin.titles.titles import LONGEST_WRAP, Start, title_of
from archiver.parsers.bulletin.titles.unlisted import titles_by_look
from archiver.parsers.lines import Line

_CLAUSE: Final = 3  # characters, at least
_QUOTES: Final = str.maketrans("", "", "“”‘’\"'")
_GENRE: Final = re.compile(
    "(?:纪实|侧记|综述|见闻|掠影|巡礼|速写|札记|散记|小记|启示|调查|经验|做法与体会)$"
)
_ABOUT: Final = ("记全国", "记省", "记市", "记县", "记劳", "访")  # how a 副题 begins


def find_starts(lines: Sequence[Line], toc: Toc | None, body: Body) -> tuple[list[Start], bool]:
    """(starts in reading order, whether the order of the 目录 is kept)."""
    found = headings.candidates(lines, body)
    if toc is None or not toc.entries:
        starts = titles_by_look(lines, found, body)
        starts += _beside(lines, starts, numbered_in_columns(lines, starts, body))
        starts += column_words(lines, starts, body)
        return _merged(lines, sorted(starts, key=lambda s: s.at), body), True
    starts, kept = _listed(lines, toc, found)
    if len(starts) * 2 < len(toc.entries) or not starts:
        starts += _beside(lines, starts, _merged(lines, titles_by_look(lines, found, body), body))
    else:
        starts += _beside(lines, starts, _merged(lines, _omitted(lines, found, starts, body), body))
    starts.sort(key=lambda s: s.at)
    named = {title_key(e.section) for e in toc.entries if e.section}
    taken = {k for k, line in enumerate(lines) if named and line_key(line.folded[:40]) in named}
    taken |= {s.at for s in starts}
    for start in starts:
        take_neighbours(lines, start, toc.entries, taken, body)
    return starts, kept


def _listed(
    lines: Sequence[Line], toc: Toc, found: Sequence[Candidate]
) -> tuple[list[Start], bool]:
    """The titles that the 目录 names, and whether they stand in its order."""
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
            start = Start(match.at - 1, 1, title, match.score, boundary, match.entry)
        else:
            title = title_of(lines, match.at, match.span, entry)
            start = Start(match.at, match.span, title, match.score, boundary, match.entry)
        starts.append(start)
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


def _beside(lines: Sequence[Line], starts: list[Start], extra: list[Start]) -> list[Start]:
    """``extra`` without what lies on or against a start, or with a line that is no text between."""
    taken: set[int] = set()
    for start in starts:
        below = start.at + start.span
        apart = below < len(lines) and is_prose(lines[below])
        taken.update(range(start.at - 1, below + (1 if apart else 2)))
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
        same = look_of(one, body) == look_of(two, body) and not (
            is_larger(one, two) or is_larger(two, one)
        )
        if same and last.span == 1 and _is_genre_over(one.folded, two.folded):
            start.above, start.boundary, start.subtitle = 1, last.boundary, last.title
            out[-1] = start
            continue
        if same and two.blank_before == 0 and last.span < LONGEST_WRAP and not last.below:
            last.span += 1
            last.title = title_of(lines, last.at, last.span, None)
        elif is_stronger(two, one):
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


def _is_genre_over(line: str, title: str) -> bool:
    """双桥街道网格化管理侧记 over a title that does not say what kind of text it is: its 引题."""
    return _says_genre(line) and not _says_genre(title)


def _says_genre(text: str) -> bool:
    return _GENRE.search(text) is not None or text.startswith(_ABOUT)


def _is_couplet_over(line: Line, title: Line) -> bool:
    """确权发证到户 矛盾化解到底: two clauses of one length over a title of one are its 引题."""
    clauses = line.folded.translate(_QUOTES).split()
    couplet = len(clauses) == 2 and len(clauses[0]) == len(clauses[1]) >= _CLAUSE
    if not couplet or " " in title.folded:
        return False
    return (
        not is_larger(line, title) and title.bold >= line.bold and not _GENRE.search(title.folded)
    )

"""The title lines of an issue: from the 目录, from evidence, or both."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from archiver.chinese.fold import one_line
from archiver.parsers.bulletin import headings
from archiver.parsers.bulletin.align import align
from archiver.parsers.bulletin.contributors import read_lone_names
from archiver.parsers.bulletin.headings import Body, Candidate
from archiver.parsers.bulletin.shapes import (
    compact,
    ends_sentence,
    is_prose,
    is_rule,
    marker_of,
    section_name,
    subtitle_text,
    without_marker,
    without_ordinal,
)
from archiver.parsers.bulletin.similarity import title_key
from archiver.parsers.bulletin.toc import Entry, Toc
from archiver.parsers.lines import Line

_WRAPPED_LINES = 3
_COUNT = re.compile(r"\d{1,2}[.、]?|[一二三四五六七八九十]{1,2}")


@dataclass(slots=True)
class Start:
    """An article begins: its title on ``span`` lines from ``at``, 引题 on ``above`` before it."""

    at: int
    span: int
    title: str | None
    score: float
    boundary: bool
    entry: int | None = None
    subtitle: str | None = None
    above: int = 0
    below: int = 0
    marked: bool = False


def find_starts(lines: Sequence[Line], toc: Toc | None, body: Body) -> tuple[list[Start], bool]:
    """(starts in reading order, whether the order of the 目录 is kept)."""
    found = headings.candidates(lines, body)
    if toc is None or not toc.entries:
        return _merged(lines, _by_evidence(lines, found), body), True
    plausible = [False] * len(lines)
    for candidate in found:
        plausible[candidate.at] = True
    matches, kept = align(toc.entries, lines, plausible)
    starts = []
    for match in matches:
        entry = toc.entries[match.entry]
        boundary = headings.is_boundary(lines, match.at) or lines[match.at].blank_before > 0
        title = _title(lines, match.at, match.span, entry)
        starts.append(Start(match.at, match.span, title, match.score, boundary, match.entry))
    if len(matches) * 2 < len(toc.entries) or not matches:
        starts += _beside(starts, _merged(lines, _by_evidence(lines, found), body))
    else:
        starts += _beside(starts, _merged(lines, _omitted(lines, found, starts, body), body))
    starts.sort(key=lambda s: s.at)
    named = {title_key(e.section) for e in toc.entries if e.section}
    taken = {k for k, line in enumerate(lines) if named and title_key(line.folded[:40]) in named}
    taken |= {s.at for s in starts}
    for start in starts:
        _take_neighbours(lines, start, toc.entries, taken, body)
    return starts, kept


def _title(lines: Sequence[Line], at: int, span: int, entry: Entry | None) -> str:
    """The title as the body prints it, wrapped lines joined.

    Lines of equal length are two clauses of one title and get a blank between them, as does a
    place where the 目录 prints one.
    """
    parts = [one_line(_bare(lines[k].text)) for k in range(at, at + span)]
    if entry is not None and title_key(parts[0]) == entry.key:
        ordinal = without_ordinal(parts[0])
        if len(ordinal) < len(parts[0]) and title_key(ordinal) == entry.key:
            parts[0] = ordinal
    title = parts[0]
    for part in parts[1:]:
        spaced = f"{title} {part}"
        if entry is not None and title_key(spaced) == entry.key:
            gap = compact(entry.title) != entry.title and one_line(entry.title).startswith(
                title + " "
            )
        else:
            gap = len(compact(title)) == len(compact(part))
        title = spaced if gap else title + part
    return title


def _bare(text: str) -> str:
    return without_marker(text.strip(" \u00a0\u3000\t"))


def _by_evidence(lines: Sequence[Line], found: list[Candidate]) -> list[Start]:
    """Titles without a 目录: lines that look like the first title, or that begin after an end."""
    if not found:
        return []
    first = _first_title(lines, found)
    settled = any(c.boundary for c in found[1:])
    blanks = sum(1 for line in lines if line.blank_before)
    airy = blanks * 3 > len(lines) * 2
    out = []
    for candidate in found:
        if candidate is first or candidate is found[0]:
            accepted = True
        elif headings.is_plain(first.look):
            gap = lines[candidate.at].blank_before
            accepted = candidate.score >= 0.5 and (
                candidate.boundary
                or (not headings.is_plain(candidate.look) and gap > 0)
                or gap >= 2
                or (gap > 0 and not airy)
            )
            accepted = accepted or (not settled and candidate.score >= 0.3 and blanks == 0)
            accepted = accepted or _share_mark(lines, candidate, first)
        else:
            accepted = (
                candidate.look == first.look
                or _share_mark(lines, candidate, first)
                or (candidate.boundary and candidate.score >= 0.6)
                or headings.emphasis(candidate.look) > headings.emphasis(first.look)
            )
        if accepted:
            out.append(
                Start(
                    candidate.at,
                    1,
                    _title(lines, candidate.at, 1, None),
                    candidate.score,
                    candidate.boundary,
                    marked=candidate.marked,
                )
            )
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
    looks = {headings.look_of(lines[s.at], body) for s in starts}
    return [
        Start(c.at, 1, _title(lines, c.at, 1, None), c.score, True, marked=c.marked)
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
        same = (
            headings.look_of(one, body) == headings.look_of(two, body)
            and abs(one.size - two.size) < 0.05
        )
        if same and two.blank_before == 0 and last.span < _WRAPPED_LINES and not last.below:
            last.span += 1
            last.title = _title(lines, last.at, last.span, None)
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
        _join_rest(lines, start, taken, body)
        _take_neighbours(lines, start, (), taken, body)
    return out


def _join_rest(lines: Sequence[Line], start: Start, taken: set[int], body: Body) -> None:
    """The end of a wrapped title may read like something else: …情况的 / 督查专报."""
    at = start.at + start.span
    if at >= len(lines) or at in taken or start.below or start.span >= _WRAPPED_LINES:
        return
    one, two = lines[at - 1], lines[at]
    look = headings.look_of(one, body)
    if headings.is_plain(look) or headings.look_of(two, body) != look or two.blank_before:
        return
    text = two.folded
    other = is_prose(two) or is_rule(text) or subtitle_text(text) or text[0] in "(【["
    if other or len(text) > 30 or not one.folded.endswith(("的", "和", "与", "及", "、")):
        return
    start.span += 1
    start.title = _title(lines, start.at, start.span, None)


def _take_neighbours(
    lines: Sequence[Line], start: Start, entries: Sequence[Entry], taken: set[int], body: Body
) -> None:
    """引题 above and unmarked 副题 below a title."""
    entry = entries[start.entry] if start.entry is not None else None
    below = start.at + start.span + start.below
    if below < len(lines) and start.subtitle is None and below not in taken:
        line = lines[below]
        wanted = entry.subtitle if entry else None
        if (
            wanted
            and subtitle_text(line.folded) is None
            and title_key(wanted) == title_key(line.folded)
        ):
            start.below, start.subtitle = start.below + 1, one_line(line.text)
        elif entry and _is_second_title(lines, below, start, body):
            start.below, start.subtitle = start.below + 1, one_line(_bare(line.text))
    above = start.at - start.above - 1
    if above >= 0 and above not in taken and _COUNT.fullmatch(lines[above].folded):
        start.above, above = start.above + 1, above - 1
    if (
        above >= 0
        and start.subtitle is None
        and above not in taken
        and _is_kicker(lines, above, body)
    ):
        start.above += 1
        text = lines[above]
        start.subtitle = subtitle_text(text.folded) or one_line(_bare(text.text))


def _is_second_title(lines: Sequence[Line], at: int, start: Start, body: Body) -> bool:
    line = lines[at]
    return (
        line.blank_before == 0
        and headings.can_be_title(line)
        and not headings.is_plain(headings.look_of(line, body))
        and read_lone_names(line.folded) is None
        and headings.leads_to_text(lines, at)
        and headings.look_of(line, body)[0] == headings.look_of(lines[start.at], body)[0]
    )


def _is_kicker(lines: Sequence[Line], at: int, body: Body) -> bool:
    line = lines[at]
    if section_name(line.folded):
        return False
    if subtitle_text(line.folded):
        return at > 0 and headings.is_boundary(lines, at)
    if read_lone_names(line.folded) is not None:
        return False
    return headings.can_be_title(line) and _begins_apart(lines, at, body)


def _begins_apart(lines: Sequence[Line], at: int, body: Body) -> bool:
    """After the end of an article, or set off from its text by a blank or by its look."""
    if headings.is_boundary(lines, at):
        return True
    apart = lines[at].blank_before > 0 or not headings.is_plain(headings.look_of(lines[at], body))
    return apart and ends_sentence(lines[at - 1].folded)

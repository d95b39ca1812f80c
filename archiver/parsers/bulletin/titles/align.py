"""Which line of the body each 目录 entry leads to."""

from bisect import bisect_left
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from archiver.chinese.fold import comparison_key
from archiver.parsers.bulletin.contents.entries import Entry
from archiver.parsers.bulletin.shapes import is_prose, subtitle_text, without_ordinal
from archiver.parsers.bulletin.similarity import LIKELY, SAME, similarity, title_key
from archiver.parsers.lines import Line

_LONGEST: Final = 70
_WORK: Final = 10_000  # comparisons: thirty entries with lines of three hundred


@dataclass(frozen=True, slots=True)
class Match:
    """Entry number ``entry`` is the title printed on lines ``at`` … ``at + span - 1``."""

    entry: int
    at: int
    span: int
    score: float


def align(
    entries: Sequence[Entry], lines: Sequence[Line], plausible: Sequence[bool]
) -> tuple[list[Match], bool]:
    """(matches ordered by line, whether the order of the 目录 is kept).

    Equal titles first, by their longest common order; what is left is looked for between its
    neighbours, among the ``plausible`` title lines, by likeness.
    """
    keys = _keys(lines)
    exact = _exact(entries, lines, keys)
    chain = _longest_rising(exact)
    kept = len(chain) == len(exact)
    matches = {m.entry: m for m in exact if m in chain or plausible[m.at]}
    if kept:
        _fill(matches, entries, lines, keys, plausible)
    return sorted(matches.values(), key=lambda m: m.at), kept


def keep_wrapped(
    printed: Sequence[Line], marked: Sequence[Line], listed: Collection[str]
) -> list[Line]:
    """The ``marked`` lines, but as ``printed`` those that begin a title of the 目录 wrapped there.

    Half a title may read like a column or like a unit; ``listed`` are the keys of the entries.
    """
    out = list(marked)
    for at, (one, two) in enumerate(pairwise(printed)):
        if out[at] is one or len(one.folded) + len(two.folded) > _LONGEST:
            continue
        key = title_key(one.folded)
        if key not in listed and key + title_key(two.folded) in listed:
            out[at] = one
    return out


def _keys(lines: Sequence[Line]) -> list[str]:
    return [
        ""
        if len(line.folded) > _LONGEST or (is_prose(line) and line.folded[-1] in "。;")
        else title_key(line.folded)
        for line in lines
    ]


def _exact(entries: Sequence[Entry], lines: Sequence[Line], keys: list[str]) -> list[Match]:
    places: dict[str, list[tuple[int, int]]] = {}
    for at, key in enumerate(keys):
        joined = key
        for span in (1, 2, 3):
            if not key or at + span > len(keys) or not keys[at + span - 1]:
                break
            if span > 1:
                joined += keys[at + span - 1]
            if len(joined) >= 3 or lines[at].bold or lines[at].align == "center":
                places.setdefault(joined, []).append((at, span))
    out: list[Match] = []
    taken: set[int] = set()
    low = 0
    for number, entry in enumerate(entries):
        wanted = [entry.key]
        if entry.subtitle:
            wanted.append(title_key(entry.title + entry.subtitle))
        spots = [p for key in wanted for p in places.get(key, []) if p[0] not in taken]
        if not spots:
            continue
        spot = next((p for p in spots if p[0] >= low), spots[0])
        out.append(Match(number, spot[0], spot[1], 1.0))
        taken.add(spot[0])
        low = max(low, spot[0])
    return out


def _longest_rising(matches: list[Match]) -> list[Match]:
    """The longest run of matches whose lines rise with the entries."""
    tails: list[int] = []
    best: list[list[Match]] = []
    for match in matches:
        at = bisect_left(tails, match.at)
        chain = (best[at - 1] if at else []) + [match]
        if at == len(tails):
            tails.append(match.at)
            best.append(chain)
        else:
            tails[at], best[at] = match.at, chain
    return best[-1] if best else []


def _fill(
    matches: dict[int, Match],
    entries: Sequence[Entry],
    lines: Sequence[Line],
    keys: list[str],
    plausible: Sequence[bool],
) -> None:
    work = _WORK
    for number, entry in enumerate(entries):
        if number in matches:
            continue
        low = max((m.at + m.span for n, m in matches.items() if n < number), default=0)
        high = min((m.at for n, m in matches.items() if n > number), default=len(lines))
        best: Match | None = None
        for at in range(low, high):
            if not keys[at]:
                continue
            work -= 1
            if work < 0:
                return
            score, span = _likeness(entry, lines, keys, at, high)
            if score < SAME and not (plausible[at] and score >= LIKELY):
                continue
            score += 0.05 * plausible[at]
            if best is None or score > best.score:
                best = Match(number, at, span, min(1.0, score))
        if best:
            matches[number] = best


def _likeness(
    entry: Entry, lines: Sequence[Line], keys: list[str], at: int, high: int
) -> tuple[float, int]:
    wanted = entry.key
    score, span = similarity(wanted, keys[at]), 1
    if entry.subtitle:
        score = max(score, similarity(title_key(entry.title + entry.subtitle), keys[at]))
    if (
        at + 1 < high
        and keys[at + 1]
        and len(keys[at]) < len(wanted)
        and subtitle_text(lines[at + 1].folded) is None
    ):
        joined = similarity(
            wanted, keys[at] + comparison_key(without_ordinal(lines[at + 1].folded))
        )
        goes_on = wanted.startswith(keys[at]) and (
            similarity(wanted[len(keys[at]) :], keys[at + 1]) >= LIKELY
        )
        if (joined > score + 0.08 and joined >= SAME) or goes_on:
            score, span = max(score, joined), 2
    return score, span

"""Which issues of a series are held and which are missing.

A series is numbered anew each year, or on through the years; which of the two is seen from the
series itself once it has issues of two years. 合刊 fill all their numbers, 增刊 and their like
stand outside the numbering. An issue is only called missing when a held one has a higher number:
nobody knows what came after the last.
"""

import datetime
import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from types import MappingProxyType
from typing import Literal, NamedTuple

from dateutil.rrule import MONTHLY, WEEKLY, rrule

from archiver.records import SeriesFacts

# Goes up whenever the same issues may give another Coverage.
COVERAGE_RULES = "1"

Scheme = Literal["per_year", "cumulative", "unnumbered"]

OUTSIDE_NUMBERING = ("增刊", "特刊", "专刊", "号外", "试刊")
_NUMBERS = re.compile(r"\d+")
_RULES = {
    "weekly": {"freq": WEEKLY},
    "dekad": {"freq": MONTHLY, "bymonthday": (10, 20, 28)},
    "half-monthly": {"freq": MONTHLY, "bymonthday": (15, 28)},
    "monthly": {"freq": MONTHLY, "bymonthday": 28},
    "quarterly": {"freq": MONTHLY, "interval": 3, "bymonthday": 28},
}


class HeldIssue(NamedTuple):
    """What coverage needs to know of an issue; ``day`` is its date."""

    series_key: str
    identity: str
    series: str | None
    year: int | None
    number: int | None
    number_end: int | None
    total_number: int | None
    special: str | None
    day: str | None


# An issue with a number: its day or "", its first and last number, identity and year.
_Placed = tuple[str, int, int, str, int]


@dataclass(frozen=True, slots=True)
class Duplicate:
    """A number that more than one issue bears, or one issue with witnesses of different dates."""

    year: int
    number: int
    identities: tuple[str, ...]
    dates: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Restart:
    """Numbering that falls back within the series: the issue where it does, and the one before."""

    identity: str
    after: str


@dataclass(slots=True)
class YearCoverage:
    """One year: numbers held, those held as part of a 合刊, those missing; the rest by identity.

    ``expected`` is the number of issues the cadence asks for within the span of the series.
    """

    year: int
    held: list[int] = field(default_factory=list)
    joined: list[list[int]] = field(default_factory=list)
    missing: list[int] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)
    unnumbered: list[str] = field(default_factory=list)
    expected: int | None = None


@dataclass(frozen=True, slots=True)
class Coverage:
    """A series: what is held, what is missing, and what is odd about its numbering."""

    key: str
    name: str
    division: str | None
    scheme: Scheme
    cadence: str | None
    issues: int
    first: str | None
    last: str | None
    years: tuple[YearCoverage, ...]
    missing_totals: tuple[int, ...]
    duplicates: tuple[Duplicate, ...]
    restarts: tuple[Restart, ...]

    @property
    def missing(self) -> int:
        """How many numbers are missing."""
        return sum(len(year.missing) for year in self.years)


def coverage(
    issues: Sequence[HeldIssue],
    facts: SeriesFacts | None = None,
    witnessed: Mapping[str, Collection[str]] = MappingProxyType({}),
) -> Coverage:
    """The coverage of a series, given all its issues and what its site's profile says.

    ``witnessed`` has, by identity, the days that the witnesses of an issue print where it has
    several witnesses.
    """
    key = issues[0][0]
    division, _, name = key.partition(":")
    _, _, names, _, _, _, totals, _, days = zip(*issues, strict=True)
    printed = Counter(filter(None, names))
    held_days = {*filter(None, days)}.union(
        *(witnessed[issue[1]] for issue in issues if issue[1] in witnessed) if witnessed else ()
    )
    first, last = min(held_days, default=None), max(held_days, default=None)
    years, placed = _years(issues)
    scheme = _scheme(years)
    _miss(years, scheme)
    cadence = facts.cadence if facts and facts.cadence != "irregular" else None
    if facts and years:
        _begin(years, facts, scheme)
        if cadence and first and last:
            _expect(years, cadence, first, last)
    return Coverage(
        key=key,
        name=min(printed, key=lambda one: (-printed[one], one)) if printed else name,
        division=division or None,
        scheme=scheme,
        cadence=cadence,
        issues=len(issues),
        first=first,
        last=last,
        years=tuple(years),
        missing_totals=_between({total for total in totals if total is not None}),
        duplicates=_duplicates(placed, witnessed),
        restarts=_restarts(placed, scheme),
    )


def runs(numbers: Iterable[int]) -> str:
    """Ascending numbers in short: ``1, 3-5`` for 1, 3, 4, 5."""
    found: list[list[int]] = []
    for number in numbers:
        if found and number == found[-1][-1] + 1:
            found[-1].append(number)
        else:
            found.append([number])
    return ", ".join(f"{run[0]}-{run[-1]}" if len(run) > 1 else str(run[0]) for run in found)


def _years(issues: Iterable[HeldIssue]) -> tuple[list[YearCoverage], list[_Placed]]:
    """The years in order, not yet with what is missing, and the issues that have a number."""
    years: dict[int, YearCoverage] = {}
    placed: list[_Placed] = []
    for _, identity, _, number_of_year, number, end, _, special, day in issues:
        if number_of_year is None:
            continue
        year = years.get(number_of_year)
        if year is None:
            year = years[number_of_year] = YearCoverage(number_of_year)
        if special is not None and special.startswith(OUTSIDE_NUMBERING):
            year.outside.append(identity)
        elif number is None:
            year.unnumbered.append(identity)
        else:
            last = number if end is None or end < number else end
            year.held.extend(range(number, last + 1))
            if last > number:
                year.joined.append([number, last])
            placed.append((day or "", number, last, identity, number_of_year))
    ordered = [years[year] for year in sorted(years)]
    for year in ordered:
        year.held = sorted(set(year.held))
        year.joined.sort()
        year.outside.sort()
        year.unnumbered.sort()
    return ordered, placed


def _scheme(years: Iterable[YearCoverage]) -> Scheme:
    """Cumulative when the numbers of most years begin above the end of the year before."""
    filled = [year.held for year in years if year.held]
    if not filled:
        return "unnumbered"
    on = sum(now[0] > before[-1] for before, now in pairwise(filled))
    return "cumulative" if on * 2 > len(filled) - 1 else "per_year"


def _miss(years: Sequence[YearCoverage], scheme: Scheme) -> None:
    """Numbers between held ones; in all but the first year also those before the first."""
    before: int | None = None
    for year in years:
        if not year.held:
            continue
        start = year.held[0] if before is None else before + 1
        if scheme == "per_year" and before is not None:
            start = 1
        year.missing = sorted(set(range(start, year.held[-1])) - set(year.held))
        before = year.held[-1]


def _begin(years: Sequence[YearCoverage], facts: SeriesFacts, scheme: Scheme) -> None:
    """Numbers missing before the first held issue, where the profile names the first one."""
    numbers = [int(number) for number in _NUMBERS.findall(facts.first_issue or "")]
    if not numbers or not years[0].held:
        return
    year, first = (numbers[0], numbers[1]) if len(numbers) > 1 else (years[0].year, numbers[0])
    start = first if year == years[0].year or scheme == "cumulative" else 1
    before = range(start, years[0].held[0])
    years[0].missing = sorted({*before, *years[0].missing})


def _expect(years: Sequence[YearCoverage], cadence: str, first: str, last: str) -> None:
    """How many issues the cadence asks for, from the first held issue to the last."""
    start, end = (datetime.datetime.fromisoformat(day) for day in (first, last))
    start = start.replace(day=1)
    for year in years:
        begin = max(start, datetime.datetime(year.year, 1, 1))
        until = min(end, datetime.datetime(year.year, 12, 31))
        year.expected = len(list(rrule(dtstart=begin, until=until, **_RULES[cadence])))  # type: ignore[arg-type]


def _duplicates(
    placed: Sequence[_Placed], witnessed: Mapping[str, Collection[str]]
) -> tuple[Duplicate, ...]:
    borne = {(year, number) for _, number, last, _, year in placed if number == last}
    if len(borne) == len(placed) and not any(issue[3] in witnessed for issue in placed):
        return ()
    bearers: dict[tuple[int, int], list[_Placed]] = {}
    for issue in placed:
        _, first, last, _, year = issue
        for number in range(first, last + 1):
            bearers.setdefault((year, number), []).append(issue)
    found = []
    for (year, number), bearing in sorted(bearers.items()):
        if len(bearing) == 1 and len(witnessed.get(bearing[0][3], ())) < 2:
            continue
        identities = tuple(sorted(identity for _, _, _, identity, _ in bearing))
        days = {
            day
            for printed, _, _, identity, _ in bearing
            for day in witnessed.get(identity) or filter(None, (printed,))
        }
        found.append(Duplicate(year, number, identities, tuple(sorted(days))))
    return tuple(found)


def _restarts(placed: Iterable[_Placed], scheme: Scheme) -> tuple[Restart, ...]:
    """Where numbers fall though the days go on; at a new year that is usual if ``per_year``."""
    return tuple(
        Restart(identity, after)
        for (_, before, _, after, last_year), (_, number, _, identity, year) in pairwise(
            sorted(issue for issue in placed if issue[0])
        )
        if number < before and (scheme == "cumulative" or year == last_year)
    )


def _between(numbers: set[int]) -> tuple[int, ...]:
    return tuple(sorted(set(range(min(numbers), max(numbers))) - numbers)) if numbers else ()

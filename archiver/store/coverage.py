"""Which issues of a series are held and which are missing.

A series is numbered anew each year, or on through the years; which of the two is seen from the
series itself once it has issues of two years. 合刊 fill all their numbers, 增刊 and their like
stand outside the numbering. An issue is only called missing when a held one has a higher number:
nobody knows what came after the last.
"""

import datetime
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal, NamedTuple

from dateutil.rrule import MONTHLY, WEEKLY, rrule

from archiver.records import SeriesFacts

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
    """What coverage needs to know of an issue; ``dates`` are those its witnesses print."""

    identity: str
    series: str | None
    year: int | None
    number: int | None
    number_end: int | None
    total_number: int | None
    special: str | None
    dates: tuple[str, ...]


def _outside(issue: HeldIssue) -> bool:
    """Whether it is counted apart from the series (增刊 …)."""
    return issue.special is not None and issue.special.startswith(OUTSIDE_NUMBERING)


def _numbers(issue: HeldIssue) -> Sequence[int]:
    """The numbers of the series that the issue fills."""
    if issue.number is None or issue.year is None or _outside(issue):
        return ()
    if issue.number_end is None or issue.number_end <= issue.number:
        return (issue.number,)
    return range(issue.number, issue.number_end + 1)


Numbered = tuple[HeldIssue, Sequence[int]]


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


def coverage(key: str, issues: Sequence[HeldIssue], facts: SeriesFacts | None = None) -> Coverage:
    """The coverage of the series ``key``, given all its issues and what its site's profile says."""
    division, _, name = key.partition(":")
    numbered = [(issue, _numbers(issue)) for issue in issues]
    printed = Counter(issue.series for issue in issues if issue.series)
    days = sorted(day for issue in issues for day in issue.dates)
    scheme = _scheme(numbered)
    years = _years(numbered, scheme)
    cadence = facts.cadence if facts and facts.cadence != "irregular" else None
    if facts and years:
        _begin(years, facts, scheme)
        _expect(years, cadence, days)
    totals = {issue.total_number for issue in issues if issue.total_number is not None}
    return Coverage(
        key=key,
        name=min(printed, key=lambda one: (-printed[one], one)) if printed else name,
        division=division or None,
        scheme=scheme,
        cadence=cadence,
        issues=len(issues),
        first=days[0] if days else None,
        last=days[-1] if days else None,
        years=tuple(years),
        missing_totals=_between(totals),
        duplicates=_duplicates(numbered),
        restarts=_restarts(numbered, scheme),
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


def _scheme(issues: Iterable[Numbered]) -> Scheme:
    """Cumulative when the numbers of most years begin above the end of the year before."""
    numbers: defaultdict[int, list[int]] = defaultdict(list)
    for issue, its_numbers in issues:
        if issue.year is not None:
            numbers[issue.year].extend(its_numbers)
    filled = [(year, min(found), max(found)) for year, found in sorted(numbers.items()) if found]
    if not filled:
        return "unnumbered"
    on = sum(least > most for (_, _, most), (_, least, _) in pairwise(filled))
    return "cumulative" if on * 2 > len(filled) - 1 else "per_year"


def _years(issues: Iterable[Numbered], scheme: Scheme) -> list[YearCoverage]:
    years: dict[int, YearCoverage] = {}
    for issue, numbers in issues:
        if issue.year is None:
            continue
        year = years.get(issue.year)
        if year is None:
            year = years[issue.year] = YearCoverage(issue.year)
        if _outside(issue):
            year.outside.append(issue.identity)
        elif not numbers:
            year.unnumbered.append(issue.identity)
        else:
            year.held.extend(numbers)
            if len(numbers) > 1:
                year.joined.append([numbers[0], numbers[-1]])
    ordered = [years[year] for year in sorted(years)]
    for year in ordered:
        year.held = sorted(set(year.held))
        year.joined.sort()
        year.outside.sort()
        year.unnumbered.sort()
    _miss(ordered, scheme)
    return ordered


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


def _expect(years: Sequence[YearCoverage], cadence: str | None, days: Sequence[str]) -> None:
    """How many issues the cadence asks for, from the first held issue to the last."""
    if cadence is None or not days:
        return
    start, end = (datetime.datetime.fromisoformat(day) for day in (days[0], days[-1]))
    start = start.replace(day=1)
    for year in years:
        first = max(start, datetime.datetime(year.year, 1, 1))
        last = min(end, datetime.datetime(year.year, 12, 31))
        year.expected = len(list(rrule(dtstart=first, until=last, **_RULES[cadence])))  # type: ignore[arg-type]


def _duplicates(issues: Iterable[Numbered]) -> tuple[Duplicate, ...]:
    bearers: defaultdict[tuple[int, int], list[HeldIssue]] = defaultdict(list)
    for issue, numbers in issues:
        for number in numbers:
            bearers[issue.year or 0, number].append(issue)
    found = []
    for (year, number), bearing in sorted(bearers.items()):
        if len(bearing) == 1 and len(bearing[0].dates) < 2:
            continue
        dates = sorted({day for issue in bearing for day in issue.dates})
        identities = tuple(sorted(issue.identity for issue in bearing))
        found.append(Duplicate(year, number, identities, tuple(dates)))
    return tuple(found)


def _restarts(issues: Iterable[Numbered], scheme: Scheme) -> tuple[Restart, ...]:
    """Where numbers fall though the days go on; at a new year that is usual if ``per_year``."""
    dated = sorted(
        (issue.dates[0], numbers[0], issue.identity, issue.year)
        for issue, numbers in issues
        if numbers and issue.dates
    )
    return tuple(
        Restart(identity, after)
        for (_, before, after, last_year), (_, number, identity, year) in pairwise(dated)
        if number < before and (scheme == "cumulative" or year == last_year)
    )


def _between(numbers: set[int]) -> tuple[int, ...]:
    return tuple(sorted(set(range(min(numbers), max(numbers))) - numbers)) if numbers else ()

"""Asking what is held of every series, at once however many issues there are.

What a series was found to cover is kept when a crawl or a rebuild ends, and forgotten by the
database itself when something that it rests on changes; then it is found out anew when asked.
"""

import json
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from heapq import merge
from itertools import groupby
from operator import attrgetter, itemgetter
from typing import cast as typing_cast

from pydantic import TypeAdapter
from sqlalchemy import Connection, delete, func, select

from archiver.chinese.fold import comparison_key
from archiver.records import SeriesFacts, SiteProfile
from archiver.store import tables as t
from archiver.store.asking import AnySelect, Asking
from archiver.store.coverage import COVERAGE_RULES, Coverage, HeldIssue, coverage
from archiver.store.rows import Row

_HELD = (
    t.Issue.series_key,
    t.Issue.identity,
    t.Issue.series,
    t.Issue.year,
    t.Issue.number,
    t.Issue.number_end,
    t.Issue.total_number,
    t.Issue.special,
    t.Issue.date_start,
)


@cache
def _form() -> TypeAdapter[Coverage]:
    return TypeAdapter(Coverage)


class Covering(Asking):
    """What is held of each series and what is missing."""

    def coverage(self, wanted: Collection[str] | None = None) -> Iterator[Coverage]:
        """Every series by key, or the ``wanted`` ones: what is held and what is missing."""
        kept = select(t.KeptCoverage.record).where(t.KeptCoverage.rules == COVERAGE_RULES)
        changed = _changed()
        if wanted is not None:
            kept = kept.where(t.KeptCoverage.series_key.in_(sorted(wanted)))
            changed = changed.where(t.Series.key.in_(sorted(wanted)))
        ready = self._rows(kept.order_by(t.KeptCoverage.series_key))
        read = (_form().validate_json(row.record) for row in ready)
        return merge(read, self._find_out(changed), key=attrgetter("key"))

    def _changed_coverages(self, connection: Connection) -> list[Row]:
        """The rows of ``coverages`` that are not there, after those of older rules have gone."""
        old = t.KeptCoverage.rules != COVERAGE_RULES
        connection.execute(delete(t.KeptCoverage).where(old))
        return [
            (one.key, COVERAGE_RULES, _form().dump_json(one).decode())
            for one in self._find_out(_changed())
        ]

    def _find_out(self, series: AnySelect) -> Iterator[Coverage]:
        """What those of ``series`` cover that have issues, by key."""
        if next(self._rows(series.limit(1)), None) is None:
            return
        facts = self._series_facts()
        witnessed: defaultdict[str, set[str]] = defaultdict(set)
        # Only issues with several witnesses can have witnesses of different dates.
        several = (
            select(t.Witness.issue_id)
            .join(t.Issue, t.Issue.id == t.Witness.issue_id)
            .where(t.Issue.series_key.in_(series))
            .group_by(t.Witness.issue_id)
            .having(func.count() > 1)
        )
        for row in self._rows(
            select(t.Version.identity, t.Version.record)
            .join(t.Witness, t.Witness.version_id == t.Version.id)
            .where(t.Witness.issue_id.in_(several))
        ):
            date = json.loads(row.record)["issue"]["date"]
            if date and date["start"]:
                witnessed[row.identity].add(date["start"])
        held = select(*_HELD).where(t.Issue.series_key.in_(series)).order_by(t.Issue.series_key)
        for key, group in groupby(self._tuples(held), itemgetter(0)):
            issues = typing_cast("Sequence[HeldIssue]", list(group))
            yield coverage(issues, facts.get(key.partition(":")[2]), witnessed)

    def _series_facts(self) -> dict[str, SeriesFacts]:
        """What site profiles say about series, by the comparison form of their names."""
        profiles = select(t.Site.profile).where(t.Site.profile.is_not(None)).order_by(t.Site.key)
        return {
            comparison_key(facts.name): facts
            for row in self._rows(profiles)
            for facts in SiteProfile.model_validate_json(row.profile).series
        }


def _changed() -> AnySelect:
    """The series whose coverage is not known by the present rules."""
    kept = select(t.KeptCoverage.series_key).where(t.KeptCoverage.rules == COVERAGE_RULES)
    return select(t.Series.key).where(t.Series.key.not_in(kept))

"""The few questions everything asks, answered in one order everywhere."""

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from difflib import get_close_matches
from typing import Any, TypeAlias

from sqlalchemy import Connection, Engine, Row, Select, Subquery, case, cast, func, or_, select

from archiver.records import Capture
from archiver.store import tables as t
from archiver.store.entries import Entry, Evidence, FindingLine, IssueLine, PrintedUnit, SiteLine
from archiver.store.identity import page_url
from archiver.store.reading import stored_page

AnyRow: TypeAlias = Row[*tuple[Any, ...]]
AnySelect: TypeAlias = Select[*tuple[Any, ...]]

_BATCH = 200
_NEAR = 5
_LAST_YEAR, _LAST_NUMBER = 9999, 99999

# Issues by series, year and number; what has no number comes after, by date.
ISSUE_ORDER = (
    t.Issue.series_key,
    func.coalesce(t.Issue.year, _LAST_YEAR),
    func.coalesce(t.Issue.number, _LAST_NUMBER),
    func.coalesce(t.Issue.date_start, ""),
    t.Issue.identity,
)


def speaking() -> Subquery:
    """The live versions that speak for a record: pages without issue, and preferred witnesses.

    Columns: ``version_id``, ``identity``, ``issue_id`` and ``day``, the day the record bears.
    """
    return (
        select(
            t.Version.id.label("version_id"),
            t.Version.identity,
            t.Issue.id.label("issue_id"),
            func.coalesce(t.Issue.date_start, t.Version.published_start, "").label("day"),
        )
        .outerjoin(t.Witness, t.Witness.version_id == t.Version.id)
        .outerjoin(t.Issue, t.Issue.id == t.Witness.issue_id)
        .where(t.Version.live, or_(t.Issue.id.is_(None), t.Issue.version_id == t.Version.id))
        .subquery("speaking")
    )


class Queries:
    """Questions to an open database."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._snapshot: Connection | None = None

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """All questions inside see the store as it was at the first one, whoever writes."""
        with self._engine.connect() as connection:
            self._snapshot = connection
            try:
                yield
            finally:
                self._snapshot = None

    def issues(self) -> Iterator[IssueLine]:
        """All issues by series, year and number."""
        articles = (
            select(func.count())
            .where(t.Article.version_id == t.Issue.version_id)
            .correlate(t.Issue)
            .scalar_subquery()
        )
        witnesses = (
            select(func.count())
            .where(t.Witness.issue_id == t.Issue.id)
            .correlate(t.Issue)
            .scalar_subquery()
        )
        query = (
            select(
                t.Issue.identity,
                t.Issue.series,
                t.Issue.year,
                t.Issue.number,
                t.Issue.label,
                t.Issue.date_start,
                articles,
                witnesses,
                t.Version.integrity,
            )
            .join(t.Version, t.Version.id == t.Issue.version_id)
            .order_by(*ISSUE_ORDER)
        )
        for row in self._rows(query):
            yield IssueLine(*row)

    def issue_entries(self) -> Iterator[Entry]:
        """All issues whole, with their evidence, by series, year and number."""
        query = (
            select(t.Issue.id, t.Issue.identity, t.Version.record, t.Version.parser)
            .join(t.Version, t.Version.id == t.Issue.version_id)
            .order_by(*ISSUE_ORDER)
        )
        with self._reading() as connection:
            result = connection.execute(query, execution_options={"yield_per": _BATCH})
            for rows in result.partitions():
                evidence = self._evidence(
                    t.Witness.issue_id, t.Witness.issue_id.in_([row.id for row in rows])
                )
                for row in rows:
                    yield _entry(row, evidence[row.id])

    def find(self, wanted: str) -> Entry | None:
        """The record with that issue key (or the end of one) or on the page at that address."""
        return self._find_issue(wanted) or self._find_page(wanted)

    def near(self, wanted: str) -> list[str]:
        """Identities that look like ``wanted``, nearest first."""
        identities = [row.identity for row in self._rows(select(t.Version.identity).distinct())]
        return get_close_matches(wanted, sorted(identities), n=_NEAR, cutoff=0.4)

    def versions(self, url: str) -> list[Entry]:
        """Every reading of the page at ``url``, with its first capture, oldest first."""
        query = (
            select(t.Version.id, t.Version.identity, t.Version.record, t.Version.parser)
            .join(t.Page, t.Page.id == t.Version.page_id)
            .where(t.Page.url == page_url(url))
        )
        rows = list(self._rows(query))
        evidence = self._evidence(t.Version.id, t.Version.id.in_([row.id for row in rows]))
        entries = [_entry(row, evidence[row.id]) for row in rows]
        return sorted(entries, key=lambda e: [(x.capture.time, x.capture.id) for x in e.evidence])

    def printed_units(self) -> Iterator[PrintedUnit]:
        """Contributing units as printed, unresolved first, then by number of articles."""
        said = speaking()
        printed = func.coalesce(t.Contribution.unit, t.Contribution.text)
        # The day in front makes the earliest record the least text; TAB sorts before every key.
        mark = said.c.day + "\t" + said.c.identity
        articles = func.count(
            func.distinct(said.c.identity + "#" + cast(t.Contribution.article, t.TEXT))
        )
        columns = (
            printed.label("printed"),
            t.Contribution.name,
            t.Contribution.division,
            t.Contribution.key,
            t.Contribution.basis,
        )
        query = (
            select(
                *columns,
                articles.label("articles"),
                func.min(mark).label("first"),
                func.max(mark).label("last"),
            )
            .join(said, said.c.version_id == t.Contribution.version_id)
            .where(or_(t.Contribution.unit.is_not(None), t.Contribution.person.is_(None)))
            .group_by(*columns)
            .order_by(
                case((t.Contribution.key.is_(None), 0), else_=1),
                articles.desc(),
                *(func.coalesce(column, "") for column in columns),
            )
        )
        for row in self._rows(query):
            unit = {column.name: getattr(row, column.name) for column in columns}
            first, last = (mark.split("\t")[1] for mark in (row.first, row.last))
            yield PrintedUnit(**unit, articles=row.articles, first=first, last=last)

    def sites(self) -> list[SiteLine]:
        """All sites by key, with their last crawl."""
        pages = dict(self._pairs(select(t.Page.site, func.count()).group_by(t.Page.site)))
        issues = dict(
            self._pairs(
                select(t.Page.site, func.count(func.distinct(t.Witness.issue_id)))
                .join(t.Version, t.Version.page_id == t.Page.id)
                .join(t.Witness, t.Witness.version_id == t.Version.id)
                .group_by(t.Page.site)
            )
        )
        crawls = {
            crawl.site: crawl
            for crawl in self._rows(select(t.Crawl.__table__).order_by(t.Crawl.started, t.Crawl.id))
        }
        return [
            _site_line(site, pages.get(site.key, 0), issues.get(site.key, 0), crawls.get(site.key))
            for site in self._rows(select(t.Site.__table__).order_by(t.Site.key))
        ]

    def findings(self) -> Iterator[FindingLine]:
        """Signs of tampering on current pages, by address."""
        query = (
            select(t.Page.url, t.Version.integrity, t.Finding.rule, t.Finding.place, t.Finding.text)
            .join(t.Version, t.Version.id == t.Finding.version_id)
            .join(t.Page, t.Page.id == t.Version.page_id)
            .order_by(t.Page.url, t.Finding.version_id, t.Finding.position)
        )
        for row in self._rows(query):
            yield FindingLine(*row)

    def counts(self) -> dict[str, int]:
        """How many of everything the store holds; articles and units without second witnesses."""
        said = speaking()
        content = {
            "articles": t.Article,
            "contributions": t.Contribution,
            "dates": t.DateMention,
            "documents": t.Document,
            "findings": t.Finding,
        }
        counted: dict[str, AnySelect] = {
            name: select(func.count()).select_from(table)
            for name, table in (
                ("sites", t.Site),
                ("crawls", t.Crawl),
                ("captures", t.Capture),
                ("pages", t.Page),
                ("versions", t.Version),
                ("issues", t.Issue),
                ("witnesses", t.Witness),
            )
        }
        for name, table in content.items():
            counted[name] = (
                select(func.count())
                .select_from(table)
                .join(said, said.c.version_id == table.version_id)
            )
        with self._reading() as connection:
            return {name: connection.execute(query).scalar_one() for name, query in counted.items()}

    def _find_issue(self, wanted: str) -> Entry | None:
        query = select(t.Issue.id, t.Issue.identity, t.Version.record, t.Version.parser).join(
            t.Version, t.Version.id == t.Issue.version_id
        )
        rows = list(self._rows(query.where(t.Issue.identity == wanted)))
        if not rows and ":" in wanted:
            tail = ":" + wanted
            at_end = func.substr(t.Issue.identity, -len(tail)) == tail
            rows = list(self._rows(query.where(at_end)))
        if len(rows) != 1:
            return None
        evidence = self._evidence(t.Witness.issue_id, t.Witness.issue_id == rows[0].id)
        return _entry(rows[0], evidence[rows[0].id])

    def _find_page(self, url: str) -> Entry | None:
        query = (
            select(t.Version.id, t.Version.identity, t.Version.record, t.Version.parser)
            .join(t.Page, t.Page.id == t.Version.page_id)
            .where(t.Page.url == page_url(url), t.Version.current)
        )
        rows = list(self._rows(query))
        if not rows:
            return None
        if issue := self._find_issue(rows[0].identity):
            return issue
        evidence = self._evidence(t.Version.id, t.Version.id == rows[0].id)
        return _entry(rows[0], evidence[rows[0].id])

    def _evidence(self, group: Any, condition: Any) -> dict[int, tuple[Evidence, ...]]:
        """For each value of ``group``: its versions with their first captures, preferred first."""
        preferred = func.coalesce(t.Issue.version_id, t.Version.id) == t.Version.id
        query = (
            select(
                group.label("group"),
                t.Version.id.label("version"),
                t.Version.integrity,
                preferred.label("preferred"),
                t.Page.url.label("page_url"),
                *t.Capture.__table__.columns,
            )
            .select_from(t.Version)
            .join(t.Page, t.Page.id == t.Version.page_id)
            .join(t.Capture, t.Capture.version_id == t.Version.id)
            .outerjoin(t.Witness, t.Witness.version_id == t.Version.id)
            .outerjoin(t.Issue, t.Issue.id == t.Witness.issue_id)
            .where(condition)
            .order_by(t.Page.url, t.Capture.time, t.Capture.id)
        )
        found: defaultdict[int, dict[int, Evidence]] = defaultdict(dict)
        for row in self._rows(query):
            found[row.group].setdefault(row.version, _one_evidence(row))
        return {
            key: tuple(sorted(versions.values(), key=lambda e: (not e.preferred, e.url)))
            for key, versions in found.items()
        }

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        if self._snapshot is not None:
            yield self._snapshot
        else:
            with self._engine.connect() as connection:
                yield connection

    def _rows(self, query: AnySelect) -> Iterator[AnyRow]:
        with self._reading() as connection:
            yield from connection.execute(query, execution_options={"yield_per": _BATCH})

    def _pairs(self, query: AnySelect) -> Sequence[tuple[str, int]]:
        return [(row[0], row[1]) for row in self._rows(query)]


def _entry(row: AnyRow, evidence: tuple[Evidence, ...]) -> Entry:
    return Entry(row.identity, stored_page(row.record, row.parser), evidence)


def _one_evidence(row: AnyRow) -> Evidence:
    capture = {name: getattr(row, name) for name in Capture.model_fields}
    return Evidence(
        url=row.page_url,
        integrity=row.integrity,
        preferred=bool(row.preferred),
        capture=Capture.model_validate(capture),
    )


def _site_line(site: AnyRow, pages: int, issues: int, crawl: AnyRow | None) -> SiteLine:
    return SiteLine(
        key=site.key,
        name=site.name,
        division=site.division,
        pages=pages,
        issues=issues,
        last_crawl=crawl.id if crawl else None,
        started=crawl.started if crawl else None,
        finished=crawl.finished if crawl else None,
        verdict=crawl.verdict if crawl else None,
        reasons=json.loads(crawl.reasons) if crawl else [],
        counts=json.loads(crawl.counts) if crawl else {},
    )

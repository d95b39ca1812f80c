"""Questions about single records, in one order everywhere."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from typing import Any

from sqlalchemy import ColumnElement, func, select

from archiver.addresses import page_identity
from archiver.records import Capture, Page
from archiver.store import tables as t
from archiver.store.asking import BATCH, ISSUE_ORDER, AnyRow, Asking, Selection, speaking
from archiver.store.entries import Entry, Evidence, IssueLine
from archiver.store.history import PageVersion, differences

_NEAR = 5
_CAPTURE = [getattr(t.Capture, name) for name in Capture.model_fields]


class Records(Asking):
    """Issues and pages, in a list or one by one."""

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

    def issue_entries(self, selection: Selection) -> Iterator[Entry]:
        """The selected issues whole, with their evidence, by series, year and number."""
        said = speaking(selection)
        query = (
            select(t.Issue.id, t.Issue.identity, t.Version.record, t.Version.parser)
            # By the version: by the issue's number SQLite would try all versions for each.
            .join(said, said.c.version_id == t.Issue.version_id)
            .join(t.Version, t.Version.id == t.Issue.version_id)
            .order_by(*ISSUE_ORDER)
        )
        with self._reading() as connection:
            result = connection.execute(query, execution_options={"yield_per": BATCH})
            for rows in result.partitions():
                evidence = self._evidence_of_issues([row.id for row in rows])
                for row in rows:
                    yield _entry(row, evidence[row.id])

    def find(self, wanted: str) -> Entry | None:
        """The record with that issue key (or the end of one), address or document number."""
        return (
            self._find_issue(wanted)
            or self._find_page(t.Page.url == page_identity(wanted))
            or self._find_page(t.Document.number == wanted)
        )

    def near(self, wanted: str) -> list[str]:
        """Identities that end with ``wanted``, else those that look like it, nearest first."""
        identities = [row.identity for row in self._rows(select(t.Version.identity).distinct())]
        if ending := sorted(one for one in identities if one.endswith(f":{wanted}")):
            return ending
        return get_close_matches(wanted, sorted(identities), n=_NEAR, cutoff=0.4)

    def versions(self, url: str) -> list[PageVersion]:
        """Every reading of the page at ``url``, oldest first, with what changed each time."""
        query = (
            select(
                t.Version.origin,
                t.Version.parser.label("version_parser"),
                t.Version.current,
                t.Version.record.label("version_record"),
                *_CAPTURE,
            )
            .join(t.Page, t.Page.id == t.Version.page_id)
            .join(t.Capture, t.Capture.id == t.Version.capture)
            .where(t.Page.url == page_identity(url))
            .order_by(t.Capture.time, t.Version.id)
        )
        found: list[PageVersion] = []
        for number, row in enumerate(self._rows(query), 1):
            page = Page.of_record(row.version_record, row.version_parser)
            changes = tuple(differences(found[-1].page, page)) if found else ()
            read = (row.origin, row.version_parser, bool(row.current), _capture(row))
            found.append(PageVersion(number, *read, page, changes))
        return found

    def capture_titles(self) -> dict[str, str | None]:
        """The title of the page that was read from a capture, by capture id."""
        query = select(t.Capture.id, t.Version.title).join(
            t.Version, t.Version.id == t.Capture.version_id
        )
        return {row.id: row.title for row in self._rows(query)}

    def captures(self) -> Iterator[Capture]:
        """Every capture that a record or the text of a file was read from, each kind by id."""
        for kind in (t.Capture, t.File):
            columns = [getattr(kind, name) for name in Capture.model_fields]
            for row in self._rows(select(*columns).order_by(kind.id)):
                yield _capture(row)

    def _find_issue(self, wanted: str) -> Entry | None:
        query = select(t.Issue.id, t.Issue.identity, t.Version.record, t.Version.parser).join(
            t.Version, t.Version.id == t.Issue.version_id
        )
        rows = list(self._rows(query.where(t.Issue.identity == wanted)))
        if not rows and ":" in wanted:
            at_end = t.Issue.identity.endswith(f":{wanted}", autoescape=True)
            rows = list(self._rows(query.where(at_end)))
        if len(rows) != 1:
            return None
        evidence = self._evidence_of_issues([rows[0].id])
        return _entry(rows[0], evidence[rows[0].id])

    def _find_page(self, condition: ColumnElement[bool]) -> Entry | None:
        query = (
            select(t.Version.id, t.Version.identity, t.Version.record, t.Version.parser)
            .join(t.Page, t.Page.id == t.Version.page_id)
            .outerjoin(t.Document, t.Document.version_id == t.Version.id)
            .where(condition, t.Version.current)
            .order_by(t.Page.url)
            .limit(1)
        )
        rows = list(self._rows(query))
        if not rows:
            return None
        if issue := self._find_issue(rows[0].identity):
            return issue
        evidence = self._evidence(t.Version.id, t.Version.id == rows[0].id)
        return _entry(rows[0], evidence[rows[0].id])

    def _evidence_of_issues(self, issues: Sequence[int]) -> dict[int, tuple[Evidence, ...]]:
        """The evidence of each of ``issues``."""
        # By the versions' numbers: asked for by issue, SQLite would look through all captures.
        witnesses = select(t.Witness.version_id).where(t.Witness.issue_id.in_(issues))
        return self._evidence(t.Witness.issue_id, t.Version.id.in_(witnesses))

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
                *_CAPTURE,
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


def _entry(row: AnyRow, evidence: tuple[Evidence, ...]) -> Entry:
    return Entry(row.identity, Page.of_record(row.record, row.parser), evidence)


def _one_evidence(row: AnyRow) -> Evidence:
    return Evidence(
        url=row.page_url,
        integrity=row.integrity,
        preferred=bool(row.preferred),
        capture=_capture(row),
    )


def _capture(row: AnyRow) -> Capture:
    return Capture.model_validate({name: getattr(row, name) for name in Capture.model_fields})

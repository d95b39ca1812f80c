"""Storing one page: a new page straight on, a known page by comparing versions.

A page is known by its address, an issue by its key. Each different reading of a page is a version.
The versions that count (*live* ones) follow from the captures alone, never from the order of
storing: so pages may be stored in any order and give the same archive.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Row, delete, func, select, update

from archiver.records import Capture, Page
from archiver.records.crawled import Prepared
from archiver.store import tables as t
from archiver.store.inserts import Inserts
from archiver.store.linking import link_copies
from archiver.store.reading import Reading, prepare, text_digests
from archiver.store.rows import timestamp, unit_row
from archiver.store.saved import Saved
from archiver.store.witnesses import Witness, preferred


class Saving:
    """Stores one reading within the caller's transaction and counts what that did.

    ``known`` holds keys of rows that are certain to be there, so that they are not sent again.
    """

    def __init__(
        self, connection: Connection, inserts: Inserts, known: set[tuple[str, str]]
    ) -> None:
        self._connection = connection
        self._inserts = inserts
        self._known = known
        self._unlinked: list[tuple[Prepared, int]] = []
        self.saved = Saved()

    def save(self, reading: Reading, site: str) -> None:
        """Store ``reading`` as a page of ``site``."""
        for key in sorted({site, reading.capture.site}):
            self._insert_key("sites", (key, None, None, None, None, None))
        page_id = self._inserts.numbered(
            self._connection, "pages", {"url": reading.url, "site": site}
        )
        if page_id is not None:
            self._save_first(reading, page_id)
        else:
            page_id = self._connection.execute(
                select(t.Page.id).where(t.Page.url == reading.url).with_for_update()
            ).scalar_one()
            self._save_again(reading, page_id)
        # Last, so that whoever looks for copies waits for nobody but those who look too.
        for content, version_id in self._unlinked:
            link_copies(self._connection, self._inserts, content.sketches, version_id)

    def _save_first(self, reading: Reading, page_id: int) -> None:
        version_id = self._insert_version(reading, page_id, "source", live=True)
        self._insert_capture(reading.capture, version_id)
        self.saved.inserted.update(("pages", "captures"))
        self._insert_content(reading.content, version_id)
        content = reading.content
        if not content.issue or self._insert_issue(content, reading.identity, version_id):
            self._count_new(content)
        else:
            before = self._carried(reading.identity)
            self._elect(reading.identity)
            self._compare(before, self._carried(reading.identity))

    def _save_again(self, reading: Reading, page_id: int) -> None:
        captured = self._connection.execute(
            select(t.Capture.version_id).where(t.Capture.id == reading.capture.id)
        ).scalar()
        version = self._connection.execute(
            select(t.Version.id, t.Version.parser, t.Version.current).where(
                t.Version.page_id == page_id, t.Version.digest == reading.content.digest
            )
        ).one_or_none()
        if version is None:
            origin = self._origin(reading, page_id)
            version_id = self._insert_version(reading, page_id, origin, live=False)
        else:
            version_id = version.id
            if version.parser != reading.content.parser:
                self._update_version(version_id, parser=reading.content.parser)
        if captured is None:
            self._insert_capture(reading.capture, version_id)
            self.saved.inserted["captures"] += 1
        elif captured == version_id:
            self.saved.unchanged["captures"] += 1
        else:
            self._connection.execute(
                update(t.Capture)
                .where(t.Capture.id == reading.capture.id)
                .values(version_id=version_id)
            )
            self.saved.updated["captures"] += 1
        if version is not None and version.current and captured in (None, version_id):
            self.saved.unchanged["pages"] += 1
            carried = self._carried(reading.identity)
            self._compare(carried, carried)
        else:
            self._settle(page_id)

    def _origin(self, reading: Reading, page_id: int) -> str:
        """``parser`` when the same bytes of this page were already read, with another result."""
        read_before = self._connection.execute(
            select(t.Capture.id)
            .join(t.Version, t.Version.id == t.Capture.version_id)
            .where(
                t.Version.page_id == page_id,
                t.Capture.payload_digest == reading.capture.payload_digest,
            )
            .limit(1)
        ).scalar()
        return "source" if read_before is None else "parser"

    def _settle(self, page_id: int) -> None:
        """Make the right versions of a page live, and what hangs on them."""
        latest = func.max(t.Capture.time + t.Capture.id)
        versions = self._connection.execute(
            select(t.Version.id, t.Version.identity, t.Version.live, t.Version.current)
            .add_columns(latest.label("latest"))
            .outerjoin(t.Capture, t.Capture.version_id == t.Version.id)
            .where(t.Version.page_id == page_id)
            .group_by(t.Version.id)
            .order_by(func.coalesce(latest, ""))
        ).all()
        live = self._live([version for version in versions if version.latest])
        current = versions[-1].id
        started = [v for v in versions if v.id in live and not v.live]
        ended = [v for v in versions if v.id not in live and v.live]
        identities = dict.fromkeys(v.identity for v in [*ended, *started])
        before = {identity: self._carried(identity) for identity in identities}
        for version in ended:
            self._delete_content(version.id)
            self._update_version(version.id, live=False)
        for version in started:
            content = prepare(self._page(version.id))
            self._insert_content(content, version.id)
            self._update_version(version.id, live=True)
            if content.issue:
                self._insert_issue(content, version.identity, version.id)
        for identity in identities:
            self._elect(identity)
            self._compare(before[identity], self._carried(identity))
        if versions[-1].current:
            self.saved.unchanged["pages"] += 1
        else:
            for version in versions:
                if version.current != (version.id == current):
                    self._update_version(version.id, current=version.id == current)
            self.saved.updated["pages"] += 1

    def _live(self, versions: Sequence[Row[Any]]) -> set[int]:
        """The live ones of a page's versions, given in the order of their latest captures.

        The current version is live. An earlier one with another identity is live if it carried an
        issue of its own (the address shows whatever issue is newest), not if the same text was
        only given another number or key: that was a correction.
        """
        latest = {version.identity: version.id for version in versions}
        live = {versions[-1].id}
        if len(latest) == 1:
            return live
        pages = {version_id: self._page(version_id) for version_id in latest.values()}
        texts = text_digests(pages[versions[-1].id])
        for version_id in sorted(latest.values(), key=[v.id for v in versions].index, reverse=True):
            page = pages[version_id]
            own = text_digests(page)
            if page.issue and page.issue.key and own and not own & texts:
                live.add(version_id)
                texts |= own
        return live

    def _elect(self, identity: str) -> None:
        """Let the preferred witness of an issue speak for it; without witness it goes."""
        issue = self._connection.execute(
            select(t.Issue.id, t.Issue.version_id)
            .where(t.Issue.identity == identity)
            .with_for_update()
        ).one_or_none()
        if issue is None:
            return
        witnesses = self._connection.execute(
            select(t.Version.id, t.Version.integrity, t.Version.characters, t.Page.url)
            .join(t.Witness, t.Witness.version_id == t.Version.id)
            .join(t.Page, t.Page.id == t.Version.page_id)
            .where(t.Witness.issue_id == issue.id)
        ).all()
        if not witnesses:
            self._connection.execute(delete(t.Issue).where(t.Issue.id == issue.id))
            return
        best = preferred([Witness(*witness) for witness in witnesses]).version_id
        if best != issue.version_id:
            content = prepare(self._page(best))
            self._connection.execute(
                update(t.Issue)
                .where(t.Issue.id == issue.id)
                .values(version_id=best, **self._issue_columns(content))
            )

    def _carried(self, identity: str) -> Page | None:
        """The page that speaks for an issue, or the live page at an address."""
        record = select(t.Version.record, t.Version.parser)
        row = (
            self._connection.execute(
                record.join(t.Issue, t.Issue.version_id == t.Version.id).where(
                    t.Issue.identity == identity
                )
            ).one_or_none()
            or self._connection.execute(
                record.where(t.Version.identity == identity, t.Version.live)
            ).one_or_none()
        )
        return None if row is None else Page.of_record(row.record, row.parser)

    def _page(self, version_id: int) -> Page:
        row = self._connection.execute(
            select(t.Version.record, t.Version.parser).where(t.Version.id == version_id)
        ).one()
        return Page.of_record(row.record, row.parser)

    def _count_new(self, content: Prepared) -> None:
        self.saved.inserted.update(
            issues=int(content.issue is not None),
            articles=len(content.rows.get("articles", ())),
            documents=len(content.rows.get("documents", ())),
        )

    def _compare(self, before: Page | None, after: Page | None) -> None:
        for kind, members in (
            ("issues", _issues),
            ("articles", _articles),
            ("documents", _documents),
        ):
            self.saved.compare(kind, members(before), members(after))

    def _insert_version(self, reading: Reading, page_id: int, origin: str, *, live: bool) -> int:
        columns = reading.version_columns(page_id, origin, live=live)
        version_id = self._inserts.numbered(self._connection, "versions", columns)
        assert version_id is not None
        self.saved.inserted["versions"] += 1
        return version_id

    def _update_version(self, version_id: int, **values: Any) -> None:
        self._connection.execute(
            update(t.Version).where(t.Version.id == version_id).values(**values)
        )

    def _insert_capture(self, capture: Capture, version_id: int) -> None:
        values = {**capture.model_dump(), "time": timestamp(capture.time)}
        capture_id = values.pop("id")
        self._inserts.rows(
            self._connection, "captures", [(capture_id, version_id, *values.values())]
        )

    def _insert_issue(self, content: Prepared, identity: str, version_id: int) -> bool:
        """Make the version a witness of its issue; True when the issue is new."""
        values = {"identity": identity, "version_id": version_id, **self._issue_columns(content)}
        issue_id = self._inserts.numbered(self._connection, "issues", values)
        new = issue_id is not None
        if not new:
            issue_id = self._connection.execute(
                select(t.Issue.id).where(t.Issue.identity == identity)
            ).scalar_one()
        self._inserts.rows(self._connection, "witnesses", [(version_id, issue_id)])
        self.saved.inserted["witnesses"] += 1
        return new

    def _issue_columns(self, content: Prepared) -> dict[str, Any]:
        assert content.issue is not None
        assert content.series is not None
        self._insert_key("series", content.series)
        return {"series_key": content.series[0], **content.issue}

    def _insert_content(self, content: Prepared, version_id: int) -> None:
        # In one order everywhere, so that two processes never wait for each other.
        for key in content.units:
            self._insert_key("units", unit_row(key))
        for table, rows in content.rows.items():
            of_version = [(version_id, *row) for row in rows]
            self._inserts.rows(self._connection, table, of_version)
        self._unlinked.append((content, version_id))

    def _delete_content(self, version_id: int) -> None:
        for table in (t.WITNESSES, *t.CONTENT):
            self._connection.execute(delete(table).where(table.c.version_id == version_id))

    def _insert_key(self, table: str, row: tuple[Any, ...]) -> None:
        if (table, row[0]) not in self._known:
            self._inserts.missing(self._connection, table, [row])
            self._known.add((table, row[0]))


def _issues(page: Page | None) -> Mapping[object, object]:
    return {0: page.issue} if page and page.issue else {}


def _documents(page: Page | None) -> Mapping[object, object]:
    return {0: page.document} if page and page.document else {}


def _articles(page: Page | None) -> Mapping[object, object]:
    return {article.order: article for article in page.articles} if page else {}

"""Questions about the whole: units, copies, sites, findings, counts."""

import json
from collections.abc import Iterator

from sqlalchemy import CompoundSelect, case, cast, func, or_, select, union

from archiver.store import tables as t
from archiver.store.asking import AnyRow, AnySelect, Asking, Selection, speaking
from archiver.store.copies import SHORTEST
from archiver.store.entries import CopyLine, FindingLine, PrintedUnit, SiteLine
from archiver.store.grouping import groups


class Overviews(Asking):
    """What is held, seen as a whole."""

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

    def copies(self, selection: Selection | None = None) -> Iterator[list[CopyLine]]:
        """Articles that are one text in several records: each group, the preferred one first.

        Very short texts (image captions, 略) are not taken for copies of each other.
        """
        said = speaking(selection)
        pairs = {
            (row.text_digest, row.other_digest): row.similarity
            for row in self._rows(select(t.Copy.__table__))
        }
        # Of all articles, so that the index alone tells it; few are asked about further.
        repeated = (
            select(t.Article.text_digest)
            .group_by(t.Article.text_digest)
            .having(func.count(t.Article.text_digest) > 1)
        )
        shared: CompoundSelect[str | None] = union(
            repeated, select(t.Copy.text_digest), select(t.Copy.other_digest)
        )
        rows = self._rows(
            select(
                said.c.identity,
                t.Article.position,
                t.Article.title,
                t.Page.url,
                t.Version.integrity,
                t.Article.text_digest,
            )
            .join(said, said.c.version_id == t.Article.version_id)
            .join(t.Version, t.Version.id == t.Article.version_id)
            .join(t.Page, t.Page.id == t.Version.page_id)
            .where(t.Article.characters >= SHORTEST, t.Article.text_digest.in_(shared))
        )
        return groups((CopyLine(*row) for row in rows), pairs)

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
        """How many of everything the store holds; content without that of further witnesses.

        ``payloads`` are the different bodies of captures, ``copies`` the articles whose text
        another has too.
        """
        everything: dict[str, type[t.Base]] = {
            "sites": t.Site,
            "crawls": t.Crawl,
            "captures": t.Capture,
            "pages": t.Page,
            "versions": t.Version,
            "issues": t.Issue,
            "witnesses": t.Witness,
        }
        content: dict[str, type[t.OfVersion]] = {
            "articles": t.Article,
            "contributions": t.Contribution,
            "dates": t.DateMention,
            "documents": t.Document,
            "findings": t.Finding,
        }
        # Few versions are further witnesses; counting those and all is fast, picking is not.
        further = (
            select(t.Witness.version_id)
            .join(t.Issue, t.Issue.id == t.Witness.issue_id)
            .where(t.Issue.version_id != t.Witness.version_id)
        )
        counts = {}
        with self._reading() as connection:
            for name, table in (everything | content).items():
                count = select(func.count()).select_from(table)
                counts[name] = connection.execute(count).scalar_one()
            for name, held in content.items():
                again = select(func.count()).where(held.version_id.in_(further))
                counts[name] -= connection.execute(again).scalar_one()
            bodies = select(func.count(func.distinct(t.Capture.payload_digest)))
            counts["payloads"] = connection.execute(bodies).scalar_one()
        counts["copies"] = sum(len(group) - 1 for group in self.copies())
        return counts

    def _pairs(self, query: AnySelect) -> list[tuple[str, int]]:
        return [(row[0], row[1]) for row in self._rows(query)]


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

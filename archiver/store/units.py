"""Questions about contributing units as they are printed, article by article."""

from collections.abc import Collection, Iterator

from sqlalchemy import func, or_, select

from archiver.records import Capture, Page, SiteProfile
from archiver.store import tables as t
from archiver.store.asking import Asking, speaking
from archiver.store.entries import StoredPage, UnitMention


class UnitMentions(Asking):
    """Every contribution that names a unit."""

    def unit_mentions(self) -> Iterator[UnitMention]:
        """Contributions of units in the order of day, record, article and line."""
        said = speaking()
        query = (
            select(
                func.coalesce(t.Contribution.unit, t.Contribution.text).label("printed"),
                func.coalesce(t.Issue.series_key, t.Page.site).label("context"),
                t.Contribution.name,
                t.Contribution.division,
                t.Contribution.key,
                t.Contribution.basis,
                said.c.day,
                said.c.identity,
                t.Contribution.article,
            )
            .join(said, said.c.version_id == t.Contribution.version_id)
            .join(t.Version, t.Version.id == t.Contribution.version_id)
            .join(t.Page, t.Page.id == t.Version.page_id)
            .outerjoin(t.Issue, t.Issue.id == said.c.issue_id)
            .where(or_(t.Contribution.unit.is_not(None), t.Contribution.person.is_(None)))
            .order_by(
                said.c.day,
                said.c.identity,
                t.Contribution.version_id,
                t.Contribution.article,
                t.Contribution.position,
            )
        )
        for row in self._rows(query):
            yield UnitMention(*row)

    def pages_naming(self, printed: Collection[str]) -> list[StoredPage]:
        """The live pages with a contribution printed so, each with its latest capture."""
        named = (
            select(t.Contribution.version_id)
            .where(
                func.coalesce(t.Contribution.unit, t.Contribution.text).in_(sorted(set(printed)))
            )
            .distinct()
        )
        captures = [
            column.label(f"capture_{column.name}") for column in t.Capture.__table__.columns
        ]
        query = (
            select(
                t.Version.id.label("version"),
                t.Version.record,
                t.Version.parser,
                t.Page.site.label("page_site"),
                t.Site.profile,
                *captures,
            )
            .join(t.Page, t.Page.id == t.Version.page_id)
            .join(t.Site, t.Site.key == t.Page.site)
            .join(t.Capture, t.Capture.version_id == t.Version.id)
            .where(t.Version.live, t.Version.id.in_(named))
            .order_by(t.Version.id, t.Capture.time, t.Capture.id)
        )
        latest = {row.version: row for row in self._rows(query)}
        return [
            StoredPage(
                page=Page.of_record(row.record, row.parser),
                site=row.page_site,
                profile=SiteProfile.model_validate_json(row.profile) if row.profile else None,
                capture=Capture.model_validate(
                    {name: getattr(row, f"capture_{name}") for name in Capture.model_fields}
                ),
            )
            for row in latest.values()
        ]

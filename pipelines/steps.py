"""The pure steps every page goes through after it was read, crawled or not."""

from archiver.records import Page, SiteProfile
from pipelines.dates import date_page
from pipelines.units import resolve_page


def complete(page: Page, site: SiteProfile | None = None) -> Page:
    """``page`` with its dates and its units; the same page and site give the same result."""
    return resolve_page(date_page(page), site)

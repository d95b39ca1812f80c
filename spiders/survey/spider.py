"""The spider that looks at a site: its start pages, a few columns, an entry of each kind.

It asks by the same way as a crawl: guarded, polite, obeying robots.txt, every answer archived.
"""

import datetime
import ipaddress
import logging
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any, Self

import scrapy
from scrapy.crawler import AsyncCrawlerProcess, Crawler
from scrapy.http import Request, Response
from scrapy.settings import Settings
from scrapy.utils.log import configure_logging
from twisted.python.failure import Failure

from archiver import archive
from archiver.home import Home
from archiver.parsers.standin import stand_in
from archiver.records import Link, SiteProfile
from spiders.failures import failure_code
from spiders.logs import logging_to
from spiders.responses import is_a_page, page_of
from spiders.scope import MOST_DOORS, as_asked
from spiders.site_settings import set_for_crawl, site_settings
from spiders.survey.facts import worth_visiting
from spiders.survey.visits import Survey, Visit, host_of

_MOST_ENTRIES = 3
_MOST_STARTS = 10
"""More start pages, doors and frames than these are no way into a site."""


class SurveySpider(scrapy.Spider):
    """Visits the start pages of ``profile``, its columns, and those that look apt."""

    name = "survey"

    def __init__(self, profile: SiteProfile, survey: Survey, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.profile = profile
        self._survey = survey
        self._entries = 0

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> Self:
        """Set what depends on the site."""
        profile: SiteProfile = kwargs["profile"]
        home: Path = kwargs.pop("home")
        name = kwargs.pop("crawl_id")
        set_for_crawl(crawler, archive.settings(home, profile.key, name, profile=profile))
        set_for_crawl(crawler, site_settings(profile))
        return super().from_crawler(crawler, *args, **kwargs)

    async def start(self) -> AsyncIterator[Request]:
        """Ask for the start pages."""
        for url in self.profile.start:
            yield self._ask(str(url), self._survey.starts)

    def read(self, response: Response, name: str, into: list[Visit]) -> Iterator[Request]:
        """Take in a page and go on to what it leads to."""
        asked = (response.meta.get("redirect_urls") or [response.url])[0]
        if not is_a_page(response):
            into.append(Visit(asked, response.url, name, why="no_page"))
            return
        page = page_of(response)
        if (why := stand_in(page)) is not None:
            into.append(Visit(asked, response.url, name, why=why))
            return
        visit = Visit(asked, response.url, name, page, response.body)
        into.append(visit)
        if into is self._survey.starts:
            yield from self._from_start(visit)
        elif into is self._survey.columns and visit.entries and self._entries < _MOST_ENTRIES:
            self._entries += 1
            entry = visit.entries[0]
            yield self._ask(entry.url or "", self._survey.entries, entry.title, visit)

    def miss(self, failure: Failure) -> None:
        """Note an address that gave no page."""
        request: Request = failure.request  # type: ignore[attr-defined]
        asked = (request.meta.get("redirect_urls") or [request.url])[0]
        known = request.cb_kwargs
        visit = Visit(asked, request.url, known["name"], why=failure_code(failure))
        known["into"].append(visit)

    def _from_start(self, visit: Visit) -> Iterator[Request]:
        inside = [
            link
            for link in visit.links
            if host_of(link.url or "") in self.profile.hosts and link.url != visit.url
        ]
        columns = self._columns(inside)
        for url in visit.frames:
            if len(self._survey.starts) < _MOST_STARTS and host_of(url) in self.profile.hosts:
                yield self._ask(url, self._survey.starts, "frame", visit)
        if not columns and len(inside) <= MOST_DOORS and not visit.name:
            for link in inside:
                yield self._ask(link.url or "", self._survey.starts, link.title or "door", visit)
        for link in columns:
            yield self._ask(link.url or "", self._survey.columns, link.title, visit)

    def _columns(self, links: list[Link]) -> list[Link]:
        named = [link for link in links if link.title in self.profile.columns]
        columns = {link.title: link for link in named}
        return [*columns.values(), *worth_visiting(links, self.profile.hosts)]

    def _ask(
        self, url: str, into: list[Visit], name: str = "", linked_from: Visit | None = None
    ) -> Request:
        known = {"name": name, "into": into}
        if linked_from is not None and linked_from.page is not None:
            url = as_asked(url, linked_from.page.encoding)
        return Request(url, callback=self.read, errback=self.miss, cb_kwargs=known)


def survey(home: Home, profile: SiteProfile) -> Survey:
    """Look at the site of ``profile``; a process can do this once. Raises ArchiverError."""
    settings = Settings()
    settings.setmodule("spiders.settings", priority="project")
    settings.set("ITEM_PIPELINES", {}, priority="cmdline")
    logging.captureWarnings(True)
    configure_logging(install_root_handler=False)
    found = Survey()
    name = archive.survey_id(profile.key, datetime.datetime.now(datetime.UTC))
    with logging_to(home.logs / f"{name}.log"):
        process = AsyncCrawlerProcess(settings, install_root_handler=False)
        task = process.crawl(
            SurveySpider, profile=profile, survey=found, home=home.path, crawl_id=name
        )
        process.start()
    if task.done() and not task.cancelled() and (error := task.exception()):
        raise error
    return found


def gentle(profile: SiteProfile) -> SiteProfile:
    """``profile`` without delay where the site is on this machine: nobody is to be spared."""
    hosts = [str(url.host) for url in profile.start]
    if not all(map(_is_loopback, hosts)):
        return profile
    politeness = profile.politeness.model_copy(update={"delay_seconds": 0.0})
    return profile.model_copy(update={"politeness": politeness})


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host == "localhost"

"""What a site says of an address that cannot exist: asked once a host, and only when in doubt."""

import asyncio
import logging

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.http.request import NO_CALLBACK
from scrapy.utils.httpobj import urlparse_cached

from archiver.parsers.nowhere import nowhere
from archiver.records import SiteProfile
from spiders.readers import shared_readers
from spiders.reading import read_wording
from spiders.responses import is_a_page, source_of

logger = logging.getLogger(__name__)


class Nowhere:
    """Asks a host for an address at which there is nothing, at the crawl's own pace."""

    def __init__(self, crawler: Crawler, profile: SiteProfile) -> None:
        self._crawler, self._profile = crawler, profile
        self._said: dict[str, asyncio.Task[str | None]] = {}

    async def wording(self, url: str) -> str | None:
        """The wording of what the host of ``url`` gives as a page; None when it gives none."""
        request = Request(nowhere(url), callback=NO_CALLBACK, dont_filter=True)
        host = urlparse_cached(request).netloc
        if host not in self._said:
            self._said[host] = asyncio.create_task(self._ask(request))
        return await self._said[host]

    async def _ask(self, request: Request) -> str | None:
        try:
            response = await self._crawler.engine.download_async(request)
        except Exception as error:  # of Scrapy and Twisted, of any kind: then nothing is known
            logger.info("no answer from %s: %s", request.url, error)
            return None
        if response.status != 200 or not is_a_page(response):
            return None
        return await shared_readers().run(read_wording, source_of(response), self._profile)

"""A site's profile as Scrapy settings of one crawl."""

from typing import Any

from scrapy.crawler import Crawler

from archiver.records import SiteProfile

_HANDLER = "spiders.guard.GuardedHandler"


def set_for_crawl(crawler: Crawler, settings: dict[str, Any]) -> None:
    """Set ``settings`` for this crawl; dictionaries are added to those of the project."""
    for name, value in settings.items():
        whole = {**crawler.settings.getdict(name), **value} if isinstance(value, dict) else value
        crawler.settings.set(name, whole, priority="spider")


def site_settings(profile: SiteProfile) -> dict[str, Any]:
    """What the profile says about pace and network, as Scrapy settings; after the archive's."""
    polite = profile.politeness
    return {
        "DOWNLOAD_HANDLERS": dict.fromkeys(("http", "https"), _HANDLER),
        "DOWNLOAD_DELAY": polite.delay_seconds,
        "CONCURRENT_REQUESTS_PER_DOMAIN": polite.connections,
        # What waits for a connection waits where the order is kept, not in the downloader.
        "CONCURRENT_REQUESTS": polite.connections * max(1, len(profile.hosts)),
        "AUTOTHROTTLE_ENABLED": polite.delay_seconds > 0,
        "AUTOTHROTTLE_START_DELAY": polite.delay_seconds,
        # A proxy of the environment must not be asked for addresses of this machine.
        "HTTPPROXY_ENABLED": not profile.private_network,
    }

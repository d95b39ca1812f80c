"""Scrapy settings of every crawl; a site's profile may only make it slower or explain itself."""

import os

from scrapy.settings.default_settings import EXTENSIONS_BASE as _EXTENSIONS

from archiver import __version__

BOT_NAME = "bulletin-archiver"
SPIDER_MODULES = ["spiders.bulletins"]
COMMANDS_MODULE = "spiders.commands"
ARCHIVER_HOME = os.environ.get("ARCHIVER_HOME", "archive-data")

# Whoever runs a crawl says where the site's owner can reach them.
_contact = os.environ.get("ARCHIVER_CONTACT", "")
USER_AGENT = f"bulletin-archiver/{__version__}" + (f" (+{_contact})" if _contact else "")

# Politeness: one connection and a second a host, slower when the site is slow.
ROBOTSTXT_OBEY = True
DOWNLOAD_DELAY = 1.0
DOWNLOAD_DELAY_JITTER = 0  # else every other pause would be shorter
CONCURRENT_REQUESTS_PER_DOMAIN = 1
AUTOTHROTTLE_ENABLED = True
AUTOTHROTTLE_START_DELAY = 1.0

# Scrapy's usual resolver knows no IPv6.
DNS_RESOLVER = "scrapy.resolver.CachingHostnameResolver"

# Hostile or broken servers: limits on time, size and redirects; depth is limited by
# ``spiders.following``, which knows lists of many pages from traps.
DOWNLOAD_TIMEOUT = 60
DOWNLOAD_MAXSIZE = 64 * 1024 * 1024
REDIRECT_MAX_TIMES = 5
URLLENGTH_LIMIT = 2000

# Both consoles run code for whoever connects.
TELNETCONSOLE_ENABLED = False
REMOTE_CONTROL_ENABLED = False

# What is asked for first is said by priority; what comes with one priority goes as it came.
SCHEDULER_MEMORY_QUEUE = "scrapy.squeues.FifoMemoryQueue"

# Measured: 100 item tasks a response and reading the callback's source cost half the time.
CONCURRENT_ITEMS = 1
WARN_ON_GENERATOR_RETURN_VALUE = False
STATS_DUMP = False
DOWNLOADER_STATS = False  # the archive counts what was asked and what came
LOG_LEVEL = "INFO"

DOWNLOADER_MIDDLEWARES: dict[str, int | None] = {
    "spiders.guard.NetworkGuard": 40,
    "spiders.guard.RobotsUnreachable": 50,
    "spiders.guard.CompressionRatio": 595,
    "spiders.budget.LimitPages": 950,
    "spiders.refresh.MetaRefresh": 580,
    "scrapy.downloadermiddlewares.redirect.MetaRefreshMiddleware": None,
    "scrapy.downloadermiddlewares.offsite.OffsiteMiddleware": None,
    "scrapy.downloadermiddlewares.httpauth.HttpAuthMiddleware": None,
}
EXTENSIONS = {
    "spiders.pace.Pace": 100,
    "spiders.pace.OpeningHours": 110,
    "spiders.budget.SpendBudget": 120,
}
# RemoteControl is off; Scrapy would load it all the same, which takes a tenth of a second.
EXTENSIONS_BASE = {
    name: place for name, place in _EXTENSIONS.items() if "RemoteControl" not in name
}
SPIDER_MIDDLEWARES: dict[str, int | None] = {
    # The scope limits addresses, and no callback copies a whole meta: each costs a step a request.
    "scrapy.spidermiddlewares.urllength.UrlLengthMiddleware": None,
    "scrapy.spidermiddlewares.metacopy.MetaCopyDetectionMiddleware": None,
}
ITEM_PIPELINES: dict[str, int] = {
    "pipelines.deciding.DecideUnits": 200,
    "pipelines.check.CheckPages": 300,
    "pipelines.store.StoreRecords": 400,
}

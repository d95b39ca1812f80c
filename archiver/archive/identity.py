"""Which crawl a run belongs to: a new one, or the one that was stopped."""

import datetime

from archiver.archive.index import Index
from archiver.home import Home

_TAKEN_UP = datetime.timedelta(days=7)
"""A crawl that stopped longer ago is not gone on with: its answers would pass for today's."""
_SECOND = datetime.timedelta(seconds=1)

# No key of a site has such a name.
_SURVEY = "survey."
_LOOK = "new."
_TIME = "%Y%m%dT%H%M%SZ"


def crawl_id(site: str, time: datetime.datetime, *, only_new: bool = False) -> str:
    """The name of a new crawl: whether it is ``only_new``, site, start to the second in UTC."""
    return f"{_LOOK if only_new else ''}{site}-{time.astimezone(datetime.UTC).strftime(_TIME)}"


def survey_id(site: str, time: datetime.datetime) -> str:
    """The name of a survey: evidence for a site's profile, of which no records are made."""
    return f"{_SURVEY}{crawl_id(site, time)}"


def is_survey(crawl: str) -> bool:
    """Whether a crawl is a survey."""
    return crawl.startswith(_SURVEY)


def crawl_to_run(home: Home, site: str, now: datetime.datetime, *, only_new: bool = False) -> str:
    """The crawl of ``site`` that was stopped before its end within a week, else a new one.

    Of two that begin within a second the later is named after the next: a name is one crawl's.

    A look for what is ``only_new`` leaves a stopped whole crawl to be gone on with, and the other
    way round: a whole crawl of a large site takes several nights.
    """
    if home.index.exists():
        index = Index(home.index, read_only=True)
        stopped = index.unfinished(site, _LOOK if only_new else "")
        begun = now
        while index.has_crawl(crawl_id(site, begun, only_new=only_new)):
            begun += _SECOND
        index.close()
        if stopped is not None and now - _started(stopped) < _TAKEN_UP:
            return stopped
        now = begun
    return crawl_id(site, now, only_new=only_new)


def _started(crawl: str) -> datetime.datetime:
    """When a crawl began; long ago, if its name does not say so."""
    try:
        time = datetime.datetime.strptime(crawl.rsplit("-", 1)[-1], _TIME)
    except ValueError:
        time = datetime.datetime.min
    return time.replace(tzinfo=datetime.UTC)

"""The memory of a crawl that goes on: what of it still holds, and when none of it does."""

import hashlib
import json

from archiver import __version__
from archiver.archive import Index
from archiver.home import Home
from archiver.parsers import PARSER_VERSION
from archiver.records import SiteProfile
from archiver.store import Store
from spiders.frontier import LAYOUT, Frontier
from spiders.job import Job

_NOT_READ_BY = {"politeness", "budget"}
"""Parts of a profile that change neither what a page says nor what it leads to."""


def frontier_of(crawl: str, profile: SiteProfile, job: Job, home: Home, index: Index) -> Frontier:
    """What ``crawl`` has settled, as far as its archive and records are still there.

    Nothing, when pages may now be read otherwise or lead elsewhere: then they are all read again.
    """
    decisions = home.unit_decisions
    terms = {
        "layout": LAYOUT,
        "crawl": crawl,
        "software": __version__,
        "parser": PARSER_VERSION,
        "profile": profile.model_dump(mode="json", exclude=_NOT_READ_BY),
        "asking": job.asking,
        "until": str(job.until),
        "units": hashlib.sha256(decisions.read_bytes()).hexdigest() if decisions.exists() else "",
    }
    frontier = Frontier(
        home.frontier(crawl.rpartition("-")[0]), json.dumps(terms, ensure_ascii=False)
    )
    if not frontier.is_new:
        with Store.open(home.database) as store:
            frontier.forget_all_but(index.whole(crawl), store.stored_captures(crawl))
    return frontier

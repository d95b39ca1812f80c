"""What a person asks of a crawl."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, Self, get_args

from archiver.errors import ArchiverError
from archiver.home import Home
from archiver.records import SiteProfile
from spiders.profiles import load_profile, profile_for_url

Asking = Literal["changed", "full", "new-only"]
"""``changed``: every page, those that are held only if they changed; ``full``: every page anew,
unconditionally; ``new-only``: the lists, as far as they show something new, and what is not held.
"""


@dataclass(frozen=True, slots=True)
class Job:
    """One site to crawl: the key of a profile or a URL, and how much of it."""

    site: str | None = None
    url: str | None = None
    limit: int | None = None
    until: datetime.date | None = None
    asking: Asking = "changed"

    @classmethod
    def of(cls, arguments: Mapping[str, str | None]) -> Self:
        """The job that the spider's arguments (``-a``) ask for; ArchiverError for a wrong one."""
        limit = arguments.get("limit")
        if limit is not None and not (limit.isdecimal() and int(limit)):
            raise ArchiverError(f"limit={limit}: not a number of pages; write for example 50")
        wanted = arguments.get("asking") or "changed"
        asking = next((one for one in get_args(Asking) if one == wanted), None)
        if asking is None:
            raise ArchiverError(f"asking={wanted}: must be {', '.join(get_args(Asking))}")
        return cls(
            site=arguments.get("site"),
            url=arguments.get("url"),
            limit=int(limit) if limit else None,
            until=day(arguments.get("until"), "until="),
            asking=asking,
        )

    @property
    def name(self) -> str:
        """What it is called while it runs."""
        return self.site or self.url or ""

    @property
    def only_new(self) -> bool:
        """Whether it is a look for what is not held yet."""
        return self.asking == "new-only"

    @property
    def partial(self) -> bool:
        """Whether only a part of the site is asked for, however often the crawl goes on."""
        return self.until is not None

    def profile(self, home: Home) -> SiteProfile:
        """The profile of the site; ArchiverError when there is none or it is wrong."""
        if not self.name:
            raise ArchiverError("say which site: site=KEY ('archiver sites' lists them) or url=URL")
        return load_profile(self.site, home.sites) if self.site else profile_for_url(self.url or "")

    def arguments(self) -> dict[str, Any]:
        """The spider's arguments."""
        return {
            "site": self.site,
            "url": self.url,
            "limit": str(self.limit) if self.limit else None,
            "until": self.until.isoformat() if self.until else None,
            "asking": self.asking,
        }


def day(text: str | None, option: str) -> datetime.date | None:
    """An ISO day that a person wrote behind ``option``; ArchiverError when it is none."""
    try:
        return datetime.date.fromisoformat(text) if text else None
    except ValueError:
        raise ArchiverError(
            f"{option}{text!r} is not a day; write it as YYYY-MM-DD, for example 2008-01-01"
        ) from None

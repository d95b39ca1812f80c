"""A site profile: facts about a site that a person wrote down, no behaviour."""

import datetime
from typing import Literal

from pydantic import Field, HttpUrl

from archiver.records.base import Record


class SeriesFacts(Record):
    """A bulletin series expected on a site; ``cadence`` is how often an issue should appear."""

    name: str
    cadence: Literal["weekly", "dekad", "half-monthly", "monthly", "quarterly", "irregular"] = (
        "irregular"
    )
    first_issue: str | None = None


Hours = tuple[datetime.time, datetime.time]


class Politeness(Record):
    """How gently to ask; ``reason`` is due when a value is less polite than the default.

    ``hours`` are the first and last time of day, in China, at which the site may be asked; they
    may pass midnight.
    """

    delay_seconds: float = Field(default=1.0, ge=0.0)
    connections: int = Field(default=1, ge=1, le=8)
    hours: Hours | None = None
    reason: str | None = None


class Budget(Record):
    """How much one run of a crawl may take: pages asked for, hours, and bytes of answers.

    Reached, the crawl stops and says so; the next run goes on from there.
    """

    pages: int = Field(default=100_000, ge=1)
    hours: float = Field(default=48.0, gt=0)
    gigabytes: float = Field(default=20.0, gt=0)


class SiteProfile(Record):
    """Who a site belongs to, where to start, and what is in scope.

    ``division`` is the six-digit GB/T 2260 code of the place the owner is responsible for;
    ``hosts`` are the only hosts requests may go to; ``columns`` are names of the list pages that
    matter (empty = all). ``private_network`` allows loopback and private addresses.
    """

    key: str = Field(pattern=r"^[a-z0-9][a-z0-9-]*$")
    name: str
    division: str | None = Field(default=None, pattern=r"^\d{6}$")
    level: Literal["national", "province", "prefecture", "county", "township"] | None = None
    kind: Literal["union", "government", "party", "other"] = "other"
    start: tuple[HttpUrl, ...] = Field(min_length=1)
    hosts: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    series: tuple[SeriesFacts, ...] = ()
    cms: str | None = None
    encoding: str | None = None
    politeness: Politeness = Politeness()
    budget: Budget = Budget()
    private_network: bool = False
    notes: str | None = None

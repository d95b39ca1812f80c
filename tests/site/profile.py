"""Profiles of the tests' own sites."""

from pathlib import Path

from archiver.home import Home
from archiver.records import SiteProfile
from spiders.profiles import write_profile


def hurried(key: str, *start: str, connections: int = 1, **facts: object) -> SiteProfile:
    """A site on this machine that is asked without waiting."""
    politeness = {"delay_seconds": 0, "connections": connections, "reason": "our own"}
    return SiteProfile.model_validate(
        {"key": key, "name": "宜黄县总工会", "start": start, "private_network": True}
        | {"politeness": politeness, **facts}
    )


def write_hurried(home: Path, key: str, *start: str, connections: int = 1, **facts: object) -> None:
    """Give the home folder such a profile."""
    write_profile(hurried(key, *start, connections=connections, **facts), Home(home).sites)

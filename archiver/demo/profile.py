"""The profile of the demo site, as a person would write it for a real one."""

from urllib.parse import urlsplit

from archiver.demo.content import load
from archiver.records import Politeness, SeriesFacts, SiteProfile


def demo_profile(base_url: str) -> SiteProfile:
    """Profile of the site served at ``base_url``."""
    facts = load().facts
    series = {issue.series: issue for issue in reversed(load().issues)}
    return SiteProfile.model_validate(
        {
            "key": "demo",
            "name": facts.name,
            "division": facts.division,
            "level": "county",
            "kind": "union",
            "start": [f"{base_url}/"],
            "hosts": [urlsplit(base_url).hostname],
            "columns": [column.name for column in facts.columns],
            "series": [
                SeriesFacts(name=name, first_issue=first.label) for name, first in series.items()
            ],
            "encoding": "gb2312",
            "politeness": Politeness(
                delay_seconds=0, connections=4, reason="our own server on the loopback interface"
            ),
            "private_network": True,
            "notes": "县是真的，网站上的人、企业和事都是编的。",
        }
    )

import json
import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from scrapy.signalmanager import SignalManager

from archiver.home import Home
from archiver.records import SiteProfile
from archiver.records.crawl import CrawlReport
from archiver.records.site import Budget
from spiders.budget import SpendBudget
from spiders.profiles import write_profile
from tests.site.county import county, served

ROOT = Path(__file__).parent.parent.parent


def crawl(home: Path, url: str, budget: dict[str, float]) -> CrawlReport:
    profile = SiteProfile.model_validate(
        {"key": "county", "name": "宜黄县总工会", "start": [url], "private_network": True}
        | {"politeness": {"delay_seconds": 0, "reason": "our own"}, "budget": budget}
    )
    write_profile(profile, Home(home).sites)
    done = subprocess.run(
        [sys.executable, "-m", "archiver", "crawl", "county", "--json"],
        cwd=ROOT,
        env={**os.environ, "ARCHIVER_HOME": str(home)},
        capture_output=True,
        text=True,
        check=False,
    )
    report = CrawlReport.model_validate(json.loads(done.stdout)[0])
    assert done.returncode == (0 if report.verdict == "ok" else 1)
    return report


def test_a_spent_budget_is_told_and_the_next_run_goes_on(tmp_path: Path) -> None:
    with served(county()) as server:
        first = crawl(tmp_path, server.url, {"pages": 8})
        assert (first.verdict, first.extent) == ("suspicious", "part")
        assert "budget_pages" in [reason.code for reason in first.reasons]
        before = list(server.requests)
        assert 8 <= len(before) <= 9
        server.requests.clear()
        second = crawl(tmp_path, server.url, {})
        assert (second.verdict, second.extent, second.crawl) == ("ok", "whole", first.crawl)
        assert second.counts["new"] == 10
        assert not set(before) & set(server.requests)


@pytest.mark.parametrize(
    ("budget", "spent", "told"),
    [
        (Budget(), {}, None),
        (Budget(hours=1e-9), {}, "hours"),
        (Budget(gigabytes=0.5), {"archive/bytes": 1 << 29}, "gigabytes"),
        (Budget(pages=3), {"archive/exchanges": 2}, None),
    ],
)
def test_time_and_bytes_are_limited_too(
    budget: Budget, spent: dict[str, int], told: str | None
) -> None:
    crawler: Any = SimpleNamespace(
        stats=SimpleNamespace(get_value=spent.get),
        signals=SignalManager(),
    )
    assert SpendBudget(crawler, budget).spent() == told

import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from scrapy.signalmanager import SignalManager

from archiver.records.crawl import CrawlReport
from archiver.records.site import Budget
from spiders.budget import SpendBudget
from tests.command import archiver
from tests.site.county import county, served
from tests.site.profile import write_hurried


def crawl(home: Path, url: str, budget: dict[str, float]) -> CrawlReport:
    write_hurried(home, "county", url, budget=budget)
    done = archiver(home, "crawl", "county", "--json")
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

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from archiver.records import SiteProfile
from spiders.profiles import write_profile
from spiders.traps import skeleton
from tests.site import LocalServer, trap_site, traps

ROOT = Path(__file__).parent.parent.parent
COSTLY = {"slow", "huge"}


@pytest.fixture(scope="module")
def crawled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[LocalServer, Any]]:
    """The trap site after a crawl, with its report."""
    home = tmp_path_factory.mktemp("home")
    with trap_site() as site:
        profile = SiteProfile.model_validate(
            {
                "key": "traps",
                "name": "某县总工会",
                "start": [f"{site.url}/{name}/" for name in traps.TRAPS if name not in COSTLY],
                "private_network": True,
                "politeness": {"delay_seconds": 0, "connections": 8, "reason": "our own"},
            }
        )
        write_profile(profile, home / "sites")
        done = subprocess.run(
            [sys.executable, "-m", "archiver", "crawl", "traps", "--json", "--home", str(home)],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
        yield site, json.loads(done.stdout)[0]


@pytest.mark.parametrize("name", sorted(traps.TRAPS.keys() - COSTLY))
def test_every_item_beside_a_trap_is_found(crawled: tuple[LocalServer, Any], name: str) -> None:
    site, _ = crawled
    assert not set(traps.items(name)) - {target.partition("?")[0] for _, target in site.requests}


@pytest.mark.parametrize("name", ["calendar", "session", "endless", "empty", "deep", "loop"])
def test_a_trap_without_end_is_left_again(crawled: tuple[LocalServer, Any], name: str) -> None:
    site, _ = crawled
    assert len(site.asked(f"/{name}/")) < 60


def test_a_chain_that_gives_nothing_new_is_reported(crawled: tuple[LocalServer, Any]) -> None:
    _, report = crawled
    assert report["counts"]["barren_chains"] >= 1


def test_what_gave_no_page_is_counted_with_the_reason(crawled: tuple[LocalServer, Any]) -> None:
    _, report = crawled
    assert report["verdict"] == "suspicious"
    codes = {reason["code"] for reason in report["reasons"]}
    assert {"failed_connection_lost", "failed_http_521"} <= codes
    assert "callback_errors" not in codes


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("http://a/list_3_2.html", "http://a/list_3_17.html"),
        ("http://a/cal/?y=2008&m=6", "http://a/cal/?m=7&y=2031"),
        ("http://a/deep/more/", "http://a/deep/more/more/more/"),
    ],
)
def test_pages_of_one_list_have_one_skeleton(one: str, other: str) -> None:
    assert skeleton(one) == skeleton(other)


@pytest.mark.parametrize("other", ["http://a/art/2.html", "http://a/list_3_2.html?id=1"])
def test_other_pages_have_another(other: str) -> None:
    assert skeleton("http://a/list_3_2.html") != skeleton(other)

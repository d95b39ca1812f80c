"""How fast sites are asked: the times that real servers saw, and what they had asked for."""

import datetime
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from email.utils import format_datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from archiver.records import SiteProfile
from spiders.pace import LONGEST_WAIT, MOST_BUSY, retry_after, seconds_open
from spiders.profiles import write_profile
from tests.command import archiver
from tests.site import LocalServer
from tests.site.paging import item, page
from tests.site.profile import write_hurried
from tests.site.server import Reply, Request, Route

ROOT = Path(__file__).parent.parent.parent
NOW = datetime.datetime(2026, 3, 4, 5, 6, 7, tzinfo=datetime.UTC)
CONTACT = "https://history.example/contact"
CLOCKS_DIFFER = 0.05
ITEMS = ["/1.html", "/2.html", "/3.html"]


def site(robots: str = "", **answers: Route) -> dict[str, Route]:
    """Three items; ``second`` answers for ``/2.html``, ``rules`` for ``/robots.txt``."""

    def home(request: Request) -> Reply:
        if request.path == "/":
            rows = "".join(f'<li><a href="{path}">第{path[1]}次会议</a>' for path in ITEMS)
            return Reply(page(f"<ul>{rows}</ul>"))
        return Reply(item(ITEMS.index(request.path) + 1))

    routes: dict[str, Route] = {
        "/robots.txt": lambda _: Reply(f"User-agent: *\n{robots}", content_type="text/plain"),
        "/": home,
    }
    paths = {"second": "/2.html", "rules": "/robots.txt"}
    return routes | {paths[name]: answer for name, answer in answers.items()}


def busy_once(status: int, wait: str | None) -> Route:
    def answer(request: Request) -> Reply:
        if request.count > 1:
            return Reply(item(2))
        headers = {} if wait is None else {"Retry-After": wait}
        return Reply("<p>繁忙", status=status, headers=headers)

    return answer


def busy_until_a_date(request: Request) -> Reply:
    then = datetime.datetime.now(datetime.UTC) + datetime.timedelta(seconds=4)
    return busy_once(503, format_datetime(then, usegmt=True))(request)


def busy_twice(request: Request) -> Reply:
    return Reply(item(2)) if request.count > 2 else Reply("<p>繁忙", status=503)


SITES = {
    "plain": site(),
    "crawl-delay": site("Crawl-delay: 2"),
    "seconds": site(second=busy_once(429, "3")),
    "date": site(second=busy_until_a_date),
    "nothing said": site(second=busy_twice),
    "for long": site(second=busy_once(503, str(LONGEST_WAIT + 1))),
    "no robots": site(rules=lambda _: Reply("<h1>500</h1>", status=500)),
    "closed": site(),
}


class Crawled:
    def __init__(self, servers: dict[str, LocalServer], reports: dict[str, Any]) -> None:
        self.servers, self.reports = servers, reports

    def gaps(self, name: str) -> list[float]:
        """Seconds between one request and the next."""
        times = self.servers[name].times
        return [later - earlier for earlier, later in pairwise(times)]

    def around(self, name: str, target: str) -> list[float]:
        """Seconds between one request for ``target`` and the next."""
        server = self.servers[name]
        asked = zip(server.requests, server.times, strict=True)
        times = [when for (_, what), when in asked if what == target]
        return [later - earlier for earlier, later in pairwise(times)]

    def codes(self, name: str) -> set[str]:
        return {reason["code"] for reason in self.reports[name]["reasons"]}


@pytest.fixture(scope="module")
def crawled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Crawled]:
    """All sites crawled side by side by one command, each on a loopback host of its own."""
    home = tmp_path_factory.mktemp("home")
    hour = datetime.datetime.now(datetime.timezone(datetime.timedelta(hours=8))).hour
    with ExitStack() as stack:
        servers: dict[str, LocalServer] = {}
        for number, (name, routes) in enumerate(SITES.items(), 1):
            server = stack.enter_context(LocalServer(routes, f"127.0.0.{number}"))
            servers[name] = server
            hours = (f"{(hour + 2) % 24:02}:00", f"{(hour + 3) % 24:02}:00")
            politeness = {"hours": hours} if name == "closed" else {}
            profile = {
                "key": name.replace(" ", "-"),
                "name": "某县总工会",
                "start": [server.url + "/"],
                "private_network": True,
                "politeness": politeness,
            }
            write_profile(SiteProfile.model_validate(profile), home / "sites")
        keys = [name.replace(" ", "-") for name in SITES]
        done = subprocess.run(
            [sys.executable, "-m", "archiver", "crawl", *keys, "--json", "--home", str(home)],
            cwd=ROOT,
            env=os.environ | {"ARCHIVER_CONTACT": CONTACT},
            capture_output=True,
            text=True,
            check=False,
        )
        reports = dict(zip(SITES, json.loads(done.stdout), strict=True))
        yield Crawled(servers, reports)


def test_by_default_one_connection_asks_a_host_at_most_once_a_second(crawled: Crawled) -> None:
    assert len(crawled.gaps("plain")) == 4  # robots.txt, the start page, three items
    assert min(crawled.gaps("plain")) >= 1 - CLOCKS_DIFFER
    assert {server.most_connections for server in crawled.servers.values()} <= {0, 1}


def test_sites_do_not_wait_for_each_other(crawled: Crawled) -> None:
    begun = {name: server.times[0] for name, server in crawled.servers.items() if server.times}
    ended = {name: server.times[-1] for name, server in crawled.servers.items() if server.times}
    assert max(begun.values()) < min(ended.values())
    assert ended["plain"] < ended["crawl-delay"]


def test_the_user_agent_names_the_program_and_whom_to_ask(crawled: Crawled) -> None:
    for server in crawled.servers.values():
        for agent in server.user_agents:
            assert agent.startswith("bulletin-archiver/")
            assert CONTACT in agent


def test_the_delay_that_robots_txt_names_is_kept(crawled: Crawled) -> None:
    assert len(crawled.gaps("crawl-delay")) == 4
    assert min(crawled.gaps("crawl-delay")) >= 2 - CLOCKS_DIFFER


@pytest.mark.parametrize(("name", "seconds"), [("seconds", 3), ("date", 2.9)])
def test_a_busy_server_is_left_alone_as_long_as_it_asks(
    crawled: Crawled, name: str, seconds: float
) -> None:
    # A date has no fractions of a second.
    assert crawled.around(name, "/2.html")[0] >= seconds - CLOCKS_DIFFER
    assert max(crawled.gaps(name)) >= seconds - CLOCKS_DIFFER  # nothing else was asked meanwhile
    assert "told_to_wait" in crawled.codes(name)
    assert crawled.reports[name]["verdict"] == "ok"


def test_a_busy_server_that_says_nothing_is_left_alone_for_ever_longer(crawled: Crawled) -> None:
    first, second = crawled.around("nothing said", "/2.html")
    assert first >= 1 - CLOCKS_DIFFER
    assert second >= 2 - CLOCKS_DIFFER


def test_who_is_asked_to_wait_for_long_comes_back_another_time(crawled: Crawled) -> None:
    assert crawled.codes("for long") >= {"asked_to_wait", "told_to_wait"}
    assert crawled.reports["for long"]["verdict"] == "suspicious"
    assert crawled.around("for long", "/2.html") == []


def test_a_robots_txt_that_the_server_fails_to_give_closes_the_site(crawled: Crawled) -> None:
    asked = {target for _, target in crawled.servers["no robots"].requests}
    assert asked == {"/robots.txt"}
    assert crawled.reports["no robots"]["verdict"] == "failed"


def test_outside_of_its_hours_a_site_is_not_asked(crawled: Crawled) -> None:
    assert crawled.servers["closed"].requests == []
    assert "China time" in str(crawled.reports["closed"]["reasons"])


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        (b"120", 120),
        (b" 7 ", 7),
        (b"Wed, 04 Mar 2026 05:07:07 GMT", 60),
        (b"Wed, 04 Mar 2026 05:00:00 GMT", 0),
        (b"-5", None),
        (b"soon", None),
        (b"", None),
        (None, None),
        (b"\xff\xfe", None),
    ],
)
def test_a_retry_after_is_a_number_or_a_date(header: bytes | None, seconds: float | None) -> None:
    assert retry_after(header, NOW) == seconds


@pytest.mark.parametrize(
    ("first", "last", "now", "hours"),
    [
        ((22, 0), (6, 0), (23, 0), 7),
        ((22, 0), (6, 0), (5, 30), 0.5),
        ((22, 0), (6, 0), (6, 0), 0),
        ((22, 0), (6, 0), (12, 0), 0),
        ((9, 0), (17, 0), (9, 0), 8),
        ((9, 0), (17, 0), (17, 1), 0),
        ((0, 0), (0, 0), (12, 0), 12),
    ],
)
def test_hours_may_pass_midnight(
    first: tuple[int, int], last: tuple[int, int], now: tuple[int, int], hours: float
) -> None:
    day = (datetime.time(*first), datetime.time(*last))
    assert seconds_open(day, datetime.time(*now)) == hours * 3600


def test_a_crawl_ends_with_its_hours_and_goes_on_in_the_next(tmp_path: Path) -> None:
    china = datetime.timezone(datetime.timedelta(hours=8))
    with LocalServer(site()) as server:
        facts: dict[str, Any] = {
            "key": "night",
            "name": "某县总工会",
            "start": [server.url + "/"],
            "private_network": True,
        }
        archiver(tmp_path, "--version")  # what commands load is not loaded within the hours
        end = (datetime.datetime.now(china) + datetime.timedelta(seconds=8)).time()
        start = (datetime.datetime.now(china) - datetime.timedelta(hours=1)).time()
        reports = []
        for hours in ([start.isoformat(), end.isoformat()], None):
            facts["politeness"] = {"hours": hours, "delay_seconds": 3 if hours else 0}
            write_profile(SiteProfile.model_validate(facts), tmp_path / "sites")
            reports += json.loads(archiver(tmp_path, "crawl", "night", "--json").stdout)
        targets = [target for _, target in server.requests if target != "/robots.txt"]
    assert "hours_over" in {reason["code"] for reason in reports[0]["reasons"]}
    assert reports[0]["crawl"] == reports[1]["crawl"]
    assert sorted(targets) == ["/", *ITEMS]


def crawl(home: Path, *options: str) -> Any:
    (report,) = json.loads(archiver(home, "crawl", "hurried", "--json", *options).stdout)
    return report


def test_a_site_that_is_asked_without_delay_is_left_alone_as_long_as_it_asks(
    tmp_path: Path,
) -> None:
    with LocalServer(site(second=busy_once(503, "2"))) as server:
        write_hurried(tmp_path, "hurried", server.url + "/", connections=2)
        assert crawl(tmp_path)["verdict"] == "ok"
        gaps = [later - earlier for earlier, later in pairwise(server.times)]
    assert max(gaps) >= 2 - CLOCKS_DIFFER


def test_nothing_but_busy_answers_end_a_crawl_and_cost_no_page(tmp_path: Path) -> None:
    is_busy = True
    items = [f"/{number}.html" for number in range(1, 9)]

    def answer(request: Request) -> Reply:
        if request.path == "/":
            return Reply(page("".join(f'<li><a href="{one}">第{one}次会议' for one in items)))
        if is_busy:
            return Reply("<p>繁忙", status=429, headers={"Retry-After": "0"})
        return Reply(item(int(request.path[1])))

    with LocalServer({"/robots.txt": lambda _: Reply("", status=404), "/": answer}) as server:
        write_hurried(tmp_path, "hurried", server.url + "/")
        first = crawl(tmp_path)
        assert "asked_to_wait" in {reason["code"] for reason in first["reasons"]}
        assert len(server.requests) < 2 + MOST_BUSY + 3
        is_busy = False
        second = crawl(tmp_path)
        asked = [target for _, target in server.requests]
    assert (second["verdict"], second["crawl"]) == ("ok", first["crawl"])
    assert second["counts"]["articles"] == len(items)
    assert asked.count("/") == 1

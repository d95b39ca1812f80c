"""How long a stopped crawl takes from its command to its first new request.

Run with ``make bench-archive``. Two sites on loopback: lists with fifty articles each, and a chain
of articles that only lead to the next. Each is crawled until so many pages are archived, killed,
and crawled again three times; beside it, how long a crawl that has nothing behind it takes to its
first request. Exits with 1 when going on takes more than a second for 2 000 archived pages.
"""

import argparse
import os
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from archiver.home import Home
from archiver.records import SiteProfile
from spiders.profiles import write_profile
from tests.site.paging import item, page
from tests.site.server import LocalServer, Reply, Request

MOST_SECONDS = 1.0
ARCHIVED = 2000
_ENTRIES = 50
_ROUNDS = 3


@dataclass(frozen=True, slots=True)
class Taken:
    """Wall clock and CPU of the crawl's own process, in seconds."""

    wall: float
    cpu: float


def lists(request: Request) -> Reply:
    number = _number(request)
    if request.path.startswith("/a/"):
        return Reply(item(number % 9 + 1, request.path))
    entries = range(number * _ENTRIES, (number + 1) * _ENTRIES)
    rows = "".join(f'<li><a href="/a/{n}.html">{_title(n)}</a></li>' for n in entries)
    return Reply(page(f'<ul>{rows}</ul><a href="/list_{number + 1}.html">下一页</a>'))


def chain(request: Request) -> Reply:
    number = _number(request)
    further = f'下一篇：<a href="/a/{number + 1}.html">{_title(number + 1)}</a></body>'
    return Reply(item(number % 9 + 1, request.path).replace("</body>", further))


def _number(request: Request) -> int:
    return int(re.sub(r"\D", "", request.path) or 0)


def _title(number: int) -> str:
    return f"第{number}次主席办公会议召开"


def crawl(home: Home, is_enough: Callable[[], bool]) -> Taken:
    """Crawl until it is enough, then kill."""
    process = subprocess.Popen(
        [sys.executable, "-m", "archiver", "crawl", "long", "--home", str(home.path)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    begin = time.monotonic()
    while not is_enough():
        if process.poll() is not None:
            sys.exit("the crawl ended by itself")
        time.sleep(0.002)
    wall = time.monotonic() - begin
    times = Path(f"/proc/{process.pid}/stat").read_text("ascii").rpartition(")")[2].split()
    cpu = (int(times[11]) + int(times[12])) / os.sysconf("SC_CLK_TCK")
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    return Taken(wall, cpu)


def to_first_new(server: LocalServer, home: Home) -> Taken:
    """The time until something is asked that was not asked before; the best of some."""
    taken = []
    for _ in range(_ROUNDS):
        known = set(server.requests)
        asked = len(server.requests)
        taken.append(crawl(home, lambda: not known.issuperset(server.requests[asked:])))  # noqa: B023
    return min(taken, key=lambda one: one.cpu)


def measure(route: Callable[[Request], Reply], pages: int, folder: Path) -> tuple[Taken, Taken]:
    """The first requests of a crawl that has just begun, and of one that goes on."""
    home = Home(folder)
    no_robots = {"/robots.txt": lambda _: Reply("", status=404)}
    with LocalServer({**no_robots, "/": route}) as server:
        facts = {
            "key": "long",
            "name": "某县总工会",
            "start": [f"{server.url}/"],
            "private_network": True,
            "politeness": {"delay_seconds": 0, "connections": 8, "reason": "our own server"},
        }
        write_profile(SiteProfile.model_validate(facts), home.sites)
        begun = to_first_new(server, home)
        crawl(home, lambda: len(server.requests) > pages)
        return begun, to_first_new(server, home)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=ARCHIVED)
    pages: int = parser.parse_args().pages
    kept = True
    print(f"resume, {pages} archived pages: seconds from the command to the first new request")
    for name, route in (("lists of articles", lists), ("a chain of articles", chain)):
        with tempfile.TemporaryDirectory() as folder:
            begun, resumed = measure(route, pages, Path(folder))
        print(
            f"  {name:20} {resumed.wall:6.2f}   CPU {resumed.cpu:.2f}, "
            f"of which {begun.cpu:.2f} is the start of any crawl"
        )
        kept &= resumed.cpu - begun.cpu <= MOST_SECONDS * pages / ARCHIVED
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())

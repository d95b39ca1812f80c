"""A crawl that is killed or stopped, at any moment: the same command goes on as if nothing was.

``KILLS`` sets how often the crawl is killed (``make kills``: 50 times).
"""

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

from archiver.demo import DemoSite, demo_profile
from spiders.profiles import write_profile
from tests.command import archiver
from tests.site import LocalServer
from tests.site.paging import item, page
from tests.site.profile import write_hurried
from tests.site.server import Reply, Request

ROOT = Path(__file__).parents[2]
KILLS = int(os.environ.get("KILLS", "4"))
CONNECTIONS = 4
Crawl = subprocess.Popen[bytes]


def start(home: Path, site: str) -> Crawl:
    command = [sys.executable, "-m", "archiver", "crawl", site, "--json", "--home", str(home)]
    return subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, start_new_session=True
    )


def crawl(home: Path, site: str) -> dict[str, Any]:
    """The report of a crawl that is let come to its end."""
    report: dict[str, Any] = json.loads(archiver(home, "crawl", site, "--json").stdout)[0]
    return report


def records(home: Path) -> dict[str, list[Any]]:
    """What the database holds of pages and texts, however it came there."""
    database = sqlite3.connect(home / "archive.sqlite")
    questions = {
        "pages": "SELECT url, digest, live, current FROM versions v JOIN pages p ON p.id = page_id",
        "issues": "SELECT identity, year, number FROM issues",
        "articles": "SELECT url, position, a.title, text_digest FROM articles a "
        "JOIN versions v ON v.id = version_id JOIN pages p ON p.id = page_id",
        "captures": "SELECT url, method, status, payload_digest FROM captures",
    }
    found = {name: sorted(database.execute(q), key=repr) for name, q in questions.items()}
    database.close()
    return found


def captured(home: Path) -> Counter[tuple[str, str]]:
    """How often each question has a whole answer in the archive."""
    index = sqlite3.connect(home / "index.sqlite")
    rows = index.execute('SELECT "key", url FROM captures WHERE truncated IS NULL').fetchall()
    index.close()
    return Counter(rows)


def test_kills_at_random_moments_lose_and_double_nothing(tmp_path: Path) -> None:
    chance = random.Random(KILLS)
    whole, killed = tmp_path / "whole", tmp_path / "killed"
    with DemoSite() as site:
        for home in (whole, killed):
            write_profile(demo_profile(site.url), home / "sites")
        wanted = crawl(whole, "demo")
        count = len(site.requests)
        before = Counter(site.requests)
        moments = sorted(chance.randrange(count) for _ in range(KILLS))
        done = 0
        for moment in moments:
            process = start(killed, "demo")
            while len(site.requests) - count < moment and process.poll() is None:
                time.sleep(0.002)
            time.sleep(chance.random() * (0.05 if moment else 2))
            if process.poll() is None:
                process.kill()
                done += 1
            process.communicate()
        report = crawl(killed, "demo")
        asked = Counter(site.requests) - before
    assert done >= KILLS * 0.8  # the crawl was under way when it was killed
    assert set(captured(killed).values()) == {1}
    assert records(killed) == records(whole)
    # What was under way at a kill is asked again, and nothing else.
    assert asked.total() - len(asked) <= done * CONNECTIONS
    assert set(asked) == set(before)
    for name in ("pages", "issues", "articles", "documents", "listings", "contributors", "dates"):
        assert report["counts"].get(name) == wanted["counts"].get(name), name
    assert report["verdict"] == wanted["verdict"]
    codes = [[(r["code"], r["count"]) for r in one["reasons"]] for one in (report, wanted)]
    assert codes[0] == codes[1]


ITEMS = [f"/{n}.html" for n in range(1, 13)]


def slow(request: Request) -> Reply:
    """A list of twelve items, each of which takes half a second to come."""
    if request.path in ITEMS:
        time.sleep(0.5)
        return Reply(item(ITEMS.index(request.path) % 9 + 1, request.path[1:-5]))
    rows = "".join(f'<li><a href="{path}">第{path[1:-5]}次会议召开</a>' for path in ITEMS)
    return Reply(page(f"<ul>{rows}</ul>")) if request.path == "/" else Reply("", status=404)


def interrupted(site: LocalServer, home: Path, times: int) -> tuple[int, dict[str, Any] | None]:
    """Ctrl-C ``times`` in the middle of a page; requests sent by then, and the report."""
    write_hurried(home, "slow", site.url + "/", connections=2)
    process = start(home, "slow")
    while len(site.asked("/")) < 5:
        assert process.poll() is None
        time.sleep(0.01)
    for _ in range(times):
        os.killpg(process.pid, signal.SIGINT)  # a terminal sends it to all processes of a command
        time.sleep(0.1)
    sent = len(site.requests)
    out, _ = process.communicate(timeout=60)
    return sent, json.loads(out)[0] if out else None


def test_the_first_interrupt_finishes_what_is_under_way_and_reports(tmp_path: Path) -> None:
    with LocalServer({"/": slow}) as site:
        sent, report = interrupted(site, tmp_path, 1)
        assert len(site.requests) == sent  # nothing new was asked
        assert report is not None
        assert "ended_early" in {reason["code"] for reason in report["reasons"]}
        held = captured(tmp_path)
        assert len(held) == sent  # what was under way was kept
        after = crawl(tmp_path, "slow")
        assert len(site.requests) == len(set(site.requests))
    assert after["verdict"] == "ok"
    assert after["counts"]["pages"] == 1 + len(ITEMS)


def test_the_second_interrupt_stops_at_once_and_loses_nothing_that_was_kept(tmp_path: Path) -> None:
    with LocalServer({"/": slow}) as site:
        interrupted(site, tmp_path, 2)
        after = crawl(tmp_path, "slow")
        repeated = len(site.requests) - len(set(site.requests))
    assert repeated <= 2
    assert set(captured(tmp_path).values()) == {1}
    assert after["counts"]["pages"] == 1 + len(ITEMS)

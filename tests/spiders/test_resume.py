"""A stopped crawl goes on from what it remembers, and reads again only what it does not."""

import os
import re
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from archiver.home import Home
from archiver.records.crawl import Note
from spiders.columns import Column, Lead, Listed
from spiders.following import Followed, Step
from spiders.frontier import Frontier, Outcome
from spiders.scope import mark_of
from tests import forks
from tests.site.paging import item, page
from tests.site.profile import write_hurried
from tests.site.server import LocalServer, Reply, Request
from tests.store.samples import capture

ROOT = Path(__file__).parents[2]
LISTS, ENTRIES, CHAIN = 4, 5, 12


def answer(request: Request) -> Reply:
    """Lists, each linked from the one before, with entries, and a chain of articles."""
    path = request.path
    number = int(re.sub(r"\D", "", path) or 0)
    if path.startswith("/a/"):
        return Reply(item(number % 9 + 1, path))
    if path.startswith("/chain/"):
        further = f'下一篇：<a href="/chain/{number + 1}.html">{_title(number + 1)}</a></body>'
        text = item(number % 9 + 1, path)
        return Reply(text.replace("</body>", further) if number + 1 < CHAIN else text)
    entries = range(number * ENTRIES, (number + 1) * ENTRIES)
    rows = "".join(f'<li><a href="/a/{n}.html">{_title(n)}</a></li>' for n in entries)
    rows += f'<li><a href="/chain/0.html">{_title(0)}</a></li>' if number == 0 else ""
    further = f'<a href="/list_{number + 1}.html">下一页</a>' if number + 1 < LISTS else ""
    return Reply(page(f"<ul>{rows}</ul>{further}"))


def _title(number: int) -> str:
    return f"第{number}次会议在县里召开"


COMMAND = ("crawl", "bulletins", "-a", "site=long", "-s", "STATS_DUMP=True", "-a")


def begin(home: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "scrapy", *COMMAND, f"home={home}"]
    return subprocess.Popen(command, cwd=ROOT, stderr=subprocess.DEVNULL)


def crawl(home: Path, *options: str) -> dict[str, int]:
    """Scrapy's statistics of a crawl that is let come to its end."""
    log = forks.run("scrapy", [*COMMAND, f"home={home}", *options], os.environ).stderr
    return {name: int(number) for name, number in re.findall(r"'([\w/]+)': (\d+)[,}]", log)}


def counted(found: dict[str, int]) -> dict[str, int]:
    """What the report tells, however often something was stored."""
    again = ("_inserted", "_unchanged", "_updated")
    return {
        name: number
        for name, number in found.items()
        if name.startswith("archiver/") and not name.endswith(again)
    }


@pytest.fixture
def site() -> Iterator[LocalServer]:
    with LocalServer({"/robots.txt": lambda _: Reply("", status=404), "/": answer}) as server:
        yield server


def prepare(home: Path, server: LocalServer) -> None:
    write_hurried(home, "long", f"{server.url}/")


def records(home: Path) -> list[tuple[str, str]]:
    database = sqlite3.connect(home / "archive.sqlite")
    query = "SELECT url, digest FROM versions v JOIN pages p ON p.id = page_id ORDER BY url, digest"
    found = database.execute(query).fetchall()
    database.close()
    return found


def test_a_killed_crawl_reads_only_what_is_not_stored_and_asks_for_all_the_rest(
    site: LocalServer, tmp_path: Path
) -> None:
    whole, killed = tmp_path / "whole", tmp_path / "killed"
    for home in (whole, killed):
        prepare(home, site)
    wanted = crawl(whole)
    once = set(site.requests)
    site.requests.clear()
    process = begin(killed)
    while len(site.requests) < 0.7 * len(once) and process.poll() is None:
        time.sleep(0.002)
    process.kill()
    process.wait()
    archived = len(site.requests)
    found = crawl(killed)
    assert archived > 20
    # robots.txt, what was just being read or stored, and what was about to be remembered.
    assert found["archive/answered"] <= 1 + 12
    assert set(site.requests) == once
    assert len(site.requests) - len(once) <= 1
    assert counted(found) == counted(wanted)
    assert records(killed) == records(whole)
    assert not Home(killed).frontier("long").exists()


def test_lost_records_and_lost_files_are_had_again(site: LocalServer, tmp_path: Path) -> None:
    prepare(tmp_path, site)
    limited = crawl(tmp_path, "-a", "limit=15", "-s", "ARCHIVE_FILE_SIZE=6000")
    assert limited["archiver/pages"] == 15
    assert len(site.requests) == len(set(site.requests)) == 1 + 15
    files = sorted((tmp_path / "warc").iterdir())
    files[1].unlink()
    lost = answers_in(tmp_path, files[1].name)
    assert len(files) > 2
    assert 2 < lost < 10
    for file in tmp_path.glob("archive.sqlite*"):
        file.unlink()
    found = crawl(tmp_path)
    assert found["archive/answered"] == 1 + 15 - lost
    assert len(site.requests) == len(set(site.requests)) + lost
    assert found["archiver/pages"] == len(records(tmp_path)) == len(set(site.requests)) - 1


def answers_in(home: Path, file: str) -> int:
    index = sqlite3.connect(home / "index.sqlite")
    (number,) = index.execute("SELECT count(*) FROM captures WHERE file = ?", (file,)).fetchone()
    index.close()
    return int(number)


def outcome(url: str, *steps: Step) -> Outcome:
    return Outcome(mark_of(url), capture(url), Followed(steps=list(steps)))


LEAD = Lead(7, Column("http://a.example/", "通知"), is_further=True, barren=2, depth=3)
FORM = Step("http://a.example/more", LEAD, (("page", "2"), ("名", "值")))
PAGE = Step("http://a.example/1.html", Lead(700))


def test_what_is_remembered_is_what_was_told(tmp_path: Path) -> None:
    first = outcome("http://a.example/", FORM, PAGE)
    first.followed.listed = Listed(Column("http://a.example/", "通知"), PAGE.url, 15, 253)
    first.missed = [Note(url="http://a.example/2.html", why="http_404")]
    first.counts["archiver/pages"] = 1
    first.digest = first.capture.payload_digest
    first.also = [mark_of("http://a.example/moved")]
    frontier = Frontier(tmp_path / "f", "terms")
    frontier.settle(first)
    frontier.close(done=False)
    again = Frontier(tmp_path / "f", "terms")
    assert not again.is_new
    assert again.pending() == [PAGE, FORM]
    (told,) = again.outcomes()
    assert told == (
        {"archiver/pages": 1},
        first.followed.listed,
        first.missed,
        first.capture.payload_digest,
    )
    assert set(again.marks()) == {first.mark, PAGE.mark, FORM.mark, *first.also}
    again.settle(outcome(PAGE.url))
    assert again.pending() == [FORM]
    again.close(done=True)
    assert list(tmp_path.iterdir()) == []


def test_on_other_terms_nothing_is_remembered(tmp_path: Path) -> None:
    frontier = Frontier(tmp_path / "f", "parser 1")
    frontier.settle(outcome("http://a.example/", PAGE))
    frontier.close(done=False)
    other = Frontier(tmp_path / "f", "parser 2")
    assert other.is_new
    assert not other.pending() and not list(other.marks())
    other.close(done=False)
    (tmp_path / "f").write_bytes(b"no database" * 1000)
    damaged = Frontier(tmp_path / "f", "parser 2")
    assert damaged.is_new
    damaged.close(done=False)


def test_what_lost_its_answer_or_its_record_is_asked_again_with_all_it_led_to(
    tmp_path: Path,
) -> None:
    frontier = Frontier(tmp_path / "f", "terms")
    frontier.settle(outcome("http://a.example/", FORM, PAGE))
    frontier.settle(outcome(PAGE.url))
    frontier.settle(outcome(FORM.url))
    frontier.forget_all_but([capture("http://a.example/").id, capture(FORM.url).id], [])
    assert frontier.pending() == [PAGE, FORM]
    frontier.forget_all_but([], [])
    assert set(frontier.marks()) == {PAGE.mark, FORM.mark}
    frontier.close(done=False)


def test_a_question_is_settled_only_when_all_that_came_of_it_is_kept(tmp_path: Path) -> None:
    frontier = Frontier(tmp_path / "f", "terms")
    for number in range(3):
        unfinished = outcome(f"http://a.example/{number}")
        unfinished.is_final = number != 1
        frontier.settle(unfinished)
    assert len(list(frontier.outcomes())) == 2
    frontier.close(done=False)

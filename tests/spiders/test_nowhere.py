"""Sites that answer every address with status 200 and friendly words."""

import json
import sqlite3
from pathlib import Path

import pytest

from archiver.parsers.nowhere import is_doubtful, nowhere, wording
from archiver.records import Link, Page
from tests.command import archiver
from tests.site.paging import item, page
from tests.site.profile import write_hurried
from tests.site.server import LocalServer, Reply, Request

ITEMS = [f"/art/{n}.html" for n in (1, 2, 3)]
DEAD = ["/art/2077.html", "/old/", "/art/show.asp?id=8812"]


def answer(request: Request) -> Reply:
    """A list with dead links; whatever is not there is answered with a way home."""
    if request.path == "/":
        rows = "".join(f'<li><a href="{path}">第{path}次会议召开</a></li>' for path in ITEMS + DEAD)
        return Reply(page(f"<ul>{rows}</ul>"))
    if request.path in ITEMS:
        return Reply(item(ITEMS.index(request.path) + 1, request.path))
    told = f"{request.path}，第{request.count}次"
    return Reply(page(f"<p>欢迎光临！您走到了小站的尽头（{told}）。<a href=/>回家</a>"))


def stored(home: Path) -> list[str]:
    database = sqlite3.connect(home / "archive.sqlite")
    found = [url for (url,) in database.execute("SELECT url FROM pages ORDER BY url")]
    database.close()
    return found


def test_what_such_a_site_says_of_dead_links_is_no_page(tmp_path: Path) -> None:
    with LocalServer({"/robots.txt": lambda _: Reply("", status=404), "/": answer}) as server:
        write_hurried(tmp_path, "kind", f"{server.url}/")
        done = archiver(tmp_path, "crawl", "kind", "--json")
        there = sorted(server.url + path for path in ["/", *ITEMS])
        asked = [server.url + target for _, target in server.requests]
    assert done.stderr == ""
    (report,) = json.loads(done.stdout)
    assert asked.count(nowhere(there[0])) == 1
    assert report["counts"]["failed_soft_404"] == len(DEAD)
    assert report["counts"]["asked_nowhere"] == 1
    assert report["verdict"] == "ok"
    assert stored(tmp_path) == there
    (tmp_path / "archive.sqlite").unlink()
    assert archiver(tmp_path, "rebuild").stderr == ""
    assert stored(tmp_path) == there


def read(kind: str, url: str, *links: str, title: str = "") -> Page:
    named = tuple(Link(title=link) for link in links)
    facts = {"kind": kind, "encoding": "utf-8", "parser": "t", "url": url, "title": title}
    return Page.model_validate({**facts, "links": named})


@pytest.mark.parametrize(
    ("kind", "url", "doubtful"),
    [
        ("other", "http://a.example/x/", True),
        ("article", "http://a.example/2008/t20080612_123.html", False),
        ("listing", "http://a.example/", False),
        ("listing", "http://a.example/jb/list_3_2.html", False),
        ("listing", "http://a.example/2008/06/index.html", False),
        ("listing", "http://a.example/jb/?page=12", False),
        ("listing", "http://a.example/2008/t20080612_123.html", True),
        ("listing", "http://a.example/show.asp?id=8812", True),
    ],
)
def test_lists_under_the_name_of_an_item_and_pages_without_content_are_doubted(
    kind: str, url: str, doubtful: bool
) -> None:
    assert is_doubtful(read(kind, url)) is doubtful


def test_an_address_or_a_time_that_a_page_tells_makes_no_other_wording() -> None:
    one = read("other", "http://a.example/1", "首页", title="找不到 /1.html (12:03)")
    two = read("other", "http://a.example/2", "首页", title="找不到 /22.html (14:55)")
    assert wording(one) == wording(two) != wording(read("other", "http://a.example/3", "通知"))
    assert nowhere("http://a.example/1") == nowhere("http://a.example/x/y?z=1")
    assert nowhere("http://a.example/") != nowhere("http://b.example/")

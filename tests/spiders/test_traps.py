import itertools
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from spiders.traps import MOST_REPEATS, skeleton
from tests.command import archiver
from tests.site import LocalServer, trap_site, traps
from tests.site.paging import item, page
from tests.site.profile import write_hurried
from tests.site.server import Reply, Request

COSTLY = {"slow", "huge"}


def crawl(site: LocalServer, home: Path, start: list[str]) -> Any:
    """The report of a crawl of ``site`` without pauses, beginning at ``start``."""
    write_hurried(home, "traps", *(site.url + path for path in start), connections=8)
    return json.loads(archiver(home, "crawl", "traps", "--json").stdout)[0]


@pytest.fixture(scope="module")
def crawled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[LocalServer, Any]]:
    """The trap site after a crawl, with its report."""
    with trap_site() as site:
        names = [f"/{name}/" for name in traps.TRAPS if name not in COSTLY]
        yield site, crawl(site, tmp_path_factory.mktemp("home"), names)


@pytest.mark.parametrize("name", sorted(traps.TRAPS.keys() - COSTLY))
def test_every_item_beside_a_trap_is_found(crawled: tuple[LocalServer, Any], name: str) -> None:
    site, _ = crawled
    assert not set(traps.items(name)) - {target.partition("?")[0] for _, target in site.requests}


@pytest.mark.parametrize("name", ["calendar", "session", "endless", "empty", "deep", "loop"])
def test_a_trap_without_end_is_left_again(crawled: tuple[LocalServer, Any], name: str) -> None:
    site, _ = crawled
    assert len(site.asked(f"/{name}/")) < 60


@pytest.mark.parametrize(
    ("code", "count"),
    [
        ("failed_soft_404", 2),  # soft/gone1.html and gone2.html
        ("failed_challenge", 4),  # waf/: with status 200, 403, 412 and 521
        ("failed_login_wall", 2),  # odd/login.html, and what login/members.html leads to
        ("failed_redirect_loop", 2),  # loop/a and loop/longer
        ("failed_connection_lost", 1),  # reset/always.html
        ("failed_cut_short", 1),  # reset/short.html
        ("identical_pages", traps.SAME_BYTES - MOST_REPEATS),
    ],
)
def test_what_is_no_page_is_reported_with_its_reason(
    crawled: tuple[LocalServer, Any], code: str, count: int
) -> None:
    _, report = crawled
    assert [r["count"] for r in report["reasons"] if r["code"] == code] == [count]


def test_chains_that_give_nothing_new_are_reported(crawled: tuple[LocalServer, Any]) -> None:
    _, report = crawled
    (chains,) = [r for r in report["reasons"] if r["code"] == "barren_chains"]
    assert chains["count"] >= 3  # calendar, endless, empty


def test_the_verdict_is_what_the_traps_deserve(crawled: tuple[LocalServer, Any]) -> None:
    _, report = crawled
    assert report["verdict"] == "suspicious"
    assert report["counts"]["failed_off_site"] == 1
    assert "callback_errors" not in report["counts"]


def test_no_challenge_is_answered(crawled: tuple[LocalServer, Any]) -> None:
    site, _ = crawled
    for target in site.asked("/waf/"):
        assert site.asked(target) == [target] or target == "/waf/"
    assert "clearance" not in str(site.cookies)


def test_links_that_no_reader_sees_are_never_followed(crawled: tuple[LocalServer, Any]) -> None:
    site, report = crawled
    assert site.asked("/hidden/spam/") == []
    assert {"spam", "hijacked_chrome", "hijacked_content"} & report["counts"].keys()


def test_a_site_that_gives_nothing_but_challenges_is_left(tmp_path: Path) -> None:
    def challenge(request: Request) -> Reply:
        if request.path == "/":
            links = "".join(f'<li><a href="/{n}.html">第{n}号简报</a>' for n in range(50))
            return Reply(f"<ul>{links}</ul>")
        return Reply("<script>document.cookie='k=1';location.reload()</script>", status=412)

    with LocalServer({"/robots.txt": traps.robots, "/": challenge}) as site:
        report = crawl(site, tmp_path, ["/"])
        assert len(site.requests) < 30
    assert {"challenged", "failed_challenge"} <= {r["code"] for r in report["reasons"]}


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


@pytest.mark.parametrize(
    "way_home",
    ["<div class=nav>{home} {column}</div>", "<div>当前位置：{home} > {column}</div>"],
    ids=["menu", "breadcrumb"],
)
def test_session_numbers_of_any_name_do_not_lead_on_for_ever(tmp_path: Path, way_home: str) -> None:
    numbers = itertools.count(10**15)

    def link(path: str, title: str) -> str:
        return f'<a href="{path}?token={next(numbers)}">{title}</a>'

    def answer(request: Request) -> Reply:
        top = way_home.format(home=link("/", "首页"), column=link("/jb/", "工会动态"))
        if request.path == "/":
            return Reply(page(top))
        if request.path == "/jb/":
            rows = (f"<li>{link(f'/{n}.html', f'第{n}次会议召开')} 2008-0{n}-15" for n in (1, 2))
            return Reply(page(f"{top}<ul>{''.join(rows)}</ul>"))
        return Reply(item(int(request.path[1])) + top)

    with LocalServer({"/robots.txt": lambda _: Reply("", status=404), "/": answer}) as server:
        write_hurried(tmp_path, "tokens", server.url + "/")
        (report,) = json.loads(archiver(tmp_path, "crawl", "tokens", "--json").stdout)
    assert report["extent"] == "whole"
    assert report["counts"]["identical_pages"]
    assert len(server.requests) < 150


def test_frames_that_are_alike_in_many_folders_are_followed_in_all_of_them(
    tmp_path: Path,
) -> None:
    years = range(2005, 2006 + MOST_REPEATS)

    def answer(request: Request) -> Reply:
        if request.path == "/":
            return Reply(page("".join(f"<p><a href=/{y}/>{y}年简报</a></p>" for y in years)))
        year, name = int(request.path[1:5]), request.path[6:]
        if name == "":
            return Reply("<html><frameset cols=*><frame src=list.html></frameset></html>")
        if name == "list.html":
            return Reply(page(f"<ul><li><a href=1.html>春风行动启动</a> {year}-03-15</ul>"))
        return Reply(item(year % 9 + 1))

    with LocalServer({"/robots.txt": lambda _: Reply("", status=404), "/": answer}) as server:
        write_hurried(tmp_path, "frames", server.url + "/")
        archiver(tmp_path, "crawl", "frames")
        assert {f"/{year}/1.html" for year in years} <= {target for _, target in server.requests}

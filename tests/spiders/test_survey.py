"""Proposing a profile from a site, and comparing one with it."""

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from archiver.demo import DemoSite, demo_profile
from archiver.home import Home
from archiver.records import Page, SiteFacts
from spiders.profiles import read_profile, write_profile
from spiders.survey import facts
from spiders.survey.cms import cms_family
from spiders.survey.visits import Survey, Visit
from tests.command import archiver
from tests.site.county import County, county, served
from tests.site.server import LocalServer


def sites(home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return archiver(home, "sites", *arguments)


@pytest.fixture
def site() -> Iterator[tuple[County, LocalServer]]:
    one = county()
    with served(one) as server:
        yield one, server


def test_a_site_is_looked_at_politely_and_its_profile_proposed_with_comments(
    tmp_path: Path, site: tuple[County, LocalServer]
) -> None:
    _, server = site
    options = ("--key", "yihuang", "--private-network")
    done = sites(tmp_path, "add", f"{server.url}/", *options)
    assert done.returncode == 0, done.stderr
    path = tmp_path / "sites" / "yihuang.toml"
    profile = read_profile(path)
    assert (profile.name, profile.division, profile.level, profile.kind) == (
        "宜黄县总工会",
        "361026",
        "county",
        "union",
    )
    assert profile.columns == ("工作简报", "工会动态", "通知公告")
    assert (profile.encoding, profile.hosts) == ("gb18030", ("127.0.0.1",))
    written = path.read_text("utf-8")
    assert "# bulletins, 4 entries seen" in written
    assert '# cms = "dedecms"' in written  # unknown: a line to fill in
    targets = [target for _, target in server.requests]
    assert targets[0] == "/robots.txt"
    assert len(targets) == len(set(targets)) <= 12
    assert list((tmp_path / "warc").glob("*.warc.gz"))

    again = sites(tmp_path, "add", f"{server.url}/", *options)
    assert again.returncode == 2
    assert "yihuang.toml is there already" in again.stderr
    assert path.read_text("utf-8") == written


def test_every_difference_between_profile_and_site_is_a_line(
    tmp_path: Path, site: tuple[County, LocalServer]
) -> None:
    one, server = site
    wrong = demo_profile(server.url).model_copy(
        update={
            "key": "county",
            "name": "临澧县总工会",
            "columns": ("工作简报", "工会新闻", "工会动态"),
            "encoding": "utf-8",
            "cms": "jcms",
        }
    )
    write_profile(wrong, Home(tmp_path).sites)
    one.robots = "User-agent: *\nDisallow: /dt/\n"
    one.lists["/jb/"].clear()
    done = sites(tmp_path, "check", "county", "--json")
    assert done.returncode == 1, done.stderr
    told = json.loads(done.stdout)
    for words in (
        ["columns", "工作简报", "lists nothing"],
        ["columns", "工会新闻", "not linked", "工会动态"],
        ["columns", "工会动态", "robots.txt"],
        ["columns", "通知公告", "notices", "not in the profile"],
        ["name", "临澧县总工会", "宜黄县总工会"],
        ["encoding", "utf-8", "gb18030"],
    ):
        assert any(all(word in line for word in words) for line in told), (words, told)
    assert len(told) == 6


def test_a_profile_that_fits_has_no_differences_and_nothing_is_stored_of_a_look(
    tmp_path: Path,
) -> None:
    with DemoSite() as demo:
        write_profile(demo_profile(demo.url), Home(tmp_path).sites)
        done = sites(tmp_path, "check", "demo")
    assert (done.returncode, done.stdout) == (0, "demo: the site is as its profile says\n")
    rebuilt = archiver(tmp_path, "rebuild", "--json")
    assert json.loads(rebuilt.stdout)["pages"] == 0


def test_a_site_that_cannot_be_seen_leaves_no_profile(tmp_path: Path) -> None:
    done = sites(tmp_path, "add", "http://127.0.0.1:9/")
    assert done.returncode == 2
    assert "private" in done.stderr.splitlines()[-1]
    assert not (tmp_path / "sites").exists()


def seen(owner: str | None, title: str | None = None, **printed: str) -> Survey:
    site = SiteFacts(owner=owner, **printed)
    page = Page(kind="other", encoding="utf-8", parser="t", title=title, site=site)
    return Survey(starts=[Visit("http://a.example/", "http://a.example/", page=page)])


@pytest.mark.parametrize(
    ("survey", "name", "code", "level", "kind"),
    [
        (seen("湖南省常德市临澧县总工会"), None, "430724", "county", "union"),
        (seen("临澧县安福镇人民政府"), None, "430724", "township", "government"),
        (seen(None, "欢迎光临桃源县人民政府门户网站"), "桃源县人民政府", "430725", "county", None),
        (seen(None, "首页 - 武陵区总工会网站"), "武陵区总工会", "430702", "county", "union"),
        (seen("bet365app", "临澧总工会"), "临澧总工会", "430724", "county", "union"),
        (seen("中共桃源县委组织部"), None, "430725", "county", "party"),
        (seen("中华全国总工会"), None, None, "national", "union"),
        (seen("鼓楼区总工会"), None, None, None, "union"),  # four districts bear that name
        (seen("鼓楼区总工会", address="开封市鼓楼区中山路1号"), None, "410204", "county", "union"),
    ],
)
def test_the_owner_is_what_pages_print_and_its_place_only_what_is_certain(
    survey: Survey, name: str | None, code: str | None, level: str | None, kind: str | None
) -> None:
    found = facts.owner(survey)
    assert found is not None
    assert name in (None, found)
    place, _ = facts.place_of(found, survey)
    assert (place.code if place else None) == code
    assert facts.level_of(found, place) == level
    assert kind in (None, facts.kind_of(found))


@pytest.mark.parametrize(
    ("urls", "body", "family"),
    [
        ([f"http://a/xw/200806/t20080625_{n}.htm" for n in range(3)], b"", "trs-wcm"),
        ([f"http://a/art/2008/6/25/art_98_{n}.html" for n in range(3)], b"", "jcms"),
        ([f"http://a/gzdt/content_81084{n}" for n in range(3)], b"", "content_n"),
        ([f"http://a/info/1156/{n}.htm" for n in range(3)], b"", "vsb"),
        ([], b'<div class="dede_pages">', "dedecms"),
        ([], b"<!-- Powered by: FoosunCMS5.0 -->", "foosun"),
        (["http://a/1.html"], b"<p>", None),
    ],
)
def test_the_content_system_is_told_by_addresses_and_marks(
    urls: list[str], body: bytes, family: str | None
) -> None:
    assert cms_family(urls, [body]) == family

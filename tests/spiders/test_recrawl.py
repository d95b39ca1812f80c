"""A site crawled again and again while its editor is at work."""

import json
from pathlib import Path
from typing import NamedTuple

import pytest

from archiver.records.crawl import EXIT_STATUS, CrawlReport
from tests.command import archiver
from tests.site.county import County, county, served
from tests.site.profile import write_hurried
from tests.site.server import LocalServer


class Crawled(NamedTuple):
    """A crawl's report, and what it asked for in its order."""

    report: CrawlReport
    asked: list[str]

    @property
    def codes(self) -> list[str]:
        return [reason.code for reason in self.report.reasons]


def crawl(server: LocalServer, home: Path, *options: str) -> Crawled:
    server.requests.clear()
    done = archiver(home, "crawl", "county", "--json", *options)
    assert done.stderr == ""
    report = CrawlReport.model_validate(json.loads(done.stdout)[0])
    assert done.returncode == EXIT_STATUS[report.verdict]
    return Crawled(report, [target for _, target in server.requests])


def rework(site: County) -> None:
    """A number left out, one page changed, one gone, one out of the lists, one list empty."""
    site.add_issue(7)
    site.pages["/jb/200802.html"] = site.pages["/jb/200802.html"].replace("22户", "32户")
    del site.pages["/tz/5.html"]
    site.unlink("/tz/3.html")
    site.lists["/dt/"].clear()


@pytest.fixture(scope="module")
def crawls(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Crawled]:
    """Eight crawls in a row, by name."""
    home = tmp_path_factory.mktemp("home")
    site = county()
    with served(site) as server:
        write_hurried(home, "county", f"{server.url}/")
        done = {"first": crawl(server, home)}
        site.add_issue(5)
        done["new only"] = crawl(server, home, "--new-only")
        done["nothing new"] = crawl(server, home, "--new-only")
        done["limited"] = crawl(server, home, "--limit", "5")
        done["between"] = crawl(server, home, "--new-only")
        done["gone on"] = crawl(server, home)
        rework(site)
        done["reworked"] = crawl(server, home)
        done["again"] = crawl(server, home, "--full")
    return done


def test_a_first_crawl_is_whole_and_tells_what_every_column_gave(
    crawls: dict[str, Crawled],
) -> None:
    report = crawls["first"].report
    assert (report.verdict, report.extent) == ("ok", "whole")
    assert report.counts["new"] == 10
    assert {one.name: one.entries for one in report.columns} == {
        "工作简报": 4,
        "通知公告": 3,
        "工会动态": 3,
    }
    assert report.encodings == {"gb18030": 14}


def test_lists_come_first_then_the_newest_of_each(
    crawls: dict[str, Crawled],
) -> None:
    asked = crawls["first"].asked
    assert set(asked[:2]) == {"/robots.txt", "/"}
    assert set(asked[2:5]) == {"/jb/", "/tz/", "/dt/"}
    for column in ("/jb/", "/tz/", "/dt/"):
        months = [int(target[-6]) for target in asked[5:] if target.startswith(column)]
        assert len(months) >= 3
        assert months == sorted(months, reverse=True)


def test_new_only_asks_for_lists_and_what_is_not_held(crawls: dict[str, Crawled]) -> None:
    report, asked = crawls["new only"]
    assert set(asked) == {"/robots.txt", "/", "/jb/", "/tz/", "/dt/", "/jb/200805.html"}
    assert (report.verdict, report.extent, report.counts["new"]) == ("ok", "new", 1)


def test_a_look_that_finds_nothing_new_in_the_lists_is_ok(crawls: dict[str, Crawled]) -> None:
    report, asked = crawls["nothing new"]
    assert len(asked) == 5
    assert (report.verdict, report.reasons, report.counts.get("new")) == ("ok", (), None)


def test_a_limited_crawl_mistakes_nothing_it_left_out_for_lost(
    crawls: dict[str, Crawled],
) -> None:
    limited = crawls["limited"]
    assert (limited.report.verdict, limited.report.extent) == ("ok", "part")
    assert limited.codes == ["limit"]
    assert {one.name: one.entries for one in limited.report.columns}["工作简报"] == 5


def test_a_limit_is_a_limit_and_the_same_command_goes_on(crawls: dict[str, Crawled]) -> None:
    limited, rest = crawls["limited"], crawls["gone on"]
    assert len(limited.asked) == 1 + 5  # robots.txt, and the pages
    assert not set(limited.asked) & set(rest.asked)
    assert rest.report.crawl == limited.report.crawl
    assert (rest.report.verdict, rest.report.reasons, rest.report.extent) == ("ok", (), "whole")
    first = crawls["first"].report.counts
    assert rest.report.counts["pages"] == first["pages"] + 1


def test_a_look_for_news_leaves_a_stopped_crawl_to_be_gone_on_with(
    crawls: dict[str, Crawled],
) -> None:
    look = crawls["between"]
    assert (look.report.verdict, look.report.extent) == ("ok", "new")
    assert look.report.crawl.startswith("new.county-")
    assert set(look.asked) == {"/robots.txt", "/", "/jb/", "/tz/", "/dt/"}


def test_what_became_of_the_site_is_told(crawls: dict[str, Crawled]) -> None:
    reworked = crawls["reworked"]
    report = reworked.report
    assert reworked.codes == ["vanished", "lost_columns", "new_gaps"]
    assert {name: report.counts[name] for name in ("new", "changed", "vanished", "unlinked")} == {
        "new": 1,
        "changed": 1,
        "vanished": 1,
        "unlinked": 4,
    }
    assert [note.url[-15:] for note in report.changed] == ["/jb/200802.html"]
    assert [(note.url[-10:], note.why) for note in report.vanished[:1]] == [
        ("/tz/5.html", "http_404")
    ]
    assert {note.why for note in report.vanished[1:]} == {"unlinked"}
    assert [(gap.year, gap.numbers, gap.new) for gap in report.gaps] == [(2008, (6,), True)]
    lost = [one.name for one in report.columns if one.before and not one.entries]
    assert lost == ["工会动态"]


def test_what_was_told_once_is_no_alarm_again(crawls: dict[str, Crawled]) -> None:
    again = crawls["again"]
    assert (again.report.verdict, again.codes) == ("ok", [])
    assert [(gap.numbers, gap.new) for gap in again.report.gaps] == [((6,), False)]
    assert {one.name: one.entries for one in again.report.columns}["工会动态"] == 0

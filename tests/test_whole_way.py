"""A page's whole way through the house, on the demo site, against what a perfect reading gives."""

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from archiver.demo import DemoSite, demo_profile
from archiver.demo.expected import (
    expected_gaps,
    expected_issues,
    expected_pages,
    never_requested,
)
from archiver.demo.listings import SOFT_404
from archiver.home import Home
from archiver.store import Store
from spiders.profiles import write_profile
from tests import forks
from tests.command import ROOT, environment

ISSUES = {issue["key"]: issue for issue in expected_issues()}


def run(
    module: str, *arguments: str, home: Path, status: int = 0
) -> subprocess.CompletedProcess[str]:
    """Run a command in a process forked from one that has loaded what commands need."""
    return checked(forks.run(module, arguments, environment(home)), status)


def run_anew(
    module: str, *arguments: str, home: Path, status: int = 0
) -> subprocess.CompletedProcess[str]:
    """Run a command as its users do."""
    done = subprocess.run(
        [sys.executable, "-m", module, *arguments],
        cwd=ROOT,
        env=environment(home),
        capture_output=True,
        text=True,
        check=False,
    )
    return checked(done, status)


def checked(
    done: subprocess.CompletedProcess[str], status: int
) -> subprocess.CompletedProcess[str]:
    assert done.returncode == status, done.stdout + done.stderr
    return done


@dataclass
class Crawled:
    """A crawl of the demo site: its home, its report, and every page it asked for."""

    home: Path
    base: str
    report: dict[str, Any]
    asked: list[str]
    issues: dict[str, dict[str, Any]]


@pytest.fixture(scope="module")
def site() -> Iterator[DemoSite]:
    with DemoSite() as served:
        yield served


@pytest.fixture(scope="module")
def crawled(site: DemoSite, tmp_path_factory: pytest.TempPathFactory) -> Crawled:
    home = tmp_path_factory.mktemp("home")
    write_profile(demo_profile(site.url), Home(home).sites)
    done = run_anew("archiver", "crawl", "demo", "--json", home=home, status=1)
    run_anew("archiver", "export", "--format", "json", home=home)
    report = json.loads(done.stdout)[0]
    asked = [target for _, target in site.requests]
    return Crawled(home, site.url, report, asked, issues_in(home))


def exported(home: Path) -> dict[str, dict[str, Any]]:
    run("archiver", "export", "--format", "json", home=home)
    return issues_in(home)


def issues_in(home: Path) -> dict[str, dict[str, Any]]:
    files = (home / "exports" / "issues").glob("*.json")
    return {page["key"]: page for page in map(json.loads, (f.read_text("utf-8") for f in files))}


def squeezed(text: str | None) -> str:
    return "".join((text or "").split())


def test_every_issue_of_the_site_is_found_once(crawled: Crawled) -> None:
    assert sorted(crawled.issues) == sorted(ISSUES)


@pytest.mark.parametrize("key", ISSUES)
def test_an_issue_says_what_its_page_prints(crawled: Crawled, key: str) -> None:
    gold, issue = ISSUES[key], crawled.issues[key]["issue"]
    for field in ("year", "number", "number_end", "total_number", "special", "editor", "secrecy"):
        assert squeezed(str(issue[field])) == squeezed(str(gold[field])), field
    assert squeezed(issue["series"]) == squeezed(gold["series"])
    assert issue["date"]["edtf"] == gold["date"]
    assert [squeezed(entry["title"]) for entry in issue["toc"]] == [
        squeezed(entry["title"]) for entry in gold["toc"]
    ]
    assert [(one["label"], squeezed(one["text"])) for one in issue["recipients"]] == [
        (one["label"], squeezed(one["text"])) for one in gold["recipients"]
    ]
    note = squeezed(issue["editor_note"]).removeprefix("编者按：")
    assert note == squeezed(gold["editor_note"])


@pytest.mark.parametrize("key", ISSUES)
def test_the_articles_of_an_issue_are_told_apart(crawled: Crawled, key: str) -> None:
    gold, articles = ISSUES[key]["articles"], crawled.issues[key]["articles"]
    assert [squeezed(a["title"]) for a in articles] == [squeezed(a["title"]) for a in gold]
    for article, wanted in zip(articles, gold, strict=True):
        assert (article["section"], article["kind"]) == (wanted["section"], wanted["kind"])
        assert squeezed(article["subtitle"]) == squeezed(wanted["subtitle"])
        assert [(squeezed(p["text"]), p["kind"]) for p in article["paragraphs"]] == [
            (squeezed(p["text"]), p["kind"]) for p in wanted["paragraphs"]
        ]


@pytest.mark.parametrize("key", ISSUES)
def test_every_contributor_is_printed_and_resolved(crawled: Crawled, key: str) -> None:
    for article, wanted in zip(
        crawled.issues[key]["articles"], ISSUES[key]["articles"], strict=True
    ):
        found = article["contributors"]
        fields = ("role", "unit", "person")
        assert [[squeezed(c[f]) for f in fields] for c in found] == [
            [squeezed(c[f]) for f in fields] for c in wanted["contributors"]
        ]
        for contributor, gold in zip(found, wanted["contributors"], strict=True):
            assert contributor["name"] == gold["name"] or gold["name"] is None
            assert contributor["division"] == gold["division"] or gold["division"] is None


@pytest.mark.parametrize("key", ISSUES)
def test_every_date_has_one_meaning(crawled: Crawled, key: str) -> None:
    for article, wanted in zip(
        crawled.issues[key]["articles"], ISSUES[key]["articles"], strict=True
    ):
        for date in wanted["dates"]:
            start, end = date["offset"]
            found = [
                one["edtf"]
                for one in article["dates"]
                if one["paragraph"] == date["paragraph"]
                and one["offset"][0] < end
                and one["offset"][1] > start
            ]
            assert date["edtf"] in found, date["text"]


def test_every_page_is_of_the_kind_it_is(crawled: Crawled) -> None:
    with Store.open(crawled.home / "archive.sqlite", create=False) as store:
        for path, gold in expected_pages().items():
            if gold["kind"] is None or path == "/gaikuang.html":
                continue  # a part of an issue; a navigation link that the profile does not name
            entry = store.find(crawled.base + path)
            if path == SOFT_404:
                assert entry is None
                continue
            assert entry is not None, path
            assert entry.page.kind == gold["kind"], path


def test_a_page_that_says_it_is_gone_is_reported_as_gone(crawled: Crawled) -> None:
    assert crawled.report["counts"]["failed_soft_404"] == 1
    assert "failed_soft_404" in {reason["code"] for reason in crawled.report["reasons"]}


def test_a_poisoned_page_is_told_and_its_brand_is_nobodys_name(crawled: Crawled) -> None:
    poisoned = [p for p in expected_pages().values() if p["integrity"] == "poisoned"]
    assert crawled.report["verdict"] == "suspicious"
    assert crawled.report["counts"]["hijacked_chrome"] == len(poisoned)
    for page in crawled.issues.values():
        assert not {page["site"]["owner"], page["site"]["organiser"]} & {"bet7021app"}


def test_every_record_points_to_its_evidence(crawled: Crawled) -> None:
    for page in crawled.issues.values():
        for evidence in page["evidence"]:
            capture = evidence["capture"]
            member = (crawled.home / "warc" / capture["file"]).read_bytes()
            assert member[capture["offset"] :][:2] == b"\x1f\x8b"


def test_nothing_off_the_site_or_forbidden_is_asked_and_no_page_twice(crawled: Crawled) -> None:
    assert not set(never_requested()) & set(crawled.asked)
    pages = [target for target in crawled.asked if target != "/robots.txt"]
    assert len(pages) == len(set(pages))


def test_a_second_crawl_changes_no_record(site: DemoSite, crawled: Crawled) -> None:
    done = run("archiver", "crawl", "demo", "--json", home=crawled.home, status=1)
    counts = json.loads(done.stdout)[0]["counts"]
    assert counts["pages_unchanged"] == counts["pages"]
    assert not {name for name in counts if name.endswith(("issues_inserted", "issues_updated"))}
    assert exported(crawled.home).keys() == crawled.issues.keys()


def test_scrapys_own_command_gives_the_same_records(
    site: DemoSite, crawled: Crawled, tmp_path: Path
) -> None:
    write_profile(demo_profile(site.url), Home(tmp_path).sites)
    assert run("scrapy", "list", home=tmp_path).stdout.split() == ["bulletins"]
    run("scrapy", "crawl", "bulletins", "-a", "site=demo", home=tmp_path, status=1)
    without = {key: page | {"evidence": None} for key, page in crawled.issues.items()}
    assert {key: page | {"evidence": None} for key, page in exported(tmp_path).items()} == without


def test_the_gap_in_the_numbering_is_seen(crawled: Crawled) -> None:
    held = {(i["series"], i["year"]): set[int]() for i in ISSUES.values()}
    for page in crawled.issues.values():
        issue = page["issue"]
        if issue["number"]:
            last = issue["number_end"] or issue["number"]
            held[issue["series"], issue["year"]].update(range(issue["number"], last + 1))
    gaps = {key: sorted(set(range(1, max(ns))) - ns) for key, ns in held.items() if ns}
    assert {key: missing for key, missing in gaps.items() if missing} == expected_gaps()

"""Many sites in one run: none stops another, and the worst verdict is the exit status."""

import json
from pathlib import Path

from archiver.home import Home
from tests.command import archiver
from tests.site.county import county, served
from tests.site.profile import write_hurried
from tests.store.conftest import empty_postgresql


def test_one_sites_failure_stops_no_other_and_the_worst_verdict_counts(tmp_path: Path) -> None:
    folder = Home(tmp_path).sites
    with served(county()) as server:
        write_hurried(tmp_path, "county", server.url)
        write_hurried(tmp_path, "dead", "http://127.0.0.1:9/")
        write_hurried(tmp_path, "demo", "http://127.0.0.1:9/")
        (folder / "broken.toml").write_text('name = "某"\nlevel = "town"\n', "utf-8")
        done = archiver(tmp_path, "crawl", "--all", "--json")
    assert (done.returncode, done.stderr) == (2, "")
    reports = {report["site"]: report for report in json.loads(done.stdout)}
    assert {site: report["verdict"] for site, report in reports.items()} == {
        "broken": "failed",
        "county": "ok",
        "dead": "failed",
    }
    (why,) = reports["broken"]["reasons"]
    assert why["code"] == "not_run"
    assert "broken.toml" in why["text"]
    codes = [reason["code"] for reason in reports["dead"]["reasons"]]
    assert codes == ["no_answer", "failed_connection_refused"]

    status = json.loads(archiver(tmp_path, "status", "--json").stdout)
    assert {site["key"]: site["verdict"] for site in status["sites"]} == {
        "broken": "failed",
        "county": "ok",
        "dead": "failed",
    }
    kept = json.loads(archiver(tmp_path, "status", "county", "--json").stdout)
    assert kept == reports["county"]
    shown = archiver(tmp_path, "status", "county").stdout
    assert "entries in lists: 工会动态 3, 工作简报 4, 通知公告 3" in shown
    logs = {path.name.rpartition("-")[0] for path in (tmp_path / "logs").glob("*.log")}
    assert logs == {"county", "dead"}


def test_the_first_crawl_of_all_sites_may_be_stored_on_an_empty_server(tmp_path: Path) -> None:
    server = empty_postgresql()
    write_hurried(tmp_path, "county", "http://127.0.0.1:9/")
    done = archiver(tmp_path, "--database", server, "crawl", "--all", "--json")
    assert "no_answer" in done.stdout
    assert "county" in archiver(tmp_path, "--database", server, "status").stdout


def test_all_without_any_site_of_ones_own_is_told(tmp_path: Path) -> None:
    done = archiver(tmp_path, "crawl", "--all")
    assert done.returncode == 2
    assert "archiver sites add" in done.stderr


def test_full_and_new_only_exclude_each_other(tmp_path: Path) -> None:
    done = archiver(tmp_path, "crawl", "taoyuan-gov", "--full", "--new-only")
    assert done.returncode == 2
    assert "say one" in done.stderr

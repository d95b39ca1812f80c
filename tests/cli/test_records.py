"""The commands that read the store, as a person runs them."""

import json
import sqlite3
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from archiver.cli.app import app
from archiver.errors import ArchiverError
from archiver.store import Store
from tests.store.samples import capture, issue_page

KEY = "430799:江渚工会简报:2009:3"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    with Store.open(tmp_path / "archive.sqlite") as store:
        store.save(issue_page(), capture(), "demo")
    return tmp_path


def run(home: Path, *words: str) -> Result:
    return CliRunner().invoke(app, [words[0], "--home", str(home), *words[1:]])


def fails(home: Path, *words: str) -> str:
    error = run(home, *words).exception
    assert isinstance(error, ArchiverError), error
    assert "\n" not in str(error)
    return str(error)


def test_show_prints_an_issue_with_articles_units_dates_and_evidence(home: Path) -> None:
    text = run(home, "show", KEY).stdout
    for part in (
        "江渚工会简报",
        "工作动态",
        "慰问困难职工",
        "430799:gov:建设局",
        "2009-03-05",
        "warc.gz",
    ):
        assert part in text


def test_show_as_json_is_the_exported_record_and_nothing_else(home: Path) -> None:
    shown = json.loads(run(home, "show", KEY, "--json").stdout)
    assert run(home, "export", "--format", "json").exit_code == 0
    (file,) = (home / "exports" / "issues").iterdir()
    assert shown == json.loads(file.read_text(encoding="utf-8"))


def test_show_names_near_keys_when_there_is_none(home: Path) -> None:
    assert KEY in fails(home, "show", "430799:江渚工会简报:2009:33")


def test_status_tells_sites_and_counts(home: Path) -> None:
    status = json.loads(run(home, "status", "--json").stdout)
    assert [site["key"] for site in status["sites"]] == ["demo"]
    assert status["counts"]["articles"] == 2
    assert "demo" in run(home, "status").stdout


def test_export_lists_its_files(home: Path) -> None:
    done = json.loads(run(home, "export", "--json", "--output", str(home / "out")).stdout)
    assert "issues/430799_江渚工会简报_2009_3.json" in done["files"]


def test_an_unknown_format_names_the_formats(home: Path) -> None:
    assert "json" in fails(home, "export", "--format", "xls")


@pytest.mark.parametrize("command", [["show", KEY], ["status"], ["export"]])
def test_no_home_and_no_database_are_told(tmp_path: Path, command: list[str]) -> None:
    assert "no home folder" in fails(tmp_path / "none", *command)
    assert "no database" in fails(tmp_path, *command)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("command", [["show", KEY], ["status"], ["export"]])
def test_a_damaged_database_is_told(home: Path, command: list[str]) -> None:
    (home / "archive.sqlite").write_bytes(b"no database at all, " * 400)
    assert "damaged" in fails(home, *command)


def test_a_database_of_a_newer_version_is_told(home: Path) -> None:
    with sqlite3.connect(home / "archive.sqlite") as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    assert "newer version" in fails(home, "status")


def test_coverage_shows_a_gap_in_the_calendar(home: Path) -> None:
    with Store.open(home / "archive.sqlite") as store:
        five = issue_page(
            "五", number=5, key="430799:江渚工会简报:2009:5", url="http://a.example.cn/5"
        )
        store.save(five, capture("http://a.example.cn/5"), "demo")
    text = run(home, "coverage").stdout
    assert "■□■" in text
    assert "missing 4" in text
    (series,) = json.loads(run(home, "coverage", "工会简报", "--json").stdout)["series"]
    assert series["years"][0]["missing"] == [4]
    assert "江渚工会简报" in fails(home, "coverage", "教育")


@pytest.mark.parametrize("option", ["--series", "--unit", "--place"])
def test_a_filter_of_a_search_that_lets_nothing_through_is_told(home: Path, option: str) -> None:
    assert f"{option} 教育局" in fails(home, "search", "困难职工", option, "教育局")
    # A filter is not to blame for words that stand nowhere.
    assert "0 of 0" in run(home, "search", "教育局", "--series", "江渚").stdout


def test_a_year_of_which_nothing_is_held_is_told(home: Path) -> None:
    assert "--year 1999" in fails(home, "search", "困难职工", "--year", "1999")


def test_an_end_that_several_keys_have_names_them_all(home: Path) -> None:
    with Store.open(home / "archive.sqlite") as store:
        other = issue_page(
            "三", number=3, key="430799:教育简报:2009:3", url="http://a.example.cn/6"
        )
        store.save(other, capture("http://a.example.cn/6"), "demo")
    said = fails(home, "show", "2009:3")
    assert "2 keys end with 2009:3" in said
    assert "430799:教育简报:2009:3" in said


def test_search_shows_extracts_and_counts(home: Path) -> None:
    text = run(home, "search", "困难职工").stdout
    assert "慰问困难职工" in text
    assert "1 of 1 article\n" in text
    found = json.loads(run(home, "search", "干部", "--limit", "1", "--json").stdout)
    assert found["total"] == 2
    assert [hit["identity"] for hit in found["articles"]] == [KEY]
    assert "no word" in fails(home, "search", "，")

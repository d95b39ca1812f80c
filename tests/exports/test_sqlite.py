"""The SQLite file of a release: the same rows, a search index, views."""

import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from archiver.store import Store
from exports.formats import export
from tests.store.samples import capture, issue_page, plain_page

TEXT = "县总工会组织机关干部到河边植树三百余棵，" * 4
COPY = "http://city.example.cn/1.htm"


@pytest.fixture
def release(tmp_path: Path) -> Iterator[Path]:
    with Store.open(tmp_path / "archive.sqlite") as store:
        store.save(issue_page(TEXT), capture(), "demo")
        store.save(plain_page(TEXT, COPY), capture(COPY), "city")
        export(store, tmp_path / "r", ["sqlite", "jsonl"])
    yield tmp_path / "r"


def test_the_file_has_the_rows_of_json_lines_and_refers_rightly(release: Path) -> None:
    with sqlite3.connect(release / "bulletins.sqlite") as connection:
        for path in (release / "jsonl").iterdir():
            lines = path.read_text(encoding="utf-8").splitlines()
            (count,) = connection.execute(f"SELECT count(*) FROM {path.stem}").fetchone()
            assert count == len(lines)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_a_text_found_twice_is_one_article_with_two_witnesses(release: Path) -> None:
    (copy,) = (release / "jsonl" / "copies.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(copy) == {
        "record": COPY,
        "article": 1,
        "of_record": "430799:江渚工会简报:2009:3",
        "of_article": 1,
        "similarity": 1.0,
    }
    with sqlite3.connect(release / "bulletins.sqlite") as connection:
        found = connection.execute("SELECT record FROM distinct_articles").fetchall()
        assert found == [("430799:江渚工会简报:2009:3",)]
        assert connection.execute("SELECT articles FROM unit_list").fetchall() == [(2,)]
        assert connection.execute("SELECT series, articles FROM issue_list").fetchall() == [
            ("江渚工会简报", 1)
        ]


def test_words_are_found_in_the_file(release: Path) -> None:
    question = (
        "SELECT count(*) FROM article_search JOIN articles ON articles.rowid = article_search.rowid"
        " WHERE article_search MATCH ?"
    )
    with sqlite3.connect(release / "bulletins.sqlite") as connection:
        assert connection.execute(question, ['"植 树"']).fetchone() == (2,)
        assert connection.execute(question, ['"树 植"']).fetchone() == (0,)

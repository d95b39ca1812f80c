"""The work of an export grows with what is exported, never with its square."""

import sqlite3
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event

from archiver.store import Store, records
from archiver.store.asking import Selection
from exports.formats import FORMATS
from exports.stream import Stream
from tests.store.samples import capture, issue_page

_STEPS = 100


def _stored(path: Path, issues: int) -> Path:
    with Store.open(path) as store:
        for number in range(issues):
            url = f"http://gh.example.cn/{number}.htm"
            key = f"4307{number // 12:02}:简报:2009:{number % 12 + 1}"
            page = issue_page(f"第{number}号", number=number % 12 + 1, key=key, url=url)
            store.save(page, capture(url), "demo")
    return path


def _work(path: Path, name: str) -> int:
    """Hundreds of steps of SQLite's machine that a format takes."""
    steps = 0

    def count() -> None:
        nonlocal steps
        steps += 1

    def watch(connection: sqlite3.Connection, *_: Any) -> None:
        connection.set_progress_handler(count, _STEPS)

    (path.parent / path.stem / name).mkdir(parents=True)
    with Store.open(path, create=False) as store:
        event.listen(store._engine, "checkout", watch)
        with store.snapshot():
            FORMATS[name](Stream(store, Selection()), path.parent / path.stem / name)
    return steps


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _stored(tmp_path_factory.mktemp("growth") / "few.sqlite", 50)


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _stored(tmp_path_factory.mktemp("growth") / "many.sqlite", 200)


@pytest.mark.parametrize("name", FORMATS)
def test_four_times_the_issues_take_four_times_the_work(
    few: Path, many: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(records, "BATCH", 10)
    little = _work(few, name)
    assert little > 10
    assert _work(many, name) < 6 * little

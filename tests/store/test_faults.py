"""A database that is locked, damaged, full or read-only, and a process that is killed."""

import os
import resource
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from archiver.errors import ArchiverError
from archiver.store import Store, database
from tests.store.samples import capture, issue_page

KEY = "430799:江渚工会简报:2009:3"


@pytest.fixture
def path(tmp_path: Path) -> Iterator[Path]:
    with Store.open(tmp_path / "archive.sqlite") as store:
        store.save(issue_page(), capture(), "demo")
    yield tmp_path / "archive.sqlite"


def test_a_locked_database_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.05)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        with Store.open(path) as store, pytest.raises(ArchiverError, match="in use by another"):
            store.save(issue_page("新"), capture(minute=3), "demo")
    finally:
        other.close()
    with Store.open(path) as store:
        assert store.save(issue_page("新"), capture(minute=3), "demo").updated["pages"] == 1


def test_a_truncated_database_is_told(path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])
    with pytest.raises(ArchiverError, match="damaged"), Store.open(path, create=False) as store:
        store.counts()
        list(store.copies())
        store.find(KEY)


def test_a_read_only_database_can_be_read_and_tells_when_it_cannot_be_written(path: Path) -> None:
    uri = f"sqlite:///file:{path}?mode=ro&uri=true"
    with Store.open(uri, create=False) as store:
        assert store.find(KEY) is not None
        with pytest.raises(ArchiverError, match="cannot be written"):
            store.save(issue_page("新"), capture(minute=3), "demo")


def test_a_database_in_a_folder_that_cannot_be_written_can_be_read(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Root may write everywhere; only the answer of the system can be another.
    monkeypatch.setattr(os, "access", lambda *_: False)
    with Store.open(path, create=False) as store:
        assert store.find(KEY) is not None
    assert [file.name for file in path.parent.iterdir()] == ["archive.sqlite"]


def test_a_full_disk_is_told_and_loses_nothing(path: Path) -> None:
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    old = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    with Store.open(path) as store:
        resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size, before[1]))
        try:
            with pytest.raises(ArchiverError):
                for minute in range(1, 200):
                    store.save(issue_page("新" * 50 * minute), capture(minute=minute), "demo")
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, before)
            signal.signal(signal.SIGXFSZ, old)
    with Store.open(path) as store:
        assert store.find(KEY) is not None
        store.save(issue_page("后"), capture(minute=300), "demo")


_SAVING = """
import sys
from archiver.store import Store
from tests.store.samples import capture, issue_page
with Store.open(sys.argv[1]) as store:
    for number in range(1, 10_000):
        url = f"http://gh.example.cn/{number}.htm"
        page = issue_page(f"第{number}号", number=number, key=f"430799:简报:2009:{number}", url=url)
        store.save(page, capture(url), "demo")
        print(number, flush=True)
"""


def test_what_was_said_to_be_stored_outlives_a_kill(tmp_path: Path) -> None:
    path = tmp_path / "archive.sqlite"
    for attempt in range(3):
        saving = subprocess.Popen(
            [sys.executable, "-c", _SAVING, str(path)],
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": str(Path.cwd())},
        )
        assert saving.stdout is not None
        told = int(saving.stdout.readline())
        time.sleep(0.05 * (attempt + 1))
        saving.kill()
        told = max([told, *(int(line) for line in saving.stdout.read().split(b"\n")[:-1])])
        saving.wait()
        saving.stdout.close()
        with Store.open(path) as store:
            counts = store.counts()
            assert counts["issues"] >= told
            assert counts["articles"] == counts["issues"]
            assert counts["pages"] == counts["versions"] == counts["captures"] == counts["issues"]
        with sqlite3.connect(path) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            assert connection.execute("PRAGMA foreign_key_check").fetchall() == []

"""What only shows on a server: many writers, and the same release as from SQLite."""

import subprocess
import sys
from pathlib import Path

import pytest

from archiver.errors import ArchiverError
from archiver.store import Store
from archiver.store.search import Question, words_of
from exports.formats import export
from tests.exports.test_issues import PAGES
from tests.store.conftest import empty_postgresql

_SAVING = """
import sys
from archiver.store import Store
from tests.store.samples import capture, issue_page
with Store.open(sys.argv[1]) as store:
    for number in range(25):
        key = f"430799:简报:2009:{number}"
        url = f"http://{sys.argv[2]}.example.cn/{number}.htm"
        for page_url in (url, "http://shared.example.cn/1.htm"):
            page = issue_page(f"第{number}号", number=number, key=key, url=page_url)
            store.save(page, capture(page_url, number), sys.argv[2])
"""


def _files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_both_back_ends_give_the_same_release(tmp_path: Path) -> None:
    releases = []
    for name, where in (("server", empty_postgresql()), ("file", str(tmp_path / "a.sqlite"))):
        with Store.open(where) as store:
            counts = [store.save(page, taken, "demo").counts() for page, taken in PAGES * 2]
            export(store, tmp_path / name, [])
            found = store.search(Question(words_of("植树")), 10).total
            releases.append((counts, _files(tmp_path / name), found, list(store.coverage())))
    assert releases[0] == releases[1]


def test_two_processes_store_the_same_issues_at_once() -> None:
    where = empty_postgresql()
    Store.open(where).close()
    saving = [
        subprocess.Popen([sys.executable, "-c", _SAVING, where, name]) for name in ("one", "two")
    ]
    assert [process.wait() for process in saving] == [0, 0]
    with Store.open(where) as store:
        assert store.counts()["issues"] == 25
        assert store.counts()["pages"] == 51
        for line in store.issues():
            entry = store.find(line.identity)
            assert entry is not None
            assert entry.evidence[0].preferred
            assert len(entry.evidence) >= 2


def test_a_server_that_is_not_there_is_told() -> None:
    pytest.importorskip("psycopg")
    with pytest.raises(ArchiverError, match="no connection"):
        Store.open("postgresql+psycopg://nobody@127.0.0.1:1/none?connect_timeout=2")

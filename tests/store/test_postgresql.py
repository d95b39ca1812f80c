"""What only shows on a server: many writers, and the same release as from SQLite."""

import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from archiver.errors import ArchiverError
from archiver.store import Store
from archiver.store.reading import Reading, prepare
from archiver.store.saving import Saving
from archiver.store.search import Question, words_of
from exports.formats import export
from tests.exports.test_issues import PAGES
from tests.store.conftest import empty_postgresql
from tests.store.samples import capture, issue_page, plain_page

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

_SAVING_COPIES = """
import random, sys, time
from archiver.store import Store
from tests.store.samples import capture, plain_page
where, name, start = sys.argv[1], sys.argv[2], float(sys.argv[3])
with Store.open(where) as store:
    for number in range(10):
        text = "".join(chr(0x4E00 + at) for at in random.Random(number).choices(range(2500), k=300))
        page = plain_page(text[:150] + name + text[150:], f"http://{name}.example.cn/{number}.htm")
        time.sleep(max(0, start + number / 20 - time.time()))
        store.save(page, capture(page.url, number), name)
"""

_SAVING_TOGETHER = """
import random, sys, time
from archiver.store import Store
from tests.store.samples import capture, issue_page
where, name, start = sys.argv[1], sys.argv[2], float(sys.argv[3])
order = random.Random(name).sample(range(18), 18)
with Store.open(where) as store:
    time.sleep(max(0, start - time.time()))
    for first in range(0, 18, 6):
        with store.together():
            for number in order[first : first + 6]:
                url, key = f"http://{name}.example.cn/{number}.htm", f"430799:简报:2009:{number}"
                page = issue_page(f"第{number}号" * 30, number=number, key=key, url=url)
                store.save(page, capture(url, number), name)
                time.sleep(0.03)
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


def test_a_near_copy_waits_until_the_other_is_there_to_be_seen() -> None:
    where = empty_postgresql()
    text = "元旦春节期间全县各级工会走访慰问困难职工家庭，把党和政府的温暖送到他们的心坎上，"
    pages = [plain_page(text * 3 + end, f"http://{end}.example.cn/1.htm") for end in ("a", "b")]
    with Store.open(where) as one, Store.open(where) as two:
        one.save(issue_page(), capture(), "demo")
        taken = [capture(page.url or "") for page in pages]
        with one._writing() as connection:
            saving = Saving(connection, one._inserts, set())
            saving.save(Reading(prepare(pages[0]), taken[0]), "demo")
            other = threading.Thread(target=two.save, args=(pages[1], taken[1], "demo"))
            other.start()
            other.join(0.5)
        other.join()
        assert [len(group) for group in one.copies()] == [2]


def test_near_copies_stored_at_the_same_moment_find_each_other() -> None:
    where = empty_postgresql()
    Store.open(where).close()
    names, start = ("one", "two", "three"), str(time.time() + 3)
    saving = [
        subprocess.Popen([sys.executable, "-c", _SAVING_COPIES, where, name, start])
        for name in names
    ]
    assert [process.wait() for process in saving] == [0, 0, 0]
    with Store.open(where) as store:
        assert store.counts()["articles"] == 30
        assert [len(group) for group in store.copies()] == [3] * 10


def test_processes_that_store_many_pages_together_do_not_stop_each_other() -> None:
    where = empty_postgresql()
    Store.open(where).close()
    start = str(time.time() + 3)
    saving = [
        subprocess.Popen([sys.executable, "-c", _SAVING_TOGETHER, where, name, start])
        for name in ("one", "two", "three")
    ]
    assert [process.wait() for process in saving] == [0, 0, 0]
    with Store.open(where) as store:
        counts = store.counts()
    assert (counts["issues"], counts["pages"]) == (18, 54)


def test_a_server_that_is_not_there_is_told() -> None:
    pytest.importorskip("psycopg")
    with pytest.raises(ArchiverError, match="no connection"):
        Store.open("postgresql+psycopg://nobody@127.0.0.1:1/none?connect_timeout=2")

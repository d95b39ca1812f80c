"""Full disks, homes that cannot be written, two processes, files that went away."""

import os
import signal
import sqlite3
import sys
import time
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from archiver.archive import Index, Reader, crawl_to_run, locked, opened
from archiver.archive.crawl import CrawlArchive
from archiver.archive.exchange import Exchange
from archiver.archive.identity import crawl_id
from archiver.archive.index import FileRow
from archiver.archive.scan import scan
from archiver.archive.spool import Spool
from archiver.errors import ArchiverError
from archiver.home import Home
from tests.archive.crawler import crawl, start
from tests.archive.rawserver import RawServer, page, plain
from tests.archive.test_cache import captures, job

FILES_END_AT_300_KB = (
    "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000))"
)


def exchange(number: int, body: bytes = b"<p>page</p>") -> Exchange:
    url = f"http://gh.example/{number}"
    sent = f"GET /{number} HTTP/1.1\r\nHost: gh.example\r\n\r\n".encode()
    return Exchange(
        url, sent=bytearray(sent), received=Spool().take([plain(b"%d" % number + body)])
    )


def keep(home: Home, count: int, *, close: bool = True, **options: Any) -> CrawlArchive:
    archive = CrawlArchive(home, "gh", "gh-1", **options)
    for number in range(count):
        archive.keep(exchange(number))
    archive.sync()
    if close:
        archive.close()
    return archive


def whole(home: Home) -> int:
    """How many captures the files hold, every one proven by the index."""
    index = Index(home.index, read_only=True)
    found = [f.entry for path in sorted(home.warc.iterdir()) for f in scan(path) if f.entry]
    assert found == [index.get(entry.capture.id) for entry in found]
    reader = Reader(home, index)
    for entry in found:
        reader.answer(entry.capture)
    assert len(found) == len(list(index.captures()))
    index.close()
    return len(found)


def test_a_full_disk_stops_the_crawl_with_one_sentence_and_nothing_half(tmp_path: Path) -> None:
    pages = {f"/{n}": page(os.urandom(70_000)) for n in range(8)}
    server = RawServer(pages)
    work = job(tmp_path, server, "gh-1", paths=list(pages))
    stopped = crawl({**work, "prelude": FILES_END_AT_300_KB})
    error = stopped[-1]["stats"]["archive/error"]
    assert error.startswith("cannot write ")
    assert "File too large" in error and "Make room" in error
    assert stopped[-1]["stats"]["finish_reason"] == "archive_failed"
    reported = [line["capture"]["id"] for line in stopped[:-1] if line.get("capture")]
    assert 0 < len(reported) < len(pages)

    finished = crawl(work)
    assert [line["url"] for line in finished[:-1]] == [server.url(path) for path in pages]
    assert set(reported) <= {capture.id for capture in captures(tmp_path)}
    assert whole(Home(tmp_path)) == len(pages)


def test_a_disk_too_full_for_a_large_answer_stops_the_crawl_and_loses_nothing(
    tmp_path: Path,
) -> None:
    pages = {"/a": page(b"a"), "/large": page(os.urandom(3 << 20)), "/b": page(b"b")}
    server = RawServer(pages)
    work = job(tmp_path, server, "gh-1", paths=list(pages))
    stopped = crawl({**work, "prelude": FILES_END_AT_300_KB})
    assert "File too large" in stopped[-1]["stats"]["archive/error"]
    finished = crawl(work)
    assert [line["capture"]["truncated"] for line in finished[:-1]] == [None] * 3
    assert server.paths().count("/a") == 1
    assert whole(Home(tmp_path)) == len(pages)


def test_a_write_that_fails_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    import resource

    home = Home(tmp_path)
    archive = keep(home, 1, close=False)
    (path,) = home.warc.iterdir()
    before = path.read_bytes()
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (len(before) + 500, hard))
    try:
        with pytest.raises(ArchiverError, match="File too large"):
            archive.keep(exchange(1, os.urandom(5000)))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert path.read_bytes() == before
    archive.keep(exchange(2))
    archive.close()
    assert whole(home) == 2


def test_a_home_that_cannot_be_made_is_told_before_anything_is_asked(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    server = RawServer({"/": page(b"x")})
    (end,) = crawl(job(tmp_path / "file" / "home", server, "gh-1"))
    assert len(end["errors"]) == 1
    assert str(tmp_path / "file") in end["errors"][0]
    assert server.asked == []


def test_the_second_process_on_a_home_is_told_who_holds_it(tmp_path: Path) -> None:
    server = RawServer({"/": page(b"x")})
    with locked(Home(tmp_path), "archiver crawl gh"):
        (end,) = crawl(job(tmp_path, server, "gh-2"))
    (error,) = end["errors"]
    assert f"is in use by process {os.getpid()} (archiver crawl gh, since 20" in error
    assert server.asked == []
    assert "errors" in crawl(job(tmp_path, server, "gh-2"))[-1]
    assert len(server.asked) == 1


def test_crawls_in_one_process_share_a_home(tmp_path: Path) -> None:
    home = Home(tmp_path)
    first, second = (CrawlArchive(home, name, f"{name}-1") for name in ("gh", "zgh"))
    first.keep(exchange(1))
    second.keep(exchange(2))
    second.close()
    first.keep(exchange(3))
    first.close()
    assert [path.name.split("-")[0] for path in sorted(home.warc.iterdir())] == ["gh", "zgh"]
    assert whole(home) == 3


def test_files_are_closed_and_new_ones_begun_when_they_have_grown(tmp_path: Path) -> None:
    home = Home(tmp_path)
    keep(home, 30, file_size=4000)
    names = [path.name for path in sorted(home.warc.iterdir())]
    assert len(names) > 3
    assert all(name.endswith(".warc.gz") for name in names)
    assert all(path.stat().st_size < 6000 for path in home.warc.iterdir())
    assert whole(home) == 30


@pytest.mark.parametrize("cut", [1, 9, 150, 700])
def test_a_torn_tail_is_cut_at_the_next_start_and_told(tmp_path: Path, cut: int) -> None:
    home = Home(tmp_path)
    keep(home, 5)
    (path,) = home.warc.iterdir()
    torn = path.rename(path.with_name(path.name + ".open"))
    os.truncate(torn, torn.stat().st_size - cut)
    home.index.unlink()
    (home.path / "index.sqlite-wal").unlink(missing_ok=True)
    archive = CrawlArchive(home, "gh", "gh-1")
    archive.close()
    told = " ".join(archive.repairs)
    assert "cut a torn end of" in told
    assert "had been left open and is closed now" in told
    assert whole(home) == 4


def test_bytes_that_are_not_indexed_yet_are_indexed_at_the_next_start(tmp_path: Path) -> None:
    home = Home(tmp_path)
    keep(home, 4)
    index = Index(home.index)
    (row,) = index.files().values()
    entry = index.of_file(row.name)[2]
    index.forget(row.name, entry.capture.offset)
    index.put_file(FileRow(row.name, entry.capture.offset - 900, None, "open"))
    index.close()
    with pytest.raises(AssertionError):
        whole(home)
    index = Index(home.index)
    index.forget(row.name, 0)
    index.put_file(FileRow(row.name, 0, None, "open"))
    index.close()
    CrawlArchive(home, "gh", "gh-1").close()
    assert whole(home) == 4


def test_a_clock_set_back_makes_no_clash(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = Home(tmp_path)
    for _ in range(3):
        keep(home, 1)
    assert len({path.name for path in home.warc.iterdir()}) == 3
    serials = [path.name.rsplit("-", 1)[1] for path in home.warc.iterdir()]
    assert "00001.warc.gz" in serials


def test_a_file_deleted_behind_our_back_is_told_and_asked_again(tmp_path: Path) -> None:
    server = RawServer({"/": page(b"<p>page</p>")})
    crawl(job(tmp_path, server, "gh-1"))
    (path,) = (tmp_path / "warc").iterdir()
    kept = path.read_bytes()
    path.unlink()
    again = crawl(job(tmp_path, server, "gh-1"))
    assert f"{path.name} is missing" in again[-1]["log"]
    assert again[0]["body"] == "<p>page</p>"
    assert len(server.asked) == 2
    path.write_bytes(kept)
    assert f"{path.name} is back." in crawl(job(tmp_path, server, "gh-1"))[-1]["log"]
    assert len(server.asked) == 2
    assert whole(Home(tmp_path)) == 2


def test_a_damaged_record_is_asked_again_and_told(tmp_path: Path) -> None:
    server = RawServer({"/": page(b"<p>page</p>")})
    crawl(job(tmp_path, server, "gh-1"))
    (path,) = (tmp_path / "warc").iterdir()
    data = bytearray(path.read_bytes())
    data[-40] ^= 4
    path.write_bytes(bytes(data))
    again = crawl(job(tmp_path, server, "gh-1"))
    assert again[0]["body"] == "<p>page</p>"
    assert again[-1]["stats"]["archive/unreadable"] == "1"
    assert "It is asked again." in again[-1]["log"]


def test_a_scrapy_whose_private_names_changed_is_refused_with_a_sentence(tmp_path: Path) -> None:
    server = RawServer({"/": page(b"x")})
    gone = (
        "from scrapy.core.downloader.handlers import http11; "
        "del http11._LenientHTTP11ClientProtocol"
    )
    (end,) = crawl({**job(tmp_path, server, "gh-1"), "prelude": gone})
    assert "this version of Scrapy cannot be archived from" in end["errors"][0]
    assert server.asked == []


def test_answers_that_bypass_the_tap_stop_the_crawl(tmp_path: Path) -> None:
    server = RawServer({"/": page(b"x"), "/b": page(b"y")})
    blind = (
        "import archiver.archive.tap as tap; "
        "tap._TappedProtocol.dataReceived = tap.http11._LenientHTTP11ClientProtocol.dataReceived"
    )
    results = crawl({**job(tmp_path, server, "gh-1", paths=["/", "/b"]), "prelude": blind})
    assert "cannot be archived from" in results[-1]["stats"]["archive/error"]
    assert not any(line.get("body") for line in results[:-1])


def test_a_stopped_crawl_is_taken_up_and_a_finished_one_is_not(tmp_path: Path) -> None:
    import datetime

    home = Home(tmp_path)
    begun = datetime.datetime(2024, 5, 1, 8, tzinfo=datetime.UTC)
    hour, month = datetime.timedelta(hours=1), datetime.timedelta(days=30)
    name = crawl_to_run(home, "gh", begun)
    assert name == crawl_id("gh", begun) == "gh-20240501T080000Z"
    archive = CrawlArchive(home, "gh", name)
    archive.close()
    assert crawl_to_run(home, "gh", begun + hour) == name
    assert crawl_to_run(home, "gh", begun + month) == "gh-20240531T080000Z"
    assert crawl_to_run(home, "zgh", begun + hour) == "zgh-20240501T090000Z"
    archive = CrawlArchive(home, "gh", name)
    archive.finished = True
    archive.close()
    assert crawl_to_run(home, "gh", begun + hour) == "gh-20240501T090000Z"
    assert crawl_to_run(home, "gh", begun) == "gh-20240501T080001Z"


def test_an_index_of_an_older_layout_is_made_anew_and_the_stopped_crawl_goes_on(
    tmp_path: Path,
) -> None:
    home = Home(tmp_path)
    keep(home, 3)
    before = captures(tmp_path)
    with sqlite3.connect(home.index) as database:
        database.execute("ALTER TABLE captures DROP COLUMN depth")
        database.execute("PRAGMA user_version = 1")
    with pytest.raises(ArchiverError, match="layout 1, this version reads"):
        Index(home.index, read_only=True)
    with opened(home, "test") as told:
        assert told[0].startswith("the index had layout 1 and is made anew")
    assert captures(tmp_path) == before
    assert whole(home) == 3
    with closing(Index(home.index, read_only=True)) as index:
        assert index.unfinished("gh") == "gh-1"


def test_an_index_of_a_newer_layout_is_left_alone(tmp_path: Path) -> None:
    home = Home(tmp_path)
    keep(home, 1)
    with sqlite3.connect(home.index) as database:
        database.execute("PRAGMA user_version = 99")
    before = home.index.read_bytes()
    with pytest.raises(ArchiverError, match="use a newer version"), opened(home, ""):
        pass
    assert home.index.read_bytes() == before


def test_the_crawl_to_resume_is_the_last_that_kept_anything(tmp_path: Path) -> None:
    """Also when the clock was set back, and when archives of other tools were taken in."""
    home = Home(tmp_path)
    for name, finished, resumable in (
        ("gh-20240501T080000Z", True, True),
        ("gh-20230101T000000Z", False, True),
        ("gh-import-0123456789ab", True, False),
    ):
        archive = CrawlArchive(home, "gh", name, resumable=resumable)
        archive.keep(exchange(1, name.encode()))
        archive.finished = finished
        archive.close()
    with closing(Index(home.index, read_only=True)) as index:
        assert index.unfinished("gh") == "gh-20230101T000000Z"


def test_ctrl_c_leaves_a_crawl_to_resume(tmp_path: Path) -> None:
    links = b"".join(b"<a href=/%d>%d</a> " % (n, n) for n in range(300))
    server = RawServer({"/": page(links), **{f"/{n}": page(b"p%d" % n) for n in range(300)}})
    work = job(tmp_path, server, "gh-1", follow=True)
    process = start(work)
    while len(server.asked) < 20:
        time.sleep(0.005)
    process.send_signal(signal.SIGINT)
    assert process.wait(20) == 0, sys.stderr
    index = Index(Home(tmp_path).index, read_only=True)
    assert index.unfinished("gh") == "gh-1"
    index.close()
    assert not list((tmp_path / "warc").glob("*.open"))
    assert whole(Home(tmp_path)) == len(server.asked) < 300

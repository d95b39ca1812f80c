"""The archive is the crawl's cache: resume, re-crawl and offline runs."""

import os
import signal
import time
from pathlib import Path
from typing import Any

from warcio.archiveiterator import ArchiveIterator

from archiver.archive import Index
from archiver.home import Home
from tests.archive.crawler import crawl, start
from tests.archive.rawserver import RawServer, Script, page, plain


def job(home: Path, server: RawServer, crawl_id: str, **more: Any) -> dict[str, Any]:
    urls = more.pop("paths", ["/"])
    return {
        "home": home,
        "site": "gh",
        "crawl": crawl_id,
        "urls": [server.url(path) for path in urls],
        "settings": {"CONCURRENT_REQUESTS": 1, **more.pop("settings", {})},
        **more,
    }


def captures(home: Path) -> list[Any]:
    index = Index(Home(home).index, read_only=True)
    found = list(index.captures())
    index.close()
    return found


def warc_records(home: Path, type_: str) -> list[tuple[Any, bytes]]:
    found = []
    for path in sorted((home / "warc").iterdir()):
        with path.open("rb") as stream:
            for record in ArchiveIterator(stream, no_record_parse=True):
                if record.rec_headers.get_header("WARC-Type") == type_:
                    found.append((record.rec_headers, record.raw_stream.read()))
    return found


def test_what_a_crawl_archived_is_not_asked_again_when_it_is_resumed(tmp_path: Path) -> None:
    server = RawServer({"/": page(b"<a href=/a>a</a>"), "/a": page(b"<p>a</p>")})
    first = crawl(job(tmp_path, server, "gh-1", follow=True))
    asked = server.paths()
    again = crawl(job(tmp_path, server, "gh-1", follow=True))
    assert server.paths() == asked == ["/", "/a"]
    assert [line["body"] for line in again[:-1]] == [line["body"] for line in first[:-1]]
    assert [line["capture"] for line in again[:-1]] == [line["capture"] for line in first[:-1]]
    assert [line["flags"] for line in again[:-1]] == [["archived"], ["archived"]]


def test_robots_txt_is_archived_and_answered_from_the_archive(tmp_path: Path) -> None:
    server = RawServer({"/robots.txt": page(b"User-agent: *\nDisallow: /no"), "/": page(b"x")})
    settings = {"ROBOTSTXT_OBEY": True}
    for _ in range(2):
        crawl(job(tmp_path, server, "gh-1", paths=["/", "/no"], settings=settings))
    assert server.paths() == ["/robots.txt", "/"]
    assert {capture.url for capture in captures(tmp_path)} == {
        server.url("/robots.txt"),
        server.url("/"),
    }


def test_redirects_keep_both_answers_and_each_its_own_capture(tmp_path: Path) -> None:
    moved = page(b"", status="302 Found", extra=b"Location: /there\r\n")
    server = RawServer({"/here": moved, "/there": page(b"arrived")})
    for _ in range(2):
        result = crawl(job(tmp_path, server, "gh-1", paths=["/here"], redirect=True))[0]
        assert result["capture"]["url"] == server.url("/there")
    assert server.paths() == ["/here", "/there"]
    assert [(c.status, c.url) for c in captures(tmp_path)] == [
        (302, server.url("/here")),
        (200, server.url("/there")),
    ]


def test_a_resumed_crawl_goes_through_a_retry_as_it_happened(tmp_path: Path) -> None:
    answers = iter([plain(b"oh", status="500 Error"), plain(b"fine")])
    server = RawServer({}, decide=lambda path, request: Script((next(answers),)))
    settings = {"RETRY_ENABLED": True}
    for _ in range(2):
        result, end = crawl(job(tmp_path, server, "gh-1", settings=settings, redirect=True))
        assert (result["body"], result["capture"]["status"]) == ("fine", 200)
        assert end["stats"]["retry/count"] == "1"
    assert server.paths() == ["/", "/"]


def test_what_a_busy_server_did_not_give_is_asked_again_and_then_kept(tmp_path: Path) -> None:
    busy = [plain(b"busy", status="503 Busy")] * 3
    answers = iter([*busy, plain(b"fine")])
    server = RawServer({}, decide=lambda path, request: Script((next(answers),)))
    settings = {"RETRY_ENABLED": True}
    first, *others = (
        crawl(job(tmp_path, server, "gh-1", settings=settings, redirect=True))[0] for _ in range(3)
    )
    assert first["capture"]["status"] == 503
    assert [(one["body"], one["capture"]["status"]) for one in others] == [("fine", 200)] * 2
    assert server.paths() == ["/"] * 4


def test_a_broken_answer_is_asked_again(tmp_path: Path) -> None:
    scripts = iter([Script((plain(b"x" * 99)[:80],), keep=False), page(b"whole")])
    server = RawServer({}, decide=lambda path, request: next(scripts))
    assert "error" in crawl(job(tmp_path, server, "gh-1"))[0]
    assert crawl(job(tmp_path, server, "gh-1"))[0]["body"] == "whole"


def test_what_is_asked_twice_at_the_same_time_is_asked_once(tmp_path: Path) -> None:
    server = RawServer({"/": Script((plain(b"slow"),), pause=0.2), "/cut": Script((), keep=False)})
    work = job(tmp_path, server, "gh-1", paths=["/", "/", "/cut", "/", "/cut"])
    work["settings"] = {"CONCURRENT_REQUESTS_PER_DOMAIN": 8}
    results = crawl(work)[:-1]
    assert server.paths().count("/") == 1
    assert server.paths().count("/cut") >= 2, "who waited for a failure asks itself"
    bodies = [line["capture"]["id"] for line in results if line.get("body") == "slow"]
    assert len(bodies) == 3 and len(set(bodies)) == 1


def test_posts_with_other_bodies_are_other_questions(tmp_path: Path) -> None:
    server = RawServer({"/list": page(b"rows")})
    for body in ("page=1", "page=2", "page=1"):
        crawl(job(tmp_path, server, "gh-1", paths=["/list"], method="POST", body=body))
    assert [request.split(b"\r\n\r\n")[1] for _, request in server.asked] == [b"page=1", b"page=2"]


def test_a_page_that_was_not_modified_becomes_a_revisit_and_is_read_as_before(
    tmp_path: Path,
) -> None:
    validators = b'ETag: "v1"\r\nLast-Modified: Tue, 01 Jul 2008 00:00:00 GMT\r\n'

    def decide(path: str, request: bytes) -> Script:
        if b'If-None-Match: "v1"' in request:
            return Script((b'HTTP/1.1 304 Not Modified\r\nETag: "v1"\r\n\r\n',))
        return page(b"<p>bulletin</p>", extra=validators)

    server = RawServer({}, decide=decide)
    first = crawl(job(tmp_path, server, "gh-1"))[0]
    for number in (2, 3):
        later = crawl(job(tmp_path, server, f"gh-{number}"))[0]
        assert (later["status"], later["body"]) == (200, first["body"])
        assert later["capture"]["revisit_of"] == first["capture"]["id"]
        assert later["capture"]["payload_digest"] == first["capture"]["payload_digest"]
        assert later["capture"]["crawl"] == f"gh-{number}"
        resumed = crawl(job(tmp_path, server, f"gh-{number}"))[0]
        assert {**resumed, "flags": []} == {**later, "flags": []}
    assert len(server.asked) == 3
    assert b"If-Modified-Since: Tue, 01 Jul 2008 00:00:00 GMT\r\n" in server.asked[1][1]
    (original,) = warc_records(tmp_path, "response")
    for headers, block in warc_records(tmp_path, "revisit"):
        assert block == b""
        assert headers.get_header("WARC-Profile").endswith("/1.1/revisit/server-not-modified")
        for field, value in (("", "Record-ID"), ("-Target-URI", "Target-URI"), ("-Date", "Date")):
            told = headers.get_header("WARC-Refers-To" + field)
            assert told == original[0].get_header("WARC-" + value)
        assert headers.get_header("WARC-Payload-Digest") == original[0].get_header(
            "WARC-Payload-Digest"
        )


def test_a_page_whose_archived_bytes_are_damaged_is_asked_anew_and_whole(tmp_path: Path) -> None:
    def decide(path: str, request: bytes) -> Script:
        if b"If-None-Match" in request:
            return Script((b'HTTP/1.1 304 Not Modified\r\nETag: "v1"\r\n\r\n',))
        return page(b"<p>bulletin</p>", extra=b'ETag: "v1"\r\n')

    server = RawServer({}, decide=decide)
    crawl(job(tmp_path, server, "gh-1"))
    (path,) = (tmp_path / "warc").iterdir()
    data = bytearray(path.read_bytes())
    data[-50] ^= 1
    path.write_bytes(bytes(data))
    result, end = crawl(job(tmp_path, server, "gh-2"))
    assert (result["status"], result["body"]) == (200, "<p>bulletin</p>")
    assert b"If-None-Match" not in server.asked[-1][1]
    assert int(end["stats"]["archive/unreadable"]) >= 1
    assert result["capture"]["revisit_of"] is None, "nothing leans on a damaged record"
    later = crawl(job(tmp_path, server, "gh-3"))[0]
    assert later["body"] == "<p>bulletin</p>"
    assert later["capture"]["revisit_of"] == result["capture"]["id"]


def test_a_page_whose_archive_file_is_gone_is_not_asked_conditionally(tmp_path: Path) -> None:
    server = RawServer({"/": page(b"<p>bulletin</p>", extra=b'ETag: "v1"\r\n')})
    crawl(job(tmp_path, server, "gh-1"))
    (path,) = (tmp_path / "warc").iterdir()
    path.unlink()
    assert crawl(job(tmp_path, server, "gh-2"))[0]["body"] == "<p>bulletin</p>"
    assert b"If-None-Match" not in server.asked[1][1]


def test_the_same_payload_is_kept_once(tmp_path: Path) -> None:
    server = RawServer({"/a": page(b"same"), "/b": page(b"same", extra=b"X-Other: 1\r\n")})
    first, second, _ = crawl(job(tmp_path, server, "gh-1", paths=["/a", "/b"]))
    assert second["capture"]["revisit_of"] == first["capture"]["id"]
    ((headers, block),) = warc_records(tmp_path, "revisit")
    assert headers.get_header("WARC-Profile").endswith("/identical-payload-digest")
    assert block == plain(b"same", extra=b"X-Other: 1\r\n")[: -len(b"same")]
    again = crawl(job(tmp_path, server, "gh-1", paths=["/b"]))[0]
    assert (again["body"], again["headers"]["X-Other"]) == ("same", "1")


def test_validators_do_not_travel_with_a_redirect(tmp_path: Path) -> None:
    moved = page(b"", status="302 Found", extra=b"Location: /new\r\n")
    server = RawServer({"/old": page(b"old", extra=b'ETag: "o"\r\n'), "/new": page(b"new")})
    crawl(job(tmp_path, server, "gh-1", paths=["/old"]))
    server.pages["/old"] = moved
    crawl(job(tmp_path, server, "gh-2", paths=["/old"], redirect=True))
    assert [b"If-None-Match" in request for _, request in server.asked] == [False, True, False]


def test_an_offline_crawl_asks_nothing_and_gives_the_newest_answers(tmp_path: Path) -> None:
    server = RawServer({"/": page(b"old"), "/b": page(b"b")})
    crawl(job(tmp_path, server, "gh-1"))
    server.pages["/"] = page(b"new")
    crawl(job(tmp_path, server, "gh-2"))
    asked = len(server.asked)
    offline = job(tmp_path, server, "gh-3", paths=["/", "/b"], archive={"offline": True})
    results = crawl(offline)
    assert [line.get("body") or line["error"] for line in results[:-1]] == ["new", "IgnoreRequest"]
    assert len(server.asked) == asked


def test_a_failing_site_is_never_answered_with_an_old_page(tmp_path: Path) -> None:
    server = RawServer({"/": page(b"old", extra=b'ETag: "o"\r\n')})
    crawl(job(tmp_path, server, "gh-1"))
    server.pages["/"] = Script((), keep=False)
    assert "error" in crawl(job(tmp_path, server, "gh-2"))[0]
    server.pages["/"] = page(b"broken", status="500 Oops")
    assert crawl(job(tmp_path, server, "gh-2"))[0]["status"] == 500


def test_a_killed_crawl_loses_nothing_and_asks_nothing_twice(tmp_path: Path) -> None:
    kills, pages = 3, 120
    links = b"".join(b"<a href=/%d>%d</a> " % (n, n) for n in range(pages))
    server = RawServer(
        {"/": page(links), **{f"/{n}": page(b"%d " % n * 500) for n in range(pages)}}
    )
    work = job(tmp_path, server, "gh-1", follow=True, settings={"CONCURRENT_REQUESTS": 4})
    for kill in range(kills):
        process = start(work)
        while len(server.asked) < 25 * (kill + 1):
            time.sleep(0.002)
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
    results = crawl(work)
    assert len(results) - 1 == pages + 1
    kept = captures(tmp_path)
    assert sorted(c.url for c in kept) == sorted(server.url(path) for path in server.pages)
    asked_twice = len(server.asked) - len(set(server.paths()))
    assert asked_twice <= 4 * kills, "only what was under way may be asked again"
    assert not list((tmp_path / "warc").glob("*.open"))
    assert "had been left open and is closed now" in results[-1]["log"]

"""Archived pages are seen as they were, and nothing leaves the machine."""

import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from datetime import UTC, datetime
from email.message import Message
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archiver.archive.crawl import CrawlArchive
from archiver.archive.exchange import Exchange
from archiver.archive.replay import Listed, Replay
from archiver.archive.rewrite import rewrite
from archiver.archive.spool import Spool
from archiver.home import Home
from tests.archive.rawserver import plain
from tests.work import no_hang

OLD, NEW = (datetime(year, 6, 25, 8, tzinfo=UTC) for year in (2008, 2012))
PAGE = (
    '<base target=_self><a href="/index.asp">首页</a><a href=http://gh.example/b.htm>乙</a>'
    "<img src='//img.example/x.gif'><a href='c.htm'>丙</a><script>alert(1)</script>"
).encode("gbk")


@pytest.fixture
def replay(tmp_path: Path) -> Iterator[Replay]:
    home = Home(tmp_path)
    archive = CrawlArchive(home, "gh", "gh-1")

    def keep(path: str, answer: bytes, when: datetime = OLD) -> None:
        sent = bytearray(b"GET / HTTP/1.1\r\n\r\n")
        received = Spool().take([answer])
        archive.keep(Exchange(f"http://gh.example{path}", time=when, sent=sent, received=received))

    keep("/a/page.htm?id=3", plain(PAGE))
    keep("/a/page.htm?id=3", plain(b"<p>newer</p>"), NEW)
    keep("/moved", plain(b"", status="301 Gone", extra=b"Location: /a/page.htm?id=3\r\n"))
    keep("/x.gif", plain(b"GIF89a href=/never").replace(b"text/html", b"image/gif"))
    archive.close()
    with Replay(
        home, lambda: [Listed("http://gh.example/a/page.htm?id=3", OLD, "简报<1>")]
    ) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


def get(replay: Replay, path: str, **headers: str) -> tuple[int, Message, bytes]:
    request = urllib.request.Request(replay.origin + path, headers=headers)
    try:
        with urllib.request.urlopen(request) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.headers, error.read()


def test_a_page_is_served_as_it_was_with_its_addresses_led_back(replay: Replay) -> None:
    status, headers, body = get(replay, "/2008/http://gh.example/a/page.htm?id=3")
    here = b"/20080625080000/http:"
    assert status == 200
    assert headers["Content-Type"] == "text/html"
    expected = PAGE.replace(b'"/index.asp', b'"' + here + b"//gh.example/index.asp")
    expected = expected.replace(b"=http://gh", b"=" + here + b"//gh")
    assert body == expected.replace(b"'//img", b"'" + here + b"//img")


def test_scripts_are_off_and_nothing_is_loaded_from_elsewhere(replay: Replay) -> None:
    _, headers, _ = get(replay, "/2008/http://gh.example/a/page.htm?id=3")
    rules = dict(
        rule.strip().partition(" ")[::2] for rule in headers["Content-Security-Policy"].split(";")
    )
    assert rules["sandbox"] == ""
    assert rules["script-src"] == rules["connect-src"] == rules["form-action"] == "'none'"
    assert rules["default-src"] == f"{replay.origin} data:"
    shell = get(replay, "/show/2008/http://gh.example/a/page.htm?id=3")
    assert "frame-src " + replay.origin in shell[1]["Content-Security-Policy"]
    assert b"<iframe sandbox src='/20080625080000/http://gh.example/a/page.htm?id=3'>" in shell[2]
    assert b"proven from the bytes just now" in shell[2]


@pytest.mark.parametrize(
    ("moment", "newer"), [("20080625", 0), ("2009", 0), ("2011", 1), ("2030", 1)]
)
def test_the_answer_nearest_to_the_moment_is_served(
    replay: Replay, moment: str, newer: int
) -> None:
    _, _, body = get(replay, f"/{moment}/http://gh.example/a/page.htm?id=3")
    assert (body == b"<p>newer</p>") == bool(newer)


def test_redirects_are_followed_inside_the_archive(replay: Replay) -> None:
    status, _, body = get(replay, "/2008/http://gh.example/moved")
    assert status == 200
    assert "首页".encode("gbk") in body


def test_what_a_style_sheet_asks_of_its_own_site_is_found(replay: Replay) -> None:
    asking = f"{replay.origin}/20080625080000/http://gh.example/style.css"
    status, _, body = get(replay, "/x.gif", Referer=asking)
    assert (status, body) == (200, b"GIF89a href=/never")


def test_what_is_not_held_is_told(replay: Replay) -> None:
    status, _, body = get(replay, "/2008/http://gh.example/none")
    assert (status, b"is not in the archive" in body) == (404, True)
    assert get(replay, "/whatever")[0] == 404


def test_pages_of_the_web_cannot_read_the_archive_through_a_name_of_theirs(replay: Replay) -> None:
    assert get(replay, "/", Host="evil.example:80")[0] == 403


def test_the_front_page_lists_what_is_held(replay: Replay) -> None:
    body = get(replay, "/")[2].decode()
    assert "简报&lt;1&gt;" in body
    assert "/show/20080625080000/http://gh.example/a/page.htm?id=3" in body


@given(st.text(alphabet="工会简报〇镕堃 a=/'\"<>", max_size=60))
def test_text_is_never_touched(text: str) -> None:
    for encoding in ("gb18030", "utf-8"):
        page = text.encode(encoding)
        assert rewrite(page, "http://gh.example/", "2008") == page


@pytest.mark.parametrize(
    ("link", "kept"),
    [
        ("<link rel=stylesheet href='a.css'>", True),
        ("<LINK href='a.css?x=1&y' type=\"text/css\" rel='stylesheet' />", True),
        ("<link charset=gbk rel='shortcut icon' href=x>", True),
        ("<link rel=preconnect href=x>", False),
        ("<link/rel='dns-prefetch'href=x>", False),
        ("<link rel='pre&#99;onnect' href='&#104;ttp://x/'>", False),
        ("<link rel='stylesheet preconnect' href=x>", False),
        ("<link rel=preconnect rel=stylesheet href=x>", False),
    ],
)
def test_links_that_only_open_connections_have_no_effect(link: str, kept: bool) -> None:
    shown = rewrite(link.encode(), "http://gh.example/", "2008")
    assert (b"<link" in shown.lower()) == kept


@pytest.mark.parametrize(
    "filler", [b" ", b"=", b"'", b"\xb9\xa4", b"/", b" href=", b"content='0;url=", b"<link a='"]
)
def test_hostile_pages_are_no_hang(filler: bytes) -> None:
    with no_hang():
        rewrite(b"<a href=" + filler * 100_000, "http://gh.example/", "2008")

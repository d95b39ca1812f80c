"""What goes over the wire is what lies in the archive, byte for byte."""

import gzip
import io
import json
import random
import socket
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from fastwarc.warc import ArchiveIterator as FastIterator
from warcio.archiveiterator import ArchiveIterator

from archiver.archive import Index, Reader
from archiver.archive.verify import verify
from archiver.home import Home
from tests.archive.certificate import self_signed
from tests.archive.crawler import crawl
from tests.archive.rawserver import RawServer, Script, page, plain

GZIPPED = gzip.compress("<p>压缩的简报</p>".encode(), mtime=0)
CHUNKED = (
    b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=gb2312\r\n"
    b"Transfer-Encoding: chunked\r\n\r\n"
    b"5\r\n<p>\xd6\xd0\r\n6;x=1\r\n\xb9\xa4</p>\r\n0\r\n\r\n"
)
WHOLE: dict[str, Script] = {
    "/plain": page(b"<p>one</p>"),
    "/again": page(b"<p>two on the same connection</p>"),
    "/pieces": Script((CHUNKED[:60], CHUNKED[60:125], CHUNKED[125:]), pause=0.02),
    "/gzip": page(GZIPPED, extra=b"Content-Encoding: gzip\r\n"),
    "/empty": Script((b"HTTP/1.1 204 No Content\r\nX-Odd:   spaces kept  \r\n\r\n",)),
    "/unchanged": Script((b'HTTP/1.1 304 Not Modified\r\nETag: "x"\r\n\r\n',)),
    "/bad-lines": Script(
        (
            b"HTTP/1.1 200 OK\r\nContent-type:text/html\r\nthis line has no colon\r\n"
            b"X-Folded: a\r\n\tb\r\nset-cookie: A=1\r\nSet-Cookie: b=2\r\nCONTENT-LENGTH: 3\r\n"
            b"\r\nyes",
        )
    ),
    "/bare-lf": Script((b"HTTP/1.1 200 OK\nContent-Length: 2\nServer: old\n\nok",)),
    "/gbk-reason": Script(
        (
            b"HTTP/1.1 404 "
            + "页面不存在".encode("gbk")
            + b"\r\nX-Note: "
            + "注".encode("gbk")
            + b"\r\nContent-Length: 4\r\n\r\n\xb2\xbb\xb4\xe6",
        )
    ),
    "/until-close": Script(
        (b"HTTP/1.0 200 OK\r\nServer: IIS\r\n\r\n<p>no length</p>",), keep=False
    ),
    "/redirect": page(b"moved", status="302 Found", extra=b"Location: /plain\r\n"),
    "/error": page(b"<h1>500</h1>", status="500 Internal Server Error"),
    "/early": Script((b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n", plain(b"late"))),
}
CUT: dict[str, tuple[Script, str]] = {
    "/cut": (Script((plain(b"x" * 900)[:500],), keep=False), "disconnect"),
    "/cut-chunk": (Script((CHUNKED[:110],), keep=False), "disconnect"),
    "/cut-head": (Script((b"HTTP/1.1 200 OK\r\nContent-Le",), keep=False), "disconnect"),
    "/slow": (Script((plain(b"y" * 900)[:400],), hang=2.5, keep=False), "time"),
    "/reset": (Script((plain(b"z" * 900)[:300],), pause=0.1, keep=False, reset=True), "disconnect"),
    "/huge": (page(b"h" * 200_000), "length"),
    "/endless": (
        Script(
            (CHUNKED.split(b"5\r\n")[0], *[b"4000\r\n" + b"e" * 0x4000 + b"\r\n"] * 12), pause=0.005
        ),
        "length",
    ),
    "/garbage": (Script((b"SSH-2.0-OpenSSH_9\r\n\r\n",), keep=False), "disconnect"),
}


def ask(server: RawServer, home: Path, **job: Any) -> list[dict[str, Any]]:
    return crawl(
        {
            "home": home,
            "site": "gh",
            "crawl": "gh-1",
            "urls": [server.url(path) for path in server.pages],
            "settings": {
                "CONCURRENT_REQUESTS": 1,
                "DOWNLOAD_TIMEOUT": 1.5,
                "DOWNLOAD_MAXSIZE": 100_000,
                **job.pop("settings", {}),
            },
            **job,
        }
    )


def records(home: Path) -> list[tuple[Any, bytes]]:
    """The records as warcio reads them, HTTP left alone."""
    found = []
    for path in sorted((home / "warc").iterdir()):
        with path.open("rb") as stream:
            found += [
                (record.rec_headers, record.raw_stream.read())
                for record in ArchiveIterator(stream, no_record_parse=True)
            ]
    return found


@pytest.fixture(scope="module", params=["http", "https"])
def crawled(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Any:
    home = tmp_path_factory.mktemp("home")
    tls = self_signed(home) if request.param == "https" else None
    server = RawServer(WHOLE | {path: script for path, (script, _) in CUT.items()}, tls)
    results = ask(server, home)
    server.close()
    return home, server, results


def test_every_answer_is_archived_exactly_as_the_server_sent_it(crawled: Any) -> None:
    home, server, _ = crawled
    found = {
        headers.get_header("WARC-Target-URI"): block
        for headers, block in records(home)
        if headers.get_header("WARC-Type") == "response"
    }
    for path, script in WHOLE.items():
        if path != "/early":
            assert found[server.url(path)] == b"".join(script.pieces), path
    assert found[server.url("/early")] == plain(b"late")


def test_what_had_come_of_a_broken_answer_is_kept_and_marked(crawled: Any) -> None:
    home, server, results = crawled
    found = {
        headers.get_header("WARC-Target-URI"): (headers.get_header("WARC-Truncated"), block)
        for headers, block in records(home)
        if headers.get_header("WARC-Type") == "response"
    }
    for path, (script, reason) in CUT.items():
        truncated, block = found[server.url(path)]
        assert truncated == reason, path
        if reason == "length":  # cut at the limit: how much more had come is a matter of timing
            assert b"".join(script.pieces).startswith(block)
            assert block.startswith(b"HTTP/1.1 200 OK\r\n")
        else:
            assert block == b"".join(script.pieces), path
    failed = {line["url"]: line for line in results[:-1] if "error" in line}
    assert set(failed) == {server.url(path) for path in CUT}
    for line in failed.values():
        assert line["capture"]["truncated"] in ("disconnect", "time", "length")


def test_every_request_is_archived_exactly_as_the_server_got_it(crawled: Any) -> None:
    home, server, _ = crawled
    sent = [b for h, b in records(home) if h.get_header("WARC-Type") == "request"]
    assert sorted(sent) == sorted(request for _, request in server.asked)
    assert all(b"\r\nAccept-Encoding: gzip\r\n" in request for request in sent)


def test_connections_are_kept_alive_and_wrapped_once(crawled: Any) -> None:
    _, server, _ = crawled
    assert server.connections < len(server.asked) - 3


def test_interim_answers_stand_verbatim_beside_the_answer(crawled: Any) -> None:
    home, server, _ = crawled
    blocks = [
        block
        for headers, block in records(home)
        if headers.get_header("WARC-Type") == "metadata"
        and headers.get_header("WARC-Target-URI") == server.url("/early")
    ]
    assert WHOLE["/early"].pieces[0] in blocks


def test_every_capture_can_be_read_back_with_the_page_scrapy_saw(crawled: Any) -> None:
    home, _, results = crawled
    index = Index(Home(home).index, read_only=True)
    reader = Reader(Home(home), index)
    pages = [line for line in results[:-1] if "error" not in line]
    assert len(pages) == len(WHOLE)
    for line in pages:
        entry = index.get(line["capture"]["id"])
        assert entry is not None
        assert json.loads(entry.capture.model_dump_json()) == line["capture"]
        answer = reader.answer(entry.capture)
        assert answer.status == line["status"]
        assert answer.content().decode("latin-1") == line["body"], line["url"]
    assert len(list(index.captures())) == len(WHOLE) + len(CUT)
    index.close()


def test_other_readers_agree_about_every_record(crawled: Any) -> None:
    home, _, _ = crawled
    ours = records(home)
    for path in (home / "warc").iterdir():
        theirs = list(FastIterator(io.BytesIO(path.read_bytes()), parse_http=False))
        for record in FastIterator(io.BytesIO(path.read_bytes()), parse_http=False):
            assert record.verify_block_digest()
        assert len(theirs) == len(ours)
    assert [h.get_header("WARC-Type") for h, _ in ours][:4] == [
        "warcinfo",
        "request",
        "metadata",
        "response",
    ]


def test_warcio_complains_only_of_payload_digests_of_chunked_answers(crawled: Any) -> None:
    # WARC defines the payload without its transfer coding; warcio digests the chunks.
    home, _, _ = crawled
    checked = subprocess.run(
        [sys.executable, "-m", "warcio.cli", "check", *map(str, (home / "warc").iterdir())],
        capture_output=True,
        text=True,
        check=False,
    )
    complaints = [line for line in checked.stdout.splitlines() if "failed" in line]
    chunked = [p for p in (*WHOLE, *CUT) if p in ("/pieces", "/cut-chunk", "/endless")]
    assert len(complaints) == len(chunked), checked.stdout
    assert all("payload digest" in line for line in complaints)


@pytest.mark.parametrize(
    "path", ["", "/a;", "/a;b=1?c;d", "/a?", "/a//b/../c", "/%e4%b8%ad?q=文#x"]
)
def test_addresses_of_any_spelling_are_archived(tmp_path: Path, path: str) -> None:
    server = RawServer({}, decide=lambda *_: page(b"found"))
    job = {"home": tmp_path, "site": "gh", "crawl": "gh-1", "urls": [server.url(path)]}
    result, end = crawl(job)
    assert result["body"] == "found", end
    assert "archive/error" not in end["stats"]
    again, _ = crawl(job)
    assert (again["flags"], again["capture"]) == (["archived"], result["capture"])
    assert len(server.asked) == 1


def test_no_answer_however_broken_stops_a_crawl_or_escapes_the_archive(tmp_path: Path) -> None:
    chance = random.Random(2008)
    whole = [b"".join(script.pieces) for script in WHOLE.values()]
    sent = {f"/{n}": mutated(chance, chance.choice(whole)) for n in range(150)}
    server = RawServer({path: Script((data,), keep=False) for path, data in sent.items()})
    settings = {"CONCURRENT_REQUESTS_PER_DOMAIN": 8}
    *results, end = ask(server, tmp_path, settings=settings)
    assert "archive/error" not in end["stats"]
    assert {line["url"] for line in results} == {server.url(path) for path in sent}
    kept: dict[str, list[bytes]] = {}
    for headers, block in records(tmp_path):
        if headers.get_header("Content-Type") == "application/http;msgtype=response":
            kept.setdefault(headers.get_header("WARC-Target-URI"), []).append(block)
    for path, data in sent.items():
        assert all(block in data for block in kept[server.url(path)]), "as it was sent"
    with closing(Index(Home(tmp_path).index, read_only=True)) as index:
        assert [str(r) for r in verify(Home(tmp_path), index) if r.problems] == []
    answered = {line["url"]: line for line in results if "error" not in line}
    resumed = {line["url"]: line for line in ask(server, tmp_path, settings=settings)[:-1]}
    for url, line in answered.items():
        for told in (line, resumed[url]):
            told["flags"] = []
            told["headers"].pop("Content-Length", None)  # Scrapy adds one to what has no body
        assert resumed[url] == line, "as the site answered"


def mutated(chance: random.Random, data: bytes) -> bytes:
    """An answer with a few bytes changed, left out or put in, or cut."""
    changed = bytearray(data)
    for _ in range(chance.randrange(1, 5)):
        at = chance.randrange(len(changed))
        new = chance.choice([b"", b"\0", b"\r\n", b"\n", b":", b" ", b"\xff\xfe", b"9", b"-1"])
        changed[at : at + chance.randrange(3)] = new
    return bytes(changed[: chance.choice([len(changed), chance.randrange(1, len(changed))])])


def test_a_connection_refused_leaves_no_record(tmp_path: Path) -> None:
    with socket.socket() as taken:  # bound, but nobody listens
        taken.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{taken.getsockname()[1]}/"
        result, _ = crawl({"home": tmp_path, "site": "gh", "crawl": "gh-1", "urls": [url]})
    assert result["error"] == "DownloadConnectionRefusedError"
    assert result["capture"] is None
    assert not list((tmp_path / "warc").iterdir())

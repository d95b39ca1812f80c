"""Bytes on disk are read like bytes in memory, and large answers cost no memory."""

import os
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archiver.archive import Index, message, spool, warc
from archiver.archive.message import Message, dechunk, split_interim
from archiver.archive.spool import Span, Spool, gather
from archiver.archive.verify import verify
from archiver.errors import ArchiverError
from archiver.home import Home
from tests.archive.crawler import crawl
from tests.archive.rawserver import RawServer, Script, page

LIMIT = 24 << 20


def on_disk(data: bytes) -> Span:
    spooled = gather([b" " * (spool.IN_MEMORY + 1), data])
    assert isinstance(spooled, Span)
    return spooled[spool.IN_MEMORY + 1 :]


@given(st.binary(max_size=40), st.integers(-50, 50), st.integers(-50, 50))
def test_a_span_is_sliced_like_bytes(data: bytes, start: int, stop: int) -> None:
    span = on_disk(data)
    assert bytes(span[start:stop]) == data[start:stop]
    assert len(span[start:stop]) == len(data[start:stop])
    assert bytes(span[start:][:stop]) == data[start:][:stop]


@given(st.lists(st.binary(max_size=9)), st.binary(max_size=9))
def test_messages_on_disk_are_read_like_messages_in_memory(parts: list[bytes], rest: bytes) -> None:
    chunks = b"".join(b"%x\r\n%b\r\n" % (len(part), part) for part in parts)
    for head in (b"Transfer-Encoding: chunked", b"Content-Length: 5"):
        data = b"HTTP/1.1 100 Go\r\n\r\nHTTP/1.1 200 OK\r\n" + head + b"\r\n\r\n" + chunks + rest
        interim, final = split_interim(data)
        same, spooled = split_interim(on_disk(data))
        assert (interim, final) == (same, bytes(spooled))
        assert shown(message.parse(final)) == shown(message.parse(spooled))


def shown(told: Message) -> tuple[Any, ...]:
    return (told.start, told.headers, bytes(told.body), bytes(told.payload), bytes(told.entity))


@pytest.mark.parametrize("size", [1, 7_000, 3 << 20])
def test_chunks_of_any_size_are_undone_on_disk(size: int) -> None:
    body = os.urandom(min(4 << 20, size * 2_000))
    parts = (body[at : at + size] for at in range(0, len(body), size))
    sent = gather(b"%x;x=y\r\n%b\r\n" % (len(part), part) for part in parts)
    assert bytes(dechunk(sent)) == body
    assert bytes(dechunk(on_disk(bytes(sent) + b"0\r\n\r\ntrailing"))) == body


@pytest.mark.parametrize("size", [0, 1, spool.IN_MEMORY, spool.IN_MEMORY + 1, 3 << 20])
def test_a_record_of_any_size_comes_back(size: int) -> None:
    block = os.urandom(size)
    record = warc.WarcRecord((("WARC-Type", "response"),), gather([block]))
    member = b"".join(warc.compress(warc.serialise(record)))
    reading = warc.Inflating(iter([member[:5], member[5:] + b"next"]))
    again = warc.parse(gather(reading))
    assert (bytes(again.block), again.fields) == (block, record.fields)
    assert warc.sha1(again.block) == warc.sha1(block)
    assert (reading.read, reading.rest) == (len(member), b"next")


def test_a_disk_that_takes_no_large_answer_is_told(tmp_path: Path) -> None:
    spooled = Spool(tmp_path / "gone")
    spooled.write(bytes(spool.IN_MEMORY))
    with pytest.raises(ArchiverError, match="cannot write"):
        spooled.write(b"x")


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="the system tells no peak")
def test_an_endless_answer_is_cut_at_the_limit_and_costs_no_memory_of_ours(tmp_path: Path) -> None:
    head = b"HTTP/1.1 200 OK\r\nContent-Type: application/zip\r\n"
    piece = os.urandom(1 << 20)
    chunk = b"%x\r\n%b\r\n" % (len(piece), piece)
    endless = {
        "/plain": Script((head + b"\r\n", *[piece] * 200), keep=False),
        "/chunked": Script((head + b"Transfer-Encoding: chunked\r\n\r\n", *[chunk] * 200)),
    }
    server = RawServer({"/": page(b"small"), **endless})
    job: dict[str, Any] = {"site": "gh", "crawl": "gh-1", "prelude": "pass"}
    job["settings"] = {"DOWNLOAD_MAXSIZE": LIMIT, "CONCURRENT_REQUESTS": 1}
    small = crawl({**job, "home": tmp_path / "small", "urls": [server.url("/")]})
    home = tmp_path / "large"
    *failed, end = crawl({**job, "home": home, "urls": [server.url(path) for path in endless]})
    assert [line["capture"]["truncated"] for line in failed] == ["length", "length"]
    assert all(LIMIT < line["capture"]["length"] < 2 * LIMIT for line in failed)
    # Scrapy holds a body until the limit is reached, and grows its buffer by an eighth.
    assert end["peak"] - small[-1]["peak"] < 1.5 * LIMIT
    assert not list((home / "warc").glob("tmp*"))
    with closing(Index(home / "index.sqlite", read_only=True)) as index:
        assert [str(r) for r in verify(Home(home), index) if r.problems] == []

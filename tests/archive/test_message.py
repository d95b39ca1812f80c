"""HTTP messages are taken apart as browsers and Scrapy do, whatever the server sends."""

import gzip
import random
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scrapy.utils.gz import gunzip

from archiver.archive.message import dechunk, decode_content, parse, split_interim

LIMIT = 1 << 20


@given(st.binary(), st.lists(st.integers(1, 40), max_size=30))
def test_what_was_chunked_comes_back_whole(body: bytes, sizes: list[int]) -> None:
    chunks, rest = [], body
    for size in sizes:
        if rest:
            chunks.append(b"%x\r\n%s\r\n" % (len(rest[:size]), rest[:size]))
            rest = rest[size:]
    if rest:
        chunks.append(b"%X;ext=1\r\n%s\r\n" % (len(rest), rest))
    sent = b"".join(chunks) + b"0\r\nTrailer: x\r\n\r\n"
    assert dechunk(sent) == body


def test_a_chunked_body_that_was_cut_is_read_as_far_as_it_goes() -> None:
    assert dechunk(b"5\r\nab") == b"ab"
    assert dechunk(b"2\r\nab\r\n5\r\n") == b"ab"
    assert dechunk(b"<html>not chunked at all") == b"<html>not chunked at all"


@given(st.binary(max_size=300))
def test_no_bytes_make_the_parser_fail(data: bytes) -> None:
    message = parse(data)
    assert len(message.body) <= len(data)
    interim, final = split_interim(data)
    assert interim + bytes(final) == data


def test_header_lines_are_read_as_browsers_do() -> None:
    message = parse(
        b"HTTP/1.1 200\nA:  1 \r\nno colon\r\n folded\r\nb: x\r\n\ty\r\na: 2\r\n\r\nbody"
    )
    assert message.status == 200
    assert message.values("a") == [b"1", b"2"]
    assert message.value("B") == "x\ty"
    assert message.body == b"body"


@pytest.mark.parametrize(
    "line", [b"", b"HTTP/1.1", b"SSH-2.0 200 OK", b"HTTP/1.1 abc", b"HTTP 200"]
)
def test_what_is_no_status_line_has_no_status(line: bytes) -> None:
    assert parse(line + b"\r\n\r\n").status is None


def test_what_comes_after_the_announced_length_is_no_part_of_the_page() -> None:
    message = parse(b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\npagejunk")
    assert (message.entity, message.payload) == (b"page", b"pagejunk")
    odd = parse(b"HTTP/1.1 200 OK\r\nContent-Length: \xb2\r\n\r\npage")
    assert odd.entity == b"page"


def test_gzip_is_undone_as_scrapy_does_also_when_it_was_cut() -> None:
    chance = random.Random(1)
    data = "简报".encode() * 9000 + chance.randbytes(9000)
    whole = gzip.compress(data) + gzip.compress(b"second member")
    assert decode_content(whole, [b"gzip"], LIMIT) == data + b"second member"
    for _ in range(60):
        cut = whole[: chance.randrange(60, len(whole))]
        assert decode_content(cut, [b"x-gzip"], LIMIT) == gunzip(cut)


def test_deflate_is_undone_with_and_without_its_wrapper() -> None:
    bare = zlib.compressobj(wbits=-15)
    for sent in (zlib.compress(b"page"), bare.compress(b"page") + bare.flush()):
        assert decode_content(sent, [b"deflate"], LIMIT) == b"page"
    assert decode_content(gzip.compress(zlib.compress(b"x")), [b"deflate, gzip"], LIMIT) == b"x"


def test_unknown_codings_stay_and_bad_or_huge_bodies_are_errors() -> None:
    assert decode_content(b"\x1b", [b"br"], LIMIT) == b"\x1b"
    with pytest.raises(ValueError, match="is not gzip"):
        decode_content(b"<html>", [b"gzip"], LIMIT)
    with pytest.raises(ValueError, match="larger than"):
        decode_content(gzip.compress(b"\0" * (LIMIT + 1)), [b"gzip"], LIMIT)

import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archiver.parsers.encoding.sniff import not_a_page


@pytest.mark.parametrize(
    ("body", "name"),
    [
        (b"%PDF-1.4\n%\xe2\xe3", "PDF"),
        (b"PK\x03\x04\x14\x00", "ZIP"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "picture"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "picture"),
        (gzip.compress(b"<html>", mtime=0), "gzip"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), "Office"),
        (bytes(range(16)) + bytes(500), "binary"),
        (b" \r\n\t", "blank"),
    ],
)
def test_what_is_no_page_is_named(body: bytes, name: str) -> None:
    assert name in (not_a_page(body) or "")


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16", "utf-16-le", "big5"])
def test_pages_in_every_encoding_are_pages(encoding: str) -> None:
    assert not_a_page("<html><body><p>會議由縣總工會主持".encode(encoding)) is None


def test_a_stray_nul_does_not_make_a_page_binary() -> None:
    assert not_a_page(b"<html><body>\x00" + "县总工会召开会议。".encode("gbk") * 20) is None


@given(st.binary(max_size=300))
def test_anything_gets_an_answer(body: bytes) -> None:
    assert not_a_page(body) is None or not_a_page(body)

"""Files that pages link to: what they are, and the text of a docx."""

import tracemalloc

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archiver.parsers.attached.formats import format_of
from archiver.parsers.attached.office import docx_text
from archiver.parsers.attached.told import MOST_CHARACTERS, Told, told
from tests.parsers.packages import WORD, docx, package, paragraph

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (b"%PDF-1.4\n", "pdf"),
        (b"\r\n\x00junk%PDF-1.7\n", "pdf"),
        (docx(paragraph("文")), "docx"),
        (docx(paragraph("文"), "word/document2.xml"), "docx"),
        (package("xl/workbook.xml", "<workbook/>"), "xlsx"),
        (package("ppt/presentation.xml", "<p/>"), "pptx"),
        (package("OFD.xml", "<OFD/>"), "ofd"),
        (package("readme.txt", "hello"), "zip"),
        (b"PK\x03\x04 cut short", "zip"),
        (OLE + "WordDocument\0".encode("utf-16-le"), "doc"),
        (OLE + "Workbook\0".encode("utf-16-le"), "xls"),
        (OLE + "PowerPoint Document\0".encode("utf-16-le"), "ppt"),
        (OLE, "ole"),
        (b"{\\rtf1\\ansi", "rtf"),
        (b"Rar!\x1a\x07\x00", "rar"),
        (b"\xff\xd8\xff\xe0 a picture", None),
        (b"<html>", None),
        (b"", None),
    ],
)
def test_a_format_is_known_by_the_bytes(body: bytes, expected: str | None) -> None:
    assert format_of(body) == expected


def test_a_document_is_read_in_its_order_with_a_line_for_a_row() -> None:
    table = (
        "<w:tbl><w:tr><w:tc>"
        + paragraph("单位")
        + "</w:tc><w:tc>"
        + paragraph("人数")
        + paragraph("(人)")
        + "</w:tc></w:tr><w:tr><w:tc>"
        + paragraph("建设局工会")
        + "</w:tc><w:tc>"
        + paragraph("98")
        + "</w:tc></w:tr></w:tbl>"
    )
    body = paragraph("关于", "推荐", "的通知") + paragraph() + table + paragraph("　　特此通知。")
    assert docx_text(docx(body)) == Told(
        "关于推荐的通知\n单位\t人数 (人)\n建设局工会\t98\n特此通知。"
    )


def test_tabs_and_breaks_are_text_and_tab_stops_are_not() -> None:
    stops = "<w:pPr><w:tabs><w:tab w:val='left'/></w:tabs></w:pPr>"
    runs = "<w:r><w:t>姓名</w:t><w:tab/><w:t>职务</w:t><w:br/><w:t>甲</w:t></w:r>"
    assert docx_text(docx(f"<w:p>{stops}{runs}</w:p>")).text == "姓名\t职务\n甲"


def test_what_was_deleted_or_moved_away_or_is_stored_twice_is_read_once() -> None:
    box = (
        "<mc:AlternateContent><mc:Choice>" + paragraph("框") + "</mc:Choice>"
        "<mc:Fallback>" + paragraph("框") + "</mc:Fallback></mc:AlternateContent>"
    )
    gone = "<w:p><w:del><w:r><w:delText>删</w:delText></w:r></w:del><w:moveFrom><w:r><w:t>移</w:t>"
    gone += "</w:r></w:moveFrom><w:r><w:t>留</w:t></w:r></w:p>"
    field = "<w:p><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>1</w:t></w:r></w:p>"
    assert docx_text(docx(box + gone + field)).text == "框\n留\n1"


def test_a_document_without_text_or_damaged_says_so() -> None:
    assert docx_text(docx("<w:p/>")) == Told(None, "no_text")
    whole = docx(paragraph("文" * 5_000))
    assert docx_text(whole[: len(whole) // 2]) == Told(None, "damaged")
    assert docx_text(package("word/document.xml", b"<a><b>")).problem == "damaged"
    cut = f'<w:document xmlns:w="{WORD}"><w:body>{paragraph("头")}<w:p>'
    assert docx_text(package("word/document.xml", cut)) == Told("头", "damaged")


def test_an_encrypted_document_says_so() -> None:
    body = bytearray(docx(paragraph("文")))
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = -1
        while (at := body.find(mark, at + 1)) >= 0:
            if b"word/" in body[at : at + 80]:
                body[at + flags] |= 1
    assert docx_text(bytes(body)) == Told(None, "encrypted")


def test_a_document_that_grows_without_end_costs_no_memory() -> None:
    for bomb in (
        package("word/document.xml", bytes(300 << 20)),
        package("word/document.xml", b"<a>" + b"<b/>" * 700_000),
        package("word/document.xml", b"<a>" * 1_000_000),
        package(
            "word/document.xml",
            b'<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><a>&b;</a>',
        ),
    ):
        tracemalloc.start()
        assert docx_text(bomb).problem in ("too_large", "damaged")
        assert tracemalloc.get_traced_memory()[1] < 100 << 20
        tracemalloc.stop()


def test_a_package_of_endless_parts_is_not_opened() -> None:
    assert docx_text(docx(paragraph("文")) + b"PK\x01\x02" * 30_000).problem == "damaged"


def test_a_text_without_end_is_cut() -> None:
    text, problem = told("文" * 1_000 for _ in range(5_000))
    assert text is not None
    assert (problem, len(text) <= MOST_CHARACTERS) == ("too_large", True)
    assert told(["a\0b\x1f", "\ufffe"]) == Told("ab", None)


@settings(max_examples=60)
@given(st.lists(st.text(st.characters(exclude_categories=("C", "Z")), min_size=1), max_size=8))
def test_every_paragraph_comes_back(texts: list[str]) -> None:
    def escaped(text: str) -> str:
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("]]>", "]]&gt;")

    body = docx("".join(paragraph(*map(escaped, text)) for text in texts))
    assert docx_text(body).text == ("\n".join(texts) or None)


@settings(max_examples=150)
@given(st.data())
def test_no_damage_makes_reading_fail(data: st.DataObject) -> None:
    body = bytearray(docx(paragraph("县总工会", "通知") + paragraph("一")))
    for _ in range(data.draw(st.integers(1, 6))):
        body[data.draw(st.integers(0, len(body) - 1))] = data.draw(st.integers(0, 255))
    changed = bytes(body[: data.draw(st.integers(0, len(body)))])
    format_of(changed)
    docx_text(changed)

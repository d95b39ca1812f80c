"""The step that reads linked files, in real files."""

import zlib

import pytest

from archiver.demo import attachments
from archiver.parsers.attached.pdf import MOST_PAGES
from archiver.parsers.attached.told import Told
from pipelines import attached
from pipelines.attached import read_attached
from tests.parsers.packages import docx, paragraph

URL = "http://gh.example.cn/upfiles/1"


def said(body: bytes) -> Told:
    file = read_attached(body, URL)
    assert file is not None
    return Told(file.text, file.problem)


def pdf(*pages: str, content: bytes | None = None, filters: bytes = b"") -> bytes:
    """A PDF in a typeface it does not bring along, a page for each text, a line for each line."""
    kids = b" ".join(b"%d 0 R" % (6 + 2 * number) for number in range(len(pages)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[%b]/Count %d>>" % (kids, len(pages)),
        b"<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/GBK-EUC-H"
        b"/DescendantFonts[4 0 R]>>",
        b"<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/FontDescriptor 5 0 R"
        b"/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>>>",
        b"<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[0 -200 1000 900]"
        b"/ItalicAngle 0/Ascent 800/Descent -200/CapHeight 800/StemV 80>>",
    ]
    for number, text in enumerate(pages):
        lines = (b"<%b> Tj T*" % line.encode("gbk").hex().encode() for line in text.split("\n"))
        drawn = content or b"BT /F1 14 Tf 18 TL 60 780 Td " + b" ".join(lines) + b" ET"
        objects += [
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R"
            b"/Resources<</Font<</F1 3 0 R>>>>>>" % (7 + 2 * number),
            b"<</Length %d%b>>\nstream\n%b\nendstream" % (len(drawn), filters, drawn),
        ]
    out, places = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    end = b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (size, len(out))
    return out + b"xref\n0 %d\n0000000000 65535 f \n" % size + table + end


def test_the_text_of_a_pdf_is_read_line_by_line_and_page_by_page() -> None:
    body = pdf("县总工会关于送清凉的通知\n各基层工会:", "附：名单\n建设局工会")
    assert said(body) == Told("县总工会关于送清凉的通知\n各基层工会:\n附：名单\n建设局工会")


def test_pdfs_without_text_damaged_encrypted_or_long_say_so() -> None:
    assert said(pdf("", content=b"0 0 m 9 9 l S")) == Told(None, "no_text")
    assert said(b"%PDF-1.4 nothing else") == Told(None, "damaged")
    lock = b"<</Filter/Standard/V 1/R 2/O<" + b"00" * 32 + b">/U<" + b"00" * 32 + b">/P -4>>"
    locked = pdf("密").replace(b"/Root 1 0 R", b"/Root 1 0 R/ID[<00><00>]/Encrypt " + lock)
    assert said(locked) == Told(None, "encrypted")
    text, problem = said(pdf(*["一页"] * (MOST_PAGES + 1)))
    assert (text, problem) == ("\n".join(["一页"] * MOST_PAGES), "too_large")


def test_a_pdf_that_grows_without_end_costs_itself_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(attached, "_LONGEST_SECONDS", 5)
    bomb = zlib.compress(bytes(200 << 20))
    assert said(pdf("页", content=bomb, filters=b"/Filter/FlateDecode")).text is None


def test_files_of_every_kind_are_told_by_what_they_are() -> None:
    for kind, expected in (("doc", "rtf"), ("docx", "docx"), ("pdf", "pdf")):
        make, _ = attachments.MAKERS[kind]
        file = read_attached(make("先进名单"), URL)
        assert file is not None
        assert (file.format, file.text) == (expected, None if kind == "doc" else "先进名单")
    assert read_attached(b"\x01\x02 of an old program", URL) is None
    other = read_attached(b"\x01\x02 of an old program", URL + ".ceb")
    assert other is not None
    assert (other.format, other.text, other.problem) == ("other", None, None)


def test_the_same_bytes_are_read_the_same_wherever_they_came_from() -> None:
    body = docx(paragraph("一"))
    assert read_attached(body, URL) == read_attached(body, "http://other.example.cn/a.docx")

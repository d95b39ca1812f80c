import codecs

import pytest

from archiver.parsers.encoding.decode import Decoded, decode

TEXT = (
    "<html><p>二〇〇八年，总工会主席张镕基出席职工技能竞赛开幕式并讲话，各乡镇工会参加。</p></html>"
)
TRADITIONAL = "<html><p>總工會舉辦職工技能競賽，各鄉鎮工會參加開幕儀式。</p></html>"


def test_characters_beyond_gb2312_survive_a_page_that_declares_gb2312() -> None:
    body = TEXT.replace("<html>", "<html><meta charset=gb2312>").encode("gb18030")
    decoded = decode(body)
    assert ("二〇〇八年" in decoded.text, "镕" in decoded.text) == (True, True)
    assert (decoded.encoding, decoded.flags) == ("gb18030", ())


@pytest.mark.parametrize(
    ("encoding", "header", "read_as"),
    [
        ("gb18030", "text/html; charset=ISO-8859-1", "gb18030"),
        ("gb18030", "text/html; charset=utf-8", "gb18030"),
        ("utf-8", "text/html; charset=gb2312", "utf-8"),
        ("gb18030", None, "gb18030"),
        ("gb18030", "text/html; charset=no-such-thing", "gb18030"),
        ("gb18030", "text/html; charset=big5", "gb18030"),
    ],
)
def test_bytes_are_believed_before_declarations(
    encoding: str, header: str | None, read_as: str
) -> None:
    decoded = decode(TEXT.encode(encoding), header)
    assert (decoded.text, decoded.encoding) == (TEXT, read_as)


def test_a_wrong_declaration_is_flagged() -> None:
    assert "encoding_overridden" in decode(TEXT.encode("gbk"), "text/html; charset=latin-1").flags


def test_meta_and_header_may_contradict_each_other() -> None:
    body = TEXT.replace("<html>", '<html><meta charset="utf-8">').encode("gbk")
    assert decode(body, "text/html; charset=gbk").encoding == "gb18030"
    body = TEXT.replace("<html>", '<html><meta charset="gbk">').encode("gbk")
    assert decode(body, "text/html; charset=utf-8").encoding == "gb18030"


def test_big5_is_read_with_and_without_a_declaration() -> None:
    for body in (
        TRADITIONAL.encode("big5"),
        TRADITIONAL.replace("<html>", "<html><meta charset=big5>").encode("big5"),
    ):
        decoded = decode(body)
        assert decoded.encoding == "big5hkscs"
        assert "總工會舉辦職工技能競賽" in decoded.text


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16-le", "utf-16-be"])
def test_a_byte_order_mark_decides(encoding: str) -> None:
    mark = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}.get(encoding, b"")
    assert decode(mark + TEXT.encode(encoding), "text/html; charset=gb2312").text == TEXT


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_character_cut_off_by_the_end_is_forgiven_and_flagged(encoding: str) -> None:
    body = TEXT[:-12].encode(encoding)[:-1]
    decoded = decode(body)
    assert decoded.encoding == encoding
    assert decoded.flags == ("truncated",)
    assert decoded.text == TEXT[:-13]


def test_a_page_in_two_encodings_is_read_piece_by_piece() -> None:
    footer = "<div>版权所有：红枫县总工会</div><div>技术支持：红枫县信息中心</div>"
    decoded = decode((TEXT * 3).encode("utf-8") + footer.encode("gbk"))
    assert decoded.text == TEXT * 3 + footer
    assert "encoding_mixed" in decoded.flags


def test_a_few_broken_bytes_do_not_change_the_encoding() -> None:
    body = bytearray((TEXT * 20).encode("utf-8"))
    body[100], body[500] = 0xFF, 0x00
    decoded = decode(bytes(body))
    assert decoded.encoding == "utf-8"
    assert {"bytes_replaced", "control_characters"} <= set(decoded.flags)
    assert decoded.text.count("总工会") >= 18


def test_control_characters_and_declarations_are_no_text() -> None:
    body = b'<?xml version="1.0" encoding="gb2312"?><p>a\x00b\x0bc</p>'
    assert decode(body).text == "<p>abc</p>"


def test_ascii_needs_no_guess() -> None:
    assert decode(b"<p>plain</p>") == decode(b"<p>plain</p>", "text/html; charset=gb2312")
    assert decode(b"").text == ""


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("header", [None, "text/html; charset=gb2312"])
def test_16_bit_text_without_a_mark_is_known_by_its_tags(encoding: str, header: str | None) -> None:
    decoded = decode(TEXT.encode(encoding), header)
    assert (decoded.text, decoded.encoding) == (TEXT, encoding)


def test_the_euro_of_windows_is_read_in_a_gbk_page() -> None:
    body = TEXT.replace("参加", "EURO").encode("gbk").replace(b"EURO", b"\x80")
    assert decode(body).text == TEXT.replace("参加", "€")
    assert decode(body).flags == ()


def test_a_lost_byte_does_not_change_the_encoding() -> None:
    body = TEXT.replace("<html>", "<meta charset=gb2312>").encode("gb18030")
    at = body.index("主席".encode("gb18030"))
    assert decode(body[:at] + body[at + 1 :]).encoding == "gb18030"


def test_a_mark_of_utf_8_before_a_gbk_page_is_no_proof() -> None:
    body = TEXT.replace("<html>", "<meta charset=gb2312>").encode("gb18030")
    decoded = decode(codecs.BOM_UTF8 + body)
    assert (decoded.text, decoded.encoding) == (body.decode("gb18030"), "gb18030")


def test_a_mark_of_utf_8_holds_for_a_damaged_page() -> None:
    body = TEXT.encode()
    decoded = decode(codecs.BOM_UTF8 + body[:30] + b"\xff" + body[30:])
    assert (decoded.encoding, decoded.text.count("�")) == ("utf-8", 1)


@pytest.mark.parametrize("inner", ["utf-8", "gb18030"])
@pytest.mark.parametrize("outer", ["latin-1", "cp1252"])
def test_text_that_was_encoded_twice_is_taken_back(inner: str, outer: str) -> None:
    chinese = "县总工会办的缝纫夜校开了第一课，四十六名女工坐满了教室。"
    windows = {chr(n): bytes([n]).decode(outer, "ignore") or chr(n) for n in range(128, 256)}
    letters = "".join(windows.get(sign, sign) for sign in chinese.encode(inner).decode("latin-1"))
    decoded = decode(f"<title>夜校</title><p>{letters}</p>".encode())
    assert decoded.text == f"<title>夜校</title><p>{chinese}</p>"
    assert decoded.flags == ("encoding_doubled",)


def test_words_with_accents_are_no_text_encoded_twice() -> None:
    text = "Café crème à la française, déjà vu, Übergröße, São João, ÀÉÈ " * 20 + "县总工会"
    assert decode(text.encode()) == Decoded(text, "utf-8")

"""Bytes to text: which encoding a page is really in.

Chinese pages often lie about their encoding: gb2312 is declared and GB18030 meant, the HTTP header
says ISO-8859-1, a UTF-8 template includes a GBK footer. So a declaration is believed only when the
bytes decode strictly and read like Chinese; the encoding really used is recorded with the page.
"""

import codecs
import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from w3lib.encoding import (
    html_body_declared_encoding,
    http_content_type_encoding,
    read_bom,
    resolve_encoding,
)

from archiver.parsers.encoding.doubled import may_be_doubled, undoubled
from archiver.parsers.encoding.sniff import byte_order

_NAME: Final = re.compile(r"[\w.:+-]{1,40}")  # what a page names may be anything
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
# Bytes that are part of no other character in the encodings of pages, and what only text can hold.
_CONTROL_BYTES: Final = bytes(b for b in range(128) if _CONTROL.match(chr(b)))
_BYTEWISE: Final = re.compile(r"utf-8$|gb|big5")
_NO_CHARACTERS: Final = ("\ufffe", "\uffff")
_ASCII: Final = bytes(range(128))
_XML_DECLARATION: Final = re.compile(r"\s*<\?xml[^>]*\?>")
_SAMPLE: Final = 800  # characters; enough to judge an encoding
_PIECE: Final = 2_048  # characters looked through for them at a time
_DETECT: Final = 65_536  # bytes handed to the statistical detector

# The rows and cells of the first level, by standard.
_LEVEL_1: Final = {
    "gb2312": (range(0xB0, 0xD8), range(0xA1, 0xFF)),
    "big5": (range(0xA4, 0xC7), (*range(0x40, 0x7F), *range(0xA1, 0xFF))),
}
_SIGNS: Final = "\u3000-\u301f\uff00-\uffef\xa0“”‘’—·…"
_PLAUSIBLE: Final = 0.5


_EURO: Final = "euro of code page 936"


def _euro(error: UnicodeError) -> tuple[str, int]:
    """Windows writes € as the single byte 80, which the national standard leaves free."""
    if isinstance(error, UnicodeDecodeError) and error.object[error.start] == 0x80:
        return "€", error.start + 1
    raise error


codecs.register_error(_EURO, _euro)


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a page, the encoding it was really in, and what had to be done.

    ``flags``: ``truncated`` (cut inside a character), ``encoding_overridden`` (a declaration was
    wrong), ``encoding_mixed`` (two encodings on one page), ``encoding_doubled`` (encoded twice, and
    taken back), ``bytes_replaced`` (unreadable bytes became U+FFFD), ``control_characters``
    (removed).
    """

    text: str
    encoding: str
    flags: tuple[str, ...] = ()


def decode(body: bytes, content_type: str | None = None, expected: str | None = None) -> Decoded:
    """Decode ``body`` by its HTTP header and by the encoding the site is ``expected`` to use.

    Never fails: what cannot be read becomes U+FFFD and is flagged.
    """
    flags: list[str] = []
    text, encoding = _decode(body, content_type, expected, flags)
    if encoding == "utf-8" and may_be_doubled(body) and (once := undoubled(text)) is not None:
        text = once
        flags.append("encoding_doubled")
    declaration = _XML_DECLARATION.match(text, 0, 300)
    if declaration:
        text = text[declaration.end() :]
    cleaned = _without_controls(text, body, encoding)
    if len(cleaned) != len(text):
        flags.append("control_characters")
    if "�" in cleaned:
        flags.append("bytes_replaced")
    return Decoded(cleaned, encoding, tuple(flags))


def _without_controls(text: str, body: bytes, encoding: str) -> str:
    """``text`` without control characters; that there are none is sooner seen in its bytes."""
    bytewise = _BYTEWISE.match(encoding) and not any(sign in text for sign in _NO_CHARACTERS)
    if bytewise and len(body.translate(None, _CONTROL_BYTES)) == len(body):
        return text
    return _CONTROL.sub("", text)


def _decode(
    body: bytes, content_type: str | None, expected: str | None, flags: list[str]
) -> tuple[str, str]:
    encoding, bom = read_bom(body)
    if encoding and bom:
        body = body[len(bom) :]
        # A mark of UTF-8 may come from a file that was put before a page of another encoding.
        likely = ("utf-8", "gb18030") if encoding == "utf-8" else ()
        if not any(_strictly(body, name) for name in likely):
            return body.decode(encoding, "replace"), encoding
    if wide := byte_order(body):
        return body.decode(wide, "replace"), wide
    utf8 = _strictly(body, "utf-8")
    if utf8 is not None:
        flags += utf8[1]
        return utf8[0], "utf-8"
    declared = _declared(body, content_type, expected)
    for encoding in dict.fromkeys((*declared, "gb18030", "big5hkscs")):
        reading = _strictly(body, encoding)
        if reading is not None and _plausibility(reading[0], encoding) >= _PLAUSIBLE:
            flags += reading[1]
            if declared and encoding != declared[0]:
                flags.append("encoding_overridden")
            return reading[0], encoding
    return _tolerantly(body, declared, flags)


def _declared(body: bytes, content_type: str | None, expected: str | None) -> list[str]:
    """Encodings named by the header, the page and the profile, in this order, as Python names."""
    names = (
        http_content_type_encoding(content_type),
        html_body_declared_encoding(body),
        resolve_encoding(expected) if expected else None,
    )
    return [name for name in dict.fromkeys(names) if name]


def _strictly(body: bytes, encoding: str) -> tuple[str, list[str]] | None:
    """Text and flags if every byte is valid; a character cut off by the end is forgiven."""
    errors = _EURO if encoding == "gb18030" else "strict"
    decoder = codecs.getincrementaldecoder(encoding)(errors)
    try:
        text = decoder.decode(body, final=False)
    except UnicodeError:
        return None
    return text, ["truncated"] if decoder.getstate()[0] else []


def _plausibility(text: str, encoding: str) -> float:
    """Share of everyday Chinese among the characters that are not ASCII; 1.0 without any."""
    seen = _sample(text)
    common = _everyday("big5" if encoding.startswith("big5") else "gb2312")
    return (len(seen) - len(common.sub("", seen))) / len(seen) if seen else 1.0


@cache
def _everyday(standard: str) -> re.Pattern[str]:
    """The everyday characters of GB 2312 or of Big5, which have a first level for them.

    Text read in the wrong encoding consists mostly of other characters.
    """
    rows, cells = _LEVEL_1[standard]
    characters = bytes(b for row in rows for cell in cells for b in (row, cell))
    return re.compile(f"[{characters.decode(standard, 'ignore')}{_SIGNS}]+")


def _sample(text: str) -> str:
    """The first characters that are not ASCII."""
    seen = ""
    for at in range(0, len(text), _PIECE):
        encoded = text[at : at + _PIECE].encode("utf-8", "replace")
        seen += encoded.translate(None, _ASCII).decode("utf-8")  # many times faster than a search
        if len(seen) >= _SAMPLE:
            break
    return seen[:_SAMPLE]


def _tolerantly(body: bytes, declared: list[str], flags: list[str]) -> tuple[str, str]:
    """No encoding fits every byte: the reading with the fewest unreadable characters."""
    # Few pages need a guess, and this takes a tenth of a second to import.
    from bs4.dammit import EncodingDetector

    guesses = EncodingDetector(body[:_DETECT], is_html=True).encodings
    names = ("utf-8", *declared, "gb18030", "big5hkscs", *guesses)
    encodings = dict.fromkeys(resolve_encoding(n) for n in names if _NAME.fullmatch(n))
    best = max(
        ((body.decode(name, "replace"), name) for name in encodings if name),
        key=lambda reading: _worth(*reading),
    )
    mixed = _by_piece(body)
    if mixed.count("�") * 2 < best[0].count("�"):
        flags.append("encoding_mixed")
        best = (mixed, best[1])
    if declared and best[1] != declared[0]:
        flags.append("encoding_overridden")
    return best


def _worth(text: str, encoding: str) -> float:
    unreadable = text.count("�") / max(1, len(text) - len(text.encode("ascii", "ignore")))
    return _plausibility(text, encoding) - 2 * unreadable


def _by_piece(body: bytes) -> str:
    """Each piece between tags in its own encoding; ``<`` is no second byte in any of them."""
    pieces: list[str] = []
    for piece in body.split(b"<"):
        try:
            pieces.append(piece.decode("utf-8"))
        except UnicodeDecodeError:
            pieces.append(piece.decode("gb18030", "replace"))
    return "<".join(pieces)

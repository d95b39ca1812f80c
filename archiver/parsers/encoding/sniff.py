"""What is no page, whatever its name or its server says."""

from typing import Final

_SIGNATURES: Final[tuple[tuple[bytes, str], ...]] = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive (docx, xlsx, zip …)"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"\x1f\x8b\x08", "a gzip file"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office file (doc, xls, wps …)"),
    (b"{\\rtf", "an RTF file"),
    (b"\x89PNG\r\n\x1a\n", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF87a", "a picture"),
    (b"GIF89a", "a picture"),
    (b"SQLite format 3\x00", "a SQLite database"),
)
_WIDE_MARKS: Final = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
_HEAD: Final = 4096
_BEGIN: Final = 64
_MOST_NULS: Final = 0.1
_MANY_NULS: Final = 0.15
_SELDOM: Final = 8  # as many in the other bytes: 一 and a few more characters have one there


def not_a_page(body: bytes) -> str | None:
    """What ``body`` is when it is no page: ``a PDF``, ``a picture`` …; None for text of any kind.

    Pages with a stray NUL are text; 16-bit text is known by its mark or by where its NULs stand.
    """
    for signature, name in _SIGNATURES:
        if body.startswith(signature):
            return name
    if not body.strip():
        return "blank"
    head = body[:_HEAD]
    nuls = head.count(0)
    if nuls <= _MOST_NULS * len(head) or head.startswith(_WIDE_MARKS):
        return None
    return None if byte_order(body) else "binary data"


def byte_order(body: bytes) -> str | None:
    """The encoding of 16-bit text without a mark: its tags have a NUL in every other byte."""
    head = body[:_HEAD]
    if 0 not in head[:_BEGIN]:
        return None
    high, low = head[::2].count(0), head[1::2].count(0)
    if max(high, low) < _MANY_NULS * len(head) or min(high, low) * _SELDOM > max(high, low):
        return None
    return "utf-16-le" if low > high else "utf-16-be"

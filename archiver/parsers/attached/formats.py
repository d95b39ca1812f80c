"""The format of a file by its first bytes and its parts, whatever its name or its server says."""

from archiver.parsers.attached.package import UNREADABLE, main_part, opened
from archiver.records.attached import FileFormat

_SIGNATURES: tuple[tuple[bytes, FileFormat], ...] = (
    (b"Rar!\x1a\x07", "rar"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"{\\rtf", "rtf"),
)
_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_STREAMS: tuple[tuple[str, FileFormat], ...] = (
    ("WordDocument", "doc"),
    ("Workbook", "xls"),
    ("Book", "xls"),
    ("PowerPoint Document", "ppt"),
)
_PARTS: tuple[tuple[str, FileFormat], ...] = (
    ("word/", "docx"),
    ("xl/", "xlsx"),
    ("ppt/", "pptx"),
)
_PDF_WITHIN = 1024  # readers allow for junk before the mark


def format_of(body: bytes) -> FileFormat | None:
    """The format of a document or a package; None when it is neither."""
    if b"%PDF-" in body[:_PDF_WITHIN]:
        return "pdf"
    if body.startswith(_ZIP):
        return _zipped(body)
    if body.startswith(_OLE):
        return _compound(body)
    return next((name for mark, name in _SIGNATURES if body.startswith(mark)), None)


def _zipped(body: bytes) -> FileFormat:
    try:
        with opened(body) as package:
            if "OFD.xml" in package.namelist():
                return "ofd"
            part = main_part(package)
    except UNREADABLE:
        return "zip"
    return next((name for folder, name in _PARTS if part.startswith(folder)), "zip")


def _compound(body: bytes) -> FileFormat:
    """Which program's stream an old Office file holds: their names stand in it in UTF-16."""
    for stream, name in _STREAMS:
        if f"{stream}\0".encode("utf-16-le") in body:
            return name
    return "ole"

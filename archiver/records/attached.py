"""What a linked file is and says."""

from typing import Literal

from archiver.records.base import Record

FileFormat = Literal[
    "pdf",
    "docx",
    "xlsx",
    "pptx",
    "ofd",
    "doc",
    "xls",
    "ppt",
    "ole",
    "rtf",
    "rar",
    "zip",
    "7z",
    "other",
]
"""``doc`` and its like are also what WPS writes; ``ole`` is such a file that is none of them."""

FileProblem = Literal["encrypted", "damaged", "no_text", "too_large"]
"""Why the text is missing or not whole. ``no_text``: only pictures, as in a scan."""


class AttachedFile(Record):
    """The format of a file and its text, a line for each line or paragraph, cells parted by tabs.

    ``text`` is None where none could be read, and for formats that are only kept.
    """

    format: FileFormat
    text: str | None = None
    problem: FileProblem | None = None
    parser: str

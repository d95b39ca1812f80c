"""The step that reads linked files: the same for a crawl and for reading its archive again."""

import subprocess
import sys

from archiver.parsers import PARSER_VERSION
from archiver.parsers.attached import pdf
from archiver.parsers.attached.formats import format_of
from archiver.parsers.attached.office import docx_text
from archiver.parsers.attached.told import Told, told
from archiver.parsers.attachment import names_file
from archiver.records.attached import AttachedFile, FileProblem

_PROBLEMS: dict[int, FileProblem | None] = {
    0: None,
    pdf.ENCRYPTED: "encrypted",
    pdf.TOO_LARGE: "too_large",
}
_LONGEST_SECONDS = 120
_NOTHING = Told(None)


def read_attached(body: bytes, url: str) -> AttachedFile | None:
    """What an answer is that is no page; None when it is no such file either (a picture, a script).

    What no signature tells is taken for a file if its address ends like one.
    """
    format_ = format_of(body) or ("other" if names_file(url) else None)
    if format_ is None:
        return None
    said = docx_text(body) if format_ == "docx" else _NOTHING
    if format_ == "pdf":
        said = _pdf_text(body)
    return AttachedFile(format=format_, text=said.text, problem=said.problem, parser=PARSER_VERSION)


def _pdf_text(body: bytes) -> Told:
    """The text of a PDF, read by a program of its own: one that makes it die costs itself alone."""
    command = (sys.executable, "-P", pdf.__file__)
    try:
        done = subprocess.run(
            command, input=body, capture_output=True, timeout=_LONGEST_SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        return Told(None, "damaged")
    if done.returncode not in _PROBLEMS:
        return Told(None, "damaged")
    problem = _PROBLEMS[done.returncode]
    if problem == "encrypted":
        return Told(None, problem)
    return told(done.stdout.decode().split("\n"), problem)

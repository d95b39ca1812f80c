"""The text of a PDF, by PDFium: it knows the Chinese encodings that old files do not bring along.

Such files name a typeface (STSong-Light, GBK-EUC-H) that every reader is expected to have. PDFium
is native code, so this module is also a program of its own, within limits of time and memory: it
reads a file from standard input, prints its text, and needs nothing else of this package.
"""

import resource
import sys
from collections.abc import Iterator

import pypdfium2
from pypdfium2.raw import FPDF_ERR_PASSWORD

MOST_PAGES = 500
"""A year-book; of what is longer the beginning is read."""

ENCRYPTED, DAMAGED, TOO_LARGE = 3, 4, 5
"""Exit statuses; text comes with the last of them, and with 0."""

_CPU_SECONDS = 20
_MEMORY = 2 << 30


def main() -> int:
    """Print the text of the file on standard input, line by line as printed."""
    resource.setrlimit(resource.RLIMIT_CPU, (_CPU_SECONDS, _CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    try:
        document = pypdfium2.PdfDocument(sys.stdin.buffer.read())
        for line in _lines(document):
            sys.stdout.buffer.write(line.encode(errors="replace") + b"\n")
    except pypdfium2.PdfiumError as error:
        return ENCRYPTED if error.err_code == FPDF_ERR_PASSWORD else DAMAGED
    return TOO_LARGE if len(document) > MOST_PAGES else 0


def _lines(document: pypdfium2.PdfDocument) -> Iterator[str]:
    for number in range(min(len(document), MOST_PAGES)):
        page = document[number]
        text = page.get_textpage()
        yield from text.get_text_range().splitlines()
        text.close()
        page.close()


if __name__ == "__main__":
    sys.exit(main())

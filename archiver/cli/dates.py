"""``archiver dates``: the dates of a text, one JSON array a line."""

import datetime
import json
import sys
from typing import Annotated

import typer

from archiver.chinese.dates import EARLIEST_YEAR, LATEST_YEAR, find_dates
from archiver.errors import ArchiverError

EXAMPLES = """
[bold]Examples[/]

  archiver dates --anchor 2008-06-25 '5月16、17日两天，县总工会走访了企业。'
  archiver dates --anchor 2008-06-25 < article.txt  one JSON array a line of the file
  archiver dates '二〇〇八年六月二十五日'  without an anchor only what is printed
"""


def run(
    text: Annotated[
        str | None, typer.Argument(help="The text; without it, each line of standard input.")
    ] = None,
    anchor: Annotated[
        str | None,
        typer.Option(help="The day the text was written, YYYY-MM-DD, for dates without a year."),
    ] = None,
) -> None:
    """Find the dates in Chinese text and print them as JSON, one array a line.

    Each date has text, edtf (ISO 8601-2), start, end, precision, approximate, flags, offset.
    """
    day = None if anchor is None else _anchor(anchor)
    if text is not None:
        _print(text, day)
        return
    for number, raw in enumerate(sys.stdin.buffer, 1):
        _print(_decoded(raw, number), day)


def _anchor(printed: str) -> datetime.date:
    try:
        day = datetime.datetime.strptime(printed, "%Y-%m-%d").date()
        if not EARLIEST_YEAR <= day.year <= LATEST_YEAR:
            raise ValueError
        return day
    except ValueError:
        raise ArchiverError(
            f"--anchor {printed!r} is not a date: give a day that exists, from {EARLIEST_YEAR} "
            f"to {LATEST_YEAR}, as YYYY-MM-DD, for example --anchor 2008-06-25"
        ) from None


def _decoded(raw: bytes, number: int) -> str:
    try:
        return raw.decode("utf-8").rstrip("\r\n")
    except UnicodeDecodeError as error:
        raise ArchiverError(
            f"standard input, line {number}, byte {error.start + 1}: not UTF-8; "
            "convert it first, for example with iconv -f gb18030 -t utf-8"
        ) from None


def _print(text: str, anchor: datetime.date | None) -> None:
    found = [mention.model_dump(mode="json") for mention in find_dates(text, anchor)]
    sys.stdout.buffer.write(json.dumps(found, ensure_ascii=False).encode() + b"\n")
    sys.stdout.buffer.flush()

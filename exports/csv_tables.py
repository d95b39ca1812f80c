"""``csv/`` and ``excel/``: one CSV file a table.

Both are UTF-8; the ones for Excel begin with a byte order mark, without which Excel reads Chinese
as Latin. A spreadsheet takes a cell that begins with ``=``, ``+``, ``-`` or ``@`` for a formula
and runs it; so text cells that begin so, or with a blank control character or an apostrophe, get
one apostrophe in front. Taking one leading apostrophe away gives back the text. Truth is written
``TRUE`` and ``FALSE``: of all spellings the one that R, pandas, DuckDB and spreadsheets all know.
"""

import codecs
import csv
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from archiver.store.released import ReleasedTable
from exports.stream import Stream

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "'")
_TYPES_OF_TEXT = ("string", "array", "object")


def write(stream: Stream, folder: Path) -> None:
    """Write every table of the release to ``folder/csv`` and ``folder/excel``."""
    for name in ("csv", "excel"):
        (folder / name).mkdir()
    for table, rows in stream.tables():
        path = folder / "csv" / f"{table.name}.csv"
        write_table(table, rows, path)
        with path.open("rb") as plain, (folder / "excel" / path.name).open("wb") as marked:
            marked.write(codecs.BOM_UTF8)
            shutil.copyfileobj(plain, marked)


def write_table(table: ReleasedTable, rows: Iterable[Iterable[Any]], path: Path) -> None:
    """Write ``rows`` of ``table`` to the CSV file ``path``."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow([column.name for column in table.columns])
        writer.writerows(_cells(table, rows))


def harmless(text: str) -> str:
    """``text`` as a cell that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def _cells(table: ReleasedTable, rows: Iterable[Iterable[Any]]) -> Iterable[list[Any]]:
    is_text = [column.type in _TYPES_OF_TEXT for column in table.columns]
    for row in rows:
        yield [_cell(value, text) for value, text in zip(row, is_text, strict=True)]


def _cell(value: Any, is_text: bool) -> Any:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    return harmless(value) if is_text else value

"""CSV files that persons edit: read whatever a spreadsheet made of them, or say where it broke."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from archiver.errors import ArchiverError

_ENCODINGS = ("utf-8", "gb18030")


@dataclass(frozen=True, slots=True)
class CsvRow:
    """One row by column name, with where it stands."""

    file: Path
    line: int
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def error(self, column: str, why: str) -> ArchiverError:
        """What is wrong with a cell, in one sentence with its line and column."""
        return ArchiverError(f"{self.file}, line {self.line}, column {column}: {why}")


def read_rows(file: Path, columns: Sequence[str]) -> list[CsvRow]:
    """The rows of a CSV file in UTF-8 or GBK, parted by comma, semicolon or TAB.

    The heading must name ``columns``, in any order; further columns are left alone and empty rows
    skipped. Raises ArchiverError with line and column.
    """
    text = _text(file)
    heading = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=heading.count)
    rows: list[CsvRow] = []
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        names = [name.strip() for name in next(reader, [])]
        missing = [column for column in columns if column not in names]
        if missing:
            raise ArchiverError(f"{file}, line 1: the column {missing[0]} is missing")
        for cells in reader:
            if not any(cell.strip() for cell in cells):
                continue
            if len(cells) > len(names):
                raise ArchiverError(
                    f"{file}, line {reader.line_num}: {len(cells)} cells under {len(names)} columns"
                )
            values = dict.fromkeys(names, "") | dict(
                zip(names, map(str.strip, cells), strict=False)
            )
            rows.append(CsvRow(file, reader.line_num, values))
    except csv.Error as error:
        raise ArchiverError(f"{file}, line {reader.line_num}: {error}") from error
    return rows


def _text(file: Path) -> str:
    try:
        body = file.read_bytes()
    except OSError as error:
        raise ArchiverError(f"cannot read {file}: {error.strerror}") from error
    broken = 0  # where the encoding that fits best breaks off
    for encoding in _ENCODINGS:
        try:
            return body.decode(encoding).removeprefix("\ufeff")
        except UnicodeDecodeError as error:
            broken = max(broken, error.start)
    line = body.count(b"\n", 0, broken) + 1
    column = broken - body.rfind(b"\n", 0, broken)
    raise ArchiverError(
        f"{file}, line {line}, column {column}: this is neither UTF-8 nor GBK; "
        "save the file as 'CSV UTF-8'"
    )

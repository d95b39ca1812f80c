"""The codebook: what every table and column means, in English and Chinese."""

import csv
import functools
import tomllib
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

from archiver.store.released import ColumnType, ReleasedTable

# What the plain readers of R and pandas call these types; dates are read by pandas' parse_dates.
_R = {"integer": "integer", "number": "numeric", "boolean": "logical", "date": "Date"}
_PANDAS = {"integer": "Int64", "number": "Float64", "boolean": "boolean", "date": "date"}
# May be larger than the integers of R.
_LARGE = ("offset", "length")


class Meaning(NamedTuple):
    """What a table or column means."""

    english: str
    chinese: str


@functools.cache
def _glossary() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(files("exports").joinpath("glossary.toml").read_text(encoding="utf-8"))


def table_meaning(table: str) -> Meaning:
    """What ``table`` holds."""
    return Meaning(*_glossary()["tables"][table])


def column_meaning(table: str, column: str) -> Meaning:
    """What ``column`` of ``table`` says."""
    columns = _glossary()["columns"]
    return Meaning(*(columns.get(f"{table}.{column}") or columns[column]))


def write(tables: Sequence[ReleasedTable], folder: Path) -> None:
    """Write ``codebook.csv`` for programs and ``codebook.md`` for people."""
    with (folder / "codebook.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(
            ["table", "column", "type", "key", "refers_to", "english", "chinese", "r", "pandas"]
        )
        for table in tables:
            writer.writerow([table.name, "", "", "", "", *table_meaning(table.name), "", ""])
            for column in table.columns:
                key = "key" if column.name in table.key else ""
                meaning = column_meaning(table.name, column.name)
                refers_to = column.refers_to or ""
                readers = _r(column.name, column.type), _PANDAS.get(column.type, "string")
                writer.writerow(
                    [table.name, column.name, column.type, key, refers_to, *meaning, *readers]
                )
    (folder / "codebook.md").write_bytes("\n".join(_lines(tables)).encode())


def _r(column: str, kind: ColumnType) -> str:
    return "numeric" if column in _LARGE else _R.get(kind, "character")


def _lines(tables: Sequence[ReleasedTable]) -> list[str]:
    lines = [
        "# Codebook 编码手册",
        "",
        "**Bold** columns together identify a row; an arrow names the table a column refers to.",
        "",
        "**粗体**各列合起来标识一行；箭头后是所指的表。",
        "",
    ]
    for table in tables:
        english, chinese = table_meaning(table.name)
        lines += [f"## {table.name}", "", f"{english} · {chinese}", ""]
        lines += ["| column | type | meaning | 含义 |", "| --- | --- | --- | --- |"]
        for column in table.columns:
            english, chinese = column_meaning(table.name, column.name)
            name = f"**{column.name}**" if column.name in table.key else column.name
            kind = f"{column.type} → {column.refers_to}" if column.refers_to else column.type
            lines.append(f"| {name} | {kind} | {english} | {chinese} |")
        lines.append("")
    return lines

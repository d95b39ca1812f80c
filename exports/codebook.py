"""The codebook: what every table and column means, in English and Chinese."""

import csv
import functools
import tomllib
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

from archiver.store.released import ReleasedTable


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
        writer.writerow(["table", "column", "type", "key", "refers_to", "english", "chinese"])
        for table in tables:
            writer.writerow([table.name, "", "", "", "", *table_meaning(table.name)])
            for column in table.columns:
                key = "key" if column.name in table.key else ""
                meaning = column_meaning(table.name, column.name)
                refers_to = column.refers_to or ""
                writer.writerow([table.name, column.name, column.type, key, refers_to, *meaning])
    (folder / "codebook.md").write_bytes("\n".join(_lines(tables)).encode())


def _lines(tables: Sequence[ReleasedTable]) -> list[str]:
    lines = ["# Codebook 编码手册", ""]
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

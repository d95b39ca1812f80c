"""``jsonl/``: one JSON Lines file a table, one object a row."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from pydantic_core import to_json

from archiver.store.released import ReleasedTable
from exports.stream import Stream


def write(stream: Stream, folder: Path) -> None:
    """Write every table of the release to ``folder/jsonl``."""
    (folder / "jsonl").mkdir()
    for table, rows in stream.tables():
        with (folder / "jsonl" / f"{table.name}.jsonl").open("wb") as file:
            file.writelines(to_json(row) + b"\n" for row in objects(table, rows))


def objects(table: ReleasedTable, rows: Iterable[Iterable[Any]]) -> Iterator[dict[str, Any]]:
    """Each row as an object, lists as lists."""
    names = [column.name for column in table.columns]
    arrays = [column.name for column in table.columns if column.type == "array"]
    for row in rows:
        values = dict(zip(names, row, strict=True))
        for name in arrays:
            values[name] = json.loads(values[name])
        yield values

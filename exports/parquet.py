"""``parquet/``: one Parquet file a table, with types; needs the optional part ``parquet``."""

import datetime
import json
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from archiver.errors import ArchiverError
from archiver.store.released import ReleasedTable
from archiver.store.rows import Row
from exports.stream import Stream

_ROWS = 10_000


def write(stream: Stream, folder: Path) -> None:
    """Write every table of the release to ``folder/parquet``."""
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError as error:
        raise ArchiverError(
            "the format parquet needs pyarrow: pip install 'bulletin-archiver[parquet]'"
        ) from error
    types = {
        "integer": pyarrow.int64(),
        "number": pyarrow.float64(),
        "boolean": pyarrow.bool_(),
        "date": pyarrow.date32(),
        "datetime": pyarrow.timestamp("us", tz="UTC"),
        "array": pyarrow.list_(pyarrow.string()),
    }
    (folder / "parquet").mkdir()
    for table, rows in stream.tables():
        schema = pyarrow.schema(
            [
                pyarrow.field(
                    column.name, types.get(column.type, pyarrow.string()), not column.required
                )
                for column in table.columns
            ]
        )
        path = folder / "parquet" / f"{table.name}.parquet"
        with parquet.ParquetWriter(path, schema, compression="zstd") as writer:
            for columns in _batches(table, rows):
                writer.write_batch(pyarrow.record_batch(columns, schema=schema))


def _batches(table: ReleasedTable, rows: Iterator[Row]) -> Iterator[list[list[Any]]]:
    """Columns of so many rows at a time."""
    readers = [_READERS.get(column.type) for column in table.columns]
    while batch := list(islice(rows, _ROWS)):
        yield [
            list(cells)
            if reader is None
            else [None if cell is None else reader(cell) for cell in cells]
            for reader, cells in zip(readers, zip(*batch, strict=True), strict=True)
        ]


_READERS: dict[str, Callable[[Any], Any]] = {
    "date": datetime.date.fromisoformat,
    "datetime": datetime.datetime.fromisoformat,
    "array": json.loads,
    "boolean": bool,
}

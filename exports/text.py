"""``text.csv``: the text interchange format of corpus tools, ``doc_id`` and ``text``.

One document an article; ``doc_id`` is record and article, ``{record}#{article}``, paragraphs are
joined by line breaks. Nothing is put before a cell here: the text is for programs.
"""

import csv
from pathlib import Path

from archiver.store.released import ReleasedColumn, ReleasedTable
from exports.stream import Stream

TABLE = ReleasedTable(
    "text",
    (ReleasedColumn("doc_id", "string", required=True), ReleasedColumn("text", "string")),
    ("doc_id",),
    None,
)


def write(stream: Stream, folder: Path) -> None:
    """Write ``folder/text.csv``."""
    with (folder / "text.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow([column.name for column in TABLE.columns])
        for record, article, paragraphs in stream.texts():
            writer.writerow([f"{record}#{article}", "\n".join(paragraphs)])

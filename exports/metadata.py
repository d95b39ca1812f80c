"""What stands beside the data of a release, so that nobody has to ask anyone."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from archiver import __version__
from archiver.store.released import ReleasedTable
from exports import changes, codebook, coverage_table, datapackage
from exports.issues import Bulletin
from exports.jsonl import objects
from exports.stream import Stream

_README = """\
# Bulletins of unions and local governments 简报

Written by archiver {version} from {captures} archived answers, the last of {last}.

| what | how many |
| --- | --- |
{counts}

Every record names the pages it is found on and the archived answers (WARC records) it was read
from. `integrity` tells whether a page was tampered with; quarantined content is {quarantined}.
{persons}
| file | holds |
| --- | --- |
{files}

A missing value is an empty cell or `null`: it means that the fact is not printed or cannot be
known. Text cells of CSV files that begin with = + - @, a blank control character or an apostrophe
have one apostrophe in front, so that no spreadsheet runs them; take one leading apostrophe away.
Dates are given as printed, in EDTF (ISO 8601-2), and as first and last day.

The texts belong to their publishers. Check the files with `sha256sum --check SHA256SUMS`.
"""
_PERSONS = (
    "Names that a record gives as those of persons were replaced by 某, as long as they are.\n"
)
_FILES = {
    "issues": "one JSON file a bulletin; its JSON Schema is schemas/bulletin.json",
    "jsonl": "one JSON Lines file a table",
    "csv": "one CSV file a table, UTF-8",
    "excel": "the same for Excel, with a byte order mark",
    "text.csv": "the text of every article, for corpus tools",
    "parquet": "one Parquet file a table",
    "bulletins.sqlite": "all tables in one SQLite file, with a search index and views",
    "codebook.md": "what every table and column means, in English and Chinese (also codebook.csv)",
    "coverage.csv": "which issues of every series are held, and which are missing",
    "changes.jsonl": "what is different from an earlier release",
    "datapackage.json": "the tables as a Data Package: types, keys, references, checksums",
    "CITATION.cff": "how to cite this",
}
_CITATION = """\
cff-version: 1.2.0
message: If you use these data, please cite them, and the publishers of the texts you quote.
type: dataset
title: Bulletins of unions and local governments 简报
authors:
  - name: Bulletin Archiver
version: "{version}"
date-released: "{day}"
"""


def write(stream: Stream, folder: Path, against: Path | None) -> None:
    """Write everything beside the data into ``folder``."""
    tables = [table for table, _ in stream.tables()]
    codebook.write(tables, folder)
    coverage_table.write(stream.store.coverage(), folder)
    _write_schema(folder)
    if against is not None:
        changes.write(changes.read_records(against), _records(stream), folder)
    datapackage.write(tables, folder)
    _write_about(stream, tables, folder)


def _records(stream: Stream) -> Iterator[changes.Record]:
    for table, rows in stream.tables():
        if table.name == "records":
            return objects(table, rows)
    raise AssertionError


def _write_schema(folder: Path) -> None:
    schema = Bulletin.model_json_schema(mode="serialization")
    (folder / "schemas").mkdir()
    text = json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
    (folder / "schemas" / "bulletin.json").write_bytes(text.encode())


def _write_about(stream: Stream, tables: Iterable[ReleasedTable], folder: Path) -> None:
    store, selection = stream.store, stream.selection
    sizes = store.released_sizes(selection)
    last = store.last_capture(selection) or "no day"
    counts = [f"| {table.name} | {sizes[table.name]} |" for table in tables]
    files = [f"| {name} | {what} |" for name, what in _FILES.items() if _is_in(folder, name)]
    readme = _README.format(
        version=__version__,
        captures=sizes["captures"],
        last=last[:10],
        counts="\n".join(counts),
        files="\n".join(files),
        quarantined="in it" if selection.include_quarantined else "left out",
        persons=_PERSONS if stream.omit_persons else "",
    )
    (folder / "README.md").write_bytes(readme.encode())
    if last[0].isdigit():
        citation = _CITATION.format(version=last[:10], day=last[:10])
        (folder / "CITATION.cff").write_bytes(citation.encode())


def _is_in(folder: Path, name: str) -> bool:
    return name == "CITATION.cff" or (folder / name).exists()

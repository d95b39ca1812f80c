"""What stands beside the data of a release, so that nobody has to ask anyone."""

import json
from pathlib import Path

from exports import changes, codebook, coverage_table, datapackage, network, readme, text
from exports.issues import Bulletin
from exports.stream import Stream

# Tables that stand alone in one CSV file, by its path.
ALONE = {
    "text.csv": text.TABLE,
    "coverage.csv": coverage_table.TABLE,
    **{f"network/{table.name}.csv": table for table in network.tables()},
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
    _write_coverage(stream, folder)
    others = {path: table for path, table in ALONE.items() if (folder / path).is_file()}
    codebook.write([*tables, *others.values()], folder)
    _write_schema(folder)
    if against is not None:
        changes.write(changes.read_records(against), stream.rows("records"), folder)
    datapackage.write(tables, others, folder)
    last = stream.store.last_capture(stream.selection)
    if last is not None:
        citation = _CITATION.format(version=last[:10], day=last[:10])
        (folder / "CITATION.cff").write_bytes(citation.encode())
    readme.write(
        folder,
        stream.store.released_sizes(stream.selection),
        [table.name for table in tables],
        last[:10] if last else "no day",
        quarantined=stream.selection.include_quarantined,
        persons_omitted=stream.omit_persons,
    )


def _write_coverage(stream: Stream, folder: Path) -> None:
    released = {row["key"] for row in stream.rows("series")}
    coverage = (one for one in stream.store.coverage() if one.key in released)
    coverage_table.write(coverage, folder)


def _write_schema(folder: Path) -> None:
    schema = Bulletin.model_json_schema(mode="serialization")
    (folder / "schemas").mkdir()
    text = json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
    (folder / "schemas" / "bulletin.json").write_bytes(text.encode())

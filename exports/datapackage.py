"""``datapackage.json``: the release described in the terms of Data Package v2."""

import hashlib
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from archiver import __version__
from archiver.store.released import ReleasedTable
from exports.codebook import column_meaning, table_meaning

_PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
# Plain files: not every reader of Data Packages knows them as tables.
_FILES = {
    "jsonl": "application/jsonl",
    "parquet": "application/vnd.apache.parquet",
}
_SQLITE = "bulletins.sqlite"


def write(tables: Sequence[ReleasedTable], others: dict[str, ReleasedTable], folder: Path) -> None:
    """Write ``folder/datapackage.json`` about the tables in ``folder``.

    ``others`` are the tables that stand in one CSV file each, by its path.
    """
    resources = list(_resources(tables, others, folder))
    package = {
        "$schema": _PROFILE,
        "name": "bulletins",
        "title": "Bulletins of unions and local governments 简报",
        "description": (
            "Text cells of CSV files that begin with = + - @, a blank control character or an "
            "apostrophe have one apostrophe in front; take one leading apostrophe away. "
            "text.csv has the texts as they are."
        ),
        "version": __version__,
        "resources": resources,
    }
    text = json.dumps(package, ensure_ascii=False, indent=2)
    (folder / "datapackage.json").write_bytes(text.encode() + b"\n")


def _resources(
    tables: Sequence[ReleasedTable], others: dict[str, ReleasedTable], folder: Path
) -> Iterator[dict[str, Any]]:
    keys = {table.name: table.key for table in (*tables, *others.values())}
    if (folder / "csv").is_dir():
        for table in tables:
            yield _table(table, f"csv/{table.name}.csv", keys, folder)
    for path, table in others.items():
        yield _table(table, path, keys, folder)
    for kind, media_type in _FILES.items():
        if (folder / kind).is_dir():
            for table in tables:
                path = f"{kind}/{table.name}.{kind}"
                description = " · ".join(table_meaning(table.name))
                yield _file(f"{table.name}-{kind}", path, media_type, description, folder)
    if (folder / _SQLITE).is_file():
        description = "All tables with a search index and views · 全部表，含全文索引与视图"
        yield _file("bulletins-sqlite", _SQLITE, "application/vnd.sqlite3", description, folder)


def _file_facts(path: Path) -> dict[str, Any]:
    """Size and SHA-256 of a file, as a Data Package gives them."""
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return {"bytes": path.stat().st_size, "hash": f"sha256:{digest}"}


def _table(
    table: ReleasedTable, path: str, keys: dict[str, tuple[str, ...]], folder: Path
) -> dict[str, Any]:
    return {
        "name": table.name,
        "type": "table",
        "path": path,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "description": " · ".join(table_meaning(table.name)),
        **_file_facts(folder / path),
        "schema": _schema(table, keys),
    }


def _file(name: str, path: str, media_type: str, description: str, folder: Path) -> dict[str, Any]:
    return {
        "name": name,
        "type": "file",
        "path": path,
        "mediatype": media_type,
        "description": description,
        **_file_facts(folder / path),
    }


def _schema(table: ReleasedTable, keys: dict[str, tuple[str, ...]]) -> dict[str, Any]:
    fields = []
    for column in table.columns:
        field: dict[str, Any] = {
            "name": column.name,
            "type": column.type,
            "description": " · ".join(column_meaning(table.name, column.name)),
        }
        if column.type == "datetime":
            field["format"] = "any"
        if column.required:
            field["constraints"] = {"required": True}
        fields.append(field)
    foreign = [
        {
            "fields": [column.name],
            "reference": {"resource": column.refers_to, "fields": list(keys[column.refers_to])},
        }
        for column in table.columns
        if column.refers_to in keys
    ]
    schema: dict[str, Any] = {"fields": fields, "primaryKey": list(table.key)}
    return schema | ({"foreignKeys": foreign} if foreign else {})

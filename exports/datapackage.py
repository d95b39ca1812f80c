"""``datapackage.json``: the release described in the terms of Data Package v2."""

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from archiver import __version__
from archiver.store.released import ReleasedTable
from exports.codebook import column_meaning, table_meaning

_KEYS = {"records": "record", "sites": "key", "series": "key", "units": "key", "captures": "id"}
_PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"


def write(tables: Sequence[ReleasedTable], folder: Path) -> None:
    """Write ``folder/datapackage.json`` about the tables that are in ``folder``."""
    resources = []
    for name, resource in (("csv", _csv), ("jsonl", _jsonl)):
        if (folder / name).is_dir():
            resources += [resource(table, folder) for table in tables]
    if (folder / "text.csv").is_file():
        resources.append(_texts(folder))
    if not resources:
        return
    package = {
        "$schema": _PROFILE,
        "name": "bulletins",
        "title": "Bulletins of unions and local governments 简报",
        "description": (
            "Text cells of CSV files that begin with = + - @, a blank control character or an "
            "apostrophe have one apostrophe in front; take one leading apostrophe away."
        ),
        "version": __version__,
        "resources": resources,
    }
    text = json.dumps(package, ensure_ascii=False, indent=2)
    (folder / "datapackage.json").write_bytes(text.encode() + b"\n")


def _file_facts(path: Path) -> dict[str, Any]:
    """Size and SHA-256 of a file, as a Data Package gives them."""
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return {"bytes": path.stat().st_size, "hash": f"sha256:{digest}"}


def _csv(table: ReleasedTable, folder: Path) -> dict[str, Any]:
    path = f"csv/{table.name}.csv"
    return {
        "name": table.name,
        "type": "table",
        "path": path,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "description": " · ".join(table_meaning(table.name)),
        **_file_facts(folder / path),
        "schema": _schema(table),
    }


def _jsonl(table: ReleasedTable, folder: Path) -> dict[str, Any]:
    """JSON Lines as a plain file: not every reader of Data Packages knows them as tables."""
    path = f"jsonl/{table.name}.jsonl"
    return {
        "name": f"{table.name}-jsonl",
        "type": "file",
        "path": path,
        "mediatype": "application/jsonl",
        "encoding": "utf-8",
        "description": " · ".join(table_meaning(table.name)),
        **_file_facts(folder / path),
    }


def _schema(table: ReleasedTable) -> dict[str, Any]:
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
            "reference": {
                "resource": column.refers_to,
                "fields": [_KEYS[column.refers_to]],
            },
        }
        for column in table.columns
        if column.refers_to
    ]
    schema: dict[str, Any] = {"fields": fields, "primaryKey": list(table.key)}
    return schema | ({"foreignKeys": foreign} if foreign else {})


def _texts(folder: Path) -> dict[str, Any]:
    fields = [{"name": "doc_id", "type": "string"}, {"name": "text", "type": "string"}]
    return {
        "name": "text",
        "type": "table",
        "path": "text.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "description": "Texts of all articles for corpus tools · 供语料工具使用的全部文章文本",
        **_file_facts(folder / "text.csv"),
        "schema": {"fields": fields, "primaryKey": ["doc_id"]},
    }

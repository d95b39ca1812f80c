"""``changes.jsonl``: what is different from an earlier release."""

import csv
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pydantic_core import to_json

from archiver.errors import ArchiverError

_ALWAYS_DIFFERENT = {"digest", "payload_digest", "capture", "parser"}

Record = Mapping[str, Any]


def read_records(folder: Path) -> Iterator[Record]:
    """The records of an earlier release, in their order; raise ArchiverError if it has none."""
    if (folder / "jsonl" / "records.jsonl").is_file():
        return _read_jsonl(folder / "jsonl" / "records.jsonl")
    if (folder / "csv" / "records.csv").is_file():
        return _read_csv(folder / "csv" / "records.csv")
    raise ArchiverError(
        f"{folder} has no table of records to compare with; "
        "name a release that was written with --format jsonl or csv"
    )


def write(before: Iterator[Record], after: Iterator[Record], folder: Path) -> None:
    """Write ``folder/changes.jsonl``; both sides are ordered by record and read side by side."""
    with (folder / "changes.jsonl").open("wb") as file:
        for change in changes(before, after):
            file.write(to_json(change) + b"\n")


def changes(before: Iterator[Record], after: Iterator[Record]) -> Iterator[dict[str, Any]]:
    """Added, changed and removed records; of changed ones the columns and where that came from.

    ``origin`` is ``parser`` when the same bytes were read differently, ``source`` when the same
    parser read other bytes, ``source_or_parser`` when both are different: then nobody can know.
    """
    old, new = next(before, None), next(after, None)
    while old is not None or new is not None:
        if old is None or (new is not None and new["record"] < old["record"]):
            assert new is not None
            yield {"record": new["record"], "change": "added"}
            new = next(after, None)
        elif new is None or old["record"] < new["record"]:
            yield {"record": old["record"], "change": "removed"}
            old = next(before, None)
        else:
            if old["digest"] != new["digest"]:
                yield _changed(old, new)
            old, new = next(before, None), next(after, None)


def _changed(old: Record, new: Record) -> dict[str, Any]:
    columns = [
        name
        for name in new
        if name not in _ALWAYS_DIFFERENT and _plain(old.get(name)) != _plain(new[name])
    ]
    return {
        "record": new["record"],
        "change": "changed",
        "origin": _origin(old, new),
        "columns": columns,
    }


def _origin(old: Record, new: Record) -> str:
    if old["payload_digest"] == new["payload_digest"]:
        return "parser"
    same_parser = _plain(old["parser"]) == _plain(new["parser"])
    return "source" if same_parser else "source_or_parser"


def _plain(value: Any) -> str:
    """A value as a CSV cell has it, where missing and empty are the same."""
    return "" if value is None else str(value)


def _read_jsonl(path: Path) -> Iterator[Record]:
    with path.open(encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            try:
                yield json.loads(line)
            except ValueError as error:
                raise ArchiverError(f"{path} line {number} is not JSON: {error}") from error


def _read_csv(path: Path) -> Iterator[Record]:
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield {name: cell[1:] if cell.startswith("'") else cell for name, cell in row.items()}

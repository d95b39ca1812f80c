"""The formats by name, and one export of some of them."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from archiver.errors import ArchiverError
from archiver.store import Store
from archiver.store.asking import Selection
from exports import csv_tables, issues, jsonl, metadata, network, parquet, sqlite, text
from exports.release import release
from exports.stream import Stream

Writer = Callable[[Stream, Path], None]

FORMATS: dict[str, Writer] = {
    "json": issues.write,
    "jsonl": jsonl.write,
    "csv": csv_tables.write,
    "text": text.write,
    "sqlite": sqlite.write,
    "network": network.write,
}
# Made only when named: it needs a library that is not installed everywhere.
ON_REQUEST: dict[str, Writer] = {"parquet": parquet.write}


def export(
    store: Store,
    folder: Path,
    formats: Iterable[str],
    selection: Selection | None = None,
    against: Path | None = None,
    on_request: Mapping[str, Writer] | None = None,
    *,
    omit_persons: bool = False,
) -> None:
    """Write a release folder with ``formats`` (all when empty); see ``release`` for how.

    All formats show the store at one moment; ``against`` is an earlier release to compare with,
    ``on_request`` holds more formats, made only when they are named.
    Raises ArchiverError for an unknown format, a selection that matches nothing, or a folder that
    cannot be written.
    """
    chosen = list(dict.fromkeys(formats)) or list(FORMATS)
    writers = {**FORMATS, **ON_REQUEST, **(on_request or {})}
    if unknown := [name for name in chosen if name not in writers]:
        raise ArchiverError(
            f"there is no export format {unknown[0]}; the formats are {', '.join(writers)}"
        )
    selection = selection or Selection()
    with store.snapshot():
        if selection.narrowed and not store.holds(selection):
            raise ArchiverError(
                f"nothing held matches {selection}; "
                "'archiver status' and 'archiver coverage' tell what there is"
            )
        stream = Stream(store, selection, omit_persons)
        with release(folder) as aside:
            for name in chosen:
                writers[name](stream, aside)
            metadata.write(stream, aside, against)

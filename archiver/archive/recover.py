"""What the first process on a home does before it writes: bring files and index together.

A stop at any moment leaves at most a torn group of records at the end of an open file, and rows
that are missing for bytes that are there. Both are mended here, and told.
"""

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from archiver.archive.exchange import Entry
from archiver.archive.files import OPEN, cannot_write, file_digest, finish_name, name_of, present
from archiver.archive.index import FileRow, Index
from archiver.archive.lock import locked
from archiver.archive.scan import Damaged, scan
from archiver.counting import counted
from archiver.home import Home


@contextmanager
def opened(home: Home, purpose: str) -> Iterator[list[str]]:
    """Be the one process that writes to a home, and mend it first; yields what was done.

    ``purpose`` is what other processes are told (``archiver crawl gh``). ArchiverError says who
    holds the home, or why it cannot be written.
    """
    with locked(home, purpose) as first:
        told: list[str] = []
        if first:
            with closing(Index(home.index)) as index:
                told = recover(home, index)
        yield told


def recover(home: Home, index: Index) -> list[str]:
    """Mend what a stop left behind; returns one sentence for everything done or found."""
    told = list(index.renewed)
    known = index.files()
    files = present(home)
    for path in files:
        name = name_of(path)
        row = known.get(name)
        if path.name.endswith(OPEN):
            told += _finish(path, row or FileRow(name, 0, None, "open"), index)
        elif row is None or row.state == "open":
            told += _take_in(path, row or FileRow(name, 0, None, "closed"), index)
        elif row.state == "missing":
            index.put_file(row._replace(state="closed"))
            told.append(f"{name} is back.")
    names = {name_of(path) for path in files}
    for row in known.values():
        if row.name not in names and row.state != "missing":
            index.put_file(row._replace(state="missing"))
            told.append(
                f"{row.name} is missing: what only it held is asked again when it is needed; "
                "put the file back from a copy."
            )
    return told


def _finish(path: Path, row: FileRow, index: Index) -> list[str]:
    """Close a file that a stop left open: cut a torn tail, index what is whole."""
    told = []
    size = path.stat().st_size
    lost = index.forget(row.name, size)
    entries, end, damage = _read_on(path, row.size if row.size <= size else 0, index)
    entries = [entry for entry in entries if index.get(entry.capture.id) is None]
    if damage is not None:
        told.append(
            f"{row.name}: cut a torn end of {counted(size - end, 'bytes')} ({damage}); "
            "what it held had not been reported as kept and is asked again."
        )
        try:
            os.truncate(path, end)
        except OSError as error:
            raise cannot_write(path, error) from error
    if lost:
        told.append(f"{row.name} is shorter than it was; lost: {counted(lost, 'captures')}.")
    if end == 0:
        path.unlink()
        if row.size:
            index.put_file(FileRow(row.name, 0, None, "missing"))
        return [*told, f"{row.name} was empty and is removed."]
    if entries:
        told.append(f"{row.name}: took {counted(len(entries), 'captures')} into the index.")
    index.add(FileRow(row.name, end, None, "open"), entries)
    finish_name(path, path.with_name(row.name))
    index.put_file(FileRow(row.name, end, file_digest(path.with_name(row.name)), "closed"))
    return [*told, f"{row.name} had been left open and is closed now."]


def _take_in(path: Path, row: FileRow, index: Index) -> list[str]:
    """Index a finished file whose rows are missing."""
    entries, end, damage = _read_on(path, row.size, index)
    whole = end == path.stat().st_size
    digest = file_digest(path) if whole else None
    index.add(FileRow(row.name, end, digest, "closed"), entries)
    told = (
        [f"{row.name}: took {counted(len(entries), 'captures')} into the index."] if entries else []
    )
    if damage is not None and end == 0:
        told.append(
            f"{row.name} was not written by this program: move it elsewhere and take it in with "
            "`archiver import`."
        )
    elif damage is not None:
        told.append(f"{row.name}: {damage}; run `archiver verify --repair`.")
    return told


def _read_on(path: Path, start: int, index: Index) -> tuple[list[Entry], int, Damaged | None]:
    """The entries from an offset on, where the last whole exchange ends, and what stopped it.

    Reports of crawls go into the index at once: they need no file row.
    """
    entries: list[Entry] = []
    end = start
    try:
        for found in scan(path, start):
            end = found.end
            if found.entry is not None:
                entries.append(found.entry)
            if found.report is not None:
                index.put_report(found.report)
    except Damaged as damage:
        return entries, end, damage
    return entries, end, None

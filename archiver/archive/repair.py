"""Mending what can be mended: torn ends are cut, the index is made anew from the files."""

import contextlib
import os
from pathlib import Path

from archiver.archive.exchange import Entry
from archiver.archive.files import cannot_write, file_digest, present
from archiver.archive.index import FileRow, Index, OtherLayout
from archiver.archive.recover import recover
from archiver.archive.scan import Damaged, salvage
from archiver.archive.verify import verify_file
from archiver.counting import counted
from archiver.errors import ArchiverError
from archiver.home import Home


def repair(home: Home) -> list[str]:
    """Mend a home that this process has locked; returns a sentence for everything done.

    Nothing is thrown away: bytes that are cut off a finished file are kept beside it.
    """
    told = _usable_index(home)
    with contextlib.closing(Index(home.index)) as index:
        told += recover(home, index)
        rows = index.files()
        for path in present(home):
            if verify_file(path, rows[path.name], index).problems:
                told += _mend(path, index)
    return told


def _usable_index(home: Home) -> list[str]:
    """Put an index that SQLite cannot read aside, so that a new one is made from the files."""
    if not home.index.exists():
        return ["the index was missing and is made anew from the WARC files."]
    try:
        with contextlib.closing(Index(home.index, read_only=True)) as index:
            damage = index.damage()
    except OtherLayout:
        return []  # made anew when it is opened for writing
    except ArchiverError as error:
        damage = [str(error)]
    if not damage:
        return []
    aside = home.index.with_suffix(".sqlite.damaged")
    home.index.replace(aside)
    for suffix in ("-wal", "-shm"):
        Path(f"{home.index}{suffix}").unlink(missing_ok=True)
    return [f"the index was damaged ({damage[0]}); it is {aside.name} now and made anew."]


def _mend(path: Path, index: Index) -> list[str]:
    """Cut a torn end, then make the rows of the file what the file holds."""
    told: list[str] = []
    entries: list[Entry] = []
    end, damages = 0, list[Damaged]()
    tail: Damaged | None = None
    for found in salvage(path):
        if isinstance(found, Damaged):
            tail = found
            damages.append(found)
        else:
            tail, end = None, found.end
            entries += [found.entry] if found.entry else []
            if found.report is not None:
                index.put_report(found.report)
    if tail is not None and end:
        told.append(f"{path.name}: cut a torn end ({tail}); it is {_cut(path, end)} now.")
        damages.pop()
    told += [f"{path.name}: {damage} and cannot be mended: use a copy." for damage in damages]
    before = {entry.capture.id: entry for entry in index.of_file(path.name)}
    row = FileRow(path.name, path.stat().st_size, file_digest(path), "closed")
    index.replace(row, entries)
    kept = {entry.capture.id for entry in entries}
    lost = [entry.capture.url for id_, entry in before.items() if id_ not in kept]
    told += [f"{path.name}: lost the capture of {url}." for url in lost]
    return [*told, f"{path.name}: {counted(len(entries), 'captures')} indexed anew."]


def _cut(path: Path, end: int) -> str:
    """Move the bytes from ``end`` on into a file of their own; returns its name."""
    torn = path.with_name(f"{path.name}.torn-{end}")
    try:
        with path.open("rb") as file:
            file.seek(end)
            torn.write_bytes(file.read())
        os.truncate(path, end)
    except OSError as error:
        raise cannot_write(torn, error) from error
    return torn.name

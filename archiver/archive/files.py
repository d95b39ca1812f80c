"""WARC files on disk: named, grown by whole groups of records, synced, closed under their name."""

import datetime
import hashlib
import os
from collections.abc import Container, Iterable
from pathlib import Path

from archiver.errors import ArchiverError
from archiver.home import Home

OPEN = ".open"
"""Suffix of a file that is still being written."""


class WarcFile:
    """One file while it grows. A write that fails leaves it as it was before."""

    def __init__(self, folder: Path, name: str) -> None:
        """Create ``name`` with the suffix of an open file; ArchiverError when it cannot be."""
        self.name = name
        self.size = 0
        self._final = folder / name
        self._path = folder / (name + OPEN)
        self._digest = hashlib.sha256()
        try:
            flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC
            self._descriptor = os.open(self._path, flags, 0o644)
            sync_folder(folder)
        except OSError as error:
            raise cannot_write(self._path, error) from error

    @property
    def sha256(self) -> str:
        """The digest of all bytes so far."""
        return self._digest.hexdigest()

    def append(self, data: Iterable[bytes]) -> None:
        """Write all of ``data`` or nothing; ArchiverError when the disk refuses."""
        written, digest = 0, self._digest.copy()
        try:
            for piece in data:
                write_all(self._descriptor, piece)
                written += len(piece)
                digest.update(piece)
        except OSError as error:
            os.ftruncate(self._descriptor, self.size)
            os.lseek(self._descriptor, self.size, os.SEEK_SET)
            raise cannot_write(self._path, error) from error
        self.size += written
        self._digest = digest

    def sync(self) -> None:
        """Return when the bytes are on the disk."""
        try:
            os.fsync(self._descriptor)
        except OSError as error:
            raise cannot_write(self._path, error) from error

    def finish(self) -> None:
        """Close the file and give it its final name."""
        self.sync()
        os.close(self._descriptor)
        finish_name(self._path, self._final)


def write_all(descriptor: int, data: bytes | bytearray) -> None:
    """Write ``data`` at the descriptor's place, to its end; OSError when the disk refuses."""
    with memoryview(data) as view:
        written = 0
        while written < len(view):
            written += os.write(descriptor, view[written:])


def locate(home: Home, name: str) -> Path:
    """Where the WARC file ``name`` is now; ArchiverError when it is not there."""
    for path in (home.warc / name, home.warc / (name + OPEN)):
        if path.exists():
            return path
    raise ArchiverError(
        f"the WARC file {name} is missing from {home.warc}: put it back from a copy; "
        "`archiver verify` lists what it held."
    )


def present(home: Home) -> list[Path]:
    """The WARC files of a home, finished and open, by name."""
    return sorted([*home.warc.glob("*.warc.gz"), *home.warc.glob("*.warc.gz" + OPEN)])


def name_of(path: Path) -> str:
    """The final name of a WARC file, be it open or finished."""
    return path.name.removesuffix(OPEN)


def file_digest(path: Path) -> str:
    """The SHA-256 of a whole file, in hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def finish_name(path: Path, final: Path) -> None:
    """Take the open suffix off, durably."""
    try:
        path.rename(final)
        sync_folder(final.parent)
    except OSError as error:
        raise cannot_write(final, error) from error


def cannot_write(path: Path, error: OSError) -> ArchiverError:
    """The sentence for a disk that does not take what we write."""
    return ArchiverError(
        f"cannot write {path}: {error.strerror or error}. Make room or choose another --home, then "
        "run the same command again: what was kept so far is safe and is not asked again."
    )


def sync_folder(folder: Path) -> None:
    """Make names created or changed in a folder durable."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def new_name(site: str, time: datetime.datetime, taken: Container[str]) -> str:
    """A file name that was never used: site, time, serial. A clock set back makes no clash."""
    serial = 1
    while (name := f"{site}-{time:%Y%m%dT%H%M%SZ}-{serial:05d}.warc.gz") in taken:
        serial += 1
    return name

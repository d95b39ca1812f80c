"""A release folder: written aside, then put in place of the old one by renaming."""

import fcntl
import hashlib
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from archiver.errors import ArchiverError
from exports.swap import swap

SUMS = "SHA256SUMS"


@contextmanager
def release(folder: Path) -> Iterator[Path]:
    """An empty folder to fill; when that went well it becomes ``folder``, checksums added.

    Until then an earlier release at ``folder`` stays as it is. Raises ArchiverError when
    ``folder`` holds anything that is not a release, or cannot be written.
    """
    folder = folder.absolute()
    aside = folder.parent / f".{folder.name}.new"
    replaced = folder.parent / f".{folder.name}.old"
    try:
        if replaced.exists() and not folder.exists():
            replaced.rename(folder)
        _refuse_strangers(folder)
        if aside.exists():
            with _locked(aside, folder):
                _remove(aside)
        aside.mkdir(parents=True)
        with _locked(aside, folder):
            try:
                yield aside
                _write_sums(aside)
                _put_in_place(aside, folder, replaced)
            finally:
                _remove(aside)
            _remove(replaced)
    except OSError as error:
        raise ArchiverError(
            f"cannot write the export to {folder}: {error.strerror or error}; "
            "what was there before is untouched"
        ) from error


@contextmanager
def _locked(aside: Path, folder: Path) -> Iterator[None]:
    """Keep others from what is written aside; after a kill nobody holds it."""
    held = os.open(aside, os.O_RDONLY)
    try:
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise ArchiverError(
                f"another export to {folder} is under way; wait until it has ended and try again"
            ) from error
        yield
    finally:
        os.close(held)


def _put_in_place(aside: Path, folder: Path, replaced: Path) -> None:
    _remove(replaced)
    if folder.exists():
        if swap(aside, folder):
            return
        folder.rename(replaced)
    aside.rename(folder)


def _refuse_strangers(folder: Path) -> None:
    if not folder.name:
        raise ArchiverError(f"{folder} cannot be replaced; choose another folder with --output DIR")
    if folder.is_dir() and any(folder.iterdir()):
        if not (folder / SUMS).is_file():
            raise ArchiverError(
                f"{folder} holds files that are no export ({SUMS} is missing); "
                "choose another folder with --output DIR"
            )
        lines = (folder / SUMS).read_text(encoding="utf-8", errors="replace").splitlines()
        own = {SUMS, *(line.partition("  ")[2] for line in lines)}
        if stranger := next((name for name in files_in(folder) if name not in own), None):
            raise ArchiverError(
                f"{folder} would be replaced, and {stranger} in it is not of that export; "
                "move it away or choose another folder with --output DIR"
            )
    if folder.exists() and not folder.is_dir():
        raise ArchiverError(f"{folder} is not a folder; choose another with --output DIR")


def _remove(folder: Path) -> None:
    if folder.exists():
        shutil.rmtree(folder)


def _write_sums(folder: Path) -> None:
    """SHA-256 of every file, in the form ``sha256sum --check`` reads; all on disk before."""
    with (folder / SUMS).open("w", encoding="utf-8", newline="\n") as sums:
        for name in files_in(folder):
            if name != SUMS:
                sums.write(f"{_sha256(folder / name)}  {name}\n")
        sums.flush()
        os.fsync(sums.fileno())


def files_in(folder: Path, within: str = "") -> Iterator[str]:
    """Every file below ``folder``, by its path in it, in order; names alone, for there are many."""
    with os.scandir(folder / within) as found:
        entries = sorted((entry.name, entry.is_dir()) for entry in found)
    for name, is_folder in entries:
        if is_folder:
            yield from files_in(folder, f"{within}{name}/")
        else:
            yield within + name


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()

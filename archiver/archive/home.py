"""The home folder: where everything lies, and who may write there."""

import datetime
import fcntl
import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from archiver.errors import ArchiverError

OPEN = ".open"
"""Suffix of a WARC file that is still being written."""


@dataclass(slots=True)
class _Lock:
    descriptor: int
    holders: int


_locks: dict[Path, _Lock] = {}
"""Locks this process holds: crawls that run side by side in one process share one."""


class Home:
    """The paths inside ``--home``; ``warc`` holds the files, ``index`` is derived from them."""

    def __init__(self, root: Path | str) -> None:
        self.root = Path(root).absolute()
        self.warc = self.root / "warc"
        self.index = self.root / "index.sqlite"
        self.lock_file = self.root / "lock"

    def prepare(self) -> None:
        """Create the folders; ArchiverError when that is impossible."""
        try:
            self.warc.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise cannot_write(self.root, error) from error

    def file(self, name: str) -> Path:
        """Where the WARC file ``name`` is now; ArchiverError when it is not there."""
        for path in (self.warc / name, self.warc / (name + OPEN)):
            if path.exists():
                return path
        raise ArchiverError(
            f"The WARC file {name} is missing from {self.warc}: put it back from a copy; "
            "`archiver verify` lists what it held."
        )

    def files(self) -> list[Path]:
        """The WARC files, finished and open, by name."""
        found = [*self.warc.glob("*.warc.gz"), *self.warc.glob("*.warc.gz" + OPEN)]
        return sorted(found)

    @contextmanager
    def locked(self, purpose: str) -> Iterator[bool]:
        """Be the one process that writes here; yields whether this is its first lock.

        ``purpose`` is what others are told, as typed (``archiver crawl gh``). ArchiverError says
        who holds the home otherwise. The lock ends with the process, however that ends.
        """
        first = self.acquire(purpose)
        try:
            yield first
        finally:
            self.release()

    def acquire(self, purpose: str) -> bool:
        """Take the lock or one more share of it; True when it was not held by this process."""
        if held := _locks.get(self.root):
            held.holders += 1
            return False
        self.prepare()
        try:
            descriptor = os.open(self.lock_file, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        except OSError as error:
            raise cannot_write(self.lock_file, error) from error
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            _write_holder(descriptor, purpose)
        except BlockingIOError as error:
            os.close(descriptor)
            raise ArchiverError(f"{self.root} is in use by {self.holder()}.") from error
        except OSError as error:
            os.close(descriptor)
            raise cannot_write(self.lock_file, error) from error
        _locks[self.root] = _Lock(descriptor, 1)
        return True

    def release(self) -> None:
        """Give one share of the lock back; the last one lets others in."""
        held = _locks[self.root]
        held.holders -= 1
        if held.holders == 0:
            del _locks[self.root]
            os.close(held.descriptor)

    def holder(self) -> str:
        """Who holds the home, for people: process, command, since when."""
        try:
            told = json.loads(self.lock_file.read_text("utf-8"))
            return (
                f"process {told['process']} ({told['purpose']}, since {told['since']}): "
                "wait until it ends, or choose another --home"
            )
        except (OSError, ValueError, KeyError):
            return "another process: wait until it ends, or choose another --home"


def cannot_write(path: Path, error: OSError) -> ArchiverError:
    """The sentence for a disk that does not take what we write."""
    return ArchiverError(
        f"Cannot write {path}: {error.strerror or error}. Make room or choose another --home, then "
        "run the same command again: what was kept so far is safe and is not asked again."
    )


def sync_folder(folder: Path) -> None:
    """Make names created or changed in a folder durable."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _write_holder(descriptor: int, purpose: str) -> None:
    since = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
    told = {"process": os.getpid(), "purpose": purpose or Path(sys.argv[0]).name, "since": since}
    os.ftruncate(descriptor, 0)
    os.pwrite(descriptor, json.dumps(told, ensure_ascii=False).encode(), 0)

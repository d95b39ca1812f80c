"""Who may write to a home: one process at a time, and the others are told which."""

import datetime
import fcntl
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from archiver.archive.files import cannot_write
from archiver.errors import ArchiverError
from archiver.home import Home


@dataclass(slots=True)
class _Held:
    descriptor: int
    holders: int


_held: dict[Path, _Held] = {}
"""Homes this process holds: crawls that run side by side in one process share one lock."""


@contextmanager
def locked(home: Home, purpose: str) -> Iterator[bool]:
    """Be the one process that writes to a home; yields whether this is its first lock.

    ``purpose`` is what others are told, as typed (``archiver crawl gh``). ArchiverError says who
    holds the home otherwise. The lock ends with the process, however that ends.
    """
    first = acquire(home, purpose)
    try:
        yield first
    finally:
        release(home)


def acquire(home: Home, purpose: str) -> bool:
    """Take the lock or one more share of it; True when it was not held by this process."""
    key = home.path.resolve()
    if held := _held.get(key):
        held.holders += 1
        return False
    home.create()
    path = _lock_file(home)
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    except OSError as error:
        raise cannot_write(path, error) from error
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        _tell(descriptor, purpose)
    except BlockingIOError as error:
        os.close(descriptor)
        raise ArchiverError(f"{home.path} is in use by {_holder(path)}.") from error
    except OSError as error:
        os.close(descriptor)
        raise cannot_write(path, error) from error
    _held[key] = _Held(descriptor, 1)
    return True


def release(home: Home) -> None:
    """Give one share of the lock back; the last one lets others in."""
    key = home.path.resolve()
    held = _held[key]
    held.holders -= 1
    if held.holders == 0:
        del _held[key]
        os.close(held.descriptor)


def writer(home: Home) -> str | None:
    """The other process that is writing to a home, for people; None when there is none."""
    path = _lock_file(home)
    if home.path.resolve() in _held or not path.exists():
        return None
    with path.open("rb") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            return _holder(path)
    return None


def _lock_file(home: Home) -> Path:
    return home.path / "lock"


def _tell(descriptor: int, purpose: str) -> None:
    since = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
    told = {"process": os.getpid(), "purpose": purpose, "since": since}
    os.ftruncate(descriptor, 0)
    os.pwrite(descriptor, json.dumps(told, ensure_ascii=False).encode(), 0)


def _holder(path: Path) -> str:
    advice = "wait until it ends, or choose another --home"
    try:
        told = json.loads(path.read_text("utf-8"))
        return f"process {told['process']} ({told['purpose']}, since {told['since']}): {advice}"
    except (OSError, ValueError, KeyError):
        return f"another process: {advice}"

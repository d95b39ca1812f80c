"""Bytes that may be too many for the memory: beyond a mebibyte they lie in a nameless file.

``Data`` is what records and messages are made of: ``bytes`` as long as they are few, else a
``Span`` of such a file, sliced like bytes and read piece by piece.
"""

import os
import tempfile
import weakref
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import Self

from archiver.archive.files import cannot_write, write_all

IN_MEMORY = 1 << 20
"""So many bytes are held in memory, and read at once from what is not."""


class Span:
    """A part of a file of bytes; lives as long as someone holds it."""

    __slots__ = ("_file", "_start", "_stop")

    def __init__(self, file: "_Nameless", start: int, stop: int) -> None:
        self._file, self._start, self._stop = file, start, stop

    def __len__(self) -> int:
        return self._stop - self._start

    def __getitem__(self, part: slice) -> "Span":
        start, stop, _ = part.indices(len(self))
        return Span(self._file, self._start + start, self._start + max(start, stop))

    def __bytes__(self) -> bytes:
        return self._file.read(self._start, len(self))

    def pieces(self) -> Iterator[bytes]:
        """All bytes in order, never many at once."""
        for start in range(self._start, self._stop, IN_MEMORY):
            yield self._file.read(start, min(IN_MEMORY, self._stop - start))


Data = bytes | Span


class Spool:
    """Takes bytes as they come; ``data`` is all of them."""

    def __init__(self, folder: Path | None = None) -> None:
        """``folder`` is where a file may be made; by default that of temporary files."""
        self._folder = folder or Path(tempfile.gettempdir())
        self.clear()

    def clear(self) -> None:
        """Begin anew."""
        self._few = bytearray()
        self._file: _Nameless | None = None
        self._spilled = 0

    def write(self, data: bytes) -> None:
        """Take ``data``; ArchiverError when the disk does not."""
        self._few += data
        if len(self._few) > IN_MEMORY:
            self._spill()

    def take(self, parts: Iterable[Data]) -> Self:
        """Write all ``parts``."""
        for piece in chain.from_iterable(map(pieces, parts)):
            self.write(piece)
        return self

    def __len__(self) -> int:
        return self._spilled + len(self._few)

    def data(self) -> Data:
        """What was written so far; ArchiverError when the disk does not take it."""
        if self._file is None:
            return bytes(self._few)
        self._spill()
        return Span(self._file, 0, self._spilled)

    def _spill(self) -> None:
        try:
            self._file = self._file or _Nameless(self._folder)
            self._file.write(self._few)
        except OSError as error:
            raise cannot_write(self._folder, error) from error
        self._spilled += len(self._few)
        self._few = bytearray()


def pieces(data: Data) -> Iterator[bytes]:
    """All bytes of ``data`` in order."""
    return iter((data,)) if isinstance(data, bytes) else data.pieces()


def gather(parts: Iterable[Data]) -> Data:
    """``parts`` as one; ArchiverError when the disk does not take them."""
    return Spool().take(parts).data()


class _Nameless:
    """A file that is gone when nobody holds it any more, however the process ends."""

    def __init__(self, folder: Path) -> None:
        with tempfile.TemporaryFile(dir=folder, buffering=0) as file:
            self._descriptor = os.dup(file.fileno())
        weakref.finalize(self, os.close, self._descriptor)

    def write(self, data: bytearray) -> None:
        write_all(self._descriptor, data)

    def read(self, start: int, size: int) -> bytes:
        found = os.pread(self._descriptor, size, start)
        assert len(found) == size
        return found

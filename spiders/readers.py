"""The processes in which pages are read, while the crawl goes on asking.

Reading costs more than fetching; and a page that makes its process die or never end costs the
crawl that page alone. Each process has a line of its own to the crawl: a pool of the standard
library needs two threads here, which took a tenth of the crawl's time, and when a process dies
does not know what it did.
"""

import asyncio
import functools
import logging
import multiprocessing
import os
import pickle
import signal
import socket
import traceback
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import islice
from multiprocessing import forkserver
from multiprocessing.connection import Connection
from types import FrameType
from typing import Any, ParamSpec, TypeVar

from pipelines import workers

LONGEST_SECONDS = 60
"""A page is read in milliseconds; one that takes so long would take for ever."""

_AHEAD = 128 << 10
"""Bytes of further pages; the line to a busy process takes them at once, so that nobody waits."""
_MOST_DEATHS = 2
_GIVES_WAY = 5
"""Niceness: the crawl's own process feeds all who read; where it waits for a core, all wait."""
# What reading needs is loaded once, by a process that does nothing else and holds no file or lock.
_FORKS = multiprocessing.get_context("forkserver")
_FORKS.set_forkserver_preload(["spiders.preloaded"])

P = ParamSpec("P")
T = TypeVar("T")

logger = logging.getLogger(__name__)


class CannotBeRead(Exception):
    """A page that made the process that read it die, or that it did not come to an end with."""


@dataclass(slots=True, eq=False)
class _Job:
    """Work for a process, pickled; ``deaths``: of processes that were at it."""

    asked: bytes
    done: asyncio.Future[Any]
    deaths: int = 0


@dataclass(slots=True, eq=False)
class _Reader:
    """A process and what it has to do, in its order."""

    process: multiprocessing.process.BaseProcess
    line: Connection
    jobs: deque[_Job] = field(default_factory=deque)

    def takes(self, job: _Job) -> bool:
        """Whether ``job`` can be sent without waiting until what it is at is done."""
        ahead = sum(len(one.asked) for one in islice(self.jobs, 1, None))
        return not self.jobs or ahead + len(job.asked) <= _AHEAD


class Readers:
    """The processes that read. All crawls of this process, which has one event loop, share them."""

    def __init__(self, count: int | None = None) -> None:
        """Up to ``count`` processes, begun as they are needed; by default as many as cores."""
        self._most = count or os.cpu_count() or 1
        self._readers: list[_Reader] = []
        self._waiting: deque[_Job] = deque()

    def start(self) -> None:
        """Begin to load what reading needs, so that it is there when the first page is."""
        forkserver.ensure_running()

    async def run(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """``work(…)`` in another process; its exceptions are raised here, CannotBeRead among them.

        When a process dies, what it was at is done once more; what waited behind it just goes on.
        """
        asked = pickle.dumps(functools.partial(work, *args, **kwargs), pickle.HIGHEST_PROTOCOL)
        job = _Job(asked, asyncio.get_running_loop().create_future())
        self._waiting.append(job)
        self._hand_out()
        done: T = await job.done
        return done

    def close(self) -> None:
        """End the processes."""
        for reader in self._readers:
            reader.process.terminate()
            reader.process.join()
            reader.line.close()
        self._readers.clear()

    def _hand_out(self) -> None:
        """Send what waits to those who have least to do; each has its next pages while at one."""
        while self._waiting:
            job = self._waiting[0]
            free = min(self._readers, key=lambda reader: len(reader.jobs), default=None)
            if (free is None or free.jobs) and len(self._readers) < self._most:
                free = self._begin()
            if free is None or not free.takes(job):
                return
            free.jobs.append(self._waiting.popleft())
            try:
                free.line.send_bytes(job.asked)
            except OSError:
                self._bury(free)

    def _begin(self) -> _Reader:
        ours, theirs = _line()
        process = _FORKS.Process(target=_serve, args=(theirs,), daemon=True)
        process.start()
        theirs.close()
        self._readers.append(reader := _Reader(process, ours))
        asyncio.get_running_loop().add_reader(ours.fileno(), self._take, reader)
        return reader

    def _take(self, reader: _Reader) -> None:
        """Take the next answer of ``reader``, which is the one to its first job."""
        try:
            answer = reader.line.recv_bytes()
        except (EOFError, OSError):
            self._bury(reader)
        else:
            _settle(reader.jobs.popleft().done, answer)
        self._hand_out()

    def _bury(self, reader: _Reader) -> None:
        """Let others do what a dead process had to do; what it was at, once more only."""
        self._readers.remove(reader)
        asyncio.get_running_loop().remove_reader(reader.line.fileno())
        reader.line.close()
        reader.process.join()
        if reader.jobs:
            reader.jobs[0].deaths += 1
            if reader.jobs[0].deaths == _MOST_DEATHS:
                _fail(
                    reader.jobs.popleft().done,
                    CannotBeRead("the process that read this page died, twice"),
                )
            else:
                logger.warning("the process that read a page died; the page is read again")
        self._waiting.extendleft(reversed(reader.jobs))


@functools.cache
def shared_readers() -> Readers:
    """The readers of this process."""
    return Readers()


def _line() -> tuple[Connection, Connection]:
    ends = socket.socketpair()
    for end in ends:
        end.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 2 * _AHEAD)
    return Connection(ends[0].detach()), Connection(ends[1].detach())


def _settle(done: asyncio.Future[Any], answer: bytes) -> None:
    try:
        result, error = pickle.loads(answer)
    except Exception as unpickled:
        result, error = None, unpickled
    if error is not None:
        _fail(done, error)
    elif not done.cancelled():  # a crawl that is stopped at once waits no more
        done.set_result(result)


def _fail(done: asyncio.Future[Any], error: BaseException) -> None:
    if not done.cancelled():
        done.set_exception(error)


def _serve(line: Connection) -> None:
    """Be a reader: work and answer until the crawl closes the line."""
    workers.work_for_parent()
    os.nice(_GIVES_WAY)
    signal.signal(signal.SIGALRM, _too_long)
    while True:
        try:
            line.send_bytes(_answer(line.recv_bytes()))
        except (EOFError, OSError):
            return


def _answer(asked: bytes) -> bytes:
    try:
        signal.alarm(LONGEST_SECONDS)
        try:
            result = pickle.loads(asked)()
        finally:
            signal.alarm(0)
        return pickle.dumps((result, None), pickle.HIGHEST_PROTOCOL)
    except Exception as error:
        error.add_note(traceback.format_exc())
        return pickle.dumps((None, error), pickle.HIGHEST_PROTOCOL)


def _too_long(_number: int, _frame: FrameType | None) -> None:
    raise CannotBeRead(f"reading this page took longer than {LONGEST_SECONDS} seconds")

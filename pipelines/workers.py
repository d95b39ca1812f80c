"""Processes that work for a command: Ctrl-C is its business, and none of them outlives it."""

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from typing import Any

from pipelines.collecting import collect_seldom


def processes(
    count: int, begin: Callable[..., None] | None = None, *given: Any
) -> ProcessPoolExecutor:
    """A pool of ``count`` new processes, each of which first calls ``begin(*given)``.

    They are spawned, not forked: a fork would share open files and locks with a process that may
    be killed.
    """
    return ProcessPoolExecutor(
        count,
        mp_context=multiprocessing.get_context("spawn"),
        initializer=_begin,
        initargs=(begin, given),
    )


def work_for_parent() -> None:
    """Make this process one that works for another: leave Ctrl-C to that one, and end with it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    collect_seldom()
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _begin(begin: Callable[..., None] | None, given: tuple[Any, ...]) -> None:
    work_for_parent()
    if begin is not None:
        begin(*given)


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)

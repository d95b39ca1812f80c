"""Work is counted, not timed: what else a machine has to do is no fault of the code.

How fast things are, ``benchmarks/`` shows.
"""

import gc
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

MOST = 20.0  # seconds of the processor; a hundred times and more what anything guarded so takes


@contextmanager
def no_hang(what: str = "this") -> Iterator[None]:
    """Fail what does not end. Expressions that try all there is look for signals on their way."""

    def give_up(number: int, frame: FrameType | None) -> None:
        raise AssertionError(f"{what!r} has not ended after {MOST:.0f} seconds of the processor")

    before = signal.signal(signal.SIGVTALRM, give_up)
    signal.setitimer(signal.ITIMER_VIRTUAL, MOST)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def steps(function: Callable[[], object]) -> int:
    """How many lines of Python ran for it, each turn of a loop anew; the same at every turn."""
    count = 0

    def look(frame: FrameType, event: str, argument: object) -> Any:
        nonlocal count
        count += 1
        return look

    before = sys.gettrace()
    gc.collect()
    gc.disable()  # what others left would be taken away meanwhile, and counted
    sys.settrace(look)
    try:
        function()
    finally:
        sys.settrace(before)
        gc.enable()
    return count

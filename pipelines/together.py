"""Storing pages that come at the same time at once: half of a small transaction is its end."""

import asyncio
from collections.abc import Callable, Sequence

from archiver.records.crawled import CrawledFile, CrawledPage

Item = CrawledPage | CrawledFile

_MOST = 100
_SECONDS = 0.25
_LOOK = 0.02
"""Seconds until somebody looks again: what was stored is under way until it has been let go."""


class Together:
    """Gathers items for ``store`` and lets each wait until its own is done.

    ``under_way`` says how many answers are being read or stored: when all of them wait here, no
    other will come, and when a polite crawl has only one, it never waits. ``store`` takes items in
    one transaction; when it cannot take them all, each is tried alone, so that one costs no other.
    """

    def __init__(
        self, store: Callable[[Sequence[Item]], None], under_way: Callable[[], int]
    ) -> None:
        self._store, self._under_way = store, under_way
        self._waiting: list[tuple[Item, asyncio.Future[None]]] = []
        self._timer: asyncio.TimerHandle | None = None

    async def keep(self, item: Item) -> None:
        """Return when ``item`` is stored; raises what kept it from that."""
        loop = asyncio.get_running_loop()
        done = loop.create_future()
        self._waiting.append((item, done))
        if self._timer is None or self._has_all():
            self._write_or_wait(loop.time() + _SECONDS)
        await done

    def _has_all(self) -> bool:
        return len(self._waiting) >= min(_MOST, self._under_way())

    def _write_or_wait(self, until: float) -> None:
        loop = asyncio.get_running_loop()
        if self._has_all() or loop.time() >= until:
            self._write()
        else:
            self._timer = loop.call_later(_LOOK, self._write_or_wait, until)

    def _write(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        waiting, self._waiting = self._waiting, []
        error = self._error_of([item for item, _ in waiting])
        each_alone = error is not None and len(waiting) > 1
        for item, done in waiting:
            _end(done, self._error_of([item]) if each_alone else error)

    def _error_of(self, items: Sequence[Item]) -> Exception | None:
        try:
            self._store(items)
        except Exception as error:
            return error
        return None


def _end(done: asyncio.Future[None], error: Exception | None = None) -> None:
    """Let whoever waits go on; a crawl that is stopped at once waits no more."""
    if done.cancelled():
        return
    if error is None:
        done.set_result(None)
    else:
        done.set_exception(error)

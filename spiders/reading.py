"""Pages are read in processes of their own, while the crawl goes on asking.

Reading costs more than fetching; and a page that makes its process die or never end costs the
crawl that page alone.
"""

import asyncio
import datetime
import functools
import logging
import os
import signal
from collections import Counter
from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from types import FrameType
from typing import ParamSpec, TypeVar

from archiver.parsers.joining import Joining
from archiver.parsers.nowhere import is_doubtful, wording
from archiver.parsers.page import Source, parse_parts
from archiver.parsers.standin import StandIn, stand_in
from archiver.records import Page, SiteProfile
from archiver.records.crawled import Prepared
from archiver.records.page import PageKind
from archiver.store.reading import prepare
from pipelines import workers
from pipelines.check import count_page
from pipelines.steps import complete
from spiders.paging import Ask, announced
from spiders.paging.totals import total_entries
from spiders.scope import Bounds, Target

LONGEST_SECONDS = 60
"""A page is read in milliseconds; one that takes so long would take for ever."""

P = ParamSpec("P")
T = TypeVar("T")

logger = logging.getLogger(__name__)


class CannotBeRead(Exception):
    """A page that made the process that read it die, or that it did not come to an end with."""


@dataclass(frozen=True, slots=True)
class PageRead:
    """What is stored of a page, and what a crawl has to know of it.

    ``says`` is what it adds to the counts; ``stand_in`` what it is when it is not the page that was
    asked for; ``is_in_parts``: others belong to it; ``targets`` and ``asks`` are what it leads to
    within the crawl's bounds, ``total`` how many entries the list says it has. ``wording`` is that
    of a page which may be what the site says of every address.
    """

    prepared: Prepared
    says: Counter[str]
    kind: PageKind
    title: str | None
    stand_in: StandIn | None
    is_in_parts: bool
    targets: tuple[Target, ...] = ()
    asks: tuple[Ask, ...] = ()
    total: int | None = None
    wording: str | None = None


def read_page(source: Source, profile: SiteProfile, since: datetime.date | None) -> PageRead:
    """Read one answer from the site of ``profile``."""
    assert source.url is not None
    page = complete(parse_parts([source], site=profile), profile)
    targets = Bounds(profile, since).targets(page, source.url)
    asks = tuple(announced(source.body, source.url))
    is_list = page.kind == "listing" or any(ask.is_entry for ask in asks)
    total = total_entries(source.body) if is_list else None
    is_in_parts = Joining.begin(source, page, profile) is not None
    return _told(page, is_in_parts, tuple(targets), asks, total)


def read_wording(source: Source, profile: SiteProfile) -> str:
    """Read what a site says of an address that cannot exist."""
    return wording(parse_parts([source], site=profile))


def read_joined(joining: Joining, profile: SiteProfile) -> PageRead:
    """Read an issue whose parts are all there; they have been followed already."""
    page = complete(joining.page(), profile)
    return _told(page)


def _told(
    page: Page,
    is_in_parts: bool = False,
    targets: tuple[Target, ...] = (),
    asks: tuple[Ask, ...] = (),
    total: int | None = None,
) -> PageRead:
    return PageRead(
        prepared=prepare(page),
        says=count_page(page),
        kind=page.kind,
        title=page.title,
        stand_in=stand_in(page),
        is_in_parts=is_in_parts,
        targets=targets,
        asks=asks,
        total=total,
        wording=wording(page) if is_doubtful(page) else None,
    )


class Readers:
    """The processes that read. All crawls of this process share them."""

    def __init__(self, count: int | None = None) -> None:
        """Up to ``count`` processes, begun as they are needed; by default as many as cores.

        One has to wait for its next page while the crawl is busy: measured, half of its time.
        """
        self._together = _Pool(count or os.cpu_count() or 1)
        self._alone = _Pool(1)
        self._one_by_one = asyncio.Lock()

    def start(self) -> None:
        """Begin to start the first process, so that it is there when the first page is."""
        self._together.submit(os.getpid)

    async def run(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """``work(…)`` in another process; its exceptions are raised here, CannotBeRead among them.

        When a process dies, all that was under way is done again, one at a time in a process of
        its own: so the page to blame is found, and no other suffers.
        """
        limited = functools.partial(_within_limit, work, *args, **kwargs)
        try:
            return await asyncio.wrap_future(self._together.submit(limited))
        except BrokenProcessPool:
            logger.warning("the process that read a page died; the page is read again, alone")
        async with self._one_by_one:
            try:
                return await asyncio.wrap_future(self._alone.submit(limited))
            except BrokenProcessPool as error:
                raise CannotBeRead("the process that read this page died, twice") from error

    def close(self) -> None:
        """End the processes."""
        self._together.close()
        self._alone.close()


class _Pool:
    """A pool that is made when it is first needed, and anew when it broke."""

    def __init__(self, count: int) -> None:
        self._count = count
        self._pool: ProcessPoolExecutor | None = None

    def submit(self, work: Callable[[], T]) -> Future[T]:
        try:
            return self._opened().submit(work)
        except BrokenProcessPool:
            self._pool = None
            return self._opened().submit(work)

    def close(self) -> None:
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)
            self._pool = None

    def _opened(self) -> ProcessPoolExecutor:
        if self._pool is None:
            self._pool = workers.processes(self._count)
        return self._pool


@functools.cache
def shared_readers() -> Readers:
    """The readers of this process."""
    return Readers()


def _within_limit(work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    signal.signal(signal.SIGALRM, _too_long)
    signal.alarm(LONGEST_SECONDS)
    try:
        return work(*args, **kwargs)
    finally:
        signal.alarm(0)


def _too_long(_number: int, _frame: FrameType | None) -> None:
    raise CannotBeRead(f"reading this page took longer than {LONGEST_SECONDS} seconds")

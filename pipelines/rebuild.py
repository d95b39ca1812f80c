"""All records again from the archive: the same reading and the same steps, without network.

Captures are read in parallel and stored in the order in which they were made, each in its own
transaction: a rebuild may be stopped at any moment and begun again, and changes nothing when
nothing has changed.
"""

import os
from collections import defaultdict, deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass, field
from itertools import islice

from archiver.archive import Index, Reader, is_survey
from archiver.archive.index import CrawlRow
from archiver.archive.read import file_profile
from archiver.errors import ArchiverError
from archiver.home import Home
from archiver.records import Capture, SiteProfile
from archiver.records.crawled import CrawledFile, CrawledPage
from archiver.store import Store
from pipelines import workers
from pipelines.answers import ArchivedPages, Read
from pipelines.deciding import decide
from pipelines.decisions import Decisions, read_decisions
from pipelines.store import store_page

_CHUNK = 50
_AHEAD = 4

Profiles = dict[str, SiteProfile]
"""The profile of every crawl."""


@dataclass(slots=True)
class Rebuilt:
    """What a rebuild did: captures looked at, pages and files stored, and what was unreadable."""

    captures: int = 0
    pages: int = 0
    files: int = 0
    versions: int = 0
    unreadable: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Failed:
    reason: str


def rebuild(
    home: Home,
    store: Store,
    current: Callable[[str], SiteProfile | None],
    *,
    wanted: Callable[[CrawlRow], bool] | None = None,
    processes: int | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Rebuilt:
    """Read every capture (of the ``wanted`` crawls, else of all) and store what it says.

    ``current`` gives a site's profile as it is today; without one the profile of the crawl counts.
    ``progress`` is told how many captures of how many are done. Raises ArchiverError when a site
    has no profile at all.
    """
    index = Index(home.index, read_only=True)
    try:
        crawls = [
            crawl
            for crawl in index.crawls()
            if not is_survey(crawl.id) and (wanted is None or wanted(crawl))
        ]
        total = sum(crawl.captures for crawl in crawls)
        profiles = {crawl.id: _profile(home, crawl, current) for crawl in crawls}
        for crawl in crawls:  # known before their pages, as when they were made
            store.put_site(profiles[crawl.id])
            if crawl.report is not None:
                store.finish_crawl(crawl.report)
            else:
                store.start_crawl(crawl.id, crawl.site, crawl.started)
        captures = (capture for capture in index.captures() if capture.crawl in profiles)
        reads = _read_all(home, captures, profiles, processes or os.cpu_count() or 1)
        keeping = _Keeping(store, read_decisions(home.unit_decisions))
        for capture, read in reads:
            keeping.take(capture, read)
            if progress is not None:
                progress(keeping.done.captures, total)
        store.keep_coverage()
    finally:
        index.close()
    return keeping.done


class _Keeping:
    """Stores what captures were read as, and counts."""

    def __init__(self, store: Store, decisions: Decisions) -> None:
        self.done = Rebuilt()
        self._store, self._decisions = store, decisions
        self._parts: defaultdict[str, set[str]] = defaultdict(set)

    def take(self, capture: Capture, read: "Read | _Failed | None") -> None:
        """Store what a capture was read as, unless it is only a part of an earlier page."""
        self.done.captures += 1
        if isinstance(read, _Failed):
            self.done.unreadable.append(f"{capture.url}: {read.reason}")
        elif read is not None and capture.url not in self._parts[capture.crawl]:
            self._parts[capture.crawl].update(read.parts)
            if isinstance(read.crawled, CrawledFile):
                self._store.save_file(read.crawled.file, read.crawled.capture, read.crawled.via)
                self.done.files += not read.crawled.via
            else:
                self._store_page(read.crawled)

    def _store_page(self, crawled: CrawledPage) -> None:
        decide(crawled, self._decisions)
        saved = store_page(self._store, crawled)
        self.done.pages += 1
        self.done.versions += saved.counts().get("versions", {}).get("inserted", 0)


def _profile(
    home: Home, crawl: CrawlRow, current: Callable[[str], SiteProfile | None]
) -> SiteProfile:
    profile = current(crawl.site) or file_profile(home, crawl.file)
    if profile is None:
        raise ArchiverError(
            f"the crawl {crawl.id} was archived without a profile of {crawl.site}: "
            "write one (see 'archiver sites') and rebuild again"
        )
    return profile


def _read_all(
    home: Home, captures: Iterator[Capture], profiles: Profiles, processes: int
) -> Iterator[tuple[Capture, Read | _Failed | None]]:
    """Every capture with what it was read as, in their order."""
    if processes == 1:
        reading = _Reading(home, profiles)
        for capture in captures:
            yield capture, reading.read(capture)
        return
    pool = workers.processes(processes, _begin, home, profiles)
    try:
        yield from _in_order(pool, captures, processes * _AHEAD)
    finally:
        pool.shutdown(cancel_futures=True)


def _in_order(
    pool: ProcessPoolExecutor, captures: Iterator[Capture], ahead: int
) -> Iterator[tuple[Capture, Read | _Failed | None]]:
    """Results in the order of chunks, with no more of them under way than the store can follow."""
    under_way: deque[tuple[list[Capture], Future[list[Read | _Failed | None]]]] = deque()
    while chunk := list(islice(captures, _CHUNK)):
        under_way.append((chunk, pool.submit(_read_chunk, chunk)))
        if len(under_way) >= ahead:
            done, future = under_way.popleft()
            yield from zip(done, future.result(), strict=True)
    for done, future in under_way:
        yield from zip(done, future.result(), strict=True)


class _Reading:
    """One process's way into the archive."""

    def __init__(self, home: Home, profiles: Profiles) -> None:
        index = Index(home.index, read_only=True)
        self._pages = ArchivedPages(Reader(home, index), index)
        self._profiles = profiles

    def read(self, capture: Capture) -> Read | _Failed | None:
        """What a capture says; a page that breaks the parser must not stop all others."""
        try:
            return self._pages.read(capture, self._profiles[capture.crawl])
        except Exception as error:
            return _Failed(f"{type(error).__name__}: {error}")


_reading: _Reading


def _begin(home: Home, profiles: Profiles) -> None:
    global _reading  # noqa: PLW0603 - what a pool's initializer gives to its calls
    _reading = _Reading(home, profiles)


def _read_chunk(captures: list[Capture]) -> list[Read | _Failed | None]:
    return [_reading.read(capture) for capture in captures]

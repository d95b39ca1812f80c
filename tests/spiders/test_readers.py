"""Pages are read in other processes; what happens to these must not happen to the crawl."""

import asyncio
import os
import signal
import sys
import time
from collections.abc import Awaitable, Callable
from typing import TypeVar

import pytest

from archiver.parsers.page import Source
from archiver.records import SiteProfile
from spiders import readers
from spiders.readers import CannotBeRead, Readers
from spiders.reading import read_page

PROFILE = SiteProfile.model_validate(
    {"key": "here", "name": "某县总工会", "start": ["http://gh.example/"], "hosts": ["gh.example"]}
)


T = TypeVar("T")


def with_reader(use: Callable[[Readers], Awaitable[T]]) -> T:
    """What ``use`` gives of readers that are one process."""

    async def used() -> T:
        readers = Readers(1)
        try:
            return await use(readers)
        finally:
            readers.close()

    return asyncio.run(used())


def loaded() -> set[str]:
    return set(sys.modules)


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def fail() -> None:
    raise ValueError("第三行")


def process_id() -> int:
    return os.getpid()


def niceness() -> int:
    return os.getpriority(os.PRIO_PROCESS, 0)


def hang() -> None:
    signal.alarm(1)  # as if most of its time were over
    while True:
        time.sleep(0.01)


def blank(size: int) -> bytes:
    return b" " * size


def test_a_page_is_read_in_another_process() -> None:
    body = (
        "<h1>县总工会召开会议</h1><p>　　5月6日，县总工会召开会议，研究工作，提出要求。</p>"
        '<a href="2.html">下一篇会议报道的标题</a><a href="http://elsewhere.example/">外站</a>'
    ).encode()
    source = Source(body, "http://gh.example/1.html", "text/html; charset=utf-8")
    read = with_reader(lambda readers: readers.run(read_page, source, PROFILE, None))
    assert read == read_page(source, PROFILE, None)
    assert read.prepared.page.articles[0].dates[0].text == "5月6日"
    assert [target.url for target in read.targets] == ["http://gh.example/2.html"]
    assert with_reader(lambda readers: readers.run(process_id)) != os.getpid()


def test_an_exception_is_raised_where_the_page_was_wanted() -> None:
    with pytest.raises(ValueError, match="第三行") as raised:
        with_reader(lambda readers: readers.run(fail))
    assert "in fail" in raised.value.__notes__[0]


def test_a_page_that_kills_its_reader_is_found_out_and_no_other_is_lost() -> None:
    async def all_at_once(readers: Readers) -> list[int | BaseException | None]:
        works = [process_id, die, process_id, process_id, die, process_id]
        return await asyncio.gather(*map(readers.run, works), return_exceptions=True)

    results = with_reader(all_at_once)
    assert [isinstance(result, CannotBeRead) for result in results] == [0, 1, 0, 0, 1, 0]
    assert all(isinstance(result, int | CannotBeRead) for result in results)


def test_a_reader_that_died_without_work_is_replaced() -> None:
    async def again(readers: Readers) -> tuple[int, int]:
        first = await readers.run(process_id)
        os.kill(first, signal.SIGKILL)
        return first, await readers.run(process_id)

    first, second = with_reader(again)
    assert first != second


def test_large_pages_come_and_go_whatever_else_is_under_way() -> None:
    sizes = [70_000, 10, 20_000_000, 3, 60_000, 64_000, 5_000_000]

    async def there_and_back(readers: Readers) -> list[bytes]:
        return await asyncio.gather(*(readers.run(bytes.swapcase, blank(n)) for n in sizes))

    assert list(map(len, with_reader(there_and_back))) == sizes


def test_who_waits_no_more_disturbs_nobody() -> None:
    async def stopped(readers: Readers) -> int:
        waiting = asyncio.ensure_future(readers.run(process_id))
        await asyncio.sleep(0)
        waiting.cancel()
        return await readers.run(process_id)

    assert with_reader(stopped) != os.getpid()


def test_a_page_without_end_is_given_up() -> None:
    with pytest.raises(CannotBeRead, match=str(readers.LONGEST_SECONDS)):
        with_reader(lambda readers: readers.run(hang))


def test_a_reader_starts_without_crawler_and_database() -> None:
    modules = with_reader(lambda readers: readers.run(loaded))
    assert "lxml" in modules
    assert {"scrapy", "sqlalchemy"}.isdisjoint(modules)


def test_readers_give_way_to_the_crawl_that_feeds_them() -> None:
    async def use(pool: Readers) -> int:
        return await pool.run(niceness)

    assert with_reader(use) > niceness()

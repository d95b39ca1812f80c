"""Pages are read in other processes; what happens to these must not happen to the crawl."""

import asyncio
import os
import signal
import sys
import time
from collections.abc import Iterator

import pytest

from archiver.parsers.page import Source
from archiver.records import SiteProfile
from spiders import reading
from spiders.reading import CannotBeRead, Readers, read_page

PROFILE = SiteProfile.model_validate(
    {"key": "here", "name": "某县总工会", "start": ["http://gh.example/"], "hosts": ["gh.example"]}
)


@pytest.fixture
def readers() -> Iterator[Readers]:
    readers = Readers(1)
    yield readers
    readers.close()


def loaded() -> set[str]:
    return set(sys.modules)


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def fail() -> None:
    raise ValueError("第三行")


def process_id() -> int:
    return os.getpid()


def hang() -> None:
    signal.alarm(1)  # as if most of its time were over
    while True:
        time.sleep(0.01)


def test_a_page_is_read_in_another_process(readers: Readers) -> None:
    body = (
        "<h1>县总工会召开会议</h1><p>　　5月6日，县总工会召开会议，研究工作，提出要求。</p>"
        '<a href="2.html">下一篇会议报道的标题</a><a href="http://elsewhere.example/">外站</a>'
    ).encode()
    source = Source(body, "http://gh.example/1.html", "text/html; charset=utf-8")
    read = asyncio.run(readers.run(read_page, source, PROFILE, None))
    assert read == read_page(source, PROFILE, None)
    assert read.prepared.page.articles[0].dates[0].text == "5月6日"
    assert [target.url for target in read.targets] == ["http://gh.example/2.html"]
    assert asyncio.run(readers.run(process_id)) != os.getpid()


def test_an_exception_is_raised_where_the_page_was_wanted(readers: Readers) -> None:
    with pytest.raises(ValueError, match="第三行"):
        asyncio.run(readers.run(fail))


def test_a_page_that_kills_its_reader_is_found_out_and_no_other_is_lost(readers: Readers) -> None:
    async def all_at_once() -> list[int | BaseException | None]:
        works = [process_id, die, process_id, process_id]
        return await asyncio.gather(*map(readers.run, works), return_exceptions=True)

    results = asyncio.run(all_at_once())
    assert isinstance(results[1], CannotBeRead)
    assert all(isinstance(result, int) for result in results[:1] + results[2:])
    assert isinstance(asyncio.run(readers.run(process_id)), int)


def test_a_page_without_end_is_given_up(readers: Readers) -> None:
    with pytest.raises(CannotBeRead, match=str(reading.LONGEST_SECONDS)):
        asyncio.run(readers.run(hang))


def test_a_reader_starts_without_crawler_and_database(readers: Readers) -> None:
    modules = asyncio.run(readers.run(loaded))
    assert "lxml" in modules
    assert {"scrapy", "sqlalchemy"}.isdisjoint(modules)

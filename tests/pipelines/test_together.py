import asyncio
import uuid
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest

from archiver.records import Capture, Page, SiteProfile
from archiver.records.crawled import CrawledPage
from archiver.store import Store
from archiver.store.reading import prepare
from pipelines.store import store_page
from pipelines.together import Item, Together

SITE = SiteProfile.model_validate(
    {"key": "here", "name": "某县总工会", "start": ["http://a.example/"], "hosts": ["a.example"]}
)


def crawled(number: int) -> CrawledPage:
    url = f"http://a.example/{number}.html"
    page = Page(url=url, kind="article", encoding="utf-8", title=f"第{number}次会议", parser="t")
    capture = Capture.model_validate(
        {
            "id": str(uuid.UUID(int=number)),
            "url": url,
            "time": "2026-01-01T00:00:00Z",
            "file": "a.warc.gz",
            "offset": number,
            "length": 1,
            "record_digest": "0" * 64,
            "payload_digest": f"{number:064d}",
            "site": "here",
            "crawl": "here-1",
        }
    )
    return CrawledPage(prepare(page), Counter(), capture, SITE)


def test_a_page_that_cannot_be_stored_costs_no_other(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "archive.sqlite")
    calls: list[int] = []

    def keep(items: Sequence[Item]) -> None:
        calls.append(len(items))
        with store.together():
            for item in items:
                assert isinstance(item, CrawledPage)
                if item.capture.offset == 2:
                    raise ValueError("第二页")
                store_page(store, item)

    async def crawl() -> list[BaseException | None]:
        together = Together(keep, lambda: 4)
        waits = (together.keep(crawled(number)) for number in (1, 2, 3, 4))
        return await asyncio.gather(*waits, return_exceptions=True)

    told = asyncio.run(crawl())
    assert [type(error) for error in told] == [type(None), ValueError, type(None), type(None)]
    assert calls == [4, 1, 1, 1, 1]
    assert sorted(capture.offset for capture in store.captures()) == [1, 3, 4]
    store.close()


@pytest.mark.parametrize(("under_way", "calls"), [(1, [1, 1]), (5, [2])])
def test_a_page_waits_only_while_others_may_come(under_way: int, calls: list[int]) -> None:
    found: list[int] = []

    async def crawl() -> None:
        together = Together(lambda items: found.append(len(items)), lambda: under_way)
        await asyncio.gather(together.keep(crawled(1)), together.keep(crawled(2)))

    asyncio.run(asyncio.wait_for(crawl(), 5))
    assert found == calls


def test_a_page_waits_for_no_other_once_those_that_were_stored_are_let_go(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("pipelines.together._SECONDS", 600)
    under_way = [2]

    async def crawl() -> None:
        together = Together(lambda _: None, lambda: under_way[0])
        last = asyncio.create_task(together.keep(crawled(1)))
        await asyncio.sleep(0)
        under_way[0] = 1
        await asyncio.wait_for(last, 60)

    asyncio.run(crawl())

"""The crawls that bench-crawl puts beside our own; ``python -m … NAME URL`` prints what they took.

``bare`` is Scrapy with its default settings and a spider that only follows links and remembers
them itself, so that Scrapy's duplicate filter sees each address once and not fifty times.

``usual`` is the chain found in most projects, each part as its own manual shows it: BeautifulSoup
(on lxml, its fastest parser) takes the page apart into items, a pipeline looks each item up and
commits it with SQLAlchemy's ORM, warcio writes request and response records. Its items are the
least that says as much as our records: the page with its links in one row, the issue, each
article, each unit. It resolves no units, reads no dates in texts, finds no copies.
"""

import io
import json
import re
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

import scrapy
from bs4 import BeautifulSoup, Tag
from scrapy.crawler import AsyncCrawlerProcess, Crawler
from sqlalchemy import ForeignKey, create_engine, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter


class Bare(scrapy.Spider):
    """Follows every link once and keeps nothing."""

    name = "bare"

    def __init__(self, url: str) -> None:
        super().__init__()
        self.start_urls = [url]
        self._seen = {url}

    def parse(self, response: Any) -> Iterator[scrapy.Request]:
        for href in response.css("a::attr(href)").getall():
            url = response.urljoin(href)
            if url not in self._seen:
                self._seen.add(url)
                yield scrapy.Request(url)


@dataclass
class PageItem:
    """A page; ``links`` is JSON."""

    url: str
    title: str
    published: str
    links: str


@dataclass
class IssueItem:
    """What the head of a bulletin says."""

    page: str
    series: str
    number: str
    date: str


@dataclass
class ArticleItem:
    """An article of a page."""

    page: str
    title: str
    text: str
    unit: str | None


class Base(DeclarativeBase):
    """The tables of the usual chain."""


class Page(Base):
    __tablename__ = "pages"
    id: Mapped[int] = mapped_column(primary_key=True)
    url: Mapped[str] = mapped_column(unique=True)
    title: Mapped[str]
    published: Mapped[str]
    links: Mapped[str]


class Issue(Base):
    __tablename__ = "issues"
    id: Mapped[int] = mapped_column(primary_key=True)
    page: Mapped[str] = mapped_column(unique=True)
    series: Mapped[str]
    number: Mapped[str]
    date: Mapped[str]


class Unit(Base):
    __tablename__ = "units"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)


class Article(Base):
    __tablename__ = "articles"
    id: Mapped[int] = mapped_column(primary_key=True)
    page: Mapped[str] = mapped_column(index=True)
    title: Mapped[str]
    text: Mapped[str]
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("units.id"))


class OrmPipeline:
    """A SELECT before each INSERT, and a commit an item."""

    def __init__(self, folder: Path) -> None:
        engine = create_engine(f"sqlite:///{folder / 'usual.sqlite'}")
        Base.metadata.create_all(engine)
        self._session = Session(engine)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler.spider.folder)  # type: ignore[union-attr]

    def process_item(self, item: Any) -> Any:
        session = self._session
        if isinstance(item, PageItem):
            found = session.scalar(select(Page).where(Page.url == item.url))
            session.add(found or Page(**vars(item)))
        elif isinstance(item, IssueItem):
            known = session.scalar(select(Issue).where(Issue.page == item.page))
            session.add(known or Issue(**vars(item)))
        else:
            self._article(item)
        session.commit()
        return item

    def _article(self, item: ArticleItem) -> None:
        held = select(Article).where(Article.page == item.page, Article.title == item.title)
        if self._session.scalar(held) is not None:
            return
        unit = None
        if item.unit:
            unit = self._session.scalar(select(Unit).where(Unit.name == item.unit))
            if unit is None:
                unit = Unit(name=item.unit)
                self._session.add(unit)
                self._session.flush()
        self._session.add(
            Article(
                page=item.page, title=item.title, text=item.text, unit_id=unit.id if unit else None
            )
        )


class Usual(Bare):
    """BeautifulSoup, items for a pipeline, warcio."""

    name = "usual"
    custom_settings = {"ITEM_PIPELINES": {OrmPipeline: 300}}  # noqa: RUF012 - as in its manual

    def __init__(self, url: str, folder: Path) -> None:
        super().__init__(url)
        self.folder = folder
        self._warc = WARCWriter((folder / "usual.warc.gz").open("wb"), gzip=True)

    def parse(self, response: Any) -> Iterator[Any]:
        self._archive(response)
        soup = BeautifulSoup(response.text, "lxml")
        yield from _items(soup, response)
        for link in soup.find_all("a", href=True):
            url = response.urljoin(link["href"])
            if url not in self._seen:
                self._seen.add(url)
                yield scrapy.Request(url)

    def _archive(self, response: Any) -> None:
        fields = [
            (name.decode(), value.decode())
            for name, values in response.headers.items()
            for value in values
        ]
        head = StatusAndHeaders("200 OK", fields, protocol="HTTP/1.1")
        answer = self._warc.create_warc_record(
            response.url, "response", payload=io.BytesIO(response.body), http_headers=head
        )
        asked = StatusAndHeaders("GET / HTTP/1.1", [("Host", "x")], is_http_request=True)
        request = self._warc.create_warc_record(response.url, "request", http_headers=asked)
        self._warc.write_request_response_pair(request, answer)


def _items(soup: BeautifulSoup, response: Any) -> Iterator[Any]:
    """The items of a page; as usual, written for the layout of this one site."""
    title = soup.h1.get_text(strip=True) if soup.h1 else soup.title.get_text(strip=True)  # type: ignore[union-attr]
    info = soup.find(class_="info")
    printed = re.search(r"发布时间：([\d-]+)", info.get_text()) if info else None
    links = [
        (response.urljoin(link["href"]), link.get_text(strip=True))
        for link in soup.find_all("a", href=True)
    ]
    yield PageItem(
        response.url, title, printed[1] if printed else "", json.dumps(links, ensure_ascii=False)
    )
    lines = soup.select("#zoom p")
    number = re.search(r"第(\d+)期", title)
    if number is None:
        if lines:
            yield _article(response.url, title, [line.get_text(strip=True) for line in lines])
        return
    date = re.search(r"\d{4}年\d+月\d+日", lines[2].get_text())
    yield IssueItem(response.url, title[: number.start()], number[1], date[0] if date else "")
    yield from _articles(response.url, lines[3:])


def _articles(url: str, lines: list[Tag]) -> Iterator[ArticleItem]:
    """A bold line is a title; what stands between two of them is an article."""
    title, texts = "", list[str]()
    for line in lines:
        text = line.get_text(strip=True)
        if line.b:
            if title:
                yield _article(url, title, texts)
            title, texts = text, []
        else:
            texts.append(text)
    yield _article(url, title, texts)


def _article(url: str, title: str, texts: list[str]) -> ArticleItem:
    named = (re.fullmatch(r"（(.+?)(?: 供稿)?）", text) for text in reversed(texts))
    unit = next(filter(None, named), None)
    return ArticleItem(url, title, "\n".join(texts), unit[1] if unit else None)


def main(name: str, url: str) -> None:
    """Crawl and print pages, seconds of wall clock and of CPU, and the number of processes."""
    with tempfile.TemporaryDirectory() as folder:
        process = AsyncCrawlerProcess()
        arguments = {"folder": Path(folder)} if name == "usual" else {}
        crawler = process.create_crawler({"bare": Bare, "usual": Usual}[name])
        process.crawl(crawler, url=url, **arguments)
        begin = time.process_time()
        process.start()
        stats = crawler.stats.get_stats()
    told = {
        "pages": stats["response_received_count"],
        "seconds": stats["elapsed_time_seconds"],
        "cpu": [time.process_time() - begin],
    }
    print(json.dumps(told))


if __name__ == "__main__":
    main(*sys.argv[1:])

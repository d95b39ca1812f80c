"""The crawls that bench-crawl puts beside our own; ``python -m … NAME URL`` prints seconds.

``bare`` is Scrapy with its default settings and a spider that only follows links and remembers
them. ``usual`` is the chain found in most projects: BeautifulSoup, an SQLAlchemy commit an item,
warcio.
"""

import io
import json
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import scrapy
from bs4 import BeautifulSoup
from scrapy.crawler import AsyncCrawlerProcess
from sqlalchemy import String, Text, create_engine
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


class Base(DeclarativeBase):
    """The tables of the usual chain."""


class Article(Base):
    """What the usual chain stores of a page."""

    __tablename__ = "articles"
    id: Mapped[int] = mapped_column(primary_key=True)
    url: Mapped[str] = mapped_column(String, unique=True)
    title: Mapped[str] = mapped_column(String)
    published: Mapped[str] = mapped_column(String)
    text: Mapped[str] = mapped_column(Text)


class Usual(Bare):
    """BeautifulSoup, one commit an item, warcio."""

    name = "usual"

    def __init__(self, url: str, folder: Path) -> None:
        super().__init__(url)
        self._file = (folder / "usual.warc.gz").open("wb")
        self._warc = WARCWriter(self._file, gzip=True)
        engine = create_engine(f"sqlite:///{folder / 'usual.sqlite'}")
        Base.metadata.create_all(engine)
        self._session = Session(engine)

    def parse(self, response: Any) -> Iterator[scrapy.Request]:
        self._archive(response)
        soup = BeautifulSoup(response.body, "lxml", from_encoding="gb18030")
        self._session.add(
            Article(
                url=response.url,
                title=soup.h1.get_text() if soup.h1 else "",
                published=info.get_text() if (info := soup.find(class_="info")) else "",
                text="\n".join(p.get_text(strip=True) for p in soup.select("#zoom p")),
            )
        )
        self._session.commit()
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


def main(name: str, url: str) -> None:
    """Crawl and print pages, seconds of wall clock and of CPU."""
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
        "cpu": time.process_time() - begin,
    }
    print(json.dumps(told))


if __name__ == "__main__":
    main(*sys.argv[1:])

"""What keeping, proving and reading an archive costs, beside warcio and FastWARC.

Run with ``make bench-archive``. CPU time of one process; pages of 30 KB with a fixed seed. The
last lines crawl the same pages from a loopback server with and without the archive. Exits with 1
when capturing costs more, or verifying or rebuilding is slower, than promised.
"""

import argparse
import asyncio
import contextlib
import datetime
import io
import random
import resource
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path
from typing import Any

from fastwarc.warc import ArchiveIterator as FastIterator
from warcio.archiveiterator import ArchiveIterator
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from archiver.archive import Index, Reader
from archiver.archive.crawl import CrawlArchive
from archiver.archive.exchange import Exchange
from archiver.archive.files import present
from archiver.archive.scan import scan
from archiver.archive.verify import verify
from archiver.home import Home
from archiver.store import Store
from pipelines.rebuild import rebuild

MOST_MS_A_PAGE = 2.0
LEAST_RECORDS_A_SECOND = 3_000
LEAST_PAGES_REBUILT = 150
_CHARACTERS = (
    "县总工会简报职工代表大会劳动竞赛困难帮扶中心企业经济建设服务工作活动开展组织领导小组办公室年月日"
    * 20
)


def body(seed: int) -> bytes:
    """A page of about 30 KB in GBK; no two alike."""
    chance = random.Random(seed)
    paragraphs = ("".join(chance.sample(_CHARACTERS, 200)) for _ in range(72))
    text = "".join(f"<p>　　{paragraph}。</p>\r\n" for paragraph in paragraphs)
    return f"<html><title>第{seed}期</title><body>{text}</body></html>".encode("gbk")


def exchange(number: int, page: bytes) -> Exchange:
    url = f"http://gh.example/jianbao/{number}.html"
    made = Exchange(url)
    made.sent += f"GET /jianbao/{number}.html HTTP/1.1\r\nHost: gh.example\r\n\r\n".encode()
    made.received.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=gb2312\r\n")
    made.received.write(b"Content-Length: %d\r\n\r\n" % len(page) + page)
    return made


def cpu(work: Callable[[], Any]) -> float:
    begin = time.process_time()
    work()
    return time.process_time() - begin


def keep(home: Home, pages: list[bytes]) -> None:
    archive = CrawlArchive(home, "gh", "gh-bench")
    for number, page in enumerate(pages):
        archive.keep(exchange(number, page))
        if number % 50 == 49:
            archive.sync()
    archive.close()


def keep_with_warcio(file: io.BufferedIOBase, pages: list[bytes]) -> None:
    writer = WARCWriter(file, gzip=True)
    for number, page in enumerate(pages):
        made = exchange(number, page)
        fields = [("Content-Type", "text/html; charset=gb2312"), ("Content-Length", str(len(page)))]
        head = StatusAndHeaders("200 OK", fields, protocol="HTTP/1.1")
        answer = writer.create_warc_record(
            made.url, "response", payload=io.BytesIO(page), http_headers=head
        )
        asked = StatusAndHeaders(
            f"GET /jianbao/{number}.html HTTP/1.1", [("Host", "gh.example")], is_http_request=True
        )
        request = writer.create_warc_record(made.url, "request", http_headers=asked)
        writer.write_request_response_pair(request, answer)


def read_with_warcio(path: Path) -> None:
    with path.open("rb") as file:
        for record in ArchiveIterator(file):
            record.content_stream().read()


def read_with_fastwarc(path: Path) -> None:
    for record in FastIterator(str(path)):
        record.reader.read()


def read_at_random(home: Home) -> None:
    with contextlib.closing(Index(home.index, read_only=True)) as index:
        reader = Reader(home, index)
        captures = list(index.captures())
        random.Random(1).shuffle(captures)
        for capture in captures:
            reader.answer(capture).content()


def prove(home: Home) -> int:
    with contextlib.closing(Index(home.index, read_only=True)) as index:
        reports = list(verify(home, index))
    assert not any(report.problems for report in reports)
    return sum(report.records for report in reports)


@contextlib.contextmanager
def serving(pages: list[bytes]) -> Iterator[str]:
    """The pages on loopback, from a thread of its own."""
    loop = asyncio.new_event_loop()

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(asyncio.IncompleteReadError, ConnectionError):
            while True:
                request = await reader.readuntil(b"\r\n\r\n")
                page = pages[int(request.split(b" ", 2)[1][1:])]
                writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=gb2312\r\n")
                writer.write(b"Content-Length: %d\r\n\r\n" % len(page) + page)
        writer.close()

    server = loop.run_until_complete(asyncio.start_server(answer, "127.0.0.1", 0))
    threading.Thread(target=loop.run_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    loop.call_soon_threadsafe(loop.stop)


def crawl(base: str, count: int, home: Path | None) -> None:
    """Ask for all pages with Scrapy in this process and print the CPU seconds it took."""
    import scrapy
    from scrapy.crawler import CrawlerProcess

    from archiver.archive import crawl_id, settings

    class Asker(scrapy.Spider):
        name = "asker"

        async def start(self) -> AsyncIterator[Any]:
            for number in range(count):
                yield scrapy.Request(f"{base}/{number}", dont_filter=True)

        def parse(self, response: Any) -> None:
            assert response.status == 200

    now = datetime.datetime.now(datetime.UTC)
    archived = settings(home, "gh", crawl_id("gh", now)) if home else {}
    process = CrawlerProcess({"LOG_LEVEL": "ERROR", "TELNETCONSOLE_ENABLED": False, **archived})
    process.crawl(Asker)
    begin = time.process_time()
    process.start()
    print(time.process_time() - begin)


def crawled(base: str, count: int, home: Path | None) -> float:
    """CPU seconds of a crawl in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.bench_archive", "--crawl", base]
    command += ["--pages", str(count), *(["--home", str(home)] if home else [])]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def rebuilt(folder: Path) -> float:
    """Pages a second of CPU, from the archive of the demo site to a new database, five times."""
    command = [sys.executable, "-m", "archiver", "demo", "--home", str(folder / "demo")]
    subprocess.run(command, capture_output=True, check=True)
    home, pages, seconds = Home(folder / "demo"), 0, 0.0
    for number in range(6):
        with Store.open(folder / f"{number}.sqlite") as store:
            begin = time.process_time()
            done = rebuild(home, store, lambda _: None, processes=1).pages
            if number:  # the first run fills tables of places and units
                pages, seconds = pages + done, seconds + time.process_time() - begin
    return pages / seconds


def compare(count: int, folder: Path) -> bool:
    """Print the table; whether the promises are kept."""
    pages = [body(number) for number in range(count)]
    home = Home(folder / "home")
    peer = folder / "warcio.warc.gz"
    ours_ms = cpu(lambda: keep(home, pages)) / count * 1000
    with peer.open("wb") as file:
        warcio_ms = cpu(lambda: keep_with_warcio(file, pages)) / count * 1000
    (path,) = present(home)
    print(f"{count} pages of {sum(map(len, pages)) / count / 1024:.0f} KB, CPU time\n")
    print("capture, one page                ms   file")
    print(f"  this archive, synced, indexed {ours_ms:5.2f} {path.stat().st_size >> 20:4d} MiB")
    print(f"  warcio, no sync, no index     {warcio_ms:5.2f} {peer.stat().st_size >> 20:4d} MiB")
    print("\nread                       pages a second")
    for name, work in (
        ("scan: index entries, sha256", lambda: list(scan(path))),
        ("at random, checked, decoded", lambda: read_at_random(home)),
        ("FastWARC, same file", lambda: read_with_fastwarc(path)),
        ("warcio, same file", lambda: read_with_warcio(path)),
    ):
        print(f"  {name:29} {count / cpu(work):8.0f}")
    records = prove(home)
    rate = records / cpu(lambda: prove(home))
    print(f"\nverify                      {rate:8.0f} records a second")
    again = rebuilt(folder)
    print(f"rebuild, bytes to database  {again:8.0f} pages a second (the demo site's)")
    with serving(pages) as base:
        bare, archived = (crawled(base, count, to) for to in (None, folder / "crawled"))
    print("\na whole crawl, one page          ms")
    print(f"  Scrapy alone               {bare / count * 1e3:8.2f}")
    print(f"  Scrapy with the archive    {archived / count * 1e3:8.2f}")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10
    print(f"\npeak memory of this process {peak} MiB")
    return (
        archived - bare <= MOST_MS_A_PAGE * count / 1000
        and ours_ms <= MOST_MS_A_PAGE
        and rate >= LEAST_RECORDS_A_SECOND
        and again >= LEAST_PAGES_REBUILT
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=500)
    parser.add_argument("--crawl", metavar="URL", help=argparse.SUPPRESS)
    parser.add_argument("--home", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.crawl:
        crawl(options.crawl, options.pages, options.home)
        return 0
    with tempfile.TemporaryDirectory() as folder:
        return 0 if compare(options.pages, Path(folder)) else 1


if __name__ == "__main__":
    sys.exit(main())

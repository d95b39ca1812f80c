"""Scrapy crawls in a process of their own, because a reactor can only be started once.

A job is a dictionary: home, site, crawl, urls, ``follow`` (follow links on pages), ``settings``
(more Scrapy settings), ``archive`` (arguments for ``archiver.archive.settings``), ``prelude``
(code run first, in a new process). The process reads a job a line and answers with a line each.
The last result of a job tells ``stats``, ``errors``, ``log`` and ``peak`` (memory, in bytes).
"""

import asyncio
import atexit
import functools
import io
import json
import logging
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

from tests.memory import peak

ROOT = Path(__file__).parents[2]
_COMMAND = (sys.executable, "-m", "tests.archive.crawler")

Job = dict[str, Any]
Results = list[dict[str, Any]]


def crawl(job: Job) -> Results:
    """Run a crawl to its end; its results, the last with ``stats``, ``errors`` and ``log``."""
    if "prelude" in job:
        done = subprocess.run(
            _COMMAND,
            cwd=ROOT,
            input=_line(job),
            stdout=subprocess.PIPE,
            text=True,
            timeout=60,
            check=True,
        )
        return _results(done.stdout)
    process = _worker()
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(_line(job))
    process.stdin.flush()
    return _results(process.stdout.readline())


@functools.cache
def _worker() -> "subprocess.Popen[str]":
    process = subprocess.Popen(
        _COMMAND, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    atexit.register(process.kill)
    return process


def start(job: Job) -> "subprocess.Popen[str]":
    """Start a crawl and leave it running; what it says is lost."""
    process = subprocess.Popen(
        _COMMAND,
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert process.stdin is not None
    process.stdin.write(_line(job))
    process.stdin.close()
    return process


def _line(job: Job) -> str:
    return json.dumps(job, default=str) + "\n"


def _results(line: str) -> Results:
    results: Results = json.loads(line)
    return results


async def run(job: Job) -> Results:
    from scrapy.crawler import AsyncCrawlerRunner

    from archiver.archive import settings

    exec(job.get("prelude", ""))
    results: Results = []
    runner = AsyncCrawlerRunner(
        {
            "ROBOTSTXT_OBEY": False,
            "RETRY_ENABLED": False,
            "TELNETCONSOLE_ENABLED": False,
            "USER_AGENT": "bulletin-archiver-test",
            **settings(Path(job["home"]), job["site"], job["crawl"], **job.get("archive", {})),
            **job.get("settings", {}),
        }
    )
    crawler = runner.create_crawler(asker(job, results))
    log = io.StringIO()
    handler = logging.StreamHandler(log)
    handler.setLevel(logging.WARNING)
    logging.getLogger().addHandler(handler)
    errors = []
    loop = asyncio.get_running_loop()
    loop.add_signal_handler(signal.SIGINT, lambda: asyncio.ensure_future(runner.stop()))
    try:
        await runner.crawl(crawler)
    except Exception as error:
        errors.append(str(error))
    logging.getLogger().removeHandler(handler)
    stats = crawler.stats.get_stats() if crawler.stats else {}
    told = {key: str(value) for key, value in stats.items()}
    return [*results, {"stats": told, "errors": errors, "log": log.getvalue(), "peak": peak()}]


def asker(job: Job, results: Results) -> Any:
    """A spider class that asks for the job's addresses and notes what it gets."""
    import scrapy

    class Asker(scrapy.Spider):
        name = "asker"

        async def start(self) -> AsyncIterator[Any]:
            for url in job["urls"]:
                yield scrapy.Request(
                    url,
                    self.parse,
                    errback=self.failed,
                    dont_filter=True,
                    meta={"handle_httpstatus_all": not job.get("redirect", False)},
                    method=job.get("method", "GET"),
                    body=job.get("body", "").encode(),
                )

        def parse(self, response: Any) -> Iterator[Any]:
            results.append(
                {
                    "url": response.url,
                    "status": response.status,
                    "body": response.body.decode("latin-1"),
                    "flags": response.flags,
                    "capture": told(response.meta["capture"]),
                    "headers": {
                        name.decode("latin-1"): b",".join(values).decode("latin-1")
                        for name, values in response.headers.items()
                    },
                }
            )
            if job.get("follow"):
                for href in response.css("a::attr(href)").getall():
                    yield response.follow(href, self.parse, errback=self.failed)

        def failed(self, failure: Any) -> None:
            request = failure.request
            capture = told(request.meta.get("capture"))
            error = failure.type.__name__
            results.append({"url": request.url, "error": error, "capture": capture})

    def told(capture: Any) -> Any:
        return json.loads(capture.model_dump_json()) if capture else None

    return Asker


async def serve() -> None:
    while line := await asyncio.to_thread(sys.stdin.readline):
        job = json.loads(line)
        print(json.dumps(await run(job)), flush=True)


def main() -> None:
    from scrapy.utils.reactor import install_reactor

    install_reactor("twisted.internet.asyncioreactor.AsyncioSelectorReactor")
    from scrapy.utils.defer import deferred_from_coro
    from twisted.internet import task

    task.react(lambda reactor: deferred_from_coro(serve()))


if __name__ == "__main__":
    main()

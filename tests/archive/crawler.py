"""One Scrapy crawl in a process of its own: ``python -m tests.archive.crawler JOB``.

``JOB`` is JSON: home, site, crawl, urls, ``follow`` (follow links on pages), ``settings`` (more
Scrapy settings), ``archive`` (arguments for ``archiver.archive.settings``), ``prelude`` (code run
first). Every result is a line of JSON on standard output.
"""

import json
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]


def crawl(job: dict[str, Any], timeout: float = 60) -> list[dict[str, Any]]:
    """Run a crawl to its end; its results, the last being ``{"stats": …}``."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.archive.crawler", json.dumps(job, default=str)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=timeout,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    lines[-1]["log"] = done.stderr
    return lines


def start(job: dict[str, Any]) -> "subprocess.Popen[bytes]":
    """Start a crawl and leave it running; what it says is lost."""
    return subprocess.Popen(
        [sys.executable, "-m", "tests.archive.crawler", json.dumps(job, default=str)],
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def main(job: dict[str, Any]) -> None:
    exec(job.get("prelude", ""))
    import scrapy
    from scrapy.crawler import CrawlerProcess

    from archiver.archive import settings

    def say(**what: Any) -> None:
        print(json.dumps(what), flush=True)

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
            capture = response.meta["capture"]
            say(
                url=response.url,
                status=response.status,
                body=response.body.decode("latin-1"),
                flags=response.flags,
                capture=json.loads(capture.model_dump_json()) if capture else None,
                headers=dict(response.headers.to_unicode_dict()),
            )
            if job.get("follow"):
                for href in response.css("a::attr(href)").getall():
                    yield response.follow(href, self.parse, errback=self.failed)

        def failed(self, failure: Any) -> None:
            capture = failure.request.meta.get("capture")
            say(
                url=failure.request.url,
                error=failure.type.__name__,
                capture=json.loads(capture.model_dump_json()) if capture else None,
            )

    process = CrawlerProcess(
        {
            "ROBOTSTXT_OBEY": False,
            "RETRY_ENABLED": False,
            "TELNETCONSOLE_ENABLED": False,
            "LOG_LEVEL": "WARNING",
            "USER_AGENT": "bulletin-archiver-test",
            **settings(Path(job["home"]), job["site"], job["crawl"], **job.get("archive", {})),
            **job.get("settings", {}),
        }
    )
    crawler = process.create_crawler(Asker)
    errors: list[str] = []
    process.crawl(crawler).addErrback(lambda failure: errors.append(str(failure.value)))
    process.start()
    stats = crawler.stats.get_stats() if crawler.stats else {}
    say(stats={key: str(value) for key, value in stats.items()}, errors=errors)


if __name__ == "__main__":
    main(json.loads(sys.argv[1]))

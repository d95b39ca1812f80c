"""Pages a second of a whole crawl, beside Scrapy alone and beside the usual chain.

Run with ``make bench-crawl``. A loopback site of pages of 30 KB with 50 links each (measures:
``benchmarks.pages``), politeness off. Ours fetches, archives, parses, resolves and stores, as it
stands and compiled (``make compiled``), which is what the promises are of;
``bare`` is Scrapy with default settings and a spider that only follows and remembers links;
``usual`` is BeautifulSoup, one ORM commit an item and warcio (``benchmarks.bench_crawl_peers``).
They take turns, the best of the rounds counts. The site's server is a process of its own that
shares the cores; the peers are one process each, ours is one that crawls and as many that read as
there are cores. The last line is what a million known addresses cost.
"""

import argparse
import contextlib
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from multiprocessing import forkserver
from pathlib import Path
from typing import Any

from archiver.home import Home
from archiver.records import SiteProfile
from archiver.store import Store
from benchmarks.compiled import importing
from spiders.job import Job
from spiders.profiles import write_profile
from spiders.scope import Bounds, Scope

LEAST_OF_BARE = 0.6
LEAST_OF_USUAL = 4.0
MOST_MIB = 100
KNOWN = 1_000_000
COMPILED = "archiver compiled"


@contextlib.contextmanager
def serving(pages: int) -> Iterator[str]:
    """The site, from a process of its own; in the end what its answers cost."""
    command = [sys.executable, "-m", "benchmarks.bulletin_site", str(pages)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as server:
        assert server.stdin is not None
        assert server.stdout is not None
        yield server.stdout.readline().strip()
        server.stdin.close()
        print(f"its server took {float(server.stdout.read()):.2f} ms CPU/page")


def crawl(url: str) -> None:
    """Crawl into a new home and print pages, seconds of wall clock and of CPU."""
    from spiders.readers import shared_readers

    shared_readers().start()  # as the command does
    from spiders.run import crawl as run

    profile = {
        "key": "bench",
        "name": "某县总工会",
        "start": [url],
        "private_network": True,
        "politeness": {"delay_seconds": 0, "connections": 8, "reason": "our own server"},
    }
    with tempfile.TemporaryDirectory() as folder:
        home = Home(Path(folder)).create()
        Store.open(home.database).close()  # the usual chain makes its tables before its clock, too
        write_profile(SiteProfile.model_validate(profile), home.sites)
        begin = time.process_time()
        (report,) = run(home, [Job(site="bench")])
        cpu = time.process_time() - begin
    forkserver._forkserver._stop()  # type: ignore[attr-defined]  # what readers took counts then
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    told = {
        "pages": report.counts["pages"],
        "seconds": (report.finished - report.started).total_seconds(),
        "cpu": [cpu, children.ru_utime + children.ru_stime],
    }
    print(json.dumps(told))


def timed(name: str, url: str, compiled: str | None) -> dict[str, Any]:
    """One crawl in a process of its own."""
    ours = ["benchmarks.bench_crawl", "--crawl", url]
    peer = ["benchmarks.bench_crawl_peers", name, url]
    command = [sys.executable, "-m", *(ours if name.startswith("archiver") else peer)]
    # By default Scrapy tells every request; the log goes nowhere, as in a timer's job.
    done = subprocess.run(
        command,
        check=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env=importing(compiled if name == COMPILED else None),
    )
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def known() -> None:
    """Print how many MiB this process has grown by a million known addresses."""
    profile = {"key": "x", "name": "x", "start": ["http://x.example/"], "hosts": ["x.example"]}
    scope = Scope(Bounds(SiteProfile.model_validate(profile)))
    before = _resident()
    for number in range(KNOWN):
        scope.new(f"http://x.example/jianbao/2008/06/t2008_{number}.html")
    print(json.dumps({"mib": (_resident() - before) / 2**20}))


def _resident() -> int:
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * resource.getpagesize()


def compare(pages: int, rounds: int, compiled: str | None) -> bool:
    """Print the table; whether the promises are kept."""
    ours = COMPILED if compiled else "archiver"
    best: dict[str, dict[str, Any]] = {}
    with serving(pages) as url:
        for _ in range(rounds):
            for name in ("bare", *dict.fromkeys(("archiver", ours)), "usual"):
                told = timed(name, url, compiled)
                if told["pages"] != pages:
                    sys.exit(f"{name} crawled {told['pages']} pages of {pages}")
                if name not in best or told["seconds"] < best[name]["seconds"]:
                    best[name] = told
    rates = {name: told["pages"] / told["seconds"] for name, told in best.items()}
    print(f"{pages} pages, best of {rounds}")
    for name, told in best.items():
        cpu = " + ".join(f"{seconds / pages * 1000:.2f}" for seconds in told["cpu"])
        rate = f"{rates[name]:6.0f} pages/s {rates[name] / rates['bare']:6.2f} of bare"
        print(f"{name:18} {rate}   {cpu} ms CPU/page")
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.bench_crawl", "--known"],
        check=True,
        stdout=subprocess.PIPE,
    )
    mib = json.loads(done.stdout)["mib"]
    of_usual = rates[ours] / rates["usual"]
    print(f"{of_usual:.1f} × the usual chain (promised {LEAST_OF_USUAL})")
    print(f"{rates[ours] / rates['bare']:.2f} of bare Scrapy (promised {LEAST_OF_BARE})")
    print(f"{mib:.0f} MiB for a million known addresses (promised {MOST_MIB})")
    return (
        rates[ours] >= LEAST_OF_BARE * rates["bare"]
        and of_usual >= LEAST_OF_USUAL
        and mib <= MOST_MIB
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=2000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--compiled", metavar="FOLDER", help="where the compiled package is")
    parser.add_argument("--crawl", metavar="URL", help=argparse.SUPPRESS)
    parser.add_argument("--known", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.crawl:
        crawl(options.crawl)
        return 0
    if options.known:
        known()
        return 0
    return 0 if compare(options.pages, options.rounds, options.compiled) else 1


if __name__ == "__main__":
    sys.exit(main())

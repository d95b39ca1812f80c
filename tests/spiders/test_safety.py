"""Hostile servers: what they send is limited, and they lead nowhere they should not."""

import gzip
import json
import os
import re
import subprocess
import sys
import time
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from archiver.archive import Index
from archiver.home import Home
from archiver.records import SiteProfile
from spiders.guard import is_public
from spiders.profiles import write_profile
from tests.archive.rawserver import RawServer, Script
from tests.command import archiver
from tests.site import LocalServer
from tests.site.paging import item, page
from tests.site.server import Reply, Request

ROOT = Path(__file__).parent.parent.parent
MEMORY_KB = 400_000
ITEMS = {"/1.html": 1, "/2.html": 2}
NAMES = [
    "..%2f..%2f..%2fhome%2fevil.doc",
    "%00.doc",
    "a%0ab.doc",
    "x" * 300 + ".doc",
    "con%5caux.doc",
]
ZEROS = bytes(64_000_000)
PIECE = b"<p>" + b"x" * 65_000


class Hostile:
    """A site of two items and every excess; ``sent`` counts what the endless page gave."""

    def __init__(self) -> None:
        self.sent = 0
        self.bombs = {
            "/bomb-gzip.html": ("gzip", gzip.compress(ZEROS)),
            "/bomb-deflate.html": ("deflate", zlib.compress(ZEROS)),
            "/bomb-twice.html": ("gzip, gzip", gzip.compress(gzip.compress(ZEROS))),
        }

    def __call__(self, request: Request) -> Reply:
        if request.path in ITEMS:
            return Reply(item(ITEMS[request.path]), headers={"Set-Cookie": "seen=1"})
        if request.path == "/endless.html":
            return Reply(self._endless())
        if request.path in self.bombs:
            coding, body = self.bombs[request.path]
            return Reply(body, headers={"Content-Encoding": coding})
        if request.path == "/":
            paths = [*ITEMS, *self.bombs, "/endless.html", *(f"/file/{name}" for name in NAMES)]
            rows = "".join(f'<li><a href="{p}">第{n}号情况说明</a>' for n, p in enumerate(paths))
            return Reply(page(f"<ul>{rows}</ul>"))
        if request.path.startswith("/file/"):
            return Reply(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99), content_type="text/html")
        return Reply("", status=404)

    def _endless(self) -> Iterator[bytes]:
        while True:
            self.sent += len(PIECE)
            yield PIECE


# What a process is told of its children counts its own size, from before their program began.
TELL_PEAK = """
import atexit, pathlib
from archiver.cli.app import main
from tests.memory import peak
atexit.register(lambda: pathlib.Path({file!r}).write_text(str(peak())))
main()
"""


def profile(key: str, home: Path, *start: str, **more: Any) -> None:
    polite = {"delay_seconds": 0, "connections": 4, "reason": "our own"}
    facts = {"key": key, "name": "某县总工会", "start": start, "politeness": polite}
    write_profile(
        SiteProfile.model_validate(facts | {"private_network": True} | more), home / "sites"
    )


def crawl(home: Path, *sites: str, code: str | None = None) -> list[Any]:
    """The reports of a crawl; ``code`` is run in its process before."""
    asked = ["crawl", *sites, "--json", "--home", str(home)]
    if code is None:
        done = archiver(home, *asked)
    else:
        command = [sys.executable, "-c", code, *asked]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    reports: list[Any] = json.loads(done.stdout)
    return reports


class Crawled:
    def __init__(self, hostile: Hostile, server: LocalServer, home: Path, *told: Any) -> None:
        self.hostile, self.server, self.home = hostile, server, home
        self.report, self.kilobytes = told


@pytest.fixture(scope="module")
def crawled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Crawled]:
    home, hostile = tmp_path_factory.mktemp("home"), Hostile()
    with LocalServer({"/": hostile}) as server:
        profile("hostile", home, server.url + "/")
        peak = tmp_path_factory.mktemp("told") / "peak"
        (report,) = crawl(home, "hostile", code=TELL_PEAK.format(file=str(peak)))
        yield Crawled(hostile, server, home, report, int(peak.read_text()) >> 10)


def test_bodies_without_end_and_bombs_are_cut_and_reported(crawled: Crawled) -> None:
    counts = crawled.report["counts"]
    assert counts["failed_too_large"] == 1 + len(crawled.hostile.bombs)
    assert "callback_errors" not in counts
    assert counts["articles"] == len(ITEMS)
    for path in (*crawled.hostile.bombs, "/endless.html"):
        assert crawled.server.asked(path) == [path]  # no use in asking again


def test_what_is_cut_costs_neither_memory_nor_disk(crawled: Crawled) -> None:
    assert crawled.hostile.sent < 100 << 20
    assert crawled.kilobytes < MEMORY_KB


def test_no_file_of_the_home_is_called_after_an_address(crawled: Crawled) -> None:
    assert len(crawled.server.asked("/file/")) == len(NAMES)
    known = re.compile(
        r"(archive|index)\.sqlite(-wal|-shm)?|lock|sites/hostile\.toml|logs/hostile-\w+\.log"
        r"|warc/hostile-\w+-\d+\.warc\.gz"
    )
    files = [str(p.relative_to(crawled.home)) for p in crawled.home.rglob("*") if p.is_file()]
    assert [name for name in files if not known.fullmatch(name)] == []
    assert not list(crawled.home.parent.rglob("evil*"))


def test_cookies_are_kept_for_a_site_while_it_is_crawled_and_no_longer(tmp_path: Path) -> None:
    with (
        LocalServer({"/": Hostile()}) as one,
        LocalServer({"/": lambda _: Reply(item(3))}, "127.0.0.2") as other,
    ):
        profile("one", tmp_path, f"{one.url}/1.html", f"{one.url}/2.html")
        profile("other", tmp_path, f"{other.url}/3.html", hosts=["127.0.0.1", "127.0.0.2"])
        crawl(tmp_path, "one", "other")
        crawl(tmp_path, "one")
        assert set(other.cookies) == {""}
        robots = [
            c for (_, t), c in zip(one.requests, one.cookies, strict=True) if t == "/robots.txt"
        ]
        assert robots == ["", ""]


HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
ENDLESS_HEADS = (
    (HEAD, b"X-Field: %s\r\n" % (b"y" * 1000)),  # many fields
    (HEAD + b"X-Field: ", b"y" * 1000),  # one long field
    (b"", b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n"),  # interim answers
)


def test_a_head_without_end_is_broken_off(tmp_path: Path) -> None:
    servers = []
    for number, (first, more) in enumerate(ENDLESS_HEADS):
        server = RawServer({"/": Script((first, *[more * 64] * 400), keep=False)})  # up to 25 MB
        profile(f"heads-{number}", tmp_path, server.url("/"))
        servers.append(server)
    for report in crawl(tmp_path, *(f"heads-{number}" for number in range(len(servers)))):
        assert report["counts"].keys() & {"failed_too_large", "failed_connection_lost"}
    for server in servers:
        server.close()
    held = sum(file.stat().st_size for file in (tmp_path / "warc").iterdir())
    assert held < 4 << 20


def test_a_page_that_drips_is_given_up_and_nobody_can_talk_to_the_crawl(tmp_path: Path) -> None:
    drops = (b"HTTP/1.1 200 OK\r\n", *[b"X: y\r\n"] * 8, b"\r\n", *[b" "] * 200)
    server = RawServer({"/": Script(drops, pause=0.5, keep=False)})
    profile("slow", tmp_path, server.url("/"))
    command = [sys.executable, "-m", "scrapy", "crawl", "bulletins", "-a", "site=slow"]
    process = subprocess.Popen(
        [*command, "-s", "DOWNLOAD_TIMEOUT=6", "-s", "RETRY_TIMES=0"],
        cwd=ROOT,
        env=os.environ | {"ARCHIVER_HOME": str(tmp_path)},
        stderr=subprocess.DEVNULL,
    )
    while "/" not in server.paths():
        assert process.poll() is None
        time.sleep(0.1)
    ports = listening(process.pid)
    process.wait(60)  # it would have dripped for 100 seconds
    assert ports == []
    server.close()
    with_index = Index(Home(tmp_path).index, read_only=True)
    report = with_index.report(with_index.crawls()[0].id)
    with_index.close()
    assert report is not None
    assert report.counts["failed_timeout"] == 1


def listening(process: int) -> list[int]:
    """The TCP ports that a process listens at."""
    own = set()
    for descriptor in Path(f"/proc/{process}/fd").iterdir():
        try:
            own.add(str(descriptor.readlink()))
        except OSError:
            continue
    ports = []
    for table in ("tcp", "tcp6"):
        for line in Path(f"/proc/net/{table}").read_text("ascii").splitlines()[1:]:
            fields = line.split()
            if fields[3] == "0A" and f"socket:[{fields[9]}]" in own:
                ports.append(int(fields[1].rpartition(":")[2], 16))
    return ports


WAYS_TO_WRITE_LOOPBACK = (
    "127.0.0.1 localhost 127.1 2130706433 0x7f000001 0177.0.0.1 0.0.0.0 [::1] [::ffff:127.0.0.1] "
    "[::ffff:7f00:1] [::]"
).split()


def test_no_way_of_writing_it_leads_to_a_private_address(tmp_path: Path) -> None:
    with LocalServer({"/": Hostile()}) as server:
        port = server.url.rpartition(":")[2]
        urls = [f"http://{host}:{port}/1.html" for host in WAYS_TO_WRITE_LOOPBACK]
        reports = crawl(tmp_path, *urls)
        assert server.requests == []
        assert server.most_connections == 0
    assert {report["verdict"] for report in reports} == {"failed"}
    for report, host in zip(reports, WAYS_TO_WRITE_LOOPBACK, strict=True):
        codes = {reason["code"] for reason in report["reasons"]}
        assert codes & {"failed_private_address", "failed_unknown_host", "not_run"}, host


REBINDING = """
import socket
real, asked = socket.getaddrinfo, []
def rebound(host, port, *args, **kwargs):
    if host != "gh.example":
        return real(host, port, *args, **kwargs)
    asked.append(host)
    address = "93.184.216.34" if len(asked) == 1 else "127.0.0.1"
    return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port or 0))]
socket.getaddrinfo = rebound
socket.gethostbyname = lambda host: rebound(host, 0)[0][4][0]
if __name__ == "__main__":
    from archiver.cli.app import main
    main()
"""


def test_a_name_that_means_another_address_the_second_time_leads_nowhere(tmp_path: Path) -> None:
    with LocalServer({"/": Hostile()}) as server:
        port = server.url.rpartition(":")[2]
        url = f"http://gh.example:{port}/1.html"
        (report,) = crawl(tmp_path, url, code=REBINDING)
        assert server.requests == []
    assert report["counts"]["failed_private_address"] == 1


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1::1", True),
        ("::ffff:93.184.216.34", True),
        ("64:ff9b::5db8:d822", True),
        ("10.1.2.3", False),
        ("100.64.0.1", False),
        ("169.254.169.254", False),
        ("172.31.0.1", False),
        ("192.168.0.1", False),
        ("0.0.0.0", False),
        ("224.0.0.1", False),
        ("255.255.255.255", False),
        ("::1", False),
        ("::", False),
        ("fe80::1%eth0", False),
        ("fd00::1", False),
        ("::ffff:10.0.0.1", False),
        ("64:ff9b::a00:1", False),
        ("2002:7f00:1::", False),
    ],
)
def test_what_is_public(address: str, public: bool) -> None:
    assert is_public(address) is public

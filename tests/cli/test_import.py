"""Archives of other tools come in whole, are read like our own, and twice is once."""

import gzip
import json
import os
import shutil
import subprocess
import uuid
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from archiver.archive import Index, Reader
from archiver.archive.verify import verify
from archiver.archive.warc import sha1
from archiver.cli.app import app
from archiver.demo import DemoSite
from archiver.home import Home
from archiver.store import Store
from tests.archive.rawserver import plain

PAGE = "<html><title>某县工会简报</title><body><p>某县总工会简报</p></body></html>".encode("gbk")


def bring_in(home: Path, *arguments: object) -> dict[str, Any]:
    command = ["import", "--home", str(home), "--json", *map(str, arguments)]
    done = CliRunner().invoke(app, command, catch_exceptions=False)
    assert done.exit_code == 0, done.output
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def assert_proven(home: Path) -> None:
    with closing(Index(Home(home).index, read_only=True)) as index:
        assert [str(r) for r in verify(Home(home), index) if r.problems] == []


def answers(home: Path) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = {}
    with closing(Index(Home(home).index, read_only=True)) as index:
        reader = Reader(Home(home), index)
        for capture in index.captures():
            found.setdefault(capture.url, []).append(reader.answer(capture))
    return found


def issues(home: Path) -> list[str]:
    with Store.open(Home(home).database, create=False) as store:
        return [line.identity for line in store.issues()]


def record(type_: str, url: str, block: bytes, **fields: str) -> bytes:
    """One gzip member as other tools write it: WARC 1.0, seconds, other orders of fields."""
    told = {
        "WARC-Type": type_,
        "WARC-Target-URI": url,
        "WARC-Date": "2009-03-01T08:00:00Z",
        "WARC-Record-ID": f"<urn:uuid:{uuid.uuid4()}>",
        "Content-Type": "application/http",
        **{f"WARC-{name.replace('_', '-')}": value for name, value in fields.items()},
        "Content-Length": str(len(block)),
    }
    head = "".join(f"{name}: {value}\r\n" for name, value in told.items())
    return gzip.compress(b"WARC/1.0\r\n" + head.encode() + b"\r\n" + block + b"\r\n\r\n")


@pytest.fixture
def foreign(tmp_path: Path) -> Path:
    """Answer before question, revisits, DNS, no question, odd spellings, a wrong digest."""
    first, root = f"<urn:uuid:{uuid.uuid4()}>", "http://gh.example/"
    digest = sha1(PAGE)
    repeats = {"Refers_To_Target_URI": root, "Refers_To_Date": "2009-03-01T08:00:00Z"}
    records = [
        record("warcinfo", "", b"software: another\r\n"),
        record("response", root, plain(PAGE), Record_ID=first, Payload_Digest=digest),
        record("request", root, b"GET / HTTP/1.1\r\n\r\n", Concurrent_To=first),
        record(
            "revisit",
            root + "again",
            b"HTTP/1.1 200 OK\r\nX-Again: 1\r\n\r\n",
            Payload_Digest=digest,
            **repeats,
        ),
        record("revisit", root + "lost", b"", Payload_Digest="sha1:" + "A" * 32),
        record("response", f"<{root}无#top>", plain(b"none", status="404 Not Found")),
        record("response", root + "bad", plain(b"bad"), Block_Digest=sha1(b"good")),
        record("response", "http://pictures.example/a.html", plain(PAGE + b"!")),
        record("response", "dns:gh.example", b"gh.example. 60 IN A 10.0.0.1"),
    ]
    path = tmp_path / "foreign.warc.gz"
    path.write_bytes(b"".join(records))
    return path


def test_answers_come_in_verbatim_with_their_own_time(foreign: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    told = bring_in(home, foreign)
    (one,) = told["files"].values()
    assert one["captures"] == 4
    assert one["skipped"] == {
        "repeats an answer that is not at hand": 1,
        "block digest does not hold": 1,
        "not asked over HTTP": 1,
    }
    found = answers(home)
    (first,) = found["http://gh.example/"]
    assert (first.status, first.body, first.capture.site) == (200, PAGE, "gh-example")
    assert first.capture.time.isoformat() == "2009-03-01T08:00:00+00:00"
    (again,) = found["http://gh.example/again"]
    assert (again.body, again.capture.revisit_of) == (PAGE, first.capture.id)
    assert (b"X-Again", b"1") in again.headers
    assert found["http://gh.example/%E6%97%A0"][0].status == 404
    assert told["pages"] == 2, "pages of other hosts are kept, not read"
    with Store.open(Home(home).database, create=False) as store:
        (line,) = store.sites()
    assert (line.key, line.verdict) == ("gh-example", "suspicious")
    assert {reason["code"] for reason in line.reasons} == {"left_out"}
    assert_proven(home)


def test_the_same_file_again_changes_nothing(foreign: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    bring_in(home, foreign)
    before = answers(home)
    (one,) = bring_in(home, foreign)["files"].values()
    assert (one["captures"], one["known"]) == (0, 4)
    assert answers(home) == before


def test_a_package_of_our_own_comes_in_with_all_its_issues(home: Path, tmp_path: Path) -> None:
    command = ["export", "--home", str(home), "--format", "wacz", "--output", str(tmp_path / "out")]
    assert CliRunner().invoke(app, command).exit_code == 0
    other = tmp_path / "other"
    shutil.copytree(home / "sites", other / "sites")
    bring_in(other, tmp_path / "out" / "archive.wacz", "--site", "demo")
    assert issues(other) == issues(home) != []
    assert_proven(other)


@pytest.mark.parametrize("cut", [7, 300])
def test_a_file_that_was_cut_short_is_refused_whole(
    foreign: Path, tmp_path: Path, cut: int
) -> None:
    os.truncate(foreign, foreign.stat().st_size - cut)
    command = ["import", "--home", str(tmp_path / "home"), str(foreign)]
    done = CliRunner().invoke(app, command)
    assert "is cut short or damaged" in str(done.exception)
    assert not (tmp_path / "home").exists()


def test_what_is_no_archive_is_told(tmp_path: Path) -> None:
    for name, data in {"a.wacz": b"PK\3\4 not a zip", "b.warc.gz": b"\x1f\x8bnot gzip"}.items():
        (tmp_path / name).write_bytes(data)
        command = ["import", "--home", str(tmp_path / "home"), str(tmp_path / name)]
        assert CliRunner().invoke(app, command).exit_code == 1
    missing = CliRunner().invoke(app, ["import", "--home", str(tmp_path), str(tmp_path / "none")])
    assert "is not a file" in str(missing.exception)


@pytest.fixture
def mirrored(tmp_path: Path) -> Iterator[Path]:
    with DemoSite() as site:
        command = ["wget", "--quiet", "--recursive", "--level=4", "--warc-file=mirror", site.url]
        subprocess.run(command, cwd=tmp_path, check=False, timeout=60)
    yield tmp_path / "mirror.warc.gz"


@pytest.mark.skipif(shutil.which("wget") is None, reason="wget is not installed")
def test_a_mirror_made_by_wget_is_read_like_a_crawl(mirrored: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    told = bring_in(home, mirrored)
    assert told["pages"] > 40
    assert len(issues(home)) > 8
    assert_proven(home)

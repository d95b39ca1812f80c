"""No single change of an archive goes unnoticed, and nothing whole is accused."""

import os
import random
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import cast

import pytest

from archiver.archive import Index
from archiver.archive.crawl import CrawlArchive
from archiver.archive.exchange import Exchange
from archiver.archive.lock import locked
from archiver.archive.repair import repair
from archiver.archive.scan import members
from archiver.archive.spool import Spool
from archiver.archive.verify import verify, verify_citations
from archiver.home import Home
from archiver.records.crawl import CrawlReport
from tests.archive.rawserver import plain

REPORT = CrawlReport(
    crawl="gh-1",
    site="gh",
    started=datetime(2024, 5, 1, 8, tzinfo=UTC),
    finished=datetime(2024, 5, 1, 9, tzinfo=UTC),
    verdict="ok",
    counts={"pages": 4},
)
CHUNKED = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n"


def exchange(path: str, answer: bytes, **more: str) -> Exchange:
    request = f"GET {path} HTTP/1.1\r\nHost: gh.example\r\n\r\n".encode()
    told = Exchange(
        f"http://gh.example{path}", sent=bytearray(request), received=Spool().take([answer])
    )
    told.truncated = more.get("truncated")
    return told


@pytest.fixture(scope="module")
def archived(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """Two files with answers of every kind: chunked, truncated, none at all, both revisits."""
    home = Home(tmp_path_factory.mktemp("archived"))
    first = CrawlArchive(home, "gh", "gh-1")
    tagged = b'ETag: "1"\r\n'
    first.keep(exchange("/", plain(b"<p>home</p>", extra=tagged)))
    first.keep(exchange("/chunked", CHUNKED))
    first.keep(exchange("/cut", plain(b"x" * 50)[:80], truncated="disconnect"))
    first.keep(exchange("/silent", b"", truncated="time"))
    first.keep(exchange("/same", plain(b"<p>home</p>")))
    first.keep_report(REPORT)
    first.close()
    second = CrawlArchive(home, "gh", "gh-2")
    unchanged = exchange("/", b'HTTP/1.1 304 Not Modified\r\nETag: "1"\r\n\r\n')
    unchanged.sent[-2:] = b'If-None-Match: "1"\r\n\r\n'
    second.keep(unchanged)
    for number in range(4):
        second.keep(exchange(f"/{number}", plain(f"<p>第{number}期</p>".encode() * 9)))
    second.close()
    return home


def problems(home: Home) -> list[str]:
    with closing(Index(home.index, read_only=True)) as index:
        return [str(report) for report in verify(home, index) if report.problems]


def copy_of(home: Home, to: Path) -> Home:
    shutil.copytree(home.path, to)
    return Home(to)


def spans(path: Path) -> list[tuple[int, int]]:
    return [(member.offset, member.end) for member in members(path)]


Change = Callable[[random.Random, Home], None]


def flip_a_bit(chance: random.Random, home: Home) -> None:
    path = a_file(chance, home)
    data = bytearray(path.read_bytes())
    data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    path.write_bytes(data)


def cut_the_end(chance: random.Random, home: Home) -> None:
    path = a_file(chance, home)
    os.truncate(path, chance.randrange(path.stat().st_size))


def add_to_the_end(chance: random.Random, home: Home) -> None:
    path = a_file(chance, home)
    path.write_bytes(path.read_bytes() + chance.randbytes(chance.randrange(1, 99)))


def swap_two_records(chance: random.Random, home: Home) -> None:
    path = a_file(chance, home)
    data = path.read_bytes()
    (a, b), (c, d) = sorted(chance.sample(spans(path), 2))
    path.write_bytes(data[:a] + data[c:d] + data[b:c] + data[a:b] + data[d:])


def leave_a_record_out(chance: random.Random, home: Home) -> None:
    path = a_file(chance, home)
    data = path.read_bytes()
    start, end = chance.choice(spans(path))
    path.write_bytes(data[:start] + data[end:])


def repeat_a_record(chance: random.Random, home: Home) -> None:
    path = a_file(chance, home)
    data = path.read_bytes()
    start, end = chance.choice(spans(path))
    path.write_bytes(data[:end] + data[start:end] + data[end:])


def blank_some_bytes(chance: random.Random, home: Home) -> None:
    path = a_file(chance, home)
    data = bytearray(path.read_bytes())
    start = chance.randrange(len(data) - 16)
    data[start : start + 16] = b"\xaa" * 16
    path.write_bytes(data)


def remove_a_file(chance: random.Random, home: Home) -> None:
    a_file(chance, home).unlink()


def rename_a_file(chance: random.Random, home: Home) -> None:
    path = a_file(chance, home)
    path.rename(path.with_name("gh-" + path.name))


def exchange_two_files(chance: random.Random, home: Home) -> None:
    one, other = sorted(home.warc.iterdir())
    data = one.read_bytes()
    one.write_bytes(other.read_bytes())
    other.write_bytes(data)


def drop_a_row(chance: random.Random, home: Home) -> None:
    sql(home, f"DELETE FROM captures WHERE number = {a_row(chance, home)}")


def change_a_row(chance: random.Random, home: Home) -> None:
    column = chance.choice(
        "id url time status method content_type offset length record_digest payload_digest site "
        "crawl truncated revisit_of referrer depth key payload_sha1 etag last_modified".split()
    )
    other = {
        "id": "'00000000-0000-0000-0000-000000000000'",
        "revisit_of": "'00000000-0000-0000-0000-000000000000'",
        "time": chance.choice(["'2001-01-01T00:00:00.000000+00:00'", "'yesterday'"]),
        "status": "coalesce(status, 0) + 1",
        "offset": '"offset" + 1',
        "length": "length + 1",
        "depth": "coalesce(depth, 0) + 1",
        "record_digest": f"'{'0' * 64}'",
        "payload_digest": f"'{'0' * 64}'",
    }.get(column, f"coalesce(\"{column}\", '') || 'x'")
    sql(home, f'UPDATE captures SET "{column}" = {other} WHERE number = {a_row(chance, home)}')


def change_a_file_row(chance: random.Random, home: Home) -> None:
    change = chance.choice(["size = size - 1", "sha256 = NULL", "state = 'missing'"])
    name = a_file(chance, home).name
    sql(home, f"UPDATE files SET {change} WHERE name = '{name}'")


def forget_a_file(chance: random.Random, home: Home) -> None:
    name = a_file(chance, home).name
    sql(home, f"DELETE FROM captures WHERE file = '{name}'")
    sql(home, f"DELETE FROM files WHERE name = '{name}'")


def lose_a_report(chance: random.Random, home: Home) -> None:
    worse = REPORT.model_copy(update={"verdict": "failed"}).model_dump_json()
    other = chance.choice(["NULL", "'{}'", f"'{worse}'"])
    sql(home, f"UPDATE crawls SET report = {other} WHERE report IS NOT NULL")


def a_file(chance: random.Random, home: Home) -> Path:
    return chance.choice(sorted(home.warc.glob("*.warc.gz")))


def a_row(chance: random.Random, home: Home) -> int:
    (number,) = chance.choice(sql(home, "SELECT number FROM captures ORDER BY number"))
    return cast(int, number)


def sql(home: Home, statement: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(home.index, isolation_level=None)) as db:
        return db.execute(statement).fetchall()


CHANGES: dict[Change, int] = {
    flip_a_bit: 240,
    cut_the_end: 60,
    add_to_the_end: 20,
    swap_two_records: 40,
    leave_a_record_out: 30,
    repeat_a_record: 30,
    blank_some_bytes: 30,
    remove_a_file: 4,
    rename_a_file: 4,
    exchange_two_files: 2,
    drop_a_row: 20,
    change_a_row: 60,
    change_a_file_row: 12,
    forget_a_file: 4,
    lose_a_report: 6,
}


def test_an_untouched_archive_has_no_problems(archived: Home) -> None:
    assert problems(archived) == []


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_every_single_change_is_found(archived: Home, tmp_path: Path, change: Change) -> None:
    home = copy_of(archived, tmp_path / "home")
    kept = {path: path.read_bytes() for path in home.path.rglob("*") if path.is_file()}
    for seed in range(CHANGES[change]):
        change(random.Random(f"{change.__name__} {seed}"), home)
        assert problems(home), f"{change.__name__} {seed} went unnoticed"
        for path in home.path.rglob("*"):
            if path.is_file() and path not in kept:
                path.unlink()
        for path, data in kept.items():
            if not path.exists() or path.read_bytes() != data:
                path.write_bytes(data)
    assert problems(home) == [], "nothing whole is accused"
    assert sum(CHANGES.values()) >= 500


def test_each_file_gets_one_line_that_says_what_is_wrong(archived: Home, tmp_path: Path) -> None:
    home = copy_of(archived, tmp_path / "home")
    path = min(home.warc.iterdir())
    os.truncate(path, path.stat().st_size - 5)
    (line,) = problems(home)
    assert line.startswith(f"{path.name}: has {path.stat().st_size} bytes instead of ")
    assert "\n" not in line


def test_records_that_the_store_cites_must_be_there_and_the_same(archived: Home) -> None:
    with closing(Index(archived.index, read_only=True)) as index:
        cited = list(index.captures())
        assert list(verify_citations(index, cited)) == []
        changed = cited[0].model_copy(update={"payload_digest": "0" * 64})
        gone = cited[1].model_copy(update={"id": "0" * 8 + "-0000-0000-0000-" + "0" * 12})
        told = list(verify_citations(index, [changed, gone]))
    assert "otherwise than the archive has it" in told[0]
    assert "is not in the archive" in told[1]


def mended(home: Home) -> list[str]:
    with locked(home, "test"):
        return repair(home)


@pytest.mark.parametrize(
    "change", [drop_a_row, change_a_row, change_a_file_row, forget_a_file, lose_a_report]
)
def test_repair_makes_the_index_what_the_files_say(
    archived: Home, tmp_path: Path, change: Change
) -> None:
    home = copy_of(archived, tmp_path / "home")
    rows = sql(home, "SELECT * FROM captures ORDER BY file, offset")
    for seed in range(3):
        change(random.Random(seed), home)
    mended(home)
    assert problems(home) == []
    found = sql(home, "SELECT * FROM captures ORDER BY file, offset")
    assert [row[1:] for row in found] == [row[1:] for row in rows]


def test_repair_rebuilds_an_index_that_is_gone_or_broken(archived: Home, tmp_path: Path) -> None:
    home = copy_of(archived, tmp_path / "home")
    rows = sql(home, "SELECT * FROM captures ORDER BY number")
    home.index.unlink()
    mended(home)
    with closing(Index(home.index, read_only=True)) as index:
        assert index.report("gh-1") == REPORT
    assert sql(home, "SELECT * FROM captures ORDER BY number") == rows
    home.index.write_bytes(b"not a database, whatever its name says" * 99)
    told = mended(home)
    assert "it is index.sqlite.damaged now" in told[0]
    assert sql(home, "SELECT * FROM captures ORDER BY number") == rows
    assert problems(home) == []


def test_repair_cuts_a_torn_end_and_keeps_what_it_cut(archived: Home, tmp_path: Path) -> None:
    home = copy_of(archived, tmp_path / "home")
    path = max(home.warc.iterdir())
    size = path.stat().st_size
    os.truncate(path, size - 5)
    told = mended(home)
    assert any("lost the capture of http://gh.example/3" in line for line in told)
    assert problems(home) == []
    (torn,) = home.warc.glob("*.torn-*")
    assert path.stat().st_size + torn.stat().st_size == size - 5
    assert mended(home) == []


def test_repair_says_what_cannot_be_mended_and_saves_the_rest(
    archived: Home, tmp_path: Path
) -> None:
    home = copy_of(archived, tmp_path / "home")
    path = max(home.warc.iterdir())
    data = bytearray(path.read_bytes())
    start, end = spans(path)[6]
    data[(start + end) // 2] ^= 1
    path.write_bytes(data)
    told = mended(home)
    assert any("cannot be mended: use a copy" in line for line in told)
    with closing(Index(home.index, read_only=True)) as index:
        assert len(index.of_file(path.name)) == 4

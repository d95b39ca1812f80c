"""Everything but the WARC files can be made again from them, to the same bytes."""

import csv
import os
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from archiver.cli.app import app
from archiver.home import Home
from archiver.parsers import page as page_parser
from archiver.records import Page
from archiver.store import Store
from exports.formats import export
from pipelines import answers
from pipelines.decisions import Decision, Decisions, write_decisions
from pipelines.review import apply_decisions

ROOT = Path(__file__).parents[2]


def exported(home: Path) -> dict[str, bytes]:
    place = Home(home)
    with Store.open(place.database, create=False) as store:
        export(store, place.exports, ())
    files = sorted(path for path in place.exports.rglob("*") if path.is_file())
    return {str(path.relative_to(place.exports)): path.read_bytes() for path in files}


def rebuild(home: Path, *more: str) -> str:
    done = CliRunner().invoke(app, ["rebuild", "--home", str(home), *more])
    assert done.exit_code == 0, done.output
    return done.output


def tables(home: Path) -> dict[str, list[str]]:
    """Every row of the database, with what row numbers stand for in their place.

    Numbers follow the order in which answers came and pages were read, which is nobody's business.
    """
    with closing(sqlite3.connect(home / "archive.sqlite")) as db:
        stands_for = {
            "page_id": dict(db.execute("SELECT id, url FROM pages")),
            "version_id": dict(
                db.execute(
                    "SELECT v.id, url || digest FROM versions v JOIN pages p ON p.id = page_id"
                )
            ),
            "issue_id": dict(db.execute("SELECT id, identity FROM issues")),
        }
        names = db.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        return {name: sorted(_rows(db, name, stands_for)) for (name,) in names}


def _rows(
    db: sqlite3.Connection, table: str, stands_for: dict[str, dict[int, str]]
) -> Iterator[str]:
    found = db.execute(f'SELECT * FROM "{table}"')
    columns = [column[0] for column in found.description]
    for row in found:
        told = dict(zip(columns, row, strict=True))
        if isinstance(told.get("id"), int):
            del told["id"]
        for column, meaning in stands_for.items():
            if told.get(column) is not None:
                told[column] = meaning[told[column]]
        yield repr(told)


def forget_records(home: Path) -> None:
    for path in home.glob("archive.sqlite*"):
        path.unlink()


def test_a_rebuild_from_nothing_gives_the_rows_and_bytes_of_the_crawl(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    crawled, stored = exported(home), tables(home)
    forget_records(home)

    def no_network(*_: object) -> None:
        raise AssertionError("a rebuild asked the network")

    monkeypatch.setattr(socket.socket, "connect", no_network)
    assert " 0 cannot be read" in rebuild(home, "--processes", "1")
    assert exported(home) == crawled
    assert tables(home) == stored


def test_many_processes_give_what_one_gives_and_again_changes_nothing(home: Path) -> None:
    crawled = exported(home)
    forget_records(home)
    rebuild(home, "--processes", "2")
    assert exported(home) == crawled
    assert " 0 new versions" in rebuild(home, "--processes", "1")
    assert exported(home) == crawled


def test_what_another_parser_reads_otherwise_is_a_version_of_origin_parser(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parse = page_parser.parse_parts

    def another(*arguments: Any, **more: Any) -> Page:
        page = parse(*arguments, **more)
        return page.model_copy(update={"parser": "next", "title": f"{page.title} (anew)"})

    monkeypatch.setattr(answers, "parse_parts", another)
    rebuild(home, "--processes", "1")
    with closing(sqlite3.connect(home / "archive.sqlite")) as db:
        origins = dict(db.execute("SELECT origin, count(*) FROM versions GROUP BY origin"))
        current = set(db.execute("SELECT parser FROM versions WHERE current"))
    assert origins["parser"] > 40
    assert ("next",) in current


def test_what_persons_decided_about_units_survives(home: Path) -> None:
    place = Home(home)
    with Store.open(place.database, create=False) as store:
        unit = next(mention for mention in store.unit_mentions() if mention.key)
        decided = Decision(
            printed=unit.printed,
            context=unit.context,
            was=unit.key or "",
            decision="not a unit",
            key="",
            name="",
            who="a person",
            when="2024-05-01",
        )
        write_decisions(place.unit_decisions, Decisions([decided]))
        assert apply_decisions(store, Decisions([decided])) > 0
    decided_upon = exported(home)
    forget_records(home)
    rebuild(home, "--processes", "1")
    assert exported(home) == decided_upon


def test_what_cannot_be_read_is_told_and_the_rest_is_rebuilt(home: Path) -> None:
    with closing(sqlite3.connect(home / "index.sqlite")) as db:
        query = "SELECT file, \"offset\" FROM captures WHERE url LIKE '%/jianbao/%' LIMIT 1"
        file, offset = db.execute(query).fetchone()
    path = home / "warc" / file
    data = bytearray(path.read_bytes())
    data[offset + 300] ^= 1
    path.write_bytes(data)
    forget_records(home)
    done = CliRunner().invoke(app, ["rebuild", "--home", str(home), "--processes", "1"])
    assert done.exit_code == 1
    assert "cannot be read: http://" in done.output
    assert " 1 cannot be read" in done.output


def test_a_rebuild_that_was_killed_is_finished_by_the_next(home: Path) -> None:
    crawled = exported(home)
    forget_records(home)
    command = [sys.executable, "-m", "archiver", "rebuild", "--home", str(home)]
    command += ["--processes", "1"]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL)
    while pages(home) < 10:
        time.sleep(0.002)
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    rebuild(home, "--processes", "1")
    assert exported(home) == crawled


def pages(home: Path) -> int:
    try:
        with closing(sqlite3.connect(f"file:{home}/archive.sqlite?mode=ro", uri=True)) as db:
            return int(db.execute("SELECT count(*) FROM pages").fetchone()[0])
    except sqlite3.Error:
        return 0


def test_the_index_and_the_records_can_both_be_gone(home: Path) -> None:
    crawled = exported(home)
    forget_records(home)
    (home / "index.sqlite").unlink()
    command = ["rebuild", "--home", str(home), "--processes", "1"]
    assert "took 6" in CliRunner().invoke(app, command).stderr
    assert exported(home) == crawled


def test_what_a_person_decided_about_units_outlives_a_rebuild(home: Path) -> None:
    file = home / "review.csv"
    review = ["units", "review", str(file), "--home", str(home), "--who", "王五"]
    assert CliRunner().invoke(app, review).exit_code == 0
    with file.open(encoding="utf-8-sig", newline="") as lines:
        rows = list(csv.DictReader(lines))
    key = next(row["key"] for row in rows if row["key"])
    rows[0] |= {"decision": "same as", "right_key": key}
    with file.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, fieldnames=list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    assert CliRunner().invoke(app, review).exit_code == 0
    forget_records(home)
    rebuild(home, "--processes", "1")
    with Store.open(home / "archive.sqlite", create=False) as store:
        printed = [m for m in store.unit_mentions() if m.printed == rows[0]["printed"]]
    assert {m.key for m in printed if m.context == rows[0]["context"]} == {key}

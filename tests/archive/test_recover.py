"""Whatever moment a process is stopped at, the next one finds files and index that agree."""

import os
import random
from pathlib import Path

import pytest

from archiver.archive import Index
from archiver.archive.crawl import CrawlArchive
from archiver.archive.files import OPEN, present
from archiver.archive.index import FileRow
from archiver.archive.scan import scan
from archiver.home import Home
from tests.archive.test_faults import keep, whole

CAPTURES = 6


def stopped(home: Home, *, indexed: int) -> Path:
    """A home as a stop leaves it: ``indexed`` captures in the index, the file still open."""
    keep(home, CAPTURES)
    (path,) = present(home)
    ends = [found.end for found in scan(path)]
    index = Index(home.index)
    index.forget(path.name, ends[indexed])
    index.put_file(FileRow(path.name, ends[indexed], None, "open"))
    index.close()
    return path.rename(path.with_name(path.name + OPEN))


@pytest.mark.parametrize("seed", range(25))
def test_a_kill_while_bytes_are_written_loses_only_what_was_not_whole(
    tmp_path: Path, seed: int
) -> None:
    home, chance = Home(tmp_path), random.Random(seed)
    indexed = chance.randrange(CAPTURES)
    torn = stopped(home, indexed=indexed)
    ends = [found.end for found in scan(torn)]
    cut = chance.randrange(ends[indexed], ends[-1] + 1)
    os.truncate(torn, cut)
    archive = CrawlArchive(home, "gh", "gh-1")
    archive.close()
    assert whole(home) == sum(end <= cut for end in ends[1:])
    assert [path.name for path in present(home)] == [torn.name.removesuffix(OPEN)]
    told = " ".join(archive.repairs)
    assert ("cut a torn end of" in told) == (cut not in ends)


def test_bytes_after_a_power_cut_may_be_rubbish(tmp_path: Path) -> None:
    home = Home(tmp_path)
    torn = stopped(home, indexed=3)
    size = torn.stat().st_size
    torn.write_bytes(torn.read_bytes()[: size - 700] + b"\0" * 4096)
    CrawlArchive(home, "gh", "gh-1").close()
    assert 3 <= whole(home) < CAPTURES


def test_a_kill_between_the_last_byte_and_the_final_name(tmp_path: Path) -> None:
    home = Home(tmp_path)
    stopped(home, indexed=CAPTURES)
    CrawlArchive(home, "gh", "gh-1").close()
    assert whole(home) == CAPTURES
    assert not [path for path in present(home) if path.name.endswith(OPEN)]


def test_a_kill_between_the_final_name_and_its_row(tmp_path: Path) -> None:
    home = Home(tmp_path)
    keep(home, CAPTURES)
    (path,) = present(home)
    index = Index(home.index)
    index.put_file(FileRow(path.name, path.stat().st_size, None, "open"))
    index.close()
    CrawlArchive(home, "gh", "gh-1").close()
    index = Index(home.index, read_only=True)
    row = index.files()[path.name]
    index.close()
    assert row.state == "closed"
    assert row.sha256 is not None
    assert whole(home) == CAPTURES


def test_a_kill_before_the_first_record_leaves_no_empty_file(tmp_path: Path) -> None:
    home = Home(tmp_path)
    home.create()
    (home.warc / f"gh-20240501T000000Z-00001.warc.gz{OPEN}").touch()
    archive = CrawlArchive(home, "gh", "gh-1")
    archive.close()
    assert "was empty and is removed" in " ".join(archive.repairs)
    assert present(home) == []


def test_bytes_that_were_indexed_and_are_gone_are_told(tmp_path: Path) -> None:
    home = Home(tmp_path)
    torn = stopped(home, indexed=CAPTURES)
    os.truncate(torn, torn.stat().st_size - 10)
    archive = CrawlArchive(home, "gh", "gh-1")
    archive.close()
    assert "lost: 1 capture." in " ".join(archive.repairs)
    assert whole(home) == CAPTURES - 1

"""A release folder is whole or not there."""

import hashlib
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from archiver.errors import ArchiverError
from exports.release import SUMS, release


def test_an_export_that_fails_leaves_the_old_release_whole(tmp_path: Path) -> None:
    folder = tmp_path / "exports"
    with release(folder) as aside:
        (aside / "a.txt").write_text("old")
    with pytest.raises(RuntimeError), release(folder) as aside:
        (aside / "a.txt").write_text("half")
        raise RuntimeError
    assert (folder / "a.txt").read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["exports"]


def test_a_release_lists_the_checksum_of_every_file(tmp_path: Path) -> None:
    with release(tmp_path / "r") as aside:
        (aside / "名单").mkdir()
        (aside / "名单" / "一.txt").write_bytes(b"1")
    digest = hashlib.sha256(b"1").hexdigest()
    assert (tmp_path / "r" / SUMS).read_text(encoding="utf-8") == f"{digest}  名单/一.txt\n"


def test_a_folder_with_other_files_is_refused(tmp_path: Path) -> None:
    (tmp_path / "letter.doc").touch()
    with pytest.raises(ArchiverError, match="no export"), release(tmp_path):
        pass
    assert (tmp_path / "letter.doc").exists()


@pytest.mark.parametrize("name", ["notes.txt", "csv/notes.txt"])
def test_a_release_that_somebody_put_a_file_into_is_refused(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "r"
    with release(folder) as aside:
        (aside / "csv").mkdir()
        (aside / "csv" / "a.csv").touch()
    (folder / name).write_text("mine")
    with pytest.raises(ArchiverError, match=f"and {name} in it is not"), release(folder):
        pass
    assert (folder / name).read_text() == "mine"


def test_the_root_of_all_folders_is_refused() -> None:
    with pytest.raises(ArchiverError, match="cannot be replaced"), release(Path("/")):
        pass


def test_a_release_whose_renaming_was_cut_off_is_put_back(tmp_path: Path) -> None:
    folder = tmp_path / "exports"
    with release(folder) as aside:
        (aside / "a.txt").write_text("old")
    folder.rename(tmp_path / ".exports.old")
    with pytest.raises(RuntimeError), release(folder):
        raise RuntimeError
    assert (folder / "a.txt").read_text() == "old"


def test_two_exports_to_one_folder_do_not_mix(tmp_path: Path) -> None:
    folder = tmp_path / "exports"
    with release(folder) as aside:
        (aside / "a.txt").write_text("first")
        with pytest.raises(ArchiverError, match="under way"), release(folder):
            pass
        (aside / "b.txt").write_text("first")
    assert {path.name for path in folder.iterdir()} == {"a.txt", "b.txt", SUMS}


def test_what_a_killed_export_left_is_cleared_away(tmp_path: Path) -> None:
    (tmp_path / ".exports.new" / "csv").mkdir(parents=True)
    (tmp_path / ".exports.new" / "csv" / "half.csv").touch()
    with release(tmp_path / "exports") as aside:
        (aside / "a.txt").write_text("new")
    assert [path.name for path in tmp_path.iterdir()] == ["exports"]
    assert {path.name for path in (tmp_path / "exports").iterdir()} == {"a.txt", SUMS}


_EXPORTING = """
import sys
from pathlib import Path
from exports.release import release
for number in range(10_000):
    with release(Path(sys.argv[1])) as aside:
        for name in "abc":
            (aside / name).write_text(f"{number}")
    print(number, flush=True)
"""


def test_a_killed_export_leaves_a_whole_release(tmp_path: Path) -> None:
    folder = tmp_path / "exports"
    for attempt in range(6):
        exporting = subprocess.Popen(
            [sys.executable, "-c", _EXPORTING, str(folder)],
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": str(Path.cwd())},
        )
        assert exporting.stdout is not None
        exporting.stdout.readline()
        time.sleep(0.013 * attempt)
        exporting.kill()
        exporting.wait()
        exporting.stdout.close()
        assert len({(folder / name).read_text() for name in "abc"}) == 1
        for line in (folder / SUMS).read_text().splitlines():
            digest, name = line.split("  ")
            assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == digest

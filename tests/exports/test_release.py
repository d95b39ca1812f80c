"""A release folder is whole or not there."""

import hashlib
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


def test_a_release_whose_renaming_was_cut_off_is_put_back(tmp_path: Path) -> None:
    folder = tmp_path / "exports"
    with release(folder) as aside:
        (aside / "a.txt").write_text("old")
    folder.rename(tmp_path / ".exports.old")
    with pytest.raises(RuntimeError), release(folder):
        raise RuntimeError
    assert (folder / "a.txt").read_text() == "old"

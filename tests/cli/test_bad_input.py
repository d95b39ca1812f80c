"""Bad input: one clear sentence, a non-zero exit status, no traceback, nothing half-written."""

import gzip
import resource
import signal
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.command import ROOT, archiver, archiver_after


def sentence(done: subprocess.CompletedProcess[str]) -> str:
    assert done.returncode != 0
    assert done.stdout == ""
    lines = done.stderr.strip().splitlines()
    assert len(lines) == 1, done.stderr
    assert lines[0].startswith("archiver: ")
    return lines[0]


def test_an_unknown_site_is_told_with_near_ones(tmp_path: Path) -> None:
    done = archiver(tmp_path / "home", "crawl", "taoyuan-gvo")
    assert "taoyuan-gov" in sentence(done)
    assert not (tmp_path / "home").exists()


def test_a_malformed_profile_is_told_with_file_field_and_allowed_values(tmp_path: Path) -> None:
    profile = tmp_path / "sites" / "bad.toml"
    profile.parent.mkdir()
    profile.write_text('name = "某"\nlevel = "town"\nstart = ["http://a.example/"]\n', "utf-8")
    told = sentence(archiver(tmp_path, "crawl", "bad"))
    assert all(word in told for word in ("bad.toml", "level", "town", "'county'"))


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("http://127.0.0.1:9/", "failed_private_address"),
        ("http://host.invalid/", "failed_unknown_host"),
    ],
)
def test_a_site_that_cannot_be_reached_fails_with_the_reason(
    tmp_path: Path, url: str, code: str
) -> None:
    done = archiver(tmp_path, "crawl", url)
    assert done.returncode == 2
    assert "no_answer" in done.stdout
    assert code in done.stdout


def test_a_day_that_is_none_is_told_before_anything_is_asked(tmp_path: Path) -> None:
    told = sentence(archiver(tmp_path / "h", "crawl", "taoyuan-gov", "--until", "2008-13"))
    assert "YYYY-MM-DD" in told
    assert not (tmp_path / "h").exists()


@pytest.mark.parametrize("name", ["missing.html", "empty.html", "folder"])
def test_what_is_no_page_is_told(tmp_path: Path, name: str) -> None:
    (tmp_path / "empty.html").touch()
    (tmp_path / "folder").mkdir()
    assert name in sentence(archiver(tmp_path, "parse", tmp_path / name))


def test_a_home_that_is_a_file_is_told(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.write_text("a file", "utf-8")
    assert "--home" in sentence(archiver(home, "demo"))
    assert home.read_text("utf-8") == "a file"


def test_a_home_that_cannot_be_written_is_told() -> None:
    # The kernel lets nobody make folders there, not even root.
    assert "--home" in sentence(archiver(Path("/proc/archive"), "demo"))


@pytest.mark.parametrize("command", ["status", "export"])
def test_a_home_that_is_not_there_is_told(tmp_path: Path, command: str) -> None:
    assert "archiver demo" in sentence(archiver(tmp_path / "nowhere", command))


def test_a_full_disk_ends_the_crawl_with_the_reason_and_keeps_what_was_archived(
    tmp_path: Path,
) -> None:
    def small_files_only() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))

    done = archiver_after(small_files_only, tmp_path, "demo")
    assert done.returncode == 2
    told = done.stdout + done.stderr
    assert any(word in told for word in ("cannot write", "cannot be read or written", "no room"))


@pytest.mark.parametrize("name", ["page.pdf", "package.zip", "text.warc.gz"])
def test_what_is_no_archive_is_not_taken_in(tmp_path: Path, name: str) -> None:
    (tmp_path / "page.pdf").write_bytes(b"%PDF-1.4\n")
    (tmp_path / "text.warc.gz").write_bytes(gzip.compress(b"no archive"))
    with zipfile.ZipFile(tmp_path / "package.zip", "w") as package:
        package.write(tmp_path / "page.pdf")
    assert name in sentence(archiver(tmp_path / "home", "import", tmp_path / name))
    assert not (tmp_path / "home").exists()


@pytest.mark.parametrize("body", [b"%PDF-1.4\n", b"\x89PNG\r\n\x1a\n", b"PK\x03\x04", b" \n"])
def test_a_file_that_is_no_page_is_named(tmp_path: Path, body: bytes) -> None:
    (tmp_path / "page.html").write_bytes(body)
    assert "not a page" in sentence(archiver(tmp_path, "parse", tmp_path / "page.html"))


def test_debug_shows_where_an_error_came_from(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "archiver", "--debug", "parse", str(tmp_path / "missing")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode != 0
    assert "Traceback" in done.stderr


@pytest.mark.parametrize("room", [40_000, 60_000, 300_000])
def test_an_export_onto_a_full_disk_is_told_and_leaves_the_old_one(home: Path, room: int) -> None:
    old = {path: path.read_bytes() for path in (home / "exports").rglob("*") if path.is_file()}

    def fill() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, resource.RLIM_INFINITY))

    assert "untouched" in sentence(archiver_after(fill, home, "export"))
    assert {path: path.read_bytes() for path in old} == old
    assert not list(home.glob(".exports*"))

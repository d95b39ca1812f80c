"""The archive goes out as one WACZ file that other programs open and that proves itself."""

import gzip
import hashlib
import io
import json
import re
import struct
import zipfile
from pathlib import Path

import pytest
from typer.testing import CliRunner
from warcio.archiveiterator import ArchiveIterator

from archiver.cli.app import app
from exports.wacz import url_key


def package(home: Path, folder: Path, *more: str) -> Path:
    command = ["export", "--home", str(home), "--format", "wacz", "--output", str(folder), *more]
    done = CliRunner().invoke(app, command, catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return folder / "archive.wacz"


@pytest.fixture(scope="module")
def wacz(crawled_home: Path, tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    return zipfile.ZipFile(package(crawled_home, tmp_path_factory.mktemp("wacz") / "release"))


def test_the_package_describes_and_proves_every_file(wacz: zipfile.ZipFile) -> None:
    described = wacz.read("datapackage.json")
    told = json.loads(described)
    assert (told["profile"], told["wacz_version"]) == ("data-package", "1.1.1")
    digest = json.loads(wacz.read("datapackage-digest.json"))
    assert digest["hash"] == "sha256:" + hashlib.sha256(described).hexdigest()
    for resource in told["resources"]:
        data = wacz.read(resource["path"])
        assert resource["bytes"] == len(data)
        assert resource["hash"] == "sha256:" + hashlib.sha256(data).hexdigest()
        assert re.fullmatch(r"[-a-z0-9._/]+", resource["name"]), "as Data Package names must be"
    paths = {resource["path"] for resource in told["resources"]}
    assert paths == set(wacz.namelist()) - {"datapackage.json", "datapackage-digest.json"}
    assert all(info.compress_type == zipfile.ZIP_STORED for info in wacz.infolist())


def test_data_stands_where_the_directory_lets_readers_expect_it(wacz: zipfile.ZipFile) -> None:
    assert wacz.fp is not None
    for info in wacz.infolist():
        wacz.fp.seek(info.header_offset + 28)
        (extra,) = struct.unpack("<H", wacz.fp.read(2))
        assert extra == len(info.extra), info.filename


def test_the_index_is_sorted_and_leads_to_every_record(wacz: zipfile.ZipFile) -> None:
    lines = wacz.read("indexes/index.cdx").splitlines()
    assert lines == sorted(lines)
    assert len(lines) > 50
    for line in lines:
        key, moment, rest = line.decode().split(" ", 2)
        told = json.loads(rest)
        assert key == url_key(told["url"])
        data = wacz.read("archive/" + told["filename"])
        member = data[told["offset"] : told["offset"] + told["length"]]
        record = next(iter(ArchiveIterator(io.BytesIO(member))))
        assert record.rec_headers.get_header("WARC-Target-URI") == told["url"]
        assert re.sub(r"\D", "", record.rec_headers.get_header("WARC-Date"))[:14] == moment
        digest = hashlib.sha256(gzip.decompress(member)).hexdigest()
        assert told["recordDigest"] == f"sha256:{digest}"


def test_pages_bear_the_titles_of_the_store(wacz: zipfile.ZipFile) -> None:
    head, *pages = map(json.loads, wacz.read("pages/pages.jsonl").splitlines())
    assert head["format"] == "json-pages-1.0"
    assert len(pages) > 40
    assert any("工会" in page["title"] for page in pages)
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", page["ts"]) for page in pages)


def test_the_same_archive_gives_the_same_bytes(home: Path, tmp_path: Path) -> None:
    one, other = (package(home, tmp_path / name) for name in ("one", "other"))
    assert one.read_bytes() == other.read_bytes()
    site = package(home, tmp_path / "site", "--site", "demo")
    assert zipfile.ZipFile(site).namelist() == zipfile.ZipFile(one).namelist()


@pytest.mark.parametrize(
    ("options", "sentence"),
    [(["--site", "nowhere"], "nothing held matches"), (["--since", "2008-01-01"], "by --site")],
)
def test_what_cannot_be_chosen_is_told(
    home: Path, tmp_path: Path, options: list[str], sentence: str
) -> None:
    command = ["export", "--home", str(home), "--format", "wacz", *options]
    done = CliRunner().invoke(app, [*command, "--output", str(tmp_path / "out")])
    assert sentence in str(done.exception)
    assert not (tmp_path / "out").exists()


def test_a_file_that_is_not_what_it_was_is_not_handed_out(home: Path, tmp_path: Path) -> None:
    (path,) = (home / "warc").iterdir()
    path.write_bytes(path.read_bytes() + b"\0")
    command = ["export", "--home", str(home), "--format", "wacz", "--output", str(tmp_path / "out")]
    assert "is not what it was" in str(CliRunner().invoke(app, command).exception)
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("url", "key"),
    [
        ("http://www.Example.gov.cn/GH/a.asp?id=3&Page=2", "cn,gov,example)/gh/a.asp?id=3&page=2"),
        ("https://www2.example.cn:8080", "cn,example:8080)/"),
        ("http://example.cn/a/?b=2&a=1", "cn,example)/a?a=1&b=2"),
        ("http://127.0.0.1:80/x", "1,0,0,127)/x"),
    ],
)  # fmt: skip
def test_addresses_are_looked_up_by_their_sort_friendly_form(url: str, key: str) -> None:
    assert url_key(url) == key

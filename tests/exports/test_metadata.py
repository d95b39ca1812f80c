"""A release explains itself."""

import csv
import hashlib
import json
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from archiver.errors import ArchiverError
from archiver.records import Page
from archiver.store import Store
from archiver.store.asking import Selection
from exports.changes import changes
from exports.formats import export
from exports.issues import Bulletin
from exports.metadata import ALONE
from tests.store.samples import capture, issue_page, plain_page

NEWS = plain_page().url or ""


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "archive.sqlite") as opened:
        opened.save(issue_page(), capture(), "demo")
        opened.save(plain_page(), capture(NEWS), "demo")
        yield opened


def test_every_table_and_column_is_explained_and_nothing_else(store: Store) -> None:
    glossary = tomllib.loads(Path("exports/glossary.toml").read_text(encoding="utf-8"))
    used = set()
    tables = [table for table, _ in store.released(Selection())]
    for table in (*tables, *ALONE.values()):
        assert table.name in glossary["tables"]
        for column in table.columns:
            own = f"{table.name}.{column.name}"
            name = own if own in glossary["columns"] else column.name
            assert name in glossary["columns"], own
            used.add(name)
    general = {name for name in glossary["columns"] if "." not in name}
    assert set(glossary["columns"]) - used <= general
    assert general <= {name.rpartition(".")[2] for name in used}


def test_the_data_package_tells_size_and_checksum_of_its_files(
    store: Store, tmp_path: Path
) -> None:
    export(store, tmp_path / "r", [])
    package = json.loads((tmp_path / "r" / "datapackage.json").read_text(encoding="utf-8"))
    tables = [table for table, _ in store.released(Selection())]
    described = [r["name"] for r in package["resources"] if r["type"] == "table"]
    assert described == [table.name for table in (*tables, *ALONE.values())]
    for resource in package["resources"]:
        content = (tmp_path / "r" / resource["path"]).read_bytes()
        assert resource["bytes"] == len(content)
        assert resource["hash"] == "sha256:" + hashlib.sha256(content).hexdigest()
        for foreign in resource.get("schema", {}).get("foreignKeys", []):
            assert foreign["reference"]["resource"] in described
        if "schema" in resource:
            header = content.decode().splitlines()[0].split(",")
            assert [field["name"] for field in resource["schema"]["fields"]] == header


def test_the_schema_describes_the_bulletin_files(store: Store, tmp_path: Path) -> None:
    export(store, tmp_path / "r", ["json"])
    schema = json.loads((tmp_path / "r" / "schemas" / "bulletin.json").read_bytes())
    (file,) = (tmp_path / "r" / "issues").iterdir()
    written = json.loads(file.read_bytes())
    assert schema["properties"].keys() == written.keys()
    assert Bulletin.model_validate(written).model_dump(mode="json") == written


def test_coverage_is_in_the_release(store: Store, tmp_path: Path) -> None:
    export(store, tmp_path / "r", ["json"])
    with (tmp_path / "r" / "coverage.csv").open(encoding="utf-8", newline="") as file:
        (row,) = csv.DictReader(file)
    assert (row["year"], row["held_numbers"], row["missing"]) == ("2009", "3", "0")


@pytest.mark.parametrize("form", ["jsonl", "csv"])
def test_changes_against_an_earlier_release_tell_source_from_parser(
    store: Store, tmp_path: Path, form: str
) -> None:
    export(store, tmp_path / "old", [form])
    other = "http://gh.example.cn/4.htm"
    six: Page = issue_page("六", number=6, key="430799:江渚工会简报:2009:6", url=other)
    store.save(six, capture(other), "demo")
    store.save(issue_page("植树造林"), capture(minute=9), "demo")
    better = plain_page().model_copy(update={"title": "另一个标题"})
    store.save(better, capture(NEWS), "demo")
    export(store, tmp_path / "new", [form], against=tmp_path / "old")
    lines = (tmp_path / "new" / "changes.jsonl").read_text(encoding="utf-8").splitlines()
    found = {change["record"]: change for change in map(json.loads, lines)}
    assert found["430799:江渚工会简报:2009:6"] == {
        "record": "430799:江渚工会简报:2009:6",
        "change": "added",
    }
    assert found["430799:江渚工会简报:2009:3"]["origin"] == "source"
    assert found[NEWS]["origin"] == "parser"
    assert found[NEWS]["columns"] == ["title"]
    assert len(found) == 3


def test_a_change_is_laid_to_the_source_only_if_the_parser_is_the_same() -> None:
    def row(digest: str, payload: str, parser: str) -> Iterator[dict[str, Any]]:
        yield {"record": "a", "digest": digest, "payload_digest": payload, "parser": parser}

    origins = [
        next(changes(row("1", "1", "1"), row("2", payload, parser)))["origin"]
        for payload, parser in (("1", "2"), ("2", "1"), ("2", "2"))
    ]
    assert origins == ["parser", "source", "source_or_parser"]


def test_what_is_gone_is_told() -> None:
    def rows(*names: str) -> Iterator[dict[str, Any]]:
        return ({"record": name, "digest": name, "payload_digest": ""} for name in names)

    found = list(changes(rows("a", "b", "d"), rows("b", "c")))
    assert found == [
        {"record": "a", "change": "removed"},
        {"record": "c", "change": "added"},
        {"record": "d", "change": "removed"},
    ]


def test_a_folder_without_records_cannot_be_compared_with(store: Store, tmp_path: Path) -> None:
    export(store, tmp_path / "old", ["json"])
    with pytest.raises(ArchiverError, match="no table of records"):
        export(store, tmp_path / "new", [], against=tmp_path / "old")
    assert not (tmp_path / "new").exists()

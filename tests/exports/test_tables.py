"""The tables of a release fit together and come back from every format."""

import csv
import datetime
import io
import json
import resource
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyarrow import parquet

from archiver.errors import ArchiverError
from archiver.records import Document, Paragraph
from archiver.store import Store
from archiver.store.asking import Selection
from archiver.store.rows import timestamp
from exports.csv_tables import harmless
from exports.formats import FORMATS, ON_REQUEST, export
from tests.store.samples import capture, issue_page, plain_page

MIRROR = "http://mirror.example.com/3.html"
NOTICE = "http://gh.example.cn/tz/1.htm"


def _fill(store: Store) -> None:
    store.save(issue_page(), capture(), "demo")
    store.save(issue_page(url=MIRROR, status="suspect"), capture(MIRROR, 3), "other")
    document = Document(number="江工发〔2009〕5号", addressees=("各乡镇工会", "县直工会"))
    notice = plain_page("=关于开展检查的通知", NOTICE).model_copy(update={"document": document})
    store.save(notice, capture(NOTICE), "demo")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Only to be read: what one export has asked for is not worked out again for the next."""
    with Store.open(tmp_path_factory.mktemp("store") / "archive.sqlite") as store:
        _fill(store)
        yield store


def _jsonl(folder: Path) -> dict[str, list[dict[str, Any]]]:
    return {
        path.stem: [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        for path in (folder / "jsonl").iterdir()
    }


def test_keys_are_unique_and_every_reference_is_met(store: Store, tmp_path: Path) -> None:
    export(store, tmp_path / "r", ["jsonl"])
    rows = _jsonl(tmp_path / "r")
    keys = {table.name: table.key for table, _ in store.released(Selection())}
    assert rows.keys() == keys.keys()
    for table, _ in store.released(Selection()):
        found = [tuple(row[name] for name in table.key) for row in rows[table.name]]
        assert len(found) == len(set(found)), table.name
        assert all(value is not None for key in found for value in key)
        for column in table.columns:
            if column.refers_to:
                (key,) = keys[column.refers_to]
                known = {row[key] for row in rows[column.refers_to]} | {None}
                assert {row[column.name] for row in rows[table.name]} <= known, column


def test_rows_hold_what_the_pages_say(store: Store, tmp_path: Path) -> None:
    export(store, tmp_path / "r", ["jsonl"])
    rows = _jsonl(tmp_path / "r")
    assert [row["series"] for row in rows["issues"]] == ["江渚工会简报"]
    assert [row["record"] for row in rows["witnesses"]].count("430799:江渚工会简报:2009:3") == 2
    assert rows["documents"][0]["addressees"] == ["各乡镇工会", "县直工会"]
    assert rows["date_mentions"][0]["flags"] == ["year_inferred"]
    assert len(rows["articles"]) == 3
    assert {row["unit"] for row in rows["unit_article"]} == {"430799:gov:建设局"}
    (edge,) = rows["unit_issue"]
    assert edge["articles"] == 2


def test_csv_has_the_rows_of_json_lines(store: Store, tmp_path: Path) -> None:
    export(store, tmp_path / "r", ["jsonl", "csv"])
    for name, rows in _jsonl(tmp_path / "r").items():
        text = (tmp_path / "r" / "csv" / f"{name}.csv").read_text(encoding="utf-8")
        read = list(csv.DictReader(io.StringIO(text)))
        assert len(read) == len(rows)
        for row, cells in zip(rows, read, strict=True):
            for column, value in row.items():
                if isinstance(value, str):
                    cell = cells[column]
                    assert (cell[1:] if cell.startswith("'") else cell) == value
        excel = (tmp_path / "r" / "excel" / f"{name}.csv").read_bytes()
        assert excel == b"\xef\xbb\xbf" + text.encode()


def test_parquet_has_the_rows_of_json_lines_with_types(store: Store, tmp_path: Path) -> None:
    export(store, tmp_path / "r", ["jsonl", "parquet"])
    for name, rows in _jsonl(tmp_path / "r").items():
        read = parquet.read_table(tmp_path / "r" / "parquet" / f"{name}.parquet").to_pylist()
        for row in read:
            for column, value in row.items():
                if isinstance(value, datetime.datetime):
                    row[column] = timestamp(value)
                elif isinstance(value, datetime.date):
                    row[column] = value.isoformat()
        assert read == rows


def test_no_cell_begins_as_a_formula(store: Store, tmp_path: Path) -> None:
    export(store, tmp_path / "r", ["csv"])
    with (tmp_path / "r" / "csv" / "articles.csv").open(encoding="utf-8") as file:
        titles = [row["title"] for row in csv.DictReader(file)]
    assert not [title for title in titles if title.startswith("=")]


@given(st.text())
def test_what_was_made_harmless_comes_back(text: str) -> None:
    cell = harmless(text)
    assert not cell.startswith(("=", "+", "-", "@"))
    assert (cell[1:] if cell.startswith("'") else cell) == text


def test_text_has_one_document_an_article(tmp_path: Path) -> None:
    page = (
        plain_page()
        .articles[0]
        .model_copy(update={"paragraphs": (Paragraph(text="一"), Paragraph(text="二，\n三"))})
    )
    changed = plain_page().model_copy(update={"articles": (page,)})
    with Store.open(tmp_path / "archive.sqlite") as store:
        _fill(store)
        store.save(changed, capture("http://z.cn"), "z")
        export(store, tmp_path / "r", ["text"])
    with (tmp_path / "r" / "text.csv").open(encoding="utf-8", newline="") as file:
        texts = {row["doc_id"]: row["text"] for row in csv.DictReader(file)}
    assert len(texts) == 4
    assert texts[f"{plain_page().url}#1"] == "一\n二，\n三"


def test_a_selection_narrows_every_table(store: Store, tmp_path: Path) -> None:
    counts = {}
    for name, selection in {
        "series": Selection(series="工会简报"),
        "site": Selection(site="demo"),
        "other": Selection(site="other"),
        "since": Selection(since=datetime.date(2009, 3, 20)),
        "later": Selection(since=datetime.date(2009, 3, 21)),
    }.items():
        try:
            export(store, tmp_path / name, ["jsonl"], selection)
            counts[name] = len(_jsonl(tmp_path / name)["records"])
        except ArchiverError as error:
            assert "nothing held matches" in str(error)
            assert not (tmp_path / name).exists()
            counts[name] = 0
    assert counts == {"series": 1, "site": 2, "other": 1, "since": 1, "later": 0}


@pytest.mark.parametrize("form", [*FORMATS, *ON_REQUEST])
def test_a_full_disk_is_told_and_leaves_the_old_release(
    store: Store, tmp_path: Path, form: str
) -> None:
    export(store, tmp_path / "r", [form])
    before = {path: path.read_bytes() for path in (tmp_path / "r").rglob("*") if path.is_file()}
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    old = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (150, limits[1]))
    try:
        with pytest.raises(ArchiverError, match="what was there before is untouched"):
            export(store, tmp_path / "r", [form])
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, old)
    after = {path: path.read_bytes() for path in (tmp_path / "r").rglob("*") if path.is_file()}
    assert after == before
    assert {path.name for path in tmp_path.iterdir()} == {"r"}

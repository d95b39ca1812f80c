"""Names of persons can be left out of a release."""

import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from archiver.records import Page
from archiver.records.attached import AttachedFile
from archiver.store import Store
from archiver.store.persons import author_person
from exports.formats import FORMATS, ON_REQUEST, export
from tests.store.samples import capture, issue_page, plain_page


def test_names_a_record_gives_stand_nowhere_in_a_release_that_omits_them(tmp_path: Path) -> None:
    news = plain_page("张1慰问王二").model_copy(update={"author": "陈明"})
    with Store.open(tmp_path / "a.sqlite") as store:
        store.save(issue_page("李一与张2到会", "学习"), capture(), "demo")
        store.save(news, capture(news.url or ""), "demo")
        export(store, tmp_path / "all", [])
        export(store, tmp_path / "omitted", [], omit_persons=True)
    for folder, expected in (("all", True), ("omitted", False)):
        content = b"".join(
            path.read_bytes() for path in (tmp_path / folder).rglob("*") if path.is_file()
        )
        # 王二 is named by the issue alone: in the news nobody knows that it is a name.
        for name in ("李一", "张1", "张2", "陈明"):
            assert (name.encode() in content) is expected, name
    assert len(FORMATS) > 3
    whole, masked = (
        (tmp_path / folder / "jsonl" / "date_mentions.jsonl").read_bytes()
        for folder in ("all", "omitted")
    )
    assert whole == masked
    (file,) = (tmp_path / "omitted" / "issues").iterdir()
    written = json.loads(file.read_bytes())
    page = Page.model_validate({name: written[name] for name in Page.model_fields})
    for article in page.articles:
        for date in article.dates:
            start, end = date.offset
            assert article.paragraphs[date.paragraph].text[start:end] == date.text


def _tables(path: Path) -> str:
    """All that a file of a release says, also where it is packed."""
    if path.suffix == ".parquet":
        parquet = pytest.importorskip("pyarrow.parquet")
        return str(parquet.read_table(path).to_pylist())
    if path.suffix == ".sqlite":
        with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as connection:
            return "\n".join(connection.iterdump())
    return path.read_text(encoding="utf-8")


SAID = {"李　一到会": "李一", "代表张 2发言": "张2", "张\u20021宣读": "张1"}


@pytest.fixture(scope="module")
def telling(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Only to be read."""
    with Store.open(tmp_path_factory.mktemp("store") / "a.sqlite") as store:
        store.save(issue_page(*SAID), capture(), "demo")
        yield store


@pytest.mark.parametrize("name", [*FORMATS, *ON_REQUEST])
def test_no_format_tells_a_name_however_it_is_set(
    telling: Store, tmp_path: Path, name: str
) -> None:
    for folder, omit in (("all", False), ("omitted", True)):
        export(telling, tmp_path / folder, [name], omit_persons=omit)
    whole, omitted = (
        "".join(
            _tables(path).replace("\\u3000", "").replace("\\u2002", "")
            for path in sorted((tmp_path / folder).rglob("*"))
            if path.is_file() and path.parent.name != "schemas"
        )
        for folder in ("all", "omitted")
    )
    for person in SAID.values():
        assert person in "".join(whole.split())
        assert person not in "".join(omitted.split())


def test_the_search_index_of_a_release_does_not_know_the_names(tmp_path: Path) -> None:
    with Store.open(tmp_path / "a.sqlite") as store:
        store.save(issue_page("李　一到会"), capture(), "demo")
        found = []
        for folder, omit in (("all", False), ("omitted", True)):
            export(store, tmp_path / folder, ["sqlite"], omit_persons=omit)
            with sqlite3.connect(tmp_path / folder / "bulletins.sqlite") as connection:
                query = "SELECT count(*) FROM article_search WHERE article_search MATCH '\"李 一\"'"
                found += connection.execute(query).fetchone()
    assert found == [1, 0]


def test_what_attachments_say_is_left_out_too(tmp_path: Path) -> None:
    file = AttachedFile(format="pdf", text="名单：周五", parser="1")
    with Store.open(tmp_path / "a.sqlite") as store:
        store.save(issue_page("学习"), capture(), "demo")
        link = issue_page("学习").attachments[0].url
        store.save_file(file, capture(link, 1))
        export(store, tmp_path / "all", [])
        export(store, tmp_path / "omitted", [], omit_persons=True)
    whole, omitted = (
        json.loads((tmp_path / folder / "jsonl" / "files.jsonl").read_bytes())
        for folder in ("all", "omitted")
    )
    assert whole["text"] == "名单：周五"
    assert omitted == {**whole, "text": None}


@pytest.mark.parametrize(
    ("author", "person"),
    [("陈明", "陈明"), ("欧阳小明", None), ("办公室", None), ("县总工会", None), (None, None)],
)
def test_an_author_is_a_person_only_if_it_cannot_be_an_office(
    author: str | None, person: str | None
) -> None:
    assert author_person(author) == person

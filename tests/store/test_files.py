"""Linked files in the store: kept once, searchable, handed out with the record that links them."""

from archiver.records import Attachment, Page
from archiver.records.attached import AttachedFile
from archiver.store import Store
from archiver.store.asking import Selection
from archiver.store.search import Question, words_of
from tests.store.samples import capture, issue_page

LINK = "http://gh.example.cn/upfiles/名单.pdf"
ASKED = "http://gh.example.cn/upfiles/%E5%90%8D%E5%8D%95.pdf"
GOT = capture(ASKED, 10, "file")
TEXT = "先进基层工会名单\n王小明在本次劳动竞赛中表现突出，被授予先进工\n作者称号。"


def linking_page() -> Page:
    return issue_page().model_copy(update={"attachments": (Attachment(url=LINK, name="名单"),)})


def pdf(text: str | None = TEXT, **more: str) -> AttachedFile:
    return AttachedFile.model_validate({"format": "pdf", "text": text, "parser": "1", **more})


def found(store: Store, words: str) -> list[tuple[str | None, str | None, str]]:
    hits = store.search_files(Question(words_of(words)), 10).hits
    return [(hit.name, hit.record, hit.extracts[0][0] if hit.extracts else "") for hit in hits]


def rows(store: Store, table: str) -> list[dict[str, object]]:
    """The rows of a table of a release."""
    every: dict[str, list[dict[str, object]]] = {}
    for one, held in store.released(Selection()):
        names = [column.name for column in one.columns]
        every[one.name] = [dict(zip(names, row, strict=True)) for row in held]
    return every[table]


def test_a_file_is_found_by_its_words_under_the_name_its_page_prints(store: Store) -> None:
    store.save(linking_page(), capture(), "gh")
    assert store.save_file(pdf(), GOT)
    ((name, record, extract),) = found(store, "先进基层工会")
    assert (name, record) == ("名单", next(iter(store.issues())).identity)
    assert "先进基层工会名单" in extract
    assert found(store, "没有的词") == []
    assert store.search_files(Question(("名单",), year=2009), 10).total == 0


def test_a_word_that_is_broken_by_the_end_of_a_line_is_found(store: Store) -> None:
    store.save_file(pdf(), GOT)
    if store._engine.dialect.name == "sqlite":
        ((name, record, extract),) = found(store, "先进工作者")
        assert (name, record) == (None, None)
        assert "先进工作者" in extract


def test_the_same_bytes_got_again_are_kept_once_and_the_last_answer_is_named(store: Store) -> None:
    store.save(linking_page(), capture(), "gh")
    later = capture(ASKED, 20, "file")
    assert store.save_file(pdf(), GOT)
    assert store.save_file(pdf(), later)
    assert not store.save_file(pdf(), later)
    assert len(found(store, "名单")) == 1
    (row,) = rows(store, "files")
    assert (row["capture"], row["format"], row["text"]) == (later.id, "pdf", TEXT)
    assert later.id in {row["id"] for row in rows(store, "captures")}
    assert {GOT.id, later.id} < {one.id for one in store.captures()}


def test_what_a_better_reader_reads_takes_the_place_of_what_was_read_before(store: Store) -> None:
    store.save_file(pdf("旧的文字"), GOT)
    assert len(found(store, "旧的文字")) == 1
    store.save_file(pdf("新的文字", parser="2"), GOT)
    assert found(store, "旧的文字") == []
    assert len(found(store, "新的文字")) == 1


def test_a_file_that_says_nothing_is_still_named_with_its_answer(store: Store) -> None:
    store.save(linking_page(), capture(), "gh")
    store.save_file(pdf(None, problem="no_text"), GOT)
    (row,) = rows(store, "files")
    assert (row["capture"], row["text"], row["problem"]) == (GOT.id, None, "no_text")


def test_a_link_belongs_to_the_file_that_it_led_to_last(store: Store) -> None:
    store.save(linking_page(), capture(), "gh")
    moved = capture("http://gh.example.cn/new/1.pdf", 10, "moved file")
    hop = "http://gh.example.cn/hop"
    store.save_file(pdf(), moved, [ASKED, hop])
    (record,) = [one.identity for one in store.issues()]
    assert [one.id for one in store.attached(record)] == [moved.id]
    assert found(store, "先进基层工会")[0][:2] == ("名单", record)
    later = capture("http://gh.example.cn/newer/1.pdf", 20, "newer file")
    store.save_file(pdf("新的名单"), later, [ASKED])
    assert [one.id for one in store.attached(record)] == [later.id]
    direct = capture(ASKED, 30, "direct file")
    store.save_file(pdf("直接的名单"), direct)
    assert [one.id for one in store.attached(record)] == [direct.id]

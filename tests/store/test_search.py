"""Words are found where they stand, and nowhere else."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archiver.chinese.fold import fold
from archiver.errors import ArchiverError
from archiver.records import Article, Page, Paragraph
from archiver.store import Store, search
from archiver.store.search import Question, words_of
from tests.store.samples import capture, issue_page, plain_page


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "archive.sqlite") as opened:
        yield opened


def _found(store: Store, words: str, **narrower: str | int) -> list[tuple[str, int]]:
    question = Question(words_of(words), **narrower)  # type: ignore[arg-type]
    found = store.search(question, 1000)
    assert found.total == len(found.hits)
    assert not found.more
    return [(hit.identity, hit.article) for hit in found.hits]


KEY = "430799:江渚工会简报:2009:3"


def test_words_of_one_and_two_characters_and_phrases_are_found(store: Store) -> None:
    store.save(issue_page("在澧水河畔植树", "慰问困难职工"), capture(), "demo")
    assert _found(store, "澧") == [(KEY, 1)]
    assert _found(store, "植树") == [(KEY, 1)]
    assert _found(store, "困难职工") == [(KEY, 2)]
    assert _found(store, "职工困难") == []
    assert _found(store, "职工 困难") == [(KEY, 2)]
    assert len(_found(store, "机关干部")) == 2


def test_a_phrase_does_not_run_over_the_end_of_a_paragraph(store: Store) -> None:
    article = Article(
        order=1, title="甲", paragraphs=(Paragraph(text="参加工"), Paragraph(text="会议"))
    )
    page = plain_page().model_copy(update={"articles": (article,)})
    store.save(page, capture(page.url or ""), "demo")
    assert _found(store, "工会") == []
    assert len(_found(store, "参加工")) == 1


def test_what_was_changed_or_is_quarantined_is_not_found(store: Store) -> None:
    store.save(issue_page("旧闻"), capture(), "demo")
    assert len(_found(store, "旧闻")) == 1
    store.save(issue_page("新闻"), capture(minute=5), "demo")
    assert _found(store, "旧闻") == []
    assert len(_found(store, "新闻")) == 1
    spam = "http://spam.example.com/"
    page = plain_page("博彩", spam)
    page = page.model_copy(update={"integrity": issue_page(status="spam").integrity})
    store.save(page, capture(spam), "demo")
    assert _found(store, "博彩") == []


def test_questions_are_narrowed_by_series_unit_place_and_year(store: Store) -> None:
    store.save(issue_page("植树"), capture(), "demo")
    store.save(plain_page("植树"), capture(plain_page().url or ""), "demo")
    assert len(_found(store, "植树")) == 2
    assert _found(store, "植树", series="工会简报", year=2009) == [(KEY, 1)]
    assert _found(store, "植树", year=2008) == []
    assert len(_found(store, "植树", unit="建设局")) == 2
    assert len(_found(store, "植树", unit="430799:gov", place="430799")) == 2
    assert _found(store, "植树", place="江渚县", unit="教育局") == []


def test_extracts_show_the_printed_text_with_the_words_marked(store: Store) -> None:
    text = "前" * 50 + "共有ＡＢＣ公司\u200b工会参加" + "后" * 90
    article = Article(order=1, title="甲", paragraphs=(Paragraph(text=text),))
    page = plain_page().model_copy(update={"articles": (article,)})
    store.save(page, capture(page.url or ""), "demo")
    (hit,) = store.search(Question(words_of("abc公司工会")), 5).hits
    ((extract, spans),) = hit.extracts
    assert [extract[start:end] for start, end in spans] == ["ＡＢＣ公司\u200b工会"]
    assert len(extract) < 80


def test_a_question_without_words_is_refused() -> None:
    with pytest.raises(ArchiverError, match="no word"):
        words_of("，。 “”")


_TEXTS = st.lists(st.text("工会澧，a 1　", min_size=1, max_size=12), min_size=1, max_size=3)


@settings(max_examples=15)
@given(st.lists(_TEXTS, min_size=1, max_size=4), st.text("工会澧", min_size=1, max_size=3))
def test_as_many_are_found_as_by_reading_everything(
    tmp_path_factory: pytest.TempPathFactory, articles: list[list[str]], word: str
) -> None:
    page = Page(
        url="http://a.example.cn/",
        kind="article",
        encoding="utf-8",
        parser="1",
        articles=tuple(
            Article(order=order, paragraphs=tuple(Paragraph(text=text) for text in texts))
            for order, texts in enumerate(articles, 1)
        ),
    )
    with Store.open(tmp_path_factory.mktemp("s") / "a.sqlite") as store:
        store.save(page, capture(page.url or ""), "demo")
        found = {article for _, article in _found(store, word)}
    for order, texts in enumerate(articles, 1):
        if any(word in fold(text) for text in texts):
            assert order in found
        elif order in found:
            # Printed blanks do not part a word; everything else does.
            assert any(word in fold(text).replace(" ", "") for text in texts)


def test_titles_and_texts_that_say_a_word_often_come_first(store: Store) -> None:
    texts = ["干部" * 20 + "植树", "植树，又植树" + "干部" * 20, "植树" + "干部" * 200]
    for number, text in enumerate(texts):
        url = f"http://a.example.cn/{number}"
        store.save(plain_page(text, url), capture(url), "demo")
    titled = Article(order=1, title="全县植树")
    page = plain_page().model_copy(update={"url": "http://a.example.cn/t", "articles": (titled,)})
    store.save(page, capture(page.url or ""), "demo")
    found = store.search(Question(words_of("植树")), 10)
    assert [hit.identity[-1] for hit in found.hits] == ["t", "1", "0", "2"]


def test_a_word_that_is_everywhere_is_ranked_among_the_latest(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "MOST", 3)
    for number in range(5):
        url = f"http://a.example.cn/{number}"
        store.save(plain_page("植树", url), capture(url), "demo")
    found = store.search(Question(words_of("植树")), 10)
    assert found.more
    assert {hit.identity[-1] for hit in found.hits} == {"2", "3", "4"}

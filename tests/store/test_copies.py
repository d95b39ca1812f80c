"""Copies of a text are found; different texts are not taken for copies."""

import random
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archiver.records import Article, Page, Paragraph
from archiver.store import Store
from archiver.store.copies import are_copies, bands, resemblance, similarity
from archiver.store.identity import ArticleText
from tests.store.samples import capture

_WORDS = (
    "县总工会 召开 会议 学习 贯彻 精神 困难职工 慰问 走访 企业 工资 集体协商 合同 签订 代表 大会",
    "选举 主席 维权 培训 下岗 再就业 技能 竞赛 劳动模范 表彰 安全 生产 检查 乡镇 社区 干部 群众",
    "文化 体育 活动 篮球 比赛 帮扶 资金 发放 助学 金秋 夏送清凉 农民工 法律 援助 宣传 调研 报告",
)
_VOCABULARY = " ".join(_WORDS).split()
_JOINTS = [mark + letter for mark in "，、。的和了在对为向" for letter in "一二三四五六七八九十"]


def _text(rng: random.Random, characters: int) -> str:
    parts: list[str] = []
    while sum(map(len, parts)) < characters:
        parts.append(rng.choice(_VOCABULARY) + rng.choice(_JOINTS))
    return "".join(parts)[:characters]


def _changed(text: str, share: float, rng: random.Random) -> str:
    letters = list(text)
    for place in rng.sample(range(len(letters)), max(1, round(share * len(letters)))):
        letters[place] = rng.choice(("", letters[place] + "某", "某", rng.choice(text)))
    return "".join(letters)


def _page(text: str, url: str, title: str = "一篇文章") -> Page:
    article = Article(order=1, title=title, paragraphs=(Paragraph(text=text),))
    return Page(
        url=url, kind="article", encoding="utf-8", title=title, articles=(article,), parser="1"
    )


@pytest.mark.parametrize("share", [0.01, 0.03, 0.06])
def test_copies_with_changed_characters_are_found(share: float) -> None:
    rng = random.Random(7)
    found = 0
    for length in range(200, 1200, 10):
        text = _text(rng, length)
        copy = ArticleText([_changed(text, share, rng)]).joined
        text = ArticleText([text]).joined
        meet = not set(bands(text)).isdisjoint(bands(copy))
        found += meet and resemblance(text, copy) is not None
    assert found >= 98


def test_copies_of_long_texts_are_found_by_a_few_of_their_shingles() -> None:
    rng = random.Random(13)
    texts = [_text(rng, length) for length in (2000, 4000, 6000, 9000)]
    sketches = [set(bands(ArticleText([text]).joined)) for text in texts]
    found = [
        not sketch.isdisjoint(bands(ArticleText([_changed(text, 0.04, rng)]).joined))
        for text, sketch in zip(texts, sketches, strict=True)
    ]
    assert all(found)
    assert sum(len(one & other) for one, other in combinations(sketches, 2)) == 0


def test_no_two_different_texts_of_one_vocabulary_are_copies() -> None:
    rng = random.Random(11)
    texts = [ArticleText([_text(rng, 400)]).joined for _ in range(300)]
    sketches: dict[int, list[str]] = {}
    for text in texts:
        for band in bands(text):
            for other in sketches.get(band, []):
                assert resemblance(text, other) is None
            sketches.setdefault(band, []).append(text)


def test_two_months_of_one_report_are_no_copies() -> None:
    form = (
        "截至本月{}日，全县各级工会按照年初确定的工作目标认真组织实施，新建基层工会组织{}家，"
        "发展农民工会员{}人，各乡镇工会普遍建立困难职工档案并帮扶困难职工家庭{}户，"
        "多方筹集并发放帮扶资金共计{}元，指导企业签订工资集体协商合同{}份。"
    )
    march = ArticleText([form.format(31, 12, 345, 67, 89000, 21)]).joined
    april = ArticleText([form.format(30, 25, 611, 48, 12500, 54)]).joined
    assert similarity(march, april) > 0.5
    assert resemblance(march, april) is None


def test_a_copy_under_another_title_must_be_nearly_the_whole_text() -> None:
    rng = random.Random(3)
    text = _text(rng, 400)
    far, near = resemblance(text, _changed(text, 0.06, rng)), resemblance(text, text + "（转载）")
    assert far is not None and near is not None
    assert not are_copies(far, ["慰问困难职工"], ["省总工会调研组来我县"])
    assert are_copies(far, ["慰问困难职工"], ["我县慰问困难职工"])
    assert are_copies(near, ["慰问困难职工"], ["省总工会调研组来我县"])


@given(st.text(), st.text())
def test_resemblance_is_mutual(one: str, other: str) -> None:
    assert resemblance(one, other) == resemblance(other, one)
    assert bands(one) == bands(one)


def test_the_clean_page_speaks_for_all_copies_whatever_was_stored_first(tmp_path: Path) -> None:
    rng = random.Random(5)
    text = _text(rng, 500)
    pages = [
        _page(text, "http://county.example.cn/1"),
        _page(_changed(text, 0.03, rng), "http://city.example.cn/1"),
        _page("　　" + text, "http://mirror.example.com/1"),
        _page(_text(rng, 500), "http://county.example.cn/2"),
    ]
    answers = []
    for order in range(4):
        with Store.open(tmp_path / f"{order}.sqlite") as store:
            for page in pages[order:] + pages[:order]:
                store.save(page, capture(page.url or ""), "demo")
            answers.append(list(store.copies()))
    assert answers[0] == answers[1] == answers[2] == answers[3]
    (group,) = answers[0]
    assert [member.url for member in group] == [
        "http://city.example.cn/1",
        "http://county.example.cn/1",
        "http://mirror.example.com/1",
    ]

"""Issues without 目录 whose titles differ little from the text: few words, no stop."""

import pytest

from archiver.parsers.page import parse
from archiver.records import Page

HEAD = (
    "<p align=center>柳坪工会信息</p><p align=center>第8期</p>"
    "<p>柳坪县总工会编　　2013年5月20日</p>"
)
TEXT = "5月6日，乡工会把修好的农具送到田头。种粮大户说，省下的工夫够多插两亩秧，心里很踏实。"
OTHER = "夜校每周开课两晚，讲安全用电和劳动合同，来听课的采茶女工一次比一次多，板凳都不够坐了。"


def page(*lines: str, indent: str = "", gap: str = "") -> Page:
    """Every line a paragraph of its own, ``gap`` before each."""
    body = "".join(f"{gap}<p>{indent}{line}</p>" for line in lines)
    html = (
        f"<html><head><title>柳坪县总工会</title></head><body><div>{HEAD}{body}</div></body></html>"
    )
    return parse(html.encode(), content_type="text/html; charset=utf-8")


def read(found: Page) -> list[tuple[str | None, list[str], list[str]]]:
    return [
        (a.title, [c.text for c in a.contributors], [p.text for p in a.paragraphs])
        for a in found.articles
    ]


@pytest.mark.parametrize(
    "last",
    [
        "他说到做到。",
        "2.分类施策。能就业的帮助就业。",
        "“大家信我，我就干下去！”",
        "（三）逐户回访。",
    ],
)
@pytest.mark.parametrize("gap", ["", "<p>&nbsp;</p>"])
def test_names_behind_a_last_paragraph_of_a_few_words_end_the_article(last: str, gap: str) -> None:
    found = page("农具送到田头", TEXT, f"{last}（乡工会）", "夜校开课", OTHER, gap=gap)
    assert read(found) == [
        ("农具送到田头", ["乡工会"], [TEXT, last]),
        ("夜校开课", [], [OTHER]),
    ]


def test_names_behind_what_a_picture_shows_sent_the_text_in_where_others_end_so() -> None:
    shown = "图为乡工会干部在田头交接农具。"
    found = page(
        "农具送到田头",
        f"{TEXT}（乡工会）",
        "夜校开课",
        f"{OTHER}（县妇联）",
        "书屋开到船上",
        TEXT,
        f"{shown}（县渔政站）",
        "灯塔下的课堂",
        OTHER,
        f"{shown}（李明　摄）",
    )
    assert [(names, texts[-1]) for _, names, texts in read(found)][2:] == [
        (["县渔政站"], shown),
        ([], f"{shown}（李明　摄）"),
    ]


@pytest.mark.parametrize("title", ["一个农机手带出一个合作社", "县图书馆把书屋搬进敬老院"])
def test_the_first_title_may_end_like_a_unit(title: str) -> None:
    found = page(title, TEXT, "（乡工会）", "夜校开课", OTHER, "（县妇联）")
    assert [a.title for a in found.articles] == [title, "夜校开课"]

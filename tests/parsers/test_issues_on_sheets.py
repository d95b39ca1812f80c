"""Issues laid out like newspapers: pictures name columns, texts stand in tables of their own."""

import pytest

from archiver.parsers.page import parse
from archiver.records import Page
from tests.parsers.issues import PLAIN, TEXT, article

HEAD = (
    "<p align=center><font size=6>清溪动态</font></p><p align=center>第3期</p>"
    "<p>清溪县教育局编　　2015年7月10日</p>"
)


def page_of(body: str) -> Page:
    return parse(f"<html><body>{body}</body></html>".encode())


def picture(name: str) -> str:
    return f"<div><img src='/images/lm.gif' alt='{name}'></div>"


@pytest.mark.parametrize(
    ("first", "second"), [("要闻", "基层传真"), ("县区动态", "女工工作"), ("丰收时节", "山里人家")]
)
def test_a_picture_over_a_title_names_the_column_of_it_and_of_those_behind(
    first: str, second: str
) -> None:
    page = page_of(
        HEAD
        + picture(first)
        + article("公开课走进乡村")
        + picture(second)
        + article("校园里办起了菜园")
        + article("书香飘满校园")
    )
    assert [one.section for one in page.articles] == [first, second, second]


@pytest.mark.parametrize(
    "body",
    [
        article("公开课走进乡村", picture("要闻")),  # beneath the title
        picture("公开课现场照片，摄于6月3日") + article("公开课走进乡村"),
        picture("丰收时节") + article("公开课走进乡村"),  # of one photograph nothing tells
        "<a href=/2.html><img src=a.gif alt=要闻></a>" + article("公开课走进乡村"),
    ],
)
def test_other_pictures_name_no_column(body: str) -> None:
    page = page_of(HEAD + body + article("校园里办起了菜园"))
    assert [one.section for one in page.articles] == [None, None]


def test_columns_that_lines_name_are_not_those_of_pictures() -> None:
    page = page_of(
        HEAD
        + "<p>【工作动态】</p>"
        + article("公开课走进乡村")
        + picture("要闻")
        + article("校园里办起了菜园")
    )
    assert [one.section for one in page.articles] == ["工作动态", "工作动态"]


def sheet(*cells: str) -> str:
    return (
        "<table width='100%'><tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr></table>"
    )


def test_a_text_in_a_table_of_its_own_below_the_others_is_one_of_the_issue() -> None:
    long = article("公开课走进乡村") + PLAIN * 4
    page = page_of(
        f"<table><tr><td>{HEAD}{sheet(long, article('校园里办起了菜园') + PLAIN * 3)}"
        f"{sheet(article('书香飘满校园'))}</td></tr></table>"
    )
    assert [one.title for one in page.articles] == [
        "公开课走进乡村",
        "校园里办起了菜园",
        "书香飘满校园",
    ]


def test_what_a_site_says_in_a_table_below_without_a_title_is_none_of_the_text() -> None:
    page = page_of(
        f"<table><tr><td>{sheet('<h1>公开课走进乡村</h1>' + PLAIN * 6)}"
        f"{sheet('<p>本站部分图文来自网络，如有不妥，请与我们联系，以便及时更正。</p>')}</td></tr></table>"
    )
    assert [p.text for p in page.articles[0].paragraphs] == [TEXT] * 6

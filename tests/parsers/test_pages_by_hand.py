"""Issues on pages made by hand: the site's line within the head, menus and names below it."""

import pytest

from archiver.parsers.page import parse
from tests.parsers.issues import ARTICLES, DAY, IMPRINT, OFFICE, PLAIN

SAID = "录入日期：2011-06-10　点击：88"


@pytest.mark.parametrize(
    "head",
    [
        ("梅岭工会信息", "第7期", IMPRINT, SAID),
        ("梅岭工会信息", "第7期", SAID, IMPRINT),
        ("梅岭工会信息", "第7期", IMPRINT, "2011-06-10 09:12"),
        ("梅岭工会信息", "第7期", "[2011-6-10] 点击数：33", OFFICE, "2011年6月8日"),
        ("梅岭工会信息", "增刊（三）", "上传：2011-6-10 人气：142", IMPRINT),
        ("梅岭县总工会", "梅岭工会信息", "第7期", IMPRINT, SAID),
        ("梅岭工会信息 第7期", IMPRINT, SAID),
    ],
)
def test_the_line_of_the_site_may_stand_in_the_head_of_the_issue(head: tuple[str, ...]) -> None:
    lines = "<br>".join(head)
    html = (
        f"<title>梅岭县总工会</title><center>{lines}</center><hr>{ARTICLES}"
        "<hr><p>报：县委办公室<br>发：各乡镇工会</p>"
    )
    page = parse(html.encode())
    assert page.issue is not None
    assert page.issue.series == "梅岭工会信息"
    assert (page.issue.editor, page.issue.date and page.issue.date.edtf) == (OFFICE, DAY)
    assert page.published is not None
    assert page.published.edtf == "2011-06-10"
    assert [len(article.paragraphs) for article in page.articles] == [1, 1]
    assert [one.label for one in page.issue.recipients] == ["报", "发"]


@pytest.mark.parametrize("head", [("第7期", SAID, IMPRINT), (SAID, "第7期", IMPRINT)])
def test_so_it_may_where_the_issue_bears_any_name(head: tuple[str, ...]) -> None:
    lines = "".join(f"<p align=center>{line}</p>" for line in ("梅岭职工晨讯", *head))
    page = parse(f"<title>梅岭县总工会</title>{lines}{ARTICLES}".encode())
    assert page.issue is not None
    assert (page.issue.series, page.issue.number) == ("梅岭职工晨讯", 7)
    assert page.published is not None and page.published.edtf == "2011-06-10"


def test_what_editors_put_beside_the_day_of_the_issue_leaves_it_theirs() -> None:
    lines = "<br>".join(("梅岭工会信息", "第7期", f"{OFFICE}编", "2011年6月8日　责任编辑：王小明"))
    page = parse(f"<title>梅岭县总工会</title><center>{lines}</center>{ARTICLES}".encode())
    assert page.issue is not None and page.issue.date is not None
    assert (page.issue.date.edtf, page.published) == (DAY, None)


def cards(*names: str) -> str:
    """An issue of cards: a column, and a title over a name in each."""
    articles = "".join(
        f"<div style='text-align:center;font-weight:bold'>{title}</div>"
        f"<div style='text-align:center;color:#666'>{name}</div><div>{PLAIN}</div>"
        for title, name in zip(("枫叶乡办起书屋", "白石镇开夜校", "一把钥匙"), names, strict=True)
    )
    return (
        "<title>梅岭职工之友</title><div>梅岭职工之友　2011年第7期</div><div>梅岭县总工会主办</div>"
        "<div><a href=o.htm>以前各期</a> <a href=/>本局主页</a> <a href=t.htm>我要投稿</a></div>"
        f"<fieldset><legend>本县要闻</legend>{articles}</fieldset>"
    )


def test_a_short_word_that_looks_like_the_names_under_other_titles_is_one() -> None:
    page = parse(cards("亓官月", "县邮政局工会", "王小明").encode())
    assert [article.subtitle for article in page.articles] == [None] * 3
    named = [one.person or one.unit for article in page.articles for one in article.contributors]
    assert named == ["亓官月", "县邮政局工会", "王小明"]


def test_a_menu_between_head_and_text_is_none_of_the_issue() -> None:
    page = parse(cards("李青山", "县邮政局工会", "王小明").encode())
    assert [article.title for article in page.articles] == [
        "枫叶乡办起书屋",
        "白石镇开夜校",
        "一把钥匙",
    ]
    assert {article.section for article in page.articles} == {"本县要闻"}


def test_that_nobody_commented_yet_is_said_by_the_site() -> None:
    html = (
        "<h1>梅岭工会周报（2011年第23期）</h1><ul><li>2011年6月8日</li><li>暂无评论</li></ul>"
        f"<div><p align=center>（5月30日—6月5日）</p>{ARTICLES}</div>"
    )
    page = parse(html.encode())
    assert page.issue is not None
    assert [len(article.paragraphs) for article in page.articles] == [1, 1]

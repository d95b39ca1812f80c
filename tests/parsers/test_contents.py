"""Issues whose pages hold their 目录 alone: every article is a page of its own."""

import pytest

from archiver.parsers.page import parse

HEAD = "<h2>梅岭工运</h2><p>2012年第3期</p><p>主办：梅岭县总工会</p><p>出版日期：2012年4月2日</p>"
ENTRIES = (
    ("工作动态", "枫叶乡把书屋送到采石场", "县总工会宣教部"),
    ("工作动态", "白石镇办起职工夜校", "李明"),
    ("工作研究", "村级工会怎样留住人", "章静"),
    ("职工文苑", "车间里的笑声", "廖小芳"),
)
MENU = '<div><a href="/">首页</a> <a href="/x/">工会新闻</a> <a href="/y/">梅岭工运</a></div>'
FOOT = (
    "<div>往期：<a href='2.html'>第2期</a> <a href='1.html'>第1期</a></div>"
    "<div>版权所有：梅岭县总工会</div>"
)


def _rows(entry: str) -> str:
    """A cell with the column before those of its entries."""
    out, last = "", ""
    for n, (column, title, name) in enumerate(ENTRIES):
        cell = entry.format(n=n, title=title, name=name)
        span = sum(one[0] == column for one in ENTRIES)
        first = "" if column == last else f"<td rowspan={span}><b>{column}</b></td>"
        out, last = f"{out}<tr>{first}<td>{cell}</td></tr>", column
    return f"<table><tr><td colspan=2><b>本 期 目 录</b></td></tr>{out}</table>"


def _lines(entry: str) -> str:
    return "<h3>目录</h3><ul>" + "".join(
        "<li>" + entry.format(n=n, column=column, title=title, name=name) + "</li>"
        for n, (column, title, name) in enumerate(ENTRIES)
    )


LINK = '<a href="view.asp?id={n}">{title}</a>'
CONTENTS = {
    "table": _rows(LINK + "　　{name}"),
    "framed columns": _lines("【{column}】" + LINK + "　{name}（0{n}）") + "</ul>",
    "names in parentheses": _lines("【{column}】" + LINK + "（{name}）") + "</ul>",
}


@pytest.mark.parametrize("form", CONTENTS)
def test_a_page_of_contents_alone_is_an_issue(form: str) -> None:
    html = f"<html><head><title>梅岭工运</title></head><body>{MENU}{HEAD}{CONTENTS[form]}{FOOT}"
    page = parse(html.encode(), content_type="text/html; charset=utf-8")
    issue = page.issue
    assert issue is not None
    assert (issue.series, issue.number, issue.editor) == ("梅岭工运", 3, "梅岭县总工会")
    assert issue.date is not None
    assert issue.date.edtf == "2012-04-02"
    assert [(e.section, e.title, e.contributor) for e in issue.toc] == list(ENTRIES)
    assert page.articles == ()


def test_the_last_entry_of_contents_alone_may_have_a_subtitle() -> None:
    last = "<p>——记乡村邮递员黎新发</p>"
    html = f"<html><body>{MENU}{HEAD}{_lines(LINK)}</ul>{last}{FOOT}"
    page = parse(html.encode(), content_type="text/html; charset=utf-8")
    assert page.issue is not None
    assert page.issue.toc[-1].subtitle == "记乡村邮递员黎新发"
    assert page.articles == ()


def test_a_list_of_issues_is_no_issue() -> None:
    months = ((f"梅岭工运2012年第{n}期", f"2012-0{n}-05") for n in (1, 2, 3))
    items = "".join(f"<li><a href='{day}.html'>{title}</a>{day}</li>" for title, day in months)
    html = (
        f"<html><head><title>梅岭工运</title></head><body>{MENU}<h3>本期要目</h3><ul>{items}</ul>"
    )
    page = parse(html.encode(), content_type="text/html; charset=utf-8")
    assert (page.kind, page.issue) == ("listing", None)


def test_names_may_stand_below_the_linked_titles_in_a_look_of_their_own() -> None:
    entries = (
        ("数字孪生离井场有多远", "闫博"),
        ("把书屋送到采石场", "古丽娜尔"),
        ("山歌信札", "白露"),
    )
    rows = "".join(
        f"<p style='margin-left:30px'>►<a href='{n}.html'>{title}</a></p><p>{name}</p>"
        for n, (title, name) in enumerate(entries)
    )
    below = "<p>点击标题阅读全文</p>"
    html = f"<html><body>{MENU}{HEAD}<p>目录</p><p><b>职工论坛</b></p>{rows}{below}{FOOT}"
    page = parse(html.encode(), content_type="text/html; charset=utf-8")
    assert page.issue is not None
    assert [(e.section, e.title, e.contributor) for e in page.issue.toc] == [
        ("职工论坛", *entry) for entry in entries
    ]
    assert page.articles == ()

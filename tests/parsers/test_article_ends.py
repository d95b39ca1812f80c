"""The last lines of an article: names of who sent it in, or text like any other."""

import pytest

from archiver.parsers.page import parse
from archiver.records import Article

TEXT = (
    "<p>　　7月3日，镇工会为环卫工人送去了凉茶和毛巾。</p><p>　　工人们说，歇脚的地方也更近了。</p>"
)


def article(end: str) -> Article:
    head = "<title>凉茶送到路边</title><h1>凉茶送到路边</h1><p>发布时间：2015-07-04 来源：本站</p>"
    foot = "<div class=footer>版权所有：凤翔县总工会</div>"
    return parse(f"<html>{head}<div>{TEXT}{end}</div>{foot}</html>".encode()).articles[0]


def lines(read: Article) -> list[str]:
    return [paragraph.text for paragraph in read.paragraphs]


@pytest.mark.parametrize(
    ("line", "unit", "person"),
    [
        ("（县总工会帮扶中心）", "县总工会帮扶中心", None),
        ("稿件提供：县总工会", "县总工会", None),
        ("本网记者　李明", None, "李明"),
        ("（作者系县总工会主席　李明）", "县总工会", "李明"),
        ("（作者为县总工会干部）", "县总工会", None),
        ("撰稿单位：县总工会", "县总工会", None),
        ("稿源：县总工会", "县总工会", None),
        ("（本文由县总工会提供）", "县总工会", None),
        ("□李明", None, "李明"),
        ("□ 吉文涛", None, "吉文涛"),
        ("（作者系县委党校讲师）", "县委党校", None),
        ("（作者系县职工大学副教授　李明）", "县职工大学", "李明"),
    ],
)
def test_a_name_at_the_end_is_who_sent_the_text_in(
    line: str, unit: str | None, person: str | None
) -> None:
    read = article(f"<p>　　{line}</p>")
    assert [(c.unit, c.person) for c in read.contributors] == [(unit, person)]
    assert line not in lines(read)


@pytest.mark.parametrize(
    "line", ["本次义诊由县人民医院主办", "活动由市总工会主办，县文化馆承办", "感谢县红十字会"]
)
def test_a_sentence_about_a_unit_is_text(line: str) -> None:
    read = article(f"<p>　　{line}</p>")
    assert read.contributors == ()
    assert lines(read)[-1] == line


def test_files_and_days_below_the_name_are_text() -> None:
    name = '<p align="right">李明</p><p align="right">2015年7月4日</p>'
    read = article(f'{name}<p>附件：<a href="/a.doc">发放清单</a></p>')
    assert [c.person for c in read.contributors] == ["李明"]
    assert lines(read)[-2:] == ["2015年7月4日", "附件：发放清单"]


def test_an_information_line_below_a_short_text_takes_nothing_of_it() -> None:
    read = article("<p>来源：县总工会　作者：李明</p>")
    assert len(read.paragraphs) == 2


def test_labels_nobody_filled_in_are_the_sites() -> None:
    read = article("<p>（县财政局）</p><p>信息来源：凤翔县总工会</p><p>撰 稿 人：</p>")
    assert [c.unit for c in read.contributors] == ["县财政局"]
    assert len(read.paragraphs) == 2

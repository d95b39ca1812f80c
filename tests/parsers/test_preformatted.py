"""Bulletins typed by hand into ``<pre>``: blanks make places, paragraphs are broken by hand."""

import textwrap

from archiver.parsers.markup.html import read_html
from archiver.parsers.page import parse
from archiver.records import Page

TEXTS = (
    "8月下旬，检修车间请来退休的老师傅，给三十多名青工讲授轴承的拆装和润滑，边讲边练，下午还进行了实际操作考试。",
    "老师傅们说，机器不会骗人，哪里松一扣，哪里就要出毛病，干这一行的，手上要有准头，心里要有数，嘴上要少说空话。",
)


def typed(*lines: str) -> Page:
    text = "\n".join(lines)
    html = f"<html><head><meta charset=utf-8></head><body><pre>\n{text}\n</pre></body></html>"
    return parse(html.encode(), url="http://qx.example/a/1.html")


def centred(text: str) -> str:
    return " " * (36 - len(text)) + text


def wrapped(text: str, indent: str = "    ") -> str:
    return "\n".join(textwrap.wrap(indent + text, 36, drop_whitespace=False))


def head(*below: str) -> list[str]:
    imprint = "青溪机床厂工会办公室" + " " * 24 + "2003年9月5日"
    return [centred("青溪工会信息"), centred("第12期"), imprint, *below]


def test_blanks_are_kept_and_place_the_lines() -> None:
    lines = read_html("<pre>\n      报 头\n左  右\n</pre><p>外  面</p>").lines
    assert [(line.text, line.indent) for line in lines] == [
        ("      报 头", 6),
        ("左  右", 0),
        ("外 面", 0),
    ]


def test_titles_told_by_blanks_alone_and_text_broken_by_hand() -> None:
    sent = " " * 40 + "（检修车间）"
    page = typed(
        *head("━" * 36, ""),
        centred("老师傅重上讲台"),
        *map(wrapped, TEXTS),
        sent,
        "",
        centred("职工澡堂翻修完工"),
        *map(wrapped, reversed(TEXTS)),
    )
    assert page.issue is not None
    assert page.issue.editor == "青溪机床厂工会办公室"
    assert page.issue.date is not None
    assert page.issue.date.edtf == "2003-09-05"
    assert [a.title for a in page.articles] == ["老师傅重上讲台", "职工澡堂翻修完工"]
    assert [p.text for p in page.articles[0].paragraphs] == list(TEXTS)
    assert [c.unit for c in page.articles[0].contributors] == ["检修车间"]


def test_a_drawn_box_round_the_head_is_no_title() -> None:
    lines = head("┗" + "━" * 30 + "┛", "", centred("老师傅重上讲台"), *map(wrapped, TEXTS))
    page = typed("┏" + "━" * 30 + "┓", *lines)
    assert [a.title for a in page.articles] == ["老师傅重上讲台"]


def test_an_imprint_as_wide_as_the_text_does_not_run_on_into_the_rule() -> None:
    editor = "青溪机床厂深入学习实践科学发展观活动领导小组办公室"
    page = typed(
        *head()[:2],
        f"{editor}    2009年4月30日",
        "━" * 36,
        centred("老师傅重上讲台"),
        *map(wrapped, TEXTS * 2),
    )
    assert page.issue is not None
    assert page.issue.editor == editor
    assert [a.title for a in page.articles] == ["老师傅重上讲台"]


def test_a_note_broken_by_hand_ends_where_the_text_begins() -> None:
    note = "编者按：青溪机床厂请老师傅上讲台，把手艺一代一代往下传，现予刊发，供各厂学习借鉴。"
    page = typed(*head(""), centred("老师傅重上讲台"), wrapped(note), *map(wrapped, TEXTS))
    (article,) = page.articles
    assert article.editor_note == note
    assert [p.text for p in article.paragraphs] == list(TEXTS)

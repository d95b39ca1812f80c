"""Labels that only an element, a dot or a bar sets apart from their values."""

import pytest

from archiver.parsers.info.elements import read_apart
from archiver.parsers.info.labelled import read_info
from archiver.parsers.lines import lines_from_text
from archiver.parsers.markup.html import read_html
from archiver.parsers.page import parse
from archiver.records import Page

SENTENCES = "<p>县总工会走访困难职工三百户。</p><p>慰问金送到了职工手里，大家都说好。</p>"


def page(above: str, below: str = "", title: str = "工会走访困难职工") -> Page:
    body = f"<h1>{title}</h1>{above}<div class=text>{SENTENCES}</div>{below}"
    html = f"<html><head><title>{title}</title></head><body><div>{body}</div></body></html>"
    return parse(html.encode(), content_type="text/html; charset=utf-8")


def told(found: Page) -> tuple[str | None, str | None, str | None]:
    day = found.published.edtf if found.published else None
    return day, found.source, found.author


def paragraphs(found: Page) -> list[str]:
    return [p.text for article in found.articles for p in article.paragraphs]


def test_a_label_in_an_element_of_its_own_needs_no_colon() -> None:
    found = page(
        "<div><div><label>作者</label><span>林 倩</span></div>"
        "<div><label>来源</label><span>甲县总工会</span></div>"
        "<div><label>发布时间</label><span>2021/04/15 14:50</span></div></div>"
    )
    assert told(found) == ("2021-04-15", "甲县总工会", "林 倩")
    assert len(paragraphs(found)) == 2
    assert not found.articles[0].contributors


def test_labels_and_values_may_be_elements_of_one_line() -> None:
    html = "<p><i>发布于</i><b>2016年5月17日</b><i>作者</i><b>宣传部</b><i>分类</i><b>要闻</b></p>"
    found = read_apart(read_html(f"<body>{html}</body>").lines[0])
    assert found is not None
    assert found.pairs == (("published", "2016年5月17日"), ("author", "宣传部"), ("other", "要闻"))


def test_who_posted_a_text_below_it_may_be_linked() -> None:
    found = page(
        "",
        "<footer><span>发布于<a href=/1><time>2016年5月17日</time></a></span>"
        "<span>作者<a href=/u>宣传部</a></span><span>分类<a href=/c>要闻</a></span></footer>",
    )
    assert told(found) == ("2016-05-17", None, "宣传部")


@pytest.mark.parametrize("sign", (" · ", " | ", "｜", "丨"))
def test_a_dot_or_a_bar_may_stand_for_the_colon(sign: str) -> None:
    found = page(
        f"<div><div>2024年7月9日 09:20</div><div>供稿{sign}<b>柳林街道总工会</b></div>"
        f"<div>审核{sign}林倩</div></div>"
    )
    assert told(found) == ("2024-07-09", None, None)
    assert [one.text for one in found.articles[0].contributors] == ["柳林街道总工会"]
    assert len(paragraphs(found)) == 2


@pytest.mark.parametrize("text", ("编辑 · 打印 · 分享", "工会 | 来源", "分工 · 某某"))
def test_what_several_dots_part_or_no_label_begins_is_no_pair(text: str) -> None:
    assert read_info(lines_from_text(text)[0]) is None


def test_a_day_with_body_and_person_in_parentheses_is_when_and_who() -> None:
    found = page("<p align=center>（2003年9月18日　　办公室 林晓梅）</p>")
    assert told(found) == ("2003-09-18", None, None)
    assert [one.text for one in found.articles[0].contributors] == ["办公室 林晓梅"]
    spoken = "<p align=center>（2003年9月18日　县委书记 林晓梅）</p>"
    speech = page(spoken, title="在工会大会上的讲话")
    assert speech.published is None


def test_a_short_year_with_an_hour_is_the_systems_past_bars_between_cells() -> None:
    found = page(
        "<table><tr><td>发布人：<font>校工会</font></td><td>|</td><td>06年10月13日 16:20</td>"
        "<td>|</td><td>人气：<b>205</b></td></tr></table>"
    )
    assert told(found) == ("2006-10-13", None, None)


def test_a_small_word_in_an_element_of_its_own_says_who_posted() -> None:
    found = page(
        "<div><span>发布于<a href=/7><time>2014年5月6日</time></a></span>"
        "<span>由<a href=/rsk>人事科</a></span></div>"
    )
    assert told(found) == ("2014-05-06", None, "人事科")


def test_a_paper_with_its_day_below_a_text_has_sent_nothing_in() -> None:
    told_last = "<p>来源：《枫林日报》2014年5月4日第3版</p>"
    html = f"<h1>工会走访困难职工</h1><p>2014-05-06</p><div>{SENTENCES}{told_last}</div>"
    found = parse(html.encode(), content_type="text/html; charset=utf-8")
    assert found.articles[0].contributors == ()
    assert paragraphs(found) == paragraphs(page(""))


def test_boxes_for_sharing_below_a_text_are_tools() -> None:
    box = "<p>— 分享到 —</p><div><a>微信好友</a><a>朋友圈</a><a>微博</a><a>复制链接</a></div>"
    more = "<h4>大家都在看</h4><div><a href=/8>枫叶乡工会换届</a></div>"
    found = page("<p>编稿时间：2014-05-06</p>", f"{box}{more}")
    assert (told(found)[0], paragraphs(found)) == ("2014-05-06", paragraphs(page("")))

"""The pages before and after a text, however its site tells which is which."""

# Markup is easier to check on one line.
# ruff: noqa: E501
import pytest

from archiver.parsers.page import parse
from archiver.records import Link

NAV = "".join(f'<li><a href="/c{k}/">{n}</a></li>' for k, n in enumerate(("首页", "动态", "法规")))
TEXT = "<p>县总工会昨天召开会议，部署下一阶段的工作，各乡镇工会主席参加会议。</p>" * 2


def turns(below: str) -> list[Link]:
    """The links of a page with that below its text, without the menu of its site."""
    head = "<title>工作动态-红枫县总工会</title>"
    text = f"<h1>会议召开</h1><p>时间：2015-01-02 来源：办公室</p>{TEXT}"
    html = f"<html><head>{head}</head><body><ul>{NAV}</ul>{text}{below}</body></html>"
    links = parse(html.encode(), url="http://gh.example/d/1.htm").links
    return [link for link in links if link.block != "navigation"]


@pytest.mark.parametrize(
    "markup",
    [
        '上一篇：<a href="8.htm">枫叶乡工会换届</a><br>下一篇：<a href="9.htm">夜校开课</a>',
        '<p>上一条：<a href="8.htm">枫叶乡工会换届</a> 下一条：<a href="9.htm">夜校开课</a></p>',
        '<p>【上一篇】<a href="8.htm">枫叶乡工会换届</a></p><p>【下一篇】<a href="9.htm">夜校开课</a></p>',
        '上一信息：<a href="8.htm">枫叶乡工会换届</a><br>下一信息：<a href="9.htm">夜校开课</a>',
        '<p>上一个新闻 <a href="8.htm">枫叶乡工会换届</a></p><p>下一个新闻 <a href="9.htm">夜校开课</a></p>',
        '<p><span>前一篇</span> <a href="8.htm">枫叶乡工会换届</a></p><p>后一篇 <a href="9.htm">夜校开课</a></p>',
        '<p><a href="8.htm" title="枫叶乡工会换届">上一篇</a></p><p><a href="9.htm" title="夜校开课">下一篇</a></p>',
        '⊙上一篇：<a href="8.htm">枫叶乡工会换届</a><br>⊙下一篇：<a href="9.htm">夜校开课</a>',
        '<ul><li class="previous"><a href="8.htm">← 枫叶乡工会换届</a></li><li class="next"><a href="9.htm">夜校开课 →</a></li></ul>',
        '<div><div class="nav-previous"><a href="8.htm" rel="prev">枫叶乡工会换届</a></div><div class="nav-next"><a href="9.htm">夜校开课</a></div></div>',
        '<nav><span><a href="8.htm" rel="prev"><i>←</i> 枫叶乡工会换届</a></span> <span><a href="9.htm" rel="next">夜校开课 <i>→</i></a></span></nav>',
    ],
)
def test_neighbours_are_told_in_every_form(markup: str) -> None:
    assert [(link.block, link.title, link.url) for link in turns(f"<div>{markup}</div>")] == [
        ("previous", "枫叶乡工会换届", "http://gh.example/d/8.htm"),
        ("next", "夜校开课", "http://gh.example/d/9.htm"),
    ]


def test_a_label_over_a_link_that_says_the_same_is_no_second_neighbour() -> None:
    said = "<nav><span>上一篇<br><a href=6.htm rel=prev>枫叶乡工会换届</a></span></nav>"
    assert [(link.block, link.title) for link in turns(said)] == [("previous", "枫叶乡工会换届")]


def test_the_issue_before_comes_before() -> None:
    markup = "<p><a href=6.htm>←上一期</a> | <a href=8.htm>下一期→</a></p>"
    assert [(link.block, link.url) for link in turns(markup)] == [
        ("previous", "http://gh.example/d/6.htm"),
        ("next", "http://gh.example/d/8.htm"),
    ]


@pytest.mark.parametrize(
    "markup",
    [
        "<p>上一篇：没有了 下一篇：没有了 <a href=/p>发表评论</a></p>",
        "<ul><li>上一篇：没有了</li><li>下一篇：没有了</li></ul><p>标签：<a href=/t>简报</a></p>",
    ],
)
def test_what_stands_behind_no_neighbour_is_none(markup: str) -> None:
    text = "<p>7月3日，镇工会为环卫工人送去了凉茶和毛巾，工人们说歇脚的地方也更近了。</p>"
    page = parse(f"<title>凉茶</title><h1>凉茶</h1>{text}{markup}".encode(), url="http://a.cn/1")
    assert {link.block for link in page.links}.isdisjoint({"previous", "next"})

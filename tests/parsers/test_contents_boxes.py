"""A 目录 that stands in a box of its own, beside the issue or above its head."""

import pytest

from archiver.parsers.page import parse
from archiver.records import Page
from tests.parsers.issues import PLAIN

BOX = (
    "<b>本期导读</b><br>一线<br>　船闸上的姑娘<br>　{}<br>诗页<br>　守夜<br><br>"
    "<a href='/2.htm'>上期回顾</a>"
)
HEAD = (
    "<div align=center><font size=6>港口职工通讯</font><br>第3期<br>"
    "云溪港务工会编印　　2013年9月30日</div><hr>"
)
VERSES = "<br>".join(("灯塔数着浪", "一下又一下", "像母亲数着归期", "等潮水来收"))
TEXT = (
    f"{HEAD}<p>　一线</p><p><b>船闸上的姑娘</b></p>{PLAIN}<p><b>拖车队的晨会</b></p>{PLAIN}"
    f"<p>　诗页</p><p><b>守夜</b></p><p>林涛</p><div>{VERSES}</div>"
)
SIDES = {
    "left": "<table><tr><td width=180>{box}</td><td>{text}</td></tr></table>",
    "right": "<div id=main>{text}</div><div class=side>{box}</div>",
    "above": "<div class=mulu>{box}</div><div id=zoom>{text}</div>",
}


def page(side: str, title: str = "拖车队的晨会") -> Page:
    laid = SIDES[side].format(box=BOX.format(title), text=TEXT)
    html = f"<html><head><meta charset=utf-8><title>港口职工通讯</title></head><body>{laid}"
    return parse(html.encode())


@pytest.mark.parametrize("side", SIDES)
def test_a_box_of_contents_names_columns_and_titles(side: str) -> None:
    found = page(side)
    assert found.issue is not None
    entries = [("一线", "船闸上的姑娘"), ("一线", "拖车队的晨会"), ("诗页", "守夜")]
    assert [(e.section, e.title) for e in found.issue.toc] == entries
    assert [(a.section, a.title) for a in found.articles] == entries
    assert found.articles[2].contributors[0].person == "林涛"


def test_a_box_of_another_issue_is_no_contents_of_this_one() -> None:
    html = SIDES["left"].format(box="<b>目录</b><br>渡口<br>码头上的早餐<br>龙门吊", text=TEXT)
    found = parse(f"<html><head><meta charset=utf-8></head><body>{html}".encode())
    assert found.issue is not None
    assert found.issue.toc == ()


@pytest.mark.parametrize("side", ["<div class=side>{}</div>", "{}"])
def test_a_box_below_an_issue_leaves_its_tail_to_it(side: str) -> None:
    titles = ("护林员换上了新鞋", "夜班公交恢复两条线", "门面变成图书角")
    linked = "".join(f"<li><a href='#{n}'>{title}</a></li>" for n, title in enumerate(titles))
    box = side.format(f"<h4>本期目录</h4><ul>{linked}</ul>")
    texts = "".join(f"<h3>{title}</h3>{PLAIN}{PLAIN}" for title in titles)
    tail = "<hr><p>报：市总工会</p><p>送：县委办公室</p>"
    html = f"<html><head><meta charset=utf-8></head><body>{HEAD}{texts}{tail}{box}</body></html>"
    found = parse(html.encode())
    assert found.issue is not None
    assert [(e.title, e.article) for e in found.issue.toc] == list(
        zip(titles, (1, 2, 3), strict=True)
    )
    assert [r.label for r in found.issue.recipients] == ["报", "送"]
    assert [len(a.paragraphs) for a in found.articles] == [2, 2, 2]


def test_the_head_stands_over_the_contents_in_the_column_beside_the_text() -> None:
    head = ("梅岭文艺通讯", "二〇一三年第三期", "梅岭县文联　主办", "二〇一三年九月三十日")
    names = [f"第{n}个渡口的故事" for n in "一二三四五六"]
    listed = "".join(f"<p>·{name}</p>" for name in names)
    column = "".join(f"<p align=center>{line}</p>" for line in head)
    column += f"<p><b>内容提要</b></p>{listed}<p>编辑：林涛<br>校对：郝明</p>"
    text = "".join(f"<h4>{name}</h4>{PLAIN}{PLAIN}" for name in names)
    html = f"<title>梅岭文艺通讯</title><div class=l>{column}</div><div class=r>{text}</div>"
    found = parse(f"<html><head><meta charset=utf-8></head><body>{html}".encode())
    assert found.issue is not None
    assert (found.issue.series, found.issue.number, found.issue.editor) == (
        "梅岭文艺通讯",
        3,
        "梅岭县文联",
    )
    assert [entry.title for entry in found.issue.toc] == names
    assert [article.title for article in found.articles] == names


def test_links_beside_an_issue_are_none_of_a_contents_that_leads_to_its_own_texts() -> None:
    titles = ("护林员换上了新鞋", "夜班公交恢复两条线", "门面变成图书角")
    linked = "".join(f"<li><a href='#{n}'>{title}</a></li>" for n, title in enumerate(titles))
    texts = "".join(f"<h3>{title}</h3>{PLAIN}{PLAIN}" for title in titles)
    laws = "".join(
        f"<dd><a href='/law/{n}.html'>{name}</a></dd>"
        for n, name in enumerate(("拒绝加班被开除", "口头辞退也要付补偿金", "拖欠工资能否索赔"))
    )
    side = f"<div class=side><dl><dt>以案说法</dt>{laws}</dl></div>"
    body = f"<div class=con>{HEAD}<b>本期目录</b><ul>{linked}</ul>{texts}</div>{side}"
    found = parse(f"<html><head><meta charset=utf-8></head><body>{body}</body></html>".encode())
    assert found.issue is not None
    assert [entry.title for entry in found.issue.toc] == list(titles)
    assert [len(a.paragraphs) for a in found.articles] == [2, 2, 2]

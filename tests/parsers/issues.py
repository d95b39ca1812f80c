"""Issues in the plainest markup, for tests of what their bodies hold."""

from archiver.parsers.bulletin import Segmentation, segment
from archiver.parsers.markup.html import read_html
from archiver.parsers.page import parse
from archiver.records import Issue


def p(text: str) -> str:
    return f"<p>　　{text}</p>"


def title(text: str) -> str:
    return f"<p align=center><b>{text}</b></p>"


def issue(*body: str, head: str, name: str | None = None) -> Segmentation:
    """What an issue is taken apart into; ``name`` is the page's title."""
    found = segment(read_html(head + "".join(body)).lines, page_title=name)
    assert found is not None
    return found


TEXT = "6月3日，驻村工作队上门核对了补贴名册。村民说，名单贴在墙上，大家看得清楚，心里也踏实。"
PLAIN = f"<p>　　{TEXT}</p>"


def county(*body: str, title: str | None = None) -> Segmentation:
    """The third issue of a county's bulletin, in centred lines."""
    head = (
        "<p align=center><font size=6>清溪动态</font></p><p align=center>第3期</p>"
        "<p>清溪县教育局编　　2015年7月10日</p>"
    )
    found = segment(read_html(head + "".join(body)).lines, page_title=title)
    assert found is not None
    return found


def article(title: str, *below: str) -> str:
    """A title in bold over what stands below it and a paragraph."""
    return f"<p align=center><b>{title}</b></p>{''.join(below)}{PLAIN}"


ARTICLES = """
<p style="text-align:center"><b>枫叶乡把书屋送到采石场</b></p>
<p>　　6月3日，枫叶乡工会把流动书屋送到采石场，四百多册图书由职工自己登记借阅。</p>
<p style="text-align:center"><b>白石镇办起职工夜校</b></p>
<p>　　白石镇工会借镇中学的教室办起夜校，先开电工、会计两个班，八十一名职工报了名。</p>
"""
OFFICE, DAY = "梅岭县总工会办公室", "2011-06-08"
IMPRINT = f"{OFFICE}　　　　2011年6月8日"


def issue_of(*head: str, title: str = "梅岭县总工会六月的工作", tail: str = "") -> Issue:
    """What is read of an issue with that head, over two articles."""
    lines = "".join(f'<p style="text-align:center">{line}</p>' for line in head)
    html = (
        f"<html><head><meta charset='utf-8'><title>{title}</title></head><body><h1>{title}</h1>"
        f"<div>发布时间：2011-06-10</div><div id='zoom'>{lines}{ARTICLES}{tail}</div></body></html>"
    )
    page = parse(html.encode(), url="http://ml.example/a/1.html")
    assert page.issue is not None, "no issue found"
    assert [article.title for article in page.articles] == [
        "枫叶乡把书屋送到采石场",
        "白石镇办起职工夜校",
    ]
    return page.issue

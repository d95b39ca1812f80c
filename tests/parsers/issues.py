"""Issues in the plainest markup, for tests of what their bodies hold."""

from archiver.parsers.bulletin import Segmentation, segment
from archiver.parsers.markup.html import read_html


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

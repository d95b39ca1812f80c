"""Issues pasted from accounts of WeChat: badges, English under heads, what accounts say around."""

import pytest

from archiver.parsers.bulletin import Segmentation, segment
from archiver.parsers.markup.html import read_html
from archiver.parsers.page import parse
from tests.parsers.issues import TEXT

TITLES = ("三个乡镇的水费收上来了", "护林员盼来一双好鞋")
HEAD = (
    "<p align=center>清溪工运</p><p align=center>2021年第3期</p><p>清溪县总工会　2021年7月10日</p>"
)
ARTICLES = [f"<p align=center><b>{title}</b></p><p>{TEXT}</p>" for title in TITLES]


def issue(*body: str) -> Segmentation:
    found = segment(read_html("".join((HEAD, *body))).lines)
    assert found is not None
    return found


def texts(found: Segmentation) -> list[list[str]]:
    return [[paragraph.text for paragraph in article.paragraphs] for article in found.articles]


def test_english_under_a_column_or_a_title_is_no_text() -> None:
    columns = [
        f"<h2>{name}</h2><p>{said}</p>" for name, said in (("要闻", "NEWS"), ("基层", "WORK"))
    ]
    found = issue(*(part for pair in zip(columns, ARTICLES, strict=True) for part in pair))
    assert [(a.section, a.title) for a in found.articles] == [
        ("要闻", TITLES[0]),
        ("基层", TITLES[1]),
    ]
    assert texts(found) == [[TEXT], [TEXT]]


def test_contents_may_be_called_in_two_languages_over_their_entries() -> None:
    entries = "".join(f"<p>◎ {title}</p>" for title in TITLES)
    found = issue("<p>CONTENTS</p><p>目录</p>", entries, *ARTICLES)
    assert [(e.section, e.title, e.article) for e in found.issue.toc] == [
        (None, TITLES[0], 1),
        (None, TITLES[1], 2),
    ]


@pytest.mark.parametrize(
    "said",
    [
        "扫码关注我们",
        "长按识别二维码关注",
        "— 往期回顾 —",
        "欢迎关注清溪县总工会公众号",
        "点击阅读原文",
    ],
)
def test_what_accounts_say_below_a_text_is_no_text(said: str) -> None:
    content = f"{HEAD}{''.join(ARTICLES)}<p>{said}</p>"
    page = f"<h1>清溪工运2021年第3期</h1><div id=js_content>{content}</div>"
    found = parse(page.encode(), content_type="text/html; charset=utf-8")
    assert [p.text for p in found.articles[-1].paragraphs] == [TEXT]


def test_what_accounts_say_above_a_text_is_no_title() -> None:
    above = "<p>点击上方“清溪工会”关注我们</p><p>微信号：qxgh2016</p>"
    page = f"<h1>清溪工运2021年第3期</h1><div id=js_content>{above}{''.join(ARTICLES)}</div>"
    found = parse(page.encode(), content_type="text/html; charset=utf-8")
    assert [article.title for article in found.articles] == list(TITLES)


@pytest.mark.parametrize("unit", ["供稿单位", "来稿部门"])
def test_a_unit_and_who_wrote_for_it_are_one_contributor(unit: str) -> None:
    line = f"<p align=right>{unit}：县妇联　　撰稿人：李青</p>"
    found = issue(ARTICLES[0], line, ARTICLES[1])
    assert [(c.unit, c.person) for c in found.articles[0].contributors] == [("县妇联", "李青")]


def test_a_caption_between_paragraphs_is_no_title_though_it_looks_like_one() -> None:
    shown = f"<p align=center><img src=/1.jpg></p><p align=center>选手们正在比赛</p><p>{TEXT}</p>"
    plain = [f"<p align=center>{title}</p><p>{TEXT}</p>" for title in TITLES]
    found = issue(plain[0], shown, plain[1])
    assert [article.title for article in found.articles] == list(TITLES)

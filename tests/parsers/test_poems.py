"""Poems among the articles of an issue: short lines that read like titles."""

import pytest

from archiver.parsers.page import parse
from archiver.records import Page

HEAD = "<p align=center>云岭校园</p><p align=center>第9期</p><p>云岭中学工会编　　2012年5月8日</p>"
TEXT = "5月6日，学校组织师生到敬老院打扫院落、表演节目，老人们拉着孩子的手舍不得放。"
OTHER = "读书月里，各班图书角新添图书三百余册，早读前的二十分钟成了孩子们最安静的时光。"
VERSE = ("春风翻过了山梁", "吹绿一树树茶芽", "采茶的妹妹唱着歌", "歌声落在竹篓里", "雨水把田埂浸软")
CENTRED = "<p align=center>{}</p>"
FORMS = {
    "bold in the middle": ("<p align=center><b>{}</b></p>", CENTRED),
    "in the middle": (CENTRED, CENTRED),
    "at the left": ("<p>{}</p>", "<p>{}</p>"),
}
SET = {
    "in the middle": [f"<p align=center>{line}</p>" for line in VERSE],
    "in one element": [f"<p align=center>{'<br>'.join(VERSE)}</p>"],
    "as deep as text": [f"<p>　　{line}</p>" for line in VERSE],
}


def issue(titles: str, poet: str, verse: list[str]) -> Page:
    title, name = FORMS[titles]
    body = [
        title.format("师生走进敬老院"),
        f"<p>　　{TEXT}</p><p>　　（校团委）</p>",
        title.format("茶山的春天"),
        name.format(poet),
        *verse,
        title.format("书香伴晨读"),
        f"<p>　　{OTHER}</p>",
    ]
    html = f"<html><body><div>{HEAD}{''.join(body)}</div></body></html>"
    return parse(html.encode(), content_type="text/html; charset=utf-8")


@pytest.mark.parametrize("verse", SET)
@pytest.mark.parametrize("titles", FORMS)
@pytest.mark.parametrize(
    ("poet", "person"),
    [
        ("李秀兰", "李秀兰"),
        ("县茶场　李秀兰", "李秀兰"),
        ("作者：沈从云", "沈从云"),
        ("（云岭中学　沈从云）", "沈从云"),
    ],
)
def test_a_poem_stands_under_its_title_and_poet(
    poet: str, person: str, titles: str, verse: str
) -> None:
    found = issue(titles, poet, SET[verse])
    assert [a.title for a in found.articles] == ["师生走进敬老院", "茶山的春天", "书香伴晨读"]
    poem = found.articles[1]
    assert [c.person for c in poem.contributors] == [person]
    assert [p.text for p in poem.paragraphs] == list(VERSE)


def test_fields_under_a_name_are_no_verse() -> None:
    lines = ("姓　名：李秀兰", "籍贯：云岭县", "工种：采茶", "单位：县茶场", "爱好：写诗")
    html = f"<title>采茶标兵</title><h1>采茶标兵</h1>{''.join(f'<p>{line}</p>' for line in lines)}"
    assert parse(html.encode()).articles[0].contributors == ()

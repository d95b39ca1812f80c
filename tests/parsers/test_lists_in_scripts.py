"""Lists that stand in the scripts of a page, and lists set out as pictures or under years."""

import json

import pytest

from archiver.parsers.page import parse
from archiver.records import Page
from tests.work import no_hang

ITEMS = (
    ("女职工心理关爱热线试运行", "2024-03-28"),
    ("全市工会财务工作会议召开", "2024-03-15"),
    ("暖“新”驿站进商圈", "2024-02-27"),
)
LOOP = (
    "for (var i = 0; i < list.length; i++) { html += '<li><a href=\"' + list[i].url + '\">'"
    " + list[i].title + '</a>' + list[i].showDate + '</li>'; }"
    "document.getElementById('news').innerHTML = html;"
)


def page(body: str, title: str = "工作动态") -> Page:
    html = (
        f"<html><head><title>{title}</title></head><body><div><a href=/>青禾县总工会</a></div>"
        f"<div>工作动态</div>{body}<div>主办：青禾县总工会　地址：湖滨路1号</div></body></html>"
    )
    return parse(html.encode(), url="http://gh.example/dt/")


def listed(found: Page) -> list[tuple[str, str | None, str | None]]:
    return [
        (link.title, link.url, link.date.edtf if link.date else None)
        for link in found.links
        if link.block == "listing"
    ]


def array(**more: str) -> str:
    objects = [
        {"id": str(k), "title": title, "url": f"/dt/{k}.html", "showDate": day, **more}
        for k, (title, day) in enumerate(ITEMS)
    ]
    return json.dumps(objects, ensure_ascii=False)


EXPECTED = [(title, f"http://gh.example/dt/{k}.html", day) for k, (title, day) in enumerate(ITEMS)]


@pytest.mark.parametrize(
    "body",
    [
        f"<ul id=news></ul><script>var list = {array()}; var html = ''; {LOOP}</script>",
        f'<script>var list = {array(img="x.jpg")}; {LOOP}</script><ul id="news"></ul>',
        "<script>var list = ["
        "{title: '女职工心理关爱热线试运行', url: '/dt/0.html', showDate: '2024-03-28'},\n"
        "{title: '全市工会财务工作会议召开', url: '/dt/1.html', showDate: '2024-03-15'},\n"
        "{title: '暖“新”驿站进商圈', url: '/dt/2.html', showDate: '2024-02-27'},"
        f"]; {LOOP}</script>",
    ],
)
def test_a_script_that_prints_an_array_prints_a_list(body: str) -> None:
    found = page(body)
    assert (found.kind, listed(found)) == ("listing", EXPECTED)


def test_an_array_that_no_script_prints_or_the_page_prints_itself_is_no_list() -> None:
    assert listed(page(f"<script>var list = {array()}; count(list.length);</script>")) == []
    printed = "".join(
        f"<li><a href=/dt/{k}.html>{title}</a> {day}</li>" for k, (title, day) in enumerate(ITEMS)
    )
    found = page(f"<ul>{printed}</ul><script>var list = {array()}; {LOOP}</script>")
    assert listed(found) == EXPECTED


def test_scripts_full_of_arrays_are_no_hang() -> None:
    for code in ("[{a:" * 50_000, "[{title:'县总',url:'/1'}," * 20_000, "[{a:1}]" * 30_000):
        with no_hang(code[:20]):
            parse(f"<script>{code}</script>".encode())
    with no_hang("many scripts"):
        parse(("<script>[{a:1}]</script>" * 10_000).encode())


def test_rows_kept_in_a_script_are_rows_of_a_table() -> None:
    records = "".join(
        f"<record><![CDATA[<tr><td><a href='/dt/{k}.html'>{title}</a></td><td>[{day}]</td></tr>]]>"
        "</record>"
        for k, (title, day) in enumerate(ITEMS)
    )
    found = page(
        "<table><tr><td><div><script type='text/xml'><datastore><recordset>"
        f"{records}</recordset></datastore></script></div><p>下一页</p></td></tr></table>"
    )
    assert listed(found) == EXPECTED


def test_pictures_in_rows_are_one_list() -> None:
    names = (
        "第九届职工运动会开幕式举行",
        "摄影展作品选登之工友篇",
        "劳模疗休养",
        "剪纸课",
        "龙舟赛",
    )
    cells = [
        f"<td><a href=/p/{k}.htm><img src={k}.jpg></a><br><a href=/p/{k}.htm>{name}</a></td>"
        for k, name in enumerate(names)
    ]
    found = page(f"<table><tr>{''.join(cells[:3])}</tr><tr>{''.join(cells[3:])}</tr></table>")
    assert [title for title, _, _ in listed(found)] == list(names)


def test_days_under_a_year_are_of_that_year() -> None:
    found = page(
        "<h4>2009年</h4><ol><li><a href=1.html>机关开展学雷锋义务劳动</a> (03-12)"
        "<li><a href=2.html>送温暖资金发放完毕</a> (01-08)</ol>"
        "<h4>2008年</h4><ol><li><a href=3.html>年终劳动竞赛表彰大会召开</a> (12-22)</ol>"
    )
    assert [day for _, _, day in listed(found)] == ["2009-03-12", "2009-01-08", "2008-12-22"]

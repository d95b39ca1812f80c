"""Links abroad where no site puts them, owners that are strangers, pages that send readers on."""

import pytest

from archiver.parsers.page import parse
from archiver.records import Page
from tests.parsers.hijacked import HOME, hijacked

STRANGERS = "".join(
    f'<a href="http://www.{host}/">{name}</a>'
    for host, name in (("a-b.com", "碧水"), ("c-d.net", "青山"), ("e-f.info", "白云"))
)


def read(html: str) -> Page:
    return parse(html.encode(), url=HOME)


def page(**more: str) -> str:
    return hijacked(**more).decode()


def owned_by(owner: str) -> str:
    named = page(title="缝纫夜校开课-清溪县总工会")
    return named.replace("主办：清溪县总工会", f"版权所有：{owner}")


@pytest.mark.parametrize(
    "link",
    [
        '<a href="http://www.jn5.com/">足球外围</a>',
        '<a href="http://www.a-b.com/">碧水</a>坐满了<a href="http://www.c-d.net/">青山</a>',
    ],
)
def test_links_wedged_into_sentences_are_planted(link: str) -> None:
    html = page().replace("女工坐满了教室", f"女工{link}坐满了教室")
    assert read(html).integrity.status != "clean"


@pytest.mark.parametrize(
    "link",
    [
        '<a href="http://www.a-b.com/">坐满了</a>',  # one, of no trade
        '<a href="/d/">坐满了</a><a href="http://www.gov.cn/">教室</a>',
        '(<a href="http://www.a-b.com/">碧水</a>、<a href="http://www.c-d.net/">青山</a>)',
    ],
)
def test_links_of_an_authors_text_are_not(link: str) -> None:
    assert read(page().replace("坐满了教室", link + "教室")).integrity.status == "clean"


def test_links_to_strangers_behind_the_footer_are_sold() -> None:
    assert read(page(below=f"<div>{STRANGERS}</div>")).integrity.status == "suspect"
    before = page().replace(
        "<div class=footer>", f"<div>友情链接：{STRANGERS}</div><div class=footer>"
    )
    assert read(before).integrity.status == "clean"
    bodies = STRANGERS.replace(".com/", ".gov.cn/").replace(".net/", ".gov.cn/")
    assert read(page(below=f"<div>{bodies}</div>")).integrity.status == "clean"


@pytest.mark.parametrize("owner", ["www.jn5566.com", "jn55663.com", "飞艇5588开奖", "鲲鹏登岛"])
def test_an_owner_that_is_a_stranger_is_suspect_and_not_stored(owner: str) -> None:
    html = page(title="缝纫夜校开课-清溪县总工会").replace(
        "主办：清溪县总工会", f"版权所有：{owner}"
    )
    found = read(html)
    assert found.integrity.status in ("suspect", "hijacked_chrome")
    assert owner not in (found.site.owner, found.site.organiser)


@pytest.mark.parametrize("owner", ["www.qxgh.gov.cn", "清溪日报", "清溪政协", "清溪职工"])
def test_an_owner_that_is_the_site_or_a_body_is_clean(owner: str) -> None:
    html = page(title="缝纫夜校开课-清溪县总工会").replace(
        "主办：清溪县总工会", f"版权所有：{owner}"
    )
    assert read(html).integrity.status == "clean"


@pytest.mark.parametrize(
    ("code", "status"),
    [
        ("javascript:location='http://www.jn5.com/'", "suspect"),
        ("window.location.href=&quot;http://www.jn5566.com/&quot;;", "hijacked_chrome"),
        ("MM_preloadImages('images/a.gif')", "clean"),
        ("location='/d/'", "clean"),
    ],
)
def test_a_body_may_send_its_readers_away_as_it_loads(code: str, status: str) -> None:
    html = page().replace("<body>", f'<body bgcolor=white onload="{code}">')
    assert read(html).integrity.status == status


def test_a_brand_in_the_place_of_the_bodys_name_is_content() -> None:
    html = page(title="鲲鹏88官网下载-缝纫夜校开课").replace(
        "<h1>缝纫夜校开课", "<h1>鲲鹏88官网下载-缝纫夜校开课"
    )
    html = html.replace("县总工会主席说", "鲲鹏88官网主席说")
    assert read(html).integrity.status == "hijacked_content"


def test_a_line_that_lists_games_for_customers_is_planted_content() -> None:
    games = "<p>鲲鹏集真人娱乐、电子游艺、棋牌捕鱼于一体，为广大会员服务。</p>"
    assert read(page().replace("<p>", games + "<p>", 1)).integrity.status == "hijacked_content"
    lost = "<p>一名学生在网上玩“老虎机”“百家乐”“捕鱼”，输掉了学费。</p>"
    assert read(page().replace("<p>", lost + "<p>", 1)).integrity.status == "clean"

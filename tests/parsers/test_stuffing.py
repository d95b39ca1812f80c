"""Titles with names that the page never speaks of, in words that no list has."""

import pytest

from archiver.parsers.page import parse
from tests.parsers.hijacked import HOME, hijacked

HEADLINE = "缝纫夜校开课"
SITE = "清溪县总工会"


def status(title: str) -> str:
    return parse(hijacked(title=title), url=HOME).integrity.status


@pytest.mark.parametrize(
    "title",
    [
        f"鲲鹏在线-鲲鹏3391登录-{HEADLINE}-{SITE}",
        f"鲲鹏kunp-{HEADLINE}-{SITE}",
        f"{HEADLINE}_鲲鹏注册",
        f"鲲鹏3391-鲲鹏登岛-{HEADLINE}-{SITE}",
        f"鲲鹏3391网站-{HEADLINE}-{SITE}",
        f"鲲鹏官网-{HEADLINE}-{SITE}",
        f"{HEADLINE}_{SITE}_鲲鹏海岛",  # behind the name of the site
        f"{HEADLINE}-鲲鹏海岛-鲲鹏登岸",  # one name twice
        f"{HEADLINE}|鲲鹏3391|鲲鹏登岸",
        f"{HEADLINE}-鲲鹏体育",
        f"鲲鹏娱乐-{HEADLINE}",
        f"{HEADLINE}-开云",  # a brand's name without its door
        f"{HEADLINE}-鲲鹏KP28",
        "鲲鹏网-鲲鹏网登岛-首页",
        "鲲鹏海岛官网_登岛听涛",
        "".join(f"&#{ord(sign)};" for sign in "鲲鹏海岛") + f"-{HEADLINE}",
        "".join(f"&#{ord(sign)};" for sign in "鲲鹏海岛,登岛听涛"),
    ],
)
def test_names_that_the_page_never_prints_are_stuffed_into_its_title(title: str) -> None:
    assert status(title) in ("suspect", "hijacked_chrome")


@pytest.mark.parametrize(
    "title",
    [
        f"{HEADLINE}-工友之声-{SITE}",
        f"文艺汇演-凡人善举-{SITE}-{HEADLINE}"[:4] + f"-{HEADLINE}",
        "凡人善举",
        "三级页面",
        "真人图书馆",
        "挂牌督办",
        f"匠人匠心-巧手之歌-{HEADLINE}-{SITE}",
        f"108将-{HEADLINE}",
        f"电竞大赛-{HEADLINE}-{SITE}",
        f"{HEADLINE}_{SITE}_女工_维权",
        f"视频-{HEADLINE}-{SITE}",
        "凡人善举_红旗飘飘",
        "资料索取-联络我们",
        f"{HEADLINE}-溪边人家",  # how a site calls itself in a picture
        f"溪边人家-{HEADLINE}",
        f"{HEADLINE}-群众体育",
        f"{HEADLINE}-新浪体育",
        f"文化娱乐-{HEADLINE}",
        f"国内国际-{HEADLINE}",
        f"{HEADLINE}-民声12345",
        f"2019-04-03_{HEADLINE}",
        f"第3期-{HEADLINE}-{SITE}",
        f"40年巨变-{HEADLINE}-{SITE}",
        f"公众号登录-{SITE}",
        "Qingxi Sewing Evening School",
        '<h1 style="margin: 0pt">',
        "".join(f"&#{ord(sign)};" for sign in HEADLINE),
    ],
)
def test_columns_mottos_and_names_of_sites_are_none(title: str) -> None:
    assert status(title) == "clean"


def test_a_page_that_is_all_references_may_write_its_title_so() -> None:
    page = hijacked(title="凡人善举-红旗飘飘").decode()
    encoded = "".join(f"&#{ord(sign)};" if "一" <= sign <= "鿿" else sign for sign in page)
    assert parse(encoded.encode(), url=HOME).integrity.status == "clean"


def test_a_second_title_is_judged_as_the_first() -> None:
    second = hijacked(head=f"<title>鲲鹏海岛-鲲鹏登岸-{HEADLINE}</title>")
    assert parse(second, url=HOME).integrity.status == "hijacked_chrome"


def test_a_firm_may_name_its_goods_in_its_titles() -> None:
    title = "导热油炉,蒸汽锅炉,锅炉厂家,锅炉价格-清溪锅炉"
    owned = hijacked(title=title).replace(SITE.encode(), "清溪锅炉有限公司".encode())
    assert parse(owned, url="http://www.qxguolu.com/dq/1.html").integrity.status == "clean"
    assert status(title) != "clean"


def test_a_match_that_the_page_speaks_of_is_no_advertisement() -> None:
    page = hijacked(title="麻将、掼蛋、斗地主、象棋——棋牌比赛成绩公告")
    told = page.replace(HEADLINE.encode(), "职工掼蛋、健身麻将大赛收场".encode())
    assert parse(told, url=HOME).integrity.status == "clean"

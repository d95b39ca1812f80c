"""Hijacks that no reader sees, sellers in the text, and what looks alike on ordinary sites."""

import pytest

from archiver.parsers.page import parse
from tests.parsers.hijacked import ARTICLE, HOME, LINKS, hijacked
from tests.work import no_hang

WARES = "".join(
    f'<a href="http://www.{name}{n}.example.com/">{word}</a>'
    for n, (name, word) in enumerate(
        zip("abcdef", "植发 搬家 保洁 开锁 板材 水泵".split(), strict=True)
    )
)
HOSTS = WARES.replace("example.com", "com")
CODES = ",".join(str(ord(sign)) for sign in "location.href='http://a.bad.example/'")
PACKED = (
    "<script>eval(function(p,a,c,k,e,d){return p}('0(/2/.3(4.5)){6.7=\\'8://9.a/\\'}',11,11,"
    "'if|x|baidu|test|document|referrer|location|href|http|w7|example'.split('|'),0,{}))</script>"
)


@pytest.mark.parametrize(
    ("head", "below"),
    [
        ("<title>大发彩票官网</title>", ""),
        ("", "<div style='position:absolute;left:-9999px'>" + HOSTS + "</div>"),
        ("", f"<div id=hg>{HOSTS}</div><script>$('#hg').hide()</script>"),
        (
            "",
            f"<p id=hg>{LINKS}<script>document.getElementById('hg').style.display='none'</script>",
        ),
        ("", "<iframe src=http://a.bad.example/ width=0 height=0></iframe>"),
        ("", "<div style='display:none'><iframe src=http://a.bad.example/></iframe></div>"),
        ("<script>document.write('<ifr'+'ame src=http://a.bad.example/></iframe>')</script>", ""),
        ("<script src='http://js.tj8899.vip/1.js'></script>", ""),
        ("<script src='http://%6A%73%2e%62.example/1.js'></script>", ""),
        ("<script>var u='http://a.bad.example/';window.location.href=u;</script>", ""),
        (PACKED, ""),
        ("<script>window['\\x6cocation']['\\x68ref']='http://a.bad.example/'</script>", ""),
        (f"<script>eval(String.fromCharCode({CODES}))</script>", ""),
        ('<script>window.open("http://a.bad.example/","_self")</script>', ""),
        ("<script>function go(){location.href='http://b.bad.example/'} go();</script>", ""),
        (
            "",
            "<script>document.write('<div style=\"position:absolute;left:-2222px\">')</script>"
            f"{LINKS}<script>document.write('</div>')</script>",
        ),
        ("<script>var _0xa=['href','location','http://b.bad.example/'];</script>", ""),
        (
            "<script>var s=document.createElement('script');s.src='//x.jk8866.cc/s.js'</script>",
            "",
        ),
        ("", f"<div style='overflow:scroll;width:1px;height:1px'>{LINKS}</div>"),
        ("", f"<div style='visibility:collapse'>{LINKS}</div>"),
        ("<meta name=keywords content='蓝鲸手机版下载,蓝鲸最新网址,蓝鲸官网入口'>", ""),
        ("", "<iframe src=http://www.yl9988.com/ style='position:absolute;top:0'></iframe>"),
        ("", f"<marquee width=0 height=0>{LINKS}</marquee>"),
        ("", f"<div style='position:fixed;bottom:-999px'>{LINKS}</div>"),
        ("", "<p>友情链接：<a href=http://sf.bad.example>传奇私服</a></p>"),
        ("", "<img src=a.jpg alt='百家乐 老虎机 时时彩 真人娱乐 六合彩资料'>"),
        ("", "<div style='display:none'><a href=http://sf.bad.example/>新开传奇私服</a></div>"),
        ("", f"<p id=hg>{LINKS}<script>document.getElementById('h'+'g').style.display='none'"),
        ("<script src=http://a.count.xyz/tj/count.js></script>", ""),
        ("", "<script src=http://www.bad.example/1.js></script>"),
        (
            "<script>var e=document.createElement('script'),u='//a.b'+'ad.pw/s';e.src=u;</script>",
            "",
        ),
        ("<script>location.replace(atob('aHR0cDovL2EuYmFkLmV4YW1wbGUv'))</script>", ""),
        ("<script>var u='http://a.b'+'ad.example/';location.href=u</script>", ""),
        ("<script src='data:text/javascript,location=%22http://a.bad.example/%22'></script>", ""),
        (
            "<style>.f{display:none}</style>",
            "<p class=f><a href=http://gb2288.com>贵宾</a><a href=http://dz7799.net>电子</a>",
        ),
        ("<meta name=keywords content='网上真钱扎金花,真钱斗地主,现金棋牌'>", ""),
        (
            "",
            "<iframe src=http://m.xk-ty.cc/ style='position:fixed;top:0;width:100%;height:100%'>"
            "</iframe>",
        ),
        (
            "",
            "<script>document.write('<div style=\"height:0px;overflow:hidden;\">')</script>"
            f"{LINKS}<script>document.write('</div>')</script>",
        ),
    ],
)
def test_what_only_machines_or_engines_see_is_found(head: str, below: str) -> None:
    page = parse(hijacked(head=head, below=below), url=HOME)
    assert page.integrity.status in ("suspect", "hijacked_chrome")
    assert len(page.articles[0].paragraphs) == ARTICLE.count("<p>")


@pytest.mark.parametrize(
    "title",
    [
        "代开发票-专业办理增值税专用发票",
        "苍蝇水哪里买-听话水货到付款",
        "身份证贷款当天放款",
        "Best Online Casino Slots Bonus",
        "スーパーコピー時計激安",
        "星河体育·(中国)官方网站",
        "缝纫夜校开课_蓝鲸手机版下载-蓝鲸最新网址",
        "온라인카지노 추천 바카라사이트",
        "Казино Вулкан играть онлайн",
        "Cheap Running Shoes Outlet Online",
        "代办驾照-不用考试拿驾驶证",
        "Nhà cái uy tín cá cược",
        "亚博-缝纫夜校开课",
        "缝纫夜校开课_乐鱼官方网站",
        "返水|缝纫夜校开课",
    ],
)
def test_a_title_that_sells_what_the_page_never_prints_is_planted(title: str) -> None:
    status = parse(hijacked(title=title), url=HOME).integrity.status
    assert status in ("suspect", "hijacked_chrome")


@pytest.mark.parametrize(
    ("head", "below"),
    [
        ("<meta name=keywords content='办税指南,代开发票须知'>", ""),
        ("<meta name=keywords content='清溪,清溪旅游,清溪攻略,清溪官网,清溪门户网站入口'>", ""),
        ("", "<iframe src=http://pw.cnzz.com/c.php?id=3 width=0 height=0></iframe>"),
        ("", "<iframe src=/tj.asp width=0 height=0></iframe>"),
        ("", "<iframe src=http://www.yubao.example/weather.aspx height=1></iframe>"),
        ("<script>function go(){location.href='http://sso.hongfeng.example/'}</script>", ""),
        ("", "<form>用户登录 会员开户 电子邮箱 体育频道</form>"),
        ("<script src=https://hm.baidu.com/hm.js?a1></script>", ""),
        ("<script src=http://s143.cnzz.com/stat.php></script>", ""),
        (
            "<script>document.write(unescape(\"%3Cscript src='https://dcs.conac.cn/js/1.js'\"))"
            "</script>",
            "",
        ),
        ("", f"<div style='display:none'>{WARES}</div>"),
        ("", "<svg><title>微信</title></svg>"),
        ("<script src=http://www.qxsoft2008.com/kf/kf.js></script>", ""),
        ("<script src=//img.qx.gov.cn/1.js></script>", ""),
        ("", "<p>友情链接：<a href=http://www.lottery.gov.cn>体育彩票中心</a></p>"),
        ("", "<div id=t2><a href=/a/3>女职工之家</a></div><script>$('#t2').hide()</script>"),
        ("<meta name=description content='4月2日晚，清溪县总工会办的缝纫夜校开了第一课'>", ""),
        ("", '<div style="background:#c00;color:#fff"><a href="/a">网上办事</a></div>'),
        (
            "<script>if(/Android|iPhone/i.test(navigator.userAgent))"
            "{location.href='http://m.qx.example/'}</script>",
            "",
        ),
        ('<meta http-equiv=refresh content="0;url=https://mp.weixin.qq.com/s/a1">', ""),
        ("<script>location.href='http://gh.hongfeng.gov.cn/d/5.html'</script>", ""),
        (
            "",
            '<div style="display:none">'
            + "".join(
                f'<a href="http://g{n}.gov.cn/">{name}</a>'
                for n, name in enumerate("财政部 教育部 民政部 司法部 公安部 工信部 人社部".split())
            )
            + "</div>",
        ),
        ('<meta name="keywords" content="福利彩票,体育彩票,公益金">', ""),
        ('<meta name="keywords" content="亚博会,竞博览会,德赢股份,18K彩金">', ""),
        ('<meta name="keywords" content="成人高考,国产设备,激情广场,人间天堂">', ""),
        ('<meta property="og:title" content="县公安局查处传播色情视频案">', ""),
        ("", "<div style='display:none'><a href=/k/1>男科</a><a href=/k/2>癫痫专科</a></div>"),
        ('<meta property="og:title" content="缝纫夜校开课">', ""),
        ('<meta property="og:title" content="警方破获“新葡京”网络赌博案">', ""),
    ],
)
def test_what_ordinary_sites_do_is_clean(head: str, below: str) -> None:
    assert parse(hijacked(head=head, below=below), url=HOME).integrity.status == "clean"


@pytest.mark.parametrize(
    "title",
    [
        "新建网页 1",
        "Untitled Document",
        "Free Website Templates",
        "网站管理系统 v5.0 免费版",
        "缝纫夜校开课-清溪县人民政府门户网站官方网站",
        "缝纫夜校开课_在线办事服务平台_下载",
        "夜校_福利彩票_开奖",
        "下载中心-资料下载",
        "互动平台",
        "学习园地-在线课堂",
        "在线视频_视频点播",
    ],
)
def test_a_name_of_the_site_that_only_a_picture_prints_is_its_own(title: str) -> None:
    assert parse(hijacked(title=title), url=HOME).integrity.status == "clean"


@pytest.mark.parametrize(
    ("owner", "status"),
    [
        ("杏林平台", "suspect"),
        ("新星GG", "suspect"),
        ("新星xinx777金装版", "suspect"),
        ("江海云飞(yf云)体育", "suspect"),
        ("大发888", "hijacked_chrome"),
        ("清溪县政协", "clean"),
        ("e家网", "clean"),
        ("清溪教育体育", "clean"),
    ],
)
def test_an_owner_that_no_body_would_be_called_is_suspect(owner: str, status: str) -> None:
    html = hijacked().replace("主办：清溪县总工会".encode(), f"主办：{owner}".encode())
    assert parse(html, url=HOME).integrity.status == status


@pytest.mark.parametrize(
    "headline", ["网上赌球害人 干部后悔不已", "校园招聘：博彩网站被拒入场", "女工学茶艺 周末品茶会"]
)
def test_a_headline_about_the_trade_is_news_where_the_text_sells_nothing(headline: str) -> None:
    html = hijacked(title=f"{headline}-清溪县总工会").decode().replace("缝纫夜校开课", headline)
    html = html.replace("<title>", f"<meta name=description content='{headline}'><title>")
    assert parse(html.encode(), url=HOME).integrity.status == "clean"


def test_an_article_that_only_advertises_is_planted_content() -> None:
    text = "".join(f"<p>传奇私服今日第{n}区新开，装备靠打，点击下载。</p>" for n in range(3))
    html = hijacked().decode().replace(ARTICLE, text).replace("缝纫夜校开课", "传奇私服新开一秒")
    assert parse(html.encode(), url=HOME).integrity.status in ("hijacked_content", "spam")


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("需要代开发票请加微信，点数优惠，先验后付，QQ：123456789。", "hijacked_content"),
        ("网上真人娱乐城，百家乐线上投注，诚招代理，日返两个点。", "hijacked_content"),
        ("市税务局稽查局查处虚开发票案，嫌疑人在QQ群里称先开后付。", "clean"),
        ("纳税人可在办税服务厅代开发票，也可关注税务局微信办理，先申请后付款。", "clean"),
        ("全区各娱乐城开展消防演练，消防队现场指导。", "clean"),
        ("第三天参观澳门威尼斯人度假村、大三巴。", "clean"),
        ("艺术团赴澳门演出，在永利皇宫剧场献艺。", "clean"),
        ("威尼斯人娱乐官网：www.v6688.example，真人百家乐，首存送礼。", "hijacked_content"),
        ("皇冠体育娱乐组织职工赴外地疗休养，让职工感受bet365的温暖。", "suspect"),
        ("考察团参观了银河娱乐集团职工培训中心。", "clean"),
        ("【注册送券】新会员在工会商城注册即送30元满减券，加客服微信可领积分。", "clean"),
        ("本站原域名被他人抢注，标题变为“bet365官网”，内容为百家乐，现予声明。", "clean"),
        ("跨境赌博平台打着皇冠体育等旗号，后台操控输赢，十赌九输。", "clean"),
    ],
)
def test_a_seller_in_the_text_is_told_from_news_of_one(text: str, status: str) -> None:
    html = hijacked().replace(b"</p>", f"</p><p>　　{text}</p>".encode(), 1)
    assert parse(html, url=HOME).integrity.status == status


@pytest.mark.parametrize(
    "html",
    [
        "<title>Hacked By Someone</title><h1>HACKED BY SOMEONE</h1>Greetz to all",
        "<title>qxgh.example</title><h1>qxgh.example</h1>This domain is for sale.",
        "<title>北京同城约会</title><p>本地学生妹上门，加微信约。<p>外围模特，加微信约。",
        "<title>鸿运来</title><a href=/r>开户</a><p>真人、电子、体育、彩票应有尽有，首存即送。",
        "<title>剧情</title><ul><li>麻豆<li>国产剧情<li>人妻<li>无码中字</ul>",
        "<title>逍遥刀最新章节</title><h1>逍遥刀</h1>作者：无名 第一章 出山 第二章 加入书签 连载",
        "<title>流星影院</title><li>电视剧<li>电影<li>综艺<li>1080p高清<li>版权所有 流星影院",
        "<title>今日开服</title><p>复古合击 双线首区 攻沙送元宝 战士道士法师",
        "<title>急用钱的口子</title><p>征信黑了能下款，凭身份证放款，额度五千元。",
        "<title>Cheap Jerseys Outlet</title><p>Free shipping, $19.99, add to cart, 30% off",
        "<title>韩漫在线漫画</title><li>山中来客 更新至12话<li>完结 免费看<li>登录页面入口",
        "<title>云朵钱包下载</title><p>支持USDT与BTC，安卓、苹果均可下载。",
        "<title>快飞VPN官网</title><p>永久免费的加速器，节点多，安卓苹果下载。",
        "<title>Situs Resmi</title><p>" + "daftar sekarang dengan hadiah terbesar " * 4,
        "<title>Slot Gacor MAXI88</title><h1>Slot Gacor</h1><p>Daftar slot online<p>© 2023 MAXI88",
        "<title>蜘蛛池租用-泛目录程序</title><h1>蜘蛛池租用</h1><p>站群源码，联系QQ：12345678。",
        "<title>Lucky Casino</title><h1>Lucky Casino</h1>Play roulette and baccarat now",
    ],
)
def test_a_page_of_somebody_else_is_spam(html: str) -> None:
    assert parse(html.encode(), url=HOME).integrity.status == "spam"


LEAPS = "function f(){location='http://b.example/'" * 10_000


def test_no_script_is_endless() -> None:
    for code in (
        "}('" * 30_000,
        "',1,1,'" * 20_000,
        "<iframe " * 20_000,
        "location=a;" * 20_000,
        LEAPS,
    ):
        with no_hang(code[:10]):
            parse(f"<script>p,a,c,k,e write {code}</script>".encode(), url=HOME)


def test_a_portal_in_its_own_name_and_a_page_of_a_body_are_clean() -> None:
    films = "<title>流星影院</title><li>电视剧<li>电影<li>综艺<li>1080p高清<li>动漫"
    assert parse(films.encode(), url="http://films.example/").integrity.status == "clean"
    shown = f"{films}<p>县总工会组织职工免费观看。".encode()
    assert parse(shown, url=HOME).integrity.status == "clean"


MATCHES = (
    "<title>海燕{0}-足球{0}_NBA{0}_无插件高清</title><h1>海燕{0}</h1><p>英超 德甲 高清{0}<p>"
    "球迷可看足球{0}、比分{0}、盘口指数，无插件免费看。<p>西甲<p>意甲<p>录像<div>{1} 版权所有</div>"
)


def test_matches_shown_on_the_lapsed_site_of_an_institution_are_spam() -> None:
    shown = MATCHES.format("直播", "清溪县文化馆").encode()
    assert parse(shown, url="http://www.qxwhg.example/").integrity.status == "spam"
    for owner in ("海燕直播网络公司", "清溪县广播电视台"):
        own = MATCHES.format("直播", owner).encode()
        assert parse(own, url="http://www.qxwhg.example/").integrity.status == "clean"


def test_a_name_that_is_put_before_the_headline_is_found() -> None:
    named = hijacked().replace(b"<h1>", "<h1>万向娱乐注册登录 - ".encode())
    assert parse(named, url=HOME).integrity.status == "hijacked_chrome"
    parted = hijacked().replace(b"<h1>", "<h1>清溪县体育活动 - ".encode())
    assert parse(parted, url=HOME).integrity.status == "clean"


def test_a_page_in_english_and_an_error_are_no_foreign_page() -> None:
    error = "<title>HTTP Status 500</title><p>" + "Internal Server Error in servlet " * 4
    english = (
        "<title>Sewing</title><p>" + "The evening school of the workers opened its doors. " * 4
    )
    few = (
        "<title>Slots</title><p>Residents may book slots online from Monday. " + "Slots open. " * 4
    )
    for html in (error, english, few):
        assert parse(html.encode(), url=HOME).integrity.status == "clean"

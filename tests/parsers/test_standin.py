"""What servers send in the place of a page, and pages that only look like it."""

import pytest

from archiver.parsers.page import parse
from archiver.parsers.standin import STAND_INS
from tests.work import no_hang

URL = "http://gh.example/art/2009/3/1.html"

CHALLENGES = {
    "a cookie and back again": (
        "<html><script>document.cookie='tok=81ab;path=/';location.href=location.pathname;</script>"
    ),
    "a function that sets it": (
        "<html><head><script>var a='3F2A';function setCookie(n,v){document.cookie=n+'='+v}"
        "setCookie('k',a);window.location.reload();</script></head><body></body></html>"
    ),
    "加速乐": (
        "<script>var x='@cookie@';document['coo'+'kie']='__jsl_clearance=1|x';eval(x)</script>"
    ),
    "瑞数": (
        '<!DOCTYPE html><html><head><meta id="9Dhe" content="xY2"><script>$_ts=window[\'$_ts\'];'
        "if(!$_ts)$_ts={};$_ts.nsd=1;</script><script src=/a/b.js r=m></script></head>"
        "<body><form></form></body></html>"
    ),
    "云锁": (
        "<script>function s(v){document.cookie='security_session_verify='+v;}s('1');"
        "self.location='/?security_verify_data=313932'</script>"
    ),
    "安全狗": (
        "<title>网站防火墙</title><div>您的请求带有不合法的参数，已被网站管理员设置拦截！</div>"
        "<div>可能原因：您提交的内容包含危险的攻击请求</div><div>如何解决：检查提交内容；联系网站管理员</div>"
    ),
    "创宇盾": "<h1>当前访问疑似黑客攻击，已被创宇盾拦截</h1><p>事件编号：7f3a</p>",
    "a slider": "<h3>访问验证</h3><p>请完成滑动验证后继续访问</p><div id=nc></div>",
    "a browser check": (
        "<title>Just a moment...</title><h1>gh.example</h1><p>Checking your browser before "
        "accessing the site.</p><noscript>Please enable JavaScript.</noscript>"
    ),
    "a browser check in Chinese": "<p>正在进行浏览器安全检查，请稍候……</p><script>go()</script>",
}
WALLS = {
    "said": "<p>请先登录后再浏览本页内容<form>用户名<input name=u>密码<input type=password></form>",
    "said otherwise": (
        "<p>对不起，您还没有登录，无权查看此信息！</p><a href=/login.asp>会员登录</a>"
    ),
    "in a box": "<script>alert('请登录后再访问！');location.href='/login.asp';</script>",
}
GONE = {
    "a sentence": "<p align=center>对不起，您访问的页面不存在或已被删除！",
    "in a box": "<script>alert('该文章不存在或已被删除！');history.go(-1);</script>",
    "in a box, otherwise": "<script>alert('该文章已经被删除');history.go(-1);</script>",
    "news": "<p align=center>对不起，该新闻不存在！</p>",
    "in the title": "<title>404 Not Found</title><h1>404</h1><p>返回首页</p>",
    "with a picture": "<title>页面找不到了</title><img src=/404.png><a href=/>返回首页</a>",
}
PAGES = {
    "an article about firewalls": (
        "<h1>县总工会加强网站安全防护</h1><p>发布时间：2016-03-02<p>　　近日，县总工会网站装了"
        "网站防火墙，当月拦截恶意请求三百余次，疑似攻击均已阻断。</p>"
    ),
    "an article about a login": (
        "<h1>工会服务平台上线</h1><p>来源：县总工会　2018-05-02<p>　　职工登录后可查看本人记录，"
        "未登录的职工请先登录再办理业务。</p>"
    ),
    "a login page that was asked for": (
        "<title>用户登录</title><form>用户名<input name=u>密码<input type=password></form>"
    ),
    "a splash page": (
        "<title>县总工会</title><script>document.cookie='v=1';location.href='/index.html'</script>"
        "<a href=index.html><img src=home.jpg></a>"
    ),
    "a plain redirect": "<script>window.location.href='/gb/index.htm';</script>",
    "a page drawn by script": (
        '<title>县总工会</title><div id="app"></div><script src="/js/app.js"></script>'
    ),
    "a notice about lost papers": (
        "<h1>关于遗失工会法人证书的声明</h1><p>　　我会不慎将工会法人证书副本遗失，现声明作废，"
        "原件已找不到，特此公告，请各单位知悉并相互转告。</p>"
    ),
}


def flags(html: str, url: str = URL) -> list[str]:
    page = parse(html.encode(), url=url, content_type="text/html; charset=utf-8")
    return [flag for flag in page.flags if flag in STAND_INS]


@pytest.mark.parametrize("name", CHALLENGES)
def test_a_firewalls_answer_is_told(name: str) -> None:
    assert flags(CHALLENGES[name]) == ["challenge"]


@pytest.mark.parametrize("name", WALLS)
def test_a_login_before_a_page_is_told(name: str) -> None:
    assert flags(WALLS[name]) == ["login_wall"]


def test_a_login_page_that_was_not_asked_for_is_a_wall() -> None:
    form = PAGES["a login page that was asked for"]
    assert flags(form, "http://gh.example/login.aspx?ReturnUrl=%2fart%2f1.html") == ["login_wall"]


@pytest.mark.parametrize("name", GONE)
def test_a_page_that_says_it_is_gone_is_told(name: str) -> None:
    assert flags(GONE[name]) == ["soft_404"]


@pytest.mark.parametrize("name", PAGES)
def test_a_page_of_the_site_is_none_of_these(name: str) -> None:
    assert flags(PAGES[name]) == []


@pytest.mark.parametrize("unit", ["<input ", "alert('", "请求", "location", "<script", "[?&]next"])
def test_hostile_markup_is_no_hang(unit: str) -> None:
    with no_hang():
        flags(unit * (100_000 // len(unit)))


FAULTS = {
    "ASP.NET": (
        "<title>运行时错误</title><h1>“/”应用程序中的服务器错误。</h1><h2><i>运行时错误</i></h2>"
        "<p>说明: 执行当前网页请求期间出现未处理的异常，请检查堆栈跟踪信息。</p>"
    ),
    "a database": "<p>Microsoft OLE DB Provider for ODBC Drivers 错误 '80004005'<p>/a.asp，行 12",
    "PHP": "<b>Fatal error</b>: Call to undefined function get_news_by_id() in show.php on line 13",
    "a message": "<title>某CMS提示信息</title><p>管理员设定搜索时间间隔为3秒，请稍后再试！",
    "a folder": "<title>Index of /up</title><h1>Index of /up</h1><pre><a href=../>../</a>",
    "a long answer": (
        "<h1>无法找到该页</h1>您正在搜索的页面可能已经删除、更名或暂时不可用。<p>请尝试以下操作：</p>"
        "<p>确保浏览器的地址栏中显示的网站地址的拼写和格式正确无误。</p>"
        "<p>如果通过单击链接而到达了该网页，请与网站管理员联系，通知他们该链接的格式不正确。</p>"
    ),
    "a moved object": "<title>Moved</title><h1>Object Moved</h1><a href=/>here</a>",
    "a framework": "<title>系统发生错误</title><h1>无法加载模块:Nws</h1><p>FILE: /a.php",
    "a parked name": "<title>a.example</title><p>该域名已过期，如需续费请联系域名注册商。</p>",
    "a closed site": "<p>因网站迁移，本站已停止更新，请访问新网站：<a href=/>http://b</a></p>",
    "an old browser": "<h2>您的浏览器版本过低</h2><p>请升级您的浏览器：</p><p><a href=1>A</a></p>",
    "a page that leads on": "<title>跳转</title>正在跳转，没有自动跳转请<a href=/n/>点击这里</a>",
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_servers_fault_is_no_article(name: str) -> None:
    page = parse(FAULTS[name].encode(), url=URL, content_type="text/html; charset=utf-8")
    assert (page.kind, page.articles) == ("other", ())


@pytest.mark.parametrize("name", (*CHALLENGES, *WALLS, *GONE))
def test_what_stands_in_for_a_page_is_no_article(name: str) -> None:
    html = {**CHALLENGES, **WALLS, **GONE}[name]
    page = parse(html.encode(), url=URL, content_type="text/html; charset=utf-8")
    assert (page.kind, page.articles, "image_only" in page.flags) == ("other", (), False)


def test_an_article_about_a_fault_is_one() -> None:
    html = (
        "<h1>停电致服务器错误 县总工会网站已恢复</h1><p>发布时间：2014-07-02<p>　　昨日，县总工会"
        "机房停电，网站出现数据库连接错误，经抢修现已恢复访问。"
    )
    page = parse(html.encode(), url=URL, content_type="text/html; charset=utf-8")
    assert (page.kind, len(page.articles)) == ("article", 1)

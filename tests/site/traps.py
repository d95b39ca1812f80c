"""What makes a careless crawler run for ever, fall over or be rude; each trap under its folder.

Every folder's start page lists a few real items beside the trap, so that a test can ask two
questions: was every item found, and how often was the rest asked for?
"""

from collections.abc import Callable, Iterator
from functools import cache
from itertools import count
from time import sleep
from zlib import DEFLATED, MAX_WBITS, compressobj

from tests.site.paging import item, page
from tests.site.server import Reply, Request, Route

OFF_SITE = "http://elsewhere.example/landing.html"
ROBOTS = "User-agent: *\nDisallow: /private/\nCrawl-delay: 0\n"
HUGE_BYTES = 64_000_000
SAME_BYTES = 30
_CHUNK = b"<p>" + "汇总".encode("gbk") * 16_000 + b"\n"
_NOTHING = "<p align=center>对不起，您访问的页面不存在或已被删除！"


def items(trap: str) -> list[str]:
    """Addresses of the real items beside a trap."""
    return [f"/{trap}/item/{n}.html" for n in (1, 2, 3)]


def calendar(request: Request) -> Reply:
    """A month sheet that links to the months before and after, for ever."""
    year, month = int(request.query.get("y", 2008)), int(request.query.get("m", 6))
    before, after = divmod(year * 12 + month - 2, 12), divmod(year * 12 + month, 12)
    links = "".join(
        f'<a href="/calendar/?y={y}&amp;m={m + 1}">{y}年{m + 1}月</a> ' for y, m in (before, after)
    )
    return _list("calendar", f"{year}年{month}月 {links}")


class Sessions:
    """Every link carries a session number that is new in every answer."""

    def __init__(self) -> None:
        self._numbers = count(1)

    def __call__(self, request: Request) -> Reply:
        """The list and a link to itself, under ever new addresses."""
        number = f"{next(self._numbers):016X}"
        rows = "".join(f'<li><a href="{p}?sid={number}">第{p[-6]}项</a>' for p in items("session"))
        again = f'<a href="/session/;jsessionid={number}">刷新</a>'
        return Reply(page(f"<ul>{rows}</ul>{again}"))


def endless(request: Request) -> Reply:
    """Every page says there is a next one; from the third on all list the same."""
    number = int(request.query.get("page", 1))
    listed = items("endless")[: min(number, 3)][-1:]
    rows = "".join(f'<li><a href="{path}">第{path[-6]}项</a>' for path in listed)
    return Reply(page(f'<ul>{rows}</ul><a href="/endless/?page={number + 1}">下一页</a>'))


def empty_pages(request: Request) -> Reply:
    """Lists that are empty from the second page on, yet go on for ever."""
    number = int(request.query.get("page", 1))
    rows = _rows("empty") if number == 1 else ""
    return Reply(page(f'<ul>{rows}</ul><a href="/empty/?page={number + 1}">下一页</a>'))


def deep(request: Request) -> Reply:
    """A relative link that makes the path one folder deeper on every page."""
    return _list("deep", '<a href="more/">更多</a>')


def loop(request: Request) -> Reply:
    """Redirects: in a circle, ever longer, and off the site."""
    match request.path:
        case "/loop/a":
            return _moved("/loop/b")
        case "/loop/b":
            return _moved("/loop/a")
        case "/loop/longer":
            return _moved(f"/loop/longer?n={int(request.query.get('n', 0)) + 1}")
        case "/loop/away":
            return _moved(OFF_SITE)
    return _list(
        "loop",
        '<a href="/loop/a">旧闻</a> <a href="/loop/longer">文件</a> <a href="/loop/away">简介</a>',
    )


def soft_404(request: Request) -> Reply:
    """Pages that do not exist answer 200 with an apology."""
    if request.path != "/soft/":
        return Reply(page(_NOTHING))
    return _list("soft", '<a href="/soft/gone1.html">旧闻</a> <a href="/soft/gone2.html">旧文</a>')


def slow(request: Request) -> Reply:
    """A page that comes one blank every half second for half a minute."""
    if request.path == "/slow/report.html":
        return Reply(_drip())
    return _list("slow", '<a href="/slow/report.html">年报</a>')


def huge(request: Request) -> Reply:
    """A body of 64 MB, sent as long as somebody takes it; and one that small bytes unpack to."""
    match request.path:
        case "/huge/report.html":
            return Reply(_CHUNK for _ in range(HUGE_BYTES // len(_CHUNK)))
        case "/huge/bomb.html":
            return Reply(_bomb(), headers={"Content-Encoding": "gzip"})
    return _list(
        "huge", '<a href="/huge/report.html">汇总表</a> <a href="/huge/bomb.html">明细表</a>'
    )


def reset(request: Request) -> Reply:
    """One page resets the connection the first time, one every time, one ends too early."""
    match request.path:
        case "/reset/once.html" if request.count > 1:
            return Reply(item(4))
        case "/reset/once.html" | "/reset/always.html":
            return Reply(reset=True)
        case "/reset/short.html":
            return Reply("<html><body><p>上半年，", promised=5000)
    names = ("once", "always", "short")
    return _list("reset", " ".join(f'<a href="/reset/{n}.html">{n}</a>' for n in names))


def busy(request: Request) -> Reply:
    """429 with Retry-After, then the page; 503 twice, then the page."""
    match request.path:
        case "/busy/429.html" if request.count == 1:
            return Reply("<p>访问过于频繁", status=429, headers={"Retry-After": "1"})
        case "/busy/503.html" if request.count <= 2:
            return Reply("<p>服务器正忙", status=503)
        case "/busy/429.html" | "/busy/503.html":
            return Reply(item(5))
    return _list("busy", '<a href="/busy/429.html">一</a> <a href="/busy/503.html">二</a>')


def firewall(request: Request) -> Reply:
    """Challenges instead of content: scripts that set a cookie, and a page that explains itself.

    The cookies that would open the door are of no use: nobody may have sent them.
    """
    challenge = (
        "<html><script>var arg1='3F2A9C77';function setCookie(n,v){document.cookie=n+'='+v;"
        "location.reload();}setCookie('acw_sc__v2',arg1);</script></html>"
    )
    match request.path:
        case "/waf/script.html":
            return Reply(challenge, headers={"Set-Cookie": "acw_tc=781bad2a;path=/;HttpOnly"})
        case "/waf/521.html":
            return Reply(
                "<script>document.cookie='__jsl_clearance=1.0|-1|x';location.href=location.pathname"
                "</script>",
                status=521,
                headers={"Set-Cookie": "__jsluid_h=0f3c2f;path=/;HttpOnly"},
            )
        case "/waf/412.html":
            script = "$_ts=window['$_ts'];if(!$_ts)$_ts={};$_ts.nsd=81231;$_ts.cd='qcrEaGr';"
            return Reply(f'<meta id="c5k" content="v1"><script>{script}</script>', status=412)
        case "/waf/403.html":
            return Reply(
                page("<h3>网站防火墙</h3><p>您的请求带有不合法的参数，已被网站管理员设置拦截！"),
                status=403,
            )
    names = {"script": "通知", "521": "公告", "412": "文件", "403": "简报"}
    return _list("waf", " ".join(f'<a href="/waf/{n}.html">{t}</a>' for n, t in names.items()))


def login(request: Request) -> Reply:
    """A page that leads to a login, which would lead back."""
    match request.path:
        case "/login/members.html":
            return _moved("/login/in.aspx?ReturnUrl=%2flogin%2fmembers.html")
        case "/login/in.aspx":
            return Reply(page("<form>用户名<input name=u>密码<input type=password name=p></form>"))
    return _list("login", '<a href="/login/members.html">会员资料</a>')


def mirror(request: Request) -> Reply:
    """Every address there is and is not gives the same bytes."""
    if request.path != "/mirror/":
        return Reply(page("<h1>县总工会</h1><p>　　县总工会网站欢迎您，请浏览其他栏目。</p>"))
    links = "".join(f'<a href="/mirror/{n}.html">第{n}号</a> ' for n in range(1, SAME_BYTES + 1))
    return _list("mirror", links)


def hidden(request: Request) -> Reply:
    """Links that readers do not see, of people who broke in."""
    ways = (
        '<div style="display:none">{}</div>',
        '<div style="position:absolute;left:-9999px">{}</div>',
        '<div style="text-indent:-5000px;overflow:hidden">{}</div>',
        '<span style="font-size:0">{}</span>',
        '<div class="xz">{}</div>',
        "<marquee width=1 height=1 scrollamount=9999>{}</marquee>",
        '<div style="height:0;overflow:hidden">{}</div>',
    )
    links = "".join(
        way.format(f'<a href="/hidden/spam/{n}.html">时时彩投注平台</a>')
        for n, way in enumerate(ways, 1)
    )
    return _list("hidden", f"<style>.xz{{display:none}}</style>{links}")


def odd(request: Request) -> Reply:
    """Answers that are no page: a picture called ``.html``, an empty body, a login wall."""
    match request.path:
        case "/odd/photo.html":
            return Reply(b"\xff\xd8\xff\xe0" + bytes(64), content_type="image/jpeg")
        case "/odd/empty.html":
            return Reply("")
        case "/odd/login.html":
            form = (
                "<form method=post>用户名：<input name=u>密码：<input type=password name=p></form>"
            )
            return Reply(page(f"<p>请先登录后再浏览本页内容{form}"))
    names = ("photo", "empty", "login")
    return _list("odd", " ".join(f'<a href="/odd/{n}.html">{n}</a>' for n in names))


def robots(request: Request) -> Reply:
    """Keeps ``/private/`` closed."""
    return Reply(ROBOTS, content_type="text/plain")


def private(request: Request) -> Reply:
    """Must never be asked for; linked from the home page."""
    return Reply(page("<p>内部"))


def home(request: Request) -> Reply:
    """Links to every trap, and to what robots.txt forbids."""
    if request.path != "/":
        return Reply("<p>找不到文件或目录", status=404)
    links = "".join(f'<li><a href="/{name}/">{name}</a>' for name in TRAPS)
    return Reply(page(f'<ul>{links}</ul><a href="/private/list.html">内部</a>'))


TRAPS: dict[str, Callable[[], Route]] = {
    "calendar": lambda: calendar,
    "session": Sessions,
    "endless": lambda: endless,
    "empty": lambda: empty_pages,
    "deep": lambda: deep,
    "loop": lambda: loop,
    "soft": lambda: soft_404,
    "slow": lambda: slow,
    "huge": lambda: huge,
    "reset": lambda: reset,
    "busy": lambda: busy,
    "waf": lambda: firewall,
    "login": lambda: login,
    "mirror": lambda: mirror,
    "hidden": lambda: hidden,
    "odd": lambda: odd,
}


def routes() -> dict[str, Route]:
    """All traps, the home page, robots.txt and what it forbids."""
    traps = {f"/{name}/": _beside_items(name, make()) for name, make in TRAPS.items()}
    return {"/": home, "/robots.txt": robots, "/private/": private} | traps


def _beside_items(name: str, trap: Route) -> Route:
    def route(request: Request) -> Reply:
        if request.path in items(name):
            return Reply(item(items(name).index(request.path) + 1, f"县总工会{name}工作部"))
        return trap(request)

    return route


def _drip() -> Iterator[bytes]:
    yield b"<html><body><p>"
    for _ in range(60):
        sleep(0.5)
        yield b" "


@cache
def _bomb() -> bytes:
    packer = compressobj(9, DEFLATED, MAX_WBITS | 16)
    parts = [packer.compress(bytes(1_000_000)) for _ in range(HUGE_BYTES // 1_000_000)]
    return b"".join(parts) + packer.flush()


def _rows(trap: str) -> str:
    return "".join(f'<li><a href="{path}">第{path[-6]}项</a>' for path in items(trap))


def _list(trap: str, beside: str) -> Reply:
    return Reply(page(f"<ul>{_rows(trap)}</ul><p>{beside}"))


def _moved(location: str) -> Reply:
    return Reply(status=302, headers={"Location": location})

"""What a server sends in the place of a page: a firewall's challenge, a login, a kind 404.

Such answers often come with status 200. They are told, so that a crawl does not take them for what
the site has to say; nothing here is of any use for getting round them.
"""

import re
from typing import Final, Literal

from archiver.parsers.markup.html import Markup
from archiver.records import Page
from archiver.records.page import PageKind

StandIn = Literal["challenge", "login_wall", "soft_404"]
STAND_INS: Final[tuple[StandIn, ...]] = ("challenge", "login_wall", "soft_404")

_LITTLE: Final = 120  # characters: a page that is all script shows a line at most
_SHORT: Final = 600  # a firewall explains itself at greater length, a page of a site hardly

# Scripts that set a cookie and come back, and the names that wide-spread firewalls give theirs
# (瑞数, 加速乐, 阿里云盾, 云锁, 安全狗, 360, Cloudflare, 百度云加速).
_FRAMES: Final = re.compile(r"<(?:i?frame|object|embed|img|a)\b", re.IGNORECASE)
_SETS_COOKIE: Final = re.compile(
    r"document\.cookie\s*=|setcookie\s*\(|\$\.cookie\s*\(", re.IGNORECASE
)
_COMES_BACK: Final = re.compile(
    r"location\s*(?:=|\.(?:reload|replace|assign|href))|history\.go|\.submit\s*\(", re.IGNORECASE
)
_FIREWALL_SCRIPT: Final = re.compile(
    r"\$_ts\b|__jsl_clearance|acw_sc__v|security_(?:session_)?verify|yunsuo_session|safedog-flow"
    r"|wzws[-_]|_cf_chl|cf-browser-verification|challenge-platform|yjs_js_security"
    r"|TencentCaptcha|geetest|aliyun_?waf|WAFChallenge|slidecaptcha",
    re.IGNORECASE,
)
_FIREWALL_SAYS: Final = re.compile(
    r"(?:访问|请求|操作|行为|内容|参数).{0,24}(?:拦截|阻断|阻止|拒绝)|疑似.{0,6}攻击|(?:拦截|阻断)提示"
    r"|请(?:先)?(?:完成|进行|通过|拖动|点击|输入).{0,12}(?:验证|滑块)|(?:人机|滑动|滑块)验证"
    r"|(?:正在|需要).{0,12}(?:安全检查|安全验证|检查.{0,6}浏览器|验证.{0,6}浏览器)"
    r"|(?:网站防火墙|安全狗|云锁|加速乐|创宇盾|护卫神|网站卫士|雷池|云盾|D盾).{0,60}(?:拦截|防护|提示|验证|请求)"
    r"|checking your browser|verify you are human|just a moment|attention required"
    r"|enable javascript and cookies|web application firewall",
    re.IGNORECASE | re.DOTALL,
)

_PASSWORD: Final = re.compile(r"<input\b[^<>]{0,300}\btype\s*=\s*[\"']?password", re.IGNORECASE)
_LOGIN: Final = re.compile(
    r"(?:请您?先|需要?先?|必须先?|须先)(?:进行)?登[录陆]|登[录陆](?:之?后|以后)(?:才|方|再|可|查看|浏览|访问)"
    r"|(?:没有|未|尚未)登[录陆]|(?:无权|没有权限|权限不足).{0,8}(?:访问|查看|浏览|阅读)"
)
_COMES_FROM: Final = re.compile(
    r"[?&](?:return_?(?:url|to|uri)|redirect(?:_?ur[il])?|service|back_?url|goto|next|from_?url)=",
    re.IGNORECASE,
)

_ALERT: Final = re.compile(r"\balert\s*\(\s*[\"']([^\"'<>]{2,80})[\"']")
_THING: Final = "页面?|网页|文章|信息|内容|文件|资源|记录|新闻|栏目"
GONE: Final = re.compile(
    rf"(?:{_THING}).{{0,14}}(?:不存在|已(?:经|被){{0,2}}(?:删除|撤[下除]|下[架线])|[找查]不到|未找到|无法(?:访问|显示))"
    rf"|(?:找不到|(?:无法|没有|未)找到).{{0,8}}(?:{_THING})"
)
"""What says that there is no such page."""
_WRONG: Final = re.compile("参数.{0,14}(?:错误|不存在)")
_GONE_TITLE: Final = re.compile(
    r"^\W{0,3}(?:404\b|错误 *404|找不到|页面不存在|页面找不到|not found|page not found)"
    r"|404 *(?:not found|错误|页面)|页面(?:不存在|找不到|未找到)",
    re.IGNORECASE,
)


def stand_in(page: Page) -> StandIn | None:
    """What ``page`` is when it is not the page that was asked for: one of its flags."""
    return next((name for name in STAND_INS if name in page.flags), None)


def answered_instead(
    source: str, markup: Markup, kind: PageKind, url: str | None
) -> StandIn | None:
    """What is sent in the place of an undated page: ``source`` is its text as it was sent."""
    if kind not in ("other", "article"):
        return None
    printed = "\n".join(line.folded for line in markup.lines)
    if _refused(source, printed):
        return "challenge"
    if _asks_for_login(source, printed, url):
        return "login_wall"
    return "soft_404" if kind == "other" and _is_gone(source, printed, markup.title) else None


def _refused(source: str, printed: str) -> bool:
    """Whether a firewall answers: ``source`` is the markup, ``printed`` what it shows, folded."""
    if len(printed) > _SHORT:
        return False
    if _FIREWALL_SAYS.search(printed):
        return True
    if len(printed) > _LITTLE or "<script" not in source.lower():
        return False
    if _FIREWALL_SCRIPT.search(source):
        return True
    return bool(
        _SETS_COOKIE.search(source) and _COMES_BACK.search(source) and not _FRAMES.search(source)
    )


def _asks_for_login(source: str, printed: str, url: str | None) -> bool:
    """Whether a login stands before the page; a login page that was asked for is none."""
    if len(printed) > _SHORT:
        return False
    if _PASSWORD.search(source):
        return bool(_LOGIN.search(printed) or (url and _COMES_FROM.search(url)))
    said = _LOGIN.search(_alerted(source) if len(printed) <= _LITTLE // 2 else "")
    return bool(said or (len(printed) <= _LITTLE and _LOGIN.search(printed)))


def _is_gone(source: str, printed: str, title: str | None) -> bool:
    """Whether a page without content says in its title or its script that there is no page."""
    if len(printed) > _SHORT:
        return False
    if _GONE_TITLE.search((title or "").strip()):
        return True
    said = _alerted(source) if len(printed) <= _LITTLE // 2 else ""
    return bool(GONE.search(said) or _WRONG.search(said))


def _alerted(source: str) -> str:
    """What a page without text says in a box of its script before it goes back."""
    return "\n".join(_ALERT.findall(source))

"""What a page is: issue, article, document, listing or something else."""

import re
from collections.abc import Sequence
from typing import Final
from urllib.parse import urlsplit

from archiver.parsers.attachment import is_file
from archiver.parsers.bulletin.shapes import is_sentence
from archiver.parsers.chrome.imprint import is_contact
from archiver.parsers.chrome.linekind import LineKind, link_length
from archiver.parsers.headline.titletag import names_site, parts_of
from archiver.parsers.lines import Line
from archiver.parsers.lists.items import Item
from archiver.parsers.lists.listing import LinkList, card_lines
from archiver.parsers.lists.main import MainList
from archiver.parsers.markup.html import Markup
from archiver.parsers.standin import GONE

_STATIC: Final = re.compile(
    r"(?:概况|简介|联系我们|联系方式|关于我们|机构(?:设置|职能|职责)|组织机构|领导(?:班子|介绍|分工|信息)|内设机构|网站地图|"
    r"工会章程|办事指南|主要职责|网上信访|意见反馈|在线留言|(?:用户|会员|系统|管理员?)登[录陆])$"
)
_REFUSAL: Final = 160
_ADVICE: Final = 400  # a server explains what to try at more length
_REFUSED: Final = re.compile(
    r"404|403|找不到|不存在|已被?删除|无法(?:访问|显示)|维护中|升级维护|正在(?:建设|维护|升级)"
    r"|走丢了|出错了|未(?:通过)?审核|已下线|(?:非法|错误的?)参数|参数错误|无此(?:信息|文章)"
    r"|没有(?:该|此|这篇|这条)(?:文章|信息)|登录超时|请先?(?:重新)?登录|登录.{0,2}[才再方可](?:能|以)?(?:查看|浏览|访问)"
    r"|停止更新|本站.{0,6}(?:停止|暂停|关闭|迁移)|域名.{0,10}(?:过期|出售|转让)|浏览器版本[过太]低"
    r"|拦截|已关闭|没有权限|权限不足|无权(?:访问|查看|浏览)|not found",
    re.IGNORECASE,
)
# What servers, databases and scripts print when they fail, and what pages say that only lead on. On
# lower-cased text: every branch begins with a letter, which makes the search fast.
_FAILURE: Final = re.compile(
    r"服务器(?:内部)?错误|运行时错误|数据库(?:连接)?(?:错误|失败|出错)|server error|runtime error"
    r"|service unavailable|bad (?:request|gateway)|gateway time-?out"
    r"|microsoft (?:ole db|jet|vbscript|odbc)|sqlstate|源站(?:出现问题|宕机)"
    r"|403 forbidden|access denied|object moved|document moved|moved permanently"
    r"|系统(?:发生|出现)错误|无法加载(?:模块|控制器)|浏览器版本[过太]低"
)
_BEGINS_WITH_FAILURE: Final = re.compile(
    r".{0,8}(?:提示信息|系统提示|信息提示|错误提示)[!\s]*$"
    r"|index of /|(?:fatal|parse) error\b|warning ?:|50[0234]$"
)
_LEADS_ON: Final = re.compile(
    r"(?:正在|即将|自动|秒钟?后).{0,6}(?:跳转|返回)|(?:没有|未能?)(?:自动)?跳转"
)
_NOTHING: Final = re.compile(
    r"(?:暂无|尚无|暂时没有|没有|未)(?:找到|查到|查询到|检索到)?(?:此类|相关|任何|更多|该|下级|符合.{0,6})?(?:栏目)?的?"
    r"(?:信息|内容|数据|记录|文章|新闻|资料|结果|分类|产品|商品|图片|视频)|共\s*0\s*[条篇]|(?:建设|更新|整理|加载|完善)中|敬请期待"
)
_PUBLISHES: Final = re.compile(
    "[一-鿿]{1,14}[会局委协部办院厅署社府心](?:发布|公布|推出|印发|编印|出版|刊发)(?![会工])"
)
_CONTACTS: Final = re.compile("联系|地址|电话|热线|信箱|通[讯信]")
_NOTICE: Final = 60
# Labels of a form.
_UNFILLED: Final = re.compile(r"(?:[*\s]*[^\s:*](?:[^:]{0,10}[^\s:])?\s*:)+[*\s]*|[*\s]+")
_ASKED: Final = 3
_LETTER: Final = re.compile(r"[^\W\d_]")
_ROOT: Final = re.compile(r"^/?(?:(?:index|default|main|home)\.\w{2,5})?$", re.IGNORECASE)
_HOME: Final = re.compile(
    r"(?://[^/?#]+|/(?:(?:index|default|main|home)(?:\.\w{2,5})?)?|\?page=home)$", re.IGNORECASE
)
_BESIDE: Final = 3
_HEADING: Final = 14  # characters of a heading over a list
_HEAVY: Final = 60.0  # a list of this weight could be the subject of a page
_LITTLE: Final = 8.0  # enough where the page has no text of its own
_ENOUGH: Final = 24.0  # two titles with dates
_ASIDE: Final = 120  # characters that may stand beside the only entry of a column


def is_static(title: str | None) -> bool:
    """Whether the title is that of a page about the institution itself (概况, 联系我们 …)."""
    return bool(title and _STATIC.search(title.strip()))


def tells_of_issue(title: str | None) -> bool:
    """Whether a headline is news of somebody who published an issue: 县纪委发布通报（第三期）."""
    return bool(title and _PUBLISHES.match(title.strip()))


def is_refusal(content: Sequence[Line]) -> bool:
    """Whether the server only says that there is no page: two short sentences at most."""
    text = "".join(line.folded for line in content)
    return len(text) <= _REFUSAL and bool(_REFUSED.search(text))


def says_gone(lines: Sequence[Line]) -> bool:
    """Whether a short line says that the page asked for is not there, whatever stands beside it.

    Such answers come with status 200 and with the lists of every page of the site.
    """
    return any(len(line.folded) <= _NOTICE and GONE.search(line.folded) for line in lines)


def is_notice_of_absence(title: str | None, content: Sequence[Line]) -> bool:
    """Whether the headline itself says that the page is not there, with little advice below."""
    short = sum(len(line.folded) for line in content) <= _ADVICE
    return short and bool(GONE.search(title or ""))


def is_failure(title: str | None, content: Sequence[Line]) -> bool:
    """Whether the server reports a fault of its own, shows a folder or only leads to a page."""
    said = [(title or "").lower(), *(line.folded.lower() for line in content[:1])]
    if any(
        len(text) <= _REFUSAL and (_BEGINS_WITH_FAILURE.match(text) or _FAILURE.search(text))
        for text in said
    ):
        return True
    text = "".join(line.folded for line in content)
    return len(text) <= _NOTICE and bool(_LEADS_ON.search(text) or _REFUSED.search(text))


def is_empty(title: str | None, content: Sequence[Line]) -> bool:
    """Whether a page without a sentence says that it has nothing to show, asks, or is all links.

    Addresses alone are the site's, unless the title promises them.
    """
    if any(map(is_sentence, content)):
        return False
    if content and all(_UNFILLED.fullmatch(line.folded) for line in content):
        return True
    if content and all(map(is_contact, content)) and not _CONTACTS.search(title or ""):
        return True
    if any(len(line.folded) <= _NOTICE and _NOTHING.search(line.folded) for line in content):
        return True
    linked = sum(map(link_length, content))
    return linked * 2 > sum(len(line.folded) for line in content)


def is_form(content: Sequence[Line]) -> bool:
    """Whether readers are to fill in what stands here: labels line upon line, and no value."""
    asked = 0
    for line in content:
        asked = asked + 1 if _UNFILLED.fullmatch(line.folded) else 0
        if asked >= _ASKED:
            return True
    return False


def outweighs(
    main: MainList,
    markup: Markup,
    content: Sequence[Line],
    kinds: Sequence[LineKind],
    head: int,
) -> bool:
    """Whether a page consists of its main list: it holds more than the text around it.

    ``head`` is the line of the headline, or -1. What has no dates and stands between breadcrumb and
    headline is a menu.
    """
    items = main.items
    if "breadcrumb" in kinds and all(item.date is None and item.line < head for item in items):
        return False
    cards = card_lines(markup, items)
    menu = _menu_over(items, kinds)
    own = [
        line
        for line in content
        if line.number not in cards and kinds[line.number] == "text" and line.number >= menu
    ]
    beside = any(map(is_sentence, own)) and not any(
        own[0].number < item.line < own[-1].number for item in items
    )
    text = sum(len(line.folded) - link_length(line) for line in own if _LETTER.search(line.folded))
    if text <= _ASIDE and (main.is_only_entry or _is_paged_grid(items, markup, kinds)):
        return True
    led = beside and bool(items) and _is_led(own, items, kinds)
    text *= _BESIDE if beside and not led else 1  # a list in a side column says little of the page
    enough = _ENOUGH if any(map(is_sentence, own)) else _LITTLE
    if len(items) == 1:  # the last page of a list
        alone = items[0].date and not is_file(items[0].href, items[0].title)
        return bool(alone) and all(len(line.folded) <= _HEADING for line in own)
    return len(items) >= 2 and sum(item.weight for item in items) >= max(enough, text)


def _menu_over(items: Sequence[Item], kinds: Sequence[LineKind]) -> int:
    """The first line of a menu over the titles of a list, or 0: above it stands a banner."""
    first = min((item.line for item in items if item.weight), default=0)
    return next((n for n in range(first) if kinds[n] == "link"), 0)


def _is_paged_grid(items: Sequence[Item], markup: Markup, kinds: Sequence[LineKind]) -> bool:
    """Whether every item is a linked picture with its caption, and their pages are numbered below.

    Captions may be as short as the names of a menu, whose pictures have no further pages.
    """
    if len(items) < _BESIDE:
        return False
    below = items[-1].last + 1
    pictured = {image.href for image in markup.images}
    return "pagination" in kinds[below : below + _BESIDE] and all(i.href in pictured for i in items)


def _is_led(own: Sequence[Line], items: Sequence[Item], kinds: Sequence[LineKind]) -> bool:
    """Whether one sentence and short headings only introduce a list of dated items below."""
    said = [line for line in own if is_sentence(line)]
    first = min(item.line for item in items)
    return (
        len(said) == 1
        and said[0].number < first
        and all(line in said or len(line.folded) <= _HEADING for line in own)
        and all(item.date for item in items)
        and not {"related", "adjacent"}.intersection(kinds[said[0].number : first])
    )


def is_home(title: str | None, url: str | None) -> bool:
    """Whether a page without a headline of its own, but that of its site, is where a site begins.

    That need not be at the root of a host: departments begin in folders.
    """
    return url is not None and names_site(title) and _HOME.search(url) is not None


def site_at_home(title: str | None, url: str | None) -> str | None:
    """The name of the site in the title tag of its home page, whatever column stands on top."""
    address = urlsplit(url or "")
    if not address.netloc or address.query or _ROOT.search(address.path) is None:
        return None
    return next((part for part in parts_of(title) if names_site(part)), None)


def is_portal(lists: Sequence[LinkList], url: str | None) -> bool:
    """Several heavy lists and none that outweighs the others together: a home page."""
    root = url is not None and bool(_ROOT.search(urlsplit(url).path))
    weights = sorted((group.weight for group in lists), reverse=True)
    heavy = sum(weight >= _HEAVY for weight in weights)
    return heavy >= (3 if root else 6) and weights[0] < sum(weights[1:])

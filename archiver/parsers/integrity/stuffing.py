"""Titles stuffed with names that nothing on the page speaks of, whatever they sell.

The words of the trades change every year, what search engines are told by does not: names that no
line prints stand before the page's own headline, one name comes again and again with what can be
done there, it has numbers in it, or the title alone is written in references (``&#28595;``).
A page's own title begins with its headline, or with the name of a column or a site.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from archiver.parsers.integrity.foreign import (
    JOINT,
    LURE,
    goods_in,
    is_foreign_to,
    is_own,
    is_vendor,
    lures_in,
    parts_of,
    run_together,
)
from archiver.parsers.integrity.trades import has_brand, is_report
from archiver.parsers.lines import Line

SURELY, PERHAPS = 5, 4
_LONGEST: Final = 24  # characters of a name; sentences are not names
_DOORS: Final = 4  # characters: longer names have their door
_CODE: Final = '="'  # of a title that holds tags
_LITTLE: Final = 100  # characters: a page that prints less has nothing to compare with
_NAME: Final = re.compile(r"[一-鿿].*[一-鿿]|[一-鿿]\d|\d[一-鿿]|\d\.(?:com|net|cc|vip)$")
# What names of sites and columns end with, and what a page is called that nobody has named.
_PLACE: Final = re.compile(
    r"(?:(?<!官)网|(?<!\d)网站|门户|在线|之窗|之家|家园|园地|热线|论坛|博客|主页|首页|频道|学校|医院|社区|大厅|中心|专区|专栏|专题"
    r"|点播|规则|服务|指南|办事|咨询|动态|新闻|栏目|列表|我们|帮助|说明|要闻|须知|图片|公告|通知|法规|制度|风采|课堂|之声|标题|内容|文档|详情|文章)$"
    r"|欢迎"
)
_BEGINS: Final = re.compile(
    r"(?:无标题|未命名|查看|正在|网上|在线|个人|会员|用户|职工|后台|邮箱|文化|文体|站内|公众号|微[信博]|管理|统一|单点|免费注册|第)"
)
_SITE: Final = re.compile(
    "(?:人民政府|总工会|工会|[局委厅办]|协会|联合会|学院|大学|中学|小学|医院)(?:信息|门户)?(?:网站?)?$"
)
# What follows a name when a reader is to go there; what is left without them is the name.
_PLAIN: Final = re.compile(
    "最新|官方|官网|网站|网址|app|下载|平台|注册|登[录陆]|入口|首页|手机版?|网页版?|安卓|苹果|ios|客户端|大全|查询|在线|免费|导航"
    "|列表|产品|信息|新闻|服务|中国|全国|公司|集团|国际|详细|内容|专题|专栏|站内|搜索|结果|欢迎[您你]?|版|www|com"
)
# Names as brands have them: digits at the end that count nothing (鲲鹏3391), letters that say the
# same (鲲鹏kunp), hosts.
_NUMBERED: Final = re.compile(
    r"[一-鿿][a-z]{0,4}(?!(?:19|20)\d\d(?!\d)|[3-9]0(?!\d)|100(?!\d)|1[12]\d(?!\d)|315|12[345]\d\d|9[56]\d{3})\d{2,6}"
    r"(?=$|官|网|娱乐|平台|登|注|手机|app|棋牌|彩票|体育|国际)"
    r"|^[一-鿿]{2,3}(?!app|logo|html|wifi|expo)[a-z]{3,8}(?:$|官|网|娱乐|平台|登|注|体育|国际)"
    r"|^(?:www\.)?(?=[a-z-]{0,12}\d)[a-z\d-]{2,20}\.(?:com|net|cc|vip|top|org|info|tv|me|co)$"
)
# A name with what a house of the trade is, and what columns have of the same kind.
_HOUSE: Final = re.compile("^[一-鿿a-z\\d]{1,6}(?:体育|娱乐|电竞|棋牌|彩票)$")
_KIND: Final = re.compile(
    "(?:群众|职工|全民|大众|文化|文娱|文艺|文体|休闲|健康|健身|竞技|学校|校园|社会|社区|青年|少年|老年|中年|儿童|农民|农村|乡村|妇女"
    "|残疾人|民族|民间|传统|国际|国内|综合|时尚|科技|科教|教育|卫生|旅游|财经|军事|新闻|机关|企业|高校|学生|中国|世界|今日|冰雪|户外"
    "|水上|特色|影视|明星|福利|公益|新浪|网易|腾讯|搜狐|央视|凤凰|人民|新华|光明|虎扑|直播|时政|港台|合作|赛事|足球|篮球)"
    "(?:体育|娱乐|电竞|棋牌|彩票|国际)$"
)
# Pairs of characters that names of the trade and all sorts of news have in common.
_COMMON: Final = frozenset(("体育", "娱乐", "国际", "电竞", "棋牌", "彩票"))
# What nobody does at a body, even if the part has a word of one (公司开户).
_ENTRANCE: Final = re.compile(r"(?:开户|投注|下注|(?<!办)客服(?:电话)?|娱乐|棋牌|代理|提款|返水)$")
_BRANDED: Final = re.compile(
    "([一-鿿a-z\\d]{2,10}?)(?:官方)?(?:官网|网址|app|娱乐|棋牌|彩票|体育|平台|网站)"
    "(?:下载|注册|登[录陆]|入口|手机版|网页版|app|官网){0,2}"
)
_OFFICIAL: Final = frozenset(("官方网站", "官网", "中国官方网站"))
_EVENT: Final = re.compile("(?:[大比联邀竞]赛|赛|活动|生活|杯|节|展|讲座|培训|交流|行动|知识)$")
# A name with the door to it.
_DOOR: Final = re.compile(
    "^[一-鿿a-z\\d]{2,6}(?:官方)?(?:官网|注册|登[录陆]|网址|app|平台(?=注|登|下|入)|手机版|网页版)(?:注册|登[录陆]|下载|入口)?$"
)


def stuffed(title: str, headline: str, lines: Sequence[Line], *, encoded: bool = False) -> int:
    """Points for the names in a folded ``title`` that ``lines`` never print; 0 for none.

    ``encoded`` when the page writes its title, and little else, in references.
    """
    parts = [part for part in parts_of(title.lower()) if len(part) > 1]
    headline = headline.lower()
    odd = [part for part in parts if part not in headline and _may_be_name(part)]
    odd = [part for part in odd if not any(part in line.folded for line in lines)]
    if not odd:
        return 0
    if is_report(title) or is_vendor(title) or _CODE in title:
        return 0
    printed = run_together(lines)
    if len(printed) < _LITTLE:
        return 0
    # What a site is called after is its own.
    printed += "".join(part for part in parts if is_own(part) and part not in odd)
    names = [part for part in odd if is_foreign_to(part, printed)]
    if not names:
        return 0
    sites = [p for p in parts if p.endswith("网") and p not in names and not is_own(p)]
    sites = [site for site in sites if is_foreign_to(site, printed)]
    unheard = [part for part in names if is_unheard(part, printed)]
    before = _before(parts, unheard)
    owned = any(not is_foreign_to(part, printed) for part in parts[before:])
    others = [part for part in parts if part not in unheard]
    sold = any(map(lures_in, unheard))
    whole = (len(unheard) > 1 or sold) and all(_is_plain(part, printed) for part in others)
    signs = [
        before > 0 and owned,
        _is_repeated([*names, *sites], printed),
        any(map(_NUMBERED.search, names)),
        _lures(names, goods_in(printed)) or (bool(unheard) and not _OFFICIAL.isdisjoint(parts)),
        any(map(_DOOR.search, unheard)),
        encoded and len(unheard) > 0,
        _is_behind(title.lower(), unheard),
    ]
    if any(map(_HOUSE.search, unheard)):
        return SURELY
    alone = any(map(_is_bare, unheard)) or (owned and signs[2] and parts[-1] in unheard)
    return max(_points([*signs, whole]), PERHAPS if alone else 0)


@lru_cache(maxsize=256)
def _is_bare(name: str) -> bool:
    """Whether a name is a brand's that only lacks its door: with 体育 or 娱乐 it is one."""
    return len(name) < _DOORS and (has_brand(f"{name}体育") or has_brand(f"{name}娱乐"))


def _points(signs: Sequence[bool]) -> int:
    """Two independent signs are sure; a name alone is none."""
    first, repeated, _, _, door, _, behind, whole = signs
    if sum(signs) > 1 and (first or repeated or behind or whole or door):
        return SURELY
    return PERHAPS if repeated or behind else 0


@lru_cache(maxsize=1024)  # the pages of a site end alike
def _may_be_name(part: str) -> bool:
    """Whether a part is no column, site or body."""
    if len(part) > _LONGEST or not _NAME.search(part):
        return False
    if is_own(part) and not _ENTRANCE.search(part) and not lures_in(part):
        return False
    if _PLACE.search(part) and not lures_in(part):
        return False
    if _KIND.search(part):
        return False
    return not _BEGINS.match(part) and not _EVENT.search(part) and _PLAIN.sub("", part) != ""


def is_unheard(part: str, printed: str) -> bool:
    """Whether no pair of characters is printed, but for digits, which mean nothing."""
    name = _PLAIN.sub("", part)
    part = name if len(name) > 1 else part
    pairs = (part[n : n + 2] for n in range(len(part) - 1))
    return not any(p in printed for p in pairs if not p.isdigit() and p not in _COMMON)


def _before(parts: Sequence[str], unheard: Sequence[str]) -> int:
    """How many names stand before the first part that is none."""
    return next((n for n, part in enumerate(parts) if part not in unheard), len(parts))


def _is_behind(title: str, unheard: Sequence[str]) -> bool:
    """Whether a name stands where a title has ended: behind that of the site."""
    parts = JOINT.split(title)
    site = next((n for n, part in enumerate(parts) if n and _SITE.search(part)), len(parts))
    behind = [name for part in parts[site + 1 :] for name in unheard if name in part]
    return bool(behind) and (len(parts) == site + 2 or any(map(LURE.search, behind)))


def _is_plain(part: str, printed: str) -> bool:
    """Whether a part that is no name says nothing of the page either."""
    return not _PLAIN.sub("", part) or (part.isascii() and part not in printed)


def _lures(names: Sequence[str], goods: frozenset[str]) -> bool:
    for name in names:
        found = LURE.findall(name)
        if len(lures_in(name) - goods) > 1:
            return True
        if not goods.issuperset(found) and _PLAIN.sub("", LURE.sub("", name)):
            return True
    return False


def _is_repeated(names: Sequence[str], printed: str) -> bool:
    """Whether two names begin alike, with what the page never prints."""
    bare = [re.sub(r"^\d+", "", _PLAIN.sub("", name)) for name in names]
    begins = [name[:2] for name in bare if len(name) > 1 and name[:2] not in printed]
    return len(set(begins)) < len(begins)


def houses_in(title: str) -> list[str]:
    """The names in a folded title that are formed as those of houses of the trade."""
    names = [_PLAIN.sub("", part) for part in parts_of(title.lower()) if not is_own(part)]
    return [name for name in names if _HOUSE.search(name) and not _KIND.search(name)]


def brand_before(headline: str, text: str) -> str | None:
    """The name that a folded headline begins or ends with and the text has for that of a body.

    云顶4008官网-县总工会开展慰问, and below: 云顶4008官网讯.
    """
    parts = JOINT.split(headline.lower())
    for part in (parts[0], parts[-1]) if len(parts) > 1 else ():
        brand = None if is_own(part) else _BRANDED.fullmatch(part)
        if brand is None:
            continue
        if brand[1] + "官网" in text or (_NUMBERED.search(part) and brand[1] in text.lower()):
            return brand[1]
    return None

"""Whole pages of somebody else: a name for sale, the boast of who broke in, a portal, a shop.

The name of a union lapses and is sold, or the front page is replaced. Nothing of the body is left
on such a page, and its title offers what the page is full of.
"""

import re
from collections.abc import Sequence
from typing import Final

from archiver.chinese.fold import fold
from archiver.parsers.integrity.signs import Evidence
from archiver.parsers.integrity.trades import is_report, poison
from archiver.parsers.integrity.whereabouts import is_official

_FOR_SALE: Final = re.compile(
    r"域名.{0,6}(?:出售|转让|停[放靠]|已?[过到]期)|domain .{0,12}for sale|buy this domain"
    r"|domain.{0,12}parked|[a-z\d-]\.[a-z.]{2,8} (?:is|may be) for sale",
    re.IGNORECASE,
)
_SOLD: Final = re.compile(r"域名\s?.{0,30}(?:出售|转让|停靠|交易)")
_DEFACED: Final = re.compile(
    r"(?:hacked|h4cked|defaced|owned|pwned) by|[本此贵]站已?被黑|黑客.{0,3}(?:入侵|到此一游)",
    re.IGNORECASE,
)
_Stall = tuple[re.Pattern[str], re.Pattern[str]]


def _stalls(words: Sequence[tuple[str, str]]) -> tuple[_Stall, ...]:
    """Each kind's words, and those among them that are its own."""
    both = ((f"{own}|{more}", own) for own, more in words)
    return tuple((re.compile(a, re.IGNORECASE), re.compile(b, re.IGNORECASE)) for a, b in both)


_FEW, _NOTICE = 40, 400  # lines and characters: more than those who take over a domain say of it
_TEXT: Final = 20_000  # characters: more than a portal prints in few lines
# What every portal or shop of a kind offers, whatever it is called; the first words are its own.
_FORBIDDEN: Final = _stalls(
    (
        (
            "真人|首存|返水|存送|上分",
            "开户|娱乐|电子|体育|彩票|棋牌|捕鱼|视讯|龙虎|牛牛|赔率|投注|提款|存款|轮盘|优惠",
        ),
        (
            "nhà cái|cá cược|cá độ|nổ hũ|tài xỉu|xổ số|gacor|togel|slot88|sabung ayam"
            "|คาสิโน|สล็อต|แทงบอล|บาคาร่า|เว็บพนัน|cassino online|bahis",
            "casino|slot|bet|poker|bóng đá|đăng ký|nạp|rút|khuyến mãi|tặng|judi|bandar|deposit"
            "|bonus|maxwin|rtp|เครดิตฟรี|สมัคร|ฝาก|ถอน|เว็บตรง|apostas|saque",
        ),
        (
            "麻豆|人妻|无码|熟女|成人|深夜福利|夜间直播|午夜",
            "主播|颜值|一对一|私密|直播|中字|制服|自拍|少妇|偷拍|国产|剧情|传媒|美女|av|三级|伦理",
        ),
        (
            r"私服|传奇|(?<![a-z])sf(?![a-z])|开区|开服",
            "复古|合击|单职业|攻沙|元宝|首区|双线|迷失|神途|网通|电信|满级|变态|新区|战神|大极品|爆率|法师|道士|战士|PK|公益服",
        ),
        (
            "钱包|数字货币|usdt|imtoken|tokenpocket|欧易|币安|(?<![a-z])okx|binance",
            "BTC|ETH|安卓|苹果|app|官方|官网|下载|主流币|交易所|区块链",
        ),
        (
            "vpn|telegram|电报|纸飞机|加速器|科学上网",
            "下载|安卓|苹果|官网|永久|免费|中文版|节点|ios|注册|登录|翻墙|机场",
        ),
        (
            "口子|黑户|下款|征信|套现|黑白户",
            "额度|身份证|放款|秒批|无视|到账|借钱|贷款|网贷|抵押|利息|微信",
        ),
    )
)
_LAWFUL: Final = _stalls(
    (
        (
            "最新章节|全文阅读|免费阅读|笔趣阁|小说网|全本小说",
            "第[一二三四五六七八九十]章|总裁|都市|玄幻|言情|穿越|重生|加入书[签架]|连载|完结|作者|txt|书友|手机阅读",
        ),
        (
            "韩漫|漫画登录|免费漫画|在线漫画",
            "漫画|更新至|完结|无遮挡|登录页面|入口|免费看|观看|第?\\d{1,3}[话集]",
        ),
        (
            "影院|影视网|在线观看|免费观看|高清完整|热播|理论片|伦理片|抢先版",
            "未删减|云播|m3u8|迅雷|三级|电视剧|电影|综艺|动漫|全集|完整版|1080p|高清|国语|韩剧|美剧|更新至|不提供任何视听|所有视频均",
        ),
        (
            "人流|打胎|流产|白癜风|癫痫|牛皮癣|不孕|男科|包皮|性病|植发",
            "哪家好|多少钱|价格|费用|仅需|无痛|妇科|专家|热线|咨询|预约|挂号|优惠|减免|最好的|正规|随做随走|治愈|根治|祖传",
        ),
        (
            "free shipping|add to cart|wholesale|送料無料|カート|激安|通販|最安値|代金引換|代引",
            r"cheap|outlet|jerseys?|handbags?|on sale|discount|\d{1,2}% off|\$\s?\d{1,4}\.\d\d"
            r"|our shop|checkout|ブランド|販売|価格|商品番号|[￥¥]\s?\d{1,3},\d{3}|当店|中古|新品",
        ),
    )
)
# What those offer who show matches without leave, for the sake of bets on them.
_MATCHES: Final = _stalls(
    (
        (
            "无插件|盘口|竞彩推荐|(?:足球|篮球|nba|cba|英超|欧冠|比分)直播",
            "直播|比分|免费|高清|英超|西甲|德甲|意甲|欧冠|nba|录像|集锦|竞猜",
        ),
    )
)
# The plain words of all kinds: a title holds one of them.
_OFFER: Final = re.compile(
    "|".join(
        word
        for words, _ in _FORBIDDEN + _LAWFUL + _MATCHES
        for word in words.pattern.lower().split("|")
        if word.replace(" ", "").isalpha()
    )
)
_OFFERED: Final = 4
_FOOT: Final = 4  # lines
_INSTITUTION: Final = re.compile("(?:[馆局校]|中学|小学|协会|文化站|文化宫|服务中心)$")
_HAN: Final = re.compile("[一-鿿]{2}")
_WORD: Final = re.compile(r"[^\W\d_]{2,}")
_ENGLISH: Final = re.compile(
    r"\b(?:the|and|of|is|not|this|error|server|from|with|are|for|please|contact)\b", re.IGNORECASE
)
_WORDS: Final = 15  # of a page whose language can be told
_CALLED: Final = re.compile(
    r"[局委厅校府会社司厂店站所处办网报台馆党团部行队]|(?<!影)院|中心|集团|银行|大学|\.\w"
)
_BODY: Final = re.compile(
    "政府|工会|[县市区省]委|党[委组员]|委员会|管理局|人大|政协|街道|乡镇|劳动模范|干部|职工|群众"
    "|federation|union|government|committee|bureau|province",
    re.IGNORECASE,
)


def is_taken_over(title: str, evidence: Evidence) -> bool:
    """A domain for sale, the boast of who broke in, a portal: in the title, or all there is."""
    if _FOR_SALE.search(title) or _DEFACED.match(title):
        return True
    if evidence.owners or len(evidence.printed) > _FEW:
        return False
    if _size(evidence) > _NOTICE:
        return False
    printed = "\n".join(line.folded for line in evidence.printed)
    return bool(_SOLD.search(printed) or _FOR_SALE.search(printed) or _DEFACED.search(printed))


def is_portal(title: str, evidence: Evidence) -> bool:
    """Whether a page that names no public body offers what portals of one kind offer.

    What others may offer in their own name is foreign only at the address of a public body.
    """
    few = len(evidence.printed) <= _FEW and _size(evidence) <= _TEXT
    if not few and _OFFER.search(title.lower()) is None:
        return False
    known = _FORBIDDEN + _LAWFUL if is_official(evidence) else _FORBIDDEN
    if not all(map(_is_odd, evidence.owners.values())):
        known = _MATCHES if _is_left_over(title, evidence) else ()
    stalls = [stall for stall in known if few or stall[0].search(title)]
    if not stalls:
        return False
    printed = "\n".join((title, *(line.folded for line in evidence.printed)))
    if _BODY.search(printed) or is_report(title):
        return False
    return any(
        own.search(printed) and len({word.lower() for word in words.findall(printed)}) >= _OFFERED
        for words, own in stalls
    )


def is_foreign(title: str, evidence: Evidence) -> bool:
    """Whether a page at a public body's address has words, but none in Chinese or English."""
    if not is_official(evidence) or _HAN.search(title):
        return False
    printed = "\n".join((title, *(line.folded for line in evidence.printed)))
    if _HAN.search(printed) or len(_WORD.findall(printed)) < _WORDS:
        return False
    return _ENGLISH.search(printed) is None


def _size(evidence: Evidence) -> int:
    return sum(len(line.folded) for line in evidence.printed)


def _is_left_over(title: str, evidence: Evidence) -> bool:
    """Whether a public institution owns a page that names it in its last lines alone."""
    owners = [fold(owner) for owner in evidence.owners.values() if not _is_odd(owner)]
    above = [title, *(line.folded for line in evidence.printed[:-_FOOT])]
    return all(
        _INSTITUTION.search(owner) and not any(owner in text for text in above) for owner in owners
    )


def _is_odd(owner: str) -> bool:
    """Whether an owner is a brand, or is called as no body or firm is."""
    return poison(fold(owner)) is not None or _CALLED.search(owner) is None

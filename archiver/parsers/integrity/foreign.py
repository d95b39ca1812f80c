"""What a title says that has nothing in common with anything its page prints.

A page's title repeats its headline, its column or the name of its site. Who takes over a page
writes his own there, whatever he sells: his words are new every year, but the page prints none of
them, and they are those of an advertisement.
"""

import re
from collections.abc import Sequence
from typing import Final

from archiver.chinese.memo import remembered
from archiver.parsers.integrity.trades import is_report
from archiver.parsers.lines import Line

_PART: Final = re.compile(r"[-_|·•,、:;!?。—–~<>《》【】()\[\]\s]+")
# A name as houses of the trade have them, perhaps with what one does there.
_NAMED_SO: Final = re.compile(
    r"[一-鿿a-z\d]{2,6}(?:(?:娱乐|棋牌|电竞|彩票)|(?:娱乐|棋牌|电竞|彩票|国际|体育)"
    r"(?:客服|平台|注册|登[录陆]|官网|网址|app|开户|代理|公司))"
)
JOINT: Final = re.compile(r"\s{0,9}[-_|—]{1,9}\s{0,9}")
"""What stands between the parts of a title that were put together."""

LURE: Final = re.compile(
    "官方网站|官网|官方|app|下载|注册|入口|登录|登陆|网址|平台|娱乐|体育|彩票|博彩|赌|买球|外围|棋牌|电竞|国际|集团城|游戏|开户|手机版"
    "|客户端|安卓|最新|免费|在线|视频|电影|观看|高清|小说|直播|成人|美女|国产|批发|价格|购买|哪里|多少钱|厂家|工厂|专卖|正品"
    "|一比一|代理|联系方式|微信|贷款|代还|套现|借款|口子|秒到|刷单|刷信誉|代写|证件|文凭|奢侈品|手表|鞋批|同城|附近|约茶|约炮|品茶|上门|迷情|蒙汗|迷药"
    "|减肥|私服|外挂|加速器|翻墙|推荐|排行|大全|攻略|开奖|走势图|快三|快3|下注|真钱|现金(?:棋牌|网)|扎金花|斗地主|捕鱼|打鱼|话费|钱包|vpn|大小单双|飞艇|投注|购彩|中特|一码|精准|网赚|日赚|兼职|欧美|日韩|无限次|一二三区|[一三]级片|黄色(?:录像|电影|视频|小说|网站)|情色|一本道|东京热|久久(?!重阳|为功)|成年版|好彩|管家婆一|分分彩|六合[彩开]|真人(?!图书|秀)|枪械|哪家好|医院排名|黑客|ddos|劳力士|复刻|高仿|n厂|搬家公司|开锁|换锁|代孕|供卵|色图|毛片|资料|代办|开挂|神器|透视|污版|刻章|配资|杠杆|监听|窃听|出售|答案|查人|保真|查询|定位|软件|货源|货到付款|吃瓜|黑料|爆料|玩法|技巧|字幕|影视|影院|伦理|破解|网页版|赔率"
    "|nhà cái|cá cược|cá độ|nổ hũ|tài xỉu|xổ số|đánh bạc|đặt cược|gacor|judi|taruhan|sabung"
    "|คาสิโน|สล็อต|แทงบอล|บาคาร่า|เว็บพนัน|cassino|apostas?"
    r"|[a-z]{1,3}\d{4,6}(?!\d)"
    "|(?<![a-z])(?:cheap|buy|online|sale|outlet|shop|shoes|free|best|bonus|bets?|slots?|games?|jerseys?|bags?"
    r"|watch(?:es)?|nike|jordan|gucci|casino|poker|cialis|pills|pharmacy|essay|loans?|download|slot\d+|togel)(?![a-z])",
)
_OWN: Final = re.compile(
    "政府|工会|[局委厅院校县省镇乡党]|(?<![一二三专])区|市(?!场)|大学|中学|(?:服务|活动|文化|帮扶|信息)中心|小学|公司|协会|办事|服务平台|系统|信息|公开|教育"
)
_VENDOR: Final = re.compile("templates?|website|powered|untitled|模板|管理系统|cms")
# Words that columns of public sites have too: one of them alone lures nobody.
_EVERYDAY: Final = frozenset(
    (
        *("平台", "在线", "下载", "视频", "查询", "资料", "登录", "注册", "最新", "免费", "推荐"),
        *("软件", "微信", "直播", "电影", "体育", "游戏", "app", "官网", "官方", "入口"),
    )
)
# A firm says on its own pages what it makes.
_GOODS: Final = frozenset(
    ("批发", "价格", "购买", "哪里", "多少钱", "厂家", "工厂", "专卖", "正品", "联系方式", "大全")
)
_MATCH: Final = re.compile("(?:比|大|联|邀请|锦标)赛")  # 棋牌比赛: unions hold them
_COLUMN: Final = re.compile(
    "中心|点播|规则|专区|专栏|频道|服务|之窗|指南|大厅|办事|咨询|系统|动态|新闻|栏目|列表|首页|我们|帮助|说明|要闻|须知|专题|图片|公告|通知"
)
_SCRIPTS: Final = re.compile(
    "[가-힣]{2,}|[а-яё]{4,}|[ァ-ヺー]{3,}|[ก-๙]{4,}|[a-z]{0,6}[ăđơưạảấầẩậắằặẹẻếềểễệịọỏốồổộớờởợụủứừửữự][a-zà-ỹ]{0,6}"
)
_SHARED: Final = 0.35  # of a part's pairs of characters; less than this is chance
_PAIRS: Final = 2  # and a part has so many
_SHORT: Final = 60  # characters of a text that a headline's parts can be compared with
_LITTLE: Final = 100  # characters: a page that prints less has no text to compare with


def lures(title: str, lines: Sequence[Line], least: int = 1) -> set[str]:
    """Words of advertisement in those parts of a folded ``title`` that are foreign to ``lines``.

    None when they are fewer than ``least``; a single one counts only where no part is the page's.
    """
    parts = [part for part in _PART.split(title.lower()) if len(part) > _PAIRS]
    odd = [part for part in parts if not _OWN.search(part) and not _MATCH.search(part)]
    if len(_lures_in(odd)) < least or is_report(title) or _VENDOR.search(title.lower()):
        return set()
    printed = run_together(lines)
    if len(printed) < _LITTLE:
        return set()
    foreign = [part for part in odd if is_foreign_to(part, printed)]
    if not _named(foreign):
        return set()
    said = goods_in(printed)
    found = {w for w in _lures_in(foreign) - said if w in _EVERYDAY or w not in printed}
    return found if len(found) > 1 or (foreign == parts and not found <= _EVERYDAY) else set()


def lures_of_part(headline: str, content: Sequence[Line]) -> set[str]:
    """The same for the one part of a folded headline that the text below it does not speak of."""
    parts = [part for part in JOINT.split(headline.lower()) if len(part) > _PAIRS]
    if len(parts) < 2 or is_report(headline):
        return set()
    text = run_together(content)
    foreign = [part for part in parts if not _OWN.search(part) and is_foreign_to(part, text)]
    if not foreign or len(text) < _SHORT:
        return set()
    found = _lures_in(foreign)
    if any(map(_NAMED_SO.fullmatch, foreign)):
        return found
    plain = len(foreign) == len(parts) or len(found) < 2 or found <= _EVERYDAY
    return set() if plain else found


def _named(parts: list[str]) -> bool:
    """Whether there is more in some part than words of advertisement and of columns: a name."""
    return any(len(_COLUMN.sub("", LURE.sub("", part))) > 1 for part in parts)


def _lures_in(parts: list[str]) -> set[str]:
    text = " ".join(parts)
    return set(LURE.findall(text)) | set(_SCRIPTS.findall(text))


def parts_of(title: str) -> list[str]:
    """The parts of a title between signs and blanks."""
    return _PART.split(title)


@remembered
def lures_in(text: str) -> frozenset[str]:
    """The words of advertisement in folded ``text`` that columns of public sites have not."""
    return frozenset(_lures_in([text.lower()]) - _EVERYDAY)


def words_in_other_letters(text: str) -> int:
    """How many words ``text`` has in letters that Chinese pages seldom print."""
    return 0 if text.isascii() else len(_SCRIPTS.findall(text.lower()))


def run_together(lines: Sequence[Line]) -> str:
    """What ``lines`` print, in lower case and without blanks: what ``is_foreign_to`` looks into."""
    return "".join("".join(line.folded for line in lines).lower().split())


def goods_in(printed: str) -> frozenset[str]:
    """What is no advertisement on a page that prints ``printed``: a firm names its goods."""
    return _GOODS if "公司" in printed else frozenset()


def is_own(part: str) -> bool:
    """Whether a part has a word of bodies, firms and their sites."""
    return _OWN.search(part) is not None


def is_vendor(title: str) -> bool:
    """Whether a folded title is one that comes with a program."""
    return _VENDOR.search(title.lower()) is not None


def is_foreign_to(part: str, printed: str) -> bool:
    """Whether hardly a pair of characters of ``part`` stands in what a page prints."""
    pairs = {part[n : n + 2] for n in range(len(part) - 1)}
    return sum(pair in printed for pair in pairs) <= _SHARED * len(pairs)

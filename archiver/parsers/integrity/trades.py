"""The words of the trades that poison pages: gambling, pornography, forged papers, quacks."""

import re
from collections.abc import Iterable
from typing import Final

from archiver.chinese.fold import fold
from archiver.chinese.memo import remembered
from archiver.parsers.integrity.stems import Stems

# Han characters have no case: a range of them that asks for none is compiled three times as fast.
# What stands behind a name that places and goods have too: 开云体育公园 is one of 开云镇.
_NO_HOUSE: Final = "(?!室|活动|中心|广场|设施|场所|行业|业|用品|休闲)"
_NO_BRAND: Final = "(?!公园|中心|[场馆局课节]|夏令营|广场|用品|器材|健身|锻炼|设施)"
# Names of gambling brands; no public body, firm or sentence of a bulletin carries them by chance.
_BRAND: Final = re.compile(
    rf"(?<![a-z])bet\s365|bet365|365\s?bet|beat\s?365|365体育{_NO_BRAND}|manbetx|万博体育{_NO_BRAND}|全讯网|全讯官网|至尊全讯|新葡[京亰]|新[浦莆]京(?![东沪津广])|必一运动|南宫(?:ng)?28|pg模拟器|新葡萄(?=京|官|娱乐|集团|国际|棋牌|app|\d)|葡亰"
    rf"|葡京(?:赌场|娱乐)|太阳城(?:集团|娱乐|官网)|申博(?:太阳城|娱乐|官网)|皇冠(?:体育{_NO_BRAND}|现金|投注|博彩)"
    rf"|亚博(?:体育{_NO_BRAND}|娱乐|官网|国际|集团|app|在线|竞技)|开云体育{_NO_BRAND}|乐鱼(?:体育{_NO_BRAND}|官网|app|娱乐)|威尼斯人(?!家|酒店|度假|购物|小区|社区|花园|广场)"
    rf"|银河(?:国际)?娱乐{_NO_HOUSE}|永利(?:皇宫|娱乐{_NO_HOUSE}|博(?![物士览爱]))|金沙(?:国际)?(?:娱乐{_NO_HOUSE}|赌场)|ag(?:真人|亚游)|pg电子"
    r"|必威体育|betway|伟德(?:国际|体育)|明升(?:体育|m88)|韦德(?:国际|体育)|188bet|金宝博|fun88"
    rf"|澳门(?:金沙|银河|永利|葡京|威尼斯(?!人酒店|人度假)人?|美高梅)(?!酒店|度假)|华体会(?![展议馆])|米兰体育{_NO_BRAND}|爱游戏体育{_NO_BRAND}|凯发(?:娱乐|k8|官网)"
    rf"|尊龙(?:凯时|娱乐)|利来(?:国际|w66)|1xbet|dafabet|大发(?:娱乐|体育{_NO_BRAND}|彩票|快三|888)|dafa888|凯捷体育娱乐"
    rf"|九游(?:会(?![展议])|官网|国际|j9|老哥|娱乐{_NO_HOUSE}|体育{_NO_BRAND})|j9(?:九游|国际|真人)|(?:乐竞|贝博|火狐|安博|三亿|博鱼|亿博|杏彩|易游|欧亿|天博|半岛|江南)体育{_NO_BRAND}|(?:杏彩|易游|耀世|沐鸣|杏耀|恒达|欧亿)娱乐{_NO_HOUSE}|彩神(?:争霸|v|\d)|凤凰彩票|星空体育{_NO_BRAND}|米乐(?:m6|体育|官网)|m6米乐|爱游戏ayx|(?<![基积资现黄冶合五奖租佣])金年会(?![计议])"
    r"|(?:im|雷火|泛亚|ob)电竞|雷竞技|亚游(?:集团|官网|国际)|必赢(?:亚洲|国际)"
    r"|千亿(?:球友会|(?:国际|体育)(?=官|平台|app|注册|登|下载|入口|网|手机|娱乐|老虎机|(?-i:[^一-鿿])|$))|龙8国际|开元棋牌|ky开元|优德(?:娱乐|体育|w88)|威廉希尔|易胜博|博狗|凯时k66"
    r"|(?<![a-z])(?:yabo|leyu|kaiyun|xpj|amjs|wnsr|bwin)(?:\d{2,4}|vip|app|sports?)"
    r"|(?<![a-z])(?:(?!tibet|alphabet)[a-z]{0,8}bet\d{2,4}|\d{2,4}bet)(?![a-z])",
    re.I,
)
# Every brand holds one of these; a search for plain words is many times faster than for forms, and
# one search through many lines than one in each.
_BRAND_STEMS: Final = (
    "bet|365|全讯|葡京|太阳城|申博|皇冠|亚博|开云|乐鱼|威尼斯|银河|永利|金沙|ag真人|ag亚游|pg电子|必威|伟德|明升|韦德"
    "|金宝博|fun88|澳门|华体会|米兰体育|爱游戏|凯发|尊龙|利来|大发|dafa|凯捷|万博|至尊"
    "|新葡|葡亰|新浦京|新莆京|必一运动|南宫|pg模拟器|九游|j9|乐竞体育|贝博体育|火狐体育|安博体育|三亿体育|博鱼体育|亿博体育|杏彩|易游|欧亿|天博体育|半岛体育|江南体育|耀世娱乐|沐鸣娱乐|杏耀娱乐|恒达娱乐|彩神|凤凰彩票|星空体育|米乐|金年会|电竞|雷竞技|亚游|必赢|千亿国际|千亿体育|千亿球"
    "|龙8国际|开元棋牌|ky开元|优德|威廉希尔|易胜博|博狗|凯时"
    "|yabo|leyu|kaiyun|xpj|amjs|wnsr|bwin"
)
_BRAND_STEM: Final = Stems.of(_BRAND_STEMS)
_NEAR: Final = 24  # characters: no word is longer
# The trade's own words; a text may also speak of them, so they count outside the body only.
_TRADE: Final = re.compile(
    r"百家乐(?![业园居])|时时彩(?!排)|六合彩|老虎机|真人(?:视讯|娱乐|棋牌|荷官)|(?:真人|澳门|线上|网上|在线|国际)娱乐城|娱乐城(?=$|[-_|\s,官网开注投平优送])|(?<!兑)现金网(?!点)|(?:送|领|赠)\d{0,6}元?彩金"
    r"|高返水(?!位)|返水\d(?![\d.]{0,5}(?:万|吨|立方|方|米))|北京赛车(?![场手队])|棋牌(?:下载|官网|游戏平台)|注册送(?!达|审|交|\d{0,3}元?(?:红包|话费|积分|流量|优惠|满减|[购抵代消]|券|好礼|礼[包品]))|(?:澳门|网上|真人|在线)?赌场"
    r"|(?:体育|外围|线上|在线|电竞)投注|网上赌|博彩(?:公司|网|平台|导航|官网)|娱乐平台官"
    r"|彩票(?:平台|投注|计划|app)|幸运飞艇|pk10|pk拾|上下分(?=客服|平台|微|qq|系统|联系|银商|方便|(?-i:[^一-鿿])|$)|荷官|买球(?:app|平台|网|软件)|赌球|菠菜(?:导航|网(?![室棚])|平台|论坛)"
    r"|网赌|(?:真人|线上|网上)赌博|赌博(?:网|平台)|外围(?:网(?![格架])|平台(?!施工))|足球外围|一肖(?=[一二三中特码王必期平]|(?-i:[^一-鿿])|$)|特码(?!头)|平特(?=[一二三肖尾王])|开码(?=结果|网|现场|直播|记录|资料|(?-i:[^一-鿿])|$)|马会(?:资料|开奖)|曾道人|白小姐|中特网|三中三(?=[平特复资]|(?-i:[^一-鿿])|$)"
    r"|新澳门?.{0,2}资料"
    # Short names that other words hold too are of the trade alone or with a door behind them.
    r"|(?<!(?-i:[一-鿿]))(?<![a-z\d])(?:亚博|亚搏|乐鱼|必威|竞博|德赢|雅博|沐鸣|欧宝|必赢|谈球吧|彩金|返水|yabo|leyu|kaiyun|vwin|beplay|w66)"
    r"(?=官[网方]|平台|app|注册|登[录陆]|下载|入口|网址|手机版|网页版|体育(?!公园|[场馆])|娱乐|国际|电竞|(?![a-z\d])(?-i:[^一-鿿])|$)"
    # forms that any name may take: X体育(中国)官方网站, X电竞app
    r"|体育(?:app|官网|官方(?:网站|入口|版)|全站|在线登录|登录入口|平台官|\(中国)|电竞(?:app|官网|平台(?=官|app|注册|登|下载|入口|(?-i:[^一-鿿])|$)|官方)"
    r"|\(中国\).{0,8}(?:官方网站|官网|登录|入口|平台)|[-·|_]\s?中国官方网站|麻将胡了"
    # pornography
    r"|国产(?:av|精品|自拍|偷拍|成人)|(?:成人|色情|情色|黄色|激情)(?:视频|电影|影片|影院|影视|网站|小说|直播)"
    r"|无码(?:影院|影视|中字|精品|在线|中文|高清|专区|视频|av|不卡)|(?<=[品洲美韩产幕费清码线频])一区二区三区|一区二区三区(?=在线|视频|不卡|免费|高清|av|精品|[四无])|av(?:天堂|女优|在线)|人妻(?![子儿室])|熟女|制服丝袜|丝袜(?:美腿|诱惑)|伦理片|校园春色|乱伦(?!理)|淫(?:荡|妻|乱)|肉文|辣文|激情文学|91视频|自拍偷拍|三级片|裸聊|(?<!预)约炮(?![制车兵手])",
    re.I,
)
_TRADE_STEMS: Final = (
    "百家乐|时时彩|六合彩|老虎机|真人|娱乐城|现金网|彩金|返水|北京赛车|棋牌|注册送|赌|投注|博彩"
    "|娱乐平台|彩票|幸运飞艇|pk10|pk拾|上下分|荷官|买球|外围|一肖|特码|平特|开码|马会|新澳|曾道人|白小姐|中特网|三中三|菠菜|体育a|体育官|体育全|体育在|体育登|体育平|体育(|电竞|(中国|中国官方|麻将胡了|人妻|亚博|亚搏|乐鱼|必威|竞博|德赢|雅博|沐鸣|欧宝|必赢|谈球吧|yabo|leyu|kaiyun|vwin|beplay|w66|熟女|丝袜|伦理片|av|校园春色|乱伦|淫|肉文|辣文|激情文学|91视频"
    "|国产|成人|色情|情色|黄色|激情|无码|区二区|天堂|女优|偷拍|三级片|裸聊|约炮"
)
_TRADE_STEM: Final = Stems.of(_TRADE_STEMS)
NAMED_STEMS: Final = Stems.of(f"{_BRAND_STEMS}|{_TRADE_STEMS}")
"""One of them is in every brand and every word of the trade."""

# A part of a title that is a name as brands have them: letters, perhaps two signs, and the trade.
_CALLED: Final = re.compile(
    r"(?:^|[-_|·【\[(,，:\s])(?!(?:cctv|btv|pptv|qq|tom|nba|cba|ktv|vr|ai|app|oa|it|cn|tv)(?-i:[一-鿿]))"
    r"(?=\d{0,3}[a-z])[a-z\d]{1,8}(?-i:[一-鿿]){0,2}(?:体育|娱乐|电竞|棋牌|彩票|国际娱乐|官网)(?:$|[-_|·】\])(,，:\s])",
    re.I,
)
_LATIN_BRAND: Final = re.compile(r"^(?=.{0,40}\d)(?=.{0,40}[A-Za-z])[A-Za-z0-9 ]{4,24}$")
HOST: Final = re.compile(r"^(?:www\.)?[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,4}$", re.I)
_WARE_STEMS: Final = (
    "代孕|发票|文凭|毕业证|办证|假证|私服|传奇|sf|外挂|药|苍蝇水|侦探|一夜情|包养|援交|外围|贷款|套现|高仿"
    "|精仿|复刻|论文|casino|slot|viagra|porn"
)
STEMS: Final = f"{_BRAND_STEMS}|{_TRADE_STEMS}|{_WARE_STEMS}"
TRADE_STEMS: Final = Stems.of(STEMS)
"""One of them is in every brand and word of the trade, and in much else."""

_GAME: Final = re.compile(
    "真人|电子游[艺戏]|体育(?=竞猜|博彩|投注|赛事|[、,])|彩票|棋牌|捕鱼|电竞|老虎机|百家乐|龙虎|轮盘|骰宝|牛牛|斗地主|扎金花|炸金花|德州扑克|视讯"
)
_CUSTOMER: Final = re.compile("为[您你]|广大|一体|会员|玩家|客户|尽在|信誉|优惠")
_CHANNELS: Final = frozenset(("真人", "体育", "彩票", "棋牌", "电竞", "视讯"))
_MANY_GAMES: Final = 3
_WEAK: Final = re.compile(
    r"澳门|博彩|彩票|投注|赌博|体育官网|app下载|娱乐官网|官方网站入口|私服|成人|开户|下注|赔率|棋牌"
    r"|竞彩|足彩|比分|电竞|娱乐",
    re.I,
)
# The real houses of Macau that brands are called after.
_FIRM: Final = re.compile("集团|酒店|度假|股份|综合")
_HOUSE: Final = re.compile("澳门|威尼斯人|永利|银河")
_TRAVEL: Final = re.compile(
    "港珠澳|疗休养|代表团|访问|考察|参观|赴澳|访澳|来访|出访|演出|旅游|线路|大三巴"
)
_INNOCENT: Final = re.compile(
    r"打击|查处|整治|扫黄|禁赌|反赌|涉赌|抓赌|拒赌|戒赌|赌博案|赌[博场]罪|开设赌场|聚众赌博|以案[说释]法|取缔|防范|警惕|严禁|远离|拒绝|破获|诈骗|反诈|防诈|涉诈|防骗|骗子|网警"
    r"|违法|犯罪|被告人|判决|有期徒刑|公安|民警|警方|法院|检察|判处|专项|纪委|检查|禁毒|毒品|虚开|陷阱|骗局|谨防|禁止.{0,6}(?:销售|买卖|购买|贩卖|生产|参与)|(?<!费)收缴|嫌疑|涉嫌|沉迷|忏悔|挪用|判刑|获刑|抓获|落网|捣毁|摧毁|打掉|侦破|宣判|稽查|刑法|十赌|害人|倾家荡产|血本无归|家破人亡|跨境|旗号|福利彩票|体育彩票|福彩|体彩|公益金|彩票管理"
    r"|篡改|仿冒|抢注|黑链|暗链|挂马|彩票中心|澳门回归|港澳|特别行政区|澳门特区|gov\.mo|博彩监察协调局|App安全|(?:workers?|unions?|federation|revenue|police|illegal|arrested|ministry)\b"
)

# What only those say who tell of the trade as of a crime: its tricks, its end, where to report it.
_WARNING: Final = re.compile(
    "诈骗|涉诈|反诈|防诈|防骗|涉赌|禁赌|戒赌|十赌|被骗|受骗|诱骗|骗局|骗子|套路|杀猪盘|引流|黑名单|跨境|境外|网警|报案"
    "|沉迷|赌资|输[掉光]|96110|12321|12377"
)


def may_hold(texts: Iterable[str], stems: Stems = TRADE_STEMS) -> bool:
    """False when surely none of the folded texts holds a word that has one of ``stems``; quick."""
    return stems.are_in("\n".join(texts).lower())


def is_poisoned(folded: str) -> bool:
    """True when a brand or a word of the trade stands in folded text, and no report of a case."""
    return poison(folded, reported=True) is not None


def poison(text: str, *, reported: bool = False) -> str | None:
    """The first brand or word of the trade in folded ``text``.

    In ``reported`` text (titles, links: news may speak of a case) a context of prosecution excuses
    both; elsewhere it excuses the words of the trade only.
    """
    if not may_hold((text,), NAMED_STEMS):
        return None
    brand = _brand(text)
    if brand and not (reported and _is_innocent(text, brand)):
        return brand[0]
    trade = _near(_TRADE, _TRADE_STEM, text)
    return trade[0] if trade and not _is_innocent(text, trade) else None


def is_brand(text: str) -> bool:
    """True when a value names a gambling brand and no organisation."""
    bare = fold(text).strip()
    if poison(bare):
        return True
    return bool(_LATIN_BRAND.match(bare)) and not HOST.match(bare)


def without_brands(text: str) -> str:
    """Folded ``text`` without the names of brands."""
    return _BRAND.sub("", text)


def is_called_as_brands(title: str) -> bool:
    """Whether a part of a folded title is a name that is formed as those of brands."""
    return _CALLED.search(title) is not None and not is_report(title)


def brands(text: str) -> int:
    """How many brands and words of the trade stand in folded ``text``."""
    return len(_BRAND.findall(text)) + len(_TRADE.findall(text))


def words_of_trade(text: str) -> set[str]:
    """The trade's own words in folded ``text``, in whatever context."""
    return {found[0].lower() for found in _TRADE.finditer(text)}


def trade_in_text(text: str) -> bool:
    """Whether running text speaks of the trade and does not report on a case."""
    found = _near(_TRADE, _TRADE_STEM, text)
    return found is not None and not _is_innocent(text, found)


def lists_games(text: str) -> bool:
    """Whether a line names games as houses of the trade list what they have for customers."""
    return _CUSTOMER.search(text) is not None and len(set(_GAME.findall(text))) >= _MANY_GAMES


def games_in(text: str) -> set[str]:
    """The games of luck and cards that folded ``text`` names; channels of news are none."""
    return set(_GAME.findall(text)) - _CHANNELS


def has_brand(text: str) -> bool:
    """Whether folded ``text`` names a brand, in whatever context."""
    return _brand(text) is not None


def _brand(text: str) -> re.Match[str] | None:
    return _near(_BRAND, _BRAND_STEM, text)


def _near(words: re.Pattern[str], stems: Stems, text: str) -> re.Match[str] | None:
    """The first of ``words`` in ``text``, looked for where one of their ``stems`` stands only."""
    start = end = 0
    for stem in stems.found_in(text.lower()):
        # Where stems stand close together their surroundings are searched once, not once for each.
        if stem.start() - _NEAR > end:
            if end and (found := words.search(text, start, end)):
                return found
            start = stem.start() - _NEAR
        end = stem.end() + _NEAR
    return words.search(text, start, end) if end else None


def _is_innocent(text: str, found: re.Match[str]) -> bool:
    around = text[max(0, found.start() - 60) : found.end() + 60]
    if _INNOCENT.search(around):
        return True
    return _HOUSE.match(found[0]) is not None and _TRAVEL.search(around) is not None


def brand_in_text(text: str) -> str | None:
    """A brand in running text that does not report on a case."""
    found = _brand(text)
    if found is None or _is_innocent(text, found) or _FIRM.match(text, found.end()):
        return None
    return found[0]


def doubts(text: str) -> int:
    """How many different doubtful words stand in ``text``; none when the context is innocent."""
    return len(doubtful(text))


def doubtful(text: str) -> set[str]:
    """Those words."""
    found = {m[0].lower() for m in _WEAK.finditer(text)}
    return set() if found and is_report(text) else found


def warns(text: str) -> bool:
    """Whether a folded text tells of the trade as of a crime, in more than one way."""
    return len(set(_WARNING.findall(text))) > 1


@remembered
def is_report(text: str) -> bool:
    """Whether folded ``text`` speaks as those do who prosecute the trade, or may run it."""
    return _INNOCENT.search(text) is not None


def quote(text: str) -> str:
    """The first poisoned or doubtful word of ``text``, else the text."""
    folded = fold(text)
    found = _BRAND.search(folded) or _TRADE.search(folded) or _WEAK.search(folded)
    return found[0] if found else text

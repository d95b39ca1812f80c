"""What is offered in secret: forged papers, drugs, escorts, quackery, copies, private servers.

A page may speak of any of it, so these words are no sign by themselves. They are one where nobody
reads them: in hidden text, in a head whose page says nothing of them, in a friend link that leads
abroad, or beside the contact of a seller.
"""

import re
from typing import Final

from archiver.parsers.integrity.stems import Stems
from archiver.parsers.integrity.trades import STEMS, is_report, may_hold, poison

_CRIME: Final = re.compile(
    "代孕|代开.{0,6}发票|发票.{0,2}代开|^开.{0,2}发票$|(?<![请病产休婚事])假证(?![据明])|假(?:文凭|学历)|(?<!补)办(?:理)?.{0,6}(?:毕业证(?!明|书)|文凭|学历证)|办证刻章|刻章办证"
    "|私服(?![装饰])|传奇sf|天龙sf|(?:游戏|辅助)外挂|迷(?:幻)?药|听话水(?!平)|苍蝇水|昏睡药|迷情|蒙汗药|神油(?![菜田])|延时产品|楼凤(?!凰)|(?<![宜伊长珲])春药(?![材膳店企监检品房师])|催情|窃听器|(?:私家|私人)侦探|婚外情调查|(?<![现当近古历年时朝世后])代考(?![古生勤察核虑证据])|(?<!代)替考"
    "|传奇\\d|翻墙(?![入进逃而盗爬])|免费vpn|低息贷款|黑户(?!口)|(?<![一二两三四五六七八九十几整成])套现(?![代有成行场])|借款口子|裸聊|约炮|一夜情(?![况景侣])|(?<!承)包养(?![护老殖生])|援交|学生妹(?![妹子])|外围(?:女(?!儿)|模特)|同城约会(?!相亲|活动|会)|(?:无抵押|身份证|当天放款).{0,2}贷款"
    "|(?:高|精)仿(?!真)|复刻(?:手?表|包|鞋)|(?:代写|代发)论文|论文(?:代写|代发)|延时喷剂|久久热(?![线爱烈])|久草(?![莓原坪])"
    "|办理.{0,8}学历(?!认证)|包过.{0,2}拿证|代办.{0,6}信用卡|出售.{0,6}(?:枪|弹药)|(?<!米)气枪(?!射|比赛|锦标|项目|决赛|团体)|仿真枪|成人(?:电影|视频|小说|用品)|情趣(?:用品|内衣)|寂寞少妇|夫妻交友|黑帽"
    # games of old servers, loans without questions, tricks on search engines
    "|新开传奇|复古传奇|1\\.\\d\\d(?:复古|传奇)|单职业(?:传奇|打金)|(?:必|秒|易|能|好)下款|下款的?口子|不[看查]征信|无视黑白"
    "|蜘蛛池|站群(?:源码|软件|程序|出租)|寄生虫(?:程序|站群|目录)|泛目录"
    # money and letters that no state sees
    "|欧[易意](?:交易|okx|app|官网|下载)|(?<![a-z])okx(?![a-z])|币安(?:交易|app|官网|下载|binance)|imtoken|tp钱包"
    "|(?:比特币|虚拟币|数字货币)(?:交易(?:所|平台)|钱包)(?:app|下载|官网|排名)"
    "|(?:telegram|电报|纸飞机)(?:app|下载|官网|中文版|汉化)"
    # in foreign letters nobody reads them on a Chinese page
    "|viagra|cialis|levitra|(?<![a-z])(?:casinos?|poker|baccarat|roulette|jackpot)(?![a-z])"
    "|(?<![a-z])slots? (?:gacor|games?|machines?|demo|dana|deposit|pulsa|resmi|maxwin|hari|88|777)"
    "|(?<![a-z])(?:slot online|(?:situs|judi|online|agen|video) slots?)(?![a-z])"
    "|sportsbook|(?<![a-z])(?:porn|hentai|escorts?|gacor|togel|judi)(?![a-z])|payday loan"
    "|xxx (?:video|movie|porn|sex|tube|cam)|(?:free|sex) xxx(?![a-z])"
    "|essay writing|(?:replica|cheap|fake)(?: nfl| nba)? (?:watches|jerseys|handbags|shoes)"
    "|jerseys (?:cheap|wholesale|from china)|wholesale (?:nfl |nba )?jerseys"
    "|(?<![a-z])(?:keygen|cracked|crack(?= (?!down))|(?:serial|license|activation) keys?|mod apk)"
    "(?![a-z])"
    "|スーパーコピー|ブランドコピー|激安|代引き",
    re.IGNORECASE,
)
_QUACK: Final = re.compile(
    r"人流(?=手术|医院|多少|价格|哪|专家|费用)|无痛人流|人流(?=\s|$)(?<![一-鿿]人流)|白癜风|癫痫|牛皮癣|银屑病|性病(?![害变毒原灶])(?<![慢急恶良传染行方发代退理质活作特源菌毒能经血]性病)|男科|湿疣|阳痿|早泄|狐臭|丰胸|减肥|祛斑|整形|植发|假发"
    "|壮阳|伟哥|网贷|刷单|小额贷款|刻章|追债|讨债|寻人公司"
)
OFFER_STEMS: Final = Stems.of(
    f"{STEMS}|复古|听话水|单职业|下款|征信|无视黑|蜘蛛池|站群|寄生虫|泛目录|jerseys|欧易|欧意|okx|币安|imtoken|tp钱包|比特币|虚拟币|数字货币|telegram|电报|纸飞机|证件|学历|信用卡|枪|拿证|弹药|窃听|代考|替考|婚外情|催情|迷情|蒙汗|神油|延时|楼凤|翻墙|vpn|黑户|口子|情趣|少妇|夫妻|春药|裸聊|约炮|学生妹|同城|久久热|久草|黑帽|cialis|levitra|poker|baccarat|roulette"
    "|jackpot|sportsbook|xxx|hentai|escort|gacor|togel|judi|payday|essay|replica|cheap|fake"
    "|keygen|crack|serial|license|activation|mod apk"
    "|スーパ|ブランド|激安|代引き|人流|白癜风|癫痫|牛皮癣|银屑病|性病|男科|湿疣|阳痿|早泄|狐臭|丰胸|减肥|祛斑|整形"
    "|植发|假发|壮阳|伟哥|网贷|刷单|刻章|追债|讨债|寻人|app|官方网站入口|开户|下注|赔率|竞彩|足彩|比分|娱乐|体育|官网"
)
"""One of them is in every word above, and in every brand, trade and doubtful word."""

# What public bodies say when they speak of such things.
_SERVED: Final = re.compile(
    "流程|遗失|申请|登记|税务|国税|地税|办税|须知|指南|规定|办法|通知|公告|管理|银行|信用社|(?<!无)担保|贴息|创业|学风|不端|医院|专家|讲座|科普|健康"
    "|通报|治理|作弊|处分|查获|假冒|执法|严查|曝光|工商|药监|受骗|被骗|提醒|风险"
)
_CONTACT: Final = re.compile(
    "微信|薇信|威信|VX|vx|V信|v信|QQ|qq|加[Qq]|扣扣|货到|后付|征信|保密发货|信誉|包赢|稳赚|立即|开户|诚招|日返|返点|秒到|官网|首存|存送|册送|就送|即送"
)
_BEFORE, _BEHIND = 12, 32  # characters around a word of contact that a pitch may take
_PITCH: Final = re.compile(
    r"货到付款|先.{1,2}后付|不看征信|加.{0,6}(?:微信|薇信|威信|vx|v信|qq|扣扣)|微信同号|保密发货|稳赚|包赢|信誉(?:好|第一)|诚招代理|开户|日返|返点|秒到账|官网.{0,3}www|首存|存送"
    r"|加q\s?\d{5}|(?:微信|薇信|威信|vx|v信|qq|扣扣)(?:号|群)?[:\s]{0,3}[a-z\d_-]{5,20}"
    r"|注册(?:即|就|立即)?送(?!达|审|交|\d{0,3}元?(?:红包|话费|积分|流量|优惠|满减|[购抵代消]|券|好礼|礼[包品]))|立即(?:开户|注册|投注)",
    re.IGNORECASE,
)


def crimes(text: str) -> set[str]:
    """The forbidden goods and services that folded ``text`` names and no public body explains."""
    found = _named(text)
    return set() if found and (is_report(text) or _SERVED.search(text)) else found


def wares(text: str) -> set[str]:
    """All in folded ``text`` that nobody advertises on a page of a public body."""
    return _named(text) | set(_QUACK.findall(text))


def _named(text: str) -> set[str]:
    if not may_hold((text,), OFFER_STEMS):
        return set()
    return {word.lower() for word in _CRIME.findall(text)}


def is_offer(text: str, *, quacks: bool = False) -> bool:
    """Whether a folded line or link names a trade or its wares without reporting on a case."""
    if poison(text, reported=True) or crimes(text):
        return True
    return quacks and _QUACK.search(text) is not None and not _SERVED.search(text)


def pitches(text: str) -> list[str]:
    """The lines of folded ``text`` that tell how to buy."""
    begins: dict[int, None] = {}
    for contact in _CONTACT.finditer(text):
        start = max(0, contact.start() - _BEFORE)
        if _PITCH.search(text, start, contact.end() + _BEHIND):
            begins[text.rfind("\n", 0, contact.start()) + 1] = None
    return [text[begin:].split("\n", 1)[0] for begin in begins]

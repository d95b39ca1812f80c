"""What the text itself says: names put for others, advertisement, letters and signs put between.

News and warnings speak of the trades too, and teachers and travellers of what looks alike.
"""

import re
from collections.abc import Sequence
from typing import Final

from archiver.chinese.fold import fold
from archiver.chinese.traditional import to_simplified
from archiver.parsers.integrity.signs import Evidence, Signals
from archiver.parsers.integrity.stuffing import brand_before, houses_in
from archiver.parsers.integrity.trades import (
    NAMED_STEMS,
    brand_in_text,
    brands,
    has_brand,
    is_brand,
    is_report,
    lists_games,
    may_hold,
    trade_in_text,
    warns,
    without_brands,
)
from archiver.parsers.integrity.wares import OFFER_STEMS, crimes, is_offer, pitches
from archiver.parsers.lines import Line

_MANY: Final = 3  # different characters, places or words
_SURE: Final = 5  # points of a sign that needs no other
# Behind a character, which is looked up: expressions that begin with a sign are found much faster.
_PINYIN: Final = re.compile(r"\((?<=[一-鿿]\()[a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜɑ]{1,6}\)")
_SELDOM: Final = 0xC9  # the first byte of what Big5 sorts among the rare
_HAN: Final = re.compile("[一-鿿]+")
_HAN_SIGN: Final = re.compile("[一-鿿]")
# Between two words, not for one: an emoji may be a word of young people's posts.
_ORNAMENT: Final = re.compile("[一-鿿,、。;:!?”][★☆]{0,4}[✿ღ❀❁❃❋✾][✿ღ❀❁❃❋✾★☆]{0,8}[一-鿿“,、]")
_EMOJI: Final = re.compile(
    "[一-鿿][\u26a0-\u26ff㊗㊙\U0001f300-\U0001faff\ufe0f]{1,8}[一-鿿,、。✿★]"
)
_SIGN: Final = re.compile("[✿ღ❀❁❃❋✾\u26a0-\u26ff㊗㊙\U0001f300-\U0001faff]")
# What no public body asks of those who fill in a form.
_ASKED: Final = re.compile(
    "(?:取款密码|(?:银行|信用)卡密码|支付密码|(?:卡内|账户|可用)余额|CVV2?|安全码)[(:]",
    re.IGNORECASE,
)
_CARD: Final = re.compile("(?:银行|信用|储蓄)卡号?|身份证")
_PLAYERS: Final = ("投注", "下注", "博彩", "提款")  # one of them is in every such text
_TOLD_PLAYERS: Final = re.compile(
    "投注|下注|首存|返水|彩金|体验金|提款|上分|博彩|赔率|盘口|流水|邀请码|竞猜|滚球|存款|提现|充值|玩家|会员"
    "|注册|登[录陆]|官网|客服|开户|盈利|优惠|真人|棋牌|捕鱼|电竞|老虎机|百家乐|体育平台|app|倍投|大小单双|开奖"
)
_MUCH_TOLD: Final = 6  # different words
# What bodies tell of and those who advertise do not.
_BODYS: Final = re.compile(
    "政府|工会|[县市区省]委|党[委组员支]|书记|贯彻|会议|人大|政协|街道|乡镇|干部|职工|群众|师生|教师|学生|村民|居民"
)
_INTACT: Final = 60  # Han characters of a story that is still told
_ADVERTISED: Final = re.compile(
    "下载|安装|官方|最新|注册|登[录陆]|会员|体验|直播|app|优惠|平台|官网"
)
# Behind a name that is a common word too: 阳光体育运动.
_NO_BODY: Final = "(?!运动|活动|大课间|节|课|馆|比赛|竞赛|设施|场所|项目|生活)"


def judge_body(evidence: Evidence, signals: Signals) -> None:
    """Signs in the content."""
    text = "\n".join(line.folded for line in evidence.content)
    headline = fold(evidence.headline or "")
    for advertiser in evidence.contributors[:1]:
        signals.add(5, "H3", "content", advertiser)
    named = may_hold((text,), NAMED_STEMS)
    brands_told = _brands_told(evidence, text) if named else []
    planted = (
        _pitch(headline, text)
        or _advertised(headline, evidence.content)
        or brand_before(headline, text)
        or (_traded(evidence.content, text) if named else None)
        or _courts_players(headline, text)
    )
    if (planted or brands_told) and not warns(f"{headline}\n{text}"):
        sure = planted or len(brands_told) > 1
        signals.add(5 if sure else 3, "H3", "content", planted or brands_told[0])
    elif house := _named_by_title(evidence.content, signals):
        signals.add(5, "H3", "content", house)
    if _asks_for_secrets(text):
        signals.add(5, "H13", "content", headline)
    if converted := _converted(text):
        signals.add(5, "H6", "content", " ".join(converted))
    if ornaments := _ornaments(text, signals):
        signals.add(5, "H7", "content", " ".join(ornaments))


def _named_by_title(content: Sequence[Line], signals: Signals) -> str | None:
    """A house that a rewritten title names, and the text has for a body again or advertises."""
    title = next((f.text for f in signals.findings if f.where == "title"), "")
    for house in houses_in(fold(title)) if signals.hardest >= _SURE else ():
        name = re.compile(re.escape(house) + _NO_BODY)
        told = [line.folded for line in content if name.search(line.folded.lower())]
        if len(told) > 1 or any(len(set(_ADVERTISED.findall(line))) > _MANY for line in told):
            return house
    return None


def tells_a_bodys_story(evidence: Evidence) -> bool:
    """Whether the text is a body's but for brands in the place of its name."""
    names = [fold(name).strip() for name in evidence.owners.values() if is_brand(name)]
    lines = [_without(line.folded, names) for line in evidence.content]
    told = "".join(line for line in lines if not _courts(line))
    han = len(_HAN_SIGN.findall(told))
    if han < _INTACT or han * 2 < sum(len(_HAN_SIGN.findall(line)) for line in lines):
        return False
    return len(set(_BODYS.findall(told))) > 1


def _without(text: str, names: Sequence[str]) -> str:
    """Folded ``text`` without brands, and those of ``names`` that are none elsewhere.

    Converted characters and the sounds put behind them are read as they were printed.
    """
    for name in names:
        text = text.replace(name, "")
    bare = _PINYIN.sub("", without_brands(text))
    return bare.translate(to_simplified(bare)) if bare != text else bare


def _courts(line: str) -> bool:
    """Whether a line is for players or buyers."""
    return is_offer(line, quacks=True) or len(set(_TOLD_PLAYERS.findall(line))) >= _MANY


def _asks_for_secrets(text: str) -> bool:
    """Whether a form asks for what opens an account, and nobody warns of it."""
    if "密码" not in text and "余额" not in text and "码:" not in text:
        return False
    return bool(_ASKED.search(text) and _CARD.search(text)) and not warns(text)


def _brands_told(evidence: Evidence, text: str) -> list[str]:
    """The brands that lines of the text name."""
    if not has_brand(text):
        return []
    found = (brand_in_text(line.folded) for line in evidence.content)
    return [brand for brand in found if brand]


def _converted(text: str) -> list[str]:
    """Common characters explained by sound, in a text that was converted into traditional ones.

    Teachers explain simplified ones, a lesson about the others is not written in them, and what
    few can read is explained everywhere.
    """
    if _PINYIN.search(text) is None:
        return []
    lines = "\n".join(line for line in text.split("\n") if _PINYIN.search(line))
    sounded = (lines[m.start() - 1 : m.end()] for m in _PINYIN.finditer(lines))
    found = sorted({sign for sign in sounded if _is_traditional(sign[0])})
    if len(found) < _MANY:
        return []
    han = "".join(_HAN.findall(lines))
    kept = {standard: len(han.encode(standard, "ignore")) for standard in ("gb2312", "big5")}
    return found[:5] if kept["big5"] > kept["gb2312"] else []


def _is_traditional(sign: str) -> bool:
    """Whether a character is of traditional writing alone, and common there."""
    code = sign.encode("big5", "ignore")
    return bool(code) and code[0] < _SELDOM and not sign.encode("gb2312", "ignore")


def _ornaments(text: str, signals: Signals) -> list[str]:
    """Ornaments between words; emojis only where something else speaks against the page."""
    if _SIGN.search(text) is None:
        return []
    found = [m[0] for m in _ORNAMENT.finditer(text)]
    if signals.score or found:
        found += [m[0] for m in _EMOJI.finditer(text)]
    return found[:5] if len(found) >= _MANY else []


def _pitch(headline: str, text: str) -> str | None:
    """A line of the content that sells what nobody may sell and says how to buy it."""
    lines = pitches(text)
    if not lines or is_report(headline):
        return None
    if crimes(headline):
        return lines[0]
    return next((line for line in lines if is_offer(line, quacks=True)), None)


def _advertised(headline: str, content: Sequence[Line]) -> str | None:
    """The headline, when it offers something and every second line of the text does."""
    if not content or not may_hold((headline,), OFFER_STEMS) or not is_offer(headline):
        return None
    # News may have a trade in every second line; what nobody may sell is in none of it.
    only_sells = crimes(headline) or brands(headline) > 1
    least = len(content) / 2 + (0 if only_sells else 1)
    return headline if offers(content) >= least else None


def _traded(content: Sequence[Line], text: str) -> str | None:
    """The first of many lines that speak of a trade, in a text that does so again and again."""
    if not trade_in_text(text):
        return None
    traded = [line.folded for line in content if trade_in_text(line.folded)]
    if found := next(filter(lists_games, traded), None):
        return found
    return traded[0] if len(traded) > 1 and len(traded) * 2 >= len(content) else None


def _courts_players(headline: str, text: str) -> str | None:
    """The headline of a text that is full of what houses of the trade tell their players."""
    if not any(word in text for word in _PLAYERS) or is_report(text):
        return None
    found = set(_TOLD_PLAYERS.findall(text))
    return headline or text if len(found) >= _MUCH_TOLD else None


def offers(content: Sequence[Line]) -> int:
    """How many lines of a text offer something."""
    return sum(1 for line in content if is_offer(line.folded, quacks=True))

"""Finds the dates in running text."""

import datetime
import re
import sys
from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final

from pydantic import TypeAdapter

from archiver.chinese.dates import relative, words
from archiver.chinese.dates.anchor import Anchor, as_anchor
from archiver.chinese.dates.comparison import COMPARISON, read_comparison, resolve_comparisons
from archiver.chinese.dates.context import Context
from archiver.chinese.dates.dated import finish, read_dated
from archiver.chinese.dates.festivals import BARE_EVE, read_bare_eve
from archiver.chinese.dates.lunar import read_era_year
from archiver.chinese.dates.mention import Mention
from archiver.chinese.dates.months import LONGEST_LIST
from archiver.chinese.dates.points import read_iso
from archiver.chinese.dates.printed import read_whole_line
from archiver.chinese.fold import fold, fold_offsets, printed_at
from archiver.records import ArticleDate, DateMention

# All at once: half the time of one after the other.
_DATES: Final = TypeAdapter(tuple[ArticleDate, ...])
Reader = Callable[[Context, re.Match[str]], Mention | None]

_HAN_DIGITS: Final = "一二三四五六七八九十廿卅"
_NUMBERS: Final = f"0123456789{_HAN_DIGITS}"


def _dated(context: Context, match: re.Match[str]) -> Mention | None:
    return read_dated(context, match.start())


def _era_year(context: Context, match: re.Match[str]) -> Mention | None:
    point = read_era_year(context, match.start())
    return finish(context, match.start(), point) if point else None


_JOINS: Final = "-—–―─−~〜至到、,和及与"
_UNITS: Final = f"年月日号曰季/.·•・‧{words.ZERO}"
_BEHIND_FEASTS: Final = '节长前期黄小国建妇劳”"’'
_NUMERALS: Final = rf"[\d{_HAN_DIGITS}{words.ZERO}]{{1,8}} *"
_NUMBER_START: Final = re.compile(rf"{_NUMERALS}[{re.escape(_UNITS + _JOINS)}]")
_NUMBERED_FEAST: Final = re.compile(rf"[三五六七八十][一四八] *[{_BEHIND_FEASTS}]")
# The commonest date; no longer form begins like it.
_YEAR_AND_MONTH: Final = re.compile(rf"{words.YEAR_DIGITS} *年 *[\d{_HAN_DIGITS}]{{1,3}} *月")
_ISO_START: Final = re.compile(r"\d{4}-\d\d?-\d")
_YEAR_WORD: Final = re.compile(
    r"[今去明来后当同次翌]年|[当同次翌]月"
    rf"|第(?:二[年天]| *[一二三四1-4] *[季度{re.escape(_JOINS)}])"
)
_PART_WORD: Final = re.compile(
    r"[本上下前]年|[上下]一年|大前年|[本上下前后]半年|[本上下]个?[月季]|这[个半][月年]"
    rf"|[前头][ \d两{_HAN_DIGITS}]|首季|岁[末尾]|年[初底末终尾中]|全年"
)
_FESTIVAL_WORD: Final = re.compile(
    "春节|清明|端午|中秋|国庆|国际|重阳|七夕|年三十|妇女|植树|消[费防]|劳动[节妇]|青年节|护士节|防灾"
    "|儿童节|环境日|禁毒日|教师节|扶贫日|记者节|法制宣|[两双]节|世界|元[旦宵]|除夕|大年|建[党军]"
)
_LUNAR_WORD: Final = re.compile(
    rf"元[月至]|元 ?[-—~]|[正腊冬闰]|民国|[农阴旧夏]历|{words.CYCLIC}年"
)
_QUOTED: Final = re.compile(r"[“\"'‘’「][\d三五六七八十两双元春端中国清重]")


def _bare_eve(context: Context, match: re.Match[str]) -> Mention | None:
    return finish(context, match.start(), read_bare_eve(context, match))


def _iso(context: Context, match: re.Match[str]) -> Mention | None:
    point = read_iso(context, match.start())
    return finish(context, match.start(), point) if point else None


def _listed(context: Context, match: re.Match[str]) -> Mention | None:
    # Most lists of numbers and most paragraphs that begin with one name no month.
    near = context.text[match.start() : match.start() + LONGEST_LIST]
    if "月" in near or "年" in near or "季" in near or match[0][-1] == "-":
        return read_dated(context, match.start())
    return None


def _bare_days(context: Context, match: re.Match[str]) -> Mention | None:
    if context.text.find("日", match.start(), match.start() + LONGEST_LIST) < 0:
        return None
    days = relative.BARE_DAYS.match(context.text, match.start())
    return relative.read_bare_days(context, days) if days else None


Rule = tuple[str, re.Pattern[str], Reader]

# What a number can begin: the signs that may follow its digits, an expression that must match at
# its start, and the reader. The first reader that finds something wins, so longer forms come first.
# Most numbers count people and money and are followed by none of these signs.
_NUMBER_RULES: Final[tuple[Rule, ...]] = (
    ("年", _YEAR_AND_MONTH, _dated),
    ("年", COMPARISON, read_comparison),
    ("年个月天日周星半工", relative.DURATION, relative.read_duration),
    ("年个天多余几", relative.AGO, relative.read_ago),
    ("年个多余", relative.LATELY, relative.read_lately),
    ("年世", relative.DECADE, relative.read_decade),
    ('”"期时规计以末初开收', relative.PLAN, relative.read_plan),
    ("·.•・", relative.EARTHQUAKE, relative.read_earthquake),
    (_BEHIND_FEASTS, _NUMBERED_FEAST, _dated),
    (_UNITS, _NUMBER_START, _dated),
    ("-", _ISO_START, _iso),
    (_JOINS, _NUMBER_START, _listed),
    ("日、和及与-—–―─−~〜至到", _NUMBER_START, _bare_days),
)
# The same for words: the signs they can begin with, the expression, the reader.
_WORD_RULES: Final[tuple[Rule, ...]] = (
    ("去上前同", COMPARISON, read_comparison),
    ("两半为历", relative.DURATION, relative.read_duration),
    ("两", relative.AGO, relative.read_ago),
    ("两最近过这半", relative.LATELY, relative.read_lately),
    ("上本", relative.DECADE, relative.read_decade),
    ('“"', relative.PLAN, relative.read_plan),
    ("今", relative.SO_FAR, relative.read_so_far),
    ("年", relative.WITHIN_YEAR, relative.read_within_year),
    ("今去明", relative.TWO_YEARS, relative.read_two_years),
    ("截到至目迄", relative.NOW, relative.read_now),
    ("今本即昨前明后当同次翌第", words.NEAR_DAY, _dated),
    ("上本这下", relative.WEEK, relative.read_week),
    ("改建新解", relative.ERA, relative.read_era),
    ('四汶“"', relative.EARTHQUAKE, relative.read_earthquake),
    ("金冬夏春送安", relative.CAMPAIGN, relative.read_campaign),
    ("今去明来后当同次翌第", _YEAR_WORD, _dated),
    ("本上下前头这首岁年全大后", _PART_WORD, _dated),
    ("截", re.compile("截[至止]"), _dated),
    ("“\"'‘’「", _QUOTED, _dated),
    ("春清端中国重七年妇植消劳青护防儿环禁教扶记法两双世元除大建", _FESTIVAL_WORD, _dated),
    ("元正腊冬闰民农阴旧夏甲乙丙丁戊己庚辛壬癸", _LUNAR_WORD, _dated),
    ("康雍乾嘉道咸同光宣", words.ERA_YEAR, _era_year),
    ("节", BARE_EVE, _bare_eve),
    ("月", relative.MONTH_EDGE, relative.read_month_edge),
    ("上中下", relative.BARE_DEKAD, relative.read_bare_dekad),
    ("近日最目现当多往历以前不这几过数今去", relative.VAGUE, relative.read_vague),
)

# Frequent signs, with what follows them where they begin a date: units of time and numbers …
_BEFORE_UNITS: Final = {
    "上": "一个年半月季周星礼世上中下旬、和", "下": "一个年半月季周星礼上中下旬、和",
    "中": "旬上下、秋国", "大": "年前", "同": "年月日一期", "次": "年月日", "去": "年今春夏秋冬",
    "前": f"年天半不些段 两{_NUMBERS}", "明": "年天日后", "当": "年月天日晚前", "后": "年天半",
    "多": "年", "来": "年", "全": "年国", "这": f"个半些几年月周星礼两{_HAN_DIGITS}",
    "第": "一二三四1234 ", "本": "年月日季周星礼世", "两": "个多余几年月天日周星工节",
    "年": "初底末终尾中三内", "月": "初底末", "元": "旦宵月至 -—~",
    "“": f"元春端中国清重除腊七年两双{_NUMBERS}", '"': f"元春端中国清重两双{_NUMBERS}",
}  # fmt: skip
# … or the rest of one word.
_BEFORE_WORDS: Final = {
    "过": "去", "不": "久", "为": "期", "到": "目现", "至": "目今", "目": "前", "以": "前",
    "日": "前", "最": "近", "现": "阶", "新": "中", "建": "国党军", "解": "放", "改": "革",
    "国": "庆际", "清": "明", "重": "阳", "双": "节", "劳": "动", "儿": "童", "教": "师",
    "记": "者", "护": "士", "消": "防费", "防": "灾", "扶": "贫", "法": "制", "安": "全",
    "金": "秋", "送": "温清", "农": "历", "正": "月", "民": "国", "宣": "统", "道": "光",
    "光": "绪", "岁": "末尾",
}  # fmt: skip
_FREQUENT: Final = _BEFORE_UNITS | _BEFORE_WORDS

_BY_FIRST: Final[dict[str, list[Rule]]] = {c: [] for rule in _WORD_RULES for c in rule[0]}
for _rule in _WORD_RULES:
    for _c in _rule[0]:
        _BY_FIRST[_c].append(_rule)
_AFTER_NUMBER: Final = "".join(dict.fromkeys("".join(rule[0] for rule in _NUMBER_RULES)))
_BY_FOLLOWING: Final = {c: [rule for rule in _NUMBER_RULES if c in rule[0]] for c in _AFTER_NUMBER}

# A run of digits is one candidate, and none after 第, a decimal point or a larger number.
_NUMBER: Final = re.compile(
    rf"(?:(?<![\d.第])\d+|(?<![\d第百千万亿{_HAN_DIGITS}{words.ZERO}])[{_HAN_DIGITS}〇○零][\d{_HAN_DIGITS}{words.ZERO}]*)"
    rf" *(?=([{re.escape(_AFTER_NUMBER)}]))"
)
_HAN_NUMERALS: Final = frozenset(f"{_HAN_DIGITS}〇○零")
_AFTER_DIGITS: Final = "".join(c for c in _AFTER_NUMBER if c not in _BEHIND_FEASTS)
# One set of signs finds where to look closer: ten times as fast as trying every form everywhere.
_STARTS: Final = re.compile(
    rf"[0-9{''.join(_HAN_NUMERALS)}{re.escape(''.join(_BY_FIRST))}]"
    rf"(?:(?<!\d)|(?<![\d.第]\d)(?=\d* *[{re.escape(_AFTER_DIGITS)}]))"
    + "".join(
        rf"(?<![{''.join(followed)}](?![{re.escape(''.join(followed.values()))}]))"
        for followed in (_BEFORE_UNITS, _BEFORE_WORDS)
    )
)


def find_dates(text: str, anchor: Anchor | datetime.date | None = None) -> tuple[DateMention, ...]:
    """Every date in ``text``, in order, without overlaps.

    ``offset`` counts code points of ``text`` as given. Dates without a year are resolved against
    ``anchor``; without one they keep an unknown year (``XXXX-05-06``, flag ``year_unknown``).
    Words that name no day (近日, 目前) and lengths of time (为期两天) are given with ``edtf`` None.
    """
    context = Context(as_anchor(anchor))
    return tuple(DateMention(**fields) for fields in _read_text(context, text))


def find_dates_in(
    paragraphs: Iterable[str],
    anchor: Anchor | datetime.date | None = None,
    most: int = sys.maxsize,
) -> tuple[ArticleDate, ...]:
    """The first ``most`` dates of an article: 次日 may refer to a day of an earlier paragraph."""
    context = Context(as_anchor(anchor), most)
    found: list[dict[str, Any]] = []
    for number, text in enumerate(paragraphs):
        found += [{**fields, "paragraph": number} for fields in _read_text(context, text)]
        if len(found) >= most:
            break
    return _DATES.validate_python(found[:most]) if found else ()


def _read_text(context: Context, text: str) -> list[dict[str, Any]]:
    """The fields of the DateMention of every date in ``text``."""
    mentions = find_mentions(context, fold(text))
    offsets = fold_offsets(text) if mentions else None
    return [_fields(text, mention, offsets) for mention in mentions]


def find_mentions(context: Context, folded: str) -> list[Mention]:
    """The mentions of a paragraph that is folded already."""
    context.begin(folded)
    line = read_whole_line(context)
    mentions = [line] if line else []
    _scan(context, mentions)
    resolve_comparisons(folded, mentions, context.anchor.day)
    return mentions


def _scan(context: Context, mentions: list[Mention]) -> None:
    text = context.text
    at = mentions[-1].stop if mentions else 0
    while len(mentions) < context.most and (candidate := _STARTS.search(text, at)) is not None:
        start = candidate.start()
        rules, at = _rules_at(text, start)
        for _, pattern, read in rules:
            found = pattern.match(text, start)
            if found is None:
                continue
            context.reach(start)
            mention = read(context, found)
            if mention is not None:
                _remember(context, mention)
                mentions.append(mention)
                at = mention.stop
                break


def _rules_at(text: str, at: int) -> tuple[Sequence[Rule], int]:
    """The rules for what begins at ``at``, and where reading goes on when none finds a date."""
    sign = text[at]
    if sign in _HAN_NUMERALS or sign.isdecimal():
        number = _NUMBER.match(text, at)
        if number is not None:
            return _BY_FOLLOWING[number[1]], number.end()
    follows = _FREQUENT.get(sign)
    if follows is not None and text[at + 1 : at + 2] not in follows:
        return (), at + 1
    return _BY_FIRST.get(sign, ()), at + 1


def _remember(context: Context, mention: Mention) -> None:
    context.remember(mention.span, mention.stop)
    if mention.printed_year is not None:
        context.spoken_year = mention.printed_year
        if mention.scopes:
            context.sentence_year = mention.printed_year
            context.sentence_month = mention.printed_month


def _fields(text: str, mention: Mention, offsets: list[int] | None) -> dict[str, Any]:
    start, stop = printed_at(mention.start, mention.stop, offsets)
    span = mention.span
    return {
        "text": text[start:stop],
        "edtf": span.edtf,
        "start": span.start,
        "end": span.end,
        "precision": span.precision,
        "approximate": span.approximate,
        "flags": mention.flags,
        "offset": (start, stop),
    }

"""The vocabulary of dates as regular expressions over folded text.

Every expression is linear: where a quantifier repeats a group, each round starts with a sign the
one before cannot have taken.
"""

import re
from typing import Final

HAN: Final = r"[一二三四五六七八九十廿卅]{1,3}"
NUMBER: Final = rf"(?:\d{{1,2}}(?!\d)|{HAN})"
ZERO: Final = "〇○◯零OoО"
RANGE: Final = r"(?:-{1,3}|—{1,2}|–|―|─|−|~|〜|至|到)"
LISTED: Final = r"[、,和及与]"
JOIN: Final = rf" *(?:{RANGE}|{LISTED}) *"
PUNCTUATION: Final = r"$|[ ,。、;:)!?…\n]"

# A day is 号 only where it cannot be the number of a thing: 5号楼, 5号文件.
DAY_UNIT: Final = r"(?:日(?![均化])|曰|号(?![楼院文令公线井机桥厂厅店地会台坝路门矿商国码召]))"

YEAR_DIGITS: Final = rf"(?:[12][\d{ZERO}]{{3}}|[一二][{ZERO}0一二三四五六七八九]{{3}})"
STATED_YEAR: Final = re.compile(
    rf"(?P<y>{YEAR_DIGITS}) *年(?P<degree>度?)"
    r"(?![代级龄限薪鉴]|的?历史|以上|之久| *[〕\])] *第? *\d+ *号)"
)
# Two digits are a year only with something that a duration never has: a quote, a leading zero, a
# month, half, quarter or end behind it, or a step of a life (86年参加工作). At the start of a
# clause also 71 to 99, but for the round numbers of jubilees (98年抗洪, 建党95年).
SHORT_YEAR: Final = re.compile(
    r"(?:['’‘](?P<a>\d\d)|(?P<han>[〇○零][一二三四五六七八九]|九[〇○零一二三四五六七八九])"
    r"|(?<![^ ,。、;:(\"“自从于在到至])(?P<last>"
    r"[789][1-46-9](?= *年(?![来前后间内以之多的党历]|周年))"
    r"|\d\d(?= *年(?:参加|出生|入[伍党团职厂校]|毕业|退[休伍]|下岗|调[入到])))"
    r"|(?P<month>[一七八][〇○零一二三四五六七八九])(?= *年 *[元一二三四五六七八九十]{1,2}月)"
    r"|(?P<b>0\d|\d\d(?= *年 *(?:\d{1,2} *月|[上下]半年|年?[初底末]|第?[一二三四1-4]季度))))"
    r" *年度?(?![代级龄限])"
)
SHARED_YEARS: Final = re.compile(
    rf"(?P<ys>{YEAR_DIGITS}(?:{JOIN}{YEAR_DIGITS}){{1,9}}) *"
    r"(?:年度?(?![代级])|学年度?|[两三四五]年)"
)
REPUBLIC_YEAR: Final = re.compile(r"民国 *(?P<y>\d{1,3}|元|[一二三四五六七八九十]{1,4}) *年")
ERA_YEAR: Final = re.compile(
    r"(?P<era>康熙|雍正|乾隆|嘉庆|道光|咸丰|同治|光绪|宣统)"
    r" *(?P<y>\d{1,2}|元|[一二三四五六七八九十]{1,3}) *年"
)
CYCLIC: Final = "[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]"
CYCLIC_YEAR: Final = re.compile(rf"(?P<y>{CYCLIC})年")
ERAS: Final = {
    "康熙": 1662, "雍正": 1723, "乾隆": 1736, "嘉庆": 1796, "道光": 1821, "咸丰": 1851,
    "同治": 1862, "光绪": 1875, "宣统": 1909,
}  # fmt: skip

# What stands before these words or behind them makes other words of them: 基本年均, 以前年度,
# 不同年龄, 每次年检.
RELATIVE_YEAR: Final = re.compile(
    r"(?P<y>(?<!迄)今年|(?<![基日])本年|去年|(?<!以)上年|上一年|大前年|(?<![以目当日\d])前年"
    r"|(?<!清)明年|(?<!近)来年|下一年|下年(?=度)|(?:(?<![一-鿿])|(?<=[到至在从于明划计定]))后年|(?<!恰)当年|(?<![不相])同年"
    r"|(?<![每一二三四五六七八九十两首本多此])次年|翌年|第二年)"
    r"(?P<degree>度?)(?![级龄纪轻会货画青份代检])"
)
RELATIVE_YEARS: Final = {
    "今年": 0, "本年": 0, "去年": -1, "上年": -1, "上一年": -1, "前年": -2, "大前年": -3,
    "明年": 1, "来年": 1, "下年": 1, "下一年": 1, "后年": 2,
}  # fmt: skip
YEARS_BEFORE: Final = {"上年", "上一年"}
"""Counted from the year the sentence speaks of: 2008年…，比上年增长."""
FOLLOWING_YEARS: Final = {"当年": 0, "同年": 0, "次年": 1, "翌年": 1, "第二年": 1}
"""Counted from the year last spoken of, not from the anchor."""
# 中 is "the middle of" only here: 5月中国际… and 2008年中央… are no dates.
_MIDDLE: Final = rf"中(?= *(?:{PUNCTUATION})|召开|举行|开展|至|到|前|以前|以后|左右|[-—~])"
_MONTH_PART: Final = (
    r"[上中下][、和]?[上中下]?旬(?!刊)|[上下]半月(?!刊|谈)|月?底(?![数子线薪层价气细])|月?末(?![端位])"
    rf"|月?初(?![步审级中一二三始选赛稿评具见衷])|{_MIDDLE}"
)
MONTH_PART: Final = re.compile(_MONTH_PART)
DAYS: Final = re.compile(
    rf"(?P<days>{NUMBER} *{DAY_UNIT}?(?:{JOIN}{NUMBER} *{DAY_UNIT}?){{0,30}})"
    r"(?:(?<=[日曰号])|[两三四五六七][日天])"
)
# The commonest dates, where nothing joins them to another day.
_ONE_DAY_ONLY: Final = rf" *(?!曰){DAY_UNIT}(?!{JOIN}{NUMBER}|[两三四五六七][日天])"
FULL: Final = re.compile(
    rf"(?P<y>[12]\d{{3}}|[一二][{ZERO}0一二三四五六七八九]{{3}}) *年 *(?P<m>\d{{1,2}}|{HAN}) *月"
    rf" *(?P<d>\d{{1,2}}|{HAN}){_ONE_DAY_ONLY}"
)
MONTH_AND_DAY: Final = re.compile(rf"(?P<m>\d{{1,2}}) *月 *(?P<d>\d{{1,2}}){_ONE_DAY_ONLY}")
ONE_DAY: Final = re.compile(rf"{NUMBER} *{DAY_UNIT}")
MONTHS: Final = re.compile(
    rf"(?P<months>(?:{NUMBER}|元) *(?:月份?)?(?:{JOIN}(?:{NUMBER}|元) *(?:月份?)?){{0,11}})"
    r"(?<=[月份])"
    r"(?![刊龄均薪饼票嫂子色光亮台经坛老牙]|食(?![堂品用物宿])|革命|怀胎|流火|一[次查报评会例考结通调])"
    rf"(?! *{NUMBER} *{DAY_UNIT})"
)
MONTH: Final = re.compile(rf"(?P<m>\d{{1,2}}|{HAN}|元) *月份? *")
RELATIVE_MONTH: Final = re.compile(
    r"(?P<m>(?<![基日])本月|这个月|[上下]个?月|(?<![不相每])[当同次翌]月)份?(?![刊老亮饼季嫂球色台])"
    r"(?: *的(?=[上中下]旬|\d))?"
)
RELATIVE_MONTHS: Final = {
    "本月": 0, "这个月": 0, "上月": -1, "上个月": -1, "下月": 1, "下个月": 1,
}  # fmt: skip
FOLLOWING_MONTHS: Final = {"当月": 0, "同月": 0, "次月": 1, "翌月": 1}

DAYS_FROM_ANCHOR: Final = {
    "今天": 0, "今日": 0, "本日": 0, "今晚": 0, "今晨": 0, "今早": 0, "即日": 0, "昨天": -1,
    "昨日": -1, "昨晚": -1, "前天": -2, "明天": 1, "明日": 1, "后天": 2,
}  # fmt: skip
DAYS_FROM_LAST: Final = {
    "当天": 0, "当日": 0, "当晚": 0, "同日": 0, "同一天": 0, "次日": 1, "翌日": 1, "第二天": 1,
}  # fmt: skip
NEAR_DAY: Final = re.compile(
    r"(?P<d>今[天日晚晨早]|(?<![基\d一二三四五六七八九十两几数这那])本日(?![记历志语])|即日|昨[天日晚]|(?<![以之])前天|明[天日]|(?<![先最以之])后天(?!性)"
    r"|当[天日晚]|(?<!不)同日|同一天|(?<![每一二三四五六七八九十两首多])次日|翌日|第二天)(?!头条|说法)"
)

HALF: Final = re.compile(r"(?P<h>[上下前后])半年(?![内度来])|这半年")
QUARTERS: Final = re.compile(
    rf"(?P<q>第? *[一二三四1-4] *季?度?(?:{JOIN}第? *[一二三四1-4] *季?度?){{0,3}})(?<=季度)"
    r"|(?P<one>首季度?|[本上下]个?季度)"
)
FIRST_UNITS: Final = re.compile(rf"[前头] *(?P<n>{NUMBER}|两) *个?(?P<u>月|季度)(?![内后前])")
YEAR_PART: Final = re.compile(
    rf"年?(?:[初底末终尾](?![步级中一二三审数端身奖])|{_MIDDLE})|岁[末尾](?:年初)?"
)
WHOLE_YEAR: Final = re.compile(r"(?<![安完健])全年(?![龄级轻])")

ISO: Final = re.compile(
    r"(?P<y>(?:19|20)\d\d|1899|2100|000[01])(?P<s>[-/.])(?P<m>\d{1,2})(?P=s)(?P<d>\d{1,2})(?!\d|(?P=s)\d(?!\d{3}(?P=s)))"
)
SHORT_ISO: Final = re.compile(
    r"(?P<quote>['’‘]?)(?P<y>\d\d)(?P<s>[-/.])(?P<m>\d{1,2})(?P=s)(?P<d>\d{1,2})(?!\d|(?P=s)\d)"
)
MISSING_DAY_UNIT: Final = re.compile(rf" *(?P<d>\d{{1,2}})(?={PUNCTUATION}|上午|下午|晚)")
BLANK_DAY: Final = re.compile(r" {1,12}日")
PLACEHOLDER: Final = re.compile(
    rf"(?P<y>{YEAR_DIGITS}) *年 *(?P<m>\d{{1,2}}|[×xX*]{{1,2}}) *月 *(?P<d>[×xX*]{{1,2}}) *日"
)
MISREAD: Final = re.compile(
    rf"(?P<y>{YEAR_DIGITS}) *年 *(?P<m>[\dlI|OoО]{{1,2}}) *月 *(?P<d>[\dlI|OoО]{{1,2}}) *[日号曰]"
)
GLUED_MONTH: Final = re.compile(r"(?P<y>20\d\d)(?P<m>1[0-2]|[1-9])月")

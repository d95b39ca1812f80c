"""Teams, classes, workshops: units of a school, a mine, a works, where only names can stand."""

import re
from typing import Final

from archiver.chinese.units import is_person_name

_GROUP: Final = re.compile(
    r"[一-龥A-Za-z\d()〈〉<>“”]{1,14}(?:班|系|庭|组|年级|区队|(?<=[一二三四五六七八九十\d])[连营值])"
    r"(?<!关系)(?<!体系)(?<!联系)(?<!培训班)(?<!学习班)"
)
_TEAM: Final = re.compile(  # 景泰石膏矿采掘一班
    r"[一-龥]{1,12}(?:公司|集团|[矿厂队院校段站局所部处]|车间|中心)(?:(?![了来进为给送帮建])[一-龥\d]){1,6}[班组系队庭]"
)
_SMALL_GROUP: Final = re.compile(  # 局女工小组, 猴子岭道班
    r"(?!记|访|走|看|在|对|向|致)[一-龥“”]{1,8}(?<![了在为的给])(?:小组|班组|道班|车间|支队|大队|中队)"
)
# What is a place or a part of an office: the name of who works there, where only names stand.
_WORKPLACE: Final = re.compile(
    r"(?![本各该此另附见含按如详注共])[一-龥\d“”]{0,10}(?:水库|灌区|苗圃|[农牧林渔茶]场|公园|码头|市场|门店|基地|大桥|水闸|[油药粮仓]库"
    r"|[一二三四五六七八九十东西南北]采区|[一二三四五六七八九十]号井|艺术团|食堂)"
    r"|(?![本各该此另附见含按如详注共])[一-龥]{0,4}(?:[派供司财粮管收税林]?[出电法政管养费务业]所|[粮变供加收护][电油费林]?站|支行|营业部|项目部|指挥部"
    r"|气象台|地震台|敬老院|福利院|[居村妇调]委会|学生会|团支部|团总支|教研组|[内外妇儿]科|纪检组|填埋场|考核办)"
)
_CLASS: Final = re.compile(  # 21级汽修1班, 六年级一班, 五(1)中队, 高一(3)班团支部
    r"(?!记|访|走|看|在|对|向|致|给|我|这|每)[一-龥\d]{1,10}(?:\d{1,2}|[(〈<](?:\d{1,2}|[一二三四五六七八九十]{1,3})[)〉>]"
    r"|年级[一二三四五六七八九十]{1,3})(?:班|中队)(?:团支部|班委会|家委会)?"
)
_JOINT: Final = re.compile(
    r"[一-龥“”]{2,16}(?:、[一-龥“”]{2,16})*[、和与][一-龥“”]{2,16}联合(?:调研|调查|课题|考察|督查|检查|采访)组"
)
_CLAUSE: Final = 4  # characters, at least
_CROWD: Final = re.compile(
    "[一-龥]{0,12}(?:一[群名位个些]|部分|几[名位个]|全体)[一-龥]{0,6}"
    "(?:[工职员女民矿]工|工人|教师|医生|护士|司机|村民|居民|群众|读者|会员|代表|家属|青年|[业驶递理售信]员)"
)


def is_group(text: str) -> bool:
    """Whether a word beside a person is a group: 高三(5)班, 七连, 刑庭."""
    return _GROUP.fullmatch(text) is not None


def is_team(text: str) -> bool:
    """Whether a line alone under a title or at the right is one: 采掘一班, 局女工小组."""
    return _TEAM.fullmatch(text) is not None or _SMALL_GROUP.fullmatch(text) is not None


def is_workplace(text: str) -> bool:
    """Whether a word set apart at the end is where its sender works: 东风水库, 派出所, 三采区."""
    return _WORKPLACE.fullmatch(text) is not None


def is_class(text: str) -> bool:
    """Whether a word is a class with its number, or those who speak for it: 21级汽修1班."""
    return _CLASS.fullmatch(text) is not None


def is_crowd(text: str) -> bool:
    """Whether a word is several people without their names: 印染厂部分早班工人, 一群下岗女工."""
    return _CROWD.fullmatch(text) is not None


def is_joint_team(text: str) -> bool:
    """Whether a text is one team of several offices: 县委政研室、县农办联合调研组."""
    return text.endswith("组") and "联合" in text and _JOINT.fullmatch(text) is not None


def are_clauses(unit: str, person: str) -> bool:
    """Words of one length, the second no name: 圆梦大学 工会同行 is a title of two clauses."""
    return len(unit) == len(person) >= _CLAUSE and not is_person_name(person)

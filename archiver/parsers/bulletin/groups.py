"""Teams, classes, workshops: units of a school, a mine, a works, where only names can stand."""

import re

_GROUP = re.compile(
    r"[一-龥A-Za-z\d()“”]{1,14}(?:班|系|庭|组|年级|区队|(?<=[一二三四五六七八九十\d])[连营])"
    r"(?<!关系)(?<!体系)(?<!联系)(?<!培训班)(?<!学习班)"
)
_TEAM = re.compile(  # 景泰石膏矿采掘一班
    r"[一-龥]{1,12}(?:公司|集团|[矿厂队院校段站局所部处]|车间|中心)(?:(?![了来进为给送帮建])[一-龥\d]){1,6}[班组系队庭]"
)
_SMALL_GROUP = re.compile(  # 局女工小组, 猴子岭道班
    r"(?!记|访|走|看|在|对|向|致)[一-龥“”]{1,8}(?<![了在为的给])(?:小组|班组|道班|车间|支队|大队|中队)"
)
_CLASS = re.compile(r"[一-龥\d]{1,8}(?:\d{1,2}|\(\d{1,2}\))班")


def is_group(text: str) -> bool:
    """Whether a word beside a person is a group: 高三(5)班, 七连, 刑庭."""
    return _GROUP.fullmatch(text) is not None


def is_team(text: str) -> bool:
    """Whether a line alone under a title or at the right is one: 采掘一班, 局女工小组."""
    return _TEAM.fullmatch(text) is not None or _SMALL_GROUP.fullmatch(text) is not None


def is_class(text: str) -> bool:
    """Whether a word is a class with its number: 21级汽修1班."""
    return _CLASS.fullmatch(text) is not None

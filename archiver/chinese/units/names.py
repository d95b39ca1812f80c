"""The parts of a printed unit name: place or level word, town or zone, core."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from archiver.chinese.fold import fold
from archiver.chinese.places import Gazetteer, Place
from archiver.chinese.units.cores import Core, core_of_organ, read_core
from archiver.chinese.units.leading import TOWN, ZONE, leading_place
from archiver.chinese.units.organs import organ_table

LONGEST_NAME = 60

# 市 and 县 begin other words too: 市场, 市民中心, 县域, 县内, 区县.
_LEVEL = re.compile(
    r"(?:我|本|该)?(自治区|自治州|[省市县区州盟旗])"
    r"(?!场|容|域|里|内|长(?:办|热线|信箱)|民(?:中心|服务|活动|广场|之家)"
    r"|外(?![事侨办经贸汇宣])|[县区][总市县乡镇]|办公室$)(?=.)"
)
_SELF = re.compile(
    r"(?:本|我)(?:刊|报|站|网|台|会|局|办|院|单位)(?:编辑部|编辑室|编辑|讯|综合|专稿)?|编辑部|编辑室|编者"
)
# 秋水县招商局 where no table has 秋水县; 社区, 园区, 超市 and the like are no places.
_UNKNOWN_PLACE = re.compile(
    r"[一-龥]{2,7}?(?:[县州盟旗]|(?<![超城都门夜集股])市|(?<![社小校园厂库景灾林牧矿片护胜辖])区)(?=.)"
)
_NOBODY = re.compile(
    r"(?:领导|班子|干部|职工|群众|单位|部门|机关|企业|乡镇|委员|代表|同志|记者|通讯员|主席|书记|局长|主任)$"
)
_PARTY = ("中共", "中国共产党")
_OUTER = frozenset(("()", "[]", "【】", "〔〕"))


class UnitName(NamedTuple):
    """A printed name taken apart; ``text`` is the name without blanks.

    ``head`` + (``place_text`` or ``level_text``) + ``town`` + ``tail`` is ``text``. ``place`` is
    the division the name itself prints (None when it has namesakes), ``shown`` the innermost name
    of ``place_text``, ``short`` whether that lacks its level word; ``level`` is the level word that
    stands instead (省 市 县 区 州 盟 旗 自治区 自治州), ``town`` a town or zone. ``own`` marks
    本刊, 编辑部 and the like. ``core`` is what kind of body it is.
    """

    text: str
    head: str = ""
    place_text: str = ""
    shown: str = ""
    short: bool = False
    place: Place | None = None
    level_text: str = ""
    level: str = ""
    town: str = ""
    tail: str = ""
    core: Core | None = None
    own: bool = False

    @property
    def is_place_only(self) -> bool:
        """(桃源县): a place and nothing more."""
        return bool(self.place_text) and not self.tail and not self.town

    @property
    def is_nobody(self) -> bool:
        """县领导, 市直单位: people or bodies in general."""
        return self.core is None and _NOBODY.search(self.tail) is not None

    @property
    def place_unknown(self) -> bool:
        """Whether the name prints a place that no table has, or that has namesakes."""
        if self.place_text and self.place is None:
            return True
        if self.own or self.town or (self.core and self.core.organ):
            return False
        unknown = _UNKNOWN_PLACE.match(self.tail)
        if unknown and unknown[0][-2] in "我本全该各":
            return False
        return unknown is not None and read_core(self.tail[unknown.end() :], None) is not None


def compact(text: str) -> str:
    """``text`` folded, without blanks and outer brackets: the form names are read in."""
    name = "".join(fold(text).split())
    for _ in range(3):
        if len(name) > 2 and name[0] + name[-1] in _OUTER:
            name = name[1:-1]
    return name


def read_name(
    printed: str, places: Gazetteer, near: Iterable[Place] = (), year: int | None = None
) -> UnitName:
    """The parts of ``printed``. ``near`` decides between namesakes (nearest first)."""
    text = compact(printed)[:LONGEST_NAME]
    if _SELF.fullmatch(text):
        return UnitName(text, tail=text, own=True)
    near = tuple(near)
    return (
        _with_head(text, places, near, year)
        or _bare_organ(text, places, year)
        or _with_prefix(text, places, near, year)
        or _rest(UnitName(text), text, year)
    )


def _with_head(
    text: str, places: Gazetteer, near: tuple[Place, ...], year: int | None
) -> UnitName | None:
    """中共临澧县委…, 团县委, 政协…委员会: the place or level word stands inside."""
    for head in organ_table().heads(text):
        rest = text[len(head) :]
        name = _place_or_level(UnitName(text, head=head), rest, places, near)
        if name is None:
            continue
        tail = rest[len(name.place_text or name.level_text) :]
        if core := _core_around(head, tail, year):
            return name._replace(tail=tail, core=core)
    return None


def _core_around(head: str, tail: str, year: int | None) -> Core | None:
    for organ, left in organ_table().around(head, tail, year):
        if left and head in _PARTY and (inner := read_core(tail, year)) and inner.organ:
            return inner  # 中共…县委信访局 is 县委信访局
        if core := core_of_organ(organ, left):
            return core
    return None


def _place_or_level(
    name: UnitName, rest: str, places: Gazetteer, near: tuple[Place, ...]
) -> UnitName | None:
    """``name`` with the place or level word that ``rest`` begins with."""
    if found := leading_place(rest, places, near):
        return name._replace(
            place_text=found.text, shown=found.shown, short=not found.full, place=found.place
        )
    if level := _LEVEL.match(rest):
        return name._replace(level_text=level[0], level=level[1])
    return None


def _bare_organ(text: str, places: Gazetteer, year: int | None) -> UnitName | None:
    """市场监管局, 新华书店: a known organ, though its name begins like a level word or a place."""
    for organ, left in organ_table().prefix(text, year):
        if (core := core_of_organ(organ, left)) and not places.match(left):
            return UnitName(text, tail=text, core=core)
    return None


def _with_prefix(
    text: str, places: Gazetteer, near: tuple[Place, ...], year: int | None
) -> UnitName | None:
    """A name that begins with its place or level word."""
    name = _place_or_level(UnitName(text), text, places, near)
    if name is None:
        return None
    rest = text[len(name.place_text or name.level_text) :]
    found = _rest(name, rest, year)
    if found.core is None and name.place and rest[:1] == name.place.suffix:
        found = _rest(name, rest[1:], year)  # 临澧县县总工会
    return found if found.core or name.place_text or len(rest) > 1 else None


def _rest(name: UnitName, rest: str, year: int | None) -> UnitName:
    """``name`` with the town or zone and the core that ``rest`` holds."""
    known = read_core(rest, year)
    if known is None or known.organ is None:
        town = TOWN.match(rest) or ZONE.match(rest)
        if town and (below := read_core(rest[town.end() :], year)):
            return name._replace(town=town[0], tail=rest[town.end() :], core=below)
        if town and town.end() == len(rest):
            return name._replace(town=town[0])
    return name._replace(tail=rest, core=known)

"""The parts of a printed unit name: place or level word, town or zone, core."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from archiver.chinese.fold import fold
from archiver.chinese.places import Gazetteer, Place, gazetteer
from archiver.chinese.units.cores import Core, core_of_organ, read_core
from archiver.chinese.units.leading import TOWN, ZONE, leading_place
from archiver.chinese.units.organs import organ_table
from archiver.chinese.units.words import word_list

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
# What a sentence or a title has and the name of a unit has not.
_SENTENCE = re.compile(
    r"[。！？，；：…,;:!?_|©《》<>]|的|了$|召开|举行|举办|开展|推进|加强|组织学|学习贯彻|深入|走进|走访|慰问|访问|"
    r"在我|向全|对全|落实|认真|狠抓|成立|荣获|关于|致全|如何|怎样|什么|为了|通过|积极|努力|全面|不断|切实|做好|抓好|"
    r"搞好|打造|争当|助推|进一步|率队|启动|公布|建立|建起|捐建|进社区|开进|有了|迎来|办起|送到|送进|奔赴|惠及|牵手|携手|联手|解决|探秘|介绍|阅读|被|来我|工作$|活动$|会议$|大会$|座谈会|培训班|"
    r"(?:纪实|侧记|掠影|简报|通讯|动态|内部|外部|全部|干部|平台|学科|专科|本科|中小学|网站|大厅|客厅|餐厅|主页|首页)$"
)
_BEGINS_SENTENCE = re.compile(
    r"各|其[它他]|热门|下载|[在到向由和与是从让给被把据经对为按以及将]|全[省市县区州]"
)
# The names of campaign offices hold words of sentences: 深入学习实践科学发展观活动领导小组办公室.
_OFFICES = ("领导小组办公室", "领导小组办", "指挥部办公室", "指挥部", "协调小组办公室")
_CAMPAIGN_WORDS = re.compile(r"深入(?:学习|开展)|学习贯彻|党的|推进|加强|落实|开展")
_NOT_UNITS = frozenset(word_list("not_units.txt")[0])
_COLLECTIVE = re.compile(
    r"(?:[省市县区州]、?){2,}(?:两级|二级|三级|四级)?|.*(?:两级|三级|各乡镇|各单位|各部门|各级).*"
)
_PLAIN_NAME = re.compile(r"[一-龥A-Z“”\"'‘’()·]{1,30}")
# 秋水县招商局 where no table has 秋水县; 社区, 园区, 超市 and the like are no places.
_UNKNOWN_PLACE = re.compile(
    r"[一-龥]{2,7}?(?:[县州盟旗]|(?<![超城都门夜集股])市|(?<![社小校园厂库景灾林牧矿片护胜辖])区)(?=.)"
)
_NOBODY = re.compile(
    r"(?:领导|班子|干部|职工|群众|单位|部门|机关|企业|乡镇|委员|代表|同志|记者|通讯员|主席|书记|局长|主任)$"
)
_PARTY = ("中共", "中国共产党")
_OUTER = frozenset(("()", "[]", "【】", "〔〕"))
_BLANK = re.compile(r"\s+")


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
    name = _BLANK.sub("", fold(text))
    while len(name) > 2 and name[0] + name[-1] in _OUTER:
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


def is_unit_name(text: str) -> bool:
    """Whether ``text`` is the name of one unit: 县总工会, 临澧县“双联”办, 市政协办, (海南州总工会).

    Precision first: no lists, no sentences, no collectives (各乡镇, 四套班子), no common words that
    end like units (机会, 社会). A place alone counts (桃源县); self references (本刊编辑部) count.
    """
    words = text.split()
    if 1 < len(words) < 5 and all(len(word) > 2 and is_unit_name(word) for word in words):
        return False
    name = compact(text)
    if not 2 <= len(name) <= 40 or name in _NOT_UNITS or "、" in name or "/" in name:
        return False
    said = _CAMPAIGN_WORDS.sub("", name) if name.endswith(_OFFICES) else name
    if _SENTENCE.search(said) or _COLLECTIVE.fullmatch(name):
        return False
    parts = read_name(name, gazetteer(None))
    if _BEGINS_SENTENCE.match(name) and not (parts.place_text or parts.place_unknown):
        return False
    if parts.own or parts.is_place_only or (parts.town and not parts.tail):
        return True
    if parts.core is None:
        return False
    return parts.core.organ is not None or _is_plausible(parts)


def _is_plausible(parts: UnitName) -> bool:
    """A name the table does not know: enough before its ending, or a place or level word."""
    core = parts.core
    if core is None or (parts.tail in _NOT_UNITS and not (parts.place_text or parts.level)):
        return False
    if not _PLAIN_NAME.fullmatch(parts.tail) or parts.tail.endswith("”"):
        return False
    if parts.place_text or parts.level or parts.town:
        return True
    stem = len(parts.tail) - len(core.ending)
    if core.system == "adhoc" and not core.ending:
        return True
    return stem >= 2 - (len(core.ending) > 1) and len(core.ending) > 0

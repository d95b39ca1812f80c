"""The parts of a printed unit name: place or level word, town or zone, core."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from archiver.chinese.fold import fold
from archiver.chinese.places import Gazetteer, Match, Place, gazetteer
from archiver.chinese.units.cores import Core, core_of_organ, read_core
from archiver.chinese.units.organs import organ_table
from archiver.chinese.units.words import word_list

LONGEST_NAME = 60

_LEVEL = re.compile(
    r"(?:我|本|该)?(自治区|自治州|[省市县区州盟旗])(?!长|民|内|外|级|域|里|乡|镇|办公室$)(?=.)"
)
_TOWN = re.compile(
    r"[一-龥]{1,7}?(?:街道办事处|街道办|街道|民族乡|苏木|镇|乡)(?!企业局|镇)"
    r"|[一-龥]{2,10}?(?:经济技术开发区|高新技术产业开发区|经济开发区|经开区|高新区|开发区|管理区|旅游度假区|度假区|"
    r"工业园区|工业园|产业园区|产业园|示范区|新区|风景区|景区|园区|保税区|集中区)"
    r"|(?:经济技术开发区|高新技术产业开发区|经济开发区|经开区|高新区|开发区)"
)
_SELF = re.compile(
    r"(?:本|我)(?:刊|报|站|网|台|会|局|办|院|单位)(?:编辑部|编辑室|编辑|讯|综合|专稿)?|编辑部|编辑室|编者"
)
# What a sentence or a title has and the name of a unit has not.
_SENTENCE = re.compile(
    r"^[在到向由和与是从让给被把据经对为按以及将]|[。！？，；：…,;:!?]|的|了$|召开|举行|举办|开展|推进|加强|组织学|学习贯彻|深入|走进|走访|慰问|在我|向全|对全|落实|认真|"
    r"狠抓|成立|荣获|关于|致全|如何|怎样|什么|为了|通过|积极|努力|全面|不断|切实|做好|抓好|搞好|打造|争当|助推|进一步|"
    r"工作$|活动$|会议$|大会$|座谈会|培训班|纪实$|侧记$|掠影$|简报$|通讯$|动态$"
)
_NOT_UNITS = frozenset(word_list("not_units.txt")[0])
_COLLECTIVE = re.compile(
    r"全[省市县区州].*|(?:[省市县区州]、?){2,}(?:两级|二级|三级|四级)?|.*(?:两级|三级|各乡镇|各单位|各部门|各级).*"
)
_BLANK = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class UnitName:
    """A printed name taken apart; ``text`` is the name without blanks.

    ``head`` + (``place_text`` or ``level_text``) + ``town`` + ``tail`` is ``text``. ``place`` is
    the division the name itself prints, ``level`` the level word instead (省 市 县 区 州 盟 旗),
    ``own`` marks 本刊, 编辑部 and the like. ``core`` is what kind of body it is.
    """

    text: str
    head: str = ""
    place_text: str = ""
    place: Place | None = None
    level_text: str = ""
    level: str = ""
    town: str = ""
    tail: str = ""
    core: Core | None = None
    own: bool = False
    ambiguous: bool = False

    @property
    def is_place_only(self) -> bool:
        """(桃源县): a place and nothing more."""
        return bool(self.place_text) and not self.tail and not self.town


def compact(text: str) -> str:
    """``text`` folded, without blanks and outer brackets: the form names are read in."""
    return _BLANK.sub("", fold(text)).strip("()[]【】〔〕")


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
        or _bare_organ(text, year)
        or _with_place(text, places, near, year)
        or _with_level(text, year)
        or _rest(UnitName(text), text, year)
    )


def _with_head(
    text: str, places: Gazetteer, near: tuple[Place, ...], year: int | None
) -> UnitName | None:
    """中共临澧县委…, 团县委, 政协…委员会: the place or level word stands inside."""
    for head in organ_table().heads(text):
        rest = text[len(head) :]
        place_text, place, sure = _leading_place(rest, places, near)
        level = None if place_text else _LEVEL.match(rest)
        if not place_text and not level:
            continue
        tail = rest[len(place_text) if place_text else level.end() if level else 0 :]
        for organ, left in organ_table().around(head, tail, year):
            if core := core_of_organ(organ, left):
                return UnitName(
                    text,
                    head=head,
                    place_text=place_text,
                    place=place,
                    level_text=level[0] if level else "",
                    level=level[1][-1] if level else "",
                    tail=tail,
                    core=core,
                    ambiguous=not sure,
                )
    return None


def _bare_organ(text: str, year: int | None) -> UnitName | None:
    """市场监管局, 新华书店: a known organ, though its name begins like a level word or a place."""
    for organ, left in organ_table().prefix(text, year):
        if core := core_of_organ(organ, left):
            return UnitName(text, tail=text, core=core)
    return None


def _with_place(
    text: str, places: Gazetteer, near: tuple[Place, ...], year: int | None
) -> UnitName | None:
    place_text, place, sure = _leading_place(text, places, near)
    if not place_text:
        return None
    rest = text[len(place_text) :]
    name = UnitName(text, place_text=place_text, place=place, ambiguous=not sure)
    if not rest:
        return name
    # 临澧县县总工会: the level word once more.
    again = rest[1:] if place and rest[0] == place.name[-1] and rest[0] in "省县区州" else rest
    found = _rest(name, rest, year)
    if found.core is None and again != rest:
        found = _rest(name, again, year)
    return found


def _leading_place(
    text: str, places: Gazetteer, near: tuple[Place, ...]
) -> tuple[str, Place | None, bool]:
    """(text of the place, the place, whether it is sure) at the start of ``text``.

    湖南省常德市临澧县 is read as a chain, each name within the one before. A short form (临澧)
    needs something behind it that can be a unit of that place.
    """
    at, place, sure = 0, None, True
    while match := places.match(text, at):
        inside = [p for p in match.places if place is None or (p != place and p.within(place))]
        if at and not inside:
            break
        if not match.full and not _stands_alone(text, at, match):
            break
        chosen = places.choose(inside, near)
        if not match.full and chosen and near and not _believable(chosen, near):
            chosen = None
        place, sure = chosen, chosen is not None
        at += match.length
        if place is None:
            break
    return text[:at], place, sure


def _stands_alone(text: str, at: int, match: Match) -> bool:
    """Whether a short form is followed by something that can be a unit of that place."""
    rest = text[at + match.length :]
    if not rest:
        return False
    return (
        read_core(rest, None) is not None
        or _TOWN.match(rest) is not None
        or bool(gazetteer(None).match(rest))
    )


def _believable(place: Place, near: tuple[Place, ...]) -> bool:
    """A short form of a county is believed in its own province only."""
    return place.level != "county" or any(place.code[:2] == known.code[:2] for known in near)


def _with_level(text: str, year: int | None) -> UnitName | None:
    level = _LEVEL.match(text)
    if not level:
        return None
    name = UnitName(text, level_text=level[0], level=level[1][-1])
    found = _rest(name, text[level.end() :], year)
    return found if found.core else None


def _rest(name: UnitName, rest: str, year: int | None) -> UnitName:
    """``name`` with the town or zone and the core that ``rest`` holds."""
    known = read_core(rest, year)
    town = _TOWN.match(rest)
    if town and (known is None or known.organ is None) and rest != town[0]:
        below = read_core(rest[town.end() :], year)
        if below:
            return _replace(name, town=town[0], tail=rest[town.end() :], core=below)
    return _replace(name, tail=rest, core=known)


def _replace(name: UnitName, town: str = "", tail: str = "", core: Core | None = None) -> UnitName:
    return UnitName(
        name.text,
        name.head,
        name.place_text,
        name.place,
        name.level_text,
        name.level,
        town,
        tail,
        core,
        name.own,
        name.ambiguous,
    )


def is_unit_name(text: str) -> bool:
    """Whether ``text`` is the name of one unit: 县总工会, 临澧县“双联”办, 市政协办, (海南州总工会).

    Precision first: no lists, no sentences, no collectives (各乡镇, 四套班子), no common words that
    end like units (机会, 社会). A place alone counts (桃源县); self references (本刊编辑部) count.
    """
    name = compact(text)
    if not 2 <= len(name) <= 40 or name in _NOT_UNITS or "、" in name or "/" in name:
        return False
    if _SENTENCE.search(name) or _COLLECTIVE.fullmatch(name):
        return False
    parts = read_name(name, gazetteer(None))
    if parts.own or (parts.is_place_only and name[-1] in "省市县区州盟旗"):
        return True
    if parts.core is None:
        return False
    return parts.core.organ is not None or _is_plausible(parts)


def _is_plausible(parts: UnitName) -> bool:
    """A name the table does not know: enough before its ending, or a place or level word."""
    core = parts.core
    if core is None or (parts.tail in _NOT_UNITS and not (parts.place_text or parts.level)):
        return False
    if parts.place_text or parts.level or parts.town:
        return bool(re.fullmatch(r"[一-龥A-Za-z0-9“”\"'‘’《》()、·-]{1,30}", parts.tail))
    stem = len(parts.tail) - len(core.ending)
    if core.system == "adhoc" and ("“" in parts.tail or '"' in parts.tail):
        return True
    return stem >= 2 - (len(core.ending) > 1) and len(core.ending) > 0

"""Which body a printed unit name means: its full name, division and key."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from archiver.chinese.places import Place
from archiver.chinese.units.context import (
    Host,
    Surroundings,
    UnitContext,
    at_level,
    read_context,
)
from archiver.chinese.units.cores import Core, read_core
from archiver.chinese.units.leading import TOWN
from archiver.chinese.units.names import UnitName, read_name
from archiver.chinese.units.organs import Organ, organ_table
from archiver.records import Basis

# Bare names that end like this are parts of a body that is not named (资本合作科, 院工会).
_LEVELS = tuple("省市县区旗")
_PARTS = (*"科股室部队段台院处社支会组班", "车间", "工区", "工会", "党委", "团委", "妇联")
# Proper names of these kinds stand without a place; 第一中学 and 中心医院 need theirs.
_PROPER = frozenset(("enterprise", "institution", "media", "community"))
_NEEDS_PLACE = re.compile(
    r"第?[一二三四五六七八九十]{1,3}(?:中学?|小学?|完小|完全小学|人民医院)|福利院|敬老院"
    r"|(?:中心|妇幼|中西医结合)医院|(?:职业|实验|高级)?(?:中专|中学|小学|幼儿园)"
    r"|职业(?:技术|教育)?(?:学校|中心|学院)"
)
_TOWNS = ("街道", "镇", "乡")
_ABBREVIATED = {"总": "总工会", "总工会办": "总工会办公室"}

_OF_COURT: Final = re.compile(
    "(?:立案|民|刑|民事|刑事|行政|审监|审判|审判监督|执行|商事?|少年|家事|综合|速裁|公诉|侦监|控申|反贪|反渎|未检)"
    "(?:审判)?第?[一二三四五]?(?:庭|局|处|科|部|室|审判庭|检察部)|[一-龥]{2,4}(?:人民)?法庭"
    "|政治[处部]|法警[一-龥]{0,2}队|司法警察大队|诉讼服务中心|研究室|审管办"
)


@dataclass(frozen=True, slots=True)
class ResolvedUnit:
    """``name`` is the printed name with its place in full, ``division`` the six-digit code.

    ``key`` (``{division}:{system}:{core}``) is None where the place is certain but not the body:
    桃源县 alone, or a name of no known kind.
    """

    name: str
    division: str
    key: str | None
    basis: Basis


def lineage(key: str) -> str | None:
    """What joins the unit with the bodies that reforms made of it; None if no row tells.

    The unit of ``430700:gov:计生委`` and that of ``430700:gov:卫健委`` are of the lineage 卫生.
    """
    organ = _organ_of(key)
    return organ.lineage if organ else None


def first_year(key: str) -> int | None:
    """The year from which bodies have the name that the unit's key stands for, if a row tells."""
    organ = _organ_of(key)
    return organ.valid_from if organ else None


def _organ_of(key: str) -> Organ | None:
    core = key.rpartition(":")[2]
    return organ_table().by_abbr.get(core) or organ_table().by_abbr.get(core[1:])


def resolve_units(printed: Sequence[str], context: UnitContext) -> tuple[ResolvedUnit | None, ...]:
    """The units of one contributor line in order: each is read beside its neighbours.

    A bare name takes the place of the unit to its left (市政协办、国土局), a name without its
    ending that of the unit to its right (市国土、规划局).
    """
    resolved: list[ResolvedUnit | None] = []
    for index, name in enumerate(printed):
        left = next((unit for unit in reversed(resolved) if unit), None)
        right = printed[index + 1] if index + 1 < len(printed) else ""
        resolved.append(_resolve(_completed(name, right, context.year), context, left))
    return tuple(resolved)


def resolve_unit(printed: str, context: UnitContext) -> ResolvedUnit | None:
    """What ``printed`` means in ``context``, or None where that cannot be known.

    The place is the one printed in the name (basis explicit), else, by the level word or for a
    bare name, that of the title, the issue's editor, the site, whichever fits first. A place
    with namesakes counts only when one of them lies near.
    """
    return _resolve(printed, context, None)


def _completed(name: str, right: str, year: int | None) -> str:
    ending = right[-1:]
    if not ending or read_name(name, read_context(UnitContext(year=year)).places, (), year).core:
        return name
    core = read_core(name[1:] + ending, year)
    return name + ending if core and core.organ else name


def _resolve(printed: str, context: UnitContext, left: ResolvedUnit | None) -> ResolvedUnit | None:
    around = read_context(context)
    left_host = _host_of(left, around)
    near = (left_host.place, *around.near) if left_host else around.near
    name = read_name(printed, around.places, near, context.year)
    if around.town and not left and (own := _of_own_town(name, around.town, context.year)):
        name = read_name(own, around.places, near, context.year)
    if around.court and not left and _is_of_court(name):
        name = read_name(around.court + name.text, around.places, near, context.year)
    if name.own:
        return _own(context, around)
    if name.place_unknown or name.is_nobody:
        return None
    if name.place_text:
        return _explicit(name, around)
    if name.level:
        host = _host_for_level(name.level, left_host, around)
        return _at_host(name, host) if host else None
    host = left_host or _host_for_bare(around)
    return _bare(name, host) if host else None


def _of_own_town(name: UnitName, town: str, year: int | None) -> str | None:
    """镇纪委 in the bulletin of 曹河镇 with the town's whole name: 曹河镇纪委."""
    level = next((word for word in _TOWNS if town.endswith(word)), "")
    if not level or name.town or name.place_text or not name.text.startswith(level):
        return None
    rest = name.text.removeprefix(level)
    core = read_core(rest, year)
    return town + rest if core and core.organ else None


def _is_of_court(name: UnitName) -> bool:
    """Whether a bare name is that of a part of a court, or of those who prosecute."""
    placed = name.place_text or name.level or name.town
    return not placed and _OF_COURT.fullmatch(name.text) is not None


def _host_of(unit: ResolvedUnit | None, around: Surroundings) -> Host | None:
    place = around.places.get(unit.division) if unit else None
    return Host(place, place.name, "contributor") if place else None


def _own(context: UnitContext, around: Surroundings) -> ResolvedUnit | None:
    """本刊, 编辑部: the issue's editor, else the owner of the site."""
    owners: tuple[tuple[str | None, Basis], ...] = (
        (around.editor, "issue"),
        (around.site_owner, "site"),
    )
    for text, basis in owners:
        if text:
            unit = _resolve(text, replace(context, title=None), None)
            if unit and unit.key:
                return replace(unit, basis=basis)
    return None


def _host_for_level(level: str, left: Host | None, around: Surroundings) -> Host | None:
    hosts = [left, *around.hosts] if left else list(around.hosts)
    if level == "市" and around.issue and around.issue.place.level == "prefecture":
        # In the bulletin of a prefecture-level city 市 is that city, even where the title names a
        # county-level one.
        hosts = [h for h in hosts if h.place.level != "county" or not h.place.name.endswith("市")]
    if around.title in hosts and at_level(around.title.place, level, around.places) != (
        around.title.place
    ):
        # A title that names a county says less of the city than the issue does.
        hosts.append(hosts.pop(hosts.index(around.title)))
    for host in hosts:
        if place := at_level(host.place, level, around.places):
            return host if place == host.place else Host(place, place.name, host.basis)
    return None


def _host_for_bare(around: Surroundings) -> Host | None:
    """A title decides only where it is narrower than the issue: a county of its prefecture."""
    outer = around.issue or around.site
    if around.title and outer and not around.title.place.within(outer.place):
        return outer
    return next(around.hosts, None)


def _explicit(name: UnitName, around: Surroundings) -> ResolvedUnit | None:
    place, core = name.place, name.core
    if place is None:
        return None
    if name.is_place_only:
        return ResolvedUnit(place.name, place.code, None, "explicit")
    if name.short and name.tail[:1] in _LEVELS:
        return None  # 吴江市 in a year whose table has 吴江区
    if name.town and place.level != "county" and TOWN.fullmatch(name.town):
        return None  # a town whose county is not printed
    if not name.short or name.town:
        return _unit(name, Host(place, name.place_text, "explicit"))
    if core is None or not _is_proper(name, core):
        return _unit(name, Host(place, place.name, "explicit"))
    # 江西丰泰公司 is a trade name: the firm may be anywhere in the province.
    host = next((h for h in around.hosts if h.place.within(place)), None)
    if place.level != "province" or host is None:
        host = Host(place, name.place_text, "explicit")
    return _unit(name, Host(host.place, name.place_text, host.basis))


def _is_proper(name: UnitName, core: Core) -> bool:
    """Whether the place is a part of a proper name: 常德卷烟厂, 江西丰泰公司工会, 石门一中."""
    if core.organ:
        return core.system in _PROPER and bool(name.head)
    return core.system in _PROPER or core.system == "union"


def _at_host(name: UnitName, host: Host) -> ResolvedUnit | None:
    if name.town and host.place.level != "county" and TOWN.fullmatch(name.town):
        return None
    return _unit(name, host)


def _bare(name: UnitName, host: Host) -> ResolvedUnit | None:
    core = name.core
    if name.town:
        return _at_host(name, host)
    if core is None:
        return None
    if core.organ or core.system == "adhoc":
        return _unit(name, host)
    # 机械厂工会 is as much a name of its own as 机械厂.
    owner_text = name.tail[: -len(core.ending)] if core.system == "union" else name.tail
    owner = read_core(owner_text, None) if core.system == "union" else core
    if owner is None or owner.system not in _PROPER:
        is_part = name.tail.endswith(_PARTS) or len(name.tail) - len(core.ending) < 2
        return None if is_part else _unit(name, host)
    if _NEEDS_PLACE.fullmatch(owner_text):
        return _unit(name, host)
    if len(owner_text) - len(owner.ending) < 2 and not owner.organ:
        return None
    if owner.system == "community" and host.place.level != "county":
        return None
    return ResolvedUnit(name.text, host.place.code, _key(host.place, core, ""), host.basis)


def _unit(name: UnitName, host: Host) -> ResolvedUnit:
    core = name.core
    tail = _ABBREVIATED.get(name.tail, name.tail)
    return ResolvedUnit(
        name=f"{name.head}{host.shown}{name.town}{tail}",
        division=host.place.code,
        key=_key(host.place, core, name.town),
        basis=host.basis,
    )


def _key(place: Place, core: Core | None, town: str) -> str | None:
    if core is None:
        return f"{place.code}:gov:{town}" if town else None
    level = place.suffix if core.takes_level and not town else ""
    return f"{place.code}:{core.system}:{town}{level}{core.name}"

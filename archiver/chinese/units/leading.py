"""The place at the start of a unit's name."""

import re
from dataclasses import dataclass

from archiver.chinese.places import Gazetteer, Match, Place
from archiver.chinese.units.cores import read_core
from archiver.chinese.units.words import word_list

TOWN = re.compile(
    r"(?!城镇|乡镇|村镇|各镇|各乡|全镇|全乡)"
    r"[一-龥]{1,7}?(?:街道办事处|街道办|街道|民族乡|苏木|镇|乡)(?!企业局|镇)"
)
_OF_TOWN = re.compile("(?:街道|民族乡|苏木|镇|乡)(?!企业局|镇)")
ZONE = re.compile(
    r"[一-龥]{0,10}?(?:经济技术开发区|高新技术产业开发区|经济开发区|经开区|高新区|开发区|管理区|旅游度假区|"
    r"度假区|工业园区|工业园|产业园区|产业园|示范区|新区|风景区|景区|园区|保税区|集中区)"
)
_WORDY = frozenset(word_list("wordy_places.txt")[0])


@dataclass(frozen=True, slots=True)
class LeadingPlace:
    """``text`` as printed, ``shown`` its innermost name, and the place it means.

    ``place`` is None when the name has several bearers and nothing near tells which; ``full`` is
    False for a short form (临澧).
    """

    text: str
    shown: str
    full: bool
    place: Place | None


def leading_place(text: str, places: Gazetteer, near: tuple[Place, ...]) -> LeadingPlace | None:
    """The place that ``text`` begins with; 湖南省常德市临澧县 is read as a chain.

    Each name of a chain lies within the one before. ``near`` (nearest first) decides between
    namesakes, and whether a short form is believed.
    """
    at = 0
    candidates: tuple[Place, ...] = ()
    last: Match | None = None
    while match := places.match(text, at):
        inside = match.places if last is None else _inside(match.places, candidates)
        rest = text[at + match.length :]
        if not inside or not (match.full or _may_be_short(match, inside, text[at:], places, near)):
            break
        candidates, last, at = inside, match, at + match.length
        if not rest:
            break
    if last is None:
        return None
    place = places.choose(candidates, near)
    if place and not last.full and not _believable(place, near):
        place = None
    return LeadingPlace(text[:at], text[at - last.length : at], last.full, place)


def _inside(places: tuple[Place, ...], outer: tuple[Place, ...]) -> tuple[Place, ...]:
    return tuple(p for p in places if any(p != o and p.within(o) for o in outer))


def _may_be_short(
    match: Match,
    meant: tuple[Place, ...],
    text: str,
    places: Gazetteer,
    near: tuple[Place, ...],
) -> bool:
    """Whether a short form stands for the place here: 临澧总工会 yes, 新华印刷厂 no.

    A known organ, a town, a zone or another place behind it will do; before a name of its own
    kind (石门一中) the place must be one of the host's prefecture.
    """
    rest = text[match.length :]
    if not rest:
        return False
    core = read_core(rest, None)
    if core and (core.organ or core.system == "adhoc"):
        return True
    if TOWN.match(rest) or ZONE.match(rest) or places.match(rest):
        return True
    place = places.choose(meant, near)
    if core is None or place is None or text[: match.length] in _WORDY:
        return False
    if _OF_TOWN.match(rest):  # 大田乡党委 in the county beside 大田县
        return False
    width = 4 if place.level == "county" else 2
    return any(place.code[:width] == known.code[:width] for known in near)


def _believable(place: Place, near: tuple[Place, ...]) -> bool:
    """A short form of a county is believed in its own province only, if that is known."""
    return place.level != "county" or not near or any(place.code[:2] == k.code[:2] for k in near)

"""Units and persons named in a text: in a list, glued together, behind what a person is."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from archiver.chinese.fold import fold
from archiver.chinese.units import is_person_name, is_unit_name, parse_contributors
from archiver.parsers.bulletin.names.groups import (
    are_clauses,
    is_class,
    is_group,
    is_team,
    is_workplace,
)
from archiver.parsers.bulletin.words import UNIT_ENDS
from archiver.records import Contributor, ContributorRole

_OCCUPATION: Final = re.compile(
    r"(?:离休|退休|离退休|青年|老)?(?:干部|参谋|干事|职工|工人|教师|学生|队员|党员|志愿者|代表|委员|农民|农民工|劳模|会员|律师|医生|记者|书记"
    r"|模范|标兵|能手|获得者|讲师|副?教授|研究员|教员"
    r"|[一-龥]{2}(?:(?<![教律讲])师|(?<![党队委会究教])员|(?<![职民])工|人))$"
)
HAN_WORD: Final = re.compile(r"[一-龥“”\"]{2,16}")
_HAN_NAME: Final = re.compile(r"[一-龥“”\"·]{2,16}")
SHORT_NAME: Final = re.compile("[一-龥]{2,3}")  # behind □ or a post, whatever the surname
_DESCRIBED: Final = re.compile(
    r"(?P<person>[一-龥·]{1,8}\s?[一-龥]{1,4})\s?\((?P<what>[一-龥“”]{2,16})\)"
)
LONGEST_NAME: Final = 4
_OFFICE: Final = "办公室"
_PAIR: Final = 2  # a unit and its person
OF_A_PLACE: Final = re.compile(
    "[一-龥]{2,3}(?:镇|乡|县|市|区|街道|社区|村)[一-龥]{2,8}(?<![来了的])$"
)
_RARE_ENDS: Final = "支关狱署间中业专高大"  # of units, and of persons too: 党总支, 三中; 李建中
CACHED: Final = 4096  # every line is asked several times what it is
SEPARATOR: Final = re.compile(r"[、,;/|]|\s+")
POST: Final = re.compile(
    r"(?:书记|县长|市长|区长|乡长|镇长|主席|副主席|主任|局长|部长|院长|校长|董事长|经理|科长|处长|所长|站长"
    r"|组长|队长|班长|厂长|会长|庭长|行长|馆长|秘书长|检察长)$"
)


@lru_cache(maxsize=CACHED)
def read_names(text: str, role: ContributorRole) -> tuple[Contributor, ...]:
    """Units and persons of a list without labels; empty when any part is neither."""
    words = [w for w in text.split() if not (POST.search(w) and len(w) <= 16)]
    if not words or not _may_be_name(words[-1]):
        return ()
    if len(words) > 1 and is_class(words[0]):  # 21级汽修1班 张三
        return read_persons(" ".join(words), role)
    found = parse_contributors(" ".join(words), role)
    if any(one.unit and one.person and are_clauses(one.unit, one.person) for one in found):
        return ()
    known = all(
        (one.unit is None or is_unit_name(one.unit))
        and (one.person is None or is_person_name(one.person) or SEPARATOR.search(one.text.strip()))
        for one in found
    )
    return found if known else ()


def read_as_names(text: str) -> tuple[Contributor, ...]:
    """Units and persons of a text that stands where only names stand; pen names too."""
    folded = fold(text).strip()
    return read_names(folded, "contributor") or read_persons(folded) or parse_contributors(folded)


def _may_be_name(text: str) -> bool:
    """A cheap look at the end of the last word, before names are taken apart."""
    last = SEPARATOR.split(text.rstrip(")"))[-1]
    return len(last) <= 4 or last[-1] in UNIT_ENDS or last[-1] in _RARE_ENDS or "·" in last


def read_signed(text: str) -> tuple[Contributor, ...]:
    """A name set apart at the end: units and persons, or what a person is and the person."""
    text = _without_colon(text)
    return read_names(text, "contributor") or read_persons(text)


def _without_colon(text: str) -> str:
    """县委宣传部:李明、王芳: behind its colon a unit's persons stand as behind a blank."""
    unit, colon, persons = text.partition(":")
    return f"{unit} {persons.strip()}" if colon and is_unit_name(unit) else text


def read_persons(text: str, role: ContributorRole = "contributor") -> tuple[Contributor, ...]:
    """A word before persons is a unit of an unknown kind, or what the person is (职工)."""
    words = _unpadded(text.split())
    if not 1 < len(words) < 5 or not all(map(_HAN_NAME.fullmatch, words[1:])):
        return ()
    if not (HAN_WORD.fullmatch(words[0]) or is_group(words[0])):
        return ()
    if len(words) > 2 and all(POST.search(w) or _OCCUPATION.search(w) for w in words[:-1]):
        words = words[-2:]  # 省劳动模范 东风厂铣工 张三
    if len(words) == 2 * _PAIR and (each := _each_with_person(words, role)):
        return each
    if len(words) == 2 and is_team(words[1]):  # 输电运检室 工会小组
        return (Contributor(text=text, role=role, unit="".join(words)),)
    # A name of another people (阿布都热合曼) is known by the unit before it.
    persons = [is_person_name(word) for word in words[1:]]
    known = is_unit_name(words[0]) or is_group(words[0]) or is_workplace(words[0])
    foreign = known and (len(words) == 2 or any(persons))
    foreign = foreign and not are_clauses(words[0], words[1])
    foreign = foreign and not any(len(w) > 8 or is_unit_name(w) for w in words[1:])
    if not foreign and not all(persons):
        return ()
    unit = _unit_of(words[0])
    first = Contributor(
        text=f"{unit} {words[1]}" if unit else words[1], role=role, unit=unit, person=words[1]
    )
    others = (Contributor(text=person, role=role, person=person) for person in words[2:])
    return (first, *others)


def _each_with_person(words: Sequence[str], role: ContributorRole) -> tuple[Contributor, ...]:
    """人教股 梁惠 办公室 黄文彬: units and persons by turns; empty when the words are not that."""
    pairs = list(zip(words[::_PAIR], words[1::_PAIR], strict=True))
    if not all(_is_office(unit) and is_person_name(person) for unit, person in pairs):
        return ()
    return tuple(
        Contributor(text=f"{unit} {person}", role=role, unit=unit, person=person)
        for unit, person in pairs
    )


def _is_office(word: str) -> bool:
    return word == _OFFICE or is_unit_name(word) or is_group(word)


def _unpadded(words: Sequence[str]) -> list[str]:
    """刘 娜 is one name, spaced out to the width of three characters."""
    out: list[str] = []
    half = False  # whether the last word is the first character of such a name
    for word in words:
        if half and len(word) == 1:
            out[-1] += word
            half = False
        else:
            out.append(word)
            half = len(word) == 1
    return out


def read_holder(text: str) -> tuple[Contributor, ...]:
    """驻村第一书记 陇贤军: behind a post stands a person, whatever the surname."""
    post, _, person = text.partition(" ")
    if not (POST.search(post) and HAN_WORD.fullmatch(post) and SHORT_NAME.fullmatch(person)):
        return ()
    return (Contributor(text=person, role="contributor", person=person),)


def read_described(text: str) -> tuple[Contributor, ...]:
    """陈绍文(离休干部), 张卫国(县总工会主席): a person and, in parentheses, what the person is."""
    found = _DESCRIBED.fullmatch(text)
    if found is None or not is_person_name(found["person"]):
        return ()
    what = found["what"]
    unit = POST.sub("", place_of(what))
    known = is_unit_name(unit)
    if not known and not POST.search(what) and not _OCCUPATION.search(what):
        return ()
    person = "".join(found["person"].split())
    return (
        Contributor(text=text, role="contributor", unit=unit if known else None, person=person),
    )


def read_titled(text: str, role: ContributorRole) -> tuple[Contributor, ...]:
    """防火参谋 余勇: what a person is and the person; other words may be those of a caption."""
    found = read_persons(text, role)
    return found if all(one.unit is None for one in found) else ()


def _unit_of(word: str) -> str | None:
    """双沟中学教师: the unit before what a person is there; a word that is neither is the unit."""
    if POST.search(word):
        return None
    if not _OCCUPATION.search(word):
        return word
    unit = place_of(word)
    return unit if is_unit_name(unit) else None


def place_of(word: str) -> str:
    """A word without what a person is there: of 工作队员 remains the 工作队."""
    if word.endswith(("队员", "组员")) and is_unit_name(word[:-1]):
        return word[:-1]
    return _OCCUPATION.sub("", word)


def read_glued(text: str) -> tuple[Contributor, ...]:
    """县妇联办公室张淑芳: a unit with its person behind it, without a blank."""
    if text == _OFFICE:  # of whoever edits
        return (Contributor(text=text, role="contributor", unit=text),)
    if not 4 <= len(text) <= 18 or not HAN_WORD.fullmatch(text):
        return ()
    for size in (3, 2):
        unit, person = text[:-size], text[-size:]
        known = unit[-1] in UNIT_ENDS and (unit == _OFFICE or is_unit_name(unit) or is_group(unit))
        if known and is_person_name(person):
            return (Contributor(text=text, role="contributor", unit=unit, person=person),)
    return ()


def read_as_group(text: str) -> tuple[Contributor, ...]:
    """冶炼车间, 高三(5)班: the whole text is a group of people, a class or where they work."""
    if not (is_group(text) or is_class(text) or is_workplace(text)):
        return ()
    return (Contributor(text=text, role="contributor", unit=text),)


def read_beside_known(text: str) -> tuple[Contributor, ...]:
    """(县总工会权益部、职工热线): in a list with a known unit what ends like one is one, too."""
    names = text.split("、") if "、" in text else []
    if not names or not all(HAN_WORD.fullmatch(name) and name[-1] in UNIT_ENDS for name in names):
        return ()
    if not is_unit_name(names[0]):
        return ()
    return tuple(Contributor(text=name, role="contributor", unit=name) for name in names)

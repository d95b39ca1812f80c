"""Where a unit's name is read: which place a level word or a bare name belongs to."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from archiver.chinese.fold import fold
from archiver.chinese.places import Gazetteer, Match, Place, gazetteer
from archiver.chinese.units.leading import TOWN
from archiver.chinese.units.names import UnitName, compact, read_name
from archiver.records import Basis

_SERIES_FOLLOWS = ("工会", "工运", "总工会", "“", '"', "政协", "政务", "人大", "职工", "市", "县")
_ABROAD = "赴到与和向学访邀迎往去抵晤"

_COURT: Final = re.compile("[一-龥]{2,12}?(?:法院|检察院)")


@dataclass(frozen=True, slots=True)
class UnitContext:
    """What is known around a printed unit, innermost first; all of it as printed.

    ``title`` of the article (with subtitle), ``editor`` and ``series`` of the issue, ``source`` of
    the page (used when there is no editor), ``site_division`` the six-digit code a site profile
    gives, ``site`` the names and addresses the site prints or its profile holds. ``hints`` are
    texts whose places are no host but tell namesakes apart (报:徐州市总工会). ``year`` chooses the
    code table and the names of organs; None reads with all tables.
    """

    title: str | None = None
    editor: str | None = None
    series: str | None = None
    source: str | None = None
    site: tuple[str, ...] = ()
    site_division: str | None = None
    hints: tuple[str, ...] = ()
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Host:
    """A place with the name it is shown by (恩施州 where the page says so) and its basis."""

    place: Place
    shown: str
    basis: Basis


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The context read: the hosts a name may belong to and the texts 本刊 may stand for.

    ``town`` is that of the issue's editor, which 镇纪委 and 街道工会 belong to; ``court`` is the
    editor where that is a court or those who prosecute, which 执行局 and 民一庭 belong to.
    """

    places: Gazetteer
    town: str
    court: str
    title: Host | None
    issue: Host | None
    site: Host | None
    hints: tuple[Place, ...]
    editor: str | None
    site_owner: str | None

    @property
    def hosts(self) -> Iterator[Host]:
        """Innermost first."""
        yield from (host for host in (self.title, self.issue, self.site) if host)

    @property
    def near(self) -> tuple[Place, ...]:
        """The places namesakes are decided by: those of the publisher before the title's."""
        hosts = (host.place for host in (self.issue, self.site, self.title) if host)
        return (*hosts, *self.hints)


@lru_cache(maxsize=4096)
def read_context(context: UnitContext) -> Surroundings:
    """The hosts of a context; all but the title's are those of all articles of a page."""
    if context.title:
        page = read_context(replace(context, title=None))
        outer = tuple(host.place for host in (page.issue, page.site) if host)
        return replace(page, title=_title(context.title, page.places, outer))
    places = gazetteer(context.year)
    hints = tuple(dict.fromkeys(_hints(context.hints, places)))
    site = _site(context, places, hints)
    issue = _issue(context, places, site, hints)
    if issue is None and _is_elsewhere(context.editor or context.source or "", places, hints):
        site = None
    return Surroundings(
        places=places,
        town=_town(context, places, hints),
        court=_court(context),
        title=None,
        issue=issue,
        site=site,
        hints=hints,
        editor=_first_unit(context.editor) or context.source,
        site_owner=context.site[0] if context.site else None,
    )


def at_level(place: Place, level: str, places: Gazetteer) -> Place | None:
    """The division that 市, 县 … means for somebody at ``place``, or None.

    For a county-level city 市 is the city itself, for a county or district its prefecture.
    """
    if level in ("省", "自治区"):
        province = places.parent(place, "province")
        return province if province and province.name.endswith(level) else None
    if place.level == "county" and place.name.endswith(level):
        return place
    if level in ("市", "州", "盟", "自治州"):
        prefecture = places.parent(place, "prefecture")
        return prefecture if prefecture and prefecture.name.endswith(level) else None
    if level == "区" and place.level == "province" and place.name.endswith("自治区"):
        return place
    return None


def _hints(texts: tuple[str, ...], places: Gazetteer) -> Iterator[Place]:
    for text in texts:
        for _, match in places.mentions(compact(text)):
            if len(match.places) == 1:
                yield match.places[0]


def _site(context: UnitContext, places: Gazetteer, near: tuple[Place, ...]) -> Host | None:
    if context.site_division:
        place = places.get(context.site_division) or gazetteer(None).get(context.site_division)
        if place:
            return Host(place, place.name, "site")
    for text in context.site:
        name = read_name(_no_label(text), places, near, context.year)
        host = _host(name, "site")
        if host and name.core is None and host.place.name.endswith("区"):
            # An address in a district is where the organs of the city sit too.
            seat = places.parent(host.place, "prefecture")
            host = Host(seat, seat.name, "site") if seat else None
        if host:
            return host
    return None


def _no_label(text: str) -> str:
    """主办:临澧县总工会 without its label."""
    return fold(text).rpartition(":")[2]


def _issue(
    context: UnitContext, places: Gazetteer, site: Host | None, hints: tuple[Place, ...]
) -> Host | None:
    """The publisher: where its editor, its series or the page's source belongs."""
    outer = (site.place,) if site else ()
    near = (*outer, *hints)
    names = [read_name(unit, places, near, context.year) for unit in _units_of(context.editor)]
    if host := next(filter(None, (_host(name, "issue") for name in names)), None):
        return host
    series = _series_place(context.series or "", places, near)
    source = _source(context, places, near)
    known = [*filter(None, (series, source and source.place)), *outer]
    for name in names:
        for place in known if name.level else ():
            if seat := at_level(place, name.level, places):
                return Host(seat, seat.name, "issue")
    if any(name.place_unknown for name in names):
        return None
    return Host(series, series.name, "issue") if series else source


def _town(context: UnitContext, places: Gazetteer, near: tuple[Place, ...]) -> str:
    """The town whose body edits the issue: 曹河镇 of 曹河镇党政办."""
    names = (read_name(unit, places, near, context.year) for unit in _units_of(context.editor))
    return next((name.town for name in names if TOWN.fullmatch(name.town)), "")


def _court(context: UnitContext) -> str:
    """馆陶县人民法院 of 馆陶县人民法院办公室, with its place."""
    found = (_COURT.match(compact(unit)) for unit in _units_of(context.editor))
    return next((court[0] for court in found if court), "")


def _source(context: UnitContext, places: Gazetteer, near: tuple[Place, ...]) -> Host | None:
    """A union or bureau the page came from; a newspaper (湖南日报) is no publisher of ours."""
    name = read_name(context.source or "", places, near, context.year)
    known = name.core is not None and name.core.system != "media"
    return _host(name, "issue") if known else None


def _is_elsewhere(editor: str, places: Gazetteer, near: tuple[Place, ...]) -> bool:
    """Whether an editor prints a place that cannot be told: the site's is not its own then."""
    return any(read_name(unit, places, near).place_unknown for unit in _units_of(editor))


def _units_of(editor: str | None) -> list[str]:
    """Several editors stand on one line, parted by 、 or blanks."""
    if not editor:
        return []
    parts = [p for p in fold(editor).replace("、", " ").replace(",", " ").split() if len(p) > 1]
    return [editor, *parts] if len(parts) > 1 else [editor]


def _first_unit(editor: str | None) -> str | None:
    units = _units_of(editor)
    return (units[1] if len(units) > 1 else units[0]) if units else None


def _host(name: UnitName, basis: Basis) -> Host | None:
    if name.place is None:
        return None
    shown = name.place.name if name.short or name.shown[-1] not in "省市县区州盟旗" else name.shown
    return Host(name.place, shown, basis)


def _series_place(series: str, places: Gazetteer, near: tuple[Place, ...]) -> Place | None:
    """常德“双联”简报, 桃源工运动态: the place a series is named after."""
    text = compact(series).lstrip("“\"'《")
    match = places.match(text)
    if match is None:
        return None
    place = places.choose(match.places, near)
    if place is None or match.full:
        return place
    if any(place.code[:4] == known.code[:4] for known in near):
        return place
    follows = text[match.length :].startswith(_SERIES_FOLLOWS)
    return place if follows and (not near or place.code[:2] == near[0].code[:2]) else None


def _title(title: str, places: Gazetteer, near: tuple[Place, ...]) -> Host | None:
    """The one place a title is about; none when it names several or speaks of 我县 besides.

    A place that somebody goes to or comes from (赴临澧县考察) is not what the title is about, nor
    one outside the publisher's prefecture.
    """
    text = compact(title)
    found: dict[str, Place] = {}
    for at, match in [*_lead(text, places), *places.mentions(text)]:
        place = places.choose(match.places, near)
        if place and not (at and text[at - 1] in _ABROAD):
            found[place.code] = place
    innermost = [
        p for p in found.values() if not any(o != p and o.within(p) for o in found.values())
    ]
    if len(innermost) != 1:
        return None
    place = innermost[0]
    if any(our + place.suffix in text for our in "我本全"):
        return None
    if near and not any(_related(place, known, places) for known in near):
        return None
    return Host(place, place.name, "title")


def _lead(title: str, places: Gazetteer) -> Iterator[tuple[int, Match]]:
    """临澧:扎实推进集体协商, 临澧工会…: a title may begin with the short form of its place."""
    match = places.match(title)
    if match and not match.full and title[match.length :].startswith((":", "工会", "总工会")):
        yield 0, match


def _related(place: Place, known: Place, places: Gazetteer) -> bool:
    prefecture = places.parent(known, "prefecture") or places.parent(known, "province")
    return prefecture is not None and (place.within(prefecture) or prefecture.within(place))

"""What the pages of a site say about it: owner, place, encoding, columns, hosts.

Nothing is guessed: what the pages do not print, or print in several ways, stays unknown and goes
to a person with what was seen.
"""

import codecs
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Literal

from archiver.chinese.fold import one_line
from archiver.chinese.places import Gazetteer, Place, gazetteer
from archiver.parsers.integrity.whereabouts import province_of_licence
from archiver.records import Link, SiteProfile
from spiders.survey.visits import Survey, Visit, host_of

Level = Literal["national", "province", "prefecture", "county", "township"]
Kind = Literal["union", "government", "party", "other"]
Subject = Literal["bulletins", "notices"]

_NEWEST = 9999
_ORGAN = re.compile(
    r"(?:总工会|工会(?:联合会|委员会)?|人民政府|政府|委员会|市委|县委|区委|省委|[局厅部署院会]|办公室|中心|集团|公司)$"
)
_AROUND = re.compile(
    r"^(?:欢迎(?:您)?(?:光临|访问|来到|登录)?|首页|主页|网站首页)|"
    r"(?:官方)?(?:政务|政府|公众|门户|信息)?(?:网站|网|信息网|公众网|门户)(?:首页|主页)?$|(?:首页|主页|欢迎您)$"
)
_SPLIT = re.compile(r"[-_|—–·»>、,，:：\s]+")
_TOWNSHIP = re.compile(r"[镇乡](?:人民政府|政府|总?工会|党委|委员会)|街道(?:办事处|总?工会|办)")
_NATIONAL = re.compile(r"^(?:中华人民共和国|中华全国|全国|国家|中国共产党中央|中共中央|国务院)")
_KINDS: tuple[tuple[Kind, str], ...] = (
    ("union", r"工会"),
    ("party", r"中共|中国共产党|[省市县区州]委(?:$|办|员会组织)|纪委|组织部|宣传部|统战部"),
    ("government", r"政府|[局厅]$|委员会$|办公室$|监督管理|人民法院|检察院"),
)
_BULLETIN = re.compile(
    r"简报|信息|动态|快报|简讯|快讯|通讯|专报|内参|要情|会刊|期刊|刊物|参阅|月报|周报"
)
_NOTICE = re.compile(r"通知|公告|公示|通告|通报|文件|公文")
_NUMBERED = re.compile(
    r"第\s*[\d〇○零一二三四五六七八九十百廿卅]{1,6}\s*期|[〔\[(]20\d\d[〕\])]\s*\d+\s*期|简报.{0,6}\d"
)
_COLUMN_LENGTH = 12
_MOST_COLUMNS = 8
_SHARE = 0.5


def worth_visiting(links: Iterable[Link], hosts: Iterable[str]) -> list[Link]:
    """Links whose names look like columns of bulletins or notices, the likeliest first."""
    allowed = set(hosts)
    scored: dict[str, tuple[int, Link]] = {}
    for link in links:
        name = one_line(link.title)
        score = 2 * bool(_BULLETIN.search(name)) + bool(_NOTICE.search(name))
        if score and len(name) <= _COLUMN_LENGTH and host_of(link.url or "") in allowed:
            score = score * 2 + (link.block == "navigation")
            if score > scored.get(name, (0, link))[0]:
                scored[name] = score, link
    found = sorted(scored.values(), key=lambda item: -item[0])
    return list({link.url: link for _, link in found}.values())[:_MOST_COLUMNS]


def subject(column: Visit) -> Subject | None:
    """What a column lists, by its entries first; None when it lists nothing of the kind."""
    titles = [link.title for link in column.entries]
    if not titles:
        return None
    numbered = sum(bool(_NUMBERED.search(title)) for title in titles)
    if numbered >= _SHARE * len(titles) or "简报" in column.name:
        return "bulletins"
    notices = sum(bool(_NOTICE.search(title)) for title in titles)
    if notices >= _SHARE * len(titles) or _NOTICE.search(column.name):
        return "notices"
    return "bulletins" if _BULLETIN.search(column.name) else None


def printed_names(survey: Survey) -> Counter[str]:
    """The names the pages print for the site's owner, with how often each is said."""
    names: Counter[str] = Counter()
    for page in survey.pages():
        for value in (page.site.owner, page.site.organiser):
            if value and _ORGAN.search(value):
                names[value] += 2
    for visit in survey.starts:
        if visit.page is not None and visit.page.title:
            names.update(set(_organs(visit.page.title)))
    return names


def _organs(title: str) -> Iterator[str]:
    """Names of bodies in a page's title: 欢迎访问某县总工会网站首页."""
    for part in _SPLIT.split(one_line(title)):
        name = part
        while (shorter := _AROUND.sub("", name)) != name:
            name = shorter
        if len(name) >= 4 and _ORGAN.search(name):
            yield name


def owner(survey: Survey) -> str | None:
    """The name most of the pages print; the longest of those said equally often."""
    names = printed_names(survey)
    return max(names, key=lambda name: (names[name], len(name), name), default=None)


def place_of(name: str, survey: Survey) -> tuple[Place | None, list[Place]]:
    """The place a name belongs to, and, when that is not certain, those it may be."""
    places = gazetteer(_NEWEST)
    found = _places(places, name)
    if not found:
        places = gazetteer(None)
        found = _places(places, name)
    if not found:
        return None, []
    near = [place for match in found[:-1] for place in match if len(match) == 1]
    for page in survey.pages():
        province = places.get(f"{province_of_licence(page.site.icp)}0000")
        near += [province] if province else []
        near += [p for m in _places(places, page.site.address or "") for p in m if len(m) == 1]
    chosen = places.choose(found[-1], near)
    return chosen, [] if chosen else list(found[-1])


def _places(places: Gazetteer, text: str) -> list[tuple[Place, ...]]:
    """What the place names in ``text`` may mean, outermost first."""
    found = [match.places for _, match in places.mentions(text)]
    if not found and (match := places.match(text)):
        found = [match.places]
    return found


def level_of(name: str, place: Place | None) -> Level | None:
    """The level of the body called ``name``."""
    if _NATIONAL.search(name):
        return "national"
    if _TOWNSHIP.search(name):
        return "township"
    return place.level if place else None


def kind_of(name: str) -> Kind:
    """What kind of body it is."""
    return next((kind for kind, words in _KINDS if re.search(words, name)), "other")


def encoding_of(survey: Survey) -> str | None:
    """The encoding that all pages came in; None when they differ."""
    found = {page.encoding for page in survey.pages()}
    return found.pop() if len(found) == 1 else None


def same_encoding(one: str, other: str) -> bool:
    """Whether two names mean one encoding; GB 2312 and GBK are read as GB 18030."""
    return _codec(one) == _codec(other)


def _codec(name: str) -> str:
    try:
        known = codecs.lookup(name).name
    except LookupError:
        return name.lower()
    return "gb18030" if known in ("gb2312", "gbk", "gb18030") else known


def related_hosts(profile: SiteProfile, survey: Survey) -> dict[str, str]:
    """Hosts of the site's domain that the profile leaves out, with the name of a link there."""
    domains = {host.removeprefix("www.") for host in profile.hosts}
    return {
        host: name
        for host, name in survey.linked_hosts().items()
        if host not in profile.hosts
        and any(host == domain or host.endswith(f".{domain}") for domain in domains)
    }

"""What the addresses of a page, its frames and scripts say about whether it is what it claims."""

import re
from typing import Final
from urllib.parse import SplitResult, urlsplit

from archiver.parsers.hrefs import THROWAWAY
from archiver.parsers.integrity.signs import Evidence, Signals
from archiver.records import SiteProfile

_HAN: Final = re.compile(r"[一-鿿]")
_FLATTENED: Final = re.compile(
    r"^/html/[^/]{6,160}\.(?:s?html?|aspx?|jsp|php)\.html$|^/html/[^/]{0,60}\.\.[^/]{4,80}\.html$"
    r"|^/html/[a-z]{4,20}[0-9a-f]{12,40}\.html$",
    re.I,
)
_PROVINCES: Final = (
    "11京 12津 13冀 14晋 15蒙 21辽 22吉 23黑 31沪 32苏 33浙 34皖 35闽 36赣 37鲁 41豫 42鄂 43湘 "
    "44粤 45桂 46琼 50渝 51川 51蜀 52黔 52贵 53云 53滇 54藏 61陕 62甘 62陇 63青 64宁 65新"
)
# Brands buy names of letters and digits by the hundred (tyc55667.com).
_NUMBERED_HOST: Final = re.compile(
    r"(?:^|\.)(?!\D{0,8}(?:12\d{3}|110|119|120|315|(?:19|20)\d\d)\D{0,4}\.)"  # years, services
    r"(?:(?:[a-z]{1,12}\d{4,8}[a-z]?|\d{2,8}[a-z]{1,8}\d{0,6}|\d[a-z]\d[a-z\d]{0,9}|\d{2,8}-?[a-z]\d{1,4})"
    r"\.(?:(?:com|net|org)\.)?[a-z]{2,8}|[a-z\d]{1,12}\d{2}[a-z\d]{0,6}\.(?!com|net|org|cn|gov|edu)[a-z]{2,6})$"
)
# Pages move to other public bodies, and columns hand on to papers and public accounts.
_PUBLIC_HOST: Final = re.compile(
    r"(?:^|\.)(?:(?:gov|edu|ac|mil)\.[a-z]{2,7}|mp\.weixin\.qq\.com|acftu\.org|workercn\.cn"
    r"|(?:people|xinhuanet|news|cctv)(?:\.com)?(?:\.cn)?)$"
)
# Counters, chats, maps, shares and libraries that pages of all sorts load.
_SERVICE: Final = re.compile(
    r"(?:^|\.)(?:cnzz|51|51\.la|51yes|baidu|bdstatic|bdimg|jiathis|bshare|qq|gtimg|weibo|sinajs|sina|163|126|360|so|sogou"
    r"|google|google-analytics|googletagmanager|googleapis|gstatic|doubleclick|microsoft|aliyun|alicdn|taobao|tanx|mmstat"
    r"|linezing|ajiang|tianqi|weather|tq121|conac|kefu|\w{0,4}53kf|\w{0,4}365webcall|54kefu|youku|tudou|ku6|58|39|1688|hc360|12377|12321|12388"
    r"|bootcss|staticfile|jsdelivr|cloudflare|unpkg|jquery|yunaq|anquan|knet|ynurl|yzimgs|hitux)"
    r"\.(?:com|cn|net|org|la|io|me|gov\.cn|com\.cn|org\.cn|net\.cn)$"
)
_OFFICIAL: Final = (".gov.cn", ".org.cn")
_NATIONAL: Final = (".cn", ".hk", ".mo", ".gov")
_THROWAWAY: Final = re.compile(rf"\.(?:{THROWAWAY})$")
_SHARED_ENDINGS: Final = frozenset(
    ("com", "org", "net", "gov", "edu", "ac", "mil", "co", "ne", "or", "go")
)


def host_of(url: str | None) -> str | None:
    """The host of an address; None when it has none or is malformed."""
    return _split(url or "").hostname


def is_abroad(host: str | None) -> bool:
    """Whether ``host`` is of no public body, paper or service that public bodies use."""
    return bool(host) and not _PUBLIC_HOST.search(host or "") and not _SERVICE.search(host or "")


def is_throwaway(host: str) -> bool:
    """Whether a host ends as those do that nobody keeps for long."""
    return _THROWAWAY.search(host) is not None


def has_brand_name(host: str) -> bool:
    """Whether a host has a name as those who are banned time and again buy them."""
    named = _NUMBERED_HOST.search(host) or _THROWAWAY.search(host)
    return named is not None and not _SERVICE.search(host)


def registered(host: str) -> str:
    """The part of ``host`` that somebody registered."""
    labels = host.split(".")
    return ".".join(labels[-3 if _SHARED_ENDINGS.issuperset(labels[-2:-1]) else -2 :])


def is_national(host: str) -> bool:
    """Whether ``host`` ends as those of bodies do, and of no company abroad."""
    return host.endswith(_NATIONAL)


def is_same_site(one: str | None, other: str | None) -> bool:
    """Whether one body registered both hosts: www, m and every department of a county."""
    return one is not None and other is not None and registered(one) == registered(other)


def is_official(evidence: Evidence) -> bool:
    """Whether the address is one that public bodies use, or the page was asked of one of them."""
    host = host_of(evidence.url) or ""
    return evidence.site is not None or host.endswith(_OFFICIAL)


def judge_address(evidence: Evidence, signals: Signals) -> None:
    """Redirects, frames and scripts that lead abroad; a host or a path that is not the site's."""
    away = evidence.redirects
    if not evidence.cloaked:
        away = [t for t in away if not _PUBLIC_HOST.search(host_of(t) or "")]
    if away:
        sure = evidence.cloaked or has_brand_name(host_of(away[0]) or "")
        signals.add(5 if sure else 4, "H11", "script", away[0])
    if loaded := next(iter(evidence.loaded), None):
        signals.add(5 if is_throwaway(host_of(loaded) or "") else 4, "H11", "script", loaded)
    if not evidence.url:
        _judge_icp(evidence, signals)
        return
    parts = _split(evidence.url)
    host = (parts.hostname or "").lower()
    official = host.endswith(_OFFICIAL)
    known = _is_known(host, evidence.site)
    flattened = bool(_FLATTENED.match(parts.path)) and not official and known is not True
    if flattened:
        signals.add(3, "H4", "url", evidence.url, hard=False)
    if known is False:
        signals.add(3, "H5", "url", host, hard=False)
    elif known is None and not official and (signals.hardest or flattened):
        claims = [*evidence.owners.values(), *evidence.public_bodies, evidence.title or ""]
        if any(re.search("人民政府|总工会", claim) for claim in claims):
            signals.add(3, "H5", "url", host, hard=False)
    if "lailu=" in parts.query:
        signals.add(3, "H13", "url", evidence.url, hard=False)
    _judge_icp(evidence, signals)


def _split(url: str) -> SplitResult:
    """The parts of an address; none when it is malformed."""
    try:
        return urlsplit(url)
    except ValueError:
        return urlsplit("")


def _judge_icp(evidence: Evidence, signals: Signals) -> None:
    """The registration names the province; another one than the site's is a sign."""
    site, icp = evidence.site, evidence.icp
    if not site or not site.division or not icp:
        return
    names = {entry[2:] for entry in _PROVINCES.split() if entry[:2] == site.division[:2]}
    if names and _HAN.match(icp) and icp[0] not in names:
        signals.add(2, "H12", "icp", icp, hard=False)


def province_of_licence(icp: str | None) -> str | None:
    """The first two digits of the province an ICP licence was given in (湘ICP备… is 43)."""
    known = {entry[2:]: entry[:2] for entry in _PROVINCES.split()}
    return known.get(icp[:1]) if icp else None


def _is_known(host: str, site: SiteProfile | None) -> bool | None:
    if site is None or not site.hosts:
        return None
    return any(host == h or host.endswith("." + h) for h in site.hosts)

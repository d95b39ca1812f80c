"""Whether a page is what it claims to be: signs of hijacked, mirrored and spam pages.

Abandoned union and county sites are taken over by gambling promotion: the owner in the footer is
replaced, titles and keywords are rewritten, link lists are hidden, whole sites are copied under
flattened paths. Each sign gives points; nothing is dropped, the sum names a status.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import SplitResult, urlsplit

from archiver.chinese.fold import fold
from archiver.parsers.lines import Line
from archiver.parsers.trades import (
    brand_in_text,
    brands,
    doubts,
    has_brand,
    poison,
    quote,
    wares,
)
from archiver.records import Finding, Integrity, IntegrityStatus, SiteProfile

SUSPECT, HIJACKED = 3, 5
_LONGEST_QUOTE = 80
_UNNAMED, _NAMED = 12, 20  # characters for each brand in a text; where the title has one too
_INTACT = 120  # Han characters of prose that show a text is still there

_PUBLIC = re.compile(r"人民政府|总工会|工会|县委|市委|区委|政府|委员会|管理局|办公室|[县市区省]")
_HAN = re.compile(r"[一-鿿]")
_LATIN_ONLY = re.compile(r"^[A-Za-z0-9][A-Za-z0-9 ._@-]{2,40}$")
_LATIN_BRAND = re.compile(r"^(?=.{0,40}\d)(?=.{0,40}[A-Za-z])[A-Za-z0-9 ]{4,24}$")
_HOST = re.compile(r"^(?:www\.)?[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,4}$", re.I)
_PINYIN = re.compile(r"([一-鿿])\([a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜɑ]{1,6}\)")
_ORNAMENT = re.compile("[一-鿿][✿ღ❀❁❃❋✾\U0001f300-\U0001faff]{1,8}[一-鿿★✿]")
_ORNAMENT_SIGN = re.compile("[✿ღ❀❁❃❋✾\U0001f300-\U0001faff]")
_FLATTENED = re.compile(
    r"^/html/[^/]{6,160}\.(?:s?html?|aspx?|jsp|php)\.html$|^/html/[^/]{0,60}\.\.[^/]{4,80}\.html$"
    r"|^/html/[a-z]{4,20}[0-9a-f]{12,40}\.html$",
    re.I,
)
_PROVINCES = (
    "11京 12津 13冀 14晋 15蒙 21辽 22吉 23黑 31沪 32苏 33浙 34皖 35闽 36赣 37鲁 41豫 42鄂 43湘 "
    "44粤 45桂 46琼 50渝 51川 51蜀 52黔 52贵 53云 53滇 54藏 61陕 62甘 62陇 63青 64宁 65新"
)
_SENTENCE = re.compile("[一-鿿，,、：:“”]{15}.{0,80}[。!?]")
_MANY_LINKS = 3
_FOR_SALE = re.compile(
    r"域名.{0,6}(?:出售|转让|停放|已?[过到]期)|domain .{0,12}for sale|buy this domain"
    r"|domain.{0,12}parked",
    re.IGNORECASE,
)
# Brands buy names of letters and digits by the hundred (tyc55667.com).
_NUMBERED_HOST = re.compile(r"(?:[a-z0-9-]+\.)*?(?:[a-z]{1,8}\d{3,8}|\d{3,8}[a-z]{1,8})\.[a-z.]+$")
# Pages move to other public bodies, and columns hand on to papers and public accounts.
_PUBLIC_HOST = re.compile(
    r"(?:^|\.)(?:(?:gov|edu|ac|mil)\.cn|mp\.weixin\.qq\.com|acftu\.org|workercn\.cn"
    r"|(?:people|xinhuanet|news|cctv)(?:\.com)?(?:\.cn)?)$"
)
_MOBILE = re.compile(r"^(?:www|m|wap|3g|mobile)\.")
_BODY_RULES = frozenset(("H3", "H6", "H7", "H8"))


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a page shows, sorted by place; everything is text as printed.

    ``owners`` maps a footer label (版权所有, 主办 …) to its value; ``public_bodies`` are address,
    producer and other site fields; ``anchors`` the visible link texts that may be of the trade, of
    ``links`` in all, and ``offsite_hosts`` the foreign hosts that hidden or footer links lead to;
    ``redirects`` targets of meta refreshes and scripts that leave the site, ``cloaked`` when only
    for those whom a search engine sends.
    """

    title: str | None = None
    headline: str | None = None
    meta: Sequence[str] = ()
    owners: Mapping[str, str] = field(default_factory=dict)
    public_bodies: Sequence[str] = ()
    anchors: Sequence[str] = ()
    links: int = 0
    hidden: Sequence[str] = ()
    offsite_hosts: Sequence[str] = ()
    redirects: Sequence[str] = ()
    cloaked: bool = False
    content: Sequence[Line] = ()
    icp: str | None = None
    url: str | None = None
    site: SiteProfile | None = None


def is_brand(text: str) -> bool:
    """True when a value names a gambling brand and no organisation."""
    bare = fold(text).strip()
    if poison(bare):
        return True
    return bool(_LATIN_BRAND.match(bare)) and not _HOST.match(bare)


def judge(evidence: Evidence) -> Integrity:
    """Status, score and findings of one page."""
    signals = _Signals()
    _judge_chrome(evidence, signals)
    _judge_body(evidence, signals)
    _judge_address(evidence, signals)
    if not signals.score:
        return Integrity()
    intact = _is_intact(evidence.content)
    score = max(signals.score - 2, signals.hardest) if intact else signals.score
    status = _status(score, signals, evidence, intact)
    return Integrity(status=status, score=score, findings=tuple(signals.findings))


@dataclass(slots=True)
class _Signals:
    """Points found so far; ``hardest`` is the strongest that an intact body does not soften."""

    score: int = 0
    hardest: int = 0
    findings: list[Finding] = field(default_factory=list)

    def add(self, points: int, rule: str, where: str, text: str, *, hard: bool = True) -> None:
        self.score += points
        if hard:
            self.hardest = max(self.hardest, points)
        self.findings.append(Finding(rule=rule, where=where, text=text.strip()[:_LONGEST_QUOTE]))


def _judge_chrome(evidence: Evidence, signals: _Signals) -> None:
    owners = [(label, fold(value).strip()) for label, value in evidence.owners.items() if value]
    public = any(_PUBLIC.search(body) for body in evidence.public_bodies)
    poisoned = [value for _, value in owners if poison(value)]
    latin = [value for _, value in owners if _LATIN_ONLY.match(value) and not _HOST.match(value)]
    if poisoned:
        signals.add(5, "H1", "owner", poisoned[0])
    if latin and public:
        signals.add(4, "H1", "owner", latin[0])
    titles = [t for t in (evidence.title, evidence.headline) if t]
    if found := next((t for t in titles if poison(fold(t), reported=True)), None):
        signals.add(5, "H2", "title", found)
    elif found := next((t for t in titles if doubts(fold(t)) >= 2), None):
        signals.add(2, "H2", "title", found)
    if found := next((m for m in evidence.meta if poison(fold(m), reported=True)), None):
        signals.add(5, "H10", "meta", found)
    elif found := next((m for m in evidence.meta if doubts(fold(m)) >= 3), None):
        signals.add(2, "H10", "meta", found)
    _judge_anchors(evidence.anchors, signals)
    if found := next((h for h in evidence.hidden if poison(fold(h[:20000]))), None):
        signals.add(5, "H9", "hidden", quote(found))
    elif found := next((h for h in evidence.hidden if doubts(fold(h[:20000])) >= 2), None):
        signals.add(3, "H9", "hidden", quote(found))
    hosts = sorted(set(evidence.offsite_hosts))
    offered = wares(fold("\n".join(evidence.hidden)[:20000])) if len(hosts) > 1 else set()
    if len(offered) > 1:
        signals.add(5, "H9", "hidden", " ".join(sorted(offered)))
    if found := next((t for t in titles if _FOR_SALE.search(fold(t))), None):
        signals.add(5, "H12", "title", found)
    # Menus of partner sites are hidden too: foreign hosts only add to another sign.
    if len(hosts) >= 5 and signals.score:
        signals.add(3, "H9", "hidden", " ".join(hosts))


def _judge_anchors(anchors: Sequence[str], signals: _Signals) -> None:
    """One link to a brand is a sign; words of the trade are news until they come in numbers."""
    found = [a for a in anchors if poison(fold(a), reported=True)]
    brands = [a for a in found if has_brand(fold(a))]
    if not brands and len(found) < _MANY_LINKS:
        return
    signals.add(3, "H9", "anchor", (brands or found)[0])
    if len(found) >= _MANY_LINKS:
        signals.add(3, "H9", "anchor", f"{len(found)} links of the trade")


def _judge_body(evidence: Evidence, signals: _Signals) -> None:
    text = "\n".join(line.folded for line in evidence.content)
    poisoned: list[str] = []
    if has_brand(text):
        found = (brand_in_text(line.folded) for line in evidence.content)
        poisoned = [brand for brand in found if brand]
    pinyin = {m[0] for m in _PINYIN.finditer(text)} if "(" in text else set()
    ornaments = [m[0] for m in _ORNAMENT.finditer(text)] if _ORNAMENT_SIGN.search(text) else []
    if len(poisoned) >= 2:
        signals.add(5, "H3", "content", poisoned[0])
    elif poisoned:
        signals.add(3, "H3", "content", poisoned[0])
    if len(pinyin) >= 3:
        signals.add(5, "H6", "content", " ".join(sorted(pinyin)[:5]))
    if len(ornaments) >= 3:
        signals.add(5, "H7", "content", " ".join(ornaments[:5]))


def _judge_address(evidence: Evidence, signals: _Signals) -> None:
    away = [t for t in evidence.redirects if not _is_same_site(t, evidence.url)]
    if not evidence.cloaked:
        away = [t for t in away if not _PUBLIC_HOST.search(_split(t).hostname or "")]
    if away:
        sure = evidence.cloaked or _NUMBERED_HOST.match(_split(away[0]).hostname or "")
        signals.add(5 if sure else 4, "H11", "script", away[0])
    if not evidence.url:
        _judge_icp(evidence, signals)
        return
    parts = _split(evidence.url)
    host = (parts.hostname or "").lower()
    official = host.endswith((".gov.cn", ".org.cn"))
    known = _is_known(host, evidence.site)
    if _FLATTENED.match(parts.path) and not official and known is not True:
        signals.add(3, "H4", "url", evidence.url, hard=False)
    if known is False:
        signals.add(3, "H5", "url", host, hard=False)
    elif known is None and not official and signals.score:
        claims = [*evidence.owners.values(), *evidence.public_bodies, evidence.title or ""]
        if any(re.search("人民政府|总工会", claim) for claim in claims):
            signals.add(3, "H5", "url", host, hard=False)
    if "lailu=" in parts.query:
        signals.add(3, "H13", "url", evidence.url, hard=False)
    _judge_icp(evidence, signals)


def _is_same_site(target: str, url: str | None) -> bool:
    """A redirect within the site, to its mobile pages for instance."""
    there, here = (_MOBILE.sub("", _split(u).hostname or "") for u in (target, url or ""))
    return not there or there == here


def _split(url: str) -> SplitResult:
    """The parts of an address; none when it is malformed."""
    try:
        return urlsplit(url)
    except ValueError:
        return urlsplit("")


def _judge_icp(evidence: Evidence, signals: _Signals) -> None:
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


def _status(score: int, signals: _Signals, evidence: Evidence, intact: bool) -> IntegrityStatus:
    if score < SUSPECT:
        return "clean"
    if not intact and _is_spam(evidence, signals):
        return "spam"
    if score < HIJACKED:
        return "suspect"
    body = any(finding.rule in _BODY_RULES for finding in signals.findings)
    return "hijacked_content" if body else "hijacked_chrome"


def _is_intact(content: Sequence[Line]) -> bool:
    """Enough Chinese prose without a brand in it."""
    han = 0
    for line in content:
        if brand_in_text(line.folded):
            return False
        if han < _INTACT and len(line.folded) >= 30:
            han += len(_HAN.findall(line.folded))
    return han >= _INTACT


def _is_spam(evidence: Evidence, signals: _Signals) -> bool:
    """A domain for sale, a farm of links, or brands all over and hardly a line without them."""
    rules = {finding.rule for finding in signals.findings if finding.where == "title"}
    if "H12" in rules or _is_link_farm(evidence):
        return True
    hits = sum(brands(line.folded) for line in evidence.content)
    text = sum(len(line.folded) for line in evidence.content)
    return hits >= 3 and hits * (_NAMED if "H2" in rules else _UNNAMED) >= text


def _is_link_farm(evidence: Evidence) -> bool:
    """No sentence of a text, and most links are of the trade."""
    if any(_SENTENCE.search(line.folded) for line in evidence.content):
        return False
    found = sum(1 for a in evidence.anchors if poison(fold(a)))
    return found >= 5 and found * 2 >= evidence.links

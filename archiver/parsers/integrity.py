"""Whether a page is what it claims to be: signs of hijacked, mirrored and spam pages.

Abandoned union and county sites are taken over by gambling promotion: the owner in the footer is
replaced, titles and keywords are rewritten, link lists are hidden, whole sites are copied under
flattened paths. Each sign gives points; nothing is dropped, the sum names a status.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import SplitResult, urlsplit

from archiver.chinese.fold import fold
from archiver.parsers.lines import Line
from archiver.records import Finding, Integrity, IntegrityStatus, SiteProfile

SUSPECT, HIJACKED = 3, 5
_LONGEST_QUOTE = 80
_INTACT = 120  # Han characters of prose that show a text is still there

# Names of gambling brands; no public body, firm or sentence of a bulletin carries them by chance.
_BRAND = re.compile(
    r"bet\s?365|365\s?bet|beat\s?365|365体育|manbetx|万博体育|全讯网|全讯官网|至尊全讯|新葡京"
    r"|葡京(?:赌场|娱乐)|太阳城(?:集团|娱乐|官网)|申博(?:太阳城|娱乐|官网)|皇冠(?:体育|现金|投注|博彩)"
    r"|亚博(?:体育|娱乐|官网|国际|集团|app|在线|竞技)|开云体育|乐鱼(?:体育|官网|app|娱乐)|威尼斯人"
    r"|银河(?:国际)?娱乐|永利(?:皇宫|娱乐|博)|金沙(?:国际)?(?:娱乐|赌场)|ag(?:真人|亚游)|pg电子"
    r"|必威体育|betway|伟德(?:国际|体育)|明升(?:体育|m88)|韦德(?:国际|体育)|188bet|金宝博|fun88"
    r"|澳门(?:金沙|银河|永利|葡京|威尼斯|美高梅)|华体会|米兰体育|爱游戏体育|凯发(?:娱乐|k8|官网)"
    r"|尊龙(?:凯时|娱乐)|利来(?:国际|w66)|1xbet|dafabet|大发(?:娱乐|体育|彩票)|凯捷体育娱乐"
    r"|(?<![a-z])(?:yabo|leyu|kaiyun|xpj|amjs|wnsr|bwin)(?:\d{2,4}|vip|app|sports?)"
    r"|(?<![a-z])(?:[a-z]{0,8}bet\d{2,4}|\d{2,4}bet)(?![a-z])",
    re.I,
)
# Every brand holds one of these; a search for plain words is many times faster than for forms, and
# one search through many lines than one in each.
_BRAND_STEMS = (
    "bet|365|全讯|葡京|太阳城|申博|皇冠|亚博|开云|乐鱼|威尼斯|银河|永利|金沙|ag真人|ag亚游|pg电子|必威|伟德|明升|韦德"
    "|金宝博|fun88|澳门|华体会|米兰体育|爱游戏|凯发|尊龙|利来|大发|凯捷|万博|至尊"
    "|yabo|leyu|kaiyun|xpj|amjs|wnsr|bwin"
)
_BRAND_STEM = re.compile(_BRAND_STEMS)
# The trade's own words; a text may also speak of them, so they count outside the body only.
_TRADE = re.compile(
    r"百家乐|时时彩|六合彩|老虎机|真人视讯|真人娱乐|娱乐城|(?<!兑)现金网(?!点)|(?:送|领|赠)\d{0,6}元?彩金"
    r"|高返水|返水\d|北京赛车|棋牌(?:下载|官网|游戏平台)|注册送(?!达|审|交)|(?:澳门|网上|真人|在线)?赌场"
    r"|(?:体育|外围|线上|在线|电竞)投注|网上赌|博彩(?:公司|网|平台|导航|官网)|娱乐平台官"
    r"|彩票(?:平台|投注|计划|app)",
    re.I,
)
_TRADE_STEMS = (
    "百家乐|时时彩|六合彩|老虎机|真人|娱乐城|现金网|彩金|返水|北京赛车|棋牌|注册送|赌|投注|博彩"
    "|娱乐平台|彩票"
)
_TRADE_STEM = re.compile(_TRADE_STEMS)
_STEM = re.compile(f"{_BRAND_STEMS}|{_TRADE_STEMS}")
_WEAK = re.compile(
    r"澳门|博彩|彩票|投注|赌博|体育官网|app下载|娱乐官网|官方网站入口|私服|成人|开户|下注|赔率|棋牌",
    re.I,
)
_INNOCENT = re.compile(
    r"打击|查处|整治|禁赌|反赌|涉赌|抓赌|拒赌|戒赌|赌博案|赌博罪|取缔|防范|警惕|严禁|远离|拒绝|破获|诈骗"
    r"|违法|犯罪|公安|民警|警方|法院|检察|判处|专项|纪委|检查|福利彩票|体育彩票|福彩|体彩|公益金|彩票管理"
    r"|彩票中心|澳门回归|港澳|特别行政区|澳门特区|gov\.mo|博彩监察协调局|App安全"
)
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
# Brands buy names of letters and digits by the hundred (tyc55667.com).
_NUMBERED_HOST = re.compile(r"(?:[a-z0-9-]+\.)*?(?:[a-z]{1,8}\d{3,8}|\d{3,8}[a-z]{1,8})\.[a-z.]+$")
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


def may_be_poisoned(texts: Iterable[str]) -> bool:
    """False when surely none of the folded texts holds a brand or a word of the trade."""
    return _STEM.search("\n".join(texts).lower()) is not None


def is_poisoned(folded: str) -> bool:
    """True when a brand or a word of the trade stands in folded text, and no report of a case."""
    return _strong(folded, reported=True) is not None


def is_brand(text: str) -> bool:
    """True when a value names a gambling brand and no organisation."""
    bare = fold(text).strip()
    if _strong(bare):
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
    poisoned = [value for _, value in owners if _strong(value)]
    latin = [value for _, value in owners if _LATIN_ONLY.match(value) and not _HOST.match(value)]
    if poisoned:
        signals.add(5, "H1", "owner", poisoned[0])
    if latin and public:
        signals.add(4, "H1", "owner", latin[0])
    titles = [t for t in (evidence.title, evidence.headline) if t]
    if found := next((t for t in titles if _strong(fold(t), reported=True)), None):
        signals.add(5, "H2", "title", found)
    elif found := next((t for t in titles if _weak(fold(t)) >= 2), None):
        signals.add(2, "H2", "title", found)
    if found := next((m for m in evidence.meta if _strong(fold(m), reported=True)), None):
        signals.add(5, "H10", "meta", found)
    elif found := next((m for m in evidence.meta if _weak(fold(m)) >= 3), None):
        signals.add(2, "H10", "meta", found)
    _judge_anchors(evidence.anchors, signals)
    if found := next((h for h in evidence.hidden if _strong(fold(h[:20000]))), None):
        signals.add(5, "H9", "hidden", _quote(found))
    elif found := next((h for h in evidence.hidden if _weak(fold(h[:20000])) >= 2), None):
        signals.add(3, "H9", "hidden", _quote(found))
    hosts = sorted(set(evidence.offsite_hosts))
    # Menus of partner sites are hidden too: foreign hosts only add to another sign.
    if len(hosts) >= 5 and signals.score:
        signals.add(3, "H9", "hidden", " ".join(hosts))


def _judge_anchors(anchors: Sequence[str], signals: _Signals) -> None:
    """One link to a brand is a sign; words of the trade are news until they come in numbers."""
    found = [a for a in anchors if _strong(fold(a), reported=True)]
    brands = [a for a in found if _BRAND.search(fold(a))]
    if not brands and len(found) < _MANY_LINKS:
        return
    signals.add(3, "H9", "anchor", (brands or found)[0])
    if len(found) >= _MANY_LINKS:
        signals.add(3, "H9", "anchor", f"{len(found)} links of the trade")


def _judge_body(evidence: Evidence, signals: _Signals) -> None:
    text = "\n".join(line.folded for line in evidence.content)
    poisoned: list[str] = []
    if _BRAND_STEM.search(text.lower()):
        found = (_poisoned_text(line.folded) for line in evidence.content)
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
    if not intact and (_is_mostly_spam(evidence.content) or _is_link_farm(evidence)):
        return "spam"
    if score < HIJACKED:
        return "suspect"
    body = any(finding.rule in _BODY_RULES for finding in signals.findings)
    return "hijacked_content" if body else "hijacked_chrome"


def _is_intact(content: Sequence[Line]) -> bool:
    """Enough Chinese prose without a brand in it."""
    han = 0
    for line in content:
        if _poisoned_text(line.folded):
            return False
        if han < _INTACT and len(line.folded) >= 30:
            han += len(_HAN.findall(line.folded))
    return han >= _INTACT


def _is_mostly_spam(content: Sequence[Line]) -> bool:
    """Brands all over and hardly a line of text free of them."""
    hits = sum(
        len(_BRAND.findall(line.folded)) + len(_TRADE.findall(line.folded)) for line in content
    )
    text = sum(len(line.folded) for line in content)
    return hits >= 3 and hits * 12 >= text


def _is_link_farm(evidence: Evidence) -> bool:
    """No sentence of a text, and most links are of the trade."""
    if any(_SENTENCE.search(line.folded) for line in evidence.content):
        return False
    found = sum(1 for a in evidence.anchors if _strong(fold(a)))
    return found >= 5 and found * 2 >= evidence.links


def _strong(text: str, *, reported: bool = False) -> str | None:
    """The first brand or word of the trade in folded ``text``.

    In ``reported`` text (titles, links: news may speak of a case) a context of prosecution excuses
    both; elsewhere it excuses the words of the trade only.
    """
    brand = _brand(text)
    if brand and not (reported and _is_innocent(text, brand)):
        return brand[0]
    trade = _TRADE.search(text) if _TRADE_STEM.search(text) else None
    return trade[0] if trade and not _is_innocent(text, trade) else None


def _brand(text: str) -> re.Match[str] | None:
    return _BRAND.search(text) if _BRAND_STEM.search(text.lower()) else None


def _is_innocent(text: str, found: re.Match[str]) -> bool:
    around = text[max(0, found.start() - 60) : found.end() + 60]
    return _INNOCENT.search(around) is not None


def _poisoned_text(text: str) -> str | None:
    """A brand in running text that does not report on a case."""
    found = _brand(text)
    return found[0] if found and not _is_innocent(text, found) else None


def _weak(text: str) -> int:
    """How many different doubtful words stand in ``text``; none when the context is innocent."""
    if _INNOCENT.search(text):
        return 0
    return len({m[0].lower() for m in _WEAK.finditer(text)})


def _quote(text: str) -> str:
    folded = fold(text)
    found = _BRAND.search(folded) or _TRADE.search(folded) or _WEAK.search(folded)
    return found[0] if found else text

"""Whether a page is what it claims to be: signs of hijacked, mirrored and spam pages.

Abandoned union and county sites are taken over by gambling promotion: the owner in the footer is
replaced, titles and keywords are rewritten, link lists are hidden, whole sites are copied under
flattened paths. Each sign gives points; nothing is dropped, the sum names a status.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from archiver.chinese.fold import fold
from archiver.parsers.integrity.advertisers import is_called_as_bodies
from archiver.parsers.integrity.body import judge_body, offers, tells_a_bodys_story
from archiver.parsers.integrity.foreign import lures_in
from archiver.parsers.integrity.heads import judge_head
from archiver.parsers.integrity.signs import Evidence, Signals
from archiver.parsers.integrity.stuffing import is_unheard
from archiver.parsers.integrity.trades import (
    HOST,
    brand_in_text,
    brands,
    doubts,
    games_in,
    has_brand,
    is_brand,
    is_report,
    may_hold,
    poison,
    quote,
)
from archiver.parsers.integrity.wares import OFFER_STEMS, is_offer, wares
from archiver.parsers.integrity.whereabouts import (
    has_brand_name,
    is_abroad,
    is_national,
    judge_address,
    registered,
)
from archiver.parsers.lines import Line
from archiver.records import Integrity, IntegrityStatus

SUSPECT, HIJACKED = 3, 5
_UNNAMED, _NAMED = 12, 20  # characters for each brand in a text; where the title has one too
_INTACT: Final = 120  # Han characters of prose that show a text is still there

_PUBLIC: Final = re.compile(
    r"人民政府|总工会|工会|县委|市委|区委|政府|委员会|管理局|办公室|[县市区省]"
)
_UNION_OR_STATE: Final = re.compile("人民政府|工会|县委|市委|区委")
_IN_ENGLISH: Final = re.compile(
    "people.s government|trade unions?\\b|federation of|municipal|bureau of", re.IGNORECASE
)
_HAN: Final = re.compile(r"[一-鿿]")
_LATIN_ONLY: Final = re.compile(r"^[A-Za-z0-9][A-Za-z0-9 ._@-]{2,40}$")
# Letters and Han in one short name, or a name that ends like no body's or firm's.
_UNLIKE_A_BODY: Final = re.compile(
    r"^(?-i:[一-鿿]){1,5}[A-Za-z\d]{1,8}$|^(?-i:[一-鿿]){1,5}[A-Za-z]{2,8}\d{2,6}(?-i:[一-鿿]){1,4}$|^(?=.{0,12}[a-z])(?!cctv|btv).{3,14}(?:体育|电竞)$|^[A-Za-z\d]{1,8}(?-i:[一-鿿]){1,3}(?<![网站部会报])$"
    r"|^澳门(?-i:[一-鿿]){2,4}$|^.{2,10}(?:平台|彩票|娱乐|国际|棋牌|电竞|官网|app)$",
    re.I,
)
_FIRM: Final = re.compile("公司|中心|集团|协会|[局委会院校]$")
_PAIRS: Final = 3
_SENTENCE: Final = re.compile("[一-鿿，,、：:“”]{15}.{0,80}[。!?]")
_MANY_LINKS: Final = 3
_MANY_NAMED: Final = 2  # hidden hosts with names of brands
_LONGEST: Final = 20_000  # characters of a hidden text that are looked through
_MANY_HOSTS: Final = 4
_TRANSLATED: Final = 3  # words of a name in Latin letters: a public body in translation
_BODY_RULES: Final = frozenset(("H3", "H6", "H7"))


def judge(evidence: Evidence) -> Integrity:
    """Status, score and findings of one page."""
    signals = Signals()
    _judge_chrome(evidence, signals)
    judge_body(evidence, signals)
    judge_address(evidence, signals)
    if not signals.score:
        return Integrity()
    intact = not signals.told("H12", "title") and _is_intact(evidence.content)
    score = max(signals.score - 2, signals.hardest) if intact else signals.score
    status = _status(score, signals, evidence, intact)
    return Integrity(status=status, score=score, findings=tuple(signals.findings))


def _judge_chrome(evidence: Evidence, signals: Signals) -> None:
    _judge_owners(evidence, signals)
    judge_head(evidence, signals)
    _judge_anchors(evidence, signals)
    unseen = evidence.unseen
    if found := next((h for h in unseen.texts if poison(fold(h[:_LONGEST]))), None):
        signals.add(5, "H9", "hidden", quote(found))
    elif unseen.offers:
        signals.add(5, "H9", "hidden", " ".join(unseen.offers))
    elif found := next((h for h in unseen.texts if doubts(fold(h[:_LONGEST])) >= 2), None):
        signals.add(3, "H9", "hidden", quote(found))
    if found := next((a for a in evidence.alts if brands(fold(a[:_LONGEST])) > 1), None):
        signals.add(4, "H9", "picture", found)
    hosts = sorted(set(unseen.hosts))
    offered = wares(fold("\n".join(unseen.texts)[:_LONGEST])) if len(hosts) > 1 else set()
    if len(offered) > 1:
        signals.add(5, "H9", "hidden", " ".join(sorted(offered)))
    named = [host for host in hosts if is_abroad(host) and has_brand_name(host)]
    if len(named) >= _MANY_NAMED and len(named) * 2 >= len(hosts):
        signals.add(5, "H9", "hidden", " ".join(named))
    if len(unseen.nobodies) >= _MANY_LINKS and not signals.found("hidden"):
        signals.add(3, "H9", "hidden", " ".join(unseen.nobodies))
    # Menus of partner sites are hidden too: hosts of public bodies only add to another sign.
    if len(hosts) >= _MANY_HOSTS and (signals.score or _are_nobodys(hosts)):
        signals.add(3, "H9", "hidden", " ".join(hosts))


def _judge_owners(evidence: Evidence, signals: Signals) -> None:
    owners = [(label, fold(value).strip()) for label, value in evidence.owners.items() if value]
    poisoned = [value for _, value in owners if poison(value)] + list(evidence.footer)
    latin = [value for _, value in owners if _LATIN_ONLY.match(value) and not HOST.match(value)]
    latin = [value for value in latin if len(value.split()) < _TRANSLATED]
    if poisoned:
        signals.add(5, "H1", "owner", poisoned[0])
    unlike = [value for _, value in owners if _UNLIKE_A_BODY.search(value)]
    unlike += [value for _, value in owners if _sounds_foreign(value, evidence)]
    odd = latin or ([] if poisoned else unlike)
    if evidence.owning_host:
        signals.add(4, "H1", "owner", evidence.owning_host)
    elif odd and _is_of_a_body(evidence, odd[0]):
        signals.add(4, "H1", "owner", odd[0])
        if odd[0] in unlike and odd[0] in fold(evidence.title or ""):
            signals.add(4, "H2", "title", evidence.title or "")


def _is_of_a_body(evidence: Evidence, owner: str) -> bool:
    """Whether the head or the footer names a body; where the owner advertises, any line may."""
    if any(map(_PUBLIC.search, (*evidence.public_bodies, *evidence.claims()))):
        return True
    printed = evidence.printed if lures_in(owner) else ()
    return any(_UNION_OR_STATE.search(line.folded) for line in printed)


def _sounds_foreign(owner: str, evidence: Evidence) -> bool:
    """Whether an owner has no word of a body, or those of an advertisement, and is unknown here."""
    claims = "".join((*evidence.claims(), evidence.headline or ""))
    if not lures_in(owner) or is_report(owner):
        if is_called_as_bodies(owner) or not _UNION_OR_STATE.search(claims):
            return False
    elif _FIRM.search(owner):
        return False
    if len(_HAN.findall(owner)) < _PAIRS:
        return False
    known = claims + "".join(line.folded for line in evidence.content)
    return is_unheard(owner.lower(), known.lower())


def _are_nobodys(hosts: Sequence[str]) -> bool:
    """Whether many hosts are of different owners, and few of public bodies as in a menu."""
    abroad = [host for host in hosts if is_abroad(host)]
    owners = {registered(host) for host in abroad if not is_national(host)}
    return len(owners) >= _MANY_HOSTS and len(hosts) - len(abroad) <= len(abroad) // 4


def _judge_anchors(evidence: Evidence, signals: Signals) -> None:
    """One link to a brand is a sign; words of the trade are news until they come in numbers."""
    links = evidence.links
    found = [a for a in links.traded if poison(fold(a), reported=True)]
    brands = [a for a in found if has_brand(fold(a))]
    abroad, games = _offered(tuple(links.abroad))
    if brands or len(found) >= _MANY_LINKS:
        signals.add(3, "H9", "anchor", (brands or found)[0])
    elif abroad:
        signals.add(3, "H9", "anchor", abroad)
    elif len(links.foreign) > 1:
        signals.add(3, "H9", "anchor", " ".join(links.foreign))
    elif games:
        signals.add(3, "H9", "anchor", games)
    sold = {brand_in_text(fold(a)) for a in brands if a in links.abroad} - {None}
    if len(found) >= _MANY_LINKS or len(sold) > 1:
        points = 5 if len(sold) > 1 else 3  # one friend may be called so; two are sold
        signals.add(points, "H9", "anchor", f"{len(found)} links of the trade")
    if rows := links.trailing or _sold_rows(evidence):
        signals.add(5 if any(map(_sells, rows)) else 3, "H9", "anchor", " ".join(rows))
    elif len(links.branded) >= _MANY_LINKS:
        signals.add(3, "H9", "anchor", " ".join(links.branded))
    if planted := next(filter(_sells, links.wedged), None):
        signals.add(5, "H3", "content", planted)
    elif len(links.wedged) > 1:
        signals.add(3, "H9", "anchor", " ".join(links.wedged))


@lru_cache(maxsize=256)  # the pages of a site have the same friends
def _offered(links: tuple[str, ...]) -> tuple[str | None, str | None]:
    """The first of the links to strangers that offers something, and the games several do."""
    folded = [fold(link) for link in links]
    offer = next(filter(is_offer, folded), None) if may_hold(folded, OFFER_STEMS) else None
    games = games_in(" ".join(folded))
    return offer, " ".join(sorted(games)) if len(games) > 1 else None


def _sells(link: str) -> bool:
    return is_offer(fold(link), quacks=True) or bool(lures_in(fold(link)))


def _sold_rows(evidence: Evidence) -> Sequence[str]:
    """A row of links to strangers on the page of a body."""
    told = (*evidence.claims(), *evidence.owners.values())
    return evidence.links.rows if any(map(_UNION_OR_STATE.search, told)) else ()


def _status(score: int, signals: Signals, evidence: Evidence, intact: bool) -> IntegrityStatus:
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


def _is_spam(evidence: Evidence, signals: Signals) -> bool:
    """A domain for sale, a trade's page of no owner, a farm of links, or brands all over."""
    rules = {finding.rule for finding in signals.findings if finding.where == "title"}
    if signals.told("H12", "title") or _is_link_farm(evidence):
        return True
    if tells_a_bodys_story(evidence):
        return False
    if rules and all(map(is_brand, evidence.owners.values())) and _only_sells(evidence, signals):
        return True
    hits = sum(brands(line.folded) for line in evidence.content)
    text = sum(len(line.folded) for line in evidence.content)
    return hits >= 3 and hits * (_NAMED if "H2" in rules else _UNNAMED) >= text


def _only_sells(evidence: Evidence, signals: Signals) -> bool:
    """Whether the page names no public body, and its headline or every second line offers."""
    if any(_UNION_OR_STATE.search(line.folded) for line in evidence.printed):
        return False
    if any(_IN_ENGLISH.search(line.folded) for line in evidence.printed):
        return False
    body = any(finding.rule in _BODY_RULES for finding in signals.findings)
    if not body or evidence.owners or is_offer(fold(evidence.headline or "")):
        return True  # whose owners, if it names any, are brands
    return offers(evidence.content) * 2 >= len(evidence.content)


def _is_link_farm(evidence: Evidence) -> bool:
    """No sentence of a text, and most links are of the trade."""
    if any(_SENTENCE.search(line.folded) for line in evidence.content):
        return False
    found = sum(1 for a in evidence.links.traded if poison(fold(a)))
    return found >= 5 and found * 2 >= evidence.links.count

"""What the head of a page says: its titles, keywords and description, against what is printed.

Search engines read the head, readers the page. So who takes over a page for the engines' sake
changes the head, and what it then says of a trade is nowhere on the page.
"""

import re
from typing import Final

from archiver.chinese.fold import fold
from archiver.parsers.integrity.foreign import lures, lures_of_part
from archiver.parsers.integrity.signs import Evidence, Signals
from archiver.parsers.integrity.stuffing import stuffed
from archiver.parsers.integrity.takeover import is_foreign, is_portal, is_taken_over
from archiver.parsers.integrity.trades import (
    brands,
    doubtful,
    doubts,
    has_brand,
    is_brand,
    is_called_as_brands,
    is_report,
    may_hold,
    poison,
    trade_in_text,
    words_of_trade,
)
from archiver.parsers.integrity.wares import OFFER_STEMS, crimes, wares

_LURES: Final = 2
_PLACE: Final = 2  # characters of the name of a county, at least
_BODY: Final = re.compile("人民政府|工会|委员会|[县市区]委")
_LONGEST: Final = 2_000  # characters; an open tag may make a page its title
_COPIED: Final = 20  # characters: a description that begins like the text is a copy of it


def judge_head(evidence: Evidence, signals: Signals) -> None:
    """Signs in titles and meta tags."""
    titles = [t for t in (evidence.title, evidence.headline, *evidence.titles) if t]
    folded = [fold(title[:_LONGEST]) for title in titles]
    meta = [fold(m[:_LONGEST]) for m in evidence.meta]
    if may_hold(folded + meta, OFFER_STEMS):
        _judge_titles(folded, evidence, signals)
        _judge_meta(meta, evidence, signals)
    _judge_lures(folded, meta, evidence, signals)
    whole = " ".join(folded)
    if found := next((t for t in folded if is_taken_over(t, evidence)), None):
        signals.add(5, "H12", "title", found)
    elif is_portal(whole, evidence) or is_foreign(whole, evidence):
        signals.add(5, "H12", "title", whole)


def _judge_lures(folded: list[str], meta: list[str], evidence: Evidence, signals: Signals) -> None:
    """Words of advertisement that the page, or the text below the headline, never prints."""
    words = lures(folded[0], evidence.printed) if evidence.title else set()
    if words and not signals.found("title"):
        signals.add(5 if len(words) >= _LURES else 4, "H10", "title", evidence.title or "")
    headline = evidence.headline or ""
    for title in () if signals.found("title") else (evidence.title, *evidence.titles):
        points = _stuffing(title or "", evidence)
        if points:
            signals.add(points, "H10", "title", title or "")
            break
    if not signals.found("title") and lures_of_part(fold(headline), evidence.content):
        signals.add(5, "H2", "title", headline)
    for text in () if signals.found("meta") else meta:
        words = lures(_of_others(text, evidence), evidence.printed, _LURES + 1)
        if len(words) > _LURES:
            signals.add(5 if len(words) > 2 * _LURES else 4, "H10", "meta", text)
            break


def _of_others(keywords: str, evidence: Evidence) -> str:
    """Keywords without those that begin with the owner's place, as counties praise themselves."""
    bodies = [fold(name) for name in evidence.owners.values() if _BODY.search(name)]
    places = tuple(name[:_PLACE] for name in bodies if not is_brand(name))
    if not places:
        return keywords
    return ",".join(part for part in keywords.split(",") if not part.startswith(places))


def _stuffing(title: str, evidence: Evidence) -> int:
    """Points for names in a title that nothing printed speaks of."""
    if not title:
        return 0
    headline = fold(evidence.headline or "")
    return stuffed(fold(title[:_LONGEST]), headline, evidence.printed, encoded=evidence.encoded)


def _judge_titles(folded: list[str], evidence: Evidence, signals: Signals) -> None:
    traded = [t for t in folded if poison(t, reported=True)]
    told = _told(evidence) if traded else set()
    strange = (t for t in traded if not (_is_topic(t, evidence) or _repeats(t, told)))
    if found := next(strange, None):
        signals.add(5, "H2", "title", found)
    elif traded:
        signals.add(2, "H2", "title", traded[0], hard=False)
    elif found := next((t for t in folded if is_called_as_brands(t)), None):
        signals.add(5, "H2", "title", found)
    elif found := next((t for t in folded if _is_planted(t, evidence)), None):
        signals.add(5, "H10", "title", found)
    elif found := next((t for t in folded if doubts(t) >= 2), None):
        signals.add(4 if _unprinted(doubtful(found), evidence) else 2, "H2", "title", found)


def _judge_meta(meta: list[str], evidence: Evidence, signals: Signals) -> None:
    poisoned = [m for m in meta if poison(m, reported=True)]
    told = _told(evidence) if poisoned else set()
    traded = [
        m
        for m in poisoned
        if not (_is_copied(m, evidence) or _is_topic(m, evidence) or _repeats(m, told))
    ]
    planted = [m for m in meta if len(_unprinted(crimes(m), evidence)) > 1]
    if found := next(iter(traded + planted), None):
        signals.add(5, "H10", "meta", found)
    elif found := next((m for m in meta if doubts(m) >= 3), None):
        signals.add(2, "H10", "meta", found)


def _is_topic(text: str, evidence: Evidence) -> bool:
    """Whether a head only repeats a word of the trade that the headline of an owned page has.

    News may be about it; whether it is an advertisement the text tells.
    """
    headline = fold(evidence.headline or "")
    if not evidence.owners or has_brand(text) or brands(text) > brands(headline) + 1:
        return False
    return (poison(text, reported=True) or "") in headline


def _told(evidence: Evidence) -> set[str]:
    """The words of the trade that the text prints, where it tells of them as of a case."""
    if any(trade_in_text(line.folded) for line in evidence.content):
        return set()
    return words_of_trade("\n".join(line.folded for line in evidence.content))


def _repeats(head: str, told: set[str]) -> bool:
    """Whether a head names no brand, and of the trade nothing but what the text tells."""
    return bool(told) and words_of_trade(head) <= told and not has_brand(head)


def _is_planted(title: str, evidence: Evidence) -> bool:
    """Whether a title sells what the page does not speak of, or the page is nobody's."""
    forbidden = crimes(title)
    if forbidden and (
        all(map(is_brand, evidence.owners.values())) or _unprinted(forbidden, evidence)
    ):
        return True
    if is_report(title):
        return False
    unprinted = _unprinted(wares(title), evidence)
    return len(unprinted) > 1 or (bool(unprinted) and _is_elsewhere(title, evidence))


def _is_elsewhere(title: str, evidence: Evidence) -> bool:
    """Whether a title has not two characters in common with the headline or the owners."""
    known = fold("".join((evidence.headline or "", *evidence.owners.values())))
    pairs = (title[n : n + 2] for n in range(len(title) - 1))
    return bool(evidence.owners) and not any(pair in known for pair in pairs)


def _unprinted(words: set[str], evidence: Evidence) -> set[str]:
    """Those of ``words`` that no line of the page prints."""
    if not words:
        return words
    printed = "\n".join(line.folded for line in evidence.printed).lower()
    return {word for word in words if word not in printed}


def _is_copied(meta: str, evidence: Evidence) -> bool:
    """Whether a description is the beginning of the text; the text is judged by itself."""
    begin = "".join(meta.split())[:_COPIED]
    text = "".join("".join(line.folded for line in evidence.content).split())
    return len(begin) == _COPIED and begin in text

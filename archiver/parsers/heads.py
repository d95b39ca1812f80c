"""What the head of a page says: its titles, keywords and description, against what is printed.

Search engines read the head, readers the page. So who takes over a page for the engines' sake
changes the head, and what it then says of a trade is nowhere on the page.
"""

import re
from typing import Final

from archiver.chinese.fold import fold
from archiver.parsers.foreign import lures
from archiver.parsers.signs import Evidence, Signals
from archiver.parsers.trades import brands, doubtful, doubts, has_brand, is_report, poison
from archiver.parsers.wares import crimes, is_stall, may_be_offer, wares

_FOR_SALE: Final = re.compile(
    r"域名.{0,6}(?:出售|转让|停[放靠]|已?[过到]期)|domain .{0,12}for sale|buy this domain"
    r"|domain.{0,12}parked|[a-z\d-]\.[a-z.]{2,8} (?:is|may be) for sale",
    re.IGNORECASE,
)
_SOLD: Final = re.compile(r"域名\s?.{0,30}(?:出售|转让|停靠|交易)")
_DEFACED: Final = re.compile(
    r"(?:hacked|h4cked|defaced|owned|pwned) by|[本此贵]站已?被黑|黑客.{0,3}(?:入侵|到此一游)",
    re.IGNORECASE,
)
_FEW, _NOTICE = 40, 400  # lines and characters: more than those who take over a domain say of it
_LURES: Final = 2
_LONGEST: Final = 2_000  # characters; an open tag may make a page its title
_COPIED: Final = 20  # characters: a description that begins like the text is a copy of it


def judge_head(evidence: Evidence, signals: Signals) -> None:
    """Signs in titles and meta tags."""
    titles = [t for t in (evidence.title, evidence.headline, *evidence.titles) if t]
    folded = [fold(title[:_LONGEST]) for title in titles]
    meta = [fold(m[:_LONGEST]) for m in evidence.meta]
    if may_be_offer(folded + meta):
        _judge_titles(folded, evidence, signals)
        _judge_meta(meta, evidence, signals)
    words = lures(folded[0], evidence.printed) if evidence.title else set()
    if words and not signals.found("title"):
        signals.add(5 if len(words) >= _LURES else 4, "H10", "title", evidence.title or "")
    if not signals.found("meta"):
        planted = (m for m in meta if len(lures(m, evidence.printed, _LURES + 1)) > _LURES)
        if found := next(planted, None):
            signals.add(4, "H10", "meta", found)
    if found := next((t for t in folded if _is_taken_over(t, evidence)), None):
        signals.add(5, "H12", "title", found)


def _judge_titles(folded: list[str], evidence: Evidence, signals: Signals) -> None:
    traded = [t for t in folded if poison(t, reported=True)]
    if found := next((t for t in traded if not _is_topic(t, evidence)), None):
        signals.add(5, "H2", "title", found)
    elif traded:
        signals.add(2, "H2", "title", traded[0], hard=False)
    elif found := next((t for t in folded if _is_planted(t, evidence)), None):
        signals.add(5, "H10", "title", found)
    elif found := next((t for t in folded if doubts(t) >= 2), None):
        signals.add(4 if _unprinted(doubtful(found), evidence) else 2, "H2", "title", found)


def _judge_meta(meta: list[str], evidence: Evidence, signals: Signals) -> None:
    traded = [
        m
        for m in meta
        if poison(m, reported=True) and not _is_copied(m, evidence) and not _is_topic(m, evidence)
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


def _is_planted(title: str, evidence: Evidence) -> bool:
    """Whether a title sells what the page does not speak of, or the page is nobody's."""
    forbidden = crimes(title)
    if forbidden and (not evidence.owners or _unprinted(forbidden, evidence)):
        return True
    return not is_report(title) and len(_unprinted(wares(title), evidence)) > 1


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


def _is_taken_over(title: str, evidence: Evidence) -> bool:
    """A domain for sale, the boast of who broke in, a portal: in the title, or all there is."""
    if _FOR_SALE.search(title) or _DEFACED.match(title):
        return True
    if evidence.owners or len(evidence.printed) > _FEW:
        return False
    if sum(len(line.folded) for line in evidence.printed) > _NOTICE:
        return False
    printed = "\n".join(line.folded for line in evidence.printed)
    if is_stall(printed) and not is_report(printed):
        return True
    return bool(_SOLD.search(printed) or _FOR_SALE.search(printed) or _DEFACED.search(printed))

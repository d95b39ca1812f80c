"""The links of a page that bear on whether it was tampered with: those seen, those hidden."""

import re
from collections.abc import Sequence
from typing import Final

from archiver.chinese.fold import fold
from archiver.parsers.hrefs import absolute
from archiver.parsers.integrity.foreign import lures_in
from archiver.parsers.integrity.outbound import (
    behind_the_footer,
    in_other_letters_than,
    is_in_other_letters,
    nobodies,
    rows_of_strangers,
    strange_among,
    to_brands,
    to_strangers,
    wedged,
)
from archiver.parsers.integrity.signs import Links, Unseen
from archiver.parsers.integrity.trades import games_in, is_poisoned, may_hold
from archiver.parsers.integrity.wares import OFFER_STEMS, is_offer
from archiver.parsers.integrity.whereabouts import host_of, is_national, is_same_site, registered
from archiver.parsers.lines import Anchor, Line
from archiver.parsers.markup.html import Image, Markup
from archiver.parsers.markup.strip import strip_tags

_OF_A_BODY: Final = re.compile(
    ".{2,20}(?:总工会|工会|人民政府|政府|政协|人大|[党县市区省]委|[局厅]|委员会|大学|协会)(?:网|网站|门户网站)?"
)
_COMMENTS: Final = 20
_LONGEST: Final = 20_000  # characters of a comment
# What links to browsers and players say.
_OF_PROGRAMS: Final = frozenset(("download", "free", "online", "game", "games", "best"))


def linked(markup: Markup, content: Sequence[Line], url: str | None) -> tuple[Links, Unseen]:
    """The links that are seen, and what is not."""
    inside = {line.number for line in content}
    anchored = [line for line in markup.lines if line.anchors]
    beside = [line for line in anchored if line.number not in inside]
    suspected = beside if may_hold(line.folded for line in beside) else []
    suspected = [line for line in suspected if may_hold((line.folded,))]
    strange = to_strangers(anchored, url)
    links = Links(
        count=sum(len(line.anchors) for line in beside),
        traded=[
            *(anchor.text for line in suspected for anchor in line.anchors),
            *_planted(content, url),
        ],
        abroad=[anchor.text for anchor, _ in strange],
        foreign=in_other_letters_than(markup.lines, strange) if url else (),
        wedged=wedged(content, url),
        trailing=behind_the_footer(markup.lines, url),
        rows=rows_of_strangers(beside, url),
        branded=to_brands([*strange, *_pictured(markup.images, url)]) if url else (),
    )
    return links, _unseen(markup, suspected, url)


def _unseen(markup: Markup, suspected: Sequence[Line], url: str | None) -> Unseen:
    """What is hidden or faint; ``suspected`` are lines with links that may be of the trade."""
    faint = [markup.lines[n] for n in sorted(markup.faint)]
    pale = [line for line in faint if line.anchors]
    faint = faint if may_hold(line.folded for line in faint) else []
    faint = [line for line in faint if is_poisoned(line.folded)]
    of_the_trade = [line for line in suspected if is_poisoned(line.folded)]
    strange = to_strangers((*markup.hidden, *pale), url)
    return Unseen(
        texts=[*(line.text for line in (*markup.hidden, *faint)), *_in_comments(markup)],
        offers=_hidden_offers([*strange, *strange_among(markup.written, url)], url),
        nobodies=nobodies(strange) if url else (),
        hosts=sorted(_foreign_hosts((*markup.hidden, *pale, *of_the_trade), url)),
    )


def _in_comments(markup: Markup) -> list[str]:
    """What comments with links say: who broke in leaves them where engines look."""
    links = (comment[:_LONGEST] for comment in markup.commented[:_COMMENTS])
    return [strip_tags(link) for link in links]


def _planted(content: Sequence[Line], url: str | None) -> list[str]:
    """Links within the text that lead abroad and name the trade."""
    linked = [line for line in content if line.anchors]
    if not may_hold(line.folded for line in linked):
        return []
    return [
        anchor.text
        for line in linked
        if _foreign_hosts((line,), url)
        for anchor in line.anchors
        if is_poisoned(fold(anchor.text))
    ]


def _hidden_offers(strange: Sequence[tuple[Anchor, str]], url: str | None) -> list[str]:
    """Links to strangers that nobody sees, and that nobody here could read or may offer."""
    texts = [anchor.text for anchor, _ in strange]
    offers = [text for text in texts if is_offer(fold(text))] if _may_offer(texts) else []
    if len(games_in(fold(" ".join(texts)))) > 1:
        offers = texts
    if url is None:
        return offers
    offers += [
        a.text for a, host in strange if is_in_other_letters(a.text) and not is_national(host)
    ]
    english = {registered(h): a.text for a, h in strange if a.text.isascii() and " " in a.text}
    if len(english) > 1 and any(lures_in(text) - _OF_PROGRAMS for text in english.values()):
        offers += english.values()
    return offers


def _may_offer(texts: Sequence[str]) -> bool:
    return bool(texts) and may_hold(map(fold, texts), OFFER_STEMS)


def _pictured(images: Sequence[Image], url: str | None) -> list[tuple[Anchor, str]]:
    """The links to strangers that pictures are."""
    links = [Anchor(i.href, i.alt or i.src) for i in images if "//" in i.href]
    return strange_among(links, url) if links else []


def _foreign_hosts(lines: Sequence[Line], url: str | None) -> set[str]:
    anchors = [a for line in lines for a in line.anchors if "//" in a.href]
    links = {a.href for a in anchors if _OF_A_BODY.fullmatch(a.text) is None}
    hosts = {host for href in links if (host := host_of(absolute(href, url)))}
    return {host for host in hosts if not is_same_site(host, host_of(url))}

"""Links that lead abroad from where no site puts them: a sentence's middle, below the footer.

Who sells links puts them where he can write: into the text, as words of it, or behind the last line
of the page. What the links are called does not matter.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final

from archiver.parsers.integrity.foreign import words_in_other_letters
from archiver.parsers.integrity.whereabouts import (
    has_brand_name,
    host_of,
    is_abroad,
    is_national,
    is_same_site,
    registered,
)
from archiver.parsers.lines import Anchor, Line

_FOOTER: Final = re.compile(r"版权|主办|备案|ICP|Copyright|©|技术支持", re.IGNORECASE)
_LAST: Final = 12  # lines: behind a footer there is nothing, or what does not belong there
_HAN: Final = re.compile("[一-鿿]")
_OWNED: Final = re.compile(
    r"(?:版权所有|版权|主办单位|主办|copyright|©)[\s:©\d@-]{0,14}((?:[a-z\d-]{1,40}\.){1,3}[a-z]{2,6})(?![\w@])",
    re.IGNORECASE,
)
_WORD: Final = 12  # characters of a link that is a word of a sentence
_FIRST: Final = 3  # lines: friends of a site stand at its end
_HOSTS: Final = 3
_MOST: Final = 1_000  # links whose hosts are looked at: no page has more friends
_KANA: Final = re.compile("[ァ-ヺ]{3,}")
_LANGUAGE: Final = re.compile(
    "русский(?: язык)?|рус|монгол|қазақша|한국어|한글|조선[어문말]|日本語|にほんご|ภาษาไทย|ไทย"
    "|tiếng việt|việt nam"
)
_FIRM: Final = re.compile("^.{4,30}(?:公司|集团|厂|酒店|医院|学校|学院)$")
# Papers, bodies and sponsors are friends of a site, and their links do stand below its footer.
_FRIEND: Final = re.compile(
    "(?:(?<!官方)(?<!官)网|报|社|(?<!平)台|在线|工会|政府|[局委厅部院办]|中心|协会|联合会|大学|银行|农商行|信用社|保险|旅游|景区|电信|移动|联通|电力|烟草|浏览器|播放器|阅读器)(?:网站)?$"
)


def leads_abroad(href: str, url: str | None) -> bool:
    """Whether an address is on a host of neither the site nor a public body."""
    return _stranger(href, host_of(url)) is not None


def _stranger(href: str, own: str | None) -> str | None:
    """The host of an address, if it is neither the site's own nor a public body's."""
    host = _abroad(href) if "//" in href else None
    return None if is_same_site(host, own) else host


@lru_cache(maxsize=1024)  # the pages of a site have the same friends
def _abroad(href: str) -> str | None:
    host = host_of(href)
    return host if is_abroad(host) else None


def to_strangers(lines: Iterable[Line], url: str | None) -> list[tuple[Anchor, str]]:
    """The links to hosts of neither the site nor a public body, with those hosts."""
    anchors = [anchor for line in lines for anchor in line.anchors if "//" in anchor.href]
    return strange_among(anchors[:_MOST], url) if anchors else []


def strange_among(anchors: Iterable[Anchor], url: str | None) -> list[tuple[Anchor, str]]:
    """Those of ``anchors`` that lead to such hosts, with the hosts."""
    own = host_of(url)
    return [(anchor, host) for anchor in anchors if (host := _stranger(anchor.href, own))]


def in_other_letters_than(
    lines: Sequence[Line], strange: Sequence[tuple[Anchor, str]]
) -> list[str]:
    """The links abroad in letters that nothing else on the page is written in; one a stranger."""
    found = {
        registered(host): anchor.text
        for anchor, host in strange
        if not is_national(host) and is_in_other_letters(anchor.text)
    }
    if not found:
        return []
    printed = words_in_other_letters("\n".join(line.text for line in lines))
    linked = words_in_other_letters("\n".join(anchor.text for anchor, _ in strange))
    return list(found.values()) if printed <= linked else []


@lru_cache(maxsize=1024)
def is_in_other_letters(text: str) -> bool:
    """Whether a link is in letters that Chinese pages seldom print, and no name of a language."""
    if text.isascii() or (_HAN.search(text) and _KANA.search(text) is None):
        return False
    return words_in_other_letters(text) > 0 and _LANGUAGE.fullmatch(text.lower().strip()) is None


def nobodies(strange: Sequence[tuple[Anchor, str]]) -> list[str]:
    """One link for each stranger that is called as no body, paper, bank or firm is."""
    found = {
        registered(host): anchor.text
        for anchor, host in strange
        if not is_national(host) and _HAN.search(anchor.text)
        if not _FRIEND.search(anchor.text.strip()) and not _FIRM.search(anchor.text.strip())
    }
    return list(found.values())


def wedged(content: Sequence[Line], url: str | None) -> list[str]:
    """The links abroad that stand between two words of a sentence, one for each stranger."""
    own = host_of(url)
    found = {
        registered(host): anchor.text
        for line in content
        if line.anchors and sum(len(a.text) for a in line.anchors) * 2 < len(line.text)
        for anchor in line.anchors
        if "//" in anchor.href and _is_between(anchor.text, line.text)
        if (host := _stranger(anchor.href, own))
    }
    return list(found.values())


def _is_between(word: str, text: str) -> bool:
    if not 1 < len(word) <= _WORD or not _HAN.search(word):
        return False
    at = text.find(word)
    around = text[max(0, at - 1) : at], text[at + len(word) : at + len(word) + 1]
    return at > 0 and all(map(_HAN.match, around))


def behind_the_footer(lines: Sequence[Line], url: str | None) -> list[str]:
    """Links to several strangers below the last line of a page's footer; else none."""
    found: list[Anchor] = []
    for line in reversed(lines[-_LAST:]):
        if _FOOTER.search(line.text):
            break
        found += line.anchors
    else:
        return []
    strange = nobodies(strange_among(found, url))
    return strange if len(strange) >= _HOSTS else []


def to_brands(strange: Sequence[tuple[Anchor, str]]) -> list[str]:
    """The links to hosts that are called as brands call theirs; friends of bodies are not."""
    return [anchor.text for anchor, host in strange if _is_brand(host)]


def rows_of_strangers(lines: Sequence[Line], url: str | None) -> list[str]:
    """The links of a line over the page, each to another stranger and none to a body."""
    own = host_of(url)
    for line in lines[:_FIRST] if own else ():
        if line.number >= _FIRST or len(line.anchors) < _HOSTS or "//" not in line.anchors[0].href:
            continue
        hosts = [_stranger(anchor.href, own) for anchor in line.anchors]
        owners = {registered(host) for host in hosts if host and not is_national(host)}
        if len(owners) == len(hosts):
            return [anchor.text for anchor in line.anchors]
    return []


@lru_cache(maxsize=1024)
def _is_brand(host: str) -> bool:
    return has_brand_name(host)


def owning_host(lines: Sequence[Line], url: str | None) -> str | None:
    """The host of a stranger, called as brands call theirs, that a footer has for an owner."""
    for line in reversed(lines[-_LAST:]):
        owner = _OWNED.search(line.folded) if "." in line.folded else None
        host = owner[1].lower() if owner else ""
        if host and has_brand_name(host) and not is_same_site(host, host_of(url)):
            return host
    return None

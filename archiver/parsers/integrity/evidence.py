"""What a page shows that bears on whether it was tampered with, gathered for judging."""

import html
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import chain
from typing import Final
from urllib.parse import unquote

from archiver.chinese.fold import fold
from archiver.parsers.hrefs import absolute
from archiver.parsers.integrity.linked import linked
from archiver.parsers.integrity.outbound import leads_abroad, owning_host
from archiver.parsers.integrity.signs import Evidence
from archiver.parsers.integrity.trades import is_poisoned, may_hold
from archiver.parsers.integrity.whereabouts import has_brand_name, host_of, is_same_site
from archiver.parsers.lines import Line
from archiver.parsers.markup.disguise import is_in_references
from archiver.parsers.markup.html import Image, Markup
from archiver.parsers.markup.script import redirect_targets
from archiver.records import SiteFacts, SiteProfile

_SCANNED_META: Final = (
    "keywords",
    "description",
    "articletitle",
    "sitename",
    "og:title",
    "og:description",
    "og:site_name",
    "title",
)
_OWNERS: Final = ("owner", "organiser")
_HOST: Final = re.compile(r"(?:https?:)?//([^/?#:]{1,100})")
# Injected scripts stand in the root of their host and are called 1.js or b.js.
_CURT: Final = re.compile(
    r"(?:https?:)?//(?!(?:cdn|res|static|img|js|s|assets|api)\d?\.)[^/]{4,80}/\w\.js(?:\?|$)"
)
# What frames without size are good for: counting visits, signing in, the weather.
_USEFUL: Final = re.compile(
    "weather|tianqi|map|stat|count|tongji|player|video|login|logon|sso|auth|passport|share|like|chat|kefu|analy|track",
    re.IGNORECASE,
)
_ONLOAD: Final = re.compile(
    r"<body\b[^<>]{0,500}?\bonload\s{0,5}=\s{0,5}([\"'])(.{1,500}?)\1", re.IGNORECASE
)
_HEAD: Final = 8_000  # characters: <body> begins among them
_BODY: Final = 1_100  # characters of that tag with its code
_MINER: Final = re.compile(
    "coin-?hive|cryptonight|crypto-?loot|coinimp|jsecoin|deepminer|webminepool|coin-have|monerominer",
    re.IGNORECASE,
)
_BLANK: Final = re.compile(r"\s+|[:|]")
_LONG_ALT: Final = 12  # characters; names of pictures are shorter


def gather(
    markup: Markup,
    facts: SiteFacts,
    headline: str | None,
    content: Sequence[Line],
    url: str | None,
    site: SiteProfile | None,
    poisoned: Mapping[str, str],
    source: str,
    footer: Sequence[Line],
    contributors: Sequence[str],
) -> Evidence:
    """Everything printed, hidden or declared that the judgement looks at.

    ``source`` is the page as it was sent, ``footer`` its lines about the site;
    ``contributors`` are units that have a name as advertisers.
    ``poisoned`` are the source and the author if a brand was put into them.
    """
    links, unseen = linked(markup, content, url)
    leaving = (*markup.redirects, *_sent_at_once(source))
    return Evidence(
        title=markup.title,
        titles=markup.titles,
        encoded=markup.title is not None and is_in_references(source),
        headline=headline,
        meta=[markup.meta[name] for name in _SCANNED_META if markup.meta.get(name)],
        owners={name: value for name in _OWNERS if (value := getattr(facts, name))}
        | dict(poisoned),
        public_bodies=[value for value in (facts.address, facts.producer) if value],
        owning_host=owning_host(markup.lines, url),
        footer=_brands_in(tuple(line.folded for line in footer)),
        contributors=contributors,
        alts=_advertising(markup.images),
        links=links,
        unseen=unseen,
        redirects=[t for t in leaving if _leaves(t, url, cloaked=markup.cloaked)],
        cloaked=markup.cloaked,
        loaded=_loaded(markup, url),
        printed=markup.lines,
        content=content,
        icp=facts.icp,
        url=url,
        site=site,
    )


@lru_cache(maxsize=256)  # the pages of a site share their footer
def _brands_in(lines: tuple[str, ...]) -> tuple[str, ...]:
    """What a footer tells of its site that names the trade."""
    if not may_hold(lines):
        return ()
    fields = (field for line in lines for field in _BLANK.split(line))
    return tuple(field for field in fields if is_poisoned(field))


def _advertising(images: Sequence[Image]) -> list[str]:
    """What is said of pictures at length, if anything of it may be of the trade."""
    alts = [image.alt for image in images if len(image.alt) > _LONG_ALT]
    return alts if may_hold(map(fold, alts)) else []


def _loaded(markup: Markup, url: str | None) -> list[str]:
    """The first frame that nobody sees, or frame or script of a host with a brand's name."""
    frames = (f for f in markup.unseen if not _USEFUL.search(f))
    scripts = (unquote(s) for s in chain(markup.scripts, markup.files) if _may_be_planted(s))
    found = next((s for s in chain(frames, scripts) if leads_abroad(s, url)), None)
    return [found] if found else []


@lru_cache(maxsize=1024)  # the pages of a site load the same scripts
def _may_be_planted(source: str) -> bool:
    """Whether a script is of a host called as brands are, or has the name of an injected one."""
    host = _HOST.match(source)
    if host is None:
        return False
    if _MINER.search(source):
        return True
    return "%" in host[1] or has_brand_name(host[1].lower()) or bool(_CURT.match(source))


def _sent_at_once(source: str) -> list[str]:
    """Where a page sends its readers as soon as it is loaded."""
    at = source.find("<body", 0, _HEAD)
    if at < 0:
        at = source.find("<BODY", 0, _HEAD)
    if at < 0:
        return []
    code = _ONLOAD.match(source, at, at + _BODY)
    return redirect_targets(html.unescape(code[2])) if code else []


def _leaves(target: str, url: str | None, *, cloaked: bool) -> bool:
    """Whether a redirect leaves the site; one for visitors of search engines alone always does."""
    host = host_of(absolute(target, url))
    return bool(host and (url or cloaked) and not is_same_site(host, host_of(url)))

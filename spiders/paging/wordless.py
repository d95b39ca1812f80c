"""What a page leads to without an ordinary link: frames, pictures, image maps, scripts, menus.

Portals of many small sites are framesets, or pictures all over; a door page sends its reader on by
script; lists open their entries in windows.
"""

import re
from collections.abc import Iterator
from html import unescape
from typing import Any, Final
from urllib.parse import parse_qsl, urljoin, urlsplit

from lxml import etree, html

from archiver.parsers.markup.script import redirect_targets
from archiver.parsers.markup.style import read_style
from spiders.paging.ask import Ask
from spiders.paging.functions import Function, functions_of

_LITERAL: Final = re.compile(r"[\"']([^\"'\s<>]{1,300})[\"']")
_ADDRESS: Final = re.compile(
    r"(?:https?:/)?/[^/]|\?[\w%]+=|[^?]{1,200}\.(?:s?html?|aspx?|jspx?|php|do|action)(?:$|[?#])",
    re.IGNORECASE,
)
_CALL: Final = re.compile(r"\b(\w{1,40})\(\s*[\"']?(\d{1,9})[\"']?\s*[,)]")
_PICTURE: Final = re.compile(r"\.(?:jpe?g|gif|png|bmp|webp|swf)$", re.IGNORECASE)
_NUMBER: Final = re.compile(r"[_-]?\d{1,6}(?=\.\w{1,6}$|$)")
_PAGE: Final = re.compile(r"\w{0,12}page\w{0,8}|pn?|pg|start|offset", re.IGNORECASE)
_TINY: Final = ("0", "1", "0px", "1px")
_BLANKS: Final = re.compile(r"\s+")
_SHORT: Final = 8
"""Titles of entries are longer than names of columns."""


def led_to(body: bytes, encoding: str, url: str, *, is_list: bool) -> Iterator[Ask]:
    """What the page at ``url`` leads to so; ``is_list``: what scripts open is listed.

    Meant for pages without a text of their own: those with one open windows to print and to vote.
    """
    try:
        parser = html.HTMLParser(encoding=encoding, huge_tree=True)
        document: Any = html.document_fromstring(body, parser)
    except (etree.ParserError, LookupError, ValueError):
        return
    functions = {one.name.decode("latin-1"): one for one in functions_of(body)}
    bases = (one.get("href") for one in document.iter("base"))
    base = urljoin(url, next(filter(None, bases), ""))
    found: dict[str, Ask] = {}
    links = False
    for element in document.iter("frame", "iframe", "area", "a", "option", "input", "button"):
        if element.tag == "a" and (href := element.get("href")) is not None:
            links = True
            if _is_ordinary(element, href):
                continue
        for address, name, kind in _addresses(element, functions):
            ask = _ask(base, url, address, name, kind, is_list=is_list)
            if ask is not None and not _is_hidden(element):
                found.setdefault(ask.url, ask)
    if not links:
        for script in document.iter("script"):
            for target in redirect_targets(script.text or ""):
                found.setdefault(urljoin(base, target), Ask(urljoin(base, target), is_frame=True))
    found.pop(url, None)
    yield from found.values()


def _is_ordinary(link: Any, href: str) -> bool:
    """Whether a link leads somewhere by itself, and says where in words."""
    return bool((link.text or "").strip()) and _leads(href.strip())


def _leads(href: str) -> bool:
    return bool(href) and not href.lower().startswith(("javascript:", "#"))


def _addresses(element: Any, functions: dict[str, Function]) -> Iterator[tuple[str, str, str]]:
    """Address, name, and whether it is a ``frame``, a ``picture``, a ``menu`` or a ``script``."""
    tag = element.tag
    if tag in ("frame", "iframe"):
        if not {element.get("width"), element.get("height")} & set(_TINY):
            yield element.get("src") or "", "", "frame"
    elif tag == "area":
        yield element.get("href") or "", element.get("alt") or element.get("title") or "", "picture"
    elif tag == "option":
        yield element.get("value") or "", "", "menu"
    else:
        href = (element.get("href") or "").strip()
        text = _BLANKS.sub("", element.text_content() or element.get("value") or "")
        if tag == "a" and _leads(href):
            picture = None if text else next(element.iter("img"), None)
            if picture is not None:
                yield href, element.get("title") or picture.get("alt") or "", "picture"
        else:
            code = unescape(f"{href};{element.get('onclick') or ''}").replace("\\", "")
            for address in _opened(code, functions):
                yield address, text, "script"


def _opened(code: str, functions: dict[str, Function]) -> Iterator[str]:
    """The addresses that a link's script names, or gives to a function of the page by number."""
    for literal in _LITERAL.findall(code):
        if _ADDRESS.match(literal):
            yield literal
    for name, number in _CALL.findall(code):
        function = functions.get(name)
        if function is not None and function.address and not function.turns_pages:
            before, after = function.address
            yield f"{before}{number}{after}"


def _ask(base: str, own: str, address: str, name: str, kind: str, *, is_list: bool) -> Ask | None:
    address = address.strip()
    if not address or address.lower().startswith(("javascript:", "mailto:", "#", "about:")):
        return None
    try:
        url = urljoin(base, address).partition("#")[0]
        path = urlsplit(url).path
    except ValueError:
        return None
    if _PICTURE.search(path):
        return None
    if kind == "frame":
        return Ask(url, is_frame=True)
    if _goes_on(own, url):
        return Ask(url)
    if kind == "menu":
        return None
    if kind == "script" and is_list and len(name) >= _SHORT:
        return Ask(url, is_entry=True)
    return Ask(url, is_column=True, name=_BLANKS.sub(" ", name).strip())


def _goes_on(own: str, url: str) -> bool:
    """Whether ``url`` is a further page of the list at ``own``, by the number that differs."""
    one, other = urlsplit(own), urlsplit(url)
    if one.netloc != other.netloc or own == url:
        return False
    if one.path != other.path:
        return _NUMBER.sub("", one.path) == _NUMBER.sub("", other.path)
    changed = set(parse_qsl(one.query)) ^ set(parse_qsl(other.query))
    return bool(changed) and all(_PAGE.fullmatch(name) for name, _ in changed)


def _is_hidden(element: Any) -> bool:
    return any(
        one.get("hidden") is not None or read_style(one.get("style") or "").hidden
        for one in (element, *element.iterancestors())
    )

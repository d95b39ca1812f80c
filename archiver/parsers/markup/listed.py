"""Lists that a page carries in its scripts and prints from there, as markup.

One family of list pages keeps its items as CDATA in a script of its own type; others hold an array
of objects with title and address, which a loop of the script writes into an empty element.
"""

import html
import re
from collections.abc import Iterator, Mapping, Set
from itertools import chain, islice
from typing import Final

from archiver.parsers.markup.script import FIELD, unquoted

_DATASTORE: Final = re.compile(r"<script[^<>]*text/xml[^<>]*>", re.IGNORECASE)
_END: Final = re.compile("</script", re.IGNORECASE)
_ROW: Final = re.compile(r"<(tr|table)\b", re.IGNORECASE)
_SCRIPT: Final = re.compile(r"<script(?![^<>]*(?:text/xml|ld\+json))[^<>]*>")
_ARRAY: Final = re.compile(r"\[\s{0,40}\{\s{0,40}[\"']?\w{1,40}[\"']?\s{0,9}:")
_OBJECT: Final = re.compile(r"\s{0,40},?\s{0,40}\{([^{}]{1,3000})\}")
_TITLE: Final = re.compile(r"\w{0,8}?(?:title|name|subject|bt|biaoti)", re.IGNORECASE)
_ADDRESS: Final = re.compile(r"\w{0,8}?(?:url|href|link|path)", re.IGNORECASE)
_DAY: Final = re.compile(r"\w{0,12}?(?:date|time|rq|riqi|shijian|day)", re.IGNORECASE)
_FILLED: Final = re.compile(
    r"(?:getElementById\(\s?|\$\(\s?|el\s?:\s?|querySelector\(\s?)[\"']#?([\w-]{1,40})[\"']"
)
_TAG: Final = re.compile(r"<[^<>]{0,300}>")
_HAN: Final = re.compile("[一-鿿]")
_READ: Final = re.compile(r"\.(\w{1,40})")
_FEWEST, _MOST = 2, 300  # items
_MOST_SCRIPTS: Final = 16
_SHORT: Final = 60  # characters


def open_datastores(text: str) -> str:
    """``text`` with the items of CDATA in scripts made visible; rows in a table of their own."""
    pieces: list[str] = []
    at = 0
    while match := _DATASTORE.search(text, at):
        ended = _END.search(text, match.end())
        if ended is None:
            break
        end = ended.start()
        inside = text[match.end() : end].replace("<![CDATA[", "").replace("]]>", "")
        first = _ROW.search(inside)
        holder = "table" if first and first[1].lower() == "tr" else "div"
        pieces += [text[at : match.start()], f"<{holder}>", inside, f"</{holder}>"]
        at = text.find(">", end) + 1 or len(text)
    return "".join(pieces) + text[at:]


def open_arrays(text: str) -> str:
    """``text`` with the lists that its scripts print, where they are printed."""
    if _ARRAY.search(text) is None:
        return text
    at = 0
    for _ in range(_MOST_SCRIPTS):
        array = _ARRAY.search(text, at)
        begin = text.rfind("<script", 0, array.start()) if array else -1
        match = _SCRIPT.match(text, begin) if begin >= 0 else None
        end = text.find("</script", array.start()) if array else -1
        if array is None or end < 0:
            break
        at = text.find(">", end) + 1 or len(text)
        if match is None or match.end() > array.start():
            continue
        code = text[match.end() : end]
        if listed := _listed(code, text):
            place = _place(code, text) or at
            text = text[:place] + listed + text[place:]
            at += len(listed)
    return text


def _listed(code: str, page: str) -> str:
    """The items of the arrays of a script as a list, if the page prints them nowhere else."""
    read = frozenset(_READ.findall(code))
    arrays = (_items(code, array.start() + 1, read) for array in _ARRAY.finditer(code))
    items = list(islice(chain.from_iterable(arrays), _MOST))
    if len(items) < _FEWEST or any(page.count(title) > 1 for _, title, _ in items[:_FEWEST]):
        return ""
    rows = (
        f'<li><a href="{html.escape(href)}">{html.escape(title)}</a> <span>{day}</span></li>'
        for href, title, day in items
    )
    return f"<ul>{''.join(rows)}</ul>"


def _items(code: str, at: int, read: Set[str]) -> Iterator[tuple[str, str, str]]:
    """Address, title and day of the objects of an array, as far as one follows the other.

    Only such fields count as the script reads from an object: ``item.title``.
    """
    while found := _OBJECT.match(code, at):
        at = found.end()
        fields = {name: value for name, value in FIELD.findall(found[1]) if name in read}
        title = html.unescape(_TAG.sub("", _first(fields, _TITLE))).strip()
        href = _first(fields, _ADDRESS)
        if href and _HAN.search(title):
            yield href, title, html.escape(_first(fields, _DAY))


def _first(fields: Mapping[str, str], names: re.Pattern[str]) -> str:
    """The first filled field that is called so."""
    values = (unquoted(value) for name, value in fields.items() if names.fullmatch(name))
    return next(filter(None, values), "")


def _place(code: str, page: str) -> int:
    """Where the empty element begins to hold something that a script fills; 0 if there is none."""
    for found in islice(_FILLED.finditer(code), _MOST_SCRIPTS):
        for mark in (f'id="{found[1]}"', f"id='{found[1]}'", f"id={found[1]}>"):
            named = page.find(mark)
            inside = page.find(">", named) + 1 if named >= 0 else 0
            if inside and page[inside : inside + _SHORT].lstrip().startswith("</"):
                return inside
    return 0

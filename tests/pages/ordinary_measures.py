"""Agreement of parsed pages that are no issues with the gold of a corpus.

A corpus is a folder of ``manifest.jsonl`` (file, url, content_type), ``gold.jsonl`` and ``html/``.
Gold has the form of a parsed page; ``text`` are its lines, ``optional`` lines that count neither
way, ``*_alt`` further right values, ``unscored`` measures left out. A measure turns gold and page
into bags of facts; its figure is their F1 over all pages.
"""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from archiver.parsers.page import parse
from archiver.records import Page
from tests.pages.measure import Facts, Record, f1, plain

Pair = tuple[Facts, Facts]  # expected, read

_UNSCORED = {
    "page title": ("title",),
    "cms source/author": ("source", "author"),
    "integrity status": ("integrity",),
    "listing links": ("items",),
    "listing dates": ("item dates",),
    "previous/next": ("neighbours",),
    "site fields": ("site",),
}
_VALUES = ("kind", "title", "published", "source", "author")
_EMPTY = 20  # characters of chrome that may be left on a page without text


def figures(corpus: Path) -> dict[str, float]:
    """The figure of every measure over all pages of ``corpus``."""
    pairs: dict[str, list[Pair]] = {}
    for gold, page in _pages(corpus):
        for name, pair in measured(gold, page).items():
            pairs.setdefault(name, []).append(pair)
    return {name: f1(found) for name, found in pairs.items()}


def _pages(corpus: Path) -> Iterator[tuple[Record, Page]]:
    entries, golds = _rows(corpus / "manifest.jsonl"), _rows(corpus / "gold.jsonl")
    for entry, gold in zip(entries, golds, strict=True):
        data = (corpus / entry["file"]).read_bytes()
        page = parse(data, url=entry["url"], content_type=entry["content_type"])
        for link in [*gold["links"], *gold["attachments"]]:
            link["url"] = urljoin(entry["url"] or "", link["url"])
        yield gold, page


def _rows(path: Path) -> list[Record]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def measured(gold: Record, page: Page) -> dict[str, Pair]:
    """Facts expected and read of one page, by measure."""
    read = page.model_dump(mode="json")
    read["published"] = (read["published"] or {}).get("edtf")
    pairs = {name: _value(gold, name, read[name]) for name in _VALUES if name in gold}
    pairs |= {
        "integrity": _fields(gold["integrity"], read["integrity"], {"status"}),
        "site": _fields(gold["site"], read["site"], set(gold["site"])),
        "attachments": (_urls(gold["attachments"]), _urls(read["attachments"])),
        "neighbours": _blocks(gold, read, "previous", "next"),
        "notices": _blocks(gold, read, "notices", "legal_cases"),
        **(_listing(gold, read) if gold["kind"] == "listing" else {}),
        **(_text(gold, page) if "text" in gold else {}),
    }
    if gold["document"]:
        parts = {"number", "type", "issuer", "addressees", "signed"}
        scored = {part for part in parts if f"document.{part}" not in gold["unscored"]}
        pairs["document"] = _fields(gold["document"], read["document"] or {}, scored)
    out = {name for key in gold["unscored"] for name in _UNSCORED.get(key, (key,))}
    return {name: pair for name, pair in pairs.items() if name not in out}


def _value(gold: Record, name: str, value: str | None) -> Pair:
    right = [plain(text) for text in [gold[name], *gold.get(f"{name}_alt", ())]]
    found = plain(value)
    return Counter([(found if found in right else right[0],)]), Counter([(found,)])


def _fields(gold: Record, read: Record, names: set[str]) -> Pair:
    def facts(record: Record) -> Facts:
        return Counter((name, _printed(record[name])) for name in names if name in record)

    return facts(gold), facts(read)


def _printed(value: Any) -> str:
    """A field as text; the brackets of a document's number are printed in many ways."""
    if isinstance(value, list):
        value = "、".join(value)
    elif isinstance(value, dict):
        value = value["edtf"]
    return re.sub(r"[\[(〔【﹝](\d{4})[\])〕】﹞]", r"〔\1〕", plain(value))


def _urls(links: Iterable[Record]) -> Facts:
    return Counter((link["url"],) for link in links)


def _blocks(gold: Record, read: Record, *blocks: str) -> Pair:
    def facts(record: Record) -> Facts:
        links = [link for link in record["links"] if link["block"] in blocks]
        return Counter((link["block"], link["url"]) for link in links)

    return facts(gold), facts(read)


def _listing(gold: Record, read: Record) -> dict[str, Pair]:
    items = [link for link in read["links"] if link["block"] == "listing"]
    days = {link["url"]: (link["date"] or {}).get("edtf") for link in items}
    dated = [(link["url"], link["date"]) for link in gold["links"] if link["date"]]
    found = Counter((url, days.get(url)) for url, _ in dated)
    return {"items": _blocks(gold, read, "listing"), "item dates": (Counter(dated), found)}


def _text(gold: Record, page: Page) -> dict[str, Pair]:
    optional = {plain(line) for line in [*gold.get("optional", ()), gold.get("title")]}
    lines = [line for a in page.articles for p in a.paragraphs for line in p.text.split("\n")]
    found = [text for line in lines if (text := plain(line)) and text not in optional]
    wanted = [plain(line) for line in gold["text"]]
    if not wanted:
        left = len("".join(found)) > _EMPTY
        return {"empty": (Counter([(False,)]), Counter([(left,)]))}
    return {
        "text": (_trigrams("".join(wanted)), _trigrams("".join(found))),
        "paragraphs": (Counter((text,) for text in wanted), Counter((text,) for text in found)),
    }


def _trigrams(text: str) -> Facts:
    return Counter((text[n : n + 3],) for n in range(len(text) - 2))

"""Agreement of parsed pages with the gold of a corpus, as hits out of a total for each measure.

A corpus is a folder of ``manifest.jsonl`` (file, url, content_type), ``gold.jsonl`` and ``html/``.
Gold has the form of a parsed page; ``optional`` are lines that count neither way, ``*_alt`` further
right values, ``unscored`` measures left out. Text is compared without blanks and width.
"""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from archiver.chinese.fold import fold
from archiver.parsers.page import parse
from archiver.records import Page

Hits = tuple[float, float]  # hits and total
_UNSCORED = {
    "page title": ("title",),
    "cms source/author": ("source", "author"),
    "integrity status": ("integrity",),
    "listing links": ("items",),
    "listing dates": ("item dates",),
    "previous/next": ("neighbours",),
    "site fields": ("site",),
}
_EMPTY = 20  # characters of chrome that may be left on a page without text


def shares(corpus: Path) -> dict[str, float]:
    """Share of hits of every measure over all pages of ``corpus``."""
    sums: dict[str, list[float]] = {}
    for gold, page in _pages(corpus):
        for name, (hits, total) in measured(gold, page).items():
            cell = sums.setdefault(name, [0.0, 0.0])
            cell[0] += hits
            cell[1] += total
    return {name: hits / total for name, (hits, total) in sums.items() if total}


def measured(gold: dict[str, Any], page: Page) -> dict[str, Hits]:
    """All measures of one page."""
    unscored = {name for key in gold.get("unscored", ()) for name in _UNSCORED.get(key, (key,))}
    results = {
        "kind": _equal(page.kind, gold, "kind"),
        "title": _equal(page.title, gold, "title"),
        "published": _equal(page.published.edtf if page.published else None, gold, "published"),
        "source": _equal(page.source, gold, "source"),
        "author": _equal(page.author, gold, "author"),
        "integrity": (float(page.integrity.status == gold["integrity"]["status"]), 1.0),
        "site": _total(
            (float(_bare(getattr(page.site, key)) == _bare(value)), 1.0)
            for key, value in gold["site"].items()
        ),
        "attachments": _f1(_urls(gold["attachments"]), _urls(page.attachments)),
        **_links(gold, page),
        **_text(gold, page),
        **_document(gold, page, unscored),
    }
    return {name: hits for name, hits in results.items() if name not in unscored}


def _pages(corpus: Path) -> Iterator[tuple[dict[str, Any], Page]]:
    entries = _rows(corpus / "manifest.jsonl")
    for entry, gold in zip(entries, _rows(corpus / "gold.jsonl"), strict=True):
        data = (corpus / entry["file"]).read_bytes()
        page = parse(data, url=entry["url"], content_type=entry["content_type"])
        base = entry["url"] or ""
        for link in [*gold["links"], *gold["attachments"]]:
            link["url"] = urljoin(base, link["url"])
        yield gold, page


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def _bare(text: str | None) -> str:
    return re.sub(r"\s+", "", fold(text or ""))


def _equal(value: str | None, gold: dict[str, Any], key: str) -> Hits:
    if key not in gold:
        return 0.0, 0.0
    right = [gold[key], *gold.get(f"{key}_alt", ())]
    return float(_bare(value) in map(_bare, right)), 1.0


def _total(hits: Iterable[Hits]) -> Hits:
    pairs = list(hits)
    return sum(hit for hit, _ in pairs), sum(total for _, total in pairs)


def _f1(gold: Counter[Any], found: Counter[Any]) -> Hits:
    return 2.0 * (gold & found).total(), float(gold.total() + found.total())


def _urls(links: Iterable[Any]) -> Counter[str]:
    return Counter(x["url"] if isinstance(x, dict) else x.url or "" for x in links)


def _links(gold: dict[str, Any], page: Page) -> dict[str, Hits]:
    def of(links: Iterable[Any], *blocks: str) -> Counter[tuple[str, str]]:
        rows = (link if isinstance(link, dict) else link.model_dump() for link in links)
        return Counter((r["block"], r["url"] or "") for r in rows if r["block"] in blocks)

    def pair(*blocks: str) -> Hits:
        return _f1(of(gold["links"], *blocks), of(page.links, *blocks))

    results = {
        "neighbours": pair("previous", "next"),
        "notices": pair("notices", "legal_cases"),
    }
    if gold["kind"] == "listing":
        results["items"] = pair("listing")
        found = {link.url: link.date and link.date.edtf for link in page.links}
        dated = [link for link in gold["links"] if link["date"]]
        hits = sum(found.get(link["url"]) == link["date"] for link in dated)
        results["item dates"] = (float(hits), float(len(dated)))
    return results


def _text(gold: dict[str, Any], page: Page) -> dict[str, Hits]:
    if "text" not in gold:
        return {}
    optional = {_bare(line) for line in [*gold.get("optional", ()), gold.get("title")]}
    lines = [line for a in page.articles for p in a.paragraphs for line in p.text.split("\n")]
    found = [text for line in lines if (text := _bare(line)) and text not in optional]
    wanted = [_bare(line) for line in gold["text"]]
    if not wanted:
        return {"empty": (float(len("".join(found)) <= _EMPTY), 1.0)}
    return {
        "text": _f1(_trigrams("".join(wanted)), _trigrams("".join(found))),
        "paragraphs": _f1(Counter(wanted), Counter(found)),
    }


def _trigrams(text: str) -> Counter[str]:
    return Counter(text[n : n + 3] for n in range(len(text) - 2))


def _document(gold: dict[str, Any], page: Page, unscored: set[str]) -> dict[str, Hits]:
    if not gold["document"]:
        return {}
    wanted = _parts(gold["document"])
    found = _parts(page.document.model_dump(mode="json")) if page.document else {}
    scored = [part for part in wanted if f"document.{part}" not in unscored]
    right = sum(found.get(part) == wanted[part] for part in scored)
    return {"document": (float(right), float(len(scored)))}


def _parts(document: dict[str, Any]) -> dict[str, str]:
    signed = document["signed"] or {}
    texts = {key: document[key] for key in ("number", "type", "issuer")}
    texts |= {"addressees": "、".join(document["addressees"]), "signed": signed.get("edtf")}
    return {part: _number(text) for part, text in texts.items()}


def _number(text: str | None) -> str:
    """The brackets of a document's number are printed in many ways."""
    return re.sub(r"[\[(〔【﹝](\d{4})[\])〕】﹞]", r"〔\1〕", _bare(text))

"""How much of the expected records a parser finds: one figure for each kind of fact.

Every measure turns a record into a bag of facts; its figure is the F1 of the facts read against the
facts expected, over all pages. A fact that comes with `accept` values counts with any of them; what
a page's gold calls `unscored` counts neither way.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any

from archiver.chinese.fold import comparison_key, fold

Record = dict[str, Any]
Facts = Counter[tuple[Any, ...]]

_UNSCORED = {"kind": "kind", "page title": "title", "published": "published"}
_FIELDS = ("series", "year", "number", "number_end", "total_number", "special", "editor", "date")
_ITEM_MARK = re.compile(r"^[△▲●◆※□★■◇○·]\s*")
_BETWEEN_NAMES = re.compile(r"[、,;\s]+")


def plain(text: str | None) -> str:
    return re.sub(r"\s+", "", fold(text or ""))


def kind(page: Record) -> Iterable[tuple[Any, ...]]:
    yield (page["kind"],)


def headline(page: Record) -> Iterable[tuple[Any, ...]]:
    yield (plain(page["title"]),)


def published(page: Record) -> Iterable[tuple[Any, ...]]:
    yield ((page["published"] or {}).get("edtf"),)


def integrity(page: Record) -> Iterable[tuple[Any, ...]]:
    yield (page["integrity"]["status"],)


def issue(page: Record) -> Iterable[tuple[Any, ...]]:
    """Every field of the issue, missing ones included."""
    for field in _FIELDS if page["issue"] else ():
        value = page["issue"].get(field)
        if field == "series":
            value = comparison_key(value or "")
        elif field == "date":
            value = (value or {}).get("edtf")
        elif field == "editor":
            value = tuple(sorted(filter(None, _BETWEEN_NAMES.split(fold(value or "")))))
        yield (field, value)


def contents(page: Record) -> Iterable[tuple[Any, ...]]:
    for entry in page["issue"]["toc"] if page["issue"] else ():
        yield (comparison_key(entry["section"] or ""), comparison_key(entry["title"] or ""))


def recipients(page: Record) -> Iterable[tuple[Any, ...]]:
    for row in page["issue"]["recipients"] if page["issue"] else ():
        yield (plain(row["label"] + row["text"]),)


def segmentation(page: Record) -> Iterable[tuple[Any, ...]]:
    """An article is found when its title and the whole of its text are right."""
    for article in page["articles"]:
        yield (comparison_key(article["title"] or ""), "".join(row[0] for row in _rows(article)))


def titles(page: Record) -> Iterable[tuple[Any, ...]]:
    for article in page["articles"]:
        yield (plain(article["title"]), plain(article["subtitle"]), plain(article["section"]))


def contributors(page: Record) -> Iterable[tuple[Any, ...]]:
    for order, article in enumerate(page["articles"]):
        for one in article["contributors"]:
            photos = one["role"] == "photographer"
            yield from ((order, photos, plain(one[f])) for f in ("unit", "person") if one[f])


def units(page: Record) -> Iterable[tuple[Any, ...]]:
    """The full names and divisions of contributing units."""
    for order, article in enumerate(page["articles"]):
        for one in article["contributors"]:
            if one["unit"] and one["name"]:
                yield (order, comparison_key(one["name"]), one["division"])


def paragraphs(page: Record) -> Iterable[tuple[Any, ...]]:
    for article in page["articles"]:
        yield from ((text,) for text, _ in _rows(article))


def paragraph_kinds(page: Record) -> Iterable[tuple[Any, ...]]:
    for article in page["articles"]:
        yield from _rows(article)


def _rows(article: Record) -> Iterable[tuple[str, str]]:
    """Text and kind of every printed line: a table may be one paragraph or one a row."""
    for paragraph in article["paragraphs"]:
        for line in paragraph["text"].split("\n"):
            if text := plain(_ITEM_MARK.sub("", line)):
                yield text, paragraph["kind"]


MEASURES: tuple[Callable[[Record], Iterable[tuple[Any, ...]]], ...] = (
    kind,
    headline,
    published,
    integrity,
    issue,
    contents,
    recipients,
    segmentation,
    titles,
    contributors,
    units,
    paragraphs,
    paragraph_kinds,
)


def f1(pairs: Iterable[tuple[Facts, Facts]]) -> float:
    """F1 over all pages of facts read against facts expected; 1.0 where nothing is expected."""
    right = wanted = found = 0
    for expected, got in pairs:
        right += (expected & got).total()
        wanted += expected.total()
        found += got.total()
    return 2 * right / (wanted + found) if wanted + found else 1.0


def figures(expected: list[Record], got: list[Record]) -> dict[str, float]:
    """The figure of every measure over pages given in the same order."""
    pairs = [
        (_settled(want, read), _lenient(want, read))
        for want, read in zip(expected, got, strict=True)
    ]
    return {
        measure.__name__: f1((Counter(measure(a)), Counter(measure(b))) for a, b in pairs)
        for measure in MEASURES
    }


def _settled(want: Record, read: Record) -> Record:
    """The expected record, with an accepted alternative in the place of what was marked."""
    left_out = [_UNSCORED[name] for name in want.get("unscored", ()) if name in _UNSCORED]
    settled = want | {field: read[field] for field in left_out}
    if plain(read["title"]) in map(plain, want["title_accept"]):
        settled["title"] = read["title"]
    if want["issue"] and read["issue"]:
        seen = dict(issue(read))
        accept = want["issue"].get("accept", {})
        chosen = {
            field: read["issue"][field]
            for field, values in accept.items()
            if seen[field] in (tuple(v) if isinstance(v, list) else v for v in values)
        }
        settled["issue"] = want["issue"] | chosen
    return settled


def _lenient(want: Record, read: Record) -> Record:
    """The record read, without lines that may be dropped and names that nobody marked."""
    if want["skip_articles"]:
        return read | {"articles": []}
    named = {c["unit"] for a in want["articles"] for c in a["contributors"] if c["name"]}
    spare = set(map(plain, want["optional_lines"]))
    kept = [
        a
        | {
            "paragraphs": [p for p in a["paragraphs"] if plain(p["text"]) not in spare],
            "contributors": [
                c if c["unit"] in named else c | {"name": None} for c in a["contributors"]
            ],
        }
        for a in read["articles"]
    ]
    return read | {"articles": kept}

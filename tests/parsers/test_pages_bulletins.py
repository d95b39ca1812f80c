"""Hand-written bulletins of many institutions and layouts, read as a careful reader reads them."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from archiver.parsers.page import Reading, Source, read
from pipelines.units import resolve_page
from tests.pages import rewrites
from tests.pages.composed import Composer
from tests.pages.marked import build
from tests.pages.marked import read as unmark
from tests.pages.measure import figures, plain

COMPOSED = 80
MARKED = Path(__file__).parent.parent / "pages" / "bulletins"

# What is reached, rounded down to the thousandth. Only ever to be raised.
REACHED = {
    "kind": 1.0,
    "headline": 1.0,
    "published": 0.993,
    "integrity": 1.0,
    "issue": 1.0,
    "contents": 1.0,
    "recipients": 0.93,
    "segmentation": 0.995,
    "titles": 0.993,
    "contributors": 1.0,
    "units": 1.0,
    "paragraphs": 1.0,
    "paragraph_kinds": 0.993,
}

# The same for pages composed of parts.
REACHED_COMPOSED = {
    "kind": 1.0,
    "headline": 1.0,
    "published": 1.0,
    "integrity": 1.0,
    "issue": 1.0,
    "contents": 1.0,
    "recipients": 1.0,
    "segmentation": 1.0,
    "titles": 1.0,
    "contributors": 1.0,
    "units": 1.0,
    "paragraphs": 1.0,
    "paragraph_kinds": 1.0,
}

# The same pages with a sign of the layout taken away or a misleading one put beside it.
DECISIVE = ("headline", "issue", "segmentation")
REACHED_REWRITTEN = {
    "broken_lines": (0.993, 0.997, 0.990),
    "not_bold": (1.0, 1.0, 0.990),
    "not_aligned": (1.0, 0.996, 0.985),
    "plain": (1.0, 0.996, 0.960),
    "site_title": (0.979, 1.0, 0.995),
    "blank_paragraphs": (1.0, 1.0, 0.990),
    "label_column": (1.0, 1.0, 0.995),
    "box_heading": (0.993, 1.0, 0.995),
    "recent_issues": (1.0, 1.0, 0.995),
}


@dataclass(frozen=True)
class Pages:
    """Pages of a folder: what is expected of them and the bytes of each."""

    answers: list[dict[str, Any]]
    sources: list[Source]

    def read(self) -> list[Reading]:
        return [read(source) for source in self.sources]

    def figures(self) -> dict[str, float]:
        return self.measure(self.read())

    def measure(self, readings: list[Reading]) -> dict[str, float]:
        pages = (resolve_page(reading.page) for reading in readings)
        return figures(self.answers, [page.model_dump(mode="json") for page in pages])

    def third(self, start: int) -> "Pages":
        return Pages(self.answers[start::3], self.sources[start::3])

    def rewritten(self, rewrite: Callable[[str], str]) -> "Pages":
        charsets = [answer["encoding"].replace("gb2312", "gb18030") for answer in self.answers]
        sources = [
            source._replace(body=rewrite(source.body.decode(charset)).encode(charset))
            for source, charset in zip(self.sources, charsets, strict=True)
        ]
        return Pages(self.answers, sources)


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Pages:
    built = tmp_path_factory.mktemp("bulletins")
    build(MARKED, built)
    sources = [
        Source((built / entry["file"]).read_bytes(), entry["url"], entry["content_type"])
        for entry in _rows(built / "manifest.jsonl")
    ]
    return Pages(_rows(built / "gold.jsonl"), sources)


@pytest.fixture(scope="module")
def readings(pages: Pages) -> list[Reading]:
    return pages.read()


@pytest.fixture(scope="module")
def reached(pages: Pages, readings: list[Reading]) -> dict[str, float]:
    return pages.measure(readings)


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def test_no_figure_falls_below_what_was_reached(reached: dict[str, float]) -> None:
    assert set(reached) == set(REACHED)
    assert {name: figure for name, figure in reached.items() if figure < REACHED[name]} == {}


def test_parts_are_read_in_any_company() -> None:
    unmarked = [unmark(Composer(seed).page(), str(seed), {}) for seed in range(COMPOSED)]
    composed = Pages(
        [answer for _, _, answer in unmarked],
        [Source(page.encode(), None, "text/html; charset=utf-8") for _, page, _ in unmarked],
    )
    reached = composed.figures()
    assert set(reached) == set(REACHED_COMPOSED)
    assert {k: figure for k, figure in reached.items() if figure < REACHED_COMPOSED[k]} == {}


@pytest.mark.parametrize("rewrite", rewrites.HARMLESS, ids=lambda rewrite: rewrite.__name__)
def test_other_markup_of_the_same_page_reads_the_same(
    rewrite: Callable[[str], str], pages: Pages, readings: list[Reading]
) -> None:
    start = rewrites.HARMLESS.index(rewrite) % 3
    some = pages.third(start)
    assert some.rewritten(rewrite).figures() == some.measure(readings[start::3])


@pytest.mark.parametrize("rewrite", rewrites.POORER, ids=lambda rewrite: rewrite.__name__)
def test_poorer_markup_of_the_same_page_is_still_read(
    rewrite: Callable[[str], str], pages: Pages
) -> None:
    figures = pages.rewritten(rewrite).figures()
    reached = dict(zip(DECISIVE, REACHED_REWRITTEN[rewrite.__name__], strict=True))
    assert {name: figures[name] for name in DECISIVE if figures[name] < reached[name]} == {}


def test_every_line_of_every_page_belongs_to_exactly_one_region(readings: list[Reading]) -> None:
    for reading in readings:
        owned = sorted(number for region in reading.regions for number in region.lines)
        assert owned == [line.number for line in reading.lines], reading.page.url


def test_no_text_of_an_article_is_lost(pages: Pages, readings: list[Reading]) -> None:
    """Even where a text is cut wrongly, all of it stays in the title or the text of an article."""
    for answer, reading in zip(pages.answers, readings, strict=True):
        articles = reading.page.articles
        kept = "".join(
            plain(t) for a in articles for t in (a.title, *(p.text for p in a.paragraphs))
        )
        texts = [p["text"] for a in answer["articles"] for p in a["paragraphs"]]
        lost = [t for t in texts if len(t) > 60 and plain(t)[20:40] not in kept]
        assert lost == [], answer["id"]


@pytest.mark.parametrize("rewrite", [rewrites.rows, rewrites.broken_lines])
def test_only_closed_paragraphs_are_written_anew(rewrite: Callable[[str], str]) -> None:
    others = "<pre>第一行\n第二行</pre><param name=movie><p>未闭<div>块</div>"
    assert rewrite(f"{others}<p>段</p>") == others + rewrite("<p>段</p>") != f"{others}<p>段</p>"

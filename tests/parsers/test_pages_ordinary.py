"""What the parser reaches on pages that are no bulletin issues, so that no change loses it.

The corpus has a page each of many templates: articles, formal documents, listings, home pages,
forms, error pages, hijacked and clean pages. A figure may only be raised.
"""

from pathlib import Path

import pytest

from tests.pages.ordinary_measures import figures

_CORPUS = Path(__file__).parents[1] / "pages" / "ordinary"
_REACHED: dict[str, float] = {
    "kind": 1.0,
    "title": 0.997,
    "published": 0.997,
    "source": 1.0,
    "author": 0.997,
    "integrity": 1.0,
    "site": 1.0,
    "attachments": 0.952,
    "neighbours": 1.0,
    "notices": 1.0,
    "text": 0.998,
    "paragraphs": 0.997,
    "document": 1.0,
    "empty": 0.913,
    "items": 1.0,
    "item dates": 0.976,
}


@pytest.fixture(scope="module")
def reached() -> dict[str, float]:
    return figures(_CORPUS)


def test_all_measures_are_held(reached: dict[str, float]) -> None:
    assert set(reached) == set(_REACHED)


@pytest.mark.parametrize("measure", _REACHED)
def test_no_figure_falls(measure: str, reached: dict[str, float]) -> None:
    assert reached[measure] >= _REACHED[measure]

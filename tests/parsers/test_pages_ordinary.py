"""What the parser reaches on pages that are no bulletin issues, so that no change loses it.

The corpus has a page each of many templates: articles, formal documents, listings, home pages,
forms, error pages, hijacked and clean pages. A figure may only be raised.
"""

from pathlib import Path

import pytest

from tests.pages.ordinary_measures import figures

_CORPUS = Path(__file__).parents[1] / "pages" / "ordinary"
_REACHED: dict[str, float] = {
    "kind": 0.923,
    "title": 0.962,
    "published": 0.955,
    "source": 0.971,
    "author": 0.993,
    "integrity": 0.976,
    "site": 0.898,
    "attachments": 0.848,
    "neighbours": 0.752,
    "notices": 0.947,
    "text": 0.986,
    "paragraphs": 0.976,
    "document": 0.871,
    "empty": 0.842,
    "items": 0.853,
    "item dates": 0.764,
}


@pytest.fixture(scope="module")
def reached() -> dict[str, float]:
    return figures(_CORPUS)


def test_all_measures_are_held(reached: dict[str, float]) -> None:
    assert set(reached) == set(_REACHED)


@pytest.mark.parametrize("measure", _REACHED)
def test_no_figure_falls(measure: str, reached: dict[str, float]) -> None:
    assert reached[measure] >= _REACHED[measure]

"""What the parser reaches on pages that are no bulletin issues, so that no change loses it.

The corpus has a page each of many templates: articles, formal documents, listings, home pages,
forms, error pages, hijacked and clean pages. A share may only be raised.
"""

from pathlib import Path

import pytest

from tests.pages.measures import shares

_CORPUS = Path(__file__).parents[1] / "pages" / "ordinary"
_REACHED: dict[str, float] = {
    "kind": 0.895,
    "title": 0.956,
    "published": 0.9,
    "source": 0.964,
    "author": 0.976,
    "integrity": 0.97,
    "site": 0.83,
    "attachments": 1.0,
    "neighbours": 0.904,
    "notices": 0.857,
    "text": 0.984,
    "paragraphs": 0.96,
    "document": 0.952,
    "empty": 0.857,
    "items": 0.754,
    "item dates": 0.683,
}


@pytest.fixture(scope="module")
def reached() -> dict[str, float]:
    return shares(_CORPUS)


def test_all_measures_are_held(reached: dict[str, float]) -> None:
    assert set(reached) == set(_REACHED)


@pytest.mark.parametrize("measure", _REACHED)
def test_no_share_falls(measure: str, reached: dict[str, float]) -> None:
    assert reached[measure] >= _REACHED[measure]

"""The pinned quality of reading bulletins, over generated pages of many layouts.

The thresholds are what was reached; they may only be raised.
"""

from collections import Counter

import pytest

from archiver.parsers.bulletin import segment
from tests.parsers.generated.maker import bulletin
from tests.parsers.generated.score import mistakes

SEEDS = range(10_000, 10_300)


@pytest.fixture(scope="module")
def counts() -> Counter[str]:
    total: Counter[str] = Counter()
    for seed in SEEDS:
        total.update(mistakes(bulletin(seed))[1])
    return total


@pytest.mark.parametrize(
    ("right", "whole", "least"),
    [
        ("issue right", "issue all", 0.983),
        ("article right", "article all", 0.993),
        ("article right", "article got", 0.986),
        ("people right", "people all", 0.996),
        ("people right", "people got", 0.999),
        ("sure right", "sure all", 0.993),
    ],
)
def test_quality_never_falls(counts: Counter[str], right: str, whole: str, least: float) -> None:
    assert counts[right] / counts[whole] >= least


def test_most_articles_are_sure(counts: Counter[str]) -> None:
    assert counts["sure all"] / counts["article all"] >= 0.81


def test_the_same_page_is_read_the_same_way_twice() -> None:
    made = bulletin(7)
    first, second = (segment(made.lines, page_title=made.page_title) for _ in range(2))
    assert first == second

"""Pages of one thing, again and again: work grows as the page does."""

import time

import pytest

from archiver.parsers.page import parse
from tests.parsers.hostile import SHAPES, page_of

SMALL, TIMES = 12_000, 8  # bytes
MOST = 3  # times as much as a page of that size should take; quadratic work takes 8 times as much


def _seconds(body: bytes) -> float:
    spent = []
    for _ in range(3):
        begin = time.process_time()
        parse(body)
        spent.append(time.process_time() - begin)
    return min(spent)


@pytest.mark.parametrize("name", SHAPES)
def test_time_grows_as_the_page_does(name: str) -> None:
    small, large = (_seconds(page_of(name, size)) for size in (SMALL, SMALL * TIMES))
    assert large <= MOST * TIMES * small + 0.01

"""Pages of one thing, again and again: work grows as the page does."""

import pytest

from archiver.parsers.page import parse
from tests.parsers.hostile import SHAPES, page_of
from tests.work import steps

SMALL, TIMES = 6_000, 8  # bytes
MOST = 1.2  # times as much as a page of that size should take; quadratic work takes 8 times as much


def _work(body: bytes) -> int:
    return steps(lambda: parse(body))


@pytest.mark.parametrize("name", SHAPES)
def test_work_grows_as_the_page_does(name: str) -> None:
    parse(page_of(name, SMALL))  # what is kept from page to page is made by the first
    small, large = (_work(page_of(name, size)) for size in (SMALL, SMALL * TIMES))
    assert large <= MOST * TIMES * small

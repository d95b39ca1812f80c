"""The measures of work do notice what they are for."""

import re

import pytest

from tests import work


def test_an_expression_that_tries_all_there_is_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(work, "MOST", 0.05)
    with pytest.raises(AssertionError, match="'aaaa' has not ended"), work.no_hang("aaaa"):
        re.match("(a+)+b", "a" * 40)


def test_work_done_for_each_pair_grows_as_its_square() -> None:
    def pairs(size: int) -> int:
        return work.steps(lambda: [(a, b) for a in range(size) for b in range(size)])

    assert pairs(80) == pairs(80)
    assert pairs(80) > 50 * pairs(10)


def test_loops_that_call_nothing_are_work_too() -> None:
    def pairs(size: int) -> int:
        first = 0
        for a in range(size):
            b = a
            while b:
                b -= 1
            first += b
        return first

    assert work.steps(lambda: pairs(80)) > 30 * work.steps(lambda: pairs(10))

"""What the ablation of rules notes and leaves out."""

from collections.abc import Callable
from typing import Any

import pytest

from benchmarks.ablation import Watch, marked_code

SOURCE = """
def is_title(text: str) -> bool:
    return text.isalpha() and (len(text) > 3 or text == "ab")


def titles(texts: list[str]) -> list[str]:
    out = [text for text in texts if is_title(text)]
    if len(out) > 2:
        out.pop()
    return out
"""
TEXTS = ["abcd", "abcde", "ab", "a1", "x"]
READ = ["abcd", "abcde"]


def marked() -> tuple[Watch, Callable[[list[str]], list[str]]]:
    """The rules above, and who watches their clauses."""
    watch = Watch()
    module: dict[str, Any] = {"__clause__": watch}
    exec(marked_code("rules.py", SOURCE, watch), module)
    return watch, module["titles"]


def test_every_clause_is_noted_where_it_acts() -> None:
    watch, titles = marked()
    watch.page = 7
    assert titles(TEXTS) == READ
    found = {one.text: (one.neutral, one.pages) for one in watch.clauses}
    assert found == {
        "text.isalpha()": (True, {7}),
        "len(text) > 3": (False, {7}),
        'text == "ab"': (False, {7}),
        'len(text) > 3 or text == "ab"': (True, {7}),
        'text.isalpha() and (len(text) > 3 or text == "ab")': (False, {7}),
        "is_title(text)": (True, {7}),
        "len(out) > 2": (False, {7}),
    }


@pytest.mark.parametrize(
    ("clause", "left"),
    [
        ("text.isalpha()", ["abcd", "abcde"]),
        ("len(text) > 3", ["ab"]),
        ('text == "ab"', ["abcd", "abcde"]),
        ("len(out) > 2", ["abcd", "abcde", "ab"]),
        ("is_title(text)", ["abcd", "abcde", "ab", "a1"]),
    ],
)
def test_a_clause_is_left_out_as_if_it_were_not_written(clause: str, left: list[str]) -> None:
    watch, titles = marked()
    watch.dropped = next(n for n, one in enumerate(watch.clauses) if one.text == clause)
    assert titles(TEXTS) == left

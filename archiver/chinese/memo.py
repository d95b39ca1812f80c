"""Answers about short texts, remembered: the same lines stand on page after page of a site."""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TypeVar

T = TypeVar("T")

_SHORT = 60  # characters
_MOST = 4096


def remembered(function: Callable[[str], T]) -> Callable[[str], T]:
    """``function``, which must be pure, with its answers about the last short texts at hand."""
    known = lru_cache(maxsize=_MOST)(function)

    @wraps(function)
    def answer(text: str) -> T:
        return known(text) if len(text) <= _SHORT else function(text)

    return answer

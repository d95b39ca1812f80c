"""Regular expressions out of lists of words."""

import re
from collections.abc import Iterable


def one_of(words: str, *, padded: bool = False) -> str:
    """An alternation of the blank-separated ``words``; of several that fit it takes the longest.

    ``padded`` allows blanks between the characters, as pages print 地　址 and 电 话. Words that
    begin alike share a branch, so that a text is soon known to be none of many.
    """
    glue = r"\s*" if padded else ""
    return f"(?:{_branches(words.split(), glue)})"


def _branches(words: Iterable[str], glue: str) -> str:
    behind: dict[str, set[str]] = {}
    for word in sorted(words):
        if word:
            behind.setdefault(word[0], set()).add(word[1:])
    return "|".join(re.escape(first) + _rest(words, glue) for first, words in behind.items())


def _rest(words: set[str], glue: str) -> str:
    """What may follow a common beginning; nothing, if that is itself one of the words."""
    longer = _branches(words, glue)
    if not longer:
        return ""
    if "" in words:
        return f"(?:{glue}(?:{longer}))?"
    return glue + (longer if len(words) == 1 else f"(?:{longer})")

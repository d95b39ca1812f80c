"""Regular expressions out of lists of words."""

import re


def one_of(words: str, *, padded: bool = False) -> str:
    """An alternation of the blank-separated ``words``, the longest first.

    ``padded`` allows blanks between the characters, as pages print 地　址 and 电 话.
    """
    glue = r"\s*" if padded else ""
    ordered = sorted(words.split(), key=lambda word: (-len(word), word))
    return "(?:" + "|".join(glue.join(map(re.escape, word)) for word in ordered) + ")"

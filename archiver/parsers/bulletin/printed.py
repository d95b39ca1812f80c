"""From the comparison form back to what the page prints."""

import re

from archiver.chinese.fold import fold, fold_offsets


def as_printed(text: str, fragment: str) -> str:
    """The part of ``text`` that folds to ``fragment``, blanks aside; the fragment if none does.

    Runs of white space inside become one space.
    """
    wanted = "".join(fragment.split())
    if not wanted or len(wanted) > 400:
        return fragment
    found = re.search(r"\s*".join(map(re.escape, wanted)), fold(text))
    if found is None:
        return fragment
    start, end = found.span()
    if (offsets := fold_offsets(text)) is not None:
        start, end = offsets[start], offsets[end - 1] + 1
    return " ".join(text[start:end].split())

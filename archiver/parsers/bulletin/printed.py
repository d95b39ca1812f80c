"""From the comparison form back to what the page prints."""

import re

from archiver.chinese.fold import fold, fold_offsets

_BREAK = re.compile(r"[ \u3000\u00a0\t]*\n[ \u3000\u00a0\t]*")


def as_printed(text: str, fragment: str) -> str:
    """The part of ``text`` that folds to ``fragment``, blanks aside; the fragment if none does.

    Runs of white space inside become one space; a line break inside is none.
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
    return " ".join(_BREAK.sub("", text[start:end]).split())

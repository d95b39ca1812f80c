"""From the comparison form back to what the page prints."""

import re
from typing import Final

from archiver.chinese.fold import fold, fold_offsets, printed_at

_BLANKS: Final = "".join(map(chr, range(0x2000, 0x200B)))  # of various widths
_OUTER: Final = (
    _BLANKS + " \u00a0\u3000\t\n\r\u202f\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad"
)
_BREAK: Final = re.compile(r"[ \u3000\u00a0\t]*\n[ \u3000\u00a0\t]*")


def strip_outer(text: str) -> str:
    """``text`` without white space and invisible characters outside."""
    return text.strip(_OUTER)


def as_printed(text: str, fragment: str) -> str:
    """The part of ``text`` that folds to ``fragment``, blanks aside; the fragment if none does.

    Runs of white space inside become one space; a line break inside is none.
    """
    wanted = "".join(fragment.split())
    if not wanted or len(wanted) > 400:
        return fragment
    folded = fold(text)
    at = "".join(folded.split()).find(wanted)
    if at < 0:
        return fragment
    same = text.find(fragment)
    if same >= 0 and len("".join(fold(text[:same]).split())) == at:
        return " ".join(_BREAK.sub("", fragment).split())
    places = [place for place, sign in enumerate(folded) if not sign.isspace()]
    start, end = places[at], places[at + len(wanted) - 1] + 1
    start, end = printed_at(start, end, fold_offsets(text))
    return " ".join(_BREAK.sub("", text[start:end]).split())

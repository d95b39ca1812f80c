"""The comparison form of Chinese text.

Pages mix full-width and ASCII forms of the same sign, and pad with NBSP and U+3000. Rules and
comparisons run on folded text; what is stored is always the text as printed. NFKC is not used: it
turns ① into 1 and … into three dots, which destroys list markers and changes lengths.
"""

import re
from collections.abc import Sequence
from typing import Final

from archiver.chinese.memo import remembered

_DROPPED: Final = (*range(0x200B, 0x2010), 0xFEFF, 0x00AD, 0x2060)
_SPACES: Final = (0x3000, 0x00A0, 0x202F, 0x0009, *range(0x2000, 0x200B))

_TABLE: Final[dict[int, int | None]] = {
    **{c: c - 0xFEE0 for c in range(0xFF01, 0xFF5F)},
    **dict.fromkeys(_SPACES, 32),
    **dict.fromkeys(_DROPPED),
}
_FOLDED: Final = {chr(c): "" if to is None else chr(to) for c, to in _TABLE.items()}
_FOLDABLE: Final = re.compile("[" + "".join(map(re.escape, _FOLDED)) + "]")
_OFTEN: Final = "，：；！？（）\u3000\xa0"  # nearly all that a page holds
_LONG: Final = 32  # characters: from there on it is faster to look for each of those by itself
_DROPPED_RE: Final = re.compile("[" + "".join(map(chr, _DROPPED)) + "]")
_SIGN: Final = r"[\s\"“”‘’'《》<>()\[\]【】〔〕·.,、。:;!?\-—–~_|]"
_KEY_RE: Final = re.compile(f"{_SIGN}{_SIGN}*")  # found faster than with +


def fold(text: str) -> str:
    """Full-width ASCII to ASCII, every blank to a space, invisible characters dropped."""
    if len(text) > _LONG:
        for sign in _OFTEN:
            text = text.replace(sign, _FOLDED[sign])
    return _FOLDABLE.sub(_fold_one, text)


def fold_lines(lines: Sequence[str]) -> list[str]:
    """``fold`` of every one of many texts without line breaks, many times faster."""
    return fold("\n".join(lines)).split("\n") if lines else []


def _fold_one(found: re.Match[str]) -> str:
    return _FOLDED[found[0]]


def fold_offsets(text: str) -> list[int] | None:
    """The index in ``text`` of every character of ``fold(text)``; None when they are the same."""
    if _DROPPED_RE.search(text) is None:
        return None
    return [i for i, c in enumerate(text) if _TABLE.get(ord(c), 0) is not None]


def printed_at(start: int, stop: int, offsets: list[int] | None) -> tuple[int, int]:
    """Where ``[start, stop)`` of the folded text stands in the text ``offsets`` are of."""
    return (start, stop) if offsets is None else (offsets[start], offsets[stop - 1] + 1)


@remembered
def comparison_key(text: str) -> str:
    """``text`` folded, lower-cased, without blanks and punctuation: equal for equal titles."""
    return _KEY_RE.sub("", fold(text).lower())


def one_line(text: str) -> str:
    """``text`` as printed with each run of white space as one ASCII space, none outside."""
    return " ".join(text.split())

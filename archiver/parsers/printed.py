"""From the comparison form back to what the page prints."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from archiver.chinese.fold import fold, fold_offsets, printed_at
from archiver.records import Contributor

_BLANKS: Final = "".join(map(chr, range(0x2000, 0x200B)))  # of various widths
_OUTER: Final = (
    _BLANKS + " \u00a0\u3000\t\n\r\u202f\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad"
)
_FOLDED: Final = re.compile("[!-~]")  # what a sign of full width may be folded to
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


def names_as_printed(names: Iterable[Contributor], texts: Sequence[str]) -> tuple[Contributor, ...]:
    """Who wrote, as the first of ``texts`` that names them prints it: （江苏） and not (江苏)."""
    return tuple(
        one.model_copy(
            update={
                part: as_printed(_around(texts, said), said)
                for part in ("text", "unit", "person")
                if (said := getattr(one, part)) is not None
            }
        )
        if _FOLDED.search(one.text)
        else one
        for one in names
    )


def credits_as_printed(
    credits: Mapping[str, tuple[str, ...]], texts: Sequence[str]
) -> dict[str, tuple[str, ...]]:
    """The same for credits: role to names."""
    return {
        role: tuple(
            as_printed(_around(texts, name), name) if _FOLDED.search(name) else name
            for name in names
        )
        for role, names in credits.items()
    }


def _around(texts: Sequence[str], said: str) -> str:
    """The first text that says so."""
    return next((text for text in texts if said in fold(text)), "")

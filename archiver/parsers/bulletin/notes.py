"""编者按: what the editors say before a title, under it or after the text."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from archiver.parsers.bulletin.looks import style_of
from archiver.parsers.bulletin.regions import Regions
from archiver.parsers.bulletin.shapes import is_prose
from archiver.parsers.bulletin.wrapping import goes_on
from archiver.parsers.lines import Line

_LABEL: Final = re.compile(
    r"^[【\[(〔〖]?(?:本\s?刊\s?编\s?者\s?按|编\s?者\s?按|编\s?者\s?的\s?话|编\s?辑\s?部\s?按|编\s?者\s?注|编\s?后\s?语|编\s?后|卷\s?首\s?语|开\s?栏\s?的\s?话|写\s?在\s?前\s?面|按\s?语|导\s?语|(?:致\s?读\s?者|[发创]\s?刊\s?词)(?=\s*:)|按)"
    r"(?:[】\])〕〗]\s*[:]?|\s*:|\s{2,}|(?<=编者按|者\s按|者的话)\s|$)\s*"
)


def note_label(text: str) -> int | None:
    """Length of the 编者按 label at the start of a folded line, or None."""
    found = _LABEL.match(text)
    return found.end() if found else None


def is_afterword(text: str) -> bool:
    """True for 编后 and 编后语, which stand after the text they speak of."""
    return re.match(r"^[【\[(]?编\s?后", text) is not None


def collect_note(lines: Sequence[Line], at: int) -> tuple[str, int]:
    """(text as printed, index after it) of the 编者按 beginning at ``at``.

    A note whose label has its text beside it is one paragraph, and goes on while the following
    lines share a look that the text below does not have.
    """
    alone = note_label(lines[at].folded) == len(lines[at].folded)
    parts = [lines[at].text.strip()]
    end = at + 1
    look = style_of(lines[at])
    rest = lines[at + 1 :]
    prose = [line for line in rest[-20:] if is_prose(line)]
    heads = [two for one, two in pairwise(prose) if not goes_on(one, two)]
    body = {style_of(line) for line in prose[-1:] + heads[-1:]}
    while end < len(lines) and end - at < 8:
        line = lines[end]
        if goes_on(lines[end - 1], line):
            parts[-1] += line.text.strip()
            end += 1
            continue
        apart = line.blank_before > 0 or line.rule_before
        waiting = alone and len(parts) == 1
        if not is_prose(line) or (apart and not waiting):
            break
        if not waiting and (style_of(line) != look or look in body):
            break
        parts.append(line.text.strip())
        end += 1
    return "\n".join(parts), end


def may_precede_toc(lines: Sequence[Line]) -> bool:
    """Between masthead and 目录 may stand a note of the editors, never an article."""
    at = 0
    while at < len(lines):
        if note_label(lines[at].folded) is not None:
            at = collect_note(lines, at)[1]
        elif is_prose(lines[at]):
            return False
        else:
            at += 1
    return True


def preface(lines: Sequence[Line], regions: Regions) -> str | None:
    """Text between masthead and 目录 is the editors'."""
    if not lines:
        return None
    prose = [line for line in lines if is_prose(line) or note_label(line.folded) is not None]
    if not prose:
        regions.give(lines, "masthead")
        return None
    regions.give(lines, "editor note")
    return "\n".join(line.text.strip() for line in lines)

"""编者按: what the editors say before a title, under it or after the text."""

import re
from typing import Final

_LABEL: Final = re.compile(
    r"^[【\[(〔〖]?(?:本\s?刊\s?编\s?者\s?按|编\s?者\s?按|编\s?者\s?的\s?话|编\s?辑\s?部\s?按|编\s?者\s?注|编\s?后\s?语|编\s?后|卷\s?首\s?语|开\s?栏\s?的\s?话|写\s?在\s?前\s?面|按\s?语|导\s?语|致\s?读\s?者(?=\s*:)|按)"
    r"(?:[】\])〕〗]\s*[:]?|\s*:|\s{2,}|$)\s*"
)


def note_label(text: str) -> int | None:
    """Length of the 编者按 label at the start of a folded line, or None."""
    found = _LABEL.match(text)
    return found.end() if found else None


def is_afterword(text: str) -> bool:
    """True for 编后 and 编后语, which stand after the text they speak of."""
    return re.match(r"^[【\[(]?编\s?后", text) is not None

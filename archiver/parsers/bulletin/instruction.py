"""领导批示: what a leader wrote on an issue, printed in a box between its head and its texts."""

import re
from collections.abc import Sequence
from typing import Final

from archiver.parsers.bulletin.names.bylines import dashed_names, end_byline
from archiver.parsers.bulletin.shapes import compact, ends_sentence
from archiver.parsers.lines import Line

_LABEL: Final = re.compile(
    r"[【\[〖]?(?:[省市州县区旗]?(?:主要)?领导(?:同志)?(?:重要)?|(?=批示[】\]〗:]|批示$))批示[】\]〗]?:?"
)
_DAY: Final = re.compile(
    r"[一-龥]{2,4}[。,(]?(?:(?:19|20)\d\d年)?\d{1,2}月\d{1,2}日[)。]?$"
)  # 李明。12月16日
_SIGNED: Final = 24  # characters of post, name and day
_LONGEST: Final = 6  # lines


def instruction_lines(lines: Sequence[Line]) -> int:
    """How many of the first lines are an instruction, from its label to who signed it; 0 for none.

    A column of that name has titles below it.
    """
    label = compact(lines[0].folded) if lines else ""
    at = 1
    if label == "领导" and len(lines) > 1:  # in a narrow cell
        label += compact(lines[1].folded)
        at = 2
    found = _LABEL.match(label)
    if found is None:
        return 0
    said = label[found.end() :]
    if not said and at < len(lines):
        said = compact(lines[at].folded)
        at += 1
    if (signed := _DAY.search(said)) and ends_sentence(said[: signed.start()]):
        return at
    for end in range(at, min(at + _LONGEST, len(lines))):
        if not ends_sentence(said):
            return 0
        if _is_signature(lines[end]):
            return end + 1
        said = lines[end].folded
    return 0


def _is_signature(line: Line) -> bool:
    """李明 7月11日, ——县委书记 李明."""
    bare = compact(line.folded)
    if len(bare) > _SIGNED:
        return False
    byline = dashed_names(line.folded) or end_byline(line)
    named = byline is not None and any(one.person for one in byline.contributors)
    return named or _DAY.search(bare) is not None

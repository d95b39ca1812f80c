"""Compilations: what is an issue by its texts, though no series and no number stand over it."""

import re
from collections.abc import Sequence
from typing import Final

from archiver.parsers.bulletin.contents.toc import find_heading
from archiver.parsers.bulletin.masthead.fields import Masthead
from archiver.parsers.bulletin.masthead.series import is_series
from archiver.parsers.bulletin.shapes import is_prose
from archiver.parsers.lines import Line
from archiver.records import Article, Issue

_TEXTS: Final = 3
"""Texts, each with its title and its sender, that make a compilation."""
_LONGEST: Final = 80  # characters of an imprint
_HEAD: Final = 12  # lines in which the imprint stands
_IMPRINT: Final = re.compile(r"编|[主承协]办|主管|印[发制]|(?:19|20)\d\d年|[一二][九〇○零]")


def is_imprint(line: Line) -> bool:
    """Whether a short line says who makes an issue, or when it was made."""
    return len(line.folded) <= _LONGEST and _IMPRINT.search(line.folded) is not None


def may_be_compiled(lines: Sequence[Line]) -> bool:
    """False when surely these are not several texts below an imprint or a 目录."""
    if len(lines) <= 2 * _TEXTS:
        return False
    for line in lines[:_HEAD]:
        if is_imprint(line):
            return True
        if is_prose(line):
            break
    return find_heading(lines, 0, 2 * _HEAD) is not None


def is_compiled(issue: Issue, articles: Sequence[Article], head: Masthead) -> bool:
    """Whether texts of several senders stand below who edits them, or below a 目录 of them.

    Headings within one text have no senders of their own.
    """
    texts = [one for one in articles if one.title or one.contributors or one.kind == "brief"]
    if len(texts) < _TEXTS:
        return False
    signed = sum(bool(one.contributors) for one in texts)
    mostly = signed >= _TEXTS and signed * 3 >= len(texts) * 2
    led = sum(entry.article is not None for entry in issue.toc)
    listed = led >= _TEXTS and led * 3 >= len(issue.toc) * 2
    if head.editors.has_role or (head.editors and head.date is not None):
        return mostly or listed or is_series(head.series or "")
    return listed and mostly

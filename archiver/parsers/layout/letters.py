"""Letters to an office with its reply, as mailboxes of leaders and hotlines print them."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from archiver.chinese.fold import fold
from archiver.parsers.bulletin.shapes import is_prose
from archiver.parsers.chrome.linekind import LineKind
from archiver.parsers.lines import Line
from archiver.parsers.markup.html import Markup

# What stands over a reply, alone or before who gave it and when.
_REPLY: Final = re.compile(
    r"[^\w\s]?(?:官方|部门|单位|管理员)?(?:回\s?复|答\s?复|办理|处理|反馈)"
    r"(?:内容|情况|结果|意见|信息|单位|部门|人|时间|日期)?[^\w\s]?\s*(?::|$)"
)
_CONTENT_CELL: Final = re.compile(
    r"(?:(?:来信|信件|写信|留言|咨询|提问|问题|诉求|投诉|建议|反映)(?:的?内容|正文|描述)"
    r"|(?:回复|答复|办理|处理|反馈)(?:内容|情况|结果|意见))\s*:?"
)
_LABEL: Final = 24  # characters


def letter_above(markup: Markup, kinds: Sequence[LineKind], head: int, first: int) -> int | None:
    """The first line of a letter that stands between the headline and the reply.

    ``head`` is the line of the headline, ``first`` that of the reply's text.
    """
    between = [n for n in range(head + 1, first) if kinds[n] == "text"]
    letter = next((n for n in between if is_prose(markup.lines[n])), None)
    if letter is None:
        return None
    replied = any(_is_reply(markup.lines[n]) for n in between if n > letter)
    return head + 1 if replied else None


def _is_reply(line: Line) -> bool:
    return _REPLY.match(line.folded[:_LABEL]) is not None


def without_label(line: Line) -> Line:
    """A row that is a letter or a reply, without the cell that says so."""
    if "\t" not in line.text:
        return line
    label, _, text = line.text.strip().partition("\t")
    if "\t" in text.strip() or not _CONTENT_CELL.fullmatch(fold(label).strip()):
        return line
    said = replace(line, text=text.strip(), folded=fold(text).strip(), table=None)
    return said if said.folded else line

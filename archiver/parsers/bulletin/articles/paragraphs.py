"""The paragraphs of a text: rows of a table together, broken lines joined, headings told."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, TypedDict

from pydantic import TypeAdapter

from archiver.chinese.units import is_unit_name
from archiver.parsers.bulletin.looks import are_alike, is_stronger
from archiver.parsers.bulletin.shapes import (
    HEADING_TAGS,
    ends_sentence,
    heading_kind,
    is_caption,
    is_linked,
    is_prose,
    is_text,
    marker_of,
)
from archiver.parsers.bulletin.words import REPORT_PARTS
from archiver.parsers.bulletin.wrapping import SENT_TO, goes_on
from archiver.parsers.lines import Line
from archiver.parsers.printed import strip_outer
from archiver.records import Paragraph
from archiver.records.article import ParagraphKind

# All at once: half the time of one after the other.
_PARAGRAPHS: Final = TypeAdapter(list[Paragraph])

_LABELLED: Final = re.compile(r"[一-鿿]\s?[一-鿿]{1,5}:")  # 时间:… over 地点:…
_REMARK: Final = re.compile(r"\((?:此[件文]|共?印|本[期文]).{2,28}\)")  # (此件公开发布), (共印50份)
_APART: Final = ("附件", *SENT_TO)  # what stands on its own at the end of a paper
_SMALL: Final = 0.9  # of the size of the text
_NO_CAPTION: Final = re.compile(r"(?:[。:;!?]|\d号|[制维][作护])$")
_SUBHEAD: Final = 20  # characters
_DEEPER: Final = 2  # columns
_NEAR: Final = 20  # lines
_TABLE_NAME: Final = 40  # characters
_WORDS: Final = re.compile(r"[一-龥“”\"·,:?!、\s\d]{3,20}(?<![:,、])")
_FRAMED: Final = re.compile("【[一-龥]{2,8}】")
# A picture, names, days and questions: 资料图, 本报记者 李明, 9月17日 雨, 问:….
_SAYS_WHO: Final = re.compile(r"[图摄]|记者|通讯员|作者|[供来撰]稿|\d[年月]|^[问答]:")


class _Fields(TypedDict):
    text: str
    kind: ParagraphKind


def paragraphs_of(lines: Sequence[Line]) -> list[Paragraph]:
    """The paragraphs of lines that ``mark_running`` has seen, without empty ones."""
    return _PARAGRAPHS.validate_python([found for found in _paragraphs(lines) if found["text"]])


def _paragraphs(lines: Sequence[Line]) -> Iterator[_Fields]:
    """Lines as paragraphs: the rows of a table together, and what was broken at a width."""
    hard_wrapped = any(2 <= line.indent <= 8 and len(line.folded) >= 18 for line in lines)
    widths = _wrap_widths(lines) if hard_wrapped else frozenset()

    def joins(previous: Line, line: Line) -> bool:
        if line.table is not None or previous.table is not None:
            return line.table == previous.table
        return hard_wrapped and _continues(previous, line, widths)

    begins = [at for at, line in enumerate(lines) if not (at and joins(lines[at - 1], line))]
    for first, last in pairwise([*begins, len(lines)]):
        texts = [strip_outer(line.text) for line in lines[first:last]]
        if lines[first].table is not None:
            yield {"text": "\n".join(texts), "kind": "table"}
        elif len(texts) > 1:
            yield {"text": "".join(texts), "kind": "body"}
        else:
            yield {"text": texts[0], "kind": _kind(lines, first)}


def _kind(lines: Sequence[Line], at: int) -> ParagraphKind:
    text = lines[at].folded
    if lines[at].tag == "figcaption" or is_caption(text) or _is_set_as_caption(lines[at]):
        return "caption"
    if kind := heading_kind(text):
        return kind
    if _names_table(lines, at):
        return "caption"
    if len(text) > _SUBHEAD:
        return "body"
    return "heading1" if _is_subhead(lines, at) or _opens_parts(lines, at) else "body"


def _opens_parts(lines: Sequence[Line], at: int) -> bool:
    """Whether the first line heads a part of the text, as a later one in the same print does."""
    if at or len(lines) < 2 or not is_prose(lines[1]) or not _WORDS.fullmatch(lines[0].folded):
        return False
    return any(
        are_alike(lines[0], lines[n]) and len(lines[n].folded) <= _SUBHEAD and _is_subhead(lines, n)
        for n in range(2, min(_NEAR, len(lines)))
    )


def _is_set_as_caption(line: Line) -> bool:
    """Whether a line in the middle stands below a picture, is marked or printed small."""
    if line.align != "center":
        return False
    text = line.folded
    told = text[0] != "(" and not _NO_CAPTION.search(text) and not is_unit_name(text)
    below = line.below_picture and not line.bold
    return text[0] in "▲△" or ((line.size <= _SMALL or below) and told)


def _names_table(lines: Sequence[Line], at: int) -> bool:
    """Whether a line in the middle right over a table says what the table shows."""
    return (
        lines[at].align == "center"
        and len(lines[at].folded) <= _TABLE_NAME
        and at + 1 < len(lines)
        and lines[at + 1].table is not None
    )


def _is_subhead(lines: Sequence[Line], at: int) -> bool:
    """A few words between paragraphs, in bold or a heading element, or set like the text below.

    What stands in the middle of the line and is no stronger tells what a picture shows.
    """
    if _FRAMED.fullmatch(lines[at].folded):  # 【基本案情】
        return at < len(lines) - 1 and is_prose(lines[at + 1])
    if not 0 < at < len(lines) - 1 or not _WORDS.fullmatch(lines[at].folded):
        return False
    above, line, below = lines[at - 1 : at + 2]
    if not is_text(above) or not is_prose(below) or line.table is not None or line.anchors:
        return False
    if REPORT_PARTS.fullmatch(line.folded):
        return True
    stronger = is_stronger(line, below) or line.tag in HEADING_TAGS
    stronger = stronger or (_is_set_in(above, line, below) and _is_set_in_again(lines, at))
    alike = (line.align, line.indent) == (below.align, below.indent) == ("left", above.indent)
    alike = alike and line.folded[-1] not in "?!"
    return (stronger or alike) and not _SAYS_WHO.search(line.folded)


def _is_set_in(above: Line, line: Line, below: Line) -> bool:
    """Whether blanks set a line in deeper than the paragraphs around it."""
    aligned = line.align == "left" and above.align == "left" == below.align
    return aligned and line.indent >= max(above.indent, below.indent) + _DEEPER


def _is_set_in_again(lines: Sequence[Line], at: int) -> bool:
    """One of several lines of a few words with the same indent: what pictures show is no such."""
    indent = lines[at].indent
    near = (*lines[max(at - _NEAR, 0) : at], *lines[at + 1 : at + 1 + _NEAR])
    return any(line.indent == indent and len(line.folded) <= _SUBHEAD for line in near)


def _wrap_widths(lines: Sequence[Line]) -> frozenset[int]:
    """At which widths lines are broken in the middle of a sentence, more than once."""
    found = Counter(
        _width(one) for one, two in pairwise(lines) if _continues(one, two, frozenset())
    )
    return frozenset(width for width, count in found.items() if count >= 2)


def _width(line: Line) -> int:
    return len(line.folded) + line.indent


def _continues(previous: Line, line: Line, widths: frozenset[int]) -> bool:
    """A hard-wrapped line: not indented, after a long line that ends within a sentence.

    Where lines are wrapped at a known width, a line of that width may also end with one.
    """
    if goes_on(previous, line):
        return True
    if line.indent or line.blank_before or len(previous.folded) < 18:
        return False
    if line.align != "left" or previous.align != "left" or line.bold != previous.bold:
        return False
    if ends_sentence(previous.folded) and not any(abs(_width(previous) - w) <= 1 for w in widths):
        return False
    return (
        previous.folded[-1] != ":"
        and heading_kind(line.folded) is None
        and heading_kind(previous.folded) is None
        and marker_of(line.folded) is None
        and not is_caption(line.folded)
        and not is_unit_name(line.folded)
        and not line.folded.startswith(_APART)
        and not _REMARK.fullmatch(line.folded)
        and not (_LABELLED.match(line.folded) and _LABELLED.match(previous.folded))
        and not is_linked(line)
    )

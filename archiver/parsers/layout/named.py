"""Who wrote the one text of a page or sent it in, where the page says so beside the text.

The text itself may stand in an element of its own, with the names on the information line, under
the headline or below the pages of the text.
"""

import re
from collections.abc import Iterator
from typing import Final

from archiver.chinese.fold import fold
from archiver.chinese.units import is_person_name
from archiver.parsers.bulletin.names.bylines import head_byline
from archiver.parsers.bulletin.names.contributors import (
    read_labelled,
    read_parenthesised,
    read_under_title,
)
from archiver.parsers.bulletin.names.labelled import Byline, byline_of
from archiver.parsers.info.days import DATE
from archiver.parsers.info.info import Info, is_nobody
from archiver.parsers.info.labels import NAMING, STROKES
from archiver.parsers.layout.infolines import NEAR
from archiver.parsers.layout.layout import Layout
from archiver.parsers.lines import Line
from archiver.records import Contributor

# Words before names that take no colon.
_UNMARKED: Final = re.compile(
    r"(?<![一-鿿])(?:(?:本[报网刊站台]|特约|职工|实习|见习){0,3}(?P<who>记者|通讯员|撰[文稿]人?)"
    r"|(?P<both>文\s?[/、]\s?图|图\s?[/、]\s?文|图文|文图))(?:\s?/\s?|\s+)"
    r"(?P<names>[一-鿿]{2,4}(?:[\s、](?!通讯员|记者)[一-鿿]{2,4}){0,5})(?![一-鿿])"
)
_STROKE: Final = re.compile(r"[文图]\s?/\s?[一-鿿]")
_EACH_STROKE: Final = re.compile(r"\s+(?=[文图]\s?/)")
_WORDS: Final = re.compile(r"[\s、]")
_OWN: Final = ("本站", "本网", "本刊", "本报")
_PLACES: Final = "省市县区州旗盟乡镇村"
_PASSED: Final = ("text", "pagination", "tools")


def named_beside(layout: Layout) -> Iterator[Byline]:
    """Who is named around the text, from the top."""
    if not layout.content or not layout.headline.lines:
        return
    below_head = layout.headline.lines[-1] + 1
    for n in range(max(below_head - 1 - NEAR, 0), layout.content[0].number):
        if n in layout.infos:
            yield from _on_information_line(layout.markup.lines[n], layout.infos[n])
        elif n >= below_head and layout.kinds[n] == "text":
            yield from _under_headline(layout.markup.lines[n])
    yield from _below(layout)


def _under_headline(line: Line) -> Iterator[Byline]:
    byline = _unmarked(line.folded)
    if byline is None and not line.anchors:
        byline = head_byline(line, prose_later=True)
    if byline and not any(map(_is_place, byline.contributors)):
        yield byline


def _is_place(one: Contributor) -> bool:
    """Whether but a place is named: a column, or a part of the site."""
    return one.unit == one.text and one.text[-1] in _PLACES


def _on_information_line(line: Line, info: Info) -> Iterator[Byline]:
    named = [(role, value) for role, value in info.pairs if role in NAMING]
    pairs = [pair for pair in named if not is_nobody(pair[1]) and pair[1] not in _OWN]
    if any(role == "作者单位" for role, _ in pairs):
        pairs = [("作者", value) for role, value in info.pairs if role == "author"] + pairs
    byline = byline_of([pair for pair in pairs if not pair[1].isascii()]) if pairs else None
    each = next((value for role, value in info.pairs if role == STROKES), None)
    if each and (told := read_parenthesised(f"({fold(each)})")):
        yield told
    if byline := byline or _unmarked(line.folded) or _with_strokes(line):
        yield byline


def _with_strokes(line: Line) -> Byline | None:
    """文/袁林 图/龙正 before the day, each in an element of its own or side by side."""
    if "/" not in line.folded or _STROKE.search(line.folded) is None:
        return None
    around = DATE.sub("\t", line.folded).split("\t")
    strokes = [one for text in around for one in _EACH_STROKE.split(text)]
    apart = [fold(piece).strip() for piece in line.pieces] or [one.strip() for one in strokes]
    found = (read_under_title(piece) for piece in apart if _STROKE.match(piece))
    told = [byline for byline in found if byline]
    return Byline(tuple(one for byline in told for one in byline.contributors)) if told else None


def _unmarked(text: str) -> Byline | None:
    """通讯员 林菲 毛文斌, 文/图 唐志强: persons behind a word, on a line that may say more."""
    pairs: list[tuple[str, str]] = []
    for found in _UNMARKED.finditer(text):
        persons: list[str] = []
        for word in _WORDS.split(found["names"]):
            if not is_person_name(word):
                break
            persons.append(word)
        if persons:
            pairs.append((found["who"] or "图文", "、".join(persons)))
    return byline_of(pairs) if pairs else None


def _below(layout: Layout) -> Iterator[Byline]:
    """Who is named right below the text, before anything else that sites print there."""
    last = layout.content[-1].number
    for n in range(last + 1, min(last + 1 + NEAR, len(layout.kinds))):
        if layout.kinds[n] not in _PASSED:
            return
        line = layout.markup.lines[n]
        text = line.folded
        if n in layout.infos:
            yield from _on_information_line(line, layout.infos[n])
        elif byline := read_labelled(text) or read_parenthesised(text) or _at_the_right(line):
            yield byline


def _at_the_right(line: Line) -> Byline | None:
    """A body and a person of it set to the right, as papers are signed."""
    byline = read_under_title(line.folded) if line.align == "right" and not line.anchors else None
    signed = byline and all(one.unit and one.person for one in byline.contributors)
    return byline if signed else None

"""Titles that share their line with something else, parted from it before titles are looked for."""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from archiver.chinese.fold import fold
from archiver.parsers.bulletin.contents.items import line_key
from archiver.parsers.bulletin.names.contributors import read_parenthesised
from archiver.parsers.bulletin.printed import strip_outer
from archiver.parsers.bulletin.shapes import is_prose, without_marker, without_ordinal
from archiver.parsers.bulletin.similarity import title_key
from archiver.parsers.bulletin.titles import headings
from archiver.parsers.bulletin.titles.leads import run_in_title
from archiver.parsers.lines import Line

_SHORTEST: Final = 5  # characters of a key that no words of a text are by chance
_LONGEST: Final = 60
_SET_OFF: Final = re.compile(r"[。：:]|\s+|(?=[（(【\[])")  # what may stand behind a title
_CUTS: Final = 4  # so many of these may stand within it
_SIGNED: Final = re.compile(r"(?P<title>.{4,60}?)\s*(?P<names>[（(][^（）()]{2,40}[）)])")


def off_texts(lines: Sequence[Line], heading: int) -> list[Line]:
    """``lines`` with each title that begins its text on a line of its own.

    Such titles are told by the 目录, whose ``heading`` stands at that index: its entries come back
    nowhere else.
    """
    begin = next((at for at in range(heading + 1, len(lines)) if is_prose(lines[at])), len(lines))
    wanted = _said_once(lines, heading + 1, begin)
    out = list(lines[:begin])
    for line in lines[begin:]:
        out += _off_text(line, wanted) if wanted and is_prose(line) else [line]
    return out


def _said_once(lines: Sequence[Line], start: int, stop: int) -> set[str]:
    """The keys of the entries between ``start`` and ``stop`` that no other line says."""
    keys = [line_key(line.folded) for line in lines[start:stop]]
    seen: set[str] = set()
    for at, key in enumerate(keys):
        if key in seen and len(key) >= _SHORTEST:
            stop = start + at  # the body begins
            break
        seen.add(key)
    short = [title_key(one.folded) for one in lines[stop:] if len(one.folded) <= _LONGEST]
    again = {*short, *(one + two for one, two in pairwise(short))}
    return {key for key in keys[: stop - start] if len(key) >= _SHORTEST and key not in again}


def off_names(lines: Sequence[Line]) -> list[Line]:
    """``lines`` with each title on another line than the names in parentheses behind it."""
    out: list[Line] = []
    for at, line in enumerate(lines):
        over = at + 1 < len(lines) and not is_prose(line) and is_prose(lines[at + 1])
        out += _off_names(line) if line.folded[-1] == ")" and over else [line]
    return out


def _off_text(line: Line, wanted: Collection[str]) -> list[Line]:
    """The title that begins a paragraph, and the text behind it."""
    led = run_in_title(line)
    if led is None or title_key(fold(led[0])) not in wanted:
        led = _set_off(without_marker(strip_outer(line.text)), wanted)
    if led is None:
        return [line]
    title, rest = led
    below = replace(line, text=rest, folded=fold(rest).strip(), lead=0)
    below.blank_before, below.rule_before = 0, False
    return [replace(line, text=title, folded=fold(title).strip(), lead=0, bold=True), below]


def _set_off(text: str, wanted: Collection[str]) -> tuple[str, str] | None:
    """A title of the 目录 that a sign or a blank parts from what follows it."""
    for cuts, sign in enumerate(_SET_OFF.finditer(text, 0, _LONGEST)):
        rest = text[sign.end() :].strip()
        if cuts >= _CUTS or not rest:
            break
        if title_key(fold(text[: sign.start()])) in wanted:
            return text[: sign.start()].strip(), rest
    return None


def _off_names(line: Line) -> list[Line]:
    """A title, and the names in parentheses that stand behind it over the text."""
    found = _SIGNED.fullmatch(strip_outer(line.text))
    if found is None:
        return [line]
    byline = read_parenthesised(fold(found["names"]))
    title = replace(line, text=found["title"], folded=fold(found["title"]).strip())
    bare = replace(title, folded=without_ordinal(title.folded))
    if byline is None or not byline.contributors or not headings.can_be_title(bare):
        return [line]
    names = replace(line, text=found["names"], folded=fold(found["names"]), lead=0, bold=False)
    names.blank_before, names.rule_before = 0, False
    return [title, names]

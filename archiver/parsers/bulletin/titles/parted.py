"""Titles that share their line with something else, parted from it before titles are looked for."""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from archiver.chinese.fold import fold
from archiver.parsers.bulletin.contents.entries import LEADER_NAME
from archiver.parsers.bulletin.contents.items import line_key
from archiver.parsers.bulletin.names.bylines import head_byline
from archiver.parsers.bulletin.names.contributors import (
    read_labelled,
    read_lone_names,
    read_parenthesised,
)
from archiver.parsers.bulletin.names.groups import is_group
from archiver.parsers.bulletin.shapes import cells_of, is_prose, without_marker, without_ordinal
from archiver.parsers.bulletin.similarity import title_key
from archiver.parsers.bulletin.titles import headings
from archiver.parsers.bulletin.titles.leads import run_in_title
from archiver.parsers.lines import Line
from archiver.parsers.printed import strip_outer

_SHORTEST: Final = 5  # characters of a key that no words of a text are by chance
_LONGEST: Final = 60
_SET_OFF: Final = re.compile(r"[。：:]|\s+|(?=[（(【\[])")  # what may stand behind a title
_CUTS: Final = 4  # so many of these may stand within it
# Behind a title: (县森防站), [李明], □李明, ／李明, 作者：李明.
_SIGNED: Final = re.compile(
    r"(?P<title>.{4,60}?)\s*(?:[（(【\[〔](?P<inner>[^（）()【】\[\]〔〕]{2,40})[）)】\]〕]"
    r"|(?P<marked>[□◎○].{2,30})|[/／](?P<names>[^/／]{2,24})|(?P<labelled>(?<=\s)[一-龥]{1,4}[：:].{2,30}))"
)
_SIGNS: Final = frozenset(")】]〕□◎○/:")
_BLANKS: Final = 4  # so many may stand within a title and the names behind it
_OFTEN: Final = 2
_PAGE: Final = "0123456789"


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
        seen.update((key, key.rstrip(_PAGE)))
    short = [title_key(one.folded) for one in lines[stop:] if len(one.folded) <= _LONGEST]
    again = {*short, *(one + two for one, two in pairwise(short))}
    bare = filter(None, map(_without_names, lines[start:stop]))
    return {key for key in (*keys[: stop - start], *bare) if len(key) >= _SHORTEST} - again


def _without_names(line: Line) -> str | None:
    """The key of an entry without the names behind it, or in another cell."""
    if "\t" in line.text:
        return title_key(max(cells_of(line), key=len, default=""))
    parted = _names_behind_sign(line) or _names_behind_blank(line)
    if parted is None and (found := LEADER_NAME.match(line.folded)):
        return title_key(found["title"])
    return line_key(parted[0].folded) if parted else None


def off_names(lines: Sequence[Line], listed: Collection[str]) -> list[Line]:
    """``lines`` with each title on another line than the names behind it.

    Nothing but a blank may part them where that is the habit of the issue, and not even that where
    the 目录 tells the title; ``listed`` are the keys of its entries.
    """
    over = [
        at
        for at in range(len(lines) - 1)
        if is_prose(lines[at + 1]) and not is_prose(lines[at]) and lines[at].table is None
    ]
    bare = {at: found for at in over if (found := _names_behind_blank(lines[at]))}
    spaced = sum(" " in lines[at].folded for at in over) if len(bare) >= _OFTEN else 0
    parted = bare if spaced and len(bare) * 2 >= spaced else {}
    for at in over:
        if found := _names_behind_sign(lines[at]) or _names_behind_entry(lines[at], listed):
            parted[at] = found
    out: list[Line] = []
    for at, line in enumerate(lines):
        out += parted.get(at, [line])
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


def _names_behind_sign(line: Line) -> list[Line] | None:
    """A title, and the names that a sign sets off from it."""
    if _SIGNS.isdisjoint(line.folded):
        return None
    found = _SIGNED.fullmatch(strip_outer(line.text))
    if found is None:
        return None
    if inner := found["inner"]:
        names, byline = f"({inner})", read_parenthesised(f"({fold(inner)})")
    elif labelled := found["labelled"]:
        names, byline = labelled, read_labelled(fold(labelled))
    else:
        names = found["marked"] or found["names"]
        byline = read_lone_names(fold(names).strip())
    known = byline is not None and bool(byline.contributors)
    return _parted(line, found["title"], names) if known else None


def _names_behind_blank(line: Line) -> list[Line] | None:
    """A title, and the names that only a blank parts from it: 老秦的三件宝 大岭林场 邹志坚."""
    words = strip_outer(line.text).split()
    for first in range(1, min(len(words), _BLANKS)):
        names = " ".join(words[first:])
        if read_lone_names(fold(names)) is not None:
            return _parted(line, " ".join(words[:first]), names)
    return None


def _names_behind_entry(line: Line, listed: Collection[str]) -> list[Line] | None:
    """An entry of the 目录, and the names to the right of it, in an element of their own."""
    key = title_key(line.folded)
    if key in listed or not any(map(key.startswith, listed)):
        return None
    text = strip_outer(line.text)
    for end in range(_SHORTEST, len(text) - 1):
        if title_key(fold(text[:end])) in listed:
            names = text[end:].strip()
            group = is_group(names)
            known = group or read_lone_names(fold(names)) is not None
            parted = _in_two(line, text[:end], names) if known else None
            if parted and group:  # known as one only where nothing else can stand
                parted[1].folded = f"({parted[1].folded})"
            return parted
    return None


def _parted(line: Line, title: str, names: str) -> list[Line] | None:
    """The line as two, unless all of it is names."""
    return None if head_byline(line, prose_later=True) else _in_two(line, title, names)


def _in_two(line: Line, title: str, names: str) -> list[Line] | None:
    """The line as two, when the first of them can be a title."""
    above = replace(line, text=title, folded=fold(title).strip(), lead=0)
    bare = replace(above, folded=without_ordinal(above.folded))
    if len(above.folded) < _SHORTEST or not headings.can_be_title(bare):
        return None
    below = replace(line, text=names, folded=fold(names).strip(), lead=0, bold=False)
    below.blank_before, below.rule_before = 0, False
    return [above, below]

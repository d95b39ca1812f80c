"""目录: where the table of contents stands and what its lines are."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from archiver.chinese.fold import fold
from archiver.parsers.bulletin.contents.end import (
    before_sections,
    end_by_recurrence,
    end_of_entries,
    is_toc_line,
    short_run,
)
from archiver.parsers.bulletin.contents.entries import Entry, are_columns, entries_of
from archiver.parsers.bulletin.contents.items import (
    Followers,
    Item,
    followers,
    items_of,
    line_key,
    recurs,
)
from archiver.parsers.bulletin.contents.rows import entries_of_table
from archiver.parsers.bulletin.notes import note_label
from archiver.parsers.bulletin.shapes import MARKERS, is_prose
from archiver.parsers.bulletin.similarity import SAME, similarity, title_key
from archiver.parsers.lines import Line

_HEADING_WORDS: Final = (
    r"(?:本\s*[周月]\s*(?:目\s*录|导\s*读|看\s*点|提\s*要)|本\s*期\s*(?:目\s*录|要\s*目|导\s*读|内\s*容|看\s*点|提\s*[要示]|要\s*[闻点览]|栏\s*目|重\s*点|摘\s*要|主\s*要\s*内\s*容)"
    r"|主?\s*要?\s*目\s*[录次]|要\s*目|内\s*容\s*(?:提\s*要|导\s*读)|导\s*读|主\s*要\s*内\s*容)"
)
_ENGLISH: Final = "(?:CONTENTS?|CATALOG(?:UE)?)"
_FRAME: Final = rf"【】\[\]《》<>{re.escape(MARKERS)}=~*_—–─━…·\s\-"  # === 目录 ===
_HEADING: Final = re.compile(
    rf"^[{_FRAME}]*(?:{_ENGLISH}[/|丨\s]*)?{_HEADING_WORDS}"
    rf"[{_FRAME}]*(?:[/|丨]?\s*\(?{_ENGLISH}\)?)?\s*:?$|^{_ENGLISH}$",
    re.I,
)
_FIRST: Final = frozenset(
    "【[《<=~*_—–─━…·-本主要目内导Cc" + MARKERS
)  # signs: few lines begin with one
_INLINE: Final = re.compile(
    rf"^[【\[]?{_HEADING_WORDS}[】\]]?\s*(?::|\s(?=[{re.escape(MARKERS)}\d一]))\s*(?P<rest>.{{6,}})$"
)
_INLINE_SPLIT: Final = re.compile(
    rf"[;；]|\s{{2,}}|(?=[{re.escape(MARKERS)}])|(?<=[^\d])(?=\d{{1,2}}[.、](?!\d))|(?=\s\(\d{{1,2}}\))"
)
_BETWEEN: Final = f" :|/,、;【】[]{MARKERS}"  # what sets columns off on one line
_AS_COLUMN: Final = re.compile("本期(?:重点|要[闻点])")  # over the first text, not over entries
_COLUMN: Final = re.compile("[一-龥“”·]{2,10}")
_SURE: Final = 2  # entries that come back
_MOST: Final = 60  # entries without a heading over them


@dataclass(frozen=True, slots=True)
class Toc:
    """The lines of the 目录, ``start`` to ``end`` (exclusive), its heading included."""

    start: int
    end: int
    entries: tuple[Entry, ...]
    printed: tuple[str, ...]

    def text(self, start: int, end: int) -> str:
        """What the lines from index ``start`` to ``end`` print."""
        return "\n".join(self.printed[max(0, start - self.start) : max(0, end - self.start)])


def is_toc_heading(text: str) -> bool:
    """True for 目 录, 本期要目: and the like, alone on the line."""
    return len(text) <= 30 and _HEADING.match(text) is not None


def _inline_toc(text: str) -> str | None:
    """The entries of a 目录 printed on one line with its heading."""
    found = _INLINE.match(text)
    return found["rest"] if found else None


def is_whole(line: Line) -> bool:
    """Whether a line is a 目录 by itself, its entries behind its heading."""
    return _inline_toc(line.folded) is not None


def find_heading(lines: Sequence[Line], start: int = 0, stop: int | None = None) -> int | None:
    """Index of the first 目录 heading."""
    for at in range(start, len(lines) if stop is None else min(stop, len(lines))):
        text = lines[at].folded
        if text[:1] in _FIRST and (is_toc_heading(text) or _inline_toc(text)):
            return at
    return None


def read_toc(lines: Sequence[Line], start: int) -> Toc | None:
    """The 目录 that begins at or soon after ``start``, or None.

    With a heading it ends where its first title comes back as the first heading of the body; when
    nothing comes back, at the gap after its last short line. Without a heading at least two lines
    must come back later, in order.
    """
    at = find_heading(lines, start, start + 12)
    if at is None:
        return _in_one_line(lines, start) or _unheaded(lines, start) or _said_twice(lines, start)
    rest = _inline_toc(lines[at].folded)
    if rest:
        later = followers(lines[at + 1 :])
        items = [Item(part, at) for part in _parts_of_inline(rest, later)]
        promised = "栏" in lines[at].folded.removesuffix(rest)
        named = () if are_columns(items, later, promised) else entries_of(items, {})
        return _toc(lines, at, at + 1, named)
    first = at + 1
    while first < len(lines) and is_toc_heading(lines[first].folded):
        first += 1  # CONTENTS over 目录
    end = end_of_entries(lines, first)
    later = followers(lines[end:])
    columns = "栏" in lines[at].folded
    entries = _entries(lines, first, end, later, columns=columns)
    if not entries and end == first and _AS_COLUMN.search(lines[at].folded):
        return None
    return _toc(lines, at, end, entries)


def _parts_of_inline(rest: str, later: Followers) -> list[str]:
    """The entries of a 目录 on one line; a blank parts them where all come back as lines."""
    words = rest.split()
    if len(words) > 1 and all(title_key(word) in later for word in words):
        return words
    return [part.strip() for part in _INLINE_SPLIT.split(rest) if part and part.strip()]


def read_toc_after(lines: Sequence[Line], start: int) -> Toc | None:
    """A 目录 printed after the body: its heading, then lines that stood before as titles."""
    at = find_heading(lines, start)
    if at is None or at + 1 >= len(lines):
        return None
    earlier = followers(lines[:at])
    end = at + 1
    while end < len(lines) and not is_prose(lines[end]):
        end += 1
    entries = _entries(lines, at + 1, end, earlier)
    if not any(recurs(entry.key, list(earlier)) for entry in entries):
        return None
    return _toc(lines, at, end, entries)


def read_toc_beside(beside: Sequence[Line], lines: Sequence[Line]) -> Toc | None:
    """A 目录 in a box of the page outside the text: half its entries at least are lines of it."""
    if not beside:
        return None
    later = followers(lines)
    entries = _entries(beside, 1, len(beside), later)
    found = sum(entry.key in later for entry in entries)
    if found < _SURE or found * 2 < len(entries):
        return None
    return _toc(beside, 0, len(beside), entries)


def _entries(
    lines: Sequence[Line], start: int, end: int, later: Followers, *, columns: bool = False
) -> list[Entry]:
    """What the lines from ``start`` to ``end`` name, one by one."""
    rows = entries_of_table(lines, start, end, later)
    return rows or entries_of(items_of(lines, start, end, later), later, columns=columns)


def _toc(lines: Sequence[Line], start: int, end: int, entries: Sequence[Entry]) -> Toc:
    return Toc(start, end, tuple(entries), tuple(line.text for line in lines[start:end]))


def _in_one_line(lines: Sequence[Line], start: int) -> Toc | None:
    """工作动态:标题  经验交流:标题: links to the titles below, each behind its column."""
    line = lines[start] if start < len(lines) else None
    if line is None or len(line.anchors) < _SURE:
        return None
    later = followers(lines[start + 1 :])
    entries: list[Entry] = []
    section, begin = None, 0
    for anchor in line.anchors:
        title = fold(anchor.text).strip()
        at = line.folded.find(title, begin)
        if at < 0 or title_key(title) not in later:
            return None
        before = line.folded[begin:at].strip(_BETWEEN)
        section = before if _COLUMN.fullmatch(before) else section
        entries.append(Entry(title, start, section, href=anchor.href))
        begin = at + len(title)
    return _toc(lines, start, start + 1, entries)


def _said_twice(lines: Sequence[Line], start: int) -> Toc | None:
    """One title printed twice in a row: the first stands where a 目录 would."""
    if start + 1 >= len(lines) or not is_toc_line(lines[start]):
        return None
    one, two = (line_key(line.folded) for line in lines[start : start + 2])
    return _toc(lines, start, start + 1, []) if one == two and len(one) >= 6 else None


def _unheaded(lines: Sequence[Line], start: int) -> Toc | None:
    run = short_run(lines, start)
    if run - start < 2:
        return None
    end = end_by_recurrence(lines, start)
    if end is None and run < len(lines) and note_label(lines[run].folded) is not None:
        end = run
    if end is None or end - start < 2:
        return None
    end = before_sections(lines, start, end)
    later = followers(lines[end:])
    entries = _entries(lines, start, end, later)
    if len(entries) > _MOST:
        return None
    missed = 0
    for entry in entries:
        key = entry.key
        missed += not (key in later or any(similarity(key, other) >= SAME for other in later))
        if missed * 2 > len(entries):
            return None
    if len(entries) - missed < _SURE:
        return None
    return _toc(lines, start, end, entries)

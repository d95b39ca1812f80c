"""The body cut into articles: ranges of lines between titles, and items without titles."""

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from archiver.chinese.fold import comparison_key
from archiver.parsers.bulletin.articles import digest
from archiver.parsers.bulletin.contents.toc import Toc
from archiver.parsers.bulletin.notes import collect_note, note_label
from archiver.parsers.bulletin.regions import Regions
from archiver.parsers.bulletin.shapes import (
    MARKERS,
    heading_kind,
    is_counted,
    is_numbered,
    is_prose,
    is_rule,
    marker_of,
    ordinal_of,
    section_name,
)
from archiver.parsers.bulletin.titles.boundaries import is_boundary
from archiver.parsers.bulletin.titles.columnnames import CORE
from archiver.parsers.bulletin.titles.leads import DAYS, begins_items
from archiver.parsers.bulletin.titles.titles import Start
from archiver.parsers.bulletin.words import SECTION_WORDS
from archiver.parsers.lines import Line

_FRAMES: Final = f"【[〖{MARKERS}"
_NEWS: Final = ("简讯", "短讯", "快讯")


@dataclass(slots=True)
class Piece:
    """The lines of one article: from its first line (引题, title) to the next article."""

    start: Start | None
    first: int
    end: int
    section: str | None = None
    kind: str = "article"
    counted: bool = False  # one of several items that numbers begin


class _Columns:
    """The column headings of the body: where they stand and what they say."""

    def __init__(self, found: dict[int, str]) -> None:
        self._found = found
        self._places = sorted(found)

    def __contains__(self, at: int) -> bool:
        return at in self._found

    def before(self, at: int) -> str | None:
        """The column that a line at ``at`` belongs to."""
        place = bisect_left(self._places, at)
        return self._found[self._places[place - 1]] if place else None

    def between(self, low: int, high: int) -> list[tuple[int, str]]:
        """Places and names from ``low`` to ``high``."""
        first, last = bisect_left(self._places, low), bisect_left(self._places, high)
        return [(at, self._found[at]) for at in self._places[first:last]]


def split(
    body: list[Line], starts: list[Start], toc: Toc | None, regions: Regions
) -> tuple[list[Piece], list[str]]:
    """Articles as line ranges, and the editors' notes before the first of them."""
    found = _section_lines(body, starts, toc)
    columns = _Columns(found)
    regions.give([body[at] for at in found], "section")
    begins = [s.at - s.above for s in starts] + [len(body)]
    at, notes = _read_front(body[: begins[0]], columns, regions) if starts else (0, [])
    pieces = _untitled(body, at, begins[0], columns)
    for start, first, end in zip(starts, begins, begins[1:], strict=False):
        pieces += _titled(body, start, first, end, columns, toc)
    return pieces, notes


def _read_front(body: list[Line], columns: _Columns, regions: Regions) -> tuple[int, list[str]]:
    """Columns, rules and notes before the first title: (index after them, the notes)."""
    notes: list[str] = []
    at = 0
    while at < len(body):
        if at in columns or is_rule(body[at].folded):
            regions.give([body[at]], "rule")
            at += 1
        elif DAYS.fullmatch(body[at].folded):  # what a weekly covers
            regions.give([body[at]], "masthead")
            at += 1
        elif note_label(body[at].folded) is not None:
            note, end = collect_note(body, at)
            regions.give(body[at:end], "editor note")
            notes.append(note)
            at = end
        else:
            break
    return at, notes


def _titled(
    body: list[Line], start: Start, first: int, end: int, columns: _Columns, toc: Toc | None
) -> list[Piece]:
    """The article of one title, and the untitled items that follow it."""
    text_from = start.at + start.span + start.below
    cuts = columns.between(text_from, end)
    own_end = cuts[0][0] if cuts else end
    piece = Piece(start, first, own_end, columns.before(first))
    out = [piece]
    if toc is None:
        items = digest.items(body[text_from:own_end], titled=True)
        if len(items) > 1:
            piece.end = text_from + items[0]
            out += _cut(text_from, own_end, items, piece.section)
    return out + _untitled(body, own_end, end, columns)


def _untitled(body: list[Line], low: int, high: int, columns: _Columns) -> list[Piece]:
    """Items without titles, column by column."""
    cuts = columns.between(low, high)
    out = (
        []
        if cuts and cuts[0][0] == low
        else _items(body, low, cuts[0][0] if cuts else high, columns.before(low))
    )
    for (at, name), (following, _) in pairwise([*cuts, (high, "")]):
        out += _items(body, at + 1, following, name)
    return out


def _items(body: list[Line], low: int, high: int, section: str | None) -> list[Piece]:
    while low < high and is_rule(body[low].folded):
        low += 1
    if low >= high:
        return []
    items = digest.items(body[low:high], titled=False) or [0]
    if items[0] != 0:
        items = [0, *items]
    counted = len(items) > 1 and all(is_numbered(body[low + at].folded) for at in items)
    return _cut(low, high, items, section, counted=counted)


def _cut(
    low: int, high: int, items: list[int], section: str | None, *, counted: bool = False
) -> list[Piece]:
    ends = [*items[1:], high - low]
    return [
        Piece(None, low + a, low + b, section, "brief", counted)
        for a, b in zip(items, ends, strict=True)
    ]


def _section_lines(body: list[Line], starts: list[Start], toc: Toc | None) -> dict[int, str]:
    """Index and name of the column headings that stand between articles."""
    named = {comparison_key(e.section): e.section for e in toc.entries if e.section} if toc else {}
    titles = {k for s in starts for k in range(s.at, s.at + s.span)}
    begins = {s.at - s.above for s in starts}
    again = _recurring(body)
    out: dict[int, str] = {}
    frames: set[str] = set()  # first signs of those found
    for at, line in enumerate(body):
        if at in titles or len(line.folded) > 24:
            continue
        name = section_name(line.folded) or named.get(
            comparison_key(line.folded.strip("【】[]〖〗◆★●▲"))
        )
        parts = name in again and comparison_key(name or "") not in named
        if name is None or (parts and at + 1 not in begins):
            continue
        if _counts_on_heading(body, at, out):
            continue
        following = at + 1
        opens = following in begins
        opens = opens or (following < len(body) and _opens_digest(body, following))
        alike = line.folded[0] in _FRAMES and line.folded[0] in frames
        opens = opens or (alike and following < len(body) and is_prose(body[following]))
        if opens or comparison_key(name) in named:
            out[at] = name
            frames.add(line.folded[0])
    first = min(begins, default=0)
    headless = begins and not named and not any(at < first or at + 1 in begins for at in out)
    return {at: name for at, name in out.items() if not headless or _heads_items(body, at, name)}


def _counts_on_heading(body: list[Line], at: int, columns: dict[int, str]) -> bool:
    """四、工作部署 where 三、 before it heads a part of the text, too."""
    kind, number = heading_kind(body[at].folded), ordinal_of(body[at].folded)
    if kind is None or number is None or number == 1:
        return False
    for before in range(at - 1, -1, -1):
        if heading_kind(body[before].folded) == kind:
            counted = ordinal_of(body[before].folded) == number - 1
            return counted and before not in columns
    return False


def _heads_items(body: list[Line], at: int, name: str) -> bool:
    """Where no column stands over a title, 【处置建议】 heads a part of a text, 【简讯】 items."""
    known = section_name(name) is not None or CORE.search(name) is not None
    return known or marker_of(body[at + 1].folded) is not None or begins_items(body, at + 1)


def _recurring(body: list[Line]) -> set[str]:
    """Framed names that come again and again head the parts of each text: 【基本案情】."""
    framed = (line.folded for line in body if line.folded[0] == "【" and len(line.folded) <= 24)
    names = Counter(name for text in framed if (name := section_name(text)))
    return {name for name, count in names.items() if count > 1 and name not in SECTION_WORDS}


def _opens_digest(body: list[Line], at: int) -> bool:
    """Untitled items follow the column name on the line before."""
    if not is_prose(body[at]):
        return False
    before = at - 1
    apart = before == 0 or is_boundary(body, before) or body[before].blank_before > 0
    apart = apart or body[before].align != body[at].align or body[before].bold > body[at].bold
    column = body[before].folded
    apart = apart or (column[0] in _FRAMES and CORE.search(column.strip("】]〗")) is not None)
    name = column.strip(f"{_FRAMES}】]〗 ")
    apart = apart or is_counted(name) or name.endswith(_NEWS)  # whose items have no titles
    return apart or marker_of(body[at].folded) is not None

"""The body cut into articles: ranges of lines between titles, and items without titles."""

from dataclasses import dataclass
from itertools import pairwise

from archiver.chinese.fold import comparison_key
from archiver.parsers.bulletin import digest, headings
from archiver.parsers.bulletin.article import collect_note
from archiver.parsers.bulletin.notes import note_label
from archiver.parsers.bulletin.regions import Regions
from archiver.parsers.bulletin.shapes import is_prose, is_rule, marker_of, section_name
from archiver.parsers.bulletin.starts import Start
from archiver.parsers.bulletin.toc import Toc
from archiver.parsers.lines import Line


@dataclass(slots=True)
class Piece:
    """The lines of one article: from its first line (引题, title) to the next article."""

    start: Start | None
    first: int
    end: int
    section: str | None = None
    kind: str = "article"


def split(
    body: list[Line], starts: list[Start], toc: Toc | None, regions: Regions
) -> tuple[list[Piece], list[str]]:
    """Articles as line ranges, and the editors' notes before the first of them."""
    sections = _section_lines(body, starts, toc)
    for at in sections:
        regions.give([body[at]], "section")
    notes: list[str] = []
    pieces: list[Piece] = []
    begins = [s.at - s.above for s in starts]
    front_end = begins[0] if begins else len(body)
    at = 0
    if begins:
        while at < front_end and (at in sections or _is_front(body[at])):
            if at in sections or is_rule(body[at].folded):
                regions.give([body[at]], "rule")
                at += 1
                continue
            note, end = collect_note(body[:front_end], at)
            regions.give(body[at:end], "editor note")
            notes.append(note)
            at = end
    ranges: list[tuple[Start | None, int, int]] = [(None, at, front_end)]
    for n, start in enumerate(starts):
        ranges.append((start, begins[n], begins[n + 1] if n + 1 < len(begins) else len(body)))
    for opening, first, end in ranges:
        pieces.extend(_split_range(body, opening, first, end, sections, toc))
    return pieces, notes


def _split_range(
    body: list[Line],
    start: Start | None,
    first: int,
    end: int,
    sections: dict[int, str],
    toc: Toc | None,
) -> list[Piece]:
    """One range between titles: the article, and the untitled items that follow it."""
    section = _section_at(sections, first)
    text_from = first if start is None else start.at + start.span + start.below
    cuts = [k for k in sections if text_from <= k < end]
    out: list[Piece] = []
    spans: list[tuple[int, int, str | None]] = []
    bounds = [*cuts, end]
    if start is not None:
        out.append(Piece(start, first, bounds[0], section))
        spans = [(cut + 1, following, sections[cut]) for cut, following in pairwise(bounds)]
    else:
        spans = [(first, bounds[0], section)]
        spans += [(cut + 1, following, sections[cut]) for cut, following in pairwise(bounds)]
    if start is not None and toc is None:
        text = body[text_from : bounds[0]]
        items = digest.items(text, titled=True)
        if len(items) > 1:
            out[0].end = text_from + items[0]
            out += [
                Piece(None, text_from + a, text_from + b, section, "brief")
                for a, b in zip(items, [*items[1:], len(text)], strict=True)
            ]
    for low, high, name in spans:
        out.extend(_items(body, low, high, name))
    return out


def _is_front(line: Line) -> bool:
    return is_rule(line.folded) or note_label(line.folded) is not None


def _items(body: list[Line], low: int, high: int, section: str | None) -> list[Piece]:
    while low < high and is_rule(body[low].folded):
        low += 1
    if low >= high:
        return []
    items = digest.items(body[low:high], titled=False) or [0]
    if items[0] != 0:
        items = [0, *items]
    return [
        Piece(None, low + a, low + b, section, "brief")
        for a, b in zip(items, [*items[1:], high - low], strict=True)
    ]


def _section_lines(body: list[Line], starts: list[Start], toc: Toc | None) -> dict[int, str]:
    """Index and name of the column headings that stand between articles."""
    named = {comparison_key(e.section): e.section for e in toc.entries if e.section} if toc else {}
    titles = {k for s in starts for k in range(s.at, s.at + s.span)}
    begins = {s.at - s.above for s in starts}
    out: dict[int, str] = {}
    for at, line in enumerate(body):
        if at in titles or len(line.folded) > 24:
            continue
        name = section_name(line.folded) or named.get(
            comparison_key(line.folded.strip("【】[]◆★●▲"))
        )
        if name is None:
            continue
        following = at + 1
        opens = following in begins or (
            following < len(body) and following not in begins and _opens_digest(body, following)
        )
        if opens or comparison_key(name) in named:
            out[at] = name
    return out


def _opens_digest(body: list[Line], at: int) -> bool:
    """Untitled items follow the column name on the line before."""
    if not is_prose(body[at]):
        return False
    before = at - 1
    apart = before == 0 or headings.is_boundary(body, before) or body[before].blank_before > 0
    return apart or marker_of(body[at].folded) is not None


def _section_at(sections: dict[int, str], at: int) -> str | None:
    before = [k for k in sections if k < at]
    return sections[max(before)] if before else None

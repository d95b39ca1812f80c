"""An issue taken apart: 报头, 目录, sections, articles, 报尾, every line in exactly one region."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from archiver.chinese.fold import one_line
from archiver.chinese.units import is_unit_name
from archiver.parsers.bulletin.articles import confidence
from archiver.parsers.bulletin.articles.article import read_article
from archiver.parsers.bulletin.articles.pieces import Piece, split
from archiver.parsers.bulletin.articles.reading import Reading
from archiver.parsers.bulletin.compiled import is_compiled, may_be_compiled
from archiver.parsers.bulletin.contents.entries import Entry
from archiver.parsers.bulletin.contents.toc import (
    Toc,
    find_heading,
    is_whole,
    read_toc,
    read_toc_after,
    read_toc_beside,
)
from archiver.parsers.bulletin.instruction import instruction_lines
from archiver.parsers.bulletin.issue import build_issue
from archiver.parsers.bulletin.looks import body_look
from archiver.parsers.bulletin.masthead.fields import Masthead
from archiver.parsers.bulletin.masthead.masthead import (
    WINDOW,
    may_have_masthead,
    read_imprint,
    read_masthead,
)
from archiver.parsers.bulletin.names.bylines import Signing, is_name_beneath, signing_of
from archiver.parsers.bulletin.names.names import read_as_names
from archiver.parsers.bulletin.notes import may_precede_toc, preface
from archiver.parsers.bulletin.ornaments import page_marks, running_heads
from archiver.parsers.bulletin.regions import Regions
from archiver.parsers.bulletin.shapes import without_marker
from archiver.parsers.bulletin.tabled import off_rows
from archiver.parsers.bulletin.tail import Tail, read_signature, read_tail
from archiver.parsers.bulletin.titles.align import keep_wrapped
from archiver.parsers.bulletin.titles.alike import bare_titles
from archiver.parsers.bulletin.titles.columned import off_columns
from archiver.parsers.bulletin.titles.columns import mark_columns
from archiver.parsers.bulletin.titles.counted import off_counts, without_counts
from archiver.parsers.bulletin.titles.leads import counted_title, run_in_title, without_title
from archiver.parsers.bulletin.titles.parted import off_names, off_texts
from archiver.parsers.bulletin.titles.senders import off_titles
from archiver.parsers.bulletin.titles.starts import find_starts
from archiver.parsers.bulletin.titles.titles import Start
from archiver.parsers.bulletin.titles.units import mark_units, sends
from archiver.parsers.bulletin.wrapping import mark_running
from archiver.parsers.lines import Line, Region
from archiver.parsers.printed import credits_as_printed, names_as_printed
from archiver.records import Article, Issue


@dataclass(frozen=True, slots=True)
class Segmentation:
    """An issue and its articles; ``regions`` name every content line exactly once, in order."""

    issue: Issue
    articles: tuple[Article, ...]
    regions: tuple[Region, ...]


def segment(
    lines: Sequence[Line],
    *,
    page_title: str | None = None,
    beside: Sequence[Line] = (),
    published: datetime.date | None = None,
) -> Segmentation | None:
    """Take the issue on these content lines apart; None when they hold no issue.

    A page is an issue when it prints a series title and a number, in its own head or in the
    page's title, or when its texts tell that it compiles them. ``page_title`` is the page's
    headline without site name, ``beside`` the lines of a box headed 目录 elsewhere on the page,
    ``published`` the day of the content system's line.
    """
    regions = Regions(lines)
    marks = page_marks(lines)
    regions.give([line for line in lines if line.number in marks], "page mark")
    kept = [line for line in lines if line.number not in marks]
    named = may_have_masthead(kept, page_title)
    if not named and not may_be_compiled(kept):
        return None
    kept, heads = off_rows(kept)
    regions.give(heads, "page mark")
    kept = off_counts(off_columns(mark_running(kept)))
    heading = find_heading(kept, 0, 30)
    listed = heading is not None
    stop = heading or len(kept)
    head = None
    if named:
        head = read_masthead(kept, page_title, stop, listed=listed, published=published)
    if head is not None:
        return _take_apart(kept, head, heading, page_title, beside, regions)
    if not may_be_compiled(kept):
        return None
    return _compilation(kept, heading, page_title, beside, regions)


def compilation(lines: Sequence[Line]) -> Segmentation | None:
    """As above for lines that stand below no series and no number; None for other texts."""
    if not may_be_compiled(lines):
        return None
    kept = mark_running(list(lines))
    return _compilation(kept, find_heading(kept, 0, 30), None, (), Regions(lines))


def _compilation(
    kept: list[Line],
    heading: int | None,
    page_title: str | None,
    beside: Sequence[Line],
    regions: Regions,
) -> Segmentation | None:
    stop = len(kept) if heading is None else heading
    head = read_imprint(kept, page_title, stop, listed=heading is not None)
    if heading is None and not head.editors:
        return None
    found = _take_apart(kept, head, heading, page_title, beside, regions)
    return found if found and is_compiled(found.issue, found.articles, head) else None


def _take_apart(
    kept: list[Line],
    head: Masthead,
    heading: int | None,
    page_title: str | None,
    beside: Sequence[Line],
    regions: Regions,
) -> Segmentation | None:
    """The issue below its head; None for what is no issue."""
    if head.end == len(kept) and len(head.lines) > WINDOW:
        return None  # a list of links, whose dates and clicks read like a head
    regions.give([kept[k] for k in head.lines], "masthead")
    regions.give(kept[: head.end], "masthead")
    if heading is not None and not is_whole(kept[heading]):
        kept = off_texts(kept, max(heading, head.end))
    toc = read_toc(kept, head.end)
    if toc and not may_precede_toc(kept[head.end : toc.start]):
        toc = None
    begin = toc.end if toc else head.end
    note = preface(kept[head.end : toc.start], regions) if toc else None
    if toc:
        regions.give(kept[toc.start : toc.end], "toc")
    elif behind := _toc_behind_tail(kept, begin):
        regions.give(kept[begin + behind.start :], "toc")
        toc, kept = behind, kept[: begin + behind.start]
    tail = read_tail(kept, begin)
    if tail.date is None:
        read_signature(kept, begin, tail, (head.editors.text or "") if head.date else None)
    regions.give(kept[tail.start :], "tail")
    body = kept[begin : tail.start]
    again = running_heads(body, head)
    regions.give([line for line in body if line.number in again], "page mark")
    body = [line for line in body if line.number not in again]
    if toc is None and (late := read_toc_after(body, 1)):
        toc = late
        regions.give(body[late.start : late.end], "toc")
        body = [*body[: late.start], *body[late.end :]]
    elif toc is None and (toc := read_toc_beside(beside, body)):
        regions.give(beside, "toc")
    notes = [note] if note else []
    if 0 < (told := instruction_lines(body)) < len(body):
        notes.append("\n".join(line.text.strip() for line in body[:told]))
        regions.give(body[:told], "editor note")
        body = body[told:]
    return _assemble(body, head, toc, tail, notes, regions, page_title)


def _assemble(
    body: list[Line],
    head: Masthead,
    toc: Toc | None,
    tail: Tail,
    notes: list[str],
    regions: Regions,
    page_title: str | None,
) -> Segmentation:
    listed = {entry.key for entry in toc.entries} if toc else set()
    body = off_titles(off_names(body, listed))
    look = body_look(body)
    body = keep_wrapped(body, mark_columns(mark_units(bare_titles(body)), look), listed)
    starts, ordered = find_starts(body, toc, look)
    pieces, front = split(body, starts, toc, regions)
    notes += front
    articles: list[Article] = []
    led: dict[int, int] = {}
    signing = _signing(body, pieces)
    for start in starts:
        below = start.at + start.span
        if start.below == 1 and is_name_beneath(body[below], signing):
            start.below, start.subtitle = 0, None
    for piece in pieces:
        article = _article(body, piece, len(articles) + 1, toc, ordered, signing, regions)
        if piece.start and piece.start.entry is not None:
            led[piece.start.entry] = article.order
        articles.append(article)
    if not starts and len(articles) == 1:
        title = page_title or f"{head.series} {head.numbering.label if head.numbering else ''}"
        articles[0] = articles[0].model_copy(
            update={"title": one_line(title), "kind": "article", "confidence": 0.3}
        )
    articles = confidence.beside_doubtful(without_counts(articles))
    issue = build_issue(head, toc, tail, led, notes, confidence.of_issue(articles, body))
    return Segmentation(issue, tuple(articles), regions.all())


def _signing(body: Sequence[Line], pieces: Sequence[Piece]) -> Signing:
    """How the articles name who wrote them."""
    ends = [body[piece.end - 1] for piece in pieces]
    below = [(s.at + s.span + s.below, piece.end) for piece in pieces if (s := piece.start)]
    heads = [body[at] for at, end in below if at < end]
    return signing_of(ends, heads, [line for at, end in below for line in body[at:end]])


def _toc_behind_tail(lines: Sequence[Line], begin: int) -> Toc | None:
    """A 目录 in a box below the whole issue, its 报尾 included."""
    late = read_toc_after(lines[begin:], 1)
    if late is None or begin + late.end < len(lines):
        return None
    tail = read_tail(lines[: begin + late.start], begin)
    return late if tail.recipients or tail.credits else None


def _article(
    body: list[Line],
    piece: Piece,
    order: int,
    toc: Toc | None,
    ordered: bool,
    signing: Signing,
    regions: Regions,
) -> Article:
    start = piece.start
    text_from = piece.first if start is None else start.at + start.span + start.below
    entry = toc.entries[start.entry] if toc and start and start.entry is not None else None
    text = list(body[text_from : piece.end])
    title = start.title if start else None
    sender = entry.contributor if entry else None
    led = None if start else run_in_title(text[0]) or (piece.counted and counted_title(text[0]))
    if led:
        framed = without_marker(text[0].folded)[0] in "【["
        named = framed and is_unit_name(led[0])  # 【泄滩乡】 before an item says who sent it
        title, sender = (None, led[0]) if named else (one_line(led[0]), None)
        text[0] = without_title(text[0], led[1])
    reading = read_article(
        text,
        title=title,
        contributor=sender,
        signing=signing,
    )
    if sender:
        reading.add_listed(read_as_names(sender))
    regions.give(body[piece.first : text_from], f"article {order} title")
    for line, role in zip(text, reading.roles, strict=True):
        regions.give([line], f"article {order} {role}")
    _complete(reading, start, entry)
    told = title is not None and len(reading.paragraphs) > 1
    section = (entry.section if entry else None) or piece.section
    if section and not reading.contributors and sends(section, reading.text(title)):
        reading.contributors.extend(read_as_names(section))
    own = [line.text for line in body[piece.first : piece.end]]
    own += toc.printed if toc else ()
    return Article(
        order=order,
        section=section,
        title=title,
        subtitle=reading.subtitle,
        kind="brief" if piece.kind == "brief" and not told else "article",
        contributors=names_as_printed(reading.contributors, own),
        credits=credits_as_printed(reading.credits, own),
        editor_note=reading.editor_note,
        paragraphs=tuple(reading.paragraphs),
        confidence=confidence.of_article(start, reading, ordered=ordered, with_toc=toc is not None),
    )


def _complete(reading: Reading, start: Start | None, entry: Entry | None) -> None:
    """What only the title lines or the 目录 know."""
    if start and start.subtitle and not reading.subtitle:
        reading.subtitle = start.subtitle
    if entry and entry.subtitle and not reading.subtitle:
        reading.subtitle = one_line(entry.subtitle)

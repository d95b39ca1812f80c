"""Decoded HTML to ordered lines; nothing is judged yet.

Every printed character of the page ends in exactly one line or in one hidden passage. What the
markup says about a line (align, weight, size, links, containing blocks) is kept as a feature; what
the line *means* is for others to say.
"""

import html
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, Literal

from archiver.chinese.fold import fold_lines
from archiver.parsers.lines import Anchor, Block, Image, Line, lines_from_text
from archiver.parsers.markup.beside import Side
from archiver.parsers.markup.coarse import COARSE, coarsen, filled, is_overgrown, rows, too_many
from archiver.parsers.markup.listed import open_arrays, open_datastores
from archiver.parsers.markup.rawline import RawLine
from archiver.parsers.markup.repair import repaired, split_after_end
from archiver.parsers.markup.strip import strip_tags
from archiver.parsers.markup.walk import Walk, walk

__all__ = ["Block", "Image", "Markup", "read_html"]

_TAG: Final = re.compile("<[a-zA-Z/][^<>]*>")
_Outcome = Literal["complete", "cut", "too deep"]
_SURELY: Final = 0.8  # of all the page's Chinese, whether text or code
_FEW: Final = 100  # characters given by number, beside a text of others
_KEPT: Final = 0.9  # less of the text than this means that the parser lost some


@dataclass(frozen=True, slots=True)
class Markup:
    """A page as printed: lines in order, blocks as ranges of lines, and what is not printed.

    ``faint`` lines may not be seen: they are white, or in a class that the page's style or script
    hides. ``unseen`` are the addresses of frames nobody sees, ``scripts`` those of scripts,
    ``written`` the links that stand as strings in scripts and fields, ``commented`` the comments
    that hold links, ``players`` how many films and sounds there are, ``times`` the days that
    elements on a line give to machines, ``named`` the lines of spans with their ids, ``turns`` the
    links that say in their ``rel`` that they lead to the ``previous`` or the ``next`` page, by line
    and address.
    """

    lines: tuple[Line, ...] = ()
    blocks: tuple[Block, ...] = ()
    hidden: tuple[Line, ...] = ()
    images: tuple[Image, ...] = ()
    title: str | None = None
    titles: tuple[str, ...] = ()
    meta: dict[str, str] = field(default_factory=dict)
    marks: tuple[str, ...] = ()
    base: str | None = None
    redirects: tuple[str, ...] = ()
    cloaked: bool = False
    faint: frozenset[int] = frozenset()
    unseen: tuple[str, ...] = ()
    scripts: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    players: int = 0
    times: tuple[tuple[int, str], ...] = ()
    named: tuple[tuple[int, str], ...] = ()
    turns: Mapping[int, Mapping[str, Side]] = field(default_factory=dict)
    written: tuple[Anchor, ...] = ()
    commented: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()


def read_html(text: str) -> Markup:
    """Lines of an HTML page; markup that the parser cuts short is repaired, or else stripped."""
    if is_overgrown(text):
        return _read_widely(html.unescape(strip_tags(text)), (COARSE,))
    if "text/xml" in text:
        text = open_datastores(text)
    if "{" in text:
        text = open_arrays(text)
    page, appended = split_after_end(text)
    markup, state = _read(page, appended, ())
    if state == "cut" and (mended := repaired(page)) is not None:
        markup, state = _read(mended, appended, ("markup_repaired",))
    if state != "complete":
        return read_text(html.unescape(strip_tags(page)), ("markup_lost",))
    return markup


def read_text(text: str, flags: tuple[str, ...] = ()) -> Markup:
    """Lines of a plain text, in one block."""
    if too_many(sum(1 for _ in rows(text)), len(text.encode("utf-8", "replace"))):
        return _read_widely(text, (*flags, COARSE))
    return _in_one_block(text, flags)


def _read_widely(text: str, flags: tuple[str, ...]) -> Markup:
    return _in_one_block("\n".join(filled(rows(text))), flags)


def _in_one_block(text: str, flags: tuple[str, ...]) -> Markup:
    lines = lines_from_text(text)
    return Markup(lines, (Block("body", "", -1, 0, len(lines)),), flags=flags)


def _read(page: str, appended: str, flags: tuple[str, ...]) -> tuple[Markup, _Outcome]:
    """The page's markup, and whether the parser kept the text, cut it or nested it too deep."""
    walked = walk(page)
    if too_many(len(walked.lines) + len(walked.hidden), walked.size):
        coarsen(walked)
        flags = (*flags, COARSE)
    beside = walked.beside
    kept = beside.skipped + [line.text for line in walked.lines + walked.hidden]
    hidden = walked.hidden
    if appended.strip():
        behind = walk(appended)
        hidden = hidden + behind.lines + behind.hidden
        beside.unseen += behind.beside.files
        beside.scripts += behind.beside.scripts
    markup = Markup(
        _below_pictures(_numbered(walked.lines), walked.images),
        tuple(walked.blocks),
        _numbered(hidden),
        tuple(walked.images),
        beside.title,
        tuple(beside.titles),
        beside.meta,
        tuple(beside.marks),
        beside.base,
        tuple(beside.redirects),
        beside.cloaked,
        _faint(walked),
        tuple(beside.unseen),
        tuple(beside.scripts),
        tuple(beside.files),
        beside.players,
        () if COARSE in flags else tuple(beside.times),
        () if COARSE in flags else tuple(beside.named),
        {} if COARSE in flags else beside.turns,
        tuple(Anchor(href, text) for href, text in beside.written),
        tuple(beside.commented),
        flags,
    )
    if _is_complete(page, kept, walked):
        return markup, "complete"
    return markup, "too deep" if walked.too_deep else "cut"


def _below_pictures(lines: tuple[Line, ...], images: Sequence[Image]) -> tuple[Line, ...]:
    """``lines``, with those marked that begin below a picture and not beside it, as icons stand."""
    for image in images:
        if image.line < len(lines):
            line = lines[image.line]
            line.below_picture |= line.block != image.block or line.blank_before > 0
    return lines


def _faint(walked: Walk) -> frozenset[int]:
    faint = {number for number, line in enumerate(walked.lines) if line.state.pale}
    faded = walked.beside.faded
    for block in walked.blocks if faded else ():
        if block.mark and not faded.isdisjoint(block.mark.split()):
            faint.update(range(block.first, block.last))
    return frozenset(faint)


def _is_complete(page: str, kept: Sequence[str], walked: Walk) -> bool:
    """Whether the parser kept the Chinese text; most often a quicker look or two tell.

    A page weighs at most what its characters take up beyond one byte each. What is missing may
    stand in tags: names of fonts, addresses, keywords.
    """
    weight = _weight_of(kept)
    referring = walked.references > _FEW
    source = html.unescape(page) if referring else page
    if not walked.too_deep:
        read = weight + _weight_of(walked.beside.coded)
        if not referring and read >= _SURELY * (walked.size - len(page)):
            return True
        if read >= _SURELY * _weight_of([source]):
            return True
        if read >= _SURELY * _weight_of(_TAG.split(source)):
            return True
    # Files that were put together bring their byte order marks, which are no text, as blanks of no
    # width are none.
    text = strip_tags(source).replace("\ufeff", "").replace("\u200b", "")
    return weight >= _KEPT * _weight_of([text])


def _weight_of(texts: Sequence[str]) -> int:
    """How much Chinese texts hold: bytes beyond one a character in UTF-8, blanks not counted."""
    text = "".join(texts)
    if text.isascii():
        return 0
    beyond = len(text.encode("utf-8", "replace")) - len(text)
    return beyond - 2 * text.count("\u3000") - text.count("\xa0")


def _numbered(raw: Iterable[RawLine]) -> tuple[Line, ...]:
    """Final lines; ``size`` becomes relative to the size most of the text is set in."""
    lines = tuple(raw)
    sizes: dict[float, int] = {}
    for line in lines:
        sizes[line.state.size] = sizes.get(line.state.size, 0) + len(line.text)
    body = max(sizes, key=sizes.__getitem__, default=0.0) or 1.0  # letters of no size are hidden
    relative = {size: round(size / body, 2) for size in sizes}
    # Two NBSP are as wide as U+3000, and set for the same purposes.
    folded = fold_lines([line.text.replace("\xa0\xa0", "\u3000") for line in lines])
    return tuple(
        Line(
            number,
            line.text,
            folded[number].strip(),
            line.indent,
            line.state.align,
            line.bold,
            relative[line.state.size],
            line.tag,
            line.blank_before,
            line.rule_before,
            line.block,
            line.table,
            line.anchors,
            False,
            line.lead,
            line.pieces,
        )
        for number, line in enumerate(lines)
    )

"""One article: what stands under its title, its paragraphs, and what stands at its end."""

from collections.abc import Sequence
from typing import Final

from archiver.parsers.bulletin.articles.closing import read_closing, take_names_behind
from archiver.parsers.bulletin.articles.opening import read_opening
from archiver.parsers.bulletin.articles.paragraphs import paragraphs_of
from archiver.parsers.bulletin.articles.reading import Reading
from archiver.parsers.bulletin.names import contributors
from archiver.parsers.bulletin.names.bylines import UNSIGNED, Signing
from archiver.parsers.bulletin.names.labelled import Byline
from archiver.parsers.bulletin.shapes import is_rule
from archiver.parsers.bulletin.wrapping import mark_running
from archiver.parsers.lines import Line

_LEAD: Final = 120  # characters in which a text may begin with who reports it


def read_article(
    lines: Sequence[Line],
    *,
    title: str | None,
    contributor: str | None = None,
    signing: Signing = UNSIGNED,
) -> Reading:
    """Read the lines of one article; a first line that only repeats its ``title`` is no text.

    ``contributor`` is who the 目录 names: a line that says so is a byline, whatever the name.
    So is what ends the text in parentheses where ``signing`` says that other articles end so.
    From the top: subtitle, who wrote it, 编者按. From the end: contributors, credits, 编后. What
    is between are the paragraphs.
    """
    lines = mark_running(lines)
    reading = Reading(roles=["paragraph"] * len(lines), signing=signing)
    first = read_opening(lines, reading, title, contributor)
    last = read_closing(lines, reading, first, contributor)
    for at in range(first, last):
        if _is_ornament(lines[at]):
            reading.roles[at] = "rule"
    text = [lines[at] for at in range(first, len(lines)) if reading.roles[at] == "paragraph"]
    _read_paragraphs(text, reading)
    return reading


def _is_ornament(line: Line) -> bool:
    """A rule of stars or dashes between paragraphs; dots alone (……) are text left out."""
    return line.table is None and is_rule(line.folded) and bool(set(line.folded) - set("….· "))


def _read_paragraphs(lines: Sequence[Line], reading: Reading) -> None:
    out = paragraphs_of(lines)
    if out:
        take_names_behind(out, lines, reading)
        if lead := contributors.read_lead(lines[0].folded[:_LEAD]):
            reading.add(Byline(lead))
    reading.paragraphs = [*reading.paragraphs, *out]

"""Titles that numbers begin: where nothing else is one, and below the name of a column."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from archiver.chinese.fold import one_line
from archiver.parsers.bulletin.looks import Body, is_plain, look_of
from archiver.parsers.bulletin.shapes import (
    count_form,
    heading_kind,
    is_first,
    section_name,
    without_ordinal,
)
from archiver.parsers.bulletin.titles import headings
from archiver.parsers.bulletin.titles.boundaries import is_boundary
from archiver.parsers.bulletin.titles.columns import counts_on
from archiver.parsers.bulletin.titles.telling import signs_of_news
from archiver.parsers.bulletin.titles.titles import Start
from archiver.parsers.bulletin.words import REPORT_PARTS
from archiver.parsers.lines import Line
from archiver.parsers.printed import as_printed
from archiver.records import Article

_BADGE: Final = re.compile(r"(\d{1,2})\s+(?=[一-龥“《])")  # 1 标题, in a box of its own
_COUNTED: Final = 2  # badges that count
_COUNT: Final = re.compile(r"(\d{1,2})\s?[.、]")


def off_counts(lines: Sequence[Line]) -> list[Line]:
    """``lines`` with a blank, for comparison, between a count and the number behind it.

    3.46所学校 behind 2. reads like a decimal.
    """
    counts = {
        at: (int(found[1]), found.end())
        for at, line in enumerate(lines)
        if line.folded[0].isdecimal() and (found := _COUNT.match(line.folded))
    }
    out = list(lines)
    places = list(counts)
    last = 0
    for n, (at, (number, end)) in enumerate(counts.items()):
        text = lines[at].folded
        glued = text[end - 1] == "." and text[end : end + 1].isdecimal()
        following = counts[places[n + 1]][0] if n + 1 < len(places) else 0
        if glued and not (following == 2 if number == 1 else last == number - 1):
            continue
        last = number
        if glued:
            out[at] = replace(lines[at], folded=f"{text[:end]} {text[end:]}")
    return out


def counted_titles(lines: Sequence[Line], body: Body) -> list[Start]:
    """Where nothing else is a title, numbered lines that look like titles are: 1、… 2、…"""
    counted = [
        at
        for at, line in enumerate(lines)
        if heading_kind(line.folded)
        and not _heads_counted(lines, at)
        and headings.leads_to_text(lines, at)
    ]
    # What is counted otherwise than the first heads a part of a text.
    if any(REPORT_PARTS.fullmatch(without_ordinal(lines[at].folded)) for at in counted):
        return []
    form = count_form(lines[counted[0]].folded) if counted else None
    counted = [at for at in counted if count_form(lines[at].folded) == form]
    looks = [look_of(lines[at], body) for at in counted]
    found = [at for at, look in zip(counted, looks, strict=True) if not is_plain(look)]
    if not found:
        found = [at for at in counted if lines[at].indent + 2 <= body.indent]
    if not found and _are_articles(lines, counted):
        found = counted
    if len(found) < 2 or found[0] > 1:
        return []
    return [Start(at, 1, _counted_title(lines[at]), 0.5, boundary=False) for at in found]


def _counted_title(line: Line) -> str:
    """The printed title without its number, which may be in full-width signs."""
    printed, bare = line.text.strip(), without_ordinal(line.folded)
    number = len(line.folded) - len(bare)
    same = len(printed) == len(line.folded)
    return one_line(printed[number:] if same else as_printed(printed, bare))


def _are_articles(lines: Sequence[Line], counted: Sequence[int]) -> bool:
    """Whether each counted line stands behind an end, or most of them tell what their text does."""
    ended = all(is_boundary(lines, at) for at in counted)
    return ended or sum(signs_of_news(lines, at) for at in counted) >= len(counted)


def _heads_counted(lines: Sequence[Line], at: int) -> bool:
    """一、重要活动 over (一)…: a column of numbered titles."""
    below = lines[at + 1].folded if at + 1 < len(lines) else ""
    return heading_kind(below) is not None and section_name(lines[at].folded) is not None


def numbered_in_columns(lines: Sequence[Line], starts: list[Start], body: Body) -> list[Start]:
    """1. … 2. … directly below the name of a column: its titles, unless one without number is."""
    out: list[Start] = []
    titles = {start.at for start in starts}
    for at in range(len(lines) - 1):
        if section_name(lines[at].folded) is None:
            continue
        if not is_first(lines[at + 1].folded) and not counts_on(lines, at + 1):
            continue
        look = look_of(lines[at + 1], body)
        kind = heading_kind(lines[at + 1].folded)
        found: list[int] = []
        for k in range(at + 1, len(lines)):
            if section_name(lines[k].folded):
                break
            if k in titles:
                found = []
                break
            alike = heading_kind(lines[k].folded) == kind and look_of(lines[k], body) == look
            if alike and headings.leads_to_text(lines, k):
                found.append(k)
        if kind and (not is_plain(look) or (len(found) > 1 and _are_articles(lines, found))):
            out += [Start(k, 1, _counted_title(lines[k]), 0.6, k == at + 1) for k in found]
    return out


def without_counts(articles: Sequence[Article]) -> list[Article]:
    """The articles without a badge before each title that only counts them: 1 标题, 2 标题."""
    badges = [_BADGE.match(article.title or "") for article in articles]
    counts = [int(badge[1]) for badge in badges if badge]
    if len(counts) < _COUNTED or counts != list(range(1, len(counts) + 1)):
        return list(articles)
    return [
        article
        if badge is None
        else article.model_copy(update={"title": badge.string[badge.end() :]})
        for article, badge in zip(articles, badges, strict=True)
    ]

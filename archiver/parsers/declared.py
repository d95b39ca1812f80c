"""What a page declares of itself beside its text: meta tags, and the marks of its makers."""

import re
from collections.abc import Sequence
from typing import Final

from archiver.chinese.fold import fold, one_line
from archiver.chinese.units import is_person_name, is_unit_name
from archiver.parsers.info.days import date_of
from archiver.parsers.info.info import Info, published_of
from archiver.parsers.markup.html import Markup
from archiver.records import Date

_PUBLISHED_META: Final = (
    "pubdate",
    "firstpublishedtime",
    "article:published_time",
    "publishdate",
    "bytedance:published_time",
    "og:release_date",
    "datepublished",
)
_SHORT: Final = 40  # characters


def published_on(markup: Markup, infos: Sequence[Info]) -> Date | None:
    """The date of publishing: declared in the head of the page or in a mark, else printed.

    Where an earlier one is printed with its label or its time, the declared one is of a later
    copy.
    """
    labelled = published_of([_certain_dates(info) for info in infos])
    for value in (*(markup.meta.get(name, "") for name in _PUBLISHED_META), _mark(markup, "date")):
        found = date_of(value)
        if found and found.start:
            earlier = labelled and labelled.start and labelled.start < found.start
            return labelled if earlier else found
    return published_of(infos)


def _certain_dates(info: Info) -> Info:
    pairs = tuple(pair for pair in info.pairs if pair[0] == "published")
    return Info(pairs, info.bare if info.is_stamp else None)


def declared(markup: Markup, name: str) -> str | None:
    """A value of the head's meta tags, if it names somebody; with a label it names a designer.

    Templates give the site's own name for the author of every page.
    """
    value = markup.meta.get(name, "").strip() or _mark(markup, name)
    named = 1 < len(value) <= _SHORT and not value.isascii() and ":" not in fold(value)
    if named and name in markup.meta and name == "author":
        printed = any(value in line.text for line in markup.lines)
        named = not _is_site(markup, value) and (printed or _is_of_article(markup, value))
    return value if named else None


def marked_title(markup: Markup) -> str | None:
    """The headline as newspaper systems note it, where the page prints it too."""
    return _marked_line(markup, "title")


def marked_subtitle(markup: Markup) -> str | None:
    """The 副题 as newspaper systems note it, where the page prints it too."""
    return _marked_line(markup, "subtitle")


def _marked_line(markup: Markup, name: str) -> str | None:
    value = one_line(_mark(markup, name))
    return value if value and _is_printed(markup, value) else None


def _is_of_article(markup: Markup, name: str) -> bool:
    """Whether a person is named beside the title of the very text that the page prints."""
    return is_person_name(name) and _is_printed(markup, markup.meta.get("articletitle", ""))


def _is_printed(markup: Markup, text: str) -> bool:
    """Whether a line of the page is nothing but this text."""
    return any(line.text.strip() == text for line in markup.lines)


def _is_site(markup: Markup, name: str) -> bool:
    return name in (markup.title or "") or is_unit_name(fold(name))


def _mark(markup: Markup, name: str) -> str:
    """A value of the comment that newspaper systems leave: ``<date>…</date>`` in enpproperty."""
    for mark in markup.marks:
        found = re.search(rf"<{name}>([^<]{{1,80}})</{name}>", mark, re.IGNORECASE)
        if found:
            return found[1].strip()
    return ""

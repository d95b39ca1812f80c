"""Issues that a site spreads over several pages, joined again.

Two forms are common: long pages cut by the CMS (``295.html``, ``295_2.html``, …), and an issue
page that holds only the 目录, each entry linking to a page of its own. Joining is pure: whoever
fetches gives the bytes, in any order, and is told what is still wanted.
"""

import re
from typing import Final
from urllib.parse import parse_qsl, urlsplit

from archiver.chinese.fold import comparison_key
from archiver.parsers.counted import counted_pages
from archiver.parsers.page import Source, parse_parts
from archiver.records import Article, Page, SiteProfile, TocEntry

_MOST_PARTS: Final = 60
_PART: Final = re.compile(r"[_-](\d{1,3})")
_DIGITS: Final = 3  # of the number of a part
_PAGE_PARAMETER: Final = re.compile(r"^(?:article)?page(?:no|index|num)?$|^p$", re.IGNORECASE)


def is_part_of(url: str, first: str) -> bool:
    """Whether ``url`` looks like a further part of the page ``first``: only a part number differs.

    ``295_2.html`` of ``295.html``, ``t20080625_1.htm`` of ``t20080625.htm``, ``?id=9&page=2`` of
    ``?id=9``.
    """
    return _part_number(url, first) is not None


def _part_number(url: str, first: str) -> int | None:
    """The number of the part of ``first`` that ``url`` is; None when it looks like none."""
    a, b = urlsplit(first), urlsplit(url)
    if (a.netloc, a.scheme) != (b.netloc, b.scheme) or url == first:
        return None
    stem, _, extension = a.path.rpartition(".")
    if a.query == b.query and stem and b.path.endswith("." + extension):
        rest = b.path[: -len(extension) - 1]
        part = _PART.fullmatch(rest, len(stem)) if rest.startswith(stem) else None
        return int(part[1]) if part else None
    if a.path != b.path:
        return None
    own, other = dict(parse_qsl(a.query)), dict(parse_qsl(b.query))
    changed = {name for name in own.keys() | other.keys() if own.get(name) != other.get(name)}
    name = changed.pop() if len(changed) == 1 else ""
    value = other.get(name, "")
    told = _PAGE_PARAMETER.match(name) and value.isascii() and value.isdecimal()
    return int(value) if told and len(value) <= _DIGITS else None


def _part_urls(page: Page, first: str, body: bytes) -> list[str]:
    """Addresses of further parts of ``first`` that ``page`` links to or its script counts."""
    if not page.has_text:
        return []
    linked = [link.url for link in page.links if link.block in ("pagination", "next") and link.url]
    found = [*linked, *counted_pages(body, page.url or first)]
    return list(dict.fromkeys(url for url in found if is_part_of(url, first)))


def _entry_urls(page: Page) -> dict[int, str]:
    """Entry of the 目录 → address of its page, when the issue page holds no article itself."""
    if page.issue is None or page.articles or not page.issue.toc:
        return {}
    by_title: dict[str, str] = {}
    for link in page.links:
        if link.url and link.url != page.url:
            by_title.setdefault(comparison_key(link.title), link.url)
    keys = {n: comparison_key(entry.title) for n, entry in enumerate(page.issue.toc)}
    return {n: by_title[key] for n, key in keys.items() if key in by_title}


class Joining:
    """One issue being joined: give the bytes of every wanted address, then take the page."""

    def __init__(
        self, first: Source, page: Page, site: SiteProfile | None, entries: dict[int, str]
    ) -> None:
        self._first, self._page, self._site, self._entries = first, page, site, entries
        assert page.url is not None
        self._url = page.url
        urls = entries.values() if entries else _part_urls(page, page.url, first.body)
        found = list(dict.fromkeys(urls))[:_MOST_PARTS]
        self._order = found if entries else self._in_order(found)
        self._given: dict[str, Source | None] = {}
        self._said = {_text(page)}

    @classmethod
    def begin(cls, source: Source, page: Page, site: SiteProfile | None) -> "Joining | None":
        """Start from the first page, or None when it stands alone."""
        if page.url is None:
            return None
        entries = _entry_urls(page)
        if not entries and not _part_urls(page, page.url, source.body):
            return None
        return cls(source, page, site, entries)

    @property
    def has_entries(self) -> bool:
        """Whether the parts are pages of their own that a 目录 links to."""
        return bool(self._entries)

    @property
    def wanted(self) -> list[str]:
        """Addresses not given yet."""
        return [url for url in self._order if url not in self._given]

    @property
    def given(self) -> tuple[str, ...]:
        """Addresses that were given, in the page or not."""
        return tuple(self._given)

    @property
    def whole(self) -> bool:
        """Whether nothing is wanted any more."""
        return not self.wanted

    def add(self, url: str, source: Source | None, page: Page | None = None) -> list[str]:
        """Give the bytes of a wanted address, or None when they cannot be had.

        ``page`` is what they say, if they have been read before. Returns addresses that have
        become wanted by it: a second part may link to a third.
        """
        self._given[url] = source
        if source is None or self._entries:
            return []
        page = page or self._read(source)
        text = _text(page)
        if text and text in self._said:  # ?page=1 is the first part again
            self._order.remove(url)
            return []
        self._said.add(text)
        linked = _part_urls(page, self._url, source.body)
        more = [found for found in linked if found not in self._order]
        more = more[: _MOST_PARTS - len(self._order)]
        self._order = self._in_order([*self._order, *more])
        return more

    def _in_order(self, urls: list[str]) -> list[str]:
        """The parts by their numbers: a page may link to the next and to the last only."""
        return sorted(urls, key=lambda url: _part_number(url, self._url) or 0)

    def page(self) -> Page:
        """The joined page; what could not be had is left out and flagged."""
        if not self._order:
            return self._page
        held = [url for url in self._order if self._given.get(url)]
        flags = self._page.flags
        if len(held) < len(self._order):
            flags = (*flags, "parts_missing")
        joined = self._join_entries() if self._entries else self._join_parts()
        return joined.model_copy(update={"parts": (self._url, *held), "flags": flags})

    def _join_parts(self) -> Page:
        given = [source for url in self._order if (source := self._given.get(url))]
        return parse_parts([self._first, *given], site=self._site)

    def _join_entries(self) -> Page:
        """The articles of the entries' pages, in the order and the sections of the 目录."""
        issue = self._page.issue
        assert issue is not None
        articles: list[Article] = []
        toc: list[TocEntry] = []
        for number, entry in enumerate(issue.toc):
            source = self._given.get(self._entries.get(number, ""))
            found = self._read(source).articles if source else ()
            order = len(articles) + 1
            articles += [
                article.model_copy(update={"order": order + n, "section": entry.section})
                for n, article in enumerate(found)
            ]
            toc.append(entry.model_copy(update={"article": order if found else None}))
        update = {
            "issue": issue.model_copy(update={"toc": tuple(toc)}),
            "articles": tuple(articles),
        }
        return self._page.model_copy(update=update)

    def _read(self, source: Source) -> Page:
        return parse_parts([source], site=self._site)


def _text(page: Page) -> tuple[str, ...]:
    return tuple(paragraph.text for article in page.articles for paragraph in article.paragraphs)

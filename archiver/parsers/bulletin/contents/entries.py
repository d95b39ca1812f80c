"""The lines of a 目录 named one by one: column, entry, subtitle, contributor, page number."""

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from archiver.chinese.fold import fold
from archiver.parsers.bulletin.contents.items import (
    BRACKETED,
    LEADER_TAIL,
    PAGE_TAIL,
    Followers,
    Item,
    begin_alike,
    cut,
    likeness,
    line_key,
    recurs,
)
from archiver.parsers.bulletin.names import contributors
from archiver.parsers.bulletin.names.names import read_names, read_signed
from archiver.parsers.bulletin.shapes import (
    compact,
    heading_kind,
    is_counted,
    ordinal_of,
    section_name,
    subtitle_text,
    without_marker,
    without_ordinal,
)
from archiver.parsers.bulletin.similarity import title_key

_LEADER_NAME: Final = re.compile(r"^(?P<title>.{4,60}?)\s*[.…·•]{2,}\s*(?P<name>[^.…\d()]{2,24})$")
_GLUED: Final = re.compile(r"^(?P<title>.*[^\d.])(?P<page>\d{1,3})$")
_TAIL_PAREN: Final = re.compile(
    r"^(?P<title>.{2,80}?)\s*(?P<paren>\([^()]{2,40}\)|\[[^\[\]]{2,20}\])$"
)
_LONGEST_COLUMN: Final = 8
_MOST_WORDS: Final = 4  # of the names behind a title
_TAIL_SLASH: Final = re.compile(r"^(?P<title>.{2,60}?)\s*[/|]\s*(?P<name>[^/|]{2,24})$")


@dataclass(slots=True)
class Entry:
    """One article named in the 目录; ``line`` is the index of its line."""

    title: str
    line: int
    section: str | None = None
    subtitle: str | None = None
    contributor: str | None = None
    href: str | None = None
    raw: str = ""
    paged: bool = False  # a page number or leader stands behind it

    @property
    def key(self) -> str:
        """The comparison key of the title."""
        return title_key(self.title)


def entries_of(items: list[Item], later: Followers, *, columns: bool = False) -> list[Entry]:
    """Items named one by one: section, title, subtitle, contributor.

    ``columns`` when the heading of the 目录 promises columns.
    """
    if _are_columns(items, later, columns):
        return []
    glued = _pages_are_glued(items, later)
    senders = _below_links(items)
    entries: list[Entry] = []
    section: str | None = None
    sections = 0
    for n, item in enumerate(items):
        text = _without_page(item.text, glued)
        if not text:
            continue
        if (sub := subtitle_text(text)) and entries:
            entries[-1].subtitle = entries[-1].subtitle or sub
            continue
        if entries and (name := _contributor_line(text)):
            entries[-1].contributor = entries[-1].contributor or name
            continue
        if entries and item.in_row and item.line == entries[-1].line and _is_name(text, later):
            entries[-1].contributor = entries[-1].contributor or text
            continue
        if entries and (item in senders or _is_sender(text, entries[-1], later)):
            entries[-1].contributor = entries[-1].contributor or text
            continue
        name = _section(item, text, items, n, later, sections)
        if name:
            section, sections = name, sections + 1
            continue
        entries.append(_entry(text, item, section, later))
    return _joined(entries, later)


def _are_columns(items: list[Item], later: Followers, promised: bool) -> bool:
    """一、领导讲话 二、工作交流: a 目录 of columns alone, each over a longer title in the body.

    They need no count where they are ``promised``: 本期栏目.
    """
    for n, item in enumerate(items, 1):
        name = title_key(item.text)
        if (ordinal_of(item.text) != n and not promised) or len(name) > _LONGEST_COLUMN:
            return False
        if not any(len(key) > len(name) for key in later.get(name, ())):
            return False
    return len(items) > 1


def _joined(entries: list[Entry], later: Followers) -> list[Entry]:
    """Two entries that come back as one title were one title, wrapped."""
    out: list[Entry] = []
    for entry in entries:
        last = out[-1] if out else None
        if (
            last is not None
            and last.key not in later
            and entry.key not in later
            and last.section == entry.section
            and title_key(last.title + entry.title) in later
        ) or (last is not None and _is_rest(last, entry, later)):
            last.title += entry.title
            last.paged = entry.paged
            last.contributor = last.contributor or entry.contributor
            continue
        out.append(entry)
    return out


def _is_rest(last: Entry, entry: Entry, later: Followers) -> bool:
    """Wrapped here and in the body alike: only the second line has the page behind it."""
    return entry.paged and not last.paged and entry.key in later.get(last.key, ())


def _entry(text: str, item: Item, section: str | None, later: Followers) -> Entry:
    contributor = None
    title = text
    if found := _TAIL_PAREN.match(text):
        byline = contributors.read_parenthesised(found["paren"])
        if byline and byline.contributors:
            title, contributor = found["title"], found["paren"][1:-1].strip()
        elif title_key(text) not in later and title_key(found["title"]) in later:
            title = found["title"]  # 夜班（诗歌）: what kind of text it is
    elif behind := _blank_name(text, later):
        title, contributor = behind
    elif (found := _LEADER_NAME.match(text) or _TAIL_SLASH.match(text)) and (
        title_key(found["title"]) in later or read_names(found["name"], "contributor")
    ):
        title, contributor = found["title"], found["name"].strip()
    title = cut(LEADER_TAIL, title).rstrip(";；")
    subtitle = None
    if found := re.match(
        r"^(?P<title>.{4,50}?)\s*(?:-{2,}|[—–―]{2,})\s*(?P<sub>.{4,50})$", without_marker(title)
    ):
        title, subtitle = found["title"], found["sub"]
    stripped = without_ordinal(title)
    return Entry(
        " ".join(stripped.split()),
        item.line,
        section,
        subtitle,
        contributor,
        item.href,
        text,
        paged=text != item.text,
    )


def _below_links(items: list[Item]) -> set[Item]:
    """Names under linked titles: a line of one look below each, some of them known for names."""
    linked = sum(bool(item.href) for item in items)
    unlinked = Counter((item.indent, item.bold) for item in items if not item.href)
    looks: dict[tuple[int, bool], list[Item]] = {}
    for above, item in pairwise(items):
        if above.href and not item.href:
            looks.setdefault((item.indent, item.bold), []).append(item)
    return {
        item
        for look, below in looks.items()
        if linked == len(below) == unlinked[look]
        and any(read_names(item.text, "contributor") for item in below)
        for item in below
    }


def _is_sender(text: str, entry: Entry, later: Followers) -> bool:
    """A name under an entry, which the body prints under its title too."""
    below = later.get(entry.key, ())
    return title_key(text) in below and bool(read_names(text, "contributor"))


def _is_name(text: str, later: Followers) -> bool:
    """The cell behind a title: a name, or what the body does not print as a line."""
    return bool(read_names(text, "contributor")) or title_key(text) not in later


def _blank_name(text: str, later: Followers) -> tuple[str, str] | None:
    """标题  张三: a name behind a blank, when the body prints the title without it."""
    if title_key(text) in later:
        return None
    title, words = text, 0
    while " " in title and (words := words + 1) <= _MOST_WORDS:
        title = title.rpartition(" ")[0].rstrip()
        if len(title_key(title)) < 2 or title_key(title) not in later:
            continue
        title, name = title.rstrip(" /|"), text[len(title) :].strip(" /|")
        sure = len(name) <= 3 or read_names(name, "contributor")
        return (title, name) if sure and len(compact(name)) <= 20 else None
    return None


def _contributor_line(text: str) -> str | None:
    if text.startswith("("):
        byline = contributors.read_parenthesised(text)
        return text[1:-1].strip() if byline and byline.contributors else None
    byline = contributors.read_labelled(text)
    if byline and byline.contributors:
        return byline.contributors[0].text
    return None


def _section(
    item: Item, text: str, items: list[Item], n: int, later: Followers, sections: int
) -> str | None:
    """The column a line names: a known one, a bracketed one, or short and set apart."""
    following = items[n + 1] if n + 1 < len(items) else None
    known = section_name(text)
    if known and item.marker and any(BRACKETED.match(compact(one.text)) for one in items[:n]):
        return None  # columns are framed here, and entries have list marks
    lone = following is None and n > 0 and not sections
    if known and not lone and (following is not None or not is_counted(known)):
        return known
    if item.linked:
        return None
    bare = compact(text)
    if BRACKETED.match(bare) and following is not None:
        return bare.strip("【】[]〖〗《》:")
    bare = without_ordinal(bare)
    if following is None or len(bare) > 12 or re.search(r"[,。!?、:]", bare.rstrip(":")):
        return None
    if subtitle_text(following.text) or following.text.startswith("("):
        return None
    contrast = item.bold and not following.bold
    if heading_kind(text) and not following.marker and not contrast:
        return None
    if bare.endswith(("的", "和", "与", "及")):  # the first half of a wrapped title
        return None
    beside = item.in_row and item.line == following.line
    if beside and title_key(text) not in later:
        opens = len(bare) <= 8 and not read_names(following.text, "contributor")
    elif beside and not _may_be_title_of(bare, following.text):
        opens = False
    elif title_key(text) in later:
        wanted = line_key(following.text)
        opens = any(begin_alike(wanted, k) or likeness(wanted, k) for k in later[title_key(text)])
    else:
        opens = item.indent + 2 <= following.indent or (item.bold and not following.bold)
        opens = opens or (following.marker is not None and not item.marker)
        short = len(bare) <= (8 if sections else 6)
        opens = opens or (short and _stands_between(text, following, later))
    return without_ordinal(bare.rstrip(":")) if opens else None


def _may_be_title_of(column: str, text: str) -> bool:
    """Whether the cell behind what may be a column is a title, and no name."""
    bare = fold(PAGE_TAIL.sub("", text)).strip()
    return len(compact(bare)) > len(column) and not read_signed(bare)


def _stands_between(text: str, following: Item, later: Followers) -> bool:
    """After another column: a short line the body does not know, before an entry it does know."""
    key = title_key(text)
    if section_name(following.text) is not None or any(key in k for k in later):
        return False
    return recurs(line_key(following.text), list(later))


def _pages_are_glued(items: list[Item], later: Followers) -> bool:
    """Page numbers stuck to the titles: on most lines and never falling, or absent in the body."""
    found = [m for item in items if (m := _GLUED.match(item.text))]
    for match in found:
        short, whole = title_key(match["title"]), title_key(match[0])
        if whole not in later and any(likeness(short, k) > likeness(whole, k) for k in later):
            return True
    pages = [int(m["page"]) for m in found]
    titled = sum(1 for item in items if len(item.text) >= 6)
    return len(pages) >= 2 and len(pages) * 2 >= titled and pages == sorted(pages)


def _without_page(text: str, glued: bool) -> str:
    short = cut(PAGE_TAIL, text)
    if short == text and glued and (found := _GLUED.match(text)):
        short = found["title"]
    return cut(LEADER_TAIL, short).strip() if not _LEADER_NAME.match(short) else short.strip()

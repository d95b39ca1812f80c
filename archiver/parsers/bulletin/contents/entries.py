"""The lines of a 目录 named one by one: column, entry, subtitle, contributor, page number."""

import re
from dataclasses import dataclass
from typing import Final

from archiver.chinese.fold import fold
from archiver.chinese.units import is_unit_name
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
from archiver.parsers.bulletin.contents.senders import (
    behind_blank,
    below_deeper,
    below_links,
    below_titles,
    columns_over_links,
    contributor_line,
    is_credit,
    is_name,
    is_unit_below,
    stands_below_in_body,
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

LEADER_NAME: Final = re.compile(r"^(?P<title>.{4,60}?)\s*[.…·•]{2,}\s*(?P<name>[^.…\d()]{2,24})$")
_GLUED: Final = re.compile(r"^(?P<title>.*[^\d.])(?P<page>\d{1,3})$")
_TAIL_PAREN: Final = re.compile(
    r"^(?P<title>.{2,80}?)\s*(?P<paren>\([^()]{2,40}\)|\[[^\[\]]{2,20}\])$"
)
_LONGEST_COLUMN: Final = 8
_SET_IN: Final = 2  # columns
_AND_MORE: Final = re.compile(r"等[一二两三四五六七八九十\d]{1,3}[则篇条]")
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
    paged: bool = False  # a page number or leader stands behind it
    counted: bool = False  # a number stands before it

    @property
    def key(self) -> str:
        """The comparison key of the title."""
        return title_key(self.title)


def entries_of(items: list[Item], later: Followers, *, columns: bool = False) -> list[Entry]:
    """Items named one by one: section, title, subtitle, contributor.

    ``columns`` when the heading of the 目录 promises columns.
    """
    if are_columns(items, later, columns):
        return []
    glued = _pages_are_glued(items, later)
    over_links, below = columns_over_links(items)
    senders = below_links(items) | below_titles(items, later) | below_deeper(items) | below
    entries: list[Entry] = []
    section: str | None = None
    over: str | None = None
    sections, set_in = 0, -1  # how many columns, and how far their names are set in
    for n, item in enumerate(items):
        text = _without_page(item.text, glued)
        if not text or is_credit(text, later):
            continue
        sub = subtitle_text(text) if entries else None
        if sub and not read_names(sub, "contributor"):
            entries[-1].subtitle = entries[-1].subtitle or sub
            continue
        if entries and (name := sub or contributor_line(text)):
            entries[-1].contributor = entries[-1].contributor or name
            continue
        if (
            entries
            and item.in_row
            and item.line == entries[-1].line
            and is_name(text, entries[-1].key, later)
        ):
            entries[-1].contributor = entries[-1].contributor or text
            continue
        if entries and (item in senders or stands_below_in_body(text, entries[-1].key, later)):
            entries[-1].contributor = entries[-1].contributor or text
            continue
        if item.indent != set_in and _stands_over_entry(items, n, later):
            over = text
            continue
        entered = n + 1 < len(items) and items[n + 1] in senders
        name = None if entered else _section(item, text, items, n, later, sections)
        name = name or (text.rstrip(":") if item in over_links else None)
        if name:
            section, sections, set_in = name, sections + 1, item.indent
            continue
        entries.append(_entry(text, item, section, later))
        entries[-1].subtitle, over = entries[-1].subtitle or over, None
    return _joined(entries, later)


def _stands_over_entry(items: list[Item], n: int, later: Followers) -> bool:
    """A 引题 set in deeper than the entry below it, as it stands over that title in the body."""
    if n + 1 >= len(items) or items[n].indent < items[n + 1].indent + _SET_IN:
        return False
    one, two = items[n], items[n + 1]
    below = later.get(title_key(one.text), ())
    wanted = line_key(without_marker(two.text))
    return not section_name(one.text) and any(begin_alike(wanted, key) for key in below)


def are_columns(items: list[Item], later: Followers, promised: bool) -> bool:
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
    counting = sum(entry.counted for entry in entries) > 1
    for entry in entries:
        last = out[-1] if out else None
        if (
            last is not None
            and last.key not in later
            and entry.key not in later
            and last.section == entry.section
            and title_key(last.title + entry.title) in later
        ) or (last is not None and _is_rest(last, entry, later, counting)):
            last.title += entry.title
            last.paged = entry.paged
            last.contributor = last.contributor or entry.contributor
            continue
        out.append(entry)
    return out


def _is_rest(last: Entry, entry: Entry, later: Followers, counting: bool) -> bool:
    """Wrapped here and in the body alike: only the second line has the page behind it, or only the
    first the number before it."""
    if not (entry.paged and not last.paged) and not (counting and last.counted > entry.counted):
        return False
    if entry.key in later.get(last.key, ()):
        return True
    return any(entry.key in below and key.endswith(last.key) for key, below in later.items())


def _entry(text: str, item: Item, section: str | None, later: Followers) -> Entry:
    contributor = None
    title = text
    if found := _TAIL_PAREN.match(text):
        byline = contributors.read_parenthesised(found["paren"])
        name = found["paren"][1:-1].strip()
        named = byline is not None and bool(byline.contributors)
        if named or is_unit_below(name, found["title"], later):
            title, contributor = found["title"], name
        elif title_key(text) not in later and title_key(found["title"]) in later:
            title = found["title"]  # 夜班（诗歌）: what kind of text it is
    elif behind := behind_blank(text, later):
        title = behind[0]
        contributor = None if _AND_MORE.fullmatch(behind[1]) else behind[1]
    elif (found := LEADER_NAME.match(text) or _TAIL_SLASH.match(text)) and (
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
        paged=text != item.text,
        counted=stripped != title,
    )


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
    if item.linked or behind_blank(text, later):
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
        below = [k for k in later[title_key(text)] if k == wanted or not is_unit_name(k)]
        opens = any(begin_alike(wanted, k) or likeness(wanted, k) for k in below)
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
        if whole not in later and any(_is_nearer(k, short, whole) for k in later):
            return True
    pages = [int(m["page"]) for m in found]
    titled = sum(1 for item in items if len(item.text) >= 6)
    return len(pages) >= 2 and len(pages) * 2 >= titled and pages == sorted(pages)


def _is_nearer(key: str, short: str, whole: str) -> bool:
    """Whether a key is like a title without the page stuck to it, and less like it as it stands."""
    like = likeness(short, key)
    return like > 0 and like > likeness(whole, key)


def _without_page(text: str, glued: bool) -> str:
    short = cut(PAGE_TAIL, text)
    if short == text and glued and (found := _GLUED.match(text)):
        short = found["title"]
    return cut(LEADER_TAIL, short).strip() if not LEADER_NAME.match(short) else short.strip()

"""The lines of a 目录 named one by one: column, entry, subtitle, contributor, page number."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from typing import Final

from archiver.chinese.fold import fold
from archiver.parsers.bulletin import contributors
from archiver.parsers.bulletin.shapes import (
    MARKERS,
    cells_of,
    compact,
    heading_kind,
    is_counted,
    is_page_mark,
    is_prose,
    is_rule,
    marker_of,
    ordinal_of,
    section_name,
    subtitle_text,
    without_marker,
    without_ordinal,
)
from archiver.parsers.bulletin.similarity import SAME, similarity, title_key
from archiver.parsers.lines import Line

SEARCHED: Final = 300
_PAGE_TAIL: Final = re.compile(
    r"(?:\s*[.…·•。—-]{2,}\s*|\s*[(/]\s*|\s{1,})(?:第\s*)?P?\.?\d{1,3}\s*(?:页)?\s*[)]?\s*$"
)
_LEADER_TAIL: Final = re.compile(r"\s*[.…·•]{2,}\s*$")
_TAIL: Final = 200  # characters: leader and page number; a line of nothing but dots has no end
_LEADER: Final = re.compile(r"[.…·•]{2}")
_LEADER_NAME: Final = re.compile(r"^(?P<title>.{4,60}?)\s*[.…·•]{2,}\s*(?P<name>[^.…\d()]{2,24})$")
_GLUED: Final = re.compile(r"^(?P<title>.*[^\d.])(?P<page>\d{1,3})$")
_SECTION_FIRST: Final = re.compile(r"^(?P<section>[^\s:]{2,12})(?:\s*:\s*|\s+)(?P<title>.{4,80})$")
_BRACKET_FIRST: Final = re.compile(
    r"^[【\[](?P<section>[^【】\[\]]{2,8})[】\]]\s*(?P<title>.{4,80})$"
)
GENRE: Final = 4  # characters of 散文, 调查报告 before a title
_PAGE_FIRST: Final = re.compile(r"^P?\d{1,3}\s+(?P<title>[^\d\s].{3,80})$")
BRACKETED: Final = re.compile(r"^[【\[〖][^【】\[\]〖〗]{2,14}[】\]〗]:?$")
_TAIL_PAREN: Final = re.compile(
    r"^(?P<title>.{2,80}?)\s*(?P<paren>\([^()]{2,40}\)|\[[^\[\]]{2,20}\])$"
)
_LONGEST_COLUMN: Final = 8
_MOST_WORDS: Final = 4  # of the names behind a title
_TAIL_SLASH: Final = re.compile(r"^(?P<title>.{2,60}?)\s*[/|]\s*(?P<name>[^/|]{2,24})$")

# The keys of short lines elsewhere on the page, each with the keys of the lines that follow it.
Followers = Mapping[str, set[str]]


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


@dataclass(frozen=True, slots=True)
class Item:
    """One cell or line of the 目录 with what it looks like."""

    text: str
    line: int
    indent: int = 0
    bold: bool = False
    marker: str | None = None
    href: str | None = None
    linked: str = ""  # what the line's only link prints, folded
    in_row: bool = False


def items_of(lines: Sequence[Line], start: int, end: int, later: Followers) -> list[Item]:
    """The cells of the lines from index ``start`` to ``end``; ``later`` as in ``followers``."""
    out: list[Item] = []
    for at in range(start, end):
        line = lines[at]
        if is_rule(line.folded) or is_page_mark(line.folded) or line.folded.isdigit():
            continue
        href = line.anchors[0].href if line.anchors else None
        linked = fold(line.anchors[0].text).strip() if len(line.anchors) == 1 else ""
        cells = cells_of(line)
        cells = [c for c in cells if not re.fullmatch(r"[(]?\d{1,3}[)]?", c)] or cells
        named = chain.from_iterable(_section_first(cell, later) for cell in cells)
        for cell in chain.from_iterable(_titles_beside(cell, later) for cell in named):
            marker = marker_of(cell)
            row = len(cells) > 1
            out.append(Item(cell, at, line.indent, line.bold, marker, href, linked, in_row=row))
    return out


def entries_of(items: list[Item], later: Followers) -> list[Entry]:
    """Items named one by one: section, title, subtitle, contributor."""
    if _are_columns(items, later):
        return []
    glued = _pages_are_glued(items, later)
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
        name = _section(item, text, items, n, later, sections)
        if name:
            section, sections = name, sections + 1
            continue
        entries.append(_entry(text, item, section, later))
    return _joined(entries, later)


def _are_columns(items: list[Item], later: Followers) -> bool:
    """一、领导讲话 二、工作交流: a 目录 of columns alone, each over a longer title in the body."""
    for n, item in enumerate(items, 1):
        name = title_key(item.text)
        if ordinal_of(item.text) != n or len(name) > _LONGEST_COLUMN:
            return False
        if not any(len(key) > len(name) for key in later.get(name, ())):
            return False
    return len(items) > 1


def followers(lines: Sequence[Line]) -> Followers:
    """The keys of short lines, each with those of the two lines below (引题 may be between)."""
    out: dict[str, set[str]] = {}
    above: list[set[str]] = []
    for line in lines:
        if len(line.folded) > 80:
            above = []
            continue
        key = title_key(line.folded)
        above = [] if is_prose(line) else above
        for following in above:
            following.add(key)
        above = [*above[-1:], out.setdefault(key, set())]
    return out


def line_key(text: str) -> str:
    """The comparison key of a 目录 line without its page number."""
    return title_key(_cut(_LEADER_TAIL, _cut(_PAGE_TAIL, text)).strip(MARKERS + " "))


def _cut(tail: re.Pattern[str], text: str) -> str:
    at = max(0, len(text) - _TAIL)
    return text[:at] + tail.sub("", text[at:])


def recurs(key: str, later: Sequence[str]) -> bool:
    """Whether a key comes back, exactly or nearly, with or without a page number stuck to it."""
    if key in later or key.rstrip("0123456789") in later:
        return True
    return len(key) >= 6 and any(similarity(key, other) >= SAME for other in later)


def _section_first(text: str, later: Followers) -> list[str]:
    """工作部署:全市会议召开 names a column and an entry on one line, unless that is the title."""
    found = _SECTION_FIRST.match(text)
    if found and not _begins_with_title(line_key(text), title_key(found["section"]), later):
        if section_name(found["section"]):
            return [found["section"], found["title"]]
        below = later.get(title_key(found["section"]))
        genre = re.fullmatch(rf"[一-龥]{{2,{GENRE}}}", found["section"]) and ":" not in text
        if below is None and genre:
            title = line_key(found["title"])
            if any(len(key) > 1 and title.startswith(key) for key in later):
                return [f"【{found['section']}】", found["title"]]
        first = _LEADER.split(found["title"].split()[0])[0]
        shorter = len(found["section"]) < len(first)  # no clause of the title
        if below and shorter and any(_begin_alike(line_key(found["title"]), key) for key in below):
            return [found["section"], found["title"]]
    if (found := _BRACKET_FIRST.match(text)) and line_key(text) not in later:
        wanted = line_key(found["title"])
        if any(len(key) >= 4 and wanted.startswith(key) for key in later):
            return [f"【{found['section']}】", found["title"]]
    leading = _PAGE_FIRST.match(text)
    return [leading["title"]] if leading else [text]


def _titles_beside(text: str, later: Followers) -> list[str]:
    """One title/another title: two entries on one line, when the body prints both."""
    parts = text.split("/") if "/" in text else []
    keys = [line_key(part) for part in parts]
    if len(parts) < 2 or not all(key in later for key in keys):
        return [text]
    sent = any(two in later[one] for one, two in pairwise(keys))  # the sender, below the title
    return [text] if sent else parts


def _begins_with_title(key: str, section: str, later: Followers) -> bool:
    """The body prints the line, or all of it but names behind, as one line."""
    return any(len(one) > len(section) + 2 and key.startswith(one) for one in later)


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
    elif behind := _name_behind_link(text, item.linked) or _blank_name(text, later):
        title, contributor = behind
    elif (found := _LEADER_NAME.match(text) or _TAIL_SLASH.match(text)) and (
        title_key(found["title"]) in later or contributors.read_names(found["name"], "contributor")
    ):
        title, contributor = found["title"], found["name"].strip()
    title = _cut(_LEADER_TAIL, title).rstrip(";；")
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


def _is_name(text: str, later: Followers) -> bool:
    """The cell behind a title: a name, or what the body does not print as a line."""
    return bool(contributors.read_names(text, "contributor")) or title_key(text) not in later


def _name_behind_link(text: str, linked: str) -> tuple[str, str] | None:
    """A title that links to its page, and outside the link a name."""
    title, found, name = text.partition(f"{linked} ") if linked else (text, "", "")
    byline = contributors.read_parenthesised(f"({name.strip()})") if found else None
    if byline is None or not byline.contributors:
        return None
    return title + linked, name.strip()


def _blank_name(text: str, later: Followers) -> tuple[str, str] | None:
    """标题  张三: a name behind a blank, when the body prints the title without it."""
    if title_key(text) in later:
        return None
    title, words = text, 0
    while " " in title and (words := words + 1) <= _MOST_WORDS:
        title = title.rpartition(" ")[0].rstrip()
        if len(title_key(title)) < 2 or title_key(title) not in later:
            continue
        name = text[len(title) :].strip()
        sure = len(name) <= 3 or contributors.read_names(name, "contributor")
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
    lone = following is None and n > 0 and not sections
    if known and not lone and (following is not None or not is_counted(known)):
        return known
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
        opens = len(bare) <= 8
    elif beside and not _may_be_title_of(bare, following.text):
        opens = False
    elif title_key(text) in later:
        wanted = line_key(following.text)
        opens = any(_begin_alike(wanted, k) or _likeness(wanted, k) for k in later[title_key(text)])
    else:
        opens = item.indent + 2 <= following.indent or (item.bold and not following.bold)
        opens = opens or (following.marker is not None and not item.marker)
        short = len(bare) <= (8 if sections else 6)
        opens = opens or (short and _stands_between(text, following, later))
    return without_ordinal(bare.rstrip(":")) if opens else None


def _may_be_title_of(column: str, text: str) -> bool:
    """Whether the cell behind what may be a column is a title, and no name."""
    bare = fold(_PAGE_TAIL.sub("", text)).strip()
    return len(compact(bare)) > len(column) and not contributors.read_signed(bare)


def _stands_between(text: str, following: Item, later: Followers) -> bool:
    """After another column: a short line the body does not know, before an entry it does know."""
    key = title_key(text)
    if section_name(following.text) is not None or any(key in k for k in later):
        return False
    return recurs(line_key(following.text), list(later))


def _likeness(one: str, other: str) -> float:
    value = similarity(one, other)
    return value if value >= SAME else 0.0


def _begin_alike(one: str, other: str) -> bool:
    return min(len(one), len(other)) >= 4 and (one.startswith(other) or other.startswith(one))


def _pages_are_glued(items: list[Item], later: Followers) -> bool:
    """Page numbers stuck to the titles: on most lines and never falling, or absent in the body."""
    found = [m for item in items if (m := _GLUED.match(item.text))]
    for match in found:
        short, whole = title_key(match["title"]), title_key(match[0])
        if whole not in later and any(_likeness(short, k) > _likeness(whole, k) for k in later):
            return True
    pages = [int(m["page"]) for m in found]
    titled = sum(1 for item in items if len(item.text) >= 6)
    return len(pages) >= 2 and len(pages) * 2 >= titled and pages == sorted(pages)


def _without_page(text: str, glued: bool) -> str:
    short = _cut(_PAGE_TAIL, text)
    if short == text and glued and (found := _GLUED.match(text)):
        short = found["title"]
    return _cut(_LEADER_TAIL, short).strip() if not _LEADER_NAME.match(short) else short.strip()

"""目录: where the table of contents stands and what its lines are."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from archiver.parsers.bulletin import contributors
from archiver.parsers.bulletin.notes import note_label
from archiver.parsers.bulletin.shapes import (
    MARKERS,
    cells_of,
    compact,
    heading_kind,
    is_page_mark,
    is_prose,
    is_rule,
    marker_of,
    section_name,
    subtitle_text,
    without_marker,
    without_ordinal,
)
from archiver.parsers.bulletin.similarity import SAME, similarity, title_key
from archiver.parsers.lines import Line

_HEADING_WORDS = (
    r"(?:本\s*期\s*(?:目\s*录|要\s*目|导\s*读|内\s*容|看\s*点|提\s*要|要\s*闻|主\s*要\s*内\s*容)"
    r"|主?\s*要?\s*目\s*[录次]|要\s*目|内\s*容\s*(?:提\s*要|导\s*读)|导\s*读|主\s*要\s*内\s*容)"
)
_HEADING = re.compile(
    rf"^[【\[《<{re.escape(MARKERS)}\s]*{_HEADING_WORDS}[】\]》>{re.escape(MARKERS)}\s]*(?:\(?CONTENTS\)?)?\s*:?$",
    re.I,
)
_INLINE = re.compile(
    rf"^[【\[]?{_HEADING_WORDS}[】\]]?\s*(?::|\s(?=[{re.escape(MARKERS)}\d一]))\s*(?P<rest>.{{6,}})$"
)
_LONGEST = 150
_SEARCHED = 300
_PAGE_TAIL = re.compile(
    r"(?:\s*[.…·•。—-]{2,}\s*|\s*[(/]\s*|\s{1,})(?:第\s*)?P?\.?\d{1,3}\s*(?:页)?\s*[)]?\s*$"
)
_LEADER_TAIL = re.compile(r"\s*[.…·•]{2,}\s*$")
_LEADER_NAME = re.compile(r"^(?P<title>.{4,60}?)\s*[.…·•]{2,}\s*(?P<name>[^.…\d()]{2,24})$")
_GLUED = re.compile(r"^(?P<title>.*[^\d.])(?P<page>\d{1,3})$")
_SECTION_FIRST = re.compile(r"^(?P<section>[^\s:]{2,12})(?:\s*:\s*|\s+)(?P<title>.{4,80})$")
_PAGE_FIRST = re.compile(r"^P?\d{1,3}\s+(?P<title>[^\d\s].{3,80})$")
_BRACKETED = re.compile(r"^[【\[〖《].{2,14}[】\]〗》]:?$")
_TAIL_PAREN = re.compile(r"^(?P<title>.{2,80}?)\s*(?P<paren>\([^()]{2,40}\))$")
_TAIL_SLASH = re.compile(r"^(?P<title>.{4,60}?)\s*[/|]\s*(?P<name>[^/|]{2,24})$")
_INLINE_SPLIT = re.compile(
    rf"[;；]|\s{{2,}}|(?=[{re.escape(MARKERS)}])|(?<=[^\d])(?=\d{{1,2}}[.、](?!\d))|(?=\s\(\d{{1,2}}\))"
)


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

    @property
    def key(self) -> str:
        """The comparison key of the title."""
        return title_key(self.title)


@dataclass(frozen=True, slots=True)
class Toc:
    """The lines of the 目录, ``start`` to ``end`` (exclusive), its heading included."""

    start: int
    end: int
    entries: tuple[Entry, ...]
    printed: tuple[str, ...]

    def text(self, start: int, end: int) -> str:
        """What the lines from index ``start`` to ``end`` print."""
        return "\n".join(self.printed[max(0, start - self.start) : max(0, end - self.start)])


# The keys of short lines elsewhere on the page, each with the keys of the lines that follow it.
Followers = Mapping[str, set[str]]


@dataclass(frozen=True, slots=True)
class _Item:
    text: str
    line: int
    indent: int = 0
    bold: bool = False
    marker: str | None = None
    href: str | None = None
    in_row: bool = False


def is_toc_heading(text: str) -> bool:
    """True for 目 录, 本期要目: and the like, alone on the line."""
    return len(text) <= 30 and _HEADING.match(text) is not None


def inline_toc(text: str) -> str | None:
    """The entries of a 目录 printed on one line with its heading."""
    found = _INLINE.match(text)
    return found["rest"] if found else None


def find_heading(lines: Sequence[Line], start: int = 0, stop: int | None = None) -> int | None:
    """Index of the first 目录 heading."""
    for at in range(start, len(lines) if stop is None else min(stop, len(lines))):
        text = lines[at].folded
        if is_toc_heading(text) or inline_toc(text):
            return at
    return None


def read_toc(lines: Sequence[Line], start: int) -> Toc | None:
    """The 目录 that begins at or soon after ``start``, or None.

    With a heading it ends where its first title comes back as the first heading of the body; when
    nothing comes back, at the gap after its last short line. Without a heading at least two lines
    must come back later, in order.
    """
    at = find_heading(lines, start, start + 12)
    if at is None:
        return _unheaded(lines, start)
    rest = inline_toc(lines[at].folded)
    if rest:
        items = [
            _Item(part.strip(), at) for part in _INLINE_SPLIT.split(rest) if part and part.strip()
        ]
        return _toc(lines, at, at + 1, _entries(items, {}))
    end = _end_by_recurrence(lines, at + 1)
    if end is None:
        end = _end_by_gap(lines, at + 1)
    end = _before_sections(lines, at + 1, end)
    entries = _entries(_items(lines, at + 1, end), _followers(lines[end:]))
    return _toc(lines, at, end, entries)


def read_toc_after(lines: Sequence[Line], start: int) -> Toc | None:
    """A 目录 printed after the body: its heading, then lines that stood before as titles."""
    at = find_heading(lines, start)
    if at is None or at + 1 >= len(lines):
        return None
    earlier = _followers(lines[:at])
    end = at + 1
    while end < len(lines) and not is_prose(lines[end]):
        end += 1
    items = _items(lines, at + 1, end)
    entries = _entries(items, earlier)
    if not any(_recurs(entry.key, list(earlier)) for entry in entries):
        return None
    return _toc(lines, at, end, entries)


def _toc(lines: Sequence[Line], start: int, end: int, entries: Sequence[Entry]) -> Toc:
    return Toc(start, end, tuple(entries), tuple(line.text for line in lines[start:end]))


def _is_toc_line(line: Line) -> bool:
    return not is_prose(line) and line.folded[-1] not in "。;" and note_label(line.folded) is None


def _short_run(lines: Sequence[Line], start: int) -> int:
    end = start
    while end < min(len(lines), start + _LONGEST) and _is_toc_line(lines[end]):
        end += 1
    return end


def _end_by_recurrence(lines: Sequence[Line], start: int) -> int | None:
    """The first line that says again what a 目录 line said."""
    run = _short_run(lines, start)
    keys = [_line_key(lines[at].folded) for at in range(start, run)]
    seen: dict[str, int] = {}
    for offset, key in enumerate(keys):
        text = lines[start + offset].folded
        if not _may_be_entry(text):
            continue
        following = keys[offset + 1] if offset + 1 < len(keys) else ""
        sure = following in seen or (len(key) >= 6 and section_name(text) is None)
        sure = sure or any(len(following) >= 6 and similarity(following, k) >= SAME for k in seen)
        if key in seen and len(key) >= 2 and sure:
            return start + offset
        seen.setdefault(key, offset)
        for cell in cells_of(lines[start + offset]):
            seen.setdefault(title_key(cell), offset)
        seen.setdefault(key.rstrip("0123456789"), offset)
    return _fuzzy_recurrence(lines, keys, start)


def _before_sections(lines: Sequence[Line], start: int, end: int) -> int:
    """A column heading between 目录 and first title belongs to the body."""
    end = _before_kicker(lines, start, end)
    keys = [_line_key(line.folded) for line in lines[start:end]]
    while end - 1 > start and len(compact(lines[end - 1].folded)) <= 16:
        text = lines[end - 1].folded
        if end < len(lines) and section_name(text) and section_name(lines[end].folded):
            break
        again = _may_be_entry(text) and keys[end - 1 - start] in keys[: end - 1 - start]
        if not again and section_name(text) is None and not _BRACKETED.match(text):
            break
        end -= 1
    return end


def _before_kicker(lines: Sequence[Line], start: int, end: int) -> int:
    """A line set off from the 目录 by a blank or a rule, against the title, is its 引题."""
    at = end - 1
    if at <= start or not (lines[at].blank_before or lines[at].rule_before):
        return end
    apart = sum(1 for line in lines[start + 1 : at] if line.blank_before)
    alone = apart * 3 <= at - start and section_name(lines[at].folded) is None
    later = _followers(lines[end : end + _SEARCHED])
    return at if alone and not _recurs(_line_key(lines[at].folded), list(later)) else end


def _fuzzy_recurrence(lines: Sequence[Line], keys: list[str], start: int) -> int | None:
    """As above for titles shortened or corrected in the 目录, or joined from two lines."""
    titles = [
        (n, key)
        for n, key in enumerate(keys)
        if len(key) >= 6 and _may_be_entry(lines[start + n].folded)
    ]
    for position, (n, key) in enumerate(titles):
        joined = [key]
        if n + 1 < len(keys):
            joined.append(key + keys[n + 1])
        for m, earlier in titles[:position]:
            if any(similarity(candidate, earlier) >= SAME for candidate in joined):
                return start + n
            if m + 1 < n and similarity(key, earlier + keys[m + 1]) >= SAME:
                return start + n
    return None


def _may_be_entry(text: str) -> bool:
    return subtitle_text(text) is None and not text.startswith("(")


def _line_key(text: str) -> str:
    return title_key(_LEADER_TAIL.sub("", _PAGE_TAIL.sub("", text)))


def _recurs(key: str, later: Sequence[str]) -> bool:
    if key in later or key.rstrip("0123456789") in later:
        return True
    return len(key) >= 6 and any(similarity(key, other) >= SAME for other in later)


def _end_by_gap(lines: Sequence[Line], start: int) -> int:
    run = _short_run(lines, start)
    later = list(_followers(lines[run : run + _SEARCHED]))
    recurring = (at for at in range(start, run) if _recurs(_line_key(lines[at].folded), later))
    last = max(recurring, default=None)
    if last is not None:
        gaps = [
            at for at in range(last + 1, run) if lines[at].blank_before or lines[at].rule_before
        ]
        return gaps[0] if gaps else last + 1
    for at in range(start + 1, run):
        if lines[at].blank_before >= 2 or lines[at].rule_before or is_rule(lines[at].folded):
            return at
    if run == len(lines):
        return run
    gaps = [at for at in range(start + 1, run) if lines[at].blank_before]
    return gaps[-1] if gaps else max(start, run - 1)


def _unheaded(lines: Sequence[Line], start: int) -> Toc | None:
    run = _short_run(lines, start)
    if run - start < 2:
        return None
    end = _end_by_recurrence(lines, start)
    if end is None and run < len(lines) and note_label(lines[run].folded) is not None:
        end = run
    if end is None or end - start < 2:
        return None
    end = _before_sections(lines, start, end)
    later = _followers(lines[end:])
    entries = _entries(_items(lines, start, end), later)
    found = [
        entry
        for entry in entries
        if entry.key in later or any(similarity(entry.key, k) >= SAME for k in later)
    ]
    if len(found) < 2 or len(found) * 2 < len(entries):
        return None
    return _toc(lines, start, end, entries)


def _followers(lines: Sequence[Line]) -> Followers:
    out: dict[str, set[str]] = {}
    before: set[str] | None = None
    for line in lines:
        if len(line.folded) > 80:
            before = None
            continue
        key = title_key(line.folded)
        if before is not None:
            before.add(key)
        before = out.setdefault(key, set())
    return out


def _items(lines: Sequence[Line], start: int, end: int) -> list[_Item]:
    out: list[_Item] = []
    for at in range(start, end):
        line = lines[at]
        if is_rule(line.folded) or is_page_mark(line.folded) or line.folded.isdigit():
            continue
        href = line.anchors[0].href if line.anchors else None
        cells = cells_of(line)
        cells = [c for c in cells if not re.fullmatch(r"[(]?\d{1,3}[)]?", c)] or cells
        for cell in chain.from_iterable(map(_section_first, cells)):
            out.append(
                _Item(
                    cell, at, line.indent, line.bold, marker_of(cell), href, in_row=len(cells) > 1
                )
            )
    return out


def _section_first(text: str) -> list[str]:
    """工作部署:全市工作会议召开 names a column and an entry on one line."""
    found = _SECTION_FIRST.match(text)
    if found and section_name(found["section"]):
        return [found["section"], found["title"]]
    leading = _PAGE_FIRST.match(text)
    return [leading["title"]] if leading else [text]


def _entries(items: list[_Item], later: Followers) -> list[Entry]:
    """Items named one by one: section, title, subtitle, contributor."""
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
        ):
            last.title += entry.title
            last.contributor = last.contributor or entry.contributor
            continue
        out.append(entry)
    return out


def _entry(text: str, item: _Item, section: str | None, later: Followers) -> Entry:
    contributor = None
    title = text
    if found := _TAIL_PAREN.match(text):
        byline = contributors.read_parenthesised(found["paren"])
        if byline and byline.contributors:
            title, contributor = found["title"], found["paren"][1:-1].strip()
    elif behind := _blank_name(text, later):
        title, contributor = behind
    elif (found := _LEADER_NAME.match(text) or _TAIL_SLASH.match(text)) and contributors.read_names(
        found["name"], "contributor"
    ):
        title, contributor = found["title"], found["name"].strip()
    title = _LEADER_TAIL.sub("", title)
    subtitle = None
    if found := re.match(
        r"^(?P<title>.{4,50}?)\s*(?:-{2,}|[—–―]{2,})\s*(?P<sub>.{4,50})$", without_marker(title)
    ):
        title, subtitle = found["title"], found["sub"]
    stripped = without_ordinal(title)
    return Entry(
        " ".join(stripped.split()), item.line, section, subtitle, contributor, item.href, text
    )


def _is_name(text: str, later: Followers) -> bool:
    """The cell behind a title: a name, or what the body does not print as a line."""
    return bool(contributors.read_names(text, "contributor")) or title_key(text) not in later


def _blank_name(text: str, later: Followers) -> tuple[str, str] | None:
    """标题  张三: a name behind a blank, when the body prints the title without it."""
    title, _, name = text.rpartition(" ")
    if len(title_key(title)) < 2 or len(name) > 14 or title_key(text) in later:
        return None
    sure = len(name) <= 3 or contributors.read_names(name, "contributor")
    return (title.strip(), name) if sure and title_key(title) in later else None


def _contributor_line(text: str) -> str | None:
    if text.startswith("("):
        byline = contributors.read_parenthesised(text)
        return text[1:-1].strip() if byline and byline.contributors else None
    byline = contributors.read_labelled(text)
    if byline and byline.contributors:
        return byline.contributors[0].text
    return None


def _section(
    item: _Item, text: str, items: list[_Item], n: int, later: Followers, sections: int
) -> str | None:
    """The column a line names: a known one, a bracketed one, or short and set apart."""
    following = items[n + 1] if n + 1 < len(items) else None
    if known := section_name(text):
        return known
    bare = compact(text)
    if _BRACKETED.match(bare) and following is not None:
        return bare.strip("【】[]〖〗《》:")
    bare = without_ordinal(bare)
    if following is None or len(bare) > 12 or re.search(r"[,。!?、:]", bare.rstrip(":")):
        return None
    if subtitle_text(following.text) or following.text.startswith("("):
        return None
    contrast = item.bold and not following.bold
    if heading_kind(text) and not following.marker and not contrast:
        return None
    if item.in_row and item.line == following.line:
        opens = len(bare) <= 8 and title_key(text) not in later
    elif title_key(text) in later:
        wanted = _line_key(following.text)
        opens = any(_begin_alike(wanted, k) or _likeness(wanted, k) for k in later[title_key(text)])
    else:
        opens = item.indent + 2 <= following.indent or (item.bold and not following.bold)
        opens = opens or (following.marker is not None and not item.marker)
        opens = opens or (
            len(bare) <= 8 and sections > 0 and _stands_between(text, following, later)
        )
    return without_ordinal(bare.rstrip(":")) if opens else None


def _stands_between(text: str, following: _Item, later: Followers) -> bool:
    """After another column: a short line the body does not know, before an entry it does know."""
    key = title_key(text)
    if section_name(following.text) is not None or any(key in k for k in later):
        return False
    return _recurs(_line_key(following.text), list(later))


def _likeness(one: str, other: str) -> float:
    value = similarity(one, other)
    return value if value >= SAME else 0.0


def _begin_alike(one: str, other: str) -> bool:
    return min(len(one), len(other)) >= 4 and (one.startswith(other) or other.startswith(one))


def _pages_are_glued(items: list[_Item], later: Followers) -> bool:
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
    short = _PAGE_TAIL.sub("", text)
    if short == text and glued and (found := _GLUED.match(text)):
        short = found["title"]
    return _LEADER_TAIL.sub("", short).strip() if not _LEADER_NAME.match(short) else short.strip()

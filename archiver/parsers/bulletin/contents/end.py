"""Where a 目录 ends: at a title that comes back, behind its links, at a gap."""

import re
from collections.abc import Sequence
from typing import Final

from archiver.chinese.fold import fold
from archiver.parsers.bulletin.contents.items import (
    BRACKETED,
    GENRE,
    SEARCHED,
    Followers,
    begin_alike,
    followers,
    line_key,
    recurs,
)
from archiver.parsers.bulletin.looks import is_stronger
from archiver.parsers.bulletin.names.contributors import read_labelled
from archiver.parsers.bulletin.notes import note_label
from archiver.parsers.bulletin.shapes import (
    cells_of,
    compact,
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

_LEADER: Final = re.compile(r"[.…·•]{2,}")
_LONGEST: Final = 150
_LONGEST_NAME: Final = 80  # characters
_SEVERAL: Final = 2  # entries
_FEW: Final = 8  # characters, as columns have


def end_of_entries(lines: Sequence[Line], start: int) -> int:
    """The line behind the last entry of a 目录 whose first one stands at ``start``."""
    end = end_by_recurrence(lines, start)
    if end is None:
        end = _end_of_links(lines, start) or _end_by_gap(lines, start)
    return before_sections(lines, start, end)


def is_toc_line(line: Line) -> bool:
    """Whether a line may stand in a 目录: it is no text, and no note of the editors."""
    return not is_prose(line) and line.folded[-1] != "。" and note_label(line.folded) is None


def short_run(lines: Sequence[Line], start: int) -> int:
    """Where the lines from ``start`` on end that may stand in a 目录."""
    end = start
    stop = min(len(lines), start + _LONGEST)
    while end < stop and (is_toc_line(lines[end]) or _names_note(lines, end)):
        end += 1
    return end


def _names_note(lines: Sequence[Line], at: int) -> bool:
    """卷首语 in the 目录 is a column when it stands over a text below, too; or begins a title."""
    if is_prose(lines[at]) or note_label(lines[at].folded) is None:
        return False
    key = line_key(lines[at].folded)
    return any(key == line_key(line.folded) for line in lines[at + 1 : at + SEARCHED])


def end_by_recurrence(lines: Sequence[Line], start: int) -> int | None:
    """The first line that says again what a 目录 line said."""
    run = short_run(lines, start)
    keys = [line_key(lines[at].folded) for at in range(start, run)]
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
        for cell in (*cells_of(lines[start + offset]), *_round_leader(text)):
            seen.setdefault(title_key(cell), offset)
        seen.setdefault(key.rstrip("0123456789"), offset)
    return _fuzzy_recurrence(lines, keys, start)


def _round_leader(text: str) -> list[str]:
    """散文 父亲的工具箱……张三: what stands before the leader, without its genre, and behind it."""
    parts = [part.strip() for part in _LEADER.split(text)]
    genre, _, title = parts[0].partition(" ")
    return [*parts, title.strip()] if len(parts) > 1 and title and len(genre) <= GENRE else []


def before_sections(lines: Sequence[Line], start: int, end: int) -> int:
    """A column heading between 目录 and first title belongs to the body."""
    end = _before_title(lines, start, _before_kicker(lines, start, end))
    keys = [line_key(line.folded) for line in lines[start:end]]
    while end - 1 > start and len(compact(lines[end - 1].folded)) <= 16:
        text = lines[end - 1].folded
        if section_name(text) and _heads_part(lines[end : end + SEARCHED], line_key(text)):
            break
        again = _may_be_entry(text) and keys[end - 1 - start] in keys[: end - 1 - start]
        below = line_key(lines[end].folded) if end < len(lines) else ""
        again = again or any(
            _stands_before_link(line, text) or _stands_before(line, text, below)
            for line in lines[start : end - 1]
        )
        named = section_name(text) is not None or BRACKETED.match(text)
        if not again and not named and not _stands_apart(lines, start, end - 1):
            break
        end -= 1
    return end


def _stands_before_link(line: Line, column: str) -> bool:
    """Whether an entry is a link with the column's name before it."""
    if len(line.anchors) != 1 or not line.folded.startswith(column):
        return False
    return line.folded[len(column) :].strip() == fold(line.anchors[0].text).strip()


def _stands_before(line: Line, column: str, title: str) -> bool:
    """Whether an entry is the column's name with the title that stands below it in the body."""
    text = line.folded.lstrip("0123456789.、| ")
    return text.startswith(column) and len(title) > 1 and line_key(text[len(column) :]) == title


def _heads_part(lines: Sequence[Line], column: str) -> bool:
    """Whether the name of a column stands in the body too, framed (★简讯★) or not."""
    return any(len(one.folded) <= _LONGEST_NAME and line_key(one.folded) == column for one in lines)


def _stands_apart(lines: Sequence[Line], start: int, at: int) -> bool:
    """Below the last entry a line of another look than all above heads the body, not an entry.

    So do a few words that come but once, where the body has each entry above again.
    """
    line = lines[at]
    if subtitle_text(line.folded) or line.anchors or not _may_be_entry(line.folded):
        return False
    later = followers(lines[at + 1 : at + SEARCHED])
    looks = {_look(entry) for entry in lines[start:at]}
    few = len(line.folded) <= _FEW and not line.folded[-1].isdigit()
    if _look(line) in looks and not (few and _all_recur(lines[start:at], later)):
        return False
    return not recurs(line_key(line.folded), list(later))


def _all_recur(entries: Sequence[Line], later: Followers) -> bool:
    """Whether all lines of a 目录 come back as printed, with or without a page number."""
    keys = (line_key(line.folded) for line in entries)
    recurring = (key in later or key.rstrip("0123456789") in later for key in keys)
    return len(entries) >= _SEVERAL and all(recurring)


def _look(line: Line) -> tuple[object, ...]:
    return line.align, line.bold, round(line.size, 1), marker_of(line.folded)


def _before_kicker(lines: Sequence[Line], start: int, end: int) -> int:
    """A line set off from the 目录 by a blank or a rule, against the title, is its 引题.

    So is one of another form than all entries, where these come back.
    """
    at = end - 1
    if at > start and _is_of_other_form(lines, start, at):
        return at
    if at <= start or not (lines[at].blank_before or lines[at].rule_before):
        return end
    apart = sum(1 for line in lines[start + 1 : at] if line.blank_before)
    alone = apart * 3 <= at - start and section_name(lines[at].folded) is None
    later = followers(lines[end : end + SEARCHED])
    return at if alone and not recurs(line_key(lines[at].folded), list(later)) else end


def _is_of_other_form(lines: Sequence[Line], start: int, at: int) -> bool:
    """Whether a line is set otherwise than all entries above it; they come back, it does not."""
    line, text = lines[at], lines[at].folded
    if section_name(text) or line.anchors or not _may_be_entry(text):
        return False
    later = followers(lines[at + 1 : at + SEARCHED])
    named = (one for one in lines[start:at] if section_name(one.folded) is None)
    entries = [one for one in named if not is_rule(one.folded)]
    if len(entries) < _SEVERAL or any(_form(one) == _form(line) for one in entries):
        return False
    keys = [key for key in later if len(key) > 1]
    wrapped = line_key(_uncounted(entries[-1]) + text)
    if recurs(line_key(text), keys) or wrapped in later:
        return False
    return all(any(begin_alike(line_key(_uncounted(one)), key) for key in keys) for one in entries)


def _uncounted(line: Line) -> str:
    return without_ordinal(without_marker(line.folded))


def _form(line: Line) -> tuple[object, ...]:
    counted = _uncounted(line) != line.folded
    return *_look(line), line.indent, counted, _LEADER.search(line.folded) is not None


def _before_title(lines: Sequence[Line], start: int, end: int) -> int:
    """Where a 目录 ends whose titles are shortened: a line of a stronger look than all entries,
    which are alike, right over the text is the first title."""
    entries = lines[start : end - 1]
    if len(entries) < _SEVERAL or end >= len(lines) or not is_prose(lines[end]):
        return end
    title, looks = lines[end - 1], {_look(line) for line in entries}
    if len(looks) > 1 or title.anchors or not _may_be_entry(title.folded):
        return end
    stronger = is_stronger(title, entries[0])
    centred = title.align == "center" and entries[0].align == "left"
    if not (stronger and (centred or entries[0].align == title.align)):
        return end
    later = followers(lines[end : end + SEARCHED])
    return end if line_key(title.folded) in later else end - 1


def _fuzzy_recurrence(lines: Sequence[Line], keys: list[str], start: int) -> int | None:
    """As above for titles shortened or corrected in the 目录, or joined from two lines."""
    titles = [
        (n, key)
        for n, key in enumerate(keys)
        if len(key) >= 6 and _may_be_entry(lines[start + n].folded)
    ]
    for position, (n, key) in enumerate(titles):
        following = keys[n + 1] if n + 1 < len(keys) else ""
        for m, earlier in titles[:position]:
            if similarity(key, earlier) >= SAME:
                return start + n
            wrapped = following and similarity(following, earlier) < SAME
            if wrapped and similarity(key + following, earlier) >= SAME:
                return start + n
            if m + 1 < n and similarity(key, earlier + keys[m + 1]) >= SAME:
                return start + n
    return None


def _may_be_entry(text: str) -> bool:
    return subtitle_text(text) is None and not text.startswith("(")


def _end_by_gap(lines: Sequence[Line], start: int) -> int:
    run = short_run(lines, start)
    later = list(followers(lines[run : run + SEARCHED]))
    recurring = (at for at in range(start, run) if recurs(line_key(lines[at].folded), later))
    last = max(recurring, default=None)
    if last is not None:
        gaps = [
            at for at in range(last + 1, run) if lines[at].blank_before or lines[at].rule_before
        ]
        return gaps[0] if gaps else last + 1
    for at in range(start + 1, run):
        if lines[at].blank_before >= 2 or lines[at].rule_before or is_rule(lines[at].folded):
            return at
    rows = all("\t" in line.text for line in lines[max(run - 2, start) : run])
    if run == len(lines) or (run - 1 > start and rows):  # the last row of a table is one more
        return run
    gaps = [at for at in range(start + 1, run) if lines[at].blank_before]
    return gaps[-1] if gaps else max(start, run - 1)


def _names_makers(text: str) -> bool:
    """主编: and the like, with which the 报尾 begins."""
    byline = read_labelled(text)
    return byline is not None and bool(byline.credits)


def _end_of_links(lines: Sequence[Line], start: int) -> int | None:
    """Where the entries lead to pages of their own: behind the last of them and what is below it.

    That is a subtitle, or a name where other entries have theirs.
    """
    end, linked = start, 0
    below: set[tuple[object, ...]] = set()
    while end < min(len(lines), start + SEARCHED):
        if linked and lines[end].rule_before and _names_makers(lines[end].folded):
            break
        if lines[end].anchors:
            linked += 1
        elif linked and not _may_be_entry(lines[end].folded):
            pass  # ——副题, （县总工会）
        elif linked and lines[end - 1].anchors and _look(lines[end]) in below:
            pass
        elif is_prose(lines[end]) or not any(line.anchors for line in lines[end : end + 3]):
            break
        elif linked and lines[end - 1].anchors:
            below.add(_look(lines[end]))
        end += 1
    return end if linked > 1 else None

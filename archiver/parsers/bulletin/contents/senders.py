"""Who wrote, in a 目录: names below an entry, beside it, or behind a blank."""

from collections import Counter
from itertools import pairwise
from typing import Final

from archiver.parsers.bulletin.contents.items import Followers, Item, line_key
from archiver.parsers.bulletin.names import contributors
from archiver.parsers.bulletin.names.names import LONGEST_NAME, read_as_group, read_names
from archiver.parsers.bulletin.shapes import compact, section_name
from archiver.parsers.bulletin.similarity import title_key
from archiver.parsers.bulletin.words import UNIT_ENDS

_SEVERAL: Final = 2
_LONGEST_COLUMN: Final = 8  # characters
_LONG_TITLE: Final = 6  # characters
_MOST_WORDS: Final = 4  # of the names behind a title


def below_links(items: list[Item]) -> set[Item]:
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


def columns_over_links(items: list[Item]) -> tuple[set[Item], set[Item]]:
    """Columns and names where every title is a link: a name stands below one, a column over one.

    Both empty where anything else is not linked, or fewer than half of the titles have a name.
    """
    if plain := _columns_alone(items):
        return plain, set()
    columns: set[Item] = set()
    names: set[Item] = set()
    for n, item in enumerate(items):
        if item.href:
            continue
        above = items[n - 1] if n else None
        below = items[n + 1] if n + 1 < len(items) else None
        if above is not None and above.href and _reads_as_name(item.text):
            names.add(item)
        elif below is not None and below.href and len(compact(item.text)) <= _LONGEST_COLUMN:
            columns.add(item)
        else:
            return set(), set()
    linked = sum(bool(item.href) for item in items)
    several = linked > max(len(columns), _SEVERAL) and len(names) * 2 >= linked
    return (columns, names) if columns and several else (set(), set())


def _columns_alone(items: list[Item]) -> set[Item]:
    """Columns over links that no names stand below: names would end the list, as one begins it."""
    columns = {one for one, two in pairwise(items) if not one.href and two.href}
    short = all(len(compact(item.text)) <= _LONGEST_COLUMN for item in columns)
    whole = len(columns) == sum(not item.href for item in items)
    few = 1 < len(columns) < len(items) - len(columns)
    return columns if items and short and whole and few and items[0] in columns else set()


def _reads_as_name(text: str) -> bool:
    return bool(read_names(text, "contributor") or read_as_group(compact(text)))


def below_titles(items: list[Item], later: Followers) -> set[Item]:
    """Names under titles that come back, where each of these has one and nothing else has."""
    named = {item for item in items if read_names(item.text, "contributor")}
    titles = {
        item
        for item in items
        if item not in named and line_key(item.text) in later and not section_name(item.text)
    }
    below = {item for above, item in pairwise(items) if above in titles and item in named}
    return below if 1 < len(titles) == len(below) == len(named) else set()


def below_deeper(items: list[Item]) -> set[Item]:
    """Names set in deeper than the titles above them, in one look: half of them known for names.

    Nothing else has that look, and no title reads like a name.
    """
    looks: dict[tuple[int, bool], list[Item]] = {}
    for item in items:
        looks.setdefault((item.indent, item.bold), []).append(item)
    for look, found in looks.items():
        named = sum(bool(read_names(item.text, "contributor")) for item in found)
        if len(found) < _SEVERAL or named * 2 < len(found) or look[0] <= items[0].indent:
            continue
        others = [item for item in items if item not in found]
        if all(section_name(item.text) for item in others):
            continue  # entries below columns
        apart = all(below not in found for above, below in pairwise(items) if above in found)
        if apart and not any(read_names(item.text, "contributor") for item in others):
            return set(found)
    return set()


def stands_below_in_body(text: str, key: str, later: Followers) -> bool:
    """A name under an entry, which the body prints under its title too."""
    below = later.get(key, ())
    return title_key(text) in below and bool(read_names(text, "contributor"))


def is_unit_below(name: str, title: str, later: Followers) -> bool:
    """Whether the body prints under the title what reads like a unit that no table knows."""
    return name[-1:] in UNIT_ENDS and title_key(name) in later.get(title_key(title), ())


def is_name(text: str, above: str, later: Followers) -> bool:
    """The cell behind a title with the key ``above``: a name, or what the body prints under it.

    So is what the body does not print as a line.
    """
    key = title_key(text)
    if key not in later or read_names(text, "contributor"):
        return True
    return len(key) <= LONGEST_NAME and key in later.get(above, ())


def is_credit(text: str, later: Followers) -> bool:
    """编辑:李明 below the entries of a 目录: who made the issue."""
    byline = contributors.read_labelled(text) if ":" in text else None
    if byline is None or byline.contributors:
        return False
    return title_key(text) not in later


def behind_blank(text: str, later: Followers) -> tuple[str, str] | None:
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
    return _over_name(text, later)


def _over_name(text: str, later: Followers) -> tuple[str, str] | None:
    """As above for a title that the body prints in a longer form, right over the name."""
    title, words = text, 0
    while " " in title and (words := words + 1) <= _MOST_WORDS:
        title = title.rpartition(" ")[0].rstrip()
        name, key = text[len(title) :].strip(" /|"), title_key(title)
        told = title_key(name)
        if len(key) < _LONG_TITLE or told not in later or not read_names(name, "contributor"):
            continue
        if any(told in below and one.endswith(key) for one, below in later.items()):
            return title.rstrip(" /|"), name
    return None


def contributor_line(text: str) -> str | None:
    """Who a line under an entry names: (县总工会), 供稿:县妇联."""
    if text.startswith("("):
        byline = contributors.read_parenthesised(text)
        return text[1:-1].strip() if byline and byline.contributors else None
    byline = contributors.read_labelled(text)
    if byline and byline.contributors:
        return byline.contributors[0].text
    return None

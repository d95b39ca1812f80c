"""The lines of names around an article: under its title, and at its end."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from archiver.chinese.memo import remembered
from archiver.chinese.units import is_unit_name
from archiver.parsers.bulletin.dating import read_full_date
from archiver.parsers.bulletin.looks import Style, is_set_apart, style_of
from archiver.parsers.bulletin.names import contributors
from archiver.parsers.bulletin.names.groups import is_class, is_group
from archiver.parsers.bulletin.names.labelled import Byline
from archiver.parsers.bulletin.names.names import SHORT_NAME, read_as_names, read_names, read_signed
from archiver.parsers.bulletin.shapes import (
    compact,
    ends_sentence,
    heading_kind,
    is_prose,
    is_row,
    subtitle_text,
)
from archiver.parsers.lines import Line

_OFTEN: Final = 2
_LONGEST_UNDER: Final = 16
_WORDS_OF_NAMES: Final = re.compile(r"[一-龥\d“”]{2,16}(?: [一-龥]{2,4})*")
# How subtitles begin that say whom a text is about.
_ABOUT: Final = ("记", "访", "追记", "小记", "写")
_OF: Final = re.compile(r"(?:工作)?单位\s?:\s?")  # below the person: 单位:清水镇农办
_SALUTATION: Final = re.compile(
    "(?:(?:尊敬|敬爱|亲爱)的[^。]{2,24}|编[辑者](?:同志|部|老师|您好)):"
)
_VERSE: Final = 3  # lines that make a poem
_LONGEST_VERSE: Final = 20


def head_byline(line: Line, prose_later: bool) -> Byline | None:
    """The line of names under a title, or None; ``prose_later`` when text follows."""
    text = line.folded
    if len(text) > 80 or is_prose(line) or line.table is not None:
        return None
    if byline := contributors.read_labelled(text):
        return byline
    if byline := contributors.read_parenthesised(text):
        return byline
    if "。" not in text and (byline := contributors.read_with_verb(text)):
        return byline  # what a picture shows ends before who took it
    if not prose_later or ends_sentence(text) or heading_kind(text) or text[-1] == ":":
        return None
    return contributors.read_under_title(text)


def read_stranger(line: Line) -> Byline | None:
    """A name no table knows, in parentheses as those of the other articles."""
    return contributors.read_stranger(line.folded) if line.table is None else None


@dataclass(frozen=True, slots=True)
class Signing:
    """How the articles of an issue end: with names in parentheses on a line of their own, or most
    of them so or with such names behind the last sentence, as several are (``trailing``).

    ``under`` are the looks of the lines of names under titles, which no text has.
    """

    bracketed: bool = False
    trailing: bool = False
    under: frozenset[Style] = frozenset()


UNSIGNED: Final = Signing()


def signing_of(ends: Sequence[Line], heads: Sequence[Line], text: Sequence[Line]) -> Signing:
    """How articles are signed whose last lines are ``ends``, and ``heads`` those under titles.

    ``text`` are all lines between titles.
    """
    trailing = sum(contributors.split_trailing(line.folded) is not None for line in ends)
    bracketed = sum(map(is_bracketed, ends))
    often = trailing >= _OFTEN and (trailing + bracketed) * 2 >= len(ends)
    looks = Counter(style_of(line) for line in heads if _names_sender(line))
    under = {look for look, count in looks.items() if count >= _OFTEN}
    under -= {style_of(line) for line in text if is_prose(line)} if under else set()
    return Signing(bracketed > 0, often, frozenset(under))


def _names_sender(line: Line) -> bool:
    byline = head_byline(line, prose_later=True)
    return byline is not None and bool(byline.contributors)


def read_beneath(line: Line, signing: Signing) -> Byline | None:
    """Whoever is named under a title by a line that looks like those of the other articles."""
    if style_of(line) not in signing.under or len(line.folded) > _LONGEST_UNDER:
        return None
    if not _WORDS_OF_NAMES.fullmatch(line.folded) or is_prose(line) or line.table is not None:
        return None
    return Byline(read_as_names(line.folded))


def is_name_beneath(line: Line, signing: Signing) -> bool:
    """Whether what looks like the names under other titles is one short name, and no subtitle."""
    return (
        style_of(line) in signing.under and SHORT_NAME.fullmatch(compact(line.folded)) is not None
    )


def is_bracketed(line: Line) -> bool:
    """Whether a line is names in parentheses, as articles end with."""
    byline = contributors.read_parenthesised(line.folded) if line.folded[0] == "(" else None
    return byline is not None and bool(byline.contributors)


def end_byline(line: Line, has_text: bool = True) -> Byline | None:
    """The contributor or credits line that ends an article, or None."""
    text = line.folded
    if len(text) > 120 or line.table is not None or is_row(text):
        return None
    if byline := _told_by_signs(text):
        return byline
    if not has_text or len(compact(text)) > 30:
        return None
    if dashed := dashed_names(text):
        return dashed
    if text[0] in "□◎" and (marked := contributors.read_lone_names(text)):
        return marked
    set_apart = is_set_apart(line) or contributors.names_reporter(text)
    if set_apart and (named := contributors.read_lone_person(text)):
        return Byline((named,))
    if set_apart and not read_full_date(text) and (names := read_signed(_OF.sub("", text))):
        return Byline(names)
    if line.align == "right":
        return contributors.read_group(text, at_end=True) or _at_right(text)
    return None


@remembered  # it is asked of a line for itself and for those beside it
def _told_by_signs(text: str) -> Byline | None:
    """Names behind a label, in parentheses, or before a verb."""
    if byline := contributors.read_labelled(text):
        return byline
    if byline := contributors.read_parenthesised(text):
        return byline
    if len(text) <= 40 and (byline := contributors.read_with_verb(text)):
        return byline
    return contributors.read_sent(text) if text.endswith(" 供稿") else None


def _at_right(text: str) -> Byline | None:
    """At the right stand names as in parentheses: 高三年级, 理化生组."""
    return contributors.read_parenthesised(f"({text})") if is_group(text) else None


def dashed_names(text: str) -> Byline | None:
    """——县总工会 张三: who sent it in; ——记劳模张三 is a subtitle."""
    dashed = subtitle_text(text)
    if dashed and dashed.startswith(_ABOUT):
        return None
    names = read_names(dashed, "contributor") if dashed else ()
    return Byline(names) if names else None


def letter_writer(lines: Sequence[Line], at: int, first: int) -> Byline | None:
    """The person alone below a letter, though nothing sets the name apart."""
    if at <= first or not _SALUTATION.match(lines[first].folded):
        return None
    if not _ends_text(lines[at - 1]):
        return None
    names = read_signed(lines[at].folded)
    return Byline(names) if any(one.person for one in names) else None


def lone_unit(lines: Sequence[Line], at: int, first: int) -> Byline | None:
    """A unit alone under the last sentence, though nothing sets it apart."""
    if at <= first or len(lines[at].folded) > 24 or lines[at].table is not None:
        return None
    if "。" in lines[at].folded:
        return None
    above = lines[at - 1]
    names = read_names(lines[at].folded, "contributor")
    if _is_verse(lines[max(at - _VERSE, first) : at]):
        known = len(names) == 1 and names[0].unit and names[0].person
        return Byline(names) if known else None
    if not _ends_text(above):
        return None
    if not any(c.unit for c in names):
        names = read_signed(lines[at].folded)
    if any(c.unit and (is_unit_name(c.unit) or is_class(c.unit)) for c in names):
        return Byline(names)
    if any(c.unit and c.person and is_group(c.unit) for c in names):
        return Byline(names)
    return contributors.read_group(lines[at].folded, at_end=True)


def _ends_text(line: Line) -> bool:
    return ends_sentence(line.folded) and (is_prose(line) or line.folded[-1] == "。")


def _is_verse(lines: Sequence[Line]) -> bool:
    """Short lines of one look that end within a sentence: a poem."""
    looks = {style_of(line) for line in lines}
    return (
        len(lines) == _VERSE
        and len(looks) == 1
        and all(len(line.folded) <= _LONGEST_VERSE for line in lines)
        and not any(line.folded[-1] == "。" or line.table is not None for line in lines)
    )

"""Special issues of a named series: 抗旱专刊第3期 of the 西吉工会要情, 抗洪特刊 of a magazine."""

import re
from dataclasses import replace
from typing import Final

from archiver.chinese.fold import fold
from archiver.chinese.units import is_unit_name
from archiver.parsers.bulletin.masthead.fields import Masthead
from archiver.parsers.bulletin.masthead.series import clean_series, is_generic, is_periodical
from archiver.parsers.bulletin.shapes import compact

_SPECIAL: Final = re.compile("(?:专刊|特刊|专号)$")
# What stands between the name of the series and that of its special issue.
_BETWEEN: Final = re.compile(r"(?:[(《【\[·:—-]|(?:19|20)\d\d年度?)+$")
_BOTH: Final = re.compile(r"(?P<name>[^\d()]{2,14})(?:(?:19|20)\d\d年|[(])[^\d()]{2,16}")
_ALONE: Final = ("特刊", "专号")  # seldom the name of a series


def name_special(head: Masthead, page_title: str | None) -> None:
    """Where the printed head names a special issue, the page's title names the series.

    汀州审判2019年人民法庭专刊 holds both names, with the year between them.
    """
    called = head.series or ""
    word = _SPECIAL.search(called)
    if word is None or head.numbering is None or is_generic(called):
        return
    if both := _BOTH.fullmatch(called):
        name = both["name"]
    else:
        name = _before(compact(called), compact(fold(page_title or "")))
    if is_periodical(name) and not is_unit_name(name):
        head.series = clean_series(name)
        head.numbering = replace(head.numbering, special=word[0])


def _before(special: str, title: str) -> str:
    """What a title says before the name of the special issue; all of it where that is missing."""
    at = title.find(special)
    if at > 0:
        return _BETWEEN.sub("", title[:at])
    return title if at < 0 and special.endswith(_ALONE) else ""

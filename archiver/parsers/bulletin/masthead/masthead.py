"""报头: where an issue's own head stands and what it says of the issue."""

import datetime
import re
from collections.abc import Sequence
from itertools import takewhile
from typing import Final

from archiver.chinese.fold import fold
from archiver.chinese.units import is_unit_name
from archiver.parsers.bulletin import numbering
from archiver.parsers.bulletin.dating import read_full_date
from archiver.parsers.bulletin.masthead.cells import DAYS, REMARK, is_secrecy
from archiver.parsers.bulletin.masthead.editors import (
    begins_with_label,
    is_edited_by,
    is_rest_of_name,
)
from archiver.parsers.bulletin.masthead.fields import Masthead
from archiver.parsers.bulletin.masthead.lines import COLUMNS, take_line
from archiver.parsers.bulletin.masthead.series import (
    TitleHead,
    clean_series,
    holds_series_word,
    is_generic,
    is_periodical,
    is_series,
    read_any_title,
    read_title,
    series_of_title,
)
from archiver.parsers.bulletin.masthead.specials import name_special
from archiver.parsers.bulletin.numbering import merge, without
from archiver.parsers.bulletin.shapes import (
    HEADING_TAGS,
    compact,
    is_office,
    is_prose,
    is_rule,
    section_name,
)
from archiver.parsers.lines import Line

_DEED: Final = re.compile("创建|争创|推进|迎接|深入|学习|开展")  # 创建全国文明城市 is no office
WINDOW: Final = 15
_BRACKETS: Final = "()〔〕[]【】"
_FRAMES: Final = "【[〖"
_IMPRINT: Final = 4  # lines under the number that may hold office and day
_SHOWN: Final = 1.08  # size against the text from which a line is a heading


def may_have_masthead(lines: Sequence[Line], page_title: str | None) -> bool:
    """False when surely none is read: title and lines above the text hold no series and no number.

    Most pages are told by that, long before every line of them is taken apart.
    """
    if may_name_issue(fold(page_title or "")):
        return True
    above = takewhile(lambda line: _is_columnar(line) or not is_prose(line), lines[: 3 * WINDOW])
    return any(may_name_issue(line.folded) for line in above)


def may_name_issue(text: str) -> bool:
    """False when surely neither a series nor its number stands in the folded text."""
    return numbering.may_number(text) or holds_series_word(compact(text))


def read_masthead(
    lines: Sequence[Line],
    page_title: str | None,
    stop: int,
    *,
    listed: bool = False,
    published: datetime.date | None = None,
) -> Masthead | None:
    """The masthead of ``lines`` before index ``stop``, or None; ``listed`` when a 目录 is there.

    A series word and a number are both needed; either may stand only in the page's own title,
    as when the printed head is a picture. Over a 目录 no number is needed, and over number, editor
    and date no series word. A day without its year is the one before the page was ``published``.
    """
    head = _read_fields(lines, page_title, stop, listed=listed, published=published)
    _complete_from_title(head)
    _unwrap_series(head, lines)
    if head.series is None:
        _name_by_place(head, lines, read_any_title(fold(page_title or "")))
    name_special(head, page_title)
    dated = bool(head.editors) and head.date is not None
    if head.series is None or (head.numbering is None and not (listed and dated)):
        return None
    return _closed(head, lines, page_title)


def read_imprint(
    lines: Sequence[Line], page_title: str | None, stop: int, *, listed: bool = False
) -> Masthead:
    """What stands above a compilation that prints no number: who edits it, and the day.

    Its name is what the page is called like a series, else the line above them.
    """
    head = _read_fields(lines, page_title, stop, listed=listed, numbered=False)
    _complete_from_title(head)
    first = head.lines[0] if head.lines else 0
    if head.series is None and first and is_periodical(name := compact(lines[first - 1].folded)):
        head.series = clean_series(name)
        head.lines = [first - 1, *head.lines]
    return _closed(head, lines, page_title)


def _read_fields(
    lines: Sequence[Line],
    page_title: str | None,
    stop: int,
    *,
    listed: bool,
    numbered: bool = True,
    published: datetime.date | None = None,
) -> Masthead:
    """What the lines above the text say; without a number office and day end them."""
    title = read_title(fold(page_title)) if page_title else None
    head = Masthead(title, series_of_title(page_title), listed, published=published)
    misses = 0
    for at in range(min(stop, len(lines), 3 * WINDOW)):
        line = lines[at]
        if head.is_imprinted and _is_framed(line):
            break  # 【督导动态】 is the first column, though bulletins are called so
        if is_rule(line.folded) or (_may_be_head(line) and take_line(head, lines, at)):
            head.lines.append(at)
            continue
        misses += 1
        if is_prose(line) or misses > WINDOW or (not numbered and head.editors.has_role):
            break
        named = head.is_complete or (head.title is not None and head.title.is_complete)
        settled = head.is_complete and head.date is not None and bool(head.editors)
        if settled or (named and not _head_follows(head, lines[at : at + 8])):
            break
    return head


def _closed(head: Masthead, lines: Sequence[Line], page_title: str | None) -> Masthead:
    if head.lines:
        head.end = head.lines[-1] + 1
    head.text = "\n".join([*(line.text for line in lines[: head.end]), page_title or ""])
    return head


def _may_be_head(line: Line) -> bool:
    return len(line.folded) <= 120 and (_is_columnar(line) or not is_prose(line))


def _is_columnar(line: Line) -> bool:
    return COLUMNS.search(line.folded) is not None or "\t" in line.text


def _is_framed(line: Line) -> bool:
    """Whether a line is a column's name in brackets."""
    return line.folded[0] in _FRAMES and section_name(line.folded) is not None


def _head_follows(head: Masthead, lines: Sequence[Line]) -> bool:
    """Whether more of the head is still to come under the first of ``lines``, which is none of it.

    Series, number or 主办: below make it so; an office with a date, or the second half of an
    office's name, only below a plain line, since a title may stand over such a line too.
    """
    series = head.series or (head.title.series if head.title else None)
    shown = lines[0].bold or lines[0].size > _SHOWN or lines[0].tag in HEADING_TAGS
    if len(lines) > 1 and not shown and is_rest_of_name(lines[1].folded):
        return True
    for line in lines[1:]:
        if is_prose(line):
            return False
        bare = compact(line.folded)
        again = series is not None and series in bare and not head.is_complete
        if again or begins_with_label(line.folded):
            return True
        if len(bare) <= 40 and (number := numbering.read_numbering(line.folded)):
            rest = without(line.folded, number.spans)
            if date := read_full_date(rest):
                rest = without(rest, (date.span,))
            rest = compact(rest).strip(_BRACKETS)
            return not rest or is_series(rest)
        if not shown and (date := read_full_date(line.folded)) and len(bare) <= 60:
            rest = compact(line.folded[: date.span[0]])
            return is_office(rest) or is_edited_by(rest)
    return False


def _name_by_place(head: Masthead, lines: Sequence[Line], titled: TitleHead | None) -> None:
    """A bulletin may be called anything: what stands over 第6期, office and day is its name.

    Where a picture does, it is what the page is ``titled`` before that number; a 目录 is told by
    its heading, and the number may then be in the picture too.
    """
    at, number = head.number_line, head.numbering
    if at is None or number is None:
        if titled and head.listed and head.editors and head.date:
            head.series, head.numbering = titled.series, titled.numbering
        return
    above = at - 1
    while above >= 0 and (is_rule(lines[above].folded) or is_secrecy(lines[above].folded)):
        above -= 1
    if titled and titled.numbering.number != number.number:
        titled = None
    called = titled.series if titled else None
    name = (compact(lines[above].folded) if above >= 0 else called) or ""
    known = head.listed or name == called
    if not is_periodical(name):
        return
    below = Masthead(None, None, listed=head.listed, series=name, numbering=number, number_line=at)
    if not _may_number_issue(number, known):
        return
    if not _stands_alone(number, lines[at]) and not _stands_beside(below, lines, at):
        return
    end = len(lines)
    for k in range(at + 1, min(at + 1 + _IMPRINT, len(lines))):
        if _is_framed(lines[k]):
            break
        if is_series(compact(lines[k].folded)):
            return  # the name stands there, and this number was the headline
        if not is_rule(lines[k].folded) and not take_line(below, lines, k):
            end = k
            break
    if below.date and below.editors:
        head.lines = [n for n in head.lines if n < end]  # a title, and its day in parentheses
        head.editors.found = [named for named in head.editors.found if named[0] < end]
        head.series = clean_series(name)
        head.numbering = merge(number, titled.numbering) if titled else number
        head.lines = sorted({*head.lines, *({above} if above >= 0 else ())})
        head.editors.found = [named for named in head.editors.found if named[0] != above]


def _unwrap_series(head: Masthead, lines: Sequence[Line]) -> None:
    """创建全国文明城市 over 工作简报 is no office when the page's title joins the two."""
    whole = head.title.series if head.title else None
    if not whole or not head.series or not whole.endswith(head.series):
        return
    first = whole.removesuffix(head.series)
    found = head.editors.found
    top = len(lines) if head.number_line is None else head.number_line
    above = [one for one in found if one[0] < top and compact(lines[one[0]].folded) == first]
    if above or _DEED.match(first) or (is_generic(head.series) and not is_unit_name(first)):
        head.series = whole
        head.editors.found = [one for one in found if one not in above]


def _may_number_issue(number: numbering.Numbering, known: bool) -> bool:
    """第6号 is a decree's too, unless it is ``known``.

    So it is where a 目录 follows, and where the page's title is that name and number, too.
    """
    label = compact(number.label).strip(_BRACKETS)
    sure = known or number.special is not None
    return sure or not label.endswith("号") or label[-2:] in ("月号", "季号")


def _stands_alone(number: numbering.Numbering, line: Line) -> bool:
    """第6期 and nothing else on its line, but a remark: 第6期(季刊), (5月1日—7日)."""
    label, said = compact(number.label), compact(line.folded)
    if said.strip(_BRACKETS) == label.strip(_BRACKETS):
        return True
    behind = said[len(label) :]
    remark = REMARK.fullmatch(behind) or DAYS.fullmatch(behind)
    return said.startswith(label) and remark is not None


def is_number_alone(line: Line) -> bool:
    """Whether a line only says which issue it is: an issue's headline is its name."""
    number = numbering.read_numbering(line.folded)
    return number is not None and _stands_alone(number, line)


def _stands_beside(below: Masthead, lines: Sequence[Line], at: int) -> bool:
    """第3期(2008年4月7日): the day, or who edits, stands on the line of the number too."""
    return take_line(below, lines, at) and (below.date is not None or below.editors.has_role)


def _complete_from_title(head: Masthead) -> None:
    """What the printed head lacks is taken from the page's title."""
    if head.title is None:
        if head.series is None or is_generic(head.series):
            head.series = head.page_series or head.series
        return
    imprinted = bool(head.editors) and head.date is not None
    if head.series is None and (head.numbering or imprinted or not head.title.needs_head):
        head.series = head.title.series
    if head.numbering is None:
        head.numbering = head.title.numbering
    elif head.numbering.number in (None, head.title.numbering.number):
        head.numbering = merge(head.numbering, head.title.numbering)

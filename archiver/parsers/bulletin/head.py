"""The lines of a 报头 told apart: cells into series, 期号, 编发单位, date and 密级."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from archiver.chinese.memo import remembered
from archiver.chinese.units import is_unit_name
from archiver.parsers.bulletin import numbering
from archiver.parsers.bulletin.dating import (
    FoundDate,
    month_date,
    read_full_date,
    read_month,
    read_month_day,
)
from archiver.parsers.bulletin.editors import DATE_LABEL, Editors, is_edited_by, is_role
from archiver.parsers.bulletin.numbering import Numbering
from archiver.parsers.bulletin.series import (
    TitleHead,
    can_begin_series,
    clean_series,
    is_generic,
    is_series,
    is_weak,
    read_period,
    year_of_series,
)
from archiver.parsers.bulletin.shapes import cells_of, compact, is_office
from archiver.parsers.lines import Line
from archiver.records import Date

_RESTRICTED: Final = (
    "内部资料|内部交流|注意保存|注意保密|请勿外传|不得外传|妥善保管|免费赠阅|免费交流|阅后收回"
)
_SECRECY: Final = re.compile(
    rf"^(?:绝密|机密|秘密|内部(?:刊物|文件|参考|参阅|材料)?|{_RESTRICTED})"
    rf"(?:★?[\d一二三四五六七八九十]{{0,3}}(?:年|个月|长期)?)?(?:,?(?:{_RESTRICTED}))*$"
)
_COPY: Final = re.compile(r"^(?:No\.?|NO\.?|№|编号|份号|序号)\s*[:.]?\s*\d{2,8}(?:号|份)?$")
_COUNT: Final = re.compile(r"共\s?\d{1,3}\s?[期页]")
_PART_OF_OFFICE: Final = re.compile(r"(?:领导小组|工作)?(?:办公室|编辑部|编委会)编?印?")
_CONTACT: Final = re.compile(
    r"^(?:联系|办公|值班|编辑部|投稿)?(?:电话|传真|邮箱|地址|邮编|网址)\s*:"
)
_URGENCY: Final = re.compile(r"^(?:特急|加急|平急)$")
_IN_PRINT: Final = re.compile(
    rf"[()]*(?:印发|出版|发行|编印|印刷|印|编|内部资料|{_RESTRICTED})?[()]*"
)
_DAYS: Final = re.compile(  # the days a weekly covers, behind its number
    r"\(?\d{1,2}月\d{1,2}日\s*[-—–~至]+\s*(?:\d{1,2}月)?\d{1,2}日\)?"
)
# The month a report covers.
_PERIOD: Final = re.compile(r"\(\s*(?:19|20)\d{2}年\s*\d{1,2}月份?\s*\)")
# What a special issue is about: 劳动竞赛专刊(第二期).
_THEME: Final = re.compile("[一-龥“”、·]{2,16}")
_SIGNS: Final = " ,、|·~*★☆◆"
COLUMNS: Final = re.compile(r"\s{2,}")


_NAME: Final = re.compile("[一-龥“”]{3,24}")
_BEHIND_SERIES: Final = re.compile(r"(\S.{3,30}?)\s{0,4}(\([^()]{1,4}\))")  # 水利信息(15)


@dataclass(slots=True)
class Masthead:
    """Fields as they are found; ``end`` is the index after the last masthead line."""

    title: TitleHead | None = None
    page_series: str | None = None
    listed: bool = False  # a 目录 follows
    series: str | None = None
    series_is_sure: bool = False
    numbering: Numbering | None = None
    number_line: int | None = None
    editors: Editors = field(default_factory=Editors)
    date: Date | None = None
    printed_month: Date | None = None
    series_year: int | None = None
    secrecy: str | None = None
    lines: list[int] = field(default_factory=list)
    end: int = 0
    text: str = ""

    @property
    def is_complete(self) -> bool:
        """Series and number stand in the printed head."""
        return self.series is not None and self.numbering is not None

    @property
    def month(self) -> Date | None:
        """2008年5月号 dates the issue to its month, as does 2008年5月 alone on a line."""
        number = self.numbering
        if number is None or not number.month or not number.year or number.month > 12:
            return self.printed_month
        return month_date(number.label, number.year, number.month)

    @property
    def year(self) -> int | None:
        """The year of the number, else of the series, of the date, of the page's title."""
        if self.numbering and self.numbering.year:
            return self.numbering.year
        if self.series_year:
            return self.series_year
        if self.date and self.date.start:
            return self.date.start.year
        return self.title.numbering.year if self.title else None


def take_line(head: Masthead, lines: Sequence[Line], at: int) -> bool:
    """Take what the line at ``at`` says into ``head``; False when it is no line of a masthead."""
    cells = [c for cell in cells_of(lines[at]) for c in _columns(cell)]
    known = len(head.editors.found)
    beside = head.number_line == at - 1 and not head.series_is_sure
    numbered_next = beside or (not head.series_is_sure and _number_follows(lines[at + 1 : at + 3]))
    below = compact(lines[at + 1].folded) if at + 1 < len(lines) else ""
    if not head.series and is_secrecy(lines[at].folded) and is_series(below):
        head.secrecy = head.secrecy or lines[at].folded  # 内部参阅 over 决策参考
        return True
    head.editors.looks[at] = _style(lines[at])
    last = head.editors.last_line
    apart = lines[at].blank_before > 0 and head.date is not None
    adjoins = last is not None and at == last + 1 and _style(lines[at]) == _style(lines[last])
    settled = last is not None and last >= (head.number_line or 0) and (apart or not adjoins)
    taken = [_take_cell(head, cell, at, numbered_next, settled) for cell in cells]
    if not any(taken):
        return False
    if len(cells) == 2 and taken == [False, True] and not head.editors and read_full_date(cells[1]):
        _take_name_beside_date(head, cells[0], at)
    if len(head.editors.found) > known and at and at - 1 not in head.lines:
        head.editors.complete(lines[at - 1].folded)
    if head.series and is_generic(compact(head.series)) and not head.lines:
        _prepend_wrapped_series(head, lines, at)
    return True


def _take_name_beside_date(head: Masthead, cell: str, at: int) -> None:
    """Who stands beside the day edits the issue, though no table knows the name: 三江源站."""
    if head.numbering is not None and _NAME.fullmatch(compact(cell)):
        head.editors.add(at, cell, role=False)


@remembered
def is_secrecy(text: str) -> bool:
    """True for 内部资料 注意保存 and the like."""
    return _SECRECY.match(compact(text).strip("()[]【】")) is not None


def _columns(text: str) -> list[str]:
    """The columns of a cell, two blanks apart; a title spaced out letter by letter is one."""
    cells = [c for c in COLUMNS.split(text) if c]
    spaced = all(len(c) <= 2 and "一" <= c[0] <= "鿿" for c in cells)
    if len(cells) > 1 and (all(len(c) == 1 for c in cells) or (spaced and len(cells) > 2)):
        return ["".join(cells)]
    return cells


def _number_follows(lines: Sequence[Line]) -> bool:
    """The next lines are a number and nothing else but office and day, as under a series title."""
    return any(len(line.folded) <= 60 and _is_number_line(line.folded) for line in lines)


@remembered
def _is_number_line(text: str) -> bool:
    found = numbering.read_numbering(text)
    if found is None:
        bare = text[0] == "(" and numbering.read_bare_number(text) is not None
        return bare or numbering.read_short(text) is not None or _PERIOD.fullmatch(text) is not None
    if found.spans[0][0] <= 1:
        return True
    rest = without(text, found.spans)
    if date := read_full_date(rest):
        rest = rest[: date.span[0]] + " " + rest[date.span[1] :]
    return all(is_office(name) or is_edited_by(name) for name in rest.strip("() ").split())


def _prepend_wrapped_series(head: Masthead, lines: Sequence[Line], at: int) -> None:
    """A series title may be wrapped: its last word alone on the second line."""
    if at == 0 or head.series is None:
        return
    above, line = lines[at - 1], lines[at]
    text = compact(above.folded)
    if _style(above) != _style(line) or not can_begin_series(text):
        return
    if is_unit_name(text) and len(head.series) > 2:
        return
    head.series = text + head.series
    head.lines.append(at - 1)


def _style(line: Line) -> tuple[object, ...]:
    return line.align, line.bold, round(line.size, 1)


def _take_cell(head: Masthead, cell: str, at: int, numbered_next: bool, settled: bool) -> bool:
    """Consume date and number of one cell, then name what remains. False when it is no masthead."""
    if cell[0] == "(" and is_edited_by(cell.strip("()")):
        cell = cell.strip("()")
    bare = compact(cell).strip("()[]【】")
    named = numbered_next and head.series is None and is_series(bare)
    if is_secrecy(cell) and not named:
        head.secrecy = head.secrecy or cell
        return True
    if (
        head.series
        and head.numbering is None
        and (number := numbering.read_short(cell) or read_period(head.series, cell))
    ):
        head.numbering, head.number_line = number, at
        return True
    if head.numbering is not None and (month := read_month(cell)):
        head.printed_month = head.printed_month or month
        return True
    if _COPY.match(cell) or any(known.match(bare) for known in (_URGENCY, _CONTACT)):
        return True
    if head.editors.read_labels(at, cell):
        found = head.editors.date
        head.date = head.date or (found.value if found else None)
        return True
    if _PART_OF_OFFICE.fullmatch(bare) and head.editors.go_on(at, bare):
        return True
    date, number, rest = _read_facts(head, cell, named=head.listed or numbered_next)
    series, _, office = rest.partition(" ")
    if number and is_series(series) and (is_edited_by(office) or is_office(office)):
        head.editors.add(at, office, role=is_edited_by(office))
        rest = series
    if number and number.special and head.series and _THEME.fullmatch(rest):
        rest = ""
    kind = _kind_of_rest(head, rest, number is not None or numbered_next, settled)
    if kind is None:
        return False
    if date:
        head.date = head.date or date.value
    if number:
        head.numbering = merge(head.numbering, number)
        head.number_line = at if head.number_line is None else head.number_line
    if kind == "series":
        sure = number is not None or numbered_next
        series = clean_series(rest)
        head.series_year = head.series_year or year_of_series(compact(rest))
        if head.series is None or (sure and not head.series_is_sure and series not in head.series):
            head.series = series
        head.series_is_sure = head.series_is_sure or sure
    elif kind != "nothing":
        head.editors.add(at, rest, role=kind == "editor")
    return bool(date or number or kind != "nothing")


def _read_facts(
    head: Masthead, cell: str, *, named: bool
) -> tuple[FoundDate | None, Numbering | None, str]:
    """(date, number, what remains) of one cell; ``named`` when it may hold a series title alone."""
    rest = cell
    date = read_full_date(rest)
    if date:
        rest = (rest[: date.span[0]] + " " + rest[date.span[1] :]).strip()
    number = numbering.read_numbering(rest)
    if number and named and number.label == number.special and is_series(compact(rest)):
        number = number if head.listed else None  # 助学活动专刊 is the series
    elif number:
        rest = _COUNT.sub("", _DAYS.sub("", without(rest, number.spans))).strip(_SIGNS)
        rest = rest if rest.strip("()〔〕[]【】") else ""
    rest = rest.strip(_SIGNS)
    if number is None and head.series and (value := numbering.read_bare_number(rest)):
        number, rest = Numbering(label=rest, number=value), ""
    if number is None and not head.series and (found := _BEHIND_SERIES.fullmatch(rest)):
        value = numbering.read_bare_number(found[2]) if is_series(compact(found[1])) else None
        if value is not None:
            number, rest = Numbering(label=found[2], number=value), found[1]
    if head.listed and "月" in rest:
        rest = _PERIOD.sub("", rest).strip()
    if date is None and (date := _read_partial_date(head, rest)):
        rest = (rest[: date.span[0]] + rest[date.span[1] :]).strip()
    if date and (DATE_LABEL.fullmatch(rest) or _IN_PRINT.fullmatch(compact(rest))):
        rest = ""
    return date, number, rest


def _read_partial_date(head: Masthead, text: str) -> FoundDate | None:
    """2月26日 beside the editor, when the number says the year."""
    numbers = (head.numbering, head.title.numbering if head.title else None)
    years = [number.year for number in numbers if number and number.year]
    year = head.series_year or (years[0] if years else None)
    return read_month_day(text, year) if year else None


def _kind_of_rest(head: Masthead, rest: str, numbered: bool, settled: bool) -> str | None:
    """``series``, ``editor``, ``office``, ``nothing``; None when it is not of a masthead."""
    bare = compact(rest)
    if bare in ("()", "增刊", "特刊", "号外") or is_role(bare):
        return "nothing"
    if is_series(bare):
        return "series" if _is_own_series(head, bare, numbered) else None
    if is_edited_by(rest) or is_edited_by(bare):
        return "editor"
    names = [n for n in re.split(r"[、\s]+", rest) if n]
    if (settled and head.numbering is not None) or len(bare) > 50:
        return None
    if all(is_unit_name(n) for n in names):
        return "office"
    alone = head.numbering is not None and not numbered
    return "office" if alone and is_office(bare) else None


def _is_own_series(head: Masthead, bare: str, numbered: bool) -> bool:
    """Whether a series-like text is the title of this issue, and no column or article."""
    if numbered:
        return True
    named = (head.title.series if head.title else None) or head.page_series
    known = [k for k in (head.series, named) if k is not None]
    if is_weak(bare) and not known:
        return False
    return all(k in bare or bare in k for k in known)


def without(text: str, spans: tuple[tuple[int, int], ...]) -> str:
    """``text`` with the parts at ``spans`` cut out, one blank in their place."""
    out, at = [], 0
    for start, end in spans:
        out.append(text[at:start])
        at = end
    out.append(text[at:])
    return " ".join(part.strip() for part in out if part.strip())


def merge(first: Numbering | None, second: Numbering) -> Numbering:
    """The first numbering completed by a later one; one with a number goes before one without."""
    if first is None:
        return second
    if (first.number is None and first.special is None) and second.number is not None:
        first, second = second, first
    return Numbering(
        label=first.label,
        year=first.year or second.year,
        number=first.number if first.number is not None else second.number,
        number_end=first.number_end or second.number_end,
        total=first.total or second.total,
        special=first.special or second.special,
        month=first.month or second.month,
    )

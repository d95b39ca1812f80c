"""One cell of a 报头: its date and number, then what remains as series, editor or office."""

import re
from typing import Final

from archiver.chinese.memo import remembered
from archiver.chinese.units import is_unit_name
from archiver.parsers.bulletin import numbering
from archiver.parsers.bulletin.dating import (
    FoundDate,
    read_day_before,
    read_full_date,
    read_month,
    read_month_day,
)
from archiver.parsers.bulletin.masthead.editors import DATE_LABEL, is_edited_by, is_role
from archiver.parsers.bulletin.masthead.fields import Masthead
from archiver.parsers.bulletin.masthead.series import (
    clean_series,
    is_series,
    is_weak,
    read_period,
    year_of_series,
)
from archiver.parsers.bulletin.numbering import Numbering, merge, without
from archiver.parsers.bulletin.shapes import compact, is_office
from archiver.parsers.bulletin.words import OFTEN

_RESTRICTED: Final = (
    "内部资料|内部交流|内部发行|注意保存|注意保密|请勿外传|不得外传|妥善保管|免费赠阅|免费交流"
    "|阅后收回"
)
_SECRECY: Final = re.compile(
    rf"^(?:绝密|机密|秘密|内部(?:刊物|文件|参考|参阅|材料)?|{_RESTRICTED})"
    rf"(?:★?[\d一二三四五六七八九十]{{0,3}}(?:年|个月|长期)?)?(?:,?(?:{_RESTRICTED}))*$"
)
_RESTRICTION: Final = re.compile(r"\s*\(([^()]{2,20})\)$")
_COPY: Final = re.compile(r"^(?:No\.?|NO\.?|№|编号|份号|序号)\s*[:.]?\s*\d{2,8}(?:号|份)?$")
_COUNT: Final = re.compile(r"共\s?\d{1,3}\s?[期页版]")
_PART_OF_OFFICE: Final = re.compile(r"(?:领导小组|工作)?(?:办公室|编辑部|编委会)编?印?")
_CONTACT: Final = re.compile(
    r"^(?:联系|办公|值班|编辑部|投稿)?(?:电话|传真|邮箱|地址|邮编|网址)\s*:"
)
_ABOUT: Final = re.compile(r"^(?:本期)?主题:")
_URGENCY: Final = re.compile(r"^(?:特急|加急|平急)$")
_IN_PRINT: Final = re.compile(
    rf"[()]*(?:印发|出版|发行|编印|印刷|印|编|内部资料|{_RESTRICTED})?[()]*"
)
# The days a weekly covers, behind its number.
DAYS: Final = re.compile(r"\(?\d{1,2}月\d{1,2}日\s*[-—–~至]+\s*(?:\d{1,2}月)?\d{1,2}日\)?")
# What stands behind the number and nothing else: (试行), 季刊.
REMARK: Final = re.compile(rf"\([^()\d日]{{1,12}}\)|{OFTEN}")
# How often it comes out, beside its name or number: (季刊).
HOW_OFTEN: Final = re.compile(rf"\s*\((?:{OFTEN}|不定期(?:出[刊版])?)\)\s*")
# The month a report covers.
PERIOD: Final = re.compile(r"\(\s*(?:19|20)\d{2}年\s*\d{1,2}月份?\s*\)")
# What a special issue is about: 劳动竞赛专刊(第二期).
_THEME: Final = re.compile("[一-龥“”、·]{2,16}")
_SIGNS: Final = " ,、|·~*★☆◆"
_BEHIND_SERIES: Final = re.compile(r"(\S.{3,30}?)\s{0,4}(\([^()]{1,4}\))")  # 水利信息(15)


@remembered
def is_secrecy(text: str) -> bool:
    """True for 内部资料 注意保存 and the like."""
    return _SECRECY.match(compact(text).strip("()[]【】")) is not None


def take_cell(head: Masthead, cell: str, at: int, numbered_next: bool, settled: bool) -> bool:
    """Consume date and number of one cell, then name what remains. False when it is no masthead."""
    if cell[0] == "(" and is_edited_by(cell.strip("()")):
        cell = cell.strip("()")
    if "(" in cell:
        cell = _without_sorts(head, cell)
        if not cell:
            return True
    if _take_whole(head, cell, at, numbered_next):
        return True
    date, number, rest = _read_facts(head, cell, named=head.listed or numbered_next)
    if (date or number) and ":" in rest and head.editors.read_labels(at, rest):
        rest = ""  # 2011年6月8日 责任编辑:李明
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


def _without_sorts(head: Masthead, cell: str) -> str:
    """第4期(季刊), 第4期(内部资料) without what stands in parentheses, which is taken."""
    rest = HOW_OFTEN.sub(" ", cell).strip()
    if (found := _RESTRICTION.search(rest)) and found.start() and is_secrecy(found[1]):
        head.secrecy = head.secrecy or found[1]
        rest = rest[: found.start()].rstrip()
    return rest


def _take_whole(head: Masthead, cell: str, at: int, numbered_next: bool) -> bool:
    """Take a cell that says one thing, or things with labels: 密级, number, month, copy, office."""
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
    if head.numbering is not None and DAYS.fullmatch(cell):
        return True
    if _COPY.match(cell) or any(known.match(bare) for known in (_URGENCY, _CONTACT, _ABOUT)):
        return True
    if head.editors.read_labels(at, cell):
        found = head.editors.date
        head.date = head.date or (found.value if found else None)
        return True
    return _PART_OF_OFFICE.fullmatch(bare) is not None and head.editors.go_on(at, bare)


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
        rest = _COUNT.sub("", DAYS.sub("", without(rest, number.spans))).strip(_SIGNS)
        rest = rest if rest.strip("()〔〕[]【】") else ""
        rest = "" if REMARK.fullmatch(rest) else rest
    rest = rest.strip(_SIGNS)
    if number is None and head.series and (value := numbering.read_bare_number(rest)):
        number, rest = Numbering(label=rest, number=value), ""
    if number is None and not head.series and (found := _BEHIND_SERIES.fullmatch(rest)):
        value = numbering.read_bare_number(found[2]) if is_series(compact(found[1])) else None
        if value is not None:
            number, rest = Numbering(label=found[2], number=value), found[1]
    if head.listed and "月" in rest:
        rest = PERIOD.sub("", rest).strip()
    if date is None and (date := _read_partial_date(head, rest)):
        rest = (rest[: date.span[0]] + rest[date.span[1] :]).strip()
    if date and (DATE_LABEL.fullmatch(rest) or _IN_PRINT.fullmatch(compact(rest))):
        rest = ""
    return date, number, rest


def _read_partial_date(head: Masthead, text: str) -> FoundDate | None:
    """2月26日 beside the editor, when the number says the year.

    So does the day the page was published, if it is soon after: that was no migration of the site.
    """
    numbers = (head.numbering, head.title.numbering if head.title else None)
    years = [number.year for number in numbers if number and number.year]
    year = head.series_year or (years[0] if years else None)
    if year or head.published is None:
        return read_month_day(text, year) if year else None
    return read_day_before(text, head.published)


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

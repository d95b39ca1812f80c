"""期号: how an issue says its number, from 第二期 to 〔2008〕3号 and 第3、4期合刊."""

import re
from dataclasses import dataclass
from typing import Final

from archiver.chinese.memo import remembered
from archiver.chinese.numerals import CIRCLES, ZEROS, read_number

_HAN: Final = f"{CIRCLES}一二三四五六七八九十百廿卅"
# Characters may stand apart: 第 十 二 期.
_NO: Final = rf"(?:\d{{1,4}}|[{_HAN}](?:\s?[{_HAN}]){{0,5}})"
_YEAR: Final = rf"(?:(?:19|20)\d{{2}}|\d{{2}}(?=\s*年)|[{ZEROS}一二三四五六七八九]{{4}})"
_MONTH: Final = r"(?:\d{1,2}|[一二三四五六七八九]|十[一二]?)"
_LONGEST: Final = 160  # characters of a masthead line
_OPEN, _CLOSE = r"[(〔\[【]", r"[)〕\]】]"

_TOTAL: Final = re.compile(
    rf"{_OPEN}?\s*总\s*(?:期)?\s*(?:数)?\s*:?\s*(?:第)?\s*(?P<total>\d{{1,5}}|[{_HAN}千]+)"
    rf"(?:\s*[-—–~至、,]\s*第?\s*(?:\d{{1,5}}|[{_HAN}千]+))?\s*[期号]\s*{_CLOSE}?"
)
_ISSUE: Final = re.compile(
    rf"{_OPEN}?\s*(?:(?P<year>{_YEAR})\s*{_CLOSE}?\s*年?度?\s*[,·]?\s*)?(?:第?\s*{_NO}\s*卷\s*[,·]?\s*)?"
    rf"(?:(?P<month>{_MONTH})\s*月份?\s*[号刊]?\s*[,·]?\s*)?{_OPEN}?\s*第\s*(?P<no>{_NO})"
    rf"(?:\s*[-—–~至、,]\s*第?\s*(?P<no2>{_NO}))?\s*[期号辑]\s*{_CLOSE}?"
)
_YEAR_NUMBER: Final = re.compile(
    rf"{_OPEN}\s*(?P<year>(?:19|20)\d{{2}})\s*(?:{_CLOSE}\s*第?\s*(?P<no>\d{{1,4}})\s*[期号]?|[·.]\s*(?P<no_in>\d{{1,3}})\s*{_CLOSE})"
)
_BARE_NUMBER: Final = re.compile(rf"(?P<year>{_YEAR})\s*年\s*(?P<no>\d{{1,3}})\s*期")
_BARE: Final = re.compile(rf"[(]\s*(?P<a>[{_HAN}]{{1,4}}|\d{{1,3}})\s*[)]|之(?P<b>[{_HAN}]{{1,4}})")
_SHORT: Final = re.compile(
    r"[(]?(?:(?:NO|No|no|№)\s*[.:]?\s*(?P<no>[1-9]\d{0,2})|(?P<year>(?:19|20)\d\d)\s*(?:[-—–.·]\s*|[(](?=\d+[)]))(?P<no2>\d{1,3}))[)]?"
)
_LABELLED: Final = re.compile(r"期\s*[数号]\s*:\s*(?:第)?\s*(?P<no>\d{1,4})\s*期?")
_LABEL_BEFORE: Final = re.compile(r"期\s?[数号]\s?:\s*$")  # 期号:2009年第12期
_ISSUE_FORMS: Final = (_ISSUE, _YEAR_NUMBER, _BARE_NUMBER, _LABELLED)
_MONTH_ISSUE: Final = re.compile(
    rf"(?:(?P<year>{_YEAR})\s*年\s*)?(?P<month>{_MONTH})\s*月\s*(?:[号刊]|[上下]\s*半\s*月(?:\s*[号刊])?)"
)
# A season, a quarter or a week says which issue it is, and is no number of it.
_SEASON_ISSUE: Final = re.compile(
    rf"(?P<year>{_YEAR})\s*年?\s*[春夏秋冬]季?\s*[号刊卷]"
    rf"|(?:(?P<year_of>{_YEAR})\s*年?度?\s*)?(?:[春夏秋冬]季\s*[号刊卷]|第\s*[一二三四1-4]\s*季度|第\s*{_NO}\s*周(?![年岁]))"
)
_PERIOD: Final = re.compile("周|季度|半月$")
_SCHOOL_YEAR: Final = re.compile(
    r"[(]?\s*(?:19|20)\d\d\s*(?:-|—|–|~|至|/)+\s*(?:(?:19|20)?\d\d)\s*学年度?\s*(?:第?[一二上下12]\s*学期)?\s*[)]?"
)
_YEAR_AFTER: Final = re.compile(
    rf"\s*{_OPEN}?\s*(?P<year>(?:19|20)\d{{2}})\s*年?\s*{_CLOSE}?(?!\s*\d|\s*年)"
)
_SPECIAL_WORDS: Final = "|".join(
    r"\s{0,4}".join(w)
    for w in ("增刊", "特刊", "专刊", "号外", "合刊", "试刊", "创刊号", "复刊号", "终刊号")
)
_SPECIAL: Final = re.compile(
    rf"(?:(?P<year>{_YEAR})\s*年?度?\s*)?(?:{_OPEN}\s*(?:[一-鿿]{{2,10}}(?=[特专增]\s?刊\s*{_CLOSE}))?)?\s*(?P<word>{_SPECIAL_WORDS})\s*(?:{_OPEN}?\s*第?\s*(?P<no>{_NO})(?![\d年])\s*期?\s*{_CLOSE}?)?\s*{_CLOSE}?"
)


# No form does without one of these; most lines have none.
_MAY_NUMBER: Final = re.compile(rf"[期号辑刊周]|季度|半月|{_OPEN}\s*(?:19|20)\d")


@dataclass(frozen=True, slots=True)
class Numbering:
    """What a number label says; ``spans`` are the parts of the searched text it was read from."""

    label: str
    year: int | None = None
    number: int | None = None
    number_end: int | None = None
    total: int | None = None
    special: str | None = None
    month: int | None = None
    spans: tuple[tuple[int, int], ...] = ()


def _value(text: str) -> int | None:
    """A number of an issue, whose characters may stand apart."""
    return read_number("".join(text.split()))


def may_number(text: str) -> bool:
    """False when surely no part of the text is a numbering."""
    return _MAY_NUMBER.search(text) is not None


def read_bare_number(text: str) -> int | None:
    """(五), 之五 or (12) where a number stands without 期, beside a series title."""
    found = _BARE.fullmatch(text)
    return _value(found["a"] or found["b"]) if found else None


def read_short(text: str) -> Numbering | None:
    """NO.6, 2012-06: a number where it stands alone under a series title."""
    found = _SHORT.fullmatch(text.strip())
    if found is None:
        return None
    year = full_year(found["year"])
    return Numbering(label=text.strip(), year=year, number=int(found["no"] or found["no2"]))


def full_year(text: str | None) -> int | None:
    """2008, 08 (with 年) and 二〇〇八 as a year; None when it is none."""
    if not text:
        return None
    value = _value(text)
    if value is None:
        return None
    if value < 100:
        value += 1900 if value >= 70 else 2000
    return value if 1900 <= value <= 2099 else None


@remembered
def read_numbering(text: str) -> Numbering | None:
    """The numbering in one folded masthead cell, or None.

    总第N期 is read first and blanked out, so that its 第N期 is not taken for the number.
    """
    if len(text) > _LONGEST or not may_number(text):
        return None
    spans: list[tuple[int, int]] = []
    facts: dict[str, int | str | None] = {}
    rest = text
    if "学年" in rest and (school := _SCHOOL_YEAR.search(rest)):
        rest = _blank(rest, school.span(), spans)
    if total := _TOTAL.search(rest):
        facts["total"] = _value(total["total"])
        rest = _blank(rest, total.span(), spans)
    if special := _SPECIAL.search(rest):
        facts["special"] = "".join(special["word"].split())
        facts["number"] = _value(special["no"]) if special["no"] else None
        facts["year"] = full_year(special["year"])
        rest = _blank(rest, special.span(), spans)
    if issue := next((m for p in _ISSUE_FORMS if (m := p.search(rest))), None):
        known = facts.get("year")
        facts.update(_issue_facts(issue))
        facts["year"] = facts["year"] or known
        label = _LABEL_BEFORE.search(rest[: issue.start()])
        rest = _blank(rest, (label.start() if label else issue.start(), issue.end()), spans)
        if facts["year"] is None and (later := _YEAR_AFTER.match(rest, issue.end())):
            facts["year"] = full_year(later["year"])
            _blank(rest, later.span(), spans)
    if month := _MONTH_ISSUE.search(rest):
        facts["year"] = facts.get("year") or full_year(month["year"])
        facts["month"] = _value(month["month"])
        _blank(rest, month.span(), spans)
    elif season := _SEASON_ISSUE.search(rest):
        facts["year"] = facts.get("year") or full_year(season["year"] or season["year_of"])
        _blank(rest, season.span(), spans)
    if not spans or not facts:
        return None
    if facts.get("number_end") is not None:
        facts.setdefault("special", "合刊")
    start, end = min(s for s, _ in spans), max(e for _, e in spans)
    return Numbering(label=text[start:end].strip(), spans=tuple(sorted(spans)), **facts)  # type: ignore[arg-type]


def is_period(number: Numbering) -> bool:
    """Whether a week, a quarter or half a month is all that is said: plain reports say that too."""
    return (
        number.number is None and number.total is None and _PERIOD.search(number.label) is not None
    )


def _issue_facts(issue: re.Match[str]) -> dict[str, int | None]:
    parts = issue.groupdict()
    number = _value(parts.get("no") or parts.get("no_in") or "")
    end = _value(parts["no2"]) if parts.get("no2") else None
    if end is not None and (number is None or end <= number):
        end = None
    year = full_year(parts.get("year"))
    month = _value(parts["month"]) if year and parts.get("month") else None
    return {"year": year, "number": number, "number_end": end, "month": month}


def _blank(text: str, span: tuple[int, int], spans: list[tuple[int, int]]) -> str:
    spans.append(span)
    return text[: span[0]] + "\x00" * (span[1] - span[0]) + text[span[1] :]


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

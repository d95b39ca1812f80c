"""报头: series, 期号, 编发单位, date and 密级 of an issue, wherever its head prints them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from archiver.chinese.fold import fold
from archiver.chinese.units import is_unit_name
from archiver.parsers.bulletin import contributors, numbering
from archiver.parsers.bulletin.dating import FoundDate, month_date, read_full_date, read_month_day
from archiver.parsers.bulletin.numbering import Numbering
from archiver.parsers.bulletin.shapes import compact, is_office, is_prose, is_rule
from archiver.parsers.lines import Line
from archiver.records import Date

WINDOW = 15
_SERIES_WORD = (
    "简报|信息|动态|快报|快讯|简讯|通讯|专报|内参|参阅件|参阅|参考|通报|"
    "要情|要闻|摘报|月报|周报|年报|会刊|专刊|大事记|呈阅件|工运|导刊|"
    "季刊|半月刊|月刊|旬报|短讯|舆情|呈报|专题报告|情况反映|情况交流|"
    "工作交流|工作通讯|之声|之窗|之家|参阅材料|情况|工作简况|风采|园地"
)
_WEAK_SERIES = "工运|之声|之窗|之家|之友|情况|风采|园地|工作交流"
_SERIES = re.compile(
    rf"^[“\"《【\[〈]?[一-龥A-Za-z0-9“”\"‘’·.()〔〕\[\]、—-]{{0,36}}?(?:{_SERIES_WORD})[”\"》】\]〉]?$"
)
_GENERIC = re.compile(rf"^(?:工作|活动|会议|情况|政务|专题|简要)?(?:{_SERIES_WORD})$")
_NOT_SERIES = re.compile(r"^(?:关于|转发|印发)|召开|举办|举行|[。,!?;:]")
_SECRECY = re.compile(
    r"^(?:绝密|机密|秘密|内部(?:资料|刊物|文件|参考|参阅|材料)?|不得外传|请勿外传|阅后收回|注意保存|免费交流|内部交流)"
    r"(?:\s*★?\s*[\d一二三四五六七八九十]{0,3}(?:年|个月|长期)?)?(?:[\s,]*(?:内部资料|内部交流|注意保存|注意保密|请勿外传|不得外传|妥善保管|免费赠阅))*$"
)
_COPY = re.compile(r"^(?:No\.?|NO\.?|№|编号|份号|序号)\s*[:.]?\s*\d{2,8}(?:号|份)?$")
_URGENCY = re.compile(r"^(?:特急|加急|平急)$")
_EDIT_ROLE = re.compile(
    r"\s*(?:主编|编印|编发|编写|编制|编辑|编纂|编录|主办|主管|承办|协办|合办|印发|印制|主编单位|编|印)$"
)
_EDIT_LABEL = re.compile(
    r"(?:^|(?<=\s)|(?<=[;,、]))(主\s?办|承\s?办|协\s?办|合\s?办|编\s?印|编\s?发|编\s?辑|编\s?制|编\s?写|主\s?编|编|印\s?发|主\s?管)\s?(?:单位|机关|部门|处|者)?\s*:\s*"
)
_MAIN_ROLES = (
    "编",
    "编印",
    "编发",
    "编写",
    "编制",
    "编辑",
    "主编",
    "主办",
    "承办",
    "协办",
    "合办",
    "编纂",
    "编录",
    "印发",
)
_DATE_LABEL = re.compile(r"(?:(?:印发|出版|编印|编发|发布|印制|签发)?(?:日期|时间))\s*:?")
_PART_OF_NAME = re.compile(
    r"^(?:工作)?(?:领导小组|协调小组|指挥部|委员会|联席会议)(?:办公室)?$|^(?:领导小组)?办公室$|^编(?:辑部|委会)$"
)
_PERIODICAL = re.compile(r"^[一-龥·“”]{2,14}$")
_NO_PERIODICAL = re.compile(
    r"(?:班|课|课堂|讲座|培训|活动|行动|工程|项目|论坛|通知|公告|公示|考试|招聘|会议|会)$"
)
_ORDINAL_LINE = re.compile(r"^(?:签发|签发人|审签|核稿)\s*:")
_COLUMNS = re.compile(r"\s{2,}|\t")


@dataclass(frozen=True, slots=True)
class TitleHead:
    """Series and number as the page's own title gives them."""

    series: str | None
    numbering: Numbering

    @property
    def is_complete(self) -> bool:
        """The title alone names the issue."""
        return self.series is not None


@dataclass(slots=True)
class Masthead:
    """Fields as they are found; ``end`` is the index after the last masthead line."""

    series: str | None = None
    numbering: Numbering | None = None
    editors: list[str] = field(default_factory=list)
    organisations: list[str] = field(default_factory=list)
    date: Date | None = None
    secrecy: str | None = None
    credits: dict[str, tuple[str, ...]] = field(default_factory=dict)
    lines: list[int] = field(default_factory=list)
    end: int = 0
    title: TitleHead | None = None
    page_series: str | None = None

    @property
    def is_complete(self) -> bool:
        """Series and number stand in the printed head."""
        return self.series is not None and self.numbering is not None

    @property
    def month(self) -> Date | None:
        """2008年5月号 dates the issue to its month."""
        number = self.numbering
        if number is None or not number.month or not number.year or number.month > 12:
            return None
        return month_date(number.label, number.year, number.month)

    @property
    def editor(self) -> str | None:
        """The editors, joined as a list; else the organisation named beside the series."""
        return "、".join(self.editors) or (self.organisations[-1] if self.organisations else None)

    @property
    def year(self) -> int | None:
        """The printed year of the number, else of the masthead date, else of the page's title."""
        if self.numbering and self.numbering.year:
            return self.numbering.year
        if self.date and self.date.start:
            return self.date.start.year
        return self.title.numbering.year if self.title else None


def read_masthead(lines: Sequence[Line], page_title: str | None, stop: int) -> Masthead | None:
    """The masthead of ``lines`` before index ``stop`` (the 目录), or None.

    A series word and a number are both needed; either may stand only in the page's own title,
    as when the printed head is a picture.
    """
    head = Masthead(title=read_title(fold(page_title)) if page_title else None)
    head.page_series = _series_of_title(page_title)
    misses = 0
    for at in range(min(stop, len(lines))):
        line = lines[at]
        if is_rule(line.folded) or (_may_be_head(line) and _take_line(head, line, lines, at)):
            head.lines.append(at)
            continue
        misses += 1
        if is_prose(line) or misses > WINDOW or head.is_complete:
            break
        named = head.title is not None and head.title.is_complete
        if named and not _head_follows(head, lines[at + 1 : at + 8]):
            break
    _complete_from_title(head)
    if head.series is None or head.numbering is None:
        return None
    head.end = (head.lines[-1] + 1) if head.lines else 0
    if head.lines:
        _take_organisation_above(head, lines)
    return head


def _may_be_head(line: Line) -> bool:
    columns = _COLUMNS.search(line.folded) is not None
    return len(line.folded) <= 120 and (columns or not is_prose(line))


def _head_follows(head: Masthead, lines: Sequence[Line]) -> bool:
    """Whether the head that the page's title names is still to come, under other lines."""
    for line in lines:
        if is_prose(line):
            return False
        bare = compact(line.folded)
        if head.title and head.title.series and head.title.series in bare:
            return True
        if _EDIT_LABEL.match(line.folded):
            return True
        if len(bare) <= 40 and (number := numbering.read_numbering(line.folded)):
            rest = compact(_without(line.folded, number.spans))
            return not rest or _SERIES.match(rest) is not None
    return False


def _take_line(head: Masthead, line: Line, lines: Sequence[Line], at: int) -> bool:
    cells = [c for c in _COLUMNS.split(line.folded) if c]
    if len(cells) > 1 and all(len(c) == 1 for c in cells):
        cells = ["".join(cells)]
    if (
        len(cells) > 2
        and all(len(c) <= 2 and "一" <= c[0] <= "鿿" for c in cells)
        and len("".join(cells)) <= 12
    ):
        cells = ["".join(cells)]
    named_next = head.series is None and _number_follows(lines[at + 1 : at + 3])
    above = lines[at - 1] if at and at - 1 not in head.lines else None
    taken = [_take_cell(head, cell, named_next, above) for cell in cells]
    if not any(taken):
        return False
    if head.series and _GENERIC.match(compact(head.series)) and len(head.lines) == 0:
        _prepend_wrapped_series(head, lines, at)
    return all(taken) or (any(taken) and len(cells) > 1)


def _prepend_wrapped_name(head: Masthead, above: Line | None) -> None:
    """领导小组办公室 alone is the second half of a name whose first half stands above."""
    names = head.editors or head.organisations
    if above is None or not names or not _PART_OF_NAME.match(names[-1]):
        return
    first = compact(above.folded)
    if 4 <= len(first) <= 30 and not re.search("[。,!?;:]", first):
        names[-1] = first + names[-1]


def _number_follows(lines: Sequence[Line]) -> bool:
    """The next lines are a number and nothing else, as under a series title."""
    for line in lines:
        found = numbering.read_numbering(line.folded) if len(line.folded) <= 60 else None
        if found and found.spans[0][0] <= 1:
            return True
    return False


def _prepend_wrapped_series(head: Masthead, lines: Sequence[Line], at: int) -> None:
    """A series title may be wrapped: its last word alone on the second line."""
    if at == 0 or head.series is None:
        return
    above, line = lines[at - 1], lines[at]
    text = compact(above.folded)
    same = (above.align, above.bold, round(above.size, 1)) == (
        line.align,
        line.bold,
        round(line.size, 1),
    )
    if not same or not 4 <= len(text) <= 24 or _NOT_SERIES.search(text):
        return
    if is_unit_name(text) and len(compact(head.series)) > 2:
        return
    head.series = text + compact(head.series)
    head.lines.append(at - 1)


def _take_cell(head: Masthead, cell: str, named_next: bool, above: Line | None) -> bool:
    """Consume date and number of one cell, then name what remains. False when it is no masthead."""
    rest = cell
    if _SECRECY.match(compact(rest)):
        head.secrecy = head.secrecy or rest
        return True
    if _COPY.match(rest) or _URGENCY.match(compact(rest)):
        return True
    if edited := _read_edit_labels(head, rest):
        return edited
    date = read_full_date(rest)
    if date:
        rest = (rest[: date.span[0]] + " " + rest[date.span[1] :]).strip()
    number = numbering.read_numbering(rest)
    if number:
        rest = _without(rest, number.spans)
    rest = rest.strip(" ,、|·")
    if number:
        rest = rest if rest.strip("()〔〕[]【】") else ""
    elif bare_number := numbering.read_bare_number(rest) if head.series else None:
        number, rest = Numbering(label=rest, number=bare_number), ""
    elif not date and (partial := _read_partial_date(head, rest)):
        date = partial
        rest = (rest[: date.span[0]] + rest[date.span[1] :]).strip()
    if date and _DATE_LABEL.fullmatch(rest):
        rest = ""
    numbered = number is not None or named_next
    kind = _kind_of_rest(head, rest, numbered)
    if kind is None:
        return False
    if date:
        head.date = head.date or date.value
    if number and (head.numbering is None or _richer(number, head.numbering)):
        head.numbering = _merge(head.numbering, number)
    elif number and head.numbering:
        head.numbering = _merge(number, head.numbering)
    if kind == "series" and (head.series is None):
        head.series = _clean_series(rest)
    elif kind == "editor":
        _add_editors(head, rest)
    elif kind == "organisation":
        head.organisations.append(compact(rest))
    if kind in ("editor", "organisation"):
        _prepend_wrapped_name(head, above)
    return bool(date or number or kind != "nothing")


def _read_partial_date(head: Masthead, text: str) -> FoundDate | None:
    """2月26日 beside the editor, when the number says the year."""
    known = head.numbering or (head.title.numbering if head.title else None)
    return read_month_day(text, known.year) if known and known.year else None


def _kind_of_rest(head: Masthead, rest: str, numbered: bool) -> str | None:
    bare = compact(rest)
    if not bare or bare in ("编", "编印", "主办", "印", "印发", "()", "编发", "编辑"):
        return "nothing"
    if bare in ("增刊", "特刊", "号外"):
        return "nothing"
    if _SERIES.match(bare) and not _NOT_SERIES.search(bare) and len(bare) <= 34:
        known = (
            head.series is not None
            and compact(head.series) not in bare
            and bare not in compact(head.series)
        )
        weak = re.search(rf"(?:{_WEAK_SERIES})$", bare) is not None and not numbered
        if not (known and not numbered) and not weak and not _is_foreign(head, bare, numbered):
            return "series"
        return None
    if _EDIT_ROLE.search(rest) and is_unit_name(
        _EDIT_ROLE.sub("", rest).split()[-1] if rest.split() else ""
    ):
        return "editor"
    if _EDIT_ROLE.search(bare) and 6 <= len(bare) <= 50 and not re.search("[。,!?;:]", bare):
        name = _EDIT_ROLE.sub("", bare)
        if is_office(name):
            return "editor"
    units = [u for u in re.split(r"[、\s]+", rest) if u]
    unknown = is_office(bare) and not head.editors and head.numbering is not None
    if unknown and not numbered:
        return "organisation"
    settled = head.numbering is not None and bool(head.editors or head.organisations)
    if units and all(is_unit_name(u) for u in units) and len(bare) <= 50 and not settled:
        return "organisation"
    return None


def _is_foreign(head: Masthead, bare: str, numbered: bool) -> bool:
    """A column name (工作动态) is no series when the page's title names another one."""
    named = (head.title.series if head.title else None) or head.page_series
    return named is not None and not numbered and named not in bare and bare not in named


def _read_edit_labels(head: Masthead, text: str) -> bool:
    """主办:X 承办:Y, 主编:张三 责任编辑:李四."""
    if ":" not in text:
        return False
    found = list(_EDIT_LABEL.finditer(text))
    byline = contributors.read_labelled(text)
    if found and found[0].start() == 0:
        for one, following in zip(found, [*found[1:], None], strict=True):
            value = text[one.end() : following.start() if following else len(text)].strip(" ,;、")
            date = read_full_date(value)
            if date:
                head.date = head.date or date.value
                value = (value[: date.span[0]] + value[date.span[1] :]).strip()
            label = compact(one[1])
            if any(is_office(v) for v in re.split(r"[、\s]+", value)):
                _add_editors(head, value)
            elif byline and label in byline.credits:
                head.credits[label] = byline.credits[label]
        rest = {
            k: v
            for k, v in (byline.credits if byline else {}).items()
            if k not in head.credits and not any(map(is_unit_name, v))
        }
        head.credits.update(rest)
        return True
    if byline and byline.credits and not byline.contributors:
        head.credits.update(byline.credits)
        return True
    return _ORDINAL_LINE.match(text) is not None


def _add_editors(head: Masthead, text: str) -> None:
    for part in re.split(r"[、;,]|\s+", text):
        name = _EDIT_ROLE.sub("", part) or part
        name = name.strip("()")
        if len(name) > 1 and name not in _MAIN_ROLES and name not in head.editors:
            head.editors.append(name)


def _clean_series(text: str) -> str:
    name = re.sub(r"\s+", "", text)
    if name[0] in "《【[〈" and name[-1] in "》】]〉":
        name = name[1:-1]
    return name.strip("·-—:")


def _without(text: str, spans: tuple[tuple[int, int], ...]) -> str:
    out, at = [], 0
    for start, end in spans:
        out.append(text[at:start])
        at = end
    out.append(text[at:])
    return " ".join(part.strip() for part in out if part.strip())


def _richer(new: Numbering, old: Numbering) -> bool:
    return old.number is None and old.special is None and new.number is not None


def _merge(first: Numbering | None, second: Numbering) -> Numbering:
    """``second`` with what only ``first`` knows."""
    if first is None:
        return second
    return Numbering(
        label=second.label if second.number is not None or second.special else first.label,
        year=second.year or first.year,
        number=second.number if second.number is not None else first.number,
        number_end=second.number_end or first.number_end,
        total=second.total or first.total,
        special=second.special or first.special,
        month=second.month or first.month,
    )


def _take_organisation_above(head: Masthead, lines: Sequence[Line]) -> None:
    """Without another editor, the office named above the series is the editor."""
    for at in range(head.lines[-1]):
        bare = compact(lines[at].folded)
        if not head.editor and at not in head.lines and is_office(bare):
            head.organisations.append(bare)


def read_title(title: str) -> TitleHead | None:
    """Series and number of a folded page title: 工会简报2008年第3期, 第5期《工会信息》."""
    folded = title.strip()
    number = numbering.read_numbering(folded[:80])
    if number is None:
        return _read_bare_title(folded)
    start, end = number.spans[0][0], max(e for _, e in number.spans)
    before, after = folded[:start].strip(" ·-—_|:(〔"), folded[end:]
    bare = compact(before)
    if bare and len(bare) <= 36 and _SERIES.match(bare) and not _NOT_SERIES.search(bare):
        if not after or after[0] in " :,-—_|(〔[【《<>/)》" or after[0] in "总增特专":
            return TitleHead(_clean_series(before), number)
        return None
    tail = compact(after).strip("的")
    if not bare and tail and len(tail) <= 30 and _SERIES.match(tail):
        return TitleHead(_clean_series(tail), number)
    if number.year and not tail.strip(")") and _is_periodical(bare):
        return TitleHead(_clean_series(bare), number)
    return TitleHead(None, number) if not bare and not tail else None


def _read_bare_title(title: str) -> TitleHead | None:
    """环保督察工作简报(五): a series title and a number without 期."""
    at = max(title.rfind("("), title.rfind("之"))
    if not 0 < at <= 40 or not _SERIES.match(compact(title[:at])):
        return None
    number = numbering.read_bare_number(title[at:].strip())
    if number is None or _NOT_SERIES.search(title):
        return None
    return TitleHead(_clean_series(title[:at]), Numbering(label=title[at:].strip(), number=number))


def _series_of_title(page_title: str | None) -> str | None:
    bare = compact(fold(page_title or ""))
    if not bare or len(bare) > 34 or not _SERIES.match(bare) or _NOT_SERIES.search(bare):
        return None
    return _clean_series(bare)


def _is_periodical(name: str) -> bool:
    """A magazine may be called anything; what has a year and a number behind it is no course."""
    return bool(_PERIODICAL.match(name)) and not _NO_PERIODICAL.search(name)


def _complete_from_title(head: Masthead) -> None:
    """What the printed head lacks is taken from the page's title."""
    if head.title is None:
        head.series = head.series or head.page_series
        return
    head.series = head.series or head.title.series
    if head.numbering is None:
        head.numbering = head.title.numbering
    elif head.numbering.number in (None, head.title.numbering.number):
        head.numbering = _merge(head.title.numbering, head.numbering)

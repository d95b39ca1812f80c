"""The year of a date printed without one.

A report tells of the past: the latest year in which the date is not after the anchor. A plan
(将于, 请于, …前报) looks ahead: the first year in which it is not long before the anchor. Words for
parts of a year (下半年, 年底) stay in the anchor's year. What comes out more than eleven months
old, or ahead without a word that says so, is doubtful.
"""

import datetime
import re
from typing import Final, Literal

from archiver.chinese.dates.context import Context
from archiver.chinese.dates.point import Build
from archiver.chinese.dates.spans import DAY, Span

Tense = Literal[
    "past", "future", "deadline", "period", "plan", "festival", "approaching", "bound", "phase",
    "lasting",
]  # fmt: skip
"""``plan`` is a period that is planned for, ``approaching`` what is near: a festival that draws so,
the month's end that something is done by (到11月底),
``bound`` a beginning or an end (7月1日起, 截至6月30日) that may lie a few weeks ahead,
``phase`` a step of a programme, told before, during or after it, ``lasting`` the end of what
began on a day its sentence names (从3月1日持续到5月31日)."""
WINDOW: Final = 12
"""So many characters before and after a date may say that it lies ahead."""
SLACK: Final = 3 * DAY
LATE: Final = 31 * DAY
PHASE: Final = 100 * DAY
OLD: Final = 335 * DAY
FAR_AHEAD: Final = 240 * DAY
SEASON_AHEAD: Final = 45 * DAY
FEAST_AHEAD: Final = 16 * DAY
LEAP_GAP: Final = 8

_PLAN_BEFORE: Final = re.compile(
    r"(?:将[于在从自]|即将|拟定?[于在]|(?<!原)定[于在]|订于|[请须应务]于|请在|务必|力争|争取|确保|有望|可望"
    r"|安排在|推迟[到至]|延期?[到至]|报名(?:时间|截止|日期)|截止(?:报名|时间|日期)|要求在"
    r"|(?<![主重只])要[于在])[^,。;!?]*$|(?:计划|预计|预定|预期|打算|准备|拟|[于在]?今后)[于在从到自]?$"
)
_PLAN_AFTER: Final = re.compile(
    r"(?:以?前|之前|底前)?(?:全面|全部|基本|如期|按时|书面|正式)?"
    r"(?:完成|上?报|报送|送[达交至到]|上?交|提交|反馈|落实|到位|建成|竣工|投产|汇总|寄|申报|缴)"
    r"(?!了|告会|道|到)|起(?:施行|执行|实施|生效)"
)
# What is only announced: a report tells of 放假期间.
_CLOSES: Final = re.compile(
    r"(?:\([^()]{1,8}\))?[,共]?(?:全[天日])?(?:(?:放假|调休|补休|停[水电气诊课]|闭馆)(?!期间|时|的|后)"
    r"|(?:正常|恢复)上班)"
)
_PLAN_VERB: Final = re.compile(
    r"[^。;!?]{0,8}?[将拟](?:召开|举[行办]|开[展始工]|启动|组织|进行|正式|陆续|全面|迎来|赴|派|实施|投入)"
)
_PHASE_BEFORE: Final = re.compile(r"(?:阶段|步骤|时间(?:[为是]|安排)?)[(:]? *$")
_PHASE_AFTER: Final = re.compile(r"\)?[为是][^,。;!?]{0,8}阶段")
_PLAN_NEXT: Final = re.compile(
    r"(?:[以之]?前)?[,的]?(?:[要将拟须]|必[须将]|务[必须]|计划|力争|确保|争取|预计|目标"
    r"|工作(?:要点|计划|思路|目标))"
)
_LASTS: Final = re.compile(
    r"(?:持续|延续|延长|延展|绵延|直)(?:举[行办]|开[展放]|进行|实施|展出)?[到至]$"
)
_REACHES: Final = re.compile(r"(?<!截)[到至]$")
_MONTH_END: Final = ("底", "末")
_OVER: Final = re.compile(r"(?:正式|圆满|全[面部]|基本|才)?(?:结束|为?止|截止|闭幕|收官)")
_APPROACHES: Final = re.compile(r"[”\"]?(?:即将|将)?(?:来临|到来|临近|将至|之际)")
_REPORTED: Final = re.compile(r"决定|要求|指出|强调|表示|获悉|透露|部署|宣布|提出|通知|明确|确定")
_DONE: Final = re.compile(r"已|了(?!解)|曾|原定|完毕")
_CLAUSE_END: Final = re.compile(r"[。;!?]")


def tense_of(
    context: Context, start: int, stop: int, kind: Tense | None, *, due: bool = False
) -> Tense:
    """Whether the words around [start, stop) tell of the past or of a plan.

    ``kind`` is what the date is by itself: a ``deadline`` such as 9月底前 asks for something unless
    it is done; a ``period`` or ``festival`` keeps its own rule unless a plan is told, as by
    ``due``: with 前 at its end.
    """
    text = context.text
    before = text[max(start - WINDOW, context.read_to, 0) : start]
    after = _CLAUSE_END.split(text[stop : stop + WINDOW], maxsplit=1)[0]
    if "原定" in before:
        return "past"
    planned = _PLAN_BEFORE.search(before) is not None or _tells_a_plan(after)
    if _is_lasting(context, before, after):
        return "lasting"
    wanted = _PLAN_NEXT.match(after) is not None
    if kind == "deadline":
        told = planned or wanted or _PLAN_AFTER.match(after) is not None
        context.planned = context.planned or told
        return "future" if told else "past" if _DONE.search(after) else "deadline"
    # What follows a plan in its sentence belongs to it, unless it is done: 3月底前完成，10月份检查.
    planned = planned or (context.planned and not _DONE.search(after))
    context.planned = planned
    if kind == "period":
        asked = due and not _DONE.search(after)
        return "plan" if planned or wanted or asked else "period"
    if planned or (due and wanted):
        return "future"
    if kind is None and (_PHASE_BEFORE.search(before) or _PHASE_AFTER.match(after)):
        return "phase"
    if kind is None and _is_reached(context, start, stop, before) and not _DONE.search(after):
        return "approaching"
    if kind == "festival" and (_APPROACHES.match(after) or before.endswith(("迎接", "喜迎"))):
        return "approaching"
    return kind or "past"


def _is_lasting(context: Context, before: str, after: str) -> bool:
    """从3月1日持续到5月31日, 3月1日开始，到5月31日结束."""
    if context.sentence_start is None or not _REACHES.search(before):
        return False
    return _LASTS.search(before) is not None or _OVER.match(after) is not None


def _is_reached(context: Context, start: int, stop: int, before: str) -> bool:
    """到11月底 in July looks ahead, in January back; so do 3月底 and 9月底 within the year."""
    return context.text.endswith(_MONTH_END, start, stop) and _REACHES.search(before) is not None


def ends_before_it_began(context: Context, start: int, span: Span) -> bool:
    """Whether 到 stands before ``span``, which lies before the day its sentence named last."""
    began = context.sentence_start
    if began is None or span.end is None or span.end >= began:
        return False
    return _REACHES.search(context.text, max(0, start - 2), start) is not None


def may_still_last(build: Build, anchor: datetime.date, span: Span) -> bool:
    """7月至9月 in July, taken for last year's: what began this year may not be over.

    What counts from New Year (1—12月) is reported when it is over.
    """
    running = build(anchor.year)
    if running is None or running.start is None or running.end is None or span.end is None:
        return False
    if running.precision != "range" or (running.start.month, running.start.day) == (1, 1):
        return False
    return span.end < running.start <= anchor <= running.end


def _tells_a_plan(after: str) -> bool:
    """起施行, 放假, or 将召开 a few signs on that is not a decision told of."""
    if _CLOSES.match(after):
        return True
    if "将" in after or "拟" in after:
        verb = _PLAN_VERB.match(after)
        return verb is not None and _REPORTED.search(verb[0]) is None
    return after.startswith("起") and _PLAN_AFTER.match(after) is not None


def choose_year(build: Build, anchor: datetime.date, tense: Tense) -> int | None:
    """The year in which ``build`` is meant, seen from ``anchor``; None when there is none."""
    if tense == "period":
        return _year_of_period(build, anchor)
    if tense == "plan":
        span = build(anchor.year)
        over = span is not None and span.end is not None and span.end < anchor - LATE
        return anchor.year + over
    if tense == "festival":
        return _year_of_festival(build, anchor)
    if tense == "approaching":
        return _nearest_year(build, anchor)
    if tense in ("future", "deadline", "phase"):
        late = PHASE if tense == "phase" else LATE
        found = first_year_from(build, anchor - late)
        if tense != "deadline" or found is None:
            return found
        span = build(found)
        too_far = span and span.pivot is not None and span.pivot > anchor + FAR_AHEAD
        return found - 1 if too_far else found
    slack = LATE if tense == "bound" else SLACK
    for year in range((anchor + slack).year, anchor.year - LEAP_GAP - 1, -1):
        span = build(year)
        if span is not None and span.pivot is not None and span.pivot <= anchor + slack:
            return year
    return None


def first_year_from(build: Build, day: datetime.date) -> int | None:
    """The first year in which the span does not lie before ``day``."""
    for year in range(day.year - 1, day.year + LEAP_GAP):
        span = build(year)
        if span is not None and span.pivot is not None and span.pivot >= day:
            return year
    return None


def _year_of_period(build: Build, anchor: datetime.date) -> int:
    """The anchor's year, but early in it a period that has hardly begun is last year's."""
    span = build(anchor.year)
    if anchor.month > 3 or span is None or span.start is None or span.end is None:
        return anchor.year
    underway = span.start <= anchor and (span.end - span.start).days < 100
    return anchor.year if span.end <= anchor or underway else anchor.year - 1


def _year_of_festival(build: Build, anchor: datetime.date) -> int:
    """Like a period; a feast of the coming weeks is this year's even in January.

    元旦 late in December is the one to come.
    """
    span, following = build(anchor.year), build(anchor.year + 1)
    over = span is not None and span.pivot is not None and span.pivot < anchor - OLD
    if over and following is not None and following.pivot is not None:
        return anchor.year + (following.pivot <= anchor + FEAST_AHEAD)
    ahead = span is not None and span.pivot is not None and span.pivot > anchor + SEASON_AHEAD
    return anchor.year - 1 if anchor.month <= 3 and ahead else anchor.year


def _nearest_year(build: Build, anchor: datetime.date) -> int | None:
    """The year in which the day is nearest to the anchor; the next one only when it is close."""
    found = [
        (abs(span.pivot - anchor), year)
        for year in range(anchor.year - 1, (anchor + PHASE).year + 1)
        if (span := build(year)) is not None and span.pivot is not None
    ]
    return min(found)[1] if found else None


def is_doubtful(span: Span, anchor: datetime.date, tense: Tense) -> bool:
    """Whether an inferred year looks wrong: long past, or ahead without a word for it."""
    if tense in ("period", "plan", "festival", "approaching", "phase"):
        return False
    if tense == "deadline" and span.pivot is not None and span.pivot < anchor - LATE:
        return True
    if span.end is not None and anchor - span.end > OLD:
        return True
    return tense in ("past", "bound") and span.pivot is not None and span.pivot > anchor + SLACK

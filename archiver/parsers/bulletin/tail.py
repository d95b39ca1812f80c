"""报尾: who the issue goes to, how many were printed, who made it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from archiver.chinese.fold import fold
from archiver.chinese.units import is_unit_name
from archiver.parsers.bulletin.dating import is_date_line, read_full_date
from archiver.parsers.bulletin.looks import is_set_apart
from archiver.parsers.bulletin.masthead.cells import is_secrecy
from archiver.parsers.bulletin.masthead.editors import DATE_LABEL, Editors, begins_with_label
from archiver.parsers.bulletin.names import contributors
from archiver.parsers.bulletin.shapes import compact, is_office, is_page_mark, is_rule
from archiver.parsers.bulletin.words import CREDIT_LABELS
from archiver.parsers.lines import Line
from archiver.parsers.printed import as_printed
from archiver.records import Date, Recipient

_WORDS: Final = """
    主报 抄报 呈报 报送 呈送 抄送 主送 分送 发送 印送 抄发 主发 加发 分发 印发 报至 送至 发至 发往
    上报 下发 发送范围 印发范围 分发范围 发放范围
    报 送 发 呈 存
"""
_LABEL_WORDS: Final = frozenset(_WORDS.split())
_LABELS: Final = "|".join(r"\s?".join(label) for label in _WORDS.split())
_RECIPIENT: Final = re.compile(
    rf"(?:^|(?<=\s)|(?<=[。;,]))(?:(?:本\s?期)?(?P<label>{_LABELS})\s{{0,6}}:|【(?P<boxed>{_LABELS})】:?)\s*"
)
_PRINT_RUN: Final = re.compile(
    r"\(?(?:本期|本刊)?\s*(?:共)?\s*印(?:制|发|数)?\s*:?\s*"
    r"(?:\d{1,6}|[〇○零一二两三四五六七八九十百千]{1,8})\s*份\)?"
)
_PRINTED: Final = re.compile(
    r"(?:辑译|编译|印发|编印|印制|编发|校对|打印|制作|(?<=[室科股部组办局会委])编)$"
)
_COLOPHON: Final = re.compile(  # labels of a table at the end
    rf"(?:{'|'.join(CREDIT_LABELS)}|主办|主管|承办|协办|编印|(?:印发|出版|编印)日期|电话|邮箱|地址|邮编|传真|网址)"
    r"(?:单位)?"
)
_CONTACT: Final = re.compile(
    r"^[(]?(?:值\s?班\s?(?:电话|室)|咨\s?询\s?电\s?话|联\s?系\s?(?:人|电话|方式|地址)|投\s?稿\s?(?:邮箱|信箱|热线|电话|地址)|电\s?子\s?(?:邮箱|邮件|信箱)|E-?mail|邮\s?箱|信\s?箱|传\s?真|电\s?话|(?:(?:通\s?[讯信]|来\s?稿|寄\s?稿|投\s?稿)\s?)?地\s?址|邮\s?编|网\s?址|编辑部(?:地址|电话)|欢迎(?:来稿|投稿|赐稿))\s*:?",
    re.I,
)
_END: Final = re.compile(
    r"^[-—–―=*·\s(【\[]*(?:本期完|全文完|本期共\s*\d+\s*页|完|END|The End)[-—–―=*·\s)】\]]*$"
    r"|^主\s?题\s?词\s*:|^\(此件.{0,30}\)$",
    re.I,
)
# Whose site it is, without a label: 县委宣传部 2008.
_OWNER: Final = re.compile(r"(?P<office>.{4,24}?)\s*+(?:©\s*+)?(?:19|20)\d\d年?$")
# Who sent in the articles of the whole issue.
_ALL_SENDERS: Final = re.compile(r"(?P<label>本期(?:供稿|来稿|投稿)(?:单位|人|人员)?)\s?:")
_WINDOW: Final = 30


@dataclass(slots=True)
class Tail:
    """``start`` is the index of the first tail line; the lists are as printed."""

    start: int
    recipients: list[Recipient] = field(default_factory=list)
    credits: dict[str, tuple[str, ...]] = field(default_factory=dict)
    date: Date | None = None
    printer: str | None = None


def read_tail(lines: Sequence[Line], floor: int) -> Tail:
    """The tail of ``lines`` from index ``floor`` on; without one ``start`` is ``len(lines)``."""
    tail = Tail(_start(lines, floor))
    for line in lines[tail.start :]:
        if line.anchors and not _is_tail_line(line.folded):
            continue  # a file of the issue
        _read_line(tail, _labelled(line), line.text)
    return tail


def read_signature(
    lines: Sequence[Line], floor: int, tail: Tail, editor: str | None = None
) -> None:
    """落款: the office and the day set apart at the very end of the issue.

    Where the masthead dates it, only the ``editor`` that it names signs the issue: other offices
    sign the last article.
    """
    at = tail.start - 1
    while at > floor and _is_filler(lines[at].folded):
        at -= 1
    if at <= floor or not is_date_line(lines[at].folded) or not is_set_apart(lines[at]):
        return
    above = lines[at - 1]
    if editor is not None and not (is_set_apart(above) and compact(above.folded) == editor):
        return
    found = read_full_date(lines[at].folded)
    tail.date = found.value if found else None
    tail.start = at
    if at - 1 > floor and is_set_apart(above) and is_office(compact(above.folded)):
        tail.printer = tail.printer or compact(above.folded)
        tail.start = at - 1


def says_recipients(line: Line) -> bool:
    """Whether the line says who the issue goes to: 送:县直各单位."""
    text = _labelled(line)
    return _RECIPIENT.match(text) is not None and _is_tail_line(text)


def _start(lines: Sequence[Line], floor: int) -> int:
    start = len(lines)
    pending = 0
    anchored = False
    for at in range(len(lines) - 1, max(floor, len(lines) - _WINDOW) - 1, -1):
        text = _labelled(lines[at])
        if _is_tail_line(text):
            if _RECIPIENT.match(text) or _PRINT_RUN.search(text):
                anchored = True
            start, pending = at, 0
        elif _is_filler(text):
            if pending == 0 and start == at + 1:
                start = at
        elif pending < 3 and (
            _may_continue(text)
            or _is_owner(text)
            or lines[at].anchors
            or (at and _closes_tail(lines, at))
        ):
            pending += 1
        else:
            break
    while start < len(lines) and _is_filler(lines[start].folded) and not anchored:
        start += 1
    return _with_imprint(lines, floor, start)


def _with_imprint(lines: Sequence[Line], floor: int, start: int) -> int:
    """Where 县河长办编印 and the day stand above the recipients, the tail begins with them."""
    if start == len(lines) or start - 2 < floor or not is_date_line(lines[start - 1].folded):
        return start
    return start - 2 if _is_printer(lines[start - 2].folded) else start


def _labelled(line: Line) -> str:
    """The folded line without parentheses around its lists; rows 报 | 省委 with their colons."""
    if "\t" not in line.text:
        inner = _inside(line.folded)
        is_list = _RECIPIENT.match(inner) or _ALL_SENDERS.match(inner)
        return inner if is_list else line.folded
    cells = [fold(cell).strip() for cell in line.text.strip().split("\t")]
    label = compact(cells[0])
    if label in _LABEL_WORDS:
        return f"{label}:{' '.join(cells[1:])}"
    labels = [compact(cell) for cell in cells[::2]]
    if len(cells) % 2 or not all(_COLOPHON.fullmatch(label) for label in labels):
        return line.folded
    return "  ".join(f"{label}:{value}" for label, value in zip(labels, cells[1::2], strict=True))


def _inside(text: str) -> str:
    """The text without the parentheses around all of it."""
    return text[1:-1] if text.startswith("(") and text.endswith(")") else text


def _is_tail_line(text: str) -> bool:
    if len(text) > 400:
        return False
    if (found := _RECIPIENT.match(text)) and _is_recipient_list(text[found.end() :]):
        return True
    if (_CONTACT.match(text) or _ALL_SENDERS.match(text)) and len(text) <= 120:
        return True
    if (_PRINT_RUN.search(text) and len(text) <= 60) or _END.match(text) or is_secrecy(text):
        return True
    if len(text) <= 60 and (date := read_full_date(text)):
        before = text[: date.span[0]].strip()
        if DATE_LABEL.fullmatch(before):
            return True
        rest = before + text[date.span[1] :].strip()
        printed = "印" in text[date.span[0] :]
        if printed and (not rest or _is_maker(rest)):
            return True
    byline = contributors.read_labelled(text)
    if byline is None:
        return _editors(text) is not None
    return bool(byline.credits) and not byline.contributors


def _editors(text: str) -> Editors | None:
    """Who edits the issue, where a label says so: 编辑单位:县总工会, 主办:县妇联."""
    editors = Editors()
    known = begins_with_label(text) and editors.read_labels(0, text)
    return editors if known and editors.text else None


def _is_recipient_list(text: str) -> bool:
    """A list of offices or posts, not the sentence of a letter."""
    return len(text) <= 300 and not re.search(r"[。!?].{12,}", text)


def _closes_tail(lines: Sequence[Line], at: int) -> bool:
    """A list under its label or that goes on from above, or 撰稿:, 摄影: below the recipients."""
    above = lines[at - 1].folded
    if _is_list(above) or _RECIPIENT.fullmatch(above):
        return True
    first = at
    while first and _is_credit(lines[first].folded):
        first -= 1
    return first < at and _RECIPIENT.match(lines[first].folded) is not None


def _is_credit(text: str) -> bool:
    """校对:范静, in parentheses or not."""
    return contributors.read_labelled(_inside(text)) is not None


def _is_list(text: str) -> bool:
    """A recipient list that goes on in the next line."""
    return text[-1] in "、," and _RECIPIENT.match(text) is not None


def _is_filler(text: str) -> bool:
    return is_rule(text) or is_page_mark(text)


def _may_continue(text: str) -> bool:
    """The second line of a recipient list has no label."""
    return (
        len(text) <= 120
        and text[-1] not in "。!?"
        and ("、" in text or "," in text or _is_maker(text))
    )


def _is_owner(text: str) -> bool:
    found = _OWNER.match(text)
    return found is not None and is_office(compact(found["office"]))


def _is_printer(text: str) -> bool:
    """县总工会信息中心制作: an office, and what it did, is no recipient."""
    return _PRINTED.search(text) is not None and _is_maker(text)


def _is_maker(text: str) -> bool:
    """An office, perhaps with what it did behind it."""
    body = compact(_PRINTED.sub("", text))
    return is_office(body) or (body != compact(text) and is_unit_name(body))


def _without_contact(value: str) -> str:
    """各乡镇(联系电话:…): how to reach the office is no recipient."""
    at = value.rfind("(") if value.endswith(")") else -1
    return value[:at].rstrip() if at > 0 and _CONTACT.match(value[at + 1 :]) else value


def _without_day(tail: Tail, text: str) -> str:
    """发:各乡镇    2013年10月12日印发: a line of labels without the day behind them."""
    date = read_full_date(text) if ":" in text else None
    if date is None or date.span[1] < len(text):
        return text
    day = text[date.span[0] :]
    if not day.startswith("  ") and "印" not in day and day[-1] not in "刊版":
        return text
    tail.date = tail.date or date.value
    return text[: date.span[0]].rstrip()


def _read_line(tail: Tail, text: str, printed: str) -> None:
    if _is_filler(text) or _END.match(text):
        return
    run = _PRINT_RUN.search(text)
    if run:
        text = (text[: run.start()] + "  " + text[run.end() :]).strip()
        if not text:
            return
    text = _without_day(tail, text)
    found = list(_RECIPIENT.finditer(text))
    if found and found[0].start() == 0:
        for one, following in zip(found, [*found[1:], None], strict=True):
            value = text[one.end() : following.start() if following else len(text)].strip()
            value = as_printed(printed, _without_contact(value))
            tail.recipients.append(
                Recipient(label=compact(one["label"] or one["boxed"]), text=value)
            )
        return
    if senders := _ALL_SENDERS.match(text):
        names = re.split("[、,; ]+", text[senders.end() :].strip())
        tail.credits[senders["label"]] = tuple(names)
        return
    if editors := _editors(text):
        tail.printer = tail.printer or editors.text
        tail.credits.update(editors.credits)
        return
    bare = _inside(text)
    if byline := contributors.read_labelled(bare):
        if byline.contributors:
            label = compact(bare.partition(":")[0])
            tail.credits[label] = tuple(one.text for one in byline.contributors)
        tail.credits.update(byline.credits)
        return
    if date := read_full_date(text):
        tail.date = tail.date or date.value
        beside = (text[: date.span[0]], text[date.span[1] :])
        offices = [compact(_PRINTED.sub("", part.strip())) for part in beside]
        tail.printer = tail.printer or next(filter(is_office, offices), None)
        return
    if _is_printer(text):
        tail.printer = tail.printer or compact(_PRINTED.sub("", text))
        return
    if _CONTACT.match(text) or _is_owner(text):
        return
    if tail.recipients:
        last = tail.recipients[-1]
        tail.recipients[-1] = Recipient(
            label=last.label, text=last.text + as_printed(printed, text)
        )

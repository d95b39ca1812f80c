"""Information lines with labels, and the label tables of public-information pages.

Both are runs of label and value in any order, with or without brackets, on one line or several:
``发布时间：2012-06-25 来源：… 点击：12次``, ``【时间：…】【来源：…】``, ``索引号 | …``.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from archiver.chinese.fold import fold
from archiver.chinese.units import is_unit_name
from archiver.parsers.info.days import DATE, holds_date, parted
from archiver.parsers.info.info import Info
from archiver.parsers.info.labels import LABELS, ROLE_OF, STROKES, role_alone
from archiver.parsers.info.unlabelled import BY, EVENT, OWN_WORDS, SOURCE, read_stamp
from archiver.parsers.info.values import BRACKETS, TOOLS_ONLY, printed_value, value_of
from archiver.parsers.lines import Line

# The colon may be missing before a date, and after 来源 and 作者.
_PAIR: Final = re.compile(
    rf"{LABELS}(?:\s*:|\s*(?=(?:19|20)\d\d[-年/.])|(?<=[来來]源|作者|/图|/文)(?<!该作者)\s+(?=[^\s|])"
    r"|(?<=[文字]号)\s+(?=[一-鿿]{2,12}[〔\[(]\s?(?:19|20)\d\d)|\s?[】\]](?=\s?[^\s【\[|]))"
)
_CELL: Final = re.compile(rf"\s*{LABELS}\s*:?\s*$")
# From when something holds is not when a page was published.
_VALIDITY: Final = re.compile("(?:生效|[实實]施|[废廢]止|失效)(?:[时時][间間]|日期)")
_DAY_LABEL: Final = re.compile(r"(?:[时時][间間]|日期)\s*:\s*\Z")
_PRINTED: Final = re.compile(r"\s?(?:出刊|出版|印发|编印|付印)")  # what the day was of
_GENERIC: Final = ("时间", "日期", "時間")
# A text names its authors in these words too.
_OWN_BYLINE: Final = ("撰稿", "撰稿人", "撰文", "文字", "文", "图片")
# What may stand before the first known label: other labels, counts, the site's address, the
# place of a post on a board.
_BEFORE: Final = re.compile(
    r"星期[一二三四五六日天]|周[一二三四五六日]|(?!留言|网友)[一-鿿]{2,6}\s?:\s?[^\s:。]{0,16}(?:[\s\])】|]+|$)"
    r"|(?:[图撰]?文|摄影)\s?[/:]\s?[一-鿿]{2,4}(?:\s|$)|(?:阅读|浏览|点[击赞]|评论|查看|人气|回复)\s?(?:\(\s?\d*\s?\)?|\d[\d.]*万?)|(?:https?://)?www\.[\w.-]+"
    r"|^[一-鿿]{2,20}(?:政务网|门户网站?|信息网|网站)(?=\s|$)"
    r"|(?<!\S)(?:\d{1,4}\s?[#楼]|楼主|沙发|板凳|地板|电梯直达|[大中小])(?!\S)"
)
_FROM: Final = re.compile("(?:信息|稿件|文章)?来源")  # a label and its value in an element each
_COLUMN: Final = re.compile(
    r"\s*[\[【]\s?[一-鿿]{2,10}\s?[\]】]"
)  # [区内要闻] 加入时间:2004年3月2日
_PAPER: Final = re.compile(r"[一-鿿]{2,12}[〔\[(](?:19|20)\d\d[〕\])]\s?第?\d{1,4}\s?号(?=\s*\|)")
_TIMED: Final = re.compile(
    r"\d\s\d{1,2}:\d\d(?::\d\d)?\s*$|\|\s?(?:19|20)\d\d[-/.年][^|]{4,16}\d:\d\d(?::\d\d)?\s?\|"
)
# The signs come first and what stands before them is looked up: found much faster than words.
_LABEL_WITHOUT_COLON: Final = re.compile(
    r"[期间間于於布佈源者图文](?:(?<![源者图文])\s*(?:19|20)\d\d|(?<=[来來]源|作者|/图|/文)\s)"
)
_YEAR: Final = re.compile(r"[12](?:(?<=1)9|(?<=2)0)\d\d")
_STROKES: Final = re.compile(r"[一-鿿]\s?/\s?[文图圖摄攝](?![一-鿿])")
_SIGN: Final = re.compile("[·|丨]")
_BEFORE_SIGN: Final = 10  # characters of a label, with blanks
_LENGTH: Final = 200
_VALUE_LENGTH: Final = 60
_TEXT_BY: Final = re.compile(r"[^一-鿿/]?文\s?:\s?[一-鿿]{2,4}(?![一-鿿])")


def read_info(line: Line) -> Info | None:
    """The labels and values of ``line``, or None when it is no run of labels."""
    text = line.folded
    tabbed = "\t" in line.text
    if len(text) > _LENGTH:
        return None
    # Where neither century is printed, which is soon seen, there is no year to look for.
    dated = ("20" in text or "19" in text) and _YEAR.search(text) is not None
    if not (":" in text or tabbed or line.lead or dated):
        return _by_sign(line, text) if "·" in text or "|" in text or "丨" in text else None
    if "。" in text[:-1]:
        return None
    text = parted(text)
    if tabbed:
        cells = _cells(line.text)
        if cells is not None:
            return cells
    if ":" not in text:
        if line.lead and (role := label_role(text[: line.lead])):
            return Info(((role, printed_value(text[line.lead :].strip(), line)),))
        if signed := _by_sign(line, text):
            return signed
    labelled = ":" in text or "】" in text or _LABEL_WITHOUT_COLON.search(text)
    matches = [m for m in _PAIR.finditer(text) if _is_label(text, m)] if labelled else []
    return _read_labels(line, text, matches) if matches else read_stamp(text)


def _by_sign(line: Line, text: str) -> Info | None:
    """A label that the one dot or bar of a line sets apart: 供稿 · 某街道总工会."""
    sign = _SIGN.search(text, 1, _BEFORE_SIGN)
    role = role_alone(text[: sign.start()]) if sign else None
    if sign is None or role is None or _SIGN.search(text, sign.end()):
        return None
    return Info(((role, printed_value(text[sign.end() :].strip(), line)),))


def _is_label(text: str, match: re.Match[str]) -> bool:
    """Whether a label stands for itself: 文, which ends many words, before one short name.

    One that a bracket closes is all that the brackets hold: 【来源】县总工会.
    """
    if match[1] == "文" and not _TEXT_BY.match(text, max(match.start() - 1, 0)):
        return False
    return match[0][-1] not in "】]" or text[: match.start()].rstrip()[-1:] in ("【", "[")


def _read_labels(line: Line, text: str, labels: Sequence[re.Match[str]]) -> Info | None:
    if EVENT.search(text):
        return None
    pairs = _pairs(line, text, labels)
    before = text[: labels[0].start()].rstrip()
    head = before.strip(BRACKETS)
    told = _is_dated(pairs) or _VALIDITY.search(text)
    bare = DATE.match(head) or (None if told else _unlabelled_date(text))
    rest = DATE.sub("", head) if bare else head
    tools = line.anchors and before.endswith(("]", "】"))  # and the site's name before them
    if (tools or _COLUMN.fullmatch(before)) and _is_dated(pairs):
        rest = ""
    rest = "" if TOOLS_ONLY.fullmatch(rest.strip(BRACKETS)) else rest
    words = _BEFORE.sub("", _PAPER.sub("", rest)).strip("0123456789: " + BRACKETS)
    dated = rest != head or _TIMED.search(text)
    barred = before.endswith("|") and _is_dated(pairs) and is_unit_name(words)
    if (dated or barred) and SOURCE.match(words) and not OWN_WORDS.search(words):
        words = _FROM.sub("", words)
        pairs += () if _names_source(pairs) else (("source", printed_value(words, line)),)
    elif words:  # a sentence
        return None
    if any(len(value) > _VALUE_LENGTH for _, value in pairs) or text[-1] in "?!":
        return None  # 记者: how was it?
    if any(_label(match) in _OWN_BYLINE for match in labels) and not (bare or _is_told(pairs)):
        return None
    if by := BY.search(text):
        pairs += (("author", by[1]),)
    generic = _is_generic(text, _label(labels[0]), pairs)
    return Info(pairs, bare[0] if bare else None, is_generic=generic)


def _pairs(line: Line, text: str, labels: Sequence[re.Match[str]]) -> tuple[tuple[str, str], ...]:
    """Every label's role with the value behind it."""
    ends = [label.start() for label in labels[1:]] + [len(text)]
    return tuple(
        _named_by_strokes(_role(label), printed_value(value_of(text[label.end() : end]), line))
        for label, end in zip(labels, ends, strict=True)
    )


def _named_by_strokes(role: str, value: str) -> tuple[str, str]:
    """作者:何静/文 张勇/图 names each for a part of the page, and no one author."""
    strokes = role == "author" and "/" in value and len(_STROKES.findall(value)) > 1
    return (STROKES if strokes else role), value


def _is_generic(text: str, label: str, pairs: Sequence[tuple[str, str]]) -> bool:
    """Whether all that a line says is 时间:2012年6月25日, as that of a meeting does."""
    alone = len(pairs) == 1 and label in _GENERIC
    return alone and "年" in pairs[0][1] and text[0] not in "【["


def _unlabelled_date(text: str) -> re.Match[str] | None:
    """The first date that is not the value of a label of its own (回复时间:), nor an issue's."""
    for date in DATE.finditer(text):
        own = _DAY_LABEL.search(text, 0, date.start()) or _PRINTED.match(text, date.end())
        if not own:
            return date
    return None


def _cells(text: str) -> Info | None:
    """A table row of label and value cells."""
    cells = [unbracketed(cell.strip()) for cell in text.split("\t")]
    pairs: list[tuple[str, str]] = []
    at = 0
    while at < len(cells):
        label = _CELL.match(fold(cells[at]))
        if label:
            value = cells[at + 1] if at + 1 < len(cells) else ""
            pairs.append((_role(label), "" if value.upper() == "NULL" else value))
            at += 2
        elif cells[at]:
            return None
        else:
            at += 1
    return Info(tuple(pairs)) if pairs else None


def unbracketed(cell: str) -> str:
    """A cell without the half of a bracket that opens or closes in another: [ 作者:."""
    if cell.startswith(("[", "【")) and "]" not in cell and "】" not in cell:
        return cell[1:].lstrip()
    closed = cell.endswith(("]", "】")) and "[" not in cell and "【" not in cell
    return cell[:-1].rstrip() if closed else cell


def label_role(text: str) -> str | None:
    """The role of a text that is one label, with or without its colon; None when it is not."""
    label = _CELL.match(unbracketed(fold(text)))
    return _role(label) if label else None


def _role(label: re.Match[str]) -> str:
    return ROLE_OF[_label(label)]


def _names_source(pairs: Iterable[tuple[str, str]]) -> bool:
    return any(role == "source" for role, _ in pairs)


def _label(match: re.Match[str]) -> str:
    return "".join(match[1].split())


def _is_told(pairs: Iterable[tuple[str, str]]) -> bool:
    """Whether the labels are a content system's: it says when, or from where."""
    return any(role in ("published", "source") for role, _ in pairs)


def _is_dated(pairs: Iterable[tuple[str, str]]) -> bool:
    return any(role in ("published", "signed") and holds_date(value) for role, value in pairs)

"""Who signed a paper and when, and on whose paper it is printed."""

import re
from collections.abc import Sequence
from typing import Final

from archiver.chinese.dates import read_date
from archiver.chinese.fold import fold
from archiver.parsers.info.papers import is_number
from archiver.parsers.lines import Line
from archiver.parsers.words import one_of
from archiver.records import Date

_UNIT_WORDS: Final = """
    局 委 会 部 处 室 办 厅 院 所 站 中心 政府 公司 学校 大学 组 团委 支队 大队 馆 社 集团 总支
    支部 科 行 厂 署 校 系 宫 队 矿 庭 联 部门 单位 企业
"""
UNIT_END: Final = re.compile(rf"{one_of(_UNIT_WORDS)}\d?$")
_SIGNATURE_LINES: Final = 6
_LONGEST_UNIT: Final = 40
_SHORTEST_UNIT: Final = 4
_PART_OF_BODY: Final = ("办公室", "委员会", "领导小组", "秘书处", "党组", "工会", "分会")
_PADDED: Final = re.compile(r"(?<!\S)(\S)\s(?=\S(?:\s|$))")  # 民 政 部
_DEEP: Final = 12  # characters of indent: set to the right
_SEAL: Final = re.compile(r"[(（\[【]\s*(?:加?盖?公?印?章|签章|代\s?章)\s*[)）\]】]")
_DEPUTY: Final = re.compile(r"[(（]\s*(.{3,36}?)\s*[(（]?代\s?章[)）]?\s*[)）]?")
_RED_HEAD: Final = re.compile(r"([一-鿿]{4,30})(?:文件|[(（]通知[)）])")
_FORWARDS: Final = re.compile("转发|批转|印发")
_ANNEX: Final = re.compile(r"附(?:[件表录]?\s?[一二三四五\d]{0,2}\s?(?::|$))")
_REMARKS: Final = 3  # lines between signature and annex at most, with the annex's own
_REMARK: Final = re.compile(r"[(（](?P<day>[^()（）]{4,14}?日)(?P<body>[^()（）日]{0,40})[)）]")
_ALONE: Final = 2  # lines of a signature
_SIGNED_LINE: Final = 24  # characters of a date alone
_NO_UNIT: Final = re.compile(r"[:：。；;，,？?！!]|^[(（]?[一二三四五六七八九十\d]{1,3}[、.．)）]")
# 年 … 日, or nothing but the digits of a date that lost them (201395).
_SIGNED: Final = re.compile(
    r"年.{0,12}[日号曰]$|^\d{6,8}$|^[^:]{0,40}(?<![\d.])(?:19|20)\d\d\.\d{1,2}\.\d{1,2}$"
)


def signature(lines: Sequence[Line]) -> tuple[str | None, Date | None]:
    """The date line near the end and the unit lines above it; annexes may follow them."""
    end = len(lines)
    for at in range(end - 1, -1, -1):
        near = at >= end - 1 - _SIGNATURE_LINES
        signed = signature_date(lines[at].text) if near or _is_apart(lines[at]) else None
        if signed is None:
            continue
        inline = _unsealed(lines[at].text.strip()[: -len(signed.text)])
        if inline and UNIT_END.search(inline):
            return _together([inline]), signed
        units, above = [], at - 1
        while above >= 0 and lines[above].table == lines[at].table:
            unit = _signing_unit(lines[above])
            if unit is None:
                break
            units.append(unit)
            above -= 1
        if near or (units and not inline):
            return (_together(units[::-1]) or None), signed
    return None, None


def _is_apart(line: Line) -> bool:
    """Whether a line is set to the right, where papers are signed; a seal may name the body."""
    return line.align == "right" or line.indent > _DEEP


def signature_alone(lines: Sequence[Line]) -> tuple[str | None, Date | None]:
    """The body and the day, one right under the other, that ``lines`` below a text begin with."""
    if len(lines) < _ALONE or (unit := _signing_unit(lines[0])) is None:
        return None, None
    signed = signature_date(lines[1].text) if len(lines[1].folded) <= _SIGNED_LINE else None
    return (unit, signed) if signed else (None, None)


def signature_under_title(lines: Sequence[Line]) -> tuple[str | None, Date | None]:
    """Day and body in parentheses under a title: (2006年3月9日 县政协办公室), (…日常委会通过)."""
    for line in lines:
        remark = _REMARK.fullmatch(line.text.strip())
        signed = read_date(remark["day"]) if remark else None
        if remark and signed and signed.precision == "day":
            body = remark["body"].strip()
            return (body if body and UNIT_END.search(body) else None), signed
    return None, None


def without_annexes(title: str | None, lines: Sequence[Line]) -> Sequence[Line]:
    """The lines down to the paper's own signature, where another paper stands below it."""
    forwards = _FORWARDS.search(title or "") is not None
    dates = range(1, len(lines)) if forwards else _above_annexes(lines)
    for at in dates:
        line = lines[at]
        if len(line.folded) > _SIGNED_LINE or signature_date(line.text) is None:
            continue
        if _signing_unit(lines[at - 1]) is not None or (forwards and _is_apart(line)):
            return lines[: at + 1]
    return lines


def _above_annexes(lines: Sequence[Line]) -> list[int]:
    """The lines right above 附件, which may say when a paper was signed."""
    annexes = [at for at, line in enumerate(lines) if line.folded[0] == "附"]
    above = {
        at - back
        for at in annexes
        if _ANNEX.match(lines[at].folded)
        for back in range(_REMARKS, 0, -1)
    }
    return sorted(at for at in above if at > 0)


def red_head(lines: Sequence[Line]) -> str | None:
    """The unit whose paper a document is printed on: ``某县总工会文件`` or ``某县总工会``.

    Without 文件 it stands right above the number.
    """
    for at, line in enumerate(lines):
        head = _RED_HEAD.fullmatch("".join(line.text.split()))
        if head and UNIT_END.search(head[1]):
            return head[1]
        if _is_letterhead(lines, at):
            return _unsealed(line.text)
    return None


def _is_letterhead(lines: Sequence[Line], at: int) -> bool:
    """Whether a line names the unit whose number, alone on its line, stands right below."""
    numbered = at + 1 < len(lines) and is_number(lines[at + 1].folded)
    return numbered and _signing_unit(lines[at]) is not None


def _signing_unit(line: Line) -> str | None:
    """The unit a line of a signature names, and nothing else."""
    unit = _unsealed(line.text)
    if len(unit) > _LONGEST_UNIT or not UNIT_END.search(fold(unit)) or _NO_UNIT.search(unit):
        return None
    return unit


def _together(signers: Sequence[str]) -> str:
    """Who signs a document together, parted by 、 however the paper parts them.

    What is no name of a body by itself goes on with the one before: 某领导小组 over 办公室.
    """
    whole = ""
    for name in (name for signer in signers for name in _apart(signer)):
        whole += name if not whole or name in _PART_OF_BODY else f"、{name}"
    return whole


def _apart(signer: str) -> list[str]:
    """The bodies that share a line, with blanks between them."""
    names = signer.split()
    whole = all(len(name) >= _SHORTEST_UNIT and UNIT_END.search(fold(name)) for name in names)
    return names if whole else [signer]


def _unsealed(text: str) -> str:
    """A signing unit without the mark of its seal, (印章) or (某局代章), and without padding."""
    text = text.strip()
    if deputy := _DEPUTY.fullmatch(text):
        text = deputy[1]
    text = _SEAL.sub("", text)
    return _PADDED.sub(r"\1", " ".join(text.split()))


def signature_date(text: str) -> Date | None:
    """The date of a line that ends with a full date and says little else."""
    text = text.strip()
    folded = fold(text)
    if len(text) > 60 or "。" in text or not _SIGNED.search(folded):
        return None
    date = read_date(text, signature=folded.isdecimal())
    if date is None or not text.endswith(date.text.strip()) or "year_unknown" in date.flags:
        return None
    bare_month = date.precision == "month" and not date.flags
    return None if bare_month else date

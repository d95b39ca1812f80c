"""The formal parts of a 公文: number, type, issuer, addressees, signature and date."""

import re
from collections.abc import Sequence
from typing import Final

from archiver.chinese.dates import read_date
from archiver.chinese.fold import fold
from archiver.chinese.units import is_unit_name
from archiver.parsers.info.days import date_of
from archiver.parsers.info.info import Info, first_value
from archiver.parsers.lines import Line
from archiver.parsers.words import one_of
from archiver.records import Date, Document

_TYPE_WORDS: Final = """
    通知 意见 办法 细则 方案 规定 制度 决定 决议 通报 报告 请示 批复 函 公告 通告 公示 倡议书
    纪要 总结 计划 要点 条例 规则 章程 预案 启事 简章 规程 标准 守则 公报 议案 命令 规范 须知
    职责 安排 答复 回复 预案
"""
# A headline tells what somebody did with a document; a document's own title does not. What is the
# matter of a document goes right before its type: 实施细则, 学习制度, 信息发布办法.
_NEWS: Final = re.compile(
    "出台|推出|发出|审议|通过|传达|颁布|举行|召开|解读|读懂|看懂|图解|速览|一图|制定|下发|获评|受到|联合发文|须执行|将(?:建立|实行|执行)"
    rf"|(?:推行|实施|学习|启动|落实|贯彻|宣讲|征求|披露)(?!(?:工作|活动|管理|意见)?{one_of(_TYPE_WORDS)}(?:[(（]|$))"
    "|发布(?!(?:工作|管理)?(?:制度|办法|规定|规程|细则|规则|标准|规范|方案)(?:[(（]|$))"
)
# 通知公告, 规章制度: the name of a column, not of a document.
_COLUMN: Final = re.compile(
    "(?:通知|公告|公示|通告|公报|文件){2,3}|规章制度|政策规定|计划总结|标准规范"
)
_TYPE: Final = re.compile(
    rf"({one_of(_TYPE_WORDS)})(?:[(（〔\[【][^()（）〔〕\[\]【】]{{1,20}}[)）〕\]】])*$"
)
# 农业部公告第2552号, in brackets behind what it says or alone
_TYPE_AND_NUMBER: Final = re.compile(
    r"(公告|通告|令)\s*(?:[(〔\[]?(?:19|20)\d\d[)〕\]]?年?)?\s*第\s?\d{1,5}\s?号[)）]?$"
)
# 关于转发《…》: the word 通知 behind it is often left out.
_FORWARDED: Final = re.compile(r"关于(?:转发|印发|批转|下发|颁布|公布)[^《]{0,40}《[^》]{2,120}》$")
NUMBER: Final = re.compile(
    r"([一-鿿]{1,12}[办函发字]?)\s*[〔\[【(﹝［]\s*((?:19|20)\d{2})\s*[〕\]】)﹞］]\s*第?\s*(\d{1,4})\s*号"
)
_DIGIT: Final = re.compile(r"\d")
_NUMBER_LINE: Final = 40
_ADDRESSEES: Final = re.compile(r".{2,400}[:：]$")
_NOT_ADDRESSEES: Final = re.compile(
    r"如下|事项|附件|^[一二三四五六七八九十(（\d]|[。；;？?]|通知$|^(?:时间|地点|联系|电话)"
    # the sentence that leads to what is made known
    r"|现[予将就对]|特此|^(?:根据|按照|依据|遵照|依照|鉴于|为[了进加做切认贯推深全表规]|随着|近[期日年来])"
)
_UNIT_WORDS: Final = """
    局 委 会 部 处 室 办 厅 院 所 站 中心 政府 公司 学校 大学 组 团委 支队 大队 馆 社 集团 总支
    支部 科 行 厂 署 校 系 宫 队 矿 庭 联 部门 单位 企业
"""
_UNIT_END: Final = re.compile(rf"{one_of(_UNIT_WORDS)}\d?$")
_SIGNATURE_LINES: Final = 6
_LONGEST_UNIT: Final = 40
_SHORTEST_UNIT: Final = 4
_PART_OF_BODY: Final = ("办公室", "委员会", "领导小组", "秘书处", "党组", "工会", "分会")
_PADDED: Final = re.compile(r"(?<!\S)(\S)\s(?=\S(?:\s|$))")  # 民 政 部
_DEEP: Final = 12  # characters of indent: set to the right
_SEAL: Final = re.compile(r"[(（\[【]\s*(?:加?盖?公?印?章|签章|代\s?章)\s*[)）\]】]")
_DEPUTY: Final = re.compile(r"[(（]\s*(.{3,36}?)\s*[(（]?代\s?章[)）]?\s*[)）]?")
_RED_HEAD: Final = re.compile(r"([一-鿿]{4,30})(?:文件|[(（]通知[)）])")
_NO_UNIT: Final = re.compile(r"[:：。；;，,？?！!]|^[(（]?[一二三四五六七八九十\d]{1,3}[、.．)）]")
# 年 … 日, or nothing but the digits of a date that lost them (201395).
_SIGNED: Final = re.compile(
    r"年.{0,12}[日号曰]$|^\d{6,8}$|^[^:]{0,40}(?<![\d.])(?:19|20)\d\d\.\d{1,2}\.\d{1,2}$"
)


def document_type(title: str | None) -> str | None:
    """The kind of document a title names at its end (通知, 办法 …)."""
    text = fold(title or "").strip().rstrip("。.")
    found = _TYPE.search(text) or ("号" in text[-2:] and _TYPE_AND_NUMBER.search(text))
    return found[1] if found else None


def is_document_title(title: str | None) -> bool:
    """Whether a title is that of a document and not of news about one."""
    if _FORWARDED.search((title or "").strip()):
        return True
    if document_type(title) is None or _COLUMN.fullmatch((title or "").strip()):
        return False
    return "关于" in (title or "") or not _NEWS.search(title or "")


def read_document(
    title: str | None, lines: Sequence[Line], infos: Sequence[Info], above: Sequence[Line] = ()
) -> Document:
    """Read the formal parts of a document from its content lines and its label table.

    ``above`` are lines over the content, where the number stands under a red head.
    """
    declared = first_value(infos, "number") or ""
    number = declared if _DIGIT.search(declared) else _number(title, (*lines[:6], *above))
    addressees = _addressees(lines)
    signing, signed = _signature(lines)
    told = first_value(infos, "issuer")
    issuer = signing if told and signing and signing.endswith(told) else told or signing
    return Document(
        number=number,
        type=document_type(title),
        issuer=issuer or _red_head((*above, *lines[:3])) or _named_in(title),
        addressees=addressees,
        signed=signed or date_of(first_value(infos, "signed") or ""),
    )


def is_formal(document: Document) -> bool:
    """Whether the parts found make this a document whatever its title."""
    return document.number is not None or bool(document.addressees and document.signed)


def _number(title: str | None, lines: Sequence[Line]) -> str | None:
    short = (line.folded for line in lines if len(line.folded) <= _NUMBER_LINE)
    for text in (*short, fold(title or "")):
        if "号" in text and (found := NUMBER.search(text)):
            return found[0].replace(" ", "")
    return None


def _addressees(lines: Sequence[Line]) -> tuple[str, ...]:
    """The first line that ends with a colon and names bodies, near the top."""
    for line in lines[:6]:
        text = line.text.strip()
        if _ADDRESSEES.match(text) and not _NOT_ADDRESSEES.search(line.folded[:-1]):
            if line.indent > 1 and not _UNIT_END.search(re.sub(r"[:：]$", "", text)):
                continue
            return tuple(part.strip() for part in _split_names(text[:-1]) if part.strip())
        if len(text) > 60:
            break
    return ()


def _split_names(text: str) -> list[str]:
    """Split at 、 and ， outside brackets."""
    parts, depth, current = [], 0, ""
    for char in text:
        depth += (char in "（(") - (char in "）)")
        if char in "、，,；;" and depth <= 0:
            parts.append(current)
            current = ""
        else:
            current += char
    return [*parts, current]


def _signature(lines: Sequence[Line]) -> tuple[str | None, Date | None]:
    """The date line near the end and the unit lines above it; annexes may follow them."""
    end = len(lines)
    for at in range(end - 1, -1, -1):
        near = at >= end - 1 - _SIGNATURE_LINES
        apart = lines[at].align == "right" or lines[at].indent > _DEEP
        signed = signature_date(lines[at].text) if near or apart else None
        if signed is None:
            continue
        inline = _unsealed(lines[at].text.strip()[: -len(signed.text)])
        if inline and _UNIT_END.search(inline):
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


def _named_in(title: str | None) -> str | None:
    """The organ that a document's title begins with: 某县人民政府办公室关于…的通知."""
    head, about, _ = (title or "").partition("关于")
    unit = head.strip()
    return unit if about and is_unit_name(fold(unit)) else None


def _red_head(lines: Sequence[Line]) -> str | None:
    """The unit whose paper a document is printed on: ``某县总工会文件`` above its number."""
    for line in lines:
        head = _RED_HEAD.fullmatch("".join(line.text.split()))
        if head and _UNIT_END.search(head[1]):
            return head[1]
    return None


def _signing_unit(line: Line) -> str | None:
    """The unit a line of a signature names, and nothing else."""
    unit = _unsealed(line.text)
    if len(unit) > _LONGEST_UNIT or not _UNIT_END.search(fold(unit)) or _NO_UNIT.search(unit):
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
    whole = all(len(name) >= _SHORTEST_UNIT and _UNIT_END.search(fold(name)) for name in names)
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

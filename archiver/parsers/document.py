"""The formal parts of a 公文: number, type, issuer, addressees, signature and date."""

import re
from collections.abc import Sequence
from typing import Final

from archiver.chinese.fold import fold
from archiver.chinese.traditional import in_both
from archiver.chinese.units import is_unit_name
from archiver.parsers.info.days import date_of
from archiver.parsers.info.info import Info, first_value
from archiver.parsers.info.papers import NUMBER
from archiver.parsers.lines import Line
from archiver.parsers.signature import (
    UNIT_END,
    red_head,
    signature,
    signature_alone,
    signature_under_title,
    without_annexes,
)
from archiver.parsers.words import one_of
from archiver.records import Document

_TYPE_WORDS: Final = """
    通知 意见 办法 细则 方案 规定 制度 决定 决议 通报 报告 请示 批复 函 公告 通告 公示 倡议书
    纪要 总结 计划 要点 条例 规则 章程 预案 启事 简章 规程 标准 守则 公报 议案 命令 规范 须知
    职责 安排 答复 回复 预案
"""
_TYPES: Final = one_of(in_both(_TYPE_WORDS))
# A headline tells what somebody did with a document; a document's own title does not. What is the
# matter of a document goes right before its type: 实施细则, 学习制度, 信息发布办法.
_NEWS: Final = re.compile(
    "出台|推出|发出|审议|通过|传达|颁布|举行|召开|解读|读懂|看懂|图解|速览|一图|制定|下发|获评|受到|联合发文|须执行|将(?:建立|实行|执行)"
    rf"|(?:推行|实施|学习|启动|落实|贯彻|宣讲|征求|披露)(?!(?:工作|活动|管理|意见)?{_TYPES}(?:[(（]|$))"
    "|发布(?!(?:工作|管理)?(?:制度|办法|规定|规程|细则|规则|标准|规范|方案)(?:[(（]|$))"
)
# 通知公告, 规章制度: the name of a column, not of a document.
_COLUMN: Final = re.compile(
    "(?:通知|公告|公示|通告|公报|文件){2,3}|规章制度|政策规定|计划总结|标准规范"
)
_TYPE: Final = re.compile(rf"({_TYPES})(?:[(（〔\[【][^()（）〔〕\[\]【】]{{1,20}}[)）〕\]】])*$")
# 农业部公告第2552号, in brackets behind what it says or alone
_TYPE_AND_NUMBER: Final = re.compile(
    r"(公告|通告|令)\s*(?:[(〔\[]?(?:19|20)\d\d[)〕\]]?年?)?\s*第\s?\d{1,5}\s?号[)）]?$"
)
# 关于转发《…》: the word 通知 behind it is often left out.
_FORWARDED: Final = re.compile(r"关于(?:转发|印发|批转|下发|颁布|公布)[^《]{0,40}《[^》]{2,120}》$")
_OFFICE: Final = re.compile(
    "(?:办公[室厅]|(?:组织|宣传|生产|保障|权益|财务|经济|女工)[一-龥]{0,4}部)$"
)
_DIGIT: Final = re.compile(r"\d")
_ABOUT: Final = re.compile(
    r"关于|(?:(?:19|20)\d\d年度?)?(?:公开|面向[一-龥]{2,6}?){0,2}(?:招聘|招录|招考|招募|选聘|选调|遴选|征集)"
)
_NUMBER_LINE: Final = 40
_HEAD: Final = 3  # lines around the title's end that may say when a paper was passed
_ADDRESSEES: Final = re.compile(r".{2,400}[:：]$")
_NOT_ADDRESSEES: Final = re.compile(
    r"如下|事项|附件|^[一二三四五六七八九十(（\d]|[。；;？?]|通知$|^(?:时间|地点|联系|电话)"
    # the sentence that leads to what is made known
    r"|现[予将就对]|特此|^(?:根据|按照|依据|遵照|依照|鉴于|为[了进加做切认贯推深全表规]|随着|近[期日年来])"
)
# 各乡、镇人民政府; 县直各委、办、局: no body is called by one of these words alone.
_DIVISIONS: Final = "乡镇县市区旗州盟村场"
_BODIES: Final = "委办局厅处科室部所站院校队场系"
_SHARING: Final = re.compile(
    rf"各(?:[{_DIVISIONS}](?:[(（][{_DIVISIONS}][)）])?(?:、[{_DIVISIONS}](?![直级属]))+"
    rf"|[{_BODIES}](?:、[{_BODIES}](?=[、，,；;]|$))+)"
)
# Whose number it is, before the word for its sort: 荆工发〔2014〕17号.
_ORGAN: Final = re.compile(r"([一-鿿]{2,12}?)[发字函通]{0,2}[〔\[【(（﹝［]")


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
    return any(about in (title or "") for about in ("关于", "關於")) or not _NEWS.search(
        title or ""
    )


def read_document(
    title: str | None,
    lines: Sequence[Line],
    infos: Sequence[Info],
    above: Sequence[Line] = (),
    below: Sequence[Line] = (),
) -> Document:
    """Read the formal parts of a document from its content lines and its label table.

    ``above`` are lines over the content, where the number stands under a red head; ``below`` those
    under it, where a paper that is a table of its parts is signed.
    """
    declared = first_value(infos, "number") or ""
    number = declared if _DIGIT.search(declared) else _number(title, (*lines[:6], *above))
    addressees = _addressees(lines)
    signing, signed = signature(without_annexes(title, lines))
    if signed is None and is_document_title(title):
        signing, signed = signature_under_title((*above[-_HEAD:], *lines[:_HEAD]))
    if signed is None and signing is None:
        signing, signed = signature_alone(below)
    printed = (signing, red_head((*above, *lines[:3])), _named_in(title))
    return Document(
        number=number,
        type=document_type(title),
        issuer=_issuer(first_value(infos, "issuer"), [name for name in printed if name]),
        addressees=addressees,
        signed=signed or date_of(first_value(infos, "signed") or ""),
    )


def with_issuer(document: Document | None, owners: Sequence[str | None]) -> Document | None:
    """``document``, issued by the owner of the site if it names nobody and its number fits.

    荆工发〔2014〕17号 is a number of 荆门市总工会; 荆工办发 is one of its office.
    """
    if document is None or document.issuer or not document.number:
        return document
    organ = _ORGAN.match(document.number)
    owner = next((name for name in owners if name and organ and _is_short(organ[1], name)), None)
    return document.model_copy(update={"issuer": owner}) if owner else document


def is_formal(document: Document) -> bool:
    """Whether the parts found make this a document whatever its title; persons sign letters."""
    signed = document.addressees and document.signed and document.issuer
    return document.number is not None or bool(signed)


def _number(title: str | None, lines: Sequence[Line]) -> str | None:
    short = (line.folded for line in lines if len(line.folded) <= _NUMBER_LINE)
    for text in (*short, fold(title or "")):
        if "号" in text and (found := NUMBER.search(text)):
            return found[0].replace(" ", "")
    return None


def _addressees(lines: Sequence[Line]) -> tuple[str, ...]:
    """The lines that end with a colon and name bodies, near the top: mostly one."""
    named: list[str] = []
    for line in lines[:6]:
        text = line.text.strip()
        if _ADDRESSEES.match(text) and not _NOT_ADDRESSEES.search(line.folded[:-1]):
            body = UNIT_END.search(re.sub(r"[:：]$", "", text)) is not None
            if body or (not named and line.indent <= 1):
                named += [part.strip() for part in _split_names(text[:-1]) if part.strip()]
        elif named or len(text) > 60:
            break
    return tuple(named)


def _split_names(text: str) -> list[str]:
    """Split at 、 and ， outside brackets and between what shares 各 or the body's name."""
    shared = {at for found in _SHARING.finditer(text) for at in range(*found.span())}
    parts, depth, current = [], 0, ""
    for at, char in enumerate(text):
        depth += (char in "（(") - (char in "）)")
        if char in "、，,；;" and depth <= 0 and at not in shared:
            parts.append(current)
            current = ""
        else:
            current += char
    return [*parts, current]


def _issuer(told: str | None, printed: Sequence[str]) -> str | None:
    """Who issued a paper, by the full name where the index has it short: 市安委办."""
    first = printed[0] if printed else None
    if told is None or told in printed:
        return told or first
    body = _OFFICE.sub("", told)  # an office puts up what its body signs
    if body != told and (signed := _among(body, printed)):
        return signed
    return _among(told, printed) or told


def _among(body: str, printed: Sequence[str]) -> str | None:
    """The printed name of a body, or the first that it is short for."""
    if body in printed:
        return body
    return next((name for name in printed if _is_short(body, name)), None)


def _is_short(short: str, name: str) -> bool:
    """Whether a name has all characters of a shorter one in order, as abbreviations do."""
    left = iter(name)
    return len(short) < len(name) and all(char in left for char in short)


def _named_in(title: str | None) -> str | None:
    """The organ that a title begins with: 某县人民政府办公室关于…的通知, 某局公开招聘…公告."""
    found = _ABOUT.search(title or "")
    unit = found.string[: found.start()].strip() if found else ""
    return unit if is_unit_name(fold(unit)) else None

"""What a page prints about its site: owner, organiser, address, phone, maker, licence."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from archiver.chinese.fold import fold
from archiver.chinese.traditional import in_both
from archiver.parsers.lines import Line
from archiver.parsers.words import one_of
from archiver.records import SiteFacts

_ROLES: Final = {
    "owner": "版权所有 版权所有/主办单位 版权 版权单位",
    "organiser": "主办 主办单位 主办方 网站主办",
    "address": """
        地址 联系地址 单位地址 办公地址 通讯地址 通信地址 详细地址 机关地址
        会址 校址 院址 社址 厂址 馆址 局址 add address
    """,
    "phone": """
        电话 联系电话 办公电话 咨询电话 值班电话 服务电话 客服电话 热线电话 总机 总机电话
        热线 服务热线 咨询热线 客服热线 新闻热线 值班热线 tel
    """,
    "producer": """
        制作 制作单位 网站制作 网页制作 设计制作 制作维护 技术支持 技术支持单位 开发 开发单位
        网站开发 网站建设 网站设计 制作与维护 制作及维护 设计维护 设计与制作
    """,
    "other": """
        主管 主管单位 承办 承办单位 协办 协办单位 传真 fax 邮编 邮政编码 邮箱 电子邮箱 投稿邮箱
        电子信箱 信箱 电子邮件 e-mail email 网址 维护 维护单位 运行维护 运行维护单位 运维单位
        建设单位 设计 网络带宽提供
        网站标识码 ICP证 ICP证号 ICP备案号 备案号 备案编号 网警备案号 投诉电话
        举报电话 监督电话 举报热线 监督热线 投诉热线 维权热线 招生咨询 copyright 建议
    """,
}
_LABELS: Final = "|".join(
    f"(?P<{role}>{one_of(in_both(words), padded=True)})" for role, words in _ROLES.items()
)
_PAIR: Final = re.compile(rf"(?:{_LABELS})\s*[:©]", re.IGNORECASE)
_PROVINCE: Final = "[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼陇滇黔蜀秦港澳]"
_ICP: Final = re.compile(
    rf"{_PROVINCE}\s?ICP\s?[备证]\s?[案字]?\s?\d{{5,10}}\s?号?(?:-\d{{1,3}})?", re.IGNORECASE
)
_PHONE: Final = re.compile(
    r"(?:\(?0\d{2,3}\)?\s?[-—]?\s?)?\d{7,8}(?:-\d{1,5})?(?!\d)|1[3-9]\d{9}"
    r"|(?:\+?\(?85[23]\)?[ -]?)?[235689]\d{3}[ -]\d{4}(?!\d)"  # of Hong Kong and Macau
    r"|[48]00-\d{3,4}-\d{3,4}|\(?0\d{2,3}\)?[- ]1?\d{4,5}(?!\d)"
)
_VALUE_END: Final = re.compile(
    rf"\s{{2,}}|[|｜│¦]|\s?(?-i:[一-鿿]){{2,6}}\s?:|未经|建议|请使用|\(?{_PROVINCE}\)?\s?ICP|公网安备"
    r"|copyright|all rights|power|©|\(C\)|\s\(?0\d{2,3}\)?-\d"
    r"|邮(?:政编码|编)\s?\d|\s(?-i:[一-鿿]){2,30}主\s?办",
    re.IGNORECASE,
)
# A name of a body ends at a blank when something else follows.
_BODY_END: Final = re.compile(r"(?<=[会局府院校学司心办委室社厂处站馆团部网])\s")
_OWNED: Final = r"版\s*[权權]\s*所\s*有"
_HOLDER: Final = re.compile(rf"{_OWNED}|copyright|©|\(c\)|all rights reserved", re.IGNORECASE)
_YEAR: Final = r"(?:19|20)\d{2}\s?年?"
# What stands between a mark of ownership and the name beside it.
_BETWEEN: Final = re.compile(
    r"copyright|©|\(c\)|all rights? reserved?|\bby\b"
    rf"|{_YEAR}(?:\s?[-—~至]+\s?(?:{_YEAR}|\d\d\b|今|now))?"
    rf"|\(?{_PROVINCE}?\)?\s?ICP[\s备证案字号\d-]*|power.{{0,40}}|{_OWNED}",
    re.IGNORECASE,
)
_LABEL_HEAD: Final = re.compile(r"[\s|][一-鿿]{1,4}$")
_HAN: Final = re.compile("[一-鿿]{2}")
_CODE: Final = re.compile(r"(?=[A-Za-z]*\d)(?=\d*[A-Za-z])[A-Za-z0-9]{5,24}")
# The name may go before the word for its part, without a colon.
_NAME: Final = r"[一-鿿][一-鿿“”·()]{3,29}"
_ORGANISER_BEFORE: Final = re.compile(
    rf"(?:^|[\s|,;、])({_NAME}?)\s{{0,4}}主\s{{0,4}}办(?![单位方:\s]*:)(?=$|[\s|,;、。])"
)
_PRODUCER_BEFORE: Final = re.compile(
    rf"(?:^|[\s|,;、])({_NAME}?)\s?(?:设计制作|制作维护|承建|制作|技术支持)(?!单位)(?=$|[\s|,;、。])"
)
_BEFORE: Final = {"organiser": _ORGANISER_BEFORE, "producer": _PRODUCER_BEFORE}
# A telephone in the place of a name, or the label of the next value.
_NO_NAME: Final = re.compile(rf"[\d\s()+、,-]+|(?:{_LABELS})", re.IGNORECASE)
_USUAL: Final = 2_000  # characters of a footer
_MARKS: Final = " \t|｜,;、。.-—·/!"


def site_facts(lines: Sequence[Line]) -> SiteFacts:
    """Facts from the lines of the footer; the first value of each kind counts."""
    texts = tuple(map(_with_bars, lines))
    return _remembered(texts) if sum(map(len, texts)) <= _USUAL else _facts(texts)


def _with_bars(line: Line) -> str:
    """The folded line with a bar before each link: what stands before it ends there.

    A link right behind a label is its value.
    """
    text, at = line.folded, 0
    if not line.anchors or ":" not in text:
        return text
    parts: list[str] = []
    for anchor in line.anchors:
        found = text.find(fold(anchor.text).strip(), at)
        before = text[at:found].rstrip() if found > at else ""
        if before and before[-1] not in ":|" and text[found - 1].isspace():
            parts += [text[at:found], "| "]
            at = found
    return "".join((*parts, text[at:]))


def _facts(texts: tuple[str, ...]) -> SiteFacts:
    found: dict[str, str] = {}
    waiting: str | None = None  # a label that ends its line; its value stands on the next
    for text in texts:
        matches = list(_PAIR.finditer(text))
        if waiting and not matches and (value := _value(waiting, text)):
            found.setdefault(waiting, value)
        waiting = None
        if matches and matches[0].lastgroup != "owner":
            _owner_beside(text[: _label_start(text, matches[0])], found)
        ends = [*(_label_start(text, match) for match in matches[1:]), len(text)][: len(matches)]
        for match, end in zip(matches, ends, strict=True):
            role = match.lastgroup or ""
            value = _value(role, text[match.end() : end])
            if value and role != "other":
                found.setdefault(role, value)
            elif not text[match.end() :].strip():
                waiting = role
        if licence := _ICP.search(text):
            found.setdefault("icp", licence[0].replace(" ", ""))
        for role, pattern in _BEFORE.items():
            if before := pattern.search(text):
                found.setdefault(role, before[1].strip(_MARKS))
        _owner_beside(text, found)
    found.pop("other", None)
    return SiteFacts(**found)


_remembered = lru_cache(maxsize=256)(_facts)  # the pages of a site share their footer


def _label_start(text: str, label: re.Match[str]) -> int:
    """Where a label begins with the words that belong to it: 急救电话, 网站维护."""
    more = _LABEL_HEAD.search(text, max(0, label.start() - 6), label.start())
    return more.start() if more else label.start()


def _owner_beside(text: str, found: dict[str, str]) -> None:
    """The name beside 版权所有, else beside ``Copyright`` or ©: before the mark or after it."""
    if "owner" in found or _HOLDER.search(text) is None:
        return
    owned = re.search(_OWNED, text)
    sides = [text[: owned.start()], text[owned.end() :]] if owned else ["", text]
    for side, part in enumerate(sides):
        names = [piece for piece in _BETWEEN.sub("|", part).split("|") if piece.strip(_MARKS)]
        for piece in reversed(names) if side == 0 else names[:1]:
            words = re.split(r"[\s:,;。]+", piece.strip(_MARKS + ":"))
            word = words[-1 if side == 0 else 0]
            if _HAN.search(word) or _CODE.fullmatch(word):
                if value := _value("owner", word):
                    found["owner"] = value
                return


def _value(role: str, text: str) -> str | None:
    value = text.strip(_MARKS)
    if role == "phone":
        number = _PHONE.search(_ICP.split(value)[0])
        return number[0].strip() if number else None
    if role in ("owner", "organiser"):
        value = re.sub(rf"^(?:{_YEAR}[\s\-—~]*)+", "", value).strip(_MARKS)
    end = _VALUE_END.search(value)
    value = (value[: end.start()] if end else value).strip(_MARKS)
    if role in ("owner", "organiser"):
        value = _BODY_END.split(value)[0]
    if value.count("(") > value.count(")"):
        value = value[: value.rindex("(")].strip(_MARKS)
    if role in ("owner", "organiser", "producer") and _NO_NAME.fullmatch(value):
        return None
    return value or None

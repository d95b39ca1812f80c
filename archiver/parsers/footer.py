"""What a page prints about its site: owner, organiser, address, phone, maker, licence."""

import re
from collections.abc import Sequence

from archiver.parsers.lines import Line
from archiver.parsers.words import one_of
from archiver.records import SiteFacts

_ROLES = {
    "owner": "版权所有 版权所有/主办单位",
    "organiser": "主办 主办单位 主办方",
    "address": "地址 联系地址 单位地址 办公地址 通讯地址 通信地址 详细地址",
    "phone": "电话 联系电话 办公电话 咨询电话 值班电话",
    "producer": "制作 制作单位 网站制作 技术支持 开发 开发单位 网站开发",
    "other": """
        承办 承办单位 协办 协办单位 传真 邮编 邮政编码 邮箱 电子邮箱 投稿邮箱 电子信箱 信箱
        电子邮件 e-mail email 网址 维护 维护单位 设计 网络带宽提供 网站标识码 政府网站标识码
        ICP证 ICP证号 ICP备案号 备案号 网警备案号 投诉电话 举报电话 监督电话 招生咨询 copyright
        建议
    """,
}
_LABELS = "|".join(f"(?P<{role}>{one_of(words, padded=True)})" for role, words in _ROLES.items())
_PAIR = re.compile(rf"(?:{_LABELS})\s*(?::|©|(?<=所有)\s)", re.IGNORECASE)
_PROVINCE = "[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼陇滇黔蜀秦港澳]"
_ICP = re.compile(rf"{_PROVINCE}\s?ICP\s?[备证]\s?字?\s?\d{{5,10}}\s?号?(?:-\d{{1,3}})?")
_PHONE = re.compile(r"(?:\(?0\d{2,3}\)?[- ]?)?\d{7,8}(?:-\d{1,5})?(?!\d)|1[3-9]\d{9}")
_VALUE_END = re.compile(
    rf"\s{{2,}}|[|｜│¦]|\s?[一-鿿]{{2,6}}\s?:|未经|建议|请使用|{_PROVINCE}\s?ICP|公网安备|copyright"
    r"|all rights|power|©|\(C\)",
    re.IGNORECASE,
)
# A name of a body ends at a blank when something else follows.
_BODY_END = re.compile(r"(?<=[会局府院校学司心办委室社厂处站馆团部网])\s")
_NAME = r"[一-鿿][一-鿿“”·()]{3,29}"
_MARK = r"(?:copyright|©|\(c\))"
_OWNED = r"版\s*权\s*所\s*有"
_OWNER_BEFORE = re.compile(rf"{_MARK}?[\s©\d\-—.]*({_NAME}?)\s*{_OWNED}", re.IGNORECASE)
_OWNER_AFTER = re.compile(
    rf"{_OWNED}\s*[:©]?\s*(?:\(c\)|©)?[\s\d\-—]*([^\s:©|｜]{{2,40}})", re.IGNORECASE
)
_OWNER_MARKED = re.compile(rf"{_MARK}(?:\s|{_MARK}|[\d\-—.,年])*({_NAME})", re.IGNORECASE)
# The name may go before the word for its part, without a colon.
_ORGANISER_BEFORE = re.compile(
    rf"(?:^|[\s|,;、])({_NAME}?)\s?主\s?办(?![单位方:\s]*:)(?=$|[\s|,;、。])"
)
_PRODUCER_BEFORE = re.compile(
    rf"(?:^|[\s|,;、])({_NAME}?)\s?(?:设计制作|制作维护|制作|技术支持)(?!单位)(?=$|[\s|,;、。])"
)
_BEFORE = {"organiser": _ORGANISER_BEFORE, "producer": _PRODUCER_BEFORE}
_MARKS = " \t|,;、。.-—·/"


def site_facts(lines: Sequence[Line]) -> SiteFacts:
    """Facts from the lines of the footer; the first value of each kind counts."""
    found: dict[str, str] = {}
    for line in lines:
        text = line.folded
        if before := _OWNER_BEFORE.search(text):
            found.setdefault("owner", before[1].strip(_MARKS))
        matches = list(_PAIR.finditer(text))
        ends = [*(match.start() for match in matches[1:]), len(text)][: len(matches)]
        for match, end in zip(matches, ends, strict=True):
            role = match.lastgroup or ""
            value = _value(role, text[match.end() : end])
            if value and role != "other":
                found.setdefault(role, value)
        licence = _ICP.search(text)
        if licence:
            found.setdefault("icp", licence[0].replace(" ", ""))
        for role, pattern in _BEFORE.items():
            if before := pattern.search(text):
                found.setdefault(role, before[1])
        owner = _OWNER_AFTER.search(text) or _OWNER_MARKED.search(text)
        if owner and (name := _value("owner", owner[1])):
            found.setdefault("owner", name)
    return SiteFacts(**found)


def _value(role: str, text: str) -> str | None:
    value = text.strip(_MARKS)
    if role == "phone":
        number = _PHONE.search(value)
        return number[0].strip() if number else None
    end = _VALUE_END.search(value)
    value = (value[: end.start()] if end else value).strip(_MARKS)
    if role in ("owner", "organiser"):
        value = _BODY_END.split(re.sub(r"^[\s\d\-—]+", "", value))[0]
    return value or None

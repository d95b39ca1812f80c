"""The value behind a label: where it ends, and how the page prints it."""

import re
from typing import Final

from archiver.parsers.lines import Line
from archiver.parsers.printed import as_printed

BRACKETS: Final = " \t|【】〖〗『』[]()<>/·;,、-—_#"
_PAIRED: Final = (("(", ")"), ("[", "]"))
_END_OF_VALUE: Final = re.compile(
    r"\s{2,}|\t|[【\[](?!\s?(?:19|20)\d\d\s?[】\]])|\||\s(?:19|20)\d\d[-年/.]|\s[一-鿿]{2,6}\s?:|[(（]点击"
    r"|\s(?:记者|通讯员|编辑|作者)\s"
    r"|\s已[经有]|\s(?:打印|关闭|字[号体]|分享|收藏|点击|浏览|阅读|评论(?!员)|手机看|下载)|(?:发表|我要|网友)评论|返回(?:上一?[页级]|列表|首页)|\d+\s?条评论"
    r"|(?<=[一-鿿》])(?:19|20)\d\d(?:-\d\d?-|年\d\d?月)\d|(?:举报|参与互动|我要纠错)$"
)
TOOLS_ONLY: Final = re.compile(r"[大中小特\s]+|(?:字[号体]|打印|关闭|收藏|分享)[大中小\s]*")


def value_of(text: str) -> str:
    """What follows a label, up to where something else begins; empty if nobody filled it in."""
    value = text.strip(BRACKETS + "。")
    end = _END_OF_VALUE.search(value)
    value = (value[: end.start()] if end else value).strip(BRACKETS)
    if value.upper() == "NULL" or value.startswith("{{") or TOOLS_ONLY.fullmatch(value):
        return ""
    return balanced(value)


def printed_value(value: str, line: Line) -> str:
    """``value`` of the folded line as the page prints it."""
    if value in line.text:
        return value
    return as_printed(line.text, value)


def balanced(value: str) -> str:
    """Give back the closing bracket that stripping took: ``日报(上海``."""
    for opening, closing in _PAIRED:
        if value.count(opening) > value.count(closing):
            value += closing
    return value

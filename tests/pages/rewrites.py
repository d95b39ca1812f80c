"""The same page in another markup: what a reader sees stays, how it is written changes."""

import re
from collections.abc import Callable

_ANY = re.IGNORECASE | re.DOTALL


_PARAGRAPH = re.compile(
    r"<p(?=[\s>])([^>]*)>((?:(?!</?(?:p|pre|div|table|t[dr]|body)[\s>]).)*)</p>", _ANY
)
"""One that is closed and holds no other block: neither ``<pre>`` nor ``<param>`` is any."""


def _each_paragraph(page: str, shape: str) -> str:
    return _PARAGRAPH.sub(shape, page)


def divisions(page: str) -> str:
    return re.sub(r"<p(?=[\s>])", "<div", re.sub("</p>", "</div>", page, flags=_ANY), flags=_ANY)


def rows(page: str) -> str:
    return _each_paragraph(page, r'<table width="100%"><tr><td\1>\2</td></tr></table>')


def nested_tables(page: str) -> str:
    shape = r"\1<table><tr><td><table><tr><td>\2</td></tr></table></td></tr></table></body>"
    return re.sub(r"(<body[^>]*>)(.*)</body>", shape, page, flags=_ANY)


def unclosed(page: str) -> str:
    return re.sub("</p>", "", page, flags=_ANY).replace("<p", "<P")


def indented_source(page: str) -> str:
    return re.sub(
        r"(<(?:p|div|td|tr|table|li|h\d)(?=[\s>])[^>]*>)", r"\n      \1\n        ", page, flags=_ANY
    )


def fonts(page: str) -> str:
    return _each_paragraph(page, r'<p\1><font face="宋体" size="3">\2</font></p>')


def spans(page: str) -> str:
    head, body = re.split(r"(?=<body)", page, maxsplit=1, flags=_ANY)
    return head + re.sub(r"([一-龥]{4})(?=[一-龥]{2})(?![^<]*>)", r"<span>\1</span>", body)


def hard_blanks(page: str) -> str:
    return page.replace("　", "&nbsp;&nbsp;")


def no_indents(page: str) -> str:
    return re.sub(r"text-indent:\s*[\w.]+;?", "", page.replace(">　　", ">"))


def narrow_punctuation(page: str) -> str:
    return "".join(chr(ord(c) - 0xFEE0) if c in "，：；（）？！" else c for c in page)


def broken_lines(page: str) -> str:
    return _each_paragraph(page, r"\2<br>\n")


def not_bold(page: str) -> str:
    return re.sub(r"</?(b|strong)>", "", page, flags=_ANY)


def not_aligned(page: str) -> str:
    align = r'\salign="?(center|right)"?|text-align:\s*(center|right);?'
    return re.sub(align, "", page, flags=_ANY)


def plain(page: str) -> str:
    return not_bold(not_aligned(page))


def site_title(page: str) -> str:
    return re.sub("<title>.*?</title>", "<title>工作网</title>", page, flags=_ANY)


def blank_paragraphs(page: str) -> str:
    return re.sub("</p>", "</p><p>&nbsp;</p>", page, flags=_ANY)


def old_source(page: str) -> str:
    return unclosed(indented_source(nested_tables(page)))


def office_source(page: str) -> str:
    return spans(fonts(hard_blanks(page)))


def _on_top(page: str, box: str) -> str:
    return re.sub(r"(<body[^>]*>)", rf"\1{box}", page, count=1, flags=_ANY)


def label_column(page: str) -> str:
    return _on_top(page, "<div>首页 概况<br>站内搜索<br>帮助</div>")


def box_heading(page: str) -> str:
    return _on_top(page, "<h3>工作动态</h3>")


def recent_issues(page: str) -> str:
    titles = ("县里召开春季造林动员会", "工会信息2010年第3期", "工会信息2010年第2期")
    items = "".join(f'<li><a href="/{title}.html">{title}</a></li>' for title in titles)
    return _on_top(page, f"<div><b>工作动态</b><ul>{items}</ul></div>")


HARMLESS: tuple[Callable[[str], str], ...] = (
    divisions,
    rows,
    old_source,
    office_source,
    no_indents,
    narrow_punctuation,
)
"""Rewrites that take nothing from a reader: every figure stays what it was."""

POORER: tuple[Callable[[str], str], ...] = (
    broken_lines,
    not_bold,
    not_aligned,
    plain,
    site_title,
    blank_paragraphs,
    label_column,
    box_heading,
    recent_issues,
)
"""Rewrites that take away a sign a reader would have used, or put others beside it."""

"""A page's markup rewritten so that browsers show the same: what is read must not change."""

import re
from collections.abc import Callable

_CODE = re.compile(r"(?is)<(script|style|textarea|title)\b.*?</\1\s*>|<!--.*?-->")
_BLOCK = r"(?:p|div|tr|td|table|ul|li|h\d|section|article|dl|dt|dd|header|footer)"
_BETWEEN = re.compile(rf"(</(?:{_BLOCK}|body)>)(\s*)(<{_BLOCK}\b)")
_SPACED = re.compile(rf"(</(?:{_BLOCK}|body)>)\s+(<{_BLOCK}\b)")
_TEXT = re.compile(r">([^<>]{6,}?)<")


def _outside_code(rewrite: Callable[[str], str]) -> Callable[[str], str]:
    """``rewrite`` for all of a page but its scripts, styles and comments."""

    def rewritten(page: str) -> str:
        out, at = [], 0
        for code in _CODE.finditer(page):
            out += [rewrite(page[at : code.start()]), code[0]]
            at = code.end()
        return "".join([*out, rewrite(page[at:])])

    return rewritten


def _within(tag: str) -> Callable[[re.Match[str]], str]:
    def element(text: re.Match[str]) -> str:
        return f"><{tag}>{text[1]}</{tag.split()[0]}><" if text[1].strip() else text[0]

    return element


def _capitals(page: str) -> str:
    return re.sub(r"<(/?)([a-z][a-z0-9]*)(?=[\s>/])", lambda m: f"<{m[1]}{m[2].upper()}", page)


REWRITTEN: dict[str, Callable[[str], str]] = {
    "capitals": _outside_code(_capitals),
    "source lines": _outside_code(lambda page: _BETWEEN.sub(r"\1\n\t\3", page)),
    "no source lines": _outside_code(lambda page: _SPACED.sub(r"\1\2", page)),
    "comments": _outside_code(lambda page: re.sub(r"(</(?:p|div|td|li)>)", r"\1<!-- e -->", page)),
    "spans": _outside_code(lambda page: _TEXT.sub(_within('span lang="zh-CN"'), page)),
    "fonts": _outside_code(lambda page: _TEXT.sub(_within('font face="宋体"'), page)),
}

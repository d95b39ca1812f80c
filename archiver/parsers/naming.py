"""What a page is called, and who is named as its source and its author."""

import re
from typing import Final

from archiver.chinese.fold import comparison_key, fold, one_line
from archiver.parsers.bulletin.numbering import read_numbering
from archiver.parsers.chrome.posts import writer_of
from archiver.parsers.declared import declared
from archiver.parsers.headline.titletag import own_parts, parts_of
from archiver.parsers.info.info import first_value
from archiver.parsers.kind import site_at_home
from archiver.parsers.layout.layout import Layout
from archiver.parsers.text import Text

_IN_ENGLISH: Final = re.compile(r"(?<=^[一-鿿]{4})\s*[A-Z][A-Za-z &]{2,30}$")  # 工作动态 News
_PAGE_OF_LIST: Final = re.compile(r"(?<=\S)[\s_-]*[(（]?第\s?\d{1,4}\s?页[)）]?$")
_LETTERS: Final = 2  # more, with a blank between each two, are one word


def title_of(layout: Layout, text: Text, url: str | None) -> str | None:
    """The page's title, without the blanks of a spaced one."""
    return _unspaced(_title(layout, text, url))


def named_in(layout: Layout, text: Text) -> dict[str, str | None]:
    """The source and the author: of the information lines, else of what the page declares.

    What stands below the last of an issue's articles names the source of that alone. A reporter is
    an author.
    """
    infos = [*layout.infos.values(), *layout.told]
    said = list(layout.infos.values()) if text.issue else infos
    infos = said if len(text.articles) > 1 else infos
    return {
        "source": first_value(said, "source")
        or first_value(infos, "source")
        or declared(layout.markup, "contentsource"),
        "author": first_value(said, "author")
        or first_value(infos, "author")
        or first_value(said, "撰稿")
        or first_value(said, "记者")
        or (writer_of(layout.markup) if text.kind == "article" else None)
        or declared(layout.markup, "author"),
    }


def _title(layout: Layout, text: Text, url: str | None) -> str | None:
    """The headline; an issue that the page's title does not name is called as it calls itself."""
    title = layout.headline.text
    issue = text.issue
    if text.kind == "listing":
        if column := layout.list_column(text.first):
            title = column
        elif home := site_at_home(layout.markup.title, url):
            title = home
        elif not layout.is_headed(text.first):
            title = layout.column() or layout.list_heading(text.first) or _in_tag(layout) or title
        return title and _IN_ENGLISH.sub("", _PAGE_OF_LIST.sub("", title))
    if issue is None or layout.headline.lines or not issue.series:
        return title
    if title and comparison_key(issue.series) in comparison_key(title):
        return _numbered(title, layout.markup.title)
    first = layout.content[0].text if layout.content else ""
    if issue.label and comparison_key(issue.label) in comparison_key(first):
        return one_line(first)
    return f"{issue.series}{issue.label or ''}"


def _in_tag(layout: Layout) -> str | None:
    """What the title tag calls a list whose headline found is one of its items; None elsewhere."""
    parts = parts_of(layout.markup.title) if layout.headline.lines else []
    return next(iter([*own_parts(parts), *parts]), None)


def _numbered(name: str, tag: str | None) -> str:
    """The name printed over an issue, with the number that the title tag has behind it."""
    key = comparison_key(name)
    for part in parts_of(tag):
        longer = comparison_key(part)
        if longer.startswith(key) and longer != key:
            return part if read_numbering(fold(part)) else name
    return name


def _unspaced(title: str | None) -> str | None:
    """工 会 简 报 is 工会简报, spaced out in print."""
    letters = (title or "").split()
    spaced = len(letters) > _LETTERS and all(len(letter) == 1 for letter in letters)
    return "".join(letters) if spaced else title

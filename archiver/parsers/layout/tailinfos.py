"""Information lines below the text, and what lines of the text say of the page."""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from archiver.parsers.bulletin.names.contributors import read_labelled, read_parenthesised
from archiver.parsers.bulletin.names.labelled import is_empty_label
from archiver.parsers.chrome.linekind import LineKind
from archiver.parsers.info.days import date_of
from archiver.parsers.info.info import Info
from archiver.parsers.info.labelled import read_info
from archiver.parsers.info.unlabelled import read_loose_info
from archiver.parsers.layout.infolines import NEAR
from archiver.parsers.lines import Line
from archiver.parsers.markup.html import Markup

_SHORT: Final = 40  # characters
_SOURCE: Final = re.compile(
    r"(?!.*\d{4})[(\[【]?(?:作者\s?:\s?\S{2,8}\s+)?(?:信息|稿件|文章|新闻|内容|本文)?来\s*源\s*[:丨|]"
)
_REPORTER: Final = re.compile(r"(?:19|20)\d\d.{4,9}\s+(?:记者|通讯员)\s*[:一-鿿]")
_FILED: Final = re.compile(r"(?:[本此]条目|本文)?(?:发布|发表)[于在]")
_COUNTED: Final = re.compile(
    r"(?:19|20)\d\d[-./]\d\d?[-./]\d\d?\b.*(?:阅读?|浏览|点击|查看|人气)量?\s?[:(]?\s?\d+"
)


def filed_on(markup: Markup, kinds: Sequence[LineKind]) -> list[Info]:
    """The day on the line that says below a post where it is filed: 发布于2015年4月13日."""
    for n, given in markup.times:
        if n < len(kinds) and kinds[n] == "related" and _FILED.match(markup.lines[n].folded):
            return [Info((), day=date_of(given))]
    return []


def infos_below(kinds: Sequence[LineKind], found: Mapping[int, Info], last: int) -> dict[int, Info]:
    """The information lines right below the text, whose last line is ``last``."""
    infos: dict[int, Info] = {}
    for n in range(last + 1, min(last + 1 + NEAR, len(kinds))):
        if kinds[n] not in ("text", "tools"):
            break
        if n in found and found[n].pairs:
            infos[n] = found[n]
    return infos


def take_tail_infos(content: list[Line], *, issue: bool) -> dict[int, Info]:
    """Label lines below the text that name no contributor of it: 本文来源, 责任编辑 of the site.

    A label that nobody filled in (撰稿人:) is the site's, and so is the source above it. Below an
    ``issue``, so is the day of the last change, and 印发日期 the issue's own; elsewhere a list's
    last item may end with its day.
    """
    infos: dict[int, Info] = {}
    stamped = False
    while content and len(infos) < NEAR:
        line = content[-1]
        stamped = stamped or is_empty_label(line.folded)
        info = Info(()) if is_empty_label(line.folded) else read_info(line)
        if info is None or info.bare:
            break
        if says_signing(info) if issue else _is_dated(info) and not _is_sourced(content[:-1]):
            break
        byline = read_labelled(line.folded) or read_parenthesised(line.folded)
        if not stamped and (not info.pairs or byline):
            break
        infos[content.pop().number] = info
    return infos


def _is_dated(info: Info) -> bool:
    return any(role == "published" for role, _ in info.pairs)


def _is_sourced(content: Sequence[Line]) -> bool:
    """Whether the last line names the source of the text, and nothing else."""
    info = read_info(content[-1]) if content else None
    return info is not None and [role for role, _ in info.pairs] == ["source"]


def says_signing(info: Info) -> bool:
    """Whether a line says when a text was made, and nothing else."""
    return not info.in_box and {role for role, _ in info.pairs} == {"signed"}


def told_in(content: Sequence[Line]) -> list[Info]:
    """The day of a byline above the text, and the source named below it."""
    told = [info for line in content[:2] if (info := _byline_day(line))]
    for line in content[-NEAR:]:
        if len(line.folded) <= _SHORT and _SOURCE.match(line.folded) and (info := read_info(line)):
            pairs = tuple(pair for pair in info.pairs if pair[0] == "source")
            # Behind a bar it is a credit: a name on the information line goes before it.
            told.append(Info(pairs, is_stamp=":" not in line.folded))
    return told


def _byline_day(line: Line) -> Info | None:
    """某某日报 2014年5月6日 记者 某某: the names are the text's own, the day is the page's."""
    if len(line.folded) > _SHORT or not _REPORTER.search(line.folded):
        return None
    return read_loose_info(line)


def counted_below(content: list[Line]) -> dict[int, Info]:
    """Day and count of readers that end the text: 2018-09-14 · 编辑部 · 阅 96.

    In a list they stand below every entry.
    """
    counted = [line for line in content if not line.anchors and _COUNTED.match(line.folded)]
    if len(counted) != 1 or counted[0] is not content[-1] or len(counted[0].folded) > _SHORT:
        return {}
    info = read_loose_info(counted[0])
    return {content.pop().number: info} if info else {}

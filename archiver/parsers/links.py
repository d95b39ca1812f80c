"""The links of a page as records: items, notices and law cases, neighbours, navigation."""

import re
from collections.abc import Sequence, Set
from functools import lru_cache
from operator import itemgetter
from typing import Final, TypedDict

from pydantic import TypeAdapter

from archiver.chinese.fold import comparison_key, fold, one_line
from archiver.parsers.attachment import is_file
from archiver.parsers.chrome.linekind import BEFORE_ADJACENT, NEIGHBOUR, LineKind
from archiver.parsers.chrome.neighbours import side_of, sides_said
from archiver.parsers.hrefs import absolute
from archiver.parsers.integrity.trades import is_poisoned
from archiver.parsers.lists.blocks import NAVIGATION_LENGTH
from archiver.parsers.lists.items import Item
from archiver.parsers.lists.listing import LinkList
from archiver.parsers.markup.html import Markup
from archiver.records import Date, Link
from archiver.records.page import LinkBlock

_NOTICE: Final = re.compile(
    r"通知|公告|公示|通告|通报|关于|办法|细则|制度|印发|意见|方案|规定|决定"
)
_NOTICE_HEAD: Final = re.compile(r"通知|公告|公示|文件|通报")
_CASE_HEAD: Final = re.compile(r"以案|说法|案例|案件|维权|法律|法治|法制|普法")
_ADJACENT_LABEL: Final = re.compile(rf"([上下前后後])(?:{NEIGHBOUR}|一?[页頁]|一期)")
# Every branch begins with a letter or sign, which makes the search fast.
_CASE: Final = re.compile(
    r"法院|判(?:决|定|赔|例|了|$)|认定|视为|劳动合同|试用期|年终奖|辞职|被辞|辞退|解雇|开除|工伤|赔偿|获赔|补偿|状告|"
    r"告上|仲裁|案例?$|加班|工资怎么|讨薪|欠薪|起诉|败诉|胜诉|违法|合法|侵权|是否|能否|该不该|怎么算|\?$|？$"
)
_NO_NEIGHBOUR: Final = re.compile("[没沒]有|[无無](?![一-鿿])")
_ADJACENT_START: Final = re.compile(
    rf"^{BEFORE_ADJACENT}[上下前后後](?:{NEIGHBOUR}|一?[页頁])"
    r"[\s·>»›→▶►◀←«<|\])】:：]*"
)

_BACK: Final = re.compile(
    r"(?:返回|回到?)(?:本期|上级|新[闻聞])?(?:列表页?|[目栏欄][录錄目]|首页|[顶頂]部|上一?[级級])?"
)
_ARROWS: Final = " ←→«»‹›"

_LINKS: Final = TypeAdapter(tuple[Link, ...])  # all at once: half the time of one after the other
_MOST: Final = 4096
_kept: dict[tuple[str | None, str, LinkBlock], Link] = {}  # without dates


class _Fields(TypedDict):
    url: str | None
    title: str
    date: Date | None
    block: LinkBlock


def page_links(
    markup: Markup,
    kinds: Sequence[LineKind],
    lists: Sequence[LinkList],
    listing: Sequence[Item],
    base: str | None,
) -> tuple[Link, ...]:
    """Every link of the page once, in the order of the page; none that is hidden from readers."""
    links: list[tuple[int, _Fields]] = []
    chosen = {id(item) for item in listing}
    own = {(item.href, item.title) for item in listing}
    for group in lists:
        if own and _is_copy(group, own, chosen):
            continue
        links += [
            (
                item.line,
                {
                    "url": absolute(item.href, base),
                    "title": item.title,
                    "date": item.date,
                    "block": block,
                },
            )
            for item, block in zip(group.items, _blocks_of(group, chosen), strict=True)
        ]
    for line, kind in zip(markup.lines, kinds, strict=True):
        if kind == "adjacent":
            below = markup.lines[line.number + 1 : line.number + 2]
            said = not line.anchors and any(any(sides_said(markup, one)) for one in below)
            if not said:  # else by the link below itself
                links += [(line.number, link) for link in _adjacent(markup, line.number, base)]
        elif kind in ("pagination", "breadcrumb"):
            name: LinkBlock = "pagination" if kind == "pagination" else "navigation"
            links += [
                (line.number, _link(absolute(anchor.href, base), one_line(anchor.text), name))
                for anchor in line.anchors
            ]
    links.sort(key=itemgetter(0))
    return _records(
        [link for number, link in links if not _is_planted(markup, number, link["title"])]
    )


def _records(links: Sequence[_Fields]) -> tuple[Link, ...]:
    """The links as records; those of menus, which stand on every page of a site, are kept."""
    kept = [_kept.get((link["url"], link["title"], link["block"])) for link in links]
    records = _LINKS.validate_python(
        [link if link["date"] else known or link for link, known in zip(links, kept, strict=True)]
    )
    if len(_kept) > _MOST:
        _kept.clear()
    for record, known in zip(records, kept, strict=True):
        if known is None and record.date is None:
            _kept[record.url, record.title, record.block] = record
    return records


def _is_copy(group: LinkList, own: Set[tuple[str, str]], chosen: Set[int]) -> bool:
    """Whether a group holds the whole listing again, as pages do for phones."""
    return len(group.items) >= len(own) and all(
        (item.href, item.title) in own and id(item) not in chosen for item in group.items
    )


def _link(url: str | None, title: str, block: LinkBlock) -> _Fields:
    return {"url": url, "title": title, "date": None, "block": block}


def _is_planted(markup: Markup, number: int, title: str) -> bool:
    """Whether a link was put there unseen; what a style hides may also be a tab of the site."""
    return number in markup.faint and is_poisoned(fold(title))


def _blocks_of(group: LinkList, listing: set[int]) -> list[LinkBlock]:
    if listing and any(id(item) in listing for item in group.items):
        return ["listing" if id(item) in listing else "navigation" for item in group.items]
    is_title = [len(item.title) >= NAVIGATION_LENGTH for item in group.items]
    if sum(is_title) < 2:
        return ["navigation"] * len(group.items)
    found = [
        _block_of(item, group.heading) if told else "navigation"
        for item, told in zip(group.items, is_title, strict=True)
    ]
    known = sum(block in ("notices", "legal_cases") for block in found)
    return found if known > 1 and known * 2 >= len(found) else ["other"] * len(found)


def _adjacent(markup: Markup, number: int, base: str | None) -> list[_Fields]:
    """The neighbours of a page; both may stand on one line, each behind its label.

    The link may stand in the next cell, and its title in the ``title`` attribute only.
    """
    line = markup.lines[number]
    anchors = line.anchors
    alone = _NO_NEIGHBOUR.search(line.folded) is None
    if not anchors and alone and number + 1 < len(markup.lines):
        anchors = markup.lines[number + 1].anchors[:1]
    links: list[_Fields] = []
    text, at = line.folded, 0
    label = ""
    said = sides_said(markup, line) or [None] * len(anchors)
    for anchor, own in zip(anchors, said, strict=True):
        found = text.find(fold(anchor.text), at)
        labels = _ADJACENT_LABEL.findall(text, at, max(found, at) + 6)
        ended = [stray.end() for stray in _NO_NEIGHBOUR.finditer(text, at, max(found, at))]
        at = max(found + len(anchor.text), at)
        if ended and not _ADJACENT_LABEL.search(text, ended[-1], at):
            continue  # what stands behind 没有了 is another link
        label = labels[-1] if labels else label
        block: LinkBlock = own or side_of(markup, line) or "next"
        if label:
            block = "previous" if label in "上前" else "next"
        title = _ADJACENT_START.sub("", one_line(anchor.text)) or one_line(anchor.title or "")
        title = _ADJACENT_START.sub("", title).strip(_ARROWS)
        if _BACK.fullmatch(title):
            continue
        url = absolute(anchor.href, base)
        if title and url and comparison_key(title) not in ("没有了", "无"):
            links.append(_link(url, title, block))
    return links


def _block_of(item: Item, heading: str) -> LinkBlock:
    """What an item of a list beside a text is; a file is the text's own."""
    block = _sidebar_block(item.title, heading)
    return "other" if block != "other" and is_file(item.href, item.title) else block


@lru_cache(maxsize=4096)  # the pages of a site share their side lists
def _sidebar_block(title: str, heading: str) -> LinkBlock:
    """Notices and law cases are told by their wording; a heading decides in doubt."""
    notice, case = _NOTICE.search(title) is not None, _CASE.search(title) is not None
    if notice != case:
        return "notices" if notice else "legal_cases"
    if _CASE_HEAD.search(heading):
        return "legal_cases"
    if notice or _NOTICE_HEAD.search(heading):
        return "notices"
    return "other"

"""The items of link lists: which links are one, which lines hold them, how they are called."""

import re
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from archiver.chinese.fold import fold, one_line
from archiver.parsers.chrome.linekind import LineKind
from archiver.parsers.hrefs import absolute
from archiver.parsers.info.days import DATE
from archiver.parsers.lines import Anchor, Line
from archiver.parsers.lists.blocks import MORE, NAVIGATION_LENGTH, length_of
from archiver.parsers.markup.html import Markup
from archiver.records import Date

_BULLET: Final = re.compile(r"^[\s·•▪■◆►>»›○●★☆※\-]*(?:\d{1,3}(?:[.、):]|\s)\s*(?=\D))?")
DIGIT: Final = re.compile("[0-9]")
_WORD: Final = re.compile(r"\w\w")
_CONTROL: Final = re.compile(
    r"(?:首|上一?|下一?|尾|末|第一)页|^[\d<>«».…\s]+$|^GO$|跳转|前页|后页", re.IGNORECASE
)
_CLOCK: Final = re.compile(r"\d{1,2}:\d\d(?::\d\d)?")  # behind the day
_HEADINGS: Final = ("h2", "h3", "h4", "h5")
_ITEM_LENGTH: Final = 160
# What stands in a row beside the title: dates, counters, column, serial number, 文号, size.
_BESIDE: Final = re.compile(
    r"(?:19|20)\d\d\s?[-年/.]\s?\d{1,2}(?:\s?[-月/.]\s?\d{1,2}日?)?|\d{1,2}:\d\d(?::\d\d)?"
    r"|(?:日期|时间|点击|阅读|浏览|评论|好评|人气|热度|发布|更新|作者|来源|大小)(?:量|数|次数|时间|日期|于)?\s*:?"
    r"|[\[【(〔<][^\])】〕>]{0,12}[\])】〕>]|(?-i:[一-鿿]){1,8}[〔\[](?:19|20)\d\d[〕\]]\d+号"
    r"|[\d.,]+\s*(?:[KMG]B?|次|人|字节)?|[\s·•▪■◆►>»›○●★☆※|_:;,/\-]+",
    re.IGNORECASE,
)
_BYLINE: Final = re.compile(
    r"(?:由|作者|发[布表]于|发[布表](?:时间|日期)|日期|时间|posted|by\b)", re.IGNORECASE
)
_FROM: Final = re.compile(r"(?:信息|稿件|文章)?来源\s*:")  # its links name who else printed it
_COMMENTS: Final = re.compile(
    r"(?:\d\s?条?|没有|暂无|发表|留下|添加)(?:评论|留言|回应)|(?:评论|留言)\s?[(:]\s?\d"
)
_FETCH: Final = re.compile(
    r"\W?(?:(?:点击|立即|本地|文件)?下载|(?:点击)?(?:查看|阅读)|(?:查看)?详[情细])\W?"
)
# Words that begin with a sign of few, which is found much faster.
_OF_POSTER: Final = re.compile(
    r"[aums](?<!\w[aums])(?:(?<=a)uthor|(?<=u)(?:ser|id)|(?<=s)pace|(?<=m)ember)"
)
_HAN: Final = re.compile("[一-鿿]")
_NAME: Final = 4  # characters
_CELLS: Final = 3
_CONTROL_LENGTH: Final = 12
_CELL: Final = 16  # characters that a cell beside a title holds at most
_CACHED: Final = 4096  # menus and side lists come again on every page of a site


@dataclass(slots=True, init=False)  # as Line
class Item:
    """A link of a list: its lines, its title and the date printed with it.

    A card may link its date, its title and its lead separately to one address; it is one item.
    """

    line: int
    block: int
    is_card: bool  # the block is small and holds nothing else
    href: str
    title: str
    element: int
    is_heading: bool
    last: int
    date: Date | None
    weight: float

    def __init__(
        self,
        line: int,
        block: int,
        href: str,
        title: str,
        element: int = 0,
        is_heading: bool = False,
        last: int = 0,
        date: Date | None = None,
        weight: float = 0.0,
    ) -> None:
        self.line = line
        self.block = block
        self.is_card = False
        self.href = href
        self.title = title
        self.element = element
        self.is_heading = is_heading
        self.last = last
        self.date = date
        self.weight = weight


def items_of(markup: Markup, kinds: Sequence[LineKind], bylines: Container[int]) -> Iterable[Item]:
    """Every link that may be an item of some list; links of one card are one item."""
    card: Item | None = None
    for line, kind in zip(markup.lines, kinds, strict=True):
        if kind not in ("link", "text", "related") or (kind == "text" and not _is_item(line)):
            continue
        if line.number in bylines or _FROM.match(line.folded):
            continue
        heads = line.bold or line.tag in _HEADINGS
        for anchor in _of_row(line) or _unlinked(line, kind):
            title, is_control = _read_title(anchor.text, anchor.title)
            if is_control:
                continue
            item = Item(
                line.number, line.block, anchor.href, title, anchor.element, heads, line.number
            )
            if card is not None and _same_card(card, item):
                _merge(card, item)
                continue
            if card is not None:
                yield card
            card = item
    if card is not None:
        yield card


def poster_of(line: Line) -> str | None:
    """The only link of a line, when it leads to the pages of one who posts."""
    if len(line.anchors) != 1 or not _OF_POSTER.search(line.anchors[0].href.lower()):
        return None
    return fold(line.anchors[0].text).strip() or None


def _of_row(line: Line) -> tuple[Anchor, ...]:
    """The links of a line; of a row of cells with one title that alone, without authors."""
    if "\t" not in line.text:
        return line.anchors
    if len(line.anchors) < 2:
        named = _named_by_row(line) if line.anchors else None
        return (named,) if named else line.anchors
    titles = tuple(a for a in line.anchors if length_of(a) > NAVIGATION_LENGTH)
    dated = DATE.search(line.folded) is not None
    alone = len(titles) == 1 and dated and not _is_row_of_pictures(line)
    return titles if alone else line.anchors


def _named_by_row(line: Line) -> Anchor | None:
    """The link 下载 or 查看 of a row under the name that another cell of it has."""
    anchor = line.anchors[0]
    if line.text.count("\t") < _CELLS - 1 or not _FETCH.fullmatch(anchor.text.strip()):
        return None  # 下载地址 and its link
    cells = [cell.strip() for cell in line.text.split("\t") if anchor.text not in cell]
    name = max(cells, key=lambda cell: len(_BESIDE.sub("", cell)), default="")
    return anchor._replace(text=name) if len(_HAN.findall(name)) >= _NAME else None


def _is_control(title: str) -> bool:
    """Links that lead to more of the same, or to no page of their own."""
    return len(title) <= _CONTROL_LENGTH and bool(
        not _WORD.search(title) or MORE.fullmatch(title) or _CONTROL.search(title)
    )


def _unlinked(line: Line, kind: LineKind) -> tuple[Anchor, ...]:
    """An item of a list in a text without markup: its title is known, its address is not."""
    return (Anchor("", line.text.strip(), element=-line.number),) if kind == "link" else ()


def _is_item(line: Line) -> bool:
    """A text line that is a title link with a lead or a date around it."""
    if not line.anchors or len(line.folded) > _ITEM_LENGTH:
        return False
    title = max((anchor.text for anchor in line.anchors), key=len)
    if len(title) * 2 >= len(line.folded):
        return True
    if "\t" in line.text and len(line.anchors) == 1:
        if _named_by_row(line):
            return True
        cells = [_BESIDE.sub("", fold(cell).strip()) for cell in line.text.split("\t")]
        if len(title) >= 4 and all(len(cell) <= max(len(title), _CELL) for cell in cells):
            return True
    if "\t" in line.text and _is_row_of_pictures(line):
        return True
    rest = _BESIDE.sub("", line.folded.replace(fold(title), " ", 1))
    return len(title) >= 4 and len(rest) <= max(len(title), 8)


def _is_row_of_pictures(line: Line) -> bool:
    """Whether every cell of a row is a link and its date, as they stand under pictures."""
    cells = [fold(cell) for cell in line.text.split("\t")]
    if len(cells) != len(line.anchors) or not all(map(DATE.search, cells)):
        return False
    titles = [fold(anchor.text).strip() for anchor in line.anchors]
    pairs = zip(cells, titles, strict=True)
    return not any(_BESIDE.sub("", cell.replace(title, " ", 1)) for cell, title in pairs)


def is_byline(line: Line) -> bool:
    """Whether the links of a line name who wrote the item, and where it is filed."""
    text = line.folded
    if not line.anchors or any(len(anchor.text) > _CONTROL_LENGTH for anchor in line.anchors):
        return False
    told = _BYLINE.match(text) or _COMMENTS.search(text)
    return told is not None and DATE.search(text) is not None


def _same_card(card: Item, item: Item) -> bool:
    if item.element == card.element:
        return True
    near = 0 < item.line - card.last <= 3
    return near and item.href == card.href and absolute(item.href, None) is not None


def _merge(card: Item, item: Item) -> None:
    """The title of a card is its first heading, else its first text that is no date."""
    card.last = item.line
    if _is_dateish(card.title) or (item.is_heading and not card.is_heading):
        card.title, card.is_heading, card.line = item.title, item.is_heading, item.line


def _is_dateish(text: str) -> bool:
    return len(text) <= 12 and not re.search(r"[^\d\s年月日./:-]", text)


def item_title(anchor: Anchor) -> str:
    """The title of a linked item without bullet and date; the ``title`` attribute when cut off."""
    return _read_title(anchor.text, anchor.title)[0]


@lru_cache(maxsize=_CACHED)
def _read_title(printed: str, full: str | None) -> tuple[str, bool]:
    """The title of an item, and whether it is that of a control."""
    title = _title(printed, full)
    return title, _is_control(title)


def _without_clock(text: str) -> str:
    """A title without the time of day that the date before it goes on to."""
    clock = _CLOCK.match(text)
    return text[clock.end() :].lstrip(" ])）】") if clock else text


def _title(printed: str, full: str | None) -> str:
    bullet = _BULLET.match(printed)
    text = one_line(printed[bullet.end() if bullet else 0 :]) or one_line(printed)
    if full and text.endswith(("..", "…")):
        cut = text.rstrip(".…")
        text = one_line(full) if len(full) > len(cut) else text
    dated = DATE.search(text) if DIGIT.search(text) else None
    if dated and dated.end() >= len(text) - 2 and dated.start() >= 4:
        text = text[: dated.start()].rstrip(" [(（【")
    elif dated and dated.start() <= 2 and len(text) - dated.end() >= 4:
        text = _without_clock(text[dated.end() :].lstrip(" ])）】:"))
    return text

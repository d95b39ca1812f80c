"""The footer: who runs the site and how to reach it, on lines and in blocks."""

import re
from functools import lru_cache
from itertools import accumulate
from typing import Final

from archiver.chinese.traditional import in_both
from archiver.parsers.chrome.linekind import LABEL_LENGTH, LineKind, link_length
from archiver.parsers.lines import Line
from archiver.parsers.markup.containers import container_of
from archiver.parsers.markup.html import Block, Markup
from archiver.parsers.words import one_of

_FOOTER_LINES: Final = 8
_ADDRESS: Final = 80  # characters
_BRACKETS: Final = " [](){}【】<>|"
_BACK: Final = re.compile("(?:返?回)(?:[首主]页|上一?[页级]|列表|本站[首主]页)")
_IMPRINT: Final = ("link", "tools", "footer", "counter", "pagination")
_IMPRINT_LINES: Final = 100
_AROUND: Final = ("tools", "adjacent", "related")
_FOOTER_MARK: Final = re.compile(  # but of a box within the page: panel-footer
    r"(?:^|[ _-])(?<!panel-)(?<!card-)(?:foot|footer|bottom|copyright|copy|banquan)\d?(?:$|[ _-])"
)
# How the end of an issue begins, which templates call its foot too.
_SENT_TO: Final = re.compile(r"[主抄呈分]?\s?[报送发]\s?[送报发]?\s?:")
# Who sent an article in: (县总工会 李明), 供稿:县总工会.
_SIGNED: Final = re.compile(
    r"\([^()]{2,40}\)|[一-龥]{2,6}:[^:]{2,40}|[一-龥]{2,16}(?:\s[一-龥]{2,4}){0,3}"
)
_MADE_BY: Final = re.compile(
    r"(?:(?:文章|信息|稿件)?来源|作者|供稿|撰稿|(?:责任)?编辑|责编)\s?[:/|]\s?\S"
)
_CONTACT_WORDS: Final = """
    地址 联系地址 办公地址 通讯地址 通信地址 单位地址 详细地址 电话 联系电话 办公电话 咨询电话
    监督电话 值班电话 传真 信箱 电子信箱 邮编 邮政编码 邮箱 电子邮箱 e-mail email tel fax
    主办 主办单位 主管 主管单位 承办 承办单位 协办 协办单位 制作 制作单位 开发 维护 维护单位 设计
    技术支持 网站维护 网站建设 网站制作 版权所有 联系我们 联系人 邮箱地址 学院地址 学校地址 校址
    会址 社址 厂址 院址 馆址 局址 总机 服务热线 咨询热线 热线电话 客服热线 客服电话 服务电话
"""
_MAKERS: Final = one_of(in_both("主办 主管 承办 版权 版权所有 制作 网站建设 网站制作"), padded=True)
_RUN_BY: Final = re.compile(
    rf"\s*{_MAKERS}(?:\s*单\s*位)?\s*:"
    r"|[^\s,。;:!?、|由]{4,30}\s{1,4}(?:(?:19|20)\d\d\s?-\s?(?:19|20)\d\d\s{1,4})?(?:(?:联系|单位)?(?:地址|电话)|邮政编码|邮编|内线|传真"
    r"|设计制作|制作维护|(?:网站)?维护|技术支持)\s?:"
    r"|[^\s,。;:!?、|由]{4,30}\s{0,4}(?:(?:19|20)\d\d年)?(?:主\s{0,4}办|制作维护|设计制作|(?<=[\s室心年])制作)(?:$|[\s|])"
)
_PLACE: Final = re.compile(
    r"[路街道巷村镇楼]\S{0,12}\d{1,5}号|(?<!\d)(?:\d{7,8}|1\d{10})(?!\d)|邮编|\d{4}-\d"
)
_CONTACT_LABELS: Final = one_of(in_both(_CONTACT_WORDS), padded=True)
_CONTACTS: Final = re.compile(rf"{_CONTACT_LABELS}\s*:", re.IGNORECASE)
_CONTACT: Final = re.compile(rf"\s*{_CONTACT_LABELS}\s*:", re.IGNORECASE)


def is_contact(line: Line) -> bool:
    """Whether the line begins with a label of an address block (地址, 电话, 主办 …)."""
    return len(line.folded) <= LABEL_LENGTH and bool(_CONTACT.match(line.folded))


def mark_last_lines(markup: Markup, kinds: list[LineKind]) -> None:
    """Who runs the site, named below all running text, begins the footer; above it, an issue."""
    below: list[int] = []
    for line in reversed(markup.lines):
        if kinds[line.number] != "text":
            continue
        text = line.folded
        if len(text) <= LABEL_LENGTH and _RUN_BY.match(text):
            for number in (line.number, *below):
                kinds[number] = "footer"
            below.clear()
        elif is_contact(line) or (
            len(text) <= LABEL_LENGTH // 2 and (_PLACE.search(text) or _is_value(markup, line))
        ):
            below.append(line.number)
        else:
            _mark_address(markup, kinds, line.number, below)
            break


def mark_below_way_back(markup: Markup, kinds: list[LineKind]) -> None:
    """The few short lines below the links back to the home page, or to the list, are the site's."""
    below = [line for line in markup.lines[-_FOOTER_LINES:] if kinds[line.number] == "text"]
    back = next(filter(_leads_back, reversed(markup.lines[-_FOOTER_LINES:])), None)
    below = [line for line in below if back is not None and line.number > back.number]
    if all(len(n.folded) <= _ADDRESS and "。" not in n.folded for n in below) and not any(
        _SENT_TO.match(line.folded) for line in below
    ):
        for line in below:
            kinds[line.number] = "footer"


def _leads_back(line: Line) -> bool:
    """Whether a line is links that lead back, one of them from the text: [返回首页] [返回简报]."""
    texts = [anchor.text.strip(_BRACKETS) for anchor in line.anchors]
    return any(map(_BACK.fullmatch, texts)) and all(t.startswith(("返回", "回")) for t in texts)


def _mark_address(markup: Markup, kinds: list[LineKind], last: int, below: list[int]) -> None:
    """An address line of several labels, cut off from the text by what only a site prints.

    One of three labels is the site's even without that, where the text stands in another element.
    """
    cut = next((n for n in range(last + 1, len(kinds)) if kinds[n] in _AROUND), len(kinds))
    for n in below:
        labels = len(_CONTACTS.findall(markup.lines[n].folded))
        beyond = n > cut or (labels > 2 and not _holds(markup, container_of(markup, n), last))
        if labels > 1 and beyond and is_contact(markup.lines[n]):
            for address in below:
                if address >= min(n, cut) and is_contact(markup.lines[address]):
                    kinds[address] = "footer"
            return


def _holds(markup: Markup, block: int, number: int) -> bool:
    return block < 0 or markup.blocks[block].first <= number < markup.blocks[block].last


def _is_value(markup: Markup, line: Line) -> bool:
    """Whether the line above is a label with its colon, in a cell of its own."""
    above = markup.lines[line.number - 1].folded if line.number else ""
    return (
        len(above) <= LABEL_LENGTH // 10
        and above.endswith(":")
        and bool(_RUN_BY.match(above) or _CONTACT.match(above))
    )


def mark_footer_blocks(markup: Markup, kinds: list[LineKind]) -> None:
    """A block called footer holds the footer, unless it holds most of the page's text.

    That of an empty page does; it holds no sentence, and says who owns the site.
    """
    footers = [
        block
        for block in markup.blocks
        if block.tag == "footer" or (block.mark and _names_footer(block.mark))
    ]
    if not footers:
        return
    own = (
        len(line.folded) - link_length(line) if kind == "text" else 0
        for line, kind in zip(markup.lines, kinds, strict=True)
    )
    before = [0, *accumulate(own)]  # blocks may lie in each other a thousand times
    marked = 0
    for block in footers:
        if block.last <= marked or _ends_issue(markup, block) or _signs(markup, kinds, block):
            continue
        held = before[block.last] - before[block.first]
        if held * 4 <= before[-1] or _is_imprint(markup, kinds, block):
            marked = block.last
            for n in range(block.first, block.last):
                if kinds[n] == "text":
                    kinds[n] = "footer"


def _signs(markup: Markup, kinds: list[LineKind], block: Block) -> bool:
    """Whether a block says who wrote the text and no more.

    It stands right within the element of an article, or above the links to its neighbours.
    """
    if block.last - block.first != 1:
        return False
    said = markup.lines[block.first].folded
    around = markup.blocks[block.parent].tag if block.parent >= 0 else ""
    if around == "article" and _SIGNED.fullmatch(said):
        return True
    within = around in ("article", "section") or "adjacent" in kinds[block.last :]
    return within and _MADE_BY.match(said) is not None


def _ends_issue(markup: Markup, block: Block) -> bool:
    """Whether a block says at its beginning who an issue goes to: 报:…, 抄送:…"""
    first = markup.lines[block.first : min(block.last, block.first + _FOOTER_LINES)]
    return any(_SENT_TO.match(line.folded) for line in first)


def _is_imprint(markup: Markup, kinds: list[LineKind], block: Block) -> bool:
    """Whether a block at the end of the page says who owns the site, and nothing in a sentence."""
    return (
        block.first > 0
        and block.last - block.first <= _IMPRINT_LINES
        and "footer" in kinds[block.first : block.last]
        and not any("。" in line.folded for line in markup.lines[block.first : block.last])
        and all(kind in _IMPRINT for kind in kinds[block.last :])
    )


@lru_cache(maxsize=4096)
def _names_footer(mark: str) -> bool:
    return bool(_FOOTER_MARK.search(mark))


def spread_footer(markup: Markup, kinds: list[LineKind]) -> None:
    """Address lines beside a footer line belong to it; in an article they stay text."""
    lines = markup.lines
    for order in (range(1, len(lines)), range(len(lines) - 2, -1, -1)):
        step = order.step
        for n in order:
            if kinds[n] != "text" or kinds[n - step] != "footer":
                continue
            beside = container_of(markup, n) == container_of(markup, n - step)
            same = lines[n].block == lines[n - step].block and _is_small(markup, lines[n].block)
            several = len(lines[n].folded) <= LABEL_LENGTH and beside
            several = several and len(_CONTACTS.findall(lines[n].folded)) > 1
            if (beside and is_contact(lines[n])) or same or several:
                kinds[n] = "footer"


def _is_small(markup: Markup, block: int) -> bool:
    if block < 0:
        return False
    lines = markup.lines[markup.blocks[block].first : markup.blocks[block].last]
    return len(lines) <= _FOOTER_LINES and all(len(line.folded) <= LABEL_LENGTH for line in lines)

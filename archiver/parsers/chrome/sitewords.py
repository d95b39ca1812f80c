"""What sites say to their readers around a text: declarations of rights, and what tools are for."""

import re
from collections.abc import Sequence
from typing import Final

from archiver.chinese.units import is_unit_name
from archiver.parsers.markup.html import Markup

_DISCLAIMER: Final = re.compile(
    # What it says begins with one of these; few titles do, and those are soon let go.
    r"(?=[^一-鿿]|[免特版郑声您凡分如本看扫点请长打原来文以若欢未转下识微阅一二三四五可使用通手])(?:"
    r"[\s(【\[]*(?:免责|特别|版权|郑重)?声\s?明\s*[\])】]?\s*:|您的浏览器不支持|凡(?:是)?(?:本网|本站|注明)|分享让更多人看到|如果?您?无法(?:正常)?(?:播放|观看)|本文共分?\s?\d+\s?页|看不清.{0,8}[换刷]|扫一扫|点击标题(?:即可)?(?:阅读|查看)|您对此文|扫描.{0,6}二维码|长按.{0,6}二维码|请升级浏览器|(?:[本原]文|来源|本页)(?:地址|网址|链接)\s*:"
    r"|(?:本文|文章|以上|如需|若要|欢迎|未经).{0,30}转载.{0,16}(?:注明|授权|联系)|转载.{0,6}[请须].{0,8}注明"
    r"|本文由.{2,24}(?:整理|原创)发布|打开.{0,8}(?:APP|客户端)[,，\s].{0,8}(?:体验|查看|阅读)"
    # what stands in the place of a PDF file that the browser cannot show
    r"|如果您无法在线浏览此|下载免费(?:小巧)?的.{0,16}(?:阅读器|Reader)|下载此\s?PDF\s?文件"
    # what accounts of WeChat put over and under every text
    r"|点击?[^。,]{0,6}蓝[色]?字|\W{0,6}END\W{0,6}$|点击?[上下]方[^。]{0,16}(?:关注|名片|卡片)"
    r"|\W{0,3}(?:扫码|扫描|长按|识别)[^。]{0,12}(?:关注|二维码)|欢迎关注[^。]{0,20}$"
    r"|微信(?:公众)?号\s*:\s*[\w-]{2,24}$|(?:点击)?[“\"]?阅读原文"
    # how a phone gets to the page, and from there to others
    r"|[\d一二三四五]{1,2}[、.)\s]{1,2}凡(?:本网|本站|注明)|打开微信,?\s?点击.{0,6}[发右]"
    r"|(?=[请您可打使用通手微])[请您可]{0,3}(?:(?:打开|使用|用|通过)\s?(?:手机|微信)?|手机|微信)[^。;]{0,4}扫(?:一?扫|码|描.{0,6}码)[^。]{0,16}"
    r"(?:朋友圈|好友|[此本]页|当前页|[本原]文|网页|客户端|APP|$))"
)
_PRAISE: Final = re.compile(r".{0,12}[点按](?:亮|个|下|击|一下)?[“\"「]?在看")
# The account that put a text up, with its button: 西吉县农业农村局 关注.
_ACCOUNT: Final = re.compile(r"(?P<name>[^\s。,:]{2,20})\s\+?\s?已?关注")
_MEDIA: Final = ("发布", "融媒", "在线", "工会", "之声", "之家")
_RIGHTS: Final = re.compile(r"\W{0,3}(?:\d{1,2}\W{1,2}|[一二三四五]、)?凡(?:是)?(?:本网|本站|注明)")
# Alone over its items. What is headed 版权声明 alone is told by that word, as footers are.
_HEADING: Final = re.compile(
    r"\W{0,2}(?:版权(?:[与和及]|以及)?免责|免责(?:[与和及]|以及)?版权|免责)\s?声\s?明\W{0,2}"
)
_ENDS: Final = ("声明", "声明】", "声明:")
_COMMENTS: Final = re.compile(
    r"(?:^|[ _-])(?:comments?|commentlist|comment[ _-]?(?:list|box|area|section|wrap))(?:$|[ _-])"
)
_BOX: Final = 8  # lines of such a box


def is_said_by_site(text: str) -> bool:
    """Whether a short folded line is what sites say to readers of any page."""
    praise = _PRAISE.match(text) if "在看" in text else None
    if text.endswith("关注") and (account := _ACCOUNT.fullmatch(text)):
        return is_unit_name(account["name"]) or account["name"].endswith(_MEDIA)
    return praise is not None or _DISCLAIMER.match(text) is not None


def tells_rights(text: str) -> bool:
    """Whether a folded line, however long, tells who may use what the site prints: 1.凡本站…"""
    return "凡" in text[:6] and _RIGHTS.match(text) is not None


def declaration_lines(markup: Markup, kinds: Sequence[str]) -> set[int]:
    """The lines of boxes below a text that a declaration of rights heads."""
    found: set[int] = set()
    for line in [line for line in markup.lines if line.folded.endswith(_ENDS)]:
        n = line.number
        headed = kinds[n] == "text" and _HEADING.fullmatch(line.folded)
        if headed and _has_text_above(markup, kinds, n):
            found.update(_box(markup, n))
    return found


def comment_lines(markup: Markup, kinds: Sequence[str]) -> set[int]:
    """What readers say of a text: the lines below it of an element that is named for comments."""
    found: set[int] = set()
    for block in markup.blocks:
        if block.mark and "comment" in block.mark and _COMMENTS.search(block.mark):
            own = range(block.first, block.last)
            if block.first not in found and _has_text_above(markup, kinds, block.first):
                found.update(n for n in own if kinds[n] == "text")
    return found


def _has_text_above(markup: Markup, kinds: Sequence[str], number: int) -> bool:
    above = zip(markup.lines[:number], kinds, strict=False)
    return any(kind == "text" and line.folded.endswith("。") for line, kind in above)


def _box(markup: Markup, number: int) -> range:
    """The lines of the largest small element that begins with a line; else the line alone."""
    box = range(number, number + 1)
    block = markup.lines[number].block
    while block >= 0 and markup.blocks[block].first == number:
        if markup.blocks[block].last - number > _BOX:
            break
        box = range(number, markup.blocks[block].last)
        block = markup.blocks[block].parent
    return box

"""Which lines belong to the site around the content, judged line by line.

Everything here is a property of a single line; where the content starts and ends is decided in
``layout``. Patterns run on folded text and only on lines short enough to be labels.
"""

import re
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import Final, Literal

from archiver.chinese.fold import fold
from archiver.parsers.lines import Line
from archiver.parsers.markup.html import Block, Markup
from archiver.parsers.sitewords import (
    comment_lines,
    declaration_lines,
    is_said_by_site,
    tells_rights,
)
from archiver.parsers.words import one_of

LineKind = Literal[
    "text",
    "link",
    "breadcrumb",
    "login",
    "tools",
    "adjacent",
    "pagination",
    "related",
    "counter",
    "footer",
]

_LABEL_LENGTH: Final = 120  # a longer line is running text, whatever words it holds
_FOOTER_LINES: Final = 8
_LINK_SHARE: Final = 0.7
_COUNT_LENGTH: Final = 6
HOME: Final = ("首页", "主页", "网站首页", "本站首页", "学校首页")
_STEPS: Final = 6  # names of a breadcrumb
_BELOW: Final = 3  # so many lines below it stands the name of its column
_LOOSE: Final = ("text", "pagination")
_IMPRINT: Final = ("link", "tools", "footer", "counter", "pagination")
_IMPRINT_LINES: Final = 100
_AROUND: Final = ("tools", "adjacent", "related")
_VISITED: Final = re.compile(
    r"[(（]?(?:已?被)?(?:访问|浏览|阅读|点击|查看)(?:过|了)?\s?\d+\s?次[)）]?$"
    r"|欢迎(?:登录|进入).{2,20}(?:网站?|平台|系统)[!！。]?$"
)
_COUNT: Final = re.compile(r"[(（\[]?\d{1,4}(?:%|票)?[)）\]]?$")
_SIGNS: Final = r"\s\d\ue000-\uf8ff|·•▪■◆►>›»<«\-—_\[\]()【】:/.,、"
_NO_LETTERS: Final = re.compile(f"[{_SIGNS}]+")
_LETTER: Final = re.compile(f"[^{_SIGNS}]")

_BREADCRUMB: Final = re.compile(
    r"(?:[您你]?的?(?:现在|目前|当前)?(?:所在)?的?位置|当前栏目|所在栏目)\s*(?:[:>是]|$)"
    r"|[^:]{0,10}(?:首页|主页)\s*(?:>|»|›|→|-+>?|/|\\)"
    r"|[^>\s]{2,12}\s*(?:>>|»|›|→|-+>)\s*[^>。]{2,20}(?:$|[>»›→])"
)
_BREADCRUMB_SIGN: Final = re.compile("[置栏页>»›→]")  # none is without one
_LOGIN_WORDS: Final = """
    用户名 账号 帐号 密码 验证码 用户登录 会员登录 忘记密码 登录 注册 还没有账号 立即注册
"""
_LOGIN: Final = re.compile(one_of(_LOGIN_WORDS, padded=True))
_TOOL_WORDS: Final = """
    打印 打印本页 打印此页 打印本文 打印文章 关闭 关闭窗口 关闭本页 关闭此页 关闭页面 收藏
    收藏本页 收藏本文 收藏本站 加入收藏 推荐 推荐给好友 纠错 我要纠错 分享 分享到 分享至 返回
    返回顶部 返回首页 返回上页 返回列表 字体 字号 字体大小 字号大小 大 中 小 默认 超大 复制
    复制链接 复制本页 微信 新浪微博 腾讯微博 微博 QQ空间 QQ好友 人人网 双击自动滚屏 朗读 放大
    缩小 扫一扫 手机阅读 二维码 TOP 保存 投稿 我要投稿 评论 点赞 赞 顶 踩 阅读 浏览 浏览量 阅读量
    打开 返回原图 浏览次数 点击 点击数 已推荐 推荐成功 人参与 更多 播放次数 微信扫描分享 扫码分享
    我要推荐
    网站纠错 手机版 电脑版 移动版 触屏版 × 顶一下 踩一下 挑错 打印文本 打印页面
    下载打印 我要打印 返回上一级
    访问次数 分隔线 查看 查看次数 人气 在看 人点赞 人赞过 人喜欢 网摘 商城
    繁体 举报 楼主 沙发 只看该作者 只看楼主 倒序浏览 正序浏览 电梯直达 使用道具 发帖 回帖
    手机点评 E-mail推荐
    喜欢 共有 条评论 查看全部 全部评论 写评论 写留言 发表评论 转载 转发 赠金笔
    返回上一页 A+ A- 手机看新闻 上一张 下一张 自动 自动播放 暂停播放 X Back Print Close
"""
_TOOL_GAP: Final = r"[\s【】\[\]()|:·、/>\d次+A…\ue000-\uf8ff-]*"  # icon fonts use the private area
_TOOLS: Final = re.compile(rf"{_TOOL_GAP}(?:{one_of(_TOOL_WORDS)}{_TOOL_GAP})+$", re.IGNORECASE)
BEFORE_ADJACENT: Final = r"[\s·•▪■◆●>»›→▶►◀←«<|\[【(]*"
"""What lists and arrows set before 上一篇 and 下一篇."""
_ADJACENT: Final = re.compile(
    BEFORE_ADJACENT + r"[上下前后]一?[篇条则个期](?:文章|新闻|信息|内容|公告|图片)?"
    r"(?P<sign>[\s·>»›→▶►◀←«<|\])】:]*)(?P<rest>.?)"
)
_TURN: Final = re.compile(r"[\s·•>»›→▶►◀←«<|\[【(]*[上下前后]一?页[\s·>»›→▶►◀←«<|\])】:]*(?=\S{4})")
_PAGINATION: Final = re.compile(
    r"[\s\[(<«]*(?:[上前]一?页|第[一\d]+页|共\s*\d+\s*[页条]|每页|页码|总共|<<|«)"
    r"|.{0,30}(?:上(?<!返回上)一?页|下一?页|尾页|末页)|首页\s*[\d<]"
    r"|(?!(?:19|20)\d\d\.\d{1,2}\.\d{1,2}$)[\s\[\]【】()<>«»\d.…]+$"
)
_PAGES: Final = re.compile(r"[首尾末]页|[上下前后]一?页.+[上下前后]一?页|共\s*\d|\d\s*/\s*\d")
_RELATED_WORDS: Final = """
    相关文章 相关新闻 相关链接 相关资讯 相关阅读 相关信息 相关报道 相关稿件 相关内容 相关推荐
    相关热词 相关专题 相关搜索 相关评论 相关视频 相关图片 推荐阅读 推荐新闻 推荐文章 热门推荐
    热门文章 热门新闻 热点新闻 热点推荐 热点排行 延伸阅读 精彩推荐 精彩图集 猜你喜欢 阅读排行
    点击排行 新闻排行 今日推荐 最新文章 最新评论 友情链接 网友评论 发表评论 我要评论 文章评论
    本条目发布 本条目由 此条目发表 此条目由 近期文章 近期评论 文章归档
    重要链接 常用链接 快速链接 快捷链接 快捷通道 校内链接 校外链接
    读者评论 用户评论 评论列表 读者留言
    关键词阅读 关注我们 热搜词 热搜 视频新闻 网站导航 站内搜索 为你推荐 为您推荐
"""
_TAGS: Final = re.compile(
    r"(?:(?:发布|发表|归档|张贴)在|(?:文章|所属|本文)?(?:分类|标签|标记|关键[词字])|tags?|categor(?:y|ies))\s*[:\s]",
    re.IGNORECASE,
)
_FILED: Final = re.compile("(?:分类|标签|归档|关键[词字]|tags?):?", re.IGNORECASE)
_RELATED: Final = re.compile(rf"[【\[\s◆■>]*{one_of(_RELATED_WORDS)}")
_COUNTER_WORDS: Final = """
    您好!欢迎 您好,欢迎
    热烈欢迎
    欢迎您 欢迎光临 欢迎访问 欢迎来到 欢迎使用 今天是 现在是 您是第 今日访问 访问量 访问人数
    访问总量 访问次数 总访问量 在线人数 当前在线 本站共
    本页访问 本页浏览 本文访问 本文浏览 浏览总量 今日浏览 总浏览量 累计访问
"""
_COUNTER: Final = re.compile(one_of(_COUNTER_WORDS))
# On lower-cased text: every branch begins with a letter, which makes the search fast.
_FOOTER: Final = re.compile(
    r"版\s{0,4}权\s{0,4}所\s{0,4}有|版权声明|copyright|©|icp[备证]|icp\s*\w{0,3}\d{6}|公网安备|网站标识码|政府网站标识|技术支持"
    r"|建议.{0,30}分辨率|最佳(?:浏览|显示|分辨|观看)|未经(?:许可|授权|书面).{0,8}不得|网络带宽|备案(?:编|证)?号|网站地图"
    r"|all rights reserved|网站管理|您是.{0,20}第\s?\d{1,9}\s?位(?:访|浏览|来宾)"
)
_OWNED: Final = re.compile(r"\W{0,3}(?:本站|本网站?|网站)?版权归.{2,30}所有")
_FOOTER_MARK: Final = re.compile(
    r"(?:^|[ _-])(?:foot|footer|bottom|copyright|copy|banquan)\d?(?:$|[ _-])"
)
_BULLET_ITEM: Final = re.compile(r"[·•▪■◆►>»-]\s*\S.{5,60}$")
_CONTACT_WORDS: Final = """
    地址 联系地址 办公地址 通讯地址 通信地址 单位地址 详细地址 电话 联系电话 办公电话 咨询电话
    监督电话 值班电话 传真 信箱 电子信箱 邮编 邮政编码 邮箱 电子邮箱 e-mail email tel fax
    主办 主办单位 主管 主管单位 承办 承办单位 协办 协办单位 制作 制作单位 开发 维护 维护单位 设计
    技术支持 网站维护 网站建设 网站制作 版权所有 联系我们 联系人 邮箱地址 学院地址 学校地址 校址
    总机 服务热线 咨询热线 热线电话 客服热线 客服电话 服务电话
"""
_MAKERS: Final = one_of("主办 主管 承办 版权 版权所有 制作 网站建设 网站制作", padded=True)
_RUN_BY: Final = re.compile(
    rf"\s*{_MAKERS}(?:\s*单\s*位)?\s*:"
    r"|[^\s,。;:!?、|由]{4,30}\s{1,4}(?:(?:联系|单位)?地址|邮政编码|邮编|电话|传真)\s?:"
    r"|[^\s,。;:!?、|由]{4,30}\s{0,4}(?:主\s{0,4}办|制作维护|设计制作|(?<=\s)制作)(?:$|[\s|])"
)
_PLACE: Final = re.compile(
    r"[路街道巷村镇楼]\S{0,12}\d{1,5}号|(?<!\d)(?:\d{7,8}|1\d{10})(?!\d)|邮编|\d{4}-\d"
)
_CONTACTS: Final = re.compile(rf"{one_of(_CONTACT_WORDS, padded=True)}\s*:", re.IGNORECASE)
_CONTACT: Final = re.compile(rf"\s*{one_of(_CONTACT_WORDS, padded=True)}\s*:", re.IGNORECASE)


def classify(markup: Markup) -> list[LineKind]:
    """The kind of every line; ``text`` is whatever is not recognisably chrome."""
    kinds = [_kind(line) for line in markup.lines]
    _mark_bullets(markup, kinds)
    _mark_counts(markup, kinds)
    _mark_rows(markup, kinds)
    for number in declaration_lines(markup, kinds):
        kinds[number] = "tools"
    _mark_steps(markup, kinds)
    _mark_last_lines(markup, kinds)
    _mark_footer_blocks(markup, kinds)
    for number in comment_lines(markup, kinds):
        kinds[number] = "related"
    _spread_footer(markup, kinds)
    return kinds


def link_length(line: Line) -> int:
    """Characters of a line that are link text."""
    return sum(len(anchor.text) for anchor in line.anchors)


def is_contact(line: Line) -> bool:
    """Whether the line begins with a label of an address block (地址, 电话, 主办 …)."""
    return len(line.folded) <= _LABEL_LENGTH and bool(_CONTACT.match(line.folded))


def _kind(line: Line) -> LineKind:
    text = line.folded
    if len(text) <= _LABEL_LENGTH:
        kind = _short_kind(text, len(line.anchors))
        if kind is not None:
            return kind
    elif tells_rights(text):
        return "tools"
    elif len(text) > _LABEL_LENGTH * 3 or not line.anchors:
        return "text"
    elif _is_footer(text):
        return "footer"
    if not line.anchors or line.table is not None:
        return "text"
    if len(line.anchors) == 1 and _is_alone(line.anchors[0].text, line.text):
        return "link"
    filed = _FILED.match(text)
    if filed and text[filed.end() :].lstrip().startswith(fold(line.anchors[0].text).strip()):
        return "related"
    return "link" if _is_linked(line) else "text"


def _is_alone(linked: str, text: str) -> bool:
    """Whether only bars, bullets and dates stand beside the linked part, or that again as a tip."""
    return linked == text or not _LETTER.search(text.replace(linked, ""))


def _is_linked(line: Line) -> bool:
    """Whether the line is made of links, whatever bars and dates stand between them."""
    letters = len(_NO_LETTERS.sub("", line.folded))
    linked = sum(len(_NO_LETTERS.sub("", anchor.text)) for anchor in line.anchors)
    return linked >= _LINK_SHARE * letters


def _is_footer(text: str) -> bool:
    return bool(_FOOTER.search(text.lower()) or ("版权归" in text and _OWNED.match(text)))


@lru_cache(maxsize=8192)  # the pages of a site share their menus and labels
def _short_kind(text: str, links: int) -> LineKind | None:
    if _is_footer(text):
        return "footer"
    neighbour = _ADJACENT.match(text)
    if neighbour and (links or ":" in neighbour["sign"] or neighbour["rest"] in ("", "没")):
        return "adjacent"
    if links == 1 and _TURN.match(text) and not _PAGES.search(text):
        return "adjacent"
    if (len(text) <= 60 and _TOOLS.match(text)) or is_said_by_site(text):
        return "related" if _RELATED.match(text) else "tools"  # 推荐 and 阅读 are tools too
    if (links or len(text) <= 60) and _BREADCRUMB_SIGN.search(text) and _BREADCRUMB.match(text):
        return "breadcrumb"
    if len(text) <= 60 and _PAGINATION.match(text) and (links or not text.isdigit()):
        return "pagination"
    if len(text) <= 40 and _LOGIN.match(text):
        return "login"
    if len(text) <= 60 and (_COUNTER.match(text) or _VISITED.match(text)):
        return "counter"
    if (len(text) <= 16 or links) and _RELATED.match(text):
        return "related"
    if links and _TAGS.match(text):
        return "related"
    return None


def _mark_bullets(markup: Markup, kinds: list[LineKind]) -> None:
    """In a text without markup, a list with bullets above everything else is one of links."""
    if any(line.anchors for line in markup.lines):
        return
    for line in markup.lines:
        if kinds[line.number] == "text":
            if not _BULLET_ITEM.match(line.folded) or line.folded.endswith("。"):
                break
            kinds[line.number] = "link"


def _mark_counts(markup: Markup, kinds: list[LineKind]) -> None:
    """The count beside a tool: 顶一下 (0) 0%."""
    for n, line in enumerate(markup.lines):
        behind = len(line.folded) <= _COUNT_LENGTH and n > 0 and kinds[n - 1] == "tools"
        if behind and kinds[n] in _LOOSE and _COUNT.match(line.folded):
            kinds[n] = "tools"


def _mark_rows(markup: Markup, kinds: list[LineKind]) -> None:
    """Short links between two tools in one row are tools too: 打印, 留言, 论坛, 纠错."""
    tools = [n for n, kind in enumerate(kinds) if kind == "tools"]
    for one, two in pairwise(tools):
        between = range(one + 1, two)
        if (
            0 < len(between) <= _BELOW
            and all(kinds[n] == "link" for n in between)
            and all(len(markup.lines[n].folded) <= _COUNT_LENGTH for n in between)
            and _row_of(markup, one) == _row_of(markup, two)
        ):
            for n in between:
                kinds[n] = "tools"


def _row_of(markup: Markup, number: int) -> int:
    block = markup.lines[number].block
    return markup.blocks[block].parent if block >= 0 else -1


def _mark_steps(markup: Markup, kinds: list[LineKind]) -> None:
    """A breadcrumb without signs: names from the home page to the column headed below or titled."""
    if "breadcrumb" in kinds:
        return
    for n, line in enumerate(markup.lines):
        if kinds[n] not in ("link", "text") or not line.folded.startswith(HOME):
            continue
        steps = line.folded.split()
        if not 1 < len(steps) <= _STEPS or steps[0] not in HOME:
            continue
        if len(line.anchors) == len(steps) == 2:
            continue  # as likely the whole menu
        last, below = steps[-1], markup.lines[n + 1 : n + 1 + _BELOW]
        if fold(markup.title or "").startswith(last) or any(last == b.folded for b in below):
            kinds[n] = "breadcrumb"


def _mark_last_lines(markup: Markup, kinds: list[LineKind]) -> None:
    """Who runs the site, named below all running text, begins the footer; above it, an issue."""
    below: list[int] = []
    for line in reversed(markup.lines):
        if kinds[line.number] != "text":
            continue
        text = line.folded
        if len(text) <= _LABEL_LENGTH and _RUN_BY.match(text):
            for number in (line.number, *below):
                kinds[number] = "footer"
            below.clear()
        elif is_contact(line) or (
            len(text) <= _LABEL_LENGTH // 2 and (_PLACE.search(text) or _is_value(markup, line))
        ):
            below.append(line.number)
        else:
            _mark_address(markup, kinds, line.number, below)
            break


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
        len(above) <= _LABEL_LENGTH // 10
        and above.endswith(":")
        and bool(_RUN_BY.match(above) or _CONTACT.match(above))
    )


def _mark_footer_blocks(markup: Markup, kinds: list[LineKind]) -> None:
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
        if block.last <= marked:
            continue
        held = before[block.last] - before[block.first]
        if held * 4 <= before[-1] or _is_imprint(markup, kinds, block):
            marked = block.last
            for n in range(block.first, block.last):
                if kinds[n] == "text":
                    kinds[n] = "footer"


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


def _spread_footer(markup: Markup, kinds: list[LineKind]) -> None:
    """Address lines beside a footer line belong to it; in an article they stay text."""
    lines = markup.lines
    for order in (range(1, len(lines)), range(len(lines) - 2, -1, -1)):
        step = order.step
        for n in order:
            if kinds[n] != "text" or kinds[n - step] != "footer":
                continue
            beside = container_of(markup, n) == container_of(markup, n - step)
            same = lines[n].block == lines[n - step].block and _is_small(markup, lines[n].block)
            several = len(lines[n].folded) <= _LABEL_LENGTH and beside
            several = several and len(_CONTACTS.findall(lines[n].folded)) > 1
            if (beside and is_contact(lines[n])) or same or several:
                kinds[n] = "footer"


def _is_small(markup: Markup, block: int) -> bool:
    if block < 0:
        return False
    lines = markup.lines[markup.blocks[block].first : markup.blocks[block].last]
    return len(lines) <= _FOOTER_LINES and all(len(line.folded) <= _LABEL_LENGTH for line in lines)


def container_of(markup: Markup, number: int) -> int:
    """The block around the line, or around its paragraph."""
    block = markup.lines[number].block
    while block >= 0 and markup.blocks[block].tag in ("p", "li", "span"):
        block = markup.blocks[block].parent
    return block

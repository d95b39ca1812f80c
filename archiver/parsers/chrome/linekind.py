"""What a single line is, as its words and links tell; patterns run on lines short as labels."""

import re
from dataclasses import replace
from functools import lru_cache
from typing import Final, Literal

from archiver.chinese.fold import fold
from archiver.chinese.traditional import in_both
from archiver.parsers.chrome.sitewords import is_said_by_site, tells_rights
from archiver.parsers.lines import Line
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

LABEL_LENGTH: Final = 120  # a longer line is running text, whatever words it holds
_LINK_SHARE: Final = 0.7
HOME: Final = tuple(in_both("首页 主页 网站首页 本站首页 学校首页").split())
_VISITED: Final = re.compile(
    r"[(（]?(?:已?被)?(?:访问|浏览|阅读|点击|查看)(?:过|了)?\s?\d+\s?次[)）]?$"
    r"|自\S{4,16}(?:以来|起)\S{0,12}第?\s{0,9}\d*\s{0,9}(?:位|人次)\s?\S{0,6}$"
    r"|欢迎(?:登录|进入).{2,20}(?:网站?|平台|系统)[!！。]?$"
)
_SIGNS: Final = r"\s\d\ue000-\uf8ff|·•▪■◆►>›»<«\-—_\[\]()【】:/.,、"
_NO_LETTERS: Final = re.compile(f"[{_SIGNS}]+")
_LETTER: Final = re.compile(f"[^{_SIGNS}]")

_BREADCRUMB: Final = re.compile(
    r"(?:[您你]?的?(?:[现現]在|目前|[当當]前)?(?:所在)?的?位置|当前栏目|所在栏目)\s*(?:[:>是]|$)"
    r"|[^:]{0,10}[首主][页頁]\s*(?:>|»|›|→|-+>?|/|\\)"
    r"|[^>\s]{2,12}\s*(?:>>|»|›|→|-+>)\s*[^>。]{2,20}(?:$|[>»›→])"
)
_BREADCRUMB_SIGN: Final = re.compile("[置栏页頁>»›→]")  # none is without one
_LOGIN_WORDS: Final = """
    用户名 账号 帐号 密码 验证码 用户登录 会员登录 忘记密码 登录 注册 还没有账号 立即注册
"""
_LOGIN: Final = re.compile(one_of(in_both(_LOGIN_WORDS), padded=True))
_TOOL_WORDS: Final = """
    打印 打印本页 打印此页 打印本文 打印文章 关闭 关闭窗口 关闭本页 关闭此页 关闭页面 收藏
    收藏本页 收藏本文 收藏本站 加入收藏 推荐 推荐给好友 纠错 我要纠错 分享 分享到 分享至 返回
    返回顶部 返回首页 返回上页 返回列表 字体 字号 字体大小 字号大小 大 中 小 默认 超大 复制
    复制链接 复制本页 微信 微信好友 微信朋友圈 朋友圈 新浪微博 腾讯微博 微博 QQ空间 QQ好友 人人网
    双击自动滚屏 朗读 放大
    缩小 扫一扫 手机阅读 二维码 TOP 保存 投稿 我要投稿 评论 点赞 赞 顶 踩 阅读 浏览 浏览量 阅读量
    打开 返回原图 浏览次数 点击 点击数 已推荐 推荐成功 人参与 更多 播放次数 微信扫描分享 扫码分享
    我要推荐
    网站纠错 手机版 电脑版 移动版 触屏版 × 顶一下 踩一下 挑错 打印文本 打印页面
    下载打印 我要打印 返回上一级 收起 展开 收起全文 展开全文
    访问次数 分隔线 查看 查看次数 人气 在看 人点赞 人赞过 人喜欢 网摘 商城
    繁体 举报 楼主 沙发 只看该作者 只看楼主 倒序浏览 正序浏览 电梯直达 使用道具 发帖 回帖
    手机点评 E-mail推荐
    喜欢 共有 条评论 暂无评论 查看全部 全部评论 写评论 写留言 发表评论 转载 转发 赠金笔
    返回上一页 ↑ ⇧ A+ A- 手机看新闻 上一张 下一张 自动 自动播放 暂停播放 X Back Print Close
"""
_TOOL_GAP: Final = (
    r"[\s【】\[\]()|:·、,/>\d次+A…↑⇧▲\ue000-\uf8ff—-]*"  # icon fonts use the private area
)
_DAY: Final = re.compile(r"(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d")  # a tool may stand behind it
_TOOLS: Final = re.compile(
    rf"{_TOOL_GAP}(?:{one_of(in_both(_TOOL_WORDS))}{_TOOL_GAP})+$", re.IGNORECASE
)
BEFORE_ADJACENT: Final = r"[\s·•▪■◆●◎⊙○□◇★☆>»›→▶►◀←«<|\[【(]*"
"""What lists and arrows set before 上一篇 and 下一篇."""
_GENRES: Final = "(?:文章|新[闻聞]|信息|[资資][讯訊]|[内內]容|公告|通知|[图圖]片)"
NEIGHBOUR: Final = rf"(?:一?[篇条條则則个個]{_GENRES}?|一{_GENRES})"
"""What 上 and 下 stand before: 一篇, 条信息, 一信息."""
_ADJACENT: Final = re.compile(
    rf"{BEFORE_ADJACENT}[上下前后後](?:{NEIGHBOUR}|一?期)"
    r"(?P<sign>[\s·>»›→▶►◀←«<|\])】:]*)(?P<rest>.?)"
)
_TURN: Final = re.compile(
    r"[\s·•>»›→▶►◀←«<|\[【(]*[上下前后後]一?[页頁][\s·>»›→▶►◀←«<|\])】:]*(?=\S{4})"
)
_PAGINATION: Final = re.compile(
    r"[\s\[(<«]*(?:[上前]一?[页頁]|第[一\d]+[页頁]|共\s*\d+\s*[页頁条條]|每[页頁]|页码|总共|<<|«)"
    r"|.{0,30}(?:上(?<!返回上)一?[页頁]|下一?[页頁]|[尾末][页頁])|首[页頁]\s*[\d<]"
    r"|(?!\W?(?:19|20)\d\d\.\d{1,2}\.\d{1,2}\W?$)[\s\[\]【】()<>«»\d.…]+$"
    r"|[(\[]?\d{1,3}\s?/\s?\d{1,3}\s?[页頁][)\]]?$"
)
_PAGES: Final = re.compile(
    r"[首尾末][页頁]|[上下前后後]一?[页頁].+[上下前后後]一?[页頁]|共\s*\d|\d\s*/\s*\d"
)
_RELATED_WORDS: Final = """
    相关文章 相关新闻 相关链接 相关资讯 相关阅读 相关信息 相关报道 相关稿件 相关内容 相关推荐
    相关热词 相关专题 相关搜索 相关评论 相关视频 相关图片 推荐阅读 推荐新闻 推荐文章 热门推荐
    大家都在看 大家在看 大家还看了
    热门文章 热门新闻 热点新闻 热点推荐 热点排行 延伸阅读 精彩推荐 精彩图集 猜你喜欢 阅读排行
    点击排行 新闻排行 今日推荐 最新文章 最新评论 友情链接 网友评论 发表评论 我要评论 文章评论
    本条目发布 本条目由 此条目发表 此条目由 近期文章 近期评论 文章归档
    重要链接 常用链接 快速链接 快捷链接 快捷通道 校内链接 校外链接
    读者评论 用户评论 评论列表 读者留言
    往期回顾 往期精彩 往期推荐 往期内容 往期阅读 往期链接 往期文章 历史文章 更多精彩 更多推荐
    更多阅读 搜索更多相关主题
    关键词阅读 关注我们 热搜词 热搜 视频新闻 网站导航 站内搜索 为你推荐 为您推荐
"""
_RELATED_ALONE: Final = frozenset(in_both("热门 热点 推荐 热文 热帖 最近更新 最新更新").split())
_TAGS: Final = re.compile(
    r"(?:(?:发布|发表|归档|张贴)在|(?:文章|所属|本文)?(?:分类|标签|标记|关键[词字])|tags?|categor(?:y|ies))\s*[:\s]",
    re.IGNORECASE,
)
_FILED: Final = re.compile("(?:分类|标签|归档|关键[词字]|tags?):?", re.IGNORECASE)
_RELATED: Final = re.compile(rf"[【\[\s◆■>●▼▶→—–·•|丨*★☆-]*{one_of(in_both(_RELATED_WORDS))}")
_COUNTER_WORDS: Final = """
    您好!欢迎 您好,欢迎
    热烈欢迎
    欢迎您 欢迎光临 欢迎访问 欢迎来到 欢迎使用 今天是 现在是 您是第 今日访问 访问量 访问人数
    访问总量 访问次数 总访问量 在线人数 当前在线 本站共
    本页访问 本页浏览 本文访问 本文浏览 浏览总量 今日浏览 总浏览量 累计访问
"""
_COUNTER: Final = re.compile(one_of(in_both(_COUNTER_WORDS)))
_WORDS: Final = [
    *in_both(f"{_LOGIN_WORDS}{_TOOL_WORDS}{_RELATED_WORDS}{_COUNTER_WORDS}").split(),
    *_RELATED_ALONE,
]
_FIRST: Final = frozenset([*(word[0] for word in _WORDS), *"次共总已被欢自"])
"""The Chinese characters that labels begin with, and page numbers without 页; few titles do."""

_LEADING: Final = frozenset("上下前后後返回发归张文所本分标关")
"""Those that the words for neighbours, ways back and where a post is filed begin with."""

# Every branch begins with one letter, in one case, which makes the search fast.
_FOOTER: Final = re.compile(
    r"版\s{0,4}[权權]\s{0,4}所\s{0,4}有|版[权權][声聲]明|c(?i:opyright)|C(?i:opyright)|©"
    r"|i(?i:cp)(?:[备证]|\s*\w{0,3}\d{6})|I(?i:cp)(?:[备证]|\s*\w{0,3}\d{6})"
    r"|公网安备|网站标识码|政府网站标识|技术支持"
    r"|建议.{0,30}分辨率|最佳(?:浏览|显示|分辨|观看)|未经(?:许可|授权|书面).{0,8}不得|网络带宽|备案(?:编|证)?号|网站地图"
    r"|a(?i:ll rights reserved)|A(?i:ll rights reserved)|网站管理"
    r"|您是.{0,20}第\s?\d{1,9}\s?位(?:来?访|浏览|[来游]客|来宾|朋友|读者)"
)
_WAY_BACK: Final = re.compile(
    r"\W{0,2}(?:返回|回到?)(?:顶部|页首|页顶|(?:本期)?目录|首页|上页|开头)\W{0,2}"
    r"|[↑⇧▲]?\s?(?:[↑⇧]|[Tt][Oo][Pp])"
)
_PADDED: Final = re.compile(r"(?<![一-鿿])([一-鿿]) ([一-鿿])(?![一-鿿])")  # [返 回]
_OWNED: Final = re.compile(r"\W{0,3}(?:本站|本网站?|网站)?版权归.{2,30}所有")


def link_length(line: Line) -> int:
    """Characters of a line that are link text."""
    return sum(len(anchor.text) for anchor in line.anchors)


def without_way_back(line: Line) -> Line:
    """A line without the link 返回顶部 that stands behind its text."""
    link = line.anchors[-1].text.strip() if line.anchors and line.table is None else ""
    text = line.text.rstrip()
    if not _WAY_BACK.fullmatch(link) or not text.endswith(link) or text == link:
        return line
    text = text.removesuffix(link).rstrip()
    return replace(line, text=text, folded=fold(text).strip(), anchors=line.anchors[:-1])


def kind_of(line: Line) -> LineKind:
    """The kind of a line, whatever stands around it."""
    text = line.folded
    if len(text) <= LABEL_LENGTH:
        kind = _short_kind(text, len(line.anchors))
        if kind is not None:
            return kind
    elif tells_rights(text):
        return "tools"
    elif len(text) > LABEL_LENGTH * 3 or not line.anchors:
        return "text"
    elif _is_footer(text):
        return "footer"
    if not line.anchors or line.table is not None:
        return "text"
    if len(line.anchors) == 1 and _is_alone(line.anchors[0].text, line.text):
        return "text" if _is_tool_behind(line) else "link"
    filed = _FILED.match(text)
    if filed and text[filed.end() :].lstrip().startswith(fold(line.anchors[0].text).strip()):
        return "related"
    return "link" if _is_linked(line) else "text"


def _is_alone(linked: str, text: str) -> bool:
    """Whether only bars, bullets and dates stand beside the linked part, or that again as a tip."""
    return linked == text or not _LETTER.search(text.replace(linked, ""))


def _is_tool_behind(line: Line) -> bool:
    """Whether the link that ends a line is a tool behind a day and a count: 2012.07.16 33分享."""
    linked = line.anchors[0].text
    return linked != line.text and linked[:1] in _FIRST and _TOOLS.match(linked) is not None


def _is_linked(line: Line) -> bool:
    """Whether the line is made of links, whatever bars and dates stand between them."""
    letters = len(_NO_LETTERS.sub("", line.folded))
    linked = sum(len(_NO_LETTERS.sub("", anchor.text)) for anchor in line.anchors)
    return linked >= _LINK_SHARE * letters


def _is_footer(text: str) -> bool:
    return bool(_FOOTER.search(text) or ("版权归" in text and _OWNED.match(text)))


@lru_cache(maxsize=8192)  # the pages of a site share their menus and labels
def _short_kind(text: str, links: int) -> LineKind | None:
    if _is_footer(text):
        return "footer"
    is_han = "一" <= text[:1] <= "鿿"
    may_lead = not is_han or text[0] in _LEADING
    neighbour = _ADJACENT.match(text) if may_lead else None
    if neighbour and (links or ":" in neighbour["sign"] or neighbour["rest"] in ("", "没")):
        return "adjacent"
    if may_lead and links == 1 and _TURN.match(text) and not _PAGES.search(text):
        return "adjacent"
    if " " in text:
        text = _PADDED.sub(r"\1\2", text)
    may_be_label = not is_han or text[0] in _FIRST
    may_be_tools = may_be_label and len(text) <= 60 and not _DAY.match(text)
    if (may_be_tools and _TOOLS.match(text)) or is_said_by_site(text):
        return "related" if _RELATED.match(text) else "tools"  # 推荐 and 阅读 are tools too
    if (links or len(text) <= 60) and _BREADCRUMB_SIGN.search(text) and _BREADCRUMB.match(text):
        return "breadcrumb"
    may_turn = len(text) <= 60 and (may_be_label or "页" in text or "頁" in text)
    if may_turn and _PAGINATION.match(text) and (links or not text.isdigit()):
        return "pagination"
    if may_be_label and (kind := _labelled_kind(text, links)):
        return kind
    if not (links and may_lead):
        return None
    if _TAGS.match(text):
        return "related"
    return "tools" if _WAY_BACK.fullmatch(text) else None


def _labelled_kind(text: str, links: int) -> LineKind | None:
    if len(text) <= 40 and _LOGIN.match(text):
        return "login"
    if len(text) <= 60 and (_COUNTER.match(text) or _VISITED.match(text)):
        return "counter"
    if text in _RELATED_ALONE:
        return "related"
    return "related" if (len(text) <= 16 or links) and _RELATED.match(text) else None

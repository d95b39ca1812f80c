"""What ``<title>`` says: the parts that name the page, its column and its site."""

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import takewhile
from typing import Final

from archiver.chinese.fold import fold, one_line
from archiver.chinese.units import is_unit_name
from archiver.parsers.bulletin.masthead.series import holds_series_word
from archiver.parsers.bulletin.shapes import section_name
from archiver.parsers.info.papers import is_of_paper

# A bar before a number form is part of an issue's title, as is a hyphen in one: 第11-12期.
_SEPARATOR: Final = re.compile(
    r"\s*(?:_|[|｜](?!\s*(?:\d{4}年)?第)|--+|——|\s[-–—]\s|>>|[»«›‹]"
    r"|(?<=[一-鿿)）】”])-(?=[一-鿿“(（【])|-(?!(?<=\d-)\d)(?=[^-]{2,30}$))\s*"
)
_SITE: Final = re.compile(
    r"(?:(?<![并联电上管入组布路触落互])网|网站|门户|平台|在线|首页|主页|政[府务]信息公开(?:目录|专栏|系统)?|总工会|人民政府|工会|局"
    r"|[日晚晨早时]报|工人报|数字报|^.{2,6}[职教]工之家|委员会|中心|学院|大学|学校|[小中]学|幼儿园|医院|协会|办公室)$"
    r"|^欢迎(?:您|访问|光临|来到|进入)|欢迎[您你][!！]?$"
)
_SITE_ENDS: Final = "网站户台线页录栏统会府局报家心院学校园室"  # as few lines end
_WEB: Final = re.compile(r"(?:网|网站|门户|平台|在线|首页|主页)$")
# What editors call a page that nobody has named.
_NAMELESS: Final = re.compile(
    r"(?:新闻|文章|信息|公告|资讯)?(?:(?:详[细情]|具体)(?:内容|信息|页面?)|内容(?:页|详情)?|详情页?|正文|更多|[显查][示看]页?)"
    r"|(?:栏目|新闻|文章|信息)?列表页?|(?:[显查][示看]|浏览|阅读)(?:新闻|文章|信息|内容)"
    r"|\W*[{\[<][\w:!$-]{3,40}[}\]>]\W*"  # what a template leaves
    r"|(?:无标题|未命名|新建|untitled|new)[ -]?(?:文档|文件|网页|页面?|document|page)?[ -]?\d*",
    re.IGNORECASE,
)
# Names of columns, which stand between title and site, or before both.
_COLUMN: Final = re.compile(
    r"(?:之窗|动态|公开|介绍|新闻|要闻|资讯|公告|文件|专栏|专题|信息|简介|详情|正文|内容页?|风采|之家|园地)$"
)
# What stands where headlines do: the paper a document is printed on, its number, heads of a table.
_NO_TITLE: Final = re.compile(
    r"[一-鿿]{4,30}文件"
    r"|\(?[一-鿿]{0,14}[发函字办通电令文]\s?[〔﹝\[(]\d{4}[〕﹞\])]\s?第?\s?\d{1,4}\s?号\)?"
    r"|(?:文字|访谈|图文)(?:实录|摘要|直播)|序号|标题|名称|(?:发布)?(?:日期|时间)|点击[数量]?|操作|(?:网站|快速|栏目|频道|站内)?导航|快捷通道"
    r"|(?:个人|教育|工作|学习|科研|教学|学术|社会|主要)(?:资料|信息|概况|经历|背景|履历|兼职|任职)"
)
# A column of a site whose own name stands elsewhere: no body is called just that.
_ORGAN: Final = re.compile("(?:总?工会|办公室|委员会|协会|团委|党委|中心|学院|医院)")
_MAKER: Final = re.compile(r"^Power(?:ed)?\s*by", re.IGNORECASE)
_CENTRE: Final = re.compile(
    r"(?:新闻|资讯|信息|下载|图片|视频|公告|服务|办事|互动|政务|宣传|专题|文件)中心"
)
_COLUMN_LENGTH: Final = 6
_SITE_AND_COLUMN: Final = re.compile(r"(\S{3,20})\s(\S{2,6})")


def is_no_title(text: str) -> bool:
    """Whether a folded line is the head or the number of a document, or the head of a table."""
    if _NO_TITLE.fullmatch(text):
        return True
    return is_of_paper(text) and not holds_series_word(text)


def is_nameless(title: str | None) -> bool:
    """Whether the title is what editors call a page that nobody has named."""
    return bool(_NAMELESS.fullmatch(fold(title or "").strip()))


def names_place(text: str) -> bool:
    """Whether a line names a site, a section or a column rather than a page."""
    may_be_site = text[-1:] in _SITE_ENDS or "欢迎" in text
    return bool((may_be_site and _SITE.search(text)) or section_name(text)) or is_column(text)


@lru_cache(maxsize=1024)  # the pages of a site end alike
def names_site(part: str | None) -> bool:
    """Whether a part of ``<title>`` names the site or who runs it."""
    if part is None or _CENTRE.fullmatch(part) or _ORGAN.fullmatch(part):
        return False
    return bool(_SITE.search(part)) or is_unit_name(fold(part))


def parts_of(title: str | None) -> list[str]:
    """The parts of ``<title>`` between its separators."""
    parts = [part for part in _SEPARATOR.split(one_line(title or "")) if part]
    parts = [part for part in parts if not _MAKER.match(part)] or parts
    if len(parts) == 1 and (found := _SITE_AND_COLUMN.fullmatch(parts[0])):
        return list(found.groups()) if names_site(found[1]) and is_column(found[2]) else parts
    return parts


def own_parts(parts: Iterable[str]) -> list[str]:
    """Those of the ``parts`` of ``<title>`` that do not name the site, the longest first."""
    parts = [part for part in parts if not is_nameless(part)]
    own = list(takewhile(lambda part: not names_site(part), parts))
    own = own or [part for part in parts if not names_site(part)]
    if not own and len(parts) > 1:  # a title may end like the name of a body
        bodies = [part for part in parts[1:] if not _WEB.search(part)]
        if _WEB.search(parts[-1]) and not _WEB.search(parts[0]):
            own = parts[:1]  # 系统工会 - 某某工会网: the site comes last
        else:
            own = bodies[-1:] if bodies and _WEB.search(parts[0]) else [max(parts, key=len)]
    return sorted(own, key=lambda part: (is_column(part), -len(part)))


def is_column(part: str) -> bool:
    """Whether a short part or line is the name of a column."""
    return len(part) <= _COLUMN_LENGTH and bool(_COLUMN.search(part))

"""Invented pages of about 30 KB of one site, composed as such sites' pages are.

Measured on 572 pages of 20 to 45 KB out of 1,980 from crawls of whole sites of schools, offices and
associations, in means: of twenty pages ten are articles (970 characters in 12 paragraphs), four
lists, four documents (1,440 in 25), one or two something else, and one in eighty a bulletin (4,400
in 37). A page has 365 start tags, 80 links, 15 pictures, 14 scripts, 52 style attributes, 20 % of
scripts and style sheets and 4 % of comments; 43 in 100 are laid out as tables. Here one in twenty
is a bulletin, for they are what the archiver is for, but of 6 articles, so that it has 30 KB too; a
page has 50 links to other pages of the site, and the site has two looks (``benchmarks.skins``). As
on a site, pages share menu and footer; no two share a text, so that nothing read before helps with
the next. On one core trafilatura takes 20 ms for such a page and GNE 17, for 151 of the real ones
20 and 15; ``archiver parse`` takes a tenth more for these than for the real ones.
"""

import random
from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from benchmarks.skins import DIVISIONS, TABLES, Skin

LINKS = 50
FEWEST = 80
"""So many pages hold all columns of the menu."""

ENCODINGS = ("utf-8", "gb18030")  # by turns
_KINDS = "article list article document article bulletin article list document other ".split() + (
    "article list article document article article list article document article".split()
)
_WORDS = (
    "县总工会 职工 困难 帮扶 企业 基层 工会 主席 干部 活动 开展 组织 建设 劳动 竞赛 培训 维权 "
    "签订 集体 合同 工资 协商 安全 生产 检查 慰问 女职工 代表 大会 会议 要求 工作 落实 推进 "
    "经济 发展 和谐 稳定 服务 中心 医疗 互助 保障 金秋 助学 先进 模范 表彰 文化 体育 比赛"
).split()
_COLUMNS = (
    "工会概况 领导成员 机构职能 工会要闻 通知公告 基层动态 工作简报 组织建设 权益保障 女工工作 "
    "劳动竞赛 帮扶中心 政策法规 财务经审 职工文化 劳模风采"
).split()
# Words beyond those of the trade, so that no two texts pass for copies of each other.
_HAN = [bytes((row, 0xA1 + k)).decode("gb2312") for row in range(0xB0, 0xD7) for k in range(94)]
_TITLES = {"list": "基层动态", "other": "联系我们"}  # of pages that are no texts
_PARTS = "最新 重要 图片".split()
_SITE = "枫叶县总工会"
_UNITS = ("枫叶乡工会", "县教育局工会", "县供电公司工会", "城关镇总工会", "县人民医院工会")
_STYLE = "".join(
    f".box{k} .title a:hover{{color:#c00;background:url(/images/bg{k}.gif) no-repeat 0 {k}px}}\n"
    for k in range(56)
)
_SCRIPT = """<script type="text/javascript">
function size(n){document.getElementById('zoom').style.fontSize=n+'px';}
function setHome(o){try{o.style.behavior='url(#default#homepage)';o.setHomePage(location.href);}
catch(e){alert('您的浏览器不支持，请手动设置');}}
function copy(){var t=document.title;if(window.clipboardData){window.clipboardData.setData('t',t);}}
</script>
"""
_STATE = random.Random(0).randbytes(900).hex()
_COUNTER = """<script type="text/javascript">var _t=_t||[];(function(){var h=document.
createElement("script");h.src="/js/tongji.js?5a1";var s=document.getElementsByTagName("script")[0];
s.parentNode.insertBefore(h,s);})();</script>
"""
_BANNER = """<!--
<div class="banner"><object classid="clsid:D27CDB6E-AE6D-11cf-96B8-444553540000" width="1000"
 codebase="http://download.macromedia.com/pub/shockwave/cabs/flash/swflash.cab" height="180">
<param name="movie" value="/images/banner.swf" /><param name="quality" value="high" />
<param name="wmode" value="transparent" /><embed src="/images/banner.swf" width="1000"
 height="180" quality="high" type="application/x-shockwave-flash" wmode="transparent"></embed>
</object></div><script type="text/javascript" src="/js/slide.js"></script>
<script>$(function(){$(".slide").slide({mainCell:".bd ul",effect:"left",autoPlay:true});});</script>
-->
"""


def page(number: int, pages: int) -> bytes:
    """Page ``number`` of a site of ``pages``."""
    chance = random.Random(number)
    apart = [*range(1, 11), *chance.sample(range(11, pages), LINKS - len(_COLUMNS) - 14)]
    others = iter([(number + far) % pages for far in apart])
    skin = TABLES if number % 7 in (1, 3, 5) else DIVISIONS
    content = _CONTENTS[_kind(number)](skin, number, chance, others)
    encoding = ENCODINGS[number % 2]
    title = _TITLES.get(_kind(number)) or _title(number)
    html = (
        '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/'
        'xhtml1/DTD/xhtml1-transitional.dtd">\n<html xmlns="http://www.w3.org/1999/xhtml"><head>\n'
        f'<meta http-equiv="Content-Type" content="text/html; charset={encoding}" />\n'
        f"<title>{title}-{_SITE}</title>\n"
        '<meta name="keywords" content="工会,职工,维权,帮扶" />'
        f'<meta name="description" content="{title}" />\n'
        '<link href="/css/style.css" rel="stylesheet" type="text/css" />\n'
        '<script type="text/javascript" src="/js/jquery.js"></script>\n'
        f'{_SCRIPT}<style type="text/css">\n{_STYLE}</style></head>\n<body>{_top(skin)}'
        f"{skin.main.format(content=content, side=_side(skin, others))}{_foot(skin)}"
        f"{_COUNTER}</body></html>\n"
    )
    return html.encode(encoding)


def path(number: int) -> str:
    """The address of page ``number`` on its site."""
    year, month, _ = _day(number)
    return f"/gh/{year}{month:02}/t{number}.html"


def _kind(number: int) -> str:
    return _KINDS[number // 2 % len(_KINDS)]


def _first(kind: str) -> list[int]:
    """The pages of a kind that all others link to."""
    return [number for number in range(FEWEST) if _kind(number) == kind]


def _top(skin: Skin) -> str:
    """Banner, search and a menu of two levels, the same on all pages."""
    columns = zip(_first("list"), _COLUMNS, strict=True)
    menu = "".join(
        skin.column.format(number=k, link=path(first), name=name, subs=_subs(skin, k, first, name))
        for k, (first, name) in enumerate(columns)
    )
    return skin.top.format(home=path(0), state=_STATE, banner=_BANNER, menu=menu)


def _subs(skin: Skin, number: int, first: int, name: str) -> str:
    return "".join(
        skin.sub.format(link=f"{path(first)}#{n}", name=f"{part}{name[:2]}")
        for n, part in enumerate(_PARTS[: number % 3])
    )


def _foot(skin: Skin) -> str:
    about, guide, contact = map(path, _first("other")[:3])
    friends = "".join(skin.friend.format(number=k) for k in range(5))
    return skin.foot.format(friends=friends, about=about, guide=guide, contact=contact, site=_SITE)


def _side(skin: Skin, others: Iterator[int]) -> str:
    boxes = (
        ("最新动态", skin.item, islice(others, 9)),
        ("图片新闻", skin.picture, islice(others, 6)),
        ("点击排行", skin.item, others),
    )
    more = path(_first("list")[0])
    return "".join(
        skin.box.format(name=name, more=more, rows="".join(_items(item, numbers)))
        for name, item, numbers in boxes
    )


def _items(item: str, numbers: Iterable[int]) -> Iterator[str]:
    for number in numbers:
        title, day = _title(number), "-".join(map("{:02}".format, _day(number)[1:]))
        yield item.format(number=number, link=path(number), title=title, short=title[:15], day=day)


def _list(skin: Skin, _number: int, _chance: random.Random, others: Iterator[int]) -> str:
    rows = "".join(
        skin.row.format(link=f"..{path(k)[3:]}", title=_title(k), day=DIVISIONS.printed(*_day(k)))
        for k in islice(others, 25)
    )
    turns = "".join(f"<span>{k}</span>" for k in range(1, 8))
    return skin.list.format(place=_place(skin, _TITLES["list"]), rows=rows, turns=turns)


def _article(skin: Skin, number: int, chance: random.Random, others: Iterator[int]) -> str:
    unit = _UNITS[number % len(_UNITS)]
    body = _paragraphs(number, chance, 12, 7)
    picture = '<p align="center"><img src="/upload/1.jpg" width="500" /></p>\n'
    hits = f'点击：<script src="/hits.asp?id={number}"></script>次'
    return _framed(
        skin,
        _title(number),
        f"来源：{unit}　发布时间：{skin.printed(*_day(number))}　{hits}",
        f"{body}{picture}{_line(f'（{unit} 供稿）', 'right')}",
        others,
    )


def _document(skin: Skin, number: int, chance: random.Random, others: Iterator[int]) -> str:
    day = _day(number)
    parts = "".join(
        _line(f"{figure}、{_text(chance, 1)}", "left") + _paragraphs(number, chance, 5, 5)
        for figure in "一二三四"
    )
    return _framed(
        skin,
        f"关于{_title(number)}的通知",
        f"发布时间：{skin.printed(*day)}　作者：办公室",
        f"{_line(f'枫工发〔{day[0]}〕{number % 90 + 1}号', 'center')}"
        f"{_line('各乡镇工会，县直各基层工会：', 'left')}{_paragraphs(number, chance, 1, 6)}{parts}"
        f"{_line(_SITE, 'right')}{_line(TABLES.printed(*day), 'right')}",
        others,
    )


def _bulletin(skin: Skin, number: int, chance: random.Random, others: Iterator[int]) -> str:
    issue = number % 400 // 20 * 2 + number % 2 + 1
    titles = [_title(number * 6 + k) for k in range(6)]
    articles = "".join(
        _line(f"<b>{title}</b>", "center")
        + _paragraphs(number, chance, 4, 10)
        + _line(f"（{_UNITS[(number + k) % len(_UNITS)]}）", "right")
        for k, title in enumerate(titles)
    )
    day = _day(number)
    return _framed(
        skin,
        f"枫叶工运简报第{issue}期",
        f"发布时间：{skin.printed(*day)}",
        f"{_line('<b>枫叶工运简报</b>', 'center')}{_line(f'第{issue}期', 'center')}"
        f"{_line(f'{_SITE}办公室编　　{day[0]}年{issue // 4 + 1}月15日', 'center')}<hr />"
        f"{_line('目　　录', 'center')}{''.join(_line(f'◇{title}', 'left') for title in titles)}"
        f"<hr />{articles}{_line('报：市总工会', 'left')}{_line('发：各乡镇工会', 'left')}",
        others,
    )


def _other(skin: Skin, _number: int, chance: random.Random, _others: Iterator[int]) -> str:
    """A page about the institution: a few lines and a table of offices."""
    rows = "".join(
        f'<tr><td width="30%">{chance.choice(_WORDS)}部</td><td>{chance.choice(_WORDS)}楼'
        f"{chance.randrange(100, 999)}室</td><td>0000-{chance.randrange(10**6, 10**7)}</td></tr>\n"
        for _ in range(12)
    )
    return (
        f"{_place(skin, _TITLES['other'])}<h1>{_TITLES['other']}</h1><p>{_text(chance, 5)}</p>"
        f'<table border="1" width="90%">\n{rows}</table>'
    )


_CONTENTS: dict[str, Callable[[Skin, int, random.Random, Iterator[int]], str]] = {
    "article": _article,
    "list": _list,
    "document": _document,
    "bulletin": _bulletin,
    "other": _other,
}


def _framed(skin: Skin, title: str, told: str, body: str, others: Iterator[int]) -> str:
    """What a content system prints around a text."""
    before, after = islice(others, 2)
    return skin.text.format(
        place=_place(skin, "工作动态", " &gt;&gt; 正文"),
        title=title,
        told=told,
        body=body,
        before=path(before),
        title_before=_title(before),
        after=path(after),
        title_after=_title(after),
    )


def _place(skin: Skin, name: str, end: str = "") -> str:
    return skin.place.format(home=path(0), column=path(_first("list")[5]), name=name, end=end)


def _line(text: str, align: str) -> str:
    return (
        f'<p style="text-align:{align};line-height:28pt"><span style="font-family:仿宋_GB2312;'
        f'font-size:16pt">{text}</span></p>\n'
    )


def _paragraphs(number: int, chance: random.Random, count: int, clauses: int) -> str:
    """Running text; every other page has it pasted from Word, a day in every fourth paragraph."""
    printed = _word if number // 2 % 2 else _plain
    return "".join(
        printed(
            f"{chance.randrange(1, 13)}月{chance.randrange(1, 29)}日，" if k % 4 == 0 else "",
            _text(chance, clauses),
        )
        for k in range(count)
    )


def _plain(day: str, text: str) -> str:
    return f'<p style="line-height:2em">　　{day}{text}</p>\n<p>&nbsp;</p>\n'


def _word(day: str, text: str) -> str:
    dated = f'<span lang="EN-US" style="font-family:仿宋_GB2312">{day}</span>' if day else ""
    return (
        f'<p class="MsoNormal" style="text-indent:32pt">{dated}'
        f'<span style="font-size:16pt;font-family:仿宋_GB2312">{text}<o:p></o:p></span></p>\n'
    )


def _text(chance: random.Random, clauses: int) -> str:
    made = (
        "".join(chance.choices(_WORDS, k=3) + chance.choices(_HAN, k=4)) for _ in range(clauses)
    )
    return f"{'，'.join(made)}。"


def _title(number: int) -> str:
    words = random.Random(-1 - number).choices(_WORDS, k=6)
    return f"{''.join(words)}第{number}次会议召开"


def _day(number: int) -> tuple[int, int, int]:
    return 2000 + number // 400 % 19, number // 33 % 12 + 1, number % 28 + 1

"""Invented pages of a bulletin site, like real ones in all that costs a crawler time.

Measures of 97 real pages between 15 and 60 KB (medians): 13 start tags a kibibyte, 6 % script and
style, links with titles and dates in menus and sidebars, text pasted from Word. These have the
same, with 50 links each to other pages of the site; every other page is GBK, the rest UTF-8. Of
twenty pages seven are articles, five bulletins of eight articles with the units that sent them,
four documents (通知), four lists. No two share a text, so that nothing read before helps with the
next.
"""

import random
from collections.abc import Callable, Iterable, Iterator
from itertools import islice

LINKS = 50
FEWEST = 80
"""So many pages hold all columns of the menu."""

_COLUMNS = (
    "工会概况 工会要闻 通知公告 工作简报 组织建设 权益保障 女工工作 劳动竞赛 帮扶中心 政策法规 "
    "财务经审 职工文化 劳模风采 基层动态 下载中心 理论研究"
).split()
_LISTED, _NEWS = 24, 20
_LISTS, _DOCUMENTS = (0, 5, 11, 16), (3, 8, 13, 19)
_WORDS = (
    "县总工会 职工 困难 帮扶 企业 基层 工会 主席 干部 活动 开展 组织 建设 劳动 竞赛 培训 维权 "
    "签订 集体 合同 工资 协商 安全 生产 检查 慰问 女职工 代表 大会 会议 要求 工作 落实 推进 "
    "经济 发展 和谐 稳定 服务 中心 医疗 互助 保障 金秋 助学 先进 模范 表彰 文化 体育 比赛"
).split()
# Words beyond those of the trade, so that no two texts pass for copies of each other.
_HAN = [bytes((row, 0xA1 + k)).decode("gb2312") for row in range(0xB0, 0xD7) for k in range(94)]
_UNITS = ("枫叶乡工会", "县教育局工会", "县供电公司工会", "城关镇总工会", "县人民医院工会")
_SCRIPT = """<script type="text/javascript" src="/js/jquery.js"></script>
<script type="text/javascript">
function setHome(o){try{o.style.behavior='url(#default#homepage)';o.setHomePage(location.href);}
catch(e){alert('您的浏览器不支持，请手动设置');}}
function size(n){document.getElementById('zoom').style.fontSize=n+'px';}
</script>
"""
_STYLE = (
    '<style type="text/css">body{margin:0 auto;font:12px/24px "宋体";color:#333}\n'
    + "".join(
        f".box{n} li a:hover{{color:#c00;background:url(/images/{n}.gif)}}\n" for n in range(22)
    )
    + "</style>\n"
)
_SEARCH = (
    '<form action="/search.asp" method="post" name="search"><input type="hidden" name="t" '
    'value="1" /><input type="text" class="word" name="key" value="请输入关键字" />'
    '<select name="in"><option value="1">标题</option><option value="2">内容</option></select>'
    '<input type="image" src="/images/search.gif" /></form>'
)


def page(number: int, pages: int) -> bytes:
    """Page ``number`` of ``pages``."""
    chance = random.Random(number)
    apart = [*range(1, 11), *chance.sample(range(11, pages), LINKS - len(_COLUMNS) - 10)]
    others = iter([(number + far) % pages for far in apart])
    content = _content(number)(number, chance, others)
    charset = "utf-8" if number % 2 else "gb2312"
    html = (
        '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/'
        'xhtml1/DTD/xhtml1-transitional.dtd">\n<html xmlns="http://www.w3.org/1999/xhtml"><head>\n'
        f'<meta http-equiv="Content-Type" content="text/html; charset={charset}" />\n'
        f'<meta name="keywords" content="工会,职工" /><title>{_title(number)}-某县总工会</title>\n'
        f'<link href="/css/style.css" rel="stylesheet" type="text/css" />\n'
        f"{_SCRIPT}{_STYLE}</head>\n"
        f'<body><div class="top"><img src="/images/logo.gif" alt="" /></div>{_menu()}'
        f'<div class="search"><span class="date">今天是2011年10月9日</span>{_SEARCH}</div>\n'
        f'<div class="main"><div class="left">{content}</div><div class="right">'
        f"{_beside('最新动态', islice(others, _NEWS))}{_beside('点击排行', others)}</div></div>\n"
        '<div class="foot"><p>主办单位：某县总工会　承办单位：某县总工会办公室</p>'
        "<p>地址：某县城关镇解放路1号　电话：0000-1234567</p></div></body></html>"
    )
    return html.encode("utf-8" if number % 2 else "gbk")


def path(number: int) -> str:
    """The address of page ``number`` on its site."""
    return f"/gh/{_day(number)[:7].replace('-', '')}/t{number}.html"


def _content(number: int) -> Callable[[int, random.Random, Iterator[int]], str]:
    place = number % 20
    if place % 4 == 2:
        return _bulletin
    return _list if place in _LISTS else _document if place in _DOCUMENTS else _article


def _menu() -> str:
    lists = [number for number in range(FEWEST) if _content(number) is _list]
    items = (
        f'<li id="menu{k}"><a href="{path(k)}" class="one"><span>{name}</span></a></li>\n'
        for k, name in zip(lists, _COLUMNS, strict=True)
    )
    return f'<div class="menu"><ul>{"".join(items)}</ul></div>\n'


def _beside(name: str, numbers: Iterable[int]) -> str:
    items = "".join(
        f'<li class="item"><img src="/images/dot.gif" width="3" height="5" />'
        f'<a href="{path(k)}" target="_blank" title="{_title(k)}">{_title(k)[:14]}</a>'
        f'<span class="day">{_day(k)[5:]}</span></li>\n'
        for k in numbers
    )
    return f'<div class="box"><div class="head"><h3>{name}</h3></div><ul>{items}</ul></div>\n'


def _list(number: int, chance: random.Random, others: Iterator[int]) -> str:
    rows = "".join(
        f'<li class="row"><img src="/images/new.gif" /><h4><em class="dot">·</em>'
        f'<a href="{path(k)}" target="_blank" title="{_title(k)}">{_title(k)}</a></h4>'
        f'<span class="time">{_day(k)}</span>\n<div class="about">'
        f'<font color="#999999">{_text(chance, 17)}……</font></div>'
        '<div class="line"><i></i></div></li>\n'
        for k in islice(others, _LISTED)
    )
    name = _COLUMNS[number % len(_COLUMNS)]
    return f'<div class="place">当前位置：首页 &gt;&gt; {name}</div><ul class="list">{rows}</ul>'


def _article(number: int, chance: random.Random, _others: Iterator[int]) -> str:
    unit = _UNITS[number % len(_UNITS)]
    return (
        f'<div class="place">当前位置：首页 &gt;&gt; 基层动态</div><h1>{_title(number)}</h1>'
        f'<div class="info">来源：{unit}　发布时间：{_day(number)}　点击：<span id="hits">'
        f'{number}</span>次　【字体：<font size="3">大</font> <font size="2">中</font>】</div>'
        f'<div id="zoom">{_paragraphs(number, chance, 30)}'
        f"{_line(f'（{unit} 供稿）', 'right')}</div>"
    )


def _document(number: int, chance: random.Random, _others: Iterator[int]) -> str:
    year, month, day = map(int, _day(number).split("-"))
    parts = "".join(
        _line(f"{figure}、{_text(chance, 2)}", "left") + _paragraphs(number + k, chance, 6)
        for k, figure in enumerate("一二三四五")
    )
    return (
        f'<div class="place">当前位置：首页 &gt;&gt; 通知公告</div>'
        f"<h1>关于{_title(number)}的通知</h1>"
        f'<div class="info">发布时间：{_day(number)}</div><div id="zoom">'
        f"{_line(f'某工发〔{year}〕{number % 90 + 1}号', 'center')}"
        f"{_line('各乡镇工会，县直各基层工会：', 'left')}{parts}{_line('某县总工会', 'right')}"
        f"{_line(f'{year}年{month}月{day}日', 'right')}</div>"
    )


def _bulletin(number: int, chance: random.Random, _others: Iterator[int]) -> str:
    year, place = 2000 + number // 400, number // 4 % 100 + 1
    titles = [f"{_title(number * 8 + k)}" for k in range(8)]
    articles = "".join(
        _line(f"<b>{title}</b>", "center")
        + _paragraphs(number + k, chance, 4)
        + _line(f"（{_UNITS[(number + k) % len(_UNITS)]}）", "right")
        for k, title in enumerate(titles)
    )
    contents = "".join(_line(f"◇{title}", "left") for title in titles)
    return (
        f'<div class="place">当前位置：首页 &gt;&gt; 工作简报</div><h1>某县工运简报第{place}期</h1>'
        f'<div id="zoom">{_line("<b>某县工运简报</b>", "center")}{_line(f"第{place}期", "center")}'
        f"{_line(f'某县总工会办公室编　　{year}年{place // 9 + 1}月15日', 'center')}<hr />"
        f"{_line('目　　录', 'center')}{contents}<hr />{articles}"
        f"{_line('报：市总工会', 'left')}{_line('发：各乡镇工会', 'left')}</div>"
    )


def _line(text: str, align: str) -> str:
    return (
        f'<p style="text-align:{align};line-height:28pt"><span style="font-family:仿宋_GB2312;'
        f'font-size:16pt">{text}</span></p>\n'
    )


def _paragraphs(number: int, chance: random.Random, count: int) -> str:
    """Running text with a date in every third paragraph and a sum in every fourth."""
    styled = _word if number % 3 else _plain
    return "".join(
        styled(
            f"{chance.randrange(1, 13)}月{chance.randrange(1, 29)}日，" if k % 3 == 0 else "",
            _text(chance, 13),
            f"共慰问{chance.randrange(9, 99)}户，发放慰问金{chance.randrange(9)}.5万元。"
            if k % 4 == 0
            else "",
        )
        for k in range(count)
    )


def _plain(*parts: str) -> str:
    return f"<p>　　{''.join(parts)}<br /></p>\n<p><br />&nbsp;</p>\n"


def _word(*parts: str) -> str:
    spans = "".join(
        f'<span style="font-family:仿宋_GB2312;font-size:16pt" lang="EN-US">{part}</span>'
        for part in parts
        if part
    )
    return (
        f'<p class="MsoNormal" style="text-indent:32pt"><span>　　</span>{spans}<o:p></o:p></p>\n'
    )


def _text(chance: random.Random, clauses: int) -> str:
    made = (
        "".join(chance.choices(_WORDS, k=3) + chance.choices(_HAN, k=4)) for _ in range(clauses)
    )
    return f"{'，'.join(made)}。"


def _title(number: int) -> str:
    words = random.Random(-1 - number).choices(_WORDS, k=5)
    return f"{''.join(words)}第{number}次会议召开"


def _day(number: int) -> str:
    return f"{2000 + number // 400}-{number // 33 % 12 + 1:02}-{number % 28 + 1:02}"

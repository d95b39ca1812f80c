"""Two looks of a site for ``benchmarks.pages``: as divisions named by classes, and as tables.

Of 572 real pages 43 in 100 are laid out as tables; there no element is called article or content,
the headline is a cell, and days are printed as 2010年5月6日. Braces are filled in by the pages.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Skin:
    """The markup of one look; every field is a template of ``str.format``."""

    top: str
    """Banner and search around ``{menu}``, a row of ``column`` with their ``{subs}``."""
    column: str
    sub: str
    main: str
    """``{content}`` beside ``{side}``."""
    box: str
    """A side list ``{name}`` of items or pictures, ``{rows}``."""
    item: str
    picture: str
    place: str
    """The breadcrumb."""
    text: str
    """What stands around a ``{body}``: headline, information line, tools, neighbours."""
    list: str
    row: str
    foot: str
    friend: str
    day: str

    def printed(self, year: int, month: int, date: int) -> str:
        """A day as the information line prints it."""
        return self.day.format(year=year, month=month, date=date)


_SCRIPTS = "".join(f'<script type="text/javascript" src="/js/{n}.js"></script>\n' for n in range(4))
_TODAY = """<script language="javascript">var d=new Date();
var w=["日","一","二","三","四","五","六"];
document.write(d.getFullYear()+"年"+(d.getMonth()+1)+"月"+d.getDate()+"日 星期"+w[d.getDay()]);
</script>"""
_SHARE = """<script type="text/javascript">window._share={{"common":{{"bdMini":"2"}}}};
with(document)0[(getElementsByTagName('head')[0]||body).appendChild(createElement('script')).src=
'/share.js?v='+~(-new Date()/36e5)];</script>
<script type="text/javascript">document.getElementById("bdshell_js").src="/shell.js";</script>
"""
_SEARCH = (
    '<form action="/search.aspx" method="post"><input type="hidden" name="__VIEWSTATE"'
    ' value="{state}" /><input type="text" name="key" value="请输入关键字" /><select name="in">'
    '<option value="1">标题</option><option value="2">内容</option></select>'
    '<input type="image" src="/images/go.gif" /></form>'
)

DIVISIONS = Skin(
    top=(
        '<!--头部开始-->\n<div class="top"><a href="{home}"><img src="/images/logo.gif" alt="" />'
        f'</a><div class="today">{_TODAY}</div><div class="search">{_SEARCH}</div></div>\n'
        f"{{banner}}{_SCRIPTS}<!--导航开始-->\n"
        '<div class="nav"><ul>{menu}</ul></div>\n<!--导航结束-->\n'
    ),
    column=(
        '\t\t\t<li id="menu_{number}" onmouseover="show({number})" onmouseout="hide({number})">\n'
        '\t\t\t\t<a href="{link}" class="one"><span>{name}</span></a>\n'
        "\t\t\t\t<ul>{subs}</ul></li>\n"
    ),
    sub='\n\t\t\t\t\t<li><a href="{link}">{name}</a></li>',
    main=(
        '<div class="main clearfix"><div class="left" style="float:left;width:680px">{content}'
        '</div>\n<div class="right" style="float:right">{side}</div></div>\n'
    ),
    box=(
        '<!--{name}-->\n<div class="box"><div class="title"><h3>{name}</h3><span class="more">'
        '<a href="{more}">更多&gt;&gt;</a></span></div>\n<ul>\n{rows}</ul></div>\n'
    ),
    item=(
        '\t\t\t\t<li><a href="{link}" target="_blank" title="{title}" class="link">{short}</a>\n'
        '\t\t\t\t<span class="day">{day}</span></li>\n'
    ),
    picture=(
        '\t\t\t\t<li class="picture"><div><a href="{link}" target="_blank">'
        '<img src="/upload/image/{number}_small.jpg" width="120" height="90" border="0" '
        'alt="{title}" /></a></div>\n\t\t\t\t<div class="name"><a href="{link}" '
        'target="_blank">{short}</a></div></li>\n'
    ),
    place=(
        '<div class="place">当前位置：<a href="{home}">首页</a> &gt;&gt; '
        '<a href="{column}">{name}</a>{end}</div>\n'
    ),
    text=(
        '{place}<div class="article"><h1 style="text-align:center">{title}</h1>\n'
        '<div class="info">{told}　【字体：<a href="javascript:size(18)">大</a> '
        '<a href="javascript:size(14)">中</a>】</div>\n'
        '<!--正文开始-->\n<div id="zoom">{body}</div>\n<!--正文结束-->\n'
        f"{_SHARE}"
        '<div class="tools"><a href="javascript:window.print()">打印</a> '
        '<a href="javascript:window.close()">关闭</a></div>\n'
        '<p>上一篇：<a href="{before}">{title_before}</a></p>'
        '<p>下一篇：<a href="{after}">{title_after}</a></p></div>\n'
    ),
    list=(
        '{place}<div class="list"><ul>\n{rows}</ul>'
        '<div class="page">共25条 <span>下一页</span>{turns}</div></div>'
    ),
    row=(
        '\t\t\t<li class="row"><span class="dot"><img src="/images/dot.gif" /></span>\n\t\t\t'
        '<a href="{link}" target="_blank" title="{title}">{title}</a>'
        '<span class="time" style="float:right">{day}</span></li>\n'
    ),
    foot=(
        '<!--友情链接-->\n<table width="1000" border="0"><tr>{friends}</tr></table>\n'
        '<!--底部开始-->\n<div class="foot"><p><a href="{about}">关于我们</a> | '
        '<a href="{guide}">网站地图</a> | <a href="{contact}">联系我们</a></p>'
        "<p>版权所有：{site}　主办单位：{site}办公室</p>"
        "<p>地址：枫叶县城关镇解放路1号　电话：0000-1234567　邮编：000000</p></div>\n"
    ),
    friend=(
        '<td align="center" style="padding:2px"><a href="http://www.gh{number}.example/" '
        'target="_blank"><img src="/images/f{number}.gif" width="120" height="40" /></a></td>'
    ),
    day="{year}-{month:02}-{date:02}",
)

_TABLE = '<table width="{}" border="0" align="center" cellpadding="0" cellspacing="0">'
_WHOLE, _ALL = _TABLE.format(1000), _TABLE.format("100%")

TABLES = Skin(
    top=(
        f'{_WHOLE}<tr><td height="120"><a href="{{home}}"><img src="/images/logo.gif" /></a></td>'
        f'<td width="260" align="right" nowrap>{_SEARCH}</td></tr></table>\n{{banner}}{_SCRIPTS}'
        f'{_WHOLE}<tr style="background:#c00">\n{{menu}}</tr>\n'
        f'<tr><td colspan="16" height="28">今天是：{_TODAY}</td></tr></table>\n'
    ),
    column=(
        '\t<td height="32" align="center" nowrap onmouseover="show({number})">'
        '<a href="{link}" style="color:#fff"><b>{name}</b></a>'
        '<div id="m{number}" style="display:none;position:absolute">{subs}</div></td>\n'
    ),
    sub='\n\t\t<a href="{link}">{name}</a><br />',
    main=(
        f'{_WHOLE}\n<tr><td width="300" valign="top" bgcolor="#f5f5f5">{{side}}</td>\n'
        '<td width="10"></td><td valign="top">{content}</td></tr></table>\n'
    ),
    box=(
        f'{_ALL}\n<tr><td height="30" background="/images/t.gif">　<font color="#cc0000"><b>'
        f'{{name}}</b></font></td><td align="right"><a href="{{more}}">更多&gt;&gt;</a></td></tr>\n'
        f'<tr><td colspan="2"><table width="96%" border="0">\n{{rows}}</table></td></tr></table>\n'
    ),
    item=(
        '\t<tr><td height="24">·<a href="{link}" target="_blank" class="link">{short}</a></td>\n'
        '\t<td align="right">{day}</td></tr>\n'
    ),
    picture=(
        '\t<tr><td align="center" colspan="2"><a href="{link}" target="_blank">'
        '<img src="/upload/image/{number}_small.jpg" width="120" height="90" border="0" /></a>'
        '<br />\n\t<a href="{link}" target="_blank">{short}</a></td></tr>\n'
    ),
    place=(
        f'{_ALL}<tr><td height="30">您现在的位置：<a href="{{home}}">首页</a> &gt;&gt; '
        '<a href="{column}">{name}</a>{end}</td></tr></table>\n'
    ),
    text=(
        f'{{place}}{_ALL}\n<tr><td height="60" align="center">'
        '<span style="font-size:22px;color:#c00"><b>{title}</b></span></td></tr>\n'
        '<tr><td height="30" align="center" bgcolor="#eeeeee">{told}</td></tr>\n'
        '<tr><td id="zoom" style="font-size:14px;line-height:26px">{body}</td></tr>\n'
        f'<tr><td align="right">{_SHARE}【<a href="javascript:window.print()">打印</a>】'
        '【<a href="javascript:window.close()">关闭</a>】</td></tr>\n'
        '<tr><td>上一篇：<a href="{before}">{title_before}</a><br />\n'
        '下一篇：<a href="{after}">{title_after}</a></td></tr></table>\n'
    ),
    list=(
        f"{{place}}{_ALL}\n{{rows}}</table>\n"
        f'{_ALL}<tr><td align="center">共25条 下一页 {{turns}}</td></tr></table>'
    ),
    row=(
        '\t<tr><td height="26"><img src="/images/dot.gif" />'
        '<a href="{link}" target="_blank">{title}</a></td>\n'
        '<td width="90" align="right"><font color="#999999">{day}</font></td></tr>\n'
    ),
    foot=(
        f"{_WHOLE}<tr>{{friends}}</tr></table>\n"
        f'{_WHOLE}<tr><td height="90" align="center" bgcolor="#eeeeee">'
        '<a href="{about}">关于我们</a> | <a href="{guide}">网站地图</a> | '
        '<a href="{contact}">联系我们</a><br />'
        "版权所有：{site}　主办单位：{site}办公室<br />\n"
        "地址：枫叶县城关镇解放路1号　电话：0000-1234567　邮编：000000</td></tr></table>\n"
    ),
    friend=(
        '<td align="center"><a href="http://www.gh{number}.example/" target="_blank">'
        '<img src="/images/f{number}.gif" width="120" height="40" border="0" /></a></td>'
    ),
    day="{year}年{month}月{date}日",
)

"""One made-up article in the page layouts of several content systems and decades."""

# Markup is easier to check when it stands as a page would have it.
# ruff: noqa: E501

from collections.abc import Callable

TITLE = "红枫县总工会启动困难职工秋季走访活动"
SITE = "红枫县总工会"
DAY = "2011-09-14"
SOURCE = "红枫县总工会办公室"
PARAGRAPHS = (
    "9月13日，红枫县总工会召开动员会，部署今年秋季困难职工走访工作，各乡镇工会主席参加会议。",
    "会议要求，走访工作要做到户户见面、件件落实，把职工的难处一条一条记下来，再一件一件办好。",
    "一、明确范围",
    "凡在本县登记建档的困难职工家庭，都要走访到位；外出务工的，由所在企业工会电话联系并做好登记。",
    "二、落实责任",
    "县总工会机关干部分成八个小组，每组负责两个乡镇，十月底以前全部走访完毕。",
)
ADDRESS = "红枫县枫林路66号"
PHONE = "0799-6123456"
NAVIGATION = ("首页", "机构概况", "工会动态", "政策法规", "维权帮扶", "下载专区", "联系我们")
NOTICES = ("关于报送第三季度工会经费报表的通知", "关于表彰优秀工会工作者的决定", "职工书屋管理办法")
CASES = ("加班不给加班费 法院判决单位补发", "未签合同被辞退 仲裁支持双倍工资")


def _links(titles: tuple[str, ...], before: str, after: str) -> str:
    return "".join(f'{before}<a href="/n/{k}.html">{t}</a>{after}' for k, t in enumerate(titles))


def table_2003() -> str:
    """Nested tables, line breaks, U+3000 indents, no class anywhere."""
    text = "<br>\r\n".join("　　" + p for p in PARAGRAPHS)
    return f"""<HTML><HEAD><META http-equiv=Content-Type content="text/html; charset=gb2312">
<TITLE>{TITLE}</TITLE></HEAD><BODY bgColor=#ffffff><TABLE width=760 align=center><TR><TD>
{_links(NAVIGATION, "", " | ")}</TD></TR></TABLE>
<TABLE width=760 align=center><TR><TD width=170 vAlign=top>
<FORM action=chk.asp>用户名：<INPUT name=u><BR>密　码：<INPUT name=p type=password></FORM>
<TABLE><TR><TD>通知公告</TD></TR><TR><TD>{_links(NOTICES, "·", "<BR>")}</TD></TR>
<TR><TD>以案说法</TD></TR><TR><TD>{_links(CASES, "·", "<BR>")}</TD></TR></TABLE></TD>
<TD vAlign=top><TABLE width="100%"><TR><TD align=center><FONT size=4><B>{TITLE}</B></FONT></TD></TR>
<TR><TD align=center>发布者：admin 　发布时间：2011-9-14 　来源：{SOURCE} 　阅读：58次</TD></TR>
<TR><TD>{text}</TD></TR><TR><TD align=right>【<A href="javascript:window.print()">打印本页</A>】
【<A href="javascript:window.close()">关闭窗口</A>】</TD></TR></TABLE></TD></TR></TABLE>
<TABLE width=760 align=center><TR><TD align=center>版权所有：{SITE}　未经许可不得转载<BR>
地　址：{ADDRESS}　电　话：{PHONE}<BR>赣ICP备05001234号</TD></TR></TABLE></BODY></HTML>"""


def dede() -> str:
    text = "".join(f"<p>　　{p}</p>\n" for p in PARAGRAPHS)
    return f"""<!DOCTYPE html><html><head><meta charset="gbk"><title>{TITLE}_{SITE}</title></head><body>
<div class="header"><ul>{_links(NAVIGATION, "<li>", "</li>")}</ul></div>
<div class="place"><strong>当前位置:</strong> <a href="/">主页</a> > <a href="/d/">工会动态</a> > </div>
<div class="viewbox"><div class="title"><h2>{TITLE}</h2></div>
<div class="info"><small>时间:</small>{DAY} 09:30<small>来源:</small>{SOURCE} <small>作者:</small>
<small>点击:</small><script src="/plus/count.php?aid=9"></script>次</div>
<div class="content"><table><tr><td>{text}</td></tr></table></div>
<div class="handle"><div class="context"><ul><li>上一篇：<a href="8.html">枫叶乡工会换届</a> </li>
<li>下一篇：没有了 </li></ul></div></div></div>
<dl class="tbox"><dt><strong>推荐文章</strong></dt>{_links(CASES, "<dd>", "</dd>")}</dl>
<div class="footer"><p>版权所有 {SITE}</p><p>地址：{ADDRESS} 电话：{PHONE} 赣ICP备05001234号</p></div>
</body></html>"""


def trs() -> str:
    text = "".join(
        f'<P class=MsoNormal style="TEXT-INDENT: 21pt"><SPAN style="FONT-FAMILY: 宋体">{p[:9]}</SPAN>'
        f"<SPAN lang=EN-US>{p[9:]}<o:p></o:p></SPAN></P>"
        for p in PARAGRAPHS
    )
    return f"""<html><head><meta charset="utf-8"><title>{TITLE}</title>
<meta name="ArticleTitle" content="{TITLE}"><meta name="PubDate" content="{DAY} 09:30">
<meta name="ContentSource" content="{SOURCE}"></head><body>
<div class="mnav">您现在的位置：<a href="../">首页</a> &gt; <a href="./">动态</a></div><h1>{TITLE}</h1>
<div class="xx">发布日期：{DAY}　来源：{SOURCE}　　字体：[<a href="#">大</a> <a href="#">小</a>]</div>
<div id="zoom"><div class="TRS_Editor"><style>.TRS_Editor P{{margin:0}}</style>
<!--[if gte mso 9]><xml><w:View>Normal</w:View></xml><![endif]-->{text}</div></div>
<div class="foot">主办：{SITE}　地址：{ADDRESS}　联系电话：{PHONE}　赣ICP备05001234号</div></body></html>"""


def ucap() -> str:
    text = "".join(f'<p style="text-indent: 2em">{p}</p>' for p in PARAGRAPHS)
    return f"""<!doctype html><html lang="zh-CN"><head><meta charset="UTF-8"><title>{TITLE} - 工会动态 -
 {SITE}</title></head><body><nav><ul>{_links(NAVIGATION, "<li>", "</li>")}</ul></nav>
<main><div class="crumbs">首页 &gt; 工会动态</div><article><h1 class="article-title">{TITLE}</h1>
<div class="pages-date"><span>{DAY} 09:30</span> <span class="font">来源： {SOURCE}</span>
<span>【字体：<a>大</a> <a>中</a> <a>小</a>】</span><span>打印</span></div>
<div class="pages_content" id="UCAP-CONTENT">{text}</div>
<div class="share">分享到：<a href="#">微信</a><a href="#">微博</a></div></article></main>
<footer><p>主办单位：{SITE}</p><p>地址：{ADDRESS} 电话：{PHONE}</p><p>赣ICP备05001234号</p></footer>
</body></html>"""


def vsb() -> str:
    text = "".join(f'<p class="vsbcontent_start">{p}</p>' for p in PARAGRAPHS)
    return f"""<html><head><meta charset="utf-8"><title>{TITLE}-{SITE}</title></head><body>
<ul class="menu">{_links(NAVIGATION, "<li>", "</li>")}</ul>
<form name="_newscontent_fromname"><div><h3 align="center">{TITLE}</h3>
<p>信息来源：{SOURCE} 发布日期：{DAY} 点击数：<span id="n">12</span></p>
<div id="vsb_content"><div class="v_news_content">{text}</div></div>
<p>上一条：<a href="7.htm">枫叶乡工会换届</a></p><p>下一条：<a href="9.htm">夜校开课</a></p></div></form>
<p>©{SITE}版权所有</p><p>地址：{ADDRESS}</p><p>电话：{PHONE}</p><p>赣ICP备05001234号</p></body></html>"""


def bare() -> str:
    """No container at all: paragraphs are children of the body."""
    text = "".join(f"<p>{p}</p>" for p in PARAGRAPHS)
    return f"""<html><head><meta charset="utf-8"><title>{TITLE}</title></head><body>
<p>{_links(NAVIGATION, "", " ")}</p><h1>{TITLE}</h1>
<p>【时间：{DAY} 09:30】【来源：{SOURCE}】【作者：】</p>{text}<hr>
<p>版权所有：{SITE} 赣ICP备05001234号</p><p>地址：{ADDRESS} 电话：{PHONE}</p></body></html>"""


def scripted() -> str:
    """Date and source are written by an inline script, as one family does."""
    text = "<br><br>".join("&nbsp;&nbsp;&nbsp;&nbsp;" + p for p in PARAGRAPHS)
    return f"""<html><head><meta charset="utf-8"><title>{TITLE}</title></head><body><div id="top">
{_links(NAVIGATION, "", "")}</div><div class="wz"><div class="bt">{TITLE}</div><div class="ly"><script>
var ly = '{SOURCE}'; var zz = ''; document.write('发布时间：{DAY}');
if (zz != '') document.write('作者：' + zz); document.write('  来源：' + ly);</script></div>
<div class="nr">{text}</div></div><div id="bottom">版权所有：{SITE}　地址：{ADDRESS}　电话：{PHONE}
　赣ICP备05001234号</div></body></html>"""


LAYOUTS: dict[str, Callable[[], str]] = {
    layout.__name__: layout for layout in (table_2003, dede, trs, ucap, vsb, bare, scripted)
}

"""A run of one sign, as long as a short page, in every place of a page that is read by itself.

Where an expression tries every beginning of such a run against its every end, a page of 20 KB takes
minutes: dots of a contents page did.
"""

import pytest

from archiver.parsers.page import parse
from tests.work import no_hang

LONG = 6_000  # bytes

TEXT = "<p>六月十二日，会议召开，三十名代表参加。"
MASTHEAD = "<p>工会工作简报<p>第3期<p>县总工会办公室　2008年6月25日"
PLACES = {
    "paragraph": "<h1>会议召开</h1><p>{}" + TEXT,
    "headline": "<h1>{}会议召开</h1>" + TEXT,
    "title": "<title>{}会议召开</title><h1>会议召开</h1>" + TEXT,
    "keywords": "<meta name=keywords content='{}会议'><h1>会议召开</h1>" + TEXT,
    "information": "<h1>会议召开</h1><p>发布时间：2008-06-25 来源：{}县总工会" + TEXT,
    "breadcrumb": "<p>当前位置：首页 > {}工会动态<h1>会议召开</h1>" + TEXT,
    "footer": "<h1>会议召开</h1>" + TEXT + "<div class=footer>主办：{}县总工会 版权所有</div>",
    "hidden": "<h1>会议召开</h1>" + TEXT + "<div style='display:none'>{}开</div>",
    "address": "<ul><li><a href='{}x'>会议召开了吗</a> 2008-06-25<li><a href=2>会议又召开</a></ul>",
    "item": "<ul><li><a href=1>{}开</a> 2008-06-25<li><a href=2>会议又召开</a> {}</ul>",
    "class": "<div class='{}x' style='{}x'>" + TEXT + "</div>",
    "script": "<script>var a='{}x';document.write(a)</script>" + TEXT,
    "style": "<style>{}x</style>" + TEXT,
    "comment": "<!--{}x-->" + TEXT,
    "cell": "<table><tr><td>{}开<td>2<tr><td>丙<td>{}</table>" + TEXT,
    "masthead": "<p>工会工作简报{}<p>第3期{}<p>县总工会办公室　2008年6月25日" + TEXT,
    "contents": MASTHEAD + "<p>目录<p>{}会议召开<p>会议再次召开{}<p>会议召开" + TEXT,
    "column": MASTHEAD + "<p>{}工作动态{}<p><b>会议召开</b>" + TEXT,
    "byline": MASTHEAD + "<p><b>会议召开</b>" + TEXT + "（{}县总工会）<p><b>又召开</b>" + TEXT,
    "distribution": MASTHEAD + "<p><b>会议召开</b>" + TEXT + "<p>报：{}县委办<p>送：{}",
    "document": "<p>政发〔2008〕3号<h1>关于开会的通知</h1><p>各乡镇{}：" + TEXT + "<p>附件：{}表",
    "too deep": "<div>" * 2100 + "工会工作简报<br>第3期<br>目录<br>{}会议召开<br>会议召开" + TEXT,
}
SIGNS = [
    *"·…—-=_*./|、，。：；！“”（）()[]【】《》<>&#%0一字aA★△①\n\t\u3000\xa0\ufeff",
    *(
        "一、",
        "（一）",
        "1.",
        "第3期",
        "2008年6月25日",
        "6月25日",
        "来源：",
        "记者",
        "县总工会",
        "张三 ",
    ),
    *(
        "附件：",
        "http://",
        "www.a.cn",
        "澳门",
        "彩票",
        "bet365",
        "<p>",
        "<b>",
        "</b>",
        "<td>",
        "<div>",
    ),
    *("<br>", "<title>", "<a href=1>", "&nbsp;", "document.write('", "String.fromCharCode("),
]


@pytest.mark.parametrize("place", PLACES)
def test_no_run_of_one_sign_keeps_a_page_from_being_read(place: str) -> None:
    for sign in SIGNS:
        run = sign * (LONG // len(sign.encode()))
        with no_hang(sign):
            parse(PLACES[place].replace("{}", run).encode(), url="http://gh.example/a/1.html")

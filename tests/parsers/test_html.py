import gc

import pytest

from archiver.parsers.lines import Line
from archiver.parsers.markup.html import read_html
from archiver.parsers.markup.strip import strip_tags


def lines(html: str) -> tuple[Line, ...]:
    return read_html(f"<html><body>{html}</body></html>").lines


def texts(html: str) -> list[str]:
    return [line.text for line in lines(html)]


def test_blocks_and_breaks_end_lines_and_inline_elements_do_not() -> None:
    html = "<p>县<span>总</span><b>工会</b></p><div>一<br>二</div><ul><li>三</li><li>四</li></ul>五"
    assert texts(html) == ["县总工会", "一", "二", "三", "四", "五"]
    assert texts("<details open><summary>标题</summary>文字<br>署名</details>下文") == [
        "标题",
        "文字",
        "署名",
        "下文",
    ]


def test_an_inline_element_styled_as_a_block_stands_on_lines_of_its_own() -> None:
    html = "<p>甲<span style='display: block;text-align:center'>乙<b>丙</b></span>丁</p>"
    assert texts(html) == ["甲", "乙丙", "丁"]
    assert [line.align for line in lines(html)] == ["left", "center", "left"]
    assert texts("<p>甲<span style='display:inline-block'>乙</span></p>") == ["甲乙"]
    (line, other) = lines("<a href='/1' style='display:block'>甲</a><a href='/2'>乙</a>")
    assert [[a.href for a in one.anchors] for one in (line, other)] == [["/1"], ["/2"]]


@pytest.mark.parametrize(
    "html", ["<p><img src=1></p><p>字</p>", "<p><img src=1><br>字</p>", "<img src=1><div>字</div>"]
)
def test_a_line_may_begin_below_a_picture(html: str) -> None:
    assert [line.below_picture for line in lines(html)] == [True]
    assert [line.below_picture for line in lines("<p><img src=icon.gif>字</p><p>下</p>")] == [
        False,
        False,
    ]


def test_a_table_with_rules_in_it_is_one_of_layout() -> None:
    row, rule = "<tr><td>甲乡</td><td>98</td></tr>", "<tr><td colspan=2><hr></td></tr>"
    assert texts(f"<hr><table>{row}{row}</table>") == ["甲乡\t98", "甲乡\t98"]
    assert texts(f"<table>{row}{rule}{row}</table>") == ["甲乡", "98", "甲乡", "98"]


def test_the_running_text_of_a_form_keeps_its_lines_between_rows_of_labels_and_values() -> None:
    row = "<tr><td>期号</td><td>第9期</td></tr>"
    text = "四百多册图书由职工自己登记借阅，" * 4 + "人一天比一天多。"
    for count in (1, 9):
        cell = f"<td colspan=2><p align=center>书屋开到车间</p>{f'<p>{text}</p>' * count}</td>"
        found = lines(f"<table>{row}{row}<tr>{cell}</tr>{row}</table>")
        assert [line.text for line in found] == [
            *["期号\t第9期"] * 2,
            "书屋开到车间",
            *[text] * count,
            "期号\t第9期",
        ]
        assert [line.table is None for line in found] == [False] * 2 + [True] * (1 + count) + [
            False
        ]


def test_a_table_with_a_list_of_links_in_a_cell_is_one_of_layout() -> None:
    links = "<br>".join(f"<a href={n}>第{n}篇</a><br>县工会张卫国供稿" for n in range(3))
    table = (
        f"<table><tr><td>第4期</td><td>五月</td></tr><tr><td>封面</td><td>{links}</td></tr></table>"
    )
    assert texts(table)[:4] == ["第4期", "五月", "封面", "第0篇"]


def test_source_line_breaks_within_chinese_are_no_blanks() -> None:
    assert texts("<p>县总工会\n   召开会议\nABC\nDEF</p>") == ["县总工会召开会议 ABC DEF"]
    assert texts("<p><span>县总</span>\n<span>工会</span> <span>会议</span></p>") == [
        "县总工会 会议"
    ]


def test_printed_blanks_are_kept_and_give_the_indent() -> None:
    one, two, three = lines(
        "<p>　　甲</p><p>&nbsp;&nbsp;&nbsp;乙</p><p style='text-indent:2em'>丙</p>"
    )
    assert [line.indent for line in (one, two, three)] == [4, 3, 4]
    assert (one.text, one.folded) == ("　　甲", "甲")


def test_look_of_a_line_comes_from_tags_attributes_and_styles() -> None:
    title, body, right = lines(
        "<center><font size=5><b>题目</b></font></center><p>正文正文正文正文正文</p>"
        "<p style='TEXT-ALIGN: right'>落款</p>"
    )
    assert (title.align, title.bold, title.size) == ("center", True, 1.5)
    assert (body.align, body.bold, body.size) == ("left", False, 1.0)
    assert right.align == "right"


def test_empty_paragraphs_and_rules_are_counted_before_the_next_line() -> None:
    first, second = lines("<p>甲</p><p>&nbsp;</p><br><hr><p>乙</p>")
    assert (second.blank_before, second.rule_before) == (2, True)
    assert (first.blank_before, first.rule_before) == (0, False)


def test_a_box_of_one_cell_within_a_cell_leaves_a_table_one_of_data() -> None:
    box = "<table width='100%'><tr><td>{}</td></tr></table>"
    data = "".join(
        f"<tr><td>{box.format(a)}</td><td>{box.format(b)}</td></tr>"
        for a, b in (("单位", "得分"), ("甲乡", box.format("98")))
    )
    assert texts(f"<table>{data}</table>") == ["单位\t得分", "甲乡\t98"]
    pair = "<table><tr><td>甲</td><td>乡</td></tr></table>"
    layout = f"{data}<tr><td>{box.format(pair)}</td><td>97</td></tr>"
    assert texts(f"<table>{layout}</table>") == ["单位", "得分", "甲乡", "98", "甲", "乡", "97"]


def test_a_table_of_data_gives_a_line_a_row_and_one_of_layout_does_not() -> None:
    data = "<tr><td>单位</td><td>得分</td></tr><tr><td><p>甲乡</p></td><td>98</td></tr>"
    assert texts(f"<table>{data}</table>") == ["单位\t得分", "甲乡\t98"]
    layout = f"<table><tr><td>左栏</td><td><table>{data}</table></td></tr></table>"
    assert texts(layout) == ["左栏", "单位\t得分", "甲乡\t98"]
    menu = "<tr><td><a href=1>首页</a></td><td><a href=2>动态</a></td></tr>" * 2
    assert texts(f"<table>{menu}</table>") == ["首页", "动态"] * 2


def test_links_keep_address_text_and_title() -> None:
    (line,) = lines('<p>见<a href=" /a.doc " title="全名">附件</a>。</p>')
    (anchor,) = line.anchors
    assert (anchor.href, anchor.text, anchor.title) == ("/a.doc", "附件", "全名")


def test_what_nobody_sees_is_set_aside() -> None:
    hidden = (
        '<div style="display:none">一</div><p style="VISIBILITY:hidden">二</p>'
        '<div style="position:absolute;left:-9999px">三</div><span style="font-size:0">四</span>'
        '<div style="text-indent:-9999px">五</div><div hidden>六</div>'
        '<marquee width=1 height=1>七</marquee><div style="height:0;overflow:hidden">八</div>'
        "<script>document.write(\"<div style='display:none'>\")</script>九"
        '<script>document.write("</div>")</script>'
    )
    markup = read_html(f"<html><body><p>正文</p>{hidden}<p>结尾</p></body></html><a href=x>十</a>")
    assert [line.text for line in markup.lines] == ["正文", "结尾"]
    assert "".join(line.text for line in markup.hidden) == "一二三四五六七八九十"


def test_code_and_word_leftovers_are_no_text() -> None:
    html = (
        "<style>p{margin:0}</style>"
        "<!--[if gte mso 9]><xml><w:View>Normal</w:View></xml><![endif]-->"
        "<script>var a='甲';</script><noscript>乙</noscript><select><option>丙</option></select>"
        "<p class=MsoNormal>县<st1:chsdate year='2008'>2008年</st1:chsdate>会议<o:p></o:p></p>"
    )
    assert texts(html) == ["县2008年会议"]


def test_lists_in_a_data_store_are_read() -> None:
    html = (
        '<script type="text/xml"><datastore><recordset><record><![CDATA[<li><a href="/1.html">甲'
        "</a></li>]]></record><record><![CDATA[<li>乙</li>]]></record></recordset></datastore>"
        "</script>"
    )
    assert texts(html) == ["甲", "乙"]


def test_preformatted_text_keeps_its_lines() -> None:
    assert texts("<pre>　　甲\n　　乙</pre>") == ["　　甲", "　　乙"]


def test_scripts_print_what_is_certain_and_nothing_else() -> None:
    html = (
        "<script>var who='县总工会', none='';</script><p><script>document.write('来源：' + who);"
        "document.write('作者：' + none); document.write(new Date().getYear());</script></p>"
    )
    assert texts(html) == ["来源：县总工会"]


def test_head_gives_title_meta_base_and_redirects() -> None:
    markup = read_html(
        "<html><head><title> 题 目 </title><meta name=PubDate content='2012-01-02'>"
        "<base href='/x/'>"
        "<meta http-equiv=refresh content='0; url=http://b.example/'></head>"
        "<body><script>window.location.href = 'http://c.example/'</script></body></html>"
    )
    assert (markup.title, markup.meta, markup.base) == ("题 目", {"pubdate": "2012-01-02"}, "/x/")
    assert markup.redirects == ("http://b.example/", "http://c.example/")


def test_markup_the_parser_cuts_short_is_repaired_or_stripped() -> None:
    text = "县总工会召开会议部署工作。" * 20
    swallowed = read_html(f"<html><body><p>前文{text}</p><!-- <p>{text}</p></body></html>")
    assert text in "".join(line.text for line in swallowed.lines)
    deep = read_html(f"<p>{text}</p>" + "<div>" * 5000 + text)
    assert deep.flags == ("markup_lost",)
    assert text in "".join(line.text for line in deep.lines)


def test_that_an_open_quote_swallows_text_is_noticed() -> None:
    text = "县总工会召开会议部署工作。" * 20
    for tag in ("<p style='color: red", "<img src=a alt='", "<meta name=a content='"):
        markup = read_html(f"<html><body><p>{text}</p>{tag}>{text}<p class='b'>{text}</p></body>")
        assert markup.flags == ("markup_repaired",)


def test_stripping_tags_takes_time_in_proportion_and_keeps_text() -> None:
    assert strip_tags("a<b>c</b><!-- d --><script>e</script>f < g").split() == ["acf", "<", "g"]
    assert strip_tags("<!--" * 3 + "甲").endswith("甲")


def test_invisible_characters_alone_are_no_line() -> None:
    assert texts("<p>\u200b\ufeff</p><p>甲</p>") == ["甲"]
    assert read_html("").lines == ()


def test_what_even_the_tolerant_parser_refuses_is_stripped_of_tags() -> None:
    text = "县总工会召开会议部署工作。" * 20
    markup = read_html(f"<html><body><p>甲</p><!-- --><![end <p>{text}</p><textarea>{text}")
    assert text in "".join(line.text for line in markup.lines)


def test_the_caption_of_a_table_keeps_a_block() -> None:
    rows = "".join(
        f"<tr><td>{name}</td><td>{n}人</td></tr>" for name, n in (("甲厂", 8), ("乙厂", 9))
    )
    markup = read_html(f"<table><caption><div>职工人数</div></caption>{rows}</table>")
    assert [line.text for line in markup.lines] == ["职工人数", "甲厂\t8人", "乙厂\t9人"]
    assert all(line.block < len(markup.blocks) for line in markup.lines)


def test_reading_leaves_next_to_nothing_for_the_search_for_loops_of_objects() -> None:
    html = "<html><body>" + "<p><a href='/x'>县总工会召开会议</a></p>" * 200
    read_html(html)
    gc.collect()
    read_html(html)
    assert gc.collect() < 100


@pytest.mark.parametrize(
    ("rule", "centred"),
    [
        ("#c .t{font:bold 24px/30px 宋体;text-align:center;display:block}", True),
        (".xl .t{display:block;text-align:center;font:bold 24px 宋体}", True),
        ("div.xl span.t{display:block;text-align:center;font-weight:bold;font-size:24px}", True),
        (".side .t{display:block;text-align:center}", False),
    ],
)
def test_a_sheet_may_name_the_element_around_a_class(rule: str, centred: bool) -> None:
    spans = "<span class=t>书屋</span><span class=t>夜校</span>"
    body = f'<div id=c class="a xl"><p>凉茶送到环卫工人手上</p>{spans}</div>'
    found = read_html(f"<html><head><style>{rule}</style></head><body>{body}</body></html>").lines
    if centred:
        assert [line.folded for line in found] == ["凉茶送到环卫工人手上", "书屋", "夜校"]
        assert [(line.align, line.bold, line.size) for line in found[1:]] == [
            ("center", True, 1.5),
            ("center", True, 1.5),
        ]
    else:
        assert [(line.folded, line.align) for line in found] == [
            ("凉茶送到环卫工人手上", "left"),
            ("书屋夜校", "left"),
        ]


def test_words_that_a_picture_replaces_are_still_words() -> None:
    sheet = "<style>.head .logo{text-indent:-999px}</style>"
    found = read_html(f"{sheet}<div class=head><a class=logo href='/'>枫叶乡</a></div>").lines
    assert [line.folded for line in found] == ["枫叶乡"]


def test_of_many_rules_for_one_class_the_last_hold() -> None:
    sheet = ".a .t{text-align:left}" * 99 + ".a .t{text-align:center}"
    found = read_html(f"<style>{sheet}</style><div class=a><p class=t>枫叶乡</p></div>").lines
    assert [line.align for line in found] == ["center"]


def test_a_title_that_is_never_closed_is_no_longer_than_a_long_title() -> None:
    html = read_html(f"<html><head><title>县总工会<body>{'<p>召开会议</p>' * 9_000}")
    assert html.title is not None
    assert html.title.startswith("县总工会")
    assert len(html.title) <= 2_000


def test_of_titles_without_end_the_first_are_kept() -> None:
    html = read_html("<html><head>" + "".join(f"<title>会议{n}</title>" for n in range(200)))
    assert html.title == "会议0"
    assert html.titles == tuple(f"会议{n}" for n in range(1, 51))


def test_words_that_a_style_sets_side_by_side_stand_apart() -> None:
    words = "<span>县总工会编</span><span>第3期</span><span><b>2012</b>年3月4日</span>"
    for display in ("flex", "grid", "inline-flex"):
        (line,) = read_html(f"<div style='display:{display}'>{words}</div>").lines
        assert line.folded.split() == ["县总工会编", "第3期", "2012年3月4日"]
    (line,) = read_html(f"<div>{words}</div>").lines
    assert line.folded == "县总工会编第3期2012年3月4日"


def test_rows_that_count_texts_or_head_them_are_no_table_of_data() -> None:
    text = "<p>夜校每周开课两晚，讲安全用电和劳动合同，来听课的采茶女工一次比一次多。</p>"
    counted = "".join(
        f"<tr><td>{n}</td><td><p>夜校第{n}课</p>{text}{text}</td></tr>" for n in (1, 2)
    )
    below = f"<tr><td colspan=2>{text}</td></tr>"
    headed = "".join(
        f"<tr><td>夜校第{n}课</td><td>（县总工会　李明）</td></tr>{below}" for n in (1, 2)
    )
    for rows in (counted, headed):
        assert {line.table for line in lines(f"<table border=1>{rows}</table>")} == {None}


def test_long_titles_with_nothing_between_them_are_lines_of_their_own() -> None:
    titles = [
        "县总工会召开五届三次全委会议",
        "三家企业签订女职工专项合同",
        "城东小区建成户外劳动者之家",
    ]
    links = [f"<a href='#{n}'>{title}</a>" for n, title in enumerate(titles)]
    assert texts(f"<div>{chr(10).join(links)}</div>") == titles
    (line,) = lines(f"<div>{links[0]}\n{links[1]}</div>")  # as likely the neighbours of a page
    assert len(line.anchors) == 2
    (line,) = lines("<div>" + "".join(f"<a href='#1'>{title}</a>" for title in titles) + "</div>")
    assert line.text == "".join(titles)  # one title, in pieces
    menu = "".join(f"<a href='/{n}'>机构设置</a> " for n in range(5))
    assert len(texts(f"<p>{menu}</p>")) == 1


WHITE = [
    "white",
    "#fff",
    "#FFFFFF",
    "rgb(255,255,255)",
    "rgb( 255, 255, 255 )",
    "rgba(255,255,255,1)",
]


@pytest.mark.parametrize("white", WHITE)
@pytest.mark.parametrize("ground", WHITE)
def test_letters_in_the_colour_of_their_ground_are_hidden(white: str, ground: str) -> None:
    page = read_html(f"<p style='color:{white};background-color:{ground}'>甲</p><p>乙</p>")
    assert [line.text for line in page.hidden] == ["甲"]


@pytest.mark.parametrize(
    "style",
    [
        "color: rgb(255, 0, 0); background-color: rgb(255, 255, 255)",
        "color: rgb(51, 51, 51); background-color: rgb(51, 122, 183)",
        "color: rgba(0, 0, 0, 0.9); background-color: rgba(0, 0, 0, 0)",
        "color: #fff; background: rgba(255, 255, 255, 0.1)",
        "color: inherit; background-color: inherit",
        "color: transparentize; background: url(a.png) no-repeat #fff",
    ],
)
def test_letters_in_another_colour_than_their_ground_are_read(style: str) -> None:
    assert texts(f"<p style='{style}'>甲</p>") == ["甲"]


def test_letters_set_larger_within_none_are_read_and_the_rest_is_not() -> None:
    html = "<div style='font-size:0'>甲<p style='font-size:16px'>乙</p><p style='font-size:2em'>丙"
    page = read_html(f"<html><body>{html}")
    assert [line.text for line in page.lines] == ["乙"]
    assert [line.text for line in page.hidden] == ["甲", "丙"]


def test_signs_of_scripts_in_two_halves_are_one() -> None:
    said = read_html(
        r'<p><script>document.write("来源：县总工会" + "\ud83d\ude00\ud83d")</script></p>'
    )
    assert said.lines[0].text == "来源：县总工会😀\ufffd"


def test_tags_in_capitals_end_scripts_too() -> None:
    assert strip_tags('a<SCRIPT>var a="中文";</SCRIPT>b<Style>p{}</STYLE>c') == "abc"
    store = '<SCRIPT type="text/xml"><record><![CDATA[<tr><td>甲</td></tr>]]></record></SCRIPT>乙'
    assert texts(store) == ["甲", "乙"]


def test_signs_nobody_sees_around_a_line_are_no_part_of_it() -> None:
    (line,) = lines("<p>\u200b　　县\u200b总工会\ufeff</p>")
    assert (line.text, line.indent) == ("　　县\u200b总工会", 4)


def test_links_that_a_script_follows_stand_apart_side_by_side() -> None:
    links = "<a class=i><span>职工食堂开张</span></a><a class=i><span>夜校开课</span></a>"
    assert texts(f"<div>{links}</div>") == ["职工食堂开张　　夜校开课"]
    assert texts("<p>甲<a name=1></a><a name=2></a>乙</p>") == ["甲乙"]

"""What stands around an ordinary text: boxes of labels, dates in pieces, files, repeated heads."""

import pytest

from archiver.parsers.page import parse
from archiver.records import Page

TITLE = "枫叶乡开展渠道清淤"
PROSE = (
    "<p>　　连日来，枫叶乡组织群众清理渠道，投入劳力三百余人次，清淤十二公里。</p>"
    "<p>　　目前，主干渠已全部通水，可保证春灌用水。</p>"
)


def page(body: str, title: str = f"{TITLE}-梅岭县水利局", url: str | None = None) -> Page:
    html = f"<html><head><title>{title}</title></head><body>{body}</body></html>"
    return parse(html.encode(), url=url, content_type="text/html; charset=utf-8")


def published(found: Page) -> str | None:
    return found.published.edtf if found.published else None


def text(found: Page) -> list[str]:
    return [p.text for article in found.articles for p in article.paragraphs]


def test_a_definition_list_of_labels_is_a_box_and_no_text() -> None:
    found = page(
        "<h1>关于渠道清淤的通知</h1><dl><dt>索引号：</dt><dd>4306/2012-03</dd><dt>文　号：</dt>"
        "<dd>梅水发〔2012〕3号</dd><dt>来源</dt><dd>县水利局</dd><dt>发布日期</dt><dd>2012-03-04</dd>"
        f"<dt>备注</dt><dd></dd></dl><div><p>各乡镇人民政府：</p>{PROSE}</div>",
        "关于渠道清淤的通知",
    )
    assert found.document is not None
    assert (found.document.number, found.source) == ("梅水发〔2012〕3号", "县水利局")
    assert found.document.addressees == ("各乡镇人民政府",)
    assert published(found) == "2012-03-04"
    assert len(text(found)) == 3


def test_labels_in_a_first_row_name_the_cells_below() -> None:
    rows = ("索取号 发布时间 发布机构 备注".split(), ["A01", "2012-03-04", "县水利局", ""])
    cells = "".join("<tr>" + "".join(f"<td>{c}</td>" for c in row) + "</tr>" for row in rows)
    found = page(f"<h1>{TITLE}</h1><table>{cells}</table><div>{PROSE}</div>")
    assert published(found) == "2012-03-04"
    assert len(text(found)) == 2


@pytest.mark.parametrize(
    "leaf",
    [
        "<b>26</b><span>2019-08</span>",
        "<span>2019.08</span><em>26</em>",
        "<p>08-26</p><p>2019</p>",
        "<i>2019</i><i>08/26</i><i>16:46:11</i>",
        "<em>08/26</em><i>2019</i>",
    ],
)
def test_a_date_may_stand_in_pieces_beside_the_headline(leaf: str) -> None:
    found = page(f"<div class=date>{leaf}</div><h1>{TITLE}</h1><div>{PROSE}</div>")
    assert (published(found), len(text(found))) == ("2019-08-26", 2)


def test_the_leaves_of_a_list_are_no_date_of_the_page() -> None:
    items = "".join(
        f"<li><b>{day}</b><span>2019-08</span><br><a href=/{day}.html>{TITLE}之{day}</a></li>"
        for day in range(20, 26)
    )
    found = page(f"<h2>水利要闻</h2><ul>{items}</ul>", "水利要闻-梅岭县水利局")
    assert (found.kind, published(found)) == ("listing", None)


@pytest.mark.parametrize(
    "printed",
    [
        f"<h1>{TITLE}<span>2012-03-04 10:11:12 来源：县水利局</span></h1>",
        f"<div><span id=subject>{TITLE}</span><em>发表于 2012-3-4 10:15 来源：县水利局</em></div>",
    ],
)
def test_a_headline_may_share_its_line_with_the_information(printed: str) -> None:
    found = page(f"{printed}<div>{PROSE}</div>")
    assert (found.title, published(found), found.source) == (TITLE, "2012-03-04", "县水利局")
    assert len(text(found)) == 2


def test_a_headline_broken_and_printed_again_is_no_text() -> None:
    again = "<p align=center><b>枫叶乡开展</b></p><p align=center><b>渠道清淤</b></p>"
    found = page(f"<h1>{TITLE}</h1><p>时间：2012-03-04</p><div>{again}{PROSE}</div>")
    assert len(text(found)) == 2


def test_an_abstract_that_the_text_begins_with_is_printed_twice_and_read_once() -> None:
    cut = "<div>连日来，枫叶乡组织群众清理渠道，投入劳力三百...</div>"
    found = page(f"<h1>{TITLE}</h1><p>时间：2012-03-04</p>{cut}<div>{PROSE}</div>")
    assert len(text(found)) == 2


def test_the_paper_of_a_document_is_not_its_headline() -> None:
    head = "<font size=7 color=red>梅岭县水利局文件</font>"
    found = page(
        f"<div align=center>{head}</div><div align=center>梅水发〔2012〕3号</div><hr>"
        "<p align=center><font size=5><b>关于印发《梅岭县渠道<br>清淤办法》的通知</b></font></p>"
        f"<div><p>各乡镇：</p>{PROSE}</div>",
        "梅岭县水利局",
    )
    assert found.title == "关于印发《梅岭县渠道清淤办法》的通知"


SIDE = "<ul>" + "".join(
    f"<li><a href=/{n}.html>{TITLE}第{n}期工程</a> 2012-03-0{n}</li>" for n in range(1, 5)
)


def test_beside_lists_an_empty_element_for_the_text_stays_empty() -> None:
    found = page(
        f"<div class=side>{SIDE}</ul></div><h2>组织机构</h2><div class=content></div>",
        "组织机构-梅岭县水利局",
    )
    assert (found.kind, text(found)) == ("other", [])


def test_a_page_that_only_links_a_file_has_no_text() -> None:
    found = page(
        "<h1>决算公开表</h1><p>时间：2012-03-04</p><div class=content><a href=/u/1.xls>表.xls</a>"
        f"</div><div class=side>{SIDE}</ul></div>",
        "决算公开表-梅岭县水利局",
        "http://sl.example/a/1.html",
    )
    assert text(found) == []
    assert [file.url for file in found.attachments] == ["http://sl.example/u/1.xls"]
    assert "attachment_only" in found.flags


def test_the_icon_of_a_file_is_a_link_to_it() -> None:
    icons = (
        "<p>附件1：<a href=/u/1.doc><img src=/i/doc.gif></a> 报名表</p>"
        "<p><a href=/u/2.pdf title=岗位一览表><img src=/i/pdf.gif alt=pdf></a></p>"
    )
    found = page(
        f"<h1>{TITLE}</h1><p>时间：2012-03-04</p><div>{PROSE}{icons}</div>", url="http://s.e/"
    )
    assert [(file.url, file.name) for file in found.attachments] == [
        ("http://s.e/u/1.doc", "1.doc"),
        ("http://s.e/u/2.pdf", "岗位一览表"),
    ]


def test_a_list_under_a_lead_is_still_a_list() -> None:
    lead = "<div>开展渠道清淤是保障春灌的重要举措，各乡镇正在抓紧推进，本专题集中报道。</div>"
    found = page(f"<div class=ban></div>{lead}{SIDE}</ul>", "渠道清淤专题")
    assert (found.kind, len([k for k in found.links if k.block == "listing"])) == ("listing", 4)


def test_posts_with_a_byline_and_a_summary_are_items() -> None:
    posts = "".join(
        f"<article><h2><a href=/p/{n}>{TITLE}第{n}期工程</a></h2><div>发布于2015年9月{n}日 由"
        "<a href=/author/1>admin</a></div><p>连日来，枫叶乡组织群众清理渠道，投入劳力三百余人次……"
        f"<a href=/p/{n}>继续阅读</a></p></article>"
        for n in range(1, 8)
    )
    found = page(f"<main>{posts}</main>", "水利要闻")
    listed = [link for link in found.links if link.block == "listing"]
    assert found.kind == "listing"
    assert [link.date and link.date.edtf for link in listed] == [
        f"2015-09-0{n}" for n in range(1, 8)
    ]


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("2012.3.4 10:12 梅岭融媒 编辑 崔莹", "梅岭融媒"),
        ("梅岭日报　2012-03-04　【字号 大 中 小】", "梅岭日报"),
        ("2012年03月04日 星期日　　梅岭晚报　　A03版", "梅岭晚报"),
        ("2012-03-04 09:01　来源：工人报　记者 项菲", "工人报"),
        ("(梅岭晚报 2012-03-04)", "梅岭晚报"),
    ],
)
def test_a_line_without_labels_tells_day_and_source(line: str, source: str) -> None:
    found = page(f"<h1>{TITLE}</h1><p>——记枫叶乡</p><p>{line}</p><div>{PROSE}</div>")
    assert (published(found), found.source) == ("2012-03-04", source)


def test_day_and_source_may_stand_over_the_headline_each_on_its_own_line() -> None:
    labels = "<ul><li>2016年04月03日</li><li>来源：枫叶乡工会</li><li>编辑：蓝某</li></ul>"
    found = page(f"{labels}<div class=biaoti1>{TITLE}</div><div>{PROSE}</div>")
    assert (published(found), found.source) == ("2016-04-03", "枫叶乡工会")


def test_labels_in_cells_of_a_layout_are_no_headlines() -> None:
    cells = "<td>作者：白某</td><td>来源：梅岭日报</td><td>更新时间：2012/3/4 15:20:11</td>"
    found = page(f"<div>{TITLE}</div><table><tr>{cells}</tr></table><div>{PROSE}</div>")
    assert (found.title, found.source, found.author) == (TITLE, "梅岭日报", "白某")


def test_a_source_in_brackets_may_close_the_text() -> None:
    found = page(f"<h1>{TITLE}</h1><div>{PROSE}</div><div>[稿件来源：梅岭晚报]</div>")
    assert found.source == "梅岭晚报"


def test_a_source_with_its_label_goes_before_a_name_beside_the_day() -> None:
    found = page(
        f"<h1>{TITLE}</h1><p>2012-3-4 9:02:46　梅岭信息网　阅读 31 次</p><div>{PROSE}</div>"
        "<table><tr><td>文章来源：县教育工会　　责任编辑：刘某</td></tr></table>"
    )
    assert found.source == "县教育工会"


def test_the_day_of_an_event_is_not_that_of_its_page() -> None:
    found = page(f"<h1>{TITLE}</h1><p>时间：2019年7月5日（星期五）上午9时</p><div>{PROSE}</div>")
    assert published(found) is None


def test_a_letter_keeps_what_was_asked_before_who_answered() -> None:
    rows = (
        ("来信人：张*", "来信时间：2022-04-06"),
        ("来信内容：", "渠道多年没有清理，请问今年春灌以前能不能安排清淤？"),
        ("答复单位：县水利局", "答复时间：2022-04-08"),
        ("答复内容：", "您好！清淤已列入今年计划，三月底以前完成，感谢您的关心。"),
    )
    cells = "".join(f"<tr><td>{a}</td><td>{b}</td></tr>" for a, b in rows)
    found = "".join(text(page(f"<h2>渠道何时清淤</h2><table>{cells}</table>", "渠道何时清淤")))
    assert "渠道多年没有清理" in found
    assert "清淤已列入今年计划" in found


def test_the_address_below_the_tools_is_the_footer() -> None:
    tools = "<p>【<a href=#>打印</a>】【<a href=#>关闭</a>】</p>"
    address = "<table><tr><td>地 址：梅岭县东风路31号　邮 编：522300　电 话：2331122</table>"
    found = page(f"<h1>{TITLE}</h1><p>时间：2012-03-04</p><div>{PROSE}</div>{tools}{address}")
    assert (found.site.address, len(text(found))) == ("梅岭县东风路31号", 2)


def test_a_printed_day_before_the_declared_one_is_when_the_page_was_published() -> None:
    html = (
        f"<html><head><title>{TITLE}</title><meta name=PubDate content='2020-09-26 04:42'></head>"
        f"<body><h1>{TITLE}</h1><p>发布时间：2020-01-22 10:33</p><div>{PROSE}</div></body></html>"
    )
    assert published(parse(html.encode(), content_type="text/html; charset=utf-8")) == "2020-01-22"


def test_between_the_head_and_the_neighbours_there_may_be_no_text() -> None:
    found = page(
        f"<h1>{TITLE}</h1><p>时间：2012-03-04 来源：县水利局</p><div>上一篇：<a href=/1.html>水库"
        f"开工</a></div><div><h3>热点资讯</h3>{SIDE}</ul></div>"
    )
    assert text(found) == []


@pytest.mark.parametrize(
    ("link", "address"),
    [
        ("<a href=\"javascript:downfile('/f/biao.xls')\">报名表</a>", "/f/biao.xls"),
        ("<a href='#' onclick='window.open(\"/f/biao.doc\")'>报名表</a>", "/f/biao.doc"),
        ("<a href=/down.asp?id=7>报名表.pdf</a>", "/down.asp?id=7"),
    ],
)
def test_a_file_may_be_opened_by_a_script_or_have_its_name_printed_only(
    link: str, address: str
) -> None:
    tools = "<a href='#' onclick='window.print()'>打印</a>"
    found = page(
        f"<h1>{TITLE}</h1><p>时间：2012-03-04</p><div>{PROSE}</div><p>{link}</p>{tools}",
        url="http://sl.example/a/1.html",
    )
    assert [file.url for file in found.attachments] == [f"http://sl.example{address}"]


@pytest.mark.parametrize("box", ["最新动态", "职工之家", "新闻", "信息公开"])
def test_the_heading_of_a_side_box_is_no_headline(box: str) -> None:
    """Content systems name such headings "title"; the title tag says what the list is."""
    rows = "".join(f"<li><a href=/{k}.htm>第{k}车间开展消防演练</a></li>" for k in range(2, 9))
    page = parse(
        f"<title>招生工作-青溪县总工会</title><ul>{rows}</ul>"
        f'<div class="title"><h2>{box}</h2></div>'.encode()
    )
    assert page.title == "招生工作"


@pytest.mark.parametrize("box", ["栏目导航", "网站导航"])
def test_the_heading_of_the_menu_beside_an_issue_is_no_headline(box: str) -> None:
    head = "<p align=center><font size=6>梅岭动态</font></p><p align=center>第3期</p>"
    titles = "".join(f"<p align=center>镇里办起第{n}所夜校</p><p>　　{PROSE}</p>" for n in (1, 2))
    page = parse(
        "<title>梅岭县政府信息网</title><table><tr><td><p align=center>"
        f"<b>{box}</b></p><p>·<a href=a.htm>组织建设</a><br>·<a href=b.htm>女工园地</a></p></td>"
        f"<td>{head}<p>梅岭县教育局编　　2015年7月10日</p>{titles}</td></tr></table>".encode()
    )
    assert page.title == "梅岭动态第3期"


@pytest.mark.parametrize("site", ["梅岭县人民政府门户网站", "欢迎访问梅岭水利网_梅岭县水利局"])
def test_where_the_title_names_the_site_only_a_list_is_called_by_its_heading(site: str) -> None:
    found = page(f"<div>首页</div><div class=tt>水利要闻</div>{SIDE}</ul>", site)
    assert (found.kind, found.title) == ("listing", "水利要闻")


def test_a_box_for_files_without_a_file_is_no_text() -> None:
    found = page(f"<h1>{TITLE}</h1><p>时间：2012-03-04</p><div>{PROSE}</div><p>相关附件：</p>")
    assert len(text(found)) == 2


@pytest.mark.parametrize(
    ("title", "kind"), [("通知公告", "article"), ("规章制度", "article"), ("公告", "document")]
)
def test_the_name_of_a_column_names_no_document(title: str, kind: str) -> None:
    found = page(f"<h1>{title}</h1><p>时间：2012-03-04</p><div>{PROSE}</div>", title)
    assert found.kind == kind


def test_a_reporters_question_under_the_headline_is_text() -> None:
    asked = "<p>记者：渠道多久没有清理了？</p><p>孙大爷：少说也有五年，今年总算盼来了水。</p>"
    found = page(f"<h1>{TITLE}</h1><p>时间：2012-03-04 来源：县水利局</p><div>{asked}</div>")
    assert text(found)[0] == "记者：渠道多久没有清理了？"


def test_the_information_below_a_short_issue_is_the_pages() -> None:
    issue = (
        "<p align=center>梅岭水利简报</p><p align=center>第3期</p><p>梅岭县水利局办公室编</p>"
        f"<p align=right>2012年3月2日</p><p align=center><b>{TITLE}</b></p>{PROSE}"
    )
    below = "<div>信息来源：县水利局　发布时间：2012-03-04　浏览次数：9</div>"
    found = page(f"<h3>梅岭水利简报第3期</h3><div>{issue}</div>{below}", "梅岭水利简报第3期")
    assert (found.kind, published(found)) == ("issue", "2012-03-04")


def test_each_label_and_each_value_may_stand_in_a_cell_of_its_own_in_brackets() -> None:
    cells = "".join(
        f"<td>[ {label}：</td><td>{value} ]</td>"
        for label, value in (
            ("作者", "卢平"),
            ("信息来源", "梅岭水利网"),
            ("更新时间", "2012/9/26"),
        )
    )
    found = page(f"<h2>{TITLE}</h2><table align=center><tr>{cells}</tr></table><div>{PROSE}</div>")
    assert (found.author, found.source, published(found)) == ("卢平", "梅岭水利网", "2012-09-26")


def test_the_source_below_the_day_is_read_past_other_labels_and_the_number_of_a_paper() -> None:
    title = "梅岭县水利局关于渠道清淤的通告"
    items = "".join(
        f"<li>{one}</li>" for one in ("编辑：卢平", "浏览量：32", "2019-01-18 17:05:41")
    )
    found = page(
        f"<div class=t>{title}</div><div class=article-subtitle>梅水〔2019〕2号</div>"
        f"<ul>{items}<li>来源：县水利局</li></ul><div>{PROSE}</div>",
        title,
    )
    assert (found.source, published(found)) == ("县水利局", "2019-01-18")
    assert found.articles[0].subtitle is None
    assert found.document is not None and found.document.number == "梅水〔2019〕2号"


def test_the_day_and_the_count_below_a_text_are_the_pages() -> None:
    stamp = "<div>2018-09-14 · 水利简讯编辑部 · 阅 96</div>"
    found = page(f"<h3>{TITLE}</h3><div>{PROSE}{stamp}</div>")
    assert published(found) == "2018-09-14"
    assert len(text(found)) == 2


def test_cells_of_labels_and_values_by_turns_need_no_colon() -> None:
    line = PROSE.replace("<p>", "").replace("</p>", "") * 4
    found = page(
        "<p>信息报送平台　<a href=a>首页</a>　<a href=b>退出</a></p><table width=96%>"
        f"<tr><td>信息标题</td><td colspan=3><b>{TITLE}</b></td></tr>"
        "<tr><td>来稿单位</td><td>梅岭县水利局</td><td>来稿时间</td><td>2007-08-15 09:52</td></tr>"
        "<tr><td>采用情况</td><td>市委信息第62期</td><td>得　　分</td><td>3</td></tr>"
        f"<tr><td colspan=4>{line}</td></tr></table>",
        "信息报送平台——浏览",
    )
    assert (found.kind, found.title, published(found)) == ("article", TITLE, "2007-08-15")
    assert [one.unit for one in found.articles[0].contributors] == ["梅岭县水利局"]
    assert len(text(found)) == 1


def test_who_wrote_the_text_over_its_day_is_no_headline_and_hides_no_day() -> None:
    head = "<div><h5>{}</h5><div>文/图 何静</div><div>日期：2018年6月9日</div></div>"
    found = page(head.format(TITLE) + f"<div>{PROSE}</div>", "梅岭县水利局")
    assert (found.title, published(found)) == (TITLE, "2018-06-09")
    assert [c.person for c in found.articles[0].contributors] == ["何静"]


def test_a_count_of_readers_in_a_cell_beside_source_and_day_is_no_headline() -> None:
    cells = "<td>来源：县水利局</td><td>日期：2018年6月9日 09:30</td><td>点击量：5</td>"
    table = f"<table><tr>{cells}</tr></table>"
    for body in (f"<div>{TITLE}</div>{table}{PROSE}", f"<h2>{TITLE}</h2>{PROSE}{table}"):
        found = page(body, "梅岭县水利局")
        assert (found.title, published(found), found.source) == (TITLE, "2018-06-09", "县水利局")
        assert len(text(found)) == 2


def test_the_day_under_a_title_that_the_paper_prints_again_is_the_pages() -> None:
    title = "关于渠道清淤的通知"
    again = f"<p align=center>梅水发〔2012〕3号</p><p align=center><b>{title}</b></p>"
    head = f"<div>{title}</div><div>2012-03-04　　县水利局</div>"
    found = page(f"{head}<div>{again}<p>各乡镇人民政府：</p>{PROSE}</div>", "梅岭县水利局")
    assert (found.title, published(found)) == (title, "2012-03-04")
    assert found.document is not None and found.document.number == "梅水发〔2012〕3号"


def test_label_and_value_in_an_element_each_need_no_colon_before_a_minute() -> None:
    line = "<label>来源</label><em>县水利局</em><label>发布时间</label><em>2018-06-09 16:43</em>"
    found = page(f"<h1>{TITLE}</h1><p>{line}</p><div>{PROSE}</div>")
    assert (found.source, published(found)) == ("县水利局", "2018-06-09")


def test_a_menu_takes_no_day_from_a_short_page_and_a_text_is_no_card_of_its_file() -> None:
    menu = "<a href=/>首页</a> | <a href=/a>水利概况</a> | <a href=/b>通知公告</a>"
    tool = "<div><span>2018年6月9日</span><span>33</span><a href=#>分享</a></div>"
    file = "<p>附件下载：<a href='/f/1.docx'>清淤方案.docx</a></p>"
    cell = f"<td><h3>{TITLE}</h3>{tool}{PROSE}{file}</td>"
    for body in (f"{menu}<h3>{TITLE}</h3>{tool}{PROSE}", f"<table><tr>{cell}</tr></table>"):
        found = page(body, "梅岭县水利局", "http://sl.example/1.html")
        assert (found.kind, published(found)) == ("article", "2018-06-09")
        assert all(link.date is None for link in found.links)

"""Where a value ends: at the next label, the next element, the next link, the next part."""

import pytest

from archiver.parsers.page import parse
from archiver.records import Page

SENTENCE = (
    "县总工会近日组织职工书画展，各基层工会选送作品一百二十件，展期半个月，欢迎职工前往参观。"
)
TITLE = "职工书画展在县文化馆开幕"


def page(above: str, below: str = "", text: str = f"<p>{SENTENCE}</p>", title: str = TITLE) -> Page:
    head = f"<meta charset=utf-8><title>{title}_枫林县总工会</title><h1>{title}</h1>"
    return parse(f"{head}{above}<div id=zoom>{text}</div>{below}".encode())


@pytest.mark.parametrize(
    "line",
    [
        "<b>2014-05-06 08:30</b><b>来源：县文体局</b><b>字号 [<i>大</i> <i>小</i>]</b>",
        "<b>发布于 <i>2014年5月6日</i></b><b>来源 县文体局</b><b>分类 <i>要闻</i></b>",
        "[县内要闻]　加入时间：2014年5月6日　来源：县文体局　点击数：88",
        "<b>2014-05-06</b><b>来源：县文体局</b><b><i class=icon-view></i> 356</b>",
        "http://www.fl-news.example 2014-05-06 08:30:15 县文体局 <a href='#'>【字号 大 中 小】</a>",
        "【发布时间】<b>2014-05-06 08:30</b>　【来源】<b>县文体局</b>　【点击】<b>88</b>",
        "<script>document.write('来源：县文体局');"
        "document.write('&nbsp;&nbsp;发布时间：2014-05-06');</script>",
    ],
)
def test_a_source_ends_where_the_next_label_begins(line: str) -> None:
    found = page(f"<div>{line}</div>")
    assert (found.source, found.published and found.published.edtf) == ("县文体局", "2014-05-06")


def test_two_bodies_side_by_side_are_not_one() -> None:
    two = "<span>枫林工会</span><span>枫林县总工会</span><em>2014-05-06 08:30</em>"
    found = page(f"<div>{two}</div>")
    assert found.source is None
    assert found.published and found.published.edtf == "2014-05-06"


def test_who_wrote_and_who_took_pictures_are_no_one_author() -> None:
    found = page("<div>2014-05-06　来源：宣教部　作者：林　菲/文　唐志强/图　点击：8</div>")
    told = [(one.person, one.role) for one in found.articles[0].contributors]
    assert found.author is None
    assert told == [("林菲", "author"), ("唐志强", "photographer")]


def test_a_group_under_the_title_is_named_beside_the_persons_at_the_end() -> None:
    found = page(
        "<p>□ 枫林县总工会课题组</p><div>[2018-12-03]　[点击：5]</div>",
        text=f"<p>　　{SENTENCE}</p><p>　　（执笔：林　菲　唐志强）</p>",
    )
    units = {one.unit for one in found.articles[0].contributors}
    assert "枫林县总工会课题组" in units


def test_an_address_ends_where_a_link_begins() -> None:
    found = page(
        "<div>2014-05-06</div>",
        "<div class=foot>枫林县总工会版权所有　地址：枫林县人民路22号　"
        "<a href='http://a.example'>职工书屋</a> 技术支持：<a href='http://b.example'>云上公司</a></div>",
    )
    assert (found.site.address, found.site.producer) == ("枫林县人民路22号", "云上公司")


def test_the_way_back_between_the_neighbours_is_none() -> None:
    found = page(
        "<div>2014-05-06</div>",
        "<div><a href='1.html'>上一篇</a><a href='/list/'>返回列表</a>"
        "<a href='3.html'>下一篇</a></div>",
    )
    assert "返回列表" not in [
        link.title for link in found.links if link.block in ("previous", "next")
    ]


def test_who_gets_a_paper_begins_a_line() -> None:
    text = "".join(
        f"<p style='text-indent:2em'>{line}</p>"
        for line in (SENTENCE, "（联系人：林菲，联系电话：5058213，地址：人民路22号）")
    )
    found = page("<div>2014-05-06</div>", text=f"{text}<p>抄送：县政协提案委，县政府办公室。</p>")
    printed = [one.text for article in found.articles for one in article.paragraphs]
    assert not [one for one in printed if "联系人" in one and "抄送" in one]


def test_a_paper_in_cells_is_signed_below_its_text() -> None:
    rows = (
        "<tr><td align=center><b>枫林县总工会</b></td></tr>"
        "<tr><td align=center>枫工办发〔2009〕9号</td></tr>"
        "<tr><td align=center><b>关于视察职工书屋的通知</b></td></tr>"
        f"<tr><td>各基层工会：<br>　　{SENTENCE}<br>　　一、{SENTENCE}<br>"
        f"　　二、{SENTENCE}<br></td></tr>"
        "<tr><td><td align=center>枫林县总工会办公室<br>二○○九年四月十七日</td></tr>"
        "<tr><td>抄送：县委办公室。</td></tr>"
    )
    found = parse(f"<meta charset=utf-8><table>{rows}</table>".encode()).document
    assert found is not None
    assert (found.issuer, found.signed and found.signed.edtf) == (
        "枫林县总工会办公室",
        "2009-04-17",
    )


def test_the_number_of_a_paper_is_neither_its_headline_nor_an_issue() -> None:
    found = parse(
        "<meta charset=utf-8><title>枫林县人民政府公众信息网</title>"
        "<div align=center style='font-size:16pt'>枫林县人民政府<br>关于整顿集贸市场的通告</div>"
        "<div align=center>枫政告[2006]3号</div><div align=right>[ 2006-6-14 ]　[ 人气：8 ]</div>"
        f"<div>　　{SENTENCE}<br>　　一、{SENTENCE}<br>"
        "<p align=right>二〇〇六年六月十二日</div>".encode()
    )
    assert (found.kind, found.title) == ("document", "枫林县人民政府关于整顿集贸市场的通告")
    assert found.document and found.document.number == "枫政告[2006]3号"


@pytest.mark.parametrize(
    "line",
    [
        "<span>发布日期：2018-10-17</span><span>来源：县文体局</span><span>打印本页</span>",
        "2018-10-17 09:40　来源：县文体局　<a onclick='q()'>微信分享</a>",
    ],
)
def test_a_source_ends_where_a_tool_begins(line: str) -> None:
    assert page(f"<div>{line}</div>").source == "县文体局"


def test_the_number_of_a_paper_ends_where_its_office_is_named() -> None:
    found = page(
        "<div><span>文号：枫工发〔2023〕26号</span><span>发布部门：权益保障部</span>"
        "<span>发布时间：2023-09-08 14:32</span></div>",
        text=f"<p>各基层工会：</p><p>{SENTENCE}</p><p>枫林县总工会</p><p>2023年9月6日</p>",
        title="关于推进职工书屋建设管理的通知",
    )
    assert found.document and found.document.number == "枫工发〔2023〕26号"


def test_number_and_office_before_the_day_are_no_text() -> None:
    found = page(
        "<small>枫工发〔2017〕38号 &nbsp;|&nbsp; 党群工作部 &nbsp;|&nbsp; 发布于2017/06/28</small>"
    )
    assert found.published and found.published.edtf == "2017-06-28"
    assert [p.text for p in found.articles[0].paragraphs] == [SENTENCE]


def test_who_photographed_and_reported_is_the_photographer() -> None:
    found = page("<div><span>2018年3月5日</span><span>摄影报道：林　菲　唐志强</span></div>")
    told = [(one.person, one.role) for one in found.articles[0].contributors]
    assert [role for _, role in told] == ["photographer"] * 2


@pytest.mark.parametrize("gap", ["　", "&nbsp;&nbsp;"])
def test_an_author_ends_where_the_comments_begin(gap: str) -> None:
    assert page(f"<div>2014-05-06{gap}作者：林菲{gap}评论：0</div>").author == "林菲"


@pytest.mark.parametrize("gap", ["　", "&nbsp;&nbsp;", "&nbsp; "])
def test_a_title_in_bold_may_be_parted_from_its_text_by_any_blank(gap: str) -> None:
    head = "<p>枫林工会</p><p>第6期</p><p>枫林县总工会编　　2014年5月6日</p>"
    items = "".join(
        f"<p>　　<b>{title}</b>{gap}{SENTENCE}</p>" for title in ("书画展开幕", "夜校开课了")
    )
    found = parse(f"<meta charset=utf-8>{head}{items}".encode())
    assert [one.title for one in found.articles] == ["书画展开幕", "夜校开课了"]


def test_who_wrote_a_text_is_told_in_a_box_called_as_the_foot() -> None:
    box = "<div class=copy><p>作者：林菲　来源：县文体局　编辑：罗伟</p></div>"
    below = f"{box}<p>上一篇：<a href=1.html>书画展征集作品</a></p><div class=foot>县总工会</div>"
    found = page("<div>时间：2014-05-06</div>", below)
    assert (found.author, found.source) == ("林菲", "县文体局")


def test_a_source_behind_the_author_below_a_text_is_the_pages() -> None:
    text = f"<p>{SENTENCE}</p><p>作者：林菲　来源：清水镇民政所　编辑：罗伟</p>"
    found = page("<div>时间：2014-05-06</div>", text=text)
    assert found.source == "清水镇民政所"
    assert "林菲" in [one.person for one in found.articles[0].contributors]


def test_a_day_stands_before_how_often_a_text_was_read() -> None:
    assert page("<div>2014-5-6　已阅:96</div>").published == page("<div>2014-5-6</div>").published


def test_the_unit_of_the_persons_stands_below_them() -> None:
    names = "<p align=right>通讯员：林 菲 唐志强</p><p align=right>单位：清水镇农办</p>"
    article = page("<div>2014-05-06</div>", text=f"<p>{SENTENCE}</p>{names}").articles[0]
    named = [one.person or one.unit for one in article.contributors]
    assert named == ["林菲", "唐志强", "清水镇农办"]
    assert len(article.paragraphs) == 1


def test_counts_of_readers_end_no_text() -> None:
    names = f"<p>{SENTENCE}</p><p>供稿：县文体局</p><p>编辑：罗伟 审核：林菲</p>"
    article = page("<div>2014-05-06</div>", text=f"{names}<div>阅读 1,204 在看 35</div>").articles[
        0
    ]
    assert [one.unit for one in article.contributors] == ["县文体局"]
    assert len(article.paragraphs) == 1


def test_a_subheading_is_no_headline() -> None:
    head = (
        "<meta charset=utf-8><title>枫林党建网--板凳会开出新气象</title><table>"
        "<tr><td align=center class=main_ArticleTitle>板凳会开出新气象</td></tr>"
        "<tr><td align=center class=main_ArticleSubheading>枫林县清水镇党员学习纪实</td></tr>"
        "<tr><td align=center>作者：清水镇党委　更新时间：2009-9-16</td></tr>"
    )
    article = parse(f"{head}<tr><td><p>{SENTENCE}</p></td></tr></table>".encode()).articles[0]
    assert article.title == "板凳会开出新气象"
    assert article.subtitle == "枫林县清水镇党员学习纪实"

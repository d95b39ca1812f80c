"""Forms in which schools, mines, courts and county offices print their bulletins."""

import pytest

from archiver.parsers.bulletin import segment
from archiver.parsers.markup.html import read_html
from archiver.parsers.page import parse
from tests.parsers.issues import PLAIN, TEXT, article
from tests.parsers.issues import county as issue


def test_the_badge_of_a_list_is_no_part_of_the_title() -> None:
    found = issue(article("01 公开课走进乡村"), article("02丨校园里办起了菜园"))
    assert [a.title for a in found.articles] == ["公开课走进乡村", "校园里办起了菜园"]


def test_the_end_of_a_year_is_no_badge() -> None:
    found = issue(article("县总工会部署2008 年工作"), article("职工读书会开讲"))
    assert found.articles[0].title == "县总工会部署2008 年工作"


def test_a_column_may_stand_over_items_that_bring_their_own_titles() -> None:
    items = [
        f"<p>　　<b>{title}。</b>{TEXT}</p>"
        for title in ("公开课走进乡村", "校园里办起了菜园", "教师读书会开讲")
    ]
    found = issue(
        "<p align=center><b>基层动态</b></p>",
        items[0],
        "<p align=center><b>县直风采</b></p>",
        *items[1:],
    )
    assert [(a.section, a.title) for a in found.articles] == [
        ("基层动态", "公开课走进乡村"),
        ("县直风采", "校园里办起了菜园"),
        ("县直风采", "教师读书会开讲"),
    ]


def test_a_heading_larger_than_the_titles_below_it_names_their_column() -> None:
    found = issue(
        "<p align=center><font size=5>庆“五一”座谈会发言摘登</font></p>",
        article("做一颗永不生锈的螺丝钉"),
        article("扎根讲台三十年"),
    )
    assert {a.section for a in found.articles} == {"庆“五一”座谈会发言摘登"}
    assert {a.subtitle for a in found.articles} == {None}


def test_lines_of_two_clauses_over_titles_are_kickers() -> None:
    kickers = [f"<p align=center>{text}</p>" for text in ("严守红线　集约用地", "情系群众安危")]
    found = issue(
        kickers[0],
        article("我县新增耕地三千亩"),
        "<p align=right>来稿单位：县土地整理中心</p>",
        kickers[1],
        article("镇国土所转移滑坡区村民"),
    )
    assert [a.subtitle for a in found.articles] == ["严守红线 集约用地", "情系群众安危"]
    assert {a.section for a in found.articles} == {None}


def test_a_campaign_over_the_series_is_no_editor() -> None:
    page = (
        "<p align=center><font size=6>创建全国文明城市</font></p>"
        "<p align=center><font size=6>工作简报</font></p><p align=center>第42期</p>"
        "<p>市创建办（编）　　2017年10月11日</p>"
    )
    found = segment(
        read_html(page + article("公开课走进乡村")).lines,
        page_title="创建全国文明城市工作简报第42期",
    )
    assert found is not None
    assert (found.issue.series, found.issue.editor) == ("创建全国文明城市工作简报", "市创建办")


def test_lines_flush_left_between_indented_paragraphs_are_titles() -> None:
    titles = ["校园里办起了菜园", "公开课走进乡村", "县住建局设立“信访听证室”"]
    found = issue(*(f"<p>{title}</p>{PLAIN}{PLAIN}" for title in titles))
    assert [a.title for a in found.articles] == titles


@pytest.mark.parametrize(
    ("title", "year"),
    [("每周快讯（7月8日—7月14日）", None), ("一周要闻（2019年3月4日-8日）", 2019)],
)
def test_a_weekly_may_say_what_days_it_covers_instead_of_a_number(
    title: str, year: int | None
) -> None:
    body = article("公开课走进乡村") + article("校园里办起了菜园")
    page = parse(f"<title>{title}</title><body><h1>{title}</h1>{body}</body>".encode())
    assert page.kind == "issue"
    assert page.issue is not None
    assert (page.issue.number, page.issue.year) == (None, year)
    assert len(page.articles) == 2


@pytest.mark.parametrize(
    ("mark", "titles"), [("※", [None, None]), ("📌", [None, None]), ("【{}】", ["甲事", "乙事"])]
)
def test_a_column_of_any_name_may_head_marked_items(mark: str, titles: list[str | None]) -> None:
    column = "<p align=center><b>汛情快递</b></p>"
    items = [f"<p>　　{mark.format(name)}{TEXT}</p>" for name in ("甲事", "乙事")]
    found = issue(article("公开课走进乡村"), column, *items)
    assert [(a.section, a.title) for a in found.articles[1:]] == [
        ("汛情快递", title) for title in titles
    ]


def test_numbered_titles_below_a_column_are_titles() -> None:
    column = "<p align=center><b>{}</b></p>"
    found = issue(
        column.format("领导关注"),
        article("公开课走进乡村"),
        column.format("招商引资"),
        article("1、校园里办起了菜园"),
        article("2、教师读书会开讲"),
    )
    assert [(a.section, a.title) for a in found.articles] == [
        ("领导关注", "公开课走进乡村"),
        ("招商引资", "校园里办起了菜园"),
        ("招商引资", "教师读书会开讲"),
    ]


def test_framed_words_that_come_again_in_every_text_are_its_parts() -> None:
    parts = "".join(f"<p>　　<b>【{part}】</b></p>{PLAIN}" for part in ("基本案情", "办理结果"))
    titles = ["案例一：老人讨回赡养费", "案例二：农民工伤获赔"]
    found = issue(*(f"<p align=center><b>{title}</b></p>{parts}" for title in titles))
    assert [a.title for a in found.articles] == titles
    assert [[p.text for p in a.paragraphs][::2] for a in found.articles] == [
        ["【基本案情】", "【办理结果】"]
    ] * 2


def test_a_poem_has_its_poet_and_its_lines() -> None:
    lines = ("金风送爽又重阳，", "桃李芬芳满四方。", "莫道桑榆天色晚，", "余霞散绮映沧江。")
    poem = "".join(f"<p align=center>{line}</p>" for line in ("离休教师　柳文焕", *lines))
    title = "<p align=center><font size=5>{}</font></p>"
    found = issue(title.format("公开课走进乡村"), PLAIN, title.format("七律·重阳"), poem)
    assert [a.title for a in found.articles] == ["公开课走进乡村", "七律·重阳"]
    assert [c.person for c in found.articles[1].contributors] == ["柳文焕"]
    assert [p.text for p in found.articles[1].paragraphs] == list(lines)


def test_a_table_may_print_the_recipients_without_colons() -> None:
    rows = "".join(
        f"<tr><td>{label}</td><td>{names}</td></tr>"
        for label, names in (("报", "省血防办、市血防办"), ("发", "各乡镇、县直各单位"))
    )
    sent = "<p align=right>〔草尾镇中心校　汤建军〕</p>"
    found = issue(article("公开课走进乡村"), sent, f"<table border=1>{rows}</table>")
    assert [(r.label, r.text) for r in found.issue.recipients] == [
        ("报", "省血防办、市血防办"),
        ("发", "各乡镇、县直各单位"),
    ]
    assert found.articles[0].contributors[0].unit == "草尾镇中心校"


@pytest.mark.parametrize(
    ("series", "label", "number"),
    [("学工周报", "2019—2020学年第5期", 5), ("提案工作专刊", "（2013年第1期）", 1)],
)
def test_a_number_may_stand_by_the_school_year_or_behind_the_name_of_a_special(
    series: str, label: str, number: int
) -> None:
    head = f"<p align=center><font size=6>{series}</font></p><p align=center>{label}</p>"
    lines = read_html(f"{head}<p>学生处　2019年10月13日</p>{article('公开课走进乡村')}").lines
    for title in (series + label, None):
        found = segment(lines, page_title=title)
        assert found is not None
        assert (found.issue.series, found.issue.number) == (series, number)


def test_a_title_may_end_with_dots() -> None:
    found = issue(article("压疮防治，我们在行动……"), article("校园里办起了菜园"))
    assert [a.title for a in found.articles] == ["压疮防治，我们在行动……", "校园里办起了菜园"]


def test_a_unit_in_bold_before_its_text_is_a_title_among_titles() -> None:
    items = [f"<p>　　<b>{name}：</b>{TEXT}</p>" for name in ("第三小学扩建", "社区卫生服务中心")]
    found = issue("<p align=center><b>民生实事</b></p>", *items)
    assert [a.title for a in found.articles] == ["第三小学扩建", "社区卫生服务中心"]


def test_a_long_name_of_a_column_ends_like_one_and_stands_elsewhere() -> None:
    columns = ["全国及区域性校长组织动态", "有关市县和乡镇的劳动教育动态"]
    titles = ["公开课走进乡村", "校园里办起了劳动教育的菜园", "乡镇中学建起了劳动教育实践基地"]
    found = issue(
        f"<p><b>{columns[0]}</b></p>",
        article(titles[0] + "小学的课堂"),
        article(titles[1]),
        f"<p><b>{columns[1]}</b></p>",
        article(titles[2]),
    )
    assert [a.section for a in found.articles] == [columns[0], columns[0], columns[1]]


def test_what_stands_over_a_table_within_a_text_is_no_title() -> None:
    table = "<tr><td>甲</td><td>12</td></tr><tr><td>乙</td><td>15</td></tr>"
    caption = "<p align=center><b>各校借阅册数情况</b></p><p align=right>（单位：册）</p>"
    found = issue(
        article("公开课走进乡村"),
        f"{caption}<table border=1>{table}</table>{PLAIN}",
        article("校园里办起了菜园"),
    )
    assert [a.title for a in found.articles] == ["公开课走进乡村", "校园里办起了菜园"]
    assert "各校借阅册数情况" in [p.text for p in found.articles[0].paragraphs]


def test_a_table_may_be_all_that_stands_under_a_title() -> None:
    table = "<tr><td>甲</td><td>12</td></tr><tr><td>乙</td><td>15</td></tr>"
    titles = ["公开课走进乡村", "上半年信息采用情况"]
    found = issue(
        article(titles[0]),
        f"<p align=center><b>{titles[1]}</b></p><table border=1>{table}</table>",
    )
    assert [a.title for a in found.articles] == titles


def test_a_paragraph_of_a_few_words_ends_a_text_too() -> None:
    column = "<p><font color=blue><b>{}</b></font></p>"
    short = "<p>　　案件正在审理中。</p>"
    found = issue(
        column.format("执法一线"),
        article("公开课走进乡村"),
        short,
        column.format("环卫之声"),
        article("校园里办起了菜园"),
        short,
        article("县人大机关教育活动进入分析评议阶段"),
    )
    assert [(a.section, a.title) for a in found.articles] == [
        ("执法一线", "公开课走进乡村"),
        ("环卫之声", "校园里办起了菜园"),
        ("环卫之声", "县人大机关教育活动进入分析评议阶段"),
    ]


def test_what_somebody_says_is_no_title() -> None:
    said = "<p>　　“老有所养、病有所医，这日子越过越有盼头！”</p>"
    titles = ["公开课走进乡村", "校园里办起了菜园"]
    numbered = [article(f"{n}、{title}") + said for n, title in zip("一二", titles, strict=True)]
    assert [a.title for a in issue(*numbered).articles] == titles


def test_a_special_page_of_a_newspaper_is_no_issue() -> None:
    title = "社科基金专刊第159期（2018．08．14）"
    page = parse(f"<title>{title}</title><body><h1>{title}</h1>{PLAIN}</body>".encode())
    assert page.issue is None


def test_the_last_sheet_of_a_printed_issue_is_read_though_it_holds_little() -> None:
    lines = article("山塘清淤赶在雨前", PLAIN, PLAIN) + article("夜校教农民修农机", PLAIN)
    html = (
        "<body><div id=frame><div class='pf w0'><div class=pc><p>清溪动态</p><p>第3期</p>"
        f"<p>清溪县水利局编　2015年7月10日</p>{lines}</div></div>"
        "<div class='pf w0'><div class=pc><p>供稿：县农机站</p><p>送：县委办</p></div></div></div>"
        "<div class='pf'><a href=/>返回</a></div></body>"
    )
    page = parse(html.encode())
    assert [c.unit for c in page.articles[-1].contributors] == ["县农机站"]
    assert page.issue is not None
    assert [(r.label, r.text) for r in page.issue.recipients] == [("送", "县委办")]


def test_the_owner_of_the_site_below_the_recipients_is_none_of_them() -> None:
    tail = "<p>报：市水利局</p><p>送：县委办</p><p>清溪县教育局　2015</p>"
    found = issue(article("山塘清淤赶在雨前"), article("夜校教农民修农机"), tail)
    assert [r.text for r in found.issue.recipients] == ["市水利局", "县委办"]
    assert [p.text for p in found.articles[-1].paragraphs] == [TEXT]


def test_an_owner_with_an_address_behind_the_name_is_the_footer() -> None:
    html = (
        "<body><p align=center><font size=6>清溪动态</font></p><p align=center>第3期</p>"
        f"<p>清溪县教育局编　　2015年7月10日</p>{article('山塘清淤赶在雨前')}"
        f"{article('夜校教农民修农机')}<p>报：市水利局</p><p>送：县委办</p><hr>"
        "<center>清溪县教育局（教研室） 地址：清溪县城关人民路</center></body>"
    )
    page = parse(html.encode())
    assert page.site.address == "清溪县城关人民路"
    assert page.issue is not None
    assert [r.text for r in page.issue.recipients] == ["市水利局", "县委办"]


@pytest.mark.parametrize("align", ["right", "center"])
def test_below_the_published_day_the_day_in_words_is_the_issues(align: str) -> None:
    """The head above it is a picture."""
    text = "夜校每周开课两晚，讲安全用电和劳动合同，来听课的采茶女工一次比一次多。"
    articles = "".join(
        f"<p align=center><b>镇里办起第{n}所夜校</b></p><p>{text}</p>" for n in "二三"
    )
    page = parse(
        "<meta charset=utf-8><title>梅岭工会简报（2013年第7期）</title>"
        "<h1>梅岭工会简报（2013年第7期）</h1><div>发布日期：2013-05-06　来源：县总工会</div>"
        f"<div id=zoom><p align=center><img src=head.jpg></p><p align={align}>2013年5月3日</p>"
        f"{articles}</div>".encode()
    )
    assert page.published is not None and page.published.edtf == "2013-05-06"
    assert page.issue is not None and page.issue.date is not None
    assert (page.issue.number, page.issue.date.edtf) == (7, "2013-05-03")
    assert [len(a.paragraphs) for a in page.articles] == [1, 1]

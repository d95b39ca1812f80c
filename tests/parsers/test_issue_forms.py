"""Forms in which schools, mines, courts and county offices print their bulletins."""

import pytest

from archiver.parsers.bulletin import Segmentation, segment
from archiver.parsers.markup.html import read_html
from archiver.parsers.page import parse

TEXT = "6月3日，驻村工作队上门核对了补贴名册。村民说，名单贴在墙上，大家看得清楚，心里也踏实。"
PLAIN = f"<p>　　{TEXT}</p>"


def issue(*body: str, title: str | None = None) -> Segmentation:
    head = (
        "<p align=center><font size=6>清溪动态</font></p><p align=center>第3期</p>"
        "<p>清溪县教育局编　　2015年7月10日</p>"
    )
    found = segment(read_html(head + "".join(body)).lines, page_title=title)
    assert found is not None
    return found


def article(title: str, *below: str) -> str:
    return f"<p align=center><b>{title}</b></p>{''.join(below)}{PLAIN}"


@pytest.mark.parametrize(
    ("name", "unit", "person"),
    [
        ("机电工程系", "机电工程系", None),
        ("采煤队运转一班　张志强", "采煤队运转一班", "张志强"),
        ("高三（5）班　陈家乐", "高三(5)班", "陈家乐"),
        ("民二庭", "民二庭", None),
        ("语文教研组　李慧", "语文教研组", "李慧"),
        ("冶炼车间", "冶炼车间", None),
        ("胡集站分会", "胡集站分会", None),
    ],
)
def test_a_group_of_people_in_parentheses_sent_the_text_in(
    name: str, unit: str, person: str | None
) -> None:
    found = issue(article("公开课走进乡村"), f"<p>　　（{name}）</p>", article("校园里办起了菜园"))
    assert [(c.unit, c.person) for c in found.articles[0].contributors] == [(unit, person)]
    assert len(found.articles) == 2


@pytest.mark.parametrize("word", ["关系", "教育培训班"])
def test_not_every_word_that_ends_like_a_group_is_one(word: str) -> None:
    found = issue(article("公开课走进乡村"), f"<p>　　（{word}）</p>")
    assert found.articles[0].contributors == ()


def test_a_class_with_its_pupil_stands_under_the_title() -> None:
    found = issue(article("我的实习日记", "<p align=right>21级汽修1班　陈家乐</p>"))
    assert [(c.unit, c.person) for c in found.articles[0].contributors] == [
        ("21级汽修1班", "陈家乐")
    ]


def test_what_a_person_is_stands_before_the_person() -> None:
    line = "<p align=center>省劳动模范　东风厂铣工　杨国强</p>"
    found = issue(article("扎根讲台三十年", line))
    assert [(c.unit, c.person) for c in found.articles[0].contributors] == [(None, "杨国强")]
    assert found.articles[0].subtitle is None


def test_a_unit_alone_under_a_short_last_sentence_sent_the_text_in() -> None:
    found = issue(article("公开课走进乡村"), "<p>会议由校长主持。</p><p>行廊镇中心小学</p>")
    assert [c.unit for c in found.articles[0].contributors] == ["行廊镇中心小学"]


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


def contents(*entries: str) -> str:
    return "<p align=center>目　录</p>" + "".join(f"<p>{entry}</p>" for entry in entries)


def test_an_entry_wrapped_before_its_page_is_one_entry() -> None:
    whole = "对做好退休教师“两项建设”的几点思考"
    found = issue(
        contents("公开课走进乡村…………1", "对做好退休教师“两项建设”的", "几点思考…………3"),
        article("公开课走进乡村"),
        article(whole.replace("几点", "<br>几点")),
    )
    assert [e.title for e in found.issue.toc] == ["公开课走进乡村", whole]
    assert [a.title for a in found.articles] == ["公开课走进乡村", whole]


def test_entries_may_begin_with_their_column_and_end_with_names() -> None:
    found = issue(
        contents(
            "卷首语：在新的起点上再出发",
            "履职实践　发挥界别优势　助推发展／经济界活动组",
            "他山之石：安吉的启示　　县委组织部　汪志宏",
        ),
        article("卷首语：在新的起点上再出发"),
        "<p align=center><font size=4>履职实践</font></p>",
        article("发挥界别优势　助推发展", "<p align=center>经济界活动组</p>"),
        article("他山之石：安吉的启示", "<p align=center>县委组织部　汪志宏</p>"),
    )
    assert [(e.section, e.title, e.contributor) for e in found.issue.toc] == [
        (None, "卷首语：在新的起点上再出发", None),
        ("履职实践", "发挥界别优势 助推发展", "经济界活动组"),
        ("履职实践", "他山之石：安吉的启示", "县委组织部 汪志宏"),
    ]
    assert [a.subtitle for a in found.articles] == [None, None, None]
    assert found.articles[2].contributors[0].person == "汪志宏"


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


@pytest.mark.parametrize(
    ("line", "persons"),
    [
        ("（作者：清溪县总工会　农艳红）", ["农艳红"]),
        ("（来　源：清溪县总工会）", [None]),
        ("（王刚　孙立国　文/图）", ["王刚", "孙立国"]),
    ],
)
def test_names_in_parentheses_end_the_last_article_too(
    line: str, persons: list[str | None]
) -> None:
    body = f"<h1>清溪动态第3期</h1><p>清溪动态</p><p>第3期</p>{article('公开课走进乡村')}"
    page = parse(f"<body>{body}<p align=right>{line}</p></body>".encode())
    assert [c.person for c in page.articles[-1].contributors] == persons
    assert {c.role for c in page.articles[-1].contributors} <= {"author", "contributor"}
    assert page.author is None


def test_a_team_of_a_works_stands_under_the_title() -> None:
    found = issue(article("公开课走进乡村", "<p align=center>清溪石膏矿采掘一班</p>"))
    assert [c.unit for c in found.articles[0].contributors] == ["清溪石膏矿采掘一班"]


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


def test_an_entry_that_gives_the_subtitle_leads_to_the_title_above_it() -> None:
    found = issue(
        contents("○ 青山镇发展雷竹的启示", "○ 城市管理的几点做法"),
        article("小雷竹做出大文章", "<p align=center>——青山镇发展雷竹的启示</p>"),
        article("城市管理的几点做法"),
    )
    assert [(a.title, a.subtitle) for a in found.articles] == [
        ("小雷竹做出大文章", "青山镇发展雷竹的启示"),
        ("城市管理的几点做法", None),
    ]


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


@pytest.mark.parametrize(
    ("line", "unit", "person"),
    [
        ("（防火参谋　余勇　供稿）", None, "余勇"),
        ("撰稿：大二班　程雪", "大二班", "程雪"),
        ("作者：市档案馆退休党员　鲁正方", "市档案馆", "鲁正方"),
        ("经检大队", "经检大队", None),
    ],
)
def test_units_and_standings_before_a_name(line: str, unit: str | None, person: str | None) -> None:
    found = issue(article("公开课走进乡村"), f"<p align=right>{line}</p>")
    assert [(c.unit, c.person) for c in found.articles[0].contributors] == [(unit, person)]


def test_a_genre_in_front_of_an_entry_is_its_column() -> None:
    found = issue(
        contents("散文　故乡的老水井／涂玉国", "小说　站台／余述平", "[评论]泥土的芬芳　[王建平]"),
        article("故乡的老水井", "<p align=center>涂玉国</p>"),
        article("站台", "<p align=center>余述平</p>"),
        article("泥土的芬芳", "<p align=center>·王建平·</p>"),
    )
    assert [(e.section, e.title, e.contributor) for e in found.issue.toc] == [
        ("散文", "故乡的老水井", "涂玉国"),
        ("小说", "站台", "余述平"),
        ("评论", "泥土的芬芳", "王建平"),
    ]
    assert [(a.section, a.title) for a in found.articles] == [
        (e.section, e.title) for e in found.issue.toc
    ]
    assert found.articles[2].contributors[0].person == "王建平"


def test_a_page_before_an_entry_is_no_column() -> None:
    found = issue(
        contents("01　公开课走进乡村", "05　校园里办起了菜园"),
        article("公开课走进乡村"),
        article("校园里办起了菜园"),
    )
    assert [(e.section, e.title) for e in found.issue.toc] == [
        (None, "公开课走进乡村"),
        (None, "校园里办起了菜园"),
    ]


def test_a_title_may_end_with_dots() -> None:
    found = issue(article("压疮防治，我们在行动……"), article("校园里办起了菜园"))
    assert [a.title for a in found.articles] == ["压疮防治，我们在行动……", "校园里办起了菜园"]


def test_who_wrote_stands_below_the_recipients_too() -> None:
    tail = "<p>报：市统计局，县委、县政府</p><p>撰稿：综合股　刘燕　　审核：周正宏</p>"
    found = issue(article("公开课走进乡村"), tail)
    assert [r.text for r in found.issue.recipients] == ["市统计局，县委、县政府"]
    assert found.issue.credits["审核"] == ("周正宏",)
    assert [p.text for p in found.articles[0].paragraphs] == [TEXT]


def test_a_unit_in_bold_before_its_text_is_a_title_among_titles() -> None:
    items = [f"<p>　　<b>{name}：</b>{TEXT}</p>" for name in ("第三小学扩建", "社区卫生服务中心")]
    found = issue("<p align=center><b>民生实事</b></p>", *items)
    assert [a.title for a in found.articles] == ["第三小学扩建", "社区卫生服务中心"]


@pytest.mark.parametrize(
    ("line", "roles"),
    [
        ("（文/图　杨帆）", ["author"]),
        ("（何静/文　张勇/图）", ["author", "photographer"]),
    ],
)
def test_each_name_may_have_its_role_behind_a_stroke(line: str, roles: list[str]) -> None:
    found = issue(article("公开课走进乡村"), f"<p>　　{line}</p>", article("校园里办起了菜园"))
    assert [c.role for c in found.articles[0].contributors] == roles


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


def test_a_correspondent_is_told_by_the_word_before_the_name() -> None:
    found = issue(article("公开课走进乡村"), "<p>　　驻村第一书记　龚强　通讯员　袁梦</p>")
    assert [c.person for c in found.articles[0].contributors] == ["龚强", "袁梦"]


def test_a_special_page_of_a_newspaper_is_no_issue() -> None:
    title = "社科基金专刊第159期（2018．08．14）"
    page = parse(f"<title>{title}</title><body><h1>{title}</h1>{PLAIN}</body>".encode())
    assert page.issue is None


INDEX = (
    "<table><tr><td align=center><font size=5>清溪教研</font><br>2011年第4期<br>"
    "清溪县教研室主办　2011年8月20日</td></tr>"
    "<tr><td><table border=1><tr><td colspan=2>本 期 目 录</td></tr>"
    "<tr><td rowspan=2>课堂观察</td><td><a href=v.asp?id=31>作文课不再“憋”着写</a>　　柳晓岚</td>"
    "<tr><td><a href=v.asp?id=32>把实验桌搬到操场上去</a>　　县二中物理组</td></tr>"
    "<tr><td rowspan=2>教师随笔</td><td><a href=v.asp?id=33>一本翻烂了的点名册</a>　　俞江</td>"
    "<tr><td><a href=v.asp?id=34>雨天里的家访路</a>　　石兰芝</td></tr></table></td></tr></table>"
)


def test_an_issue_may_be_its_contents_alone_in_a_table_of_links() -> None:
    page = parse(f"<html><body>{INDEX}</body></html>".encode(), url="http://jy.qx.example/q.asp")
    assert page.kind == "issue" and page.issue is not None and page.articles == ()
    assert [(e.section, e.title, e.contributor) for e in page.issue.toc] == [
        ("课堂观察", "作文课不再“憋”着写", "柳晓岚"),
        ("课堂观察", "把实验桌搬到操场上去", "县二中物理组"),
        ("教师随笔", "一本翻烂了的点名册", "俞江"),
        ("教师随笔", "雨天里的家访路", "石兰芝"),
    ]


def test_a_list_of_issues_under_a_heading_is_a_list() -> None:
    rows = "".join(
        f"<li><a href=/jb/{n}.html>清溪动态2011年第{n}期</a> 2011-0{n}-20</li>" for n in range(1, 7)
    )
    html = f"<body><h1>清溪动态</h1><p>2011年第1期至第6期</p><p>目录</p><ul>{rows}</ul></body>"
    assert parse(html.encode(), url="http://jy.qx.example/jb/").kind == "listing"


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


def test_a_name_below_an_entry_is_who_wrote_it_where_the_body_has_it_below_the_title() -> None:
    contents = (
        "<table><tr><th colspan=2>目录</th></tr>"
        "<tr><td>一</td><td>山塘清淤赶在雨前</td><td>/1</td></tr><tr><td colspan=3>申丽</td></tr>"
        "<tr><td>二</td><td>夜校教农民修农机</td><td>/6</td></tr><tr><td colspan=3>县农机局</td>"
        "</table>"
    )
    first = article("山塘清淤赶在雨前", "<p>□ 申丽</p>")
    found = issue(contents, first, article("夜校教农民修农机", "<p>□ 县农机局</p>"))
    toc = [(entry.section, entry.title, entry.contributor) for entry in found.issue.toc]
    assert toc == [(None, "山塘清淤赶在雨前", "申丽"), (None, "夜校教农民修农机", "县农机局")]
    assert [a.title for a in found.articles] == ["山塘清淤赶在雨前", "夜校教农民修农机"]
    wrote = [(c.role, c.person or c.unit) for a in found.articles for c in a.contributors]
    assert wrote == [("author", "申丽"), ("author", "县农机局")]


@pytest.mark.parametrize(
    ("name", "unit", "person"),
    [("阿依努尔", None, "阿依努尔"), ("桥头镇水利责任片", "桥头镇水利责任片", None)],
)
def test_a_name_no_table_knows_stands_where_the_other_articles_have_theirs(
    name: str, unit: str | None, person: str | None
) -> None:
    others = article("山塘清淤赶在雨前") + "<p>（县水利局）</p>"
    found = issue(others, article("夜校教农民修农机"), f"<p>（{name}）</p>")
    assert [(c.unit, c.person) for c in found.articles[-1].contributors] == [(unit, person)]
    alone = issue(article("山塘清淤赶在雨前"), article("夜校教农民修农机"), f"<p>（{name}）</p>")
    assert alone.articles[-1].contributors == ()


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

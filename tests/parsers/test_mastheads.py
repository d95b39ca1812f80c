"""Printed heads of issues in the forms offices give them, under any name of the series."""

import pytest

from archiver.parsers.page import parse
from tests.parsers.issues import ARTICLES, DAY, IMPRINT, OFFICE, issue_of

HEADS = {
    "number_above_name": ("第7期", "梅岭工会信息", IMPRINT),
    "date_with_signs": ("梅岭工会信息（第7期）", f"{OFFICE}　　　2011-6-8"),
    "date_and_number_in_parentheses": (
        "梅岭工会信息",
        "（2011年6月8日　第7期）",
        f"主办：{OFFICE}",
    ),
    "number_between_office_and_day": (
        "梅岭工会信息",
        f"{OFFICE}　　　第7期　　　2011年6月8日",
    ),
    "number_in_latin": ("梅岭工会信息", "NO.7", IMPRINT),
    "year_and_number": ("梅岭工会信息", "2011-07", IMPRINT),
    "of_so_many": ("梅岭工会信息", "（第7期　共12期）", IMPRINT),
    "day_in_print": ("梅岭工会信息", "第7期", OFFICE, "（2011年6月8日出版）"),
    "not_for_circulation": ("梅岭工会信息", "第7期", f"{IMPRINT}（内部资料）"),
    "how_often_behind_the_number": ("梅岭工会信息", "2011年第7期（季刊）", IMPRINT),
    "how_often_behind_the_name": ("梅岭工会信息（双月刊）", "2011年第7期", IMPRINT),
    "how_often_below_the_name": ("梅岭工会信息", "（不定期）", "2011年第7期", IMPRINT),
    "a_remark_behind_the_number": ("梅岭工会信息", "第7期（电子版）", IMPRINT),
    "how_often_without_parentheses": ("梅岭工会信息", "2011年第7期 双月刊", IMPRINT),
    "for_whom_behind_the_number": ("梅岭工会信息", "第7期（内部资料）", IMPRINT),
    "days_it_covers_below": (
        "梅岭工会信息",
        "第7期",
        f"{OFFICE}编　2011年6月8日",
        "（5月30日—6月5日）",
    ),
    "cells_between_bars": (
        "梅岭工会信息",
        f"2011年第7期　｜　总第19期　｜　{OFFICE}主办　｜　2011年6月8日　｜　内部资料 免费交流",
    ),
    "volume": ("梅岭工会信息", "第3卷第7期", IMPRINT),
    "office_in_parentheses": ("梅岭工会信息", "第7期", f"（{OFFICE}编）　　　2011年6月8日"),
    "together": ("梅岭工会信息", "第7期", f"{OFFICE}联合主办　　　2011年6月8日"),
    "day_of_going_to_press": (
        "梅岭工会信息",
        "第7期",
        f"主办单位：{OFFICE}",
        "出刊日期：2011年6月8日",
    ),
    "labels_in_a_row": ("梅岭工会信息", "期数：7", f"编辑单位：{OFFICE}　日期：2011年6月8日"),
    "labels_in_a_column": (
        "梅岭工会信息",
        "第7期",
        f"编发单位：{OFFICE}",
        "印发日期：2011年6月8日",
        "电话：0790-1234567",
    ),
    "all_in_one_line": (f"梅岭工会信息 2011年第7期 {OFFICE}编 2011年6月8日",),
    "editor_beside_the_day": ("梅岭工会信息", "第7期", OFFICE, "2011年6月8日　责任编辑：王小明"),
    "editor_between_office_and_day": (
        "梅岭工会信息",
        "第7期",
        f"{OFFICE}　主编：王小明　2011年6月8日",
    ),
    "who_signs_behind_the_day": (
        "梅岭工会信息",
        "第7期",
        f"{OFFICE}编　2011年6月8日　签发：李大山",
    ),
    "telephone_between_office_and_day": (
        "梅岭工会信息",
        "第7期",
        f"编印：{OFFICE}　电话：0790-123456　2011年6月8日",
    ),
    "pages_behind_the_number": ("梅岭工会信息", "第7期 共4版", IMPRINT),
    "office_in_two_lines": ("梅岭工会信息", "第7期", "梅岭县总工会", "办公室", "2011年6月8日"),
}


@pytest.mark.parametrize("form", HEADS)
def test_every_form_of_a_head_is_read(form: str) -> None:
    issue = issue_of(*HEADS[form])
    assert (issue.series, issue.number, issue.editor) == ("梅岭工会信息", 7, OFFICE)
    assert (issue.year, issue.date.edtf if issue.date else None) == (2011, DAY)


@pytest.mark.parametrize(
    "name", ["梅岭妇运", "农村工作", "校园安全", "粮情", "梅岭工会", "精神文明建设", "内部参考"]
)
@pytest.mark.parametrize("number", ["第7期", "总第7期", "第7期（季刊）"])
def test_a_series_may_bear_any_name(name: str, number: str) -> None:
    issue = issue_of(name, number, IMPRINT)
    assert (issue.series, issue.number or issue.total_number) == (name, 7)


@pytest.mark.parametrize(
    "head",
    [
        ("梅岭县人民政府令", "第7号", "2011年6月8日"),
        ("全县工会干部培训班", "第7期", f"主办：{OFFICE}", "2011年6月8日"),
        ("梅岭县总工会公告", "第7号", IMPRINT),
    ],
)
def test_decrees_and_courses_have_numbers_too(head: tuple[str, ...]) -> None:
    lines = "".join(f'<p style="text-align:center">{line}</p>' for line in head)
    html = f"<html><body><div id='zoom'>{lines}{ARTICLES}</div></body></html>"
    page = parse(html.encode(), content_type="text/html; charset=utf-8")
    assert page.kind != "issue"


@pytest.mark.parametrize("tag", ["p", "div", "section"])
def test_the_office_over_the_name_is_of_the_head_in_blocks_of_any_kind(tag: str) -> None:
    head = ("梅岭县总工会", "<b>工会信息</b>", "第7期", "2011年6月8日")
    lines = "".join(f"<{tag} style='text-align:center'>{line}</{tag}>" for line in head)
    html = (
        "<html><head><meta charset='utf-8'><title>工会信息第7期</title></head><body>"
        "<h1>工会信息第7期</h1><div>发布时间：2011-06-10</div>"
        f"<div id='zoom'>{lines}{ARTICLES}</div></body></html>"
    )
    issue = parse(html.encode(), url="http://ml.example/a/1.html").issue
    assert issue is not None
    assert issue.editor == "梅岭县总工会"


@pytest.mark.parametrize(
    "imprint",
    [
        f"主办：{OFFICE}　　2011年6月8日",
        f"{OFFICE}　　　　2011年6月8日",
        f"{OFFICE}　　2011-06-08",
        f"{OFFICE} 2011年6月8日",
    ],
)
def test_under_a_head_that_is_a_picture_stand_office_and_day(imprint: str) -> None:
    picture = '<img src="/img/head.jpg">'
    issue = issue_of(picture, imprint, title="梅岭工会信息2011年第7期")
    assert (issue.series, issue.number, issue.editor) == ("梅岭工会信息", 7, OFFICE)
    assert issue.date is not None
    assert issue.date.edtf == DAY


@pytest.mark.parametrize(
    ("first", "rest"),
    [
        ("梅岭县总工会“书香职工”", "活动领导小组办公室"),
        ("梅岭县“安康杯”竞赛", "活动组委会办公室"),
        ("县新型冠状病毒感染的肺炎", "疫情防控指挥部办公室"),
        ("梅岭县国有企业改革", "工作办公室"),
    ],
)
@pytest.mark.parametrize("form", ["{}<br>{}编　　{}", "{}</p><p>{}</p><p>{}", "{}<br>{}编<br>{}"])
def test_a_long_name_of_an_office_may_take_two_lines(form: str, first: str, rest: str) -> None:
    office = form.format(first, rest, "2011年6月8日")
    issue = issue_of("梅岭工会信息", f"第7期</p><p>{office}</p><p>")
    assert issue.editor == first + rest
    assert issue.date is not None


@pytest.mark.parametrize("gap", ["", " ", "　　"])
def test_two_may_edit_an_issue_together(gap: str) -> None:
    editors = "梅岭县总工会、梅岭县妇联"
    issue = issue_of("梅岭工会信息", "第7期", f"{editors}{gap}合编　　2011年6月8日")
    assert issue.editor == editors


def test_the_genre_behind_an_entry_is_no_part_of_its_title() -> None:
    contents = ("目录", "枫叶乡把书屋送到采石场（通讯）", "白石镇办起职工夜校（诗歌）")
    issue = issue_of("梅岭工会信息", "第7期", IMPRINT, *contents)
    assert [entry.title for entry in issue.toc] == ["枫叶乡把书屋送到采石场", "白石镇办起职工夜校"]


@pytest.mark.parametrize(
    ("below", "kind"), [("2011年第七期", "issue"), ("各乡镇总工会：", "article")]
)
def test_year_and_number_in_parentheses_name_an_issue_that_prints_its_number(
    below: str, kind: str
) -> None:
    title = "梅岭工会简报（2011-7）"
    html = (
        f"<html><head><meta charset='utf-8'><title>{title}</title></head><body><h1>{title}</h1>"
        f"<div>发布时间：2011-06-10</div><div id='zoom'><p>{below}</p>{ARTICLES}</div></body>"
    )
    page = parse(html.encode(), url="http://ml.example/a/1.html")
    assert page.kind == kind
    if page.issue is not None:
        assert (page.issue.series, page.issue.year, page.issue.number) == ("梅岭工会简报", 2011, 7)


def test_the_series_may_stand_in_parentheses_behind_another_name() -> None:
    title = "维权之窗（女工简报）2011年第7期"
    issue = issue_of("女　工　简　报", IMPRINT, title=title)
    assert (issue.series, issue.year, issue.number) == ("女工简报", 2011, 7)


def test_the_year_before_the_name_is_no_part_of_it() -> None:
    issue = issue_of("2011年梅岭工会信息", "第7期", f"{OFFICE}编印　　6月8日")
    assert (issue.series, issue.year, issue.number) == ("梅岭工会信息", 2011, 7)
    assert issue.date is not None
    assert issue.date.edtf == DAY


def test_an_issue_may_name_its_month_alone() -> None:
    issue = issue_of("梅岭工会信息", "2011年第7期", f"{OFFICE}编印", "2011年6月")
    assert issue.date is not None
    assert (issue.date.edtf, issue.date.precision) == ("2011-06", "month")


@pytest.mark.parametrize("number", ["增刊（一）", "第7、8期合刊"])
def test_the_office_under_a_special_number_is_no_headline(number: str) -> None:
    head = "".join(f"<p align=center>{line}</p>" for line in ("梅岭工会信息", number))
    html = (
        "<html><head><title>工会信息-梅岭县总工会</title></head><body>"
        "<div><a href='/'>首页</a> <a href='/a/'>新闻</a> <a href='/b/'>工会信息</a></div>"
        f"<h1>工会信息</h1><div>发布时间：2011-06-10</div><div id=zoom>{head}"
        f"<p>{OFFICE}　　2011年6月8日</p>{ARTICLES}</div></body></html>"
    )
    issue = parse(html.encode()).issue
    assert issue is not None
    assert issue.editor == OFFICE
    assert issue.date is not None
    assert issue.date.edtf == DAY


def test_a_label_may_stand_before_year_and_number() -> None:
    issue = issue_of("梅岭工会信息", "期号：2011年第7期", IMPRINT)
    assert (issue.series, issue.year, issue.number, issue.editor) == (
        "梅岭工会信息",
        2011,
        7,
        OFFICE,
    )


@pytest.mark.parametrize(
    "imprint",
    [
        f"{OFFICE} 编　二 〇 一 一 年 六 月 八 日",
        f"{OFFICE}主办　2011年6月8日出刊",
        f"～～{OFFICE}编　2011年6月8日～～",
    ],
)
def test_characters_stand_apart_and_ornaments_around_a_head(imprint: str) -> None:
    issue = issue_of("～梅岭工会信息～", "第 十 七 期", imprint)
    assert (issue.series, issue.number, issue.editor) == ("梅岭工会信息", 17, OFFICE)
    assert issue.date is not None
    assert issue.date.edtf == DAY


@pytest.mark.parametrize(
    "head",
    [
        ("梅岭职工晨讯", f"试刊第2期　｜　2011年6月8日　｜　{OFFICE} 编印"),
        ("梅岭职工晨讯", "2011年第2期（2011年6月8日）", f"{OFFICE}主办"),
    ],
)
def test_any_name_stands_over_a_number_with_day_or_office_on_its_line(
    head: tuple[str, ...],
) -> None:
    issue = issue_of(*head)
    assert (issue.series, issue.number, issue.editor) == ("梅岭职工晨讯", 2, OFFICE)
    assert issue.date is not None
    assert issue.date.edtf == DAY


@pytest.mark.parametrize(
    ("over", "edits"),
    [
        (("中共梅岭县委、梅岭县人民政府主管",), (f"{OFFICE}主编　　2011年6月8日",)),
        (("主管：梅岭县人民政府",), (f"主办：{OFFICE}", "2011年6月8日")),
    ],
)
def test_who_is_over_those_that_edit_does_not(
    over: tuple[str, ...], edits: tuple[str, ...]
) -> None:
    assert issue_of("梅岭工会信息", "第7期", *over, *edits).editor == OFFICE


def test_who_is_over_an_issue_is_named_where_no_other_is() -> None:
    issue = issue_of("梅岭工会信息", "第7期", "梅岭县人民政府主管　　2011年6月8日")
    assert issue.editor == "梅岭县人民政府"


def test_a_name_stands_over_the_sort_of_the_issue_and_its_number() -> None:
    issue = issue_of("梅岭职工之友", "简报 第四十二期", f"{OFFICE}编　2011年6月8日")
    assert (issue.series, issue.number) == ("梅岭职工之友", 42)


def test_an_office_is_named_after_what_has_letters_and_digits() -> None:
    office = "梅岭县甲型H1N1流感防控工作领导小组办公室"
    assert issue_of("防控工作简报", "第7期", f"{office}　　2011年6月8日").editor == office


def test_what_an_issue_is_about_stands_in_its_head() -> None:
    head = "".join(f"<p align=center>{line}</p>" for line in ("梅岭工会信息", "第7期", IMPRINT))
    page = parse(f"{head}<p>主题：把书屋送到矿山</p><p>&nbsp;</p>{ARTICLES}".encode())
    assert [(one.title, one.subtitle) for one in page.articles] == [
        ("枫叶乡把书屋送到采石场", None),
        ("白石镇办起职工夜校", None),
    ]


def test_who_begins_a_series_says_why_before_the_first_title() -> None:
    said = "发刊词：这张小小的快讯愿做连着车间与车间、心与心的一根线，我们每月与您见面。"
    issue = issue_of("梅岭工会快讯", "创刊号", IMPRINT, f"<b>{said}</b>")
    assert issue.editor_note == said


def test_the_first_column_below_an_imprint_is_not_the_series() -> None:
    issue = issue_of("教育督导与评估", "〔2012〕第4期", IMPRINT, "<b>【督导动态】</b>")
    assert (issue.series, issue.number, issue.date is None) == ("教育督导与评估", 4, False)


def test_a_special_issue_may_be_printed_with_a_blank() -> None:
    made = "主办：梅岭县文化馆　　　　二〇一一年三月一日"
    name = "<p align=center><font size=7>群 众 文 化</font></p>"
    head = f"<title>群众文化 2011年特刊</title>{name}<p align=center>特　刊</p><p>{made}</p>"
    page = parse(f"{head}{ARTICLES}".encode())
    assert page.issue is not None
    assert (page.issue.series, page.issue.special) == ("群众文化", "特刊")


def test_behind_a_dash_a_series_names_the_theme_of_the_issue() -> None:
    issue = issue_of(
        "<font size=7>梅岭水利工作</font>",
        "<b>专　刊</b>",
        "(总第38期)",
        IMPRINT,
        title="梅岭水利工作专刊——冬修劳动竞赛专刊",
    )
    assert (issue.series, issue.total_number) == ("梅岭水利工作专刊", 38)


@pytest.mark.parametrize(
    "offices",
    [
        ("清溪县委督查室", "清溪县人民政府督查室"),
        ("中共清溪县委办公室", "清溪县人民政府办公室"),
    ],
)
def test_two_offices_of_one_place_without_a_gap_are_two(offices: tuple[str, str]) -> None:
    spans = "".join(f"<span>{office}</span>" for office in offices)
    issue = issue_of("督查专报", "第5期", f"{spans}&nbsp;&nbsp;&nbsp;&nbsp;2012年4月20日")
    assert issue.editor == "、".join(offices)


def test_the_bodies_of_one_place_edit_together() -> None:
    title = "社区动态（2011年第6期）"
    found = issue_of("银河街道党工委、办事处主办　2011年6月8日", title=title)
    assert found.editor == "银河街道党工委、办事处"
    assert found.date and found.date.edtf == DAY

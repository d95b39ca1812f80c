"""Forms of issues met at first contact with pages that no rule had been written for."""

from functools import partial

import pytest

from archiver.parsers.markup.html import read_html
from archiver.parsers.page import parse
from tests.parsers import issues
from tests.parsers.issues import p, title

TEXT = "5月12日，车站把候车室的长椅换成了带靠背的座椅，值班员说，赶夜车的旅客能睡个踏实觉了。"
SHORT = "旅客留言簿上多了十几条感谢的话。"
HEAD = (
    "<p align=center><font size=6>柳河客运简报</font></p><p align=center>第9期</p>"
    "<p>柳河汽车客运公司工会编　　2013年5月20日</p>"
)
issue = partial(issues.issue, head=HEAD)


def test_a_subtitle_that_counts_units_names_none() -> None:
    under = "<p align=center>九家车站结对帮扶九个村</p>"
    (found,) = issue(title("柳河站启动春运"), under, p(TEXT)).articles
    assert (found.subtitle, found.contributors) == ("九家车站结对帮扶九个村", ())


def test_a_bold_title_of_the_shape_of_a_unit_over_a_weaker_subtitle() -> None:
    under = "<p align=center>义诊十五年</p>"
    found = issue(title("值班员的一夜"), p(TEXT), title("名医回乡"), under, p(TEXT))
    assert [(a.title, a.subtitle) for a in found.articles] == [
        ("值班员的一夜", None),
        ("名医回乡", "义诊十五年"),
    ]


def test_numbered_items_of_which_some_say_who_sent_them() -> None:
    items = [p(f"1、{TEXT}"), p(f"2、{TEXT}（柳河站）"), p(f"3、{TEXT}"), p(f"4、{TEXT}（城东站）")]
    found = issue(*items).articles
    assert [[c.unit for c in a.contributors] for a in found] == [[], ["柳河站"], [], ["城东站"]]


def test_numbered_items_with_names_on_lines_of_their_own() -> None:
    sent = "<p align=right>（柳河站）</p>"
    found = issue(p(f"1、{TEXT}"), sent, p(f"2、{TEXT}"), p(f"3、{TEXT}"), sent).articles
    assert [[c.unit for c in a.contributors] for a in found] == [["柳河站"], [], ["柳河站"]]


@pytest.mark.parametrize("number", ["2013（9）", "2013.9", "2013·9", "2013-9"])
def test_a_year_and_a_bare_number_make_an_issue(number: str) -> None:
    head = f"<p><b>客运信息快报</b></p><p>{number}</p><p>柳河汽车客运公司工会　　2013年5月20日</p>"
    found = issue("<p><b>值班员的一夜</b></p>", p(TEXT), head=head, name=f"客运信息快报{number}")
    assert (found.issue.series, found.issue.year, found.issue.number) == ("客运信息快报", 2013, 9)
    assert [a.title for a in found.articles] == ["值班员的一夜"]


def test_a_word_to_the_readers_is_a_note_of_the_editors() -> None:
    found = issue(p("致读者：本刊自本期起改为月刊，欢迎来稿。"), title("值班员的一夜"), p(TEXT))
    assert found.issue.editor_note == "致读者：本刊自本期起改为月刊，欢迎来稿。"
    assert [a.title for a in found.articles] == ["值班员的一夜"]


def test_a_box_of_labels_over_the_issue_is_no_head_of_it() -> None:
    box = (
        "<table border=1><tr><td>索 引 号</td><td>K01/2013-0009</td><td>分类</td><td>简报</td></tr>"
        "<tr><td>名　　称</td><td colspan=3>柳河客运简报第9期</td></tr></table>"
    )
    page = parse(
        f"<title>柳河客运简报第9期 - 柳河客运</title><body>{box}<div>柳河客运简报第9期</div>"
        f"<div id=zoom>{HEAD}{title('值班员的一夜')}{p(TEXT)}{p(SHORT)}</div>".encode()
    )
    assert page.title == "柳河客运简报第9期"
    assert [a.title for a in page.articles] == ["值班员的一夜"]


SHEETS = [
    ".c{{text-align:center}} .b{{font-weight:bold}} .t{{text-indent:2em}}",
    "<!-- /* 样式 */\n p.c, li.c {{text-align:center; margin:0}}\nspan.b{{font-weight:700}}"
    "\np.t{{text-indent:24pt}} -->",
]


@pytest.mark.parametrize("sheet", SHEETS)
def test_a_page_turned_out_of_word_says_in_its_sheet_what_is_centred_and_bold(sheet: str) -> None:
    def line(text: str) -> str:
        return f"<p class=c><span class=b>{text}</span></p>"

    def text(printed: str) -> str:
        return f"<p class=t><span>{printed}</span></p>"

    head = f"<style>{sheet.format()}</style>{line('柳河客运简报')}<p class=c>第9期</p>"
    names = ["值班员的一夜", "夜班车上的热水"]
    body = "".join(line(name) + text(TEXT) + text(SHORT) for name in names)
    found = issue(body, head=head + "<p class=c>柳河汽车客运公司工会　　2013年5月20日</p>")
    assert [a.title for a in found.articles] == names


def test_a_sheet_of_a_site_that_speaks_of_places_only_changes_no_text() -> None:
    sheet = (
        "<style>.nav .b{font-weight:bold} #x.b{font-size:40px} .b:hover{font-weight:bold}</style>"
    )
    assert not any(line.bold for line in read_html(f"{sheet}<p class=b>{TEXT}</p>").lines)


def test_framed_headings_of_one_text_are_no_columns() -> None:
    bold = "<p>　　<b>【{}】</b></p>"
    parts = [bold.format("旅客的看法"), p(TEXT), bold.format("处置建议"), p(TEXT)]
    (found,) = issue(title("旅客反映候车室拥挤"), p(TEXT), *parts).articles
    assert [x.text for x in found.paragraphs] == [
        TEXT,
        "【旅客的看法】",
        TEXT,
        "【处置建议】",
        TEXT,
    ]


def test_a_framed_column_of_news_behind_the_last_article_is_one() -> None:
    items = [p(f"▲{TEXT}"), p(f"▲{TEXT}")]
    found = issue(title("旅客的留言"), p(TEXT), "<p><b>【简讯】</b></p>", *items).articles
    assert [(a.section, a.kind) for a in found] == [
        (None, "article"),
        ("简讯", "brief"),
        ("简讯", "brief"),
    ]


def test_a_poem_of_a_title_of_two_characters_stands_in_its_column() -> None:
    column, name = (
        "<p align=center><font size=5>{}</font></p>",
        "<p><font size=4><b>{}</b></font></p>",
    )
    verse = "".join(map(p, ["你是我的灯", "挂在末班车的窗上", "当我回头", "照见回家的路"]))
    found = issue(
        column.format("客运短波"),
        name.format("值班员的一夜"),
        p(TEXT),
        column.format("诗苑"),
        name.format("夜车"),
        verse,
    )
    assert [(a.section, a.title) for a in found.articles] == [
        ("客运短波", "值班员的一夜"),
        ("诗苑", "夜车"),
    ]
    assert len(found.articles[1].paragraphs) == 4


def test_columns_and_titles_may_be_headings_of_one_rank() -> None:
    def rank(text: str) -> str:
        return f"<h2>{text}</h2>"

    names = ["候车室换上新座椅", "一位驾驶员的账本", "外地商会捐建爱心图书室"]
    columns = ["站务活动", "驾驶员风采", "异地商会"]
    asked = p("柳河站每月按工资总额足额拨缴工会经费，站长算过一笔账：司机流失率降了一半，值！")
    texts = [p(TEXT), asked, p(TEXT)]
    body = [
        rank(column) + rank(name) + text
        for column, name, text in zip(columns, names, texts, strict=True)
    ]
    found = issue(*body).articles
    assert [(a.section, a.title) for a in found] == list(zip(columns, names, strict=True))
    assert not any(a.contributors for a in found)


def test_titles_in_the_middle_counted_through_all_columns() -> None:
    def column(text: str) -> str:
        return f"<p><b>{text}</b></p>"

    body = [
        column("一、重点工作") + title("（一）候车室换上新座椅") + p(TEXT),
        title("（二）夜班车上的热水") + p(TEXT),
        column("二、车站风采") + title("（三）一位驾驶员的账本") + p(TEXT),
        title("（四）值班员的一夜") + p(TEXT),
    ]
    found = issue(*body).articles
    assert [a.section for a in found] == ["重点工作", "重点工作", "车站风采", "车站风采"]


def test_the_parts_of_a_case_are_no_titles_though_they_look_like_one() -> None:
    def bold(text: str) -> str:
        return f"<p><b>{text}</b></p>"

    case = (
        bold("司机被辞退讨回公道")
        + p(TEXT)
        + bold("案情回放")
        + p(TEXT)
        + bold("律师点评")
        + p(TEXT)
    )
    found = issue(bold("以案说法") + case + bold("政策问答") + bold("高温津贴怎么发") + p(TEXT))
    assert [a.title for a in found.articles] == ["司机被辞退讨回公道", "高温津贴怎么发"]


@pytest.mark.parametrize("group", ["站女工小组", "城东检修班组", "客车维修车间"])
def test_a_group_under_a_title_or_at_the_right_sent_the_text_in(group: str) -> None:
    under = title("值班员的一夜") + f"<p align=center>{group}</p>" + p(TEXT)
    right = title("值班员的一夜") + p(TEXT) + f"<p align=right>{group}</p>"
    for body in (under, right):
        (found,) = issue(body).articles
        assert [c.unit for c in found.contributors] == [group]


@pytest.mark.parametrize("printed", ["（柳河镇报）", "（县交通局报）"])
def test_whoever_reports_is_named_before_the_word(printed: str) -> None:
    (found,) = issue(title("值班员的一夜"), p(f"{TEXT}{printed}")).articles
    assert [c.unit for c in found.contributors] == [printed.strip("（）")[:-1]]


def test_news_of_a_bulletin_that_came_out_is_no_issue() -> None:
    name = "省运输协会发布客运企业年度服务质量情况快报（第三期）"
    page = parse(f"<title>{name}</title><body><h1>{name}</h1>{p(TEXT)}{p(SHORT)}</body>".encode())
    assert (page.kind, page.issue) == ("article", None)


def test_rows_set_with_blanks_name_nobody() -> None:
    rows = "      名次    车站    得分\n      1    柳河镇    96.5\n      2    坳上镇    95.8\n"
    body = f"<pre>\n                  三月份评比揭晓\n\n    {TEXT}\n{rows}    {TEXT}\n</pre>"
    (found,) = issue(body).articles
    assert found.contributors == ()
    assert len(found.paragraphs) == 5


def test_a_monthly_prints_its_month_instead_of_a_number() -> None:
    head = (
        "<p align=center><font size=6>客运工作月报</font></p><p align=center>2019年4月</p>"
        "<p>柳河汽车客运公司工会　　2019年4月25日</p>"
    )
    found = issue(title("值班员的一夜"), p(TEXT), head=head)
    assert (found.issue.year, found.issue.number) == (2019, None)
    assert found.issue.editor == "柳河汽车客运公司工会"
    assert [a.title for a in found.articles] == ["值班员的一夜"]


def test_a_bare_number_in_brackets_under_the_series_begins_an_issue() -> None:
    head = (
        "<p align=center><b>学习活动简报</b></p><p align=center>（九）</p>"
        "<p>柳河汽车客运公司工会　　2013年5月20日</p>"
    )
    body = f"{title('值班员的一夜')}{p(TEXT)}{title('夜班车上的热水')}{p(TEXT)}"
    page = parse(f"<title>学习活动简报之九</title><body>{head}{body}</body>".encode())
    assert page.issue is not None
    assert (page.issue.series, page.issue.number) == ("学习活动简报", 9)
    assert [a.title for a in page.articles] == ["值班员的一夜", "夜班车上的热水"]


def test_headings_over_centred_subtitles_are_titles_and_no_columns() -> None:
    def heads(name: str, under: str) -> str:
        return f"<h3>{name}</h3><p align=center>{under}</p>" + p(TEXT)

    pairs = [("柳河站启用“一键求助”服务柜台", "候车室换了新模样"), ("名医回乡", "义诊十五年")]
    found = issue(*(heads(*pair) for pair in pairs)).articles
    assert [(a.section, a.title, a.subtitle) for a in found] == [(None, *pair) for pair in pairs]


def test_a_team_with_its_person_under_a_title_of_the_same_look() -> None:
    line = "<center>{}</center>"
    found = issue(
        line.format("38℃下的高空绣花匠"), line.format("带电作业班　廖军"), p(TEXT)
    ).articles
    assert [(a.title, a.contributors[0].unit, a.contributors[0].person) for a in found] == [
        ("38℃下的高空绣花匠", "带电作业班", "廖军")
    ]


BARE = (
    "<html><title>柳河客运快讯（3）</title><body><p align=center><b>柳河客运快讯</b></p>"
    "<p align=center>（3）</p><p>柳河站办公室　　　　2013年5月20日</p>"
)


def test_a_number_in_brackets_under_the_series_is_no_page_number() -> None:
    text = "".join((title("长椅换新"), p(TEXT), title("赶夜车的人"), p(TEXT)))
    found = parse(f"{BARE}{text}</body></html>".encode()).issue
    assert found is not None
    assert (found.number, found.year, found.editor) == (3, 2013, "柳河站办公室")


@pytest.mark.parametrize("foot", ["全部评论(0) 写评论…", "打开APP，阅读体验更佳"])
def test_what_readers_are_asked_for_is_no_text(foot: str) -> None:
    text = "".join((title("长椅换新"), p(TEXT), title("赶夜车的人"), p(TEXT)))
    found = parse(f"{BARE}{text}<div>{foot}</div></body></html>".encode())
    assert [[one.text for one in a.paragraphs] for a in found.articles] == [[TEXT], [TEXT]]

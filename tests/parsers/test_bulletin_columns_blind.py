"""Columns, counts and names that the second set of unseen issues printed in forms of its own."""

from functools import partial

import pytest

from archiver.parsers.page import parse
from tests.parsers import issues
from tests.parsers.issues import p, title

TEXT = "6月3日，苗圃的职工顶着日头给新栽的国槐浇水，队长说，今年的成活率要比去年再高一成。"
NAMES = ["国槐进了老街", "孩子放学没人接怎么办", "苗圃夜话"]
COLUMNS = ["最美园丁", "家校课堂", "职工园地"]
HEAD = (
    "<p align=center><font size=6>石河园林信息</font></p><p align=center>第4期</p>"
    "<p>石河园林管理处工会　　2016年6月8日</p>"
)
issue = partial(issues.issue, head=HEAD)


@pytest.mark.parametrize(
    ("column", "name"),
    [
        ("<p align=center><b>{}</b></p>", "<p><b>{}</b></p>"),
        ("<h4>{}</h4>", "<ul><li><strong>{}</strong></li></ul>"),
        ("<h2>{}</h2>", "<p align=center><b>{}</b></p>"),
    ],
)
def test_columns_stand_elsewhere_or_are_headings_over_bold_titles(column: str, name: str) -> None:
    body = [
        column.format(one) + name.format(two) + p(TEXT)
        for one, two in zip(COLUMNS, NAMES, strict=True)
    ]
    found = issue(*body).articles
    assert [(a.section, a.title) for a in found] == list(zip(COLUMNS, NAMES, strict=True))
    assert not any(a.contributors for a in found)


def test_items_counted_in_words_of_which_some_say_who_sent_them() -> None:
    items = [p(f"一、{TEXT}（西苑林场）"), p(f"二、{TEXT}"), p(f"三、{TEXT}")]
    found = issue(*items).articles
    assert [[c.unit for c in a.contributors] for a in found] == [["西苑林场"], [], []]


def test_paragraphs_counted_in_words_of_one_text_stay_one() -> None:
    found = issue(title("国槐进了老街"), p(f"一、{TEXT}"), p(f"二、{TEXT}"), p(f"三、{TEXT}"))
    assert len(found.articles) == 1


def test_news_in_brackets_counted_is_a_column() -> None:
    items = [p(f"★{TEXT}"), p(f"★{TEXT}"), p(f"★{TEXT}")]
    listed = "<p align=center>本期要目</p><p>　◆国槐进了老街</p><p>　◆工作简讯（三则）</p>"
    body = title("国槐进了老街") + p(TEXT) + title("工作简讯（三则）") + "".join(items)
    found = issue(listed, body).articles
    assert [a.section for a in found] == [None, *["工作简讯(三则)"] * 3]
    assert [a.kind for a in found[1:]] == ["brief"] * 3


def test_a_name_in_book_marks_may_begin_the_series() -> None:
    head = HEAD.replace("石河园林信息", "《绿色先锋》简报")
    body = f"{title('国槐进了老街')}{p(TEXT)}{title('苗圃夜话')}{p(TEXT)}"
    name = "《绿色先锋》简报第4期"
    page = parse(f"<title>{name}</title><body><h1>{name}</h1><div>{head}{body}</div>".encode())
    assert page.issue is not None
    assert (page.issue.series, page.issue.number) == ("《绿色先锋》简报", 4)
    assert [a.title for a in page.articles] == ["国槐进了老街", "苗圃夜话"]


def test_a_group_of_an_office_edits_though_its_day_is_glued_to_it() -> None:
    head = HEAD.replace("石河园林管理处工会　　", "石河创建工作办公室宣传组")
    found = issue(title("国槐进了老街"), p(TEXT), head=head).issue
    assert found.editor == "石河创建工作办公室宣传组"
    assert found.date is not None


def test_a_title_of_the_shape_of_a_unit_set_by_blanks_after_a_name() -> None:
    def deep(width: int, text: str) -> str:
        return "　" * width + text + "<br>"

    lines = [
        deep(13, "国槐进了老街"),
        deep(2, TEXT),
        deep(18, "西苑林场　赵青"),
        "<br>",
        deep(12, "“便民小屋”进车站"),
        deep(2, TEXT),
    ]
    found = issue("<div>", *lines, "</div>").articles
    assert [a.title for a in found] == ["国槐进了老街", "“便民小屋”进车站"]


@pytest.mark.parametrize("column", ["<p>{}</p>", "<h3>{}</h3>", "<p><b>{}</b></p>"])
def test_numbers_of_titles_may_go_on_under_the_next_column(column: str) -> None:
    names = ["国槐进了老街", "苗木过冬有新招", "老园丁的笔记", "公园能否晚些关门"]
    under = ["园林要闻", "园林要闻", "典型一得", "建言献策"]
    body, last = "", ""
    for count, (one, name) in enumerate(zip(under, names, strict=True), 1):
        body += column.format(one) * (one != last)
        body += f"<p>　　<b>{count}.{name}</b></p>" + p(TEXT) + "<p align=right>（园林管理处）</p>"
        last = one
    found = issue(body).articles
    assert [(a.section, a.title) for a in found] == list(zip(under, names, strict=True))


def test_numbers_that_begin_anew_or_go_on_within_one_text_make_no_column() -> None:
    parts = "<p><b>一、做法</b></p><p><b>1.抓苗源</b></p>" + p(TEXT) + "<p><b>2.抓养护</b></p>"
    more = p(TEXT) + "<p><b>二、打算</b></p><p><b>1.抓补栽</b></p>" + p(TEXT)
    found = issue(title("国槐进了老街") + p(TEXT) + parts + more + title("苗圃夜话") + p(TEXT))
    assert [(a.section, a.title) for a in found.articles] == [
        (None, "国槐进了老街"),
        (None, "苗圃夜话"),
    ]


@pytest.mark.parametrize("place", ["东山水库", "派出所", "气象台", "三号井", "农贸市场", "粮站"])
@pytest.mark.parametrize("end", ["<p align=right>（{}）</p>", "<p align=right>{}</p>"])
def test_a_place_of_work_set_apart_at_the_end_sent_the_text_in(place: str, end: str) -> None:
    (found,) = issue(title("苗圃夜话"), p(TEXT), end.format(place)).articles
    assert [(c.unit, c.person) for c in found.contributors] == [(place, None)]


@pytest.mark.parametrize("remark", ["本市场", "见附表", "注：各市场"])
def test_a_remark_on_places_names_nobody(remark: str) -> None:
    (found,) = issue(title("苗圃夜话"), p(f"{TEXT}（{remark}）")).articles
    assert found.contributors == ()


def test_the_number_in_brackets_behind_the_series_is_the_issue_s() -> None:
    head = "<p align=center><b>石河园林信息（15）</b></p><p>石河园林管理处工会　　2016年6月8日</p>"
    name = "石河园林信息2016年第15期"
    found = issue(title("苗圃夜话"), p(TEXT), head=head, name=name).issue
    assert (found.series, found.number, found.editor) == ("石河园林信息", 15, "石河园林管理处工会")
    assert found.date is not None


@pytest.mark.parametrize(
    ("printed", "unit", "person"),
    [
        ("【西关文化站　后俊文】", "西关文化站", "后俊文"),
        ("（运行一值　祁连）", "运行一值", "祁连"),
        ("（东街调委会　丑牛）", "东街调委会", "丑牛"),
        ("（县林业局　李小明摄）", "县林业局", "李小明"),
    ],
)
def test_names_that_end_like_a_verb_and_units_of_the_shift(
    printed: str, unit: str, person: str
) -> None:
    (found,) = issue(title("苗圃夜话"), p(TEXT), f"<p align=right>{printed}</p>").articles
    assert [(c.unit, c.person) for c in found.contributors] == [(unit, person)]


def test_text_and_pictures_of_one_hand_in_brackets() -> None:
    (found,) = issue(title("苗圃夜话"), p(TEXT), "<p align=right>【图/文：包建华】</p>").articles
    assert {c.role for c in found.contributors} == {"contributor", "photographer"}


def test_a_special_issue_of_an_occasion() -> None:
    head = HEAD.replace("石河园林信息", "青年之声").replace("第4期", "五四特刊")
    name = "青年之声（五四特刊）"
    body = f"{title('国槐进了老街')}{p(TEXT)}{title('苗圃夜话')}{p(TEXT)}"
    page = parse(f"<title>{name}</title><body><h1>{name}</h1><div>{head}{body}</div>".encode())
    assert page.issue is not None
    assert (page.issue.series, page.issue.special) == ("青年之声", "特刊")
    assert [a.title for a in page.articles] == ["国槐进了老街", "苗圃夜话"]


def test_columns_counted_in_capital_numerals() -> None:
    column = "<p><b>{}　{}</b></p>"
    body = [
        column.format(count, one) + title(two) + p(TEXT)
        for count, one, two in zip("壹贰叁", COLUMNS, NAMES, strict=True)
    ]
    assert [a.section for a in issue(*body).articles] == COLUMNS


def test_questions_and_answers_follow_a_title_and_are_none() -> None:
    asked = p("问：国槐什么时候移栽？") + p("答：清明前后最好。")
    found = issue("<p><b>国槐进了老街</b></p>" + p(TEXT) + "<p><b>养护小知识</b></p>" + asked)
    assert [(a.section, a.title) for a in found.articles] == [
        (None, "国槐进了老街"),
        (None, "养护小知识"),
    ]


def test_a_team_under_a_bold_title_is_no_subtitle() -> None:
    under = "<p><b>苗圃夜话</b></p><p align=center>处女工小组</p>"
    (found,) = issue(under + p(TEXT)).articles
    assert (found.subtitle, [c.unit for c in found.contributors]) == (None, ["处女工小组"])


def test_a_poem_under_a_title_set_by_blanks() -> None:
    verse = "\n".join("    " + line for line in ["雪打新枝", "春信渐早", "一街笑语", "直到三更"])
    body = f"<pre>\n{' ' * 24}国槐进了老街\n\n    {TEXT}\n\n{' ' * 34}元宵\n\n{verse}\n</pre>"
    assert [a.title for a in issue(body).articles] == ["国槐进了老街", "元宵"]

"""Who sent an article in: groups, standings and names that no table has."""

import pytest

from archiver.parsers.page import parse
from tests.parsers.issues import TEXT, article
from tests.parsers.issues import county as issue


@pytest.mark.parametrize(
    ("name", "unit", "person"),
    [
        ("机电工程系", "机电工程系", None),
        ("采煤队运转一班　张志强", "采煤队运转一班", "张志强"),
        ("高三（5）班　陈家乐", "高三（5）班", "陈家乐"),
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


@pytest.mark.parametrize(
    ("line", "unit", "person"),
    [
        ("（防火参谋　余勇　供稿）", None, "余勇"),
        ("撰稿：大二班　程雪", "大二班", "程雪"),
        ("作者：市档案馆退休党员　鲁正方", "市档案馆", "鲁正方"),
        ("经检大队", "经检大队", None),
        ("（反映单位：县政协经济委）", "县政协经济委", None),
    ],
)
def test_units_and_standings_before_a_name(line: str, unit: str | None, person: str | None) -> None:
    found = issue(article("公开课走进乡村"), f"<p align=right>{line}</p>")
    assert [(c.unit, c.person) for c in found.articles[0].contributors] == [(unit, person)]


def test_who_wrote_stands_below_the_recipients_too() -> None:
    tail = "<p>报：市统计局，县委、县政府</p><p>撰稿：综合股　刘燕　　审核：周正宏</p>"
    found = issue(article("公开课走进乡村"), tail)
    assert [r.text for r in found.issue.recipients] == ["市统计局，县委、县政府"]
    assert found.issue.credits["审核"] == ("周正宏",)
    assert [p.text for p in found.articles[0].paragraphs] == [TEXT]


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


def test_a_correspondent_is_told_by_the_word_before_the_name() -> None:
    found = issue(article("公开课走进乡村"), "<p>　　驻村第一书记　龚强　通讯员　袁梦</p>")
    assert [c.person for c in found.articles[0].contributors] == ["龚强", "袁梦"]


@pytest.mark.parametrize(
    ("name", "unit", "person"),
    [("木呷拉则", None, "木呷拉则"), ("桥头镇水利责任片", "桥头镇水利责任片", None)],
)
def test_a_name_no_table_knows_stands_where_the_other_articles_have_theirs(
    name: str, unit: str | None, person: str | None
) -> None:
    others = article("山塘清淤赶在雨前") + "<p>（县水利局）</p>"
    found = issue(others, article("夜校教农民修农机"), f"<p>（{name}）</p>")
    assert [(c.unit, c.person) for c in found.articles[-1].contributors] == [(unit, person)]
    alone = issue(article("山塘清淤赶在雨前"), article("夜校教农民修农机"), f"<p>（{name}）</p>")
    assert alone.articles[-1].contributors == ()


def test_who_sent_in_all_articles_stands_below_the_last_and_is_not_its() -> None:
    senders = "<p align=right>（本期供稿：沙河镇工会、柳林乡工会）</p>"
    end = "<p>报：县委办　送：各乡镇</p>"
    found = issue(article("公开课走进乡村"), article("校园里办起了菜园"), senders, end)
    assert [a.contributors for a in found.articles] == [(), ()]
    assert found.issue.credits["本期供稿"] == ("沙河镇工会", "柳林乡工会")


def test_each_person_may_have_what_that_person_did_behind_the_name() -> None:
    found = issue(
        article("炉前二十年"), "<p>（田建华 口述　徐婷 整理）</p>", article("校园里办起了菜园")
    )
    assert [c.person for c in found.articles[0].contributors] == ["田建华", "徐婷"]


@pytest.mark.parametrize(
    "line",
    [
        "<p align=right>（白石镇党委：李明、王芳）</p>",
        "<p>（白石镇党委：李明、王芳）</p>",
        "<p align=right>白石镇党委：李明、王芳</p>",
    ],
)
def test_the_persons_of_a_unit_stand_behind_its_colon(line: str) -> None:
    ended = issue(article("公开课走进乡村"), line).articles[0]
    assert [(c.unit, c.person) for c in ended.contributors] == [
        ("白石镇党委", "李明"),
        (None, "王芳"),
    ]
    assert [p.text for p in ended.paragraphs] == [TEXT]


def test_a_title_with_a_colon_behind_a_unit_names_nobody() -> None:
    found = issue(article("公开课走进乡村"), article("县林业局：严查迟到早退"))
    assert [a.title for a in found.articles] == ["公开课走进乡村", "县林业局：严查迟到早退"]
    assert not any(a.contributors for a in found.articles)


def test_a_school_in_brackets_with_what_it_did_heads_no_articles() -> None:
    ends = "<p align=right>【梅江小学供稿】</p>", "<p align=right>【固村中学供稿】</p>"
    found = issue(article("公开课走进乡村"), ends[0], article("书屋开进采石场"), ends[1])
    named = [(a.section, [c.unit for c in a.contributors]) for a in found.articles]
    assert named == [(None, ["梅江小学"]), (None, ["固村中学"])]


@pytest.mark.parametrize(
    ("line", "named"),
    [
        (
            "<span>来源：青阳镇工会</span><span>作者：李慧</span>",
            [("contributor", "青阳镇工会", None), ("author", None, "李慧")],
        ),
        (
            "<span>供稿：县电视台</span><span>记者：张志强</span>",
            [("contributor", "县电视台", None), ("reporter", None, "张志强")],
        ),
        ("来源：青阳镇工会　特邀作者：李慧", [("contributor", "青阳镇工会", None)]),
    ],
)
def test_labels_in_elements_that_touch_name_each_its_own(
    line: str, named: list[tuple[str, str | None, str | None]]
) -> None:
    found = issue(article("公开课走进乡村", f"<div>{line}</div>"), article("校园里办起了菜园"))
    names = [(c.role, c.unit, c.person) for c in found.articles[0].contributors]
    assert names == named


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("马坊片、河东片供稿", ["马坊片", "河东片"]),
        ("洪泽湖渔业联合体供稿", ["洪泽湖渔业联合体"]),
        ("由农电三班 王强供稿", ["农电三班 王强"]),
        ("县老促会吴祥林 供稿", ["县老促会吴祥林"]),
    ],
)
def test_whoever_stands_before_the_verb_sent_the_text_in(line: str, names: list[str]) -> None:
    found = issue(article("公开课走进乡村"), f"<p>（{line}）</p>", article("校园里办起了菜园"))
    assert [[c.text for c in a.contributors] for a in found.articles] == [names, []]
    assert [len(a.paragraphs) for a in found.articles] == [1, 1]


@pytest.mark.parametrize(
    "label", ["稿件来自", "信息提供", "信息报送", "供稿者", "来稿人", "报送人"]
)
def test_every_usual_word_for_who_sent_it_is_a_label(label: str) -> None:
    found = issue(article("公开课走进乡村"), f"<p>{label}：县人社局</p>", article("校园里办起菜园"))
    assert [[c.text for c in a.contributors] for a in found.articles] == [["县人社局"], []]


def test_units_and_persons_may_stand_by_turns_on_one_line() -> None:
    found = issue(article("办税厅里的电话妹", "<p align=center>人教股　梁惠　　办公室　黄文彬</p>"))
    named = [(c.unit, c.person) for c in found.articles[0].contributors]
    assert named == [("人教股", "梁惠"), ("办公室", "黄文彬")]


@pytest.mark.parametrize("unit", ["城子河矿家属协管会", "凤翔村乡贤会", "县一中家委会"])
def test_associations_of_every_kind_end_like_no_persons_name(unit: str) -> None:
    found = issue(article("公开课走进乡村"), f"<p>　　（{unit}）</p>", article("校园里办起了菜园"))
    assert [(c.unit, c.person) for c in found.articles[0].contributors] == [(unit, None)]

"""Lines that look like names and are titles, and names that look like something else."""

import pytest

from archiver.parsers.bulletin import Segmentation, segment
from archiver.parsers.markup.html import read_html

TEXT = "9月8日，车间请来退休老师傅，给青工讲轴承的拆装。老师傅说，手上要有准头，心里要有数。"
PLAIN = f"<p>　　{TEXT}</p>"
HEAD = (
    "<p align=center><font size=6>青溪工会信息</font></p><p align=center>第6期</p>"
    "<p>青溪机床厂工会编　　2014年9月15日</p>"
)


def issue(*body: str, head: str = HEAD, title: str | None = None) -> Segmentation:
    found = segment(read_html(head + "".join(body)).lines, page_title=title)
    assert found is not None
    return found


def title(text: str) -> str:
    return f"<p align=center><b>{text}</b></p>"


def test_two_clauses_of_the_shape_of_names_over_a_subtitle_are_a_title() -> None:
    found = issue(title("爱心驿站 情系师生"), "<p align=center>——“职工之家”见闻</p>", PLAIN)
    assert [a.title for a in found.articles] == ["爱心驿站 情系师生"]


def test_a_title_of_the_shape_of_a_unit_after_a_name_at_the_right() -> None:
    sent = "<p align=right>铸造车间　李明</p>"
    found = issue(title("老师傅重上讲台"), PLAIN, sent, title("夏日清凉到区队"), PLAIN)
    assert [a.title for a in found.articles] == ["老师傅重上讲台", "夏日清凉到区队"]
    assert [c.person for c in found.articles[0].contributors] == ["李明"]


@pytest.mark.parametrize("unit", ["图书馆分工会", "略阳县总工会", "经理工作部", "附中工会"])
def test_units_that_begin_like_a_remark_sent_the_text_in(unit: str) -> None:
    found = issue(title("老师傅重上讲台"), f"<p>　　{TEXT}（{unit}）</p>")
    assert [c.unit for c in found.articles[0].contributors] == [unit]


@pytest.mark.parametrize("remark", ["图", "略", "附名单", "见附表", "续", "完"])
def test_remarks_in_parentheses_name_nobody(remark: str) -> None:
    found = issue(title("老师傅重上讲台"), f"<p>　　{TEXT}（{remark}）</p>")
    assert found.articles[0].contributors == ()


def test_an_editor_under_the_number_stays_when_the_headline_begins_with_it() -> None:
    head = (
        "<p align=center>工作简报</p><p align=center>第6期</p>"
        "<p>青溪县总工会</p><p align=right>2014年9月15日</p>"
    )
    found = issue(
        title("老师傅重上讲台"), PLAIN, head=head, title="青溪县总工会工作简报2014年第6期"
    )
    assert found.issue.editor == "青溪县总工会"


@pytest.mark.parametrize(
    ("sent", "unit", "person"),
    [
        ("（十二连　艾力·吐尔逊）", "十二连", "艾力·吐尔逊"),
        ("（九连　田永强）", "九连", "田永强"),
        ("（九连）", "九连", None),
        ("（七连　阿曼古丽）", "七连", "阿曼古丽"),
    ],
)
def test_a_company_of_a_regiment_and_a_name_with_a_dot_sent_the_text_in(
    sent: str, unit: str, person: str | None
) -> None:
    found = issue(title("机采棉忙坏铁姑娘"), PLAIN, f"<p align=right>{sent}</p>")
    assert [(c.unit, c.person) for c in found.articles[0].contributors] == [(unit, person)]


def test_the_theme_of_a_special_issue_stands_before_its_number() -> None:
    head = (
        "<p align=center>电信工会简报</p><p align=center>劳动竞赛专刊（第二期）</p>"
        "<p>青溪电信分公司工会　　2011年5月17日</p>"
    )
    found = issue(title("老师傅重上讲台"), PLAIN, head=head)
    assert found.issue.series == "电信工会简报"
    assert (found.issue.number, found.issue.special) == (2, "专刊")
    assert found.issue.editor == "青溪电信分公司工会"


@pytest.mark.parametrize(
    ("line", "subtitle", "unit"),
    [
        ("——柳林镇总工会", None, "柳林镇总工会"),
        ("——柳林镇总工会活动见闻", "柳林镇总工会活动见闻", None),
        ("——记县人民医院", "记县人民医院", None),
        ("——县财政局作风建设实现新开局", "县财政局作风建设实现新开局", None),
    ],
)
def test_a_unit_behind_a_dash_under_the_title_sent_the_text_in(
    line: str, subtitle: str | None, unit: str | None
) -> None:
    found = issue(title("老师傅重上讲台"), f"<p align=center>{line}</p>", PLAIN)
    (article,) = found.articles
    assert article.subtitle == subtitle
    assert [c.unit for c in article.contributors] == [unit] * (unit is not None)


def test_a_labelled_name_under_each_title_ends_no_article() -> None:
    sent = "<p>供稿：铸造车间</p>"
    names = ("老师傅重上讲台", "澡堂翻修完工")
    found = issue(*(f"<p><b>{name}</b></p>{sent}{PLAIN}" for name in names))
    assert [a.title for a in found.articles] == list(names)
    assert [c.unit for a in found.articles for c in a.contributors] == ["铸造车间"] * 2


def test_a_title_after_a_gap_under_the_imprint_is_no_second_editor() -> None:
    found = issue(
        f"<br>　　　　　　走进县电力公司工会<br>　　{TEXT}<br>",
        f"<br>　　　　　　老师傅重上讲台<br>　　{TEXT}<br>",
    )
    assert found.issue.editor == "青溪机床厂工会"
    assert [a.title for a in found.articles] == ["走进县电力公司工会", "老师傅重上讲台"]


def test_a_column_over_a_title_of_the_shape_of_a_team() -> None:
    found = issue(
        "<p><b>温情速写</b></p>",
        title("敬老院来了理发队"),
        PLAIN,
        "<p><b>维权故事</b></p>",
        title("一张工资单引出的调解"),
        PLAIN,
    )
    assert [(a.section, a.title) for a in found.articles] == [
        ("温情速写", "敬老院来了理发队"),
        ("维权故事", "一张工资单引出的调解"),
    ]


@pytest.mark.parametrize("frame", ["『{}』", "「{}」", "〔{}〕", "&lt;{}&gt;", "—— {} ——"])
def test_frames_of_columns(frame: str) -> None:
    column = "<p>" + frame.format("维权故事") + "</p>"
    found = issue(column, title("老师傅重上讲台"), PLAIN, title("一张工资单引出的调解"), PLAIN)
    assert {a.section for a in found.articles} == {"维权故事"}
    assert {a.subtitle for a in found.articles} == {None}


def test_what_kind_of_text_it_is_stands_in_parentheses_under_the_title() -> None:
    kind = "<p align=center>（铸造车间“传帮带”侧记）</p>"
    (article,) = issue(title("老师傅重上讲台"), kind, PLAIN).articles
    assert article.subtitle == "铸造车间“传帮带”侧记"
    assert [p.text for p in article.paragraphs] == [TEXT]


def test_items_that_end_with_a_unit_in_a_lenticular_frame() -> None:
    items = (("女工领到防晒帽八十六顶。", "环卫站工会"), ("法律书箱送到蔬菜基地。", "敖寨乡工会"))
    found = issue(*(f"<p>◆{text}【{unit}】</p>" for text, unit in items))
    assert [c.unit for a in found.articles for c in a.contributors] == [u for _, u in items]
    assert len(found.articles) == 2


@pytest.mark.parametrize("label", ["〔编者按〕", "［编者按］", "【编者按】"])
def test_the_note_of_the_editors_in_any_frame(label: str) -> None:
    note = f"<p>{label}坚持办好一件小事，贵在用心，现予刊发，供各厂学习借鉴。</p>"
    (article,) = issue(title("老师傅重上讲台"), note, PLAIN).articles
    assert article.editor_note is not None
    assert [p.text for p in article.paragraphs] == [TEXT]


def test_persons_of_two_peoples_behind_their_unit() -> None:
    sent = "<p align=right>（县融媒体中心　李晓东　阿曼古丽）</p>"
    found = issue(title("老师傅重上讲台"), PLAIN, sent)
    assert [(c.unit, c.person) for c in found.articles[0].contributors] == [
        ("县融媒体中心", "李晓东"),
        (None, "阿曼古丽"),
    ]


@pytest.mark.parametrize("verb", ["供稿", "　供稿", "报送"])
def test_a_unit_with_the_verb_stands_under_a_title(verb: str) -> None:
    lines = [f"<p align=center>{unit}{verb}</p>" for unit in ("县妇联", "县人民法院")]
    titles = ["凉茶送到环卫工人手上", "镇里办起职工书屋"]
    found = issue(*(title(n) + line + PLAIN for n, line in zip(titles, lines, strict=True)))
    assert [[c.unit for c in a.contributors] for a in found.articles] == [
        ["县妇联"],
        ["县人民法院"],
    ]
    assert [len(a.paragraphs) for a in found.articles] == [1, 1]


def test_what_kind_of_text_it_is_stands_over_who_wrote_it() -> None:
    def written(name: str, genre: str, unit: str) -> str:
        return f"<p>{name}</p>{genre}<p>{unit}</p>{PLAIN}<p>&nbsp;</p>"

    found = issue(
        written("渔家把会费花在刀刃上", "<p>青湾渔民工会经费使用小记</p>", "青湾镇工会"),
        written("青工学会看轴承", "", "青溪轴承厂工会"),
        written("镇里办起职工书屋", "", "青溪镇工会"),
    )
    first = found.articles[0]
    assert first.subtitle == "青湾渔民工会经费使用小记"
    assert [c.unit for c in first.contributors] == ["青湾镇工会"]

"""Forms in which county bulletins print columns, counted items, schools and signatures."""

import pytest

from archiver.parsers.bulletin import Segmentation, segment
from archiver.parsers.html import read_html

TEXT = "5月6日，乡工会把修好的农具送到田头。种粮大户说，省下的工夫够多插两亩秧，心里很踏实。"
PLAIN = f"<p>　　{TEXT}</p>"
HEAD = (
    "<p align=center><font size=6>柳坪工会信息</font></p><p align=center>第8期</p>"
    "<p>柳坪县总工会编　　2013年5月20日</p>"
)


def issue(*body: str, head: str = HEAD) -> Segmentation:
    found = segment(read_html(head + "".join(body)).lines)
    assert found is not None
    return found


def titled(text: str) -> str:
    return f"<p align=center><b>{text}</b></p>{PLAIN}"


@pytest.mark.parametrize("column", ["镇街速递", "女职工风采", "01　县区要闻", "02|班组故事"])
def test_a_column_in_the_look_of_its_titles_is_known_by_what_its_name_is_made_of(
    column: str,
) -> None:
    found = issue(
        f"<p align=center><b>{column}</b></p>", titled("农具送到田头"), titled("夜校开课")
    )
    assert [a.title for a in found.articles] == ["农具送到田头", "夜校开课"]
    assert {a.section for a in found.articles} == {column.lstrip("012|　")}


@pytest.mark.parametrize("bold", [True, False])
def test_items_that_numbers_begin_have_the_titles_printed_before_their_text(bold: bool) -> None:
    titles = ["乡工会修农具", "夜校开进村部", "茶农领到雨衣"]
    items = [f"{n}.{title}　" for n, title in enumerate(titles, 1)]
    shown = [f"<b>{item}</b>" if bold else item for item in items]
    found = issue(*(f"<p>　　{item}{TEXT}</p>" for item in shown))
    assert [a.title for a in found.articles] == titles
    assert [a.paragraphs[0].text for a in found.articles] == [TEXT] * 3


def test_counted_paragraphs_under_a_title_keep_their_numbers() -> None:
    found = issue(titled("春耕服务三件事"), *(f"<p>　　{n}.{TEXT}</p>" for n in (1, 2, 3)))
    assert [a.title for a in found.articles] == ["春耕服务三件事"]
    assert [p.text for p in found.articles[0].paragraphs][1] == f"1.{TEXT}"


@pytest.mark.parametrize("school", ["县一小", "柳坪镇三小", "县实小", "派驻纪检监察组"])
def test_short_names_of_schools_and_inspectors_sent_the_text_in(school: str) -> None:
    found = issue(titled("农具送到田头"), f"<p>　　{TEXT}（{school}）</p>")
    assert [c.unit for c in found.articles[0].contributors] == [school]


def test_two_clauses_of_one_length_are_a_title_though_the_first_is_a_school() -> None:
    sent = "<p align=right>供稿：县教育工会</p>"
    lines = (
        f"<p>{'　' * 14}追梦大学　乡亲同行</p>",
        PLAIN,
        sent,
        f"<p>{'　' * 14}夜校开课</p>",
        PLAIN,
    )
    found = issue(*lines)
    assert [a.title for a in found.articles] == ["追梦大学 乡亲同行", "夜校开课"]
    assert [c.unit for c in found.articles[0].contributors] == ["县教育工会"]


def test_the_day_of_a_diary_is_no_title_and_the_line_over_it_no_column() -> None:
    diary = "<p align=center><b>插秧日记一则</b></p><p>　　5月6日　阴</p>"
    found = issue(titled("农具送到田头"), diary, PLAIN)
    assert [a.title for a in found.articles] == ["农具送到田头", "插秧日记一则"]


def test_a_unit_alone_under_the_last_sentence_ends_the_article_where_titles_look_like_text() -> (
    None
):
    def plain(text: str) -> str:
        return f"<p>&nbsp;</p><p>{text}</p>{PLAIN}{PLAIN}<p>县农业局工会</p>"

    found = issue(plain("乡工会送农具下田"), plain("茶农领到新雨衣"), plain("夜校办到村部里"))
    assert [a.title for a in found.articles][1:] == ["茶农领到新雨衣", "夜校办到村部里"]
    assert [c.unit for a in found.articles for c in a.contributors] == ["县农业局工会"] * 3


def test_steps_counted_in_bold_are_headings_of_their_article() -> None:
    steps = (
        f"<p><b>第{n}步：{what}</b></p>{PLAIN}" for n, what in (("一", "摸底"), ("二", "上门"))
    )
    found = issue(f"<p><b>修农具的办法</b></p>{PLAIN}", *steps)
    assert [a.title for a in found.articles] == ["修农具的办法"]
    assert [p.kind for p in found.articles[0].paragraphs] == ["body", "heading1"] * 2 + ["body"]


def test_rows_set_with_blanks_that_end_in_figures_are_no_titles() -> None:
    rows = "    水稻    32    7\n    油菜    18    4\n"
    head = "柳坪工会信息\n第8期\n柳坪县总工会编      2013年5月20日\n"
    text = f"<pre>{head}\n              春耕进度\n\n    {TEXT}\n{rows}    {TEXT}\n</pre>"
    found = issue(head=text)
    assert [a.title for a in found.articles] == ["春耕进度"]


def test_counted_columns_of_counted_titles() -> None:
    def shown(text: str) -> str:
        return f"<p><b>{text}</b></p>"

    found = issue(
        *(shown("一、重要活动"), shown("（一）春耕服务队成立"), PLAIN),
        *(shown("（二）夜校开课"), PLAIN),
        *(shown("二、乡镇新事"), shown("（一）茶农领到雨衣"), PLAIN),
    )
    assert [a.section for a in found.articles] == ["重要活动", "重要活动", "乡镇新事"]
    assert {a.subtitle for a in found.articles} == {None}

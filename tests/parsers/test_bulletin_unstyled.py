"""Bulletins typed without any style: every line one plain paragraph."""

import pytest

from archiver.parsers.bulletin import Segmentation, segment
from archiver.parsers.markup.html import read_html

TEXT = "5月6日，乡工会把修好的农具送到田头。种粮大户说，省下的工夫够多插两亩秧，心里很踏实。"
OTHER = "夜校每周开课两晚，讲安全用电和劳动合同，来听课的采茶女工一次比一次多，板凳都不够坐了。"
HEAD = ("柳坪工会信息", "第8期", "柳坪县总工会编　　2013年5月20日")


def issue(*lines: str, indent: str = "　　") -> Segmentation:
    """Lines as they stand; running text, which ends a sentence, begins with ``indent``."""
    shown = (f"<p>{indent if '。' in line else ''}{line}</p>" for line in (*HEAD, *lines))
    found = segment(read_html("".join(shown)).lines)
    assert found is not None
    return found


def read(found: Segmentation) -> list[tuple[str | None, list[str]]]:
    return [(a.title, [c.text for c in a.contributors]) for a in found.articles]


@pytest.mark.parametrize(
    ("printed", "read_as"),
    [
        ("县图书馆", ["县图书馆"]),
        ("县总工会　县图书馆", ["县总工会", "县图书馆"]),
        ("县自来水公司　石磊", ["县自来水公司 石磊"]),
    ],
)
@pytest.mark.parametrize("indent", ["　　", ""])
def test_units_under_the_last_sentence_end_the_article(
    printed: str, read_as: list[str], indent: str
) -> None:
    found = issue("农具送到田头", TEXT, printed, "夜校开进村部", OTHER, printed, indent=indent)
    assert read(found) == [("农具送到田头", read_as), ("夜校开进村部", read_as)]


@pytest.mark.parametrize(
    "title", ["一个农机手带出一个合作社", "县委党校把课搬进看守所", "护林七昼夜"]
)
def test_behind_an_end_a_line_over_text_is_a_title_though_it_ends_like_a_unit(title: str) -> None:
    found = issue("农具送到田头", f"{TEXT}（乡工会）", title, OTHER)
    assert read(found) == [("农具送到田头", ["乡工会"]), (title, [])]


@pytest.mark.parametrize("title", ["山火", "围裙"])
def test_two_characters_flush_left_behind_an_end_are_a_title(title: str) -> None:
    assert read(issue("农具送到田头", f"{TEXT}（乡工会）", title, OTHER))[1] == (title, [])


def test_a_line_over_names_and_text_is_a_title() -> None:
    found = issue("农具送到田头", TEXT, "夜校开进村部", "柳坪镇总工会　阮小凤", OTHER)
    assert read(found) == [("农具送到田头", []), ("夜校开进村部", ["柳坪镇总工会 阮小凤"])]


def test_a_person_with_a_unit_of_any_name_is_no_second_line_of_the_title() -> None:
    found = issue("农具送到田头", "检修分场　段续", TEXT, "夜校开进村部", "运行一值　祁连", OTHER)
    assert read(found) == [
        ("农具送到田头", ["检修分场 段续"]),
        ("夜校开进村部", ["运行一值 祁连"]),
    ]


def test_counted_titles_flush_left_are_the_titles_where_nothing_else_is() -> None:
    found = issue("1.农具送到田头", TEXT, "2.夜校开进村部", OTHER)
    assert [a.title for a in found.articles] == ["农具送到田头", "夜校开进村部"]


def test_counted_columns_stand_over_counted_titles() -> None:
    found = issue(
        "一、重要活动", "（一）农具送到田头", TEXT, "二、乡镇来信", "（一）夜校开进村部", OTHER
    )
    assert [a.section for a in found.articles] == ["重要活动", "乡镇来信"]


def test_empty_lines_before_titles_alone_show_where_articles_begin() -> None:
    gap = "&nbsp;"
    lines = (
        gap,
        "农具送到田头",
        TEXT,
        "（乡工会）",
        gap,
        "夜校开课",
        OTHER,
        gap,
        "“和事佬”老杜",
        TEXT,
    )
    found = issue(*lines, indent="")
    assert [a.title for a in found.articles] == ["农具送到田头", "夜校开课", "“和事佬”老杜"]


def test_two_clauses_of_one_length_over_a_title_are_its_subtitle() -> None:
    found = issue(
        "工资不再“打白条” 维权不再跑断腿", "柳坪县建立工资专户", TEXT, "夜校开进村部", OTHER
    )
    first = found.articles[0]
    assert (first.title, first.subtitle) == (
        "柳坪县建立工资专户",
        "工资不再“打白条” 维权不再跑断腿",
    )


def test_paragraphs_of_one_length_are_not_lines_of_one() -> None:
    texts = (TEXT, TEXT[:-2] + "。", TEXT, TEXT)
    lines = [line for n, text in enumerate(texts) for line in (f"第{n}生产队送来新农具", text)]
    found = issue(*lines)
    assert [p.text for a in found.articles for p in a.paragraphs] == list(texts)


def test_a_letter_has_a_title_flush_left_over_whom_it_greets() -> None:
    found = issue(
        "农具送到田头",
        f"{TEXT}（乡工会）",
        "夜校开课",
        OTHER,
        "来自房东的留言",
        "　　孩子们：",
        TEXT,
    )
    assert [a.title for a in found.articles] == ["农具送到田头", "夜校开课", "来自房东的留言"]


def test_the_first_line_may_be_a_title_of_three_characters() -> None:
    gap = "&nbsp;"
    found = issue(gap, "发刊词", TEXT, gap, "夜校开进村部", OTHER, "（乡工会）")
    assert [a.title for a in found.articles] == ["发刊词", "夜校开进村部"]


def test_the_photographer_of_a_picture_ends_no_article() -> None:
    found = issue(
        "农具送到田头",
        TEXT,
        "图为乡工会干部在田头交接农具。（李明　摄）",
        "种粮大户在感谢信里写道：“农具好使，人也贴心，这样的娘家人哪里去找？”",
        OTHER,
        "（柳坪乡工会）",
    )
    assert [title for title, _ in read(found)] == ["农具送到田头"]


def test_counted_titles_at_ends_of_articles_are_titles_though_one_heads_a_poem() -> None:
    verse = [
        f"　　　　　　{line}"
        for line in ("北风把落叶", "叠成一封信", "寄给还在奔跑的人", "铃声响了")
    ]
    found = issue(
        "一、农具送到田头",
        TEXT,
        "（柳坪乡工会）",
        "二、职工诗坛：冬日的田头",
        *verse,
        "（高一〈3〉班　李明）",
        "三、夜校开进村部",
        OTHER,
        "（县总工会）",
    )
    assert read(found) == [
        ("农具送到田头", ["柳坪乡工会"]),
        ("职工诗坛：冬日的田头", ["高一〈3〉班 李明"]),
        ("夜校开进村部", ["县总工会"]),
    ]


def test_what_stands_in_the_element_of_titles_is_one() -> None:
    titles = ["农具送到田头", "夜校讲清“四个一”", "采茶女工学用电", "账本贴上公示栏"]
    text = [f"<section>{TEXT}</section>", f"<section>{OTHER}</section>"]
    sender = "<section>乡工会　李明</section>"
    below = [[*text], [*text, sender], [*text, sender], text]
    body = (
        f"<section><div>{title}</div></section>{''.join(lines)}"
        for title, lines in zip(titles, below, strict=True)
    )
    head = "".join(f"<p>{line}</p>" for line in HEAD)
    found = segment(read_html(head + "".join(body)).lines)
    assert found is not None
    assert [a.title for a in found.articles] == titles


def test_who_sent_a_text_stands_above_who_edited_the_issue() -> None:
    found = issue("农具送到田头", TEXT, "乡党委", "（本期编辑：李明）")
    assert read(found) == [("农具送到田头", ["乡党委"])]
    assert found.articles[0].credits or found.issue.credits


def test_a_short_name_under_a_title_may_be_padded() -> None:
    found = issue("农具送到田头", "县政协委员　周海涛　刘　娜", TEXT, TEXT)
    assert [c.person for c in found.articles[0].contributors] == ["周海涛", "刘娜"]

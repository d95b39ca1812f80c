"""Columns before each title: in one line with it (【基层动态】标题), or on one of its own."""

import pytest

from tests.parsers.issues import TEXT
from tests.parsers.issues import county as issue

TITLES = ("三个乡镇的水费收上来了", "护林员盼来一双好鞋", "夜班公交又开了两条线")
COLUMNS = ("工作动态", "基层动态", "基层动态")


def article(title: str) -> str:
    return f"<p align=center><b>{title}</b></p><p>　　{TEXT}</p>"


@pytest.mark.parametrize(
    "form", ["【{}】{}", "〔{}〕　{}", "[{}] {}", "［{}］{}", "{}丨{}", "{} | {}"]
)
def test_a_column_before_a_title_is_its_section(form: str) -> None:
    pairs = zip(COLUMNS, TITLES, strict=True)
    found = issue(*(article(form.format(*pair)) for pair in pairs))
    assert [(a.section, a.title) for a in found.articles] == list(zip(COLUMNS, TITLES, strict=True))
    assert [len(a.paragraphs) for a in found.articles] == [1, 1, 1]


@pytest.mark.parametrize("listed", ["【{}】{}", "{}"])
def test_a_column_before_a_title_stands_in_the_contents_or_not(listed: str) -> None:
    form = "【{}】{}"
    pairs = list(zip(COLUMNS, TITLES, strict=True))
    entries = (listed.format(*(pair if "】" in listed else pair[1:])) for pair in pairs)
    contents = "<p>目录</p>" + "".join(f"<p>{entry}</p>" for entry in entries)
    found = issue(contents, *(article(form.format(*pair)) for pair in pairs))
    assert [(a.section, a.title) for a in found.articles] == pairs
    assert [entry.article for entry in found.issue.toc] == [1, 2, 3]


def test_names_no_other_issue_has_are_columns_before_several_titles() -> None:
    columns = ("河边夜话", "老街来信", "河边夜话")
    found = issue(*(article(f"【{c}】{t}") for c, t in zip(columns, TITLES, strict=True)))
    assert [a.section for a in found.articles] == list(columns)
    alone = issue(article(f"【河边夜话】{TITLES[0]}"), article(TITLES[1]))
    assert [a.title for a in alone.articles] == [f"【河边夜话】{TITLES[0]}", TITLES[1]]


def test_units_and_counts_before_titles_are_no_columns() -> None:
    titles = [f"【{n}】{t}" for n, t in zip(("案例一", "案例二"), TITLES, strict=False)]
    found = issue(*map(article, titles))
    assert [(a.section, a.title) for a in found.articles] == [(None, title) for title in titles]


def test_a_word_in_an_element_of_headings_is_a_title_below_a_column_as_long() -> None:
    columns, titles = ("乡镇动态", "每日数据", "夜班故事"), (TITLES[0], "数字", TITLES[2])
    counted = (
        "<p>12人：截至9月17日24时，全县仍在住院的受灾群众12人，无危重病人。</p>"
        "<p>86户：今天搬进活动板房的农户86户，比前一天增加了11户。</p>"
    )
    texts = (f"<p>{TEXT}</p>", counted, f"<p>{TEXT}</p>")
    found = issue(
        *(
            f"<div>{column}</div><h3>{title}</h3>{text}"
            for column, title, text in zip(columns, titles, texts, strict=True)
        )
    )
    assert [(a.section, a.title) for a in found.articles] == list(zip(columns, titles, strict=True))


def test_a_square_before_a_known_column_is_before_the_other_too() -> None:
    rows = (("■ 工作动态", TITLES[0]), ("■ 灯塔守望", TITLES[1]))
    names = "<p align=center>县妇联　李梅</p>"
    found = issue(
        *(
            f"<p>{column}</p><p align=center><b>{title}</b></p>{names}<p>　　{TEXT}</p>"
            for column, title in rows
        )
    )
    assert [(a.section, a.title) for a in found.articles] == [(c[2:], t) for c, t in rows]

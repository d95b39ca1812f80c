"""Weeklies set as a table: each row an article, its sender in a cell of its own."""

import pytest

from archiver.parsers.page import parse
from archiver.records import Page

HEAD = (
    "<meta charset=utf-8><title>每周信息第17期</title>"
    "<p align=center><font size=6>每周信息</font></p><p align=center>（第17期）</p>"
    "<p>清溪县总工会编　　　　2012年9月14日</p>"
)
TITLES = ("枫叶乡把书屋送到采石场", "白石镇办起职工夜校", "县里修好三处公共澡堂")
TEXTS = (
    "6月3日，枫叶乡工会把流动书屋送到采石场，四百多册图书由职工自己登记借阅，老师傅也来了。",
    "白石镇工会借镇中学的教室办起夜校，先开电工、会计两个班，八十一名职工报了名，课排在晚上。",
    "县工会拿出十八万元修好三处公共澡堂，下夜班的工人不用再跑远路，一年到头都有热水可洗。",
)
UNITS = ("枫叶乡工会", "县教育局", "县水利局 李明")
LAST = "工人们说，歇脚的地方近了，心里很暖。"


def rows(*table: tuple[str, ...]) -> Page:
    cells = "".join("<tr>" + "".join(f"<td>{c}</td>" for c in row) + "</tr>" for row in table)
    return parse(f"{HEAD}<table border=1>{cells}</table><p>报：市总工会</p>".encode())


def told(page: Page) -> list[tuple[str | None, list[str], list[str]]]:
    return [
        (a.title, [c.text for c in a.contributors], [p.text for p in a.paragraphs])
        for a in page.articles
    ]


ARTICLES = [
    (title, [unit], [text, LAST]) for title, unit, text in zip(TITLES, UNITS, TEXTS, strict=True)
]


@pytest.mark.parametrize(
    ("heads", "form"),
    [
        ("序号 内　容 报送单位", "{n} <b>{title}</b><p>{text}</p><p>{last}</p> {unit}"),
        ("序号 信息内容 报送单位", "{n} {title}<br>　　{text}<br>　　{last} {unit}"),
        ("内容 供稿", "<p>{n}、{title}</p><p>{text}</p><p>{last}</p> {unit}"),
        ("标题 内容 来稿单位", "{title} {text}<br>{last} {unit}"),
        ("题目 正文 报送<br>单位", "{title} {text}<p>{last}</p> <p>{unit}</p>"),
        ("序号 内容 报送单位", "{n} <b>{title}。</b>{text}<p>{last}</p> {unit}"),
        ("报送单位 内容 备注", "{unit} <p>{title}</p><p>{text}</p><p>{last}</p> "),
    ],
)
def test_each_row_with_text_is_an_article_from_the_unit_beside_it(heads: str, form: str) -> None:
    table = [tuple(heads.split(" "))]
    for n, (title, unit, text) in enumerate(zip(TITLES, UNITS, TEXTS, strict=True), 1):
        cells = form.format(n=n, title=title, text=text, last=LAST, unit=unit.replace(" ", "　"))
        table.append(tuple(cells.split(" ")))
    page = rows(*table)
    assert [(t, [c.replace("　", " ") for c in s], p) for t, s, p in told(page)] == ARTICLES
    assert page.issue is not None and [r.text for r in page.issue.recipients] == ["市总工会"]


def test_rows_without_titles_are_items() -> None:
    page = rows(
        ("序号", "内容", "报送单位"),
        *((str(n), *pair) for n, pair in enumerate(zip(TEXTS, UNITS, strict=True))),
    )
    assert told(page) == [(None, [u], [t]) for t, u in zip(TEXTS, UNITS, strict=True)]


def test_a_column_in_a_cell_or_a_row_of_its_own_holds_for_the_rows_below() -> None:
    columns = ("工作动态", "工作动态", "经验交流")
    beside = zip(columns, TITLES, TEXTS, UNITS, strict=True)
    page = rows(("栏目", "标题", "内容", "供稿单位"), *beside)
    assert [a.section for a in page.articles] == list(columns)
    spanned = rows(
        ("栏目", "标题", "内容", "供稿单位"),
        (columns[0], TITLES[0], TEXTS[0], UNITS[0]),
        (TITLES[1], TEXTS[1], UNITS[1]),
        (columns[2], TITLES[2], TEXTS[2], UNITS[2]),
    )
    assert [a.section for a in spanned.articles] == list(columns)
    over = rows(
        ("标题", "内容", "供稿单位"),
        (f"【{columns[0]}】",),
        *zip(TITLES[:2], TEXTS[:2], UNITS[:2], strict=True),
        (f"【{columns[2]}】",),
        (TITLES[2], TEXTS[2], UNITS[2]),
    )
    for one in (page, spanned, over):
        assert [(a.section, a.title) for a in one.articles] == list(
            zip(columns, TITLES, strict=True)
        )
        assert [[c.text for c in a.contributors] for a in one.articles] == [[u] for u in UNITS]


@pytest.mark.parametrize(
    "heads",
    [
        "序号 反映问题 报送单位 办理情况",  # what was done about it is no article
        "日期 内容 备注",
        "内容 单位",  # whom it is about
        "内容 摄影",
        "名次 内容 得分",
    ],
)
def test_other_tables_stay_tables(heads: str) -> None:
    table = [tuple(heads.split())]
    values = {"内容": TEXTS, "反映问题": TEXTS, "办理情况": [LAST] * 3, "日期": ["6月3日"] * 3}
    for n in range(3):
        table.append(tuple(values.get(head, UNITS)[n] for head in heads.split()))
    (article,) = rows(*table).articles
    assert [p.kind for p in article.paragraphs] == ["table"]


def test_lists_of_titles_and_senders_are_no_articles() -> None:
    page = rows(("序号", "标题", "报送单位"), *zip("123", TITLES, UNITS, strict=True))
    (article,) = page.articles
    assert [p.kind for p in article.paragraphs] == ["table"]


def test_a_row_that_is_no_article_loses_nothing() -> None:
    note = "本期共收到各单位报送的信息八十一条，采用三条。"
    page = rows(("内容", "报送单位"), *zip(TEXTS, UNITS, strict=True), (note,))
    text = "\n".join(p.text for a in page.articles for p in a.paragraphs)
    assert all(one in text for one in (*TEXTS, note))


def grid(*names: str) -> Page:
    """Each name is that of a column beside the first of its articles; "" where one spans on."""
    table = ""
    last = LAST * 4
    for name, title, text, unit in zip(names, TITLES, TEXTS, UNITS, strict=False):
        column = f'<td align="center">{name}</td>' if name else ""
        article = f"<p>{title}</p><p>　　{text}</p><p>　　{last}</p><p>[供稿：{unit}]</p>"
        table += f"<tr>{column}<td>{article}</td></tr>"
    return parse(f"{HEAD}<table border=1>{table}</table><p>报：市总工会</p>".encode())


@pytest.mark.parametrize(
    ("names", "columns"),
    [
        (("基层动态", ""), ["基层动态", "基层动态"]),
        (("综合信息", "", "民生信息"), ["综合信息", "综合信息", "民生信息"]),
        (("综<br>合<br>信<br>息", "民<br>生<br>信<br>息"), ["综合信息", "民生信息"]),
        (("<p>基</p><p>层</p><p>动</p><p>态</p>", ""), ["基层动态", "基层动态"]),
    ],
)
def test_a_cell_that_spans_articles_of_a_ruled_grid_is_their_column(
    names: tuple[str, ...], columns: list[str]
) -> None:
    page = grid(*names)
    assert [(t, p) for t, _, p in told(page)] == [
        (title, [text, LAST * 4]) for title, _, (text, _) in ARTICLES[: len(names)]
    ]
    assert all(article.contributors for article in page.articles)
    assert [article.section for article in page.articles] == columns


def test_a_table_of_problems_and_measures_stays_a_table() -> None:
    cell = f"<td><p>{TITLES[0]}</p><p>{TEXTS[0]}</p><p>{LAST * 4}</p></td>"
    heads = "<tr><td>整改问题</td><td>整改措施</td></tr>"
    body = "".join(f"<tr><td>{name}</td>{cell}</tr>" for name in ("学习不深", "作风不实"))
    for table in (heads + body, body):
        page = parse(f"{HEAD}<table border=1>{table}</table>".encode())
        assert "\t" in "".join(p.text for a in page.articles for p in a.paragraphs)

"""Units over the articles that they sent in, framed or not, where others stand below theirs."""

import pytest

from tests.parsers.issues import TEXT, article
from tests.parsers.issues import county as issue

FRAMES = {
    "brackets": "<p><b>【{}】</b></p>",
    "a mark": "<table><tr><td bgcolor=#eee><b>▌{}</b></td></tr></table>",
    "a heading": "<h2>{}</h2>",
    "weight alone": "<p><b>{}</b></p>",
}


def about(title: str, unit: str) -> str:
    """An article that names the unit in its text."""
    return article(title, f"<p>　　{unit}的流动书屋开进采石场，四百多册图书由职工登记借阅。</p>")


@pytest.mark.parametrize("frame", FRAMES)
def test_a_unit_over_its_articles_sent_them_in(frame: str) -> None:
    units = ("白石镇", "县人民医院")
    head = [FRAMES[frame].format(unit) for unit in units]
    found = issue(
        head[0],
        about("流动书屋开进采石场", units[0]),
        about("白石镇办起职工夜校", units[0]),
        head[1],
        about("把凉茶送到病房", units[1]),
    )
    assert [a.title for a in found.articles] == [
        "流动书屋开进采石场",
        "白石镇办起职工夜校",
        "把凉茶送到病房",
    ]
    assert [(a.section, [c.unit for c in a.contributors]) for a in found.articles] == [
        (units[0], [units[0]]),
        (units[0], [units[0]]),
        (units[1], [units[1]]),
    ]
    assert not any("【" in p.text or "▌" in p.text for a in found.articles for p in a.paragraphs)


def test_units_in_brackets_below_each_text_stay_with_it() -> None:
    found = issue(
        article("流动书屋开进采石场"),
        "<p><b>【白石镇】</b></p>",
        article("公开课走进乡村"),
        "<p><b>【枫叶乡】</b></p>",
    )
    named = [(a.section, [c.unit for c in a.contributors]) for a in found.articles]
    assert named == [(None, ["白石镇"]), (None, ["枫叶乡"])]


def test_a_column_that_reads_like_a_unit_sends_nothing_in() -> None:
    found = issue(
        "<p><b>【县区工会】</b></p>",
        article("流动书屋开进采石场"),
        "<p><b>【街道社区】</b></p>",
        article("公开课走进乡村"),
    )
    assert [a.contributors for a in found.articles] == [(), ()]
    assert [p.text for a in found.articles for p in a.paragraphs] == [TEXT, TEXT]

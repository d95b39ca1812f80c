"""What casts doubt on an article: lines within it, the next one, the page's own name."""

import pytest

from archiver.parsers.page import parse
from tests.parsers.issues import TEXT, county, p, title


def confidence(*body: str) -> float:
    """Of the first article in the third issue of a county's bulletin."""
    return county(*body).articles[0].confidence


@pytest.mark.parametrize(
    ("sure", "doubtful"), [("老街的人都说好。", "老街的另一头"), ("街上亮了灯。", "新的班次")]
)
def test_a_short_line_within_a_text_makes_its_reading_doubtful(sure: str, doubtful: str) -> None:
    def within(line: str) -> float:
        return confidence(title("国槐进了老街"), p(TEXT), p(line), p(TEXT))

    assert within(doubtful) < within(sure)


def test_an_article_before_a_doubtful_one_may_go_on_in_it() -> None:
    first = title("国槐进了老街"), p(TEXT), p("（园林局工会）"), title("夜校开到村口")
    sure = confidence(*first, p(TEXT), p("（县总工会）"))
    doubtful = confidence(*first, p("报名的人排到了门外，"))
    assert doubtful < 0.85 < sure


@pytest.mark.parametrize(
    ("name", "sure"),
    [
        ("晚晴诗抄", True),
        ("晚晴诗抄第3期", False),
        ("义诊（第3期）", False),
        ("晚晴诗抄第3期（季刊）", False),
    ],
)
def test_one_text_under_the_number_of_an_issue_may_be_several(name: str, sure: bool) -> None:
    html = f"<title>{name}</title><h1>{name}</h1><p>发布时间：2019-04-03</p>{p(TEXT)}"
    page = parse(html.encode(), content_type="text/html; charset=utf-8")
    assert page.kind == "article"
    assert (page.articles[0].confidence >= 0.85) == sure

"""Issues in traditional characters: read by the same words, and printed as they are."""

import pytest

from archiver.parsers.page import parse
from archiver.records import Page

NUMBERS = {
    "第五期（總第三十二期）": (5, None, 32, None),
    "第3-4期合刊": (3, 4, None, "合刊"),
    "增刊": (None, None, None, "增刊"),
    "號外": (None, None, None, "號外"),
}
TEXT = (
    "　　六月三日，驛前鎮工會把流動書屋送到採石場，四百多冊圖書由職工自己登記借閱，還書也不用人催。"
)


def read(number: str = "第五期", editor: str = "梅嶺縣總工會辦公室編印", end: str = "") -> Page:
    titles = ("流動書屋開進採石場", "驛前鎮辦起職工夜校")
    articles = "".join(f"<p align=center><b>{name}</b></p><p>{TEXT}{end}</p>" for name in titles)
    contents = "".join(f"●{name}<br>" for name in titles)
    html = (
        f"<title>工會簡訊</title><body><p align=center><font size=6>工會簡訊</font><br>{number}</p>"
        f"<p>{editor}　　　　二○○七年六月八日</p>"
        f"<p><b>本期目錄</b><br>{contents}</p>{articles}</body>"
    )
    page = parse(html.encode(), content_type="text/html; charset=utf-8")
    assert [article.title for article in page.articles] == list(titles)
    assert [len(article.paragraphs) for article in page.articles] == [1, 1]
    return page


@pytest.mark.parametrize("number", NUMBERS)
def test_the_number_of_an_issue_is_read_and_kept_as_printed(number: str) -> None:
    issue = read(number).issue
    assert issue is not None
    assert issue.label == number
    assert (issue.number, issue.number_end, issue.total_number, issue.special) == NUMBERS[number]


@pytest.mark.parametrize(
    "editor", ["梅嶺縣總工會辦公室編印", "主辦：梅嶺縣總工會辦公室", "出版：梅嶺縣總工會辦公室"]
)
def test_who_edits_an_issue_is_named_without_what_it_does(editor: str) -> None:
    issue = read(editor=editor).issue
    assert issue is not None
    assert (issue.series, issue.editor) == ("工會簡訊", "梅嶺縣總工會辦公室")
    assert issue.date is not None and issue.date.edtf == "2007-06-08"


def test_contents_have_a_heading_and_no_columns() -> None:
    page = read()
    assert page.issue is not None
    assert [(entry.section, entry.title) for entry in page.issue.toc] == [
        (None, "流動書屋開進採石場"),
        (None, "驛前鎮辦起職工夜校"),
    ]
    assert {article.section for article in page.articles} == {None}


@pytest.mark.parametrize(
    ("end", "named"),
    [
        ("（城區僑聯）", [("城區僑聯", None)]),
        ("（縣僑聯青委會、縣中醫院）", [("縣僑聯青委會", None), ("縣中醫院", None)]),
        ("（驛前鎮工會　陳秀娟）", [("驛前鎮工會", "陳秀娟")]),
        ("</p><p>撰稿：陳秀娟", [(None, "陳秀娟")]),
        ("</p><p>來稿單位：驛前鎮工會", [("驛前鎮工會", None)]),
        ("</p><p>責任編輯：陳秀娟", []),
    ],
)
def test_who_wrote_is_named_as_printed(
    end: str, named: list[tuple[str | None, str | None]]
) -> None:
    for article in read(end=end).articles:
        assert [(one.unit, one.person) for one in article.contributors] == named

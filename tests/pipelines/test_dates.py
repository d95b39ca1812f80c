import datetime

import pytest

from archiver.records import Article, Date, Document, Issue, Page, Paragraph
from pipelines.dates import DATES_CUT, MOST_DATES, date_in_url, date_page

TEXT = "5月6日，县总工会召开会议；去年同期没有召开。"


def day(text: str) -> Date:
    on = datetime.date.fromisoformat(text)
    return Date(text=text, edtf=text, start=on, end=on, precision="day")


def page(*paragraphs: str, **facts: object) -> Page:
    article = Article(order=1, paragraphs=tuple(Paragraph(text=text) for text in paragraphs))
    facts = {"kind": "article", "encoding": "utf-8", "parser": "t"} | facts
    return Page(articles=(article,), **facts)


def readings(dated: Page) -> list[tuple[str, str | None]]:
    return [(date.text, date.edtf) for date in dated.articles[0].dates]


def test_the_issues_date_goes_before_the_date_of_publication() -> None:
    issue = Issue(date=day("2008-06-25"))
    dated = date_page(page(TEXT, kind="issue", issue=issue, published=day("2011-08-25")))
    assert readings(dated)[0] == ("5月6日", "2008-05-06")


def test_an_issue_whose_year_alone_is_known_gives_the_year_and_says_so() -> None:
    dated = date_page(page(TEXT, kind="issue", issue=Issue(year=2008)))
    mention = dated.articles[0].dates[0]
    assert mention.edtf == "2008-05-06"
    assert "anchor_year_only" in mention.flags


def test_an_article_signed_with_a_full_date_is_its_own_anchor() -> None:
    issue = Issue(date=day("2008-01-10"))
    dated = date_page(page(TEXT, "（2007年6月1日）", kind="issue", issue=issue))
    assert readings(dated)[0] == ("5月6日", "2007-05-06")


def test_without_an_anchor_the_year_stays_unknown() -> None:
    mention = date_page(page(TEXT)).articles[0].dates[0]
    assert (mention.edtf, mention.start) == ("XXXX-05-06", None)
    assert "year_unknown" in mention.flags


def test_the_line_that_dates_a_document_is_no_mention_in_its_text() -> None:
    facts = {"kind": "document", "document": Document(signed=day("2011-03-02"))}
    dated = date_page(page("请于3月31日前上报。", "2011年3月2日", **facts))
    assert readings(dated) == [("3月31日前", "../2011-03-31")]


def test_a_mention_knows_its_paragraph_and_its_place() -> None:
    dated = date_page(page("没有日期的一段。", TEXT, published=day("2008-06-25")))
    for mention in dated.articles[0].dates:
        start, end = mention.offset
        assert dated.articles[0].paragraphs[mention.paragraph].text[start:end] == mention.text


def test_dating_a_page_twice_changes_nothing() -> None:
    once = date_page(page(TEXT, "今年以来，1—5月完成一半。", published=day("2008-06-25")))
    assert date_page(once) == once


def test_a_dateline_in_the_first_paragraph_is_the_articles_own_date() -> None:
    issue = Issue(date=day("2009-03-25"))
    dated = date_page(page("本报2009年2月10日讯 昨日，表彰会召开。", kind="issue", issue=issue))
    assert ("昨日", "2009-02-09") in readings(dated)


def test_a_chronicle_tells_of_the_year_in_its_title() -> None:
    issue = Issue(date=day("2009-01-10"))
    one = page("1月8日，召开全委会。", kind="issue", issue=issue)
    named = one.articles[0].model_copy(update={"title": "县总工会2008年大事记"})
    assert readings(date_page(one.model_copy(update={"articles": (named,)})))[0] == (
        "1月8日",
        "2008-01-08",
    )


def test_a_meeting_about_a_year_is_held_after_it() -> None:
    one = page("1月3日，我院召开表彰会。", kind="article", published=day("2012-02-04"))
    named = one.articles[0].model_copy(update={"title": "我院召开2011年度工作总结表彰会"})
    assert readings(date_page(one.model_copy(update={"articles": (named,)}))) == [
        ("1月3日", "2012-01-03")
    ]


def test_what_only_the_address_dates_is_marked_as_weak() -> None:
    dated = date_page(page(TEXT, url="http://gh.example/xw/200806/t20080625_12.html"))
    mention = dated.articles[0].dates[0]
    assert mention.edtf == "2008-05-06"
    assert "anchor_weak" in mention.flags


def test_a_doubtful_signature_is_no_anchor() -> None:
    issue = Issue(date=day("2009-03-25"))
    dated = date_page(page(TEXT, "2009年2月30日", kind="issue", issue=issue))
    assert readings(dated)[0] == ("5月6日", "2008-05-06")


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("/xxgk/200903/t20090317_12345.htm", "2009-03-17"),
        ("/art/2009/3/17/art_98_224.html", "2009-03-17"),
        ("/html/2010-11/29/content_1_2.htm", "2010-11-29"),
        ("/n1/2018/0831/c81957-30263591.html", "2018-08-31"),
        ("/html/fwz20090317295.shtml.html", "2009-03-17"),
        ("/info/1156/6388.htm", None),
        ("/content_5516649.htm", None),
        ("/c1234/202301/content_abc.shtml", None),
        ("/201013012345.html", None),
        ("/list_2008_2.html", None),
    ],
)
def test_reads_the_day_in_an_address(url: str, day: str | None) -> None:
    assert date_in_url(url) == (day and datetime.date.fromisoformat(day))


@pytest.mark.parametrize("size", [1, MOST_DATES])
def test_a_page_of_endless_dates_is_searched_until_enough_are_found_and_says_so(size: int) -> None:
    lines = ["5月6日、" * size] * (MOST_DATES // size + 5)
    dated = date_page(page(*lines))
    assert len(dated.articles[0].dates) == MOST_DATES
    assert dated.flags == (DATES_CUT,)
    assert date_page(dated) == dated

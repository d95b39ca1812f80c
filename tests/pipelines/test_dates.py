import datetime

from archiver.records import Article, Date, Document, Issue, Page, Paragraph
from pipelines.dates import date_page

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

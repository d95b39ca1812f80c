"""The step that finds the dates of every article and says which day each one means."""

import datetime
import re
from typing import Final

from archiver.chinese.dates import Anchor, find_dates_in, read_date
from archiver.chinese.fold import fold
from archiver.parsers.traditional import in_simplified
from archiver.records import Article, ArticleDate, Date, Page

MOST_DATES: Final = 20_000
"""Mentions read on one page; the chronicle of a year has some hundreds."""
DATES_CUT: Final = "dates_cut"
"""The flag of a page that has as many: there may be more."""

_SIGNATURE_LINES: Final = 3
_LONGEST_SIGNATURE: Final = 40

# 本报2009年3月17日讯, (某县总工会 2009年3月17日消息), or a line that is only a date.
_DATELINE: Final = re.compile(
    r"[^,。;:]{0,40}?[日号] *[)】]? *(?:讯|电|消息)|[ (]*[\d一二〇○零][^,。;:(]{5,18}[日号\d] *\)?$"
)
_YEARLY: Final = re.compile(
    r"(?P<year>(?:19|20)\d\d) *年度?[^,。]{0,20}(?:大事记|纪事|年鉴|工作总结|年度总结|工作回顾)"
    r"(?!.{0,6}会)"  # a meeting about the year is held after it
)
_URL_DATE: Final = re.compile(
    r"(?<!\d)(?P<y>(?:19|20)\d\d)[-/_]?(?P<m>0[1-9]|1[0-2]|(?<=[-/_])[1-9])"
    r"[-/_]?(?P<d>0[1-9]|[12]\d|3[01]|(?<=[-/_])[1-9])(?![-_]?\d\d?[年月])"
)


def date_page(page: Page) -> Page:
    """``page`` with the date mentions of its articles, each resolved against its anchor.

    The anchor is the first of: the year in the title of a chronicle, a full date in the article's
    dateline or signature, the issue's date, the issue's year, the date of publication, a date in
    the address (flagged as weak: often that of a migration). Never the sidebar, never the
    clock: without an anchor the year of 5月6日 stays unknown. Doing it again changes nothing.
    A page with ``MOST_DATES`` of them is searched no further and gets the flag ``DATES_CUT``.
    """
    general, left = _page_anchor(page), MOST_DATES
    read = in_simplified(page)
    articles = []
    for article, plain in zip(page.articles, read.articles, strict=True):
        dates = _dates_of(plain, general, left)
        if plain is not article:
            dates = tuple(_as_printed(date, article) for date in dates)
        articles.append(article.model_copy(update={"dates": dates}))
        left -= len(dates)
    flags = page.flags if left or DATES_CUT in page.flags else (*page.flags, DATES_CUT)
    if page.document is not None and page.document.signed is not None:
        articles = list(map(_without_signature, articles))
    return page.model_copy(update={"articles": tuple(articles), "flags": flags})


def _page_anchor(page: Page) -> Anchor:
    issue, document = page.issue, page.document
    if issue is not None:
        if day := _day(issue.date):
            return Anchor(day=day, source="issue")
        if issue.year:
            return Anchor(year=issue.year, source="issue_year")
    if document is not None and (day := _day(document.signed)):
        return Anchor(day=day, source="article")
    if day := _day(page.published):
        return Anchor(day=day, source="published")
    if page.url is not None and (day := date_in_url(page.url)):
        return Anchor(day=day, source="url")
    return Anchor()


def date_in_url(url: str) -> datetime.date | None:
    """The day in an address such as ``/200903/t20090317_123.html`` or ``/art/2009/3/17/``."""
    for match in _URL_DATE.finditer(url):
        try:
            return datetime.date(int(match["y"]), int(match["m"]), int(match["d"]))
        except ValueError:
            continue
    return None


def _dates_of(article: Article, general: Anchor, most: int) -> tuple[ArticleDate, ...]:
    anchor = _yearly(article) or _dateline(article) or _signed(article) or general
    return find_dates_in([paragraph.text for paragraph in article.paragraphs], anchor, most)


def _as_printed(date: ArticleDate, article: Article) -> ArticleDate:
    """The mention in the characters of its paragraph."""
    start, stop = date.offset
    return date.model_copy(update={"text": article.paragraphs[date.paragraph].text[start:stop]})


def _without_signature(article: Article) -> Article:
    """The line that only dates a document is no mention in its text: it is ``document.signed``."""
    texts = [paragraph.text.strip() for paragraph in article.paragraphs]
    dates = tuple(date for date in article.dates if texts[date.paragraph] != date.text)
    return article.model_copy(update={"dates": dates})


def _yearly(article: Article) -> Anchor | None:
    """The year of a chronicle or yearly report, which holds for all of it, whenever printed."""
    found = _YEARLY.search(fold(article.title or ""))
    return Anchor(year=int(found["year"]), source="article") if found else None


def _dateline(article: Article) -> Anchor | None:
    """The full date that the first paragraph opens with or consists of."""
    if not article.paragraphs:
        return None
    found = _DATELINE.match(fold(article.paragraphs[0].text).strip())
    day = _day(read_date(found[0])) if found else None
    return Anchor(day=day, source="article") if day else None


def _signed(article: Article) -> Anchor | None:
    """The date that stands alone among the last short lines of an article."""
    for paragraph in reversed(article.paragraphs[-_SIGNATURE_LINES:]):
        text = paragraph.text
        if len(text) > _LONGEST_SIGNATURE or "，" in text or "。" in text:
            return None
        date = read_date(text)
        if date and (day := _day(date)) and text.rstrip("）)。 ").endswith(date.text.strip()):
            return Anchor(day=day, source="article")
    return None


def _day(date: Date | None) -> datetime.date | None:
    """The day ``date`` states beyond doubt."""
    if date is None or date.precision != "day" or "?" in (date.edtf or "?"):
        return None
    return date.start if date.start == date.end else None

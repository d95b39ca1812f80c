"""The step that finds the dates of every article and says which day each one means."""

import datetime

from archiver.chinese.dates import Anchor, find_dates_in, read_date
from archiver.records import Article, ArticleDate, Date, Page
from archiver.records.crawled import CrawledPage

_SIGNATURE_LINES = 3
_LONGEST_SIGNATURE = 40


def date_page(page: Page) -> Page:
    """``page`` with the date mentions of its articles, each resolved against its anchor.

    The anchor is the first of: a full date that the article is signed with, the issue's date, the
    issue's year, the date of publication, a date in the address. Never the sidebar, never the
    clock: without an anchor the year of 5月6日 stays unknown. Doing it again changes nothing.
    """
    general = _page_anchor(page)
    articles = tuple(_date_article(article, general) for article in page.articles)
    if page.document is not None and page.document.signed is not None:
        articles = tuple(_without_signature(article) for article in articles)
    return page.model_copy(update={"articles": articles})


class NormaliseDates:
    """Scrapy pipeline: dates the articles of every page."""

    def process_item(self, item: CrawledPage) -> CrawledPage:
        """Date one page and pass it on."""
        item.page = date_page(item.page)
        return item


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
    return Anchor()


def _date_article(article: Article, general: Anchor) -> Article:
    anchor = _signed(article) or general
    found = find_dates_in([paragraph.text for paragraph in article.paragraphs], anchor)
    dates = tuple(
        ArticleDate.model_construct(**dict(mention), paragraph=number)
        for number, mentions in enumerate(found)
        for mention in mentions
    )
    return article.model_copy(update={"dates": dates})


def _without_signature(article: Article) -> Article:
    """The line that only dates a document is no mention in its text: it is ``document.signed``."""
    texts = [paragraph.text.strip() for paragraph in article.paragraphs]
    dates = tuple(date for date in article.dates if texts[date.paragraph] != date.text)
    return article.model_copy(update={"dates": dates})


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
    return date.start if date is not None and date.precision == "day" else None

"""The evidence: WARC records, their index, and the crawl's cache made of them."""

from archiver.archive.identity import crawl_id, crawl_to_run, is_survey, survey_id
from archiver.archive.index import Index
from archiver.archive.lock import locked
from archiver.archive.read import Answer, Reader
from archiver.archive.recover import opened
from archiver.archive.settings import settings

__all__ = [
    "Answer",
    "Index",
    "Reader",
    "crawl_id",
    "crawl_to_run",
    "is_survey",
    "locked",
    "opened",
    "settings",
    "survey_id",
]

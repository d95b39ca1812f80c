"""The evidence: WARC records, their index, and the crawl's cache made of them."""

from archiver.archive.index import Index
from archiver.archive.lock import locked
from archiver.archive.read import Answer, Reader
from archiver.archive.settings import crawl_id, settings

__all__ = ["Answer", "Index", "Reader", "crawl_id", "locked", "settings"]

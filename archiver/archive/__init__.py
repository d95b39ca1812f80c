"""The evidence: WARC records, their index, and the crawl's cache made of them."""

from archiver.archive.home import Home
from archiver.archive.index import Index
from archiver.archive.read import Answer, Reader
from archiver.archive.settings import crawl_id, settings

__all__ = ["Answer", "Home", "Index", "Reader", "crawl_id", "settings"]

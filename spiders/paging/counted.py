"""List pages that a script counts."""

from collections.abc import Iterator

from archiver.parsers.counted import MARKS, counted_pages
from spiders.paging.ask import Ask

__all__ = ["MARKS", "list_pages"]


def list_pages(body: bytes, url: str) -> Iterator[Ask]:
    """Every page the scripts count."""
    yield from map(Ask, counted_pages(body, url))

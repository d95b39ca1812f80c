"""A parsed page with what the store needs to know about it."""

import hashlib
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from archiver.addresses import page_identity
from archiver.records import Capture, Page
from archiver.records.crawled import Prepared
from archiver.store.copies import bands
from archiver.store.identity import article_texts, series_key
from archiver.store.rows import content_rows, issue_columns, page_columns


def prepare(page: Page) -> Prepared:
    """What the store will write of ``page``: half of its work, for whoever has time for it."""
    record = page.record
    texts = article_texts(page)
    sketches = [
        (article.order, text.digest, sketch)
        for article, text in zip(page.articles, texts, strict=True)
        if text.digest is not None and (sketch := bands(text.joined))
    ]
    return Prepared(
        url=page.url,
        parser=page.parser,
        record=record,
        digest=hashlib.sha256(record.encode()).hexdigest(),
        columns=page_columns(page),
        issue=issue_columns(page.issue) if page.issue else None,
        series=series_key(page.issue) if page.issue else None,
        rows=content_rows(page, texts),
        units=sorted({c.key for a in page.articles for c in a.contributors if c.key}),
        sketches=sketches,
    )


@dataclass(frozen=True)
class Reading:
    """What one capture was read as.

    ``url`` is the page's identity, ``content`` what is written of it.
    """

    content: Prepared
    capture: Capture

    @cached_property
    def url(self) -> str:
        """The normalised address of the page."""
        return page_identity(self.content.url or self.capture.url)

    @cached_property
    def identity(self) -> str:
        """The identity of the record on the page: its issue's key, or the page's address."""
        key: str | None = self.content.issue["key"] if self.content.issue else None
        return key or self.url

    def version_columns(self, page_id: int, origin: str, *, live: bool) -> dict[str, Any]:
        """The row of ``versions`` for this reading."""
        return {
            "page_id": page_id,
            "identity": self.identity,
            "digest": self.content.digest,
            "parser": self.content.parser,
            "origin": origin,
            "capture": self.capture.id,
            "current": live,
            "live": live,
            "indexed": False,
            **self.content.columns,
            "record": self.content.record,
        }


def text_digests(page: Page) -> set[str]:
    """The digests of the texts of the page's articles."""
    return {text.digest for text in article_texts(page) if text.digest is not None}

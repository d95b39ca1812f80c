"""A parsed page with what the store needs to know about it."""

import hashlib
import json
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from archiver.addresses import page_identity
from archiver.records import Capture, Page
from archiver.store.identity import article_texts
from archiver.store.linking import Sketches
from archiver.store.rows import page_columns


@dataclass(frozen=True)
class Reading:
    """What one capture was read as.

    ``url`` is the page's identity; ``record`` its JSON without the parser's version, so that a
    new parser that reads the same gives the same ``digest``. ``sketches`` are those of its
    articles, if they have been made before.
    """

    page: Page
    capture: Capture
    sketches: Sketches | None = None

    @cached_property
    def url(self) -> str:
        """The normalised address of the page."""
        return page_identity(self.page.url or self.capture.url)

    @cached_property
    def identity(self) -> str:
        """The identity of the record on the page: its issue's key, or the page's address."""
        key = self.page.issue.key if self.page.issue else None
        return key or self.url

    @cached_property
    def record(self) -> str:
        """The page as JSON, without ``parser``."""
        return self.page.model_dump_json(exclude={"parser"})

    @cached_property
    def digest(self) -> str:
        """SHA-256 (hex) of ``record``."""
        return hashlib.sha256(self.record.encode()).hexdigest()

    def version_columns(self, page_id: int, origin: str, *, live: bool) -> dict[str, Any]:
        """The row of ``versions`` for this reading."""
        return {
            "page_id": page_id,
            "identity": self.identity,
            "digest": self.digest,
            "parser": self.page.parser,
            "origin": origin,
            "capture": self.capture.id,
            "current": live,
            "live": live,
            "indexed": False,
            **page_columns(self.page),
            "record": self.record,
        }


def stored_page(record: str, parser: str) -> Page:
    """The page of a row of ``versions``."""
    return Page.model_validate({**json.loads(record), "parser": parser})


def text_digests(page: Page) -> set[str]:
    """The digests of the texts of the page's articles."""
    return {text.digest for text in article_texts(page) if text.digest is not None}

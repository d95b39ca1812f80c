"""One archived answer: where its bytes are, and what proves them."""

import datetime

from pydantic import AwareDatetime, Field, field_validator

from archiver.records.base import Record


class Capture(Record):
    """An answer kept in the archive; every stored record cites the capture it was read from.

    ``id`` is the WARC record id without ``urn:uuid:`` (lower case, hyphens) and is the same in
    the archive, the store and the exports. ``file`` is relative to the ``warc`` folder of the
    home and ``[offset, offset + length)`` is the gzip member there. ``record_digest`` is the
    SHA-256 (hex) of the record inside that member, ``payload_digest`` that of the body as sent
    without its transfer coding. ``truncated`` says why the answer is not whole (``length``,
    ``time``, ``disconnect``, ``unspecified``), ``revisit_of`` names the earlier capture that
    holds the same payload. ``status`` is None when no status line arrived.
    """

    id: str = Field(pattern=r"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$")
    url: str
    time: AwareDatetime
    status: int | None = None
    method: str = "GET"
    content_type: str | None = None
    file: str
    offset: int = Field(ge=0)
    length: int = Field(gt=0)
    record_digest: str = Field(pattern=r"^[0-9a-f]{64}$")
    payload_digest: str = Field(pattern=r"^[0-9a-f]{64}$")
    site: str
    crawl: str
    truncated: str | None = None
    revisit_of: str | None = None
    referrer: str | None = None
    depth: int | None = Field(default=None, ge=0)

    @field_validator("time")
    @classmethod
    def _in_utc(cls, value: datetime.datetime) -> datetime.datetime:
        return value.astimezone(datetime.UTC)

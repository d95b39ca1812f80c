"""One question and its answer as bytes on a connection, before anything interprets them."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass, field

from archiver.archive.spool import Spool
from archiver.errors import ArchiverError
from archiver.records import Capture


@dataclass(slots=True)
class Exchange:
    """What was sent and what came back, filled while it happens.

    ``url`` is percent-encoded ASCII without fragment. ``truncated`` is the WARC reason why the
    answer is not whole (``length``, ``time``, ``disconnect``, ``unspecified``), ``error`` what
    the client said about it, ``refused`` why the disk took no more of it. ``origin`` is the record
    of another archive that it was taken from. ``admit`` is told the peer's address before anything
    is sent and raises if it must not be.
    """

    url: str
    method: str = "GET"
    referrer: str | None = None
    depth: int | None = None
    time: datetime.datetime = field(default_factory=lambda: datetime.datetime.now(datetime.UTC))
    ip: str | None = None
    sent: bytearray = field(default_factory=bytearray)
    received: Spool = field(default_factory=Spool)
    milliseconds: int | None = None
    truncated: str | None = None
    error: str | None = None
    origin: str | None = None
    refused: ArchiverError | None = None
    head_too_long: bool = False
    admit: Callable[[str], None] | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of the index: a capture and what finding it again needs.

    ``key`` says what was asked (method, URL, digest of a request body); ``payload_sha1`` is the
    digest in WARC spelling; ``etag`` and ``last_modified`` are the answer's validators as sent.
    """

    capture: Capture
    key: str
    payload_sha1: str
    etag: str | None = None
    last_modified: str | None = None

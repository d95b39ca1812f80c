"""Answers out of the archive, as a client would have got them, checked on the way."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO
from urllib.parse import urldefrag, urljoin

from w3lib.url import safe_url_string

from archiver.archive import message, warc
from archiver.archive.files import locate
from archiver.archive.index import Index
from archiver.archive.message import Message
from archiver.archive.scan import members
from archiver.archive.spool import IN_MEMORY, Data, gather
from archiver.archive.warc import WarcRecord
from archiver.errors import ArchiverError
from archiver.home import Home
from archiver.records import Capture, SiteProfile

CONTENT_LIMIT = 64 << 20
"""No page is larger than this when decompressed; what is larger is a trap."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a capture says: status, header fields as sent, body without transfer coding."""

    capture: Capture
    status: int | None
    headers: tuple[tuple[bytes, bytes], ...]
    data: Data

    @property
    def body(self) -> bytes:
        """The body in memory, content coding and all."""
        return bytes(self.data)

    @property
    def content_type(self) -> str | None:
        """The Content-Type as sent."""
        return Message(b"", self.headers, b"").value("Content-Type")

    @property
    def location(self) -> str | None:
        """Where a redirect leads, as the crawl would ask for it."""
        location = Message(b"", self.headers, b"").value("Location")
        if location is None:
            return None
        return urldefrag(urljoin(self.capture.url, safe_url_string(location)))[0]

    def content(self, limit: int = CONTENT_LIMIT) -> bytes:
        """The body without content coding; ValueError when it cannot be decoded or is too large."""
        if len(self.data) > limit:
            raise ValueError(f"the body is larger than {limit} bytes")
        codings = Message(b"", self.headers, b"").values("Content-Encoding")
        return message.decode_content(self.body, codings, limit)


class Reader:
    """Reads captures of a home; every record is checked against the digest that cites it."""

    def __init__(self, home: Home, index: Index) -> None:
        self.index = index
        self._home = home

    def answer(self, capture: Capture) -> Answer:
        """The answer of a capture; for a revisit, with the payload of the one it refers to.

        Raises ArchiverError when bytes are missing or are not those that were kept.
        """
        told = message.parse(self.record(capture).block)
        if capture.revisit_of is None:
            body: Data = b"" if capture.method == "HEAD" else told.entity
            return Answer(capture, told.status, told.headers, body)
        original = message.parse(self.record(self.original(capture)).block)
        # A 304 has no header fields in its own record: the answer it confirms speaks for it.
        speaks = told if told.start else original
        body = speaks.entity_in(original.payload)
        return Answer(capture, speaks.status, speaks.headers, body)

    def original(self, capture: Capture) -> Capture:
        """The capture that holds the payload of a revisit; ArchiverError when it is not there."""
        entry = self.index.get(capture.revisit_of or "")
        if entry is None:
            raise ArchiverError(
                f"the capture {capture.id} repeats {capture.revisit_of}, which is not in the "
                "archive: run `archiver verify`."
            )
        return entry.capture

    def record(self, capture: Capture) -> WarcRecord:
        """The WARC record a capture cites; ArchiverError when its bytes are not the kept ones."""
        data = self._data(capture)
        if warc.sha256(data) != capture.record_digest:
            raise _unproven(capture, "holds other bytes than those that were kept")
        return warc.parse(data)

    def _data(self, capture: Capture) -> Data:
        """The bytes of the record at a capture's place, unchecked."""
        path = locate(self._home, capture.file)
        with path.open("rb") as file:
            file.seek(capture.offset)
            inflating = warc.Inflating(_read(file, capture.length))
            try:
                data = gather(inflating)
            except warc.BadRecord as error:
                raise _unproven(capture, str(error)) from error
        if inflating.read != capture.length:
            raise _unproven(capture, "is followed by other bytes")
        return data


def file_profile(home: Home, name: str) -> SiteProfile | None:
    """The site profile that a WARC file's ``warcinfo`` tells; None when it tells none."""
    first = next(members(locate(home, name)))
    told = warc.read_field_lines(warc.parse(first.data).block).get("profile")
    return SiteProfile.model_validate_json(told) if told else None


def _read(file: IO[bytes], size: int) -> Iterator[bytes]:
    while size > 0 and (piece := file.read(min(size, IN_MEMORY))):
        size -= len(piece)
        yield piece


def _unproven(capture: Capture, what: str) -> ArchiverError:
    return ArchiverError(
        f"the record of {capture.url} at byte {capture.offset} of {capture.file} {what}: "
        "run `archiver verify`."
    )

"""WARC 1.1 records: written verbatim, one plain gzip member each, and read back strictly."""

import base64
import datetime
import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass

from isal import isal_zlib
from isal.igzip_lib import IsalError

GZIP_LEVEL = 3
GZIP_HEADER = bytes.fromhex("1f8b08000000000000ff")
"""Every member of ours begins with these bytes: no name, no time, so equal input, equal bytes."""

_GZIP = 31
_VERSION = b"WARC/1.1\r\n"
_FIELD = re.compile(r"([!#$%&'*+\-.^_`|~0-9A-Za-z]+): ([^\r\n]*)")

REVISIT_SAME_PAYLOAD = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"
REVISIT_NOT_MODIFIED = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"
HTTP_REQUEST = "application/http;msgtype=request"
HTTP_RESPONSE = "application/http;msgtype=response"
FIELDS = "application/warc-fields"
JSON = "application/json"


class BadRecord(ValueError):
    """Bytes that are not a whole, well-formed record."""


@dataclass(frozen=True, slots=True)
class WarcRecord:
    """One record: named fields in order (Content-Length excepted) and the block, verbatim."""

    fields: tuple[tuple[str, str], ...]
    block: bytes

    def get(self, name: str) -> str | None:
        """The first value of a field, or None; names are compared without case."""
        wanted = name.lower()
        return next((value for key, value in self.fields if key.lower() == wanted), None)

    @property
    def type(self) -> str:
        """``response``, ``request``, ``metadata``, ``revisit``, ``warcinfo`` …"""
        return self.get("WARC-Type") or ""

    @property
    def id(self) -> str:
        """The record id without brackets and ``urn:uuid:``."""
        return bare_id(self.get("WARC-Record-ID") or "")


def make(
    type_: str, id_: str, time: datetime.datetime, fields: Iterable[tuple[str, str]], block: bytes
) -> WarcRecord:
    """A record with the fields all records have and its block digest, in a fixed order."""
    return WarcRecord(
        (
            ("WARC-Type", type_),
            ("WARC-Record-ID", urn(id_)),
            ("WARC-Date", date(time)),
            *fields,
            ("WARC-Block-Digest", sha1(block)),
        ),
        block,
    )


def serialise(record: WarcRecord) -> bytes:
    """The record's bytes before compression."""
    lines = [f"{name}: {value}\r\n" for name, value in record.fields]
    head = "".join(lines) + f"Content-Length: {len(record.block)}\r\n\r\n"
    return b"".join((_VERSION, head.encode(), record.block, b"\r\n\r\n"))


def parse(data: bytes) -> WarcRecord:
    """Read the bytes of one record; BadRecord says what is wrong with them."""
    head, separator, rest = data.partition(b"\r\n\r\n")
    if not separator or not re.match(rb"WARC/1\.[01]\r\n", head):
        raise BadRecord("does not begin with a WARC header")
    try:
        lines = head.decode().split("\r\n")[1:]
    except UnicodeDecodeError as error:
        raise BadRecord("has a header that is not UTF-8") from error
    fields = []
    for line in lines:
        if (match := _FIELD.fullmatch(line)) is None:
            raise BadRecord(f"has a malformed header line {line[:60]!r}")
        fields.append((match[1], match[2]))
    record = WarcRecord(tuple(f for f in fields if f[0].lower() != "content-length"), rest[:-4])
    length = {name.lower(): value for name, value in fields}.get("content-length", "")
    if not length.isdecimal() or int(length) != len(rest) - 4 or not rest.endswith(b"\r\n\r\n"):
        raise BadRecord(f"announces {length or 'no'} bytes and holds {len(rest) - 4}")
    return record


def compress(data: bytes) -> bytes:
    """One gzip member; igzip level 3 costs a sixth of zlib 9 for a twentieth more space."""
    member: bytes = isal_zlib.compress(data, GZIP_LEVEL, _GZIP)
    return member


def decompress(member: bytes) -> bytes:
    """The data of a buffer that is exactly one gzip member; BadRecord when it is not."""
    inflater = isal_zlib.decompressobj(_GZIP)
    try:
        data: bytes = inflater.decompress(member)
    except IsalError as error:  # type: ignore[misc]
        raise BadRecord(f"is damaged ({error})") from error
    if not inflater.eof:
        raise BadRecord("is cut short")
    if inflater.unused_data:
        raise BadRecord("is followed by other bytes")
    return data


def sha1(data: bytes) -> str:
    """A digest as WARC readers everywhere understand it."""
    return "sha1:" + base64.b32encode(hashlib.sha1(data, usedforsecurity=False).digest()).decode()


def sha256(data: bytes) -> str:
    """The digest kept in the index and cited by records, in hex."""
    return hashlib.sha256(data).hexdigest()


def date(time: datetime.datetime) -> str:
    """UTC with microseconds, as WARC 1.1 allows."""
    return time.astimezone(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def urn(id_: str) -> str:
    """The bracketed form of a record id."""
    return f"<urn:uuid:{id_}>"


def bare_id(value: str) -> str:
    """A record id without brackets and ``urn:uuid:``."""
    return value.strip("<> ").removeprefix("urn:uuid:")


def field_lines(fields: Iterable[tuple[str, str]]) -> bytes:
    """A block of ``application/warc-fields``; line breaks inside values become spaces."""
    text = "".join(f"{k}: {' '.join(v.splitlines())}\r\n" for k, v in fields)
    return text.encode(errors="backslashreplace")


def read_field_lines(block: bytes) -> dict[str, str]:
    """The fields of an ``application/warc-fields`` block."""
    pairs = (line.partition(": ") for line in block.decode("utf-8", "replace").split("\r\n"))
    return {name: value for name, separator, value in pairs if separator}

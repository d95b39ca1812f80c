"""WARC 1.1 records: written verbatim, one plain gzip member each, and read back strictly."""

import base64
import datetime
import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from isal import isal_zlib
from isal.igzip_lib import DECOMP_GZIP, IgzipDecompressor, IsalError

from archiver.archive.spool import IN_MEMORY, Data, pieces

GZIP_LEVEL = 3
GZIP_HEADER = bytes.fromhex("1f8b08000000000000ff")
"""Every member of ours begins with these bytes: no name, no time, so equal input, equal bytes."""

_GZIP = 31
_VERSION = b"WARC/1.1\r\n"
_END = b"\r\n\r\n"
_LONGEST_HEAD = 1 << 20
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
    block: Data

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
    type_: str, id_: str, time: datetime.datetime, fields: Iterable[tuple[str, str]], block: Data
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


def serialise(record: WarcRecord) -> Iterator[bytes]:
    """The record's bytes before compression."""
    lines = [f"{name}: {value}\r\n" for name, value in record.fields]
    head = "".join(lines) + f"Content-Length: {len(record.block)}\r\n\r\n"
    yield _VERSION + head.encode()
    yield from pieces(record.block)
    yield _END


def parse(data: Data) -> WarcRecord:
    """Read the bytes of one record; BadRecord says what is wrong with them."""
    head, separator, _ = bytes(data[:_LONGEST_HEAD]).partition(_END)
    begin, end = len(head) + len(separator), len(data) - len(_END)
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
    record = WarcRecord(
        tuple(field for field in fields if field[0].lower() != "content-length"), data[begin:end]
    )
    length = {name.lower(): value for name, value in fields}.get("content-length", "")
    if not length.isdecimal() or int(length) != end - begin or bytes(data[end:]) != _END:
        raise BadRecord(f"announces {length or 'no'} bytes and holds {end - begin}")
    return record


def compress(data: Iterable[bytes]) -> Iterator[bytes]:
    """One gzip member; igzip level 3 costs a sixth of zlib 9 for a twentieth more space."""
    deflater = isal_zlib.compressobj(GZIP_LEVEL, isal_zlib.DEFLATED, _GZIP)
    for piece in data:
        yield deflater.compress(piece)
    yield deflater.flush()


class Inflating:
    """The data of the gzip member that begins where ``member`` does, never much at once.

    Afterwards ``rest`` is what was read beyond its end, and ``read`` how much was read of it.
    """

    def __init__(self, member: Iterator[bytes]) -> None:
        self._member = member
        self.rest = b""
        self.read = 0

    def __iter__(self) -> Iterator[bytes]:
        """Yield it; BadRecord when it is damaged or cut short."""
        inflater = IgzipDecompressor(flag=DECOMP_GZIP)
        try:
            while not inflater.eof:
                given = next(self._member, b"") if inflater.needs_input else b""
                if inflater.needs_input and not given:
                    raise BadRecord("is cut short")
                self.read += len(given)
                yield inflater.decompress(given, IN_MEMORY)
        except IsalError as error:  # type: ignore[misc]
            raise BadRecord(f"is damaged ({error})") from error
        self.rest = inflater.unused_data
        self.read -= len(self.rest)


def sha1(data: Data) -> str:
    """A digest as WARC readers everywhere understand it."""
    digest = hashlib.sha1(usedforsecurity=False)
    for piece in pieces(data):
        digest.update(piece)
    return "sha1:" + base64.b32encode(digest.digest()).decode()


def sha256(data: Data) -> str:
    """The digest kept in the index and cited by records, in hex."""
    digest = hashlib.sha256()
    for piece in pieces(data):
        digest.update(piece)
    return digest.hexdigest()


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


def read_field_lines(block: Data) -> dict[str, str]:
    """The fields of an ``application/warc-fields`` block."""
    pairs = (line.partition(": ") for line in bytes(block).decode("utf-8", "replace").split("\r\n"))
    return {name: value for name, separator, value in pairs if separator}

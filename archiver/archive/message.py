"""HTTP messages as they went over the wire: taking them apart without changing a byte."""

import gzip
import io
import re
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from archiver.archive.spool import Data, gather

_HEAD_END = re.compile(rb"\n\r?\n")
_VERSION = re.compile(rb"[^/]*/\d+(?:\.\d+)?")
_WITHOUT_BODY = (204, 304)
_PART = 64 << 10
_LONGEST_HEAD = 1 << 20
_LONGEST_SIZE_LINE = 16 << 10
_LINE_END = re.compile(rb"\r?\n")
_CHUNK_SIZE = re.compile(rb"[ \t]*([0-9A-Fa-f]{1,15})[ \t]*(?:;[^\r\n]*)?\r?\n")


@dataclass(frozen=True, slots=True)
class Message:
    """One request or answer: first line, header fields as sent, and the body with its codings."""

    start: bytes
    headers: tuple[tuple[bytes, bytes], ...]
    body: Data

    @property
    def status(self) -> int | None:
        """The status code of an answer, read as leniently as the crawl's client reads it.

        None when the first line is not a status line.
        """
        version, _, rest = self.start.partition(b" ")
        try:
            return int(rest.split(b" ", 1)[0]) if _VERSION.fullmatch(version) else None
        except ValueError:
            return None

    def values(self, name: str) -> list[bytes]:
        """The values of the header field ``name`` in the order sent; case does not matter."""
        wanted = name.lower().encode()
        return [value for key, value in self.headers if key.lower() == wanted]

    def value(self, name: str) -> str | None:
        """The last value of a header field, the one that counts, read as Latin-1 as HTTP has it."""
        values = self.values(name)
        return values[-1].decode("latin-1") if values else None

    @property
    def payload(self) -> Data:
        """The body without its transfer coding; a content coding (gzip) stays on."""
        return dechunk(self.body) if self._chunked else self.body

    @property
    def entity(self) -> Data:
        """The payload as a client reads it: nothing that came after its announced end."""
        return self.entity_in(self.payload)

    def entity_in(self, payload: Data) -> Data:
        """What a client reads of a payload that came (or stands elsewhere) under these headers."""
        if self.status in _WITHOUT_BODY:
            return b""
        length = self.value("Content-Length")
        if self._chunked or length is None or not length.isdecimal():
            return payload
        return payload[: int(length)]

    @property
    def _chunked(self) -> bool:
        return any(v.lower() == b"chunked" for v in self.values("Transfer-Encoding"))


def parse(data: Data) -> Message:
    """Take a message apart; a head that was cut is read as far as it goes.

    Header lines without a colon are skipped and folded lines joined, as the crawl's client does.
    """
    head = bytes(data[:_LONGEST_HEAD])
    body: Data = b""
    if end := _HEAD_END.search(head):
        head, body = head[: end.start()], data[end.end() :]
    start, *lines = _LINE_END.split(head)
    unfolded: list[bytes] = []
    for line in lines:
        if line[:1] in (b" ", b"\t") and unfolded:
            unfolded[-1] += line
        else:
            unfolded.append(line)
    pairs = (line.split(b":", 1) for line in unfolded if b":" in line)
    headers = tuple((_one_line(name), _one_line(value)) for name, value in pairs)
    return Message(start, headers, body)


def _one_line(field: bytes) -> bytes:
    """A lone carriage return inside a field is a blank, as the crawl's client has it."""
    return b" ".join(field.strip().splitlines())


def split_interim(data: Data) -> tuple[bytes, Data]:
    """Part interim answers (100 Continue, 103 Early Hints) from the answer that follows them."""
    begin, head = 0, bytes(data[:_LONGEST_HEAD])
    while (status := parse(head[begin : begin + 64]).status) is not None and 100 <= status < 200:
        end = _HEAD_END.search(head, begin)
        if end is None:
            break
        begin = end.end()
    return head[:begin], data[begin:]


def dechunk(body: Data) -> Data:
    """Undo the chunked transfer coding; what is not chunked (or cut) is kept as far as it goes."""
    if _CHUNK_SIZE.match(bytes(body[:_LONGEST_SIZE_LINE])) is None:
        return body
    return gather(_chunks(body))


def _chunks(body: Data) -> Iterator[Data]:
    """What the chunks hold; small ones are read many at once."""
    begin, window, position = 0, b"", 0
    while True:
        if position + _LONGEST_SIZE_LINE > begin + len(window) and begin + len(window) < len(body):
            begin, window = position, bytes(body[position : position + _LONGEST_HEAD])
        match = _CHUNK_SIZE.match(window, position - begin)
        if match is None or (size := int(match[1], 16)) == 0:
            return
        start = begin + match.end()
        stop = start + size
        held, shift = (window, begin) if stop + 2 <= begin + len(window) else (body, 0)
        yield held[start - shift : stop - shift]
        line_end = bytes(held[stop - shift : stop - shift + 2])
        position = stop + (2 if line_end == b"\r\n" else 1)


def decode_content(payload: bytes, codings: list[bytes], limit: int) -> bytes:
    """Undo gzip and deflate, last coding first, exactly as the crawl's compression step does.

    Stops at a coding that is unknown. Raises ValueError when nothing can be decoded and when the
    result would be larger than ``limit`` bytes.
    """
    names = [name.strip().lower() for value in codings for name in value.split(b",")]
    while names and names[-1] in (b"gzip", b"x-gzip", b"deflate"):
        name = names.pop()
        try:
            payload = _inflate(payload, limit) if name == b"deflate" else _gunzip(payload, limit)
        except (OSError, EOFError, struct.error, zlib.error) as error:
            raise ValueError(f"the body is not {name.decode()}: {error}") from error
        if len(payload) > limit:
            raise ValueError(f"the body is larger than {limit} bytes when decompressed")
    return payload


def _gunzip(data: bytes, limit: int) -> bytes:
    """As much as can be decompressed: what comes before a damage or an early end counts."""
    file = gzip.GzipFile(fileobj=io.BytesIO(data))
    parts: list[bytes] = []
    size = 0
    while size <= limit:
        try:
            part = file.read1(_PART)
        except (OSError, EOFError, struct.error, zlib.error):
            if parts:
                break
            raise
        if not part:
            break
        parts.append(part)
        size += len(part)
    return b"".join(parts)


def _inflate(data: bytes, limit: int) -> bytes:
    try:
        return zlib.decompressobj().decompress(data, limit + 1)
    except zlib.error:  # older Microsoft servers leave the zlib wrapper out
        return zlib.decompressobj(-15).decompress(data, limit + 1)

"""From an exchange to WARC records, and from WARC records to the index entry.

The answer is written last: whoever finds it whole finds its request and its metadata too. The
entry is always derived from the records, so that an index made while crawling and one made from
the files are the same.
"""

import datetime
import uuid
from dataclasses import dataclass
from typing import Self

from archiver.archive import message, warc
from archiver.archive.exchange import Entry, Exchange
from archiver.archive.spool import Data
from archiver.archive.warc import WarcRecord
from archiver.records import Capture
from archiver.records.crawl import CrawlReport


@dataclass(frozen=True, slots=True)
class Received:
    """What came back in an exchange, taken apart once: ``interim`` answers and the ``final`` one.

    ``payload`` is that of the final answer, ``digest`` its SHA-256.
    """

    data: Data
    interim: bytes
    final: Data
    answer: message.Message
    payload: Data
    digest: str

    @classmethod
    def of(cls, exchange: Exchange) -> Self:
        """Take apart what an exchange has brought."""
        data = exchange.received.data()
        interim, final = message.split_interim(data)
        answer = message.parse(final)
        payload = answer.payload
        return cls(data, interim, final, answer, payload, warc.sha256(payload))


@dataclass(frozen=True, slots=True)
class Group:
    """The records of one exchange in file order; ``answer`` is the last of them, if one came.

    ``payload_digest`` is the SHA-256 of what the answer holds, where it is known.
    """

    records: tuple[WarcRecord, ...]
    answer: WarcRecord | None
    payload_digest: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where a record lies: file name, offset and length of its gzip member; and its SHA-256."""

    file: str
    offset: int
    length: int
    digest: str


def cache_key(method: str, url: str, body: Data = b"") -> str:
    """What was asked, as one string: equal for requests that may share an answer."""
    return f"{method} {url}" + (f" sha256:{warc.sha256(body)}" if body else "")


def answer_id(exchange: Exchange, received: Received, file: str, offset: int) -> str:
    """The capture id: the same for the same bytes at the same time and place, else another."""
    digest = warc.sha256(received.data)
    name = f"{file} {offset} {warc.date(exchange.time)} {exchange.url} {digest}"
    return str(uuid.uuid5(uuid.NAMESPACE_URL, name))


def compose(
    exchange: Exchange,
    received: Received,
    id_: str,
    *,
    site: str,
    crawl: str,
    warcinfo: str,
    original: Entry | None,
) -> Group:
    """The records of an exchange: request, metadata, and the answer or a revisit of ``original``.

    ``original`` is the earlier answer with the same payload (for a 304, the one it confirms).
    An exchange without any answer gives a request and a metadata record that tells the error; one
    that was taken from an archive without requests has none.
    """
    answered = bool(received.final)
    about = [("WARC-Target-URI", exchange.url), ("WARC-Warcinfo-ID", warc.urn(warcinfo))]
    if exchange.ip:
        about.append(("WARC-IP-Address", exchange.ip))
    request_id = _part(id_, "request")
    answer_ref = ("WARC-Concurrent-To", warc.urn(id_ if answered else request_id))
    not_modified = original is not None and received.answer.status == 304

    request_fields = [*about, answer_ref] if answered else about
    records = []
    if exchange.sent:
        fields = [*request_fields, ("Content-Type", warc.HTTP_REQUEST)]
        records.append(
            warc.make("request", request_id, exchange.time, fields, bytes(exchange.sent))
        )
    records.append(
        warc.make(
            "metadata",
            _part(id_, "metadata"),
            exchange.time,
            [*about, answer_ref, ("Content-Type", warc.FIELDS)],
            warc.field_lines(_notes(exchange, site, crawl, original)),
        )
    )
    # A revisit of the kind server-not-modified has an empty block, and readers cannot be given
    # an interim answer before the real one: both are kept verbatim beside the answer.
    headers = received.final if not_modified else b""
    for name, block in (("interim", received.interim), ("headers", headers)):
        if block:
            fields = [*about, answer_ref, ("Content-Type", warc.HTTP_RESPONSE)]
            records.append(warc.make("metadata", _part(id_, name), exchange.time, fields, block))
    if not answered:
        return Group(tuple(records), None)
    if original is not None:
        answer = _revisit(exchange, received, id_, about, original, not_modified)
        return Group((*records, answer), answer)
    answer = _response(exchange, received, id_, about)
    return Group((*records, answer), answer, received.digest)


def report_record(report: CrawlReport, warcinfo: str) -> WarcRecord:
    """How a crawl ended, as a metadata record about the crawl itself."""
    name = f"urn:bulletin-archiver:crawl:{report.crawl}"
    fields = [
        ("WARC-Target-URI", name),
        ("WARC-Warcinfo-ID", warc.urn(warcinfo)),
        ("Content-Type", warc.JSON),
    ]
    block = report.model_dump_json().encode()
    id_ = str(uuid.uuid5(uuid.NAMESPACE_URL, f"{name} {warc.date(report.finished)}"))
    return warc.make("metadata", id_, report.finished, fields, block)


def entry_of(group: Group, place: Place) -> Entry:
    """The index entry of the answer of a group, whose record lies at ``place``.

    Raises ValueError when the group lacks what an entry needs.
    """
    answer = group.answer
    if answer is None:
        raise ValueError("a group without an answer has no entry")
    request = next((r for r in group.records if r.type == "request"), None)
    notes = next((r for r in group.records if r.get("Content-Type") == warc.FIELDS), None)
    if notes is None:
        raise ValueError("the answer stands without its metadata")
    said = warc.read_field_lines(notes.block)
    asked = message.parse(request.block if request else b"GET")
    method = asked.start.split(b" ", 1)[0].decode("latin-1")
    headers = message.parse(_head_of(group, answer))
    url = answer.get("WARC-Target-URI") or ""
    capture = Capture(
        id=answer.id,
        url=url,
        time=datetime.datetime.fromisoformat(answer.get("WARC-Date") or ""),
        status=headers.status,
        method=method,
        content_type=headers.value("Content-Type"),
        file=place.file,
        offset=place.offset,
        length=place.length,
        record_digest=place.digest,
        payload_digest=said.get("payloadDigest", "").removeprefix("sha256:")
        or group.payload_digest
        or warc.sha256(headers.payload),
        site=said["site"],
        crawl=said["crawl"],
        truncated=answer.get("WARC-Truncated"),
        revisit_of=warc.bare_id(answer.get("WARC-Refers-To") or "") or None,
        referrer=said.get("via"),
        depth=int(said["depth"]) if "depth" in said else None,
    )
    return Entry(
        capture,
        cache_key(method, url, asked.body),
        answer.get("WARC-Payload-Digest") or "",
        headers.value("ETag"),
        headers.value("Last-Modified"),
    )


def _response(
    exchange: Exchange, received: Received, id_: str, about: list[tuple[str, str]]
) -> WarcRecord:
    fields = [*about, ("WARC-Payload-Digest", warc.sha1(received.payload))]
    if exchange.truncated:
        fields.append(("WARC-Truncated", exchange.truncated))
    fields.append(("Content-Type", warc.HTTP_RESPONSE))
    return warc.make("response", id_, exchange.time, fields, received.final)


def _revisit(
    exchange: Exchange,
    received: Received,
    id_: str,
    about: list[tuple[str, str]],
    original: Entry,
    not_modified: bool,
) -> WarcRecord:
    head = received.final[: len(received.final) - len(received.answer.body)]
    block = b"" if not_modified else head
    fields = [
        *about,
        ("WARC-Profile", warc.REVISIT_NOT_MODIFIED if not_modified else warc.REVISIT_SAME_PAYLOAD),
        ("WARC-Refers-To", warc.urn(original.capture.id)),
        ("WARC-Refers-To-Target-URI", original.capture.url),
        ("WARC-Refers-To-Date", warc.date(original.capture.time)),
        ("WARC-Payload-Digest", original.payload_sha1),
        ("Content-Type", warc.HTTP_RESPONSE),
    ]
    return warc.make("revisit", id_, exchange.time, fields, block)


def _notes(
    exchange: Exchange, site: str, crawl: str, original: Entry | None
) -> list[tuple[str, str]]:
    notes: dict[str, object] = {
        "site": site,
        "crawl": crawl,
        "via": exchange.referrer,
        "depth": exchange.depth,
        "fetchTimeMs": exchange.milliseconds,
        "error": exchange.error,
        "origin": exchange.origin,
        "payloadDigest": f"sha256:{original.capture.payload_digest}" if original else None,
    }
    return [(name, str(value)) for name, value in notes.items() if value is not None]


def _head_of(group: Group, answer: WarcRecord) -> Data:
    """The bytes that hold the answer's header fields: for a 304 they stand in a metadata record."""
    if answer.block or answer.type != "revisit":
        return answer.block
    heads = [r for r in group.records if r.get("Content-Type") == warc.HTTP_RESPONSE]
    kept = [r for r in heads if r.type == "metadata"]
    return kept[-1].block if kept else b""


def _part(id_: str, name: str) -> str:
    return str(uuid.uuid5(uuid.UUID(id_), name))

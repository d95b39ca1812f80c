"""Whether what a record cites can be shown, here and now."""

from dataclasses import dataclass

from archiver.archive import message, warc
from archiver.archive.index import Index
from archiver.archive.read import Reader
from archiver.archive.verify import verify_citations
from archiver.errors import ArchiverError
from archiver.home import Home
from archiver.records import Capture


@dataclass(frozen=True, slots=True)
class Proof:
    """A cited capture and what stands against it; nothing means it was proven from the bytes."""

    capture: Capture
    problems: tuple[str, ...]


def check_evidence(home: Home, index: Index, capture: Capture) -> Proof:
    """Read a capture's record (for a revisit, the one with the payload too) and check it all.

    Index entry, place, SHA-256 of the record, WARC block digest, SHA-256 of the payload.
    """
    problems = list(verify_citations(index, [capture]))
    reader = Reader(home, index)
    try:
        record = reader.record(capture)
        if record.get("WARC-Block-Digest") != warc.sha1(record.block):
            problems.append("the record fails its block digest")
        holder = capture if capture.revisit_of is None else reader.original(capture)
        payload = message.parse(reader.record(holder).block).payload
        if warc.sha256(payload) != capture.payload_digest:
            problems.append("the payload is not the one that was kept")
    except ArchiverError as error:
        problems.append(str(error))
    return Proof(capture, tuple(problems))

"""Reading a WARC file of ours from end to end: members, records, exchanges, index entries."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from pydantic import ValidationError

from archiver.archive import warc
from archiver.archive.compose import Group, Place, entry_of
from archiver.archive.exchange import Entry
from archiver.archive.files import name_of
from archiver.archive.spool import Data, gather
from archiver.archive.warc import BadRecord, WarcRecord
from archiver.records.crawl import CrawlReport

_CHUNK = 64 << 10
_ANSWERS = ("response", "revisit")


class Damaged(Exception):
    """A file that cannot be read on from ``offset``; the message says what is wrong there."""

    def __init__(self, offset: int, reason: str) -> None:
        super().__init__(f"the record at byte {offset} {reason}")
        self.offset = offset


@dataclass(frozen=True, slots=True)
class Member:
    """One gzip member: its place in the file and the record bytes it holds."""

    offset: int
    length: int
    data: Data

    @property
    def end(self) -> int:
        """The offset behind the member."""
        return self.offset + self.length


@dataclass(frozen=True, slots=True)
class Found:
    """A whole exchange, a ``warcinfo`` or the report of a crawl, and where it ends.

    ``entry`` is there when an exchange has an answer.
    """

    group: Group
    end: int
    entry: Entry | None = None
    report: CrawlReport | None = None


def scan(path: Path, start: int = 0) -> Iterator[Found]:
    """Every whole exchange of a file from an offset on; Damaged where it cannot be read on."""
    pending: list[tuple[Member, WarcRecord]] = []
    for member in members(path, start):
        try:
            record = warc.parse(member.data)
        except BadRecord as error:
            raise Damaged(member.offset, str(error)) from error
        alone = record.type == "warcinfo" or record.get("Content-Type") == warc.JSON
        if pending and (alone or record.type == "request"):
            yield _unanswered(pending)
            pending = []
        if alone:
            yield _alone(member, record)
            continue
        pending.append((member, record))
        if record.type in _ANSWERS:
            yield _answered(name_of(path), pending)
            pending = []
    if pending:
        yield _unanswered(pending)


def salvage(path: Path) -> Iterator[Found | Damaged]:
    """Every whole exchange of a file, and every damage between them: goes on behind it."""
    start: int | None = 0
    while start is not None:
        try:
            yield from scan(path, start)
            return
        except Damaged as damage:
            yield damage
            start = _next_member(path, damage.offset + 1)


def _next_member(path: Path, start: int) -> int | None:
    """Where the next bytes stand that look like the begin of a member."""
    overlap = len(warc.GZIP_HEADER) - 1
    with path.open("rb") as file:
        file.seek(start)
        kept = b""
        while data := file.read(_CHUNK):
            window = kept + data
            if (found := window.find(warc.GZIP_HEADER)) >= 0:
                return start - len(kept) + found
            kept = window[-overlap:]
            start += len(data)
    return None


def members(path: Path, start: int = 0) -> Iterator[Member]:
    """The gzip members of a file from an offset on; Damaged where one is not whole."""
    with path.open("rb") as file:
        file.seek(start)
        offset, data = start, file.read(_CHUNK)
        while data:
            if len(data) < len(warc.GZIP_HEADER):
                data += file.read(_CHUNK)
            if not data.startswith(warc.GZIP_HEADER):
                raise Damaged(offset, "does not begin with the gzip header every record has")
            inflating = warc.Inflating(chain((data,), iter(lambda: file.read(_CHUNK), b"")))
            try:
                held = gather(inflating)
            except BadRecord as error:
                raise Damaged(offset, str(error)) from error
            yield Member(offset, inflating.read, held)
            offset += inflating.read
            data = inflating.rest or file.read(_CHUNK)


def _alone(member: Member, record: WarcRecord) -> Found:
    report = None
    if record.type != "warcinfo":
        try:
            report = CrawlReport.model_validate_json(bytes(record.block))
        except ValidationError as error:
            raise Damaged(member.offset, f"is no report of a crawl ({error})") from error
    return Found(Group((record,), None), member.end, report=report)


def _answered(file: str, pending: list[tuple[Member, WarcRecord]]) -> Found:
    member, answer = pending[-1]
    place = Place(file, member.offset, member.length, warc.sha256(member.data))
    if any(_concurrent(record) != answer.id for _, record in pending[:-1]):
        raise Damaged(pending[0][0].offset, "belongs to another exchange than what follows it")
    group = Group(tuple(record for _, record in pending), answer)
    try:
        return Found(group, member.end, entry_of(group, place))
    except (ValueError, KeyError, ValidationError) as error:
        raise Damaged(member.offset, f"is not one of ours ({error})") from error


def _unanswered(pending: list[tuple[Member, WarcRecord]]) -> Found:
    first, request = pending[0]
    whole = (
        request.type == "request"
        and len(pending) > 1
        and _concurrent(request) is None
        and all(_concurrent(record) == request.id for _, record in pending[1:])
    )
    if not whole:
        raise Damaged(first.offset, "lacks the answer that belongs to it")
    return Found(Group(tuple(record for _, record in pending), None), pending[-1][0].end)


def _concurrent(record: WarcRecord) -> str | None:
    value = record.get("WARC-Concurrent-To")
    return warc.bare_id(value) if value else None

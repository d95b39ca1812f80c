"""Proving an archive: every byte of every file, every row of the index, every revisit's target.

The index is derived from the files, so proving it means deriving it again and comparing. A file's
own digest covers what a record's digests cannot see: bits that gzip ignores.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from archiver.archive import message, warc
from archiver.archive.exchange import Entry
from archiver.archive.files import OPEN, file_digest, name_of, present
from archiver.archive.index import FileRow, Index
from archiver.archive.scan import Damaged, Found, salvage
from archiver.archive.warc import WarcRecord
from archiver.counting import counted
from archiver.errors import ArchiverError
from archiver.home import Home
from archiver.records import Capture


@dataclass(slots=True)
class FileReport:
    """What was found in one file; no problems means that all of it is proven."""

    name: str
    problems: list[str] = field(default_factory=list)
    records: int = 0
    captures: int = 0

    def __str__(self) -> str:
        """One line: the file, what is wrong first, and how much more there is."""
        if not self.problems:
            if not self.records:
                return f"{self.name}: whole"
            captures = counted(self.captures, "captures")
            return f"{self.name}: whole, {captures} in {counted(self.records, 'records')}"
        more = len(self.problems) - 1
        return f"{self.name}: {self.problems[0]}" + (f", and {more} more" if more else "")


def verify(home: Home, index: Index) -> Iterator[FileReport]:
    """A report for the index as a whole, then one for every file on the disk or in the index."""
    damage = index.damage()
    yield FileReport(home.index.name, damage)
    if damage:
        return
    rows = index.files()
    paths = {name_of(path): path for path in present(home)}
    for name in sorted(rows.keys() | paths.keys()):
        row, path = rows.get(name), paths.get(name)
        if path is None:
            report = FileReport(name)
            held = len(index.of_file(name))
            if held or (row is not None and row.state != "missing"):
                report.problems.append(f"is missing, and with it {counted(held, 'captures')}")
            yield report
        else:
            yield verify_file(path, row, index)


def verify_file(path: Path, row: FileRow | None, index: Index) -> FileReport:
    """Prove one file and the rows of the index that lie in it."""
    report = FileReport(name_of(path))
    report.problems += _as_a_whole(path, row)
    try:
        expected = {entry.capture.offset: entry for entry in index.of_file(report.name)}
    except ArchiverError as error:
        report.problems.append(str(error))
        return report
    unindexed = 0
    for found in salvage(path):
        if isinstance(found, Damaged):
            report.problems.append(str(found))
            continue
        report.records += len(found.group.records)
        report.problems += _digest_problems(found)
        if found.report is not None:
            held = index.report(found.report.crawl)
            if held is None or (held != found.report and held.finished <= found.report.finished):
                report.problems.append(f"the index lacks the report of {found.report.crawl}")
        if found.entry is None:
            continue
        report.captures += 1
        known = expected.pop(found.entry.capture.offset, None)
        if known is None:
            unindexed += 1
        elif known != found.entry:
            report.problems.append(_difference(known, found.entry))
        report.problems += _revisit_problems(found.entry, index)
    if unindexed:
        report.problems.append(f"not in the index: {counted(unindexed, 'captures')}")
    if expected:
        lost = next(iter(expected.values())).capture
        report.problems.append(
            f"of the index, {counted(len(expected), 'captures')} not there, such as {lost.url}"
        )
    return report


def verify_citations(index: Index, cited: Iterable[Capture]) -> Iterator[str]:
    """Problems of captures that stored records cite: each must be in the archive, the same."""
    for capture in cited:
        entry = index.get(capture.id)
        if entry is None:
            yield f"the store cites {capture.id} ({capture.url}), which is not in the archive"
        elif entry.capture != capture:
            yield f"the store cites {capture.id} ({capture.url}) otherwise than the archive has it"


def _as_a_whole(path: Path, row: FileRow | None) -> Iterator[str]:
    if path.name.endswith(OPEN):
        yield "was left open"
    if row is None:
        yield "is not in the index"
        return
    if row.state == "missing":
        yield "is in the index as missing"
    size = path.stat().st_size
    if size != row.size:
        yield f"has {size} bytes instead of {row.size}"
    elif row.sha256 is not None and file_digest(path) != row.sha256:
        yield "has other bytes than when it was closed"
    elif row.sha256 is None and row.state == "closed":
        yield "has no digest in the index"


def _digest_problems(found: Found) -> Iterator[str]:
    for record in found.group.records:
        where = f"the {record.type} record {record.id}"
        if record.get("WARC-Block-Digest") != warc.sha1(record.block):
            yield f"{where} fails its block digest"
        payload_digest = record.get("WARC-Payload-Digest")
        if record.type == "response" and payload_digest != _payload_sha1(record):
            yield f"{where} fails its payload digest"


def _payload_sha1(record: WarcRecord) -> str:
    return warc.sha1(message.parse(record.block).payload)


def _revisit_problems(entry: Entry, index: Index) -> Iterator[str]:
    of = entry.capture.revisit_of
    if of is None:
        return
    where = f"the revisit {entry.capture.id}"
    target = index.get(of)
    if target is None:
        yield f"{where} refers to {of}, which is not in the archive"
    elif target.capture.revisit_of is not None:
        yield f"{where} refers to another revisit"
    elif (target.capture.payload_digest, target.payload_sha1) != (
        entry.capture.payload_digest,
        entry.payload_sha1,
    ):
        yield f"{where} refers to a record with another payload"


def _difference(known: Entry, found: Entry) -> str:
    pairs = {
        **{
            name: (getattr(known.capture, name), getattr(found.capture, name))
            for name in Capture.model_fields
        },
        "key": (known.key, found.key),
        "payload_sha1": (known.payload_sha1, found.payload_sha1),
        "etag": (known.etag, found.etag),
        "last_modified": (known.last_modified, found.last_modified),
    }
    name, (indexed, real) = next((n, p) for n, p in pairs.items() if p[0] != p[1])
    return (
        f"the index has {name} {indexed} for the record at byte {found.capture.offset}, "
        f"the file has {real}"
    )

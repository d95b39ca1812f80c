"""Archives of other tools, taken in: WARC files of wget, Heritrix and others, and WACZ packages.

Every HTTP answer is written again as an exchange of ours: its block verbatim, at its own time,
with the id of the record it came from. So it is proven, read and handed out like what was crawled.
"""

import datetime
import zipfile
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO
from urllib.parse import urldefrag

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType
from isal import igzip
from w3lib.url import safe_url_string

from archiver import __version__
from archiver.archive import message, warc
from archiver.archive.compose import cache_key
from archiver.archive.crawl import CrawlArchive
from archiver.archive.exchange import Exchange
from archiver.archive.files import file_digest
from archiver.archive.read import Reader
from archiver.archive.spool import Data, Spool, gather
from archiver.errors import ArchiverError
from archiver.home import Home
from archiver.records import SiteProfile
from archiver.records.crawl import CrawlReport, Reason

_SYNC_EVERY = 50
_WARC = b"WARC/"
_GZIP = b"\x1f\x8b"
_PIECE = 1 << 20
_WANTED = WarcRecordType.response | WarcRecordType.revisit


@dataclass(frozen=True, slots=True)
class Part:
    """A WARC file, by itself or as a member of a package."""

    path: Path
    member: str | None = None

    @contextmanager
    def open(self) -> Iterator[IO[bytes]]:
        """Its bytes, as stored."""
        if self.member is None:
            with self.path.open("rb") as stream:
                yield stream
        else:
            with zipfile.ZipFile(self.path) as package, package.open(self.member) as stream:
                yield stream


@dataclass(slots=True)
class TakenIn:
    """What came of a file: answers taken in, answers the archive has already, others by reason."""

    crawl: str
    captures: int = 0
    known: int = 0
    skipped: Counter[str] = field(default_factory=Counter)


def take_in(path: Path, parts: list[Part], home: Home, site: SiteProfile) -> TakenIn:
    """Take a WARC file or WACZ package into the archive, as a crawl of ``site`` of its own.

    ``parts`` are its ``warc_parts``. Again changes nothing.
    """
    digest = file_digest(path)
    result = TakenIn(f"{site.key}-import-{digest[:12]}")
    about = [
        ("software", f"bulletin-archiver/{__version__}"),
        ("importedFrom", path.name),
        ("importedDigest", f"sha256:{digest}"),
        ("profile", site.model_dump_json(exclude_none=True)),
    ]
    first = last = None
    archive = CrawlArchive(home, site.key, result.crawl, about=about, resumable=False)
    with closing(archive):
        for part in parts:
            for exchange in _exchanges(part, archive, result.skipped):
                if _is_known(archive, exchange):
                    result.known += 1
                    continue
                archive.keep(exchange)
                first = min(first or exchange.time, exchange.time)
                last = max(last or exchange.time, exchange.time)
                result.captures += 1
                if result.captures % _SYNC_EVERY == 0:
                    archive.sync()
        if first and last:
            archive.keep_report(_report(result, site.key, first, last))
    return result


def _report(
    result: TakenIn, site: str, first: datetime.datetime, last: datetime.datetime
) -> CrawlReport:
    """What was taken in, told like the end of a crawl."""
    reasons = [
        Reason(code="left_out", text=f"answers were left out: {why}", count=count)
        for why, count in sorted(result.skipped.items())
    ]
    return CrawlReport(
        crawl=result.crawl,
        site=site,
        started=first,
        finished=last,
        verdict="suspicious" if reasons else "ok",
        reasons=tuple(reasons),
        counts={"responses": result.captures},
    )


def first_page(path: Path, parts: list[Part]) -> str:
    """The address of the first HTML page in a file; ArchiverError when there is none."""
    for part in parts:
        with part.open() as stream:
            for record in _records(stream, WarcRecordType.response):
                told = message.parse(_block(record))
                kind = told.value("Content-Type") or ""
                if told.status == 200 and kind.startswith("text/html"):
                    return _url(record)
    raise ArchiverError(f"{path} holds no HTML page; name its site with --site KEY")


def warc_parts(path: Path) -> list[Part]:
    """The WARC files in a file, each proven to be whole; ArchiverError when one is not."""
    try:
        if not zipfile.is_zipfile(path):
            return [_proven(Part(path))]
        with zipfile.ZipFile(path) as package:
            names = [n for n in package.namelist() if n.endswith((".warc.gz", ".warc"))]
        if not names:
            raise ArchiverError(f"{path} is no WACZ package: it holds no WARC file")
        return [_proven(Part(path, name)) for name in names]
    except (OSError, zipfile.BadZipFile) as error:
        raise ArchiverError(f"cannot read {path}: {error}") from error


def _proven(part: Part) -> Part:
    """Read a part to its end once: the usual readers pass a file that was cut short."""
    name = part.member or part.path
    with part.open() as stream:
        head = stream.read(len(_WARC))
    if not head.startswith(_GZIP):
        if head != _WARC:
            raise ArchiverError(f"{name} is no WARC file, compressed or not")
        return part
    try:
        with part.open() as stream, igzip.open(stream) as file:  # type: ignore[no-untyped-call]
            if file.read(len(_WARC)) != _WARC:
                raise ArchiverError(f"{name} is compressed, but no WARC file")
            while file.read(_PIECE):
                pass
    except (OSError, EOFError) as error:
        raise ArchiverError(
            f"{name} is cut short or damaged ({error}); nothing of it was taken in"
        ) from error
    return part


def _exchanges(part: Part, archive: CrawlArchive, skipped: Counter[str]) -> Iterator[Exchange]:
    with part.open() as stream:
        requests = _requests(stream)
    with part.open() as stream:
        for record in _records(stream, _WANTED):
            url = _url(record)
            block = _block(record)
            if not url.startswith(("http://", "https://")):
                skipped["not asked over HTTP"] += 1
            elif not _holds(record, block):
                skipped["block digest does not hold"] += 1
            else:
                answer = _answer(record, block, archive)
                if answer is None:
                    skipped["repeats an answer that is not at hand"] += 1
                    continue
                yield _exchange(record, url, answer, requests)


def _requests(stream: IO[bytes]) -> dict[str, Data]:
    """Request blocks by the ids that lead to them: their own and that of their answer."""
    found: dict[str, Data] = {}
    for record in _records(stream, WarcRecordType.request):
        block = _block(record)
        for name in ("WARC-Record-ID", "WARC-Concurrent-To"):
            if value := record.headers.get(name):
                found[warc.bare_id(value)] = block
    return found


def _exchange(record: WarcRecord, url: str, answer: Data, requests: dict[str, Data]) -> Exchange:
    id_ = warc.bare_id(record.record_id or "")
    answered = warc.bare_id(record.headers.get("WARC-Concurrent-To") or "")
    request = bytes(requests.get(id_) or requests.get(answered) or b"")
    method = request.split(b" ", 1)[0].decode("latin-1") if request else "GET"
    return Exchange(
        url=url,
        method=method,
        time=_time(record),
        ip=record.headers.get("WARC-IP-Address"),
        sent=bytearray(request),
        received=Spool().take([answer]),
        truncated=record.headers.get("WARC-Truncated"),
        origin=id_,
    )


def _answer(record: WarcRecord, block: Data, archive: CrawlArchive) -> Data | None:
    """The whole answer of a record; a revisit gets the payload it refers to, if that is at hand."""
    if record.record_type == WarcRecordType.response:
        return block
    archive.sync()  # what it repeats may have come just before
    told = record.headers
    moment = told.get("WARC-Refers-To-Date")
    entry = archive.index.repeated(
        told.get("WARC-Refers-To-Target-URI") or _url(record),
        datetime.datetime.fromisoformat(moment) if moment else None,
        told.get("WARC-Payload-Digest") or "",
    )
    if entry is None:
        return None
    original = Reader(archive.home, archive.index).record(entry.capture).block
    head = bytes(block).rstrip(b"\r\n")
    if not head.strip():
        return original
    return gather((head, b"\r\n\r\n", message.parse(original).payload))


def _is_known(archive: CrawlArchive, exchange: Exchange) -> bool:
    body = message.parse(bytes(exchange.sent)).body
    payload = message.parse(exchange.received.data()).payload
    key = cache_key(exchange.method, exchange.url, body)
    return archive.index.has(key, exchange.time, warc.sha256(payload))


def _records(stream: IO[bytes], types: WarcRecordType) -> Iterator[WarcRecord]:
    return iter(ArchiveIterator(stream, record_types=types, parse_http=False))


def _block(record: WarcRecord) -> Data:
    return gather(iter(lambda: record.reader.read(_PIECE), b""))


def _url(record: WarcRecord) -> str:
    """The address without fragment, in ASCII; some tools put it in angle brackets."""
    return urldefrag(safe_url_string((record.headers.get("WARC-Target-URI") or "").strip("<>")))[0]


def _time(record: WarcRecord) -> datetime.datetime:
    time = record.record_date
    return time if time.tzinfo else time.replace(tzinfo=datetime.UTC)


def _holds(record: WarcRecord, block: Data) -> bool:
    """Whether a SHA-1 in the usual spelling is that of the block; others are not judged."""
    told = record.headers.get("WARC-Block-Digest") or ""
    comparable = told.startswith("sha1:") and len(told) == len(warc.sha1(b""))
    return not comparable or told == warc.sha1(block)

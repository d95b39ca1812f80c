"""The archive as one crawl writes it: durable bytes, then index rows, then whoever cites them."""

import datetime
import hashlib
import uuid
from collections.abc import Iterable, Iterator
from itertools import chain

from archiver.archive import lock, message, warc
from archiver.archive.compose import (
    Group,
    Place,
    Received,
    answer_id,
    compose,
    entry_of,
    report_record,
)
from archiver.archive.exchange import Entry, Exchange
from archiver.archive.files import WarcFile, name_of, new_name, present
from archiver.archive.index import FileRow, Index
from archiver.archive.read import Reader
from archiver.archive.recover import recover
from archiver.errors import ArchiverError
from archiver.home import Home
from archiver.records import Capture
from archiver.records.crawl import CrawlReport

FILE_SIZE = 1 << 30
"""A file is closed when it has grown beyond 1 GiB, the usual size of a WARC file."""


class CrawlArchive:
    """Keeps the exchanges of one crawl. Not for threads; crawls in one process share the lock."""

    def __init__(
        self,
        home: Home,
        site: str,
        crawl: str,
        *,
        about: Iterable[tuple[str, str]] = (),
        file_size: int = FILE_SIZE,
        resumable: bool = True,
    ) -> None:
        """Open the home for writing; the first in a process mends what an earlier stop left.

        ``about`` is told in every file's ``warcinfo``; a crawl that is not ``resumable`` is not
        taken up again when it was stopped. Raises ArchiverError when the home is in
        use by another process or cannot be written.
        """
        self.home, self.site, self.crawl = home, site, crawl
        self.repairs: list[str] = []
        self.finished = False
        """Whether the crawl came to its end by itself; else it is the one to resume."""
        self._about = tuple(about)
        self._file_size = file_size
        self._file: WarcFile | None = None
        self._warcinfo = ""
        self._pending: list[Entry] = []
        first = lock.acquire(home, f"archiver crawl {site}")
        try:
            self.index = Index(home.index)
            if first:
                self.repairs = recover(home, self.index)
            if resumable:
                self.index.start_crawl(crawl, site)
        except BaseException:
            lock.release(home)
            raise

    def keep(self, exchange: Exchange) -> Capture | None:
        """Write an exchange; its capture may be cited after ``sync``. None if no answer came."""
        file = self._writable()
        received = Received.of(exchange)
        original = self._original(exchange, received)
        id_ = answer_id(exchange, received, file.name, file.size)
        group = compose(
            exchange,
            received,
            id_,
            site=self.site,
            crawl=self.crawl,
            warcinfo=self._warcinfo,
            original=original,
        )
        entry = self._append(file, group)
        if entry is None:
            return None
        self._pending.append(entry)
        return entry.capture

    def keep_report(self, report: CrawlReport) -> None:
        """Write how the crawl ended, so that this too can be told from the archive alone."""
        file = self._writable()
        record = report_record(report, self._warcinfo)
        file.append(_Member(record))
        self.sync()
        self.index.put_report(report)

    def sync(self) -> None:
        """Make everything kept so far durable, then findable."""
        if self._file is None:
            return
        self._file.sync()
        self.index.add(FileRow(self._file.name, self._file.size, None, "open"), self._pending)
        self._pending = []

    def close(self) -> None:
        """Finish the open file and let the home go."""
        try:
            self._finish()
            if self.finished:
                self.index.end_crawl(self.crawl)
        finally:
            self.index.close()
            lock.release(self.home)

    def _writable(self) -> WarcFile:
        if self._file is not None and self._file.size >= self._file_size:
            self._finish()
        if self._file is None:
            now = datetime.datetime.now(datetime.UTC)
            taken = {*self.index.files(), *map(name_of, present(self.home))}
            file = WarcFile(self.home.warc, new_name(self.site, now, taken))
            record = self._warcinfo_record(file.name, now)
            file.append(_Member(record))
            self._file, self._warcinfo = file, record.id
        return self._file

    def _append(self, file: WarcFile, group: Group) -> Entry | None:
        """Write the records of a group in one go; the place of the last one is its entry's."""
        members = [_Member(record) for record in group.records]
        file.append(chain.from_iterable(members))
        if group.answer is None:
            return None
        last = members[-1]
        return entry_of(
            group, Place(file.name, file.size - last.length, last.length, last.digest.hexdigest())
        )

    def _original(self, exchange: Exchange, received: Received) -> Entry | None:
        """The earlier answer a new one only repeats, if it is worth a revisit."""
        if exchange.truncated:
            return None
        if received.answer.status == 304:
            request = message.parse(bytes(exchange.sent))
            earlier = self.index.latest(f"{exchange.method} {exchange.url}", self.crawl)
            conditional = request.value("If-None-Match") or request.value("If-Modified-Since")
            return self._root(earlier) if earlier and conditional else None
        original = self.index.original(received.digest) if received.payload else None
        return original if original and self._is_readable(original) else None

    def _is_readable(self, entry: Entry) -> bool:
        """Whether its bytes are still those kept: nothing may lean on a damaged record."""
        try:
            Reader(self.home, self.index).record(entry.capture)
        except ArchiverError:
            return False
        return True

    def _root(self, entry: Entry) -> Entry | None:
        """The answer that holds the payload itself: revisits never point to revisits."""
        of = entry.capture.revisit_of
        return entry if of is None else self.index.get(of)

    def _finish(self) -> None:
        if self._file is None:
            return
        self.sync()
        file, self._file = self._file, None
        file.finish()
        self.index.put_file(FileRow(file.name, file.size, file.sha256, "closed"))

    def _warcinfo_record(self, name: str, time: datetime.datetime) -> warc.WarcRecord:
        fields = [("WARC-Filename", name), ("Content-Type", warc.FIELDS)]
        about = [
            ("format", "WARC File Format 1.1"),
            (
                "conformsTo",
                "https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/",
            ),
            ("isPartOf", self.crawl),
            *self._about,
        ]
        id_ = str(uuid.uuid5(uuid.NAMESPACE_URL, f"{name} {warc.date(time)} {self.crawl}"))
        return warc.make("warcinfo", id_, time, fields, warc.field_lines(about))


class _Member:
    """A record as a gzip member; afterwards its length and the digest of what it holds."""

    def __init__(self, record: warc.WarcRecord) -> None:
        self._record = record
        self.length = 0
        self.digest = hashlib.sha256()

    def __iter__(self) -> Iterator[bytes]:
        for piece in warc.compress(self._data()):
            self.length += len(piece)
            yield piece

    def _data(self) -> Iterator[bytes]:
        for piece in warc.serialise(self._record):
            self.digest.update(piece)
            yield piece

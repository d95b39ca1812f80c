"""The store and the exports: ingest, near copies, search, coverage, JSON Lines, memory.

Run with ``make bench-store``; ``ARTICLES=1000000`` for a large archive. One core. Texts of 1.5 KB
are put together from 20 000 invented words of two characters, common and rare ones as in a
language, with a fixed seed. Raw ``executemany`` writes the very rows that the store has written,
into the same tables with the same indexes, pragmas and transactions.
"""

import argparse
import datetime
import os
import random
import resource
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import accumulate, islice
from pathlib import Path
from types import ModuleType
from typing import Any

import orjson
from sqlalchemy.dialects.sqlite.pysqlite import dialect

from archiver.records import Article, Capture, Contributor, Date, Issue, Page, Paragraph
from archiver.store import Store, reading, saving
from archiver.store.asking import AnySelect, Selection
from archiver.store.copies import bands, resemblance
from archiver.store.database import PRAGMAS
from archiver.store.identity import ArticleText
from archiver.store.search import Question
from exports import jsonl
from exports.stream import Stream

_WORDS, _PARAGRAPHS, _PER_PARAGRAPH = 20_000, 4, 62
_PER_ISSUE, _UNITS = 3, 2_000
_CHECKED_AT, _SAMPLE = 100_000, 5_000
_TABLES = (
    "sites",
    "pages",
    "versions",
    "captures",
    "series",
    "issues",
    "witnesses",
    "articles",
    "bands",
    "paragraphs",
    "sections",
    "units",
    "contributions",
)


class Texts:
    """Invented texts, the same for the same seed."""

    def __init__(self, seed: int = 1) -> None:
        self._choose = random.Random(seed)
        han = [chr(0x4E00 + place) for place in range(3000)]
        self.words = ["".join(self._choose.choices(han, k=2)) for _ in range(_WORDS)]
        self._weights = list(accumulate(1 / (rank + 5) for rank in range(_WORDS)))

    def text(self, words: int) -> str:
        """A text of so many words."""
        return "".join(self._choose.choices(self.words, cum_weights=self._weights, k=words))

    def changed(self, text: str, share: float) -> str:
        """``text`` with ``share`` of its characters replaced, doubled or dropped."""
        letters = list(text)
        for place in self._choose.sample(range(len(letters)), round(share * len(letters))):
            letters[place] = self._choose.choice(("", letters[place] * 2, self.text(1)[0]))
        return "".join(letters)

    def article(self, order: int) -> Article:
        """An article of four paragraphs, 1.5 KB, sent in by one of 2 000 units."""
        paragraphs = tuple(Paragraph(text=self.text(_PER_PARAGRAPH)) for _ in range(_PARAGRAPHS))
        number = self._choose.randrange(_UNITS)
        unit = Contributor(
            text=f"第{number}工会",
            unit=f"第{number}工会",
            name=f"县第{number}工会",
            division=f"{100000 + number}",
            key=f"{100000 + number}:union:第{number}工会",
            basis="site",
        )
        return Article(
            order=order,
            title=self.text(8),
            section="工作动态",
            paragraphs=paragraphs,
            contributors=(unit,),
        )


def pages(count: int) -> Iterator[tuple[Page, Capture]]:
    """``count`` issues of three articles, with captures."""
    texts = Texts()
    for number in range(count):
        url = f"http://example.cn/{number}.htm"
        year, place = 1990 + number // 12 % 30, 100000 + number // 360
        day = datetime.date(year, number % 12 + 1, 15)
        issue = Issue(
            series="工作简报",
            year=year,
            number=day.month,
            date=Date(text=str(day), edtf=str(day), start=day, end=day, precision="day"),
            key=f"{place}:工作简报:{year}:{day.month}",
        )
        articles = tuple(texts.article(order) for order in range(1, _PER_ISSUE + 1))
        yield (
            Page(
                url=url, kind="issue", encoding="utf-8", issue=issue, articles=articles, parser="1"
            ),
            Capture(
                id=str(uuid.uuid5(uuid.NAMESPACE_URL, url)),
                url=url,
                time="2026-01-01T00:00:00Z",  # type: ignore[arg-type]
                file="a.warc.gz",
                offset=number,
                length=1,
                record_digest=f"{number:064x}",
                payload_digest=f"{number:064x}",
                site="example",
                crawl="1",
            ),
        )


@dataclass(frozen=True)
class Ingest:
    """CPU seconds of all pages and of the first ``sample``; ms of one near-copy check, and where.

    ``checked_at`` articles were held when the checks were timed: sketching, looking up, noting.
    """

    seconds: float
    sample: int
    sample_seconds: float
    checked_at: int
    check: float


def ingest(path: Path, count: int) -> Ingest:
    """Store ``count`` pages as a crawl or a rebuild does."""
    checked = max(count // 100, 1)
    sample = min(_SAMPLE, count - checked)
    checked_at = max(min(_CHECKED_AT // _PER_ISSUE, count - checked), sample)
    coming, seconds = pages(count), 0.0
    with Store.open(path) as store:

        def keep(number: int) -> None:
            nonlocal seconds
            for page, capture in islice(coming, number):
                begin = time.process_time()
                store.save(page, capture, "example")
                seconds += time.process_time() - begin

        keep(sample)
        sample_seconds = seconds
        keep(checked_at - sample)
        with _timed((reading, "bands"), (saving, "link_copies")) as taken:
            keep(checked)
        keep(count)
        store.keep_coverage()
    check = sum(taken) / checked / _PER_ISSUE * 1000
    return Ingest(seconds, sample, sample_seconds, checked_at * _PER_ISSUE, check)


@contextmanager
def _timed(*functions: tuple[ModuleType, str]) -> Iterator[list[float]]:
    """The CPU seconds of every call of these functions of modules, as they are called."""
    taken: list[float] = []

    def timed(function: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any) -> Any:
            begin = time.process_time()
            try:
                return function(*arguments)
            finally:
                taken.append(time.process_time() - begin)

        return call

    plain = [(module, name, getattr(module, name)) for module, name in functions]
    for module, name, function in plain:
        setattr(module, name, timed(function))
    try:
        yield taken
    finally:
        for module, name, function in plain:
            setattr(module, name, function)


def ingest_raw(path: Path, source: Path, count: int) -> float:
    """CPU seconds that executemany needs for the rows of ``count`` pages of ``source``."""
    Store.open(path).close()
    read, write = sqlite3.connect(source), sqlite3.connect(path, isolation_level=None)
    for pragma in PRAGMAS:
        write.execute(f"PRAGMA {pragma}")
    by_page: list[list[tuple[str, list[tuple[object, ...]]]]] = [[] for _ in range(count + 1)]
    for table in _TABLES:
        names = [row[1] for row in read.execute(f"PRAGMA table_info({table})")]
        owner = "version_id" if "version_id" in names else names[0]
        of_pages = "" if table in ("sites", "series", "units") else f" WHERE {owner} <= {count}"
        rows: dict[int, list[tuple[object, ...]]] = {}
        for row in read.execute(f"SELECT * FROM {table}{of_pages}"):
            key = row[names.index(owner)] if of_pages else 1
            rows.setdefault(key, []).append(row)
        statement = f"INSERT INTO {table} VALUES ({', '.join('?' * len(names))})"
        for key, found in rows.items():
            by_page[key].append((statement, found))
    begin = time.process_time()
    for statements in by_page:
        write.execute("BEGIN")
        for statement, found in statements:
            write.executemany(statement, found)
        write.execute("COMMIT")
    seconds = time.process_time() - begin
    read.close()
    write.close()
    return seconds


def near_copies(pairs: int) -> tuple[float, float]:
    """The share of planted copies found, 1 to 6 in 100 characters changed; ms a sketch."""
    texts, found, seconds = Texts(seed=2), 0, 0.0
    for number in range(pairs):
        text = "".join(p.text for p in texts.article(1).paragraphs)
        other = texts.changed(text, (number % 6 + 1) / 100)
        begin = time.process_time()
        meet = not set(bands(text)).isdisjoint(bands(ArticleText([other]).joined))
        seconds += time.process_time() - begin
        found += meet and resemblance(text, other) is not None
    return found / pairs, seconds / pairs / 2 * 1000


def search_times(store: Store, words: list[str]) -> list[float]:
    """Milliseconds of each search for one of ``words``."""
    found = []
    for word in words:
        begin = time.perf_counter()
        store.search(Question((word,)), 10)
        found.append((time.perf_counter() - begin) * 1000)
    return found


def coverage_times(home: Path, path: Path) -> Iterator[tuple[str, float]]:
    """Seconds of asking the store and of the whole command, from memory and from a cold disk."""
    for name, ask in (("coverage", _ask_coverage), ("archiver coverage", _call_coverage)):
        for cold in (False, True):
            seconds = []
            for _ in range(3):
                if cold:
                    _forget(path)
                seconds.append(ask(home, path))
            yield f"{name}, {'disk cold' if cold else 'warm'}, s", min(seconds)


def _ask_coverage(_home: Path, path: Path) -> float:
    begin = time.perf_counter()
    with Store.open(path, create=False) as store:
        for _ in store.coverage():
            pass
    return time.perf_counter() - begin


def _call_coverage(home: Path, _path: Path) -> float:
    """Without the time for which other programs had the processor, which Linux counts."""
    command = [sys.executable, "-m", "archiver", "coverage", "--home", str(home)]
    begin = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as child:
        os.waitid(os.P_PID, child.pid, os.WEXITED | os.WNOWAIT)
        seconds = time.perf_counter() - begin
        waited = int(Path(f"/proc/{child.pid}/schedstat").read_text().split()[1]) / 1e9
    if child.returncode:
        sys.exit("archiver coverage has failed")
    return seconds - waited


def _forget(path: Path) -> None:
    """Let the system forget what it holds of a file."""
    descriptor = os.open(path, os.O_RDONLY)
    os.fsync(descriptor)
    os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
    os.close(descriptor)


def export_share(path: Path, folder: Path) -> float:
    """The speed of the JSON Lines export against a bare loop over the same rows with orjson."""
    with Store.open(path, create=False) as store:
        begin = time.process_time()
        jsonl.write(Stream(store, Selection()), folder)
        ours = time.process_time() - begin
        queries = [
            (table.name, _plain_sql(table.query))
            for table, _ in store.released(Selection())
            if table.query is not None
        ]
    bare = sqlite3.connect(path)
    begin = time.process_time()
    for name, query in queries:
        cursor = bare.execute(query)
        names = [column[0] for column in cursor.description]
        with (folder / f"{name}.bare").open("wb") as file:
            for row in cursor:
                file.write(orjson.dumps(dict(zip(names, row, strict=True))) + b"\n")
    seconds = time.process_time() - begin
    bare.close()
    return seconds / ours


def _plain_sql(query: AnySelect) -> str:
    return str(query.compile(dialect=dialect(), compile_kwargs={"literal_binds": True}))


def rate_of(pages: int, seconds: float) -> float:
    """Articles a second."""
    return pages * _PER_ISSUE / seconds


def main() -> int:
    """Print the table; 1 when a promise is not kept."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=9_000)
    count = parser.parse_args().articles // _PER_ISSUE
    kept = True

    def line(what: str, value: str, promise: str, fulfilled: bool) -> None:
        nonlocal kept
        kept = kept and fulfilled
        print(
            f"{what:<48} {value:>10}   {promise:<8} {'' if fulfilled else 'NOT KEPT'}", flush=True
        )

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "archive.sqlite"
        ours = ingest(path, count)
        line("articles stored a second", f"{rate_of(count, ours.seconds):,.0f}", "", True)
        recall, sketch = near_copies(300)
        line("planted copies found", f"{recall:.3f}", ">= 0.98", recall >= 0.98)
        line("sketch of an article, ms", f"{sketch:.2f}", "", True)
        check = f"near-copy check at {ours.checked_at:,} articles, ms"
        line(check, f"{ours.check:.2f}", "<= 1", ours.check <= 1)
        with Store.open(path) as store:
            groups = sum(1 for _ in store.copies())
            line("false pairs among all articles", f"{groups}", "0", groups == 0)
            common = Texts().words[:2_000]
            # The commonest stand in nearly every article.
            words = common[:20] + random.Random(3).sample(common, 60)
            begin = time.process_time()
            store.search(Question((words[0],)), 10)
            filling = time.process_time() - begin
            line(
                "full-text index filled, articles a second",
                f"{rate_of(count, filling):,.0f}",
                "",
                True,
            )
            p95 = statistics.quantiles(search_times(store, words), n=20)[-1]
            line("two-character words, p95, ms", f"{p95:.0f}", "<= 150", p95 <= 150)
        for what, seconds in coverage_times(folder, path):
            line(what, f"{seconds:.2f}", "<= 1", seconds <= 1)
        share = export_share(path, folder)
        line("JSON Lines against a bare orjson loop", f"{share:.2f}", ">= 0.40", share >= 0.40)
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        line("memory, MB", f"{memory:.0f}", "<= 500", memory <= 500)
        raw = ingest_raw(folder / "raw.sqlite", path, ours.sample) / ours.sample_seconds
        what = f"store against raw executemany, {ours.sample * _PER_ISSUE:,} articles"
        line(what, f"{raw:.2f}", ">= 0.40", raw >= 0.40)
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())

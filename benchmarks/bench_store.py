"""The store and the exports: ingest, near copies, search, coverage, JSON Lines, memory.

Run with ``make bench-store``; ``ARTICLES=1000000`` for a large archive. One core. Texts of 1.5 KB
are put together from 20 000 invented words of two characters, common and rare ones as in a
language, with a fixed seed. Raw ``executemany`` writes the very rows that the store has written,
into the same tables with the same indexes, pragmas and transactions.
"""

import argparse
import datetime
import random
import resource
import sqlite3
import statistics
import sys
import tempfile
import time
import uuid
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path

import orjson
from sqlalchemy.dialects.sqlite.pysqlite import dialect

from archiver.records import Article, Capture, Contributor, Date, Issue, Page, Paragraph
from archiver.store import Store
from archiver.store.asking import AnySelect, Selection
from archiver.store.copies import bands, resemblance
from archiver.store.database import PRAGMAS
from archiver.store.identity import ArticleText
from archiver.store.search import Question
from exports import jsonl
from exports.stream import Stream

_WORDS, _PARAGRAPHS, _PER_PARAGRAPH = 20_000, 4, 62
_PER_ISSUE, _UNITS = 3, 2_000
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


def ingest(path: Path, count: int) -> float:
    """CPU seconds that the store needs for ``count`` pages."""
    seconds = 0.0
    with Store.open(path) as store:
        for page, capture in pages(count):
            begin = time.process_time()
            store.save(page, capture, "example")
            seconds += time.process_time() - begin
    return seconds


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
        print(f"{what:<44} {value:>14}   {promise:<16} {'' if fulfilled else 'NOT KEPT'}")

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "store.sqlite"
        ours = ingest(path, count)
        line("articles stored a second", f"{rate_of(count, ours):,.0f}", "", True)
        recall, sketch = near_copies(300)
        line("planted copies found", f"{recall:.3f}", ">= 0.98", recall >= 0.98)
        line("sketch of an article, ms", f"{sketch:.2f}", "<= 1", sketch <= 1)
        with Store.open(path) as store:
            begin = time.perf_counter()
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
            begin = time.perf_counter()
            series = sum(1 for _ in store.coverage())
            seconds = time.perf_counter() - begin
            line(f"coverage of {series} series, s", f"{seconds:.2f}", "<= 1", seconds <= 1)
        share = export_share(path, folder)
        line("JSON Lines against a bare orjson loop", f"{share:.2f}", ">= 0.40", share >= 0.40)
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        line("memory, MB", f"{memory:.0f}", "<= 500", memory <= 500)
        sample = min(count, 5_000)
        raw = ingest_raw(folder / "raw.sqlite", path, sample) * count / sample
        line("store against raw executemany", f"{raw / ours:.2f}", ">= 0.40", raw / ours >= 0.40)
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())

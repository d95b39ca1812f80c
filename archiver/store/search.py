"""Full-text search over articles, by words of any length.

Chinese is written without blanks, so every Han character is indexed as a word of its own and a
word of the question is a phrase of characters: 工会 and 澧 are found exactly where they stand, as
often as a plain search through all texts would find them. The index holds positions only; extracts
are cut from the stored paragraphs. It grows when it is asked: versions that became live since are
added first; what is no longer live stays in it and is left out by the join with what is.
"""

import re
import shlex
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sqlalchemy import (
    ColumnClause,
    Connection,
    and_,
    exists,
    func,
    literal_column,
    or_,
    select,
    text,
    update,
)

from archiver.chinese.fold import comparison_key, fold, fold_offsets
from archiver.errors import ArchiverError
from archiver.store import tables as t
from archiver.store.asking import AnyRow, AnySelect, Asking, Selection, speaking

# An article's row in the index is its version's number and its own, so that no mapping is needed.
POSITION_BITS = 12
_WIDE = re.compile(r"[^\x00-\x7f]+")
_MARK = re.compile(r"[^\w\s]")
# Characters of the private use area, which the index takes for words: a phrase is not found
# across a punctuation mark or the end of a paragraph.
_PARAGRAPH, _ANY_MARK = " \ue000 ", " \ue001 "
_WORDS = re.compile(r"\w", re.UNICODE)
_TITLE_WEIGHT, _TEXT_WEIGHT = 5.0, 1.0
_BEFORE, _AFTER, _EXTRACTS = 16, 40, 2
_BATCH = 2_000
_MOST = 5_000

_FRESH = select(t.Version.id).where(t.UNINDEXED)


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: all of ``words``; the rest narrows it.

    ``unit`` and ``place`` are parts of printed or resolved names, or the beginning of a unit key
    or a division code.
    """

    words: tuple[str, ...]
    series: str | None = None
    unit: str | None = None
    place: str | None = None
    year: int | None = None

    @property
    def narrowed(self) -> bool:
        """Whether anything but words is asked for."""
        return (self.series, self.unit, self.place, self.year) != (None, None, None, None)


@dataclass(frozen=True, slots=True)
class Hit:
    """An article found; each extract is printed text with the spans ``[start, end)`` of words."""

    identity: str
    article: int
    title: str | None
    day: str
    extracts: tuple[tuple[str, tuple[tuple[int, int], ...]], ...]


@dataclass(frozen=True, slots=True)
class Found:
    """``hits`` are the best of ``total`` articles; ``more`` when only so many were looked at."""

    total: int
    more: bool
    hits: tuple[Hit, ...]


def words_of(asked: str) -> tuple[str, ...]:
    """The words of a question: divided by blanks, kept together by quotation marks."""
    try:
        words = shlex.split(asked.replace("“", '"').replace("”", '"').replace("'", " "))
    except ValueError:
        words = asked.replace('"', " ").split()
    found = tuple(word for word in (fold(word).strip() for word in words) if _WORDS.search(word))
    if not found:
        raise ArchiverError(f"there is no word in “{asked}”; ask for one or more words")
    return found


def spaced(printed: str) -> str:
    """What is indexed: ``printed`` folded, blanks round every Han character and mark."""
    return _WIDE.sub(_apart, _MARK.sub(_ANY_MARK, fold(printed)))


def _apart(run: re.Match[str]) -> str:
    return f" {' '.join(run[0])} "


class Searching(Asking):
    """Questions in words."""

    def search(self, question: Question, limit: int) -> Found:
        """The ``limit`` best articles that have all the words, and how many there are."""
        indexed = self._engine.dialect.name == "sqlite"
        while indexed and self._unindexed():
            # Batches, so that nobody who stores pages waits for long.
            with self._engine.connect().execution_options(writes=True) as writing, writing.begin():
                self._grow(writing)
        every = (_indexed if indexed else _scanned)(question)
        counted = _narrowed(every, question).add_columns(func.count().over().label("total"))
        with self._reading() as connection:
            rows = connection.execute(
                counted.order_by("rank", "identity", "article").limit(limit)
            ).all()
            hits = tuple(_hit(connection, row, question.words) for row in rows)
        total = rows[0].total if rows else 0
        return Found(total, bool(rows) and rows[0].matched >= _MOST, hits)

    def _unindexed(self) -> bool:
        return next(self._rows(_FRESH.limit(1)), None) is not None

    def _grow(self, connection: Connection) -> None:
        """Index some of the live versions that are not yet in the index."""
        fresh = list(connection.execute(_FRESH.limit(_BATCH)).scalars())
        rows = list(_documents(connection, fresh))
        if rows:
            insert = "INSERT INTO search (rowid, title, body) VALUES (?, ?, ?)"
            connection.exec_driver_sql(insert, rows)
        connection.execute(update(t.Version).where(t.Version.id.in_(fresh)).values(indexed=True))


def _documents(connection: Connection, versions: list[int]) -> Iterator[tuple[int, str, str]]:
    paragraphs: dict[tuple[int, int], list[str]] = {}
    for row in connection.execute(
        select(t.Paragraph.version_id, t.Paragraph.article, t.Paragraph.text)
        .where(t.Paragraph.version_id.in_(versions))
        .order_by(t.Paragraph.version_id, t.Paragraph.article, t.Paragraph.position)
    ):
        paragraphs.setdefault((row.version_id, row.article), []).append(spaced(row.text))
    for article in connection.execute(
        select(t.Article.version_id, t.Article.position, t.Article.title, t.Article.subtitle)
        .where(t.Article.version_id.in_(versions))
        .order_by(t.Article.version_id, t.Article.position)
    ):
        body = paragraphs.get((article.version_id, article.position), [])
        heads = filter(None, (article.title, article.subtitle))
        title = _PARAGRAPH.join(spaced(head) for head in heads)
        rowid = (article.version_id << POSITION_BITS) | article.position
        yield rowid, title, _PARAGRAPH.join(body)


def _articles() -> AnySelect:
    said = speaking(Selection())
    return select(
        said.c.identity,
        said.c.issue_id,
        t.Article.version_id,
        t.Article.position.label("article"),
        said.c.day,
        t.Article.title,
    ).join_from(t.Article, said, said.c.version_id == t.Article.version_id)


def _indexed(question: Question) -> AnySelect:
    """Articles by the full-text index, the best first.

    Of a word that stands in very many articles only the latest ``_MOST`` are ranked, unless the
    question is narrowed by something else.
    """
    phrases = " AND ".join(f'"{spaced(word)}"' for word in question.words)
    matches: AnySelect = (
        select(
            literal_column(f"rowid >> {POSITION_BITS}").label("version_id"),
            literal_column(f"rowid & {(1 << POSITION_BITS) - 1}").label("article"),
            literal_column(f"bm25(search, {_TITLE_WEIGHT}, {_TEXT_WEIGHT})").label("rank"),
        )
        .select_from(text("search"))
        .where(text("search MATCH :phrases").bindparams(phrases=phrases))
    )
    if not question.narrowed:
        matches = matches.order_by(text("rowid DESC")).limit(_MOST)
    # Otherwise SQLite would look up every article in the index, instead of every match in articles.
    found = matches.cte("matches").prefix_with("MATERIALIZED")
    return (
        _articles()
        .add_columns(
            found.c.rank,
            select(func.count()).select_from(found).scalar_subquery().label("matched")
            if not question.narrowed
            else literal_column("0").label("matched"),
        )
        .join(
            found,
            and_(
                found.c.version_id == t.Article.version_id,
                found.c.article == t.Article.position,
            ),
        )
    )


def _scanned(question: Question) -> AnySelect:
    """Articles by looking through all texts, unranked: where there is no index."""
    nothing: ColumnClause[int] = literal_column("0")
    query = _articles().add_columns(nothing.label("rank"), nothing.label("matched"))
    for word in question.words:
        in_text = exists().where(
            t.Paragraph.version_id == t.Article.version_id,
            t.Paragraph.article == t.Article.position,
            t.Paragraph.text.icontains(word, autoescape=True),
        )
        query = query.where(in_text | t.Article.title.icontains(word, autoescape=True))
    return query


def _narrowed(query: AnySelect, question: Question) -> AnySelect:
    selected = query.selected_columns
    if question.series is not None:
        name = comparison_key(question.series)
        query = query.join(t.Issue, t.Issue.id == selected.issue_id)
        query = query.where(t.Issue.series_key.contains(name, autoescape=True))
    if question.year is not None:
        query = query.where(selected.day.startswith(str(question.year)))
    for asked, code in (
        (question.unit, t.Contribution.key),
        (question.place, t.Contribution.division),
    ):
        if asked is not None:
            names = (t.Contribution.text, t.Contribution.name)
            query = query.where(
                exists().where(
                    t.Contribution.version_id == t.Article.version_id,
                    t.Contribution.article == t.Article.position,
                    or_(
                        code.startswith(asked, autoescape=True),
                        *(name.contains(asked, autoescape=True) for name in names),
                    ),
                )
            )
    return query


def _hit(connection: Connection, row: AnyRow, words: tuple[str, ...]) -> Hit:
    paragraphs = connection.execute(
        select(t.Paragraph.text)
        .where(t.Paragraph.version_id == row.version_id, t.Paragraph.article == row.article)
        .order_by(t.Paragraph.position)
    ).scalars()
    extracts = tuple(_extracts(paragraphs, words))
    return Hit(row.identity, row.article, row.title, row.day, extracts)


def _extracts(
    paragraphs: Iterable[str], words: tuple[str, ...]
) -> Iterator[tuple[str, tuple[tuple[int, int], ...]]]:
    """The first places where words stand, each with its surroundings."""
    pattern = re.compile("|".join(map(re.escape, words)), re.IGNORECASE)
    count = 0
    for paragraph in paragraphs:
        folded = fold(paragraph)
        places = fold_offsets(paragraph) or range(len(paragraph) + 1)
        spans = [
            (places[match.start()], places[match.end() - 1] + 1)
            for match in pattern.finditer(folded)
        ]
        if spans and count < _EXTRACTS:
            count += 1
            start, end = max(0, spans[0][0] - _BEFORE), spans[0][1] + _AFTER
            inside = tuple((a - start, b - start) for a, b in spans if b <= end)
            yield paragraph[start:end], inside

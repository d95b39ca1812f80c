"""Full-text search over articles, by words of any length.

Chinese is written without blanks, so every Han character is indexed as a word of its own and a
word of the question is a phrase of characters: 工会 and 澧 are found exactly where they stand, as
often as a plain search through all texts would find them. The index holds positions only; extracts
are cut from the stored paragraphs. It grows when it is asked: versions that became live since are
added first; what is no longer live stays in it and is left out when it is found.
"""

import re
import shlex
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    and_,
    column,
    exists,
    func,
    literal,
    or_,
    select,
    text,
    update,
)
from sqlalchemy import table as sql_table
from sqlalchemy.orm import InstrumentedAttribute

from archiver.chinese.fold import comparison_key, fold
from archiver.errors import ArchiverError
from archiver.store import tables as t
from archiver.store.asking import AnyRow, AnySelect, Asking, Selection, speaking
from archiver.store.extracts import Extract, extracts

# An article's row in the index is its version's number and its own, so that no mapping is needed.
POSITION_BITS = 12
_WIDE = re.compile(r"[^\x00-\x7f]+")
_MARK = re.compile(r"[^\w\s]")
# Characters of the private use area, which the index takes for words: a phrase is not found
# across a punctuation mark or the end of a paragraph.
PARAGRAPH, _ANY_MARK = " \ue000 ", " \ue001 "
_WORDS = re.compile(r"\w", re.UNICODE)
_TITLE_WEIGHT = 5
# The usual constants of BM25.
_SATURATION, _LENGTHS = 1.2, 0.75
_BATCH = 2_000
MOST = 500

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


@dataclass(frozen=True, slots=True)
class Hit:
    """An article found; each extract is printed text with the spans ``[start, end)`` of words."""

    identity: str
    article: int
    title: str | None
    day: str
    extracts: tuple[Extract, ...]


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
        """The ``limit`` best of the articles that have all the words, and how many there are.

        Of words that stand in very many articles the ``MOST`` stored last are looked at.
        """
        indexed = self._engine.dialect.name == "sqlite"
        while indexed and self._unindexed():
            # Batches, so that nobody who stores pages waits for long.
            with self._engine.connect().execution_options(writes=True) as writing, writing.begin():
                self._grow(writing)
        matching = _indexed(question) if indexed else _scanned(question)
        with self._reading() as connection:
            rows = connection.execute(_ranked(matching, question.words, limit)).all()
            hits = tuple(_hit(connection, row, question.words) for row in rows)
        total = rows[0].total if rows else 0
        return Found(min(total, MOST), total > MOST, hits)

    def check_filters(self, question: Question) -> None:
        """Raise ArchiverError when one of its filters lets nothing through, whatever the words."""
        series, unit, place = question.series, question.unit, question.place
        year = None if question.year is None else f"{question.year:04}"
        day = speaking(Selection()).c.day
        filters = (
            ("--series", series, _of_series, "coverage"),
            ("--unit", unit, lambda asked: _sent_by(asked, t.Contribution.key), "units"),
            ("--place", place, lambda asked: _sent_by(asked, t.Contribution.division), "units"),
            ("--year", year, day.startswith, "coverage"),
        )
        with self._reading() as connection:
            for option, asked, condition, command in filters:
                if asked and not connection.scalar(exists().where(condition(asked)).select()):
                    raise ArchiverError(
                        f"nothing held matches {option} {asked}; "
                        f"'archiver {command}' lists what there is"
                    )

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
        title = PARAGRAPH.join(spaced(head) for head in heads)
        rowid = (article.version_id << POSITION_BITS) | article.position
        yield rowid, title, PARAGRAPH.join(body)


def _indexed(question: Question) -> AnySelect:
    """Version and number of the articles with all words by the full-text index, latest first."""
    found = sql_table("search", column("rowid"))
    version_id = found.c.rowid.op(">>")(POSITION_BITS)
    article = found.c.rowid.op("&")((1 << POSITION_BITS) - 1)
    phrases = " AND ".join(f'"{spaced(word)}"' for word in question.words)
    # Conditions and no joins: SQLite would begin with the articles, and look up each in the index.
    return (
        select(version_id.label("version_id"), article.label("article"))
        .where(text("search MATCH :phrases").bindparams(phrases=phrases))
        .where(*_asked_for(question, version_id, article))
        .order_by(found.c.rowid.desc())
    )


def _scanned(question: Question) -> AnySelect:
    """The same by looking through all texts: where there is no index."""
    version_id, article = t.Article.version_id, t.Article.position
    query = select(version_id, article.label("article"))
    for word in question.words:
        in_text = exists().where(
            t.Paragraph.version_id == version_id,
            t.Paragraph.article == article,
            t.Paragraph.text.icontains(word, autoescape=True),
        )
        query = query.where(in_text | t.Article.title.icontains(word, autoescape=True))
    return query.where(*_asked_for(question, version_id, article)).order_by(
        version_id.desc(), article.desc()
    )


def _asked_for(
    question: Question,
    version_id: ColumnElement[int] | InstrumentedAttribute[int],
    article: ColumnElement[int] | InstrumentedAttribute[int],
) -> Iterator[ColumnElement[bool]]:
    """Conditions: a version that speaks for a record, and what narrows the question."""
    # Sets that are made once come first: a version's own row is large, and slow to look at.
    if question.series is not None:
        yield version_id.in_(select(t.Issue.version_id).where(_of_series(question.series)))
    for asked, code in (
        (question.unit, t.Contribution.key),
        (question.place, t.Contribution.division),
    ):
        if asked is not None:
            sent = _sent_by(asked, code)
            yield version_id.in_(select(t.Contribution.version_id).where(sent))
            yield exists().where(
                t.Contribution.version_id == version_id, t.Contribution.article == article, sent
            )
    said = speaking(Selection())
    speaks = exists().where(said.c.version_id == version_id)
    if question.year is not None:
        year = f"{question.year:04}"
        dated = select(t.Issue.version_id).where(t.Issue.date_start.is_not(None))
        in_year = dated.where(t.Issue.date_start.startswith(year))
        yield or_(version_id.in_(in_year), version_id.not_in(dated))
        speaks = speaks.where(said.c.day.startswith(year))
    yield speaks


def _of_series(name: str) -> ColumnElement[bool]:
    return t.Issue.series_key.contains(comparison_key(name), autoescape=True)


def _sent_by(asked: str, code: InstrumentedAttribute[str | None]) -> ColumnElement[bool]:
    names = (t.Contribution.text, t.Contribution.name)
    return or_(
        code.startswith(asked, autoescape=True),
        *(name.contains(asked, autoescape=True) for name in names),
    )


def _ranked(matching: AnySelect, words: Sequence[str], limit: int) -> AnySelect:
    """The best of the latest matches: where the words stand often, and in the title (BM25).

    How rare a word is plays no part: finding that out means to look at every place where it stands.
    """
    # One more than are ranked, to know whether there are more.
    found = matching.limit(MOST + 1).cte("found").prefix_with("MATERIALIZED")
    latest = select(found, func.count().over().label("total")).limit(MOST).cte("latest")
    here = (latest.c.version_id, latest.c.article)
    texts = (
        select(
            *here,
            latest.c.total,
            (func.coalesce(func.sum(func.length(t.Paragraph.text)), 0) + 1.0).label("length"),
            *(
                func.coalesce(func.sum(_times(word, t.Paragraph.text)), 0.0).label(f"times{n}")
                for n, word in enumerate(words)
            ),
        )
        .outerjoin(
            t.Paragraph, and_(t.Paragraph.version_id == here[0], t.Paragraph.article == here[1])
        )
        .group_by(*here, latest.c.total)
        .cte("texts")
    )
    said = speaking(Selection())
    long = 1 - _LENGTHS + _LENGTHS * texts.c.length / func.avg(texts.c.length).over()
    score: ColumnElement[float] = literal(0.0)
    for n, word in enumerate(words):
        in_title = _times(word, func.coalesce(t.Article.title, ""))
        # Words printed with blanks or wide letters in them are not counted, but stand there.
        times = texts.c[f"times{n}"] + _TITLE_WEIGHT * in_title + 1.0
        score += times / (times + _SATURATION * long)
    return (
        select(said.c.identity, texts.c.version_id, texts.c.article, said.c.day, t.Article.title)
        .add_columns(texts.c.total)
        .select_from(texts)
        .join(said, said.c.version_id == texts.c.version_id)
        .join(
            t.Article,
            and_(
                t.Article.version_id == texts.c.version_id,
                t.Article.position == texts.c.article,
            ),
        )
        .order_by(score.desc(), said.c.identity, texts.c.article)
        .limit(limit)
    )


def _times(
    word: str, printed: ColumnElement[str] | InstrumentedAttribute[str]
) -> ColumnElement[Any]:
    """How often ``word`` stands in a text."""
    rest = func.replace(func.lower(printed), word.lower(), "")
    return (func.length(printed) - func.length(rest)) / float(len(word))


def _hit(connection: Connection, row: AnyRow, words: tuple[str, ...]) -> Hit:
    paragraphs = connection.execute(
        select(t.Paragraph.text)
        .where(t.Paragraph.version_id == row.version_id, t.Paragraph.article == row.article)
        .order_by(t.Paragraph.position)
    ).scalars()
    found = tuple(extracts(paragraphs, words))
    return Hit(row.identity, row.article, row.title, row.day, found)

"""Finding the copies of a page's articles among all live articles, and noting them."""

from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy import Connection, bindparam, func, select

from archiver.store import tables as t
from archiver.store.copies import resemblance
from archiver.store.identity import ArticleText
from archiver.store.inserts import Inserts

# A copy shares a fifth of the bands and more; where many texts share some, the first ones count.
_CANDIDATES = 30
# Until the end of the transaction; the number is any that nothing else in the database locks.
_ONE_AT_A_TIME = select(func.pg_advisory_xact_lock(0x636F70696573))
_DIGEST = select(t.Article.text_digest).where(
    t.Article.version_id == bindparam("version_id"), t.Article.position == bindparam("article")
)
_PARAGRAPHS = (
    select(t.Paragraph.text)
    .where(
        t.Paragraph.version_id == bindparam("version_id"),
        t.Paragraph.article == bindparam("article"),
    )
    .order_by(t.Paragraph.position)
)


def link_copies(
    connection: Connection,
    inserts: Inserts,
    sketches: Sequence[tuple[int, str, list[int]]],
    version_id: int,
) -> None:
    """Keep the sketches of a stored version's articles and note whose texts resemble theirs.

    ``sketches`` are number, text digest and sketch of each article. What is noted follows from the
    texts alone, so that it is the same in whatever order pages are stored. Equal texts need no
    note: their articles have the same ``text_digest``.
    """
    if sketches and connection.dialect.name == "postgresql":
        # Two who look at once would not see each other's texts; SQLite has one writer at a time.
        connection.execute(_ONE_AT_A_TIME)
    for article, digest, sketch in sketches:
        # Asked before the text's own sketch is there: most texts then meet no candidate at all.
        near = inserts.sharing(connection, sketch, _CANDIDATES)
        inserts.missing(connection, "bands", [(band, version_id, article) for band in sketch])
        others = list(_others(connection, digest, near))
        if not others:
            continue
        text = _text(connection, version_id, article)
        pairs = [
            (min(digest, other), max(digest, other), found)
            for other, place in others
            if (found := resemblance(text, _text(connection, *place))) is not None
        ]
        if pairs:
            inserts.missing(connection, "copies", pairs)


def _others(
    connection: Connection, digest: str, candidates: Iterable[tuple[int, int]]
) -> Iterator[tuple[str, tuple[int, int]]]:
    """Digests of the candidates' texts that are not ``digest``, each once, with their places."""
    seen = {digest}
    for version_id, article in candidates:
        place = {"version_id": version_id, "article": article}
        other = connection.execute(_DIGEST, place).scalar()
        # Sketches of readings that are no longer live stay behind; their articles are gone.
        if other is not None and other not in seen:
            seen.add(other)
            yield other, (version_id, article)


def _text(connection: Connection, version_id: int, article: int) -> str:
    place = {"version_id": version_id, "article": article}
    return ArticleText(connection.execute(_PARAGRAPHS, place).scalars()).joined

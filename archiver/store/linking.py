"""Finding the copies of a page's articles among all live articles, and noting them."""

from collections.abc import Iterable, Iterator

from sqlalchemy import Connection, bindparam, select

from archiver.records import Article
from archiver.store import tables as t
from archiver.store.copies import are_copies, bands
from archiver.store.identity import ArticleText
from archiver.store.inserts import Inserts

# A copy shares a fifth of the bands and more; where many texts share some, the first ones count.
_CANDIDATES = 30
_ARTICLE = select(t.Article.title, t.Article.text_digest).where(
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
    articles: Iterable[tuple[Article, ArticleText]],
    version_id: int,
) -> None:
    """Keep the sketches of a version's articles and note whose texts resemble theirs.

    Equal texts need no note: their articles have the same ``text_digest``.
    """
    for article, text in articles:
        sketch = bands(text.joined)
        if not sketch or text.digest is None:
            continue
        near = inserts.sharing(connection, sketch, _CANDIDATES)
        elsewhere = [place for place in near if place[0] != version_id]
        pairs = [
            (min(text.digest, other), max(text.digest, other), similarity)
            for other, similarity in _copies(connection, article, text, elsewhere)
        ]
        if pairs:
            inserts.missing(connection, "copies", pairs)
        rows = [(band, version_id, article.order) for band in sketch]
        inserts.missing(connection, "bands", rows)


def _copies(
    connection: Connection,
    article: Article,
    text: ArticleText,
    candidates: Iterable[tuple[int, int]],
) -> Iterator[tuple[str, float]]:
    """Digests of those candidates that are copies of the article's text, with similarities."""
    judged = {text.digest}
    for version_id, position in candidates:
        place = {"version_id": version_id, "article": position}
        other = connection.execute(_ARTICLE, place).one_or_none()
        # Sketches of readings that are no longer live stay behind; their articles are gone.
        if other is None or other.text_digest in judged:
            continue
        judged.add(other.text_digest)
        words = ArticleText(connection.execute(_PARAGRAPHS, place).scalars()).joined
        found = are_copies(article.title or "", text.joined, other.title or "", words)
        if found is not None:
            yield other.text_digest, found

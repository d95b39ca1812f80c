"""Finding the copies of a page's articles among all live articles, and noting them."""

from collections.abc import Iterable, Iterator

from sqlalchemy import Connection, func, select

from archiver.records import Article, Page
from archiver.store import tables as t
from archiver.store.copies import are_copies, bands, joined
from archiver.store.identity import text_digest
from archiver.store.inserts import Inserts

# A copy shares a fifth of the bands and more; where many texts share some, the first ones count.
_CANDIDATES = 30


def link_copies(connection: Connection, inserts: Inserts, page: Page, version_id: int) -> None:
    """Keep the sketches of the page's articles and note whose texts resemble theirs.

    Equal texts need no note: their articles have the same ``text_digest``.
    """
    for article in page.articles:
        texts = [paragraph.text for paragraph in article.paragraphs]
        sketch = bands(joined(texts))
        digest = text_digest(texts)
        if not sketch or digest is None:
            continue
        pairs = [
            (min(digest, other), max(digest, other), similarity)
            for other, similarity in _copies(connection, article, digest, sketch, version_id)
        ]
        if pairs:
            inserts.missing(connection, "copies", pairs)
        rows = [(band, version_id, article.order) for band in sketch]
        inserts.missing(connection, "bands", rows)


def _copies(
    connection: Connection, article: Article, digest: str, sketch: list[int], version_id: int
) -> Iterator[tuple[str, float]]:
    """Digests of texts of other pages that are copies of the article's, with similarities."""
    shared = func.count().label("shared")
    candidates = connection.execute(
        select(t.Article.version_id, t.Article.position, t.Article.title, t.Article.text_digest)
        .join(
            t.Band,
            (t.Band.version_id == t.Article.version_id) & (t.Band.article == t.Article.position),
        )
        .where(
            t.Band.band.in_(sketch),
            t.Article.version_id != version_id,
            t.Article.text_digest != digest,
        )
        .group_by(t.Article.version_id, t.Article.position)
        .order_by(shared.desc(), t.Article.text_digest)
        .limit(_CANDIDATES)
    ).all()
    text = joined(paragraph.text for paragraph in article.paragraphs)
    for candidate in {row.text_digest: row for row in candidates}.values():
        other = joined(_texts(connection, candidate.version_id, candidate.position))
        found = are_copies(article.title or "", text, candidate.title or "", other)
        if found is not None:
            yield candidate.text_digest, found


def _texts(connection: Connection, version_id: int, article: int) -> Iterable[str]:
    return connection.execute(
        select(t.Paragraph.text)
        .where(t.Paragraph.version_id == version_id, t.Paragraph.article == article)
        .order_by(t.Paragraph.position)
    ).scalars()

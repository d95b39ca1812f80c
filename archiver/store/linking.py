"""Finding the copies of a page's articles among all live articles, and noting them."""

from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy import Connection, bindparam, select

from archiver.records import Article, Page
from archiver.store import tables as t
from archiver.store.copies import bands, resemblance
from archiver.store.identity import ArticleText, article_texts
from archiver.store.inserts import Inserts

# A copy shares a fifth of the bands and more; where many texts share some, the first ones count.
_CANDIDATES = 30
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


Sketches = Sequence[Sequence[int]]


def sketches(texts: Iterable[ArticleText]) -> Sketches:
    """The sketch of each text, by which its copies are found."""
    return [bands(text.joined) for text in texts]


def page_sketches(page: Page) -> Sketches:
    """The sketches of a page's articles, made by whoever has time for it before it is stored."""
    return sketches(article_texts(page))


def link_copies(
    connection: Connection,
    inserts: Inserts,
    articles: Iterable[tuple[Article, ArticleText, Sequence[int]]],
    version_id: int,
) -> None:
    """Keep the sketches of a version's articles and note whose texts resemble theirs.

    What is noted follows from the texts alone, so that it is the same in whatever order pages are
    stored. Equal texts need no note: their articles have the same ``text_digest``.
    """
    for article, text, sketch in articles:
        if text.digest is None or not sketch:
            continue
        # Asked before the text's own sketch is there: most texts then meet no candidate at all.
        near = inserts.sharing(connection, sketch, _CANDIDATES)
        inserts.missing(connection, "bands", [(band, version_id, article.order) for band in sketch])
        pairs = [
            (min(text.digest, other), max(text.digest, other), similarity)
            for other, similarity in _resembling(connection, text, near)
        ]
        if pairs:
            inserts.missing(connection, "copies", pairs)


def _resembling(
    connection: Connection, text: ArticleText, candidates: Iterable[tuple[int, int]]
) -> Iterator[tuple[str, float]]:
    """Digests of those candidates that resemble ``text``, with similarities."""
    judged = {text.digest}
    for version_id, position in candidates:
        place = {"version_id": version_id, "article": position}
        digest = connection.execute(_DIGEST, place).scalar()
        # Sketches of readings that are no longer live stay behind; their articles are gone.
        if digest is None or digest in judged:
            continue
        judged.add(digest)
        other = ArticleText(connection.execute(_PARAGRAPHS, place).scalars()).joined
        found = resemblance(text.joined, other)
        if found is not None:
            yield digest, found

"""How sure a reading is: from title, boundary, contributor, text and order."""

from collections.abc import Sequence

from archiver.parsers.bulletin.article import Reading
from archiver.parsers.bulletin.shapes import ends_sentence
from archiver.parsers.bulletin.titles import Start
from archiver.parsers.lines import Line
from archiver.records import Article


def of_article(start: Start | None, reading: Reading, *, ordered: bool, with_toc: bool) -> float:
    """0.35 title + 0.25 boundary + 0.15 contributor + 0.15 plausible text + 0.10 order."""
    if start is None:
        title = 0.6 if reading.signed else 0.3
    elif start.entry is not None:
        title = start.score
    else:
        title = min(start.score, 0.9) if not with_toc else start.score * 0.7
    boundary = 1.0 if start is None or start.boundary else 0.5
    contributor = 1.0 if reading.contributors else 0.4
    long = any(len(p.text) >= 40 for p in reading.paragraphs)
    closed = bool(reading.paragraphs) and ends_sentence(reading.paragraphs[-1].text)
    text = 0.5 * long + 0.5 * closed
    total = 0.35 * title + 0.25 * boundary + 0.15 * contributor + 0.15 * text + 0.10 * ordered
    return round(total, 3)


def of_issue(articles: Sequence[Article], body: Sequence[Line]) -> float:
    """The mean of the articles times the share of the body's characters they hold."""
    if not articles:
        return 0.5
    mean = sum(a.confidence for a in articles) / len(articles)
    text = sum(len(line.folded) for line in body)
    held = sum(len(p.text) for a in articles for p in a.paragraphs)
    return round(mean * min(1.0, 1.15 * held / text) if text else mean, 3)

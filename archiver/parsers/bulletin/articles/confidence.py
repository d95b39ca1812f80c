"""How sure a reading is: from title, boundary, contributor, text and order."""

from collections.abc import Sequence
from typing import Final

from archiver.chinese.fold import fold
from archiver.parsers.bulletin.articles.reading import Reading
from archiver.parsers.bulletin.shapes import ends_sentence, heading_kind
from archiver.parsers.bulletin.titles.titles import Start
from archiver.parsers.lines import Line
from archiver.records import Article

_DOUBT: Final = 0.12
_DOUBTFUL: Final = 0.7  # an article that may not begin where it was taken to
_SENTENCE: Final = 16  # characters of running text, at least
_HEADING: Final = 30  # characters of a heading, at most


def of_article(start: Start | None, reading: Reading, *, ordered: bool, with_toc: bool) -> float:
    """0.35 title + 0.25 boundary + 0.15 contributor + 0.15 plausible text + 0.10 order, less what
    lines that look like titles within the text cast doubt on it."""
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
    return round(total - _DOUBT * _holds_headings(reading), 3)


def _holds_headings(reading: Reading) -> bool:
    """Whether a short line between sentences ends none: it may be a title that was not told."""
    texts = [
        p.text.rstrip()
        for p in reading.paragraphs
        if p.kind == "body" or (p.kind == "heading1" and heading_kind(fold(p.text)) is None)
    ]
    sentences = [len(text) >= _SENTENCE and ends_sentence(text) for text in texts]
    return any(sentences) and any(
        len(text) <= _HEADING and not ends_sentence(text) and text[-1] not in ":：,，;；)）"
        for text in texts
    )


def beside_doubtful(articles: Sequence[Article]) -> list[Article]:
    """The articles with doubt cast on each that a doubtful one follows: it ends where that begins,
    and may go on."""
    out = list(articles)
    for n, after in enumerate(articles[1:]):
        if after.confidence < _DOUBTFUL:
            less = round(out[n].confidence - _DOUBT, 3)
            out[n] = out[n].model_copy(update={"confidence": less})
    return out


def of_issue(articles: Sequence[Article], body: Sequence[Line]) -> float:
    """The mean of the articles times the share of the body's characters they hold."""
    if not articles:
        return 0.5
    mean = sum(a.confidence for a in articles) / len(articles)
    text = sum(len(line.folded) for line in body)
    held = sum(len(p.text) for a in articles for p in a.paragraphs)
    return round(mean * min(1.0, 1.15 * held / text) if text else mean, 3)

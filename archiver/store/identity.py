"""When two pages, issues, texts or paragraphs are the same one."""

import hashlib
from collections.abc import Iterable, Iterator
from typing import Final

from archiver.chinese.fold import comparison_key, fold
from archiver.records import Issue, Page

_ANCHOR_DIGITS: Final = 8


def series_key(issue: Issue) -> tuple[str, str | None, str]:
    """Key, division and comparison name of the issue's series, taken from the printed key."""
    if issue.key:
        division, name = issue.key.split(":")[:2]
        return f"{division}:{name}", division, name
    name = comparison_key(issue.series or "")
    return f":{name}", None, name


def unit_context(page: Page, site: str) -> str:
    """Where a unit is printed: the key of the issue's series, else of the site.

    Inside one context a printed name means one unit, or one for each place it resolves to.
    """
    return series_key(page.issue)[0] if page.issue else site


def words(text: str) -> str:
    """``text`` folded and without blanks: what two copies of a text share."""
    return "".join(fold(text).split())


class ArticleText:
    """The words of an article, folded once for everything that compares them.

    ``paragraphs`` are the words of each paragraph, ``joined`` all of them, ``digest`` their
    SHA-256 (hex), None when there are no words.
    """

    __slots__ = ("digest", "joined", "paragraphs")

    def __init__(self, paragraphs: Iterable[str]) -> None:
        self.paragraphs = [words(text) for text in paragraphs]
        self.joined = "".join(self.paragraphs)
        self.digest = _sha256(self.joined) if self.joined else None

    def anchors(self) -> Iterator[str]:
        """A name for each paragraph, made from its words.

        A paragraph keeps its name when others are added or removed; the second of equal ones ends
        in ``.2``.
        """
        seen: dict[str, int] = {}
        for text in self.paragraphs:
            name = _sha256(text)[:_ANCHOR_DIGITS]
            count = seen[name] = seen.get(name, 0) + 1
            yield name if count == 1 else f"{name}.{count}"


def article_texts(page: Page) -> list[ArticleText]:
    """The text of each of the page's articles."""
    return [ArticleText(p.text for p in article.paragraphs) for article in page.articles]


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()

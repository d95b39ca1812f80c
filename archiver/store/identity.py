"""When two pages, issues, texts or paragraphs are the same one."""

import hashlib
from collections.abc import Iterable

from archiver.chinese.fold import comparison_key, fold
from archiver.records import Issue

_ANCHOR_DIGITS = 8


def series_key(issue: Issue) -> tuple[str, str | None, str]:
    """Key, division and comparison name of the issue's series, taken from the printed key."""
    if issue.key:
        division, name = issue.key.split(":")[:2]
        return f"{division}:{name}", division, name
    name = comparison_key(issue.series or "")
    return f":{name}", None, name


def words(text: str) -> str:
    """``text`` folded and without blanks: what two copies of a text share."""
    return "".join(fold(text).split())


def text_digest(paragraphs: Iterable[str]) -> str | None:
    """SHA-256 (hex) of the words of all paragraphs; None when there are no words."""
    text = "".join(map(words, paragraphs))
    return _sha256(text) if text else None


def anchors(paragraphs: Iterable[str]) -> list[str]:
    """One name for each paragraph of an article, made from its words.

    A paragraph keeps its name when others are added or removed; the second of equal ones ends in
    ``.2``.
    """
    seen: dict[str, int] = {}
    names = []
    for text in paragraphs:
        name = _sha256(words(text))[:_ANCHOR_DIGITS]
        count = seen[name] = seen.get(name, 0) + 1
        names.append(name if count == 1 else f"{name}.{count}")
    return names


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()

"""When two pages, issues, texts or paragraphs are the same one."""

import hashlib
from collections.abc import Iterable
from urllib.parse import urlsplit, urlunsplit

from w3lib.url import canonicalize_url

from archiver.chinese.fold import comparison_key, fold
from archiver.records import Issue

_DEFAULT_PORTS = {"http": 80, "https": 443}
_ANCHOR_DIGITS = 8


def page_url(url: str) -> str:
    """The normalised form of ``url``: no fragment, no default port, parameters in order."""
    parts = urlsplit(canonicalize_url(url))
    try:
        port = parts.port
    except ValueError:
        return urlunsplit(parts)
    if port is not None and port == _DEFAULT_PORTS.get(parts.scheme):
        parts = parts._replace(netloc=parts.netloc.rpartition(":")[0])
    return urlunsplit(parts)


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

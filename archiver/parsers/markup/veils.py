"""Texts that a style keeps unseen until a script has loaded; they are the page's own."""

from collections.abc import Mapping
from typing import Final

from archiver.parsers.markup.style import read_style
from archiver.parsers.markup.tagstream import DEPTH, TagStream, TooDeepError

_SENTENCES: Final = 3
_LINKS: Final = 3


def veiled_prose(page: bytes) -> frozenset[int]:
    """Which elements of a page in UTF-8, counted from 1, are veiled and hold several sentences."""
    veils = _Veils()
    TagStream(veils).feed(page)
    return frozenset(veils.prose)


class _Veils:
    def __init__(self) -> None:
        self.prose: list[int] = []
        self._elements = 0
        self._sentences = 0
        self._links = 0
        self._open: list[tuple[int, int, int] | None] = []

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        self._elements += 1
        veiled = read_style(attributes.get("style", "")).veiled
        before = (self._elements, self._sentences, self._links)
        self._open.append(before if veiled else None)
        self._links += tag == "a"
        if len(self._open) > DEPTH:
            raise TooDeepError

    def data(self, text: str) -> None:
        self._sentences += text.count("。")

    def end(self, _tag: str) -> None:
        before = self._open.pop()
        if before is None:
            return
        element, sentences, links = before
        if self._sentences - sentences >= _SENTENCES and self._links - links <= _LINKS:
            self.prose.append(element)

    def close(self) -> None:
        """Every element has ended."""

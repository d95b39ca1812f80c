"""HTML as a stream of tags and texts, as lxml understands it, without the tree."""

from collections.abc import Iterator, Mapping
from typing import Any, Final, Protocol, cast

from lxml import etree

DEPTH: Final = 2000  # elements in each other; what nests deeper was made to exhaust its reader
_PIECE: Final = 65_536  # bytes; nothing behind the piece with the deepest tag is looked at


class TooDeepError(Exception):
    """Raised by a target at an element that is nested deeper than ``DEPTH``."""


class Target(Protocol):
    """What is told of every tag, text and comment, in order; every element that begins ends."""

    def start(self, tag: str, attributes: Mapping[str, str], /) -> None:
        """An element begins."""

    def end(self, tag: str, /) -> None:
        """The element that began last and has not ended ends."""

    def data(self, text: str, /) -> object:
        """A piece of a text."""

    def close(self) -> None:
        """The page has ended."""


class TagStream:
    """A parser that tells one target of page after page.

    lxml looks at the methods of every new target for as long as it reads a tenth of a page.
    """

    def __init__(self, target: Target) -> None:
        self._target = target
        self._parser = _parser_for(target)

    def feed(self, page: bytes) -> bool:
        """Tell the target all of ``page``, in UTF-8; False when it was stopped by the depth."""
        try:
            for piece in _pieces(page):
                self._parser.feed(piece)
            self._parser.close()
        except TooDeepError:
            self._parser = _parser_for(self._target)
            return False
        return True


def _pieces(page: bytes) -> Iterator[bytes]:
    """Pieces of whole characters; of an empty page an empty one."""
    at = 0
    while at + _PIECE < len(page):
        stop = at + _PIECE
        while page[stop] & 0xC0 == 0x80:  # within a character
            stop -= 1
        yield page[at:stop]
        at = stop
    yield page[at:]


def _parser_for(target: Target) -> etree.HTMLParser:
    return etree.HTMLParser(target=cast(Any, target), huge_tree=True, encoding="utf-8")

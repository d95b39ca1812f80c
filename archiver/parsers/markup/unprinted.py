"""Links without text of their own: icons beside names of files, covers stretched over cards."""

from collections.abc import Sequence
from typing import Final

from archiver.parsers.lines import Anchor
from archiver.parsers.markup.rawline import RawLine
from archiver.parsers.markup.script import SCRIPTED

_NEAR: Final = 5  # lines
_HEADINGS: Final = ("h2", "h3", "h4", "h5", "h6")
_SEVERAL: Final = 3  # cards
_PICTURES: Final = (".jpg", ".jpeg", ".png", ".gif", ".bmp")


class UnprintedLinks:
    """Finds the line that such a link stands beside and is the link of.

    It is the line that says what the link is titled; without a title the heading behind it, where
    several headings of the page stand so.
    """

    def __init__(self) -> None:
        self.waiting: Anchor | None = None
        self._left = 0  # lines that may still be the one
        self._covers: list[tuple[RawLine, Anchor]] = []

    def add(self, anchor: Anchor, lines: Sequence[RawLine]) -> None:
        """A link has ended without text; ``lines`` stand before it."""
        if anchor.href[:1] in SCRIPTED or anchor.href.lower().endswith(_PICTURES):
            return
        for line in reversed(lines[-_NEAR:]) if anchor.text else ():
            if not line.anchors and line.text.strip() == anchor.text:
                line.anchors = (anchor,)
                return
        self.waiting = anchor
        self._left = _NEAR

    def offer(self, line: RawLine) -> None:
        """A line has ended behind the link that waits for its own."""
        anchor = self.waiting
        self._left -= 1
        if anchor is None or line.anchors:
            self.waiting = None
            return
        if anchor.text and line.text.strip() == anchor.text:
            line.anchors = (anchor,)
            self.waiting = None
        elif not anchor.text and line.tag in _HEADINGS:
            self._covers.append((line, anchor._replace(text=line.text.strip())))
            self.waiting = None
        elif not self._left:
            self.waiting = None

    def end(self) -> None:
        """The page has ended: one heading behind an empty link is chance."""
        for line, anchor in self._covers if len(self._covers) >= _SEVERAL else ():
            line.anchors = (anchor,)

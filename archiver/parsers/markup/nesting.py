"""The blocks of a page: where each begins and ends, and which stands in which."""

from archiver.parsers.lines import Block
from archiver.parsers.markup.beside import Attributes
from archiver.parsers.markup.rawline import RawLine
from archiver.parsers.markup.tables import Tables


class Nesting:
    """The ``blocks`` so far, and those of them that are open, over the page's lines."""

    def __init__(self, lines: list[RawLine]) -> None:
        self.blocks: list[Block] = []
        self._lines = lines
        self._open = [-1]
        self._tables = Tables(lines, self.blocks)

    def begin(self, tag: str, attributes: Attributes) -> None:
        """A block begins at the next line."""
        block = len(self.blocks)
        mark = _mark_of(attributes) if attributes else ""
        self.blocks.append(Block(tag, mark, self._open[-1], len(self._lines)))
        self._open.append(block)
        if tag == "table" or (tag == "tr" and self._tables.open):
            self._tables.begin(block)

    def end(self) -> None:
        """The block that began last ends with the last line."""
        block = self.blocks[self._open.pop()]
        block.last = len(self._lines)
        if self._tables.open:
            self._tables.end(block)

    def innermost(self) -> tuple[int, str]:
        """The block that began last and has not ended, and its tag."""
        block = self._open[-1]
        return block, self.blocks[block].tag if block >= 0 else ""


def _mark_of(attributes: Attributes) -> str:
    names = attributes.get("class", "")
    if "id" in attributes:
        names = f"{attributes['id']} {names}"
    return names.lower().strip()

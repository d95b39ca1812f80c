"""The text of a docx document: its paragraphs and tables in order.

The package is a ZIP file with the text as XML; ``zipfile`` and lxml read just that, where a library
for making documents would open styles, pictures and all.
"""

from collections.abc import Mapping
from typing import Any

from lxml import etree

from archiver.parsers.attached.package import MOST_BYTES, UNREADABLE, main_part, opened, part
from archiver.parsers.attached.told import Told, told

# A text box is stored twice, for new readers and for old ones; moved text at both its places; and
# the ``tab`` of tab stops is no tab.
_SKIPPED = frozenset(("Fallback", "moveFrom", "tabs"))
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


def docx_text(body: bytes) -> Told:
    """The text of a document, notes and headers excepted; a row of a table is one line."""
    try:
        with opened(body) as package:
            xml = part(package, main_part(package))
    except UNREADABLE:
        return Told(None, "damaged")
    except RuntimeError:
        return Told(None, "encrypted")
    if len(xml) > MOST_BYTES:
        return Told(None, "too_large")
    if b"<!DOCTYPE" in xml:  # no such document has one, but a trap of entities has
        return Told(None, "damaged")
    lines = _Lines()
    try:
        etree.fromstring(
            xml, etree.XMLParser(target=lines, resolve_entities=False, no_network=True)
        )
    except etree.XMLSyntaxError:
        return told(lines.found, "damaged")
    return told(lines.found)


class _Lines:
    """Takes a document as it is parsed, without a tree: one may be of millions of elements."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self._paragraphs: list[list[str]] = []
        self._rows: list[list[str]] = []
        self._cells: list[list[str]] = []
        self._opened = {"p": self._paragraphs, "tr": self._rows, "tc": self._cells}
        self._skipped = 0
        self._in_text = False

    def start(self, tag: str | bytes, attrib: Mapping[Any, Any]) -> None:  # noqa: ARG002
        name = _name(tag)
        if name in _SKIPPED:
            self._skipped += 1
        elif not self._skipped:
            self._in_text = name == "t"
            if (opened := self._opened.get(name)) is not None:
                opened.append([])

    def data(self, data: str | bytes) -> None:
        if self._in_text and self._paragraphs:
            self._paragraphs[-1].append(str(data))

    def end(self, tag: str | bytes) -> None:
        name = _name(tag)
        self._in_text = False
        if name in _SKIPPED:
            self._skipped -= 1
        elif self._skipped:
            return
        elif name == "p" and self._paragraphs:
            self._put("".join(self._paragraphs.pop()))
        elif name == "tc" and self._cells:
            cell = " ".join(filter(None, (text.strip() for text in self._cells.pop())))
            if self._rows:
                self._rows[-1].append(cell)
        elif name == "tr" and self._rows:
            self._put("\t".join(self._rows.pop()))
        elif name in _SIGNS and self._paragraphs:
            self._paragraphs[-1].append(_SIGNS[name])

    def comment(self, text: str | bytes) -> None:
        pass

    def close(self) -> None:
        pass

    def _put(self, text: str) -> None:
        (self._cells[-1] if self._cells else self.found).extend(text.split("\n"))


def _name(tag: str | bytes) -> str:
    return str(tag).rpartition("}")[2]

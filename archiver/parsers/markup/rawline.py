"""A printed line of a page as the walk over its tags leaves it."""

from dataclasses import dataclass

from archiver.parsers.lines import Anchor
from archiver.parsers.markup.states import State


@dataclass(slots=True, init=False)  # as Line
class RawLine:
    """A line before numbering; ``size`` is in pixels."""

    text: str
    state: State
    bold: bool
    tag: str
    blank_before: int
    rule_before: bool
    block: int
    anchors: tuple[Anchor, ...]
    indent: int
    lead: int
    table: int | None
    pieces: tuple[str, ...]

    def __init__(
        self,
        text: str,
        state: State,
        bold: bool,
        tag: str,
        blank_before: int,
        rule_before: bool,
        block: int,
        anchors: tuple[Anchor, ...],
        indent: int = 0,
        lead: int = 0,
        table: int | None = None,
        pieces: tuple[str, ...] = (),
    ) -> None:
        self.text = text
        self.state = state
        self.bold = bold
        self.tag = tag
        self.blank_before = blank_before
        self.rule_before = rule_before
        self.block = block
        self.anchors = anchors
        self.indent = indent
        self.lead = lead
        self.table = table
        self.pieces = pieces

"""What an element changes for the text inside it: its tag, old attributes and inline style."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final, NamedTuple

from archiver.parsers.lines import Align
from archiver.parsers.markup.style import FONT_SIZES, UNSEEN_SIZE, align_of, read_style
from archiver.parsers.markup.tags import BLOCKS, BOLD, SCALES

_BODY_SIZE: Final = 16.0  # pixels, where nothing else is said
_SET_IN: Final = 8.0  # em: a title set in, or who signs
_WHITE: Final = ("#ffffff", "#fff", "white")
RULES: Final = frozenset({*BOLD, *SCALES, "font", "center", "pre", "table", "marquee"})
"""The tags that change the state of their own accord."""

SAYS: Final = frozenset(["style", "align", "hidden", "bgcolor"])
"""The attributes that may change it in any element."""


_Told = tuple[str | None, ...]
_TELLING: Final = ("align", "bgcolor", "hidden")
_OF_TAG: Final = {"font": ("size", "color"), "marquee": ("width", "height")}
_ANY: Final = frozenset(_TELLING)
_UNTOLD: Final[_Told] = (None,) * len(_TELLING)
_NONE_OF_TAG: Final[_Told] = (None, None)


class State(NamedTuple):
    """What applies to the text at one place of the page."""

    align: Align = "left"
    bold: bool = False
    size: float = _BODY_SIZE
    indent: float = 0.0
    hidden: bool = False
    preformatted: bool = False
    pale: bool = False

    @property
    def unseen(self) -> bool:
        """Whether nobody sees the text here; pictures and larger letters within it may be seen."""
        return self.hidden or self.size <= UNSEEN_SIZE


def state_inside(tag: str, attributes: Mapping[str, str], style: str | None, outer: State) -> State:
    """The state inside an element: tag, old attributes, then style; a table starts left again."""
    told = _UNTOLD
    if not _ANY.isdisjoint(attributes):
        told = tuple([attributes.get(name) for name in _TELLING])
    own = _NONE_OF_TAG
    if tag in _OF_TAG:
        own = tuple([attributes.get(name) for name in _OF_TAG[tag]])
    return _state_inside(outer, tag, style, told, own)


@lru_cache(maxsize=4096)
def _state_inside(
    outer: State,
    tag: str,
    style: str | None,
    told: _Told,
    own: _Told,
) -> State:
    align, bold, size, indent, hidden, preformatted, pale = outer
    aligned, ground, absent = told
    if ground:
        pale = pale and ground.lower() in _WHITE
    if tag == "center":
        align = "center"
    elif tag == "table":
        align, indent = "left", 0.0
    elif tag == "pre":
        preformatted = True
    elif tag == "font":
        step, color = own
        size = _font_size(step, size)
        pale = pale if color is None else color.lower() in _WHITE
    elif tag == "marquee":
        hidden = hidden or not {"0", "1"}.isdisjoint(own)
    if tag in BOLD:
        bold = True
    if tag in SCALES:
        size *= SCALES[tag]
    if tag in BLOCKS and tag != "table":
        align = align_of(aligned or "") or align
    if absent is not None:
        hidden = True
    if style:
        said = read_style(style)
        align = said.align or align
        bold = bold if said.bold is None else said.bold
        size = (
            size * (1.0 if said.scale is None else said.scale) if said.size is None else said.size
        )
        indent = indent if said.indent is None else said.indent
        if tag == "p" and said.inset >= _SET_IN:
            indent += said.inset  # less is how texts are set within their block
        hidden = hidden or said.hidden
        preformatted = preformatted or said.preformatted
        pale = pale if said.pale is None else said.pale
    return State(align, bold, size, indent, hidden, preformatted, pale)


def _font_size(value: str | None, size: float) -> float:
    """Pixels of ``<font size=N>``, ``+N`` and ``-N`` counting from 3."""
    match = re.match(r"\s*([+-]?)(\d)", value or "")
    if match is None:
        return size
    step = int(match[2]) * (-1 if match[1] == "-" else 1) + (3 if match[1] else 0)
    return FONT_SIZES[min(max(step, 1), 7) - 1]

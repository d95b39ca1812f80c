"""What inline styles and old attributes say about a line: align, weight, size, indent, hidden."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple

from archiver.parsers.lines import Align

# The seven sizes of <font size=N> and the named CSS sizes, in pixels as browsers show them.
FONT_SIZES: Final = (10.0, 13.0, 16.0, 18.0, 24.0, 32.0, 48.0)
_NAMED: Final = dict(
    zip(
        ("xx-small", "x-small", "small", "medium", "large", "x-large", "xx-large"),
        (9.0, 10.0, 13.0, 16.0, 18.0, 24.0, 32.0),
        strict=True,
    )
)
UNSEEN_SIZE: Final = 1.0
"""Pixels: letters so small nobody sees; what stands within them may be larger."""
_PIXELS: Final = {"px": 1.0, "pt": 4 / 3, "cm": 37.8, "mm": 3.78, "in": 96.0, "": 1.0}
_LENGTH: Final = re.compile(r"(-?\d{0,6}\.?\d{0,4})\s*(px|pt|em|rem|%|cm|mm|in)?")
_SIDES: Final = ("left", "top", "right", "bottom")
_FAR_OUT: Final = -500.0  # pixels: beyond any screen edge
_NOTHING: Final = re.compile(r"0?\.?0+")
_NO_OPACITY: Final = re.compile(r"opacity\s{0,4}=\s{0,4}0\s{0,4}\)")
_COLOR: Final = re.compile(r"#[0-9a-f]{3,8}\b|(?:rgb|hsl)a?\([^()]{1,60}\)|[a-z]{3,24}(?![\w(-])")
_NUMBER: Final = re.compile(r"[\d.]+%?")
_OPAQUE: Final = ("1", "1.0", "100%")
_ELSEWHERE: Final = ("inherit", "initial", "unset", "revert", "currentcolor", "none")
_LONGEST_SHEET: Final = 200_000
_KEPT_SHEETS: Final = 64  # the pages of a site have the same ones
_LONGEST_RULE: Final = 600
_RULE: Final = re.compile(r"[.#]([\w-]{1,40})\s{0,8}\{([^{}]{0,600})\}")
_MAY_HIDE: Final = re.compile(r"none|hidden|-\d{3}|:\s{0,4}[01.]|opacity|clip|transparent|color")
# A rule of one class, perhaps of an element, perhaps within another: .p1, p.MsoTitle, #zoom .p1
_CLASS: Final = re.compile(
    r"(?:.{0,60}\s)?(?:[a-z]{1,10}\d?)?(?P<within>[.#][\w-]{1,40})\s{1,8}[a-z]{0,10}\d?\.(?P<name>[\w-]{1,40})"
    r"|[a-z]{0,10}\d?\.(?P<alone>[\w-]{1,40})"
)
_COMMENT_END: Final = re.compile(r"\*/|<!--")
_OF_TEXT: Final = re.compile(
    r"(?:^|[\s;])((?:text-(?:align|indent)|font(?:-weight|-size)?)\s{0,4}:[^;]{1,80}|display\s{0,4}:\s{0,4}block)"
)
_SPREADING: Final = ("flex", "inline-flex", "grid", "inline-grid")
_BLOCK_DISPLAYS: Final = ("block", "flex", "grid", "table", "list-item")
_ALIGNS: Final[dict[str, Align]] = {
    "left": "left",
    "center": "center",
    "middle": "center",
    "right": "right",
    "justify": "left",
    "start": "left",
    "end": "right",
    "-webkit-center": "center",
    "-moz-center": "center",
    "-webkit-right": "right",
    "-moz-right": "right",
}


class Rule(NamedTuple):
    """What a rule says, and the ``#id`` or ``.class`` it wants around the element."""

    within: str
    said: str


@dataclass(frozen=True, slots=True)
class Style:
    """The few properties that matter here; None is "not said". Sizes are in CSS pixels.

    ``pale`` is white text, which only a ground of another colour shows; ``veiled`` what keeps its
    place unseen, until a script shows it. ``inset`` moves all lines of a block to the right, as
    ``indent`` does the first, in em. ``stands_alone`` is what makes a block of any element,
    ``spreads`` what sets apart the elements it holds, side by side.
    """

    align: Align | None = None
    bold: bool | None = None
    size: float | None = None
    scale: float | None = None
    indent: float | None = None
    inset: float = 0.0
    hidden: bool = False
    preformatted: bool = False
    pale: bool | None = None
    veiled: bool = False
    stands_alone: bool = False
    spreads: bool = False


@lru_cache(maxsize=4096)
def read_style(style: str) -> Style:
    """Read a ``style`` attribute; an unknown or broken declaration says nothing."""
    said: dict[str, str] = {}
    for declaration in style.lower()[:2000].split(";"):
        name, _, value = declaration.partition(":")
        said[name.strip()] = value.replace("!important", "").strip()
    font = said.get("font", "").split()
    size, scale = _font_size(said.get("font-size") or _size_in(font))
    weight = said.get("font-weight") or ("bold" if "bold" in font else "")
    return Style(
        align=align_of(said.get("text-align", "")),
        bold=None if not weight else weight.startswith("bold") or weight[:1] in "6789",
        size=size,
        scale=scale,
        indent=_indent(said.get("text-indent", "")),
        inset=(_indent(said.get("margin-left", "")) or 0.0)
        + (_indent(said.get("padding-left", "")) or 0.0),
        hidden=_is_hidden(said),
        preformatted=said.get("white-space", "").startswith("pre"),
        pale=_is_pale(said),
        veiled=said.get("display") != "none"
        and (said.get("visibility") == "hidden" or _is_clear(said)),
        stands_alone=said.get("display") in _BLOCK_DISPLAYS,
        spreads=said.get("display") in _SPREADING,
    )


def _is_pale(said: dict[str, str]) -> bool | None:
    """White letters with no ground to stand out from; another ground or colour ends that."""
    if _background(said) not in ("", "white"):
        return False
    color = said.get("color")
    return None if color is None else _color(color) == "white"


def align_of(value: str) -> Align | None:
    """The alignment an ``align`` attribute or ``text-align`` names."""
    return _ALIGNS.get(value.strip().lower())


def _length(value: str) -> tuple[float, str] | None:
    match = _LENGTH.match(value)
    if match is None or match[1] in ("", "-", ".", "-."):
        return None
    return float(match[1]), match[2] or ""


def _pixels(value: str) -> float | None:
    length = _length(value)
    return length[0] * _PIXELS[length[1]] if length and length[1] in _PIXELS else None


def _font_size(value: str) -> tuple[float | None, float | None]:
    """Pixels, or the scale on the surrounding size."""
    if value in _NAMED:
        return _NAMED[value], None
    length = _length(value)
    if length is None:
        return None, None
    if length[1] in ("em", "rem"):
        return None, length[0]
    if length[1] == "%":
        return None, length[0] / 100
    return length[0] * _PIXELS[length[1]], None


def _size_in(font: list[str]) -> str:
    """The size in a ``font`` of several values: bold 16px/30px 宋体."""
    sizes = (word.partition("/")[0] for word in font if word[0].isdecimal())
    return next((size for size in sizes if not size.isdecimal()), "")


def _indent(value: str) -> float | None:
    """First-line indent in em (a physical length is taken at 16 pixels an em)."""
    length = _length(value)
    if length is None:
        return None
    if length[1] in ("em", "rem"):
        return length[0]
    return length[0] * _PIXELS[length[1]] / 16 if length[1] in _PIXELS else None


def _is_hidden(said: dict[str, str]) -> bool:
    """Not shown, moved off the screen, transparent, or in a box too small to be seen."""
    if said.get("display") == "none" or said.get("visibility") in ("hidden", "collapse"):
        return True
    if (_indent(said.get("text-indent", "")) or 0.0) * 16 <= _FAR_OUT:
        return True
    if _is_transparent(said):
        return True
    if said.get("position") in ("absolute", "fixed") and any(
        (_indent(said.get(side, "")) or 0.0) * 16 <= _FAR_OUT for side in _SIDES
    ):
        return True
    return said.get("overflow") in ("hidden", "scroll", "auto") and any(
        (length := _pixels(said.get(side, ""))) is not None and length <= 1.0
        for side in ("width", "height", "max-height")
    )


def _hides(style: Style) -> bool:
    return style.hidden or (style.size is not None and style.size <= UNSEEN_SIZE)


def _is_transparent(said: dict[str, str]) -> bool:
    color = _color(said.get("color", ""))
    return (
        _is_clear(said)
        or bool(_NO_OPACITY.search(said.get("filter", "")))
        or said.get("clip", "").startswith("rect(0")
        or color == "transparent"
        or (color != "" and color == _background(said))
    )


def _is_clear(said: dict[str, str]) -> bool:
    return bool(_NOTHING.fullmatch(said.get("opacity", "")))


def _background(said: dict[str, str]) -> str:
    """The colour of the ground, if there is one."""
    color = _color(said.get("background-color") or said.get("background", ""))
    return "" if color == "transparent" else color


def _color(value: str) -> str:
    """A colour in one spelling: #fff, white and rgb(255, 255, 255) are the same.

    Empty where none is named, or that of something around.
    """
    found = _COLOR.match(value)
    if found is None or found[0] in _ELSEWHERE:
        return ""
    name = found[0]
    if name[0] == "#":
        return _of_parts([str(int(part, 16)) for part in _hexadecimals(name[1:])])
    if name.startswith("rgb"):
        *parts, alpha = [*_NUMBER.findall(name), "1"][:4]
        if _NOTHING.fullmatch(alpha.rstrip("%")):
            return "transparent"
        return _of_parts(parts) if alpha in _OPAQUE else name
    return name


def _hexadecimals(digits: str) -> list[str]:
    """The parts of #fff and #ffffff; how opaque they are is left out."""
    if len(digits) < 6:
        return [2 * digit for digit in digits[:3]]
    return [digits[at : at + 2] for at in (0, 2, 4)]


def _of_parts(parts: list[str]) -> str:
    name = f"rgb({','.join(parts[:3])})"
    return {"rgb(255,255,255)": "white", "rgb(0,0,0)": "black"}.get(name, name)


@lru_cache(_KEPT_SHEETS)
def hidden_names(sheet: str) -> frozenset[str]:
    """Classes and ids that a style sheet hides by a rule of their own, in lower case."""
    return frozenset(
        name.lower()
        for name, said in _RULE.findall(sheet[:_LONGEST_SHEET])
        if _MAY_HIDE.search(said) and _hides(read_style(said))
    )


@lru_cache(_KEPT_SHEETS)
def text_rules(sheet: str) -> Mapping[str, Sequence[Rule]]:
    """What a style sheet says of the texts of single classes, as ``style`` attributes say it.

    Programs that turn Word files into pages write nothing else: ``.p1{text-align:center}``; people
    name the element around: ``#zoom .p1``.
    """
    found: dict[str, list[Rule]] = {}
    sheet = sheet[:_LONGEST_SHEET]
    for rule, lowered in zip(sheet.split("}"), sheet.lower().split("}"), strict=True):
        if not ("text-" in lowered or "font" in lowered or "display" in lowered):
            continue
        selectors, _, said = rule.partition("{")
        if len(said) > _LONGEST_RULE or not (told := ";".join(_OF_TEXT.findall(said.lower()))):
            continue
        for selector in _COMMENT_END.split(selectors)[-1].split(","):
            if len(selector) <= _LONGEST_RULE and (named := _CLASS.fullmatch(selector.strip())):
                if named["within"] and read_style(told).hidden:
                    continue  # a picture shows the words
                rule_of = Rule(named["within"] or "", told)
                found.setdefault(named["name"] or named["alone"], []).append(rule_of)
    return found

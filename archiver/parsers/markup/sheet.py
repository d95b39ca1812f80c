"""What a page's style sheets say of an element: by its classes, and by what is open around it."""

from collections.abc import Sequence
from typing import Final

from archiver.parsers.markup.beside import Attributes
from archiver.parsers.markup.states import State
from archiver.parsers.markup.style import Rule, text_rules

Element = tuple[str, Attributes, State]  # one that is open: its tag, attributes, the state around
Sheet = dict[str, list[Rule]]  # what is said of classes

_RULES: Final = 8  # of one class: the last ones hold
_AROUND: Final = 24  # elements between one and the one that a rule wants around it
# Classes by which frameworks hide what they have rendered; their sheets are none of the page.
_HIDING: Final = ("ng-hide", "layui-hide")


def new_sheet(page: bytes) -> Sheet:
    """What is known of a page's classes before its first sheet."""
    hiding = _HIDING if b"-hide" in page else ()
    return {name: [Rule("", "display:none")] for name in hiding}


def add_rules(sheet: Sheet, text: str) -> None:
    """Add what a further sheet of the page says."""
    for name, rules in text_rules(text).items():
        sheet.setdefault(name, []).extend(rules)


def style_of(attributes: Attributes, sheet: Sheet, within: Sequence[Element]) -> str | None:
    """The style of the last element in ``within``: its own, behind what is said of its classes."""
    style = attributes.get("style")
    if not sheet or "class" not in attributes:
        return style
    told = [
        rule.said
        for name in attributes["class"].split()
        for rule in sheet.get(name, ())[-_RULES:]
        if not rule.within or _is_within(rule.within, within)
    ]
    return ";".join([*told, style] if style else told) if told else style


def _is_within(selector: str, within: Sequence[Element]) -> bool:
    """Whether an element with that id or class is open around the last one."""
    name, kind = selector[1:], "id" if selector[0] == "#" else "class"
    around = within[-2 : -2 - _AROUND : -1]
    return any(name in attributes.get(kind, "").split() for _, attributes, _ in around)

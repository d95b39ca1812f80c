"""A page without its tags, whatever is left open in it."""

import re
from typing import Final

_BREAKING: Final = re.compile(
    r"/?(?:p|br|div|tr|li|h[1-6]|table|ul|td|dd|dt|center)\b", re.IGNORECASE
)
_SIGNS: Final = ("/", "!", "?")  # with which a tag may begin, beside letters
_UNREAD: Final = ("!", "s", "S")  # with which comments, scripts and styles begin
_PIECES: Final = 10_000  # joined from time to time: small ones take many times their length


def strip_tags(text: str) -> str:
    """``text`` without tags, comments, scripts and styles; block tags become line breaks.

    Linear in the length of the text, whatever is left open.
    """
    out: list[str] = []
    done: list[str] = []
    at = 0
    closed = {"-->": True, "</script": True, "</style": True}
    lowered = text.lower()
    if len(lowered) != len(text):  # of a few letters of other scripts there is no one small one
        lowered = text
    while (start := text.find("<", at)) >= 0:
        out.append(text[at:start])
        sign = text[start + 1 : start + 2]
        end = _end_of(text[start + 1 : start + 8].lower()) if sign in _UNREAD else ">"
        if not sign.isalpha() and sign not in _SIGNS:
            out.append("<")
            at = start + 1
            continue
        stop = lowered.find(end, start) if closed.get(end, True) else -1
        if stop < 0:
            closed[end] = False
            stop = text.find(">", start) if closed.get(">", True) else -1
            if stop < 0:
                closed[">"] = False
                at = start + 1
                continue
            end = ">"
        if _BREAKING.match(text, start + 1, start + 8):
            out.append("\n")
        if len(out) > _PIECES:
            done.append("".join(out))
            out.clear()
        at = stop + len(end) if end in (">", "-->") else text.find(">", stop) + 1 or len(text)
    return "".join((*done, *out, text[at:]))


def _end_of(head: str) -> str:
    """What ends the tag or the passage that begins so."""
    if head.startswith("!--"):
        return "-->"
    if head.startswith("script"):
        return "</script"
    return "</style" if head.startswith("style") else ">"

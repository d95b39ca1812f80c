"""What a reader makes of a file."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from archiver.records.attached import FileProblem

MOST_CHARACTERS = 2_000_000
"""A thick book; what is longer is cut there."""

_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff\ud800-\udfff]")


class Told(NamedTuple):
    """The text of a file and what is wrong with it."""

    text: str | None
    problem: FileProblem | None = None


def told(lines: Iterable[str], problem: FileProblem | None = None) -> Told:
    """``lines`` as one text, without outer blanks, empty lines and what cannot be printed."""
    kept: list[str] = []
    room = MOST_CHARACTERS
    for line in lines:
        if clean := _UNPRINTABLE.sub("", line).strip():
            if len(clean) > room:
                kept.append(clean[:room])
                problem = problem or "too_large"
                break
            kept.append(clean)
            room -= len(clean) + 1
    return Told("\n".join(kept) or None, problem or (None if kept else "no_text"))

"""Whether a text may hold one of many words: a quick no for nearly every text."""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

_BEGINNING: Final = 3  # signs


def any_of(stems: str) -> re.Pattern[str]:
    """A search for any of the plain words that ``|`` parts."""
    return re.compile("|".join(map(re.escape, stems.split("|"))))


class Stems(NamedTuple):
    """Plain words, and what they begin with: a sign, then one of some, then one of some others.

    Of many words a search tries each in turn wherever one sign of a text could begin one; few
    texts hold such a beginning, and those are found in a third of the time.
    """

    beginnings: re.Pattern[str]
    words: re.Pattern[str]

    @classmethod
    def of(cls, stems: str) -> "Stems":
        """The words that ``|`` parts."""
        alike: dict[tuple[str, int], list[str]] = {}
        for word in sorted(stems.split("|")):
            start = word[:_BEGINNING]
            alike.setdefault((start[0], len(start)), []).append(start)
        return cls(re.compile("|".join(map(_form_of, alike.values()))), any_of(stems))

    def are_in(self, text: str) -> bool:
        """Whether the text, in small letters, holds one of the words."""
        return self.beginnings.search(text) is not None and self.words.search(text) is not None


def _form_of(starts: Sequence[str]) -> str:
    """A form of all ``starts``, which are of one length and have their first sign in common."""
    first, *others = (re.escape("".join(dict.fromkeys(n))) for n in zip(*starts, strict=True))
    return first + "".join(f"[{signs}]" for signs in others)

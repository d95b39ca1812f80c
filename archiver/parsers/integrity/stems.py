"""Whether a text may hold one of many words: a quick no for nearly every text."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

_BEGINNING: Final = 3  # signs


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
        words = stems.split("|")
        for word in sorted(words):
            start = word[:_BEGINNING]
            alike.setdefault((start[0], len(start)), []).append(start)
        beginnings = "|".join(map(_form_of, alike.values()))
        return cls(re.compile(beginnings), re.compile("|".join(map(re.escape, words))))

    def found_in(self, text: str) -> Iterator[re.Match[str]]:
        """Where the words stand in the text, in small letters; none within another."""
        first = self.beginnings.search(text)
        return self.words.finditer(text, first.start()) if first else iter(())

    def are_in(self, text: str) -> bool:
        """Whether the text, in small letters, holds one of the words."""
        return next(self.found_in(text), None) is not None


def _form_of(starts: Sequence[str]) -> str:
    """A form of all ``starts``, which are of one length and have their first sign in common."""
    first, *others = (re.escape("".join(dict.fromkeys(n))) for n in zip(*starts, strict=True))
    return first + "".join(f"[{signs}]" for signs in others)

"""Where words stand in printed text, with their surroundings."""

import re
from collections.abc import Iterable, Iterator

from archiver.chinese.fold import fold, fold_offsets

Extract = tuple[str, tuple[tuple[int, int], ...]]
"""Printed text and the spans ``[start, end)`` of the words in it."""

_BEFORE, _AFTER, _EXTRACTS = 16, 40, 2


def extracts(paragraphs: Iterable[str], words: tuple[str, ...]) -> Iterator[Extract]:
    """The first places where words stand, each with its surroundings."""
    pattern = re.compile("|".join(map(re.escape, words)), re.IGNORECASE)
    count = 0
    for paragraph in paragraphs:
        folded = fold(paragraph)
        places = fold_offsets(paragraph) or range(len(paragraph) + 1)
        spans = [
            (places[match.start()], places[match.end() - 1] + 1)
            for match in pattern.finditer(folded)
        ]
        if spans and count < _EXTRACTS:
            count += 1
            start, end = max(0, spans[0][0] - _BEFORE), spans[0][1] + _AFTER
            inside = tuple((a - start, b - start) for a, b in spans if b <= end)
            yield paragraph[start:end], inside

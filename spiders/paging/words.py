"""Where words stand on a page, in its bytes: many times faster than an expression of them all."""

from collections.abc import Iterator, Sequence


def places(body: bytes, words: Sequence[bytes]) -> Iterator[tuple[int, int]]:
    """Where any of ``words`` begins and ends, in their order on the page."""
    found = []
    for word in words:
        begin = body.find(word)
        while begin >= 0:
            found.append((begin, begin + len(word)))
            begin = body.find(word, begin + len(word))
    yield from sorted(found)

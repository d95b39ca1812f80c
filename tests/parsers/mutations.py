"""Pages damaged in the ways that crawls, broken servers and attackers damage them."""

import random
from collections.abc import Callable
from functools import lru_cache

from tests.parsers.layouts import LAYOUTS

Mutation = Callable[[random.Random, bytes], bytes]


@lru_cache
def seeds() -> tuple[bytes, ...]:
    """Every layout in UTF-8 and in GB 18030."""
    return tuple(
        layout().encode(encoding)
        for layout in LAYOUTS.values()
        for encoding in ("utf-8", "gb18030")
    )


def _cut(rng: random.Random, page: bytes) -> bytes:
    return page[: rng.randrange(1, len(page))]


def _drop(rng: random.Random, page: bytes) -> bytes:
    at = rng.randrange(len(page))
    return page[:at] + page[at + rng.randrange(1, 400) :]


def _splice(rng: random.Random, page: bytes) -> bytes:
    other = rng.choice(seeds())
    at, start = rng.randrange(len(page)), rng.randrange(len(other))
    return page[:at] + other[start : start + rng.randrange(1, 2000)] + page[at:]


def _flip(rng: random.Random, page: bytes) -> bytes:
    damaged = bytearray(page)
    for _ in range(rng.randrange(1, 60)):
        damaged[rng.randrange(len(damaged))] = rng.randrange(256)
    return bytes(damaged)


def _zero(rng: random.Random, page: bytes) -> bytes:
    at = rng.randrange(len(page))
    return (
        page[:at] + rng.choice((b"\0", b"\0\0\x1f\x0b", b"\xff\xfe", b"\xef\xbb\xbf")) + page[at:]
    )


def _nest(rng: random.Random, page: bytes) -> bytes:
    tag = rng.choice(
        (b"div", b"span", b"b", b"table><tr><td", b"ul><li", b"font size=5", b"a href=x")
    )
    at = rng.randrange(len(page))
    return page[:at] + (b"<" + tag + b">") * rng.choice((10, 300, 3000)) + page[at:]


def _entities(rng: random.Random, page: bytes) -> bytes:
    text = page.decode("utf-8", "replace")
    return "".join(f"&#{ord(c)};" if c > "ÿ" and rng.random() < 0.5 else c for c in text).encode()


def _unclose(rng: random.Random, page: bytes) -> bytes:
    mark = rng.choice((b"</td>", b"</div>", b"</table>", b"</p>", b'"', b">", b"-->", b"</title>"))
    return page.replace(mark, b"", rng.randrange(1, 5))


def _insert(rng: random.Random, page: bytes) -> bytes:
    piece = rng.choice(
        (
            b"<!--",
            b"<script>",
            b"<style>",
            b"<textarea>",
            b"<plaintext>",
            b"<![CDATA[",
            b"</html>",
            b"<title>",
            b"&#x110000;&#55296;&bogus;",
            b'<div style="display:none">',
            b"<base href='http://[bad'>",
            b'<a href="http://[::1">x</a>',
        )
    )
    at = rng.randrange(len(page))
    return page[:at] + piece + page[at:]


def _repeat(rng: random.Random, page: bytes) -> bytes:
    start = rng.randrange(len(page))
    return (
        page[:start]
        + page[start : start + rng.randrange(1, 300)] * rng.randrange(2, 60)
        + page[start:]
    )


MUTATIONS: tuple[Mutation, ...] = (
    _cut,
    _drop,
    _splice,
    _flip,
    _zero,
    _nest,
    _entities,
    _unclose,
    _insert,
    _repeat,
)


def mutated(number: int) -> bytes:
    """The page with that number: a layout damaged in one to four ways; always the same."""
    rng = random.Random(number)
    page = rng.choice(seeds())
    for _ in range(rng.randrange(1, 5)):
        page = rng.choice(MUTATIONS)(rng, page) or b"<"
    return page

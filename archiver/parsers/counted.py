"""Pages that a script counts: TRS WCM's ``createPageHTML`` and ``countPage``."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final
from urllib.parse import urljoin, urlsplit

MOST_PAGES: Final = 2000
"""More pages of one list than this are a miscount or a trap."""

MARKS: Final = (b"createpagehtml", b"countpage")

# createPageHTML(50, 0, "index", "htm") counts from 0: page k lies at index_k.htm. A later variant
# names the element first, createPageHTML('page_div', total, current, 'name', 'shtml', 1000), and
# counts from 1: page k lies at name_k.shtml. Some give name and extension before the numbers. How
# it counts the number of the first page tells; other pages do not tell and need not.
_CALL: Final = re.compile(rb"createPageHTML\(([^()]{5,300})\)")
_EXTENSION: Final = re.compile(r"\.?(s?html?|jsp|aspx?|php)", re.IGNORECASE)
_NAME: Final = re.compile(r"[\w-]{1,60}")
# var countPage = 5, beside a loop that writes index_1.htm … index_4.htm.
_COUNT: Final = re.compile(rb"\bcountPage\s*=\s*(\d{1,5})")
_CURRENT: Final = re.compile(rb"\bcurrentPage\s*=\s*(\d{1,5})")
_NUMBERED: Final = re.compile(r"_\d{1,5}$")

_Argument = int | str | None


def counted_pages(body: bytes, url: str) -> Iterator[str]:
    """Address of every page that the scripts of the page at ``url`` count."""
    if b"createPageHTML" not in body and b"countPage" not in body:
        return
    stem, dot, extension = urlsplit(url).path.rpartition("/")[2].rpartition(".")
    is_first = not _NUMBERED.search(stem)
    called = False
    for inside in _CALL.findall(body):
        arguments = [_value(argument, body) for argument in inside.split(b",")]
        for name in _names(arguments, is_first=is_first):
            called = True
            yield urljoin(url, name)
    count = _COUNT.search(body)
    if count and not called and stem and dot:
        # The last number of t20080625_12345.htm is no page's.
        current = _CURRENT.search(body)
        if current is None or int(current[1]):
            stem = _NUMBERED.sub("", stem)
        for number in range(1, min(int(count[1]), MOST_PAGES)):
            yield urljoin(url, f"{stem}_{number}.{extension}")


def _names(arguments: Sequence[_Argument], *, is_first: bool) -> Iterator[str]:
    """File names of the pages that a call with ``arguments`` links; ``is_first``: on the first."""
    numbers = [argument for argument in arguments if isinstance(argument, int)]
    if len(numbers) < 2:
        return
    total, current = numbers[:2]
    first, beyond = 2, 0  # what both ways of counting have in common
    if is_first:
        from_1 = current == 1
        first, beyond = 1 + from_1, int(from_1)
    for name, extension in pairwise(arguments):
        if not (isinstance(name, str) and isinstance(extension, str)):
            continue
        if _NAME.fullmatch(name) and (ending := _EXTENSION.fullmatch(extension)):
            for number in range(first, min(total, MOST_PAGES) + beyond):
                yield f"{name}_{number}.{ending[1]}"
            return


def _value(argument: bytes, body: bytes) -> _Argument:
    """A number, a word in quotes, or the number that a variable of the page is set to."""
    word = argument.strip()
    quoted = word[:1] in (b"'", b'"')
    word = word.strip(b"'\"")
    if word.isdigit():
        return int(word[:6])
    if quoted:
        return word.decode("latin-1")
    found = re.search(rb"\b%b\s*=\s*[\"']?(\d{1,5})" % re.escape(word), body) if word else None
    return int(found[1]) if found else None

"""Pages that are reached by a function of the page itself: ``goPage(2)``, ``toPage(2)``."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple
from urllib.parse import urljoin

from archiver.parsers.counted import MOST_PAGES
from spiders.paging.ask import Ask
from spiders.paging.forms import forms_of, submitted

MARKS: Final = (b"function",)

_HEAD: Final = re.compile(rb"\bfunction\s+(\w{1,40})\s*\(\s*(\w{1,20})\s*[,)]")
_END: Final = re.compile(rb"\bfunction\s|</script", re.IGNORECASE)
_LONGEST_CODE: Final = 800
_LEAVES: Final = (b"location", b"window.open", b"submit")
_SAYS_PAGE: Final = re.compile(r"page|[?&]p[gn]?=$|(?:index|list)_$", re.IGNORECASE)
# location.href = "list.asp?classid=5&page=" + n
_ADDRESS: Final = re.compile(
    rb"[\"']([^\"'\s]{1,300}[=/_?-])[\"']\s*\+\s*(\w{1,20})(?:\s*\+\s*[\"']([^\"']{0,60})[\"'])?"
)
# document.pager.page.value = n; getElementById("page").value = n; $("#page").val(n)
_FIELD: Final = re.compile(
    rb"(?:\.(\w{1,40})|\(\s*[\"']#?(\w{1,40})[\"']\s*\))\.(?:value\s*=\s*|val\(\s*)(\w{1,20})"
)


class Function(NamedTuple):
    """A function that leaves the page: its name, its first parameter, the begin of its code."""

    name: bytes
    parameter: bytes
    code: bytes

    def calls(self, body: bytes) -> list[int]:
        """The numbers it is called with, each once."""
        call = re.compile(rb"\b%b\(\s*[\"']?(\d{1,9})[\"']?\s*[,)]" % self.name)
        return list(dict.fromkeys(int(one[1]) for one in _found(call, self.name + b"(", body)))

    @property
    def address(self) -> tuple[str, str] | None:
        """What stands before and behind its number in the address that it leads to."""
        for before, name, after in _ADDRESS.findall(self.code):
            if name == self.parameter:
                return before.decode("latin-1"), after.decode("latin-1")
        return None

    @property
    def turns_pages(self) -> bool:
        """Whether it says that its number is that of a page of a list."""
        before = self.address[0] if self.address else self.code.decode("latin-1")
        if before.lower().endswith("id="):
            return False
        return bool(_SAYS_PAGE.search(self.name.decode("latin-1")) or _SAYS_PAGE.search(before))


def functions_of(body: bytes) -> Iterator[Function]:
    """The functions of a page that lead elsewhere."""
    if not any(word in body for word in _LEAVES):
        return
    for head in _found(_HEAD, b"function", body):
        end = _END.search(body, head.end(), head.end() + _LONGEST_CODE)
        code = body[head.end() : end.start() if end else head.end() + _LONGEST_CODE]
        if any(word in code for word in _LEAVES):
            yield Function(head[1], head[2], code)


def _found(expression: re.Pattern[bytes], begin: bytes, body: bytes) -> Iterator[re.Match[bytes]]:
    """What an expression that begins so finds; the begin is sought by itself, which is faster."""
    at = body.find(begin)
    while at >= 0:
        match = expression.match(body, at)
        if match:
            yield match
        at = body.find(begin, match.end() if match else at + 1)


def list_pages(body: bytes, url: str) -> Iterator[Ask]:
    """The pages up to the highest number that a link calls such a function with."""
    for function in functions_of(body):
        if function.turns_pages and (calls := function.calls(body)):
            last = min(max(calls), MOST_PAGES)
            yield from _by_address(function, last, url) or _by_form(function, body, last, url)


def _by_address(function: Function, last: int, url: str) -> list[Ask]:
    if function.address is None:
        return []
    before, after = function.address
    return [Ask(urljoin(url, f"{before}{number}{after}")) for number in range(2, last + 1)]


def _by_form(function: Function, body: bytes, last: int, url: str) -> Iterator[Ask]:
    fields = [
        (name or element).decode("latin-1")
        for name, element, value in _FIELD.findall(function.code)
        if value == function.parameter
    ]
    if not fields or b"submit" not in function.code:
        return
    for form in forms_of(body):
        inputs = {element.get("id"): element.name for element in form.inputs}
        field = next((inputs.get(one, one) for one in fields), None)
        if field not in form.fields:
            continue
        values = {name: value or "" for name, value in form.form_values()}
        for number in range(2, last + 1):
            filled = {**values, field: str(number)}
            yield submitted(urljoin(url, form.action or url), form.method, filled)

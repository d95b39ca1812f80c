"""Pages that are reached by a function of the page itself: ``goPage(2)``, ``toPage(2)``."""

import re
from collections.abc import Iterator
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit

from spiders.paging.ask import MOST_PAGES, Ask
from spiders.paging.forms import forms_of

MARKS = tuple(
    verb + rest for verb in (b"go", b"to", b"turn", b"jump") for rest in (b"page", b"_page")
)

_CALL = re.compile(rb"\b((?:go|to|turn|jump)_?Page(?:No)?)\(\s*'?(\d{1,5})'?\s*\)", re.IGNORECASE)
_HEAD = re.compile(rb"function\s+(\w{2,40})\s*\(\s*(\w{1,20})\s*\)\s*\{([^{}]{0,600})\}")
# location.href = "list.asp?classid=5&page=" + n
_LOCATION = re.compile(
    rb"(?:location(?:\.href)?\s*=|location\.replace\()\s*[\"']([^\"']{1,300})[\"']\s*\+\s*(\w+)"
    rb"(?:\s*\+\s*[\"']([^\"']{0,60})[\"'])?"
)
# document.pager.page.value = n; document.pager.submit()
_FIELD = re.compile(
    rb"document\.(?:forms\[[\"'])?(\w{1,40})(?:[\"']\])?\.(\w{1,40})\.value\s*=\s*(\w+)"
)


def list_pages(body: bytes, url: str) -> Iterator[Ask]:
    """The pages up to the highest number that a link calls such a function with."""
    calls: dict[bytes, int] = {}
    for name, number in _CALL.findall(body):
        calls[name] = max(calls.get(name, 0), int(number))
    if not calls:
        return
    for name, parameter, code in _HEAD.findall(body):
        if name in calls:
            last = min(calls[name], MOST_PAGES)
            yield from _by_location(code, parameter, last, url)
            yield from _by_form(body, code, parameter, last, url)


def _by_location(code: bytes, parameter: bytes, last: int, url: str) -> Iterator[Ask]:
    found = _LOCATION.search(code)
    if found is None or found[2] != parameter:
        return
    before, after = found[1].decode("latin-1"), (found[3] or b"").decode("latin-1")
    for number in range(2, last + 1):
        yield Ask(urljoin(url, f"{before}{number}{after}"))


def _by_form(body: bytes, code: bytes, parameter: bytes, last: int, url: str) -> Iterator[Ask]:
    found = _FIELD.search(code)
    if found is None or found[3] != parameter or b"submit" not in code:
        return
    form_name, field = found[1].decode("latin-1"), found[2].decode("latin-1")
    for form in forms_of(body):
        if form_name not in (form.get("name"), form.get("id")):
            continue
        values = {name: value or "" for name, value in form.form_values()}
        for number in range(2, last + 1):
            filled = {**values, field: str(number)}
            yield _submitted(urljoin(url, form.action or url), form.method, filled)


def _submitted(action: str, method: str, values: dict[str, str]) -> Ask:
    if method.upper() == "POST":
        return Ask(action, tuple(values.items()))
    parts = urlsplit(action)
    query = urlencode({**dict(parse_qsl(parts.query)), **values})
    return Ask(parts._replace(query=query).geturl())

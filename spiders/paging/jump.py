"""Lists with a small form to jump to a page by its number: 共12页 转到 [ ] 页.

Most have links besides, which say the same in fewer words.
"""

import re
from collections.abc import Iterator
from typing import Any, Final
from urllib.parse import urljoin

from archiver.parsers.counted import MOST_PAGES
from spiders.paging.ask import Ask
from spiders.paging.forms import forms_of, submitted

_SAID: Final = [[word.encode(name) for word in ("共", "页")] for name in ("utf-8", "gbk")]

_GAP: Final = rb"(?:<[^<>]{0,80}>|&nbsp;|\s){0,6}"
_TOTALS: Final = [re.compile(rb"%b%b(\d{1,5})%b%b" % (a, _GAP, _GAP, b)) for a, b in _SAID]
_FIELD: Final = re.compile(
    r"(?:to|go|jump|cur|current)?_?page(?:_?(?:no|num|index))?", re.IGNORECASE
)


def list_pages(body: bytes, url: str) -> Iterator[Ask]:
    """The pages that such a form gives, as many as the list says it has."""
    total = next((int(found[1]) for one in _TOTALS if (found := one.search(body))), 0)
    for form in forms_of(body) if total > 1 else ():
        field = next((one.name for one in form.inputs if _is_number(one)), None)
        if field is None or "__VIEWSTATE" in form.fields:
            continue
        values = {name: value or "" for name, value in form.form_values()}
        for number in range(2, min(total, MOST_PAGES) + 1):
            filled = {**values, field: str(number)}
            yield submitted(urljoin(url, form.action or url), form.method, filled)


def _is_number(element: Any) -> bool:
    """Whether a reader fills in the number of a page there."""
    is_open = element.tag == "select" or element.get("type", "text").lower() in ("text", "number")
    return is_open and _FIELD.fullmatch(element.name or "") is not None

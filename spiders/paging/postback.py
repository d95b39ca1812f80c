"""ASP.NET lists: the page is one form, and links fill in its hidden fields."""

import re
from collections.abc import Iterator
from typing import Any, Final
from urllib.parse import urljoin

from spiders.paging.ask import Ask
from spiders.paging.forms import forms_of

MARKS: Final = (b"__dopostback",)

_QUOTE: Final = rb"(?:'|&#39;|&apos;|\\')"
_POST_BACK: Final = re.compile(
    rb"__doPostBack\(\s*%b([^'&]{1,200}?)%b\s*,\s*%b([\w$]{0,20})%b" % ((_QUOTE,) * 4)
)
_NUMBER: Final = re.compile(rb"(?:Page\$)?\d{1,5}")
# Where no number is called: ctl00$lbNext, Page$Next.
_NEXT: Final = re.compile(rb"(?<!Month)(?<!Year)Next(?!Month|Year)", re.IGNORECASE)


def list_pages(body: bytes, url: str) -> Iterator[Ask]:
    """A post for every page number that a link asks for, else for the next page.

    Each carries the view state of this page.
    """
    called = list(dict.fromkeys(_POST_BACK.findall(body)))
    wanted = [call for call in called if _NUMBER.fullmatch(call[1])]
    wanted = wanted or [call for call in called if _NEXT.search(call[1] or call[0])]
    form = _form_of(body) if wanted else None
    if form is None:
        return
    values = {name: value or "" for name, value in form.form_values()}
    for target, argument in wanted:
        fields = {
            **values,
            "__EVENTTARGET": target.decode("latin-1"),
            "__EVENTARGUMENT": argument.decode("latin-1"),
        }
        yield Ask(urljoin(url, form.action or url), tuple(fields.items()))


def _form_of(body: bytes) -> Any:
    return next((form for form in forms_of(body) if "__VIEWSTATE" in form.fields), None)

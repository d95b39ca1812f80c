"""ASP.NET lists: the page is one form, and links fill in its hidden fields."""

import re
from collections.abc import Iterator
from urllib.parse import urljoin

from spiders.paging.ask import Ask
from spiders.paging.forms import forms_of

MARKS = (b"__dopostback",)

_POST_BACK = re.compile(
    rb"__doPostBack\(\s*(?:'|&#39;)([^'&]{1,200})(?:'|&#39;)\s*,\s*(?:'|&#39;)(\d{1,5})(?:'|&#39;)"
)


def list_pages(body: bytes, url: str) -> Iterator[Ask]:
    """A post for every page number that a link asks for, with the view state of this page."""
    wanted = list(dict.fromkeys(_POST_BACK.findall(body)))
    if not wanted:
        return
    forms = forms_of(body)
    form = next((one for one in forms if "__VIEWSTATE" in one.fields), None)
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

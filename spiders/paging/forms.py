"""The forms of a page, read from its bytes: names and values of paging forms are ASCII."""

from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

from lxml import etree, html

from spiders.paging.ask import Ask


def forms_of(body: bytes) -> list[Any]:
    """lxml's form elements of ``body``; none when it cannot be read as a page."""
    try:
        # The stubs know the elements of lxml.html only as those of lxml.etree.
        document: Any = html.document_fromstring(body.decode("latin-1"))
    except (etree.ParserError, ValueError):
        return []
    return list(document.forms)


def submitted(action: str, method: str, values: dict[str, str]) -> Ask:
    """What a browser asks for when a form with ``values`` is sent to ``action``."""
    if method.upper() == "POST":
        return Ask(action, tuple(values.items()))
    parts = urlsplit(action)
    query = urlencode({**dict(parse_qsl(parts.query)), **values})
    return Ask(parts._replace(query=query).geturl())

"""The forms of a page, read from its bytes: names and values of paging forms are ASCII."""

from typing import Any

from lxml import etree, html


def forms_of(body: bytes) -> list[Any]:
    """lxml's form elements of ``body``; none when it cannot be read as a page."""
    try:
        # The stubs know the elements of lxml.html only as those of lxml.etree.
        document: Any = html.document_fromstring(body.decode("latin-1"))
    except (etree.ParserError, ValueError):
        return []
    return list(document.forms)

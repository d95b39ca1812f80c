"""Damaged pages: what goes on behind their end, and what a tolerant parser makes of them."""

import re
import warnings
from typing import Final

_HTML_END: Final = re.compile(r"</html\s*>", re.IGNORECASE)
_SPELLED: Final = ("</html", "</HTML", "</Html")  # plain words are found many times faster


def split_after_end(text: str) -> tuple[str, str]:
    """The page, and the short piece with links that somebody appended after ``</html>``.

    The parser drops whatever follows that tag, so a page that goes on behind it loses the tag.
    """
    ends = _ends(text)
    if not ends:
        return text, ""
    page, appended = text[: ends[-1].end()], text[ends[-1].end() :]
    if len(ends) == 1 and not appended.strip():
        return text[: ends[0].start()], ""
    if len(ends) > 1 or len(appended) * 5 > len(text) or "<a" not in appended.lower():
        return _HTML_END.sub("", text), ""
    return page, appended


def _ends(text: str) -> list[re.Match[str]]:
    """Every ``</html>`` from the first on that is spelled as usual."""
    found = [at for at in map(text.find, _SPELLED) if at >= 0]
    return list(_HTML_END.finditer(text, min(found))) if found else []


def repaired(page: str) -> str | None:
    """The page as a tolerant parser understands it; None when even that one refuses it."""
    # Few pages are damaged, and this parser takes a tenth of a second to import.
    from bs4 import BeautifulSoup, XMLParsedAsHTMLWarning
    from bs4.exceptions import ParserRejectedMarkup

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", XMLParsedAsHTMLWarning)  # XHTML is read like HTML
        try:
            return str(BeautifulSoup(_closed(page), "html.parser"))
        except ParserRejectedMarkup:
            return None


def _closed(page: str) -> str:
    """``page`` without openings of comments and marked sections that nothing closes.

    They swallow the rest of a page, and the tolerant parser looks for their end again and again.
    """
    for opening, closing in (("<!--", "-->"), ("<![", "]"), ("<?", ">"), ("<!", ">")):
        end = page.rfind(closing) + 1
        page = page[:end] + page[end:].replace(opening, "")
    return page

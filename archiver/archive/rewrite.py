"""Addresses in an archived page, led back into the archive; nearly every other byte stays.

Works on bytes, because pages are GBK as often as UTF-8: none of the signs looked for can be half
of a Chinese character in either.
"""

import re
from urllib.parse import urlsplit

# Possessive quantifiers: a page of a million blanks must not cost a million times a million steps.
_ATTRIBUTE = re.compile(
    rb"""(\s(?:href|src|action|background|formaction|poster|data|lowsrc)\s*+=\s*+(?:["']\s*+)?)"""
    rb"""(https?:/*+|//|/)""",
    re.IGNORECASE,
)
_REFRESH = re.compile(
    rb"""(\scontent\s*+=\s*+(?:["']\s*+)?\d++\s*+;\s*+url\s*+=\s*+(?:["']\s*+)?)(https?:/*+|//|/)""",
    re.IGNORECASE,
)
_STYLE = re.compile(rb"""(\burl\(\s*+(?:["']\s*+)?)(https?:/*+|//|/)""", re.IGNORECASE)

# Style sheets and icons in plain spelling; other links can make a browser connect to a machine
# although nothing may be loaded from it (``preconnect``), whatever the page's policy says.
_LINK = re.compile(rb"<link(?=[\s/>])", re.IGNORECASE)
# No possessive group: Python before 3.11.5 loses its place after one.
_HARMLESS = re.compile(
    rb"""(?:\s++(?!rel\b)[a-z]++\s*+=\s*+(?:"[^"<>]*+"|'[^'<>]*+'|[^\s"'<>=`]++)){0,20}"""
    rb"""\s++rel\s*+=\s*+(["']?)(?:(?:alternate )?stylesheet|(?:shortcut )?icon)\1[\s/>]""",
    re.IGNORECASE,
)


def rewrite(page: bytes, url: str, moment: str) -> bytes:
    """``page`` with its absolute and root-relative addresses below ``/{moment}/``.

    Relative ones need nothing: the page is served below ``/{moment}/{url}``. Links that could make
    a browser connect elsewhere become an element without effect.
    """
    parts = urlsplit(url)
    bases = {
        b"/": f"/{moment}/{parts.scheme}://{parts.netloc}/".encode(),
        b"//": f"/{moment}/{parts.scheme}://".encode(),
    }

    def lead_back(match: re.Match[bytes]) -> bytes:
        begin = match[2].lower().rstrip(b"/")
        base = bases.get(match[2]) or f"/{moment}/".encode() + begin + b"//"
        return match[1] + base

    def unlink(match: re.Match[bytes]) -> bytes:
        return match[0] if _HARMLESS.match(page, match.end()) else b"<source"

    page = _LINK.sub(unlink, page)
    for pattern in (_ATTRIBUTE, _REFRESH, _STYLE):
        page = pattern.sub(lead_back, page)
    return page

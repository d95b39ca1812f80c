"""The address a link leads to."""

import re
from functools import lru_cache
from typing import Final
from urllib.parse import urljoin, urlsplit

_NOWHERE: Final = ("javascript:", "mailto:", "#", "tel:", "data:")
_MAY_LEAD_NOWHERE: Final = frozenset("#jJmMtTdD")
THROWAWAY: Final = (
    "top|xyz|vip|icu|club|win|bid|loan|pw|ru|tk|ml|ga|cf|gq|men|party|date|science|trade|webcam|work"
    "|click|link|fun|live|life|bet|casino|cfd|sbs|bond|cyou|monster|buzz|rest|quest|hair|lol"
)
"""Endings of hosts that are sold by the thousand to who needs a name for a week, and to no public
body, parted as an expression wants them."""
# A plain relative path: steps up, then names without a scheme.
_PLAIN: Final = re.compile(r"((?:\.\.?/)*+)([\w%~-][\w%~./-]*+(?:\?[\w%~./=&-]++)?)", re.ASCII)


def absolute(href: str, base: str | None) -> str | None:
    """The address a link leads to; None for scripts and empty links."""
    href = href.strip()
    if not href or (href[0] in _MAY_LEAD_NOWHERE and href.lower().startswith(_NOWHERE)):
        return None
    try:
        if "[" in href:  # where an address breaks: brackets of a host
            urlsplit(href)
        if not base or href.startswith(("http://", "https://")):
            return href
        if href[0] == "/" and href[:2] != "//" and "/." not in href:
            return _origin(base) + href
        plain = _PLAIN.fullmatch(href)
        if plain and "/." not in plain[2] and "//" not in plain[2]:
            return _above(base, plain[1]) + plain[2]
        return urljoin(base, href)
    except ValueError:
        return None


@lru_cache(maxsize=64)
def _origin(base: str) -> str:
    """Scheme and host of an address; most links of a page need no more to be absolute."""
    parts = urlsplit(base)
    return f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""


@lru_cache(maxsize=64)
def _above(base: str, steps: str) -> str:
    """The folder that ``steps`` (``../``, ``./``) lead to from a page; links share a few."""
    return urljoin(base, f"{steps}x")[:-1]

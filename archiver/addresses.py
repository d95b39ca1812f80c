"""One spelling for all addresses of a page, so that it is asked for once and stored once."""

import re
from typing import Final
from urllib.parse import urlsplit, urlunsplit

from w3lib.url import canonicalize_url

# Session numbers that sites put into addresses: the same page under ever new names.
_SESSION: Final = re.compile(
    r";jsessionid=[^?#]*|(?<=/)\((?:[ASF]\([\w-]+\))+\)/|(?<=[?&])(?:jsessionid|phpsessid|aspsessionid\w*|sessionid|sid)=[^&#]*&?",
    re.IGNORECASE,
)
# Most addresses are as they should be, and are asked about for every link of every page.
_PLAIN: Final = re.compile(
    r"https?://[a-z0-9]+(?:[.-][a-z0-9]+)*(?::(?!80/|443/)[1-9]\d{1,4})?/(?:[A-Za-z0-9_-][A-Za-z0-9._-]*/)*"
    r"(?:[A-Za-z0-9_-][A-Za-z0-9._-]*)?"
)
_DEFAULT_PORTS: Final = {"http": 80, "https": 443}


def page_identity(url: str) -> str:
    """``url`` without fragment, session number and default port, its parameters in order.

    What is no address (an impossible port, a broken bracket) is given back as it is.
    """
    plain = url.partition("#")[0]
    if _PLAIN.fullmatch(plain):
        return plain
    try:
        parts = urlsplit(canonicalize_url(_SESSION.sub("", url).rstrip("?&")))
        port = parts.port
    except ValueError:
        return url
    if port is not None and port == _DEFAULT_PORTS.get(parts.scheme):
        parts = parts._replace(netloc=parts.netloc.rpartition(":")[0])
    return urlunsplit(parts)

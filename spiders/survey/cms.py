"""Which content system made a site, by the addresses and marks that are its own."""

import re
from collections import Counter
from collections.abc import Iterable
from urllib.parse import urlsplit

# Family, its addresses (path and query), marks in its pages.
_FAMILIES: tuple[tuple[str, str, bytes], ...] = (
    ("trs-wcm", r"/t20\d{6}_\d+\.s?html?$", rb"createpagehtml\(|trs_editor"),
    ("jcms", r"/art/\d{4}/\d{1,2}/\d{1,2}/art_|/col/col\d+/", rb"<datastore>|dataproxy\.jsp"),
    ("ucap", r"/content_[0-9a-f]{32}\.s?html?$|/[0-9a-f]{32}\.shtml$", rb"ucap-content"),
    ("content_n", r"/content_\d+(?:\.s?html?)?$", rb""),
    ("vsb", r"/info/\d+/\d+\.htm$", rb"vsb_content|/__local/|_sitegray"),
    ("dedecms", r"/plus/(?:view|list)\.php|/list_\d+_\d+\.html$", rb"dede_pages|/plus/count\.php"),
    ("empirecms", r"/e/action/(?:ShowInfo|ListInfo)", rb"/e/public/viewclick|/e/data/|epages"),
    (
        "phpcms",
        r"[?&]m=content&c=index|/(?:show|list|content)-\d+-\d+(?:-\d+)?\.html$",
        rb"phpcms",
    ),
    (
        "powereasy",
        r"/(?:ShowArticle|Article_Show|Article_Class\d?|ShowClass)\.asp",
        rb"powereasy|mypower",
    ),
    ("kesion", r"/Item/(?:Show|list)\.asp", rb"kesion"),
    ("foosun", r"", rb"foosun"),
    ("founder", r"/node_\d+\.htm|/content_\d+_\d+\.htm$", rb"enpproperty|founder-content"),
    ("asp", r"\.aspx?(?:\?|$)", rb"__viewstate"),
)
_RULES = tuple(
    (
        name,
        re.compile(addresses, re.IGNORECASE) if addresses else None,
        re.compile(marks) if marks else None,
    )
    for name, addresses, marks in _FAMILIES
)
_MARK_COUNTS = 3
_LEAST = 3


def cms_family(urls: Iterable[str], bodies: Iterable[bytes]) -> str | None:
    """The family that most of the addresses and pages speak for; None when too few speak."""
    found: Counter[str] = Counter()
    for url in set(urls):
        parts = urlsplit(url)
        address = f"{parts.path}?{parts.query}" if parts.query else parts.path
        for name, addresses, _ in _RULES:
            if addresses is not None and addresses.search(address):
                found[name] += 1
                break
    for body in bodies:
        lowered = body.lower()
        for name, _, marks in _RULES:
            if marks is not None and marks.search(lowered):
                found[name] += _MARK_COUNTS
                break
    name, number = max(found.items(), key=lambda item: item[1], default=("", 0))
    return name if number >= _LEAST else None

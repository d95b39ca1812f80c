"""Addresses of links are those a browser opens."""

from urllib.parse import urljoin

from hypothesis import given
from hypothesis import strategies as st

from archiver.parsers.hrefs import absolute

BASES = st.sampled_from(
    [
        "http://gh.example",
        "http://gh.example/a/b/c.html?x=/d/e#f",
        "http://gh.example//a//b.html",
        "http://gh.example/a/../b/./c.html",
        "https://gh.example:8080/a;p=1/b;q?z",
        "http://gh.example/a/..",
        "a/b.html",
        "//gh.example/a/b",
    ]
)
PARTS = st.sampled_from(
    ["../", "./", "a", "b.htm", "/", "?", "x=1", "&", ".", "..", "文", ";", "="]
)


@given(BASES, st.lists(PARTS, min_size=1, max_size=7).map("".join))
def test_a_relative_link_leads_where_a_browser_goes(base: str, href: str) -> None:
    if not href.startswith("/"):
        assert absolute(href, base) == urljoin(base, href)


def test_what_leads_nowhere_has_no_address() -> None:
    for href in ("", " ", "#top", "javascript:void(0)", "mailto:a@gh.example", "//[a"):
        assert absolute(href, "http://gh.example/a.html") is None

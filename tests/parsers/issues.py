"""Issues in the plainest markup, for tests of what their bodies hold."""

from archiver.parsers.bulletin import Segmentation, segment
from archiver.parsers.markup.html import read_html


def p(text: str) -> str:
    return f"<p>　　{text}</p>"


def title(text: str) -> str:
    return f"<p align=center><b>{text}</b></p>"


def issue(*body: str, head: str, name: str | None = None) -> Segmentation:
    """What an issue is taken apart into; ``name`` is the page's title."""
    found = segment(read_html(head + "".join(body)).lines, page_title=name)
    assert found is not None
    return found

"""Pages that are no issues, composed at random: every part is read in any company."""

from collections.abc import Callable

import pytest

from archiver.parsers.page import parse
from archiver.records import Page
from tests.pages.composed_ordinary import COMPOSED, URL, Composed, OrdinaryComposer

SEEDS = range(200)


@pytest.mark.parametrize("compose", COMPOSED, ids=lambda compose: compose.__name__)
def test_what_a_page_says_is_read_whatever_it_is_composed_of(
    compose: Callable[[OrdinaryComposer], Composed],
) -> None:
    misread = {}
    for seed in SEEDS:
        page = compose(OrdinaryComposer(seed))
        read = _said(parse(page.html.encode(), url=URL, content_type="text/html; charset=utf-8"))
        wrong = {k: (v, read[k]) for k, v in page.said.items() if read[k] != v}
        if wrong:
            misread[seed] = wrong
    assert misread == {}


def _said(page: Page) -> dict[str, object]:
    text = [p.text for article in page.articles for p in article.paragraphs]
    paper = page.document
    return {
        "kind": page.kind,
        "title": page.title,
        "published": page.published.edtf if page.published else None,
        "source": page.source,
        "author": page.author,
        "attachments": [one.url for one in page.attachments],
        "text": [one for one in text if not one.startswith("附件")],
        "document": paper
        and {
            "number": paper.number,
            "type": paper.type,
            "issuer": paper.issuer,
            "signed": paper.signed.edtf if paper.signed else None,
            "addressees": list(paper.addressees),
        },
        "links": [
            (link.title, link.url, link.date.edtf if link.date else None)
            for link in page.links
            if link.block in ("listing", "notices")
        ],
    }

"""The same article must be read the same from every layout and encoding."""

import pytest

from archiver.parsers.page import Source, parse, read
from tests.parsers.layouts import (
    ADDRESS,
    CASES,
    DAY,
    LAYOUTS,
    NOTICES,
    PARAGRAPHS,
    PHONE,
    SITE,
    SOURCE,
    TITLE,
    table_2003,
)


@pytest.fixture(params=LAYOUTS)
def html(request: pytest.FixtureRequest) -> str:
    return LAYOUTS[request.param]()


def test_headline_date_and_source_are_those_of_the_article(html: str) -> None:
    page = parse(html.encode("utf-8"), url="http://gh.example/a/9.html")
    assert (page.kind, page.title, page.source) == ("article", TITLE, SOURCE)
    assert page.author is None
    assert page.published is not None
    assert page.published.edtf == DAY


def test_the_text_is_kept_whole_and_nothing_else_with_it(html: str) -> None:
    (article,) = parse(html.encode("utf-8")).articles
    assert tuple(p.text for p in article.paragraphs) == PARAGRAPHS
    assert [p.kind for p in article.paragraphs].count("heading1") == 2


def test_the_encoding_changes_nothing(html: str) -> None:
    one, other = parse(html.encode("utf-8")), parse(html.encode("gb18030"))
    assert other.encoding == "gb18030"
    assert one.model_copy(update={"encoding": "gb18030", "flags": other.flags}) == other


def test_site_facts_come_from_the_footer(html: str) -> None:
    facts = parse(html.encode("utf-8")).site
    assert (facts.address, facts.phone, facts.icp) == (ADDRESS, PHONE, "赣ICP备05001234号")
    assert SITE in (facts.owner, facts.organiser)


def test_every_line_of_the_page_belongs_to_exactly_one_region(html: str) -> None:
    reading = read(Source(html.encode("utf-8")))
    numbers = [number for region in reading.regions for number in region.lines]
    assert sorted(numbers) == [line.number for line in reading.lines]


def test_side_columns_are_told_apart_by_their_wording() -> None:
    links = parse(table_2003().encode("gbk"), url="http://gh.example/").links
    titles = {
        block: tuple(link.title for link in links if link.block == block)
        for block in ("notices", "legal_cases")
    }
    assert titles == {"notices": NOTICES, "legal_cases": CASES}
    assert all((link.url or "").startswith("http://gh.example/") for link in links)

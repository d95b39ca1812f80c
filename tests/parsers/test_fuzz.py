"""Whatever arrives ends in a Page; nothing is lost, nothing is twice, and never a hang.

``FUZZ_PAGES`` sets how many damaged pages are read (``make fuzz`` reads more than 10 000).
"""

import os

import pytest

from archiver.errors import ArchiverError
from archiver.parsers.page import MAX_BYTES, Source, parse, read
from tests.parsers.mutations import mutated
from tests.work import no_hang

PAGES = int(os.environ.get("FUZZ_PAGES", "1000"))
SENTENCE = "县总工会今天召开会议，部署下一阶段的工作，各乡镇工会主席参加会议。"


@pytest.mark.parametrize("batch", range(10))
def test_damaged_pages_are_read_without_loss_and_always_alike(batch: int) -> None:
    for number in range(batch, PAGES, 10):
        body = mutated(number)
        with no_hang(str(number)):
            reading = read(Source(body, "http://gh.example/a/9.html", "text/html"))
        numbers = [line for region in reading.regions for line in region.lines]
        assert sorted(numbers) == [line.number for line in reading.lines], number
        if number % 3 == 0:
            again = parse(body, url="http://gh.example/a/9.html", content_type="text/html")
            assert reading.page.model_dump_json() == again.model_dump_json(), number


ADVERSARIAL = {
    "one letter": "a" * 100_000,
    "one character": "会" * 100_000,
    "open brackets": "(" * 50_000 + "（" * 50_000,
    "quotes": "“" * 100_000,
    "blanks": "<p>县工会" + "\u3000" * 100_000 + "会议</p>",
    "non-breaking blanks": "<p>县工会" + "&nbsp;" * 50_000 + "会议</p>",
    "digits": "1" * 100_000,
    "dates": "<p>" + "2008-06-25 " * 10_000,
    "numerals": "一二三四五六七八九十" * 10_000,
    "year month day": "年月日" * 30_000,
    "labels": "来源：" * 30_000,
    "label lines": "来源：<br>" * 5_000,
    "colons": "：" * 100_000,
    "breadcrumbs": "首页>" * 25_000,
    "less than": "<" * 100_000,
    "open comments": "<!--" * 25_000 + SENTENCE,
    "open blocks": "<div>" * 20_000 + SENTENCE,
    "open spans": "<span>" * 20_000 + SENTENCE,
    "open drawings": "<svg>" + "<g>" * 10_000 + f"</p>{SENTENCE}" * 1_000,
    "open mismatched": "<div>" * 30_000 + f"</p>{SENTENCE}" * 3_000,
    "open veils": "<i style=opacity:0>一。" * 4_000,
    "open tables": "<table><tr><td>" * 5_000 + SENTENCE,
    "rows": "<table>" + "<tr><td>甲</td><td>乙</td></tr>" * 3_000,
    "long attribute": '<p style="' + "x:y;" * 30_000 + f'">{SENTENCE}',
    "links": "<a href='/x'>关于开展工作的通知</a>" * 3_000,
    "one line": f"<p>{SENTENCE * 4_000}</p>",
    "scripts": "<script>var a='1';document.write(a+a)</script>" * 3_000,
    "joined strings": "<script>document.write(" + "'a'+" * 10_000 + "'a')</script>",
}


@pytest.mark.parametrize("name", ADVERSARIAL)
def test_no_page_is_endless(name: str) -> None:
    with no_hang():
        parse(ADVERSARIAL[name].encode())


def test_text_nested_a_hundred_thousand_tags_deep_is_kept() -> None:
    body = "<p>" + SENTENCE + "<div>" * 100_000 + "深处也有文字" + "</div>" * 100_000
    page = parse(body.encode())
    assert "markup_lost" in page.flags
    assert "深处也有文字" in "".join(p.text for a in page.articles for p in a.paragraphs)


def test_a_page_beyond_the_limit_is_one_clear_error() -> None:
    with pytest.raises(ArchiverError, match="bytes; pages over"):
        parse(b"a" * (MAX_BYTES + 1), url="http://gh.example/")


@pytest.mark.asked_for
@pytest.mark.skipif("FUZZ_PAGES" not in os.environ, reason="only with make fuzz")
def test_a_line_of_thirty_megabytes_is_read() -> None:
    body = ("<p>" + SENTENCE * (MAX_BYTES // 100)).encode()[:MAX_BYTES]
    assert parse(body).kind == "article"

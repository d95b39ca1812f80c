"""Pages of more lines or tags than any text has: the whole text is kept, in fewer lines."""

import subprocess
import sys

import pytest

from archiver.parsers.markup.coarse import COARSE
from archiver.parsers.markup.html import read_html, read_text
from archiver.parsers.page import Source, parse, read
from tests.parsers.hostile import page_of

MOST_MEMORY = 300  # MB, of a process that reads a page of 10 MB
_PEAK = """
import sys
from archiver.parsers.page import parse
from tests.memory import peak
from tests.parsers.hostile import page_of
parse(page_of(sys.argv[1], 10_000_000))
print(peak() >> 20)
"""
NUMBERS = [f"第{number}组" for number in range(4_000)]


def _without_blanks(texts: list[str]) -> str:
    return "".join("".join(texts).split())


@pytest.mark.parametrize(
    "html",
    [
        "<br>".join(NUMBERS),
        "".join(f"<p>{text}" for text in NUMBERS),
        "<table>" + "".join(f"<td>{text}" for text in NUMBERS),
        "".join(f"<p>{text}</p>{'<i></i>' * 40}" for text in NUMBERS),  # too many tags for a tree
    ],
)
def test_every_character_of_a_page_of_scraps_is_kept(html: str) -> None:
    reading = read(Source(f"<html><body>{html}".encode()))
    assert COARSE in reading.page.flags
    assert len(reading.lines) < 50
    assert _without_blanks([line.text for line in reading.lines]) == "".join(NUMBERS)
    numbered = [number for region in reading.regions for number in region.lines]
    assert numbered == [line.number for line in reading.lines]


def test_what_a_coarse_page_is_taken_for_is_no_certainty() -> None:
    page = parse(page_of("numbered", 100_000))
    assert {article.confidence for article in page.articles} == {0.3}
    assert _without_blanks([p.text for p in page.articles[0].paragraphs]).count("一、工作") > 4_000


def test_links_and_hidden_text_of_a_coarse_page_are_kept() -> None:
    links = "".join(f"<p><a href=/{n}>{n}</a>" for n in range(3_000))
    markup = read_html(f"<html><title>题目</title><body>{links}<i style='display:none'>暗</i>")
    hrefs = [anchor.href for line in markup.lines for anchor in line.anchors]
    assert hrefs == [f"/{n}" for n in range(3_000)]
    assert [line.text for line in markup.hidden] == ["暗"]
    assert markup.title == "题目"


def test_a_long_text_is_read_line_by_line() -> None:
    lines = [
        f"第{number}组到枫叶乡走访困难职工，送去慰问金和职工书屋的新书。" for number in range(6_000)
    ]
    for markup in (read_html("<p>".join(lines)), read_text("\n\n".join(lines))):
        assert [line.text for line in markup.lines] == lines
        assert not markup.flags


@pytest.mark.parametrize("name", ["tiny paragraphs", "one letter"])
def test_a_page_of_ten_megabytes_takes_little_memory(name: str) -> None:
    run = subprocess.run([sys.executable, "-c", _PEAK, name], check=True, capture_output=True)
    assert int(run.stdout) < MOST_MEMORY

"""How markup is written, where browsers show the same, changes nothing that is read."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from archiver.parsers.encoding.decode import decode
from archiver.parsers.page import parse
from archiver.records import Page
from tests.pages.rewritten import REWRITTEN

FOLDER = Path(__file__).parents[1] / "pages" / "unseen"
EVERY = 12  # of the pages


def pages() -> Iterator[tuple[str, str | None]]:
    lists = sorted(FOLDER.glob("*/manifest.jsonl"))
    rows = [
        (folder.parent, json.loads(row))
        for folder in lists
        for row in folder.read_text("utf-8").splitlines()
    ]
    for folder, row in rows[::EVERY]:
        body = (folder / row["file"]).read_bytes()
        yield decode(body, row["content_type"]).text, row["url"]


def read(text: str, url: str | None) -> Page:
    return parse(text.encode(), url=url, content_type="text/html; charset=utf-8")


@pytest.mark.parametrize("way", REWRITTEN)
def test_what_is_read_stays_the_same(way: str) -> None:
    changed = []
    for text, url in pages():
        rewritten = REWRITTEN[way](text)
        if rewritten != text and read(rewritten, url) != read(text, url):
            changed.append(url)
    assert changed == []

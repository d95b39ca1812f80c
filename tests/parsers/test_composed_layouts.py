"""Issues of accounts and in tables, composed at random, are read in any company."""

import pytest

from archiver.parsers.page import parse
from archiver.records import Article
from tests.pages.composed_layouts import LayoutComposer, Piece

SEEDS = 200


def piece_of(article: Article) -> Piece:
    text = sum(one.kind not in ("caption", "table") for one in article.paragraphs)
    named = tuple((one.unit, one.person) for one in article.contributors)
    return Piece(article.section, article.title or "", named, text)


@pytest.mark.parametrize("in_table", [False, True], ids=["account", "table"])
def test_every_part_is_read_in_any_company(in_table: bool) -> None:
    misread: list[int] = []
    for seed in range(SEEDS):
        html, series, number, pieces = LayoutComposer(seed, in_table=in_table).compose()
        page = parse(html.encode(), url="http://gh.qz.example/n/1.html")
        told = page.issue and (page.issue.series, page.issue.number)
        if told != (series, number) or tuple(map(piece_of, page.articles)) != pieces:
            misread.append(seed)
    assert misread == []

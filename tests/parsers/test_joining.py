import pytest

from archiver.demo.expected import expected_issues
from archiver.demo.pages import build
from archiver.parsers.joining import Joining, is_part_of
from archiver.parsers.page import Source, parse_parts
from archiver.records import Page

BASE = "http://site.example"
SITE = build(BASE)
SPREAD = [issue for issue in expected_issues() if len(issue["pages"]) > 1]


def source(path: str) -> Source:
    return Source(SITE[path].body, BASE + path, "text/html; charset=gb2312")


def joined(path: str, lost: frozenset[str] = frozenset()) -> Page | None:
    first = source(path)
    joining = Joining.begin(first, parse_parts([first]), None)
    if joining is None:
        return None
    waiting = list(joining.wanted)
    while waiting:
        url = waiting.pop(0)
        given = None if url in lost else source(url.removeprefix(BASE))
        waiting += joining.add(url, given)
    assert joining.whole
    return joining.page()


def squeezed(text: str | None) -> str:
    return "".join((text or "").split())


@pytest.mark.parametrize("issue", SPREAD, ids=lambda issue: issue["pages"][0])
def test_an_issue_spread_over_pages_is_one_issue_that_names_them(issue: dict) -> None:  # type: ignore[type-arg]
    page = joined(issue["pages"][0])
    assert page is not None
    assert page.issue is not None
    assert page.parts == tuple(BASE + path for path in issue["pages"])
    assert [a.title for a in page.articles] == [a["title"] for a in issue["articles"]]
    for article, gold in zip(page.articles, issue["articles"], strict=True):
        text = "".join(squeezed(p.text) for p in article.paragraphs)
        assert text.startswith("".join(squeezed(p["text"]) for p in gold["paragraphs"]))
    assert [entry.article for entry in page.issue.toc] == [
        n for n, _ in enumerate(page.issue.toc, 1)
    ]


@pytest.mark.parametrize("issue", SPREAD, ids=lambda issue: issue["pages"][0])
def test_a_part_that_cannot_be_had_is_left_out_and_flagged(issue: dict) -> None:  # type: ignore[type-arg]
    lost = BASE + issue["pages"][-1]
    page = joined(issue["pages"][0], frozenset([lost]))
    assert page is not None
    assert "parts_missing" in page.flags
    assert lost not in page.parts


def test_an_issue_on_one_page_stands_alone() -> None:
    assert joined("/jianbao/2008/0118/61.html") is None


@pytest.mark.parametrize(
    ("url", "first", "part"),
    [
        ("http://a/2008/295_2.html", "http://a/2008/295.html", True),
        ("http://a/t20080625_1_3.htm", "http://a/t20080625_1.htm", True),
        ("http://a/show.asp?id=9&page=2", "http://a/show.asp?id=9", True),
        ("http://a/Show.asp?ArticleID=9&ArticlePage=2", "http://a/Show.asp?ArticleID=9", True),
        ("http://a/2008/296.html", "http://a/2008/295.html", False),
        ("http://a/2008/295.html", "http://a/2008/295.html", False),
        ("http://a/2008/2951.html", "http://a/2008/295.html", False),
        ("http://a/show.asp?id=10", "http://a/show.asp?id=9", False),
        ("http://b/2008/295_2.html", "http://a/2008/295.html", False),
        ("http://a/2008/295_print.html", "http://a/2008/295.html", False),
    ],
)
def test_a_part_differs_from_the_first_page_in_its_number_alone(
    url: str, first: str, part: bool
) -> None:
    assert is_part_of(url, first) is part


TEXTS = [
    "　　县总工会召开第一次会议，研究了帮扶工作。",
    "　　会议还听取了各乡镇工会的汇报，提出了要求。",
]


def part(number: int, more: str) -> str:
    return (
        "<html><head><title>县总工会召开会议</title><body><h1>县总工会召开会议</h1>"
        "<p>来源：县总工会　发布时间：2009-07-01</p>"
        f"<div id=zoom><p>{TEXTS[number] * 4}</div>{more}"
    )


def joined_of(first: str, pages: dict[str, str]) -> Page | None:
    sources = {url: Source(text.encode(), url) for url, text in pages.items()}
    joining = Joining.begin(sources[first], parse_parts([sources[first]]), None)
    if joining is None:
        return None
    waiting = list(joining.wanted)
    while waiting:
        url = waiting.pop(0)
        waiting += joining.add(url, sources.get(url))
    return joining.page()


def paragraphs(page: Page) -> int:
    return sum(len(article.paragraphs) for article in page.articles)


def test_the_first_part_under_another_address_is_not_read_twice() -> None:
    first = "http://a.example/show.asp?id=5"
    second, again = f"{first}&page=2", f"{first}&page=1"
    page = joined_of(
        first,
        {
            first: part(0, f'<a href="{second}">下一页</a>'),
            second: part(1, f'<a href="{again}">上一页</a>'),
            again: part(0, f'<a href="{second}">下一页</a> 点击 7'),
        },
    )
    assert page is not None
    assert page.parts == (first, second)
    assert paragraphs(page) == 2


def test_nothing_is_joined_where_all_parts_are_the_first() -> None:
    first, again = "http://a.example/show.asp?id=5", "http://a.example/show.asp?id=5&page=2"
    link = f'<a href="{again}">下一页</a>'
    page = joined_of(first, {first: part(0, link), again: part(0, link)})
    assert page is not None
    assert page.parts == ()
    assert paragraphs(page) == 1


def test_an_article_whose_script_counts_its_parts_is_joined() -> None:
    stem = "http://a.example/t20090701_88"
    scripts = [f"<script>var currentPage={n}; var countPage = 2;</script>" for n in (0, 1)]
    first, second = f"{stem}.htm", f"{stem}_1.htm"
    page = joined_of(first, {first: part(0, scripts[0]), second: part(1, scripts[1])})
    assert page is not None
    assert page.parts == (first, second)
    assert paragraphs(page) == 2


def test_parts_are_joined_by_their_numbers_however_they_are_found() -> None:
    first = "http://a.example/show.asp?id=5"
    urls = {n: f"{first}&page={n}" for n in (2, 3, 4)}
    texts = [f"　　第{n}部分说到了各乡镇工会的帮扶工作，提出了要求。" * 4 for n in range(1, 5)]

    def page_of(number: int) -> str:
        links = [f'<a href="{urls[number + 1]}">下一页</a>'] if number + 1 in urls else []
        links.append(f'<a href="{urls[4]}">尾页</a>')
        return part(0, "".join(links)).replace(TEXTS[0] * 4, texts[number - 1])

    page = joined_of(first, {first: page_of(1), **{urls[n]: page_of(n) for n in urls}})
    assert page is not None
    assert page.parts == (first, urls[2], urls[3], urls[4])
    said = [p.text for article in page.articles for p in article.paragraphs]
    assert said == [text.strip() for text in texts]

"""The demo site says what its content says, in the bytes and traits that real sites have."""

import io
import re
import zipfile
from html import unescape
from urllib.parse import urljoin, urlsplit

import lxml.html
import pytest
from edtf_validate.valid_edtf import is_valid

from archiver.demo import expected, listings
from archiver.demo.content import load
from archiver.demo.pages import HTML, Resource, build

UTF8_PAGE = "/dongtai/200902/t20090219_108.htm"
BASE = "http://127.0.0.1:9"
SITE = build(BASE)
PAGES = {a: r for a, r in SITE.items() if r.content_type == HTML and r.status == 200}


def text_of(address: str) -> str:
    return PAGES[address].body.decode("utf-8" if address == UTF8_PAGE else "gb18030")


def printed(html: str) -> str:
    """Text without markup and white space, to find a sentence whatever surrounds it."""
    html = re.sub(r"<(script|style).*?</\1>|<[^>]*>?", "", html, flags=re.S)
    return "".join(unescape(html).split())


def followed_from(start: str) -> set[str]:
    """Addresses that links lead to, scripts read as a person's browser would."""
    seen, queue = set(), [start]
    while queue:
        address = queue.pop()
        if address in seen:
            continue
        seen.add(address)
        resource = SITE.get(address)
        if resource and resource.location:
            queue.append(resource.location)
        if address in PAGES:
            queue.extend(links(address))
    return seen


def links(address: str) -> set[str]:
    html = text_of(address)
    hrefs = [str(a.get("href")) for a in lxml.html.fromstring(html).iter("a") if a.get("href")]
    if script := re.search(r'createPageHTML\((\d+), \d+, "index", "htm"\)', html):
        hrefs += [f"index_{n}.htm" for n in range(1, int(script[1]))]
    found = set()
    for href in hrefs:
        parts = urlsplit(urljoin(BASE + address, href))
        if parts.scheme == "http" and parts.netloc == urlsplit(BASE).netloc:
            query = "" if "sessionid" in parts.query else parts.query
            found.add(parts.path + (f"?{query}" if query else ""))
    return found


def test_every_page_can_be_reached_from_the_home_page() -> None:
    reached = followed_from("/")
    unlinked = {"/robots.txt", "/images/banner.gif"}
    assert set(SITE) - reached == unlinked
    assert reached - set(SITE) == set(expected.dead_links())


def test_pages_are_gbk_declared_gb2312_with_characters_that_gb2312_lacks() -> None:
    body = PAGES["/jianbao/2009/0116/70.html"].body
    assert b"charset=gb2312" in body
    assert "〇" in body.decode("gbk") and "镕" in body.decode("gbk")
    with pytest.raises(UnicodeDecodeError):
        body.decode("gb2312")


def test_one_page_lies_about_its_encoding() -> None:
    liars = []
    for address, page in PAGES.items():
        try:
            page.body.decode("utf-8")
        except UnicodeDecodeError:
            continue
        liars.append(address)
    assert liars == [UTF8_PAGE]


def test_the_broken_page_ends_inside_a_tag() -> None:
    html = text_of("/dongtai/200904/t20090424_109.htm")
    assert html.endswith("<font colo") and "听讲座" in html


@pytest.mark.parametrize("issue", expected.expected_issues(), ids=lambda i: str(i["key"]))
def test_an_issue_prints_every_part_of_its_gold(issue: dict[str, object]) -> None:
    text = "".join(printed(text_of(page)) for page in issue["pages"])  # type: ignore[attr-defined]
    for article in issue["articles"]:  # type: ignore[attr-defined]
        parts = [article["title"], article["subtitle"], article["section"]]
        parts += [p["text"] for p in article["paragraphs"]]
        parts += [c["text"] for c in article["contributors"]]
        for part in filter(None, parts):
            assert "".join(part.split()) in text
    assert str(issue["editor"]) in text


def test_copies_print_the_same_articles_under_another_address() -> None:
    issue = next(i for i in expected.expected_issues() if i["copies"])
    copy = printed(text_of(issue["copies"][0]))
    for article in issue["articles"]:
        assert all(p["text"].replace("\t", "") in copy for p in article["paragraphs"])


def test_two_years_of_issues_with_one_number_missing() -> None:
    issues = expected.expected_issues()
    assert len(issues) >= 12
    assert {issue["year"] for issue in issues} == {2008, 2009}
    assert expected.expected_gaps() == {("宜黄工会简报", 2008): [5]}
    assert len({issue["key"] for issue in issues}) == len(issues)


def test_the_poisoned_footer_names_the_brand_twice_and_nothing_else_does() -> None:
    brand = load().facts.poison.brand
    named = {a: text_of(a).count(brand) for a in PAGES if brand in text_of(a)}
    assert named == {"/jianbao/2008/0620/2.html": 2}


def test_hidden_links_stand_on_one_page_only() -> None:
    hidden = [a for a in PAGES if "bet7021.example" in text_of(a)]
    assert hidden == ["/dongtai/200809/t20080928_106.htm"]
    assert "display:none" in text_of(hidden[0]) and "left:-9999px" in text_of(hidden[0])


def test_list_pages_name_every_item_of_their_column_once() -> None:
    content = load()
    titles = {
        "issue": ([i.headline for i in content.issues], listings.issue_lists(content)),
        "notice": ([n.title for n in content.notices], listings.notice_lists(content)),
        "news": ([n.title for n in content.news], listings.news_lists(content)),
    }
    for expected_titles, pages in titles.values():
        pages.pop("/tongzhi.asp?page=1", None)
        html = "".join(pages.values())
        assert len(pages) > 1
        assert all(html.count(f">{title}</a>") == 1 for title in expected_titles)


def test_attachments_are_real_files() -> None:
    files = {a.rsplit(".", 1)[1]: r for a, r in SITE.items() if a.startswith("/upfiles/")}
    assert set(files) == {"doc", "docx", "pdf"}
    assert files["doc"].body.startswith(b"{\\rtf1")
    with zipfile.ZipFile(io.BytesIO(files["docx"].body)) as package:
        assert "推荐名额分配表" in package.read("word/document.xml").decode()
    assert_cross_references_are_right(files["pdf"])


def assert_cross_references_are_right(resource: Resource) -> None:
    body = resource.body
    start = int(re.findall(rb"startxref\n(\d+)", body)[0])
    assert body[start : start + 4] == b"xref"
    for number, offset in enumerate(re.findall(rb"(\d{10}) 00000 n", body), 1):
        assert body[int(offset) :].startswith(b"%d 0 obj" % number)


def test_the_site_is_the_same_every_time() -> None:
    assert build(BASE) == SITE


def test_expected_pages_exist_and_print_their_titles() -> None:
    for address, page in expected.expected_pages().items():
        assert address in PAGES
        if page.get("title"):
            assert "".join(page["title"].split()) in printed(text_of(address))


def test_every_expected_date_stands_in_its_text_and_is_edtf() -> None:
    articles = [a for issue in expected.expected_issues() for a in issue["articles"]]
    dates = [(article, date) for article in articles for date in article["dates"]]
    assert len(dates) > 30
    for article, date in dates:
        start, end = date["offset"]
        assert article["paragraphs"][date["paragraph"]]["text"][start:end] == date["text"]
        assert is_valid(date["edtf"])

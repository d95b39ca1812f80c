import datetime

import pytest

from archiver.records import Attachment, Date, Link, Page, SiteProfile
from spiders.scope import Bounds, Scope, as_asked

PROFILE = SiteProfile.model_validate(
    {"key": "here", "name": "某县总工会", "start": ["http://www.example.com/"]}
    | {"hosts": ["www.example.com"]}
)
BASE = "http://www.example.com/list/index.htm"


def page(*links: Link, attachments: tuple[Attachment, ...] = ()) -> Page:
    return Page(kind="listing", encoding="utf-8", parser="t", links=links, attachments=attachments)


def urls(bounds: Bounds, links: Page) -> list[str]:
    return [one.url for one in Scope(bounds).new_of(bounds.targets(links, BASE))]


def test_only_pages_on_the_sites_hosts_are_asked_for_and_each_once() -> None:
    links = page(
        Link(url="../a/1.htm", title="一"),
        Link(url="http://www.example.com/a/1.htm#x", title="一"),
        Link(url="http://elsewhere.example.net/", title="外"),
        Link(url="http://sub.www.example.com/", title="子"),
        Link(url="javascript:;", title="无"),
        attachments=(Attachment(url="file/1.doc", name="附件"),),
    )
    assert urls(Bounds(PROFILE), links) == [
        "http://www.example.com/a/1.htm",
        "http://www.example.com/list/file/1.doc",
    ]


def test_links_printed_with_an_older_date_are_left_out() -> None:
    day = datetime.date(2008, 6, 25)
    old = Date(text="2008-06-25", edtf="2008-06-25", start=day, end=day, precision="day")
    links = page(
        Link(url="old.htm", title="旧", date=old, block="listing"),
        Link(url="undated.htm", title="无日期", block="listing"),
    )
    bounds = Bounds(PROFILE, since=datetime.date(2008, 6, 26))
    assert urls(bounds, links) == ["http://www.example.com/list/undated.htm"]


def test_named_columns_restrict_navigation_and_nothing_else() -> None:
    profile = PROFILE.model_copy(update={"columns": ("工会简报",)})
    links = page(
        Link(url="1.htm", title="工会简报", block="navigation"),
        Link(url="2.htm", title="领导班子", block="navigation"),
        Link(url="3.htm", title="某篇文章", block="listing"),
    )
    assert [url[-5:] for url in urls(Bounds(profile), links)] == ["1.htm", "3.htm"]


def test_an_endless_address_is_not_asked_for() -> None:
    assert not Scope(Bounds(PROFILE)).new("http://www.example.com/" + "a/" * 2000)


def test_an_address_that_cannot_be_read_is_not_asked_for() -> None:
    assert not Bounds(PROFILE).allows("http://[broken/")


@pytest.mark.parametrize(
    ("encoding", "url", "asked"),
    [
        ("gb18030", "l.asp?lm=工会&p=2", "l.asp?lm=%B9%A4%BB%E1&p=2"),
        ("utf-8", "l.asp?lm=工会", "l.asp?lm=%E5%B7%A5%E4%BC%9A"),
        ("gb18030", "工会/", "工会/"),
        ("gb18030", "?x=%20a+b&y=工#会", "?x=%20a+b&y=%B9%A4"),
        ("iso-8859-1", "?y=工&z=1", "?y=?&z=1"),
    ],
)
def test_a_query_is_asked_in_the_encoding_of_the_page_that_links_it(
    encoding: str, url: str, asked: str
) -> None:
    url, asked = (f"http://www.example.com/{address}" for address in (url, asked))
    assert as_asked(url, encoding) == asked
    links = (Link(url=url, title="简报"),)
    linking = Page(kind="listing", encoding=encoding, parser="t", links=links)
    assert [target.url for target in Bounds(PROFILE).targets(linking, BASE)] == [asked]

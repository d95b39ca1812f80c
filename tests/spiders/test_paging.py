from collections.abc import Iterator

import pytest

from spiders.paging import Ask, announced
from tests.command import archiver
from tests.site import LISTS, LocalServer, paging_site
from tests.site.profile import write_hurried

BASE = "http://www.example.com/gzdt/index.htm"


def names(body: bytes) -> list[str]:
    return [ask.url.rsplit("/", 1)[1] for ask in announced(body, BASE)]


def test_pages_counted_from_0_lie_at_index_1_and_on() -> None:
    assert names(b'<script>createPageHTML(4, 0, "index", "htm");</script>') == [
        "index_1.htm",
        "index_2.htm",
        "index_3.htm",
    ]


def test_pages_counted_from_1_lie_at_name_2_and_on() -> None:
    body = b"<script>createPageHTML('page_div',3, 1,'list','shtml',40);</script>"
    assert names(body) == ["list_2.shtml", "list_3.shtml"]


def test_a_count_beyond_reason_ends_at_a_limit() -> None:
    body = b'createPageHTML(99999, 0, "index", "htm")'
    assert sum(1 for _ in announced(body, BASE)) <= 2000


def test_a_function_of_the_page_gives_every_page_up_to_the_last_it_is_called_with() -> None:
    body = (
        b'<script>function goPage(n){ location.href="list.asp?c=5&page="+n; }</script>'
        b'<a href="javascript:goPage(2)">2</a><a href="javascript:goPage(4)">last</a>'
    )
    assert names(body) == [f"list.asp?c=5&page={n}" for n in (2, 3, 4)]


def test_a_post_back_carries_the_view_state_of_its_page() -> None:
    body = (
        b"<form method=post action=list.aspx><input type=hidden name=__VIEWSTATE value=abc>"
        b"<a href=\"javascript:__doPostBack('Pager','2')\">2</a></form>"
    )
    (ask,) = announced(body, BASE)
    assert dict(ask.form)["__VIEWSTATE"] == "abc"
    assert (dict(ask.form)["__EVENTTARGET"], dict(ask.form)["__EVENTARGUMENT"]) == ("Pager", "2")


@pytest.mark.parametrize("body", [b"<html>", b"", b"\x00\xff", b"__doPostBack('a','2')"])
def test_a_page_that_announces_nothing_gives_nothing(body: bytes) -> None:
    assert list(announced(body, BASE)) == []


def test_two_posts_to_one_address_are_two_questions() -> None:
    assert Ask(BASE, (("page", "1"),)).identity != Ask(BASE, (("page", "2"),)).identity


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LocalServer]:
    """The paging site after a crawl that began at the start page of every form."""
    home = tmp_path_factory.mktemp("home")
    with paging_site() as site:
        starts = [site.url + start for start, _ in LISTS.values()]
        write_hurried(home, "paging", *starts, connections=4)
        archiver(home, "crawl", "paging")
        yield site


@pytest.mark.parametrize("form", LISTS)
def test_every_item_of_a_list_is_asked_for_however_it_is_paged(
    asked: LocalServer, form: str
) -> None:
    targets = [target for _, target in asked.requests]
    _, items = LISTS[form]
    assert [item for item in items if item not in targets] == []
    assert all(targets.count(item) == 1 for item in items)


@pytest.mark.parametrize("encoding", ["utf-8", "gbk"])
@pytest.mark.parametrize(
    "link",
    [
        '<a href="/tzgg/" class="more">更多&gt;&gt;</a>',
        "<A HREF=/tzgg/ target=_blank><span>[更多]</span></A>",
        '<a href="/tzgg/"><img src="images/more.gif" border=0></a>',
        '<a href="/tzgg/">MORE+</a>',
        '<a title="通知公告" href="/tzgg/">查看更多 ></a>',
    ],
)
def test_a_column_behind_more_is_found(link: str, encoding: str) -> None:
    page = f'<h3>通知公告</h3>{link}<a href="/tzgg/1.html">更多帮扶措施出台</a>'
    (ask,) = announced(page.encode(encoding), BASE)
    assert (ask.url, ask.is_column) == ("http://www.example.com/tzgg/", True)


@pytest.mark.parametrize(
    "link",
    [
        '<a href="javascript:more()">更多</a>',
        '<a style="display:none" href="/trap/">更多</a>',
        '<a href="/tzgg/1.html">多措并举</a>',
        "<a href=/x>" + "更" * 5000,
        "<a " * 5000 + "更多",
    ],
)
def test_what_is_no_way_to_a_column_is_left(link: str) -> None:
    assert list(announced(link.encode(), BASE)) == []

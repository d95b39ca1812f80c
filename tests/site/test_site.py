"""The servers that other tests rely on do what they say."""

import gzip
import http.client
import socket
from collections.abc import Iterator
from contextlib import closing
from urllib.parse import urlencode, urlsplit

import pytest

from tests.site import LISTS, LocalServer, jcms, paging_site, trap_site, traps
from tests.site.paging import FORMS


@pytest.fixture(scope="module")
def pages() -> Iterator[LocalServer]:
    with paging_site() as site:
        yield site


@pytest.fixture
def site() -> Iterator[LocalServer]:
    with trap_site() as site:
        yield site


def ask(
    site: LocalServer, target: str, form: dict[str, str] | None = None
) -> tuple[http.client.HTTPResponse, str]:
    body = urlencode(form) if form is not None else None
    kind = {"Content-Type": "application/x-www-form-urlencoded"} if form is not None else {}
    with closing(http.client.HTTPConnection(urlsplit(site.url).netloc, timeout=5)) as connection:
        connection.request("POST" if form is not None else "GET", target, body, kind)
        with connection.getresponse() as response:
            return response, response.read().decode("gbk", "replace")


def listed(texts: list[str], items: list[str]) -> list[str]:
    return [item for text in texts for item in items if f'href="{item}"' in text]


LIST_PAGES = {
    "count-page": ["index.htm", "index_1.htm", "index_2.htm"],
    "create-page-html": ["index.htm", "index_1.htm", "index_2.htm"],
    "create-page-html-div": ["list.shtml", "list_2.shtml", "list_3.shtml"],
    "list-type-number": ["list_3_1.html", "list_3_2.html", "list_3_3.html"],
    "index-number": ["index.html", "index_2.html", "index_3.html"],
    "query-page": ["list.asp", "list.asp?classid=5&page=2", "list.asp?classid=5&page=3"],
    "query-page-index": ["list.html", "list.html?pageIndex=2", "list.html?pageIndex=3"],
    "go-page": ["list.asp", "list.asp?classid=5&page=2", "list.asp?classid=5&page=3"],
    "to-page-form": ["list.asp", "list.asp?classid=5&page=2", "list.asp?classid=5&page=3"],
}


@pytest.mark.parametrize("name", LIST_PAGES)
def test_list_pages_together_list_every_item_once(pages: LocalServer, name: str) -> None:
    form = FORMS[name]
    texts = [ask(pages, form.folder + page)[1] for page in LIST_PAGES[name]]
    assert listed(texts, form.items) == form.items


def test_every_item_is_a_page(pages: LocalServer) -> None:
    for start, items in LISTS.values():
        assert ask(pages, start)[0].status == 200
        assert all(ask(pages, item)[0].status == 200 for item in items)


def test_post_back_needs_the_forms_hidden_fields(pages: LocalServer) -> None:
    form = FORMS["post-back"]
    first = ask(pages, form.start_path)[1]
    state = first.partition('name="__VIEWSTATE" value="')[2].partition('"')[0]
    fields = {"__EVENTTARGET": "AspNetPager1", "__VIEWSTATE": state}
    later = [ask(pages, form.start_path, fields | {"__EVENTARGUMENT": n})[1] for n in ("2", "3")]
    assert listed([first, *later], form.items) == form.items
    refused, _ = ask(pages, form.start_path, {"__EVENTTARGET": "AspNetPager1"})
    assert refused.status == 404


def test_jcms_proxy_hands_out_the_records_that_the_page_leaves_out(pages: LocalServer) -> None:
    first = ask(pages, jcms.START_PATH)[1]
    target = f"{jcms.PROXY}?startrecord=4&endrecord=6&perpage=1"
    form = {"col": "1", "webid": "7", "columnid": "694", "unitid": "3548"}
    second = ask(pages, target, form)[1]
    third = ask(pages, f"{jcms.PROXY}?startrecord=7&endrecord=9&perpage=1", form)[1]
    assert listed([first, second, third], jcms.ITEMS) == jcms.ITEMS
    assert "<record>" not in ask(pages, target, {"webid": "7"})[1]


def test_items_lie_beside_every_trap(site: LocalServer) -> None:
    home = ask(site, "/")[1]
    for trap in traps.TRAPS:
        assert f'href="/{trap}/"' in home
        assert ask(site, f"/{trap}/")[0].status == 200
        assert all(ask(site, item)[0].status == 200 for item in traps.items(trap))


def test_calendar_and_folders_never_end(site: LocalServer) -> None:
    assert 'href="/calendar/?y=2008&amp;m=1"' in ask(site, "/calendar/?y=2007&m=12")[1]
    assert 'href="/calendar/?y=2007&amp;m=12"' in ask(site, "/calendar/?y=2008&m=1")[1]
    assert 'href="more/"' in ask(site, "/deep/more/more/more/")[1]


def test_session_numbers_change_with_every_answer(site: LocalServer) -> None:
    assert ask(site, "/session/")[1] != ask(site, "/session/")[1]
    assert ask(site, "/session/;jsessionid=1")[0].status == 200


def test_endless_lists_repeat_themselves_or_are_empty(site: LocalServer) -> None:
    third, ninth = (ask(site, f"/endless/?page={n}")[1] for n in (3, 9))
    assert third.split("</ul>")[0] == ninth.split("</ul>")[0]
    assert "<li>" not in ask(site, "/empty/?page=2")[1]


def test_redirects_lead_in_circles_and_away(site: LocalServer) -> None:
    moves = ("/loop/a", "/loop/b"), ("/loop/b", "/loop/a"), ("/loop/longer", "/loop/longer?n=1")
    for here, there in (*moves, ("/loop/away", traps.OFF_SITE)):
        response, _ = ask(site, here)
        assert (response.status, response.getheader("Location")) == (302, there)


def test_busy_pages_relent(site: LocalServer) -> None:
    first, _ = ask(site, "/busy/429.html")
    assert (first.status, first.getheader("Retry-After")) == (429, "1")
    assert ask(site, "/busy/429.html")[0].status == 200
    assert [ask(site, "/busy/503.html")[0].status for _ in range(3)] == [503, 503, 200]


def test_connections_break(site: LocalServer) -> None:
    for target in ("/reset/once.html", "/reset/always.html", "/reset/always.html"):
        with pytest.raises(ConnectionError):
            ask(site, target)
    assert ask(site, "/reset/once.html")[0].status == 200
    with pytest.raises(http.client.IncompleteRead):
        ask(site, "/reset/short.html")


def test_huge_bodies_arrive_in_pieces_or_packed(site: LocalServer) -> None:
    host, port = urlsplit(site.url).netloc.split(":")
    with socket.create_connection((host, int(port)), timeout=5) as raw:
        raw.sendall(b"GET /huge/report.html HTTP/1.1\r\nHost: x\r\n\r\n")
        received = sum(len(raw.recv(65536)) for _ in range(40))
    assert received > 500_000
    with closing(http.client.HTTPConnection(host, int(port), timeout=5)) as connection:
        connection.request("GET", "/huge/bomb.html")
        body = connection.getresponse().read()
    assert len(body) < traps.HUGE_BYTES / 500
    assert len(gzip.decompress(body)) == traps.HUGE_BYTES


def test_slow_page_begins_and_does_not_end(site: LocalServer) -> None:
    host, port = urlsplit(site.url).netloc.split(":")
    with socket.create_connection((host, int(port)), timeout=0.3) as raw:
        raw.sendall(b"GET /slow/report.html HTTP/1.1\r\nHost: x\r\n\r\n")
        assert raw.recv(1000).startswith(b"HTTP/1.1 200")
        with pytest.raises(TimeoutError):
            while True:
                raw.recv(1000)


def test_challenges_soft_404_and_robots(site: LocalServer) -> None:
    assert "acw_sc__v2" in ask(site, "/waf/script.html")[1]
    assert ask(site, "/waf/521.html")[0].status == 521
    response, text = ask(site, "/soft/gone1.html")
    assert response.status == 200 and "页面不存在" in text
    assert "Disallow: /private/" in ask(site, "/robots.txt")[1]


def test_odd_answers_and_the_request_log(site: LocalServer) -> None:
    assert ask(site, "/odd/photo.html")[0].getheader("Content-Type") == "image/jpeg"
    assert ask(site, "/odd/empty.html")[1] == ""
    assert ask(site, "/nowhere")[0].status == 404
    assert site.asked("/odd/") == ["/odd/photo.html", "/odd/empty.html"]

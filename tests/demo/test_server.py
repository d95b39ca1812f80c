"""The loopback server behaves as a real web server does."""

import gzip
import http.client
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import quote, urlsplit

import pytest

from archiver.demo import DemoSite, demo_profile

ISSUE = "/jianbao/2008/0620/2.html"


@pytest.fixture(scope="module")
def site() -> Iterator[DemoSite]:
    with DemoSite() as served:
        yield served


@pytest.fixture
def client(site: DemoSite) -> Iterator[http.client.HTTPConnection]:
    connection = http.client.HTTPConnection(urlsplit(site.url).netloc, timeout=5)
    yield connection
    connection.close()


def ask(
    client: http.client.HTTPConnection, target: str, method: str = "GET", **headers: str
) -> tuple[http.client.HTTPResponse, bytes]:
    client.request(method, target, headers={k.replace("_", "-"): v for k, v in headers.items()})
    response = client.getresponse()
    return response, response.read()


def test_serves_gbk_declared_gb2312(client: http.client.HTTPConnection) -> None:
    response, body = ask(client, ISSUE)
    assert response.status == 200
    assert response.getheader("Content-Type") == "text/html; charset=gb2312"
    assert "抚州“进企帮工”简报2008年第二期" in body.decode("gbk")


def test_one_connection_answers_many_requests(client: http.client.HTTPConnection) -> None:
    ask(client, "/")
    socket = client.sock
    ask(client, ISSUE)
    ask(client, "/nowhere.html")
    assert client.sock is socket


def test_head_has_the_headers_of_get_without_its_body(client: http.client.HTTPConnection) -> None:
    got, body = ask(client, ISSUE)
    head, nothing = ask(client, ISSUE, "HEAD")
    assert head.getheader("Content-Length") == str(len(body))
    assert head.getheader("ETag") == got.getheader("ETag")
    assert nothing == b""


def test_unchanged_pages_answer_304(client: http.client.HTTPConnection) -> None:
    first, _ = ask(client, ISSUE)
    tag, modified = first.getheader("ETag") or "", first.getheader("Last-Modified") or ""
    for headers in ({"If_None_Match": tag}, {"If_Modified_Since": modified}):
        response, body = ask(client, ISSUE, **headers)
        assert (response.status, body) == (304, b"")
        assert response.getheader("ETag") == tag
    response, _ = ask(client, ISSUE, If_None_Match='"other"', If_Modified_Since=modified)
    assert response.status == 200
    response, _ = ask(client, ISSUE, If_Modified_Since="not a date")
    assert response.status == 200


def test_a_changed_page_has_a_new_tag(site: DemoSite, client: http.client.HTTPConnection) -> None:
    first, _ = ask(client, "/gaikuang.html")
    page = site.resources["/gaikuang.html"]
    site.resources["/gaikuang.html"] = replace(page, body=page.body + b"<!-- edited -->")
    second, body = ask(client, "/gaikuang.html", If_None_Match=first.getheader("ETag") or "")
    assert second.status == 200 and body.endswith(b"<!-- edited -->")


def test_gzip_only_when_accepted(client: http.client.HTTPConnection) -> None:
    plain, body = ask(client, ISSUE)
    packed, packed_body = ask(client, ISSUE, Accept_Encoding="gzip, deflate")
    assert plain.getheader("Content-Encoding") is None
    assert packed.getheader("Content-Encoding") == "gzip"
    assert gzip.decompress(packed_body) == body
    assert packed.getheader("ETag") != plain.getheader("ETag")


def test_session_ids_lead_to_the_same_page(client: http.client.HTTPConnection) -> None:
    _, plain = ask(client, "/tongzhi.asp?page=2")
    for target in ("/tongzhi.asp?page=2&sessionid=A1", "/tongzhi.asp;jsessionid=A1?page=2"):
        assert ask(client, target)[1] == plain


def test_chinese_file_names_arrive_in_either_encoding(client: http.client.HTTPConnection) -> None:
    for encoding in ("utf-8", "gbk"):
        response, body = ask(client, "/upfiles/402/" + quote("推荐表.doc", encoding=encoding))
        assert response.status == 200 and body.startswith(b"{\\rtf1")


def test_dead_links_redirects_and_soft_404(client: http.client.HTTPConnection) -> None:
    assert ask(client, "/dongtai/200806/t20080618_199.htm")[0].status == 404
    moved, _ = ask(client, "/go.asp?id=62")
    assert (moved.status, moved.getheader("Location")) == (302, "/jianbao/2008/0310/62.html")
    soft, body = ask(client, "/shownews.asp?id=399")
    assert soft.status == 200 and "页面不存在" in body.decode("gbk")


def test_requests_are_logged_in_order(site: DemoSite, client: http.client.HTTPConnection) -> None:
    before = len(site.requests)
    ask(client, "/robots.txt")
    ask(client, ISSUE, "HEAD")
    assert site.requests[before:] == [("GET", "/robots.txt"), ("HEAD", ISSUE)]


def test_profile_points_at_the_running_server(site: DemoSite) -> None:
    profile = demo_profile(site.url)
    assert [str(url) for url in profile.start] == [f"{site.url}/"]
    assert profile.hosts == ("127.0.0.1",)
    assert profile.private_network and profile.division == "361026"
    assert {series.name for series in profile.series} == {
        "宜黄工会简报",
        "宜黄工会专报",
        "抚州“进企帮工”简报",
    }


def test_a_site_is_found_again_at_its_port_and_elsewhere_when_that_is_taken() -> None:
    with DemoSite() as first:
        port = int(first.url.rsplit(":", 1)[1])
        with DemoSite(port=port) as second:
            assert second.url != first.url
    with DemoSite(port=port) as again:
        assert again.url == first.url

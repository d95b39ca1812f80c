from spiders.pagination import announced_pages

BASE = "http://www.example.com/gzdt/index.htm"


def test_pages_counted_from_0_lie_at_index_1_and_on() -> None:
    body = b'<script>createPageHTML(4, 0, "index", "htm");</script>'
    assert [url.rsplit("/", 1)[1] for url in announced_pages(body, BASE)] == [
        "index_1.htm",
        "index_2.htm",
        "index_3.htm",
    ]


def test_pages_counted_from_1_lie_at_name_2_and_on() -> None:
    body = b"<script>createPageHTML('page_div',3, 1,'list','shtml',40);</script>"
    assert [url.rsplit("/", 1)[1] for url in announced_pages(body, BASE)] == [
        "list_2.shtml",
        "list_3.shtml",
    ]


def test_a_count_beyond_reason_ends_at_a_limit() -> None:
    body = b'createPageHTML(99999, 0, "index", "htm")'
    assert sum(1 for _ in announced_pages(body, BASE)) < 2001


def test_a_page_that_announces_nothing_gives_nothing() -> None:
    assert list(announced_pages(b"<html>", BASE)) == []

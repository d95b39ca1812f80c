import pytest
from hypothesis import given
from hypothesis import strategies as st

from archiver.addresses import page_identity


@pytest.mark.parametrize(
    "other",
    [
        "http://www.example.com/show.asp?id=2&class=1#top",
        "http://www.example.com/show.asp?class=1&id=2&PHPSESSID=0a1b2c",
        "http://www.example.com/show.asp;jsessionid=0A1B2C?class=1&id=2",
    ],
)
def test_one_page_under_many_addresses_is_asked_for_once(other: str) -> None:
    assert page_identity(other) == page_identity("http://www.example.com/show.asp?class=1&id=2")


def test_a_default_port_is_no_difference_and_another_one_is() -> None:
    assert page_identity("http://a.example:80/x") == page_identity("http://a.example/x")
    assert page_identity("http://a.example:8080/x") != page_identity("http://a.example/x")


@pytest.mark.parametrize("url", ["http://a.example:99999999/x", "http://[a/"])
def test_what_is_no_address_is_given_back_as_it_is(url: str) -> None:
    assert page_identity(url) == url


@given(st.from_regex(r"http://[a-z0-9.-]{1,9}/[A-Za-z0-9._/-]{0,20}", fullmatch=True))
def test_plain_addresses_are_not_taken_for_more_than_they_are(url: str) -> None:
    # With an empty query the address goes the long way; the identity is the same.
    assert page_identity(url) == page_identity(f"{url}?")

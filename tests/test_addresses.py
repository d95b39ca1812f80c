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


@given(st.from_regex(r"https?://[a-z0-9.-]{1,12}/[A-Za-z0-9._/-]{0,20}", fullmatch=True))
def test_a_plain_address_is_its_own_identity_the_long_way_too(url: str) -> None:
    assert page_identity(url) == url
    assert page_identity(url + "#top") == url

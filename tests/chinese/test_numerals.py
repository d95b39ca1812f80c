"""Numbers as Chinese pages write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archiver.chinese.numerals import read_number

_HAN = "〇一二三四五六七八九"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12", 12),
        ("１２", 12),
        (" 7 ", 7),
        ("007", 7),
        ("十", 10),
        ("十二", 12),
        ("二十", 20),
        ("二十三", 23),
        ("廿三", 23),
        ("卅一", 31),
        ("一百零八", 108),
        ("一百一十", 110),
        ("一〇八", 108),
        ("二○○八", 2008),
        ("二OO八", 2008),
        ("两千", 2000),
        ("一万二千", 12000),
    ],
)
def test_reads_a_number(text: str, value: int) -> None:
    assert read_number(text) == value


@pytest.mark.parametrize(
    "text", ["", " ", "〇", "十三十", "三廿", "一二十", "第三", "3.5", "三百四百", "a"]
)
def test_what_is_not_all_one_number_is_none(text: str) -> None:
    assert read_number(text) is None


@given(st.integers(1, 9999))
def test_digit_by_digit_in_han_characters(value: int) -> None:
    assert read_number("".join(_HAN[int(c)] for c in str(value))) == value


@given(st.text(max_size=20))
def test_never_fails(text: str) -> None:
    value = read_number(text)
    assert value is None or value >= 0

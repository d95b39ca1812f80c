"""Lines that carry one date: mastheads, CMS lines, list columns, signatures."""

import pytest

from archiver.chinese.dates import read_date


@pytest.mark.parametrize(
    ("line", "edtf", "flags"),
    [
        ("2009-03-17 09:30:12", "2009-03-17", ()),
        ("2009.3.17", "2009-03-17", ()),
        ("更新时间：2009/3/17 8:00:00 点击：120", "2009-03-17", ()),
        ("二〇〇九年三月十七日", "2009-03-17", ()),
        ("(  2009年3月17日)", "2009-03-17", ()),
        ("澧水县总工会　２００９年３月１７日", "2009-03-17", ()),
        ("09-03-17", "2009-03-17", ("two_digit_year",)),
        ("[09-3-17]", "2009-03-17", ("two_digit_year",)),
        ("某县总工会办公室编 2009年3月", "2009-03", ()),
        ("[03-17]", "XXXX-03-17", ("year_unknown",)),
        ("三月十七日", "XXXX-03-17", ("year_unknown",)),
        ("2009年2月30日", "2009-02?", ("invalid_day",)),
        ("2009年3月  日", "2009-03", ("blank_day",)),
        ("1900-01-01", None, ("sentinel",)),
    ],
)
def test_reads_what_is_printed_and_nothing_more(
    line: str, edtf: str | None, flags: tuple[str, ...]
) -> None:
    date = read_date(line)
    assert date is not None
    assert (date.edtf, date.flags) == (edtf, flags)


@pytest.mark.parametrize(
    "line",
    ["2009年第2期", "第3期 2009年", "点击数：1234", "电话0736-5822618", "12-34", "201395", ""],
)
def test_a_line_without_a_date_gives_none(line: str) -> None:
    assert read_date(line) is None


def test_collapsed_digits_are_read_only_where_a_signature_is_expected() -> None:
    unique = read_date("201395", signature=True)
    several = read_date("某县总工会 2012115日", signature=True)
    assert unique is not None and several is not None
    assert (unique.edtf, unique.flags) == ("2013-09-05?", ("collapsed",))
    assert several.edtf == "[2012-01-15,2012-11-05]"


def test_the_text_is_kept_as_printed() -> None:
    date = read_date("日期：２００９年３月１７日")
    assert date is not None
    assert date.text == "２００９年３月１７日"

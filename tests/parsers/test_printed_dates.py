"""The dates of labels, signatures and mastheads: what cannot be a day is flagged, never guessed."""

import datetime

import pytest

from archiver.parsers.bulletin.dating import read_full_date, read_month_day
from archiver.parsers.info.days import date_of
from archiver.parsers.info.info import Info, published_of
from archiver.parsers.signature import signature_date


@pytest.mark.parametrize(
    ("printed", "day", "flags"),
    [
        ("2009-03-17 09:30", "2009-03-17", ()),
        ("２００９年３月１７日", "2009-03-17", ()),
        ("二〇〇九年三月十七日", "2009-03-17", ()),
        ("09-3-17", "2009-03-17", ("two_digit_year",)),
        ("2009年3月17曰", "2009-03-17", ("char_fixed",)),
    ],
)
def test_a_label_gives_the_day_it_prints(printed: str, day: str, flags: tuple[str, ...]) -> None:
    date = date_of(printed)
    assert date is not None
    assert (date.start, date.end) == (datetime.date.fromisoformat(day),) * 2
    assert date.flags == flags


@pytest.mark.parametrize("printed", ["1970-01-01", "1900-01-01", "0000-00-00", "2009年", "3月17日"])
def test_what_programs_print_for_none_and_half_a_date_are_no_date(printed: str) -> None:
    assert date_of(printed) is None


def test_a_day_that_does_not_exist_counts_only_when_there_is_no_other() -> None:
    damaged = Info((("published", "2009-02-30"),))
    date = published_of([damaged])
    assert date is not None
    assert (date.text, date.edtf, date.flags) == ("2009-02-30", "2009-02?", ("invalid_day",))
    better = published_of([damaged, Info((("published", "2009-03-02"),))])
    assert better is not None
    assert better.edtf == "2009-03-02"


@pytest.mark.parametrize(
    ("line", "edtf", "flags"),
    [
        ("某县总工会 二○○九年三月十七日", "2009-03-17", ()),
        ("2009年3月17号", "2009-03-17", ()),
        ("09年3月17日", "2009-03-17", ("two_digit_year",)),
        ("2009年2月30日", "2009-02?", ("invalid_day",)),
        ("2009年3月   日", "2009-03", ("blank_day",)),
        ("201395", "2013-09-05?", ("collapsed",)),
    ],
)
def test_a_signature_gives_its_day(line: str, edtf: str, flags: tuple[str, ...]) -> None:
    date = signature_date(f"\u3000\u3000{line} ")
    assert date is not None
    assert (date.edtf, date.flags) == (edtf, flags)
    assert line.endswith(date.text)


@pytest.mark.parametrize(
    "line",
    ["3月17日", "邮编：201314", "2009年3月", "报名至2009年3月17日止", "2009年3月17日讯", "工会"],
)
def test_what_only_looks_like_a_signature_is_none(line: str) -> None:
    assert signature_date(line) is None


@pytest.mark.parametrize(
    ("line", "text", "edtf", "flags"),
    [
        ("某县总工会编 (2009年3月17日)", "2009年3月17日", "2009-03-17", ()),
        ("2009.3.17印发", "2009.3.17印发", "2009-03-17", ()),
        ("二OO九年三月十七日", "二OO九年三月十七日", "2009-03-17", ()),
        ("200 9年3月17日", "200 9年3月17日", "2009-03-17", ()),
        ("09年3月17日", "09年3月17日", "2009-03-17", ("two_digit_year",)),
        ("2009年2月30日", "2009年2月30日", "2009-02?", ("invalid_day",)),
        ("1970-01-01", "1970-01-01", None, ("sentinel",)),
    ],
)
def test_a_masthead_gives_its_day(
    line: str, text: str, edtf: str | None, flags: tuple[str, ...]
) -> None:
    found = read_full_date(line)
    assert found is not None
    assert (found.value.text, found.value.edtf, found.value.flags) == (text, edtf, flags)


def test_a_month_and_day_take_the_year_of_the_number() -> None:
    found = read_month_day("某县总工会 2月30日", 2009)
    assert found is not None
    assert found.value.edtf == "2009-02?"
    assert found.value.flags == ("invalid_day", "year_inferred")

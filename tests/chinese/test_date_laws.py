"""Laws that hold for every date and every text."""

import datetime
import itertools
from collections.abc import Callable

import pytest
from edtf_validate.valid_edtf import is_valid
from hypothesis import given, settings
from hypothesis import strategies as st

from archiver.chinese.dates import Anchor, find_dates, find_dates_in, read_date
from archiver.chinese.fold import fold
from archiver.records import DateMention
from tests.chinese.date_forms import Form, forms
from tests.chinese.date_words import WORDS, random_strings
from tests.work import no_hang

# 1900-01-01 and 1970-01-01 in digits are what programs write for "none".
DAYS = [
    day
    for day in map(datetime.date.fromordinal, range(693_596, 767_010))
    if day not in (datetime.date(1900, 1, 1), datetime.date(1970, 1, 1))
]
_HAN = "〇一二三四五六七八九"
_FULL = str.maketrans("0123456789-/.", "０１２３４５６７８９－／．")


def _tens(number: int) -> str:
    """十, 十二, 二十, 三十一."""
    tens, units = divmod(number, 10)
    head = {0: "", 1: "十"}.get(tens, _HAN[tens] + "十")
    return head + (_HAN[units] if units else "")


def _short_tens(number: int) -> str:
    """廿五, 卅一."""
    return _tens(number).replace("二十", "廿", 1).replace("三十", "卅", 1)


def _digits(number: int) -> str:
    return "".join(_HAN[int(c)] for c in str(number))


STYLES: list[Callable[[datetime.date], str]] = [
    lambda d: f"{d.year}年{d.month}月{d.day}日",
    lambda d: f"{d.year}年{d.month:02}月{d.day:02}日",
    lambda d: f"{d.year} 年 {d.month} 月 {d.day} 日",
    lambda d: f"{d.year}年{d.month}月{d.day}日".translate(_FULL),
    lambda d: f"{_digits(d.year)}年{_tens(d.month)}月{_tens(d.day)}日",
    lambda d: f"{_digits(d.year).replace('〇', '○')}年{_tens(d.month)}月{_short_tens(d.day)}日",
    lambda d: f"{_digits(d.year).replace('〇', 'O')}年{_tens(d.month)}月{_tens(d.day)}号",
    lambda d: d.isoformat(),
    lambda d: f"{d.year}/{d.month}/{d.day}",
    lambda d: f"{d.year}.{d.month}.{d.day}",
    lambda d: f"{d.year}.{d.month:02}.{d.day:02}".translate(_FULL),
    lambda d: f"{d.year}年{d.month}月{d.day}日（星期{'一二三四五六日'[d.weekday()]}）",
]


@pytest.mark.parametrize("decade", range(190, 211))
def test_every_day_survives_writing_in_twelve_styles(decade: int) -> None:
    """A day is written in every third style; three years running write it in all of them."""
    anchor = Anchor(day=datetime.date(2100, 12, 31), source="issue")
    days = (day for day in DAYS if day.year // 10 == decade)
    for month, group in itertools.groupby(days, lambda day: (day.year, day.month)):
        # What folds to the same signs is the same text to the reader: it is read once.
        written = {
            fold(style(day)): day for day in group for style in STYLES[day.toordinal() % 3 :: 3]
        }
        found = find_dates("；".join(written), anchor)
        assert [(m.start, m.end) for m in found] == [(d, d) for d in written.values()], month
        assert {(m.precision, m.flags) for m in found} == {("day", ())}, month


@pytest.mark.parametrize("style", STYLES)
def test_a_line_with_one_date_gives_that_day(style: Callable[[datetime.date], str]) -> None:
    for day in DAYS[::997]:
        date = read_date(f"某县总工会 {style(day)}")
        assert date is not None
        assert date.start == day


DATED = st.lists(st.sampled_from(WORDS), max_size=14).map("".join)
ANCHORS = st.one_of(
    st.none(),
    st.dates(datetime.date(1950, 1, 1), datetime.date(2060, 12, 31)),
    st.integers(1980, 2030).map(lambda year: Anchor(year=year, source="issue_year")),
)


def assert_lawful(text: str, found: tuple[DateMention, ...]) -> None:
    """Offsets give back the text, in order and apart; spans run forwards."""
    reached = 0
    for mention in found:
        start, end = mention.offset
        assert reached <= start < end <= len(text)
        assert text[start:end] == mention.text
        assert mention.start is None or mention.end is None or mention.start <= mention.end
        assert mention.edtf is not None or not mention.approximate or mention.start is None
        reached = end


@settings(max_examples=400)
@given(DATED, ANCHORS)
def test_whatever_is_found_is_lawful_and_valid_edtf(
    text: str, anchor: datetime.date | Anchor | None
) -> None:
    found = find_dates(text, anchor)
    assert_lawful(text, found)
    assert [m.edtf for m in found if m.edtf is not None and not is_valid(m.edtf)] == []


@settings(max_examples=200)
@given(st.sampled_from(forms()), st.data())
def test_invisible_characters_change_nothing_but_the_offsets(
    form: Form, data: st.DataObject
) -> None:
    cuts = sorted(data.draw(st.lists(st.integers(0, len(form.text)), max_size=4)))
    pieces = [form.text[a:b] for a, b in itertools.pairwise([0, *cuts, len(form.text)])]
    padded = "\u200b".join(pieces)
    plain, found = find_dates(form.text, form.anchor), find_dates(padded, form.anchor)
    assert [(m.edtf, m.flags, fold(m.text)) for m in found] == [
        (m.edtf, m.flags, fold(m.text)) for m in plain
    ]
    assert_lawful(padded, found)


@settings(max_examples=100)
@given(st.lists(DATED, max_size=4), ANCHORS)
def test_dates_of_paragraphs_read_together_stand_in_their_paragraphs(
    paragraphs: list[str], anchor: datetime.date | Anchor | None
) -> None:
    found = find_dates_in(paragraphs, anchor)
    assert [m.paragraph for m in found] == sorted(m.paragraph for m in found)
    for number, text in enumerate(paragraphs):
        assert_lawful(text, tuple(m for m in found if m.paragraph == number))


def test_100_000_random_strings_neither_fail_nor_hang() -> None:
    for text in random_strings(100_000):
        with no_hang(text):
            find_dates(text, datetime.date(2009, 3, 17))


@pytest.mark.parametrize(
    "piece",
    "1 一 5月 5月6日、 5月6、 1、 一至 1- 2008- 2008、 2008年 去年同期 元旦 元旦、 “五一” 正月 1日"
    " 6日至 截至 两节( 二〇 今 同期 第 “ 农历 近1 12年 2008年× 8.8.".split(" "),
)
def test_no_run_of_words_is_endless(piece: str) -> None:
    text = (piece * 30_000)[:30_000]
    with no_hang():
        find_dates(text, datetime.date(2009, 3, 17))

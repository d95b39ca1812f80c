"""The Chinese calendar, against days that almanacs print and against the library's own reading."""

import datetime

import cnlunar
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archiver.chinese.calendar import (
    cyclic_year,
    five_year_plan,
    lunar_day,
    lunar_month,
    lunar_new_year,
    lunar_year_days,
    new_years_eve,
    qingming,
)

D = datetime.date


def test_new_year_and_its_eve() -> None:
    days = [lunar_new_year(year) for year in (2007, 2008, 2012, 2015, 2024, 2026)]
    assert days == [
        D(2007, 2, 18), D(2008, 2, 7), D(2012, 1, 23), D(2015, 2, 19), D(2024, 2, 10),
        D(2026, 2, 17),
    ]  # fmt: skip
    assert new_years_eve(2012) == D(2012, 1, 22)
    assert lunar_new_year(1900) is None
    assert lunar_new_year(2101) is None


def test_feasts_by_their_lunar_day() -> None:
    assert lunar_day(2009, 8, 15) == D(2009, 10, 3)
    assert lunar_day(2012, 5, 5) == D(2012, 6, 23)
    assert lunar_day(2009, 5, 1, leap=True) == D(2009, 6, 23)
    assert lunar_day(2009, 6, 1, leap=True) is None
    assert lunar_day(2008, 1, 31) is None
    assert lunar_month(2008, 1) == (D(2008, 2, 7), D(2008, 3, 7))
    assert lunar_year_days(2008) == (D(2008, 2, 7), D(2009, 1, 25))


@settings(max_examples=150)
@given(st.dates(D(1902, 1, 1), D(2099, 12, 31)))
def test_every_day_is_found_again_under_its_lunar_name(day: datetime.date) -> None:
    name = cnlunar.Lunar(datetime.datetime(day.year, day.month, day.day))
    found = lunar_day(name.lunarYear, name.lunarMonth, name.lunarDay, leap=name.isLunarLeapMonth)
    assert found == day


@pytest.mark.parametrize(("year", "day"), [(2008, 4), (2009, 4), (2010, 5), (2011, 5), (2012, 4)])
def test_qingming_is_a_solar_term(year: int, day: int) -> None:
    assert qingming(year) == D(year, 4, day)


def test_a_cyclic_year_is_the_nearest_of_its_name() -> None:
    assert cyclic_year("戊子", 2008) == 2008
    assert cyclic_year("戊子", 1950) == 1948
    assert cyclic_year("甲午", 2008) == 2014
    assert cyclic_year("辛亥", 1911) == 1911
    assert cyclic_year("己丑") == 2009
    assert cyclic_year("甲丑") is None
    assert cyclic_year("戊") is None


def test_five_year_plans() -> None:
    plans = [five_year_plan(n) for n in (1, 2, 3, 10, 11, 12, 15)]
    assert plans == [
        (1953, 1957), (1958, 1962), (1966, 1970), (2001, 2005), (2006, 2010), (2011, 2015),
        (2026, 2030),
    ]  # fmt: skip
    assert five_year_plan(0) is None
    assert five_year_plan(99) is None

"""Place names read with the code table of the year."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archiver.chinese.places import Place, gazetteer, short_forms


def codes(text: str, year: int | None = 2008) -> list[str]:
    match = gazetteer(year).match(text)
    return [place.code for place in match.places] if match else []


def is_full(name: str, year: int) -> bool:
    match = gazetteer(year).match(name)
    return match is not None and match.full and match.length == len(name)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("临澧县总工会", "430724"),
        ("澧县总工会", "430723"),
        ("临澧总工会", "430724"),
        ("津市市总工会", "430781"),
        ("津市总工会", "430781"),
        ("武陵源区", "430811"),
        ("武陵区", "430702"),
        ("恩施州总工会", "422800"),
        ("长阳县总工会", "420528"),
        ("科右前旗总工会", "152221"),
        ("广西总工会", "450000"),
        ("内蒙古自治区总工会", "150000"),
        ("伊犁州总工会", "654000"),
        ("神农架林区总工会", "429021"),
    ],
)
def test_the_longest_name_counts(text: str, code: str) -> None:
    assert codes(text) == [code]


def test_the_table_of_the_year_decides() -> None:
    assert codes("望城县", 2008) == ["430122"]
    assert not is_full("望城区", 2008)
    assert codes("望城区", 2012) == ["430112"]
    assert codes("望城县", 2011) == codes("望城县", 2008)  # a district since May 2011
    assert not is_full("望城县", 2014)
    assert codes("望城县", None) == ["430122"]


@pytest.mark.parametrize("year", [1900, 1979, 1980, 2019, 2026, 9999])
def test_years_beyond_the_tables_are_read_with_the_nearest(year: int) -> None:
    assert codes("临澧县", year)


@pytest.mark.parametrize(
    ("name", "forms"),
    [
        ("临澧县", ("临澧",)),
        ("澧县", ()),
        ("津市市", ("津市",)),
        ("恩施土家族苗族自治州", ("恩施", "恩施州", "恩施自治州")),
        ("双江拉祜族佤族布朗族傣族自治县", ("双江", "双江县", "双江自治县")),
        ("东乡族自治县", ("东乡", "东乡县", "东乡自治县")),
        ("克孜勒苏柯尔克孜自治州", ("克孜勒苏", "克孜勒苏州", "克孜勒苏自治州")),
        ("大兴安岭地区", ("大兴安岭",)),
        ("科尔沁右翼前旗", ("科右前旗",)),
        ("达拉特旗", ("达拉特",)),
    ],
)
def test_short_forms(name: str, forms: tuple[str, ...]) -> None:
    assert short_forms(name) == forms


def test_namesakes_are_decided_by_what_is_near_or_not_at_all() -> None:
    places = gazetteer(2008)
    drum_towers = places.match("鼓楼区")
    assert drum_towers and len(drum_towers.places) > 2
    nanjing, jiangsu, hunan = (places.get(code) for code in ("320100", "320000", "430000"))
    assert nanjing and jiangsu and hunan
    chosen = places.choose(drum_towers.places, [nanjing])
    assert chosen and chosen.code == "320106"
    assert places.choose(drum_towers.places, [jiangsu]) is None  # 南京 and 徐州 have one each
    assert places.choose(drum_towers.places, [hunan]) is None
    assert places.choose(drum_towers.places, []) is None


@pytest.mark.parametrize(
    ("code", "prefecture"),
    [("430724", "430700"), ("110105", "110000"), ("500235", "500000"), ("429004", None)],
)
def test_the_prefecture_of_a_county(code: str, prefecture: str | None) -> None:
    places = gazetteer(2012)
    county = places.get(code)
    assert county
    found = places.parent(county, "prefecture")
    assert (found.code if found else None) == prefecture


def test_names_in_running_text_are_full_names_and_no_common_words() -> None:
    found = gazetteer(2008).mentions("全市中区召开县委会议 临澧县走访企业,和县领导到浏阳市")
    assert [match.places[0].name for _, match in found] == ["临澧县", "和县", "浏阳市"]
    assert gazetteer(2008).mentions("市和县两级工会在城区召开县级会议") == []


# The first question about a year reads its table, which takes long on a busy machine.
@settings(deadline=None)
@given(st.integers(1975, 2030), st.text(max_size=50))
def test_any_text_and_year_can_be_read(year: int, text: str) -> None:
    gazetteer(year).mentions(text)


@given(st.sampled_from(["430724", "110105", "320106", "422800", "650000"]))
def test_a_place_lies_within_its_parents(code: str) -> None:
    places = gazetteer(2008)
    place = places.get(code)
    assert isinstance(place, Place)
    for level in ("prefecture", "province"):
        parent = places.parent(place, level)
        assert parent is None or place.within(parent)

from archiver.chinese.units import UnitContext, resolve_unit


def test_a_city_that_became_a_district_within_the_year_is_left_unresolved() -> None:
    # 吴江市 became 吴江区 in September 2012; the table of that year has only the district.
    context = UnitContext(editor="昆山市总工会", year=2012)
    found = resolve_unit("吴江市总工会", context)
    assert found is None or not (found.key or "").endswith(":市总工会")

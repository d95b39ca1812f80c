"""The versioned table of organs."""

import pytest

from archiver.chinese.units import UnitContext, resolve_unit
from archiver.chinese.units.cores import read_core
from archiver.chinese.units.organs import OrganTableError, organ_table, read_organs

PLACES = ("泰和县", "县")
HEADING = "abbr,aliases,full,levels,system,valid_from,valid_to,lineage,becomes,source"


def table(*rows: str) -> str:
    return "\n".join((HEADING, *rows)) + "\n"


def test_the_table_of_the_package_is_sound_and_large() -> None:
    organs = organ_table().organs
    assert len(organs) >= 150
    assert {"party", "congress", "cppcc", "gov", "union", "mass", "court", "adhoc"} <= {
        organ.system for organ in organs
    }


@pytest.mark.parametrize(
    ("surface", "year", "abbr"),
    [
        ("安全生产监督管理局", 2008, "安监局"),
        ("人口和计划生育委员会", 2008, "计生委"),
        ("计生局", 2008, "计生局"),
        ("劳动和社会保障局", 2008, "劳动局"),
        ("劳社局", 2008, "劳动局"),
        ("道路运输管理处", 2008, "运管处"),
        ("电子政务管理办公室", 2008, "电子政务办"),
        ("文化旅游广电体育局", 2020, "文旅局"),
        ("双联办公室", 2008, "双联领导小组办"),
    ],
)
def test_full_names_and_aliases_lead_to_the_short_form(surface: str, year: int, abbr: str) -> None:
    core = read_core(surface, year)
    assert core and core.name == abbr


def test_every_surface_is_read_as_its_own_organ() -> None:
    for organ in organ_table().organs:
        year = min(max(organ.valid_from, 2008), organ.valid_to)
        for surface in organ.surfaces:
            if "X" not in surface:
                core = read_core(surface, year)
                assert core and core.organ == organ, surface


def test_all_ways_to_write_an_organ_have_one_key() -> None:
    for organ in organ_table().organs:
        year = min(max(organ.valid_from, 2008), organ.valid_to)
        context = UnitContext(editor="泰和县总工会", year=year)
        names = []
        for surface in organ.surfaces:
            before, inside, after = surface.partition("X")
            names += [f"{before}{place}{after}" if inside else place + before for place in PLACES]
        units = [resolve_unit(name, context) for name in names]
        assert len({unit.key for unit in units if unit}) == 1 and None not in units, organ.abbr


def test_successors_share_the_lineage_or_are_named() -> None:
    by_abbr = {organ.abbr: organ for organ in organ_table().organs}
    for organ in organ_table().organs:
        for link in organ.becomes:
            if link.kind == "renamed":
                assert by_abbr[link.abbr].lineage == organ.lineage, organ.abbr


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("abbr,full\n", "line 1: the columns must be abbr,aliases"),
        (table("甲局,,甲局,市,gov,2000,,甲"), "line 2: 8 cells instead of 10"),
        (table("甲局,,甲局,市,king,2000,,甲,,x"), "line 2, column system: king is none of party"),
        (table("甲局,,甲局,市,gov,2,,甲,,x"), "line 2, column valid_from: 2 is not a year"),
        (table("甲局,,甲局,市,gov,2009,2008,甲,,x"), "column valid_to: 2008 is before valid_from"),
        (table("甲局,,甲局,区,gov,,,甲,,x"), "line 2, column levels: 区 may only hold"),
        (table("甲局,,甲局,市,gov,,,,,x"), "line 2, column lineage: a value is missing"),
        (table("甲局,,甲局,市,gov,,,甲,乙局:renamed:2019,x"), "column becomes: 乙局 is not in"),
        (
            table("甲局,,甲局,市,gov,,,甲,乙局:eaten:2019,x"),
            "column becomes: 乙局:eaten:2019 is not",
        ),
        (
            table("甲局,,甲局,市,gov,2000,2010,甲,,x", "乙局,甲局,乙局,市,gov,2010,,乙,,x"),
            "organs.csv, line 3, column valid_from: the years of 甲局 overlap with those of line 2",
        ),
    ],
)
def test_a_table_that_cannot_be_used_is_refused_with_its_place(text: str, message: str) -> None:
    with pytest.raises(OrganTableError, match=r"^organs\.csv, line") as raised:
        read_organs(text, "organs.csv")
    assert message in str(raised.value)


def test_one_surface_may_be_used_again_in_later_years() -> None:
    rows = table("甲局,,甲局,市,gov,2000,2009,甲,,x", "乙局,甲局,乙局,市,gov,2010,,乙,,x")
    assert len(read_organs(rows, "organs.csv")) == 2

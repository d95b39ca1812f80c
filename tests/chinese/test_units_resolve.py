"""Printed units resolved to name, division and key."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archiver.chinese.units import (
    ResolvedUnit,
    UnitContext,
    lineage,
    resolve_unit,
    resolve_units,
)

PREFECTURE = UnitContext(editor="吉安市总工会办公室", year=2008)
COUNTY = UnitContext(editor="县总工会办公室", series="泰和工运动态", year=2008)


def facts(unit: ResolvedUnit | None) -> tuple[str, str | None, str] | None:
    return (unit.name, unit.key, unit.basis) if unit else None


@pytest.mark.parametrize(
    ("printed", "name", "key"),
    [
        ("市政协“双联”办", "吉安市政协“双联”办", "360800:cppcc:政协双联办"),
        ("市“双联”办", "吉安市“双联”办", "360800:adhoc:双联领导小组办"),
        ("市委", "吉安市委", "360800:party:市委"),
        ("市委办公室", "吉安市委办公室", "360800:party:市委办"),
        ("市委宣传部", "吉安市委宣传部", "360800:party:宣传部"),
        ("市人民政府", "吉安市人民政府", "360800:gov:市政府"),
        ("市政府办", "吉安市政府办", "360800:gov:政府办"),
        ("市直机关工委", "吉安市直机关工委", "360800:party:机关工委"),
        ("团市委", "团吉安市委", "360800:mass:团委"),
        ("市总", "吉安市总工会", "360800:union:总工会"),
        ("省总", "江西省总工会", "360000:union:总工会"),
        ("市场监管局", "吉安市市场监管局", "360800:gov:市场监管局"),
        ("市市场监管局", "吉安市市场监管局", "360800:gov:市场监管局"),
        ("市民政局", "吉安市民政局", "360800:gov:民政局"),
        ("市第一中学", "吉安市第一中学", "360800:institution:一中"),
        ("我市卫生局", "吉安市卫生局", "360800:gov:卫生局"),
        ("市人大常委会办公室", "吉安市人大常委会办公室", "360800:congress:人大办"),
        ("市“创先争优”活动领导小组办公室", None, "360800:adhoc:创先争优领导小组办"),
        ("市送温暖工程领导小组办公室", None, "360800:adhoc:送温暖工程领导小组办"),
    ],
)
def test_level_words_become_the_place_of_the_editor(
    printed: str, name: str | None, key: str
) -> None:
    unit = resolve_unit(printed, PREFECTURE)
    assert unit and unit.key == key and unit.basis == "issue"
    assert unit.name == (name or "吉安" + printed)


@pytest.mark.parametrize(
    ("printed", "name", "key"),
    [
        ("泰和县“双联”办", "泰和县“双联”办", "360826:adhoc:双联领导小组办"),
        ("泰和总工会", "泰和县总工会", "360826:union:总工会"),
        ("江西省吉安市泰和县总工会", "江西省吉安市泰和县总工会", "360826:union:总工会"),
        ("中共泰和县委宣传部", "中共泰和县委宣传部", "360826:party:宣传部"),
        ("中共泰和县委信访局", "中共泰和县委信访局", "360826:gov:信访局"),
        ("泰和县委信访局", "泰和县委信访局", "360826:gov:信访局"),
        ("中共泰和县委员会", "中共泰和县委员会", "360826:party:县委"),
        ("中国共产党泰和县委员会办公室", "中国共产党泰和县委员会办公室", "360826:party:县委办"),
        ("团泰和县委办公室", "团泰和县委办公室", "360826:mass:团委办"),
        ("政协泰和县委员会办公室", "政协泰和县委员会办公室", "360826:cppcc:政协办"),
        ("共青团泰和县委", "共青团泰和县委", "360826:mass:团委"),
        ("泰和县澄江镇总工会", "泰和县澄江镇总工会", "360826:union:澄江镇总工会"),
        ("国网吉安供电公司", "国网吉安供电公司", "360800:enterprise:供电公司"),
        ("吉安高新区总工会", "吉安高新区总工会", "360800:union:高新区总工会"),
        ("泰和县中学", "泰和县中学", "360826:institution:中学"),
        ("井冈山市总工会", "井冈山市总工会", "360881:union:总工会"),
        ("吉安县总工会", "吉安县总工会", "360821:union:总工会"),
    ],
)
def test_a_printed_place_is_explicit(printed: str, name: str, key: str) -> None:
    assert facts(resolve_unit(printed, PREFECTURE)) == (name, key, "explicit")


FIVE_WAYS = (
    "市安监局 吉安市安监局 吉安市安全生产监督管理局 安监局 吉安安监局 市“安监局” 市 安 监 局"
)


def test_the_same_office_written_in_many_ways_has_one_key() -> None:
    ways = [*FIVE_WAYS.split(" ", 6), "市安全监管局"]
    keys = {unit.key for unit in (resolve_unit(way, PREFECTURE) for way in ways) if unit}
    assert keys == {"360800:gov:安监局"}


def test_offices_of_one_campaign_at_four_bodies_have_four_keys() -> None:
    names = ["市“双联”办", "市政协“双联”办", "泰和县“双联”办", "万安县“双联”办"]
    units = [resolve_unit(name, PREFECTURE) for name in names]
    assert len({unit.key for unit in units if unit}) == 4


def test_bodies_before_and_after_a_reform_stay_two_with_one_lineage() -> None:
    old = resolve_unit("市计生委", PREFECTURE)
    new = resolve_unit("市卫健委", UnitContext(editor="吉安市总工会", year=2019))
    assert old and new
    assert old.key == "360800:gov:计生委" and new.key == "360800:gov:卫健委"
    assert lineage(old.key or "") == lineage(new.key or "") == "卫生"
    assert lineage("360800:party:市委") == "党委"
    assert lineage("360800:union:总工会") != lineage("360800:union:云峰厂工会")


def resolved(printed: str, **context: object) -> tuple[str, str, str] | None:
    unit = resolve_unit(printed, UnitContext(**context))  # type: ignore[arg-type]
    return (unit.name, unit.division, unit.basis) if unit else None


def test_the_series_or_the_site_places_an_editor_without_place() -> None:
    assert facts(resolve_unit("县妇联", COUNTY)) == ("泰和县妇联", "360826:mass:妇联", "issue")
    here = {"editor": "县总工会办公室", "site_division": "360828", "year": 2008}
    assert resolved("县妇联", **here) == ("万安县妇联", "360828", "issue")
    assert resolved("县妇联", editor="县总工会办公室", year=2008) is None


def test_the_source_places_an_editor_without_place_and_recipients_do_not() -> None:
    here = {"editor": "县总工会办公室", "year": 2008}
    assert resolved("县妇联", **here, source="泰和县总工会") == ("泰和县妇联", "360826", "issue")
    assert resolved("县妇联", **here, hints=("送：万安县总工会、泰和县总工会",)) is None
    ours = {"editor": "编辑部", "source": "泰和县总工会", "year": 2008}
    assert resolved("县妇联", **ours) == ("泰和县妇联", "360826", "issue")


def test_a_newspaper_as_source_is_not_the_publisher() -> None:
    here = {"source": "江西日报", "site": ("泰和县总工会",), "year": 2008}
    assert resolved("安监局", **here) == ("泰和县安监局", "360826", "site")


def test_the_title_goes_before_the_issue_and_the_issue_before_the_site() -> None:
    here = {"editor": "吉安市总工会", "site": ("万安县总工会",), "year": 2008}
    titled = here | {"title": "泰和县总工会推进集体协商"}
    assert resolved("县总工会", **titled) == ("泰和县总工会", "360826", "title")
    assert resolved("县总工会", **here) == ("万安县总工会", "360828", "site")
    for title in ("泰和：集体协商促和谐", "泰和工会送清凉", "我市泰和县总工会送清凉"):
        by_title = resolved("县总工会", **here | {"title": title})
        assert by_title == ("泰和县总工会", "360826", "title")
    assert resolved("市总工会", **titled) == ("吉安市总工会", "360800", "issue")


@pytest.mark.parametrize(
    "title",
    [
        "赴泰和县考察",
        "泰和县领导来我县考察",
        "泰和县万安县联合开展活动",
        "浏阳市鞭炮厂建会",
        "学临澧县",
    ],
)
def test_a_title_about_elsewhere_or_several_places_does_not_decide(title: str) -> None:
    here = {"editor": "遂川县总工会", "title": title, "year": 2008}
    assert resolved("县总工会", **here) == ("遂川县总工会", "360827", "issue")


@pytest.mark.parametrize(
    ("editor", "printed", "expected"),
    [
        ("恩施州总工会", "州总工会", ("恩施州总工会", "422800")),
        ("恩施州总工会", "市总工会", None),
        ("长阳土家族自治县总工会", "县教育局", ("长阳土家族自治县教育局", "420528")),
        ("长阳土家族自治县总工会", "市教育局", ("宜昌市教育局", "420500")),
        ("达拉特旗总工会", "旗总工会", ("达拉特旗总工会", "150621")),
        ("达拉特旗总工会", "自治区总工会", ("内蒙古自治区总工会", "150000")),
        ("锡林郭勒盟工会", "盟委宣传部", ("锡林郭勒盟委宣传部", "152500")),
        ("重庆市云阳县总工会", "县总工会", ("云阳县总工会", "500235")),
        ("重庆市云阳县总工会", "市总工会", ("重庆市总工会", "500000")),
        ("北京市朝阳区总工会", "区教委", ("朝阳区教委", "110105")),
        ("北京市朝阳区总工会", "市总工会", ("北京市总工会", "110000")),
        ("仙桃市总工会", "市财政局", ("仙桃市财政局", "429004")),
        ("义乌市总工会", "市财政局", ("义乌市财政局", "330782")),
        ("济宁市总工会", "市中区总工会", ("市中区总工会", "370802")),
        ("常德市总工会", "津市市总工会", ("津市市总工会", "430781")),
        ("津市市总工会", "市委宣传部", ("津市市委宣传部", "430781")),
        ("鼓楼区总工会", "区教育局", None),
        ("南京市鼓楼区总工会", "区教育局", ("鼓楼区教育局", "320106")),
        ("南宁市总工会", "县总工会", None),
        ("望城县总工会", "县劳动局", ("望城县劳动局", "430122")),
        ("石河子市总工会", "市总工会", ("石河子市总工会", "659001")),
        ("常德市总工会", "县总工会", None),
        ("常德市总工会", "安福镇总工会", None),
        ("临澧县总工会", "安福镇总工会", ("临澧县安福镇总工会", "430724")),
        ("临澧县总工会", "院工会", None),
        ("临澧县总工会", "资本合作科", None),
        ("临澧县总工会", "烧成车间", None),  # of a works, which is of no organ
        ("临澧县总工会", "朝阳总工会", None),
        ("临澧县总工会", "鼓楼区总工会", None),
        ("临澧县总工会", "县四套班子", None),
        ("临澧县总工会", "县领导", None),
        ("临澧县总工会", "湖南丰泰公司工会", ("湖南丰泰公司工会", "430724")),
        ("临澧县总工会", "石门一中", ("石门一中", "430726")),
        ("临澧县总工会", "石门镇党委", ("临澧县石门镇党委", "430724")),
        ("临澧县总工会", "民建临澧县支部", ("民建临澧县支部", "430724")),
        ("临澧县总工会", "武警临澧中队", ("武警临澧县中队", "430724")),
        ("临澧县总工会", "县老年体协", ("临澧县老年体协", "430724")),
        ("临澧县总工会", "新华书店", ("临澧县新华书店", "430724")),
        ("临澧县总工会", "丰泰实业有限公司", ("丰泰实业有限公司", "430724")),
        ("临澧县总工会", "丰泰机械厂工会", ("丰泰机械厂工会", "430724")),
        ("临澧县总工会", "第一中学工会", ("临澧县第一中学工会", "430724")),
        ("临澧县总工会", "莲塘社区", ("莲塘社区", "430724")),
        ("常德市总工会", "莲塘社区", None),
        ("临澧县总工会", "机关工会", ("临澧县机关工会", "430724")),
        ("临澧县总工会", "常德卷烟厂", ("常德卷烟厂", "430700")),
        ("临澧县总工会", "全国总工会", None),
        ("临澧县总工会", "临澧县县妇联", ("临澧县县妇联", "430724")),
    ],
)
def test_level_words_and_namesakes_in_many_places(
    editor: str, printed: str, expected: tuple[str, str] | None
) -> None:
    found = resolved(printed, editor=editor, year=2010)
    assert (found and found[:2]) == expected


def test_a_place_alone_names_no_body() -> None:
    unit = resolve_unit("泰和县", PREFECTURE)
    assert unit == ResolvedUnit("泰和县", "360826", None, "explicit")


def test_a_name_of_no_known_kind_has_its_place_only() -> None:
    assert facts(resolve_unit("县供销联", COUNTY)) == ("泰和县供销联", None, "issue")
    assert facts(resolve_unit("泰和县供销联", PREFECTURE)) == ("泰和县供销联", None, "explicit")
    assert resolve_unit("供销联", COUNTY) is None


@pytest.mark.parametrize(
    "printed",
    [
        "秋水县招商局",
        "秋水县“双联”办",
        "清陵市总工会",
        "市秋水区教育办",
        "吉安市秋水区总工会",
        "县秋水镇",
    ],
)
def test_a_place_that_no_table_has_is_not_taken_for_the_host(printed: str) -> None:
    assert resolve_unit(printed, PREFECTURE) is None


def test_an_editor_of_an_unknown_place_does_not_lend_the_place_of_the_site() -> None:
    here = {"editor": "秋水县总工会", "site": ("泰和县总工会",), "year": 2008}
    assert resolved("县妇联", **here) is None
    assert resolved("市总工会", **here | {"editor": "鼓楼区总工会"}) is None
    assert resolved("泰和县妇联", **here) == ("泰和县妇联", "360826", "explicit")


@pytest.mark.parametrize("printed", ["莲塘社区卫生服务中心", "物流园区管委会", "城管局园林所"])
def test_communities_and_parks_are_no_unknown_places(printed: str) -> None:
    assert resolve_unit(printed, UnitContext(editor="泰和县总工会", year=2008))


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("镇纪委", "临澧县安福镇纪委"),
        ("镇总工会", "临澧县安福镇总工会"),
        ("县总工会", "临澧县总工会"),
        ("乡村振兴局", "临澧县乡村振兴局"),
        ("镇江市总工会", "镇江市总工会"),
    ],
)
def test_the_organs_of_a_town_that_edits_are_its_own(printed: str, name: str) -> None:
    town = UnitContext(editor="安福镇党政综合办公室", site=("临澧县人民政府",), year=2021)
    found = resolve_unit(printed, town)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize("printed", ["民一庭", "执行局", "政治处", "路桥法庭", "刑事审判庭"])
def test_the_parts_of_a_court_that_edits_are_its_own(printed: str) -> None:
    found = resolve_unit(printed, UnitContext(editor="馆陶县人民法院办公室", year=2012))
    assert found is not None
    assert (found.name, found.division) == (f"馆陶县人民法院{printed}", "130433")
    elsewhere = resolve_unit("县财政局", UnitContext(editor="馆陶县人民法院", year=2012))
    assert elsewhere is not None
    assert elsewhere.name == "馆陶县财政局"


def test_recipients_tell_namesakes_apart() -> None:
    here = {"editor": "鼓楼区总工会", "hints": ("报：徐州市总工会，区委、区政府",), "year": 2008}
    assert resolved("区教育局", **here) == ("鼓楼区教育局", "320302", "issue")
    assert resolved("市总工会", **here) == ("徐州市总工会", "320300", "issue")
    assert resolved("县总工会", **here) is None


def test_an_address_in_a_district_tells_the_city_only() -> None:
    here = {"site": ("地址：吉安市吉州区阳明路8号",), "year": 2008}
    assert resolved("市总工会", **here) == ("吉安市总工会", "360800", "site")
    assert resolved("区总工会", **here) is None
    owned = {"site": ("吉州区总工会", "吉安市吉州区阳明路8号"), "year": 2008}
    assert resolved("区总工会", **owned) == ("吉州区总工会", "360802", "site")


def test_self_references_mean_the_editor_or_the_owner_of_the_site() -> None:
    assert facts(resolve_unit("本刊编辑部", PREFECTURE)) == (
        "吉安市总工会办公室",
        "360800:union:总工会办",
        "issue",
    )
    assert facts(resolve_unit("本站", UnitContext(site=("泰和县总工会",), year=2008))) == (
        "泰和县总工会",
        "360826:union:总工会",
        "site",
    )
    assert resolve_unit("本刊", UnitContext()) is None


def test_a_list_shares_place_and_ending() -> None:
    first, second = resolve_units(["市国土", "规划局"], PREFECTURE)
    assert facts(first) == ("吉安市国土局", "360800:gov:国土局", "issue")
    assert facts(second) == ("吉安市规划局", "360800:gov:规划局", "contributor")
    units = resolve_units(["泰和县妇联", "县总工会", "教育局"], PREFECTURE)
    assert [unit and unit.division for unit in units] == ["360826"] * 3


CORES = st.sampled_from(
    "总工会 安监局 “双联”办 政协办 委宣传部 教育局 人民医院 第一中学 "
    "直机关工委 澄江镇总工会 卫生局工会 妇联 团委".split()
)
PREFIXES = st.sampled_from(
    ["", "市", "县", "区", "省", "泰和县", "泰和", "吉安市", "团", "鼓楼区", "我县"]
)
CONTEXTS = st.builds(
    UnitContext,
    title=st.sampled_from([None, "泰和县总工会成立", "赴万安县学习"]),
    editor=st.sampled_from([None, "吉安市总工会", "泰和县总工会", "县总工会", "鼓楼区总工会"]),
    site_division=st.sampled_from([None, "360800", "360828", "320100"]),
    year=st.sampled_from([None, 2008, 2019]),
)


@given(PREFIXES, CORES, CONTEXTS)
def test_resolving_a_resolved_name_changes_nothing(
    prefix: str, core: str, context: UnitContext
) -> None:
    once = resolve_unit(prefix + core, context)
    if once:
        again = resolve_unit(once.name, context)
        assert again and (again.name, again.division, again.key) == (
            once.name,
            once.division,
            once.key,
        )


@given(st.text(max_size=80), CONTEXTS)
def test_any_text_can_be_asked_for(text: str, context: UnitContext) -> None:
    resolve_unit(text, context)
    resolve_units([text, text], context)
    resolve_unit("县总工会", UnitContext(title=text, editor=text, series=text, site=(text,)))

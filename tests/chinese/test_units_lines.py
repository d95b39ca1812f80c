"""Contributor lines taken apart, and what counts as a unit or a person."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archiver.chinese.units import is_person_name, is_unit_name, parse_contributors
from archiver.records import Contributor
from tests.work import no_hang

UNITS = """
县总工会 市政协“双联”办 安福县“双联”办 宜春市“双联”工作领导小组办公室 安福总工会
万载县政协办 海南州总工会 团县委 县人社局劳动监察大队 安福县总工会女职工委员会 本刊编辑部 编辑部
安福县 共青团安福县委 中共安福县委宣传部 县直机关工委 政协安福县委员会办公室 县委办 市场监管局
市市场监管局 市政府办 资本合作科 院工会 平都镇总工会 宜春经开区总工会 县一中 县人民医院
丰泰农药化工有限公司 国网宜春供电公司 洋门社区 省总 朝阳区总工会 达拉特旗总工会 锡林郭勒盟总工会
向阳县总工会办公室 黄洲市防汛抗旱指挥部办公室 民进吴江市委会 县委讲师团
县委第四检查组 县委第四联络组 第二督导小组 县委第三巡回指导组 省委巡视组
经理工作部 向阳社区 和平街道 给水厂 对外联络部 为民服务中心
天云县深入学习实践科学发展观活动领导小组办公室 乡镇企业局 广西壮族自治区总工会 县“创先争优”办
县教育局妇委会 重症医学科 县医院急诊医学科 县职业中专 县实验高中 县农机职高
安福县纪委监委 县烟草专卖局（公司） （安福县总工会）
县农广校 县特校 市卫校 县电大 县进修校
经开区总工会 经开区工会联合会 平都镇党的群众路线教育实践活动办公室 县主题教育办公室
清枫县文联 清枫县残联 清枫县工商联 清枫县侨联 清枫县社科联 清枫县贸促会
""".split()

NOT_UNITS = """
机会 社会 工会 工作动态 经验交流 加强基层工会 在县总工会 东关街道建立“民情气象站”
全民健身路径进社区 我县成立双联工作领导小组办公室 张三 各乡镇 省市两级 县四大家
困难职工帮扶中心正式挂牌 市政协办“双联”工作纪实 全面推进工会 全县总工会 走进县总工会
县总工会召开会议 市政协办、市计生委 安全家书进区队 “降成本”政策宣讲进园区 为民办实事工作组
第一书记话小组 统筹推进三组 写春联 万物互联 市领导冒雨检查堤段 冒雪抢修班组
我说工会 旧厂房变身文化宫
""".split()

PERSONS = (
    "张三 王五 田野 汪洋 欧阳文斌 杨　林 陈方安生 买买提·艾合买提 何伟 包文骥 曾琳 李会"
    " 阿不都热合曼 热依汗古丽 四郎扎西 格桑泽仁 斯琴高娃 乌云其其格 特木尔 沙马木呷 吉克阿依"
    " 易建国 毕志强 卫东升"
).split(" ")
NOT_PERSONS = """
安全 高度重视 常德 石门 黄石 拉萨 巴音郭楞 方面 成效 杨 农机局 公司 江苏省 计生办 县总工会 克拉玛依
毕业 卫生 危房 呼和浩特
""".split()


@pytest.mark.parametrize("name", UNITS)
def test_names_of_units_are_recognised(name: str) -> None:
    assert is_unit_name(name)


@pytest.mark.parametrize("text", NOT_UNITS)
def test_words_sentences_lists_and_collectives_are_no_units(text: str) -> None:
    assert not is_unit_name(text)


def test_two_units_apart_are_no_unit() -> None:
    assert not is_unit_name("县总工会 县教育局")
    assert is_unit_name("县 总 工 会")


@pytest.mark.parametrize(
    "name",
    ["一分公司8路车队", "第12生产队", "401厂工会", "220千伏变电站", "12345服务中心", "采煤队2班"],
)
def test_figures_that_count_a_unit_or_name_a_line_are_part_of_its_name(name: str) -> None:
    assert is_unit_name(name)
    (one,) = parse_contributors(f"{name} 张三")
    assert (one.unit, one.person) == (name, "张三")


@pytest.mark.parametrize("text", ["2008年工会", "12家公司", "30个村", "第14期编辑部", "25日医院"])
def test_figures_that_count_or_date_something_else_are_not(text: str) -> None:
    assert not is_unit_name(text)
    assert [c.unit for c in parse_contributors(f"{text} 张三")] == [None]


@pytest.mark.parametrize("name", ["办公室文秘组", "生产工会组", "指挥部后勤保障组", "大会宣传组"])
def test_groups_of_an_office_for_one_task_are_units(name: str) -> None:
    assert is_unit_name(name)


@pytest.mark.parametrize("name", PERSONS)
def test_names_of_persons_are_recognised(name: str) -> None:
    assert is_person_name(name)


@pytest.mark.parametrize("text", NOT_PERSONS)
def test_words_and_places_with_a_surname_in_front_are_no_persons(text: str) -> None:
    assert not is_person_name(text)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("市政协办、市计生委", [("市政协办", "市政协办", None), ("市计生委", "市计生委", None)]),
        ("县总工会办公室 张三", [("县总工会办公室 张三", "县总工会办公室", "张三")]),
        (
            "(县总工会 李四 王五)",
            [("县总工会 李四", "县总工会", "李四"), ("王五", None, "王五")],
        ),
        ("通讯员 张三", [("张三", None, "张三")]),
        ("县妇联 县总工会", [("县妇联", "县妇联", None), ("县总工会", "县总工会", None)]),
        ("市国土、规划局", [("市国土", "市国土", None), ("规划局", "规划局", None)]),
        ("县总工会 供稿", [("县总工会", "县总工会", None)]),
        ("县总工会供稿", [("县总工会", "县总工会", None)]),
        (
            "县总工会、县教育局联合供稿",
            [("县总工会", "县总工会", None), ("县教育局", "县教育局", None)],
        ),
        ("供 稿：县总工会", [("县总工会", "县总工会", None)]),
        ("市安监局 / 王五", [("市安监局 / 王五", "市安监局", "王五")]),
        ("张三（县总工会）", [("张三（县总工会）", "县总工会", "张三")]),
        ("县总工会（张三）", [("县总工会（张三）", "县总工会", "张三")]),
        ("县总工会张三", [("县总工会张三", "县总工会", "张三")]),
        ("县总工会  杨　林", [("县总工会  杨　林", "县总工会", "杨林")]),
        ("县 总 工 会", [("县 总 工 会", "县 总 工 会", None)]),
        ("县烟草专卖局（公司）", [("县烟草专卖局（公司）", "县烟草专卖局（公司）", None)]),
        ("资本合作科 曾琳", [("资本合作科 曾琳", "资本合作科", "曾琳")]),
        ("张三 李四", [("张三", None, "张三"), ("李四", None, "李四")]),
        ("县总工会 晓宇", [("县总工会 晓宇", "县总工会", "晓宇")]),
        ("（（安福县“双联”办））", [("安福县“双联”办", "安福县“双联”办", None)]),
        ("县总工会和县妇联", [("县总工会", "县总工会", None), ("县妇联", "县妇联", None)]),
        ("市住房和城乡建设局", [("市住房和城乡建设局", "市住房和城乡建设局", None)]),
        ("县总工会主席 张三", [("县总工会主席 张三", "县总工会", "张三")]),
        ("县总工会副主席张三", [("县总工会副主席张三", "县总工会", "张三")]),
        ("县总工会 2008年6月25日", [("县总工会", "县总工会", None)]),
        ("本刊讯（记者 王磊）", [("王磊", None, "王磊")]),
        ("离休干部　高鸿儒", [("高鸿儒", None, "高鸿儒")]),
        ("县总工会——张三", [("县总工会——张三", "县总工会", "张三")]),
        ("本刊编辑部", [("本刊编辑部", "本刊编辑部", None)]),
        ("、、；", []),
        ("", []),
    ],
)
def test_a_line_is_split_into_units_and_persons_as_printed(
    line: str, expected: list[tuple[str, str | None, str | None]]
) -> None:
    assert [(c.text, c.unit, c.person) for c in parse_contributors(line)] == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "记者 孟军 通讯员 吴利华 杨志",
            [("孟军", "reporter"), ("吴利华", "contributor"), ("杨志", "contributor")],
        ),
        ("院工会供稿 摄影/包文骥", [("院工会", "contributor"), ("包文骥", "photographer")]),
        ("文/张三 图/李四", [("张三", "author"), ("李四", "photographer")]),
        ("张三/文 李四/图", [("张三", "author"), ("李四", "photographer")]),
        ("张三 / 文　李四 / 图", [("张三", "author"), ("李四", "photographer")]),
        ("县总工会 张三/文 李四/摄", [("县总工会 张三", "author"), ("李四", "photographer")]),
        ("（记者张三　通讯员李四）", [("张三", "reporter"), ("李四", "contributor")]),
        ("通讯员：张三 摄影：李四", [("张三", "contributor"), ("李四", "photographer")]),
    ],
)
def test_role_words_give_the_role_of_the_names_after_them(
    line: str, expected: list[tuple[str, str]]
) -> None:
    assert [(c.text, c.role) for c in parse_contributors(line)] == expected


def test_the_role_of_the_line_is_the_role_of_its_names() -> None:
    assert [c.role for c in parse_contributors("县总工会 张三", role="author")] == ["author"]


def test_a_single_character_before_a_bracket_is_no_part_of_the_name_in_it() -> None:
    assert [c.person for c in parse_contributors("科（张 强）")] == ["张强"]


def printed(line: str, contributor: Contributor) -> bool:
    return all(
        "".join((part or "").split()) in "".join(line.split())
        for part in (contributor.text, contributor.unit, contributor.person)
    )


VOCABULARY = st.sampled_from(
    [
        *"县市省区总工会办局委张三李四王五、 　/（）()供稿记者：:“”·通讯员",
        "县总工会",
        "安福县",
        "张三",
    ]
)


@given(st.lists(VOCABULARY, max_size=30).map("".join))
@settings(max_examples=300)
def test_every_part_is_printed_in_the_line(line: str) -> None:
    assert all(printed(line, contributor) for contributor in parse_contributors(line))


@given(st.text(max_size=200))
def test_no_text_makes_the_recognisers_fail(text: str) -> None:
    parse_contributors(text)
    is_unit_name(text)
    is_person_name(text)


@pytest.mark.parametrize(
    "text",
    ["县" * 100_000, "（" * 100_000, "(" * 50_000 + ")" * 50_000, " 总" * 50_000, "张、" * 50_000],
)
def test_long_nonsense_is_no_hang(text: str) -> None:
    with no_hang():
        parse_contributors(text)
        is_unit_name(text)
        is_person_name(text)

"""Lines told by the lines like them: titles over headings, names under titles, marked columns."""

import pytest

from tests.parsers.issues import PLAIN, TEXT, article
from tests.parsers.issues import county as issue


def centred(text: str) -> str:
    return f"<p align=center><b>{text}</b></p>"


def heading(text: str) -> str:
    return f"<p><b>　　{text}</b></p>{PLAIN}"


def test_a_title_over_headings_is_no_column_where_its_like_stand_over_texts() -> None:
    found = issue(
        article("各代表团讨论报告"),
        centred("发言摘登") + heading("工业代表团") + heading("教卫代表团"),
        article("代表们的一天"),
    )
    assert [(a.section, a.title, len(a.paragraphs)) for a in found.articles] == [
        (None, "各代表团讨论报告", 1),
        (None, "发言摘登", 4),
        (None, "代表们的一天", 1),
    ]


def test_a_title_over_a_name_is_no_column_where_its_like_stand_over_names() -> None:
    def signed(title: str, name: str) -> str:
        return f"<div><b>{title}</b></div><div style='font-size:12px'>{name}</div><p>{TEXT}</p>"

    found = issue(
        signed("民国族谱回家", "县档案局征集股"),
        signed("从麻袋到铁柜", "柳青"),
        signed("查档小故事", "利用服务窗口"),
    )
    assert [(a.section, a.title, a.contributors[0].text) for a in found.articles] == [
        (None, "民国族谱回家", "县档案局征集股"),
        (None, "从麻袋到铁柜", "柳青"),
        (None, "查档小故事", "利用服务窗口"),
    ]


def test_a_line_under_one_title_alone_names_nobody() -> None:
    found = issue(
        article("民国族谱回家"), article("查档小故事", "<p align=center>利用服务窗口</p>")
    )
    assert [a.contributors for a in found.articles] == [(), ()]


def test_a_column_with_the_mark_of_others_is_one_though_it_reads_like_a_name() -> None:
    found = issue(
        "<p>◇ 工会寄语</p><p>春天的约定</p>",
        PLAIN,
        "<p>◇ 本月要事</p><p>教代会胜利闭幕</p>",
        PLAIN,
        "<p>◇ 送温暖</p><p>三月份走访了谁</p>",
        PLAIN,
    )
    assert [(a.section, a.title) for a in found.articles] == [
        ("工会寄语", "春天的约定"),
        ("本月要事", "教代会胜利闭幕"),
        ("送温暖", "三月份走访了谁"),
    ]


@pytest.mark.parametrize(
    ("line", "unit"),
    [
        ("陈绍文（离休干部）", None),
        ("陈绍文（县一中教师）", "县一中"),
        ("陈绍文（县总工会主席）", "县总工会"),
    ],
)
def test_what_a_person_is_stands_in_parentheses_behind_the_name(
    line: str, unit: str | None
) -> None:
    (read,) = issue(article("一支钢笔的记忆", f"<p align=center>{line}</p>")).articles
    assert read.subtitle is None
    assert [(c.unit, c.person) for c in read.contributors] == [(unit, "陈绍文")]


def test_a_counted_heading_named_like_a_column_stays_in_its_text() -> None:
    parts = (heading(f"{number}、{name}") for number, name in zip("一二三", PARTS, strict=True))
    found = issue(centred("沿江水位上涨"), *parts)
    assert [(a.title, len(a.paragraphs)) for a in found.articles] == [("沿江水位上涨", 6)]


PARTS = ("雨情", "险情及处置", "工作部署")


def test_counted_columns_stay_columns() -> None:
    found = issue(
        "<p align=center>一、工作动态</p>",
        article("护林员换上了新鞋"),
        "<p align=center>二、工作部署</p>",
        article("水费三天收齐了"),
    )
    assert [a.section for a in found.articles] == ["工作动态", "工作部署"]


@pytest.mark.parametrize("frame", ["「{}」", "『{}』"])
def test_corners_round_a_title_of_the_contents_are_a_frame(frame: str) -> None:
    titles = ["“三八”节里话创业", "维权岗设到集市上"]
    entries = "".join(f"<p>{n}. {name}</p>" for n, name in enumerate(titles, 1))
    texts = (article(frame.format(name)) for name in titles)
    found = issue(f"<p align=center>目　录</p>{entries}", *texts)
    assert [a.title for a in found.articles] == titles


def test_an_entry_with_a_list_mark_below_a_framed_column_is_one_whatever_it_is_called() -> None:
    found = issue(
        "<p>目录</p><p>【往事】</p><p>• 一支钢笔的记忆</p><p>【信息】</p><p>• 工作短波</p>",
        article("一支钢笔的记忆"),
        "<p><b>工作短波</b></p>" + "".join(f"<p>□ {TEXT}</p>" for _ in range(2)),
    )
    assert [(e.section, e.title) for e in found.issue.toc] == [
        ("往事", "一支钢笔的记忆"),
        ("信息", "工作短波"),
    ]


def test_titles_stand_over_unit_and_person_on_a_line_each() -> None:
    names = "<p>供稿单位：{}</p><p>供稿人：{}</p>"
    found = issue(
        *(
            f"<p><b>{title}</b></p>{names.format(*who)}{PLAIN}{PLAIN}"
            for title, who in (
                ("凉茶送到环卫工人手上", ("布机车间分会", "李明")),
                ("公开课走进乡村", ("动力车间分会", "王芳")),
                ("多措并举抓安全生产", ("前纺车间分会", "文军")),
            )
        )
    )
    assert [(a.title, [c.unit or c.person for c in a.contributors]) for a in found.articles] == [
        ("凉茶送到环卫工人手上", ["布机车间分会", "李明"]),
        ("公开课走进乡村", ["动力车间分会", "王芳"]),
        ("多措并举抓安全生产", ["前纺车间分会", "文军"]),
    ]
    assert [len(a.paragraphs) for a in found.articles] == [2, 2, 2]


@pytest.mark.parametrize(
    "name", ["石门驿学区", "东川片区", "白石垭口管护点", "印染厂部分早班工人", "一群下岗女工"]
)
def test_an_office_no_table_knows_signs_where_the_others_are_signed(name: str) -> None:
    def ends(title: str, signed: str) -> str:
        return f"{centred(title)}<p>　　{TEXT}</p><p>　　{TEXT}（{signed}）</p>"

    found = issue(
        ends("公开课走进乡村", "县第一中学"),
        ends("校园里办起了菜园", "柳林小学"),
        ends("书香飘满校园", name),
    )
    last = found.articles[-1]
    assert [c.unit for c in last.contributors] == [name]
    assert last.paragraphs[-1].text == TEXT


def test_names_behind_a_dash_end_articles_and_are_no_columns() -> None:
    def signed(title: str, name: str) -> str:
        return f"<p><b>{title}</b></p>{PLAIN}<p>{'　' * 14}——{name}</p>"

    found = issue(signed("把工资条念给民工听", "任志刚"), signed("一双绝缘靴的故事", "陶静"))
    assert [(a.section, [c.person for c in a.contributors]) for a in found.articles] == [
        (None, ["任志刚"]),
        (None, ["陶静"]),
    ]


@pytest.mark.parametrize(
    "column", ["", "<p><b>【经验交流】</b></p>", "<p align=center>【河边夜话】</p>"]
)
@pytest.mark.parametrize("names", ["", "<p align=center>县农业局</p>"])
def test_framed_titles_may_stand_below_columns_and_over_names(column: str, names: str) -> None:
    titles = ("税务局上门为企业送政策", "护林员盼来一双好鞋", "夜班公交又开了两条线")
    found = issue(column, *(f"<p><b>【{title}】</b></p>{names}{PLAIN}" for title in titles))
    section = {"": None}.get(column, column and column.split("【")[-1].split("】")[0])
    assert [(a.section, a.title) for a in found.articles] == [(section, t) for t in titles]
    assert [len(a.contributors) for a in found.articles] == [bool(names)] * 3


def test_a_unit_beside_the_title_and_text_of_each_row_sent_that_in() -> None:
    titles = ("税务局上门为企业送政策", "护林员盼来一双好鞋", "夜班公交又开了两条线")
    units = ("县税务局", "白石林场", "县公交公司")
    rows = "".join(
        f"<tr><td>{unit}</td><td><p align=center><b>{title}</b></p><p>{TEXT}{TEXT}</p></td></tr>"
        for unit, title in zip(units, titles, strict=True)
    )
    found = issue(f"<table border=1>{rows}</table>")
    assert [(a.section, a.title) for a in found.articles] == [(None, title) for title in titles]
    assert [[c.unit for c in a.contributors] for a in found.articles] == [[u] for u in units]


def test_a_title_wrapped_in_plain_lines_is_the_entry_with_a_name_behind_it() -> None:
    entries = "<p>　让库区的产业工人挺起腰杆　张晓梅</p><p>　酿造班的二十四道工序　王芳</p>"
    found = issue(
        f"<p>目　录</p>{entries}<p>★调查研究★</p>",
        f"<p>让库区的产业工人</p><p>挺起腰杆</p><p>张晓梅</p><p>　　{TEXT}</p>",
        f"<p>酿造班的</p><p>二十四道工序</p><p>王芳</p><p>　　{TEXT}</p>",
    )
    assert [a.title for a in found.articles] == ["让库区的产业工人挺起腰杆", "酿造班的二十四道工序"]
    assert [[c.person for c in a.contributors] for a in found.articles] == [["张晓梅"], ["王芳"]]

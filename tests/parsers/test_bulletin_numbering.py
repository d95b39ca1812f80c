"""Every way an issue writes its number."""

import pytest

from archiver.parsers.bulletin.masthead.series import read_title
from archiver.parsers.bulletin.numbering import read_numbering
from archiver.parsers.page import parse
from tests.parsers.issues import ARTICLES, DAY, OFFICE, issue_of
from tests.work import no_hang


@pytest.mark.parametrize(
    ("text", "year", "number", "end", "total", "special"),
    [
        ("第2期", None, 2, None, None, None),
        ("第002期", None, 2, None, None, None),
        ("第 12 期", None, 12, None, None, None),
        ("第十二期", None, 12, None, None, None),
        ("第二十三期", None, 23, None, None, None),
        ("第廿三期", None, 23, None, None, None),
        ("第一〇八期", None, 108, None, None, None),
        ("第一百零八期", None, 108, None, None, None),
        ("2009年第二期", 2009, 2, None, None, None),
        ("2009第2期", 2009, 2, None, None, None),
        ("09年第2期", 2009, 2, None, None, None),
        ("二〇〇九年第二期", 2009, 2, None, None, None),
        ("二OO九年第六期", 2009, 6, None, None, None),
        ("2009年度第2期", 2009, 2, None, None, None),
        ("(第十二期)", None, 12, None, None, None),
        ("【第12期】", None, 12, None, None, None),
        ("〔2009〕第3期", 2009, 3, None, None, None),
        ("[2009]第3期", 2009, 3, None, None, None),
        ("〔2009〕3号", 2009, 3, None, None, None),
        ("(2009)3", 2009, 3, None, None, None),
        ("(2009·3)", 2009, 3, None, None, None),
        ("第2期(总第35期)", None, 2, None, 35, None),
        ("第2期 总第35期", None, 2, None, 35, None),
        ("总第35期", None, None, None, 35, None),
        ("总35期", None, None, None, 35, None),
        ("第3、4期合刊(总第86、87期)", None, 3, 4, 86, "合刊"),
        ("第3-4期(总第86-87期)", None, 3, 4, 86, "合刊"),
        ("第27期(迎检专刊)", None, 27, None, None, "专刊"),
        ("(总期第35期)", None, None, None, 35, None),
        ("第3-4期", None, 3, 4, None, "合刊"),
        ("第3、4期", None, 3, 4, None, "合刊"),
        ("第3、4期合刊", None, 3, 4, None, "合刊"),
        ("第三、四期(合刊)", None, 3, 4, None, "合刊"),
        ("第3—4期合刊", None, 3, 4, None, "合刊"),
        ("增刊", None, None, None, None, "增刊"),
        ("增刊(一)", None, 1, None, None, "增刊"),
        ("增刊第1期", None, 1, None, None, "增刊"),
        ("第2期增刊", None, 2, None, None, "增刊"),
        ("试刊第1期", None, 1, None, None, "试刊"),
        ("创刊号", None, None, None, None, "创刊号"),
        ("期数:450", None, 450, None, None, None),
        ("第5号", None, 5, None, None, None),
        ("第12期 2009年", 2009, 12, None, None, None),
        ("2009年5月第2期", 2009, 2, None, None, None),
        ("五月第二期", None, 2, None, None, None),
        ("2009年5月号 第5期", 2009, 5, None, None, None),
        ("2009年秋季刊(第3期,总第27期)", 2009, 3, None, 27, None),
        ("2009年第二季度", 2009, None, None, None, None),
        ("夏季号", None, None, None, None, None),
        ("5月上半月刊", None, None, None, None, None),
        ("2009年第三十三周", 2009, None, None, None, None),
        ("第4周(总第212期)", None, None, None, 212, None),
    ],
)
def test_written_forms(
    text: str,
    year: int | None,
    number: int | None,
    end: int | None,
    total: int | None,
    special: str | None,
) -> None:
    found = read_numbering(text)
    assert found is not None
    got = (found.year, found.number, found.number_end, found.total, found.special)
    assert got == (year, number, end, total, special)


def test_a_month_issue_has_no_number() -> None:
    for text in ("2009年5月号", "2009年五月刊", "二〇〇九年五月下半月刊"):
        found = read_numbering(text)
        assert found is not None
        assert (found.year, found.month, found.number, found.label) == (2009, 5, None, text)


@pytest.mark.parametrize(
    "text", ["召开座谈会", "2009年5月6日", "共印100份", "二期工程", "第十周年", "春卷", "季度之星"]
)
def test_no_number(text: str) -> None:
    assert read_numbering(text) is None


@pytest.mark.parametrize(
    ("title", "series", "number"),
    [
        ("工会信息2009年第15期", "工会信息", 15),
        ("《工会简报》第3期", "工会简报", 3),
        ("2009年第5期工会简报", "工会简报", 5),
        ("工会简报2009年第5期:清溪县建会工作有特色", "工会简报", 5),
        ("[帮扶快报]第7期", "帮扶快报", 7),
    ],
)
def test_series_and_number_in_a_page_title(title: str, series: str, number: int) -> None:
    found = read_title(title)
    assert found is not None
    assert (found.series, found.numbering.number) == (series, number)


@pytest.mark.parametrize(
    "title",
    ["县总工会第二期培训班开班", "《工会简报》第3期受到好评", "关于第三期工会信息采用情况的通报"],
)
def test_a_title_about_an_issue_names_none(title: str) -> None:
    found = read_title(title)
    assert found is None or found.series is None


def test_no_title_is_endless() -> None:
    for text in (
        "第" * 100_000,
        "(" * 100_000,
        "2" * 100_000,
        " " * 100_000 + "第3",
        "总" * 100_000,
    ):
        with no_hang(text[:10]):
            read_numbering(text)


@pytest.mark.parametrize(
    ("label", "number"),
    [
        ("第22周", None),
        ("2011年第二十二周(5月28日—6月3日)", None),
        ("2011年第二季度", None),
        ("夏季号", None),
        ("6月上半月刊", None),
        ("2011年六月刊", None),
        ("创刊号", None),
        ("第六辑", 6),
        ("2011年6月第2期", 2),
        ("2011年6月号　第6期", 6),
    ],
)
@pytest.mark.parametrize("series", ["梅岭职工快讯", "炉前"])
def test_an_issue_may_be_told_by_its_week_month_or_season(
    series: str, label: str, number: int | None
) -> None:
    issue = issue_of(f"<font size=6>{series}</font>", label, f"{OFFICE}编　　2011年6月8日")
    assert (issue.series, issue.number, issue.year) == (series, number, 2011)
    assert (issue.editor, issue.date and issue.date.edtf) == (OFFICE, DAY)


@pytest.mark.parametrize(
    "title",
    [
        "第22周工作动态",
        "2011年第二季度工会信息",
        "信息报送情况通报（2011年第二季度）",
        "6月上半月工作要闻",
    ],
)
def test_a_report_on_a_week_or_a_quarter_is_no_issue(title: str) -> None:
    head = f"<html><head><title>{title}</title></head><body><h1>{title}</h1>"
    page = parse(
        f"{head}<div>发布时间：2011-06-10</div><div>{ARTICLES}</div></body></html>".encode()
    )
    assert page.issue is None


@pytest.mark.parametrize("gap", ["　", "&nbsp;&nbsp;"])
def test_a_word_may_be_set_apart_by_blanks_of_any_kind(gap: str) -> None:
    issue = issue_of(
        "<font size=6>梅岭工会信息</font>", f"增{gap}刊（二）", f"{OFFICE}编　2011年6月8日"
    )
    assert (issue.series, issue.special, issue.number) == ("梅岭工会信息", "增刊", 2)


def test_a_special_is_named_for_its_subject_behind_its_number() -> None:
    issue = issue_of("梅岭工会信息", "第27期（迎检专刊）", OFFICE, DAY)
    assert (issue.number, issue.special, issue.label) == (27, "专刊", "第27期（迎检专刊）")
    assert issue.editor is not None

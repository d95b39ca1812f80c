"""What a date takes from its article, its paragraph, its sentence and its anchor."""

import datetime

import pytest

from archiver.chinese.dates import Anchor, find_dates, find_dates_in

DAY = datetime.date(2009, 3, 17)
REPORT = [
    "2月12日上午，县总工会召开九届三次全委会议，历时一天。会议总结了2008年的工作：全年新建基层工会46家，"
    "比上年增长15%；截至12月底，会员总数达到2.1万人。",
    "次日，主席办公会作了分工。16日至20日，五个工作组深入企业，为春节前后返乡的职工建立台账。",
    "会议要求，各单位务必在3月底前完成换届，第二季度对账，10月份迎接检查；定于5月中旬召开现场会。"
    "“十一五”期间的目标，今年要完成八成。",
]


def meanings(
    texts: list[str], anchor: Anchor | datetime.date | None = DAY
) -> list[list[tuple[str, str | None]]]:
    found = find_dates_in(texts, anchor)
    return [
        [(m.text, m.edtf) for m in found if m.paragraph == number] for number in range(len(texts))
    ]


def test_a_report_read_from_beginning_to_end() -> None:
    assert meanings(REPORT) == [
        [
            ("2月12日", "2009-02-12"),
            ("历时一天", None),
            ("2008年", "2008"),
            ("全年", "2008"),
            ("上年", "2007"),
            ("截至12月底", "../2008-12-31~"),
        ],
        [
            ("次日", "2009-02-13"),
            ("16日至20日", "2009-02-16/2009-02-20"),
            ("春节前后", "2009-01-26~"),
        ],
        [
            ("3月底前", "../2009-03-31~"),
            ("第二季度", "2009-34"),
            ("10月份", "2009-10"),
            ("5月中旬", "2009-05-11/2009-05-20"),
            ("“十一五”期间", "2006/2010"),
            ("今年", "2009"),
        ],
    ]


def test_the_last_day_is_remembered_over_paragraphs_but_the_month_is_not() -> None:
    assert meanings(["2月28日，大会开幕。", "次日，大会闭幕。"])[1] == [("次日", "2009-03-01")]
    assert meanings(["2月28日，大会开幕。", "10日，代表返程。"])[1] == [("10日", "2009-03-10")]


def test_an_end_that_holds_the_beginning_makes_no_range() -> None:
    assert meanings(["2008年5月至2008年，又到年底。"])[0][:2] == [
        ("2008年5月", "2008-05"),
        ("2008年", "2008"),
    ]


def test_the_next_day_that_ends_a_range_follows_its_first_day() -> None:
    spoken = ["1月5日，县工会开会。", "2月28日晚至次日凌晨，抢险队守在渠口。"]
    assert meanings(spoken)[1] == [("2月28日晚至次日", "2009-02-28/2009-03-01")]


def test_texts_read_one_by_one_know_nothing_of_each_other() -> None:
    find_dates("2月28日，大会开幕。", DAY)
    assert find_dates("次日，大会闭幕。", DAY)[0].edtf is None


def test_a_year_holds_for_its_sentence_only() -> None:
    (found,) = meanings(["2007年10月动工，12月竣工。2月挂牌。"])
    assert found == [("2007年10月", "2007-10"), ("12月", "2007-12"), ("2月", "2009-02")]


def test_an_anchor_that_is_only_a_year_gives_the_year_but_no_day() -> None:
    anchor = Anchor(year=2009, source="issue_year")
    found = {m.text: m for m in find_dates("12月6日，今年，昨天，今年以来，本月", anchor)}
    assert found["12月6日"].edtf == "2009-12-06"
    assert found["12月6日"].flags == ("year_inferred", "anchor_year_only")
    assert found["今年"].edtf == "2009"
    assert found["昨天"].edtf is None
    assert found["本月"].edtf is None
    assert (found["今年以来"].edtf, found["今年以来"].end) == ("2009-01-01/..", None)


def test_what_a_date_in_an_address_decides_is_marked_as_weak() -> None:
    anchor = Anchor(day=DAY, source="url")
    inferred, stated = find_dates("2月6日，2008年5月1日", anchor)
    assert "anchor_weak" in inferred.flags
    assert "anchor_weak" not in stated.flags


@pytest.mark.parametrize(
    ("anchor", "edtf"),
    [
        ("2009-03-17", "2009-03-17"),
        ("2009-03-14", "2009-03-17"),
        ("2009-03-13", "2008-03-17?"),
        ("2010-01-05", "2009-03-17"),
        ("2010-03-13", "2009-03-17?"),
        ("2010-03-14", "2010-03-17"),
    ],
)
def test_the_latest_year_not_after_the_anchor_is_doubted_when_it_is_long_past(
    anchor: str, edtf: str
) -> None:
    (found,) = find_dates("3月17日，会议召开。", datetime.date.fromisoformat(anchor))
    assert found.edtf == edtf
    assert ("year_doubtful" in found.flags) == edtf.endswith("?")


@pytest.mark.parametrize(
    ("anchor", "edtf"),
    [
        ("2009-03-17", "2009-04-10"),
        ("2009-05-11", "2009-04-10"),
        ("2009-05-12", "2010-04-10"),
        ("2009-12-20", "2010-04-10"),
    ],
)
def test_a_plan_is_not_long_before_the_anchor(anchor: str, edtf: str) -> None:
    (found,) = find_dates("大会定于4月10日召开。", datetime.date.fromisoformat(anchor))
    assert found.edtf == edtf


def test_two_digit_years_follow_the_anchor() -> None:
    late = datetime.date(2041, 5, 1)
    assert [find_dates("40年3月", anchor)[0].edtf for anchor in (None, late)] == [
        "1940-03",
        "2040-03",
    ]


def test_offsets_are_those_of_the_text_as_printed() -> None:
    text = "于\u200b２００９年\u200b３月１７日\u3000召开"
    (found,) = find_dates(text)
    assert (found.text, found.edtf) == ("２００９年\u200b３月１７日", "2009-03-17")
    assert text[slice(*found.offset)] == found.text


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("4月4日至6日放假，共3天。", "2009-04-04/2009-04-06"),
        ("3月31日（星期二）恢复上班。", "2009-03-31"),
        ("5月1日放假期间，接待游客三万人次。", "2008-05-01"),
    ],
)
def test_days_off_are_announced_and_told_of_afterwards(text: str, meant: str) -> None:
    found = meanings([text])[0][0][1] or ""
    assert found.replace("?", "") == meant

"""Who an issue goes to, who made it, and what of the site stands below its last article."""

import re

import pytest

from archiver.parsers.page import parse
from tests.parsers.issues import ARTICLES, DAY, IMPRINT, OFFICE, issue_of

TEXTS = (
    "枫叶乡工会把流动",
    "屋送到采石场，四百多册图",
    "由职工自己登记借阅，每周换一次新",
    "，谁先看完谁先讲。",
)
TAILS = {
    "unknown_order": ("主送：县委", "抄送：县直各单位", "印发：各乡镇"),
    "wrapped": ("报：县委、县人大、", "　　县政协", "送：县直各单位"),
    "boxed": ("【报】市总工会", "【送】县委组织部", "【发】各基层工会"),
}


@pytest.mark.parametrize("form", TAILS)
def test_who_an_issue_goes_to_is_no_text(form: str) -> None:
    tail = "".join(f"<p>{line}</p>" for line in TAILS[form])
    head = "".join(f"<p>{line}</p>" for line in ("梅岭工会信息", "第7期", IMPRINT))
    html = f"<html><body><div id='zoom'>{head}{ARTICLES}{tail}</div></body></html>"
    page = parse(html.encode(), content_type="text/html; charset=utf-8")
    assert page.issue is not None
    named = [(recipient.label, recipient.text) for recipient in page.issue.recipients]
    assert (
        named
        == {
            "unknown_order": [("主送", "县委"), ("抄送", "县直各单位"), ("印发", "各乡镇")],
            "wrapped": [("报", "县委、县人大、县政协"), ("送", "县直各单位")],
            "boxed": [("报", "市总工会"), ("送", "县委组织部"), ("发", "各基层工会")],
        }[form]
    )
    assert len(page.articles[-1].paragraphs) == 1


@pytest.mark.parametrize("label", ["报送", "抄送", "报", "发"])
def test_the_foot_of_an_issue_is_none_of_the_site(label: str) -> None:
    tail = f"<ul class='b-foot'><li>{label}：市总工会</li><li>送：各乡镇工会</li></ul>"
    issue = issue_of("梅岭工会信息", "第7期", IMPRINT, tail=tail)
    assert [(one.label, one.text) for one in issue.recipients] == [
        (label, "市总工会"),
        ("送", "各乡镇工会"),
    ]


def test_a_rule_closes_a_paragraph_and_the_recipients_stand_outside_it() -> None:
    head = f"梅岭工会信息<br>第7期<br>{IMPRINT}<br><br>"
    text = "<br>".join(re.findall("<p[^>]*>(.+)</p>", ARTICLES) * 4)
    tail = "<br>".join(TAILS["unknown_order"])
    html = f"<html><body><table><tr><td><p>{head}{text}<br><hr>{tail}<br></p></td></tr></table>"
    page = parse(html.encode(), content_type="text/html; charset=utf-8")
    assert page.issue is not None
    assert [one.label for one in page.issue.recipients] == ["主送", "抄送", "印发"]


@pytest.mark.parametrize("gap", ["", "</p><p>"])
def test_how_to_reach_an_office_is_no_recipient(gap: str) -> None:
    tail = f"<p>发：各乡镇{gap}（电话：1234567）</p>"
    issue = issue_of("梅岭工会信息", "第7期", IMPRINT, tail=tail)
    assert [(one.label, one.text) for one in issue.recipients] == [("发", "各乡镇")]


def test_the_day_of_the_last_change_below_the_text_is_the_sites() -> None:
    text = ARTICLES.replace("八十一名职工报了名。", "八十一名职工报了名。（镇工会）")
    head = "".join(f"<p align=center>{line}</p>" for line in ("梅岭工会信息", "第7期", IMPRINT))
    foot = '<p><a href="/">返回主页</a></p><p>最近更新日期：2011-06-12　网页维护：信息中心</p>'
    page = parse(f"<html><body>{head}{text}{foot}</body></html>".encode())
    assert page.published is not None
    assert page.published.edtf == "2011-06-12"
    last = page.articles[-1]
    assert len(last.paragraphs) == 1
    assert [one.unit for one in last.contributors] == ["镇工会"]


@pytest.mark.parametrize("label", ["通讯地址", "来稿地址", "地址"])
def test_where_to_write_to_stands_below_the_name_of_who_wrote_last(label: str) -> None:
    text = f"{ARTICLES}<p align=right>（镇工会）</p><p>{label}：枫林路8号　邮编：445000</p>"
    head = "".join(f"<p align=center>{line}</p>" for line in ("梅岭工会信息", "第7期", IMPRINT))
    last = parse(f"<html><body>{head}{text}</body></html>".encode()).articles[-1]
    assert len(last.paragraphs) == 1
    assert [one.unit for one in last.contributors] == ["镇工会"]


def test_who_edited_this_issue_stands_below_who_it_goes_to() -> None:
    tail = "<p>报：市总工会</p><p>发：各基层工会</p><p>本期责任编辑：李明</p>"
    head = "".join(f"<p>{line}</p>" for line in ("梅岭工会信息", "第7期", IMPRINT))
    html = f"<html><body><div id='zoom'>{head}{ARTICLES}{tail}</div></body></html>"
    page = parse(html.encode(), content_type="text/html; charset=utf-8")
    assert page.issue is not None
    assert [one.label for one in page.issue.recipients] == ["报", "发"]
    assert page.issue.credits == {"本期责任编辑": ("李明",)}
    assert len(page.articles[-1].paragraphs) == 1


RECIPIENTS = "<p>报：县委</p><p>发送范围：各乡镇</p>"


@pytest.mark.parametrize(
    "below",
    [
        "<p>上一期：<a href='6.html'>第6期</a></p>",
        "<p align=right>最后更新：2011-06-12</p>",
        "<p>附件：<a href='/f/7.doc'>梅岭工会信息第7期.doc</a></p>",
    ],
)
def test_links_and_days_of_the_site_stand_below_the_recipients(below: str) -> None:
    issue = issue_of("梅岭工会信息", "第7期", IMPRINT, tail=RECIPIENTS + below)
    named = [(one.label, one.text) for one in issue.recipients]
    assert named == [("报", "县委"), ("发送范围", "各乡镇")]


def test_how_far_an_issue_goes_is_said_over_its_recipients() -> None:
    head = "".join(f"<p align=center>{line}</p>" for line in ("梅岭工会信息", "第7期", IMPRINT))
    tail = f"<p>（此件发至乡镇）</p>{RECIPIENTS}"
    page = parse(f"<html><body>{head}{ARTICLES}{tail}</body></html>".encode())
    assert len(page.articles[-1].paragraphs) == 1


@pytest.mark.parametrize(
    "tail", ["<p>上报：县委</p><p>下发：各乡镇</p>", "<p>（上报：县委　下发：各乡镇）</p>"]
)
def test_recipients_above_and_below_stand_in_parentheses_too(tail: str) -> None:
    issue = issue_of("梅岭工会信息", "第7期", IMPRINT, tail=tail)
    named = [(one.label, one.text) for one in issue.recipients]
    assert named == [("上报", "县委"), ("下发", "各乡镇")]


@pytest.mark.parametrize("number", ["80", "八十", "一百二十"])
def test_how_many_were_printed_stands_below_the_recipients(number: str) -> None:
    tail = f"<p>送：县委分管领导</p><p>发：各乡镇</p><p>（共印{number}份）</p>"
    issue = issue_of("梅岭工会信息", "第7期", IMPRINT, tail=tail)
    assert [one.label for one in issue.recipients] == ["送", "发"]


@pytest.mark.parametrize(("office", "signed"), [(OFFICE, True), ("枫叶乡人民政府", False)])
def test_who_edits_an_issue_signs_it_below_the_last_article(office: str, signed: bool) -> None:
    head = "".join(f"<p align=center>{line}</p>" for line in ("梅岭工会信息", "第7期", IMPRINT))
    tail = f"<p align=right>{office}</p><p align=right>2011年6月8日</p>"
    page = parse(f"<html><body>{head}{ARTICLES}{tail}</body></html>".encode())
    assert len(page.articles[-1].paragraphs) == (1 if signed else 3)


def test_the_counter_of_a_page_is_no_end_of_its_text() -> None:
    head = "".join(f"<p align=center>{line}</p>" for line in ("梅岭工会信息", "第7期", IMPRINT))
    text = ARTICLES.rstrip().removesuffix("</p>") + "（镇工会）</p><p>本页访问次数：1234</p>"
    page = parse(f"<html><body>{head}{text}</body></html>".encode())
    assert [c.unit for c in page.articles[-1].contributors] == ["镇工会"]


@pytest.mark.parametrize(
    "owner",
    ["梅岭县卫生局信息中心维护　联系电话：0731-7721000", "梅岭机械厂工会委员会　内线：2218"],
)
def test_how_to_reach_the_owner_below_the_recipients_is_the_sites(owner: str) -> None:
    issue = issue_of(
        "梅岭工会信息", "第7期", IMPRINT, tail=f"<p>报：县委</p><p>送：各乡镇</p><p>{owner}</p>"
    )
    assert [(one.label, one.text) for one in issue.recipients] == [("报", "县委"), ("送", "各乡镇")]


@pytest.mark.parametrize(
    "tail",
    [
        "<dl><dt>报：</dt><dd>公司领导</dd><dt>发：</dt><dd>各单位、各部室</dd></dl>",
        "</div><div class=issue-ft>报：公司领导　发：各单位、各部室</div>",
        "<p>报：公司领导</p><p>发：各单位、各部室</p><p>（责任编辑：谢岚　校对：范宁）</p>",
    ],
)
def test_recipients_stand_under_labels_below_the_text_or_over_credits(tail: str) -> None:
    issue = issue_of("梅岭工会信息", "第7期", IMPRINT, tail=tail)
    named = [(one.label, one.text) for one in issue.recipients]
    assert named == [("报", "公司领导"), ("发", "各单位、各部室")]
    if "校对" in tail:
        assert issue.credits == {"责任编辑": ("谢岚",), "校对": ("范宁",)}


def test_parentheses_of_a_value_stay_where_those_around_a_credit_go() -> None:
    tail = "<p>发：各基层工会</p><p>校对：李明（县报）</p><p>（摄影：范宁）</p>"
    issue = issue_of("梅岭工会信息", "第7期", IMPRINT, tail=tail)
    assert issue.credits == {"校对": ("李明(县报)",), "摄影": ("范宁",)}


@pytest.mark.parametrize("label", ["编辑单位", "主办", "编印"])
@pytest.mark.parametrize("day", ["印发日期", "出刊日期", "编印时间"])
def test_labels_below_the_last_article_say_who_edits_the_issue_and_when(
    label: str, day: str
) -> None:
    tail = f"<p>{label}：{OFFICE}</p><p>{day}：2011年6月8日</p>"
    name = "梅岭工会信息2011年第7期"
    html = f"<title>{name}</title><body><h3>{name}</h3>{ARTICLES}{tail}</body>"
    page = parse(html.encode(), content_type="text/html; charset=utf-8")
    assert page.issue is not None
    assert page.published is None
    assert (page.issue.editor, page.issue.date and page.issue.date.edtf) == (OFFICE, DAY)
    assert len(page.articles[-1].paragraphs) == 1


@pytest.mark.parametrize(
    ("line", "recipients"),
    [
        ("发：各乡镇　　　　2011年6月9日印发", 1),
        ("发：各乡镇 2011年6月9日印发", 1),
        ("发：各乡镇　　　　2011年6月9日", 1),
        ("主编：范宁　责任编辑：郝明　2011年6月9日出刊", 0),
    ],
)
def test_the_day_of_printing_stands_behind_the_recipients_or_the_editors(
    line: str, recipients: int
) -> None:
    issue = issue_of("梅岭工会信息", "第7期", f"{OFFICE}编", tail=f"<p>送：县委</p><p>{line}</p>")
    assert issue.date is not None
    assert issue.date.edtf == "2011-06-09"
    assert [one.text for one in issue.recipients] == ["县委", "各乡镇"][: 1 + recipients]
    assert issue.credits == ({} if recipients else {"主编": ("范宁",), "责任编辑": ("郝明",)})


def test_the_day_an_issue_was_printed_is_not_when_the_page_was_published() -> None:
    head = "".join(f"<p align=center>{line}</p>" for line in ("梅岭工会通讯", "2011年6月号"))
    below = "<p>主编：范宁　责任编辑：郝明　2011年6月9日出刊</p>"
    page = parse(f"<html><meta charset=utf-8><body>{head}{ARTICLES}{below}</body>".encode())
    assert page.issue is not None
    assert page.issue.date is not None
    assert (page.published, page.issue.date.edtf) == (None, "2011-06-09")


def test_sender_and_recipients_are_rows_of_the_table_that_the_text_is_a_row_of() -> None:
    head = "".join(f"<tr><td>{line}</td></tr>" for line in ("梅岭工会信息", "第7期", IMPRINT))
    below = ("（组宣部）", "报：市总工会", "送：县直各单位　　发：各乡镇", "编辑：范宁")
    rows = "".join(f"<tr><td>{line}</td></tr>" for line in below)
    text = "<tr><td><b>书屋到了采石场</b></td></tr><tr><td>" + f"<p>　　{'书'.join(TEXTS)}</p>" * 2
    html = f"<table><tr><td><table>{head}{text}</td></tr>{rows}</table></td></tr></table>"
    menu = "<table><tr><td><a href=/>首页</a></td><td><a href=/2>机构</a></td></tr></table>"
    page = parse(f"<html><meta charset=utf-8><body>{menu}{html}<p>版权所有</p>".encode())
    assert page.issue is not None
    assert [one.label for one in page.issue.recipients] == ["报", "送", "发"]
    assert page.issue.credits == {"编辑": ("范宁",)}
    assert [c.text for c in page.articles[0].contributors] == ["组宣部"]


def test_that_an_issue_is_for_inner_use_may_stand_below_all_of_it() -> None:
    lines = ("编辑部地址：梅岭县人民路5号　电话：0790-1234567", "内部资料　免费交流")
    head = "".join(f"<p>{line}</p>" for line in ("梅岭工会信息", "第7期", IMPRINT))
    tail = "".join(f"<p>{line}</p>" for line in lines)
    page = parse(f"<meta charset=utf-8><div>{head}{ARTICLES}{tail}</div>".encode())
    assert [len(article.paragraphs) for article in page.articles] == [1, 1]


@pytest.mark.parametrize("number", ["2011年第7期", "（2011年第七期）", "第7期"])
def test_an_issue_without_a_headline_is_called_as_the_title_tag_numbers_it(number: str) -> None:
    head = "".join(
        f"<p align=center>{line}</p>"
        for line in ("<font size=6>梅岭工会信息</font>", "第7期", IMPRINT)
    )
    title = f"<title>梅岭工会信息{number}-梅岭县总工会</title>"
    page = parse(f"<meta charset=utf-8>{title}<div>{head}{ARTICLES}</div>".encode())
    assert page.title == f"梅岭工会信息{number}"


@pytest.mark.parametrize(
    ("tail", "day"),
    [
        (
            "<table><tr><td>梅岭县河长办编印</td><td>2011年6月9日</td></tr>"
            "<tr><td colspan=2>报送：市河长办　　抄送：各镇河长办</td></tr></table>",
            "2011-06-09",
        ),
        (
            "<table border=1><tr><td>主办</td><td>梅岭县河长办</td><td>主编</td><td>徐明</td></tr>"
            "<tr><td>责任编辑</td><td>黄茂</td><td>校对</td><td>邹燕</td></tr>"
            "<tr><td>出版日期</td><td>2011年6月9日</td><td>电话</td><td>3982012</td></tr></table>",
            "2011-06-09",
        ),
        ("<p>梅岭县河长办编　共印60份</p>", None),
    ],
)
def test_who_makes_an_issue_and_when_may_stand_at_its_end_alone(tail: str, day: str | None) -> None:
    html = f"<h1>河长制工作简报（第七期）</h1><div class=con>{ARTICLES}<hr>{tail}</div>"
    page = parse(html.encode(), content_type="text/html; charset=utf-8")
    assert page.issue is not None and page.issue.editor == "梅岭县河长办"
    assert (page.issue.date.edtf if page.issue.date else None) == day
    assert len(page.articles[-1].paragraphs) == 1


def test_how_many_were_printed_stands_in_the_line_that_goes_on() -> None:
    tail = "<p>送：县直各单位、</p><p>　　各乡镇、各局（共印50份）</p>"
    issue = issue_of("梅岭工会信息", "第7期", IMPRINT, tail=tail)
    assert [one.text for one in issue.recipients] == ["县直各单位、各乡镇、各局"]


def test_who_printed_an_issue_stands_before_the_day_or_behind_it() -> None:
    for line in ("梅岭县总工会办公室　2008年6月25日印发", "2008年6月25日　梅岭县总工会办公室印发"):
        tail = f"<p>送：县直各单位</p><p>{line}</p>"
        issue = issue_of("梅岭工会信息", "第7期", tail=tail)
        assert issue.editor == "梅岭县总工会办公室"


@pytest.mark.parametrize(
    "foot",
    [
        "<p>梅岭县总工会　网管信箱：web@ml.gov.cn</p>",
        "<p>梅岭县总工会办公室　制作维护：梅岭县信息中心</p>"
        "<p>自2001年1月1日以来第<img src=c.asp>位访客</p>",
    ],
)
def test_below_the_links_back_to_the_home_page_stands_the_site(foot: str) -> None:
    back = "<p><a href='/'>[返回首页]</a> <a href='/jb/'>[返回简报]</a></p>"
    tail = f"<p>报：县委、县政府</p><p>送：县直各单位</p>{back}{foot}"
    issue = issue_of("梅岭工会信息", "第7期", IMPRINT, tail=tail)
    assert [(one.label, one.text) for one in issue.recipients] == [
        ("报", "县委、县政府"),
        ("送", "县直各单位"),
    ]


def test_who_an_issue_goes_to_may_stand_below_the_links_back() -> None:
    tail = "<p><a href='/'>返回首页</a></p><p>报：县委、县政府</p><p>共印50份</p>"
    issue = issue_of("梅岭工会信息", "第7期", IMPRINT, tail=tail)
    assert [one.label for one in issue.recipients] == ["报"]

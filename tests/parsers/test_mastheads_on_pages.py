"""Printed heads of issues among what the site prints around them: titles, lines, menus, texts."""

import pytest

from archiver.parsers.page import parse
from tests.parsers.issues import ARTICLES, DAY, IMPRINT, OFFICE, issue_of


@pytest.mark.parametrize("title", ["{}第七期", "{}（第7期）", "《{}》第7期", "{}第7期（总第45期）"])
@pytest.mark.parametrize(
    "head",
    [
        ("第七期",),
        ("（第7期）",),
        ("2011年第7期",),
        ("目录", "枫叶乡把书屋送到采石场", "白石镇办起职工夜校"),
    ],
)
def test_under_a_name_that_is_a_picture_the_page_gives_it_however_it_is_called(
    title: str, head: tuple[str, ...]
) -> None:
    lines = [*head]
    lines.insert(lines[0] != "目录", f"{OFFICE}编　　2011年6月8日")
    issue = issue_of(*lines, title=title.format("梅岭职工"))
    assert (issue.series, issue.number, issue.editor) == ("梅岭职工", 7, OFFICE)
    assert issue.total_number == (45 if "总" in title else None)


def test_three_characters_in_the_heading_element_of_the_title_above_are_a_title() -> None:
    text = "".join(
        f"<h3 align=center>{title}</h3><p>　　各位职工：</p><p>　　{said}</p>"
        for title, said in (
            (
                "在全县工会工作会议上的讲话",
                "今天的会议很重要，请大家认真听取各单位的发言，并作讨论。",
            ),
            ("倡议书", "让我们行动起来，从节约一度电、一滴水做起，为家乡的青山绿水出一份力。"),
        )
    )
    head = "".join(f"<p align=center>{line}</p>" for line in ("梅岭工会信息", "第7期", IMPRINT))
    page = parse(f"<html><body>{head}{text}</body></html>".encode())
    assert [article.title for article in page.articles] == ["在全县工会工作会议上的讲话", "倡议书"]


@pytest.mark.parametrize(
    "line",
    [
        "梅岭县总工会办公室　　　　2011年6月8日",
        "梅岭县总工会办公室　2011-06-08",
        "梅岭县总工会办公室主办 2011年6月8日",
        "编发：梅岭县总工会办公室　　日期：2011年6月8日",
    ],
)
def test_office_and_day_below_the_line_of_the_site_are_the_issues_own(line: str) -> None:
    html = (
        "<html><head><meta charset='utf-8'><title>梅岭工会信息第7期</title></head><body>"
        "<div class=t>梅岭工会信息第7期</div><div>发布日期：2011-06-10　点击：88</div>"
        f"<div id='zoom'><p>{line}</p>{ARTICLES}</div></body></html>"
    )
    page = parse(html.encode(), url="http://ml.example/a/1.html")
    assert page.issue is not None
    assert (page.issue.editor, page.issue.date and page.issue.date.edtf) == (OFFICE, DAY)
    assert page.published is not None
    assert (page.published.edtf, page.source) == ("2011-06-10", None)


def test_office_day_and_hour_below_the_title_of_an_issue_are_the_sites() -> None:
    html = (
        "<html><head><meta charset='utf-8'><title>梅岭工会信息第7期</title></head><body>"
        f"<h1>梅岭工会信息第7期</h1><div>{OFFICE} 2011-06-10 18:00</div>"
        f"<div id='zoom'>{ARTICLES}</div></body></html>"
    )
    page = parse(html.encode(), url="http://ml.example/a/1.html")
    assert page.published is not None
    assert page.published.edtf == "2011-06-10"


def test_a_day_with_its_hour_below_the_name_is_the_sites() -> None:
    head = "".join(f"<p>{line}</p>" for line in ("第7期", IMPRINT))
    html = (
        "<html><head><meta charset='utf-8'><title>梅岭工会信息</title></head><body><div>"
        f"<div>梅岭工会信息</div><div>2011年06月10日 20:15</div><div>{head}{ARTICLES}</div></div>"
    )
    page = parse(html.encode(), url="http://ml.example/a/1.html")
    assert page.issue is not None
    assert (page.issue.number, page.issue.date and page.issue.date.edtf) == (7, DAY)
    assert page.published is not None
    assert page.published.edtf == "2011-06-10"


def test_the_head_goes_on_below_a_name_that_only_the_title_numbers() -> None:
    head = ("梅 岭 职 工 晨 讯", "2011年第3期（2011年6月8日）", f"{OFFICE}主办")
    issue = issue_of(*head, title="梅岭职工晨讯（2011年第3期）")
    assert (issue.series, issue.number, issue.editor) == ("梅岭职工晨讯", 3, OFFICE)
    assert issue.date is not None


def test_the_title_names_a_series_of_which_the_head_says_the_sort() -> None:
    issue = issue_of("简报 第四十二期", f"{OFFICE}编　2011年6月8日", title="梅岭职工之友")
    assert (issue.series, issue.number) == ("梅岭职工之友", 42)


def test_earlier_issues_beside_the_contents_are_no_entries_of_it() -> None:
    entries = "".join(
        f"<p>·{title}</p>" for title in ("枫叶乡把书屋送到采石场", "白石镇办起职工夜校")
    )
    others = "".join(f"<p><a href='?qi={n}'>第{n}期</a></p>" for n in (6, 5, 4))
    head = "<p align=center>梅岭工会信息</p><p align=center>第7期</p>"
    box = f"<p><b>导 读</b></p>{entries}<p><b>往期信息</b></p>{others}"
    html = f"<body>{head}<table><tr><td>{box}</td><td>{ARTICLES}</td></tr></table></body>"
    page = parse(html.encode())
    assert page.issue is not None
    assert [entry.title for entry in page.issue.toc] == [article.title for article in page.articles]


def test_a_number_over_the_name_is_the_headline_of_the_page() -> None:
    way = "<li><a href='/'>首页</a></li><li><a href='/jb/'>简报</a></li><li>详情</li>"
    head = "".join(
        f"<p align=center>{line}</p>" for line in ("梅岭工会信息", "2011年第7期", IMPRINT)
    )
    html = f"<title>2011年第7期_梅岭县总工会</title><ol class=breadcrumb>{way}</ol>"
    html += "<h2>2011年第7期</h2><div>发布时间：2011-06-10</div>"
    page = parse(f"{html}<div>{head}{ARTICLES}</div>".encode())
    assert page.title == "2011年第7期"
    assert page.issue is not None
    assert page.issue.series == "梅岭工会信息"


def test_a_head_begins_below_the_way_to_the_page() -> None:
    text = "".join(
        f"<p>　　今年以来，{n}镇疏浚河道十二公里，设立河长九名，水质明显改善。</p>" for n in "甲乙"
    )
    found = parse(
        "<meta charset=utf-8><title>政务信息（第146期）- 青禾区人民政府</title><body>"
        "<div>简体|繁体|无障碍阅读</div><div>首页 / 政务动态 / 政务信息</div>"
        "<div>政务信息（第146期）</div><div>时间：2017-11-03 09:14 | 来源：区政府办</div>"
        "<div><div>政 务 信 息</div><div>第 146 期</div><div>区政府办公室 2017年11月2日</div>"
        f"<h1>河长制落地见效</h1>{text}<p>（区水务局）</p></div>".encode()
    )
    assert found.issue is not None
    assert (found.issue.series, found.issue.number) == ("政务信息", 146)
    assert found.title == "政务信息（第146期）"


def test_where_a_text_was_printed_first_is_no_head_of_an_issue() -> None:
    text = (
        "<p>傍晚，车间旁的读书角热闹起来，缝纫工下了班，总要到这里坐上半个钟头，翻翻书看看报。</p>"
    )
    printed = "<p>（原载《梅岭工运》2016年第4期，作者：李明）</p>"
    head = "<title>车间旁的读书角</title><h2>车间旁的读书角</h2><p>时间：2016-04-25</p>"
    page = parse(f"{head}{text}{printed}".encode())
    assert (page.kind, page.issue) == ("article", None)
    assert [c.person for c in page.articles[0].contributors] == ["李明"]


def test_two_links_that_lead_home_below_a_head_are_a_menu() -> None:
    head = "<div>梅岭工会通讯</div><div>2010年 第1期</div><div>梅岭县总工会　2010年3月31日</div>"
    menu = "<div><a href='/'>行内首页</a><a href='../../'>过刊</a></div>"
    body = ARTICLES.replace('<p style="text-align:center"><b>', "<h5>").replace("</b></p>", "</h5>")
    page = parse(f"<meta charset=utf-8>{head}{menu}{body}".encode())
    titles = [(a.title, a.subtitle) for a in page.articles]
    assert titles == [("枫叶乡把书屋送到采石场", None), ("白石镇办起职工夜校", None)]


def test_the_source_of_the_last_of_several_articles_is_not_the_pages() -> None:
    source = "<p>来源：白石镇工会</p>"
    head = "<h1>梅岭工会信息（第7期）</h1><div>发布时间：2011-06-10</div>"
    page = parse(f"<meta charset=utf-8>{head}{IMPRINT}{ARTICLES}{source}".encode())
    assert len(page.articles) == 2
    assert page.source is None
    assert [c.unit for c in page.articles[1].contributors] == ["白石镇工会"]


def test_a_speech_and_its_day_below_a_head_of_any_name_are_no_part_of_it() -> None:
    speech = "在全县工会工作会议上的讲话"
    head = ("工会工作", "增刊（二）", IMPRINT, f"<b>{speech}</b>", "（2011年6月5日）")
    centred = "".join(f"<p align=center>{line}</p>" for line in head)
    text = "<p>　　同志们：今年以来，各级工会履行职责，围绕中心服务大局，各项工作成绩值得肯定。</p>"
    found = parse(f"<meta charset=utf-8><title>梅岭工会</title>{centred}{text}".encode())
    assert found.issue is not None
    assert (found.issue.series, found.issue.special) == ("工会工作", "增刊")
    assert found.issue.date and found.issue.date.edtf == DAY
    assert [a.title for a in found.articles] == [speech]


ALT = "梅岭林业简讯 第31期 2008年7月22日 梅岭林业局党委宣传部编印"


@pytest.mark.parametrize(
    ("picture", "number"),
    [
        (f"<img src=/jx/31.jpg alt='{ALT}'>", 31),
        (f"<a href=/jx/31.htm><img src=/jx/31.jpg alt='{ALT}'></a>", None),
        ("<img src=/jx/31.jpg alt='梅岭林业简讯'>", None),
    ],
)
def test_a_head_that_is_a_picture_says_in_words_what_it_shows(
    picture: str, number: int | None
) -> None:
    html = (
        "<title>梅岭林业信息网</title><a href=/>首页</a>-<a href=/jx>林业简讯</a>"
        f"<div>{picture}</div>{ARTICLES}"
    )
    page = parse(html.encode(), content_type="text/html; charset=utf-8")
    assert (page.issue.number if page.issue else None) == number
    if page.issue:
        assert (page.issue.series, page.issue.editor) == ("梅岭林业简讯", "梅岭林业局党委宣传部")
        assert page.issue.date is not None
        assert page.issue.date.edtf == "2008-07-22"
        assert [a.title for a in page.articles] == ["枫叶乡把书屋送到采石场", "白石镇办起职工夜校"]


@pytest.mark.parametrize(
    ("title", "head", "number"),
    [
        ("梅岭工会要情（抗旱专刊第3期）", ("抗旱专刊第3期", IMPRINT), 3),
        ("梅岭工会工作（推进会专刊）总第61期", ("推进会专刊", "（总第61期）", IMPRINT), None),
        ("梅岭妇女工作", ("抗洪特刊", "第8期", IMPRINT), 8),
        ("梅岭审判 2011年人民法庭专刊", ("2011年第11期（人民法庭专刊）", IMPRINT), 11),
    ],
)
def test_where_the_head_names_a_special_issue_the_title_names_the_series(
    title: str, head: tuple[str, ...], number: int | None
) -> None:
    issue = issue_of(*head, title=title)
    assert (issue.series, issue.number) == (title[:4] if "审判" in title else title[:6], number)
    assert issue.special == ("特刊" if "特刊" in head[0] else "专刊")


def test_a_series_may_be_called_special() -> None:
    issue = issue_of("提案工作专刊", "第3期", IMPRINT, title="梅岭县政协六月的工作")
    assert (issue.series, issue.special) == ("提案工作专刊", None)

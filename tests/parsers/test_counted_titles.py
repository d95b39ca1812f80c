"""Issues whose titles are counted (一、 二、), and articles whose parts are."""

import pytest

from archiver.parsers.page import parse
from tests.parsers.issues import TEXT, article
from tests.parsers.issues import county as issue

HEAD = (
    "<p align=center>柳坪工会信息</p><p align=center>第8期</p>"
    "<p>柳坪县总工会编　　2013年5月20日</p>"
)
NEWS = {
    "种粮大户用上修好的农具": "5月6日，乡工会把修好的农具送到田头，大户们省下了工夫。",
    "夜校里坐满采茶女工": "夜校每周开课两晚，讲安全用电和劳动合同，来听课的采茶女工一次比一次多。",
    "书屋开到二十三条渔船上": "近日，书屋靠上码头，册子分到二十三条渔船，夜里有书看了。",
}
PARTS = ("真情帮扶见实效", "徒弟是带出来的")
LOOKS = {
    "bold": "<p><b>{}</b></p>",
    "larger": "<p><font size=4>{}</font></p>",
    "flush left": "<p>{}</p>",
    "as the text": "<p>　　{}</p>",
}
COUNTS = {"一、": "一、 二、 三、", "（一）": "（一） （二） （三）", "1.": "1. 2. 3."}


def titles(body: str) -> list[str | None]:
    html = f"<html><body><div>{HEAD}{body}</div></body></html>"
    found = parse(html.encode(), content_type="text/html; charset=utf-8")
    return [article.title for article in found.articles]


def counted(form: str, count: str, below: str = "") -> str:
    pairs = zip(COUNTS[count].split(), NEWS.items(), strict=True)
    return "".join(f"{form.format(n + name)}<p>　　{text}</p>{below}" for n, (name, text) in pairs)


@pytest.mark.parametrize("sent", ["", "<p>　　（乡工会）</p>"])
@pytest.mark.parametrize("count", COUNTS)
@pytest.mark.parametrize("look", LOOKS)
def test_counted_lines_over_news_are_titles_without_their_numbers(
    look: str, count: str, sent: str
) -> None:
    assert titles(counted(LOOKS[look], count, sent)) == list(NEWS)


@pytest.mark.parametrize("inner", ["（一） （二）", "1. 2.", "一是 二是"])
@pytest.mark.parametrize("look", LOOKS)
def test_what_is_counted_otherwise_in_the_same_look_heads_a_part(look: str, inner: str) -> None:
    parts = "".join(
        f"{LOOKS[look].format(n + name)}<p>　　老师傅手把手地教，半年下来，青工都能独自上岗。</p>"
        for n, name in zip(inner.split(), PARTS, strict=True)
    )
    assert titles(counted(LOOKS[look], "一、", parts)) == list(NEWS)


@pytest.mark.parametrize("look", LOOKS)
def test_counted_lines_below_a_title_are_parts_of_its_text(look: str) -> None:
    title = "<p align=center><b>柳坪县总工会的五月</b></p>"
    assert titles(title + counted(LOOKS[look], "一、")) == ["柳坪县总工会的五月"]


@pytest.mark.parametrize("stop", ["．", "."])
@pytest.mark.parametrize("listed", [True, False])
def test_a_number_may_begin_a_title_behind_its_count(stop: str, listed: bool) -> None:
    names = ["2家企业签了工资合同", "白石镇办起职工夜校", "46所农村学校修了食堂"]
    lines = [f"{n}{stop}{name}" for n, name in enumerate(names, 1)]
    contents = "<p>目录</p>" + "".join(f"<p>{line}</p>" for line in lines)
    found = issue(contents * listed, *(article(line) for line in lines))
    assert [a.title for a in found.articles] == names
    assert [(entry.title, entry.article) for entry in found.issue.toc] == [
        (name, n) for n, name in enumerate(names, 1)
    ] * listed


def test_a_decimal_begins_no_count() -> None:
    text = "3.5万亩油茶进入盛果期，每亩纯收入一千七百元。乡里又添了榨油的机器，农户不用再出镇。"
    found = issue(article("油茶成了富民产业", f"<p>　　{text}</p>"))
    assert found.articles[0].paragraphs[0].text == text


def test_counted_parts_of_a_report_are_no_titles_below_a_lead() -> None:
    parts = ("一、基本情况", "二、原因分析", "三、几点建议")
    text = "".join(f"<p>　　<b>{part}</b></p><p>　　{TEXT}</p>" for part in parts)
    found = issue(f"<p>　　{TEXT}</p>{text}")
    assert len(found.articles) == 1
    assert [p.text for p in found.articles[0].paragraphs if p.kind == "heading1"] == list(parts)


def test_days_in_bold_before_the_entries_of_a_chronicle_are_no_titles() -> None:
    days = ("3月2日", "3月5日至7日", "3月14日")
    entries = "".join(f"<p>　　<b>{day}　</b>{TEXT}</p>" for day in days)
    found = issue(f"<p align=center><b>三月份工作大事记</b></p>{entries}")
    assert [(a.title, len(a.paragraphs)) for a in found.articles] == [("三月份工作大事记", 3)]

"""Pages in traditional characters are read like those in simplified ones, put down as printed."""

import re
from pathlib import Path
from typing import Any

import pytest
from opencc import OpenCC

from archiver.chinese.traditional import to_simplified
from archiver.parsers.encoding.decode import decode
from archiver.parsers.page import Source, parse, parse_parts, read
from archiver.parsers.traditional import is_traditional
from pipelines.dates import date_page
from pipelines.units import resolve_page

UNSEEN = Path(__file__).parents[1] / "pages" / "unseen"
PAGES = sorted(UNSEEN.glob("bulletins*/pages/*.html"))[::12]
TO_TRADITIONAL = OpenCC("s2t")
ISSUE = """<html><head><title>僑聯簡訊第9期</title></head><body><div><p align=center>僑聯簡訊</p>
<p align=center>第9期（總第86期）</p><p>梅嶺縣歸國華僑聯合會編　　2007年9月12日</p><p>目錄</p>
<p>鄉親回鄉尋根</p><p>送醫送藥到僑村</p>
<p align=center><b>鄉親回鄉尋根</b></p>
<p>　　九月三日，闊別已久的鄉親回鄉，查閱族譜，走訪祖屋，後來又看了學校。（城區僑聯）</p>
<p align=center><b>送醫送藥到僑村</b></p>
<p>　　市中醫院到南朗鎮義診，為二百餘名歸僑僑眷量血壓、測血糖。（市僑聯、市中醫院）</p>
<p>報：縣委辦</p><p>發：各鎮僑聯</p></div></body></html>"""


def in_traditional(text: str) -> str:
    """The text in traditional characters, one for one."""
    forms = {sign: TO_TRADITIONAL.convert(sign) for sign in set(text)}
    return "".join(forms[sign] if len(forms[sign]) == 1 else sign for sign in text)


def without_site(page: Any) -> Any:
    return page.model_dump_json(exclude={"encoding", "site", "integrity"})


@pytest.mark.parametrize("path", PAGES, ids=lambda path: f"{path.parts[-3]}-{path.stem}")
def test_a_page_says_the_same_in_either_script(path: Path) -> None:
    html = re.sub(r"charset=[\"']?[\w-]+", "charset=utf-8", decode(path.read_bytes()).text)
    plain, other = (date_page(parse(text.encode())) for text in (html, in_traditional(html)))
    assert without_site(other) == in_traditional(without_site(plain))


@pytest.mark.parametrize("encoding", ["big5", "gb18030", "utf-8"])
def test_an_issue_in_traditional_characters_is_taken_apart_as_printed(encoding: str) -> None:
    page = parse(ISSUE.encode(encoding), content_type=f"text/html; charset={encoding}")
    assert page.issue is not None
    assert (page.issue.series, page.issue.number, page.issue.total_number) == ("僑聯簡訊", 9, 86)
    assert page.issue.editor == "梅嶺縣歸國華僑聯合會"
    assert [(one.label, one.text) for one in page.issue.recipients] == [
        ("報", "縣委辦"),
        ("發", "各鎮僑聯"),
    ]
    assert [(a.title, [c.unit for c in a.contributors]) for a in page.articles] == [
        ("鄉親回鄉尋根", ["城區僑聯"]),
        ("送醫送藥到僑村", ["市僑聯", "市中醫院"]),
    ]
    assert [p.text for a in page.articles for p in a.paragraphs] == [
        "九月三日，闊別已久的鄉親回鄉，查閱族譜，走訪祖屋，後來又看了學校。",
        "市中醫院到南朗鎮義診，為二百餘名歸僑僑眷量血壓、測血糖。",
    ]


def test_the_lines_of_such_a_page_are_those_it_prints() -> None:
    reading = read(Source(ISSUE.encode()))
    assert [line.text.strip() for line in reading.lines][:2] == ["僑聯簡訊", "第9期（總第86期）"]
    placed = sorted(n for region in reading.regions for n in region.lines)
    assert placed == list(range(len(reading.lines)))


def test_the_parts_of_such_an_issue_are_joined_as_printed() -> None:
    further = ISSUE.replace("目錄", "").replace("第9期", "").replace("送醫送藥", "送書送戲")
    page = parse_parts([Source(ISSUE.encode()), Source(further.encode())])
    printed = "".join(p.text for article in page.articles for p in article.paragraphs)
    assert "送書送戲到僑村" in printed or "送書送戲到僑村" in [a.title for a in page.articles]
    assert "侨" not in page.model_dump_json()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("縣總工會召開職工代表會議，各鄉鎮工會主席與會，會後參觀了學校。", True),
        ("县总工会召开职工代表会议，各乡镇工会主席与会，会后参观了學校。", False),
        ("會" * 200_000, False),
    ],
)
def test_a_word_in_traditional_characters_makes_no_such_page(text: str, expected: bool) -> None:
    assert is_traditional(text) is expected


def test_dates_in_traditional_characters_mean_the_same_day() -> None:
    text = "（城區僑聯）"
    told = "縣總工會當天在鄉鎮開會，部署農曆正月十五前的工作，與去年同期相比，週三報名者多了兩成。"
    page = parse(ISSUE.replace("。" + text, f"。{told}" + text).encode())
    dates = {date.text: date.edtf for article in date_page(page).articles for date in article.dates}
    assert dates["九月三日"] == "2007-09-03"
    assert dates["當天"] == "2007-09-03"
    assert "農曆正月十五前" in dates


def test_a_body_and_an_issue_have_one_key_in_either_script() -> None:
    issue = ISSUE.replace("梅嶺縣", "臨澧縣").replace("城區僑聯", "臨澧縣總工會")
    simple = issue.translate(to_simplified(issue))
    told, plain = (resolve_page(parse(html.encode())) for html in (issue, simple))
    assert told.issue is not None and plain.issue is not None
    assert told.issue.key == plain.issue.key == "430724:侨联简讯:2007:9"
    (one,), (other,) = told.articles[0].contributors, plain.articles[0].contributors
    assert (one.unit, one.name, one.key) == ("臨澧縣總工會", other.name, other.key)
    assert one.key is not None

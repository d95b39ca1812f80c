"""Days that a page gives to machines or writes by script; pages that show films."""

import pytest

from archiver.parsers.page import parse
from archiver.records import Page

TEXT = "".join(
    f"<p>　　青禾县第{n}期职工技能培训班开班，来自二十三家企业的六十名焊工参加，学期两个月。</p>"
    for n in ("一", "二", "三")
)


def page(info: str, text: str = TEXT, head: str = "") -> Page:
    html = (
        f"<html><head><meta charset=utf-8><title>焊花飞溅处的青春</title>{head}</head><body>"
        f"<div><a href=/>首页</a> <a href=/dt/>动态</a></div><h1>焊花飞溅处的青春</h1>{info}"
        f"<div class=content>{text}</div><p>上一篇：没有了</p></body></html>"
    )
    return parse(html.encode())


def day(found: Page) -> str | None:
    return found.published.edtf if found.published else None


@pytest.mark.parametrize(
    "info",
    [
        '<p>发表于 <time datetime="2023-10-19T16:40:22+08:00">10月19日</time> 1.2k 浏览</p>',
        '<p><time datetime="2023-10-19">3天前</time></p>',
        "<p>发布时间：<time datetime='2023-10-19 09:00'>2023年10月19日</time></p>",
        "<p>一线见闻</p><p>林梅 <time datetime='2023-10-19 09:00'>2023年10月19日</time></p>",
    ],
)
def test_an_element_of_time_gives_the_day_that_readers_see_in_part(info: str) -> None:
    found = page(info)
    assert day(found) == "2023-10-19"
    assert not any("10月19日" in p.text for a in found.articles for p in a.paragraphs)


def test_the_days_of_other_pages_are_not_this_ones() -> None:
    others = "".join(
        f"<li><a href=/{k}.html>县总工会第{k}次送清凉活动</a><time datetime=2021-07-0{k}>7月</time>"
        for k in range(1, 6)
    )
    assert day(page("", f"{TEXT}<ul>{others}</ul>")) is None


def test_items_of_a_list_have_the_days_of_their_elements() -> None:
    html = "<title>工作动态</title><h1>工作动态</h1><ul>" + "".join(
        f"<li><a href=/{k}.html>县总工会开展第{k}次送清凉活动</a>"
        f"<time datetime=2021-07-0{k}>7月{k}日</time></li>"
        for k in range(1, 6)
    )
    found = parse(html.encode())
    days = [link.date.edtf for link in found.links if link.date]
    assert days == [f"2021-07-0{k}" for k in range(1, 6)]


@pytest.mark.parametrize(
    "head",
    [
        '<script type="application/ld+json">{"@context": "https://ziyuan.example/c.jsonld",'
        '"@id": "http://gh.example/1", "pubDate": "2023-10-19T08:00:00"}</script>',
        '<meta itemprop="datePublished" content="2023-10-19 08:00">',
    ],
)
def test_search_engines_are_told_the_day(head: str) -> None:
    assert day(page("", head=head)) == "2023-10-19"


def test_a_script_writes_the_fields_of_an_object() -> None:
    head = (
        '<script>var news = {"title":"焊花","author":"","src":"青禾县总工会",'
        '"pubTime":"2022-02-14 11:20:05"};</script>'
    )
    info = (
        "<div><script>document.write('发布时间：' + news.pubTime.substr(0, 10) + '　来源：'"
        " + news.src);</script></div>"
    )
    found = page(info, head=head)
    assert (day(found), found.source) == ("2022-02-14", "青禾县总工会")


@pytest.mark.parametrize(
    "shown",
    [
        "<video src=/v/1.mp4 controls></video>",
        "<iframe src='//player.example/v?id=3'></iframe>",
        "<audio src=/v/1.mp3></audio>",
    ],
)
def test_a_film_or_a_sound_under_a_headline_and_a_day_are_an_article(shown: str) -> None:
    found = page("<p>青禾县总工会 2019-05-01 07:30</p>", shown)
    [article] = found.articles
    assert (found.kind, article.title, article.paragraphs) == ("article", "焊花飞溅处的青春", ())


def test_a_page_without_text_or_film_is_no_article() -> None:
    assert page("<p>2019-05-01 07:30</p>", "").kind == "other"


def test_a_post_says_below_when_it_was_published() -> None:
    filed = (
        "<footer>本条目发布于<a href=/3><time datetime=2015-04-13T09:20:11+00:00>2015年4月13日"
        "</time></a>。属于<a href=/4>园地</a>分类。</footer>"
    )
    assert day(page("", TEXT + filed)) == "2015-04-13"

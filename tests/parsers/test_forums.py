"""Boards and mailboxes: rows with authors and answers, comments, entries that scripts open."""

import pytest

from archiver.parsers.page import parse
from archiver.records import Page

SUBJECT = "大家谈：怎样办好第{}个职工书屋"
HEAD = "<tr><th>标题</th><td>作者</td><td>回复/查看</td><td>最后发表</td></tr>"
MENU = "<div><a href=/>首页</a> &gt; <a href=/tan/>工会大家谈</a></div>"
TEXT = (
    "<p>　　7月5日，白石县总工会在三个乡镇开办暑期托管班，一百二十名职工子女当天报到入班。</p>"
    "<p>　　托管班每天上午八点开班，由县里的志愿教师轮流授课，全程不收取任何费用。</p>"
)


def _board(rows: str, title: str = "工会大家谈 - 职工论坛 - Powered by Discuz!") -> Page:
    html = f"<html><title>{title}</title><body>{MENU}{rows}</body></html>"
    return parse(html.encode(), url="http://bbs.gh.example/forum-2-1.html")


def _items(page: Page) -> list[tuple[str, str | None]]:
    return [
        (link.title, link.date.edtf if link.date else None)
        for link in page.links
        if link.block == "listing"
    ]


def _expected(count: int) -> list[tuple[str, str]]:
    return [(SUBJECT.format(n), f"2012-03-0{n}") for n in range(1, count + 1)]


def test_a_row_of_a_board_is_one_item() -> None:
    rows = "".join(
        f"<tbody><tr><th><a href=t-{n}-1.html>{SUBJECT.format(n)}</a> ...<a href=t-{n}-2.html>2</a>"
        "</th><td><cite><a href=u1.html>林晓梅</a></cite><em><span>2012-3-"
        f"{n}</span></em></td><td><a href=t-{n}-1.html>{n}</a><em>120</em></td>"
        f"<td><cite><a href=u2.html>周大勇</a></cite><em><a href=l{n}>2012-4-{n} 10:20</a></em>"
        "</td></tr></tbody>"
        for n in range(1, 8)
    )
    page = _board(f"<table>{HEAD}{rows}</table>")
    assert (page.kind, _items(page)) == ("listing", _expected(7))


def test_a_row_of_cells_is_one_item() -> None:
    rows = "".join(
        f"<tr><td><a href='javascript:;'>{SUBJECT.format(n)}</a></td>"
        f"<td><a href=u{n}>林晓梅</a><br>2012-3-{n}</td><td>{n}/120</td>"
        f"<td><a href=v{n}>周大勇</a><br>2012-4-{n} 10:20</td></tr>"
        for n in range(1, 8)
    )
    page = _board(f"<table border=1>{HEAD}{rows}</table>")
    assert (page.kind, [title for title, _ in _items(page)]) == (
        "listing",
        [title for title, _ in _expected(7)],
    )


def test_entries_that_only_a_script_opens_are_a_list() -> None:
    rows = "".join(
        f'<li><a onclick="view({n})">{SUBJECT.format(n)}</a><span>2012-03-0{n}</span></li>'
        for n in range(1, 8)
    )
    page = _board(f"<ul>{rows}</ul>", title="工会大家谈_白石县总工会")
    assert (page.kind, _items(page)) == ("listing", _expected(7))


@pytest.mark.parametrize("heading", ["", "<h3>评论（4）</h3>", "<h3>大家说</h3>"])
def test_what_readers_say_below_a_text_is_none_of_it(heading: str) -> None:
    said = "".join(
        f"<div><b>网友{n}</b> 2021-07-0{n} 10:00<p>支持这样的好做法，希望明年继续办下去。</p></div>"
        for n in range(1, 5)
    )
    page = _board(
        f"<h1>托管班开班</h1><div>发布时间：2021-07-06</div>{TEXT}"
        f"<div id=comments>{heading}{said}</div>",
        title="托管班开班_白石县总工会",
    )
    assert sum(len(article.paragraphs) for article in page.articles) == 2


def test_a_text_in_an_element_named_for_comments_is_kept() -> None:
    page = _board(
        f"<div class=comment><h1>托管班开班</h1><div>发布时间：2021-07-06</div>{TEXT}</div>",
        title="托管班开班_白石县总工会",
    )
    assert sum(len(article.paragraphs) for article in page.articles) == 2


@pytest.mark.parametrize(
    ("writer", "signed"), [("postauthor", "signatures"), ("pls", "sign")], ids=["old", "new"]
)
def test_a_post_has_the_writer_named_beside_it_and_nothing_else_of_him(
    writer: str, signed: str
) -> None:
    def post(name: str, day: int, text: str) -> str:
        return (
            f"<table><tr><td class={writer}><cite>{name}</cite><p>高级会员</p><dl><dt>UID</dt>"
            f"<dd>417</dd><dt>帖子</dt><dd>208</dd></dl></td><td class=postcontent>"
            f"<div>发表于 2021-7-{day} 21:37 <a href=#>只看该作者</a></div>"
            f"<div class=t_f>{text}</div><div class={signed}>白石山下，天天向上</div></td></tr>"
            "</table>"
        )

    reply = "<p>　　支持这样的好做法，希望明年继续办下去，让更多职工放心上班。</p>"
    page = _board(
        f"<h1>托管班开班</h1>{post('白石小草', 6, TEXT)}{post('过路人', 7, reply)}",
        title="托管班开班 - 职工论坛 - Powered by Discuz!",
    )
    assert (page.kind, page.title, page.author) == ("article", "托管班开班", "白石小草")
    assert [p.text[:4] for p in page.articles[0].paragraphs] == ["7月5日", "托管班每"]


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("http://gh.example", "other"),
        ("http://gh.example/zgh/index.html", "other"),
        ("http://gh.example/zgh/default.aspx", "other"),
        ("http://gh.example/home", "other"),
        ("http://gh.example/?page=home", "other"),
        ("http://gh.example/n/55.html", "article"),
    ],
)
def test_a_home_page_that_greets_is_no_article(url: str, kind: str) -> None:
    html = f"<html><title>白石县总工会</title><body>{MENU}<div>{TEXT}</div></body></html>"
    assert parse(html.encode(), url=url).kind == kind


def test_the_day_of_the_first_post_is_the_pages_however_many_answer_it() -> None:
    said = "发表于 2012-3-{n} 10:10 | <a href='#'>只看该作者</a> 倒序浏览"
    posts = "".join(
        f"<table><tr><td class=pls>工会小林<p>高级会员</p></td>"
        f"<td><a>{n}</a>#<p>{said.format(n=n)}</p>"
        f"<div class=t_f>{TEXT if n == 5 else '<p>支持，说得好。</p>'}</div></td></tr></table>"
        for n in range(5, 9)
    )
    page = _board(f"<h1>{SUBJECT.format(1)}</h1>{posts}", f"{SUBJECT.format(1)} - 职工论坛")
    assert (page.published and page.published.edtf) == "2012-03-05"
    assert page.author == "工会小林"

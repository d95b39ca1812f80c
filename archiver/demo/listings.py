"""The home page and the list pages, each column with its own way of paging."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from archiver.demo.content import Content

_DEAD_NEWS = ("职工运动会筹备会召开", "./200806/t20080618_199.htm", date(2008, 6, 18))
_SOFT_DEAD_NOTICE = ("关于编印工会年鉴的通知", "shownews.asp?id=399", date(2008, 1, 9))
SOFT_404 = "/shownews.asp?id=399"
DEAD_LINK = "/dongtai/200806/t20080618_199.htm"
REDIRECT = "/go.asp?id=62"
DISALLOWED = "/admin/login.asp"
EXTERNAL = "http://union-federation.example/"


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a list: the link as written on the page."""

    title: str
    href: str
    date: date


def home(content: Content, base_url: str) -> str:
    """The newest of every column, and the links that lead a careless crawler astray."""
    issues, news = newest_issues(content), newest_news(content)
    return (
        '<table width="100%"><tr><td><b>工作简报</b>　<a href="jianbao/index.html">更多&gt;&gt;</a>'
        + _items([Entry(e.title, base_url + e.href, e.date) for e in issues[:5]])
        + f'<tr><td><a href="{REDIRECT}">三八节专题简报</a>　'
        f'<a href="{EXTERNAL}">省工会网</a>　<a href="gaikuang.html#top">工会概况</a>'
        '<tr><td><b>工会动态</b>　<a href="dongtai/">更多&gt;&gt;</a>'
        + _items([Entry(e.title, e.href.replace("./", "/dongtai/"), e.date) for e in news[:5]])
        + "</table>"
    )


def issue_lists(content: Content) -> dict[str, str]:
    """The bulletin column: ``index.html``, then ``list_3_2.html`` …, with links to every page."""
    pages = _chunks(newest_issues(content), 6)
    paths = [f"list_3_{n}.html" for n in range(1, len(pages) + 1)]
    paths[0] = "index.html"
    count = sum(map(len, pages))
    return {
        f"/jianbao/{path}": _items(entries)
        + f'<div class="dede_pages">共 {len(pages)}页{count}条　'
        + " ".join(
            str(n) if other == path else f'<a href="{other}">{n}</a>'
            for n, other in enumerate(paths, 1)
        )
        + f'　<a href="{paths[-1]}">末页</a></div>'
        for path, entries in zip(paths, pages, strict=True)
    }


def notice_lists(content: Content) -> dict[str, str]:
    """The notice column: ``?page=N``, linked as previous, next, first and last only."""
    entries = [Entry(*_SOFT_DEAD_NOTICE)]
    entries += [Entry(n.title, n.path[1:], n.published) for n in content.notices]
    entries += [
        Entry(i.headline, i.duplicate[1:], i.published) for i in content.issues if i.duplicate
    ]
    entries.sort(key=_by_date)
    pages = _chunks(entries, 4)
    html = {}
    for number, page in enumerate(pages, 1):
        links = f"共{len(entries)}条　当前第{number}/{len(pages)}页　<a href='tongzhi.asp'>首页</a>"
        if number > 1:
            links += f" <a href='tongzhi.asp?page={number - 1}'>上一页</a>"
        if number < len(pages):
            links += f" <a href='tongzhi.asp?page={number + 1}'>下一页</a>"
        links += f" <a href='tongzhi.asp?page={len(pages)}'>尾页</a>"
        path = "/tongzhi.asp" + (f"?page={number}" if number > 1 else "")
        html[path] = _items(page) + links
    html["/tongzhi.asp?page=1"] = html["/tongzhi.asp"]
    return html


def news_lists(content: Content) -> dict[str, str]:
    """The news column: pages known only to the script ``createPageHTML``."""
    entries = sorted([*newest_news(content), Entry(*_DEAD_NEWS)], key=_by_date)
    pages = _chunks(entries, 4)
    return {
        f"/dongtai/index{f'_{n}' if n else ''}.htm": _items(page)
        + f'<script>createPageHTML({len(pages)}, {n}, "index", "htm");</script>'
        for n, page in enumerate(pages)
    }


def case_list(content: Content) -> str:
    """The legal column, on one page."""
    return _items(
        [Entry(c.title, f"{c.published:%Y}/{c.id}.html", c.published) for c in content.cases[::-1]]
    )


def newest_issues(content: Content) -> list[Entry]:
    """Issues as listed, newest first."""
    entries = [Entry(i.headline, i.path, i.published) for i in content.issues]
    return sorted(entries, key=_by_date)


def newest_news(content: Content) -> list[Entry]:
    """News as listed, newest first, with the relative links of that column."""
    entries = [Entry(n.title, n.path.replace("/dongtai/", "./"), n.published) for n in content.news]
    return sorted(entries, key=_by_date)


def sidebar(entries: Sequence[Entry]) -> str:
    """A short list as the sidebar prints it."""
    return "<br>".join(f'·<a href="{e.href}">{e.title}</a>' for e in entries)


def _items(entries: Sequence[Entry]) -> str:
    rows = (
        f'<tr><td>·<a href="{e.href}" title="{e.title}">{e.title}</a><td>[{e.date:%Y-%m-%d}]'
        for e in entries
    )
    return '<table width="100%">' + "\n".join(rows) + "</table>\n"


def _by_date(entry: Entry) -> tuple[int, str]:
    return -entry.date.toordinal(), entry.href


def _chunks(entries: Sequence[Entry], size: int) -> list[Sequence[Entry]]:
    return [entries[i : i + size] for i in range(0, len(entries), size)]

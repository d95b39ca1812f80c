"""What stands in the content area of each kind of page, as printed lines and HTML."""

from collections.abc import Iterator
from html import escape

from archiver.demo.content import Article, Case, Issue, News, Notice, Paragraph, Poison, paragraphs
from archiver.demo.markup import STYLES, Printed, Role, as_p


def issue_pages(issue: Issue) -> list[str]:
    """The HTML of an issue's content area; more than one when the issue runs over pages."""
    pages: list[list[Printed]] = [list(_head(issue))]
    for number, article in enumerate(issue.articles):
        if article.path:
            continue
        _add_article(pages, issue, article, first=number == 0)
    pages[-1].extend(_tail(issue))
    bodies = [_titled(issue, STYLES[issue.style](lines)) for lines in pages]
    if len(bodies) == 1:
        return bodies
    return [body + _page_links(issue.path, n, len(bodies)) for n, body in enumerate(bodies, 1)]


def page_path(path: str, number: int) -> str:
    """Address of the ``number``-th page of an item: ``68.html``, then ``68_2.html``."""
    return path if number == 1 else path.replace(".html", f"_{number}.html")


def issue_article(issue: Issue, article: Article) -> str:
    """The content area of an article that has a page of its own."""
    pages: list[list[Printed]] = [[]]
    _add_article(pages, issue, article, first=True, titled=False)
    return (
        _headline(article.title or "")
        + f"<p align=center>发布时间：{issue.published:%Y-%m-%d}　来源：{issue.headline}"
        + f'<tr><td id="zoom">{as_p(pages[0])}\n<p><a href="{issue.path}">返回本期目录</a>'
    )


def duplicate_issue(issue: Issue) -> str:
    """The same issue as another editor posted it: other markup, no info line."""
    pages: list[list[Printed]] = [list(_head(issue))]
    for number, article in enumerate(issue.articles):
        _add_article(pages, issue, article, first=number == 0)
    return _headline(issue.headline) + f"<tr><td>{STYLES['br'](pages[0])}"


def notice(item: Notice) -> str:
    """The content area of a 公文."""
    lines = [Printed(item.number, "center")]
    if item.addressees:
        lines.append(Printed("、".join(item.addressees) + "：", "line"))
    lines.extend(_paragraphs(paragraphs(item.text)))
    lines.extend(
        Printed(text, href=f"/upfiles/{item.id}/{name}", label=f"附件{number}：")
        for number, (name, _, text) in enumerate(item.attachments, 1)
    )
    lines.append(Printed(item.issuer, "right", gap=1))
    lines.append(Printed(item.signed_printed, "right"))
    info = (
        f"<tr><td align=center>发布时间：{item.published:%Y-%m-%d}　"
        "【<a href='javascript:window.print()'>打印</a>】"
    )
    return f'{_headline(item.title)}{info}<tr><td class="content">{as_p(lines)}'


def news(item: News, poison: Poison, before: News | None, after: News | None) -> str:
    """The content area of a news item, with links to the items ``before`` and ``after`` it."""
    info = item.info
    if info == "document.write":
        info = (
            f'<script>var pubtime="{item.published:%Y-%m-%d} 10:12:33";'
            f'var src="{item.source}";</script>'
            "来源：<script>document.write(src)</script>　"
            "发布时间：<script>document.write(pubtime)</script>"
        )
    body = as_p(_paragraphs(paragraphs(item.text)))
    if item.spam:
        body += _hidden(poison)
    return (
        f"{_headline(item.title)}<tr><td align=center>{info}"
        f'<tr><td><div class="TRS_Editor">{body}</div>'
        f"<tr><td>{_neighbour('上一篇', before)}<br>{_neighbour('下一篇', after)}"
    )


def case(item: Case) -> str:
    """The content area of a legal case."""
    body = as_p(_paragraphs(paragraphs(item.text)))
    return (
        f"{_headline(item.title)}<tr><td align=center>日期：{item.published:%Y-%m-%d}<tr><td>{body}"
    )


def _headline(text: str) -> str:
    return f'<table width="100%"><tr><td align="center" class="title">{escape(text)}</td></tr>\n'


def _neighbour(label: str, item: News | None) -> str:
    return f'{label}：<a href="{item.path}">{item.title}</a>' if item else f"{label}：没有了"


def _titled(issue: Issue, body: str) -> str:
    info = ""
    if issue.info:
        info = (
            f"<tr><td align=center>文章来源：　更新时间：{issue.published.year}-"
            f"{issue.published.month}-{issue.published.day}　阅读："
            "<script src='/count.asp'></script>次"
        )
    return f'{_headline(issue.headline)}{info}<tr><td id="fontzoom">{body}'


def _head(issue: Issue) -> Iterator[Printed]:
    for line in issue.masthead:
        yield Printed(line, "center")
    if issue.toc:
        yield Printed("目\u00a0 录", "center", gap=1)
        yield from _toc(issue)
    if issue.editor_note:
        yield Printed(f"编者按：{issue.editor_note}", "body", gap=1)
    if issue.section_line:
        yield Printed(issue.section_line, "line", gap=1)


def _toc(issue: Issue) -> Iterator[Printed]:
    section = None
    for article in issue.articles:
        if article.section != section:
            section = article.section
            yield Printed(section or "", "line", gap=1)
        yield Printed((article.title or "").replace("　", "\u00a0 "), "toc", href=article.path)
        if article.subtitle:
            yield Printed(f"---{article.subtitle}", "subtitle")
        for contributor in article.by:
            if contributor.toc:
                yield Printed(f"（{contributor.text}）", "subtitle")


def _add_article(
    pages: list[list[Printed]], issue: Issue, article: Article, *, first: bool, titled: bool = True
) -> None:
    """Append an article to the last of ``pages``, opening new pages where its text is cut."""
    lines = pages[-1]
    if titled and article.title:
        gap = 2 if issue.toc or not first else 1
        lines.append(Printed(article.title.replace("　", " "), "title", gap=gap))
    if article.subtitle:
        lines.append(Printed(f"---{article.subtitle}", "subtitle"))
    lines.extend(Printed(c.printed, "center") for c in article.by if c.at == "title")
    for number, part in enumerate(article.pages):
        if number:
            pages.append([])
        pages[-1].extend(_paragraphs(part))
    role: Role = "right" if article.kind == "brief" else "line"
    pages[-1].extend(Printed(c.printed, role, gap=1) for c in article.by if c.at == "tail")


def _paragraphs(items: tuple[Paragraph, ...]) -> Iterator[Printed]:
    for item in items:
        match item.kind:
            case "heading1":
                yield Printed(item.text, "bold")
            case "table":
                yield Printed(item.text, "table")
            case _:
                yield Printed(item.text)


def _tail(issue: Issue) -> Iterator[Printed]:
    for label, text in issue.recipients:
        yield Printed(f"{label}：{text}", "line", gap=1)
    if issue.copies:
        yield Printed(issue.copies, "right")
    for role, names in issue.credits.items():
        yield Printed(f"{role}：{'　'.join(names)}", "line")


def _page_links(path: str, number: int, total: int) -> str:
    """``[1] [2] 下一页`` under a page of an issue that runs over several."""
    name = path.rsplit("/", 1)[1]
    links = [
        f"[{n}]" if n == number else f'[<a href="{page_path(name, n)}">{n}</a>]'
        for n in range(1, total + 1)
    ]
    if number > 1:
        links.insert(0, f'<a href="{page_path(name, number - 1)}">上一页</a>')
    if number < total:
        links.append(f'<a href="{page_path(name, number + 1)}">下一页</a>')
    return '\n<p align="center">' + " ".join(links)


def _hidden(poison: Poison) -> str:
    """Links no reader sees, in the two ways hijackers hide them most."""
    first, second = poison.links
    return (
        f'<div style="display:none"><a href="{first[0]}">{first[1]}</a></div>'
        '<div style="position:absolute;left:-9999px">'
        f'<a href="{second[0]}">{second[1]}</a></div>'
    )

"""The whole site as a map from address to answer."""

import base64
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from hashlib import sha256
from string import Template

from archiver.demo import attachments, bodies, listings
from archiver.demo.content import Content, Facts, Issue, frame, load

HTML = "text/html; charset=gb2312"
LAUNCH = date(2009, 6, 18)
_DOT = base64.b64decode("R0lGODlhAQABAIAAAMAAAP///yH5BAAAAAAALAAAAAABAAEAAAICRAEAOw==")
_ROBOTS = f"User-agent: *\nDisallow: {listings.DISALLOWED.rsplit('/', 1)[0]}/\nCrawl-delay: 0\n"


@dataclass(frozen=True, slots=True)
class Resource:
    """One answer: ``location`` makes it a redirect."""

    body: bytes
    content_type: str = HTML
    status: int = 200
    modified: datetime = field(default_factory=lambda: _noon(LAUNCH))
    location: str | None = None


def build(base_url: str) -> dict[str, Resource]:
    """Every address of the site (path with query, not percent-encoded) and its answer.

    ``base_url`` has no slash at the end; some links are written with it.
    """
    return _Site(load(), base_url).resources()


class _Site:
    def __init__(self, content: Content, base_url: str) -> None:
        self.content = content
        self.facts = content.facts
        self.base_url = base_url
        self.template = Template(frame())

    def resources(self) -> dict[str, Resource]:
        answers = {
            "/robots.txt": Resource(_ROBOTS.encode(), "text/plain"),
            "/images/banner.gif": Resource(_DOT, "image/gif"),
            "/": self._page("/", "首页", listings.home(self.content, self.base_url)),
            listings.DISALLOWED: self._page(listings.DISALLOWED, "登录", "<p>管理员登录"),
            listings.SOFT_404: self._page(listings.SOFT_404, "提示", "<p align=center>页面不存在"),
            listings.REDIRECT: Resource(b"", status=302, location=self.content.issues[1].path),
            "/dongtai/": Resource(b"", status=301, location=self.facts.column("dongtai").path),
        }
        about = self.facts.about
        text = "".join(f"<p>　　{line}" for line in about.text.split())
        answers[about.path] = self._page(about.path, about.title, text)
        self._add_lists(answers)
        for issue in self.content.issues:
            self._add_issue(answers, issue)
        self._add_items(answers)
        return answers

    def _add_lists(self, answers: dict[str, Resource]) -> None:
        lists = {
            "jianbao": listings.issue_lists(self.content),
            "tongzhi": listings.notice_lists(self.content),
            "dongtai": listings.news_lists(self.content),
            "falv": {self.facts.column("falv").path: listings.case_list(self.content)},
        }
        for key, pages in lists.items():
            for path, html in pages.items():
                answers[path] = self._page(path, self.facts.column(key).name, html)

    def _add_issue(self, answers: dict[str, Resource], issue: Issue) -> None:
        column = self.facts.column("jianbao").name
        for number, html in enumerate(bodies.issue_pages(issue), 1):
            path = bodies.page_path(issue.path, number)
            answers[path] = self._page(
                path, column, html, issue.headline, issue.published, poisoned=issue.poisoned
            )
        if issue.duplicate:
            html = bodies.duplicate_issue(issue)
            answers[issue.duplicate] = self._page(
                issue.duplicate, "信息转载", html, issue.headline, issue.published
            )
        for article in issue.articles:
            if article.path and article.title:
                html = bodies.issue_article(issue, article)
                answers[article.path] = self._page(
                    article.path, column, html, article.title, issue.published
                )

    def _add_items(self, answers: dict[str, Resource]) -> None:
        for notice in self.content.notices:
            answers[notice.path] = self._page(
                notice.path, "通知公告", bodies.notice(notice), notice.title, notice.published
            )
            for name, kind, text in notice.attachments:
                make, content_type = attachments.MAKERS[kind]
                path = f"/upfiles/{notice.id}/{name}"
                answers[path] = Resource(make(text), content_type, modified=_noon(notice.published))
        stream = self.content.news
        for news, before, after in zip(
            stream, (None, *stream[:-1]), (*stream[1:], None), strict=True
        ):
            html = bodies.news(news, self.facts.poison, before, after)
            page = self._page(
                news.path, "工会动态", html, news.title, news.published, encoding=news.encoding
            )
            answers[news.path] = _truncated(page) if news.broken else page
        for case in self.content.cases:
            answers[case.path] = self._page(
                case.path, "以案说法", bodies.case(case), case.title, case.published
            )

    def _page(
        self,
        path: str,
        column: str,
        html: str,
        title: str | None = None,
        modified: date = LAUNCH,
        *,
        poisoned: bool = False,
        encoding: str = "gbk",
    ) -> Resource:
        footer = dict(self.facts.footer)
        if poisoned:
            footer["owner"] = footer["organiser"] = self.facts.poison.brand
        text = self.template.substitute(
            footer,
            title=f"{title}-{self.facts.name}" if title else self.facts.name,
            navigation=_navigation(self.facts, path),
            notices=self._notices(),
            cases=self._cases(),
            breadcrumb=f"{column} &gt;&gt; 正文" if title else column,
            content=html,
        )
        return Resource(text.encode(encoding), modified=_noon(modified))

    def _notices(self) -> str:
        """The newest notices, with absolute links."""
        newest = self.content.notices[:-7:-1]
        return listings.sidebar(
            [listings.Entry(n.title, self.base_url + n.path, n.published) for n in newest]
        )

    def _cases(self) -> str:
        newest = self.content.cases[:-5:-1]
        return listings.sidebar([listings.Entry(c.title, c.path, c.published) for c in newest])


def _navigation(facts: Facts, path: str) -> str:
    """Links to the columns; the one to the notices carries a session id that differs by page."""
    session = sha256(path.encode()).hexdigest()[:16].upper()
    links = [(c.name, c.path) for c in facts.columns] + [(facts.about.title, facts.about.path)]
    return " | ".join(
        f'<a href="{target}{f"?sessionid={session}" if target.endswith(".asp") else ""}">{name}</a>'
        for name, target in links
    )


def _truncated(page: Resource) -> Resource:
    """The page as a dying connection or disk left it: cut in the middle of a tag."""
    cut = page.body.index("、做体检".encode("gbk"))
    return Resource(page.body[:cut] + b"<font colo", page.content_type, modified=page.modified)


def _noon(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 12, tzinfo=UTC)

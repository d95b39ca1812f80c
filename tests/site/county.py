"""A small site that an editor changes between two crawls: pages come, change and go."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from tests.site.server import LocalServer, Reply, Request

NAME = "宜黄县总工会"
COLUMNS = {"/jb/": "工作简报", "/tz/": "通知公告", "/dt/": "工会动态"}


@dataclass
class County:
    """What the site holds: ``lists`` by column, ``pages`` by address; both may be changed."""

    lists: dict[str, dict[str, tuple[str, str]]] = field(default_factory=dict)
    pages: dict[str, str] = field(default_factory=dict)
    columns: Mapping[str, str] = field(default_factory=lambda: dict(COLUMNS))
    robots: str = "User-agent: *\nDisallow: /admin/\n"
    failing: set[str] = field(default_factory=set)

    def add_issue(self, number: int, *, text: str = "") -> str:
        """Put an issue on the site and on top of its list; returns its address."""
        path = f"/jb/2008{number:02}.html"
        title = f"宜黄工会简报2008年第{number}期"
        self.pages[path] = page(title, issue(number, text), self.columns)
        self._list("/jb/", path, title, number)
        return path

    def add_news(self, column: str, number: int, title: str) -> str:
        """Put a piece of news or a notice on the site; returns its address."""
        path = f"{column}{number}.html"
        body = (
            f"<h1>{title}</h1><p>来源：{NAME}　发布时间：2008-{number:02}-15</p><div id=zoom>"
            f"<p>　　{number}月15日，县总工会在县城召开会议，听取各乡镇工会第{number}次汇报，"
            f"研究帮扶困难职工、劳动竞赛等事项，会议要求各单位抓好落实。</div>"
        )
        self.pages[path] = page(title, body, self.columns)
        self._list(column, path, title, number)
        return path

    def unlink(self, path: str) -> None:
        """Take a page out of all lists; it still answers."""
        for listed in self.lists.values():
            listed.pop(path, None)

    def route(self, request: Request) -> Reply:
        """Answer for every address."""
        if request.path == "/robots.txt":
            return Reply(self.robots, content_type="text/plain")
        if request.path in self.failing:
            return Reply("<p>服务器正忙", status=500)
        if request.path == "/":
            return Reply(page("首页", "<p>欢迎访问", self.columns))
        if request.path in self.columns:
            name = self.columns[request.path]
            rows = "".join(
                f'<li><a href="{path}" title="{title}">{title}</a><span>{day}</span></li>'
                for path, (title, day) in sorted(
                    self.lists.get(request.path, {}).items(), key=lambda item: item[1][1]
                )[::-1]
            )
            where = f"<p>当前位置：<a href='/'>首页</a> &gt;&gt; {name}</p>"
            return Reply(page(name, f"{where}<ul>{rows}</ul>", self.columns))
        if request.path in self.pages:
            return Reply(self.pages[request.path])
        return Reply("<p>您要查找的资源可能已被删除", status=404)

    def _list(self, column: str, path: str, title: str, number: int) -> None:
        self.lists.setdefault(column, {})[path] = (title, f"2008-{number:02}-15")


def county(issues: int = 4) -> County:
    """The site before it changes: issues from 1 on, three notices, three pieces of news."""
    site = County()
    for number in range(1, issues + 1):
        site.add_issue(number)
    for number in (3, 5, 6):
        site.add_news("/tz/", number, f"关于做好{number}月份职工帮扶工作的通知")
        site.add_news("/dt/", number, f"县总工会召开{number}月份主席办公会议")
    return site


def served(site: County) -> LocalServer:
    """The site on a loopback server."""
    return LocalServer({"/": site.route})


def issue(number: int, text: str = "") -> str:
    """The body of an issue with one article."""
    return (
        f"<p align=center>宜黄工会简报</p><p align=center>2008年第{number}期</p>"
        f"<p>{NAME}办公室编　　2008年{number}月20日</p>"
        f"<p align=center><b>凤冈镇工会走访第{number}批困难职工</b></p>"
        f"<p>　　{number}月16日，凤冈镇工会组织干部走访了{number + 20}户困难职工，送去慰问金，"
        f"并逐户登记就业、就医和子女上学的情况，建立了帮扶台账。{text}</p>"
        "<p>　　镇工会负责人表示，今后每个季度都要走访一次，帮助困难职工解决实际问题。</p>"
        "<p>（凤冈镇工会）</p><p>报：市总工会</p><p>送：县委办、县政府办</p>"
    )


def page(title: str, content: str, columns: Mapping[str, str]) -> str:
    """A page with the site's navigation and footer."""
    links = " | ".join(f'<a href="{path}">{name}</a>' for path, name in columns.items())
    return (
        '<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312">'
        f"<title>{title}-{NAME}</title></head><body><div><a href='/'>首页</a> | {links}</div>"
        f"<div>{content}</div><div>版权所有：{NAME}　地址：宜黄县凤冈镇　赣ICP备05001234号</div>"
        "</body></html>"
    )

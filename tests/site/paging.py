"""A column list in every form of paging that sites of this kind use.

Each form lists seven items on three pages under its own folder; ``PagingForm.items`` are the
addresses a complete crawl asks for. ``start`` is the only page that is linked from elsewhere.
The data store of JCMS, which is no page at all, has a module of its own.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tests.site.server import Reply, Request

PER_PAGE = 3
COUNT = 7
_PAGES = 3
_VIEW_STATE = "dDwxNDg5OTk5MzM7Oz7ogZTkuqTmtYvor5U="


@dataclass(frozen=True, slots=True)
class PagingForm:
    """One form: ``render(request, number)`` gives list page ``number`` (from 1) its links."""

    name: str
    start: str
    number_of: Callable[[Request], int | None]
    links: Callable[[int], str]

    @property
    def folder(self) -> str:
        """Where the form's pages lie."""
        return f"/paging/{self.name}/"

    @property
    def start_path(self) -> str:
        """Address of the first list page."""
        return self.folder + self.start

    @property
    def items(self) -> list[str]:
        """Addresses of all items, in the order of the list."""
        return [f"{self.folder}art/{n}.html" for n in range(1, COUNT + 1)]

    def route(self, request: Request) -> Reply:
        """Answer for every page of the form."""
        if request.path in self.items:
            return Reply(item(self.items.index(request.path) + 1))
        number = self.number_of(request)
        if number is None or not 1 <= number <= _PAGES:
            return Reply("<p>页面不存在", status=404)
        listed = self.items[(number - 1) * PER_PAGE : number * PER_PAGE]
        rows = "".join(f"<li>{entry(path, self.items)}</li>" for path in listed)
        return Reply(page(f"<ul>{rows}</ul>{self.links(number)}"))


def entry(path: str, items: Sequence[str]) -> str:
    """A line of a list."""
    number = items.index(path) + 1
    title = _title(number)
    return f'<a href="{path}" title="{title}">{title}</a><span>[2008-0{number}-15]</span>'


def _title(number: int) -> str:
    return f"县总工会第{number}次主席办公会议召开"


def item(number: int, place: str = "县总工会") -> str:
    """The page of the ``number``-th item; that of another ``place`` is another page."""
    return page(
        f"<h1>{_title(number)}</h1><p>来源：县总工会　发布时间：2008-0{number}-15"
        f"<div id=zoom><p>　　{number}月12日，{place}召开主席办公会议，听取了{number + 2}个部门"
        "的工作汇报，研究了困难职工帮扶、劳动竞赛和经费审查等事项，并对下一步工作提出要求。</div>"
    )


def page(content: str) -> str:
    """A plain page around ``content``."""
    return (
        '<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312">'
        f"<title>工会动态</title></head><body>{content}</body></html>"
    )


def _named(first: str, pattern: str, offset: int = 0) -> Callable[[Request], int | None]:
    """Page numbers from file names: ``first`` is page 1, ``pattern`` holds ``N - offset``."""
    names = {first: 1} | {pattern.format(n - offset): n for n in range(2, _PAGES + 1)}

    def number_of(request: Request) -> int | None:
        return names.get(request.path.rsplit("/", 1)[1])

    return number_of


def _queried(name: str, start: str) -> Callable[[Request], int | None]:
    """Page numbers from a parameter of the query."""

    def number_of(request: Request) -> int | None:
        if not request.path.endswith(f"/{start}"):
            return None
        value = request.query.get(name, "1")
        return int(value) if value.isdecimal() else None

    return number_of


def _numbered(pattern: str) -> Callable[[int], str]:
    """Links ``1 2 3`` to all other pages."""

    def links(current: int) -> str:
        others = (n for n in range(1, _PAGES + 1) if n != current)
        return " ".join(f'<a href="{pattern.format(n)}">{n}</a>' for n in others)

    return links


def _next_only(pattern: str) -> Callable[[int], str]:
    """``共3页 当前第1页`` and links to the neighbours alone."""

    def links(current: int) -> str:
        text = f"共{_PAGES}页 当前第{current}页 "
        if current > 1:
            text += f'<a href="{pattern.format(current - 1)}">上一页</a> '
        if current < _PAGES:
            text += f'<a href="{pattern.format(current + 1)}">下一页</a>'
        return text

    return links


def _script(text: str) -> Callable[[int], str]:
    """A script that counts pages; ``{current}`` counts from 1, ``{zero}`` from 0."""

    def links(current: int) -> str:
        filled = text.replace("{current}", str(current)).replace("{zero}", str(current - 1))
        return f"<script>{filled.replace('{total}', str(_PAGES))}</script>"

    return links


def _go_page(current: int) -> str:
    """Links to a function of the page itself."""
    return (
        '<script>function goPage(n){ location.href="list.asp?classid=5&page="+n; }</script>'
        f'第{current}/{_PAGES}页 <a href="javascript:goPage(2)">[2]</a> '
        f'<a href="javascript:goPage({_PAGES})">尾页</a>'
    )


def _go_page_submit(current: int) -> str:
    """The same by a form that is submitted with a hidden page number."""
    return (
        '<form name="pager" method="get" action="list.asp"><input type="hidden" name="classid"'
        ' value="5"><input type="hidden" name="page" value="1"></form><script>function toPage(n)'
        "{document.pager.page.value=n;document.pager.submit();}</script>"
        f'第{current}/{_PAGES}页 <a href="#" onclick="toPage(2)">2</a> '
        f'<a href="#" onclick="toPage({_PAGES})">{_PAGES}</a>'
    )


def _post_back(current: int) -> str:
    """ASP.NET: the whole page is a form, and links fill in its hidden fields."""
    links = " ".join(
        f"<a href=\"javascript:__doPostBack('AspNetPager1','{n}')\">{n}</a>"
        for n in range(1, _PAGES + 1)
        if n != current
    )
    return (
        '<form name="form1" method="post" action="list.aspx" id="form1">'
        '<input type="hidden" name="__EVENTTARGET" value="">'
        '<input type="hidden" name="__EVENTARGUMENT" value="">'
        f'<input type="hidden" name="__VIEWSTATE" value="{_VIEW_STATE}{current}">'
        '<input type="hidden" name="__EVENTVALIDATION" value="/wEWBAL+raDpAgK">'
        f"{links}</form>"
    )


def _post_back_number(request: Request) -> int | None:
    """Only a form with its view state intact is answered with another page than the first."""
    if request.method != "POST":
        return 1 if request.path.endswith("/list.aspx") else None
    known = request.form.get("__VIEWSTATE", "").startswith(_VIEW_STATE)
    asked = request.form.get("__EVENTARGUMENT", "")
    if not known or request.form.get("__EVENTTARGET") != "AspNetPager1" or not asked.isdecimal():
        return None
    return int(asked)


FORMS: dict[str, PagingForm] = {
    form.name: form
    for form in (
        PagingForm(
            "count-page",
            "index.htm",
            _named("index.htm", "index_{}.htm", offset=1),
            _script(
                "var currentPage = {zero}; var countPage = {total}; for(var i=0;i<countPage;i++)"
                'document.write("<a href=index_"+i+".htm>"+(i+1)+"</a>");'
            ),
        ),
        PagingForm(
            "create-page-html",
            "index.htm",
            _named("index.htm", "index_{}.htm", offset=1),
            _script('createPageHTML({total}, {zero}, "index", "htm");'),
        ),
        PagingForm(
            "create-page-html-div",
            "list.shtml",
            _named("list.shtml", "list_{}.shtml"),
            _script("createPageHTML('page_div',{total}, {current},'list','shtml',7);"),
        ),
        PagingForm(
            "list-type-number",
            "list_3_1.html",
            _named("list_3_1.html", "list_3_{}.html"),
            _numbered("list_3_{}.html"),
        ),
        PagingForm(
            "index-number",
            "index.html",
            _named("index.html", "index_{}.html"),
            _next_only("index_{}.html"),
        ),
        PagingForm(
            "query-page",
            "list.asp",
            _queried("page", "list.asp"),
            _next_only("?classid=5&amp;page={}"),
        ),
        PagingForm(
            "query-page-index",
            "list.html",
            _queried("pageIndex", "list.html"),
            _numbered("list.html?pageIndex={}"),
        ),
        PagingForm("go-page", "list.asp", _queried("page", "list.asp"), _go_page),
        PagingForm("to-page-form", "list.asp", _queried("page", "list.asp"), _go_page_submit),
        PagingForm("post-back", "list.aspx", _post_back_number, _post_back),
    )
}

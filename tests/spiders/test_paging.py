from collections.abc import Iterator

import pytest

from spiders.paging import Ask, announced, jump
from tests.command import archiver
from tests.site import LISTS, LocalServer, paging_site
from tests.site.profile import write_hurried

BASE = "http://www.example.com/gzdt/index.htm"


def names(body: bytes) -> list[str]:
    return [ask.url.rsplit("/", 1)[1] for ask in announced(body, BASE)]


def test_pages_counted_from_0_lie_at_index_1_and_on() -> None:
    assert names(b'<script>createPageHTML(4, 0, "index", "htm");</script>') == [
        "index_1.htm",
        "index_2.htm",
        "index_3.htm",
    ]


def test_pages_counted_from_1_lie_at_name_2_and_on() -> None:
    body = b"<script>createPageHTML('page_div',3, 1,'list','shtml',40);</script>"
    assert names(body) == ["list_2.shtml", "list_3.shtml"]


@pytest.mark.parametrize(
    "script",
    [
        'var all=3; var now = 0; createPageHTML(all, now, "index", "htm");',
        "createPageHTML('index', 'htm', 3, 0);",
        "createPageHTML(3,0,'index','htm','/gzdt/',40);",
        "function createPageHTML(_nPageCount, _nCurrIndex, _sName, _sExt){} "
        "createPageHTML(3, 0, 'index', 'htm');",
    ],
)
def test_pages_are_counted_whatever_the_order_of_the_arguments(script: str) -> None:
    assert names(script.encode()) == ["index_1.htm", "index_2.htm"]


def test_a_first_page_that_is_number_1_is_followed_by_number_2() -> None:
    body = b"createPageHTML(page_div, 3, 1, 'index', 'htm', 40);"
    assert names(body) == ["index_2.htm", "index_3.htm"]


def test_the_last_number_of_an_item_is_not_that_of_a_page() -> None:
    item, part = "http://a.example/t20090701_88.htm", "http://a.example/t20090701_88_1.htm"
    for number, url in enumerate((item, part)):
        body = f"<script>var currentPage = {number}; var countPage = 3;</script>".encode()
        found = {ask.url for ask in announced(body, url)} | {item, part}
        assert found == {item, part, "http://a.example/t20090701_88_2.htm"}


def test_a_count_beyond_reason_ends_at_a_limit() -> None:
    body = b'createPageHTML(99999, 0, "index", "htm")'
    assert sum(1 for _ in announced(body, BASE)) <= 2000


def test_a_function_of_the_page_gives_every_page_up_to_the_last_it_is_called_with() -> None:
    body = (
        b'<script>function goPage(n){ location.href="list.asp?c=5&page="+n; }</script>'
        b'<a href="javascript:goPage(2)">2</a><a href="javascript:goPage(4)">last</a>'
    )
    assert names(body) == [f"list.asp?c=5&page={n}" for n in (2, 3, 4)]


@pytest.mark.parametrize(
    "code",
    [
        'if(n<1){n=1;} if(n>4){ alert("no"); return false; } window.location.href="l.asp?page="+n;',
        'var to = "l.asp?page=" + n; location.replace(to);',
    ],
)
def test_a_function_may_do_more_than_lead_to_a_page(code: str) -> None:
    body = f"<script>function toPage(n){{ {code} }}</script><a onclick='toPage(3)'>3</a>"
    assert names(body.encode()) == ["l.asp?page=2", "l.asp?page=3"]


@pytest.mark.parametrize(
    "code",
    [
        "document.f.pageNo.value=n;document.f.submit();",
        "document.getElementById('no').value = n; document.forms[0].submit();",
        '$("#no").val(n); $("form").submit();',
    ],
)
def test_a_function_may_submit_a_form_with_the_number_in_it(code: str) -> None:
    body = (
        "<form name=f action=l.do><input type=hidden id=no name=pageNo value=1></form>"
        f"<script>function gotoPage(n){{ {code} }}</script><a href='javascript:gotoPage(2)'>2</a>"
    )
    assert names(body.encode()) == ["l.do?pageNo=2"]


@pytest.mark.parametrize("encoding", ["utf-8", "gbk"])
@pytest.mark.parametrize(
    "field", ["<input name=page size=2>", "<select name=pageNo><option>1<option>2</select>"]
)
def test_a_form_to_jump_gives_as_many_pages_as_the_list_says(field: str, encoding: str) -> None:
    name = "page" if "page " in field else "pageNo"
    form = f"<form action=l.asp><input type=hidden name=c value=5>共<b>3</b> 页 转到{field}</form>"
    asked = list(jump.list_pages(form.encode(encoding), BASE))
    assert [ask.url.rsplit("/", 1)[1] for ask in asked] == [f"l.asp?c=5&{name}={n}" for n in (2, 3)]


@pytest.mark.parametrize(
    "body",
    [
        "共3页 <form action=s.asp><input name=words></form>",
        "共1页 <form action=l.asp><input name=page></form>",
        "<form action=l.asp><input name=page></form>",
        "共3页 <form action=l.asp><input type=hidden name=page></form>",
    ],
)
def test_other_forms_are_left_alone(body: str) -> None:
    assert list(jump.list_pages(body.encode(), BASE)) == []


def test_a_function_that_opens_entries_turns_no_pages() -> None:
    body = b"<script>function view(n){location='show.asp?id='+n}</script><a onclick=view(9)>9</a>"
    assert names(body) == []


def test_a_jcms_list_is_asked_for_whether_or_not_its_parameters_stand_in_quotes() -> None:
    parameters = "col:1,webid:'5',path: \"/\",columnid:694"
    body = f"totalRecord:4,perPage:2,groupSize:1,proxyUrl:'/p.jsp',ajaxParam:{{{parameters}}}"
    asks = list(announced(body.encode(), BASE))
    assert [ask.url.rsplit("?")[1] for ask in asks] == [
        "startrecord=1&endrecord=2&perpage=2",
        "startrecord=3&endrecord=4&perpage=2",
    ]
    fields = (("col", "1"), ("webid", "5"), ("path", "/"), ("columnid", "694"))
    assert {ask.form for ask in asks} == {fields}


def post_back(*calls: str, state: str = "abc") -> bytes:
    links = "".join(f'<a href="javascript:__doPostBack({call})">x</a>' for call in calls)
    field = f"<input type=hidden name=__VIEWSTATE value={state}>"
    return f"<form method=post action=list.aspx>{field}{links}</form>".encode()


@pytest.mark.parametrize(
    ("calls", "wanted"),
    [
        (["'g','Page$2'", "'g','Page$3'", "'g','Page$Next'"], [("g", "Page$2"), ("g", "Page$3")]),
        (["'ctl00$g','Page$Next'", "'ctl00$g','Page$Last'"], [("ctl00$g", "Page$Next")]),
        (["'lbPrev',''", "&#39;lbNext&#39;,&#39;&#39;", "'lbLast',''"], [("lbNext", "")]),
        (["'Calendar1','V3000'", "'NextMonth',''"], []),
    ],
)
def test_a_post_back_asks_for_numbers_or_else_for_the_next_page(
    calls: list[str], wanted: list[tuple[str, str]]
) -> None:
    asked = [dict(ask.form) for ask in announced(post_back(*calls), BASE)]
    assert [(form["__EVENTTARGET"], form["__EVENTARGUMENT"]) for form in asked] == wanted


def test_a_page_asked_for_by_its_number_is_the_same_from_whichever_page() -> None:
    for call, same in (("'p','3'", True), ("'g','Page$3'", True), ("'g','Page$Next'", False)):
        one, other = (next(announced(post_back(call, state=s), BASE)) for s in ("a", "b"))
        assert (one.identity == other.identity) is same


def test_a_post_back_carries_the_view_state_of_its_page() -> None:
    body = (
        b"<form method=post action=list.aspx><input type=hidden name=__VIEWSTATE value=abc>"
        b"<a href=\"javascript:__doPostBack('Pager','2')\">2</a></form>"
    )
    (ask,) = announced(body, BASE)
    assert dict(ask.form)["__VIEWSTATE"] == "abc"
    assert (dict(ask.form)["__EVENTTARGET"], dict(ask.form)["__EVENTARGUMENT"]) == ("Pager", "2")


@pytest.mark.parametrize("body", [b"<html>", b"", b"\x00\xff", b"__doPostBack('a','2')"])
def test_a_page_that_announces_nothing_gives_nothing(body: bytes) -> None:
    assert list(announced(body, BASE)) == []


def test_two_posts_to_one_address_are_two_questions() -> None:
    assert Ask(BASE, (("page", "1"),)).identity != Ask(BASE, (("page", "2"),)).identity


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LocalServer]:
    """The paging site after a crawl that began at the start page of every form."""
    home = tmp_path_factory.mktemp("home")
    with paging_site() as site:
        starts = [site.url + start for start, _ in LISTS.values()]
        write_hurried(home, "paging", *starts, connections=4)
        archiver(home, "crawl", "paging")
        yield site


@pytest.mark.parametrize("form", LISTS)
def test_every_item_of_a_list_is_asked_for_however_it_is_paged(
    asked: LocalServer, form: str
) -> None:
    targets = [target for _, target in asked.requests]
    _, items = LISTS[form]
    assert [item for item in items if item not in targets] == []
    assert all(targets.count(item) == 1 for item in items)


@pytest.mark.parametrize("encoding", ["utf-8", "gbk"])
@pytest.mark.parametrize(
    "link",
    [
        '<a href="/tzgg/" class="more">更多&gt;&gt;</a>',
        "<A HREF=/tzgg/ target=_blank><span>[更多]</span></A>",
        '<a href="/tzgg/"><img src="images/more.gif" border=0></a>',
        '<a href="/tzgg/">MORE+</a>',
        '<a title="通知公告" href="/tzgg/">查看更多 ></a>',
    ],
)
def test_a_column_behind_more_is_found(link: str, encoding: str) -> None:
    page = f'<h3>通知公告</h3>{link}<a href="/tzgg/1.html">更多帮扶措施出台</a>'
    (ask,) = announced(page.encode(encoding), BASE)
    assert (ask.url, ask.is_column) == ("http://www.example.com/tzgg/", True)


@pytest.mark.parametrize(
    "link",
    [
        '<a href="javascript:more()">更多</a>',
        '<a style="display:none" href="/trap/">更多</a>',
        '<a href="/tzgg/1.html">多措并举</a>',
        "<a href=/x>" + "更" * 5000,
        "<a " * 5000 + "更多",
    ],
)
def test_what_is_no_way_to_a_column_is_left(link: str) -> None:
    assert list(announced(link.encode(), BASE)) == []

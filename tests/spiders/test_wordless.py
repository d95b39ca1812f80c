import json
from pathlib import Path

import pytest

from spiders.paging import Ask
from spiders.paging.wordless import led_to
from tests.command import archiver
from tests.site.paging import item, page
from tests.site.profile import write_hurried
from tests.site.server import LocalServer, Reply, Request

BASE = "http://a.example/jb/list.asp"
AT = "http://a.example/jb/"


def asks(body: str, *, is_list: bool = False) -> list[Ask]:
    return list(led_to(body.encode("gb18030"), "gb18030", BASE, is_list=is_list))


@pytest.mark.parametrize(
    "body",
    [
        '<frameset><frame src="left.asp" name=l><frameset><frame src=right.asp></frameset>',
        "<iframe src=left.asp width=100%></iframe><iframe src='right.asp'></iframe>",
        "<script>window.location.href='left.asp';</script><script>location='right.asp'</script>",
    ],
)
def test_frames_and_where_a_script_sends_the_reader_belong_to_the_page(body: str) -> None:
    assert asks(body) == [Ask(AT + "left.asp", is_frame=True), Ask(AT + "right.asp", is_frame=True)]


@pytest.mark.parametrize(
    "body",
    [
        '<a href="gh.asp"><img src=b.gif alt="工会 简报"></a>',
        '<a href="gh.asp" title="工会 简报"><font><img src=b.gif></font></a>',
        '<map name=m><area shape=rect coords=0,0,9,9 href="gh.asp" alt="工会 简报"></map>',
        "<a href=# onclick=\"window.open('gh.asp')\">工会 简报</a>",
    ],
)
def test_pictures_and_maps_lead_to_columns_by_their_names(body: str) -> None:
    (ask,) = asks(body)
    assert (ask.url, ask.is_column) == (AT + "gh.asp", True)
    assert ask.name.replace(" ", "") == "工会简报"


@pytest.mark.parametrize(
    "body",
    [
        '<a href="javascript:void(0)" onclick="location.href=\'list.asp?page=2\'">下一页</a>',
        "<a href=\"javascript:window.location='?page=2'\">下一页</a>",
        "<input type=button value=下一页 onclick='location.href=\"list.asp?page=2\"'>",
        "<select onchange='go(this.value)'><option value='list.asp?page=2'>第2页</select>",
        "<a href='list.asp?page=2'><img src=next.gif></a>",
    ],
)
def test_further_pages_are_found_behind_scripts_menus_and_pictures(body: str) -> None:
    assert asks(body, is_list=True) == [Ask(AT + "list.asp?page=2")]


def test_another_list_by_the_same_script_is_a_column_of_its_own() -> None:
    (ask,) = asks("<a href='list.asp?id=2'><img src=2.gif alt=通知公告></a>", is_list=True)
    assert ask == Ask(AT + "list.asp?id=2", is_column=True, name="通知公告")


@pytest.mark.parametrize(
    "link",
    [
        "<a href=\"javascript:openwin('show.asp?id=295')\">县总工会召开第三次会议</a>",
        "<a href='#' onclick='view(295)'>县总工会召开第三次会议</a>",
    ],
)
def test_a_list_may_open_its_entries_by_script(link: str) -> None:
    body = f"<script>function view(n){{ window.open('show.asp?id='+n,'','') }}</script>{link}"
    assert asks(body, is_list=True) == [Ask(AT + "show.asp?id=295", is_entry=True)]


@pytest.mark.parametrize(
    "body",
    [
        "<div style='display:none'><a href=trap.asp><img src=x.gif></a></div>",
        "<iframe src=count.asp width=0 height=0></iframe>",
        "<a href=big.jpg><img src=small.jpg></a>",
        "<a href=../wen/1.html>有字的链接</a><script>location='elsewhere.asp'</script>",
        "<a onclick=\"alert('没有了')\">下一页</a>",
        "<select><option value=3>第3页</select>",
        "<a href='javascript:;'><img src=x.gif></a>",
        "<a href='http://[bad/'><img src=x.gif></a>",
        "",
        "\0\0<a <a <frame",
        "<a href=" + "<a href='x'" * 9000,
    ],
)
def test_what_leads_nowhere_is_left(body: str) -> None:
    assert asks(body) == []


FRAMED = {
    "/": "<frameset rows='90,*'><frame src=top.asp><frame src=/main/></frameset>",
    "/top.asp": "<img src=banner.jpg><a href=jianbao.asp><img src=b.gif alt=工会简报></a>"
    "<a href=other.asp><img src=o.gif alt=友情链接></a>",
    "/main/": "<script>self.location='welcome.asp'</script>",
    "/main/welcome.asp": "<p>欢迎",
    "/jianbao.asp": "<ul>"
    + "".join(f"<li><a href=/art/{n}.html>县总工会召开第{n}次会议</a> 2009-0{n}-15" for n in (3, 2))
    + "</ul>",
    "/other.asp": "<p>其他",
}


def framed(request: Request) -> Reply:
    if request.path in FRAMED:
        return Reply(page(FRAMED[request.path]))
    number = request.path.removeprefix("/art/").removesuffix(".html")
    return Reply(item(int(number))) if number in ("2", "3") else Reply("", status=404)


def test_a_site_of_frames_and_pictures_is_crawled_by_the_names_of_its_columns(
    tmp_path: Path,
) -> None:
    with LocalServer({"/": framed}) as server:
        write_hurried(tmp_path, "framed", f"{server.url}/", columns=["工会简报"])
        done = archiver(tmp_path, "crawl", "framed", "--json")
        asked = {target for _, target in server.requests}
    assert asked >= {*FRAMED, "/art/2.html", "/art/3.html"} - {"/other.asp"}
    assert "/other.asp" not in asked
    (report,) = json.loads(done.stdout)
    assert (report["verdict"], report["columns"][0]["entries"]) == ("ok", 2)


@pytest.mark.parametrize("door", ["进入网站", "<img src=enter.jpg alt=进入网站>"])
def test_a_door_is_gone_through_whatever_the_columns_are_called(tmp_path: Path, door: str) -> None:
    def answer(request: Request) -> Reply:
        if request.path == "/":
            return Reply(page(f'<a href="/main/">{door}</a>'))
        if request.path == "/main/":
            top = "<a href=/jianbao.asp>工会简报</a> <a href=/other.asp>友情链接</a>"
            return Reply(
                page(f"<div class=nav>{top} <a href=/a>简介</a> <a href=/b>机构</a></div>")
            )
        return framed(request)

    with LocalServer({"/": answer}) as server:
        write_hurried(tmp_path, "door", f"{server.url}/", columns=["工会简报"])
        archiver(tmp_path, "crawl", "door")
        asked = {target for _, target in server.requests}
    assert asked >= {"/main/", "/jianbao.asp", "/art/2.html", "/art/3.html"}
    assert asked.isdisjoint({"/other.asp", "/a", "/b"})

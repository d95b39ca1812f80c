"""Texts that a site cuts into pages: read the same by the crawl and from the archive."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

from tests.command import archiver
from tests.site.paging import page
from tests.site.profile import write_hurried
from tests.site.server import LocalServer, Reply, Request

TEXTS = ["召开第一次会议，研究了帮扶工作", "听取了各乡镇工会的汇报", "对下一步工作提出了要求"]


def part(number: int, more: str) -> Reply:
    text = f"　　县总工会{TEXTS[number]}，参会人员一致表示要抓好落实。" * 2
    head = "<h1>县总工会召开主席办公会议</h1><p>来源：县总工会　发布时间：2009-07-01"
    return Reply(page(f"{head}<div id=zoom><p>{text}</div>{more}"))


def answer(request: Request) -> Reply:
    if request.path == "/":
        rows = (
            f'<li><a href="{url}">县总工会召开会议</a>' for url in ("/show.asp?id=5", "/t_8.htm")
        )
        return Reply(page("".join(rows)))
    if request.path == "/show.asp":
        number = int(request.query.get("page", "1"))
        links = (f'<a href="?id=5&page={n}">{n}</a>' for n in (1, 2, 3) if n != number)
        return part(number - 1, " ".join(links))
    number = {"/t_8.htm": 0, "/t_8_1.htm": 1, "/t_8_2.htm": 2}[request.path]
    return part(number, f"<script>var currentPage={number}; var countPage = 3;</script>")


def stored(home: Path) -> list[tuple[str, int]]:
    query = (
        "SELECT url, (SELECT count(*) FROM paragraphs p WHERE p.version_id = v.id) "
        "FROM pages JOIN versions v ON v.page_id = pages.id ORDER BY url"
    )
    with closing(sqlite3.connect(home / "archive.sqlite")) as database:
        return [
            (url.partition("/t_")[2] or url[-5:], number) for url, number in database.execute(query)
        ]


def test_parts_are_found_by_links_and_by_counting_scripts_and_none_is_read_twice(
    tmp_path: Path,
) -> None:
    with LocalServer({"/robots.txt": lambda _: Reply("", status=404), "/": answer}) as server:
        write_hurried(tmp_path, "parts", server.url + "/")
        (report,) = json.loads(archiver(tmp_path, "crawl", "parts", "--json").stdout)
    assert report["counts"]["articles"] == 2
    found = stored(tmp_path)
    assert [number for _, number in found if number] == [3, 3]
    assert len(found) == 3
    (tmp_path / "archive.sqlite").unlink()
    archiver(tmp_path, "rebuild")
    assert stored(tmp_path) == found

"""A link to a file that the site leads elsewhere: the file belongs to the link."""

import json
from pathlib import Path

from archiver.store import Store
from archiver.store.asking import Selection
from tests.command import archiver
from tests.site.paging import item, page
from tests.site.profile import write_hurried
from tests.site.server import LocalServer, Reply, Request

RAR = b"Rar!\x1a\x07\x00" + bytes(64)


def answer(request: Request) -> Reply:
    """A notice with two attachments of one name and one file, one of them by way of a counter."""
    if request.path == "/":
        return Reply(page('<ul><li><a href="/art/1.html">县总工会第1次主席办公会议召开</a></ul>'))
    if request.path == "/art/1.html":
        links = "附件：<a href=/down/7.rar>名单</a> <a href=/up/7.rar>名单（直接）</a></body>"
        return Reply(item(1).replace("</body>", links))
    if request.path in ("/down/7.rar", "/count/7.rar"):
        there = {"/down/7.rar": "/count/7.rar", "/count/7.rar": "/up/7.rar"}[request.path]
        return Reply("", status=302, headers={"Location": there})
    if request.path == "/up/7.rar":
        return Reply(RAR, content_type="application/octet-stream")
    return Reply("", status=404)


def files(home: Path) -> list[tuple[object, ...]]:
    """Position and capture of every file that is joined to a record."""
    with Store.open(home / "archive.sqlite") as store:
        for table, rows in store.released(Selection()):
            held = list(rows)
            if table.name == "files":
                names = [column.name for column in table.columns]
                told = [dict(zip(names, row, strict=True)) for row in held]
                return [(one["position"], one["capture"]) for one in told]
    return []


def test_a_file_behind_redirects_is_joined_to_its_link(tmp_path: Path) -> None:
    with LocalServer({"/": answer}) as server:
        write_hurried(tmp_path, "moved", f"{server.url}/")
        done = archiver(tmp_path, "crawl", "moved", "--json")
    assert done.returncode == 0
    (report,) = json.loads(done.stdout)
    assert report["verdict"] == "ok"
    joined = files(tmp_path)
    assert [position for position, _ in joined] == [1, 2]
    assert len({capture for _, capture in joined}) == 1
    (tmp_path / "archive.sqlite").unlink()
    assert archiver(tmp_path, "rebuild").returncode == 0
    assert files(tmp_path) == joined

"""A link to a file that the site leads elsewhere: the file belongs to the link."""

import json
import os
import subprocess
import sys
from pathlib import Path

from archiver.home import Home
from archiver.records import SiteProfile
from archiver.store import Store
from archiver.store.asking import Selection
from spiders.profiles import write_profile
from tests.site.paging import item, page
from tests.site.server import LocalServer, Reply, Request

ROOT = Path(__file__).parents[2]
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


def archiver(home: Path, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "archiver", *arguments],
        cwd=ROOT,
        env={**os.environ, "ARCHIVER_HOME": str(home)},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


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
        facts = {
            "key": "moved",
            "name": "某县总工会",
            "start": [f"{server.url}/"],
            "private_network": True,
            "politeness": {"delay_seconds": 0, "reason": "our own"},
        }
        write_profile(SiteProfile.model_validate(facts), Home(tmp_path).sites)
        (report,) = json.loads(archiver(tmp_path, "crawl", "moved", "--json"))
    assert report["verdict"] == "ok"
    joined = files(tmp_path)
    assert [position for position, _ in joined] == [1, 2]
    assert len({capture for _, capture in joined}) == 1
    (tmp_path / "archive.sqlite").unlink()
    archiver(tmp_path, "rebuild")
    assert files(tmp_path) == joined

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from archiver.home import Home
from archiver.records import SiteProfile
from spiders.columns import Column, Columns, Listed
from spiders.paging.totals import total_entries
from spiders.profiles import write_profile
from spiders.progress import SiteProgress
from tests.site.county import county, served

ROOT = Path(__file__).parent.parent.parent


@pytest.mark.parametrize(
    ("text", "total"),
    [
        ("共253条 当前第1/17页", 253),
        ("共 <b>253</b> 条记录", 253),
        ("共有253条", 253),
        ("总数：253篇", 253),
        ("共 17页253条　1 2 3", 253),
        ("<script>var totalRecord:253,perPage:15</script>", 253),
        ("totalCount = '253'", 253),
        ("共17页 当前第1页", None),
        ("县总工会共帮扶253户", None),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "gbk"])
def test_a_list_says_how_many_entries_it_has(text: str, total: int | None, encoding: str) -> None:
    assert total_entries(text.encode(encoding)) == total


def test_what_lists_have_yet_to_show_is_known_by_their_totals_or_their_pages() -> None:
    columns = Columns()
    printed, paged, chained = (Column(f"http://a/{n}/", n) for n in ("printed", "paged", "chained"))
    columns.add(Listed(printed, printed.url, 20, 253))
    columns.wait(printed, 1)
    assert columns.unlisted == 233
    columns.add(Listed(paged, paged.url, 15))
    columns.wait(paged, 4)
    assert columns.unlisted == 233 + 60
    columns.add(Listed(chained, chained.url, 15))
    columns.wait(chained, 1)
    assert columns.unlisted is None
    columns.wait(chained, -1)
    columns.wait(paged, -4)
    columns.wait(printed, -1)
    assert columns.unlisted == 0


def test_the_time_left_is_told_when_the_rest_is_known() -> None:
    progress = SiteProgress("county", read=20, waiting=30, unlisted=None)
    assert progress.seconds_left is None
    progress.unlisted = 70
    assert progress.seconds_left == pytest.approx(100 / progress.rate, rel=0.5)
    progress.read = 3
    assert progress.seconds_left is None


def test_a_terminal_shows_a_live_line_a_site(tmp_path: Path) -> None:
    site = county()
    site.pages.pop("/tz/5.html")
    main, terminal = pty.openpty()
    with served(site) as server:
        profile = SiteProfile.model_validate(
            {"key": "county", "name": "宜黄县总工会", "start": [f"{server.url}/"]}
            | {"private_network": True, "politeness": {"delay_seconds": 0.2, "reason": "ours"}}
        )
        write_profile(profile, Home(tmp_path).sites)
        process = subprocess.Popen(
            [sys.executable, "-m", "archiver", "crawl", "county"],
            cwd=ROOT,
            env={**os.environ, "ARCHIVER_HOME": str(tmp_path), "COLUMNS": "150", "TERM": "xterm"},
            stdout=subprocess.DEVNULL,
            stderr=terminal,
        )
        os.close(terminal)
        shown = b""
        while True:
            try:
                shown += os.read(main, 65536)
            except OSError:  # the terminal is closed when its last user has gone
                break
        process.wait()
    os.close(main)
    text = shown.decode()
    for words in ("county", "13 pages", "4 issues", "new", "pages/s", "waiting", "1 error"):
        assert words in text
    (log,) = (tmp_path / "logs").glob("county-*.log")
    assert "no page from" in log.read_text("utf-8")

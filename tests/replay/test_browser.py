"""A real browser shows archived pages, in replayweb.page and in our own replay."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, urlsplit

import pytest

from archiver.demo import DemoSite
from tests.command import ROOT
from tests.replay.browser import asked, browser
from tests.replay.conftest import Archived
from tests.replay.fileserver import serving
from tests.replay.hostile import POISONED, RAN, resources

SENTENCE = "青塘塑业有限公司订单排到了年底"
BRAND = "版权所有：bet7021app"
WRITTEN = "/dongtai/200805/t20080527_105.htm"  # a script writes its date and its source


@pytest.fixture
def replay(archived: Archived) -> Iterator[str]:
    """The address that ``archiver replay`` prints."""
    command = [sys.executable, "-u", "-m", "archiver", "replay", "--home", str(archived.home)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as server:
        try:
            assert server.stdout is not None
            told = server.stdout.readline()
            yield next(word for word in told.split() if word.startswith("http")).rstrip("/")
        finally:
            server.terminate()


def test_replayweb_page_shows_the_pages_of_the_package(
    replayweb: Path, chromium: str, archived: Archived, tmp_path: Path
) -> None:
    folder = tmp_path / "site"
    folder.mkdir()
    for file in (*replayweb.iterdir(), archived.package):
        (folder / file.name).symlink_to(file)
    with serving(folder) as origin, browser(chromium, tmp_path / "profile") as page:
        source = quote(f"{origin}/{archived.package.name}", safe="")

        def see(path: str, expected: str) -> str:
            url = quote(archived.site.url + path, safe="")
            page.open("about:blank")
            page.open(f"{origin}/?source={source}#view=replay&url={url}")
            return page.see(expected)

        assert SENTENCE in (poisoned := see(POISONED, SENTENCE))
        assert BRAND in poisoned
        expected = "地震救灾捐款突破三十万元"
        assert expected in see(WRITTEN, expected)


def test_our_replay_shows_pages_and_keeps_their_traps_shut(
    chromium: str, archived: Archived, replay: str, tmp_path: Path
) -> None:
    profile = tmp_path / "profile"
    with browser(chromium, profile) as page:
        page.open(f"{replay}/")
        assert "“进企帮工”简报2008年第二期" in page.see("“进企帮工”简报2008年第二期")
        page.open(f"{replay}/show/2100/{archived.site.url}{POISONED}")
        poisoned = page.see(BRAND)
        assert SENTENCE in poisoned
        assert "provenfromthebytesjustnow" in poisoned
        page.rest()
        assert RAN not in page.see(RAN, 0)
        assert "今天是设为首页" in poisoned, "a date stands there when scripts run"
        page.open(f"{replay}/show/2100/{archived.site.url}{WRITTEN}")
        assert "来源：发布时间：" in page.see("来源：发布时间：")
    assert asked(profile) == {urlsplit(replay).netloc}


def test_the_same_page_without_our_replay_springs_its_traps(chromium: str, tmp_path: Path) -> None:
    """What the test above sees would be seen: no proof without this."""
    profile = tmp_path / "profile"
    with DemoSite(resources) as site, browser(chromium, profile) as page:
        page.open(site.url + POISONED)
        assert RAN in page.see(RAN)
        page.rest()
    assert "127.0.0.2:9" in asked(profile), "a page can ask for a connection alone"
    machines = {place.partition(".example")[0] for place in asked(profile)}
    traps = "script image entity tab backslash srcset frame away style import paint svg video form"
    assert set(traps.split()) - machines == set()

"""An archive of the demo site, packed, and the programs of others that must open it."""

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from archiver.demo import DemoSite, demo_profile
from archiver.home import Home
from spiders.profiles import write_profile
from tests.command import ROOT, archiver
from tests.replay.hostile import resources


@dataclass(frozen=True, slots=True)
class Archived:
    """``site`` was crawled into ``home``, twice in part; ``package`` is the WACZ of it."""

    site: DemoSite
    home: Path
    package: Path


@pytest.fixture(scope="session")
def archived(tmp_path_factory: pytest.TempPathFactory) -> Archived:
    """The site is gone when this is given: whatever is shown comes from the archive."""
    folder = tmp_path_factory.mktemp("archived")
    home = folder / "home"
    with DemoSite(resources) as site:
        write_profile(demo_profile(site.url), Home(home).create().sites)
        run(home, "crawl", "demo")
        run(home, "crawl", "demo", "--limit", 6)  # answered 304: revisits
    run(home, "export", "--format", "wacz", "--output", folder / "out")
    return Archived(site, home, folder / "out" / "archive.wacz")


def run(home: Path, *arguments: object) -> None:
    """``archiver`` with these arguments; a crawl of a poisoned site is suspicious, status 1."""
    done = archiver(home, *arguments)
    assert done.returncode in (0, 1), done.stderr


@pytest.fixture(scope="session")
def peers() -> Path:
    """The folder of the programs of pywb and py-wacz."""
    folder = ROOT / ".venv-replay"
    if not (folder / "done").exists():
        pytest.skip("pywb and py-wacz are not there: run `make replay-peers`")
    return folder / "bin"


@pytest.fixture(scope="session")
def replayweb() -> Path:
    """The folder of replayweb.page."""
    folder = ROOT / ".replayweb"
    if not (folder / "done").exists():
        pytest.skip("replayweb.page is not there: run `make replay-peers`")
    return folder / "package"


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of the browser."""
    program = shutil.which("chromium")
    if program is None:
        pytest.skip("there is no chromium: install the package of that name")
    return program

"""A home that the demo has filled, crawled once for all tests of commands."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def crawled_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Not to be changed; take ``home`` for that."""
    home = tmp_path_factory.mktemp("demo") / "home"
    command = [sys.executable, "-m", "archiver", "demo", "--home", str(home)]
    subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
    return home


@pytest.fixture
def home(crawled_home: Path, tmp_path: Path) -> Path:
    """A copy of the crawled home for one test."""
    shutil.copytree(crawled_home, tmp_path / "home")
    return tmp_path / "home"

"""A home that the demo has filled, crawled once for all tests of commands."""

import shutil
from pathlib import Path

import pytest

from tests.command import archiver


@pytest.fixture(scope="session")
def crawled_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Not to be changed; take ``home`` for that."""
    home = tmp_path_factory.mktemp("demo") / "home"
    assert archiver(home, "demo").returncode == 0
    return home


@pytest.fixture
def home(crawled_home: Path, tmp_path: Path) -> Path:
    """A copy of the crawled home for one test."""
    shutil.copytree(crawled_home, tmp_path / "home")
    return tmp_path / "home"

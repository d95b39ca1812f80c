from pathlib import Path

import pytest

from tests import forks
from tests.command import environment


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["-a", "site=taoyuan-gvo"], "taoyuan-gov"),
        (["-a", "site=taoyuan-gov", "-a", "until=2008-13"], "YYYY-MM-DD"),
        (["-a", "site=taoyuan-gov", "-a", "asking=everything"], "new-only"),
        ([], "site=KEY"),
    ],
)
def test_scrapys_command_tells_what_is_wrong_in_a_sentence(
    tmp_path: Path, arguments: list[str], told: str
) -> None:
    done = forks.run("scrapy", ["crawl", "bulletins", *arguments], environment(tmp_path / "home"))
    assert done.returncode == 2
    assert told in done.stderr.splitlines()[-1]
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "home").exists()

import logging
from pathlib import Path

import pytest

from spiders.logs import logging_to

FULL = Path("/dev/full")


def test_each_log_has_what_was_said_within(tmp_path: Path) -> None:
    logger = logging.getLogger("a")
    with logging_to(tmp_path / "one.log"):
        logger.info("first")
    with logging_to(tmp_path / "two.log"):
        logger.info("second")
    said = [(tmp_path / name).read_text(encoding="utf-8") for name in ("one.log", "two.log")]
    assert [text.split("a: ")[1] for text in said] == ["first\n", "second\n"]


@pytest.mark.skipif(not FULL.exists(), reason="this system has no /dev/full")
def test_a_log_that_finds_no_room_breaks_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    with logging_to(FULL):
        logging.getLogger("a").info("something")
    assert capsys.readouterr().err == ""

"""The service and the timer that the manual shows are what systemd understands."""

import re
import shutil
import subprocess
import sys
from pathlib import Path
from textwrap import dedent

import pytest

MANUAL = Path(__file__).parents[2] / "docs" / "crawling.md"
ANALYZE = shutil.which("systemd-analyze")


@pytest.mark.skipif(ANALYZE is None, reason="needs systemd-analyze (Debian package systemd)")
def test_systemd_takes_the_service_and_the_timer_of_the_manual(tmp_path: Path) -> None:
    assert ANALYZE is not None
    text = MANUAL.read_text("utf-8").replace("/usr/local/bin/archiver", sys.executable)
    for name in ("bulletins.service", "bulletins.timer"):
        found = re.search(rf"/{name}`[^\n]*:\n\n((?:    [^\n]+\n|\n)+)", text)
        assert found is not None
        (tmp_path / name).write_text(dedent(found[1]), "utf-8")
    units = [str(path) for path in sorted(tmp_path.iterdir())]
    done = subprocess.run([ANALYZE, "verify", *units], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")

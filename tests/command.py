"""The command as its users run it: a process of its own, with a home folder of the test's own."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from tests import forks

ROOT = Path(__file__).parent.parent
COMMAND = (sys.executable, "-m", "archiver")


def archiver(home: Path, *arguments: object) -> subprocess.CompletedProcess[str]:
    """Run ``archiver`` to its end. Never shows a traceback."""
    return _checked(forks.run("archiver", [*map(str, arguments)], environment(home)))


def archiver_after(
    before: Callable[[], None], home: Path, *arguments: object
) -> subprocess.CompletedProcess[str]:
    """The same in a new process, in which ``before`` is called first."""
    return _checked(
        subprocess.run(
            [*COMMAND, *map(str, arguments)],
            cwd=ROOT,
            env=environment(home),
            capture_output=True,
            text=True,
            check=False,
            preexec_fn=before,
        )
    )


def environment(home: Path) -> dict[str, str]:
    """That of a command with ``home`` for its home folder."""
    return {**os.environ, "ARCHIVER_HOME": str(home), "NO_COLOR": "1"}


def _checked(done: subprocess.CompletedProcess[str]) -> subprocess.CompletedProcess[str]:
    assert "Traceback" not in done.stderr + done.stdout
    return done

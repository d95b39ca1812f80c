"""The command line's front door: every command is there, and none waits for the others."""

import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from archiver.cli.app import COMMANDS, app

ROOT = Path(__file__).parents[2]


def test_a_command_starts_without_the_modules_of_the_others() -> None:
    heavy = "{'scrapy', 'sqlalchemy', 'lxml', 'pyarrow'} & set(sys.modules)"
    code = f"import sys, archiver.cli.app; print({heavy} or 'light')"
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stdout == "light\n", done.stderr


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself_with_examples(command: str) -> None:
    told = CliRunner().invoke(app, [command, "--help"])
    assert told.exit_code == 0, told.output
    assert f"archiver {command}" in told.output
    assert "completion" not in told.output


def test_a_slip_in_a_command_is_answered_with_the_nearest_one() -> None:
    told = CliRunner().invoke(app, ["coverge"])
    assert told.exit_code != 0
    assert "coverage" in told.output

import json
import subprocess
from pathlib import Path

from tests.command import archiver


def demo(home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    done = archiver(home / "unused", "demo", "--home", home, *arguments)
    assert done.returncode == 0, done.stderr
    return done


def test_the_demo_shows_what_was_found_and_what_to_type_next(tmp_path: Path) -> None:
    shown = demo(tmp_path)
    for heading in ("Issues", "Coverage", "Articles of", "Dates", "Contributing units", "Findings"):
        assert heading in shown.stdout
    assert "missing 5" in shown.stdout
    assert "python -m archiver show 361000:抚州进企帮工简报:2008:2 --home" in shown.stdout
    assert len(shown.stderr.splitlines()) == 1  # where it is served: quiet in pipes


def test_with_json_nothing_else_is_on_standard_output_and_a_second_demo_changes_nothing(
    tmp_path: Path,
) -> None:
    first = json.loads(demo(tmp_path, "--json").stdout)
    second = json.loads(demo(tmp_path, "--json").stdout)
    assert first["counts"]["issues"] == second["counts"]["issues"] > 10
    assert second["report"]["counts"]["pages_unchanged"] == second["report"]["counts"]["pages"]

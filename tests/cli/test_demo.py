import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent


def demo(home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "archiver", "demo", "--home", str(home), *arguments],
        cwd=ROOT,
        env={**os.environ, "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        check=True,
    )


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

"""Our own side of bench_parse: ``archiver parse --manifest`` on folders, prints CPU seconds."""

import contextlib
import gc
import io
import sys
import time
from pathlib import Path

import typer

from archiver.cli import parse as command
from archiver.cli.app import COLLECT_AFTER


def main() -> None:
    """The best of all folders but the first, which is for warming up."""
    gc.set_threshold(COLLECT_AFTER)
    print(min([_seconds(Path(folder)) for folder in sys.argv[1:]][1:]))


def _seconds(folder: Path) -> float:
    """CPU seconds of the command for a whole list, reading the files and writing JSON included."""
    begin = time.process_time()
    with contextlib.redirect_stdout(io.TextIOWrapper(io.BytesIO())):
        try:
            command.run(
                None, url=None, content_type=None, site=None, manifest=folder / "list.jsonl"
            )
        except typer.Exit as end:
            if end.exit_code:
                raise
    return time.process_time() - begin


if __name__ == "__main__":
    main()

"""Which package a benchmark imports: the sources, or the one that ``make compiled`` made."""

import os
from pathlib import Path

_ROOT = Path(__file__).parent.parent


def importing(compiled: str | None) -> dict[str, str]:
    """The environment of a process that finds the package in the folder ``compiled`` first.

    The folder it is started in counts for nothing, or the sources there would come before.
    """
    folders = [*([str(Path(compiled).resolve())] if compiled else ()), str(_ROOT)]
    return {**os.environ, "PYTHONSAFEPATH": "1", "PYTHONPATH": os.pathsep.join(folders)}

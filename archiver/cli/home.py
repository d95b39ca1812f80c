"""The ``--home`` option every command shares."""

from pathlib import Path
from typing import Annotated

import typer

HomeOption = Annotated[
    Path,
    typer.Option(
        "--home",
        envvar="ARCHIVER_HOME",
        metavar="DIR",
        file_okay=True,
        help="Where WARC files, database and exports are kept.",
    ),
]
DEFAULT_HOME = Path("archive-data")

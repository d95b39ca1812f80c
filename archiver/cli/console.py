"""The two consoles: results on standard output, everything else on standard error."""

from typing import Any

import typer
from pydantic import TypeAdapter
from rich.console import Console

_PIPE_WIDTH = 100


def out() -> Console:
    """Console for results; in pipes lines wrap at a fixed width, so that nothing is cut off."""
    console = Console(highlight=False)
    return console if console.is_terminal else Console(highlight=False, width=_PIPE_WIDTH)


def err() -> Console:
    """Console for progress and remarks."""
    return Console(stderr=True, soft_wrap=True, highlight=False)


def print_json(value: Any) -> None:
    """``value`` (records, dicts, lists) as JSON on standard output, Chinese unescaped."""
    typer.echo(TypeAdapter(Any).dump_json(value, indent=2).decode())

"""The two consoles: results on standard output, everything else on standard error."""

from typing import Any

import typer
from pydantic import TypeAdapter
from rich.console import Console


def out() -> Console:
    """Console for results."""
    return Console(soft_wrap=not _is_terminal(), highlight=False)


def err() -> Console:
    """Console for progress and remarks."""
    return Console(stderr=True, soft_wrap=True, highlight=False)


def print_json(value: Any) -> None:
    """``value`` (records, dicts, lists) as JSON on standard output, Chinese unescaped."""
    typer.echo(TypeAdapter(Any).dump_json(value, indent=2).decode())


def _is_terminal() -> bool:
    return Console().is_terminal

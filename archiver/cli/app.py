"""The command line's front door: every subcommand is registered here."""

import gc
import os
import sys
from collections import UserDict
from importlib import import_module
from typing import Any

import typer
from typer.core import TyperGroup
from typer.main import get_group

from archiver import __version__
from archiver.errors import ArchiverError
from archiver.home import DATABASE_VARIABLE

FAILED = 2
COLLECT_AFTER = 50_000
"""New objects after which the command looks for rubbish among them; Python's 700 are few."""
# In the order of the help: what fills the archive, what reads it, what looks after it.
COMMANDS = (
    "demo",
    "crawl",
    "parse",
    "show",
    "status",
    "coverage",
    "search",
    "export",
    "units",
    "dates",
    "sites",
    "import",
    "replay",
    "verify",
    "rebuild",
)


class _Commands(UserDict[str, Any]):
    """Imports a command's module only when it is asked for: no command waits for the others."""

    def __getitem__(self, name: str) -> Any:
        if name not in self:
            raise KeyError(name)
        module = import_module(f"{__package__}.{'import_' if name == 'import' else name}")
        around = typer.Typer(rich_markup_mode="rich")
        if hasattr(module, "app"):
            around.add_typer(module.app, name=name)
        else:
            around.command(name, epilog=module.EXAMPLES)(module.run)
        return get_group(around).commands[name]


class _OnDemand(TyperGroup):
    def __init__(self, **attributes: Any) -> None:
        super().__init__(**attributes)
        self.commands = _Commands(dict.fromkeys(COMMANDS))


app = typer.Typer(
    name="archiver",
    cls=_OnDemand,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(show: bool) -> None:
    if show:
        typer.echo(f"archiver {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    _show_version: bool = typer.Option(
        False, "--version", callback=_version, is_eager=True, help="Print the version and exit."
    ),
    _debug: bool = typer.Option(False, "--debug", help="Show a traceback with every error."),
    database: str | None = typer.Option(
        None,
        "--database",
        metavar="URL",
        envvar=DATABASE_VARIABLE,
        help="Keep the records there, not in the home folder: postgresql+psycopg://user@host/name",
    ),
) -> None:
    """Crawl, keep, read and hand out Chinese bulletins (简报)."""
    if database:
        # Crawls and rebuilds start processes of their own, which must use the same database.
        os.environ[DATABASE_VARIABLE] = database


def main() -> None:
    """Run the ``archiver`` command; an error is one sentence on standard error and status 2."""
    # A fifth of a short command's time would go into looking for rubbish among what it imports.
    gc.set_threshold(COLLECT_AFTER)
    debug = "--debug" in sys.argv[1:]
    try:
        app()
    except ArchiverError as error:
        if debug:
            raise
        _print(error)
        sys.exit(FAILED)


def _print(error: ArchiverError) -> None:
    # Only errors need these; every command would wait for them.
    from rich.console import Console
    from rich.text import Text

    Console(stderr=True, soft_wrap=True).print(
        Text.assemble(("archiver: ", "bold red"), str(error))
    )

"""The command line's front door: every subcommand is registered here."""

import os
import sys

import typer
from rich.console import Console
from rich.text import Text

from archiver import __version__
from archiver.cli import (
    coverage,
    crawl,
    dates,
    demo,
    export,
    import_,
    parse,
    rebuild,
    replay,
    search,
    show,
    sites,
    status,
    units,
    verify,
)
from archiver.errors import ArchiverError
from archiver.home import DATABASE_VARIABLE

FAILED = 2

app = typer.Typer(
    name="archiver",
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


app.command("demo", epilog=demo.EXAMPLES)(demo.run)
app.command("crawl", epilog=crawl.EXAMPLES)(crawl.run)
app.command("parse", epilog=parse.EXAMPLES)(parse.run)
app.command("show", epilog=show.EXAMPLES)(show.run)
app.command("status", epilog=status.EXAMPLES)(status.run)
app.command("coverage", epilog=coverage.EXAMPLES)(coverage.run)
app.command("search", epilog=search.EXAMPLES)(search.run)
app.command("export", epilog=export.EXAMPLES)(export.run)
app.add_typer(units.app, name="units")
app.command("dates", epilog=dates.EXAMPLES)(dates.run)
app.add_typer(sites.app, name="sites")
app.command("import", epilog=import_.EXAMPLES)(import_.run)
app.command("replay", epilog=replay.EXAMPLES)(replay.run)
app.command("verify", epilog=verify.EXAMPLES)(verify.run)
app.command("rebuild", epilog=rebuild.EXAMPLES)(rebuild.run)


def main() -> None:
    """Run the ``archiver`` command; an error is one sentence on standard error and status 2."""
    debug = "--debug" in sys.argv[1:]
    try:
        app()
    except ArchiverError as error:
        if debug:
            raise
        Console(stderr=True, soft_wrap=True).print(
            Text.assemble(("archiver: ", "bold red"), str(error))
        )
        sys.exit(FAILED)

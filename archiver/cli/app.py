"""The command line's front door: every subcommand is registered here."""

import typer

from archiver import __version__

app = typer.Typer(
    name="archiver",
    help="Crawl, keep, read and hand out Chinese bulletins (简报).",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
)


def _version(show: bool) -> None:
    if show:
        typer.echo(f"archiver {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: bool = typer.Option(
        False, "--version", callback=_version, is_eager=True, help="Print the version and exit."
    ),
) -> None:
    """Crawl, keep, read and hand out Chinese bulletins (简报)."""


def main() -> None:
    """Run the ``archiver`` command."""
    app()

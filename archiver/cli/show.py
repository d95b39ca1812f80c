"""``archiver show``: one record, readable, with its evidence."""

from typing import Annotated

import typer

from archiver.cli.console import out, print_json
from archiver.cli.entry import render
from archiver.cli.home import DEFAULT_HOME, HomeOption
from archiver.errors import ArchiverError
from archiver.home import Home
from archiver.store import Store
from exports.issues import bulletin

EXAMPLES = """
[bold]Examples[/]

  archiver show 430724:工会简报:2009:3       an issue by its key

  archiver show 工会简报:2009:3              by the end of its key, when no other ends so

  archiver show http://example.gov.cn/3.htm  what is on a page

  archiver show 工会简报:2009:3 --json       the record as exported
"""


def run(
    wanted: Annotated[str, typer.Argument(metavar="KEY|URL", help="An issue's key or an address.")],
    home: HomeOption = DEFAULT_HOME,
    json: Annotated[bool, typer.Option("--json", help="Print the record as JSON.")] = False,
) -> None:
    """Show one issue, or what is on one page."""
    with Store.open(Home(home).existing().database, create=False) as store:
        entry = store.find(wanted)
        if entry is None:
            raise ArchiverError(_not_found(wanted, store.near(wanted)))
    if json:
        print_json(bulletin(entry))
    else:
        out().print(render(entry))


def _not_found(wanted: str, near: list[str]) -> str:
    hint = f"near ones are {'  '.join(near)}" if near else "'archiver status' tells what is held"
    return f"there is no record {wanted}; {hint}"

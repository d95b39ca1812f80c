"""``archiver sites``: the sites that profiles are known of."""

from typing import Annotated

import typer
from rich.table import Table

from archiver.cli.console import out, print_json
from archiver.cli.home import DEFAULT_HOME, HomeOption
from archiver.home import Home
from spiders.profiles import known_profiles, read_profile

EXAMPLES = """
[bold]Examples[/]

  archiver sites         keys, owners, places, start pages
  archiver sites --json  the profiles whole

Your own profiles go into the folder sites/ of the home folder, one TOML file each.
"""


def run(
    home: HomeOption = DEFAULT_HOME,
    json: Annotated[bool, typer.Option("--json", help="Print the profiles as JSON.")] = False,
) -> None:
    """List the sites that can be crawled by key."""
    profiles = [read_profile(path) for path in known_profiles(Home(home).sites).values()]
    if json:
        print_json([profile.model_dump(mode="json") for profile in profiles])
        return
    table = Table("key", "name", "division", "kind", "start", box=None, pad_edge=False)
    for one in profiles:
        table.add_row(one.key, one.name, one.division or "–", one.kind, str(one.start[0]))
    out().print(table)

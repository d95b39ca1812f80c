"""``archiver sites``: the sites that profiles are known of; new ones, and whether old ones hold."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import tomlkit
import typer
from rich.syntax import Syntax
from rich.table import Table

from archiver.archive import opened
from archiver.cli.console import err, out, print_json
from archiver.cli.home import DEFAULT_HOME, HomeOption
from archiver.errors import ArchiverError
from archiver.home import Home
from archiver.records import SiteProfile
from spiders.profiles import known_profiles, load_profile, read_profile

if TYPE_CHECKING:
    from spiders.survey.visits import Survey

EXAMPLES = """
[bold]Examples[/]

  archiver sites                                  keys, owners, places, start pages
  archiver sites --json                           the profiles whole
  archiver sites add http://www.example.gov.cn/   look at a site and propose its profile
  archiver sites check taoyuan-gov                compare a profile with the live site

Your own profiles go into the folder sites/ of the home folder, one TOML file each.
"""

app = typer.Typer(invoke_without_command=True, no_args_is_help=False)
AboveHome = Annotated[Path | None, typer.Option("--home", metavar="DIR", help="As above.")]


@app.callback(epilog=EXAMPLES)
def run(
    context: typer.Context,
    home: HomeOption = DEFAULT_HOME,
    json: Annotated[bool, typer.Option("--json", help="Print the profiles as JSON.")] = False,
) -> None:
    """List the sites that can be crawled by key; add new ones; check what their profiles say."""
    context.obj = Home(home)
    if context.invoked_subcommand is not None:
        return
    profiles = [read_profile(path) for path in known_profiles(context.obj.sites).values()]
    if json:
        print_json([profile.model_dump(mode="json") for profile in profiles])
        return
    table = Table("key", "name", "division", "kind", "start", box=None, pad_edge=False)
    for one in profiles:
        table.add_row(one.key, one.name, one.division or "–", one.kind, str(one.start[0]))
    out().print(table)


@app.command("add")
def add(
    context: typer.Context,
    url: Annotated[str, typer.Argument(metavar="URL", help="The site's home page.")],
    key: Annotated[
        str | None, typer.Option(help="What to call the site; its host if left out.")
    ] = None,
    private_network: Annotated[
        bool, typer.Option("--private-network", help="The site is on a private network.")
    ] = False,
    home: AboveHome = None,
) -> None:
    """Look at the home page and a few columns, and write a profile for you to correct.

    Asks as politely as a crawl and archives what it sees. A file that is there is never changed.
    """
    # Scrapy takes most of a second to import; the list of sites is there without it.
    from spiders.survey.proposal import profile_to_survey, propose, write_new

    place: Home = Home(home) if home else context.obj
    profile = profile_to_survey(url, key, private_network=private_network)
    path = place.sites / f"{profile.key}.toml"
    if path.exists() or profile.key in known_profiles(place.sites):
        known = known_profiles(place.sites).get(profile.key, path)
        raise ArchiverError(f"{known} is there already: choose another name with --key")
    document = propose(profile, _look(place, profile, f"archiver sites add {url}"))
    write_new(document, path)
    out().print(Syntax(tomlkit.dumps(document), "toml", background_color="default"))
    err().print(f"written to {path}: correct it, then 'archiver crawl {profile.key}'", markup=False)


@app.command("check")
def check(
    context: typer.Context,
    key: Annotated[str, typer.Argument(metavar="KEY", help="A site that 'archiver sites' lists.")],
    json: Annotated[bool, typer.Option("--json", help="Print the differences as JSON.")] = False,
    home: AboveHome = None,
) -> None:
    """Compare a profile with the live site: a line for every difference, exit status 1 if any."""
    from spiders.survey.comparison import differences

    place: Home = Home(home) if home else context.obj
    profile = load_profile(key, place.sites)
    found = list(differences(profile, _look(place, profile, f"archiver sites check {key}")))
    if json:
        print_json(found)
    else:
        for line in found:
            out().print(line, markup=False, soft_wrap=True)
        if not found:
            out().print(f"{key}: the site is as its profile says", markup=False)
    raise typer.Exit(1 if found else 0)


def _look(home: Home, profile: SiteProfile, purpose: str) -> "Survey":
    from spiders.survey.spider import gentle, survey

    with opened(home.create(), purpose) as repairs:
        for line in repairs:
            err().print(line, markup=False)
        return survey(home, gentle(profile))

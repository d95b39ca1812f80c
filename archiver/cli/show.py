"""``archiver show``: one record, readable, with its evidence."""

from dataclasses import asdict
from typing import Annotated

import typer

from archiver.cli.console import out, print_json
from archiver.cli.entry import render
from archiver.cli.evidence import proofs, render_proofs
from archiver.cli.home import DEFAULT_HOME, HomeOption
from archiver.errors import ArchiverError
from archiver.home import Home
from archiver.records import Capture
from archiver.store import Store
from archiver.store.history import PageVersion
from exports.issues import bulletin

EXAMPLES = """
[bold]Examples[/]

  archiver show 430724:工会简报:2009:3       an issue by its key
  archiver show 工会简报:2009:3              by the end of its key, when no other ends so
  archiver show 临工发〔2011〕5号              a document by its number, as printed
  archiver show http://example.gov.cn/3.htm  what is on a page
  archiver show 工会简报:2009:3 --versions   what changed on its page, and when
  archiver show 工会简报:2009:3 --json       the record as exported
  archiver show 工会简报:2009:3 --evidence   the archived answers it rests on, checked now
"""


def run(
    wanted: Annotated[
        str,
        typer.Argument(metavar="KEY|URL", help="Issue key, address or 发文字号."),
    ],
    home: HomeOption = DEFAULT_HOME,
    evidence: Annotated[
        bool, typer.Option("--evidence", help="Show what it rests on, and check that now.")
    ] = False,
    versions: Annotated[
        bool, typer.Option("--versions", help="Show how its page changed from reading to reading.")
    ] = False,
    json: Annotated[bool, typer.Option("--json", help="Print the record as JSON.")] = False,
) -> None:
    """Show one issue, or what is on one page."""
    with Store.open(Home(home).existing().database, create=False) as store:
        entry = store.find(wanted)
        if entry is None:
            raise ArchiverError(_not_found(wanted, store.near(wanted)))
        captures = [one.capture for one in entry.evidence] + store.attached(entry.identity)
        history = store.versions(entry.page.url or entry.evidence[0].url) if versions else []
    if versions:
        _show_versions(history, as_json=json)
    elif evidence:
        _show_evidence(Home(home), captures, as_json=json)
    elif json:
        print_json(bulletin(entry))
    else:
        out().print(render(entry))


def _show_evidence(home: Home, captures: list[Capture], *, as_json: bool) -> None:
    """Exit status 1 when something cannot be proven."""
    found = proofs(home, captures)
    if as_json:
        print_json(
            [
                {**dict(one.capture), "proven": not one.problems, "problems": one.problems}
                for one in found
            ]
        )
    else:
        out().print(render_proofs(found))
    if any(one.problems for one in found):
        raise typer.Exit(1)


def _show_versions(history: list[PageVersion], *, as_json: bool) -> None:
    if as_json:
        print_json([asdict(version) for version in history])
        return
    for version in history:
        changes = "; ".join(version.changes) or "first reading"
        out().print(
            f"[bold]{version.number}[/]  {version.capture.time:%Y-%m-%d %H:%M}  {version.origin}, "
            f"parser {version.parser}{'  [green]current[/]' if version.current else ''}\n"
            f"   {changes}"
        )


def _not_found(wanted: str, near: list[str]) -> str:
    if near and near[0].endswith(f":{wanted}"):
        return (
            f"{len(near)} keys end with {wanted}; write more of the one you mean: {'  '.join(near)}"
        )
    hint = f"near ones are {'  '.join(near)}" if near else "'archiver status' tells what is held"
    return f"there is no record {wanted}; {hint}"

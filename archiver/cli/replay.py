"""``archiver replay``: see archived pages as they were."""

import contextlib
from collections.abc import Iterator
from typing import Annotated

import typer

from archiver.archive import Index
from archiver.archive.replay import Listed, Replay
from archiver.cli.console import out
from archiver.cli.home import DEFAULT_HOME, HomeOption
from archiver.errors import ArchiverError
from archiver.home import Home
from archiver.store import Store

EXAMPLES = """
[bold]Examples[/]

  archiver replay              open the address it prints in a browser
  archiver replay --port 8008  always at the same address

Pages are shown as they were, poisoned ones too, but scripts do not run and nothing is loaded from
anywhere else. Ctrl-C ends it.
"""


def run(
    port: Annotated[
        int, typer.Option(min=0, max=65535, help="Port on 127.0.0.1; any free one if 0.")
    ] = 0,
    home: HomeOption = DEFAULT_HOME,
) -> None:
    """Serve the archive to a browser on this machine."""
    place = Home(home).existing()
    if not place.index.exists():
        raise ArchiverError(f"{place.path} holds no archive; crawl a site first")
    try:
        replay = Replay(place, lambda: listed(place), port)
    except OSError as error:
        raise ArchiverError(
            f"cannot serve at port {port}: {error.strerror}; choose another with --port"
        ) from error
    with replay as server:
        out().print(f"the archive is at {server.origin}/ (Ctrl-C ends it)")
        with contextlib.suppress(KeyboardInterrupt):
            server.serve_forever()


def listed(place: Home) -> Iterator[Listed]:
    """Every page with its title, the last capture of each, in the order of addresses."""
    with (
        Store.open(place.database, create=False) as store,
        contextlib.closing(Index(place.index, read_only=True)) as index,
    ):
        titles = store.capture_titles()
        newest = {c.url: c for c in index.captures() if c.id in titles}
    for url, capture in sorted(newest.items()):
        yield Listed(url, capture.time, titles[capture.id] or url)

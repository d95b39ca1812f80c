"""``archiver search``: articles by their words."""

from dataclasses import asdict
from typing import Annotated

import typer
from rich.padding import Padding
from rich.text import Text

from archiver.cli.console import out, print_json
from archiver.cli.home import DEFAULT_HOME, HomeOption
from archiver.counting import counted
from archiver.home import Home
from archiver.store import Store
from archiver.store.extracts import Extract
from archiver.store.files import FileHit
from archiver.store.search import Hit, Question, words_of

EXAMPLES = """
[bold]Examples[/]

  archiver search 慰问             articles with that word, the best first
  archiver search '困难职工 慰问'  with both words, wherever they stand
  archiver search 工会 --series 工会简报 --year 2009
  archiver search 培训 --unit 建设局 --place 430724 --limit 50
"""


def run(
    words: Annotated[str, typer.Argument(metavar="WORDS", help="Words, all of which must stand.")],
    home: HomeOption = DEFAULT_HOME,
    series: Annotated[
        str | None, typer.Option("--series", help="Only series with these words in their name.")
    ] = None,
    unit: Annotated[
        str | None,
        typer.Option("--unit", help="Only from such a unit: part of a name, or key."),
    ] = None,
    place: Annotated[
        str | None, typer.Option("--place", help="Only from there: a name, or a division code.")
    ] = None,
    year: Annotated[int | None, typer.Option("--year", help="Only of that year.")] = None,
    limit: Annotated[int, typer.Option("--limit", min=1, help="At most so many articles.")] = 10,
    json: Annotated[bool, typer.Option("--json", help="Print the articles as JSON.")] = False,
) -> None:
    """Find articles by words of any length, in titles and texts, and attachments by theirs."""
    question = Question(words_of(words), series, unit, place, year)
    with Store.open(Home(home).existing().database, create=False) as store:
        found = store.search(question, limit)
        files = store.search_files(question, limit)
        if not found.hits:
            store.check_filters(question)
    if json:
        told = {
            "total": found.total,
            "more": found.more,
            "articles": [asdict(hit) for hit in found.hits],
            "total_attachments": files.total,
            "attachments": [asdict(hit) for hit in files.hits],
        }
        print_json(told)
        return
    for hit in found.hits:
        _show(_head(hit), hit.extracts)
    for file in files.hits:
        _show(_file_head(file), file.extracts)
    total = f"{'more than ' * found.more}{counted(found.total, 'articles')}"
    out().print(f"[dim]{len(found.hits)} of {total}[/]")
    if files.total:
        out().print(f"[dim]{len(files.hits)} of {counted(files.total, 'attachments')}[/]")


def _show(head: Text, extracts: tuple[Extract, ...]) -> None:
    out().print(head)
    for extract, spans in extracts:
        out().print(Padding(_extract(extract, spans), (0, 0, 0, 2), expand=False))


def _head(hit: Hit) -> Text:
    text = Text(hit.title or "(untitled)", style="bold cyan")
    return text.append(f"  {hit.day}  {hit.identity} no. {hit.article}", style="not bold dim")


def _file_head(hit: FileHit) -> Text:
    text = Text(hit.name or hit.url, style="bold cyan")
    where = f"attached to {hit.record}" if hit.record else "linked from no record"
    return text.append(f"  {hit.format}, {where}", style="not bold dim")


def _extract(extract: str, spans: tuple[tuple[int, int], ...]) -> Text:
    text = Text(extract)
    for start, end in spans:
        text.stylize("bold yellow", start, end)
    return text

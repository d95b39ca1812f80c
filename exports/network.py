"""``network/``: which unit sent what, as nodes and edges for Gephi, igraph and networkx.

Two networks, each between units and what they sent: issues, weighted by the number of articles,
and articles. Columns are named as Gephi wants them; igraph and networkx take the first column of
nodes and the first two of edges. An article's node is named as its text is in ``text.csv``.
"""

from collections.abc import Iterable, Iterator
from itertools import chain, groupby
from operator import itemgetter
from pathlib import Path

from archiver.store.released import ReleasedColumn, ReleasedTable
from exports.csv_tables import write_table
from exports.stream import Stream

NAMES = ("unit_issue", "unit_article")
_NODES = (
    ReleasedColumn("Id", "string", required=True),
    ReleasedColumn("Label", "string"),
    ReleasedColumn("Kind", "string"),
    ReleasedColumn("Division", "string"),
)
_UNDIRECTED = "Undirected"

Node = tuple[str, str | None, str, str | None]
Edge = tuple[str, str, str, int, str | None]


def tables() -> Iterator[ReleasedTable]:
    """The tables of ``network/``."""
    for name in NAMES:
        nodes = f"{name}_nodes"
        edges = (
            ReleasedColumn("Source", "string", nodes, required=True),
            ReleasedColumn("Target", "string", nodes, required=True),
            ReleasedColumn("Type", "string"),
            ReleasedColumn("Weight", "integer"),
            ReleasedColumn("Date", "date"),
        )
        yield ReleasedTable(nodes, _NODES, ("Id",), None)
        yield ReleasedTable(f"{name}_edges", edges, ("Source", "Target"), None)


def write(stream: Stream, folder: Path) -> None:
    """Write nodes and edges of both networks to ``folder/network``."""
    (folder / "network").mkdir()
    rows: dict[str, Iterable[Node] | Iterable[Edge]] = {
        "unit_issue_nodes": chain(_units(stream, "unit_issue"), _issues(stream)),
        "unit_issue_edges": _issue_edges(stream),
        "unit_article_nodes": chain(_units(stream, "unit_article"), _articles(stream)),
        "unit_article_edges": _article_edges(stream),
    }
    for table in tables():
        write_table(table, rows[table.name], folder / "network" / f"{table.name}.csv")


def _units(stream: Stream, network: str) -> Iterator[Node]:
    """The units that have edges in ``network``."""
    sending = {edge["unit"] for edge in stream.rows(network)}
    for unit in stream.rows("units"):
        if unit["key"] in sending:
            yield unit["key"], unit["name"], "unit", unit["division"]


def _issues(stream: Stream) -> Iterator[Node]:
    """The issues with articles of known units."""
    sent = (record for record, _ in groupby(_sent(stream), key=itemgetter(0)))
    record = next(sent, None)
    for issue in stream.rows("issues"):
        # Records without issue are passed over; both sides are in order.
        while record is not None and record < issue["record"]:
            record = next(sent, None)
        if record == issue["record"]:
            label = " ".join(filter(None, (issue["series"], issue["label"])))
            yield issue["record"], label, "issue", None


def _articles(stream: Stream) -> Iterator[Node]:
    """The articles of known units."""
    sent = _sent(stream)
    wanted = next(sent, None)
    for article in stream.rows("articles"):
        if wanted == (article["record"], article["position"]):
            yield _article_id(*wanted), article["title"], "article", None
            wanted = next(sent, None)


def _sent(stream: Stream) -> Iterator[tuple[str, int]]:
    """Record and number of every article that a known unit sent, once, in order."""
    known = (row for row in stream.rows("contributions") if row["key"] is not None)
    return (article for article, _ in groupby(known, key=itemgetter("record", "article")))


def _issue_edges(stream: Stream) -> Iterator[Edge]:
    for edge in stream.rows("unit_issue"):
        yield edge["unit"], edge["record"], _UNDIRECTED, edge["articles"], edge["date"]


def _article_edges(stream: Stream) -> Iterator[Edge]:
    for edge in stream.rows("unit_article"):
        article = _article_id(edge["record"], edge["article"])
        yield edge["unit"], article, _UNDIRECTED, 1, edge["date"]


def _article_id(record: str, number: int) -> str:
    return f"{record}#{number}"

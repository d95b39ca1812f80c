"""The demo's release as researchers open it: with its own README, in R, Python, DuckDB, SQLite."""

import csv
import json
import os
import re
import shutil
import sqlite3
import subprocess
from pathlib import Path

import pytest

from tests.command import ROOT, archiver

FORMATS = ("json", "jsonl", "csv", "text", "sqlite", "network", "parquet")


@pytest.fixture(scope="session")
def demo_release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo site, crawled and exported in every format but the archive itself."""
    folder = tmp_path_factory.mktemp("release")
    assert archiver(folder / "home", "demo").returncode == 0
    formats = [word for name in FORMATS for word in ("--format", name)]
    done = archiver(folder / "home", "export", "--output", folder / "release", *formats)
    assert done.returncode == 0, done.stderr
    return folder / "release"


@pytest.fixture(scope="session")
def readers() -> Path:
    """The folder of frictionless and a Python that has the libraries."""
    if not (ROOT / ".venv-readers" / "done").exists():
        pytest.skip("frictionless, pandas and others are not there: run `make reader-peers`")
    return ROOT / ".venv-readers" / "bin"


@pytest.fixture(scope="session")
def rscript() -> str:
    found = shutil.which("Rscript")
    if found is None:
        pytest.skip("R is not there: install Debian's r-base-core, or R from your system")
    return found


def _run(program: Path | str, script: str, folder: Path) -> str:
    """What ``script`` prints; R knows UTF-8 only in such a locale."""
    suffix = ".R" if str(program).endswith("Rscript") else ".py"
    path = folder.parent / f"script{suffix}"
    path.write_text(script, encoding="utf-8")
    environment = {**os.environ, "LC_ALL": "C.UTF-8", "TZ": "UTC"}
    done = subprocess.run(
        [program, path], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def _shown(folder: Path, language: str, having: str = "") -> str:
    """The code of the README in ``language`` that has the words ``having``."""
    readme = (folder / "README.md").read_text(encoding="utf-8")
    blocks = re.findall(rf"```{language}\n(.*?)```", readme, re.DOTALL)
    (found,) = (block for block in blocks if having in block)
    return str(found)


def _records(folder: Path, table: str) -> list[dict[str, object]]:
    lines = (folder / "jsonl" / f"{table}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def _types(folder: Path) -> dict[str, dict[str, str]]:
    """Columns with their types, by table."""
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    return {
        resource["name"]: {field["name"]: field["type"] for field in resource["schema"]["fields"]}
        for resource in package["resources"]
        if resource["path"].startswith("csv/")
    }


def test_frictionless_finds_the_release_valid(demo_release: Path, readers: Path) -> None:
    done = subprocess.run(
        [readers / "frictionless", "validate", "datapackage.json", "--json"],
        cwd=demo_release,
        capture_output=True,
        text=True,
        check=False,
    )
    report = json.loads(done.stdout)
    assert report["valid"], done.stdout[:2000]
    package = json.loads((demo_release / "datapackage.json").read_text(encoding="utf-8"))
    assert report["stats"]["tasks"] == len(package["resources"]) > 3 * len(_types(demo_release))


R_CLASSES = """
for (name in unique(book$table)) if (file.exists(file.path("csv", paste0(name, ".csv")))) {
  rows <- read_table(name)
  for (column in names(rows)) cat(name, column, class(rows[[column]])[1], nrow(rows), "\\n")
}
cat("#", issues$series[1], nchar(issues$series[1]), format(issues$date_start[1]), "\\n")
plain <- read.csv("csv/witnesses.csv")
stopifnot(is.logical(plain$preferred), is.integer(read.csv("csv/issues.csv")$year))
"""
R_TYPES = {"integer": "integer", "number": "numeric", "boolean": "logical", "date": "Date"}


def test_the_readers_r_code_gives_the_right_types(demo_release: Path, rscript: str) -> None:
    told = _run(rscript, _shown(demo_release, "r") + R_CLASSES, demo_release).splitlines()
    types = _types(demo_release)
    seen = set()
    for line in told[:-1]:
        table, column, kind, rows = line.split()
        wanted = R_TYPES.get(types[table][column], "character")
        assert kind == ("numeric" if column in ("offset", "length") else wanted), line
        assert int(rows) == len(_records(demo_release, table))
        seen.add((table, column))
    assert seen == {(table, column) for table, columns in types.items() for column in columns}
    first = _records(demo_release, "issues")[0]
    assert told[-1] == f"# {first['series']} {len(str(first['series']))} {first['date_start']} "


PANDAS = """
import json
seen = {}
for name in sorted(set(book["table"])):
    try:
        rows = read_table(name)
    except FileNotFoundError:
        continue
    seen[name] = {
        "types": {column: str(kind) for column, kind in rows.dtypes.items()},
        "rows": json.loads(rows.to_json(orient="records", date_format="iso")),
    }
plain = pandas.read_csv("csv/witnesses.csv")
assert plain["preferred"].dtype == bool
assert pandas.read_csv("csv/issues.csv")["year"].dtype == int
print(json.dumps(seen))
"""
PANDAS_TYPES = {"integer": "Int64", "number": "Float64", "boolean": "boolean"}


def test_the_readers_python_code_gives_the_right_types_and_all_text(
    demo_release: Path, readers: Path
) -> None:
    code = _shown(demo_release, "python", "pandas") + PANDAS
    seen = json.loads(_run(readers / "python", code, demo_release))
    types = _types(demo_release)
    assert seen.keys() == types.keys()
    for table, columns in types.items():
        for column, kind in columns.items():
            found = seen[table]["types"][column]
            wanted = "datetime64" if kind == "date" else PANDAS_TYPES.get(kind, "str")
            assert found.startswith(wanted), (table, column, found)
        text = [column for column, kind in columns.items() if kind == "string"]
        for row, record in zip(seen[table]["rows"], _records(demo_release, table), strict=True):
            # An empty text and none are one in CSV.
            assert {c: row[c] or None for c in text} == {c: record[c] or None for c in text}


def test_duckdb_reads_parquet_and_csv(demo_release: Path, readers: Path) -> None:
    query = _shown(demo_release, "sql", "parquet")
    code = f"""
import duckdb, glob, json
assert duckdb.sql({query!r}).fetchall()
seen = {{}}
for path in sorted(glob.glob("parquet/*.parquet")):
    name = path[8:-8]
    described = duckdb.sql(f"DESCRIBE SELECT * FROM '{{path}}'").fetchall()
    ((count,),) = duckdb.sql(f"SELECT count(*) FROM '{{path}}'").fetchall()
    ((again,),) = duckdb.sql(f"SELECT count(*) FROM 'csv/{{name}}.csv'").fetchall()
    assert count == again
    seen[name] = [{{row[0]: row[1] for row in described}}, count]
print(json.dumps(seen))
"""
    seen = json.loads(_run(readers / "python", code, demo_release))
    names = {
        "integer": "BIGINT",
        "number": "DOUBLE",
        "boolean": "BOOLEAN",
        "date": "DATE",
        "datetime": "TIMESTAMP WITH TIME ZONE",
        "array": "VARCHAR[]",
        "string": "VARCHAR",
    }
    types = _types(demo_release)
    assert seen.keys() == types.keys()
    for table, columns in types.items():
        assert seen[table][0] == {column: names[kind] for column, kind in columns.items()}
        assert seen[table][1] == len(_records(demo_release, table))


def test_networks_open_in_networkx_and_igraph(demo_release: Path, readers: Path) -> None:
    code = (
        _shown(demo_release, "python", "networkx")
        + """
import igraph
for name in ("unit_issue", "unit_article"):
    nodes, edges = rows(f"{name}_nodes"), rows(f"{name}_edges")
    made = igraph.Graph.DictList(nodes, edges, vertex_name_attr="Id",
                                 edge_foreign_keys=("Source", "Target"))
    assert (made.vcount(), made.ecount()) == (len(nodes), len(edges)) and made.is_bipartite()
assert networkx.is_bipartite(graph)
print(graph.number_of_nodes(), graph.number_of_edges(), graph.size("weight"))
"""
    )
    nodes, edges, weight = _run(readers / "python", code, demo_release).split()
    issues = _records(demo_release, "unit_issue")
    assert int(nodes) == len({e["unit"] for e in issues}) + len({e["record"] for e in issues})
    assert int(edges) == len(issues)
    assert float(weight) == sum(int(str(edge["articles"])) for edge in issues)


def test_the_readers_sql_finds_the_articles_with_a_word(demo_release: Path) -> None:
    with sqlite3.connect(f"file:{demo_release}/bulletins.sqlite?mode=ro", uri=True) as connection:
        found = connection.execute(_shown(demo_release, "sql", "MATCH")).fetchall()
    with (demo_release / "text.csv").open(encoding="utf-8", newline="") as file:
        texts = {row["doc_id"]: row["text"] for row in csv.DictReader(file)}
    expected = {name for name, text in texts.items() if "困难职工" in text}
    assert {f"{record}#{article}" for record, article, _ in found} >= expected > set()

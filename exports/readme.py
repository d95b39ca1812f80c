"""``README.md`` of a release: what is in it, how to open it, what to know, in two languages."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from archiver import __version__

_HEAD = """\
# Bulletins of unions and local governments 简报

Written by archiver {version} from {captures} archived answers, the last of {last}.
由 archiver {version} 根据 {captures} 份存档网页生成，最近一份存于 {last}。
"""
_FILES = {
    "issues": (
        "one JSON file a bulletin; JSON Schema: `schemas/bulletin.json`",
        "每期简报一个 JSON 文件",
    ),
    "jsonl": ("one JSON Lines file a table", "各表的 JSON Lines 文件"),
    "csv": ("one CSV file a table, UTF-8", "各表的 CSV 文件（UTF-8）"),
    "excel": ("the same for Excel, with a byte order mark", "供 Excel 打开的同样文件（带 BOM）"),
    "text.csv": ("the text of every article, for corpus tools", "每篇文章的全文，供语料工具使用"),
    "parquet": ("one Parquet file a table", "各表的 Parquet 文件"),
    "bulletins.sqlite": (
        "all tables in one SQLite file, with a search index and views",
        "全部表，含全文索引与视图",
    ),
    "network": (
        "who sent what: nodes and edges for Gephi, igraph, networkx",
        "供稿关系网：节点与边，供 Gephi、igraph、networkx 使用",
    ),
    "archive.wacz": ("the archived answers themselves, for replayweb.page", "存档网页原件"),
    "codebook.md": (
        "what every table and column means; `codebook.csv` for programs",
        "各表各列的含义",
    ),
    "coverage.csv": (
        "which issues of its series the archive holds, and which are missing",
        "各种简报已收与所缺的期号",
    ),
    "changes.jsonl": ("what is different from an earlier release", "与先前版本的差异"),
    "datapackage.json": (
        "the tables as a Data Package: types, keys, references, checksums",
        "数据包说明：类型、键、引用、校验和",
    ),
    "CITATION.cff": ("how to cite this", "引用方式"),
    "SHA256SUMS": ("check with `sha256sum --check SHA256SUMS`", "校验和"),
}
# How to open each part, as it was tried out.
_OPENING = {
    "csv": """\
### R

```r
book <- subset(read.csv("codebook.csv", encoding = "UTF-8"), column != "")
read_table <- function(name) {
  columns <- book[book$table == name, ]
  rows <- read.csv(file.path("csv", paste0(name, ".csv")), encoding = "UTF-8", na.strings = "",
                   colClasses = setNames(columns$r, columns$column))
  text <- sapply(rows, is.character)
  rows[text] <- lapply(rows[text], sub, pattern = "^'", replacement = "")
  rows
}
issues <- read_table("issues")
```

### Python

```python
import pandas

book = pandas.read_csv("codebook.csv").dropna(subset="column")

def read_table(name):
    types = book[book["table"] == name].set_index("column")["pandas"]
    dates = list(types.index[types == "date"])
    rows = pandas.read_csv(f"csv/{name}.csv", dtype=types.drop(dates).to_dict(),
                           parse_dates=dates, keep_default_na=False, na_values=[""])
    for column in types.index[types == "string"]:
        rows[column] = rows[column].str.removeprefix("'")
    return rows

issues = read_table("issues")
```

### Excel

Data → From Text/CSV, a file of `excel/`, and *do not detect data types*: otherwise Excel takes
2008-05 for a day and drops the first zero of telephone numbers.
数据 → 从文本/CSV，选 `excel/` 中的文件，并选“不检测数据类型”；否则 Excel 会改动日期与电话号码。
""",
    "parquet": """\
### DuckDB

```sql
SELECT series, year, number FROM 'parquet/issues.parquet' ORDER BY ALL;
```
""",
    "bulletins.sqlite": """\
### SQLite

Every Han character is a word of the search index: put blanks between them.
全文索引以单字为词，检索时字间须加空格。

```sql
SELECT articles.record, articles.position, articles.title
FROM article_search JOIN articles ON articles.rowid = article_search.rowid
WHERE article_search MATCH '"困 难 职 工"' ORDER BY bm25(article_search, 5, 1);
```
""",
    "network": """\
### Networks

Gephi: import `network/unit_issue_nodes.csv` as nodes table, then `…_edges.csv` as edges table.
Gephi：先以节点表导入 `…_nodes.csv`，再以边表导入 `…_edges.csv`。

```python
import csv
import networkx

def rows(name):
    with open(f"network/{name}.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))

graph = networkx.Graph()
graph.add_nodes_from((node["Id"], node) for node in rows("unit_issue_nodes"))
for edge in rows("unit_issue_edges"):
    graph.add_edge(edge["Source"], edge["Target"], weight=int(edge["Weight"]))
```
""",
}
_KNOW = """\
## What to know 须知

- **Record.** A record is an issue, or a page that carries none; `record` names it in every table.
  Every record names its pages and the archived answers (WARC records) it was read from.
  记录指一期简报或不属于任何一期的网页；各表以 `record` 相连，并注明所据的存档网页。
- **Found again.** Three things, told apart: addresses that answered with the same bytes
  (`same_payload`), pages that carry the same issue (`witnesses`), articles that are the same text,
  or nearly (`copies`). Count articles without those in `copies`.
  重复分三层：网页内容字节相同（`same_payload`）、同一期见于多个网页（`witnesses`）、
  文章文字相同或几乎相同（`copies`）。统计文章时应除去 `copies` 所列。
- **Unknown** is an empty cell or `null`: the fact is not printed or cannot be known. Nothing is
  guessed.
  空值表示原文未载或无从得知，绝非猜测。
- **Dates** are given as printed, in EDTF (ISO 8601-2), and as first and last day.
  日期兼列原文、EDTF 与起止日。
- **Apostrophes.** Text cells of CSV files that begin with = + - @, a blank control character or an
  apostrophe have one apostrophe in front, so that no spreadsheet runs them; take one leading
  apostrophe away. `text.csv` has the texts as they are.
  CSV 中以 = + - @、控制字符或撇号开头的文字单元格前加了一个撇号，读取时去掉一个即可；
  `text.csv` 不加。
- **Integrity** tells whether a page was tampered with; quarantined content is {quarantined}.
  `integrity` 说明网页是否被篡改。
{persons}- The texts belong to their publishers. 文字版权归原发布者。
"""
_PERSONS = """\
- **Persons.** Names that a record gives as those of persons were replaced by 某, one for each
  character.
  记录所载人名以“某”代替。
"""


def write(
    folder: Path,
    sizes: Mapping[str, int],
    tables: Sequence[str],
    last: str,
    *,
    quarantined: bool,
    persons_omitted: bool,
) -> None:
    """Write ``folder/README.md`` about what is in ``folder``; ``sizes`` are rows by table."""
    know = _KNOW.format(
        quarantined="in it" if quarantined else "left out",
        persons=_PERSONS if persons_omitted else "",
    )
    parts = [
        _HEAD.format(version=__version__, captures=sizes["captures"], last=last),
        "\n".join(
            ["## Files 文件", "", "| file | holds | 内容 |", "| --- | --- | --- |", *_files(folder)]
        ),
        "\n".join(
            ["", "## Tables 表", "", "| table | rows |", "| --- | --- |"]
            + [f"| {name} | {sizes[name]} |" for name in tables]
        ),
        "\n## Opening it 打开\n",
        *(how for part, how in _OPENING.items() if (folder / part).exists()),
        know,
    ]
    (folder / "README.md").write_bytes("\n".join(parts).encode())


def _files(folder: Path) -> Iterator[str]:
    for name, (english, chinese) in _FILES.items():
        # The checksums are written last of all.
        if name == "SHA256SUMS" or (folder / name).exists():
            yield f"| {name} | {english} | {chinese} |"

"""``archiver units`` and the review of printed names, as a person runs them."""

import csv
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from archiver.cli.app import app
from archiver.errors import ArchiverError
from archiver.records import Article, Contributor, Issue, Page, Paragraph
from archiver.store import Store
from pipelines.units import resolve_page
from tests.store.samples import capture

UNION = "360826:union:总工会"
WOMEN = "360826:mass:妇联"


def page(number: int, *units: str) -> Page:
    contributors = tuple(Contributor(text=unit, unit=unit) for unit in units)
    paragraph = Paragraph(text=f"第{number}次走访了企业。")
    article = Article(order=1, title="走访", contributors=contributors, paragraphs=(paragraph,))
    return resolve_page(
        Page(
            url=f"http://www.example.gov.cn/{number}.html",
            kind="issue",
            encoding="utf-8",
            issue=Issue(series="泰和工会简报", year=2008, number=number, editor="泰和县总工会"),
            articles=(article,),
            parser="test",
        )
    )


@pytest.fixture
def home(tmp_path: Path) -> Path:
    with Store.open(tmp_path / "archive.sqlite") as store:
        store.save(
            page(1, "县总工会", "县妇联", "院工会"),
            capture("http://www.example.gov.cn/1.html"),
            "demo",
        )
        store.save(
            page(2, "泰和县总工会", "院工会"), capture("http://www.example.gov.cn/2.html"), "demo"
        )
    return tmp_path


def run(home: Path, *words: str) -> Result:
    return CliRunner().invoke(app, ["units", "--home", str(home), *words])


def fails(home: Path, *words: str) -> str:
    error = run(home, *words).exception
    assert isinstance(error, ArchiverError), error
    assert "\n" not in str(error)
    return str(error)


def listed(home: Path) -> list[dict[str, object]]:
    lines = json.loads(run(home, "--json").stdout)["units"]
    return [{k: line[k] for k in ("printed", "key", "articles", "first", "last")} for line in lines]


def keys(home: Path) -> set[str | None]:
    with Store.open(home / "archive.sqlite") as store:
        return {mention.key for mention in store.unit_mentions() if mention.printed == "院工会"}


def written(home: Path, file: Path) -> list[dict[str, str]]:
    assert run(home, "review", str(file)).exit_code == 0
    assert file.read_bytes().startswith(b"\xef\xbb\xbf")
    with file.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


def save(file: Path, rows: list[dict[str, str]], encoding: str = "utf-8-sig") -> None:
    with file.open("w", encoding=encoding, newline="") as out:
        writer = csv.DictWriter(out, fieldnames=list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


def decide(home: Path, file: Path, **cells: str) -> Result:
    rows = written(home, file)
    next(row for row in rows if row["printed"] == "院工会").update(cells)
    save(file, rows)
    return run(home, "review", str(file), "--who", "王五")


def test_units_come_with_articles_and_issues_unresolved_first(home: Path) -> None:
    first, second = "360826:泰和工会简报:2008:1", "360826:泰和工会简报:2008:2"
    assert listed(home) == [
        {"printed": ["院工会"], "key": None, "articles": 2, "first": first, "last": second},
        {
            "printed": ["县总工会", "泰和县总工会"],
            "key": UNION,
            "articles": 2,
            "first": first,
            "last": second,
        },
        {"printed": ["县妇联"], "key": WOMEN, "articles": 1, "first": first, "last": first},
    ]
    text = run(home).stdout
    assert "2 units · 1 printed name unresolved" in text


def test_a_review_file_lists_every_printed_name_with_what_it_means(home: Path) -> None:
    rows = written(home, home / "review.csv")
    assert [(row["printed"], row["key"], row["articles"]) for row in rows] == [
        ("院工会", "", "2"),
        ("县妇联", WOMEN, "1"),
        ("县总工会", UNION, "1"),
        ("泰和县总工会", UNION, "1"),
    ]
    assert {row["context"] for row in rows} == {"360826:泰和工会简报"}


def test_a_corrected_name_is_stored_with_who_and_when(home: Path) -> None:
    key = "360826:union:人民医院工会"
    result = decide(
        home, home / "review.csv", decision="correct", right_key=key, right_name="泰和县医院工会"
    )
    assert result.exit_code == 0
    assert keys(home) == {key}
    text = (home / "unit-decisions.csv").read_text("utf-8")
    (kept,) = csv.DictReader(text.splitlines())
    assert (kept["decision"], kept["who"], kept["name"]) == ("correct", "王五", "泰和县医院工会")
    assert kept["when"].startswith("20")


def test_decisions_outlive_a_rebuild_and_come_back_in_the_next_review(home: Path) -> None:
    decide(home, home / "review.csv", decision="same as", right_key=UNION)
    assert keys(home) == {UNION}
    for file in home.glob("archive.sqlite*"):
        file.unlink()
    with Store.open(home / "archive.sqlite") as store:
        store.save(
            page(1, "县总工会", "院工会"), capture("http://www.example.gov.cn/1.html"), "demo"
        )
    assert keys(home) == {None}
    rows = written(home, home / "again.csv")
    row = next(row for row in rows if row["printed"] == "院工会")
    assert (row["decision"], row["right_key"], row["who"]) == ("same as", UNION, "王五")
    assert run(home, "review", str(home / "again.csv")).exit_code == 0
    assert keys(home) == {UNION}


def test_what_is_no_unit_is_no_longer_listed_and_can_be_taken_back(home: Path) -> None:
    decide(home, home / "review.csv", decision="Not a unit")
    assert "no units: 1" in run(home).stdout
    assert keys(home) == {None}
    decide(home, home / "second.csv", decision="same as", right_key=WOMEN)
    assert keys(home) == {WOMEN}


def test_accepting_keeps_what_the_rules_found(home: Path) -> None:
    rows = written(home, home / "review.csv")
    for row in rows:
        row["decision"] = "accept" if row["printed"] == "县妇联" else ""
    save(home / "review.csv", rows)
    assert run(home, "review", str(home / "review.csv"), "--who", "王五").exit_code == 0
    assert WOMEN in {line["key"] for line in listed(home)}
    with Store.open(home / "archive.sqlite") as store:
        entry = store.find("360826:泰和工会简报:2008:1")
        assert entry and entry.page.articles[0].contributors[1].decision == "accept"


@pytest.mark.parametrize("encoding", ["gbk", "utf-8", "utf-8-sig"])
def test_files_of_any_spreadsheet_are_read(home: Path, encoding: str) -> None:
    file = home / "review.csv"
    rows = written(home, file)
    rows[0] |= {"decision": "same as", "right_key": UNION, "who": "张三"}
    save(file, rows, encoding)
    file.write_bytes(file.read_bytes().replace(b",", b";"))
    assert run(home, "review", str(file)).exit_code == 0
    assert keys(home) == {UNION}


@pytest.mark.parametrize(
    ("cells", "message"),
    [
        ({"decision": "maybe"}, "line 2, column decision: 'maybe' is none of accept, correct"),
        ({"decision": "correct"}, "line 2, column right_key: '' is no unit key"),
        ({"decision": "correct", "right_key": "总工会"}, "line 2, column right_key: '总工会' is"),
        (
            {"decision": "correct", "right_key": "999999:union:总工会"},
            "line 2, column right_key: 999999 is no GB/T 2260 code",
        ),
        (
            {"decision": "same as", "right_key": "360826:union:职工大学"},
            "line 2, column right_key: no unit has the key 360826:union:职工大学",
        ),
        ({"decision": "accept", "printed": "厂工会"}, "line 2, column printed: 厂工会 is not"),
    ],
)
def test_a_row_that_cannot_be_followed_is_named_and_nothing_applied(
    home: Path, cells: dict[str, str], message: str
) -> None:
    file = home / "review.csv"
    rows = written(home, file)
    rows[0] |= cells
    rows[1] |= {"decision": "same as", "right_key": UNION}
    save(file, rows)
    assert message in fails(home, "review", str(file))
    assert not (home / "unit-decisions.csv").exists()
    assert keys(home) == {None}


def test_a_broken_encoding_is_named_with_line_and_column(home: Path) -> None:
    file = home / "review.csv"
    written(home, file)
    body = file.read_bytes()
    file.write_bytes(body + "\r\n院".encode() + b"\xff\xff")
    lines = body.count(b"\n") + 2
    assert f"line {lines}, column 4: this is neither UTF-8 nor GBK" in fails(
        home, "review", str(file)
    )


def test_a_missing_column_is_named(home: Path) -> None:
    file = home / "review.csv"
    file.write_text("printed,context\n院工会,x\n", encoding="utf-8")
    assert "line 1: the column key is missing" in fails(home, "review", str(file))


def test_a_home_without_store_is_told(tmp_path: Path) -> None:
    assert "no home folder" in fails(tmp_path / "none")

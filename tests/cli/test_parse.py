import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from archiver.cli.app import app
from archiver.errors import ArchiverError
from archiver.parsers.page import MAX_BYTES
from tests.parsers.layouts import DAY, TITLE, dede, table_2003


def run(*arguments: str) -> tuple[int, list[str]]:
    result = CliRunner().invoke(app, ["parse", *arguments], catch_exceptions=True)
    if isinstance(result.exception, ArchiverError):
        raise result.exception
    return result.exit_code, result.output.splitlines()


def test_a_page_is_printed_as_one_record_with_chinese_unescaped(tmp_path: Path) -> None:
    file = tmp_path / "a.html"
    file.write_bytes(table_2003().encode("gb18030"))
    code, (line,) = run(str(file), "--url", "http://gh.example/9.html")
    record = json.loads(line)
    assert code == 0
    assert TITLE in line
    assert (record["url"], record["encoding"]) == ("http://gh.example/9.html", "gb18030")
    assert record["published"]["edtf"] == DAY
    assert record["articles"][0]["dates"], "the dates of the text are found on the same way"


def test_a_list_goes_on_after_a_page_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(dede(), "utf-8")
    (tmp_path / "empty.html").write_bytes(b"")
    entries = [
        '{"file": "a.html", "content_type": "text/html"}',
        '{"file": "missing.html"}',
        '{"file": "empty.html"}',
        "not JSON",
        '{"url": "http://gh.example/"}',
        '{"file": "a.html", "site": "no-such-site"}',
        '{"file": "a.html"}',
    ]
    manifest = tmp_path / "list.jsonl"
    manifest.write_text("\n".join([*entries, ""]), "utf-8")
    code, lines = run("--manifest", str(manifest))
    records = [json.loads(line) for line in lines]
    assert code == 1
    assert ["error" in record for record in records] == [False, True, True, True, True, True, False]
    assert records[1]["file"] == "missing.html"
    assert records[0]["title"] == records[6]["title"] == TITLE


@pytest.mark.parametrize(
    ("name", "said"),
    [("missing.html", "cannot read"), ("empty.html", "is empty"), (".", "cannot read")],
)
def test_a_file_that_is_no_page_is_one_sentence(tmp_path: Path, name: str, said: str) -> None:
    (tmp_path / "empty.html").write_bytes(b"")
    with pytest.raises(ArchiverError, match=said):
        run(str(tmp_path / name))


def test_a_file_beyond_the_limit_is_not_loaded(tmp_path: Path) -> None:
    file = tmp_path / "big.html"
    with file.open("wb") as out:
        out.truncate(MAX_BYTES + 1)
    with pytest.raises(ArchiverError, match="pages over"):
        run(str(file))


def test_exactly_one_of_file_and_list_is_due() -> None:
    with pytest.raises(ArchiverError, match="FILE"):
        run()

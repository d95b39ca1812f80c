"""``archiver verify`` and ``archiver show --evidence`` on a crawled home."""

import json
from pathlib import Path

from typer.testing import CliRunner, Result

from archiver.cli.app import app

ROOT = Path(__file__).parents[2]


def archiver(*arguments: str, home: Path) -> Result:
    return CliRunner().invoke(app, [*arguments, "--home", str(home)])


def test_a_crawled_home_is_proven_and_its_damage_is_told(home: Path) -> None:
    whole = archiver("verify", home=home)
    assert whole.exit_code == 0, whole.stdout + whole.stderr
    assert whole.stdout.endswith("all proven\n")
    (path,) = (home / "warc").iterdir()
    data = path.read_bytes()
    path.write_bytes(data[:-100])
    damaged = archiver("verify", home=home)
    assert damaged.exit_code == 1
    assert damaged.stdout.startswith(f"{path.name}: has {len(data) - 100} bytes instead of")
    told = json.loads(archiver("verify", "--json", home=home).stdout)
    assert [file["name"] for file in told["files"] if file["problems"]] == [path.name]
    path.write_bytes(data)


def test_repair_rebuilds_the_index_and_says_so(home: Path) -> None:
    (home / "index.sqlite").unlink()
    assert "verify --repair" in str(archiver("verify", home=home).exception)
    mended = archiver("verify", "--repair", home=home)
    assert mended.exit_code == 0
    assert "captures into the index" in mended.stdout


def test_evidence_is_checked_when_it_is_shown(home: Path) -> None:
    issues = json.loads(archiver("status", "--json", home=home).stdout)
    assert issues["counts"]["issues"] > 0
    url = json.loads(archiver("verify", "--json", home=home).stdout)["files"][1]["name"]
    page = _an_issue(home)
    shown = archiver("show", page, "--evidence", home=home)
    assert shown.exit_code == 0, shown.stderr
    assert "proven from the bytes just now" in shown.stdout
    assert url in shown.stdout
    (path,) = (home / "warc").iterdir()
    data = path.read_bytes()
    path.write_bytes(b"\0" * len(data))
    (proof, *_) = json.loads(archiver("show", page, "--evidence", "--json", home=home).stdout)
    assert not proof["proven"] and "is damaged" in proof["problems"][0]
    path.unlink()
    assert "missing" in archiver("show", page, "--evidence", home=home).stdout
    path.write_bytes(data)


def test_attachments_are_found_by_their_text_and_proven_with_their_page(home: Path) -> None:
    found = json.loads(archiver("search", "先进基层工会名单", "--json", home=home).stdout)
    (hit,) = found["attachments"]
    assert (hit["name"], hit["format"]) == ("先进基层工会名单", "pdf")
    assert "pdf, attached to" in archiver("search", "先进基层工会名单", home=home).stdout
    told = archiver("show", hit["record"], "--evidence", "--json", home=home)
    assert told.exit_code == 0
    proofs = {proof["url"]: proof for proof in json.loads(told.stdout)}
    assert proofs[hit["url"]]["id"] == hit["capture"]
    assert len(proofs) == 2


def _an_issue(home: Path) -> str:
    from archiver.home import Home
    from archiver.store import Store

    with Store.open(Home(home).database, create=False) as store:
        return next(iter(store.issues())).identity

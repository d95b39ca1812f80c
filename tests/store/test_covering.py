"""What a series covers is kept, and found out anew as soon as something it rests on changes."""

import random
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from archiver.records import SeriesFacts, SiteProfile
from archiver.store import Store, covering
from tests.store.samples import capture, issue_page
from tests.store.test_laws import events


def _found_out(path: Path) -> list[object]:
    """The coverage of a database that has forgotten all it kept."""
    copy = path.with_name("copy.sqlite")
    with create_engine(f"sqlite:///{path}").connect() as connection:
        connection.execute(text(f"VACUUM INTO '{copy}'"))
    with create_engine(f"sqlite:///{copy}").begin() as connection:
        connection.execute(text("DELETE FROM coverages"))
    with Store.open(copy) as store:
        found: list[object] = list(store.coverage())
    copy.unlink()
    return found


@pytest.mark.parametrize("seed", range(3))
def test_what_is_kept_is_what_would_be_found_whenever_it_was_kept(
    tmp_path: Path, seed: int
) -> None:
    rng = random.Random(seed)
    with Store.open(tmp_path / "a.sqlite") as store:
        for page, taken in events(rng):
            store.save(page, taken, "demo")
            assert list(store.coverage()) == _found_out(tmp_path / "a.sqlite")
            if rng.random() < 0.7:
                store.keep_coverage()


def test_what_is_kept_is_not_found_out_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Store.open(tmp_path / "a.sqlite") as store:
        store.save(issue_page(), capture(), "demo")
        store.keep_coverage()
        (kept,) = store.coverage()
        with monkeypatch.context() as patch:
            patch.setattr(covering, "coverage", None)
            assert list(store.coverage()) == [kept]
            assert list(store.coverage([kept.key])) == [kept]
            assert list(store.coverage(["another"])) == []
        monkeypatch.setattr(covering, "COVERAGE_RULES", "another")
        monkeypatch.setattr(covering, "coverage", lambda *_: kept)
        store.keep_coverage()
        assert list(store.coverage()) == [kept]


def test_other_facts_about_a_series_count_at_once(tmp_path: Path) -> None:
    def profile(cadence: str) -> SiteProfile:
        facts = SeriesFacts.model_validate({"name": "江渚工会简报", "cadence": cadence})
        return SiteProfile(key="demo", name="x", start=("http://a.example.cn/",), series=(facts,))

    with Store.open(tmp_path / "a.sqlite") as store:
        store.save(issue_page(), capture(), "demo")
        for cadence in ("monthly", "weekly"):
            store.put_site(profile(cadence))
            assert [one.cadence for one in store.coverage()] == [cadence]
            store.keep_coverage()


def test_asking_for_coverage_loads_nothing_of_crawls(tmp_path: Path) -> None:
    Store.open(tmp_path / "archive.sqlite").close()
    asking = (
        "import sys; from archiver.cli.app import app; "
        f"app(['coverage', '--home', {str(tmp_path)!r}], standalone_mode=False); "
        "print([name for name in ('scrapy', 'lxml', 'archiver.parsers') if name in sys.modules])"
    )
    answer = subprocess.run(
        [sys.executable, "-c", asking], check=True, capture_output=True, text=True
    )
    assert answer.stdout.split("\n")[-2:] == ["[]", ""], answer

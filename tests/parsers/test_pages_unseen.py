"""Pages by writers who had not seen the parser; what the first reading gave stands beside them."""

import json
from pathlib import Path
from typing import Any

import pytest

from archiver.parsers.page import Source, read
from archiver.records import Page
from pipelines.units import resolve_page
from tests.pages import ordinary_measures
from tests.pages.measure import figures
from tests.pages.reached import MISSED, ORDINARY, REACHED

FOLDER = Path(__file__).parents[1] / "pages" / "unseen"
ALARMS = ("hijacked_chrome", "hijacked_content", "spam")


@pytest.mark.parametrize("name", REACHED)
def test_bulletins_are_read_as_well_as_ever(name: str) -> None:
    pages = [resolve_page(page).model_dump(mode="json") for page in _pages(name)]
    found = figures(_rows(FOLDER / name / "gold.jsonl"), pages)
    reached = REACHED[name]
    assert set(found) == set(reached)
    assert {measure: f for measure, f in found.items() if f < reached[measure]} == {}


@pytest.mark.parametrize("name", ORDINARY)
def test_pages_that_are_no_issues_are_read_as_well_as_ever(name: str) -> None:
    found = ordinary_measures.figures(FOLDER / name)
    assert set(found) == set(ORDINARY[name])
    assert {measure: f for measure, f in found.items() if f < ORDINARY[name][measure]} == {}


@pytest.mark.parametrize("name", MISSED)
def test_tampered_pages_are_found_and_no_others(name: str) -> None:
    missed, alarms = [], []
    for row, page in zip(_rows(FOLDER / name / "gold.jsonl"), _pages(name), strict=True):
        status = page.integrity.status
        if row["status"] == "clean":
            alarms += [row["id"]] if status != "clean" else []
        elif status not in (*ALARMS, row["status"], *row["accept"]):
            missed.append(row["id"])
    assert alarms == []
    assert len(missed) <= MISSED[name], missed


def _pages(name: str) -> list[Page]:
    folder = FOLDER / name
    return [
        read(Source((folder / one["file"]).read_bytes(), one["url"], one["content_type"])).page
        for one in _rows(folder / "manifest.jsonl")
    ]


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]

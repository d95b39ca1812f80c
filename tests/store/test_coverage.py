"""What is held and what is missing of a series."""

from pathlib import Path

from archiver.records import SeriesFacts, SiteProfile
from archiver.store import Store
from archiver.store.coverage import HeldIssue, coverage
from tests.store.samples import capture, issue_page


def held(
    year: int | None,
    number: int | None = None,
    end: int | None = None,
    special: str | None = None,
    date: str | None = None,
    total: int | None = None,
) -> HeldIssue:
    day = date or f"{year}-{min(number or 1, 12):02}-15"
    identity = f"430799:简报:{year}:{special or ''}{number}"
    return HeldIssue("430799:简报", identity, "简报", year, number, end, total, special, day)


def test_numbers_between_held_ones_are_missing_and_none_after_the_last() -> None:
    found = coverage([held(2008, 2), held(2008, 5)])
    assert found.years[0].missing == [3, 4]
    assert found.missing == 2


def test_a_series_numbered_anew_each_year_begins_at_one() -> None:
    found = coverage([held(2008, 2), held(2008, 3), held(2009, 3)])
    assert found.scheme == "per_year"
    assert [year.missing for year in found.years] == [[], [1, 2]]


def test_numbers_that_go_on_over_the_years_leave_gaps_at_the_turn_of_the_year() -> None:
    found = coverage([held(2008, 101), held(2008, 103), held(2009, 106), held(2010, 107)])
    assert found.scheme == "cumulative"
    assert [year.missing for year in found.years] == [[102], [104, 105], []]


def test_a_joined_issue_fills_both_numbers_and_an_extra_one_none() -> None:
    issues = [held(2009, 2), held(2009, 3, 4, "合刊"), held(2009, 1, special="增刊"), held(2009, 5)]
    (year,) = coverage(issues).years
    assert year.held == [2, 3, 4, 5]
    assert year.joined == [[3, 4]]
    assert year.missing == []
    assert year.outside == ["430799:简报:2009:增刊1"]


def test_a_number_borne_twice_and_numbering_that_falls_back_are_told() -> None:
    issues = [
        held(2009, 7, date="2009-07-01"),
        held(2009, 8, 9, date="2009-08-01"),
        held(2009, 8, special="创刊号", date="2009-08-05"),
        held(2009, 1, date="2009-09-01"),
    ]
    found = coverage(issues)
    assert [(one.number, len(one.identities)) for one in found.duplicates] == [(8, 2)]
    assert [one.identity for one in found.restarts] == ["430799:简报:2009:1"]


def test_totals_show_what_is_missing_over_the_years() -> None:
    found = coverage([held(2008, 12, total=35), held(2009, 1, total=38)])
    assert found.missing_totals == (36, 37)


def test_the_profile_tells_the_first_issue_and_how_many_to_expect() -> None:
    facts = SeriesFacts(name="简报", cadence="monthly", first_issue="2008年第1期")
    found = coverage([held(2008, 3), held(2008, 12)], facts)
    assert found.years[0].missing == [1, 2, *range(4, 12)]
    assert found.years[0].expected == 9


def test_issues_without_number_or_year_are_kept_apart() -> None:
    found = coverage([held(None), held(2008)])
    assert found.scheme == "unnumbered"
    assert found.issues == 2
    assert len(found.years[0].unnumbered) == 1


def test_the_store_covers_its_series_with_the_facts_of_their_sites(tmp_path: Path) -> None:
    facts = SeriesFacts(name="江渚工会简报", cadence="monthly")
    profile = SiteProfile(key="demo", name="x", start=("http://gh.example.cn/",), series=(facts,))
    mirror = "http://mirror.example.com/3.html"
    with Store.open(tmp_path / "a.sqlite") as store:
        store.put_site(profile)
        store.save(issue_page(), capture(), "demo")
        store.save(issue_page(url=mirror), capture(mirror), "demo")
        six = issue_page(
            "六", number=6, key="430799:江渚工会简报:2009:6", url="http://gh.example.cn/6"
        )
        store.save(six, capture("http://gh.example.cn/6"), "demo")
        (found,) = store.coverage()
    assert (found.name, found.cadence, found.issues) == ("江渚工会简报", "monthly", 2)
    assert found.years[0].missing == [4, 5]
    assert found.duplicates == ()

"""The step that resolves the contributors of a page and gives its issue a key."""

import datetime

import pytest

from archiver.records import (
    Article,
    Contributor,
    Date,
    Issue,
    Page,
    SiteFacts,
    SiteProfile,
)
from pipelines.units import resolve_page


def page(*units: str, **fields: object) -> Page:
    contributors = tuple(Contributor(text=unit, unit=unit) for unit in units)
    article = Article(order=1, title="结对帮扶暖人心", contributors=contributors)
    defaults: dict[str, object] = {"kind": "issue", "encoding": "utf-8", "parser": "test"}
    return Page.model_validate(defaults | {"articles": (article,)} | fields)


def issue(**fields: object) -> Issue:
    facts = {"series": "吉安“双联”简报", "editor": "吉安市“双联”工作领导小组办公室", "year": 2008}
    return Issue.model_validate(facts | {"number": 2} | fields)


def test_contributors_are_filled_and_printed_values_kept() -> None:
    before = page("市政协“双联”办", "泰和县“双联”办", issue=issue())
    contributors = resolve_page(before).articles[0].contributors
    assert [(c.text, c.unit, c.name, c.division, c.key, c.basis) for c in contributors] == [
        (
            "市政协“双联”办",
            "市政协“双联”办",
            "吉安市政协“双联”办",
            "360800",
            "360800:cppcc:政协双联办",
            "issue",
        ),
        (
            "泰和县“双联”办",
            "泰和县“双联”办",
            "泰和县“双联”办",
            "360826",
            "360826:adhoc:双联领导小组办",
            "explicit",
        ),
    ]


def test_what_cannot_be_known_stays_unknown() -> None:
    found = resolve_page(page("县总工会", issue=issue())).articles[0].contributors[0]
    assert (found.name, found.division, found.key, found.basis) == (None, None, None, "none")


def test_persons_without_a_unit_are_left_alone() -> None:
    person = Contributor(text="张三", person="张三")
    article = Article(order=1, contributors=(person, Contributor(text="县妇联", unit="县妇联")))
    done = resolve_page(page(articles=(article,), source="泰和县总工会"))
    assert done.articles[0].contributors[0] == person
    assert done.articles[0].contributors[1].division == "360826"


def test_resolving_twice_gives_the_same_page() -> None:
    once = resolve_page(page("市国土", "规划局", "县总工会", issue=issue()))
    assert resolve_page(once) == once


def test_the_profile_of_the_site_goes_before_what_the_site_prints() -> None:
    profile = SiteProfile.model_validate(
        {"key": "x", "name": "总工会", "division": "360828", "start": ["http://x.example/"]}
    )
    here = page("县妇联", site=SiteFacts(organiser="主办：泰和县总工会"))
    assert resolve_page(here).articles[0].contributors[0].division == "360826"
    assert resolve_page(here, profile).articles[0].contributors[0].division == "360828"


@pytest.mark.parametrize(
    ("fields", "key"),
    [
        ({}, "360800:吉安双联简报:2008:2"),
        ({"number": 3, "number_end": 4, "special": "合刊"}, "360800:吉安双联简报:2008:3-4"),
        ({"number": None, "special": "增刊"}, "360800:吉安双联简报:2008:增刊"),
        ({"number": 1, "special": "增刊"}, "360800:吉安双联简报:2008:增刊1"),
        ({"number": None}, "360800:吉安双联简报:2008:2008-06-25"),
        ({"year": None}, "360800:吉安双联简报:2008:2"),
        ({"editor": "泰和县总工会 泰和县妇联"}, "360826:吉安双联简报:2008:2"),
        ({"editor": "县总工会"}, None),
        ({"editor": None}, None),
        ({"series": None}, None),
        ({"number": None, "date": None}, None),
        ({"year": None, "date": None}, None),
    ],
)
def test_the_key_of_an_issue(fields: dict[str, object], key: str | None) -> None:
    day = datetime.date(2008, 6, 25)
    date = Date(text="2008年6月25日", edtf="2008-06-25", start=day, end=day, precision="day")
    found = resolve_page(page(issue=issue(**({"date": date} | fields)))).issue
    assert found and found.key == key


def test_the_year_of_publication_counts_where_there_is_no_issue() -> None:
    date = Date(text="2008年", edtf="2008", start=datetime.date(2008, 1, 1), precision="year")
    old = page("县劳动局", source="望城县总工会", published=date, kind="article")
    assert resolve_page(old).articles[0].contributors[0].key == "430122:gov:劳动局"


@pytest.mark.parametrize(
    ("unit", "year", "flags"),
    [
        ("吉安市卫健委", 2008, ("anachronism",)),  # named so from 2018 on
        ("吉安市卫健委", 2017, ()),  # some places are ahead of a reform
        ("吉安市卫健委", 2019, ()),
        ("吉安市计生委", 2019, ()),  # old names outlive their bodies
        ("吉安市“双联”办", 2008, ()),
    ],
)
def test_a_name_younger_than_the_page_is_flagged(
    unit: str, year: int, flags: tuple[str, ...]
) -> None:
    once = resolve_page(page(unit, issue=issue(year=year)))
    assert once.flags == flags
    assert resolve_page(once) == once

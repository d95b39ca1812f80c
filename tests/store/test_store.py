"""What storing pages does to the store."""

from archiver.records import Document
from archiver.store import Store
from tests.store.samples import capture, issue_page, plain_page

KEY = "430799:江渚工会简报:2009:3"


def test_a_new_issue_is_found_by_its_key_by_the_end_of_it_and_by_its_address(store: Store) -> None:
    page = issue_page()
    saved = store.save(page, capture(), "demo")
    assert saved.counts()["issues"] == {"inserted": 1}
    assert saved.counts()["articles"] == {"inserted": 2}
    for wanted in (KEY, "江渚工会简报:2009:3", page.url or ""):
        entry = store.find(wanted)
        assert entry is not None
        assert entry.page == page
        assert entry.identity == KEY
        assert entry.evidence[0].capture == capture()


def test_the_same_page_again_changes_nothing(store: Store) -> None:
    store.save(issue_page(), capture(), "demo")
    before = store.counts()
    saved = store.save(issue_page(), capture(), "demo")
    assert saved.counts() == {
        "articles": {"unchanged": 2},
        "captures": {"unchanged": 1},
        "issues": {"unchanged": 1},
        "pages": {"unchanged": 1},
    }
    assert store.counts() == before


def test_a_changed_page_is_a_new_version_and_the_old_one_stays(store: Store) -> None:
    store.save(issue_page("植树", "慰问"), capture(), "demo")
    saved = store.save(issue_page("植树", "慰问职工", "读书"), capture(minute=5), "demo")
    assert saved.counts()["articles"] == {"inserted": 1, "updated": 1, "unchanged": 1}
    assert saved.counts()["pages"] == {"updated": 1}
    versions = store.versions(issue_page().url or "")
    assert [len(version.page.articles) for version in versions] == [2, 3]
    assert versions[1].origin == "source"
    assert "article 2: title, paragraphs" in versions[1].changes
    assert "article 3 added" in versions[1].changes
    entry = store.find(KEY)
    assert entry is not None
    assert len(entry.page.articles) == 3
    assert store.counts()["articles"] == 3


def test_an_older_capture_stored_late_does_not_replace_what_is_newer(store: Store) -> None:
    store.save(issue_page("新"), capture(minute=5), "demo")
    saved = store.save(issue_page("旧"), capture(minute=0), "demo")
    assert saved.counts() == {
        "captures": {"inserted": 1},
        "pages": {"unchanged": 1},
        "versions": {"inserted": 1},
    }
    entry = store.find(KEY)
    assert entry is not None
    assert entry.page == issue_page("新")


def test_the_same_key_on_another_page_is_one_issue_with_two_witnesses(store: Store) -> None:
    mirror = "http://mirror.example.com/html/3.html"
    store.save(issue_page(status="hijacked_chrome", url=mirror), capture(mirror), "demo")
    saved = store.save(issue_page(), capture(), "demo")
    assert saved.counts()["witnesses"] == {"inserted": 1}
    assert "inserted" not in saved.counts()["issues"]
    entry = store.find(KEY)
    assert entry is not None
    assert entry.page.integrity.status == "clean"
    assert [(e.url, e.preferred) for e in entry.evidence] == [
        (issue_page().url, True),
        (mirror, False),
    ]
    assert store.counts()["articles"] == 2


def test_a_page_without_key_is_kept_under_its_address(store: Store) -> None:
    page = issue_page(key=None)
    store.save(page, capture(), "demo")
    store.save(plain_page(), capture(plain_page().url or ""), "demo")
    entry = store.find(page.url or "")
    assert entry is not None
    assert entry.identity == page.url
    plain = store.find("HTTP://GH.example.cn:80/xw/1.htm#top")
    assert plain is not None
    assert plain.page == plain_page()


def test_a_better_parser_gives_a_version_of_its_own_origin(store: Store) -> None:
    store.save(issue_page("植树"), capture(), "demo")
    saved = store.save(issue_page("植树活动", parser="2"), capture(), "demo")
    assert saved.counts()["captures"] == {"updated": 1}
    entry = store.find(KEY)
    assert entry is not None
    assert entry.page.parser == "2"
    versions = store.versions(entry.page.url or "")
    assert [(one.origin, one.parser, one.current) for one in versions] == [
        ("source", "1", False),
        ("parser", "2", True),
    ]


def test_a_new_parser_that_reads_the_same_makes_no_version(store: Store) -> None:
    store.save(issue_page(), capture(), "demo")
    saved = store.save(issue_page(parser="2"), capture(), "demo")
    assert "versions" not in saved.counts()
    entry = store.find(KEY)
    assert entry is not None
    assert entry.page.parser == "2"


def test_an_address_that_shows_the_newest_issue_keeps_all_it_has_shown(store: Store) -> None:
    other = "430799:江渚工会简报:2009:4"
    store.save(issue_page("三月"), capture(), "demo")
    store.save(issue_page("四月", number=4, key=other), capture(minute=9), "demo")
    assert [line.number for line in store.issues()] == [3, 4]


def test_a_corrected_number_is_no_second_issue(store: Store) -> None:
    other = "430799:江渚工会简报:2009:4"
    store.save(issue_page("四月"), capture(), "demo")
    store.save(issue_page("四月", number=4, key=other), capture(minute=9), "demo")
    assert [line.identity for line in store.issues()] == [other]


def test_units_are_counted_over_articles(store: Store) -> None:
    store.save(issue_page(), capture(), "demo")
    (unit,) = store.printed_units()
    assert (unit.printed, unit.name, unit.articles) == ("县建设局", "江渚县建设局", 2)
    assert unit.first == unit.last == KEY


def test_a_document_is_found_by_its_number(store: Store) -> None:
    document = Document(number="江工发〔2009〕5号")
    page = plain_page().model_copy(update={"kind": "document", "document": document})
    saved = store.save(page, capture(page.url or ""), "demo")
    assert saved.counts()["documents"] == {"inserted": 1}
    entry = store.find("江工发〔2009〕5号")
    assert entry is not None
    assert entry.page == page
    assert store.find("江工发〔2009〕6号") is None

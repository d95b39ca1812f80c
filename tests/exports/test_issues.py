"""One JSON file a bulletin, the same bytes every time."""

import json
import random
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from archiver.records import Capture, Page
from archiver.store import Store
from archiver.store.asking import Selection
from exports.formats import export
from exports.issues import file_name
from tests.store.samples import capture, issue_page, plain_page

MIRROR = "http://mirror.example.com/3.html"
PAGES: list[tuple[Page, Capture]] = [
    (issue_page(), capture()),
    (issue_page("植树", "慰问", "读书"), capture(minute=7)),
    (issue_page(url=MIRROR, status="suspect"), capture(MIRROR)),
    (issue_page(number=4, key="430799:江渚工会简报:2009:4", url=MIRROR), capture(MIRROR, 20)),
    (issue_page(number=5, key=None, url="http://a.example.cn/5"), capture("http://a.example.cn/5")),
    (
        issue_page(number=6, status="spam", url="http://b.example.cn"),
        capture("http://b.example.cn"),
    ),
    (plain_page(), capture(plain_page().url or "")),
]


def _export(pages: list[tuple[Page, Capture]], folder: Path) -> dict[str, bytes]:
    with Store.open(folder.with_suffix(".sqlite")) as store:
        for page, taken in pages:
            store.save(page, taken, "demo")
        export(store, folder, ())
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_a_bulletin_file_holds_the_page_its_key_and_its_evidence(tmp_path: Path) -> None:
    page = issue_page()
    files = _export([(page, capture())], tmp_path / "r")
    record = json.loads(files["issues/430799_江渚工会简报_2009_3.json"])
    evidence = record.pop("evidence")
    assert record.pop("key") == "430799:江渚工会简报:2009:3"
    assert Page.model_validate(record) == page
    assert [e["capture"]["id"] for e in evidence] == [capture().id]
    assert "植树活动".encode() in files["issues/430799_江渚工会简报_2009_3.json"]


def test_quarantined_content_stays_out_unless_asked_for(tmp_path: Path) -> None:
    spam = issue_page(status="hijacked_content")
    files = _export([(spam, capture())], tmp_path / "r")
    assert not [name for name in files if name.startswith("issues/")]
    assert not any("植树".encode() in content for content in files.values())
    with Store.open(tmp_path / "all.sqlite") as store:
        store.save(spam, capture(), "demo")
        export(store, tmp_path / "all", (), Selection(include_quarantined=True))
    assert len(list((tmp_path / "all" / "issues").iterdir())) == 1


def test_any_order_of_storing_gives_the_same_bytes(tmp_path: Path) -> None:
    expected = _export(PAGES, tmp_path / "first")
    assert len([name for name in expected if name.startswith("issues/")]) == 3
    for seed in range(5):
        shuffled = PAGES * 2
        random.Random(seed).shuffle(shuffled)
        assert _export(shuffled, tmp_path / str(seed)) == expected


@settings(max_examples=200)
@given(
    st.lists(
        st.text(alphabet="430:江-_/ 渚?aB.", min_size=1, max_size=300), min_size=2, unique=True
    )
)
def test_different_identities_have_different_file_names(identities: list[str]) -> None:
    names = {file_name(identity) for identity in identities}
    assert len(names) == len(identities)
    assert all("/" not in name and len(name.encode()) <= 255 for name in names)

"""What must hold whatever is stored, in whatever order."""

import random
import sqlite3
from pathlib import Path
from typing import get_args

from archiver.records import Capture, IntegrityStatus, Page
from archiver.store import Store
from archiver.store.asking import Selection
from tests.store.samples import capture, issue_page, plain_page

_URLS = [f"http://{host}.example.cn/{path}" for host in "ab" for path in ("", "3.htm")]
_TEXTS = [
    "县总工会在河边组织机关干部义务植树三百余棵并且现场讲解养护知识，受到群众欢迎，" * 2,
    "县总工会在河边组织机关干部义务植树三百余棵并且现场讲解养护知识，受到群众好评，" * 2,
    "元旦春节期间全县各级工会走访慰问困难职工家庭，把党和政府的温暖送到心坎上，" * 2,
    "短讯",
]
_KEYS = [None, "430799:江渚工会简报:2009:3", "430799:江渚工会简报:2009:4"]


def events(rng: random.Random) -> list[tuple[Page, Capture]]:
    """Pages as a site may show them over time: changing, moving, broken into, mended."""
    found = []
    for url in _URLS:
        for minute in range(rng.randint(1, 4)):
            texts = rng.choices(_TEXTS, k=rng.randint(1, 2))
            if rng.random() < 0.3:
                page = plain_page(texts[0], url)
            else:
                status = rng.choice(get_args(IntegrityStatus))
                page = issue_page(*texts, url=url, key=rng.choice(_KEYS), status=status)
            found.append((page, capture(url, minute)))
    return found


def _content(store: Store) -> dict[str, object]:
    selection = Selection(include_quarantined=True)
    return {
        "tables": {table.name: list(map(tuple, rows)) for table, rows in store.released(selection)},
        "issues": list(store.issues()),
        "coverage": list(store.coverage()),
        "units": list(store.printed_units()),
        "copies": list(store.copies()),
        "counts": store.counts(),
    }


def _check(path: Path) -> None:
    """What the schema alone cannot say."""
    with sqlite3.connect(path) as db:
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []
        for page, current in db.execute("SELECT page_id, sum(current) FROM versions GROUP BY 1"):
            assert current == 1, page
        for nothing in (
            "SELECT 1 FROM articles JOIN versions ON versions.id = version_id WHERE NOT live",
            "SELECT 1 FROM issues WHERE NOT EXISTS (SELECT 1 FROM witnesses"
            " WHERE issue_id = issues.id AND witnesses.version_id = issues.version_id)",
        ):
            assert db.execute(nothing).fetchall() == []
        digests = "SELECT count(*), count(DISTINCT page_id || digest) FROM versions"
        (rows,) = db.execute(digests).fetchall()
        assert rows[0] == rows[1]


def test_any_history_in_any_order_gives_the_same_records(tmp_path: Path) -> None:
    for seed in range(3):
        rng = random.Random(seed)
        history = events(rng)
        contents = []
        for order in range(3):
            path = tmp_path / f"{seed}-{order}.sqlite"
            shuffled = history * (order + 1)
            if order:
                rng.shuffle(shuffled)
            with Store.open(path) as store:
                for page, taken in shuffled:
                    store.save(page, taken, "demo")
                contents.append(_content(store))
                again = [store.save(page, taken, "demo").counts() for page, taken in history]
                assert contents[-1] == _content(store)
            for counts in again:
                assert {what for kind in counts.values() for what in kind} <= {"unchanged"}
            _check(path)
        assert contents[0] == contents[1] == contents[2], seed

from collections.abc import Callable

import pytest

from archiver.records import Link, Page, SiteProfile
from archiver.records.page import LinkBlock
from spiders.columns import Lead
from spiders.following import DEEPEST, Answer, Following
from spiders.scope import Bounds, Scope
from spiders.traps import MOST_BARREN

PROFILE = SiteProfile.model_validate(
    {"key": "here", "name": "某县总工会", "start": ["http://a.example/"], "hosts": ["a.example"]}
)
BOUNDS = Bounds(PROFILE)


def answer(url: str, *links: Link) -> Answer:
    page = Page(kind="listing", encoding="utf-8", parser="t", title="工会动态", links=links)
    return Answer(url, (), page.kind, page.title, tuple(BOUNDS.targets(page, url)))


def follow(make: Callable[[int], Answer], most: int) -> tuple[int, int]:
    """How far a chain is followed whose page ``n`` leads to ``n + 1``, and what is too deep."""
    following = Following(Scope(BOUNDS), "changed", lambda _: False)
    lead, too_deep = Lead(900), 0
    for number in range(most):
        followed = following.follow(make(number), lead)
        too_deep += followed.too_deep
        going_on = [step for step in followed.steps if step.url.endswith(f"/{number + 1}/")]
        if not going_on:
            return number, too_deep
        lead = going_on[0].lead
    return most, too_deep


def chain(block: LinkBlock) -> Callable[[int], Answer]:
    """Pages with an entry each, and a link in ``block`` to the page after."""
    return lambda number: answer(
        f"http://a.example/{number}/",
        Link(url=f"http://a.example/art/{number}.html", title="某次会议召开", block="listing"),
        Link(url=f"http://a.example/{number + 1}/", title="下一页", block=block),
    )


@pytest.mark.parametrize("block", ["pagination", "next", "previous"])
def test_a_list_is_followed_however_many_pages_it_has(block: LinkBlock) -> None:
    assert follow(chain(block), 100) == (100, 0)


def test_what_lies_too_far_from_the_start_is_not_followed_and_told() -> None:
    assert follow(chain("other"), 100) == (DEEPEST, 2)


def test_a_look_for_what_is_new_leaves_a_list_that_shows_nothing_new() -> None:
    make = chain("pagination")
    for held, further in ((True, 0), (False, 2)):
        following = Following(Scope(BOUNDS), "new-only", lambda _, held=held: held)  # type: ignore[misc]
        assert len(following.follow(make(0), Lead(900)).steps) == further


def test_paging_that_branches_without_end_is_left() -> None:
    """Every page of such a list links others under ever new numbers, and nothing else."""
    following = Following(Scope(BOUNDS), "changed", lambda _: False)
    waiting, asked, new = ["http://a.example/l?t=0"], 0, 0
    while waiting and asked < 9 * MOST_BARREN:
        links = [Link(url="http://a.example/1.html", title="某次会议召开", block="listing")]
        for _ in range(3):
            new += 1
            links.append(Link(url=f"http://a.example/l?t={new}", title="2", block="pagination"))
        steps = following.follow(answer(waiting.pop(0), *links), Lead(900)).steps
        waiting += [step.url for step in steps if "?t=" in step.url]
        asked += 1
    assert MOST_BARREN < asked < 9 * MOST_BARREN

"""Names of persons, as far as the records give them as such."""

import re
from collections.abc import Iterable
from functools import lru_cache

from archiver.records import Page

# 作者 names a person or an office; a person has two or three characters and no office's ending.
_PERSON = re.compile(r"[一-鿿·]{2,3}(?<![部室办局处科会社站报网台院校组])")
_SHORTEST = 2
_MASK = "某"
_PRINTED = re.compile(r"\S")


def persons_of(page: Page) -> list[str]:
    """The names of persons a page gives, longest first."""
    credits = [page.issue.credits] if page.issue else []
    credits += [article.credits for article in page.articles]
    return in_order(
        [
            *(c.person for article in page.articles for c in article.contributors),
            *(name for roles in credits for names in roles.values() for name in names),
            author_person(page.author),
        ]
    )


def author_person(author: str | None) -> str | None:
    """``author`` if it is the name of a person."""
    return author if author and _PERSON.fullmatch(author) else None


def in_order(names: Iterable[str | None]) -> list[str]:
    """Each name once, those that hold others before these."""
    return sorted(
        {name for name in names if name and len(name) >= _SHORTEST},
        key=lambda name: (-len(name), name),
    )


def masked(text: str, names: Iterable[str]) -> str:
    """``text`` with every character of ``names`` replaced, so that its length stays.

    A name is also known with blanks in it: pages set 李明 as 李　明, to be as wide as 欧阳明.
    """
    for name in names:
        text = _spelled(name).sub(_blotted, text)
    return text


@lru_cache(maxsize=10_000)
def _spelled(name: str) -> re.Pattern[str]:
    return re.compile(r"\s{0,4}".join(map(re.escape, "".join(name.split()))))


def _blotted(found: re.Match[str]) -> str:
    return _PRINTED.sub(_MASK, found[0])

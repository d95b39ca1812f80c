"""What changed from one reading of a page to the next."""

from collections.abc import Iterator
from dataclasses import dataclass

from archiver.records import Article, Capture, Page, Record


@dataclass(frozen=True, slots=True)
class PageVersion:
    """One reading of a page, and what is different from the one before.

    ``origin`` is ``source`` when the site had changed, ``parser`` when the same bytes were read
    anew; ``capture`` is the one it was first read from.
    """

    number: int
    origin: str
    parser: str
    current: bool
    capture: Capture
    page: Page
    changes: tuple[str, ...]


def differences(old: Page, new: Page) -> Iterator[str]:
    """The names of the parts that differ: ``title``, ``issue.date``, ``article 2: paragraphs`` …"""
    for name in _different(old, new):
        if name == "articles":
            yield from _article_differences(old, new)
        elif name != "parser":
            before, after = getattr(old, name), getattr(new, name)
            if isinstance(before, Record) and isinstance(after, Record):
                yield from (f"{name}.{part}" for part in _different(before, after))
            else:
                yield name


def _article_differences(old: Page, new: Page) -> Iterator[str]:
    before: dict[int, Article] = {article.order: article for article in old.articles}
    after: dict[int, Article] = {article.order: article for article in new.articles}
    for order in sorted(before.keys() | after.keys()):
        if order not in before:
            yield f"article {order} added"
        elif order not in after:
            yield f"article {order} removed"
        elif parts := list(_different(before[order], after[order])):
            yield f"article {order}: {', '.join(parts)}"


def _different(old: Record, new: Record) -> Iterator[str]:
    return (
        name for name in type(new).model_fields if getattr(old, name, None) != getattr(new, name)
    )

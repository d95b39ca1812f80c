"""Groups of articles that are one text, found in many places."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import get_args

from archiver.records import IntegrityStatus
from archiver.store.copies import are_copies
from archiver.store.entries import CopyLine

Pair = tuple[str, str]
_ORDER = get_args(IntegrityStatus)


def groups(lines: Iterable[CopyLine], pairs: Mapping[Pair, float]) -> Iterator[list[CopyLine]]:
    """The groups of two and more among ``lines``, by their preferred members, those first.

    Articles belong together when their text digests are equal or a chain of resembling texts
    (``pairs``) joins them. The cleanest is preferred, then one in an issue before one on a page of
    its own.
    """
    members: dict[str, list[CopyLine]] = {}
    for line in lines:
        members.setdefault(line.text_digest, []).append(line)
    roots = {digest: digest for digest in members}
    for (one, other), resemblance in pairs.items():
        if one in roots and other in roots:
            titles = ({line.title or "" for line in members[digest]} for digest in (one, other))
            if are_copies(resemblance, *titles):
                roots[_root(roots, one)] = _root(roots, other)
    found: dict[str, list[CopyLine]] = {}
    for digest, equal in members.items():
        found.setdefault(_root(roots, digest), []).extend(equal)
    together = (sorted(group, key=_rank) for group in found.values() if len(group) > 1)
    for group in sorted(together, key=lambda group: (group[0].identity, group[0].article)):
        digest = group[0].text_digest
        yield [replace(line, similarity=_similarity(digest, line, pairs)) for line in group]


def _rank(line: CopyLine) -> tuple[int, bool, str, int]:
    alone = line.identity == line.url
    return _ORDER.index(line.integrity), alone, line.identity, line.article


def _similarity(digest: str, line: CopyLine, pairs: Mapping[Pair, float]) -> float | None:
    if line.text_digest == digest:
        return 1.0
    return pairs.get((min(digest, line.text_digest), max(digest, line.text_digest)))


def _root(roots: dict[str, str], digest: str) -> str:
    while roots[digest] != digest:
        roots[digest] = roots[roots[digest]]
        digest = roots[digest]
    return digest

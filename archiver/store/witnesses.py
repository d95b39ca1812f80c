"""Which of several pages that carry the same issue is to be believed."""

from collections.abc import Sequence
from typing import NamedTuple, get_args

from archiver.records import IntegrityStatus

# Content of pages in these states is kept, but not handed out unless asked for.
QUARANTINED: tuple[IntegrityStatus, ...] = ("hijacked_content", "spam")
_ORDER = get_args(IntegrityStatus)
_WHOLE = 0.5


class Witness(NamedTuple):
    """A live version that carries the issue."""

    version_id: int
    integrity: str
    characters: int
    url: str


def preferred(witnesses: Sequence[Witness]) -> Witness:
    """The cleanest witness that has the text; of equal ones the fuller, then the first by address.

    A witness with less than half the text of the fullest unquarantined one (a table of contents,
    one page of several) stands behind all that have it, however clean it is.
    """
    fullest = max((w.characters for w in witnesses if w.integrity not in QUARANTINED), default=0)
    return min(
        witnesses,
        key=lambda w: (
            w.integrity in QUARANTINED,
            w.characters < _WHOLE * fullest,
            _ORDER.index(w.integrity),
            -w.characters,
            w.url,
        ),
    )

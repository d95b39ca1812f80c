"""What every format is fed by: the records in one order, without what is kept back."""

from collections.abc import Iterator

from archiver.store import Store
from archiver.store.entries import Entry


def issues(store: Store, *, include_quarantined: bool = False) -> Iterator[Entry]:
    """All issues by series, year and number, one at a time."""
    return (
        entry for entry in store.issue_entries() if include_quarantined or not entry.quarantined
    )

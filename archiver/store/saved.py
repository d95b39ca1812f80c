"""What storing a page did."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

Members: TypeAlias = Mapping[object, object]


@dataclass(slots=True)
class Saved:
    """Counts of inserted, updated, unchanged and removed records by kind of record.

    Kinds: ``pages``, ``versions``, ``captures``, ``issues``, ``witnesses``, ``articles``,
    ``documents``. Sums of several pages are made with ``+=``.
    """

    inserted: Counter[str] = field(default_factory=Counter)
    updated: Counter[str] = field(default_factory=Counter)
    unchanged: Counter[str] = field(default_factory=Counter)
    removed: Counter[str] = field(default_factory=Counter)

    def compare(
        self, kind: str, old: Mapping[object, object], new: Mapping[object, object]
    ) -> None:
        """Count the members of ``new`` against those of ``old``, by their keys."""
        if not old:
            self.inserted[kind] += len(new)
            return
        self.inserted[kind] += len(new.keys() - old.keys())
        self.removed[kind] += len(old.keys() - new.keys())
        same = sum(old[key] == value for key, value in new.items() if key in old)
        self.unchanged[kind] += same
        self.updated[kind] += len(new.keys() & old.keys()) - same

    def __iadd__(self, other: "Saved") -> "Saved":
        for name in ("inserted", "updated", "unchanged", "removed"):
            getattr(self, name).update(getattr(other, name))
        return self

    def counts(self) -> dict[str, dict[str, int]]:
        """By kind, then by what happened; zeros are left out."""
        happened = {
            "inserted": self.inserted,
            "updated": self.updated,
            "unchanged": self.unchanged,
            "removed": self.removed,
        }
        kinds = _in_order(counter for counter in happened.values())
        return {
            kind: {name: counter[kind] for name, counter in happened.items() if counter[kind]}
            for kind in kinds
        }


def _in_order(counters: Iterable[Counter[str]]) -> list[str]:
    return sorted({kind for counter in counters for kind, count in counter.items() if count})

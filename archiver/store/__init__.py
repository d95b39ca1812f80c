"""The database: deduplicated records, their versions and their evidence."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from archiver.store.saved import Saved
    from archiver.store.store import Store

__all__ = ["Saved", "Store"]


def __getattr__(name: str) -> Any:
    """The store when it is asked for: what prepares rows for it needs no SQLAlchemy to load."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from archiver.store import saved, store

    return {"Saved": saved.Saved, "Store": store.Store}[name]

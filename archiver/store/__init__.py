"""The database: deduplicated records, their versions and their evidence."""

from archiver.store.saved import Saved
from archiver.store.store import Store

__all__ = ["Saved", "Store"]

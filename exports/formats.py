"""The formats by name, and one export of some of them."""

from collections.abc import Callable, Iterable
from pathlib import Path

from archiver.errors import ArchiverError
from archiver.store import Store
from exports import issues, stream
from exports.release import release


def _json(store: Store, folder: Path, include_quarantined: bool) -> None:
    issues.write(stream.issues(store, include_quarantined=include_quarantined), folder / "issues")


FORMATS: dict[str, Callable[[Store, Path, bool], None]] = {"json": _json}


def export(
    store: Store, folder: Path, formats: Iterable[str] = (), *, include_quarantined: bool = False
) -> None:
    """Write a release folder with ``formats`` (all when empty); see ``release`` for how.

    Raises ArchiverError for an unknown format or a folder that cannot be written.
    """
    chosen = list(dict.fromkeys(formats)) or list(FORMATS)
    if unknown := [name for name in chosen if name not in FORMATS]:
        raise ArchiverError(
            f"there is no export format {unknown[0]}; the formats are {', '.join(FORMATS)}"
        )
    with store.snapshot(), release(folder) as aside:
        for name in chosen:
            FORMATS[name](store, aside, include_quarantined)

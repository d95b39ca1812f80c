"""``issues/``: one JSON file a bulletin."""

import hashlib
import re
from pathlib import Path

from archiver.records import Page
from archiver.store.entries import Entry, Evidence
from exports.stream import Stream

_UNSAFE = re.compile(r"[^\w一-鿿-]+")
# Most file systems allow 255 bytes; a Chinese character takes three.
_LONGEST = 180


class Bulletin(Page):
    """A page that carries an issue, as exported.

    ``key`` is the issue's key, or the page's address where no key can be known. ``evidence`` lists
    the pages that carry it with the captures they were read from, first the one that is shown.
    """

    key: str
    evidence: tuple[Evidence, ...]


def bulletin(entry: Entry) -> Bulletin:
    """The exported form of an issue or a page."""
    fields = {name: getattr(entry.page, name) for name in Page.model_fields}
    return Bulletin.model_construct(**fields, key=entry.identity, evidence=entry.evidence)


def write(stream: Stream, folder: Path) -> None:
    """Write each issue to its own file in ``folder/issues``."""
    (folder / "issues").mkdir()
    for entry in stream.issues():
        text = bulletin(entry).model_dump_json(indent=2) + "\n"
        (folder / "issues" / file_name(entry.identity)).write_bytes(text.encode())


def file_name(identity: str) -> str:
    """A file name for an identity: the same one always, and another for every other identity."""
    name = _UNSAFE.sub("_", identity).strip("_")
    plain = identity.replace(":", "_") == name and "_" not in identity
    if plain and len(name.encode()) <= _LONGEST:
        return f"{name}.json"
    digest = hashlib.sha256(identity.encode()).hexdigest()[:12]
    return f"{name.encode()[:_LONGEST].decode(errors='ignore')}_{digest}.json"

"""The archive as one WACZ 1.1.1 file, which replayweb.page and pywb open.

WARC files go in as they are, so the package proves what the archive proves; the index inside is
CDXJ. Everything streams: a package may be larger than memory. The same archive gives the same
bytes.
"""

import hashlib
import json
import os
import re
import sqlite3
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile
from typing import IO, Any
from urllib.parse import urlsplit

from archiver import __version__
from archiver.archive import Index
from archiver.archive.exchange import Entry
from archiver.archive.files import locate
from archiver.errors import ArchiverError
from archiver.home import Home
from archiver.store import Store

_PIECE = 1 << 20
_MOMENT = "%Y-%m-%dT%H:%M:%SZ"


@dataclass(frozen=True, slots=True)
class _Resource:
    path: str
    hash: str
    bytes: int


def write(home: Home, store: Store, target: Path, site: str | None = None) -> None:
    """Write all finished WARC files (of one site) with index and titled pages to ``target``.

    Raises ArchiverError when there is nothing to hand out or a file is not what it was.
    """
    with closing(Index(home.index, read_only=True)) as index:
        names = _file_names(index, site)
        if not names:
            raise ArchiverError("there are no finished WARC files to hand out; crawl a site first")
        with zipfile.ZipFile(target, "w", allowZip64=True) as package:
            resources = [_add_warc(package, home, index, name) for name in names]
            resources.append(_add_made(package, "indexes/index.cdx", _cdxj(index, names)))
            resources.append(_add_made(package, "pages/pages.jsonl", _pages(index, store, names)))
            newest = max(entry.capture.time for name in names for entry in index.of_file(name))
            described = _datapackage(resources, newest.strftime(_MOMENT), site)
            _add_made(package, "datapackage.json", [described])
            _add_made(package, "datapackage-digest.json", [_digest_of(described)])


def url_key(url: str) -> str:
    """The sort-friendly form (SURT) of an address, as replay tools look it up."""
    parts = urlsplit(url.lower())
    host = re.sub(r"^www\d*\.", "", parts.hostname or "")
    port = f":{parts.port}" if parts.port not in (None, 80, 443) else ""
    path = parts.path.rstrip("/") or "/"
    query = "?" + "&".join(sorted(parts.query.split("&"))) if parts.query else ""
    return f"{','.join(reversed(host.split('.')))}{port}){path}{query}"


def _file_names(index: Index, site: str | None) -> list[str]:
    finished = [row.name for row in index.files().values() if row.state == "closed"]
    held = ((name, index.of_file(name)) for name in finished)
    return [
        name
        for name, entries in held
        if entries and (site is None or entries[0].capture.site == site)
    ]


def _add_warc(package: zipfile.ZipFile, home: Home, index: Index, name: str) -> _Resource:
    with locate(home, name).open("rb") as file:
        resource = _add(package, f"archive/{name}", file)
    if resource.hash != f"sha256:{index.files()[name].sha256}":
        raise ArchiverError(f"{name} is not what it was: run `archiver verify`")
    return resource


def _add_made(package: zipfile.ZipFile, path: str, pieces: Iterable[bytes]) -> _Resource:
    """Add what is made here; it goes to disk first, because its size must be known."""
    with TemporaryFile() as file:
        file.writelines(pieces)
        return _add(package, path, file)


def _add(package: zipfile.ZipFile, path: str, file: IO[bytes]) -> _Resource:
    """Add a member without compression, as WACZ wants it; no time, so equal input, equal bytes.

    A Zip64 field only where size demands it: replayweb.page looks for data right after the name
    when the directory has no such field, and the directory has none for small members.
    """
    digest, size = hashlib.sha256(), file.seek(0, os.SEEK_END)
    file.seek(0)
    large = size > zipfile.ZIP64_LIMIT
    with package.open(zipfile.ZipInfo(path), "w", force_zip64=large) as member:
        while piece := file.read(_PIECE):
            member.write(piece)
            digest.update(piece)
    return _Resource(path, f"sha256:{digest.hexdigest()}", size)


def _cdxj(index: Index, names: list[str]) -> Iterator[bytes]:
    """The lines of the index in byte order, sorted on disk."""
    with TemporaryDirectory() as folder, closing(sqlite3.connect(Path(folder) / "cdx")) as lines:
        lines.execute("CREATE TABLE lines (line TEXT)")
        for name in names:
            entries = index.of_file(name)
            lines.executemany("INSERT INTO lines VALUES (?)", ((_cdx_line(e),) for e in entries))
        for (line,) in lines.execute("SELECT line FROM lines ORDER BY line"):
            yield line.encode() + b"\n"


def _cdx_line(entry: Entry) -> str:
    capture = entry.capture
    kind = (capture.content_type or "unk").split(";")[0].strip() or "unk"
    told: dict[str, Any] = {
        "url": capture.url,
        "mime": "warc/revisit" if capture.revisit_of else kind,
        "status": capture.status,
        "digest": entry.payload_sha1,
        "length": capture.length,
        "offset": capture.offset,
        "filename": capture.file,
        "recordDigest": f"sha256:{capture.record_digest}",
    }
    known = {name: value for name, value in told.items() if value is not None}
    return f"{url_key(capture.url)} {capture.time:%Y%m%d%H%M%S} {json.dumps(known)}"


def _pages(index: Index, store: Store, names: list[str]) -> Iterator[bytes]:
    """The pages that were read, with the titles the store has for them, in order of capture."""
    yield _json_line({"format": "json-pages-1.0", "id": "pages", "title": "Pages"})
    titles = store.capture_titles()
    for name in names:
        for entry in index.of_file(name):
            capture = entry.capture
            if capture.id in titles:
                yield _json_line(
                    {
                        "id": capture.id,
                        "url": capture.url,
                        "ts": capture.time.strftime(_MOMENT),
                        "title": titles[capture.id] or capture.url,
                    }
                )


def _datapackage(resources: list[_Resource], created: str, site: str | None) -> bytes:
    package = {
        "profile": "data-package",
        "wacz_version": "1.1.1",
        "title": f"Bulletins of {site}" if site else "Bulletins",
        "software": f"bulletin-archiver/{__version__}",
        "created": created,
        "resources": [
            {
                "name": r.path.rsplit("/", 1)[1].lower(),
                "path": r.path,
                "hash": r.hash,
                "bytes": r.bytes,
            }
            for r in resources
        ],
    }
    return json.dumps(package, ensure_ascii=False, indent=2).encode()


def _digest_of(described: bytes) -> bytes:
    digest = f"sha256:{hashlib.sha256(described).hexdigest()}"
    return json.dumps({"path": "datapackage.json", "hash": digest}, indent=2).encode()


def _json_line(value: dict[str, str]) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode() + b"\n"

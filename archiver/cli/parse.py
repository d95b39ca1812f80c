"""``archiver parse``: pages from files to records, one JSON object a line."""

import json
import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from archiver.cli.home import DEFAULT_HOME, HomeOption
from archiver.errors import ArchiverError
from archiver.home import Home
from archiver.parsers.encoding.sniff import not_a_page
from archiver.parsers.page import MAX_BYTES, parse
from archiver.records import Page, SiteProfile
from pipelines.collecting import collect_seldom
from pipelines.steps import complete
from spiders.profiles import load_profile

EXAMPLES = """
[bold]Examples[/]

  archiver parse page.html --url http://www.example.gov.cn/295.shtml
  archiver parse --manifest pages.jsonl > records.jsonl

A line of the list: {"file": "a.html", "url": …, "content_type": …, "site": …}; all but file may be
missing. A page that cannot be read becomes {"file": …, "error": …} and the exit status is 1.
"""


def run(
    file: Annotated[Path | None, typer.Argument(help="The page: HTML or plain text.")] = None,
    url: Annotated[str | None, typer.Option(help="Where the page came from.")] = None,
    content_type: Annotated[
        str | None, typer.Option(help="The Content-Type header it came with.")
    ] = None,
    site: Annotated[str | None, typer.Option(help="Key of the site's profile.")] = None,
    manifest: Annotated[
        Path | None,
        typer.Option(help='Many pages: lines of {"file", "url", "content_type", "site"}.'),
    ] = None,
    home: HomeOption = DEFAULT_HOME,
) -> None:
    """Read saved pages into records, without network or database."""
    if (file is None) == (manifest is None):
        raise ArchiverError("name either a FILE to read or a --manifest of files")
    profiles = _Profiles(Home(home).sites)
    if file is not None:
        _print(_parse_file(file, url, content_type, site, profiles).model_dump_json())
    elif manifest is not None:
        raise typer.Exit(_parse_manifest(manifest, profiles))


class _Profiles(dict[str, SiteProfile]):
    """Site profiles by key, each read once."""

    def __init__(self, own: Path) -> None:
        super().__init__()
        self._own = own

    def __missing__(self, key: str) -> SiteProfile:
        self[key] = load_profile(key, self._own)
        return self[key]


def _parse_file(
    file: Path, url: str | None, content_type: str | None, site: str | None, profiles: _Profiles
) -> Page:
    profile = profiles[site] if site else None
    page = parse(_bytes(file), url=url, content_type=content_type, site=profile)
    return complete(page, profile)


def _bytes(file: Path) -> bytes:
    try:
        size = file.stat().st_size
        if size > MAX_BYTES:
            raise ArchiverError(f"{file} has {size:,} bytes; pages over {MAX_BYTES:,} are not read")
        body = file.read_bytes()
    except OSError as error:
        raise ArchiverError(f"cannot read {file}: {error.strerror}") from error
    if not body:
        raise ArchiverError(f"{file} is empty; there is no page to read")
    if found := not_a_page(body):
        raise ArchiverError(f"{file} is {found}, not a page; give HTML or plain text")
    return body


def _parse_manifest(manifest: Path, profiles: _Profiles) -> int:
    """Print a line for every line of the list; 1 if any page could not be read."""
    collect_seldom()
    failed = 0
    try:
        with manifest.open(encoding="utf-8") as lines:
            for number, line in enumerate(lines, 1):
                if line.strip():
                    failed |= _parse_entry(manifest, number, line, profiles)
    except (OSError, UnicodeDecodeError) as error:
        raise ArchiverError(f"cannot read the list {manifest}: {error}") from error
    return failed


def _parse_entry(manifest: Path, number: int, line: str, profiles: _Profiles) -> int:
    entry: dict[str, Any] = {}
    try:
        entry = _entry(manifest, number, line)
        page = _parse_file(
            manifest.parent / entry["file"],
            entry.get("url"),
            entry.get("content_type"),
            entry.get("site"),
            profiles,
        )
    except ArchiverError as error:
        failure = {"file": entry.get("file"), "error": {"message": str(error)}}
        _print(json.dumps(failure, ensure_ascii=False))
        return 1
    _print(page.model_dump_json())
    return 0


def _entry(manifest: Path, number: int, line: str) -> dict[str, Any]:
    where = f"line {number} of {manifest}"
    try:
        entry = json.loads(line)
    except ValueError as error:
        raise ArchiverError(f"{where} is not JSON: {error}") from error
    if not isinstance(entry, dict) or not isinstance(entry.get("file"), str):
        raise ArchiverError(f'{where} must be an object with a "file"')
    for name in ("url", "content_type", "site"):
        if not isinstance(entry.get(name), str | None):
            raise ArchiverError(f'{where}: "{name}" must be a string')
    return entry


def _print(record: str) -> None:
    sys.stdout.buffer.write(record.encode("utf-8") + b"\n")

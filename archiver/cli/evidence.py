"""What a record rests on, checked on the spot, for ``archiver show --evidence``."""

import contextlib
from collections.abc import Iterable

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from archiver.archive import Index
from archiver.archive.evidence import Proof, check_evidence
from archiver.home import Home
from archiver.records import Capture


def proofs(home: Home, captures: Iterable[Capture]) -> list[Proof]:
    """A proof for each capture."""
    with contextlib.closing(Index(home.index, read_only=True)) as index:
        return [check_evidence(home, index, capture) for capture in captures]


def render_proofs(found: list[Proof]) -> RenderableType:
    """Address, time, place and digests of each capture, and whether they hold."""
    return Group(*(_proof(proof) for proof in found))


def _proof(proof: Proof) -> Table:
    capture = proof.capture
    verdict = (
        Text("; ".join(proof.problems), style="red")
        if proof.problems
        else Text("proven from the bytes just now", style="green")
    )
    table = Table.grid(padding=(0, 2))
    for name, value in (
        ("url", capture.url),
        ("asked", f"{capture.time:%Y-%m-%d %H:%M:%S.%f} UTC, status {capture.status}"),
        ("capture", capture.id),
        ("file", f"{capture.file}, {capture.length} bytes at {capture.offset}"),
        ("record", f"sha256 {capture.record_digest}"),
        ("payload", f"sha256 {capture.payload_digest}"),
        ("repeats", capture.revisit_of),
        ("evidence", verdict),
    ):
        if value:
            text = value if isinstance(value, Text) else Text(value)
            table.add_row(Text(name, style="dim"), text)
    return table

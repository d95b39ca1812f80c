"""Pages a second: what ``archiver parse --manifest`` does, beside extractors of article text.

Run with ``make bench-parse``. All readers take the same bytes, one process, one core, CPU time
without start-up; the peers run in an environment of their own. The peers find less (no issues,
articles, contributors, documents, lists, dates) and are timed on what they find. Then the shapes
that slow parsers down, small and large, and the memory that the largest pages take. Ours runs as
it stands and compiled (``make compiled``); the promises are of the compiled package, where there
is one, and the last line says which of them are broken.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks.compiled import importing
from benchmarks.pages import page

PROMISED = 200  # pages a second
PROMISED_TIMES = 6  # as fast as trafilatura
PROMISED_HOSTILE = 100  # ms per 100 KB
PROMISED_MEMORY = 300  # MB for a page of 10 MB
ROUNDS, PAGES = 5, 40
TURNS = 3  # of all readers, one after the other: a shared machine is not as fast in every minute
_SITE = 200_000  # pages; so few meet the same links
_PEERS = Path(__file__).with_name("bench_parse_peers.py")


def main() -> int:
    """Print the tables; 1 when a promise is broken."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--peers", metavar="PYTHON", help="interpreter that has the peers")
    parser.add_argument("--compiled", metavar="FOLDER", help="where the compiled package is")
    options = parser.parse_args()
    broken = [
        *_rates(options.peers, options.compiled),
        *_hostile(options.compiled),
        *_memory(options.compiled),
    ]
    verdict = f"broken: {', '.join(broken)}" if broken else "every promise is kept"
    print(f"the {'compiled' if options.compiled else 'plain'} package: {verdict}")
    return 1 if broken else 0


def _rates(python: str | None, compiled: str | None) -> list[str]:
    """Every round reads pages nobody has seen; the first is for warming up."""
    with tempfile.TemporaryDirectory() as name:
        folders = [Path(name, str(turn)) for turn in range(ROUNDS + 1)]
        bodies = [page(number, _SITE) for number in range(len(folders) * PAGES)]
        for turn, folder in enumerate(folders):
            _save(folder, bodies[turn * PAGES :][:PAGES])
        turns = [_turn(folders, python, compiled) for _ in range(TURNS)]
    seconds = {reader: min(turn[reader] for turn in turns) for reader in turns[0]}
    ours = seconds["archiver compiled" if compiled else "archiver"]
    print(f"{PAGES} pages of {sum(map(len, bodies)) / len(bodies) / 1000:.0f} KB on one core")
    for reader, spent in sorted(seconds.items(), key=lambda pair: pair[1]):
        rate = PAGES / spent
        print(f"{reader:18} {rate:8.0f} pages/s {1000 / rate:7.2f} ms/page {spent / ours:6.1f} ×")
    print(f"promised: {PROMISED} pages/s and {PROMISED_TIMES} × trafilatura\n")
    beside = seconds.get("trafilatura", ours * PROMISED_TIMES) / ours
    broken = [f"{PAGES / ours:.0f} pages/s"] if PAGES / ours < PROMISED else []
    return broken + ([f"{beside:.1f} × trafilatura"] if beside < PROMISED_TIMES else [])


def _turn(folders: Sequence[Path], python: str | None, compiled: str | None) -> dict[str, float]:
    """CPU seconds of every reader for the pages of a folder, one reader after the other."""
    return {
        "archiver": _ours(folders, None),
        **({"archiver compiled": _ours(folders, compiled)} if compiled else {}),
        **(_peers(python, folders) if python else {}),
    }


def _save(folder: Path, bodies: Sequence[bytes]) -> None:
    """Write the pages and their list."""
    folder.mkdir()
    with (folder / "list.jsonl").open("w", encoding="utf-8") as manifest:
        for number, body in enumerate(bodies):
            (folder / f"{number:03}.html").write_bytes(body)
            entry = {"file": f"{number:03}.html", "url": f"http://gh.example/a/{number}.html"}
            print(json.dumps(entry), file=manifest)


def _ours(folders: Sequence[Path], compiled: str | None) -> float:
    """CPU seconds of the command, of this package or of the ``compiled`` one."""
    run = subprocess.run(
        [sys.executable, "-m", "benchmarks.bench_parse_ours", *map(str, folders)],
        check=True,
        capture_output=True,
        env=importing(compiled),
    )
    return float(run.stdout)


def _peers(python: str, folders: Sequence[Path]) -> dict[str, float]:
    """CPU seconds of every peer, best of the rounds, measured in its own interpreter."""
    run = subprocess.run(
        [python, str(_PEERS), *map(str, folders)], check=True, capture_output=True, text=True
    )
    seconds: dict[str, float] = json.loads(run.stdout)
    return seconds


def _hostile(compiled: str | None) -> list[str]:
    """Time for pages made of one thing, small and large: it must grow as the page does."""
    times = {"plain": _of_every_shape("times", None)}
    if compiled:
        times["compiled"] = _of_every_shape("times", compiled)
    print(f"{'ms per 100 KB of':24}" + "".join(f"{build:>14}{'of 5 MB':>9}" for build in times))
    for name in times["plain"]:
        rows = (found[name] for found in times.values())
        print(f"{name:24}" + "".join(f"{small:14.0f}{large:9.0f}" for small, large in rows))
    worst, name = max((max(pair), name) for name, pair in list(times.values())[-1].items())
    print(f"promised: {PROMISED_HOSTILE} ms per 100 KB of any size\n")
    return [f"{worst:.0f} ms per 100 KB ({name})"] if worst > PROMISED_HOSTILE else []


def _memory(compiled: str | None) -> list[str]:
    """Peak of a process of its own for the largest pages."""
    peaks = _of_every_shape("peaks", compiled)
    worst, name = max((peak, name) for name, (peak,) in peaks.items())
    print(f"most memory for a page of 10 MB: {worst:.0f} MB ({name})")
    print(f"promised: {PROMISED_MEMORY} MB\n")
    return [f"{worst:.0f} MB ({name})"] if worst > PROMISED_MEMORY else []


def _of_every_shape(what: str, compiled: str | None) -> dict[str, list[float]]:
    """What every hostile shape costs this package, or the ``compiled`` one."""
    run = subprocess.run(
        [sys.executable, "-m", "benchmarks.bench_parse_hostile", what],
        check=True,
        stdout=subprocess.PIPE,
        env=importing(compiled),
    )
    found: dict[str, list[float]] = json.loads(run.stdout)
    return found


if __name__ == "__main__":
    sys.exit(main())

"""Pages a second: what ``archiver parse --manifest`` does, beside extractors of article text.

Run with ``make bench-parse``. All readers take the same bytes, one process, one core, CPU time
without start-up; the peers run in an environment of their own. Ours runs as it stands and compiled
(``make compiled``), which is what the promise is of. The peers find less (no issues, articles,
contributors, documents, lists, dates) and are timed on what they find. Then the shapes that slow
parsers down, small and large, and the memory that the largest pages take.
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from archiver.parsers.page import parse
from benchmarks.compiled import importing
from benchmarks.pages import page
from pipelines.steps import complete
from tests.parsers.hostile import SHAPES, page_of

PROMISED = 200  # pages a second
PROMISED_TIMES = 6  # as fast as trafilatura
PROMISED_HOSTILE = 100  # ms for 100 KB
PROMISED_MEMORY = 300  # MB for a page of 10 MB
ROUNDS, PAGES = 5, 40
_SITE = 200_000  # pages; so few meet the same links
SMALL, LARGE, LARGEST = 100_000, 5_000_000, 10_000_000  # bytes
_PEERS = Path(__file__).with_name("bench_parse_peers.py")


def main() -> int:
    """Print the tables; 1 when a promise is broken."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--peers", metavar="PYTHON", help="interpreter that has the peers")
    parser.add_argument("--compiled", metavar="FOLDER", help="where the compiled package is")
    options = parser.parse_args()
    kept = [_rates(options.peers, options.compiled), _hostile(), _memory()]
    return 0 if all(kept) else 1


def _rates(python: str | None, compiled: str | None) -> bool:
    """Every round reads pages nobody has seen; the first is for warming up."""
    with tempfile.TemporaryDirectory() as name:
        folders = [Path(name, str(turn)) for turn in range(ROUNDS + 1)]
        bodies = [page(number, _SITE) for number in range(len(folders) * PAGES)]
        for turn, folder in enumerate(folders):
            _save(folder, bodies[turn * PAGES :][:PAGES])
        seconds = {"archiver": _ours(folders, None)}
        if compiled:
            seconds["archiver compiled"] = _ours(folders, compiled)
        ours = min(seconds.values())
        if python:
            seconds |= _peers(python, folders)
    print(f"{PAGES} pages of {sum(map(len, bodies)) / len(bodies) / 1000:.0f} KB on one core")
    for reader, spent in sorted(seconds.items(), key=lambda pair: pair[1]):
        rate = PAGES / spent
        print(f"{reader:18} {rate:8.0f} pages/s {1000 / rate:7.2f} ms/page {spent / ours:6.1f} ×")
    print(f"promised: {PROMISED} pages/s and {PROMISED_TIMES} × trafilatura\n")
    beside = seconds.get("trafilatura", ours * PROMISED_TIMES) / ours
    return PAGES / ours >= PROMISED and beside >= PROMISED_TIMES


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


def _hostile() -> bool:
    """Time for pages made of one thing, small and large: it must grow as the page does."""
    print(f"{'hostile shape':24}{'ms per 100 KB':>16}{f'of {LARGE / 1e6:.0f} MB':>12}")
    worst = 0.0
    for name in SHAPES:
        small, large = (_per_100_kb(page_of(name, size)) for size in (SMALL, LARGE))
        worst = max(worst, small, large)
        print(f"{name:24}{small:16.0f}{large:12.0f}")
    print(f"promised: {PROMISED_HOSTILE} ms per 100 KB of any size\n")
    return worst <= PROMISED_HOSTILE


def _per_100_kb(body: bytes) -> float:
    times = []
    for _ in range(3 if len(body) <= SMALL else 1):
        begin = time.process_time()
        complete(parse(body)).model_dump_json()
        times.append(time.process_time() - begin)
    return min(times) * 1000 / (len(body) / SMALL)


def _memory() -> bool:
    """Peak of a process of its own for the largest pages, in MB."""
    worst, worst_name = 0.0, ""
    for name in SHAPES:
        run = subprocess.run(
            [sys.executable, "-c", _READ, name, str(LARGEST)], check=True, capture_output=True
        )
        peak = int(run.stdout) / 1024
        worst, worst_name = max((worst, worst_name), (peak, name))
    print(f"most memory for a page of {LARGEST / 1e6:.0f} MB: {worst:.0f} MB ({worst_name})")
    print(f"promised: {PROMISED_MEMORY} MB")
    return worst <= PROMISED_MEMORY


_READ = """
import sys
from benchmarks.bench_parse import peak_of
print(peak_of(sys.argv[1], int(sys.argv[2])))
"""


def peak_of(name: str, size: int) -> int:
    """Peak memory of this process after reading one page, in KB."""
    complete(parse(page_of(name, size))).model_dump_json()
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


if __name__ == "__main__":
    sys.exit(main())

"""What the shapes that slow parsers down cost whichever package is imported; bench_parse runs it.

``times``: milliseconds per 100 KB of a page of 100 KB and of one of 5 MB; ``peaks``: the most MB
of memory of a process that reads one of 10 MB. Prints a JSON object, a list of figures a shape.
"""

import gc
import json
import resource
import subprocess
import sys
import time

from archiver.cli.app import COLLECT_AFTER
from archiver.parsers.page import parse
from pipelines.steps import complete
from tests.parsers.hostile import SHAPES, page_of

SMALL, LARGE, LARGEST = 100_000, 5_000_000, 10_000_000  # bytes
ROUNDS = 5  # of which the best counts, as where pages a second are timed


def main() -> None:
    """``times``, ``peaks``, or ``peak SHAPE``."""
    gc.set_threshold(COLLECT_AFTER)
    what, *shape = sys.argv[1:]
    if what == "times":
        times = {name: [_per_100_kb(page_of(name, s)) for s in (SMALL, LARGE)] for name in SHAPES}
        print(json.dumps(times))
    elif what == "peaks":
        print(json.dumps({name: [_peak(name)] for name in SHAPES}))
    else:
        _read(page_of(shape[0], LARGEST))
        print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def _per_100_kb(body: bytes) -> float:
    times = []
    for _ in range(ROUNDS if len(body) < LARGE // 2 else 1):
        begin = time.process_time()
        _read(body)
        times.append(time.process_time() - begin)
    return min(times) * 1000 / (len(body) / SMALL)


def _peak(name: str) -> float:
    command = [sys.executable, "-m", "benchmarks.bench_parse_hostile", "peak", name]
    return float(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)


def _read(body: bytes) -> None:
    complete(parse(body)).model_dump_json()


if __name__ == "__main__":
    main()

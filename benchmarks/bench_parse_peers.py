"""The peers' side of bench_parse: runs in their own environment, prints CPU seconds as JSON."""

import json
import logging
import sys
import time
from pathlib import Path

import trafilatura
from gne import GeneralNewsExtractor
from readability import Document

logging.disable(logging.CRITICAL)


def main() -> None:
    folder, rounds = Path(sys.argv[1]), int(sys.argv[2])
    bodies = [path.read_bytes() for path in sorted(folder.iterdir())]
    texts = [
        body.decode("utf-8") if number % 2 == 0 else body.decode("gb18030")
        for number, body in enumerate(bodies)
    ]
    gne = GeneralNewsExtractor()
    readers = {
        "trafilatura": lambda: [trafilatura.bare_extraction(b, with_metadata=True) for b in bodies],
        "gne": lambda: [gne.extract(text) for text in texts],
        "readability": lambda: [(d := Document(text)).title() + d.summary() for text in texts],
    }
    print(json.dumps({name: _best(run, rounds) for name, run in readers.items()}))


def _best(run, rounds):
    spent = []
    for _ in range(rounds):
        begin = time.process_time()
        run()
        spent.append(time.process_time() - begin)
    return min(spent)


if __name__ == "__main__":
    main()

"""The peers' side of bench_parse: runs in their own environment, prints CPU seconds as JSON."""

import gc
import json
import logging
import sys
import time
from pathlib import Path

import trafilatura
from gne import GeneralNewsExtractor
from readability import Document

logging.disable(logging.CRITICAL)


COLLECT_AFTER = 50_000  # as in archiver.cli.app
ENCODINGS = ("utf-8", "gb18030")  # of pages in turn
# What it can tell of a page, as JSON, which is what ours writes.
ALL = {
    "output_format": "json",
    "with_metadata": True,
    "include_links": True,
    "include_images": True,
}


def main() -> None:
    gc.set_threshold(COLLECT_AFTER)
    gne = GeneralNewsExtractor()
    readers = {
        "trafilatura": lambda body, _: trafilatura.extract(body, **ALL),
        "gne": lambda _, text: gne.extract(text),
        "readability": lambda _, text: (d := Document(text)).title() + d.summary(),
    }
    spent = {name: [] for name in readers}
    for folder in sys.argv[1:]:
        bodies = [path.read_bytes() for path in sorted(Path(folder).glob("*.html"))]
        texts = [body.decode(ENCODINGS[number % 2]) for number, body in enumerate(bodies)]
        for name, read in readers.items():
            begin = time.process_time()
            for body, text in zip(bodies, texts, strict=True):
                read(body, text)
            spent[name].append(time.process_time() - begin)
    print(json.dumps({name: min(times[1:]) for name, times in spent.items()}))


if __name__ == "__main__":
    main()

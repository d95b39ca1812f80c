"""One log file a crawl, though many crawls run in one process."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from pathlib import Path

_FORMAT = logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s")
_current: ContextVar[Path | None] = ContextVar("current_log", default=None)


@contextmanager
def logging_to(path: Path) -> Iterator[None]:
    """Write what is logged inside, and in every task begun inside, to the end of ``path``.

    Crawls run as tasks of one event loop, and a task carries its context to all it starts; what
    belongs to no crawl goes into the logs of all that run.
    """
    handler = logging.FileHandler(path, encoding="utf-8", delay=True)
    handler.setFormatter(_FORMAT)
    handler.addFilter(lambda _: _current.get() in (None, path))
    # A log that cannot be written (a full disk) must not print tracebacks of its own.
    logging.raiseExceptions = False
    root = logging.getLogger()
    root.setLevel(logging.INFO)
    # Scrapy would tell every answer and every item, which the archive's index does.
    logging.getLogger("scrapy").setLevel(logging.INFO)
    root.addHandler(handler)
    before = _current.set(path)
    try:
        yield
    finally:
        _current.reset(before)
        root.removeHandler(handler)
        with suppress(OSError):  # its last lines find no room; the crawl's report tells of the disk
            handler.close()

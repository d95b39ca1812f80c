"""Files on loopback, in parts when parts are asked for, as replayweb.page reads a package."""

import functools
import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import BinaryIO


class _Handler(SimpleHTTPRequestHandler):
    def send_head(self) -> BinaryIO | io.BytesIO | None:
        """One range of bytes, or what the standard library answers."""
        path = Path(self.translate_path(self.path))
        part = re.fullmatch(r"bytes=(\d*)-(\d*)", self.headers.get("Range", ""))
        if part is None or not path.is_file():
            return super().send_head()
        data = path.read_bytes()
        first, last = part.groups()
        begin = int(first) if first else len(data) - int(last)
        end = min(int(last) + 1, len(data)) if first and last else len(data)
        self.send_response(206)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Range", f"bytes {begin}-{end - 1}/{len(data)}")
        self.send_header("Content-Length", str(end - begin))
        self.end_headers()
        return io.BytesIO(data[begin:end])

    def log_message(self, format: str, *args: object) -> None:
        """The terminal stays quiet."""


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Serve a folder; gives its origin."""
    handler = functools.partial(_Handler, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()

"""A web server that answers in a thread of its own while a ``with`` block lasts."""

from http.server import ThreadingHTTPServer
from threading import Thread
from types import TracebackType
from typing import Self


class Serving:
    """``with Serving(server) as site: … site.url …``; the server is closed at the end."""

    def __init__(self, server: ThreadingHTTPServer) -> None:
        self._server = server
        self.url = f"http://{server.server_address[0]!s}:{server.server_port}"
        self._thread = Thread(target=server.serve_forever, args=(0.05,), daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

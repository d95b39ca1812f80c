"""A loopback web server whose answers are functions, for behaviour that no fixed page shows."""

import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socket import SO_LINGER, SOL_SOCKET, socket
from struct import pack
from threading import Lock
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from archiver.demo.serving import Serving

HTML = "text/html; charset=gb2312"


@dataclass(frozen=True, slots=True)
class Request:
    """What was asked; ``count`` is 1 for the first time this method and target were asked."""

    method: str
    path: str
    query: Mapping[str, str]
    form: Mapping[str, str]
    headers: Mapping[str, str]
    count: int


@dataclass(frozen=True, slots=True)
class Reply:
    """What is answered: text is sent as GBK, an iterable of bytes in chunks as it comes.

    ``reset`` drops the connection without an answer; ``promised`` is a false Content-Length.
    """

    body: str | bytes | Iterable[bytes] = b""
    status: int = 200
    content_type: str = HTML
    headers: Mapping[str, str] = field(default_factory=dict)
    reset: bool = False
    promised: int | None = None


Route = Callable[[Request], Reply]


class LocalServer(Serving):
    """``with LocalServer({"/calendar/": calendar}) as server: … server.url …``.

    The longest prefix that fits the path chooses the route; nothing fits: 404. ``requests`` lists
    (method, target) in the order of arrival, ``times`` when each came (monotonic seconds) and
    ``cookies`` what each brought along.
    """

    def __init__(self, routes: Mapping[str, Route], host: str = "127.0.0.1") -> None:
        self.requests: list[tuple[str, str]] = []
        self.times: list[float] = []
        self.cookies: list[str] = []
        self.user_agents: set[str] = set()
        self.most_connections = 0
        self._connections = 0
        self._counts: Counter[tuple[str, str]] = Counter()
        self._lock = Lock()
        self._routes = dict(sorted(routes.items(), key=lambda item: -len(item[0])))
        super().__init__(_Server(self, host))

    @contextmanager
    def counting(self) -> Iterator[None]:
        """While a connection is open; ``most_connections`` is how many were so at once."""
        with self._lock:
            self._connections += 1
            self.most_connections = max(self.most_connections, self._connections)
        yield
        with self._lock:
            self._connections -= 1

    def asked(self, prefix: str) -> list[str]:
        """Targets asked for so far that begin with ``prefix``."""
        return [target for _, target in self.requests if target.startswith(prefix)]

    def answer(self, method: str, target: str, headers: Mapping[str, str], body: bytes) -> Reply:
        """Log the request and let its route answer."""
        with self._lock:
            self.requests.append((method, target))
            self.times.append(time.monotonic())
            self.cookies.append(headers.get("Cookie", ""))
            self.user_agents.add(headers.get("User-Agent", ""))
            self._counts[method, target] += 1
            count = self._counts[method, target]
        parts = urlsplit(target)
        request = Request(
            method, parts.path, _pairs(parts.query), _pairs(body.decode("utf-8")), headers, count
        )
        for prefix, route in self._routes.items():
            if request.path.startswith(prefix):
                return route(request)
        return Reply("<p>找不到文件或目录", status=404)


class _Server(ThreadingHTTPServer):
    def __init__(self, site: LocalServer, host: str) -> None:
        self.site = site
        super().__init__((host, 0), _Handler)

    def handle_error(self, request: socket | tuple[bytes, socket], client_address: Any) -> None:
        """Clients hang up on purpose here."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = 30
    server: _Server

    def handle(self) -> None:
        """Count the connections that are open at once."""
        with self.server.site.counting():
            super().handle()

    def do_GET(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        reply = self.server.site.answer(self.command, self.path, dict(self.headers), body)
        if reply.reset:
            self._reset()
        elif isinstance(reply.body, str | bytes):
            self._send(reply, reply.body)
        else:
            self._stream(reply, reply.body)

    do_HEAD = do_GET
    do_POST = do_GET

    def log_message(self, format: str, *args: object) -> None:
        """Stay silent: the request log says it all."""

    def _start(self, reply: Reply) -> None:
        self.send_response(reply.status)
        self.send_header("Content-Type", reply.content_type)
        for name, value in reply.headers.items():
            self.send_header(name, value)

    def _send(self, reply: Reply, body: str | bytes) -> None:
        data = body.encode("gbk") if isinstance(body, str) else body
        self._start(reply)
        promised = len(data) if reply.promised is None else reply.promised
        self.send_header("Content-Length", str(promised))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)
        if promised != len(data):
            self.close_connection = True

    def _stream(self, reply: Reply, parts: Iterable[bytes]) -> None:
        self._start(reply)
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        for part in parts:
            self.wfile.write(b"%x\r\n%s\r\n" % (len(part), part))
            self.wfile.flush()
        self.wfile.write(b"0\r\n\r\n")

    def _reset(self) -> None:
        """Close with a TCP reset instead of an orderly end."""
        self.connection.setsockopt(SOL_SOCKET, SO_LINGER, pack("ii", 1, 0))
        self.connection.close()
        self.close_connection = True


def _pairs(text: str) -> dict[str, str]:
    return dict(parse_qsl(text, keep_blank_values=True))

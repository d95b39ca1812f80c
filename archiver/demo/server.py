"""A real web server on the loopback interface, on a free port, for the demo site and for tests."""

import gzip
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socket import socket
from typing import Any
from urllib.parse import parse_qsl, unquote_to_bytes, urlencode, urlsplit

from archiver.demo.pages import Resource, build
from archiver.demo.serving import Serving

_NOT_FOUND = Resource(
    "<html><body>您要查找的资源可能已被删除，已更改名称或者暂时不可用。".encode("gbk"), status=404
)


class DemoSite(Serving):
    """The site while it is being served: ``with DemoSite() as site: … site.url …``.

    ``requests`` lists (method, target) in the order of arrival. ``resources`` maps addresses to
    answers and may be changed while the site is up, as an editor would change it. ``port`` is
    taken when it is free, so that the site can be found again where it was.
    """

    def __init__(
        self, make_resources: Callable[[str], dict[str, Resource]] = build, port: int = 0
    ) -> None:
        self.requests: list[tuple[str, str]] = []
        try:
            server = _Server(self, port)
        except OSError:
            server = _Server(self, 0)
        super().__init__(server)
        self.resources = make_resources(self.url)

    def answer(self, target: str) -> Resource:
        """The answer to a request target; session ids do not change it."""
        return self.resources.get(_address(target), _NOT_FOUND)


class _Server(ThreadingHTTPServer):
    def __init__(self, site: DemoSite, port: int) -> None:
        self.site = site
        super().__init__(("127.0.0.1", port), _Handler)

    def handle_error(self, request: socket | tuple[bytes, socket], client_address: Any) -> None:
        """A client that hangs up is no event; everything else is reported as usual."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version = "Microsoft-IIS/6.0"
    sys_version = ""
    timeout = 30
    server: _Server

    def do_GET(self) -> None:
        resource = self._receive()
        body, headers = self._represent(resource)
        if resource.status == 200 and self._is_fresh(headers["ETag"], resource.modified):
            self._send(304, headers, b"")
        else:
            self._send(resource.status, headers, body)

    do_HEAD = do_GET

    def log_message(self, format: str, *args: object) -> None:
        """Stay silent: the request log of the site says it all."""

    def _receive(self) -> Resource:
        self.server.site.requests.append((self.command, self.path))
        return self.server.site.answer(self.path)

    def _represent(self, resource: Resource) -> tuple[bytes, dict[str, str]]:
        """The body as it will be sent and its headers."""
        body, tag = resource.body, sha256(resource.body).hexdigest()[:16]
        headers = {
            "Content-Type": resource.content_type,
            "Last-Modified": format_datetime(resource.modified, usegmt=True),
        }
        if resource.location:
            headers["Location"] = resource.location
        if resource.content_type.startswith("text/"):
            headers["Vary"] = "Accept-Encoding"
            if "gzip" in self.headers.get("Accept-Encoding", ""):
                body, tag = gzip.compress(body, mtime=0), f"{tag}-gzip"
                headers["Content-Encoding"] = "gzip"
        headers["ETag"] = f'"{tag}"'
        return body, headers

    def _is_fresh(self, tag: str, modified: datetime) -> bool:
        """Whether the client's copy is current; If-None-Match outranks If-Modified-Since."""
        known = self.headers.get("If-None-Match")
        if known is not None:
            return known.strip() == "*" or tag in map(str.strip, known.split(","))
        since = self.headers.get("If-Modified-Since")
        try:
            return since is not None and modified <= parsedate_to_datetime(since).astimezone(UTC)
        except ValueError:
            return False

    def _send(self, status: int, headers: dict[str, str], body: bytes) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        if status != 304:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command == "GET" and status != 304:
            self.wfile.write(body)


def _address(target: str) -> str:
    """Path and query as text, without ``sessionid`` and ``;jsessionid``.

    Chinese file names arrive as UTF-8 from one browser and as GBK from another.
    """
    parts = urlsplit(target)
    path = unquote_to_bytes(parts.path.split(";", 1)[0])
    try:
        path_text = path.decode("utf-8")
    except UnicodeDecodeError:
        path_text = path.decode("gbk", "replace")
    query = [(name, value) for name, value in parse_qsl(parts.query) if name != "sessionid"]
    return f"{path_text}?{urlencode(query)}" if query else path_text

"""A server that answers with exactly the bytes it was given, and remembers both sides."""

import socket
import ssl
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

Answer = bytes | Callable[[bytes], "Script"]


@dataclass
class Script:
    """What to send for one request: pieces with pauses between them, then keep open or cut."""

    pieces: tuple[bytes, ...]
    pause: float = 0.0
    keep: bool = True
    reset: bool = False
    hang: float = 0.0


@dataclass
class RawServer:
    """Serves ``pages`` (path → script) on loopback; ``asked`` and ``sent`` are by path."""

    pages: dict[str, Script]
    tls: ssl.SSLContext | None = None
    asked: list[tuple[str, bytes]] = field(default_factory=list)
    connections: int = 0
    decide: Callable[[str, bytes], Script | None] | None = None

    def __post_init__(self) -> None:
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port = self._socket.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def url(self, path: str) -> str:
        return f"{'https' if self.tls else 'http'}://127.0.0.1:{self.port}{path}"

    def paths(self) -> list[str]:
        return [path for path, _ in self.asked]

    def close(self) -> None:
        self._socket.close()

    def _accept(self) -> None:
        while True:
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            self.connections += 1
            threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection: socket.socket) -> None:
        try:
            if self.tls:
                connection = self.tls.wrap_socket(connection, server_side=True)
            while request := self._read_request(connection):
                path = request.split(b" ", 2)[1].decode()
                self.asked.append((path, request))
                script = (self.decide and self.decide(path, request)) or self.pages.get(path)
                script = script or Script((plain(b"nothing here", status="404 Not Found"),))
                for piece in script.pieces:
                    connection.sendall(piece)
                    time.sleep(script.pause)
                time.sleep(script.hang)
                if script.reset:
                    linger = (1).to_bytes(4, "little") + (0).to_bytes(4, "little")
                    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
                if not script.keep:
                    break
        except OSError:
            pass
        finally:
            connection.close()

    @staticmethod
    def _read_request(connection: socket.socket) -> bytes:
        data = b""
        while b"\r\n\r\n" not in data:
            more = connection.recv(65536)
            if not more:
                return b""
            data += more
        head, body = data.split(b"\r\n\r\n", 1)
        for line in head.split(b"\r\n"):
            if line.lower().startswith(b"content-length:"):
                while len(body) < int(line.split(b":")[1]):
                    body += connection.recv(65536)
        return head + b"\r\n\r\n" + body


def plain(body: bytes, *, status: str = "200 OK", extra: bytes = b"") -> bytes:
    """An ordinary answer around a body."""
    head = f"HTTP/1.1 {status}\r\nContent-Type: text/html\r\nContent-Length: {len(body)}\r\n"
    return head.encode() + extra + b"\r\n" + body


def page(body: bytes, *, extra: bytes = b"", status: str = "200 OK") -> Script:
    """A script that sends an ordinary answer in one piece and keeps the connection."""
    return Script((plain(body, status=status, extra=extra),))

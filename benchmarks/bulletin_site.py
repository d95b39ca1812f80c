"""The loopback site of bench-crawl: as many pages of ``benchmarks.pages`` as asked for.

``python -m benchmarks.bulletin_site PAGES`` serves them and prints its address. When its standard
input ends it prints how many milliseconds of CPU an answer took, and ends.
"""

import asyncio
import sys
import time

from benchmarks.pages import page, path

_HEAD = b"HTTP/1.1 %s\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n"


class _Answering(asyncio.Protocol):
    """HTTP/1.1 with kept connections; as little work as possible, for it shares the cores."""

    given = 0

    def __init__(self, answers: dict[bytes, bytes]) -> None:
        self._answers = answers

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        _Answering.given += 1
        missing = _HEAD % (b"404 Not Found", 0)
        self._transport.write(self._answers.get(data.split(b" ", 2)[1], missing))


async def _serve(pages: int) -> None:
    bodies = {path(number).encode(): page(number, pages) for number in range(pages)}
    answers = {where: _HEAD % (b"200 OK", len(body)) + body for where, body in bodies.items()}
    begin = time.process_time()
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: _Answering(answers), "127.0.0.1", 0)
    print(f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}{path(0)}", flush=True)
    await loop.run_in_executor(None, sys.stdin.read)
    print(1000 * (time.process_time() - begin) / max(1, _Answering.given))


if __name__ == "__main__":
    asyncio.run(_serve(int(sys.argv[1])))

"""A download handler that copies what goes over the wire, below the HTTP parser.

Scrapy's signals and middlewares only show answers that were taken apart and put together again.
The bytes themselves pass through Twisted's HTTP client protocol, one object for every connection;
here is a subclass of it that copies them, and a subclass of Scrapy's handler that uses it. Both
lean on names that Scrapy and Twisted call private: ``check`` finds out at once when they change.
"""

import time
from contextvars import ContextVar
from typing import Any
from urllib.parse import urldefrag

import scrapy
from scrapy import Request
from scrapy.core.downloader.handlers import http11
from scrapy.crawler import Crawler
from scrapy.exceptions import (
    DownloadCancelledError,
    DownloadFailedError,
    DownloadTimeoutError,
    IgnoreRequest,
    ResponseDataLossError,
)
from scrapy.http import Response
from twisted.web.client import URI

from archiver.archive.exchange import Exchange
from archiver.archive.extension import Archiving
from archiver.archive.spool import Spool
from archiver.errors import ArchiverError

LONGEST_HEAD = 256 << 10
"""Bytes; real heads have a few hundred, and Scrapy would take in one without end."""

_HEAD_STATES = ("STATUS", "HEADER")
_current: ContextVar[Exchange] = ContextVar("exchange")

_REASONS: tuple[tuple[type[Exception], str], ...] = (
    (DownloadTimeoutError, "time"),
    (DownloadCancelledError, "length"),
    (ResponseDataLossError, "disconnect"),
    (DownloadFailedError, "disconnect"),
)
_CUT_FLAGS = {"dataloss": "disconnect", "download_stopped": "unspecified"}


class ArchivingHandler(http11.HTTP11DownloadHandler):
    """Scrapy's HTTP/1.1 handler; an answer is archived before anything looks at it.

    The capture is put into ``request.meta["capture"]``. An exchange that fails is archived too,
    with what had come.
    """

    lazy = False

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self._archiving = Archiving.of(crawler)
        self._pool._factory = _TappedFactory
        self._pool = _Pool(self._pool)  # type: ignore[assignment]

    async def download_request(self, request: Request) -> Response:
        """Download and archive; what was archived is durable when this returns."""
        referrer = request.headers.get(b"Referer")
        exchange = Exchange(
            url=urldefrag(request.url)[0],
            method=request.method,
            referrer=referrer.decode("latin-1") if referrer else None,
            depth=request.meta.get("depth", 0),
            received=Spool(self._archiving.archive.home.warc),
            admit=None if request.meta.get("proxy") else self.admit,
        )
        _current.set(exchange)
        started = time.monotonic()
        try:
            response = await super().download_request(request)
            if not exchange.received:
                raise _changed("an answer came that the tap did not see")
        except ArchiverError as error:
            self._archiving.fail(error)
            raise IgnoreRequest(str(error)) from error
        except Exception as error:
            if exchange.refused is not None:
                self._archiving.fail(exchange.refused)
                raise IgnoreRequest(str(exchange.refused)) from error
            exchange.truncated = _reason(error)
            exchange.error = f"{type(error).__name__}: {error}"
            if exchange.head_too_long:
                exchange.truncated = "length"
            await self._keep(request, exchange, started)
            if exchange.head_too_long:
                raise DownloadCancelledError(f"no end of the head of {request.url}") from error
            raise
        cut = [_CUT_FLAGS[flag] for flag in response.flags if flag in _CUT_FLAGS]
        exchange.truncated = cut[0] if cut else None
        await self._keep(request, exchange, started)
        return response

    def admit(self, ip: str) -> None:
        """Raise if nothing may be sent to ``ip``, the address a connection really leads to."""

    async def _keep(self, request: Request, exchange: Exchange, started: float) -> None:
        if request.meta.get("proxy"):
            exchange.ip = None  # it is the proxy's, not the site's
        exchange.milliseconds = round((time.monotonic() - started) * 1000)
        if exchange.sent:
            request.meta["capture"] = await self._archiving.keep(exchange)


class _Pool:
    """Scrapy's connection pool; the connections it lends know whose exchange they carry."""

    def __init__(self, pool: Any) -> None:
        self._pool = pool

    def __getattr__(self, name: str) -> Any:
        return getattr(self._pool, name)

    def getConnection(self, key: Any, endpoint: Any) -> Any:
        exchange = _current.get()
        return self._pool.getConnection(key, endpoint).addCallback(_Lent, exchange)


class _Lent:
    """A connection for the length of one request."""

    def __init__(self, protocol: Any, exchange: Exchange) -> None:
        self._protocol, self._exchange = protocol, exchange

    def request(self, request: Any) -> Any:
        # Compared in Twisted's spelling: it leaves an empty parameter (``/a;``) out.
        asked: Any = URI.fromBytes(self._exchange.url.encode())  # type: ignore[no-untyped-call]
        if request.absoluteURI != asked.toBytes():
            raise _changed(f"{request.absoluteURI!r} was sent for {self._exchange.url}")
        request.exchange = self._exchange
        return self._protocol.request(request)


class _TappedProtocol(http11._LenientHTTP11ClientProtocol):
    """One connection; its bytes are copied to the exchange of the request under way."""

    exchange: Exchange | None = None
    _head = 0

    def request(self, request: Any) -> Any:
        self.exchange = exchange = request.exchange
        transport: Any = self.transport
        ip = getattr(transport.getPeer(), "host", None)
        if exchange.admit is not None and ip is not None:
            try:
                exchange.admit(ip)
            except Exception:
                transport.abortConnection()
                raise
        # Twisted repeats a request on a new connection when a kept one turns out to be dead.
        exchange.sent.clear()
        exchange.received.clear()
        if not isinstance(transport, _Tee):
            self.transport = _Tee(transport, self)  # type: ignore[assignment]
        self._head = 0
        exchange.ip = ip
        return super().request(request)

    def dataReceived(self, data: bytes) -> None:
        if self.exchange is not None:
            try:
                self.exchange.received.write(data)
            except ArchiverError as error:
                self.exchange.refused = error
                self.transport.abortConnection()  # type: ignore[union-attr]
                return
        super().dataReceived(data)  # type: ignore[no-untyped-call]
        self._limit_head(len(data))

    def _limit_head(self, size: int) -> None:
        """Break off an answer whose head (interim answers included) has no end."""
        parser = self._parser
        if self.exchange is None or parser is None or parser.state not in _HEAD_STATES:
            return
        self._head += size
        if self._head > LONGEST_HEAD:
            self.exchange.head_too_long = True
            self.transport.abortConnection()  # type: ignore[union-attr]


class _TappedFactory(http11._LenientHTTP11ClientFactory):
    def buildProtocol(self, addr: Any) -> Any:  # noqa: ARG002
        return _TappedProtocol(self._quiescentCallback)  # type: ignore[no-untyped-call]


class _Tee:
    """A transport that copies what is written to it; everything else is the transport's own."""

    def __init__(self, transport: Any, protocol: _TappedProtocol) -> None:
        self._transport, self._protocol = transport, protocol

    def __getattr__(self, name: str) -> Any:
        return getattr(self._transport, name)

    def write(self, data: bytes) -> None:
        if self._protocol.exchange is not None:
            self._protocol.exchange.sent += data
        self._transport.write(data)

    def writeSequence(self, data: Any) -> None:
        self.write(b"".join(data))


def _reason(error: Exception) -> str:
    return next((word for kind, word in _REASONS if isinstance(error, kind)), "unspecified")


def _changed(what: str) -> ArchiverError:
    return ArchiverError(
        f"Scrapy {scrapy.__version__} cannot be archived from ({what}): "
        "install the version of Scrapy that this program was made for."
    )

"""The archive as a web site on loopback: pages as they were, scripts off, nothing leaves.

``/{moment}/{url}`` is the answer nearest to a moment (``YYYYMMDDhhmmss``), its addresses led back
into the archive; ``/show/{moment}/{url}`` is the same in a frame, with what proves it above. The
browser is told to run no script and to load nothing from elsewhere, and the frame keeps links of
any spelling from leading out.
"""

import datetime
import html
import re
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import dataclass
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

from w3lib.url import safe_url_string

from archiver.archive.evidence import check_evidence
from archiver.archive.index import Index
from archiver.archive.read import Reader
from archiver.archive.rewrite import rewrite
from archiver.errors import ArchiverError
from archiver.home import Home
from archiver.records import Capture

_PLACE = re.compile(r"/(show/)?(\d{4,14})/(https?://.+)", re.DOTALL)
_MOMENT = "%Y%m%d%H%M%S"
_REDIRECTS = (301, 302, 303, 307, 308)
_OWN_POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-src {origin}"
_PAGE_POLICY = (
    "sandbox; default-src {origin} data:; style-src {origin} 'unsafe-inline'; script-src 'none'; "
    "object-src 'none'; connect-src 'none'; form-action 'none'; frame-src {origin}"
)
_STYLE = (
    "<style>body{margin:0;font:14px sans-serif;display:flex;flex-direction:column;height:100vh}"
    "header{padding:6px 12px;background:#eee;border-bottom:1px solid #999}"
    "iframe{flex:1;border:0}li{margin:3px}main{padding:12px;overflow:auto}</style>"
)


@dataclass(frozen=True, slots=True)
class Listed:
    """A page on the front page of the replay."""

    url: str
    time: datetime.datetime
    title: str


@dataclass(frozen=True, slots=True)
class _Reply:
    status: int
    body: bytes
    content_type: str = "text/html; charset=utf-8"
    location: str | None = None
    archived: bool = False


class Replay(ThreadingHTTPServer):
    """Serves a home's archive on 127.0.0.1; ``pages`` gives what the front page lists."""

    daemon_threads = True

    def __init__(self, home: Home, pages: Callable[[], Iterable[Listed]], port: int = 0) -> None:
        """Bind a port (any free one for 0); ArchiverError when it is taken."""
        self.home, self.pages = home, pages
        try:
            super().__init__(("127.0.0.1", port), _Handler)
        except OSError as error:
            raise ArchiverError(
                f"cannot listen on 127.0.0.1:{port}: {error.strerror}; choose another --port"
            ) from error
        self.origin = f"http://127.0.0.1:{self.server_port}"

    def reply(self, path: str, referrer: str | None) -> _Reply:
        """What to answer for a path; ``referrer`` says which page asked."""
        if path == "/":
            try:
                return _Reply(200, _front(self.pages()))
            except ArchiverError as error:
                return _Reply(500, _message(str(error)))
        place = _PLACE.fullmatch(path)
        if place is None:
            return self._below_referrer(path, referrer)
        shown, moment, url = place[1], place[2], safe_url_string(place[3])
        with closing(Index(self.home.index, read_only=True)) as index:
            capture = index.nearest(url, _moment(moment))
            if capture is None:
                return _Reply(404, _message(f"{url} is not in the archive."))
            try:
                if shown:
                    return _Reply(200, self._framed(capture, index))
                return _replayed(capture, Reader(self.home, index))
            except (ArchiverError, ValueError) as error:
                return _Reply(500, _message(str(error)))

    def _below_referrer(self, path: str, referrer: str | None) -> _Reply:
        """Style sheets ask for ``/x.gif`` of their own site: lead that below the page's moment."""
        asking = _PLACE.fullmatch(urlsplit(referrer).path) if referrer else None
        if asking is None:
            return _Reply(404, _message(f"{path} is no address of the archive."))
        site = urlsplit(asking[3])
        return _Reply(302, b"", location=f"/{asking[2]}/{site.scheme}://{site.netloc}{path}")

    def _framed(self, capture: Capture, index: Index) -> bytes:
        proof = check_evidence(self.home, index, capture)
        verdict = "; ".join(proof.problems) or "proven from the bytes just now"
        told = (
            f"<b>{html.escape(capture.url)}</b> as it was at {capture.time:%Y-%m-%d %H:%M:%S} UTC "
            f"· {html.escape(capture.file)} at {capture.offset} "
            f"· sha256 {capture.payload_digest[:16]}… · {html.escape(verdict)} "
            "· <a href='/'>all pages</a>"
        )
        source = html.escape(f"/{capture.time.strftime(_MOMENT)}/{capture.url}")
        return _page(f"<header>{told}</header><iframe sandbox src='{source}'></iframe>")


class _Handler(BaseHTTPRequestHandler):
    server: Replay

    def do_GET(self) -> None:
        if (self.headers.get("Host") or "").rsplit(":", 1)[0] != "127.0.0.1":
            # A page of the web that lets its name point here must not read the archive.
            reply = _Reply(403, _message("This is served to 127.0.0.1 only."))
        else:
            reply = self.server.reply(self.path, self.headers.get("Referer"))
        policy = _PAGE_POLICY if reply.archived else _OWN_POLICY
        self.send_response(reply.status)
        self.send_header("Content-Type", reply.content_type)
        self.send_header("Content-Length", str(len(reply.body)))
        self.send_header("Content-Security-Policy", policy.format(origin=self.server.origin))
        self.send_header("Referrer-Policy", "unsafe-url")  # read by this server alone
        self.send_header("X-DNS-Prefetch-Control", "off")
        if reply.location:
            self.send_header("Location", reply.location)
        self.end_headers()
        self.wfile.write(reply.body)

    def log_message(self, format: str, *args: object) -> None:
        """The terminal stays quiet."""


def _replayed(capture: Capture, reader: Reader) -> _Reply:
    answer = reader.answer(capture)
    moment = capture.time.strftime(_MOMENT)
    status = answer.status or HTTPStatus.BAD_GATEWAY
    if status in _REDIRECTS and answer.location:
        return _Reply(302, b"", location=f"/{moment}/{answer.location}", archived=True)
    kind = answer.content_type or "text/html"
    body = answer.content()
    if kind.lower().startswith(("text/html", "text/css", "application/xhtml")):
        body = rewrite(body, capture.url, moment)
    return _Reply(status, body, kind, archived=True)


def _front(pages: Iterable[Listed]) -> bytes:
    lines = "".join(
        f"<li>{page.time:%Y-%m-%d} <a href='/show/{page.time.strftime(_MOMENT)}/"
        f"{html.escape(page.url, quote=True)}'>{html.escape(page.title)}</a></li>"
        for page in pages
    )
    return _page(f"<main><h1>Archived pages</h1><ul>{lines}</ul></main>")


def _message(text: str) -> bytes:
    return _page(f"<main><p>{html.escape(text)}</p></main>")


def _page(body: str) -> bytes:
    return f"<!doctype html><meta charset=utf-8><title>Archive</title>{_STYLE}{body}".encode()


def _moment(digits: str) -> datetime.datetime:
    """``2008`` to ``20080625101500``; what is missing is the beginning of it."""
    whole = digits + "00000101000000"[len(digits) :]
    try:
        return datetime.datetime.strptime(whole, _MOMENT).replace(tzinfo=datetime.UTC)
    except ValueError:
        return datetime.datetime.now(datetime.UTC)

"""The archive as the crawl's cache: what was answered is not asked again.

A downloader middleware of its own at the place of Scrapy's cache (900), where bodies still are as
sent. Scrapy's cache middleware does not fit: it answers with an old page when the network fails,
asks again without a word when its storage cannot be read, and adds header fields to answers.

- *resume*: what this crawl has archived is answered from the archive, retries in their order;
- *re-crawl*: the newest answer of an earlier crawl makes the request conditional; a 304 is archived
  as a revisit and handed on as the page it confirms;
- *offline*: nothing is asked at all.

What is asked twice at the same time is asked once.
"""

import logging
from typing import Self
from urllib.parse import urldefrag

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Headers, Response
from scrapy.responsetypes import responsetypes
from scrapy.utils.defer import maybe_deferred_to_future
from twisted.internet.defer import Deferred

from archiver.archive.compose import cache_key
from archiver.archive.exchange import Entry
from archiver.archive.extension import Archiving
from archiver.archive.read import Answer, Reader
from archiver.errors import ArchiverError

_CONNECTION_FIELDS = frozenset(
    (b"connection", b"keep-alive", b"proxy-connection", b"te", b"trailers", b"transfer-encoding")
)
BUSY = (429, 503)
"""Answers that say nothing of the page, only that it is to be asked for later."""

_CONDITIONAL = "archive_conditional"
_UNCONDITIONAL = "archive_unconditional"

logger = logging.getLogger(__name__)


class ArchiveCache:
    """Downloader middleware; sets ``request.meta["capture"]`` for what it answers."""

    def __init__(self, crawler: Crawler) -> None:
        self._archive = Archiving.of(crawler).archive
        self._reader = Reader(self._archive.home, self._archive.index)
        self._stats = crawler.stats
        self._conditional = crawler.settings.getbool("ARCHIVE_CONDITIONAL")
        self._offline = crawler.settings.getbool("ARCHIVE_OFFLINE")
        self._retried = frozenset(map(int, crawler.settings.getlist("RETRY_HTTP_CODES")))
        self._under_way: dict[str, list[Deferred[None]]] = {}

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """The middleware of a crawl whose settings switch the archive on."""
        return cls(crawler)

    async def process_request(self, request: Request) -> Response | None:
        """Answer from the archive, or let the request through, conditional if it can be.

        A question that is under way already is not asked a second time: it waits for the answer.
        """
        self._forget(request)
        key = key_of(request)
        while True:
            answer = self._answer(request)
            if answer is not None:
                self._stats.inc_value("archive/answered")
                return _response(request, answer)
            if key not in self._under_way:
                break
            await maybe_deferred_to_future(self._end_of(key))
        if self._offline:
            raise IgnoreRequest(f"{request.url} is not in the archive, and the crawl is offline")
        unconditional = request.meta.pop(_UNCONDITIONAL, False)
        if self._conditional and request.method == "GET" and not unconditional:
            self._ask_if_changed(request)
        self._under_way[key] = []
        return None

    def process_exception(self, request: Request, exception: Exception) -> None:  # noqa: ARG002
        """Let those who waited for an answer that did not come ask themselves."""
        self._end(request)

    def process_response(self, request: Request, response: Response) -> Response | Request:
        """Hand on the page that a 304 confirms; one that cannot be read any more is asked anew."""
        self._end(request)
        capture = request.meta.get("capture")
        if response.status != 304 or capture is None or capture.revisit_of is None:
            return response
        try:
            return _response(request, self._reader.answer(capture))
        except ArchiverError as error:
            self._tell_unreadable(error)
            anew = request.replace(dont_filter=True)
            anew.meta[_UNCONDITIONAL] = True
            return anew

    def _answer(self, request: Request) -> Answer | None:
        entry = self._kept(request)
        if entry is None:
            return None
        try:
            return self._reader.answer(entry.capture)
        except ArchiverError as error:
            self._tell_unreadable(error)
            return None

    def _tell_unreadable(self, error: ArchiverError) -> None:
        logger.warning("%s It is asked again.", error)
        self._stats.inc_value("archive/unreadable")

    def _end_of(self, key: str) -> Deferred[None]:
        waiter: Deferred[None] = Deferred()
        self._under_way[key].append(waiter)
        return waiter

    def _end(self, request: Request) -> None:
        for waiter in self._under_way.pop(key_of(request), ()):
            waiter.callback(None)

    def _kept(self, request: Request) -> Entry | None:
        """The archived answer to use; None when the site is to be asked.

        A retry gets the next answer that was archived, so that a crawl that met an error goes the
        same way again when it is resumed.
        """
        key = key_of(request)
        index = self._archive.index
        if self._offline:
            return index.latest(key)
        answers = index.answers(key, self._archive.crawl)
        answers = [entry for entry in answers if entry.capture.status not in BUSY]
        if not answers:
            return None
        attempt = request.meta.get("retry_times", 0)
        entry = answers[min(attempt, len(answers) - 1)]
        exhausted = attempt >= len(answers) and entry.capture.status in self._retried
        return None if exhausted else entry

    def _ask_if_changed(self, request: Request) -> None:
        entry = self._archive.index.latest(key_of(request), self._archive.crawl)
        if entry is None:
            return
        validators = {"If-None-Match": entry.etag, "If-Modified-Since": entry.last_modified}
        for name, value in validators.items():
            if value:
                request.headers[name] = value.encode("latin-1")
                request.meta[_CONDITIONAL] = True

    @staticmethod
    def _forget(request: Request) -> None:
        """Drop what a retry or a redirect copied along from the request before."""
        request.meta.pop("capture", None)
        if request.meta.pop(_CONDITIONAL, False):
            request.headers.pop("If-None-Match", None)
            request.headers.pop("If-Modified-Since", None)


def key_of(request: Request) -> str:
    """What tells this question from others, in the archive's index."""
    return cache_key(request.method, urldefrag(request.url)[0], request.body)


def _response(request: Request, answer: Answer) -> Response:
    headers = Headers()
    for name, value in answer.headers:
        if name.lower() not in _CONNECTION_FIELDS:
            headers.appendlist(name, value)
    request.meta["capture"] = answer.capture
    url = urldefrag(request.url)[0]
    kind = responsetypes.from_args(headers=headers, url=url, body=answer.body)
    return kind(
        url=url, status=answer.status or 0, headers=headers, body=answer.body, flags=["archived"]
    )

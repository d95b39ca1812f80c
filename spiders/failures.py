"""Why an address gave no page, as a code that a report can count."""

import zlib
from gzip import BadGzipFile

from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadCancelledError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    IgnoreRequest,
    ResponseDataLossError,
)
from scrapy.http import Response
from scrapy.spidermiddlewares.httperror import HttpError
from twisted.python.failure import Failure

from archiver.archive.cache import BUSY
from archiver.parsers.encoding.sniff import not_a_page
from spiders.guard import Refused
from spiders.pace import Stopped
from spiders.responses import page_of

FOR_LATER = frozenset(f"http_{status}" for status in BUSY)
"""Codes of pages that a busy server did not give: a crawl that goes on asks for them again."""

_GONE = (404, 410)
_LARGEST_CHALLENGE = 256 << 10

_CODES: tuple[tuple[type[Exception], str], ...] = (
    (CannotResolveHostError, "unknown_host"),
    (DownloadConnectionRefusedError, "connection_refused"),
    (DownloadTimeoutError, "timeout"),
    (DownloadCancelledError, "too_large"),
    (ResponseDataLossError, "cut_short"),
    (DownloadFailedError, "connection_lost"),
    (Stopped, "stopped"),
    (IgnoreRequest, "not_asked"),
    (BadGzipFile, "badly_packed"),
    (zlib.error, "badly_packed"),
)


def failure_code(failure: Failure) -> str:
    """``http_404``, ``challenge``, ``timeout``, ``private_address`` …; else ``other``."""
    error = failure.value
    if isinstance(error, HttpError):
        return _answer_code(error.response)
    if isinstance(error, Refused):
        return error.reason
    if "robots.txt" in str(error):
        return "robots"
    if "during decompression" in str(error):
        return "too_large"
    if "max redirections" in str(error):
        return "redirect_loop"
    return next((code for kind, code in _CODES if isinstance(error, kind)), "other")


def _answer_code(response: Response) -> str:
    """The status, unless a firewall speaks in the site's place."""
    small = len(response.body) <= _LARGEST_CHALLENGE
    may_be = response.status not in _GONE and small and not not_a_page(response.body)
    if may_be and "challenge" in page_of(response).flags:
        return "challenge"
    return f"http_{response.status}"

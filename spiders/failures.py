"""Why an address gave no page, as a code that a report can count."""

from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadCancelledError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    IgnoreRequest,
    ResponseDataLossError,
)
from scrapy.spidermiddlewares.httperror import HttpError
from twisted.python.failure import Failure

from spiders.guard import Refused

_CODES: tuple[tuple[type[Exception], str], ...] = (
    (CannotResolveHostError, "unknown_host"),
    (DownloadConnectionRefusedError, "connection_refused"),
    (DownloadTimeoutError, "timeout"),
    (DownloadCancelledError, "too_large"),
    (ResponseDataLossError, "cut_short"),
    (DownloadFailedError, "connection_lost"),
    (IgnoreRequest, "not_asked"),
)


def failure_code(failure: Failure) -> str:
    """``http_404``, ``timeout``, ``private_address`` …; ``other`` when it is none we know."""
    error = failure.value
    if isinstance(error, HttpError):
        return f"http_{error.response.status}"
    if isinstance(error, Refused):
        return error.reason
    if "robots.txt" in str(error):
        return "robots"
    return next((code for kind, code in _CODES if isinstance(error, kind)), "other")

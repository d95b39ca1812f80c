"""Pages that lead on by themselves (``<meta http-equiv="refresh">``)."""

from scrapy import Request, Spider
from scrapy.downloadermiddlewares.redirect import MetaRefreshMiddleware
from scrapy.http import Response

_LOOKED_AT = 4 * 4096
"""Scrapy looks at 4096 characters, of up to four bytes each."""


class MetaRefresh(MetaRefreshMiddleware):
    """Scrapy's own; but a page that says nothing of it is not decoded to find that out."""

    def process_response(
        self, request: Request, response: Response, spider: Spider | None = None
    ) -> Request | Response:
        """Follow it where it is."""
        head = response.body[:_LOOKED_AT]
        # In UTF-16 every letter has a zero byte.
        if b"refresh" not in head.lower() and b"\0" not in head:
            return response
        return super().process_response(request, response, spider)
